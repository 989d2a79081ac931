"""Face finders for tests of the workers: the width of a picture says how they behave."""

import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection

import numpy as np

from curator.engine.errors import WorkerFailure
from curator.engine.faces import FaceFinder, FinderSettings, FoundFaces, make_finder
from curator.engine.pictures import WorkPicture
from curator.engine.records import Encoding, FaceBox, FoundFace, Point

FINE, DIE, HANG, NAN, RAISE, HOARD, EXIT, OUTSIDE, TURN = range(30, 39)
FLOOD = 60
"""Widths of pictures."""


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


class PoisonedFinder(FakeFinder):
    """Answers for a picture of width `DIE` as if nothing were, and does what it likes with the next one."""

    def __init__(self) -> None:
        self.poisoned = False

    def find(self, picture: WorkPicture) -> FoundFaces:
        if self.poisoned:
            os.abort()
        self.poisoned = picture.facts.width == DIE
        facts = replace(picture.facts, width=FINE)
        found = super().find(replace(picture, facts=facts))
        return replace(found, picture=picture)


class RenamedFinder(FakeFinder):
    """Once it has seen a picture, its worker says that another network made the numbers."""

    def find(self, picture: WorkPicture) -> FoundFaces:
        self.name = "other-v1/none"
        return super().find(picture)


class StallingFinder(FakeFinder):
    """Its worker begins to answer and never comes to the end."""

    def __init__(self) -> None:
        whole = Connection.send_bytes
        looked = self.looked = threading.Event()

        def send_half(pipe: Connection, message: bytes) -> None:
            if not looked.is_set():
                return whole(pipe, message)
            os.write(pipe.fileno(), struct.pack("!i", len(message)) + message[: len(message) // 2])
            threading.Event().wait()

        Connection.send_bytes = send_half  # type: ignore[method-assign,assignment]

    def find(self, picture: WorkPicture) -> FoundFaces:
        self.looked.set()
        return super().find(picture)


OTHER_FILE, PORT = "CURATOR_TEST_OTHER_FILE", "CURATOR_TEST_PORT"
"""Environment variables: what a nosy finder is curious about."""

NOSY = ("read", "write", "connect", "program", "process")
"""What it tries, in the order in which its encoding tells of it: 1 where it could."""


class NosyFinder(FakeFinder):
    """What a submitted file might do to whom it took over."""

    def find(self, picture: WorkPicture) -> FoundFaces:
        other = os.environ[OTHER_FILE]
        tries: tuple[Callable[[], object], ...] = (
            lambda: open(other, "rb").close(),
            lambda: open(other, "wb").close(),
            lambda: socket.socket().connect(("127.0.0.1", int(os.environ[PORT]))),
            lambda: subprocess.run(["true"], check=True),
            lambda: os._exit(0) if os.fork() == 0 else None,
        )
        found = super().find(picture)
        marks = np.full(128, 0.5)
        for place, attempt in enumerate(tries):
            try:
                attempt()
            except OSError:
                continue
            marks[place] = 1.0
        return replace(found, faces=(replace(found.faces[0], encoding=marks),))


def make_nosy(settings: FinderSettings) -> FaceFinder:
    return NosyFinder()


def make_poisoned(settings: FinderSettings) -> FaceFinder:
    return PoisonedFinder()


def make_renamed(settings: FinderSettings) -> FaceFinder:
    return RenamedFinder()


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
