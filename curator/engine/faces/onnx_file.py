"""Write ONNX models as bytes: the few protobuf messages that a graph of layers needs.

Field numbers are those of ``onnx.proto`` (IR version 8). Written by hand so that the
``onnx`` package, which is larger than all of Curator, is not needed.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FLOAT, UINT8, INT64 = 1, 2, 7
"""``TensorProto.DataType``."""

Attribute = int | str | Sequence[int]


class Graph:
    """Collects nodes and constants, then writes the model."""

    def __init__(self, name: str) -> None:
        """An empty graph."""
        self._name = name
        self._nodes: list[bytes] = []
        self._constants: list[tuple[bytes, memoryview]] = []

    def constant(self, values: NDArray[np.float32] | NDArray[np.int64]) -> str:
        """Adds weights, of type float32 or int64; returns their name."""
        name = f"w{len(self._constants)}"
        kind = INT64 if values.dtype == np.int64 else FLOAT
        raw = np.ascontiguousarray(values).data.cast("B")
        head = b"".join(_number(1, side) for side in values.shape) + _number(2, kind) + _bytes(8, name)
        self._constants.append((head + _start(9, len(raw)), raw))
        return name

    def node(self, operator: str, *inputs: str, output: str = "", **attributes: Attribute) -> str:
        """Adds an operator over named inputs; returns the name of its output."""
        name = output or f"t{len(self._nodes)}"
        self._nodes.append(
            b"".join(_bytes(1, value) for value in inputs)
            + _bytes(2, name)
            + _bytes(4, operator)
            + b"".join(_bytes(5, _attribute(key, value)) for key, value in attributes.items())
        )
        return name

    def model(self, *, inputs: Sequence[bytes], outputs: Sequence[bytes], opset: int = 17) -> bytes:
        """The finished model; inputs and outputs come from `value`."""
        # Joined once: the weights are 22 MB, and each copy of them takes longer than a picture.
        graph: list[bytes | memoryview] = [_bytes(1, node) for node in self._nodes]
        graph.append(_bytes(2, self._name))
        for head, raw in self._constants:
            graph += [_start(5, len(head) + len(raw)), head, raw]
        graph += [_bytes(11, value) for value in inputs]
        graph += [_bytes(12, value) for value in outputs]
        whole = _start(7, sum(map(len, graph)))
        operators = _bytes(1, "") + _number(2, opset)
        return b"".join([_number(1, 8), _bytes(2, "curator"), whole, *graph, _bytes(8, operators)])


def value(name: str, kind: int, shape: Sequence[int | str]) -> bytes:
    """A graph's input or output; a side may be a name where its length is free."""
    sides = b"".join(
        _bytes(1, _bytes(2, side) if isinstance(side, str) else _number(1, side)) for side in shape
    )
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, sides)))


def _attribute(name: str, content: Attribute) -> bytes:
    if isinstance(content, int):
        return _bytes(1, name) + _number(3, content) + _number(20, 2)
    if isinstance(content, str):
        return _bytes(1, name) + _bytes(4, content) + _number(20, 3)
    return _bytes(1, name) + b"".join(_number(8, item) for item in content) + _number(20, 7)


def _varint(number: int) -> bytes:
    out = bytearray()
    while True:
        number, low = number >> 7, number & 127
        out.append(low | (128 if number else 0))
        if not number:
            return bytes(out)


def _number(field: int, content: int) -> bytes:
    return _varint(field << 3) + _varint(content)


def _bytes(field: int, content: bytes | str) -> bytes:
    raw = content.encode() if isinstance(content, str) else content
    return _start(field, len(raw)) + raw


def _start(field: int, length: int) -> bytes:
    """What stands before so many bytes of a field."""
    return _varint(field << 3 | 2) + _varint(length)
