#!/usr/bin/env python3
"""Measures how often the program is right, on people that you bring along.

    python tools/accuracy/measure.py PEOPLE... [--crowd FOLDER] [options]

PEOPLE are trees in which a folder holds the photos of one person and bears the name; CROWD holds
photos of other people, one face each, who fill galleries up with one reference portrait each.
Every person is in one of two halves, by a rule that looks at the name and the seed alone: "fit",
on which values may be chosen, and "held out", on which they are checked. docs/accuracy.md says
how the tables are read and what came of them.

Pictures are analysed by the program's own worker processes. With --cache FILE what they saw is
kept by digest, so that a second run takes seconds. The file holds encodings of real people:
delete it when you are done.

The last line is for machines: of the held-out half at the shipped bounds with --portraits
reference portraits fmr and fnmr (one to one, claimed) and open_set_50 (strangers named in a gallery of
50); of --faces recall and false_finds (share of all finds); nan for what was not asked.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

# Worker processes import this file again: what is heavy is imported by those who use it.
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

if TYPE_CHECKING:
    from accuracy.claims import Halves
    from accuracy.looking import Looker
    from accuracy.people import People
    from accuracy.seen import Seen

QUESTIONS = (
    "claims",
    "portraits",
    "advice",
    "naming",
    "scatter",
    "confused",
    "quality",
    "gaps",
    "turns",
)
"""What is asked of PEOPLE unless --only says less; gaps and turns take most of the time."""

SUSPICIOUSLY_NEAR, SUSPICIOUSLY_FAR = 0.35, 0.70
"""Photos of two people nearer, or of one person further than this are named: whoever measures looks at
them, and leaves out by name those that show someone else, and only those."""

MIN_PHOTOS = 3
"""A person with fewer photos is in galleries only."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a table for each question."""
    options = _options(arguments)
    from accuracy.looking import Looker

    numbers = dict.fromkeys(("fmr", "fnmr", "open_set_50", "recall", "false_finds"), float("nan"))
    with Looker(options.cache, count=options.workers) as looker:
        people, crowd = _people_and_crowd(options, looker=looker)
        numbers |= _ask_about_people(options, looker=looker, people=people, crowd=crowd)
        _ask_about_pairs(options, looker=looker)
        _ask_about_known(options, looker=looker, people=people, crowd=crowd)
        labelled = _labelled(options)
        if options.faces:
            numbers |= _ask_about_boxes(options, looker=looker)
        if "turns" in options.only:
            _ask_about_turns(options, looker=looker, people=people, crowd=crowd, scenes=list(labelled))
    from accuracy.tables import machine_line

    print()
    print(machine_line(numbers.items()))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("people", nargs="*", type=Path, help="trees of folders with a person's photos")
    add("--crowd", nargs="+", type=Path, default=[], help="folders with photos of other people")
    add(
        "--leave-out",
        nargs="+",
        default=[],
        metavar="NAME",
        help="photos that show someone else, without ending",
    )
    add("--groups", type=Path, help="CSV with columns person,group: errors within groups")
    add("--pairs", type=Path, help="LFW's pairs.txt; --pairs-root is the folder of the photos")
    add("--pairs-root", type=Path)
    add("--labelled-pairs", nargs="+", type=Path, default=[], help="CSVs of two files and yes or no")
    add("--known", type=Path, help="CSV with columns file,portraits,note, such as face swaps")
    add("--swaps", type=Path, help="CSV with columns swap,source,target, relative to its folder")
    add("--faces", type=Path, help="CSV with hand-drawn boxes: file,left,top,right,bottom,kind")
    add(
        "--root",
        type=Path,
        help="what the files in --faces and --known are relative to (default: their folder)",
    )
    add("--detectors", nargs="+", default=["yunet"], choices=("yunet", "hog", "cnn"), help="for --faces")
    add("--only", nargs="+", default=QUESTIONS, choices=(*QUESTIONS, "none"), help="questions about people")
    add("--halves", nargs="+", default=["fit", "held out"], metavar="HALF", help="'fit', 'held out', 'all'")
    add("--portraits", type=int, default=3, help="reference portraits a person (default %(default)s)")
    add("--counts", nargs="+", type=int, default=[1, 2, 3, 5, 8], help="numbers of portraits to compare")
    add("--gallery", type=int, default=50, help="politicians in the gallery (default %(default)s)")
    add("--rounds", type=int, default=5, help="how often portraits are drawn (default %(default)s)")
    add("--altered", type=int, default=4, help="photos a person that are altered (default %(default)s)")
    add("--seed", type=int, default=1, help="of the halves and of every draw (default %(default)s)")
    add("--cache", type=Path, help="where to keep what the workers saw")
    add("--workers", type=int, default=2, help="processes (default %(default)s)")
    options = parser.parse_args(arguments)
    if options.pairs and not options.pairs_root:
        parser.error("--pairs needs --pairs-root, the folder with a folder a person.")
    return options


# ---------------------------------------------------------------- people


def _short(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _people_and_crowd(options: argparse.Namespace, *, looker: "Looker") -> "tuple[People, dict[Path, Seen]]":
    """Photos with a face by person, and what was seen of the crowd."""
    from accuracy.looking import files_of, problems
    from accuracy.people import Photo, by_person, mixed_up, pictures, strangers_in, without_copies

    files = by_person(options.people, leave_out=options.leave_out)
    seen = looker.look(files_of(files))
    crowd = looker.look([path for folder in options.crowd for path in pictures(folder)])
    for sentence in problems(seen | crowd):
        print(sentence)
    people = {
        name: without_copies(Photo(path, seen[path]) for path in paths if seen[path].main_face is not None)
        for name, paths in files.items()
    }
    if files:
        used = sum(map(len, people.values()))
        given = sum(map(len, files.values()))
        faceless = sum(picture.main_face is None for picture in seen.values())
        print(f"{len(files)} people, {given} photos: {faceless} without a face, ", end="")
        print(f"{given - faceless - used} copies of another photo of the same person.")
        print(f"Left out by name: {' '.join(options.leave_out) or 'none'}.")
    people = {name: photos for name, photos in people.items() if photos}
    for one, other, far in mixed_up(people, nearer_than=SUSPICIOUSLY_NEAR):
        print(f"Suspiciously near ({far:.2f}): {_short(one.path)} and {_short(other.path)}.")
    for photo, far in strangers_in(people, further_than=SUSPICIOUSLY_FAR):
        print(f"Far from the others ({far:.2f}): {_short(photo.path)}.")
    return people, crowd


def _ask_about_people(
    options: argparse.Namespace, *, looker: "Looker", people: "People", crowd: "Mapping[Path, Seen]"
) -> dict[str, float]:
    import numpy as np

    from accuracy import claims, gaps, naming, scatter
    from accuracy.people import is_held_out
    from curator.engine.rules import Thresholds

    thresholds = Thresholds()
    tried = {name: photos for name, photos in people.items() if len(photos) >= MIN_PHOTOS}
    sides: dict[str, Callable[[str], bool]] = {
        "fit": lambda name: not is_held_out(name, seed=options.seed),
        "held out": lambda name: is_held_out(name, seed=options.seed),
        "all": lambda name: True,
    }
    halves: Halves = {
        half: {
            name: np.array([photo.encoding for photo in photos])
            for name, photos in tried.items()
            if sides[half](name)
        }
        for half in options.halves
    }
    halves = {half: each for half, each in halves.items() if len(each) > 1}
    if not halves:
        return {}
    for half, each in halves.items():
        print(f"{half}: {len(each)} people with {sum(map(len, each.values()))} photos, seed {options.seed}")
    extras = [
        face.encoding[None]
        for picture in crowd.values()
        if (face := picture.main_face) is not None and face.encoding is not None
    ]
    # The other half's people are strangers like any other once a gallery needs more than there are.
    fillers = {
        half: extras
        + [
            np.array([photo.encoding for photo in photos])
            for name, photos in people.items()
            if name not in each
        ]
        for half, each in halves.items()
    }
    only, common = options.only, {"portraits": options.portraits, "seed": options.seed}
    last = list(halves)[-1]
    numbers: dict[str, float] = {}
    if "claims" in only:
        print(claims.by_band(halves, thresholds=thresholds, rounds=options.rounds, **common))
        if options.groups:
            groups = _groups(options.groups)
            print(
                claims.by_group(halves, groups=groups, thresholds=thresholds, rounds=options.rounds, **common)
            )
        from accuracy.galleries import one_to_one

        drawn = one_to_one(
            halves[last],
            portraits=options.portraits,
            random=np.random.default_rng(options.seed),
            rounds=options.rounds,
        )
        both = claims.rates(drawn, bound=thresholds.match_claimed)
        numbers |= {"fmr": both.taken.value, "fnmr": both.missed.value}
    if "portraits" in only:
        print(
            claims.by_portraits(
                halves, counts=options.counts, thresholds=thresholds, rounds=options.rounds, seed=options.seed
            )
        )
    if "advice" in only:
        trials = {
            half: claims.tried(
                each,
                fillers=fillers[half],
                size=options.gallery,
                portraits=options.portraits,
                thresholds=thresholds,
                random=np.random.default_rng(options.seed),
            )
            for half, each in halves.items()
        }
        print(claims.advice_table(trials, size=options.gallery))
        print(claims.bounds_table(trials))
        print(claims.margin_table(trials, thresholds=thresholds))
    if "naming" in only:
        text, strangers = naming.naming_table(halves, fillers=fillers, thresholds=thresholds, **common)
        print(text)
        numbers["open_set_50"] = strangers[last, 50].value
    if "scatter" in only:
        bound = thresholds.match_unclaimed
        print(
            scatter.scatter_table(
                halves, counts=options.counts, bound=bound, rounds=options.rounds, seed=options.seed
            )
        )
    if "confused" in only:
        everybody = {name: np.array([photo.encoding for photo in photos]) for name, photos in tried.items()}
        print(claims.confused_table(everybody, thresholds=thresholds, rounds=options.rounds, **common))
    if "quality" in only:
        print(gaps.quality_table(tried, thresholds=thresholds, rounds=options.rounds, **common))
    if "gaps" in only:
        alterations = gaps.all_alterations()
        chosen = {photo.path: photo.seen for photos in tried.values() for photo in photos[: options.altered]}
        altered = looker.look_altered(chosen, alterations=alterations)
        print(
            gaps.gaps_table(tried, altered=altered, alterations=alterations, thresholds=thresholds, **common)
        )
    return numbers


def _groups(path: Path) -> dict[str, str]:
    import csv

    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["person"]: row["group"] for row in csv.DictReader(file)}


# ---------------------------------------------------------------- pairs, known pictures, boxes, turns


def _ask_about_pairs(options: argparse.Namespace, *, looker: "Looker") -> None:
    from accuracy import pairs
    from curator.engine.rules import Thresholds

    if options.pairs:
        listed = pairs.lfw_pairs(options.pairs, root=options.pairs_root)
        paths = {path for pair in listed for path in (pair.first, pair.second) if path.exists()}
        print(pairs.folds_table(listed, seen=looker.look(sorted(paths))))
    for path in options.labelled_pairs:
        listed = pairs.table_pairs(path)
        paths = {path for pair in listed for path in (pair.first, pair.second) if path.exists()}
        print(pairs.pairs_table(listed, seen=looker.look(sorted(paths)), thresholds=Thresholds()))


def _ask_about_known(
    options: argparse.Namespace, *, looker: "Looker", people: "People", crowd: "Mapping[Path, Seen]"
) -> None:
    if options.swaps:
        from accuracy.known import swaps, swaps_table
        from curator.engine.rules import Thresholds

        listed = swaps(options.swaps)
        paths = {path for each in listed for path in (each.file, each.source, each.target)}
        print(swaps_table(listed, seen=looker.look(sorted(paths)), thresholds=Thresholds()))
    if not options.known:
        return
    import numpy as np

    from accuracy.galleries import drawn, gallery_of
    from accuracy.known import known_pictures, known_table
    from curator.engine.rules import Thresholds

    known = known_pictures(options.known, root=options.root or options.known.parent)
    paths = {path for each in known for path in (each.file, *each.portraits)}
    random = np.random.default_rng(options.seed)
    others = [
        drawn(np.array([photo.encoding for photo in photos]), count=options.portraits, random=random)
        for photos in people.values()
    ]
    others += [
        face.encoding[None]
        for picture in crowd.values()
        if (face := picture.main_face) is not None and face.encoding is not None
    ]
    seen = looker.look(sorted(paths))
    print(known_table(known, seen=seen, others=gallery_of(others), thresholds=Thresholds()))


def _labelled(options: argparse.Namespace) -> "Mapping[Path, object]":
    from accuracy.detection import labelled_faces

    return labelled_faces(options.faces, root=options.root or options.faces.parent) if options.faces else {}


def _ask_about_boxes(options: argparse.Namespace, *, looker: "Looker") -> dict[str, float]:
    from accuracy.detection import judged, labelled_faces, recall_table, wrong_finds
    from accuracy.looking import Looker

    root = options.root or options.faces.parent
    labels = labelled_faces(options.faces, root=root)
    verdicts = {}
    for detector in options.detectors:
        if detector == "yunet":
            verdicts[detector] = judged(labels, seen=looker.look(list(labels)))
            continue
        cache = options.cache and options.cache.with_suffix(f".{detector}{options.cache.suffix}")
        with Looker(cache, detector=detector, count=options.workers) as other:
            verdicts[detector] = judged(labels, seen=other.look(list(labels)))
    print(recall_table(verdicts))
    first = verdicts[options.detectors[0]]
    print(wrong_finds(first, root=root))
    return {"recall": first.recall["face", None].value, "false_finds": first.extra.value}


def _ask_about_turns(
    options: argparse.Namespace,
    *,
    looker: "Looker",
    people: "People",
    crowd: "Mapping[Path, Seen]",
    scenes: Sequence[Path],
) -> None:
    from accuracy.alterations import turned
    from accuracy.detection import turn_table

    chosen = {photo.path: photo.seen for photos in people.values() for photo in photos[: options.altered]}
    groups = {"people": chosen, "crowd": crowd, "with hand-drawn boxes": looker.look(scenes)}
    groups = {name: pictures for name, pictures in groups.items() if pictures}
    if not groups:
        return
    everything = {path: seen for pictures in groups.values() for path, seen in pictures.items()}
    altered = looker.look_altered(everything, alterations=[turned(quarters) for quarters in (1, 2, 3)])
    print(turn_table(groups, altered=altered))


if __name__ == "__main__":
    main()
