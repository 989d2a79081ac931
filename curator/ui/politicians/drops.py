"""What files that are dropped onto the page are meant for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.engine.records import Politician


@dataclass(frozen=True, slots=True)
class Drop:
    """A meaning of dropped files.

    Attributes:
        words: what letting go would do, or why it would do nothing.
        portraits: photos for the selected politician.
        to_import: a folder or a table of politicians, or None.
    """

    words: str
    portraits: tuple[Path, ...] = ()
    to_import: Path | None = None

    @property
    def wanted(self) -> bool:
        """Whether letting go does anything."""
        return bool(self.portraits) or self.to_import is not None


def meaning(paths: Sequence[Path], *, selected: Politician | None) -> Drop:
    """Tells what dropped files are for: one folder or table is an import, files are photos."""
    whole = [path for path in paths if path.suffix.lower() == ".csv" or path.is_dir()]
    if len(paths) == 1 and whole:
        return Drop(f"Import politicians from “{whole[0].name}”", to_import=whole[0])
    if whole:
        return Drop("Drop one folder or one table at a time, or photos only.")
    if selected is None:
        return Drop("Select a politician first, then drop the photos.")
    photos = "1 photo" if len(paths) == 1 else f"{len(paths):,} photos"
    return Drop(f"Add {photos} of {selected.full_name}", portraits=tuple(paths))
