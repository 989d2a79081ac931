"""People as folders of photos, and which half of the measurement each person belongs to."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from curator.engine.matching import disagreeing
from curator.engine.records import PoliticianId, PortraitEncoding, PortraitId
from curator.engine.rules import Thresholds

from .seen import Seen

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".bmp", ".tif", ".tiff", ".gif"})
"""Files that are taken for pictures; anything else beside them is left alone."""

SAME_PHOTO_DISTANCE = 0.25
"""Faces of two copies of one photo are nearer than this; the bound that the program itself uses."""


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A photo of a known person.

    Attributes:
        path: the file.
        seen: what the finder saw; its main face is the person's.
    """

    path: Path
    seen: Seen

    @property
    def encoding(self) -> NDArray[np.float64]:
        """Of the person's face, shape (128,)."""
        face = self.seen.main_face
        assert face is not None and face.encoding is not None  # noqa: PT018  photos() sees to it
        return face.encoding


People = Mapping[str, tuple[Photo, ...]]
"""Photos by person."""


def pictures(folder: Path) -> list[Path]:
    """All pictures in a folder and below, in order of their paths."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(found)


def by_person(folders: Iterable[Path], *, leave_out: Collection[str] = ()) -> dict[str, list[Path]]:
    """Pictures by person: the name of the folder that holds a picture is the person.

    A person whose folder occurs in a second tree is left out there: photos of one person from two
    collections are often the same photos.

    Args:
        folders: trees of any depth.
        leave_out: file names without their endings of photos that show someone else.
    """
    people: dict[str, list[Path]] = {}
    for folder in folders:
        here: dict[str, list[Path]] = defaultdict(list)
        for path in pictures(folder):
            if path.stem not in leave_out and path.parent != folder:
                here[path.parent.name].append(path)
        people |= {name: paths for name, paths in here.items() if name not in people}
    return people


def is_held_out(name: str, *, seed: int) -> bool:
    """Whether a person belongs to the held-out half: the first bit of SHA-256 of ``seed:name``.

    The rule looks at one name at a time, so nobody changes sides when people are added.
    """
    return hashlib.sha256(f"{seed}:{name}".encode()).digest()[0] >= 128


def without_copies(photos: Iterable[Photo]) -> tuple[Photo, ...]:
    """One of each photo of a person, by the program's own rule of what a copy is.

    Copies would make true faces look nearer than they are.
    """
    kept: list[Photo] = []
    for photo in photos:
        if not any(_same(photo, other) for other in kept):
            kept.append(photo)
    return tuple(kept)


def mixed_up(people: People, *, nearer_than: float) -> list[tuple[Photo, Photo, float]]:
    """Photos that are suspiciously near to one of another person: one may be in the wrong folder.

    Returns:
        Pairs, nearest first. Of two photos the suspect is the one that is near to more of other
        people's; each suspect is named once, with the photo that it is nearest to.
    """
    pairs = []
    for one, other in combinations(people, 2):
        between = np.sqrt(((_stacked(people[one])[:, None] - _stacked(people[other])[None]) ** 2).sum(axis=2))
        for row, column in np.argwhere(between < nearer_than).tolist():
            pairs.append((people[one][row], people[other][column], float(between[row, column])))
    often = Counter(photo.path for pair in pairs for photo in pair[:2])
    named: dict[Path, tuple[Photo, Photo, float]] = {}
    for pair in sorted(pairs, key=lambda pair: pair[2]):
        named.setdefault(max(pair[:2], key=lambda photo: often[photo.path]).path, pair)
    return list(named.values())


def strangers_in(people: People, *, further_than: float) -> list[tuple[Photo, float]]:
    """Photos that are far (d*) from the other photos of their person, furthest first."""
    found = []
    for photos in people.values():
        portraits = [
            PortraitEncoding(PortraitId(row), PoliticianId(0), photo.encoding)
            for row, photo in enumerate(photos)
        ]
        found += [
            (photos[each.portrait_id], each.distance) for each in disagreeing(portraits, beyond=further_than)
        ]
    return sorted(found, key=lambda each: -each[1])


def _stacked(photos: Iterable[Photo]) -> NDArray[np.float64]:
    return np.array([photo.encoding for photo in photos])


def _same(one: Photo, other: Photo) -> bool:
    bits = int.from_bytes(one.seen.perceptual_hash) ^ int.from_bytes(other.seen.perceptual_hash)
    near = float(np.linalg.norm(one.encoding - other.encoding)) <= SAME_PHOTO_DISTANCE
    return near and bits.bit_count() <= Thresholds().duplicate_bits
