"""Takes the blocks of metadata out of picture files of every kind, without decoding a picture."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO

import pillow_heif
from PIL import Image

from curator.engine.metadata.photoshop import resources

LONGEST_TEXT = 65_536
"""Bytes looked at of one text, also of one that is unpacked: prompts and workflows fit."""

LONGEST_BLOCK = 1_000_000
LONGEST_CREDENTIALS = 4_000_000
"""Content credentials carry previews."""

_MOST_STEPS = 100_000
"""Segments, chunks or boxes passed in one file: 50 ms."""

_MOST_PIECES = 20
"""Parts of one packet, and packets in parts, that are put together again."""

_GIF_REACH = 10_000_000
"""Bytes of a GIF that are walked through: its pieces have 255 bytes at most, and may have one."""

_XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
_MORE_XMP_HEAD = b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP_HEAD = b"Photoshop 3.0\0"
_XMP_UUID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_CREDENTIALS_UUID = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


class Kind(Enum):
    """What a block holds."""

    EXIF = auto()
    TIFF = auto()
    XMP = auto()
    IPTC = auto()
    CREDENTIALS = auto()
    TEXT = auto()
    THUMBNAIL = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of metadata as it lies in the file.

    Attributes:
        kind: what it holds; of a TIFF file that is the file itself.
        data: its bytes.
        key: what a text is called; a comment has no name.
    """

    kind: Kind
    data: bytes
    key: str = ""


def blocks_of(data: bytes) -> Iterator[Block]:
    """The blocks of a file, told by its first bytes.

    Whatever goes wrong on the way is raised by the iteration, after the blocks before it.
    """
    for start, read in _READERS:
        if data.startswith(start) and (start != b"RIFF" or data[8:12] == b"WEBP"):
            yield from read(data)
            return
    if data[4:8] in {b"ftyp", b"jP  "}:
        yield from _boxes(data)
    if data[4:8] == b"ftyp":
        yield from _still(data)


def _jpeg(data: bytes) -> Iterator[Block]:
    credentials: dict[bytes, bytearray] = {}
    more_xmp: dict[int, bytes] = {}
    place = 2
    for _ in range(_MOST_STEPS):
        if place + 4 > len(data) or data[place] != 0xFF:
            break
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker in {0xDA, 0xD9}:
            break
        length = int.from_bytes(data[place + 2 : place + 4])
        body = data[place + 4 : place + 2 + length]
        place += 2 + max(2, length)
        if marker == 0xE1 and body.startswith(b"Exif\0"):
            yield Block(Kind.EXIF, body[6:])
        elif marker == 0xE1 and body.startswith(_XMP_HEAD):
            yield Block(Kind.XMP, body[len(_XMP_HEAD) :])
        elif marker == 0xE1 and body.startswith(_MORE_XMP_HEAD):
            # After the head: a digest of 32 letters, the length of the whole, where this part begins.
            rest = body[len(_MORE_XMP_HEAD) :]
            if len(more_xmp) < _MOST_PIECES:
                more_xmp[int.from_bytes(rest[36:40])] = rest[40:]
        elif marker == 0xED and body.startswith(_PHOTOSHOP_HEAD):
            yield from _photoshop(body[len(_PHOTOSHOP_HEAD) :])
        elif marker == 0xEB and body.startswith(b"JP"):
            # ISO 19566-5, annex D: box instance, number of the packet, then the box, whose head
            # of 8 bytes is repeated in every packet.
            whole = credentials.setdefault(body[2:4], bytearray())
            if len(whole) < LONGEST_CREDENTIALS and len(credentials) < _MOST_PIECES:
                whole += body[16:] if whole else body[8:]
        elif marker == 0xFE:
            yield Block(Kind.TEXT, body)
    if more_xmp:
        whole_packet = b"".join(more_xmp[start] for start in sorted(more_xmp))
        yield Block(Kind.XMP, whole_packet[:LONGEST_BLOCK])
    for box in credentials.values():
        yield Block(Kind.CREDENTIALS, bytes(box))


def _photoshop(data: bytes) -> Iterator[Block]:
    for number, body in resources(data):
        if number == 0x0404:
            yield Block(Kind.IPTC, body)
        elif number in {0x0409, 0x040C} and body:
            yield Block(Kind.THUMBNAIL, b"")


def _png(data: bytes) -> Iterator[Block]:
    place = 8
    for _ in range(_MOST_STEPS):
        length = int.from_bytes(data[place : place + 4])
        name = data[place + 4 : place + 8]
        if len(name) < 4 or name == b"IEND":
            return
        start = place + 8
        place = start + length + 4
        limit = _PNG_CHUNKS.get(name)
        if limit is None:
            continue
        body = data[start : start + min(length, limit)]
        if name == b"eXIf":
            yield Block(Kind.EXIF, body)
        elif name == b"caBX":
            yield Block(Kind.CREDENTIALS, body)
        else:
            yield from _png_text(name, body)


_PNG_CHUNKS = {
    b"eXIf": LONGEST_BLOCK,
    b"caBX": LONGEST_CREDENTIALS,
    b"tEXt": LONGEST_BLOCK,
    b"zTXt": LONGEST_BLOCK,
    b"iTXt": LONGEST_BLOCK,
}
"""The chunks that are looked at, and how much of them."""


def _png_text(name: bytes, body: bytes) -> Iterator[Block]:
    keyword, _, rest = body.partition(b"\0")
    key = keyword[:79].decode("latin-1")
    packed = name == b"zTXt"
    if name == b"zTXt":
        rest = rest[1:]
    elif name == b"iTXt":
        packed = rest[:1] == b"\1"
        rest = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    is_xmp = key == "XML:com.adobe.xmp"
    profile = key.removeprefix("Raw profile type ")
    longest = LONGEST_BLOCK if is_xmp or profile != key else LONGEST_TEXT
    text = _unpacked(rest, longest) if packed else rest[:longest]
    if is_xmp:
        yield Block(Kind.XMP, text)
    elif profile != key:
        yield from _raw_profile(profile, text)
    elif name == b"iTXt":
        yield Block(Kind.TEXT, text, key)
    else:
        # By the standard Latin-1; many programs write UTF-8 all the same.
        yield Block(Kind.TEXT, text if _is_utf8(text) else text.decode("latin-1").encode(), key)


def _raw_profile(profile: str, text: bytes) -> Iterator[Block]:
    """A block as ImageMagick puts it into a text: name, length, then hexadecimal lines."""
    lines = text.split(b"\n", 3)
    if len(lines) < 4:
        return
    data = bytes.fromhex(lines[3].decode("ascii", "replace"))
    if profile.lower() in {"exif", "app1"} and data.startswith(b"Exif\0"):
        yield Block(Kind.EXIF, data[6:])
    elif profile.lower() in {"xmp", "app1"}:
        yield Block(Kind.XMP, data.removeprefix(_XMP_HEAD))
    elif profile.lower() in {"iptc", "8bim"}:
        yield from _photoshop(data)


def _unpacked(packed: bytes, longest: int) -> bytes:
    """So much of a text as is wanted; the rest of a bomb stays packed."""
    return zlib.decompressobj().decompress(packed, longest)


def _is_utf8(text: bytes) -> bool:
    # The cut may go through a letter of four bytes.
    try:
        text[: LONGEST_TEXT - 4].decode()
    except UnicodeDecodeError:
        return False
    return True


def _webp(data: bytes) -> Iterator[Block]:
    place = 12
    for _ in range(_MOST_STEPS):
        name, length = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        if len(name) < 4:
            return
        start = place + 8
        if name == b"EXIF":
            yield Block(Kind.EXIF, data[start : start + min(length, LONGEST_BLOCK)].removeprefix(b"Exif\0\0"))
        elif name == b"XMP ":
            yield Block(Kind.XMP, data[start : start + min(length, LONGEST_BLOCK)])
        elif name == b"C2PA":
            yield Block(Kind.CREDENTIALS, data[start : start + min(length, LONGEST_CREDENTIALS)])
        place = start + length + length % 2


def _gif(data: bytes) -> Iterator[Block]:
    data = data[:_GIF_REACH]
    place = 13 + _colours(data[10])
    for _ in range(_MOST_STEPS):
        introducer = data[place : place + 1]
        if introducer == b"!":
            label, place = data[place + 1], place + 2
            content, after = _sub_blocks(data, place)
            if label == 0xFE:
                yield Block(Kind.TEXT, content)
            elif label == 0xFF and content.startswith(b"XMP DataXMP"):
                # The packet lies there bare; a run of falling numbers after it ends the sub-blocks.
                end = data.find(b"\1\xff\xfe", place, place + LONGEST_BLOCK)
                yield Block(Kind.XMP, data[place + 12 : max(end, place + 12)])
            elif label == 0xFF and content.startswith(b"C2PA_GIF"):
                yield Block(Kind.CREDENTIALS, content[11:])
            place = after
        elif introducer == b",":
            place += 10 + _colours(data[place + 9]) + 1
            place = _sub_blocks(data, place)[1]
        else:
            return


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _sub_blocks(data: bytes, place: int) -> tuple[bytes, int]:
    """What a row of sub-blocks holds, as far as it is wanted, and where it ends."""
    found = bytearray()
    while length := data[place]:
        if len(found) < LONGEST_CREDENTIALS:
            found += data[place + 1 : place + 1 + length]
        place += 1 + length
    return bytes(found), place + 1


def _boxes(data: bytes) -> Iterator[Block]:
    """Of HEIC, AVIF and JPEG 2000: what lies beside the picture in boxes of its own."""
    place = 0
    for _ in range(_MOST_STEPS):
        length, name = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        head = 8
        if length == 1:
            length, head = int.from_bytes(data[place + 8 : place + 16]), 16
        if len(name) < 4 or (length and length < head):
            return
        end = place + length if length else len(data)
        if name == b"uuid":
            identity = data[place + head : place + head + 16]
            body = place + head + 16
            if identity == _XMP_UUID:
                yield Block(Kind.XMP, data[body : min(end, body + LONGEST_BLOCK)])
            elif identity == _CREDENTIALS_UUID:
                yield Block(Kind.CREDENTIALS, data[body : min(end, body + LONGEST_CREDENTIALS)])
        place = end


def _still(data: bytes) -> Iterator[Block]:
    """Of HEIC and AVIF: what Pillow finds among the items of the picture."""
    pillow_heif.register_heif_opener()
    with Image.open(BytesIO(data), formats=("AVIF", "HEIF")) as image:
        exif, xmp = image.info.get("exif"), image.info.get("xmp")
    if isinstance(exif, bytes):
        yield Block(Kind.EXIF, exif[:LONGEST_BLOCK].removeprefix(b"Exif\0\0"))
    if isinstance(xmp, bytes):
        yield Block(Kind.XMP, xmp[:LONGEST_BLOCK])


def _tiff(data: bytes) -> Iterator[Block]:
    yield Block(Kind.TIFF, data)


_READERS: tuple[tuple[bytes, Callable[[bytes], Iterator[Block]]], ...] = (
    (b"\xff\xd8", _jpeg),
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"RIFF", _webp),
    (b"GIF8", _gif),
    (b"II*\0", _tiff),
    (b"MM\0*", _tiff),
)
