"""From a face's place to its 128 numbers: onnxruntime where it agrees with dlib, else dlib."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from curator.engine.faces.dat_file import BadModel, read_network
from curator.engine.faces.onnx_graph import CHIPS, ENCODINGS, encoder_model
from curator.engine.faces.onnx_session import open_session
from curator.engine.kept_sentences import FAILED_RUNTIME, OTHER_NUMBERS, SLOW_ENCODER, UNKNOWN_LAYOUT
from curator.engine.records import Encoding

Chips = NDArray[np.uint8]
"""Shape (n, 150, 150, 3), uint8, RGB: faces cut out, turned upright and scaled by dlib."""

CHIP_SIDE, CHIP_PADDING = 150, 0.25
"""What dlib's encoder was trained on (``dnn_face_recognition_ex.cpp``)."""

MAX_DEVIATION = 1e-3
"""Largest difference from dlib in any of the 128 numbers; 4e-7 is what was measured."""

_BATCH = 8
"""Chips encoded at once; more brings nothing and costs 20 MB each."""


class ChipEncoder(Protocol):
    """Computes encodings of face chips."""

    @property
    def runtime(self) -> str:
        """The library that does it."""
        ...

    def encode(self, chips: Chips) -> NDArray[np.float64]:
        """Shape (n, 128), float64."""
        ...


class DlibEncoder:
    """dlib's own network: the definition of truth, 15 times slower without BLAS."""

    runtime = "dlib"

    def __init__(self, path: Path) -> None:
        """Loads the network from its ``.dat`` file."""
        import dlib

        self._network: Any = dlib.face_recognition_model_v1(str(path))

    def encode(self, chips: Chips) -> NDArray[np.float64]:
        """Shape (n, 128), float64. Holds the interpreter lock while it computes."""
        encodings = [np.array(self._network.compute_face_descriptor(chip)) for chip in chips]
        return np.array(encodings, dtype=np.float64).reshape(len(chips), 128)


class OnnxEncoder:
    """The same network in onnxruntime, built in memory from dlib's own file."""

    runtime = "onnxruntime"

    def __init__(self, path: Path) -> None:
        """Builds the graph.

        Raises:
            ImportError: onnxruntime is not installed.
            BadModel: the file is not the network that is known.
        """
        self._session = open_session(encoder_model(read_network(path.read_bytes())))

    def encode(self, chips: Chips) -> NDArray[np.float64]:
        """Shape (n, 128), float64."""
        parts = [
            self._session.run([ENCODINGS], {CHIPS: chips[start : start + _BATCH]})[0]
            for start in range(0, len(chips), _BATCH)
        ]
        return np.concatenate(parts).astype(np.float64) if parts else np.empty((0, 128))


def best_encoder(path: Path) -> tuple[ChipEncoder, str]:
    """The fast encoder if it agrees with dlib's on a chip, else dlib's and the reason.

    Returns:
        The encoder, and a sentence for the log, empty when the fast one is used.
    """
    truth = DlibEncoder(path)
    try:
        fast = OnnxEncoder(path)
        deviation = _deviation(fast, truth)
    except ImportError:
        return truth, SLOW_ENCODER
    except BadModel as error:
        return truth, UNKNOWN_LAYOUT.filled(detail=error)
    except Exception as error:  # onnxruntime raises types of its own, all unlisted
        return truth, FAILED_RUNTIME.filled(detail=error)
    if not deviation < MAX_DEVIATION:
        return truth, OTHER_NUMBERS.filled(deviation=f"{deviation:.1e}")
    return fast, ""


def _deviation(one: ChipEncoder, other: ChipEncoder) -> float:
    """Largest difference of two encoders on one made-up chip with every kind of edge in it."""
    rows, columns = np.mgrid[:CHIP_SIDE, :CHIP_SIDE].astype(np.float64)
    waves = [127.5 + 127.5 * np.sin((rows * (3 + k) + columns * (7 - 2 * k)) / 40) for k in range(3)]
    chips = np.stack(waves, axis=-1).astype(np.uint8)[None]
    return float(np.abs(one.encode(chips) - other.encode(chips)).max())


@dataclass(frozen=True, slots=True, eq=False)
class FaceCut:
    """A face cut out of a picture.

    Attributes:
        chip: shape (150, 150, 3), uint8, RGB: the face upright, eyes level.
        points: shape (5, 2), x and y in pixels of the picture: corners of both eyes, nose.
    """

    chip: Chips
    points: NDArray[np.float64]


class FaceEncoder:
    """Cuts faces out of a picture by dlib's five landmarks and encodes them."""

    def __init__(self, landmarks: Path, encoder: ChipEncoder) -> None:
        """Loads dlib's five-point landmark model."""
        import dlib

        self._dlib: Any = dlib
        self._predictor: Any = dlib.shape_predictor(str(landmarks))
        self._encoder = encoder

    @property
    def runtime(self) -> str:
        """The library that computes encodings."""
        return self._encoder.runtime

    def cut(self, pixels: NDArray[np.uint8], sides: tuple[int, int, int, int]) -> FaceCut:
        """Cut out the face in left, top, right, bottom of RGB pixels."""
        shape = self._predictor(pixels, self._dlib.rectangle(*sides))
        points = np.array([(part.x, part.y) for part in shape.parts()], dtype=np.float64)
        # The plural get_face_chips cuts slightly different chips and is not what dlib encodes.
        return FaceCut(self._dlib.get_face_chip(pixels, shape, CHIP_SIDE, CHIP_PADDING), points)

    def encode(self, chips: Sequence[Chips]) -> list[Encoding]:
        """One read-only encoding for each chip."""
        if not chips:
            return []
        encodings = self._encoder.encode(np.stack(chips))
        encodings.flags.writeable = False
        return list(encodings)
