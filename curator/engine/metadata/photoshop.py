"""Reads Photoshop's image resources and the IPTC records in them."""

from collections.abc import Iterator

_MOST = 1000
_LONGEST = 65_536


def resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each resource.

    Adobe Photoshop File Formats Specification, "Image Resource Blocks": ``8BIM``, number, a name
    and a length, both padded to even.
    """
    place = 0
    for _ in range(_MOST):
        if data[place : place + 4] != b"8BIM" or place + 7 > len(data):
            return
        number = int.from_bytes(data[place + 4 : place + 6])
        name = 1 + data[place + 6]
        place += 6 + name + name % 2
        length = int.from_bytes(data[place : place + 4])
        yield number, data[place + 4 : place + 4 + min(length, _LONGEST)]
        place += 4 + length + length % 2


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each dataset of the application record (IPTC IIM 4.2, record 2)."""
    place = 0
    for _ in range(_MOST):
        if data[place : place + 1] != b"\x1c" or place + 5 > len(data):
            return
        record, number = data[place + 1], data[place + 2]
        length = int.from_bytes(data[place + 3 : place + 5])
        if length & 0x8000:
            return  # an extended dataset: nothing that is looked for is that long
        if record == 2:
            yield number, data[place + 5 : place + 5 + length]
        place += 5 + length
