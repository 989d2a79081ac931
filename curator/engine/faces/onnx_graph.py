"""dlib's face encoder as an ONNX graph that computes the same 128 numbers."""

from dataclasses import dataclass, replace
from typing import assert_never

import numpy as np

from curator.engine.faces.dat_file import (
    AddPrevious,
    Affine,
    BadModel,
    Convolution,
    FullyConnected,
    Layer,
    Network,
    Pooling,
    Rectifier,
    Tag,
)
from curator.engine.faces.onnx_file import FLOAT, UINT8, Graph, value

CHIPS, ENCODINGS = "chips", "encodings"
"""Names of the graph's input, uint8 (n, 150, 150, 3) RGB, and output, float32 (n, 128)."""


@dataclass(frozen=True, slots=True)
class _Flow:
    """A value on its way through the graph: its name and its channels, rows, columns."""

    name: str
    shape: tuple[int, int, int]


def encoder_model(network: Network) -> bytes:
    """The network as the bytes of an ONNX model.

    Affine layers are folded into the convolution before them, the input's means and its
    division by 256 into the first one; that is exact because it has no padding.

    Raises:
        BadModel: the layers do not fit together.
    """
    builder = _Builder(network)
    layers = _folded(network)
    for index, layer in enumerate(layers):
        following = layers[index + 1] if index + 1 < len(layers) else None
        builder.add(layer, following)
    return builder.finish()


def _folded(network: Network) -> list[Layer]:
    """The layers without affine ones and without input normalisation."""
    layers: list[Layer] = []
    for layer in network.layers:
        before = layers[-1] if layers else None
        if not isinstance(layer, Affine):
            layers.append(layer)
        elif isinstance(before, Convolution):
            factor = layer.factor.astype(np.float64)
            # Multiplied in float64 and rounded once, without a large array of float64 in between.
            scaled = np.empty(before.weights.shape, np.float32)
            np.multiply(before.weights, factor[:, None, None, None], out=scaled, casting="same_kind")
            layers[-1] = replace(before, weights=scaled, bias=before.bias * factor + layer.offset)
        else:
            raise BadModel("an affine layer that follows no convolution")
    first = layers[0]
    if not isinstance(first, Convolution) or first.padding != (0, 0):
        raise BadModel("the first layer is not a convolution without padding")
    weights = first.weights / 256
    bias = first.bias - (weights * np.array(network.means)[None, :, None, None]).sum(axis=(1, 2, 3))
    layers[0] = replace(first, weights=weights, bias=bias)
    return layers


class _Builder:
    """Adds layer after layer to a graph, following dlib's tags and skips.

    A residual block reads: tag its input; two convolutions; and where it halves the
    picture, tag that result, skip back to the input and pool it; add the two.
    """

    def __init__(self, network: Network) -> None:
        self._graph = Graph("dlib_face_recognition_resnet_model_v1")
        self._size = network.size
        floats = self._graph.node("Cast", CHIPS, to=FLOAT)
        planes = self._graph.node("Transpose", floats, perm=[0, 3, 1, 2])
        self._now = _Flow(planes, (3, *network.size))
        self._block = self._now
        self._branch: _Flow | None = None
        self._before: Layer | None = None

    def add(self, layer: Layer, following: Layer | None) -> None:
        match layer:
            case Tag() if isinstance(self._before, Tag):
                # Second of two in a row: a skip back to where the block began.
                self._now, self._branch, self._block = self._block, self._now, self._block
            case Tag():
                if not isinstance(following, Tag):
                    self._block, self._branch = self._now, None
            case Convolution():
                self._now = self._convolution(self._now, layer)
            case Rectifier():
                self._now = _Flow(self._graph.node("Relu", self._now.name), self._now.shape)
            case Pooling():
                self._now = self._pooling(self._now, layer, following)
            case AddPrevious():
                self._now = self._sum(self._now, self._branch or self._block)
            case FullyConnected():
                flat = self._graph.node("Flatten", self._now.name, axis=1)
                weights = self._graph.constant(layer.weights)
                name = self._graph.node("MatMul", flat, weights, output=ENCODINGS)
                self._now = _Flow(name, (layer.weights.shape[1], 1, 1))
            case Affine():
                raise BadModel("an affine layer that was not folded")
            case _:
                assert_never(layer)
        self._before = layer

    def finish(self) -> bytes:
        if self._now.name != ENCODINGS:
            raise BadModel("the last layer is not fully connected")
        return self._graph.model(
            inputs=[value(CHIPS, UINT8, ["n", *self._size, 3])],
            outputs=[value(ENCODINGS, FLOAT, ["n", self._now.shape[0]])],
        )

    def _convolution(self, flow: _Flow, layer: Convolution) -> _Flow:
        filters, channels = layer.weights.shape[:2]
        if channels != flow.shape[0]:
            raise BadModel("a convolution over another number of channels")
        above, beside = layer.padding
        name = self._graph.node(
            "Conv",
            flow.name,
            self._graph.constant(layer.weights.astype(np.float32, copy=False)),
            self._graph.constant(layer.bias.astype(np.float32)),
            kernel_shape=layer.kernel,
            strides=layer.stride,
            pads=(above, beside, above, beside),
        )
        rows = (flow.shape[1] + 2 * above - layer.kernel[0]) // layer.stride[0] + 1
        columns = (flow.shape[2] + 2 * beside - layer.kernel[1]) // layer.stride[1] + 1
        return _Flow(name, (filters, rows, columns))

    def _pooling(self, flow: _Flow, layer: Pooling, following: Layer | None) -> _Flow:
        channels, height, width = flow.shape
        if layer.kernel == (0, 0):
            return _Flow(self._graph.node("GlobalAveragePool", flow.name), (channels, 1, 1))
        rows = (height - layer.kernel[0]) // layer.stride[0] + 1
        columns = (width - layer.kernel[1]) // layer.stride[1] + 1
        wanted = self._branch.shape[0] if self._branch and isinstance(following, AddPrevious) else channels
        if layer.average and wanted > channels:
            # The average and the zero channels that the addition needs as one convolution:
            # 0.25 is exact, and onnxruntime keeps its block layout (a sixth faster).
            weights = np.zeros((wanted, channels, *layer.kernel), np.float32)
            weights[np.arange(channels), np.arange(channels)] = 1 / (layer.kernel[0] * layer.kernel[1])
            name = self._graph.node(
                "Conv",
                flow.name,
                self._graph.constant(weights),
                kernel_shape=layer.kernel,
                strides=layer.stride,
            )
            return _Flow(name, (wanted, rows, columns))
        name = self._graph.node(
            "AveragePool" if layer.average else "MaxPool",
            flow.name,
            kernel_shape=layer.kernel,
            strides=layer.stride,
        )
        return _Flow(name, (channels, rows, columns))

    def _sum(self, left: _Flow, right: _Flow) -> _Flow:
        """The sum; like dlib's, it pads the smaller side of every axis with zeros at the end."""
        channels, rows, columns = (max(pair) for pair in zip(left.shape, right.shape, strict=True))
        full = (channels, rows, columns)
        # The convolution's branch first: onnxruntime then fuses convolution, sum and rectifier.
        name = self._graph.node("Add", self._padded(left, full), self._padded(right, full))
        return _Flow(name, full)

    def _padded(self, flow: _Flow, shape: tuple[int, int, int]) -> str:
        if flow.shape == shape:
            return flow.name
        missing = [wanted - there for wanted, there in zip(shape, flow.shape, strict=True)]
        widths = self._graph.constant(np.array([0, 0, 0, 0, 0, *missing], np.int64))
        return self._graph.node("Pad", flow.name, widths, mode="constant")
