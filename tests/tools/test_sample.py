"""The sample of invented people: drawn the same each time, and shipped whole."""

import csv
import importlib
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from curator.engine.countries import COUNTRIES, Role
from curator.engine.records import Kind, Outcome, Reason

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
LARGEST = 2_500_000  # bytes: the sample travels with every copy of the program


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Imports a module of the generator, which is no part of the installed program."""
    monkeypatch.syspath_prepend(ROOT / "tools")
    return lambda name: importlib.import_module(f"sample.{name}")


@pytest.fixture
def expected() -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
    return table


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# ---------------------------------------------------------------- the generator


def test_a_picture_is_drawn_the_same_twice(load: Any) -> None:
    person = load("cast").read_cast()[0]
    view = load("view").numbered_view(3, person=person.number)
    draw = load("portrait").portrait
    first, second = (np.asarray(draw(person.traits, view, size=(96, 120))) for _ in range(2))
    assert first.shape == (120, 96, 3)
    assert np.array_equal(first, second)
    assert first.std() > 20  # something is on it


def test_view_and_person_change_the_picture(load: Any) -> None:
    draw, numbered_view = load("portrait").portrait, load("view").numbered_view
    one, other = load("cast").read_cast()[:2]
    pictures = [
        np.asarray(draw(person.traits, numbered_view(number), size=(96, 120)), float)
        for person, number in ((one, 0), (one, 1), (other, 0))
    ]
    assert np.abs(pictures[0] - pictures[1]).mean() > 5
    assert np.abs(pictures[0] - pictures[2]).mean() > 5


def test_a_scene_shows_only_beside_the_person(load: Any) -> None:
    person = load("cast").read_cast()[2]
    view = load("view").View(grain=0.0)
    green = np.full((120, 96, 3), (0, 200, 0), np.float32)
    pixels = np.asarray(load("portrait").portrait(person.traits, view, size=(96, 120), scene=green))
    assert tuple(pixels[0, 0]) == (0, 200, 0)
    assert pixels[55, 48, 0] > pixels[55, 48, 1]  # the middle of the face is skin


def test_a_cut_out_is_opaque_in_the_face_and_clear_in_the_corner(load: Any) -> None:
    person = load("cast").read_cast()[3]
    alpha = np.asarray(load("portrait").cut_out(person.traits, load("view").View(), size=(96, 120)))[..., 3]
    assert alpha[0, 0] == 0
    assert alpha[55, 48] == 255


def test_a_blend_lies_between_two_faces_and_keeps_the_hair(load: Any) -> None:
    one, other = (person.traits for person in load("cast").read_cast()[1:3])
    half = one.blended(other, part=0.5)
    assert half.nose_length == pytest.approx((one.nose_length + other.nose_length) / 2)
    assert (half.hair_style, half.cloth_seed) == (one.hair_style, one.cloth_seed)
    assert one.blended(other, part=0.0) == one


def test_a_misspelt_trait_is_refused(load: Any) -> None:
    with pytest.raises(TypeError, match="nose_lenght"):
        load("traits").Traits.read({"nose_lenght": 0.4})


# ---------------------------------------------------------------- what is shipped


def test_the_index_names_the_cast_and_its_folders_hold_portraits(load: Any) -> None:
    indexed = [person for person in load("cast").read_cast() if person.is_indexed]
    table = rows("politicians.csv")
    assert [(row["name"], row["surname"]) for row in table] == [(one.name, one.surname) for one in indexed]
    assert {row["country"] for row in table} <= {country.name for country in COUNTRIES}
    assert {row["role"] for row in table} <= {role.value for role in Role}
    assert max(Counter(row["country"] for row in table).values()) >= 2
    for person in indexed:
        folder = SAMPLE / "politicians" / person.country / person.full_name
        assert len(list(folder.glob("*.jpg"))) == person.portraits >= 3
    folders = {path.parent.name for path in SAMPLE.glob("politicians/*/*/*")}
    assert folders == {person.full_name for person in indexed}


def test_tables_and_expectations_name_the_files_that_are_there(expected: dict[str, dict[str, Any]]) -> None:
    there = {path.name for path in (SAMPLE / "submissions").iterdir()} - {"submissions.csv"}
    listed = [row["file"] for row in rows("submissions/submissions.csv")]
    assert listed == list(expected)
    assert set(listed) == there
    assert len(listed) == len(there) >= 22


def test_the_tables_are_what_the_generator_would_write(load: Any) -> None:
    written = {}
    for path, data in load("shipment").shipment():
        written[str(path)] = data
        if str(path) == "politicians.csv":
            break
    assert set(written) == {"README.md", "expected.json", "politicians.csv"}
    for name, data in written.items():
        assert (SAMPLE / name).read_bytes() == data, f"run tools/sample/make.py: {name} is out of date"


def test_claims_name_somebody_of_the_cast_or_nobody(load: Any) -> None:
    cast = {(person.name, person.surname, person.country) for person in load("cast").read_cast()}
    claims = {(row["name"], row["surname"], row["country"]) for row in rows("submissions/submissions.csv")}
    assert claims <= cast | {("", "", "")}
    assert ("", "", "") in claims
    assert {row["kind"] for row in rows("submissions/submissions.csv")} == {kind.value for kind in Kind}


def test_expectations_use_the_words_of_the_records(expected: dict[str, dict[str, Any]]) -> None:
    for row in expected.values():
        assert Outcome(row["outcome"]) in Outcome
        assert (row["reason"] is None) == (row["outcome"] == Outcome.APPROVE)
        assert row["reason"] is None or Reason(row["reason"]) in Reason
    assert {row["outcome"] for row in expected.values()} == {outcome.value for outcome in Outcome}


def test_the_same_file_twice_is_the_same_to_the_byte(expected: dict[str, dict[str, Any]]) -> None:
    pairs = [(file, row["same_as"]) for file, row in expected.items() if "same_as" in row]
    assert pairs
    for file, first in pairs:
        assert list(expected).index(first) < list(expected).index(file)
        folder = SAMPLE / "submissions"
        assert (folder / file).read_bytes() == (folder / first).read_bytes()


def test_copies_come_later_in_the_table_and_in_the_folder(expected: dict[str, dict[str, Any]]) -> None:
    names = list(expected)  # in the order of the table; folders are loaded in the order of names
    for copy, original in (
        ("sent_by_a_friend.jpg", "minister_beach.jpg"),
        ("screenshot.jpg", "moon_landing.jpg"),
    ):
        assert names.index(copy) > names.index(original)
        assert copy > original


def test_the_unusual_files_are_unusual() -> None:
    folder = SAMPLE / "submissions"
    with Image.open(folder / "sideways.jpg") as image:
        assert image.getexif()[0x0112] == 6
        assert image.width > image.height
    with Image.open(folder / "cut_out.png") as image:
        assert image.mode == "RGBA"
    for name in ("broken.jpg", "letter.jpg"):
        with pytest.raises(OSError, match="cannot identify"):
            Image.open(io.BytesIO((folder / name).read_bytes()))


def test_it_stays_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) < LARGEST


def test_it_says_who_made_it_and_that_everyone_is_invented() -> None:
    text = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert "Everybody here is invented" in text
    assert "CC0 1.0" in text
    for row in rows("submissions/submissions.csv"):
        assert f"`{row['file']}`" in text
