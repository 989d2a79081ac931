"""What the program asks of its worker processes, and what it gets back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from curator.engine.declarations import Declaration
from curator.engine.faces.finder import FinderSettings
from curator.engine.records import Digest, Encoding, FaceBox, FoundFace, PictureFacts
from curator.engine.workers.sandbox.protections import Protection

MAX_SIDE = 8192
"""Longest side of a picture that a worker hands over, in pixels."""

MAX_PART_PIXELS = 16_000_000
"""Pixels of a part of a picture that a worker hands over: 48 MB."""

WIDTH_TO_HEIGHT = 4
"""A picture that is asked for by width is at most so many times as high."""


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """How many workers there are, what they run and what they may use.

    Attributes:
        count: worker processes.
        finder: ``module:function`` that makes the face finder; it is called in the worker
            with ``finder_settings``.
        finder_settings: which detector and encoder.
        longest_side: of work pictures, in pixels.
        job_seconds: a job that takes longer is ended with its worker.
        start_seconds: a worker that needs longer to load its models is given up.
        memory_bytes: of a worker, where the system can enforce it (Linux). A worker idles
            at 130 MB and peaks at 300 MB on ordinary photos, 1.7 GB on 100 megapixels of WebP.
        niceness: how far workers step back for other programs, 0 to 19.
        idle_seconds: after so long without work a worker ends and frees its memory.
        pictures_each: a worker is replaced after so many pictures, so that what one of them may have
            done to it does not stay.
    """

    count: int = 2
    finder: str = "curator.engine.faces:make_finder"
    finder_settings: FinderSettings = field(default_factory=FinderSettings)
    longest_side: int = 1600
    job_seconds: float = 60.0
    start_seconds: float = 60.0
    memory_bytes: int = 2_000_000_000
    niceness: int = 10
    idle_seconds: float = 120.0
    pictures_each: int = 500

    def __post_init__(self) -> None:
        """Refuses settings that no worker could keep."""
        if self.count < 1 or not 1 <= self.longest_side <= MAX_SIDE:
            raise ValueError("worker count or picture side out of range")


# ---------------------------------------------------------------- questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyse:
    """Decode a picture, find its faces and encode them.

    Attributes:
        path: the file, which the program reads; no worker hears of it.
        digest: what its bytes should be; None accepts any.
    """

    path: Path
    digest: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Encode:
    """Encode faces whose boxes are known, such as hand-drawn ones.

    Attributes:
        path: the file, which the program reads; no worker hears of it.
        digest: what its bytes should be; None accepts any.
        turn: ``PictureFacts.turn`` of the picture that the boxes belong to.
        boxes: in pixels of that picture at full size.
    """

    path: Path
    digest: Digest | None = None
    turn: int = 0
    boxes: tuple[FaceBox, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Render:
    """Decode a picture to clean pixels, for looking at or for an export.

    Attributes:
        path: the file, which the program reads; no worker hears of it.
        digest: what its bytes should be; None accepts any.
        turn: quarter turns counter-clockwise beyond EXIF.
        longest_side: of the result in pixels; give this or ``width``. Never enlarged.
        width: of the result in pixels.
    """

    path: Path
    digest: Digest | None = None
    turn: int = 0
    longest_side: int | None = None
    width: int | None = None

    def __post_init__(self) -> None:
        """Exactly one size must be given, and one that can be handed over."""
        if (self.longest_side is None) == (self.width is None):
            raise ValueError("give longest_side or width")
        if not 1 <= self.reach <= MAX_SIDE:
            raise ValueError(f"pictures are rendered up to {MAX_SIDE} pixels a side")

    @property
    def reach(self) -> int:
        """The longest side that the result can have."""
        return self.longest_side or WIDTH_TO_HEIGHT * (self.width or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """Decode a part of a picture at up to full size, for looking at it closely.

    Attributes:
        path: the file, which the program reads; no worker hears of it.
        digest: what its bytes should be; None accepts any.
        turn: quarter turns counter-clockwise beyond EXIF.
        region: in pixels of the upright, turned picture at full size; what reaches beyond it is
            left out.
        longest_side: of the result in pixels. Never enlarged.
    """

    path: Path
    digest: Digest | None = None
    turn: int = 0
    region: FaceBox
    longest_side: int = MAX_SIDE

    def __post_init__(self) -> None:
        """The region must be one, and the result one that can be handed over."""
        if self.region.width < 1 or self.region.height < 1:
            raise ValueError("a region has at least one pixel")
        if not 1 <= self.longest_side <= MAX_SIDE:
            raise ValueError(f"pictures are rendered up to {MAX_SIDE} pixels a side")

    @property
    def most_pixels(self) -> int:
        """How many pixels the result can have."""
        return min(MAX_PART_PIXELS, self.longest_side**2, self.region.width * self.region.height)

    def size_of(self, part: FaceBox) -> tuple[int, int]:
        """Width and height of the result, when this much of the region lies inside the picture."""
        factor = min(
            1.0,
            self.longest_side / max(part.width, part.height),
            (MAX_PART_PIXELS / (part.width * part.height)) ** 0.5,
        )
        # Rounded down, so that it keeps to the limits.
        return max(1, int(part.width * factor)), max(1, int(part.height * factor))


Request = Analyse | Encode | Render | Crop

# ---------------------------------------------------------------- answers


@dataclass(frozen=True, slots=True, eq=False)
class AnalysedPicture:
    """Everything that one look at a picture brings.

    Attributes:
        digest: SHA-256 of the bytes that were looked at.
        facts: what the file is; full size after all turns.
        pixels: the work picture: shape (h, w, 3), uint8, RGB, read-only, upright and turned.
        faces: largest first, boxes in pixels of the full upright picture.
        perceptual_hash: 32 bytes of the picture before ``facts.turn``.
        mirrored_hash: the same of its mirror image.
        model: which finder and encoder, such as ``dlib-resnet-v1/yunet``.
        seconds: processor time of the stages decode, hash, metadata, detect, detail (a
            second decoding at full size, where a face is small) and encode.
        declarations: what the file says about itself.
    """

    digest: Digest
    facts: PictureFacts
    pixels: NDArray[np.uint8]
    faces: tuple[FoundFace, ...]
    perceptual_hash: bytes
    mirrored_hash: bytes
    model: str
    seconds: Mapping[str, float]
    declarations: tuple[Declaration, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class EncodedFaces:
    """One encoding for each box that was asked for, None where there is no face's worth of picture."""

    digest: Digest
    encodings: tuple[Encoding | None, ...]
    model: str
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class RenderedPicture:
    """Clean pixels: shape (h, w, 3), uint8, RGB, read-only, upright and turned."""

    digest: Digest
    facts: PictureFacts
    pixels: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class CroppedPicture:
    """A part of a picture.

    Attributes:
        digest: SHA-256 of the bytes that were looked at.
        facts: what the file is; full size after all turns.
        region: which part it is: the one that was asked for, as far as it lies inside the picture.
        pixels: shape (h, w, 3), uint8, RGB, read-only, upright and turned.
    """

    digest: Digest
    facts: PictureFacts
    region: FaceBox
    pixels: NDArray[np.uint8]


Answer = AnalysedPicture | EncodedFaces | RenderedPicture | CroppedPicture


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker has loaded its models.

    Attributes:
        model: which finder and encoder it has, such as ``dlib-resnet-v1/yunet``.
        notes: for people: what it could not use and replaced.
        runtime: what computes encodings, such as ``onnxruntime``; empty when the finder does not tell.
        protections: what the system keeps it from.
    """

    model: str
    notes: tuple[str, ...]
    runtime: str = ""
    protections: frozenset[Protection] = frozenset()


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """What the workers look at pictures with, for the settings page.

    Attributes:
        encoder: which network makes encodings; those of the same one can be compared.
        detector: ``yunet``, ``hog`` or ``cnn``.
        runtime: what computes encodings: ``onnxruntime`` or ``dlib``; empty when it is not told.
        notes: sentences about what could not be used and was replaced; empty when all is as asked for.
        protections: what the system keeps the workers from.
    """

    encoder: str
    detector: str
    runtime: str
    notes: tuple[str, ...]
    protections: frozenset[Protection] = frozenset()

    @classmethod
    def of(cls, ready: Ready) -> Self:
        """What a worker said when it had started."""
        encoder, _, detector = ready.model.partition("/")
        return cls(encoder, detector, ready.runtime, ready.notes, ready.protections)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A worker could not do what it was asked.

    Attributes:
        unreadable: the picture is at fault; otherwise the worker is.
        sentence: for a person.
        detail: for the log.
    """

    unreadable: bool
    sentence: str
    detail: str = ""
