"""Face finders for tests of the workers: the width of a picture says how they behave."""

import os
import struct
import sys
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection

import numpy as np

from curator.engine.errors import WorkerFailure
from curator.engine.faces import FaceFinder, FinderSettings, FoundFaces, make_finder
from curator.engine.pictures import WorkPicture
from curator.engine.records import Encoding, FaceBox, FoundFace, Point

FIFO = "CURATOR_TEST_FIFO"
"""Environment variable with the path of a named pipe, see SIGNAL."""

FINE, DIE, HANG, NAN, RAISE, HOARD, EXIT, OUTSIDE, SIGNAL, TURN = range(30, 40)
FLOOD = 60
"""Widths of pictures. SIGNAL writes a byte into the pipe of the environment variable."""


class FakeFinder:
    """One face in the middle of every picture; its encoding tells the picture's brightness."""

    name = "fake-v1/none"
    notes = ("This is a fake.",)
    runtime = "arithmetic"

    def find(self, picture: WorkPicture) -> FoundFaces:
        width, height = picture.facts.width, picture.facts.height
        box = FaceBox(width // 4, height // 4, width // 2, height // 2)
        encoding: Encoding = np.full(128, 0.01 + picture.pixels.mean() / 1000)
        match width:
            case w if w == DIE:
                os.abort()
            case w if w == EXIT:
                os._exit(3)
            case w if w == HANG:
                threading.Event().wait()
            case w if w == NAN:
                encoding[7] = np.nan
            case w if w == RAISE:
                raise RuntimeError("the detector is confused")
            case w if w == HOARD:
                np.ones(5_000_000_000, np.uint8)
            case w if w == OUTSIDE:
                box = FaceBox(width - 2, 0, 5, 5)
            case w if w == SIGNAL:
                with open(os.environ[FIFO], "wb") as pipe:
                    pipe.write(b"x")
            case w if w == TURN:
                picture = picture.turned(1)
                box = FaceBox(0, 0, picture.facts.width, picture.facts.height)
        face = FoundFace(box=box, score=1.0, landmarks=(Point(1.5, 2.5),), encoding=encoding)
        return FoundFaces(picture=picture, faces=(face,), seconds={"detect": 0.25, "encode": 0.5})

    def encode(self, picture: WorkPicture, boxes: Sequence[FaceBox]) -> tuple[Encoding | None, ...]:
        if picture.facts.width == FLOOD:
            return tuple(np.full(128, 0.5) for _ in range(3000))
        sizes = [box.clipped(width=picture.facts.width, height=picture.facts.height) for box in boxes]
        return tuple(None if box is None else np.full(128, box.width / 1000) for box in sizes)


class StallingFinder(FakeFinder):
    """Its worker answers once, then begins to answer and never comes to the end."""

    def find(self, picture: WorkPicture) -> FoundFaces:
        def send_half(pipe: Connection, message: bytes) -> None:
            os.write(pipe.fileno(), struct.pack("!i", len(message)) + message[: len(message) // 2])
            threading.Event().wait()

        Connection.send_bytes = send_half  # type: ignore[method-assign,assignment]
        return super().find(picture)


def make_stalling(settings: FinderSettings) -> FaceFinder:
    return StallingFinder()


def make_plain_without_library(settings: FinderSettings) -> FaceFinder:
    """As in a built program, which does without face_recognition."""
    sys.modules["face_recognition"] = None  # type: ignore[assignment]
    return make_finder(FinderSettings(detector="hog", encoder="dlib"))


def make_fake(settings: FinderSettings) -> FaceFinder:
    return FakeFinder()


def make_nothing(settings: FinderSettings) -> FaceFinder:
    raise WorkerFailure("The model file nose.dat is missing.", advice="Install the program again.")


def make_trouble(settings: FinderSettings) -> FaceFinder:
    raise KeyError("what a library may raise")


def make_sudden_end(settings: FinderSettings) -> FaceFinder:
    os._exit(7)


def make_never(settings: FinderSettings) -> FaceFinder:
    threading.Event().wait()
    raise AssertionError
