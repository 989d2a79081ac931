"""What files that are dropped onto the page are meant for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.engine.records import Politician, PoliticianId
from curator.ui.language import tr, tr_of


@dataclass(frozen=True, slots=True)
class Drop:
    """A meaning of dropped files.

    Attributes:
        words: what letting go would do, or why it would do nothing.
        portraits: photos for the selected politician.
        of: whose they would be.
        to_import: a folder or a table of politicians, or None.
    """

    words: str
    portraits: tuple[Path, ...] = ()
    of: PoliticianId | None = None
    to_import: Path | None = None

    @property
    def wanted(self) -> bool:
        """Whether letting go does anything."""
        return bool(self.portraits) or self.to_import is not None


def meaning(paths: Sequence[Path], *, selected: Politician | None, anybody: bool = True) -> Drop:
    """Tells what dropped files are for: one folder or table is an import, files are photos.

    Args:
        paths: of the files.
        selected: whose photos they would be.
        anybody: somebody is in the index who could be selected.
    """
    whole = [path for path in paths if path.suffix.lower() == ".csv" or path.is_dir()]
    if len(paths) == 1 and whole:
        return Drop(tr("Import politicians from “{file}”", file=whole[0].name), to_import=whole[0])
    if whole:
        return Drop(tr("Drop one folder or one table at a time, or photos only."))
    if not anybody:
        return Drop(tr("Drop a folder or a table of politicians first, and then their photos."))
    if selected is None:
        return Drop(tr("Select a politician first, then drop the photos."))
    words = tr_of(
        len(paths), "Add {n} photo of {name}", "Add {n:,} photos of {name}", name=selected.full_name
    )
    return Drop(words, portraits=tuple(paths), of=selected.id)
