"""Reads the directories of EXIF and TIFF, with every offset held to be wrong until it is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal

from curator.engine.metadata.blocks import LONGEST_BLOCK, LONGEST_CREDENTIALS, LONGEST_TEXT

MAKE, MODEL, SOFTWARE, CHANGED = 0x010F, 0x0110, 0x0131, 0x0132
DESCRIPTION, ARTIST, COPYRIGHT = 0x010E, 0x013B, 0x8298
XMP, IPTC, PHOTOSHOP, CREDENTIALS = 0x02BC, 0x83BB, 0x8649, 0xCD41
XP_TITLE, XP_COMMENT, XP_AUTHOR = 0x9C9B, 0x9C9C, 0x9C9D
TAKEN, USER_COMMENT = 0x9003, 0x9286
OWNER, SERIAL, LENS_SERIAL = 0xA430, 0xA431, 0xA435
_EXIF, _GPS = 0x8769, 0x8825
_PREVIEW = frozenset({0x0201, 0x0111})
"""Where the data of a preview lie, as JPEG or as strips (EXIF 2.32, 4.8.1)."""

_MOST_ENTRIES = 1000
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 129: 1}
_LONGEST = {
    XMP: LONGEST_BLOCK,
    IPTC: LONGEST_BLOCK,
    PHOTOSHOP: LONGEST_BLOCK,
    CREDENTIALS: LONGEST_CREDENTIALS,
}


class Place(Enum):
    """Which directory an entry stands in."""

    MAIN = auto()
    EXIF = auto()
    GPS = auto()
    PREVIEW = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a directory.

    Attributes:
        place: which directory.
        tag: its number.
        value: the bytes.
        little: the file's numbers have their low byte first.
    """

    place: Place
    tag: int
    value: bytes
    little: bool

    @property
    def text(self) -> str:
        """The value as text, in whatever way this tag writes it."""
        if self.tag == USER_COMMENT:
            return _comment(self.value)
        if self.tag in {XP_TITLE, XP_COMMENT, XP_AUTHOR}:
            return self.value.decode("utf-16-le", "replace").partition("\0")[0]
        return plain_text(self.value.partition(b"\0")[0])


def entries(data: bytes, *, embedded: bool) -> Iterator[Entry]:
    """The entries of the first directory and of those it points to.

    Args:
        data: from the byte order mark on; offsets count from there.
        embedded: this is a block in another file, where a second directory describes a preview;
            in a TIFF file it is the next page.
    """
    little = data[:2] == b"II"
    if not little and data[:2] != b"MM":
        return
    order: Literal["little", "big"] = "little" if little else "big"

    def number(place: int, size: int) -> int:
        return int.from_bytes(data[place : place + size], order)

    waiting = {Place.MAIN: number(4, 4)}
    for place in Place:
        start = waiting.get(place, 0)
        if start < 8 or start + 2 > len(data):
            continue
        # A sound directory names nothing twice; a hostile one could make this long.
        seen: set[int] = set()
        count = min(number(start, 2), _MOST_ENTRIES)
        for place_of in range(start + 2, start + 2 + 12 * count, 12):
            if place_of + 12 > len(data):
                break
            tag, kind, length = number(place_of, 2), number(place_of + 2, 2), number(place_of + 4, 4)
            if tag in seen:
                continue
            seen.add(tag)
            size = _SIZES.get(kind, 0) * length
            at = place_of + 8 if size <= 4 else number(place_of + 8, 4)
            if place is Place.MAIN and tag in {_EXIF, _GPS}:
                waiting[Place.EXIF if tag == _EXIF else Place.GPS] = number(place_of + 8, 4)
            elif size:
                value = data[at : at + min(size, _LONGEST.get(tag, LONGEST_TEXT))]
                yield Entry(place, tag, value, little)
        if place is Place.MAIN and embedded:
            waiting[Place.PREVIEW] = number(start + 2 + 12 * count, 4)


def is_preview(entry: Entry) -> bool:
    """Whether an entry tells of a preview inside the file."""
    return entry.place is Place.PREVIEW and entry.tag in _PREVIEW


def is_position(entry: Entry) -> bool:
    """Whether an entry tells of a place on earth: anything but the version of such entries."""
    return entry.place is Place.GPS and entry.tag != 0 and any(entry.value)


def plain_text(raw: bytes) -> str:
    """Text of no declared encoding: UTF-8 where it is that, else Latin-1."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _comment(value: bytes) -> str:
    """A user comment: 8 bytes name the encoding (EXIF 2.32, 4.6.5)."""
    name, raw = value[:8], value[8:]
    if not name.startswith(b"UNICODE"):
        return plain_text((raw if name.rstrip(b"\0 ") in {b"ASCII", b"JIS", b""} else value).rstrip(b"\0"))
    # Programs do not agree about the byte order. In western text the high bytes are zeros.
    start = raw[:200]
    big = start[0::2].count(0) >= start[1::2].count(0)
    return raw.decode("utf-16-be" if big else "utf-16-le", "replace").rstrip("\0")
