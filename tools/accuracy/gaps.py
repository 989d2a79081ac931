"""Where detection and comparison give out: small, noisy, blurred, masked, sketched, in profile."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from curator.engine.records import FoundFace
from curator.engine.rules import BLURRED_BELOW, PROFILE_FROM, Thresholds

from .alterations import (
    BLUR,
    MASKS,
    NOISE,
    SIZES,
    SKETCH,
    Alteration,
    blurred,
    masked,
    noisy,
    shrunk_to,
    sketched,
)
from .claims import rates
from .galleries import Distances, Encodings, one_to_one
from .looking import work_scale
from .people import People, Photo
from .seen import Seen
from .shares import Tally, median, share_of
from .tables import Cell, table

YAW = (0, 15, 30, 40, PROFILE_FROM, 91)
"""Classes of a face's yaw in degrees; at the last but one the program speaks of a profile."""

SHARPNESS = (0, 0.5 * BLURRED_BELOW, BLURRED_BELOW, 2 * BLURRED_BELOW, 100, 1e6)
"""Classes of a face's sharpness; below the third number the program calls it blurred."""


def all_alterations() -> list[Alteration]:
    """Every gap that is tried, in the order of the table."""
    return [
        *map(shrunk_to, SIZES),
        *map(noisy, NOISE),
        *map(blurred, BLUR),
        *map(masked, MASKS),
        *map(sketched, SKETCH),
    ]


def gaps_table(
    people: People,
    *,
    altered: Mapping[tuple[Path, str], Seen],
    alterations: Sequence[Alteration],
    thresholds: Thresholds,
    portraits: int,
    seed: int,
) -> str:
    """Recall, what the encoding does, and both error rates after each alteration.

    Args:
        people: photos as they are; the reference portraits are drawn from them.
        altered: what was seen of their altered copies; a photo without any is not tried.
        alterations: in the order of the rows.
        thresholds: the bands in force.
        portraits: reference portraits a person.
        seed: of the draws.
    """
    clean = {name: np.array([photo.encoding for photo in photos]) for name, photos in people.items()}
    rows: list[list[Cell]] = []
    for alteration in (None, *alterations):
        tallies: list[Tally] = []
        drift: list[float] = []
        probes: dict[str, Encodings] = {}
        for name, photos in people.items():
            tried = [_tried(photo, alteration, altered) for photo in photos]
            faces = [
                _face(photo, alteration, altered) for photo, was in zip(photos, tried, strict=True) if was
            ]
            tallies.append(Tally(sum(face is not None for face in faces), len(faces), len(faces)))
            probes[name] = np.full_like(clean[name], np.nan)
            for row, photo in enumerate(photos):
                face = _face(photo, alteration, altered) if tried[row] else None
                if face is not None and face.encoding is not None:
                    probes[name][row] = face.encoding
                    drift.append(float(np.linalg.norm(face.encoding - photo.encoding)))
        found, name = share_of(tallies), "as it is" if alteration is None else alteration.name
        if not found.trials:
            continue  # every face is smaller already
        if not drift:
            rows.append([name, found, *"------"])
            continue
        distances = one_to_one(clean, portraits=portraits, random=np.random.default_rng(seed), probes=probes)
        match = rates(distances, bound=thresholds.match_claimed)
        closer = rates(distances, bound=thresholds.closer_claimed)
        genuine = np.concatenate([each.genuine for each in distances])
        impostor = np.concatenate([each.impostor.ravel() for each in distances])
        shares = (found, match.missed, closer.missed, match.taken)
        rows.append([name, *shares, median(drift), median(genuine), median(impostor)])
    bounds = (thresholds.match_claimed, thresholds.closer_claimed)
    columns = ("what was done", "faces found", *(f"missed {bound:.2f}" for bound in bounds))
    columns += (f"taken {bounds[0]:.2f}", "drift", "d* true", "d* others")
    note = (
        "Errors are of the faces that were found; drift is the distance to the unaltered photo's own face "
        "(medians).\nsize in pixels, noise in grey values, blur by face size, sketch as a part; "
        "% (95 % interval)."
    )
    return table("The gaps", columns, rows, note=note)


def quality_table(people: People, *, thresholds: Thresholds, portraits: int, rounds: int, seed: int) -> str:
    """False non-matches by which way the face looks, and by how sharp it is."""
    clean = {name: np.array([photo.encoding for photo in photos]) for name, photos in people.items()}
    distances = one_to_one(clean, portraits=portraits, random=np.random.default_rng(seed), rounds=rounds)
    rows: list[list[Cell]] = []
    for what, measure, bounds in (("yaw", _yaw, YAW), ("sharpness", _sharpness, SHARPNESS)):
        values = {name: np.array([measure(photo) for photo in photos]) for name, photos in people.items()}
        for low, high in pairwise(bounds):
            inside = {name: (each >= low) & (each < high) for name, each in values.items()}
            here = [_only(each, inside[each.name]) for each in distances]
            here = [each for each in here if len(each.genuine)]
            match = rates(here, bound=thresholds.match_claimed)
            closer = rates(here, bound=thresholds.closer_claimed)
            genuine = np.concatenate([each.genuine for each in here]) if here else np.array([])
            name = f"{what} {low:g} and more" if high == bounds[-1] else f"{what} {low:g}-{high:g}"
            photos = sum(int(each.sum()) for each in inside.values())
            rows.append([name, photos, match.missed, closer.missed, median(genuine), match.taken])
    columns: tuple[str, ...] = ("the face", "photos")
    columns += (f"missed {thresholds.match_claimed:.2f}", f"missed {thresholds.closer_claimed:.2f}")
    columns += ("d* true", f"taken {thresholds.match_claimed:.2f}")
    note = "Yaw in degrees to either side, 90 in profile; sharpness as the program has it; % (95 % interval)."
    return table("Faces that look aside or are not sharp", columns, rows, note=note)


def _tried(photo: Photo, alteration: Alteration | None, altered: Mapping[tuple[Path, str], Seen]) -> bool:
    # What was altered in any way was made noisy as well; sizes are skipped for faces below them.
    name = f"noise/{NOISE[0]:g}" if alteration is None else alteration.name
    return (photo.path, name) in altered


def _face(
    photo: Photo, alteration: Alteration | None, altered: Mapping[tuple[Path, str], Seen]
) -> FoundFace | None:
    face = photo.seen.main_face
    if alteration is None or face is None:
        return face
    expected = alteration.expected(face.box, scale=work_scale(photo.seen.facts))
    return altered[photo.path, alteration.name].face_at(expected)


def _yaw(photo: Photo) -> float:
    face = photo.seen.main_face
    return abs(face.pose.yaw) if face is not None and face.pose is not None else float("nan")


def _sharpness(photo: Photo) -> float:
    face = photo.seen.main_face
    return face.sharpness if face is not None and face.sharpness is not None else float("nan")


def _only(distances: Distances, rows: NDArray[np.bool_]) -> Distances:
    return Distances(distances.name, distances.genuine[rows], distances.impostor[rows], distances.others)
