"""The seam between the program and whatever finds faces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from curator.engine.records import Encoding, FaceBox, FoundFace

if TYPE_CHECKING:
    from curator.engine.pictures import WorkPicture

Detector = Literal["yunet", "hog", "cnn"]
Encoder = Literal["onnx", "dlib"]


@dataclass(frozen=True, slots=True)
class FinderSettings:
    """Which face finder a worker makes.

    Attributes:
        detector: ``yunet`` is the ladder YuNet, turns, tiles, HOG; ``hog`` and ``cnn`` are dlib's.
        encoder: ``onnx`` runs dlib's network in onnxruntime, ``dlib`` leaves all to face_recognition.
        models_folder: where model files are looked for first; None: in the installed packages.
    """

    detector: Detector = "yunet"
    encoder: Encoder = "onnx"
    models_folder: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FoundFaces:
    """What a finder saw in a picture.

    Attributes:
        picture: the picture, turned if a face stood upright only then.
        faces: largest first; boxes and landmarks in pixels of that picture at full size.
        seconds: processor time of the stages ``detect``, ``detail`` and ``encode``.
    """

    picture: "WorkPicture"
    faces: tuple[FoundFace, ...]
    seconds: Mapping[str, float]


class FaceFinder(Protocol):
    """Finds faces and encodes them. One of three seams where tests may put a fake."""

    @property
    def name(self) -> str:
        """What is kept beside encodings, such as ``dlib-resnet-v1/yunet``.

        Encodings whose names agree before the slash can be compared.
        """
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for the log about what could not be used; empty when all is as asked for."""
        ...

    @property
    def runtime(self) -> str:
        """What computes encodings, ``onnxruntime`` or ``dlib``, for people; may be empty."""
        ...

    def find(self, picture: "WorkPicture") -> FoundFaces:
        """All faces of a picture, encoded where possible."""
        ...

    def encode(self, picture: "WorkPicture", boxes: Sequence[FaceBox]) -> tuple[Encoding | None, ...]:
        """Encodings of faces whose boxes are known, such as hand-drawn ones.

        Args:
            picture: as turned as it was when the boxes were drawn.
            boxes: in pixels of that picture at full size.

        Returns:
            One for each box, None where there is no face's worth of picture.
        """
        ...
