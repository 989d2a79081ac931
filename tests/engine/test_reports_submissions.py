"""The table of submissions: what colleagues read, and what they get only when they ask for it."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from filing import THRESHOLDS, Clock, Filing, encoding, face

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.catalogue.assessments import Assessed
from curator.engine.deciding import decisions
from curator.engine.declarations import Declaration
from curator.engine.records import (
    Advice,
    Assessment,
    Claim,
    Finding,
    Kind,
    Making,
    Outcome,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.reports import Form, Format, Written, write_submissions
from curator.engine.said import Said

SECRETS = ("Sally Sender", "secret note", "holiday.jpg")


@pytest.fixture
def filed(catalogue: Catalogue, filing: Filing) -> tuple[SubmissionId, ...]:
    """One that was approved, one that waits, one that was rejected, one that nobody could open."""
    who = filing.politician("Nerys Valdoon", portraits=[encoding(1), encoding(1, away=0.1)])
    filing.politician("Ilka Brandwyn", country="Finland", portraits=[encoding(2)])
    good = filing.submission(face(1, away=0.3), claimed=who, name="holiday.jpg", note="secret note")
    waits = filing.waiting(claim=Claim("Bo", "Nobody", "Atlantis", "King"), sender="Sally Sender")
    two = filing.submission(face(1), face(2), claimed=who)
    broken = filing.unreadable()
    decide(catalogue, good, Verdict.APPROVED, making=Making.GENERATED)
    decide(catalogue, two, Verdict.REJECTED, Reason.SEVERAL_FACES)
    return good, waits, two, broken


def decide(catalogue: Catalogue, one: SubmissionId, verdict: Verdict, *reason: Reason, **more: Any) -> None:
    decisions.decide(
        catalogue,
        [one],
        verdict=verdict,
        reason=next(iter(reason), None),
        curator="Ann",
        thresholds=THRESHOLDS,
        **more,
    )


def rows(catalogue: Catalogue, path: Path, **form: Any) -> list[dict[str, str]]:
    wanted = form.pop("wanted", None)
    assert write_submissions(catalogue, Form(path=path, **form), wanted=wanted) is not None
    return list(csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def objects(catalogue: Catalogue, path: Path, **form: Any) -> list[dict[str, Any]]:
    assert write_submissions(catalogue, Form(path=path, format=Format.JSON_LINES, **form)) is not None
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_each_submission_is_a_row_in_words(
    catalogue: Catalogue, filed: tuple[SubmissionId, ...], tmp_path: Path, clock: Clock
) -> None:
    good, waits, two, broken = rows(catalogue, tmp_path / "t.csv")
    assert good == {
        "Number": str(filed[0]),
        "Kind": "deepfake",
        "How it was made": "wholly generated",
        "Claimed politician": "Nerys Valdoon",
        "Country": "Malta",
        "Role": "Prime Minister",
        "In the index": "yes",
        "Verdict": "approved",
        "Reason": "",
        "Advice": "clear match",
        "Advised reason": "",
        "Distance": good["Distance"],
        "Word for it": "strong",
        "Compared with": "Nerys Valdoon",
        "What holds against it": "",
        "Received": "2026-03-04",
        "Source": "a folder",
        "What the file says of itself": "",
        "Decided by": "Ann",
        "Decided at (UTC)": "2026-03-04 05:06",
    }
    listed = catalogue.submissions.rows(filed)[filed[0]].distance
    assert listed is not None
    assert float(good["Distance"]) == pytest.approx(listed, abs=0.0006)
    assert (waits["Claimed politician"], waits["Country"], waits["In the index"]) == (
        "Bo Nobody",
        "Atlantis",
        "no",
    )
    assert (waits["Verdict"], waits["Advice"], waits["Distance"], waits["Decided by"]) == (
        "undecided",
        "waiting",
        "",
        "",
    )
    assert (two["Reason"], two["Advised reason"]) == ("more than one face", "more than one face")
    assert two["What holds against it"].startswith("2 faces")
    assert broken["Number"] == str(filed[3])


@pytest.mark.usefixtures("filed")
def test_what_is_personal_is_there_only_when_asked_for_and_says_that_it_is_internal(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    for name, form in (("t.csv", {}), ("t.jsonl", {"format": Format.JSON_LINES})):
        assert write_submissions(catalogue, Form(path=tmp_path / name, **form)) is not None  # type: ignore[arg-type]
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert [one for one in SECRETS if one in text] == []
    asked = {"notes": True, "file_names": True, "senders": True}
    good, waits, *_ = rows(catalogue, tmp_path / "all.csv", **asked)
    assert good["Note (internal)"] == "secret note"
    assert good["File name (internal)"] == "holiday.jpg"
    assert waits["Sender (internal)"] == "Sally Sender"
    good_object, *_ = objects(catalogue, tmp_path / "all.jsonl", **asked)
    assert good_object["internal"] == {"note": "secret note", "file": "holiday.jpg", "sender": ""}


def test_json_lines_hold_codes_and_numbers(
    catalogue: Catalogue, filed: tuple[SubmissionId, ...], tmp_path: Path
) -> None:
    with catalogue.writing():
        catalogue.submissions.keep_declarations(filed[0], (Declaration("camera", "<Snap> 1"),))
    good, waits, two, _ = objects(catalogue, tmp_path / "t.jsonl")
    assert (good["verdict"], good["making"], good["word"]) == ("approved", "generated", "strong")
    assert good["advice"] == {"outcome": "approve", "reason": None}
    assert good["file_says"] == [{"code": "camera", "text": "<Snap> 1"}]
    assert good["decided_at"].startswith("2026-03-04T05:06:07")
    assert (waits["advice"], waits["findings"], waits["distance"]) == (None, [], None)
    assert two["reason"] == "several_faces"
    assert {"code": "several_faces", "outcome": "reject"}.items() <= two["findings"][0].items()


def test_what_the_file_says_is_told_in_words(
    catalogue: Catalogue, filed: tuple[SubmissionId, ...], tmp_path: Path
) -> None:
    told = (
        Declaration("source_ai", "trainedAlgorithmicMedia"),
        Declaration("gps"),
        Declaration("camera", "=1+1"),
        Declaration("of a later version", "x"),
    )
    with catalogue.writing():
        catalogue.submissions.keep_declarations(filed[0], told)
    good, *_ = rows(catalogue, tmp_path / "t.csv")
    assert good["What the file says of itself"] == (
        "Origin: made by generative AI; a position (GPS); Camera: =1+1; Other: of a later version"
    )


def test_headings_and_words_are_said_in_the_language_but_names_are_not(
    catalogue: Catalogue, filed: tuple[SubmissionId, ...], tmp_path: Path
) -> None:
    def say(words: str) -> str:
        assert isinstance(words, Said), f"{words!r} is no word of Curator"
        return words.upper()

    good, *_ = rows(catalogue, tmp_path / "t.csv", say=say)
    assert (good["VERDICT"], good["COUNTRY"], good["CLAIMED POLITICIAN"]) == (
        "APPROVED",
        "MALTA",
        "Nerys Valdoon",
    )


def test_a_filter_chooses_and_an_undone_decision_is_none(
    catalogue: Catalogue, filed: tuple[SubmissionId, ...], tmp_path: Path
) -> None:
    rejected = SubmissionFilter(verdicts=frozenset({Verdict.REJECTED}))
    assert [one["Number"] for one in rows(catalogue, tmp_path / "1.csv", wanted=rejected)] == [str(filed[2])]
    decisions.undo(catalogue, curator="Bob")
    assert rows(catalogue, tmp_path / "2.csv", wanted=rejected) == []
    decisions.redo(catalogue, curator="Bob")
    (again,) = rows(catalogue, tmp_path / "3.csv", wanted=rejected)
    assert again["Decided by"] == "Ann"


def test_the_number_is_that_of_the_claimed_politician_else_of_the_nearest(
    catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    far = filing.politician("Nerys Valdoon", portraits=[encoding(1)])
    filing.politician("Ilka Brandwyn", portraits=[encoding(2)])
    filing.submission(face(2), claimed=far)
    filing.submission(face(2))
    claimed, unclaimed = objects(catalogue, tmp_path / "t.jsonl")
    assert (claimed["compared_with"], claimed["word"]) == ("Nerys Valdoon", "no match")
    assert (unclaimed["compared_with"], unclaimed["word"]) == ("Ilka Brandwyn", "strong")
    assert claimed["distance"] > unclaimed["distance"]


def test_many_are_read_in_portions(
    catalogue: Catalogue, filing: Filing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.engine.reports.submissions._PORTION", 2)
    ids = [filing.waiting(kind=Kind.PORTRAIT) for _ in range(5)]
    told: list[tuple[int, int]] = []
    written = write_submissions(
        catalogue, Form(path=tmp_path / "t.csv"), progress=lambda done, total: told.append((done, total))
    )
    assert isinstance(written, Written)
    assert written.rows == 5
    assert told == [(n, 5) for n in range(1, 6)]
    assert [int(one["Number"]) for one in rows(catalogue, tmp_path / "u.csv")] == ids


def test_cancelling_writes_nothing(
    catalogue: Catalogue, filed: tuple[SubmissionId, ...], tmp_path: Path
) -> None:
    assert write_submissions(catalogue, Form(path=tmp_path / "t.csv"), cancelled=lambda: True) is None
    assert not (tmp_path / "t.csv").exists()


def test_an_infinite_number_of_a_finding_is_none(
    catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    one = filing.submission(face(1), claimed=filing.politician(portraits=[encoding(1)]))
    finding = Finding("claim_matches", Outcome.APPROVE, None, {"margin": float("inf"), "rank": 1})
    with catalogue.writing():
        assessment = Assessment((finding,), Advice(Outcome.APPROVE, None))
        catalogue.assessments.keep([Assessed(one, assessment, 0.1)], mark="x")
    (told,) = objects(catalogue, tmp_path / "t.jsonl")
    assert told["findings"] == [{"margin": None, "rank": 1, "code": "claim_matches", "outcome": "approve"}]
