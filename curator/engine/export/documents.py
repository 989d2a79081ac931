"""Writes every text file of an export, and has each read back by the module that wrote it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from curator.engine.export import api, pages, site, tables
from curator.engine.export.contents import GALLERY, ExportPlan
from curator.engine.export.flaws import Flaw
from curator.engine.export.manifest import FileNote
from curator.engine.export.staging import Staging
from curator.engine.records import SubmissionId
from curator.engine.said import Said, said

if TYPE_CHECKING:
    from curator.engine.export.gallery import GalleryCard

Sizes = Mapping[SubmissionId, tuple[int, int]]
"""Width and height of each exported picture, in pixels."""

_SITE = frozenset({site.INDIVIDUALS, site.AVAILABLE, site.FIGURES})
_TABLES = frozenset({tables.CSV, tables.JSON})


def write_documents(
    plan: ExportPlan,
    *,
    stage: Staging,
    sizes: Sizes,
    exported_at: datetime,
    step: Callable[[], None],
) -> tuple[list[FileNote], list[Said]]:
    """Writes them into a stage.

    Args:
        plan: what is published.
        stage: where.
        sizes: of the pictures, which are written already.
        exported_at: what the gallery says, in UTC.
        step: called after each entry's pages of the gallery; may raise to stop.

    Returns:
        A note of each file, and what a person should know, in sentences.
    """
    notes: list[FileNote] = []
    told: list[Said] = []

    def put(path: str, data: bytes) -> None:
        stage.put(path, data=data)
        notes.append(FileNote.of(path, data=data))

    individuals = site.individuals(plan.entries, sizes=sizes)
    available, figures = site.available(plan.entries), site.figures(plan.politicians)
    put(site.INDIVIDUALS, tables.json_bytes(individuals))
    put(site.AVAILABLE, tables.json_bytes(available))
    put(site.FIGURES, tables.json_bytes(figures))
    put(tables.JSON, tables.json_bytes(tables.rows(plan.entries)))
    put(tables.CSV, tables.csv_bytes(plan.entries))
    for path, data in pages.pages(plan.entries, sizes=sizes):
        put(path, data)
    answers = api.files(individuals, available=available, figures=figures, politicians=plan.politicians)
    if stage.put_names(api.FOLDER, files=answers):
        notes.extend(FileNote.of(path, data=data) for path, data in answers.items())
    else:
        put(api.PACKED, api.packed(answers))
        told.append(
            said(
                "This disk cannot hold the file names of the site's API: they are packed in {name}."
                " Unpack it where the site is served.",
                name=api.PACKED,
            )
        )
    if plan.options.gallery:
        _write_gallery(plan, sizes=sizes, exported_at=exported_at, put=put, step=step)
    return notes, told


def check_documents(
    paths: Sequence[str],
    *,
    read: Callable[[str], bytes],
    plan: ExportPlan,
    sizes: Sizes,
    step: Callable[[], None],
) -> None:
    """Reads them all back, one after the other.

    Args:
        paths: of every file that is neither a picture nor the manifest.
        read: gives a file's bytes; the one asked for last is the one that a flaw is of.
        plan: what should be published.
        sizes: of the pictures as they were found.
        step: called after each entry's pages of the gallery; may raise to stop.

    Raises:
        Flaw: one is not what it should be.
    """
    entries = {entry.page: entry for entry in plan.entries}
    check_gallery = _gallery_check(plan, sizes=sizes, step=step) if plan.options.gallery else None
    everything = site.read_individuals(read(site.INDIVIDUALS))
    for path in paths:
        data = read(path)
        folder = path.partition("/")[0]
        if path in _SITE:
            site.check(path, data, entries=plan.entries, sizes=sizes, politicians=len(plan.politicians))
        elif path in _TABLES:
            tables.check(path, data, entries=plan.entries)
        elif path in entries:
            pages.check(path, data, entry=entries.pop(path))
        elif folder == api.FOLDER:
            api.check(path, data, everything=everything)
        elif path == api.PACKED:
            for name, answer in api.unpacked(data).items():
                api.check(name, answer, everything=everything)
        elif folder == GALLERY and check_gallery is not None:
            check_gallery(path, data)
        else:
            raise Flaw(said("is of an unknown kind"))
    for path in entries:
        read(path)


# ---------------------------------------------------------------- gallery


def _write_gallery(
    plan: ExportPlan,
    *,
    sizes: Sizes,
    exported_at: datetime,
    put: Callable[[str, bytes], None],
    step: Callable[[], None],
) -> None:
    # Only now: the window shall not start with a template engine.
    from curator.engine.export import gallery

    paced = _Pace(step, every=len(plan.options.languages))
    for path, data in gallery.render(
        _cards(plan, sizes=sizes), options=plan.options, exported_at=exported_at
    ):
        put(path, data)
        paced.count(path)


def _gallery_check(
    plan: ExportPlan, *, sizes: Sizes, step: Callable[[], None]
) -> Callable[[str, bytes], None]:
    """What reads a file of the gallery back."""
    from curator.engine.export import gallery

    cards = {int(card.id): card for card in _cards(plan, sizes=sizes)}
    paced = _Pace(step, every=len(plan.options.languages))

    def check(path: str, data: bytes) -> None:
        gallery.check(path, data, cards=cards)
        paced.count(path)

    return check


def _cards(plan: ExportPlan, *, sizes: Sizes) -> "list[GalleryCard]":
    from curator.engine.export import gallery

    return [gallery.card_of(entry, size=sizes[entry.id], image=entry.gallery_image) for entry in plan.entries]


class _Pace:
    """Makes one step of the pages that an entry has in the gallery, one in each language."""

    def __init__(self, step: Callable[[], None], *, every: int) -> None:
        self._step = step
        self._every = every
        self._seen = 0

    def count(self, path: str) -> None:
        """Counts a file of the gallery."""
        if "/x/" in path:
            self._seen += 1
            if self._seen % self._every == 0:
                self._step()
