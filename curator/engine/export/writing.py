"""Renders, writes and checks an export, then puts it in its place: whole, or not at all."""

import hashlib
import logging
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from curator.engine.errors import CuratorError, ExportError, UnreadablePicture, WorkerFailure
from curator.engine.export import site, tables
from curator.engine.export.checking import check
from curator.engine.export.contents import PHOTO_WIDTH, Entry, ExportPlan, ExportSummary, scaled_boxes
from curator.engine.export.manifest import FILE_NAME, FileNote, manifest_bytes
from curator.engine.export.pictures import boxed, encoded
from curator.engine.export.rendering import Renderer
from curator.engine.export.staging import Staging, staging
from curator.engine.records import SubmissionId
from curator.engine.said import Said, joined, said

_LOG = logging.getLogger(__name__)

_PARALLEL = 2
"""Pictures that are asked for at once, so that two workers have work while this thread encodes."""

_MOST_FAILURES = 5
"""Pictures that fail before an export gives up: enough to tell a bad picture from a bad disk."""


class _Cancelled(Exception):
    """The person who exports changed their mind."""


@dataclass(slots=True)
class _Written:
    """What has been written so far."""

    notes: list[FileNote]
    sizes: dict[SubmissionId, tuple[int, int]]
    rendered: int = 0


def write(
    plan: ExportPlan,
    *,
    folder: Path,
    renderer: Renderer,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> ExportSummary | None:
    """Writes a planned export into a folder in place of what Curator wrote there before.

    Never touches the catalogue, so it runs in any thread but belongs beside the main one.
    Pictures that have not changed since the last export are taken over from it. Once it
    returns, ``record`` has to note the export in the catalogue.

    Args:
        plan: from ``plan``.
        folder: new, empty, or an earlier export.
        renderer: opens originals; called from two threads of this function's own.
        progress: told steps done and in all, in the calling thread.
        cancelled: asked between any two pictures, in the calling thread.
        clock: the time that the manifest notes, in UTC.

    Returns:
        What stands in the folder now, or None when it was cancelled and nothing was changed.

    Raises:
        ExportError: nothing was changed; the sentence says why.
    """
    total = 2 * len(plan.entries)
    done = 0

    def step() -> None:
        nonlocal done
        if cancelled():
            raise _Cancelled
        done += 1
        progress(done, total)

    try:
        with staging(folder, catalogue_id=plan.catalogue_id) as stage:
            exported_at = clock()
            written = _write_pictures(plan, stage=stage, renderer=renderer, step=step, cancelled=cancelled)
            _write_tables(plan, stage=stage, written=written)
            manifest = manifest_bytes(plan, files=written.notes, exported_at=exported_at)
            stage.write(FILE_NAME, data=manifest)
            stage.sync_folders()
            check(stage.folder, entries=plan.entries, notes=written.notes, step=step)
            if cancelled():
                raise _Cancelled
            stage.swap()
    except _Cancelled:
        return None
    return ExportSummary(
        folder=stage.target,
        exported_at=exported_at,
        published=len(plan.entries),
        rendered=written.rendered,
        added=len(plan.added),
        changed=len(plan.changed),
        removed=plan.removed,
        notices=plan.notices,
        size=len(manifest) + sum(note.size for note in written.notes),
        manifest_digest=hashlib.sha256(manifest).hexdigest(),
        decisions_head=plan.decisions_head,
        fingerprints={entry.id: (entry.digest, entry.fingerprint) for entry in plan.entries},
    )


# ---------------------------------------------------------------- pictures


def _write_pictures(
    plan: ExportPlan,
    *,
    stage: Staging,
    renderer: Renderer,
    step: Callable[[], None],
    cancelled: Callable[[], bool],
) -> _Written:
    written = _Written([], {})
    unchanged = frozenset(plan.unchanged) if _stands_as_noted(plan, stage=stage) else frozenset()
    to_render = []
    for entry in plan.entries:
        if entry.id in unchanged and _take_over(entry, stage=stage, written=written):
            step()
        else:
            to_render.append(entry)
    failures: list[Said] = []
    with closing(_rendered(to_render, renderer=renderer)) as pictures:
        for entry, rendered in pictures:
            try:
                pixels = _plausible(rendered.result(), entry=entry)
            except (UnreadablePicture, WorkerFailure) as error:
                if cancelled():
                    raise _Cancelled from error
                _LOG.warning("Submission %s could not be rendered: %s", entry.id, error)
                failures.append(_failure(entry, error=error))
                if len(failures) >= _MOST_FAILURES:
                    break
            else:
                if not failures:
                    _write_entry(entry, pixels=pixels, stage=stage, written=written)
            step()
    if failures:
        raise ExportError(
            joined((said("Not all pictures could be made."), *failures)),
            advice=said("Load the file again or reject the picture, then export again. Nothing was changed."),
        )
    return written


def _rendered(
    entries: Sequence[Entry], *, renderer: Renderer
) -> Generator[tuple[Entry, Future[NDArray[np.uint8]]], None, None]:
    """The entries in their order, each with its pixels on the way, a few of them ahead."""
    ahead: deque[tuple[Entry, Future[NDArray[np.uint8]]]] = deque()
    with ThreadPoolExecutor(_PARALLEL, thread_name_prefix="curator-export") as pool:
        try:
            for entry in entries:
                ahead.append((entry, pool.submit(renderer, entry.digest, entry.turn, PHOTO_WIDTH)))
                if len(ahead) > _PARALLEL:
                    yield ahead.popleft()
            while ahead:
                yield ahead.popleft()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _plausible(pixels: NDArray[np.uint8], *, entry: Entry) -> NDArray[np.uint8]:
    """The pixels, when they can be of that entry: its boxes would be drawn elsewhere on others."""
    if pixels.dtype == np.uint8 and pixels.ndim == 3 and pixels.shape[2] == 3 and 0 not in pixels.shape:
        height, width = pixels.shape[:2]
        expected = entry.height * width / entry.width
        if width <= min(PHOTO_WIDTH, entry.width) and abs(height - expected) <= 2 + 0.01 * expected:
            return pixels
    raise WorkerFailure(said("The picture came back in another size than it has."))


def _write_entry(entry: Entry, *, pixels: NDArray[np.uint8], stage: Staging, written: _Written) -> None:
    size = pixels.shape[1], pixels.shape[0]
    framed = boxed(pixels, boxes=scaled_boxes(entry, size=size), marked=entry.is_deepfake)
    for path, data in (
        (entry.image, encoded(pixels, labelled=entry.is_deepfake)),
        (entry.boxfile, encoded(framed, labelled=entry.is_deepfake, fine=True)),
    ):
        stage.write(path, data=data)
        written.notes.append(FileNote.of(path, data=data))
    written.sizes[entry.id] = size
    written.rendered += 1


# ---------------------------------------------------------------- what the last export has already


def _stands_as_noted(plan: ExportPlan, *, stage: Staging) -> bool:
    """Whether the target still holds the very export that the plan compared with."""
    return (
        stage.standing is not None
        and plan.previous is not None
        and stage.standing.digest == plan.previous.manifest_digest
    )


def _take_over(entry: Entry, *, stage: Staging, written: _Written) -> bool:
    """Takes both pictures of an entry over if they are, to the bit, what was exported."""
    notes = []
    size = (0, 0)
    for path in (entry.image, entry.boxfile):
        place = stage.target / path
        noted = stage.standing.files.get(path) if stage.standing else None
        if noted is None or place.is_symlink() or not place.is_file():
            return False
        data = place.read_bytes()
        if FileNote.of(path, data=data) != noted:
            return False
        notes.append(noted)
        # Only the header is read here; the gate decodes it with all the others.
        with Image.open(BytesIO(data), formats=("JPEG",)) as image:
            size = image.size
    for note in notes:
        stage.take_over(note.path)
    written.notes.extend(notes)
    written.sizes[entry.id] = size
    return True


# ---------------------------------------------------------------- tables


def _write_tables(plan: ExportPlan, *, stage: Staging, written: _Written) -> None:
    entries = plan.entries
    for path, data in (
        ("individuals.json", tables.json_bytes(site.individuals(entries, sizes=written.sizes))),
        ("available.json", tables.json_bytes(site.available(entries))),
        ("figures.json", tables.json_bytes(site.figures(plan.politicians))),
        ("submissions.json", tables.json_bytes(tables.rows(entries))),
        ("submissions.csv", tables.csv_bytes(entries)),
    ):
        stage.write(path, data=data)
        written.notes.append(FileNote.of(path, data=data))


def _failure(entry: Entry, *, error: CuratorError) -> Said:
    """Which picture could not be made and why, in sentences."""
    name = entry.full_name
    if name:
        return said("Number {id} ({name}): {reason}", id=entry.id, name=name, reason=error.sentence)
    return said("Number {id}: {reason}", id=entry.id, reason=error.sentence)
