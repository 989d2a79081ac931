"""One answer as one run of bytes: a JSON header, and the raw arrays behind it."""

import json
import struct
from collections.abc import Mapping

from curator.engine.workers.wire import checks
from curator.engine.workers.wire.checks import nonsense
from curator.engine.workers.wire.limits import MAX_HEADER

MAGIC = b"CUR1"

BEFORE_HEADER = len(MAGIC) + 4
"""Bytes of the beginning and of the header's length."""


def packed(header: Mapping[str, object], *arrays: bytes | memoryview) -> bytes:
    """A header and its arrays as one message; of the arrays each byte is copied once."""
    text = json.dumps(header).encode()
    return b"".join([MAGIC, struct.pack(">I", len(text)), text, *arrays])


class Message:
    """A message taken apart: a JSON object, and the raw arrays behind it.

    Whatever is wrong with it raises a ``WorkerFailure``.

    Attributes:
        kind: what it says it is.
    """

    def __init__(self, untrusted: bytes) -> None:
        if len(untrusted) < BEFORE_HEADER or untrusted[: len(MAGIC)] != MAGIC:
            nonsense("beginning")
        (length,) = struct.unpack(">I", untrusted[len(MAGIC) : BEFORE_HEADER])
        end = BEFORE_HEADER + length
        if length > MAX_HEADER or end > len(untrusted):
            nonsense("header length")
        try:
            fields = json.loads(untrusted[BEFORE_HEADER:end], parse_constant=nonsense)
        except (ValueError, RecursionError):
            nonsense("header")
        if not isinstance(fields, dict):
            nonsense("header")
        self._untrusted_fields: dict[str, object] = fields
        self._untrusted_arrays = memoryview(untrusted)[end:]
        self.kind = self.word("kind")

    def __getitem__(self, name: str) -> object:
        if name not in self._untrusted_fields:
            nonsense(name)
        return self._untrusted_fields[name]

    def word(self, name: str) -> str:
        """A short text of the header."""
        return checks.text(self[name], 100)

    def array(self, name: str, longest: int) -> list[object]:
        """A list of the header, of that many values at most; these are not checked yet."""
        return checks.array(self[name], longest)

    def take(self, size: int) -> memoryview:
        """The next so many bytes of the arrays, without copying them."""
        if size > len(self._untrusted_arrays):
            nonsense("array length")
        taken = self._untrusted_arrays[:size]
        self._untrusted_arrays = self._untrusted_arrays[size:]
        return taken

    def end(self) -> None:
        """There must be nothing left."""
        if len(self._untrusted_arrays):
            nonsense("array length")
