"""The gate: reads a written export back and refuses it unless every file is what it should be."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from curator.engine.errors import ExportError
from curator.engine.export.contents import Entry, ExportPlan
from curator.engine.export.documents import check_documents
from curator.engine.export.flaws import Flaw
from curator.engine.export.labels import label_of
from curator.engine.export.manifest import FILE_NAME, FileNote, read_manifest
from curator.engine.export.picture_check import check_picture
from curator.engine.export.portfolio import is_signed
from curator.engine.said import said


def check(
    folder: Path,
    *,
    plan: ExportPlan,
    notes: Sequence[FileNote],
    step: Callable[[], None] = lambda: None,
) -> None:
    """Opens every file of a staged export again.

    Looked at are: that there are these files and no others and that none is a link, size and
    SHA-256 against the manifest, every picture down to its segments (``picture_check``), and
    every text file by the module that wrote it.

    Args:
        folder: the staged export.
        plan: what should be published in it.
        notes: of all files but the manifest, as they were meant to be written.
        step: called after each entry; may raise to stop.

    Raises:
        ExportError: the export must not be published.
        OSError: a file cannot be read.
    """
    gate = _Gate(folder)
    try:
        gate.compare(notes)
        sizes = {}
        for entry in plan.entries:
            sizes[entry.id] = _check_pictures(entry, plan=plan, gate=gate)
            step()
        check_documents(gate.unread(), read=gate.read, plan=plan, sizes=sizes, step=step)
    except Flaw as flaw:
        raise ExportError(
            said("The export did not pass its own check: {path} {flaw}.", path=gate.path, flaw=flaw.args[0]),
            advice=said("Check the disk, then export again. Nothing was changed."),
        ) from flaw


class _Gate:
    """Hands out the files of a staged export, each held against its note.

    Attributes:
        path: of the file that is looked at.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._notes: dict[str, FileNote] = {}
        self._read: set[str] = set()
        self.path = FILE_NAME

    def compare(self, notes: Sequence[FileNote]) -> None:
        """Holds the folder's names and its manifest against what was meant to be written.

        Raises:
            Flaw: they differ.
        """
        self._notes = {note.path: note for note in notes}
        manifest = read_manifest(self._folder)
        if manifest is None or manifest.files != self._notes:
            raise Flaw(said("does not say what was written"))
        found = set()
        for place in self._folder.rglob("*"):
            self.path = place.relative_to(self._folder).as_posix()
            if place.is_symlink():
                raise Flaw(said("is a link"))
            if not place.is_dir():
                found.add(self.path)
        strange = found ^ (self._notes.keys() | {FILE_NAME})
        if strange:
            self.path = min(strange)
            raise Flaw(said("is missing, or should not be there"))

    def read(self, path: str) -> bytes:
        """A file's bytes.

        Raises:
            Flaw: they are not what was written.
        """
        self.path = path
        note = self._notes.get(path)
        if note is None:
            raise Flaw(said("is missing, or should not be there"))
        data = (self._folder / path).read_bytes()
        if (len(data), hashlib.sha256(data).hexdigest()) != (note.size, note.sha256):
            raise Flaw(said("is not what was written"))
        self._read.add(path)
        return data

    def unread(self) -> list[str]:
        """The files that nobody has read yet."""
        return [path for path in self._notes if path not in self._read]


def _check_pictures(entry: Entry, *, plan: ExportPlan, gate: _Gate) -> tuple[int, int]:
    """The size in pixels that all pictures of an entry have.

    Raises:
        Flaw: one is not what it should be.
    """
    label, signed = label_of(entry, plan.options), is_signed(entry, plan=plan)
    sizes = []
    for path in entry.pictures(gallery=plan.options.gallery):
        sizes.append(check_picture(gate.read(path), label=label, signed=signed))
        if sizes[-1] != sizes[0]:
            raise Flaw(said("has another size than the picture without the box"))
    return sizes[0]
