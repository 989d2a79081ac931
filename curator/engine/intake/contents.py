"""What lies in a folder: which files are pictures, which are tables, and what is left aside."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from curator.engine.errors import RefusedFile
from curator.engine.litter import is_litter
from curator.engine.ordinary_files import open_regular, shown_name
from curator.engine.said import Said, joined, said
from curator.engine.text import clean_line

MOST_FOLDERS_DEEP = 32
"""Folders inside folders that are followed; deeper trees are a mistake or an attack."""

_PICTURE_SUFFIXES = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".gif", ".bmp"),
        *(".tif", ".tiff", ".heic", ".heif", ".avif", ".jp2"),
    }
)
_TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".json"})
_ARCHIVE_SUFFIXES = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"})
_SPREADSHEET_SUFFIXES = frozenset({".xlsx", ".xls", ".ods", ".numbers"})
_TEXT_SUFFIXES = frozenset({".txt", ".md", ".rst"})
_TEXT_STEMS = frozenset({"readme", "license", "licence", "copying"})
_LONGEST_TYPED_NAME = 1000
_MAGIC_BYTES = 32
_MAGIC = (
    b"\xff\xd8\xff",  # JPEG
    b"\x89PNG\r\n\x1a\n",
    b"GIF87a",
    b"GIF89a",
    b"II*\0",  # TIFF, least significant byte first
    b"MM\0*",
    b"\0\0\0\x0cjP  \r\n\x87\n",  # JPEG 2000
    b"\xff\x4f\xff\x51",  # JPEG 2000 without its box
)
_ISO_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"}
)
# Sizes of the header that follows a bitmap's file header: "BM" alone also starts words.
_BITMAP_HEADERS = frozenset({12, 16, 40, 52, 56, 64, 108, 124})


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, folder or row of a table that is not taken in, and why.

    Attributes:
        path: the file or folder; for a row, the table.
        sentence: for a person: what is wrong and what to do.
    """

    path: Path
    sentence: str


def told(error: RefusedFile) -> Said:
    """What is wrong and what to do, as a `Refused` says it."""
    return joined((error.sentence, error.advice))


class Sort(Enum):
    """What a file is good for."""

    PICTURE = auto()
    TABLE = auto()
    ASIDE = auto()
    """Text for people beside the pictures: neither taken nor complained about."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The direct contents of a folder, sorted, without hidden files and litter."""

    folders: tuple[Path, ...] = ()
    pictures: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()
    refused: tuple[Refused, ...] = ()


def list_folder(folder: Path) -> Listing:
    """List a folder, sorting its files by what they are good for.

    Links to files are followed within the folder only, links to folders never: whoever packed an
    archive may have let them lead to what the person who unpacked it keeps elsewhere, or in a circle.
    """
    ours = _ours(folder)
    if ours is not None:
        return Listing(refused=(Refused(folder, ours),))
    try:
        with os.scandir(folder) as entries:
            found = sorted(
                (entry for entry in entries if not is_ignored(entry.name)),
                key=lambda entry: (entry.name.casefold(), entry.name),
            )
    except OSError as error:
        sentence = said(
            "The folder {folder} could not be read: {reason}.",
            folder=shown_name(folder),
            reason=error.strerror or error,
        )
        return Listing(refused=(Refused(folder, sentence),))
    folders: list[Path] = []
    files: dict[Sort, list[Path]] = {sort: [] for sort in Sort}
    refused: list[Refused] = []
    for entry in found:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            folders.append(path)
            continue
        if entry.is_symlink() and leads_away(path):
            away = said("{name} is a link that leads out of its folder.", name=shown_name(path))
            refused.append(Refused(path, away))
            continue
        try:
            files[sort_file(path)].append(path)
        except RefusedFile as error:
            refused.append(Refused(path, told(error)))
    return Listing(tuple(folders), tuple(files[Sort.PICTURE]), tuple(files[Sort.TABLE]), tuple(refused))


def leads_away(link: Path) -> bool:
    """Tell whether a link leads to something that is neither in its folder nor below."""
    try:
        return not link.resolve().is_relative_to(link.parent.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return True


def sort_file(path: Path) -> Sort:
    """Tell what a file is good for, by its name's ending or its first bytes.

    Whatever is called a picture counts as one, even if it is none: the analysis finds
    out, and nothing that was sent in is lost without a trace.

    Raises:
        RefusedFile: it is nothing that can be taken in, or cannot be opened.
    """
    with open_regular(path) as file:
        suffix = path.suffix.lower()
        if suffix in _PICTURE_SUFFIXES:
            return Sort.PICTURE
        try:
            start = file.read(_MAGIC_BYTES)
        except OSError as error:
            raise RefusedFile(
                said(
                    "{name} could not be read: {reason}.",
                    name=shown_name(path),
                    reason=error.strerror or error,
                )
            ) from error
    if _starts_picture(start):
        return Sort.PICTURE
    if suffix in _TABLE_SUFFIXES:
        return Sort.TABLE
    if suffix in _TEXT_SUFFIXES or path.stem.casefold() in _TEXT_STEMS:
        return Sort.ASIDE
    name = shown_name(path)
    if suffix in _SPREADSHEET_SUFFIXES:
        raise RefusedFile(
            said("{name} is a spreadsheet.", name=name), advice=said("Save it as CSV and load it again.")
        )
    if suffix in _ARCHIVE_SUFFIXES or (not suffix and start.startswith(b"PK\x03\x04")):
        raise RefusedFile(
            said("{name} is an archive.", name=name), advice=said("Unpack it first, then load the folder.")
        )
    raise RefusedFile(
        said("{name} is not a picture that Curator can open.", name=name),
        advice=said("Save it as JPEG or PNG, or leave it out."),
    )


LONGEST_START = 1024
"""Bytes from a file's start that tell what it is: those that web pages may begin with blanks in."""


def refuse_other_start(start: bytes, *, file_name: str, name: str) -> None:
    """Refuse a file that is no picture, by its first bytes and what its sender called it.

    As in a folder, whatever is called a picture counts as one unless it is plainly something else:
    the analysis finds out, and nothing that was sent in is lost without a trace.

    Args:
        start: the first bytes, up to `LONGEST_START`; fewer only if the file has no more.
        file_name: as its sender called it.
        name: of the file, for the sentence.

    Raises:
        RefusedFile: it is no picture.
    """
    if _starts_picture(start):
        return
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"%PDF-"):
        raise RefusedFile(
            said("{name} is a PDF document, not a picture.", name=name),
            advice=said("Ask the sender for the picture itself."),
        )
    if text.startswith((b"<svg", b"<?xml")) and b"<svg" in text:
        raise RefusedFile(
            said("{name} is an SVG drawing, not a photo.", name=name),
            advice=said("Ask the sender for a JPEG or PNG."),
        )
    if text.startswith((b"<!doctype html", b"<html", b"<?xml")):
        raise RefusedFile(
            said("{name} is a web page, not a picture.", name=name),
            advice=said("Ask the sender for the picture itself."),
        )
    if Path(file_name).suffix.lower() not in _PICTURE_SUFFIXES:
        raise RefusedFile(
            said("{name} is not a picture that Curator can open.", name=name),
            advice=said("Ask the sender for a JPEG or PNG."),
        )


def is_ignored(name: str) -> bool:
    """Whether a file or folder of that name is hidden or was left by an operating system."""
    return name.startswith(".") or is_litter(name)


def _ours(folder: Path) -> Said | None:
    """That a folder is Curator's own, so that its pictures are no submissions; None when it is not."""
    if (folder / "catalogue.db").is_file():
        return said(
            "The folder {folder} is a catalogue of Curator and was left out.", folder=shown_name(folder)
        )
    if (folder / "manifest.json").is_file() and (folder / "individuals.json").is_file():
        return said(
            "The folder {folder} is an export of Curator and was left out.", folder=shown_name(folder)
        )
    return None


class NameLookup:
    """Finds files by names that people typed, without ever leaving a folder.

    A name counts if it is exactly that of a file, else if it differs in case only, else
    in the composition of its letters (macOS takes letters and accents apart), else if it
    looks the same (spaces at the ends, bytes that are no text). Folders are read once each.
    """

    def __init__(self) -> None:
        """Start with no folder read."""
        self._names: dict[Path, tuple[frozenset[str], dict[str, list[str]]]] = {}

    def find(self, text: str, *, folder: Path) -> Path | None:
        """Find a file at or below a folder.

        Args:
            text: a file name, or a relative path with slashes of either kind.
            folder: where to look; never outside it, not through links to folders, and through
                links to files only where they stay in their folder.

        Returns:
            The file, or None if there is none or more than one could be meant.
        """
        for form in dict.fromkeys((text, text.strip(), text.strip().replace("\\", "/"))):
            if found := self._descend(form, folder=folder):
                return found
        return None

    def _descend(self, text: str, *, folder: Path) -> Path | None:
        *between, last = text.split("/")
        for part in between:
            if part in ("", "."):
                continue
            below = self._step(part, folder=folder)
            if below is None or below.is_symlink() or not below.is_dir():
                return None
            folder = below
        path = self._step(last, folder=folder)
        if path is None or path.is_dir() or (path.is_symlink() and leads_away(path)):
            return None
        return path

    def _step(self, name: str, *, folder: Path) -> Path | None:
        if folder not in self._names:
            try:
                exact = frozenset(os.listdir(folder))
            except OSError:
                exact = frozenset()
            loose: dict[str, list[str]] = {}
            for listed in exact:
                for form in _loose_forms(listed):
                    loose.setdefault(form, []).append(listed)
            self._names[folder] = exact, loose
        exact, loose = self._names[folder]
        if name in exact:
            return folder / name
        for form in _loose_forms(name):
            if len(meant := loose.get(form, [])) == 1:
                return folder / meant[0]
        return None


def _loose_forms(name: str) -> Iterator[str]:
    """Ever looser forms of a file name, each once."""
    composed = unicodedata.normalize("NFC", name).casefold()
    shown = clean_line(name, limit=_LONGEST_TYPED_NAME).casefold()
    yield from dict.fromkeys((name.casefold(), composed, shown))


def _starts_picture(start: bytes) -> bool:
    if start.startswith(_MAGIC):
        return True
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return True
    if start[4:8] == b"ftyp" and start[8:12] in _ISO_BRANDS:
        return True
    return start.startswith(b"BM") and int.from_bytes(start[14:18], "little") in _BITMAP_HEADERS
