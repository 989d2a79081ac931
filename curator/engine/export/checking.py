"""Reads a written export back and refuses it unless every file is what it should be."""

import csv
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path

import numpy as np
from PIL import Image

from curator.engine.errors import ExportError
from curator.engine.export.contents import PHOTO_WIDTH, Entry
from curator.engine.export.labels import source_type_of
from curator.engine.export.manifest import FILE_NAME, FileNote, read_manifest
from curator.engine.export.tables import COLUMNS
from curator.engine.said import said

_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
_JFIF = b"JFIF\x00"
_JFIF_SIZE = 14  # bytes of the segment without a thumbnail (ITU-T T.871, 10.1)
_START, _END, _SCAN, _APP0, _APP1 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1
# Tables and frame headers (ITU-T T.81, table B.1): everything that an image needs, nothing that tells.
_PICTURE_SEGMENTS = frozenset({0xC0, 0xC2, 0xC4, 0xDB, 0xDD})


class Flaw(Exception):
    """What is wrong with a file, as a ``Said``: completes "... its own check: [path] ...". Stays in here."""


def check(
    folder: Path,
    *,
    entries: Sequence[Entry],
    notes: Sequence[FileNote],
    step: Callable[[], None] = lambda: None,
) -> None:
    """The gate: opens every file of a staged export again.

    Looked at are: that there are these files and no others, size and SHA-256 against the
    manifest, every picture down to its segments (no EXIF, GPS, comment, ICC profile or
    thumbnail; the label on deepfakes, nothing on portraits), that it can be decoded and how
    large it is, and that every JSON and CSV file parses and names the pictures that are there.

    Args:
        folder: the staged export.
        entries: what should be published in it.
        notes: of all files but the manifest, as they were meant to be written.
        step: called after each entry; may raise to stop.

    Raises:
        ExportError: the export must not be published.
        OSError: a file cannot be read.
    """
    path = FILE_NAME
    try:
        manifest = read_manifest(folder)
        if manifest is None or manifest.files != {note.path: note for note in notes}:
            raise Flaw(said("does not say what was written"))
        found = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if not one.is_dir()}
        strange = found ^ (manifest.files.keys() | {FILE_NAME})
        if strange:
            path = min(strange)
            raise Flaw(said("is missing, or should not be there"))
        others = dict(manifest.files)
        for entry in entries:
            sizes = []
            for path in (entry.image, entry.boxfile):
                sizes.append(check_picture(_read(folder, others.pop(path)), labelled=entry.is_deepfake))
            if len(set(sizes)) > 1:
                raise Flaw(said("has another size than the picture without the box"))
            step()
        for path, note in others.items():
            _check_table(path, data=_read(folder, note), entries=entries)
    except Flaw as flaw:
        raise ExportError(
            said("The export did not pass its own check: {path} {flaw}.", path=path, flaw=flaw.args[0]),
            advice=said("Check the disk, then export again. Nothing was changed."),
        ) from flaw


def check_picture(data: bytes, *, labelled: bool) -> tuple[int, int]:
    """Takes a written picture apart and decodes it.

    Args:
        data: a JPEG file that this program wrote.
        labelled: whether it has to bear the label of a deepfake; otherwise it must not.

    Returns:
        Width and height in pixels.

    Raises:
        Flaw: it holds anything that it should not, or lacks something.
    """
    labels = 0
    for marker, body in _segments(data):
        if marker == _APP0 and body.startswith(_JFIF) and len(body) == _JFIF_SIZE:
            continue
        if marker == _APP1 and body.startswith(_XMP):
            if source_type_of(body.removeprefix(_XMP)) is None:
                raise Flaw(said("holds a description that Curator did not write"))
            labels += 1
        elif marker not in _PICTURE_SEGMENTS:
            raise Flaw(said("holds more than the picture"))
    if labels != int(labelled):
        raise Flaw(
            said("lacks the label of a deepfake") if labelled else said("is labelled, but is no deepfake")
        )
    return _decoded_size(data)


def _decoded_size(data: bytes) -> tuple[int, int]:
    try:
        with Image.open(BytesIO(data), formats=("JPEG",)) as image:
            image.load()
            told = set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "xmp"}
            if told or image.getexif() or image.mode != "RGB":
                raise Flaw(said("holds more than the picture"))
            if image.width > PHOTO_WIDTH:
                raise Flaw(said("is too wide"))
            np.asarray(image)
            return image.size
    except (OSError, ValueError, SyntaxError) as error:
        raise Flaw(said("cannot be opened again")) from error


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG file up to its scans, which must reach to the end of the file.

    Raises:
        Flaw: it is built in another way.
    """
    if data[:2] != bytes((0xFF, _START)) or data[-2:] != bytes((0xFF, _END)):
        raise Flaw(said("is no whole JPEG file"))
    place = 2
    while place < len(data) - 2:
        if data[place] != 0xFF or place + 4 > len(data):
            raise Flaw(said("is no whole JPEG file"))
        marker = data[place + 1]
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        body = data[place + 4 : place + 2 + length]
        place += 2 + length
        if marker == _SCAN:
            place = _after_scan(data, place)
        else:
            yield marker, body
    if place != len(data) - 2:
        raise Flaw(said("does not end where the picture ends"))


def _after_scan(data: bytes, place: int) -> int:
    """Where the next marker stands: in a scan, 0xFF is followed by 0 or by a restart marker."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            raise Flaw(said("is no whole JPEG file"))
        if data[place + 1] != 0 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2


def _read(folder: Path, note: FileNote) -> bytes:
    path = folder / note.path
    if path.is_symlink():
        raise Flaw(said("is a link"))
    data = path.read_bytes()
    if (len(data), hashlib.sha256(data).hexdigest()) != (note.size, note.sha256):
        raise Flaw(said("is not what was written"))
    return data


def _check_table(path: str, *, data: bytes, entries: Sequence[Entry]) -> None:
    try:
        if path.endswith(".json"):
            told = json.loads(data)
            if path == "individuals.json":
                pictures = [(one["Id"], one["image"], one["boxfile"], one["isfake"]) for one in told]
                wanted = [(int(one.id), one.image, one.boxfile, one.is_deepfake) for one in entries]
                if pictures != wanted:
                    raise Flaw(said("names other pictures than are there"))
        elif path.endswith(".csv"):
            header, *rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
            if tuple(header) != COLUMNS or [row[0] for row in rows] != [str(one.id) for one in entries]:
                raise Flaw(said("names other submissions than are there"))
        else:
            raise Flaw(said("is of an unknown kind"))
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise Flaw(said("cannot be read again")) from error
