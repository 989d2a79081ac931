"""Makes the pictures of every entry of an export, or takes them over from the last one."""

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath

import numpy as np
from PIL import Image

from curator.engine.errors import CuratorError, ExportError, UnreadablePicture, WorkerFailure
from curator.engine.export.contents import PHOTO_WIDTH, Entry, ExportPlan, scaled_boxes, scaled_landmarks
from curator.engine.export.labels import Label, label_of
from curator.engine.export.manifest import FileNote
from curator.engine.export.pictures import Pixels, boxed, encoded, mark_of, marked
from curator.engine.export.rendering import Renderer
from curator.engine.export.signing import Signer
from curator.engine.export.staging import Staging
from curator.engine.records import SubmissionId
from curator.engine.said import Said, joined, said

_LOG = logging.getLogger(__name__)

_PARALLEL = 2
"""Pictures that are asked for at once, so that two workers have work while this thread encodes."""

_MOST_FAILURES = 5
"""Pictures that fail before an export gives up: enough to tell a bad picture from a bad disk."""


class Cancelled(Exception):
    """The person who exports changed their mind. Never leaves the export."""


@dataclass(slots=True)
class Portfolio:
    """What has been written so far.

    Attributes:
        notes: of each file.
        sizes: width and height of each entry's pictures, in pixels.
        rendered: of how many entries the pictures were made anew.
        signed: how many pictures bear a signature.
    """

    notes: list[FileNote] = field(default_factory=list)
    sizes: dict[SubmissionId, tuple[int, int]] = field(default_factory=dict)
    rendered: int = 0
    signed: int = 0


def write_pictures(
    plan: ExportPlan,
    *,
    stage: Staging,
    renderer: Renderer,
    signer: Signer | None,
    step: Callable[[], None],
    cancelled: Callable[[], bool],
) -> Portfolio:
    """Writes the pictures of all entries into a stage.

    Args:
        plan: what is published.
        stage: where.
        renderer: opens originals; called from two threads of this function's own.
        signer: signs deepfakes; None leaves them unsigned.
        step: called after each entry; may raise to stop.
        cancelled: asked when a picture fails, since a cancelled renderer fails too.

    Raises:
        Cancelled: the renderer was cancelled.
        ExportError: pictures could not be made; the sentence names them.
    """
    written = Portfolio()
    unchanged = frozenset(plan.unchanged) if _stands_as_noted(plan, stage=stage) else frozenset()
    to_render = []
    for entry in plan.entries:
        as_signed = not is_signed(entry, plan=plan) or _same_signature(stage, signer=signer)
        if entry.id in unchanged and as_signed and _take_over(entry, plan=plan, stage=stage, written=written):
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
                    raise Cancelled from error
                _LOG.warning("Submission %s could not be rendered: %s", entry.id, error)
                failures.append(_failure(entry, error=error))
                if len(failures) >= _MOST_FAILURES:
                    break
            else:
                if not failures:
                    for path, data in _pictures(entry, pixels=pixels, plan=plan, signer=signer):
                        stage.write(path, data=data)
                        written.notes.append(FileNote.of(path, data=data))
                    _count(entry, size=(pixels.shape[1], pixels.shape[0]), plan=plan, written=written)
                    written.rendered += 1
            step()
    if failures:
        raise ExportError(
            joined((said("Not all pictures could be made."), *failures)),
            advice=said("Load the file again or reject the picture, then export again. Nothing was changed."),
        )
    return written


def is_signed(entry: Entry, *, plan: ExportPlan) -> bool:
    """Whether the pictures of that entry bear a signature: portraits make no claim to sign."""
    return plan.options.signed and entry.is_deepfake


def _rendered(
    entries: Sequence[Entry], *, renderer: Renderer
) -> Generator[tuple[Entry, Future[Pixels]], None, None]:
    """The entries in their order, each with its pixels on the way, a few of them ahead."""
    ahead: deque[tuple[Entry, Future[Pixels]]] = deque()
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


def _plausible(pixels: Pixels, *, entry: Entry) -> Pixels:
    """The pixels, when they can be of that entry: its boxes would be drawn elsewhere on others."""
    if pixels.dtype == np.uint8 and pixels.ndim == 3 and pixels.shape[2] == 3 and 0 not in pixels.shape:
        height, width = pixels.shape[:2]
        expected = entry.height * width / entry.width
        if width <= min(PHOTO_WIDTH, entry.width) and abs(height - expected) <= 2 + 0.01 * expected:
            return pixels
    raise WorkerFailure(said("The picture came back in another size than it has."))


def _pictures(
    entry: Entry, *, pixels: Pixels, plan: ExportPlan, signer: Signer | None
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each picture of an entry."""
    size = pixels.shape[1], pixels.shape[0]
    boxes, landmarks = scaled_boxes(entry, size=size), scaled_landmarks(entry, size=size)
    label = label_of(entry, plan.options)
    mark = mark_of(None if label is None else label.making)
    for path in entry.pictures(gallery=plan.options.gallery):
        if path == entry.image:
            data = encoded(pixels, label=label)
        elif path == entry.boxfile:
            framed = boxed(pixels, boxes=boxes, landmarks=landmarks, mark=mark)
            data = encoded(framed, label=label, fine=True)
        else:
            data = encoded(marked(pixels, boxes=boxes, mark=mark), label=label, fine=True)
        yield path, _signed(data, path=path, label=label, signer=signer if entry.is_deepfake else None)


def _signed(data: bytes, *, path: str, label: Label | None, signer: Signer | None) -> bytes:
    if signer is None or label is None:
        return data
    return signer.sign(data, label=label, title=PurePosixPath(path).name)


def _count(entry: Entry, *, size: tuple[int, int], plan: ExportPlan, written: Portfolio) -> None:
    written.sizes[entry.id] = size
    if is_signed(entry, plan=plan):
        written.signed += len(entry.pictures(gallery=plan.options.gallery))


# ---------------------------------------------------------------- what the last export has already


def _stands_as_noted(plan: ExportPlan, *, stage: Staging) -> bool:
    """Whether the target still holds the very export that the plan compared with."""
    return (
        stage.standing is not None
        and plan.previous is not None
        and stage.standing.digest == plan.previous.manifest_digest
    )


def _same_signature(stage: Staging, *, signer: Signer | None) -> bool:
    """Whether the standing export was signed with the certificate of this one."""
    return stage.standing is not None and signer is not None and stage.standing.signed_by == signer.identity


def _take_over(entry: Entry, *, plan: ExportPlan, stage: Staging, written: Portfolio) -> bool:
    """Takes all pictures of an entry over if they are, to the bit, what was exported."""
    paths = entry.pictures(gallery=plan.options.gallery)
    notes = []
    size = (0, 0)
    for path in paths:
        data = stage.read_standing(path)
        if data is None:
            return False
        notes.append(FileNote.of(path, data=data))
        # Only the header is read here; the gate decodes it with all the others.
        with Image.open(BytesIO(data), formats=("JPEG",)) as image:
            size = image.size
    for path in paths:
        stage.take_over(path)
    written.notes.extend(notes)
    _count(entry, size=size, plan=plan, written=written)
    return True


def _failure(entry: Entry, *, error: CuratorError) -> Said:
    """Which picture could not be made and why, in sentences."""
    name = entry.full_name
    if name:
        return said("Number {id} ({name}): {reason}", id=entry.id, name=name, reason=error.sentence)
    return said("Number {id}: {reason}", id=entry.id, reason=error.sentence)
