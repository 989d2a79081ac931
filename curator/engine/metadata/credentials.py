"""Looks into content credentials (C2PA) for what they say, without verifying any of it.

A plain search for a few keys in the CBOR or JSON text of all claims, those of earlier versions
of the picture included. Signatures and hashes are not looked at, hence "says" and never "proves".
"""

import re
from collections.abc import Iterator

_MOST = 40
_LONGEST = 300
_NAME = b"\x64name"
"""The CBOR text ``name``."""

_JSON_TEXT = re.compile(rb'"\s*:\s*"([^"\\\x00-\x1f]{1,300})"')


def is_manifest(data: bytes) -> bool:
    """Whether a block is a store of content credentials: a JUMBF superbox that is labelled so."""
    return b"jumb" in data[:200] and b"c2pa" in data[:200]


def makers(data: bytes) -> Iterator[str]:
    """The programs that the claims name as their authors."""
    for key in (b"claim_generator_info", b"claim_generator"):
        yield from _names(data, key)


def agents(data: bytes) -> Iterator[str]:
    """The programs that the claims say did something to the picture."""
    return _names(data, b"softwareAgent")


def source_types(data: bytes) -> Iterator[str]:
    """The digital source types that actions and other assertions name."""
    for place in _places(data, b"digitalSourceType"):
        text = _text_at(data, place)
        if text:
            yield text


def _names(data: bytes, key: bytes) -> Iterator[str]:
    for place in _places(data, key):
        text = _text_at(data, place) or _name_after(data, place)
        if text:
            yield text


def _places(data: bytes, key: bytes) -> Iterator[int]:
    """Where something may follow the key."""
    place = 0
    for _ in range(_MOST):
        place = data.find(key, place)
        if place < 0:
            return
        place += len(key)
        yield place


def _name_after(data: bytes, place: int) -> str:
    """The name in a map that stands there, or in the first map of a list."""
    # Maps and lists of less than 24 elements have one byte as head: 0xa0 to 0xb7, 0x80 to 0x97.
    if data[place : place + 1] and data[place] & 0xC0 == 0x80:
        found = data.find(_NAME, place, place + 200)
        if found >= 0:
            return _text_at(data, found + len(_NAME))
    return ""


def _text_at(data: bytes, place: int) -> str:
    """The CBOR text (RFC 8949, major type 3) or the JSON text that stands there; else nothing."""
    head = data[place : place + 3]
    if not head:
        return ""
    if 0x60 < head[0] <= 0x77:
        start, length = place + 1, head[0] - 0x60
    elif head[0] == 0x78 and len(head) > 1:
        start, length = place + 2, head[1]
    elif head[0] == 0x79 and len(head) > 2:
        start, length = place + 3, int.from_bytes(head[1:3])
    else:
        found = _JSON_TEXT.match(data, place)
        return found[1].decode("utf-8", "replace") if found else ""
    return data[start : start + min(length, _LONGEST)].decode("utf-8", "replace")
