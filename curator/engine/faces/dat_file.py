"""Read the layers of dlib's face encoder from its ``.dat`` file, without dlib.

The format is dlib's own serialisation (``dlib/serialize.h``, ``dlib/dnn/core.h`` and
``dlib/dnn/layers.h`` of dlib 19.x and 20.x): every object writes a version first.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.floating[Any]]
"""float32 in the file, float64 once layers have been folded."""

Pair = tuple[int, int]
"""Rows, then columns, as dlib writes them."""


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """``con_``: weights of shape (filters, channels, rows, columns) and one bias a filter."""

    weights: Weights
    bias: Weights
    kernel: Pair
    stride: Pair
    padding: Pair


@dataclass(frozen=True, slots=True, eq=False)
class Affine:
    """``affine_``: a factor and an offset for each channel (a batch normalisation at rest)."""

    factor: Weights
    offset: Weights


@dataclass(frozen=True, slots=True)
class Pooling:
    """``max_pool_`` or ``avg_pool_``; a kernel of (0, 0) takes everything."""

    average: bool
    kernel: Pair
    stride: Pair


@dataclass(frozen=True, slots=True)
class Rectifier:
    """``relu_``."""


@dataclass(frozen=True, slots=True)
class AddPrevious:
    """``add_prev_``: adds a tagged layer; the smaller one is padded with zeros on every axis."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag or skip layer: alone it tags the input of a block, two in a row skip back to it."""


@dataclass(frozen=True, slots=True, eq=False)
class FullyConnected:
    """``fc_`` without bias: weights of shape (inputs, outputs)."""

    weights: Weights


Layer = Convolution | Affine | Pooling | Rectifier | AddPrevious | Tag | FullyConnected


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The encoder: input means (red, green, blue), input size, layers in order of computation."""

    means: tuple[float, float, float]
    size: Pair
    layers: tuple[Layer, ...]


class BadModel(ValueError):
    """The bytes are not the network that this reader knows."""


def read_network(data: bytes) -> Network:
    """The layers of ``dlib_face_recognition_resnet_model_v1.dat``.

    Raises:
        BadModel: another version, another kind of layer, or bytes left over.
    """
    reader = _Reader(data)
    reader.expect(1, "loss layer")
    loss = reader.text()
    if loss == "loss_metric_2":
        reader.real()
        reader.real()
    elif loss != "loss_metric_":
        raise BadModel(f"loss {loss!r}")
    # Layers are nested, outermost first: each writes its version before its subnetwork,
    # 2 for a computing layer, 1 for a tag or skip, 3 for the innermost, then the input.
    versions: list[int] = []
    while not versions or versions[-1] != 3:
        versions.append(reader.whole())
        if versions[-1] not in {1, 2, 3}:
            raise BadModel(f"layer version {versions[-1]}")
    if reader.text() != "input_rgb_image_sized":
        raise BadModel("input layer")
    means = (reader.real(), reader.real(), reader.real())
    size = reader.pair()
    layers: list[Layer] = []
    for version in reversed(versions):
        if version == 1:
            layers.append(Tag())
            continue
        layers.append(_read_layer(reader))
        for _ in range(3):
            reader.flag()
        for _ in range(3):  # gradients and cached output, empty in a finished model
            reader.tensor()
        if version == 3:
            reader.whole()
    if not reader.at_end():
        raise BadModel("bytes left over")
    return Network(means, size, tuple(layers))


def _read_layer(reader: "_Reader") -> Layer:
    kind = reader.text()
    match kind:
        case "con_4" | "con_5" | "con_6":
            return _read_convolution(reader, kind)
        case "affine_" | "affine_2":
            numbers = reader.tensor().ravel()
            count = math.prod(reader.shape())
            reader.shape()
            reader.whole()
            if kind == "affine_2" and reader.flag():
                raise BadModel("a disabled affine layer")
            if len(numbers) != 2 * count:
                raise BadModel("affine numbers")
            return Affine(numbers[:count], numbers[count:])
        case "max_pool_2" | "avg_pool_2":
            kernel, stride, padding = reader.pair(), reader.pair(), reader.pair()
            if padding != (0, 0):
                raise BadModel("padded pooling")
            return Pooling(kind == "avg_pool_2", kernel, stride)
        case "relu_" | "relu_2":
            if kind == "relu_2" and reader.flag():
                raise BadModel("a disabled rectifier")
            return Rectifier()
        case "add_prev_":
            return AddPrevious()
        case "fc_2" | "fc_3":
            outputs, inputs = reader.whole(), reader.whole()
            numbers = reader.tensor().ravel()
            count = math.prod(reader.shape())
            reader.shape()
            if reader.whole() != 1:
                raise BadModel("a fully connected layer with bias")
            reader.factors()
            if kind == "fc_3":
                reader.flag()
            return FullyConnected(numbers[:count].reshape(inputs, outputs))
        case _:
            raise BadModel(f"layer {kind!r}")


def _read_convolution(reader: "_Reader", kind: str) -> Convolution:
    numbers = reader.tensor().ravel()
    reader.whole()
    kernel, stride, padding = reader.pair(), reader.pair(), reader.pair()
    shape = reader.shape()
    reader.shape()
    reader.factors()
    has_bias = reader.flag() if kind != "con_4" else True
    if kind == "con_6" and reader.flag():
        raise BadModel("a convolution with a built-in rectifier")
    count = math.prod(shape)
    bias = numbers[count:] if has_bias else np.zeros(shape[0], np.float32)
    if len(bias) != shape[0]:
        raise BadModel("convolution bias")
    return Convolution(numbers[:count].reshape(shape), bias, kernel, stride, padding)


class _Reader:
    """dlib's primitive types from bytes, front to back."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def at_end(self) -> bool:
        return self._at == len(self._data)

    def take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) != count:
            raise BadModel("the file ends early")
        self._at += count
        return taken

    def whole(self) -> int:
        """An integer: a byte with sign and length, then that many bytes, lowest first."""
        control = self.take(1)[0]
        length = control & 0x0F
        if control & 0x70 or not 1 <= length <= 8:
            raise BadModel(f"integer of {control:#x}")
        value = int.from_bytes(self.take(length), "little")
        return -value if control & 0x80 else value

    def flag(self) -> bool:
        value = self.take(1)
        if value not in {b"0", b"1"}:
            raise BadModel("a flag")
        return value == b"1"

    def text(self) -> str:
        return self.take(self.whole()).decode("ascii")

    def real(self) -> float:
        """A float: mantissa times two to the exponent, both integers."""
        mantissa, exponent = self.whole(), self.whole()
        if exponent >= 32000:  # dlib's marks for infinities and not-a-number
            raise BadModel("a number that is not finite")
        return math.ldexp(mantissa, exponent)

    def pair(self) -> Pair:
        return self.whole(), self.whole()

    def factors(self) -> None:
        """Learning rates and decays, of no use here."""
        for _ in range(4):
            self.real()

    def shape(self) -> tuple[int, ...]:
        self.expect(1, "shape")
        return tuple(self.whole() for _ in range(4))

    def tensor(self) -> Weights:
        self.expect(2, "tensor")
        shape = [self.whole() for _ in range(4)]
        return np.frombuffer(self.take(4 * math.prod(shape)), "<f4").reshape(shape)

    def expect(self, version: int, what: str) -> None:
        found = self.whole()
        if found != version:
            raise BadModel(f"{what} version {found}")
