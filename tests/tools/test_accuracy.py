"""The measuring of accuracy: its statistics on made-up numbers, then the whole tool on the sample."""

import importlib
import math
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.engine.matching import SCATTER
from curator.engine.records import FaceBox, FoundFace, Outcome, PictureFacts, Point, Pose
from curator.engine.rules import Thresholds

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"

with pytest.MonkeyPatch.context() as patch:
    # No part of the installed program: imported from its folder, as `python tools/accuracy/measure.py` does.
    patch.syspath_prepend(ROOT / "tools")
    alterations, cache, claims, detection, galleries, gaps, known, measure, naming, pairs, people, scatter = (
        importlib.import_module(f"accuracy.{name}")
        for name in (
            "alterations",
            "cache",
            "claims",
            "detection",
            "galleries",
            "gaps",
            "known",
            "measure",
            "naming",
            "pairs",
            "people",
            "scatter",
        )
    )
    seen, shares, tables = (
        importlib.import_module(f"accuracy.{name}") for name in ("seen", "shares", "tables")
    )

Point2 = tuple[float, float]


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tool imports its parts while it runs."""
    monkeypatch.syspath_prepend(ROOT / "tools")


def face(
    box: FaceBox, *, encoding: Any = None, landmarks: tuple[Point2, ...] = (), score: float = 0.9
) -> FoundFace:
    points = tuple(Point(x, y) for x, y in landmarks)
    return FoundFace(box=box, score=score, landmarks=points, encoding=encoding)


def at(*coordinates: float) -> Any:
    """An encoding with these first numbers and zeros after them."""
    return np.array([*coordinates, *[0.0] * (128 - len(coordinates))])


# ---------------------------------------------------------------- shares


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),  # Newcombe (1998) and Brown, Cai, DasGupta (2001) print these
        (1, 10, 0.0179, 0.4042),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (20, 20, 0.8389, 1.0),
    ],
)
def test_wilson_gives_the_published_intervals(hits: int, trials: int, low: float, high: float) -> None:
    assert shares.wilson(hits, trials) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 400), st.integers(0, 400))
def test_wilson_holds_the_share_and_stays_within_0_and_1(hits: int, misses: int) -> None:
    low, high = shares.wilson(hits, hits + misses)
    assert 0 <= low <= high <= 1
    if hits + misses:
        assert low <= hits / (hits + misses) <= high


def test_photos_that_behave_as_their_person_does_count_as_one() -> None:
    # 4 people of 10, in two of whom it always happens: as good as 2 of 4 trials or fewer.
    clustered = shares.share_of([shares.Tally(hits, 10, 10) for hits in (10, 10, 0, 0)])
    assert clustered.value == 0.5
    assert clustered.trials == 40
    assert clustered.low < shares.wilson(2, 4)[0]
    even = shares.share_of([shares.Tally(5, 10, 10)] * 4)
    assert (even.low, even.high) == pytest.approx(shares.wilson(20, 40))


def test_a_share_of_nothing_counts_photos_and_not_comparisons() -> None:
    none = shares.share_of([shares.Tally(0, 5000, 50), shares.Tally(0, 5000, 50)])
    assert (none.low, none.high) == pytest.approx((0.0, shares.wilson(0, 100)[1]))
    assert none.trials == 10_000


def test_shares_are_printed_with_the_digits_they_deserve() -> None:
    assert str(shares.share(97, 100)) == "97.0 (91.5-99.0)"
    assert str(shares.share(1, 400)) == "0.25 (0.04-1.40)"
    assert str(shares.share(0, 100)) == "0.0 (0.0-3.7)"
    assert str(shares.share(0, 0)) == "-"


def test_the_equal_error_of_two_overlapping_heaps() -> None:
    genuine, impostor = np.array([0.1, 0.2, 0.3, 0.7]), np.array([0.5, 0.8, 0.9, 1.0])
    rate, bound = shares.equal_error(genuine, impostor)
    assert rate == 0.25
    assert 0.5 <= bound <= 0.7
    apart = shares.equal_error(np.array([0.1, 0.2]), np.array([0.4, 0.6]))
    assert apart == pytest.approx((0.0, 0.3))
    assert math.isnan(shares.equal_error(np.array([]), impostor)[0])


def test_the_equal_error_of_normal_distances_is_the_one_of_the_formula() -> None:
    random = np.random.default_rng(3)
    rate, bound = shares.equal_error(random.normal(0.4, 0.05, 40_000), random.normal(0.7, 0.05, 40_000))
    assert rate == pytest.approx(0.00135, abs=0.0004)  # beyond three standard deviations
    assert bound == pytest.approx(0.55, abs=0.005)


# ---------------------------------------------------------------- people


def test_nobody_changes_halves_when_others_come_or_the_seed_stays() -> None:
    names = [f"Somebody {number}" for number in range(400)]
    held_out = [name for name in names if people.is_held_out(name, seed=1)]
    assert 160 < len(held_out) < 240
    assert held_out == [name for name in reversed(names) if people.is_held_out(name, seed=1)][::-1]
    assert held_out != [name for name in names if people.is_held_out(name, seed=2)]
    # The rule is documented, so that others can draw the same halves: SHA-256 of 1:A begins with 3a.
    assert [people.is_held_out(name, seed=1) for name in "ABC"] == [False, True, True]


def test_people_are_folders_at_any_depth_and_bad_photos_are_named(tmp_path: Path) -> None:
    for name in ("a/X/1.jpg", "a/X/2.JPG", "a/X/notes.txt", "a/deep/er/Y/3.png", "b/X/4.jpg", "b/Z/5.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = people.by_person([tmp_path / "a", tmp_path / "b"], leave_out=["2"])
    names = {name: [path.name for path in paths] for name, paths in found.items()}
    assert names == {"X": ["1.jpg"], "Y": ["3.png"], "Z": ["5.jpg"]}


def photo(name: str, encoding: Any, *, bits: bytes = bytes(32)) -> Any:
    here = seen.Seen(PictureFacts("", 100, 100), (face(FaceBox(20, 20, 60, 60), encoding=encoding),), bits)
    return people.Photo(Path(name), here)


def test_copies_of_a_photo_are_left_out_and_other_photos_stay() -> None:
    first = photo("1.jpg", at(0.1))
    copy = photo("2.jpg", at(0.15))
    other_face = photo("3.jpg", at(0.5))
    other_photo = photo("4.jpg", at(0.12), bits=b"\xff" * 32)
    assert people.without_copies([first, copy, other_face, other_photo]) == (first, other_face, other_photo)


def test_photos_in_the_wrong_folder_are_suspected() -> None:
    everybody = {
        "A": (photo("1", at(0)), photo("2", at(0.9))),
        "B": (photo("3", at(1.0)), photo("4", at(1.7))),
    }
    ((one, other, far),) = people.mixed_up(everybody, nearer_than=0.35)
    assert (one.path.name, other.path.name) == ("2", "3")
    assert far == pytest.approx(0.1)
    ((stranger, distance),) = people.strangers_in(
        {"A": [photo("1", at(0)), photo("2", at(0)), photo("3", at(0)), photo("4", at(0.9))]},
        further_than=0.8,
    )
    assert stranger.path.name == "4"
    assert distance == pytest.approx(math.sqrt(0.81 + (1 - 1 / 3) * SCATTER))


# ---------------------------------------------------------------- boxes


def test_boxes_are_paired_one_to_one_by_their_overlap() -> None:
    labels = [FaceBox(0, 0, 100, 100), FaceBox(200, 0, 100, 100), FaceBox(400, 0, 50, 50)]
    finds = [
        FaceBox(210, 0, 100, 100),
        FaceBox(0, 0, 100, 50),
        FaceBox(205, 0, 100, 100),
        FaceBox(900, 9, 9, 9),
    ]
    found = detection.matched(labels, finds)
    assert [(row, column) for row, column, _ in found.pairs] == [(0, 1), (1, 2)]
    assert found.pairs[0][2] == pytest.approx(0.5)
    assert found.pairs[1][2] == pytest.approx(95 / 105)
    assert found.missed == (2,)
    assert found.extra == (0, 3)


@given(st.lists(st.tuples(*[st.integers(0, 50)] * 2, *[st.integers(1, 50)] * 2), max_size=6))
def test_boxes_find_themselves(sides: list[tuple[int, int, int, int]]) -> None:
    boxes = [FaceBox(*each) for each in sides]
    found = detection.matched(boxes, boxes)
    assert len(found.pairs) + len(found.missed) == len(boxes)
    assert len(found.missed) == len(found.extra) == 0
    assert all(shared == 1 for _, _, shared in found.pairs)


def test_a_detector_is_judged_by_kind_and_size(tmp_path: Path) -> None:
    csv = tmp_path / "faces.csv"
    csv.write_text(
        "file,left,top,right,bottom,kind\n"
        "a.jpg,0,0,30,30,face\na.jpg,100,0,250,150,face\na.jpg,300,0,350,50,unclear\nb.jpg,,,,,\n"
    )
    labels = detection.labelled_faces(csv, root=tmp_path)
    finds = (face(FaceBox(100, 0, 150, 150)), face(FaceBox(300, 0, 50, 50)))
    nothing = (face(FaceBox(5, 5, 20, 20)),)
    verdict = detection.judged(
        labels,
        seen={
            tmp_path / "a.jpg": seen.Seen(PictureFacts("", 400, 200), finds),
            tmp_path / "b.jpg": seen.Seen(PictureFacts("", 400, 200), nothing),
        },
    )
    assert verdict.recall["face", None].value == 0.5
    assert verdict.recall["face", (20, 40)].value == 0.0
    assert verdict.recall["face", (100, 200)].value == 1.0
    assert verdict.recall["unclear", None].trials == 1
    # A find on an unclear label counts neither for nor against; one in a picture without faces does.
    assert verdict.extra_count == 1
    assert verdict.extra.value == pytest.approx(1 / 3)
    assert verdict.missed == ((tmp_path / "a.jpg", FaceBox(0, 0, 30, 30)),)


def test_turned_pictures_come_right_when_the_guard_turns_them_back() -> None:
    def picture(turn: int, *, found: bool = True) -> Any:
        faces = (face(FaceBox(0, 0, 9, 9), encoding=at(0)),) if found else ()
        return seen.Seen(PictureFacts("", 10, 10, turn), faces)

    upright, wrong = Path("upright.jpg"), Path("wrong.jpg")
    altered = {
        (upright, "turn/1"): picture(3),
        (upright, "turn/2"): picture(0),
        (upright, "turn/3"): picture(0, found=False),
    }
    text = detection.turn_table({"all": {upright: picture(0), wrong: picture(1)}}, altered=altered)
    cells = text.splitlines()[-1].split("  ")
    values = [cell.strip() for cell in cells if cell.strip()]
    assert values[1:] == [
        "2",
        str(shares.share(1, 2)),
        str(shares.share(1, 1)),
        str(shares.share(0, 1)),
        "-",
        str(shares.share(1, 3)),
    ]


def test_quality_is_told_in_classes() -> None:
    def posed(encoding: Any, yaw: float, sharpness: float | None) -> Any:
        pose = Pose(yaw, 0.0, 0.0)
        one = FoundFace(FaceBox(20, 20, 60, 60), 0.9, (), encoding, sharpness, pose)
        return people.Photo(Path("x.jpg"), seen.Seen(PictureFacts("", 100, 100), (one,)))

    everybody = {
        "A": (posed(at(0.0), -60, 5), posed(at(0.9), 5, 50), posed(at(0.9), -5, 50)),
        "B": (posed(at(0, 3), 5, 500), posed(at(0, 3), 5, None)),
    }
    text = gaps.quality_table(everybody, thresholds=Thresholds(), portraits=1, rounds=1, seed=0)
    cells = {line.split("  ")[0]: re.split(r"\s{2,}", line)[1:] for line in text.splitlines()}
    assert cells["yaw 50 and more"][:2] == ["1", str(shares.share(1, 1))]
    assert cells["yaw 0-15"][0] == "4"
    sharp = {name: each[0] for name, each in cells.items() if name.startswith("sharpness")}
    assert list(sharp.values()) == ["1", "0", "0", "2", "1"]
    assert "sharpness 100 and more" in sharp


# ---------------------------------------------------------------- galleries, claims, names


def crowd(count: int, *, photos: int, spread: float, seed: int = 0, apart: float = 0.45) -> dict[str, Any]:
    """People at random places, whose photos scatter around them with the given mean square."""
    random = np.random.default_rng(seed)
    centres = random.normal(0, apart / math.sqrt(128), (count, 128))
    noise = random.normal(0, math.sqrt(spread / 128), (count, photos, 128))
    return {f"P{number}": centres[number] + noise[number] for number in range(count)}


def test_a_photo_is_never_its_own_reference_portrait() -> None:
    own = {"A": np.stack([at(0.0), at(1.0)]), "B": np.stack([at(0, 3.0), at(0, 3.0)])}
    first, second = galleries.one_to_one(own, portraits=5, random=np.random.default_rng(0))
    assert first.genuine == pytest.approx([1.0, 1.0])
    assert second.genuine == pytest.approx([0.0, 0.0])
    assert first.others == ("B",)
    # Both photos of B are drawn: two portraits at one place, so that d* has half the scatter in it.
    expected = [math.sqrt(9 + SCATTER / 2), math.sqrt(10 + SCATTER / 2)]
    assert first.impostor[:, 0] == pytest.approx(expected)


def test_both_error_rates_at_a_bound() -> None:
    made = [
        galleries.Distances("A", np.array([0.3, 0.6]), np.array([[0.7, 0.5], [0.8, 0.9]]), ("B", "C")),
        galleries.Distances("B", np.array([0.4, 0.4]), np.array([[0.7, 0.8], [0.8, 0.9]]), ("A", "C")),
    ]
    both = claims.rates(made, bound=0.55)
    assert both.missed.value == 0.25
    assert both.taken.value == 0.125


def test_the_scatter_is_found_again() -> None:
    made = crowd(60, photos=9, spread=0.088)
    assert scatter.fitted_scatter(made) == pytest.approx(0.088, rel=0.03)
    low, high = scatter.scatter_interval(made, seed=1, draws=300)
    assert low < scatter.fitted_scatter(made) < high
    # d* with another scatter is what it would have been.
    far = galleries.one_to_one(made, portraits=3, random=np.random.default_rng(0))[0].genuine
    plain = scatter.with_scatter(far, portraits=3, scatter=0.0)
    assert plain**2 + (1 - 1 / 3) * SCATTER == pytest.approx(far**2)


def test_true_claims_are_confirmed_and_wrong_ones_are_not() -> None:
    made = crowd(12, photos=5, spread=0.06, apart=0.8)
    trials = claims.tried(
        made, fillers=[], size=8, portraits=3, thresholds=Thresholds(), random=np.random.default_rng(0)
    )
    assert {claim: len(done) for claim, done in trials.items()} == dict.fromkeys(claims.CLAIMS, 60)
    assert all(trial.outcome is Outcome.APPROVE and trial.rank == 1 for trial in trials["true claim"])
    for claim in claims.CLAIMS[1:]:
        assert all(trial.outcome is not Outcome.APPROVE for trial in trials[claim])
    # Whoever is nearest is at rank 1, and leads.
    assert all(trial.rank == 1 and trial.lead >= 0 for trial in trials["look-alike"])


def test_strangers_are_named_when_the_gallery_holds_their_twins() -> None:
    random = np.random.default_rng(1)
    made = crowd(6, photos=4, spread=0.02, apart=0.9)
    common = {"size": 20, "portraits": 3, "bound": 0.5, "margin": 0.0}
    alone = naming.named(made, fillers=[], random=random, **common)
    assert alone["stranger named"].value == 0
    assert alone["true face named right"].value == 1
    twins = [each + 0.001 for each in made.values()]
    beside = naming.named(made, fillers=twins, random=random, **common)
    assert beside["stranger named"].value == 1
    # Each true face is as near to its twin: with a margin nobody is named any more.
    careful = naming.named(made, fillers=twins, random=random, **common | {"margin": 0.3})
    assert careful["not named"].value == 1


# ---------------------------------------------------------------- pairs


def test_lfw_pairs_are_read_in_folds(tmp_path: Path) -> None:
    (tmp_path / "pairs.txt").write_text(
        "2\t1\nA B\t1\t2\nA B\t3\tC\t12\nD\t4\t5\nD\t1\tE\t1\n", encoding="utf-8"
    )
    read = pairs.lfw_pairs(tmp_path / "pairs.txt", root=tmp_path)
    assert [(pair.first.name, pair.second.name, pair.same, pair.fold) for pair in read] == [
        ("A B_0001.jpg", "A B_0002.jpg", True, 0),
        ("A B_0003.jpg", "C_0012.jpg", False, 0),
        ("D_0004.jpg", "D_0005.jpg", True, 1),
        ("D_0001.jpg", "E_0001.jpg", False, 1),
    ]


def test_a_fold_is_judged_by_the_threshold_of_the_others() -> None:
    made = [
        pairs.Pair(Path("a"), Path("b"), same, fold) for fold in (0, 1) for same in (True, True, False, False)
    ]
    # The second fold lies higher: its own best threshold would be 0.7, the first one's is 0.35.
    distances = [0.2, 0.35, 0.5, 0.6, 0.3, 0.7, 0.8, 0.9]
    (first, first_bound), (second, second_bound) = pairs.ten_folds(made, distances)
    assert (first, first_bound) == (0.5, 0.7)
    assert (second, second_bound) == (0.75, 0.35)


def test_labelled_pairs_are_read_from_beside_the_table(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("file_x,file_y,Decision\na.jpg,b.jpg,Yes\na.jpg,c.jpg,No\n")
    read = pairs.table_pairs(tmp_path / "pairs.csv")
    assert read == [
        pairs.Pair(tmp_path / "a.jpg", tmp_path / "b.jpg", True),
        pairs.Pair(tmp_path / "a.jpg", tmp_path / "c.jpg", False),
    ]


def test_swaps_are_measured_to_the_face_put_in_and_to_the_one_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "swaps.csv").write_text("swap,source,target\na.jpg,s.jpg,t.jpg\nb.jpg,s.jpg,gone.jpg\n")
    encodings = {"a.jpg": at(0.45), "b.jpg": at(0.45), "s.jpg": at(0.0), "t.jpg": at(1.0)}
    looked = {
        tmp_path / name: seen.Seen(PictureFacts("", 9, 9), (face(FaceBox(0, 0, 9, 9), encoding=each),))
        for name, each in encodings.items()
    }
    looked[tmp_path / "gone.jpg"] = seen.Seen(PictureFacts("", 9, 9))
    text = known.swaps_table(known.swaps(tmp_path / "swaps.csv"), seen=looked, thresholds=Thresholds())
    assert "1 swaps, 1 left out" in text
    rows = {line.split("  ")[0]: re.split(r"\s{2,}", line)[1:] for line in text.splitlines()}
    assert rows["d* <= 0.50"] == [str(shares.share(1, 1)), str(shares.share(0, 1))]
    assert rows["nearer than the other"] == [str(shares.share(1, 1)), str(shares.share(0, 1))]
    assert rows["d*, median"] == ["0.450", "0.550"]


# ---------------------------------------------------------------- alterations, cache, tables


LANDMARKS = ((80.0, 80.0), (120.0, 80.0), (100.0, 100.0), (85.0, 120.0), (115.0, 120.0))


@pytest.mark.parametrize("alteration", gaps.all_alterations(), ids=lambda alteration: alteration.name)
def test_alterations_leave_the_top_of_a_picture_and_change_the_face(alteration: Any) -> None:
    random = np.random.default_rng(0)
    pixels = random.integers(60, 200, (200, 220, 3)).astype(np.uint8)
    before = pixels.copy()
    subject = face(FaceBox(40, 40, 120, 120), landmarks=LANDMARKS)
    after = alteration.make(pixels, subject, 1.0)
    assert (pixels == before).all()
    assert after.dtype == np.uint8
    expected = alteration.expected(subject.box)
    if alteration.face_size is None:
        assert after.shape == pixels.shape
        assert (after[100:140, 60:140] != pixels[100:140, 60:140]).any()
        assert expected == subject.box
    else:
        assert expected.size == alteration.face_size
        assert after.shape[0] == round(200 * alteration.face_size / 120)


def test_masks_cover_from_below_upwards() -> None:
    grey = np.full((200, 200, 3), 90, np.uint8)
    subject = face(FaceBox(40, 40, 120, 120), landmarks=LANDMARKS)
    covered = [
        {
            name: bool((alterations.masked(reach).make(grey, subject, 1.0)[y, 100] != 90).any())
            for name, y in (("eyes", 80), ("nose", 100), ("mouth", 120), ("chin", 135))
        }
        for reach in alterations.MASKS
    ]
    assert covered == [
        {"eyes": False, "nose": False, "mouth": False, "chin": True},
        {"eyes": False, "nose": False, "mouth": True, "chin": True},
        {"eyes": False, "nose": True, "mouth": True, "chin": True},
    ]


def test_the_cache_gives_back_what_it_was_given_and_forgets_other_versions(tmp_path: Path) -> None:
    file = tmp_path / "new" / "cache.jsonl"
    plain = face(FaceBox(1, 2, 3, 4), encoding=np.linspace(-1, 1, 128), landmarks=LANDMARKS, score=0.75)
    found = replace(plain, sharpness=44.5, pose=Pose(-12.0, 3.0, 1.5))
    picture = seen.Seen(PictureFacts("", 640, 480, 3), (found, face(FaceBox(5, 6, 7, 8))), b"\x01" * 32)
    with cache.Cache(file, version="one") as first:
        first.put("key", picture)
        first.put("bad", seen.Seen(PictureFacts("", 0, 0), problem="The file is empty."))
    assert file.stat().st_mode & 0o077 == 0
    with cache.Cache(file, version="one") as second:
        again = second.get("key")
        assert (again.facts.width, again.facts.height, again.facts.turn) == (640, 480, 3)
        assert again.perceptual_hash == b"\x01" * 32
        assert again.faces[0].box == found.box
        assert again.faces[0].landmarks == found.landmarks
        assert (again.faces[0].sharpness, again.faces[0].pose) == (44.5, Pose(-12.0, 3.0, 1.5))
        assert (again.faces[0].encoding == found.encoding).all()
        assert again.faces[1].encoding is None
        assert second.get("bad").problem == "The file is empty."
    with cache.Cache(file, version="two") as third:
        assert third.get("key") is None
    assert file.read_text() == ""


def test_tables_are_aligned_and_the_last_line_is_for_machines() -> None:
    text = tables.table("Question", ("what", "n", "d*"), [["a", 5, 0.12345], ["longer", 10, math.nan]])
    assert text.splitlines() == [
        "",
        "== Question",
        "what     n     d*",
        "a        5  0.123",
        "longer  10      -",
    ]
    assert tables.machine_line([("fmr", 0.00123), ("recall", math.nan)]) == "fmr=0.00123 recall=nan"


# ---------------------------------------------------------------- the whole tool


@pytest.mark.slow
@pytest.mark.real
def test_the_sample_is_measured_and_a_second_run_needs_no_worker(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes = tmp_path / "boxes.csv"
    boxes.write_text(
        "file,left,top,right,bottom,kind\nsubmissions/lake.jpg,,,,,\nsubmissions/my_cat.png,,,,,\n"
    )
    known = tmp_path / "known.csv"
    known.write_text(
        "file,portraits,note\n"
        "submissions/karaoke.jpg,politicians/Austria/Ilka Brandwyn,someone\n"
        "submissions/lake.jpg,politicians/Austria/Ilka Brandwyn,nobody\n"
    )
    arguments = [str(SAMPLE / "politicians"), "--cache", str(tmp_path / "cache.jsonl"), "--halves", "all"]
    arguments += ["--faces", str(boxes), "--known", str(known), "--root", str(SAMPLE)]
    arguments += [
        "--gallery",
        "5",
        "--rounds",
        "1",
        "--altered",
        "1",
        "--counts",
        "1",
        "2",
        "--portraits",
        "2",
    ]
    measure.main(arguments)
    first = capsys.readouterr()
    assert first.err.splitlines()[-1].endswith("altered pictures")
    last = dict(part.split("=") for part in first.out.splitlines()[-1].split())
    assert list(last) == ["fmr", "fnmr", "open_set_50", "recall", "false_finds"]
    assert float(last["fmr"]) == float(last["fnmr"]) == float(last["open_set_50"]) == 0
    assert last["recall"] == "nan"
    titles = [line for line in first.out.splitlines() if line.startswith("== ")]
    assert len(titles) == len(set(titles)) == 14

    looking = importlib.import_module("accuracy.looking")
    monkeypatch.setattr(looking, "Workers", lambda settings: SimpleNamespace(close=lambda: None))
    measure.main(arguments)
    second = capsys.readouterr()
    assert second.err == ""
    assert second.out == first.out


def test_what_is_missing_is_said_before_anything_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        measure.main(["--pairs", "pairs.txt"])
    assert "--pairs-root" in capsys.readouterr().err
