"""Join detector and encoder into the face finder that the settings ask for."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from time import process_time
from typing import Protocol

from curator.engine.errors import WorkerFailure
from curator.engine.faces import models
from curator.engine.faces.candidate import Candidate, FaceDetector, Points
from curator.engine.faces.dlib_detectors import Cnn, Hog, HogSteps
from curator.engine.faces.encoder import DlibEncoder, FaceEncoder, best_encoder
from curator.engine.faces.finder import FaceFinder, FinderSettings, FoundFaces
from curator.engine.faces.ladder import FULL_LOOK, GLIMPSE_SCORE, Detection, Ladder
from curator.engine.faces.plain import PlainFinder
from curator.engine.faces.quality import pose, sharpness
from curator.engine.faces.yunet import YuNet
from curator.engine.kept_sentences import NO_RUNTIME, WITHOUT_YUNET
from curator.engine.pictures import Pixels, WorkPicture, detailed
from curator.engine.records import Encoding, FaceBox, FoundFace, Point

ENCODER_NAME = "dlib-resnet-v1"

MIN_SIDE = 12.0
"""In pixels of the work picture: no detector tells smaller faces from noise."""

MIN_INSIDE = 0.5
"""Part of a face's box that must lie inside the picture."""

MIN_SPREAD = 3.0
"""Standard deviation of a chip's values: below, it is blank, and dlib would encode it all the same."""

ENOUGH_SIDE = 100
"""In pixels of the work picture: a smaller face is cut from the full picture. A face differs from
its copy of 100 px by 0.06, of 60 px by 0.13, of 40 px by 0.22."""

Sides = tuple[int, int, int, int]
"""Left, top, right, bottom in whole pixels of a view, inside it."""


class TurningDetector(Protocol):
    """Proposes faces, and the quarter turns that make them upright."""

    def detect(self, pixels: Pixels) -> Detection:
        """What was found."""
        ...


class Finder:
    """The face finder of the product: a detector and dlib's encoder over one work picture."""

    def __init__(
        self, name: str, *, notes: Sequence[str], detector: TurningDetector, encoder: FaceEncoder
    ) -> None:
        """Joins parts that are loaded already."""
        self.name = name
        self.notes = tuple(notes)
        self.runtime = encoder.runtime
        self._detector = detector
        self._encoder = encoder

    def find(self, picture: WorkPicture) -> FoundFaces:
        """All faces of a picture, largest first, encoded where possible."""
        started = process_time()
        detection = self._detector.detect(picture.pixels)
        picture = picture.turned(detection.turn)
        found = [
            (candidate, box)
            for candidate in detection.candidates
            if (box := _usable_box(candidate, picture)) is not None
        ]
        found.sort(key=lambda pair: -pair[1].width * pair[1].height)
        detected = process_time()
        views = _Views(picture)
        cuts = [self._cut(views, box) for _, box in found]
        encodings = self._encoded(cuts)
        faces = tuple(
            FoundFace(
                box=box,
                score=candidate.score,
                landmarks=_landmarks(candidate, cut, picture),
                encoding=encoding,
                sharpness=None if cut is None else sharpness(cut.chip),
                pose=None if candidate.points is None else pose(candidate.points),
            )
            for (candidate, box), cut, encoding in zip(found, cuts, encodings, strict=True)
        )
        seconds = {
            "detect": detected - started,
            "detail": views.seconds,
            "encode": process_time() - detected - views.seconds,
        }
        return FoundFaces(picture=picture, faces=faces, seconds=seconds)

    def encode(self, picture: WorkPicture, boxes: Sequence[FaceBox]) -> tuple[Encoding | None, ...]:
        """Encodings of known boxes; None where a box holds no face's worth of picture."""
        views = _Views(picture)
        return tuple(self._encoded([self._cut(views, box) for box in boxes]))

    def _cut(self, views: "_Views", box: FaceBox) -> "_Cut | None":
        view = views.of(box)
        sides = _sides(box, view)
        if sides is None:
            return None
        cut = self._encoder.cut(view.pixels, sides)
        return _Cut(cut.chip, cut.points / view.scale)

    def _encoded(self, cuts: "Sequence[_Cut | None]") -> list[Encoding | None]:
        chips = {
            index: cut.chip
            for index, cut in enumerate(cuts)
            if cut is not None and float(cut.chip.std()) >= MIN_SPREAD
        }
        encodings = dict(zip(chips, self._encoder.encode(list(chips.values())), strict=True))
        return [encodings.get(index) for index in range(len(cuts))]


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """A face's chip, and dlib's five points in pixels of the full picture."""

    chip: Pixels
    points: Points


class _Views:
    """A picture at work size, and at full size once a face needs it."""

    def __init__(self, picture: WorkPicture) -> None:
        self.seconds = 0.0
        self._picture = picture
        self._detail: WorkPicture | None = None

    def of(self, box: FaceBox) -> WorkPicture:
        """The view that a face should be cut from: full size where it is small at work size."""
        if self._picture.scale == 1.0 or box.size * self._picture.scale >= ENOUGH_SIDE:
            return self._picture
        if self._detail is None:
            started = process_time()
            self._detail = detailed(self._picture)
            self.seconds = process_time() - started
        return self._detail


class _NeverTurns:
    """dlib's detectors, which find upright faces only."""

    def __init__(self, detector: FaceDetector) -> None:
        self._detector = detector

    def detect(self, pixels: Pixels) -> Detection:
        return Detection(0, self._detector.detect(pixels))


def assemble(settings: FinderSettings) -> FaceFinder:
    """Load and check what the settings ask for; see `curator.engine.faces.make_finder`.

    Raises:
        WorkerFailure: dlib's models are missing or are not the ones expected.
    """
    if settings.encoder == "dlib" and settings.detector != "yunet":
        return PlainFinder(f"{ENCODER_NAME}/{settings.detector}", detector=settings.detector)
    folder = settings.models_folder
    notes: list[str] = []
    name = settings.detector
    detector: TurningDetector
    if name == "yunet":
        try:
            yunet = YuNet(models.locate(models.YUNET, folder=folder), min_score=GLIMPSE_SCORE)
            detector = Ladder(yunet, lambda: Hog(longest_side=FULL_LOOK, upsample=1, min_score=0.1))
        except (ImportError, WorkerFailure) as error:
            why = NO_RUNTIME if isinstance(error, ImportError) else error.sentence
            notes.append(WITHOUT_YUNET.filled(reason=why))
            name = "hog"
    if name == "hog":
        detector = _NeverTurns(HogSteps())
    elif name == "cnn":
        detector = _NeverTurns(Cnn(models.locate(models.CNN, folder=folder)))
    weights = models.locate(models.ENCODER, folder=folder)
    if settings.encoder == "onnx":
        chip_encoder, note = best_encoder(weights)
        notes += [note] if note else []
    else:
        chip_encoder = DlibEncoder(weights)
    encoder = FaceEncoder(models.locate(models.LANDMARKS, folder=folder), chip_encoder)
    return Finder(f"{ENCODER_NAME}/{name}", notes=notes, detector=detector, encoder=encoder)


def _usable_box(candidate: Candidate, picture: WorkPicture) -> FaceBox | None:
    """The candidate's box inside the picture at full size, or None if it makes no sense as one."""
    sides = (candidate.left, candidate.top, candidate.right, candidate.bottom)
    if not all(map(math.isfinite, sides)) or candidate.side < MIN_SIDE:
        return None
    height, width = picture.pixels.shape[:2]
    left, top, right, bottom = _trimmed(sides, width, height)
    inside = max(0, right - left) * max(0, bottom - top)
    whole = (candidate.right - candidate.left) * (candidate.bottom - candidate.top)
    if inside < MIN_INSIDE * whole:
        return None
    # Back at work size these whole pixels become the same sides again, as scale is at most 1.
    scale = picture.scale
    left, top, right, bottom = _trimmed(
        (left / scale, top / scale, right / scale, bottom / scale), picture.facts.width, picture.facts.height
    )
    return FaceBox(left, top, max(1, right - left), max(1, bottom - top))


def _sides(box: FaceBox, view: WorkPicture) -> Sides | None:
    height, width = view.pixels.shape[:2]
    scale = view.scale
    left, top, right, bottom = _trimmed(
        (box.left * scale, box.top * scale, box.right * scale, box.bottom * scale), width, height
    )
    return (left, top, right, bottom) if right > left and bottom > top else None


def _trimmed(sides: tuple[float, float, float, float], width: int, height: int) -> Sides:
    """Whole pixels inside the picture; face_recognition trims its boxes likewise."""
    left, top, right, bottom = map(round, sides)
    return max(0, left), max(0, top), min(width, right), min(height, bottom)


def _landmarks(candidate: Candidate, cut: _Cut | None, picture: WorkPicture) -> tuple[Point, ...]:
    """The detector's own points, else dlib's, in pixels of the full picture."""
    if candidate.points is not None:
        points = candidate.points / picture.scale
    elif cut is not None:
        points = cut.points
    else:
        return ()
    return tuple(Point(float(x), float(y)) for x, y in points)
