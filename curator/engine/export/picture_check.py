"""Takes a written picture apart: whether it is a picture, its label, its signature, and nothing else.

A JPEG file is read segment by segment against a list of what may be there, so that nobody has to
know in which of its many places something could leak.
"""

from collections.abc import Iterator
from io import BytesIO

import numpy as np
from PIL import Image

from curator.engine.export.contents import PHOTO_WIDTH
from curator.engine.export.flaws import Flaw
from curator.engine.export.labels import Label, read_label, xmp_packet
from curator.engine.export.signing import verify
from curator.engine.said import said

__all__ = ["Flaw", "check_picture"]

_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
_JFIF = b"JFIF\x00"
_JFIF_SIZE = 14  # bytes of the segment without a thumbnail (ITU-T T.871, 10.1)
_START, _END, _SCAN, _APP0, _APP1, _APP11 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xEB
# Tables and frame headers (ITU-T T.81, table B.1): everything that an image needs, nothing that tells.
_PICTURE_SEGMENTS = frozenset({0xC0, 0xC2, 0xC4, 0xDB, 0xDD})

# A JUMBF box in an APP11 segment (ISO/IEC 19566-5, annex D): "JP", box number, place in the row, then the
# box's length and type again in each segment. A manifest store of C2PA is the one box with this content type.
_JUMBF = b"JP"
_JUMBF_HEAD = 16
_MANIFEST_STORE = bytes.fromhex("63327061 0011 0010 8000 00AA00389B71")


def check_picture(data: bytes, *, label: Label | None, signed: bool) -> tuple[int, int]:
    """Takes a written picture apart and decodes it.

    Args:
        data: a JPEG file that this program wrote.
        label: what it has to bear, to the byte; None for nothing.
        signed: whether it has to be signed; otherwise it must not be.

    Returns:
        Width and height in pixels.

    Raises:
        Flaw: it holds anything that it should not, or lacks something.
    """
    packets: list[bytes] = []
    boxes: list[bytes] = []
    for marker, body in _segments(data):
        if marker == _APP0 and body.startswith(_JFIF) and len(body) == _JFIF_SIZE:
            continue
        if marker == _APP1 and body.startswith(_XMP):
            packets.append(body.removeprefix(_XMP))
        elif marker == _APP11 and signed:
            boxes.append(body)
        elif marker == _APP11:
            raise Flaw(said("is signed, but should not be"))
        elif marker not in _PICTURE_SEGMENTS:
            raise Flaw(said("holds more than the picture"))
    _check_label(packets, label=label)
    if signed:
        if label is None or label.making is None:
            raise Flaw(said("is signed, but is no deepfake"))
        _check_boxes(boxes)
        verify(data, label=label)
    return _decoded_size(data)


def _check_label(packets: list[bytes], *, label: Label | None) -> None:
    wanted = [] if label is None else [xmp_packet(label)]
    if packets == wanted:
        return
    found = [read_label(packet) for packet in packets]
    if None in found:
        raise Flaw(said("holds a description that Curator did not write"))
    if label is not None and label.making is not None and not any(one and one.making for one in found):
        raise Flaw(said("lacks the label of a deepfake"))
    if (label is None or label.making is None) and any(one and one.making for one in found):
        raise Flaw(said("is labelled, but is no deepfake"))
    raise Flaw(said("has another label than it should"))


def _check_boxes(bodies: list[bytes]) -> None:
    """The segments make up one manifest store, without a gap and with nothing behind it.

    Raises:
        Flaw: they do not, or there is none.
    """
    if not bodies:
        raise Flaw(said("lacks the signature"))
    store = bytearray()
    for place, body in enumerate(bodies, start=1):
        head = body[:_JUMBF_HEAD]
        in_order = head[:2] == _JUMBF and head[2:4] == bodies[0][2:4]
        if not in_order or int.from_bytes(head[4:8], "big") != place or head[8:] != bodies[0][8:_JUMBF_HEAD]:
            raise Flaw(said("holds more than the picture"))
        store += body[_JUMBF_HEAD:]
    length, kind = bodies[0][8:12], bodies[0][12:_JUMBF_HEAD]
    if (
        kind != b"jumb"
        or int.from_bytes(length, "big") != len(store) + 8
        or store[4:8] != b"jumd"
        or store[8:24] != _MANIFEST_STORE
    ):
        raise Flaw(said("holds more than the picture"))


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
