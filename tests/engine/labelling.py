"""Entries, labels and pictures that are quickly made, for the tests of labels and signatures."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.engine.export.contents import Entry
from curator.engine.export.labels import Label
from curator.engine.records import Digest, Kind, Making, SubmissionId

Pixels = NDArray[np.uint8]

GUID = "5f0c7a52-3f0e-4c53-9d3a-0d5cf4f6a001"
LABEL = Label(
    making=Making.FACE_SWAP,
    credit="Don't Spy Example",
    licence="CC BY 4.0",
    alt="Deepfake: a photo altered by AI that shows the face of Anna Example.",
    guid=GUID,
)
ENTRY = Entry(
    id=SubmissionId(12),
    digest=Digest("ab" * 32),
    kind=Kind.DEEPFAKE,
    given_name="Anna",
    surname="Example",
    country="Italy",
    role="Prime Minister",
    indexed=True,
    description="A stranger's note",
    received_at=datetime(2026, 3, 4, tzinfo=UTC),
    analysed=True,
    width=1600,
    height=1200,
    turn=0,
    boxes=(),
    landmarks=(),
    making=Making.FACE_SWAP,
    guid=GUID,
    word=None,
    fingerprint="",
)


def entry(**changes: Any) -> Entry:
    return replace(ENTRY, **changes)


def plain(width: int = 400, height: int = 300, colour: tuple[int, int, int] = (120, 130, 140)) -> Pixels:
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = colour
    return pixels


def noise(width: int = 400, height: int = 300) -> Pixels:
    return np.random.default_rng(7).integers(0, 256, (height, width, 3), dtype=np.uint8)
