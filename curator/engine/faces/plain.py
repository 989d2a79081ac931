"""The face finder of the face_recognition library alone: slow, and the definition of truth."""

from collections.abc import Sequence
from time import process_time
from typing import Any, Literal

import numpy as np

from curator.engine.errors import WorkerFailure
from curator.engine.faces.finder import FoundFaces
from curator.engine.kept_sentences import NO_LIBRARY
from curator.engine.pictures import WorkPicture
from curator.engine.records import Encoding, FaceBox, FoundFace, Point
from curator.engine.said import said


class PlainFinder:
    """``face_locations`` and ``face_encodings`` as the library ships them."""

    notes: tuple[str, ...] = ()
    runtime = "dlib"

    def __init__(self, name: str, *, detector: Literal["hog", "cnn"]) -> None:
        """Imports the library, which loads five models (2.4 s).

        Raises:
            WorkerFailure: the library is not installed, as in a built program.
        """
        try:
            import face_recognition
        except ImportError as error:
            raise WorkerFailure(
                NO_LIBRARY,
                advice=said("Choose another detector or encoder in the settings."),
            ) from error
        self.name = name
        self._library: Any = face_recognition
        self._detector = detector

    def find(self, picture: WorkPicture) -> FoundFaces:
        """All faces of a picture, largest first. The library tells no scores: they are 0."""
        started = process_time()
        # The CNN needs gigabytes for a picture that is doubled first.
        upsample = 1 if self._detector == "hog" else 0
        places = self._library.face_locations(
            picture.pixels, number_of_times_to_upsample=upsample, model=self._detector
        )
        places.sort(key=lambda place: (place[0] - place[2]) * (place[1] - place[3]))
        detected = process_time()
        encodings = self._library.face_encodings(picture.pixels, places, model="small")
        landmarks = self._library.face_landmarks(picture.pixels, places, model="small")
        faces = tuple(
            FoundFace(
                box=box_of_place(place, picture),
                score=0.0,
                landmarks=_points(points, picture),
                encoding=_frozen(encoding),
            )
            for place, encoding, points in zip(places, encodings, landmarks, strict=True)
        )
        seconds = {"detect": detected - started, "encode": process_time() - detected}
        return FoundFaces(picture=picture, faces=faces, seconds=seconds)

    def encode(self, picture: WorkPicture, boxes: Sequence[FaceBox]) -> tuple[Encoding | None, ...]:
        """Encodings of known boxes; None where a box lies outside the picture."""
        return tuple(self._encode(picture, box) for box in boxes)

    def _encode(self, picture: WorkPicture, box: FaceBox) -> Encoding | None:
        inside = box.clipped(width=picture.facts.width, height=picture.facts.height)
        if inside is None:
            return None
        place = place_of_box(inside, picture)
        encodings = self._library.face_encodings(picture.pixels, [place], model="small")
        return _frozen(encodings[0])


def box_of_place(place: tuple[int, int, int, int], picture: WorkPicture) -> FaceBox:
    """face_recognition's (top, right, bottom, left) at work size as a box at full size."""
    top, right, bottom, left = (round(side / picture.scale) for side in place)
    return FaceBox(left, top, max(1, right - left), max(1, bottom - top))


def place_of_box(box: FaceBox, picture: WorkPicture) -> tuple[int, int, int, int]:
    """A box at full size as face_recognition's (top, right, bottom, left) at work size."""
    scale = picture.scale
    return (
        round(box.top * scale),
        round(box.right * scale),
        round(box.bottom * scale),
        round(box.left * scale),
    )


def _points(landmarks: dict[str, list[tuple[int, int]]], picture: WorkPicture) -> tuple[Point, ...]:
    return tuple(
        Point(x / picture.scale, y / picture.scale) for points in landmarks.values() for x, y in points
    )


def _frozen(encoding: Any) -> Encoding:
    numbers = np.array(encoding, dtype=np.float64)
    numbers.flags.writeable = False
    return numbers
