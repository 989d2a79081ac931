"""The decision log as a file: complete, and checked by whoever holds it, with or without Curator."""

import csv
import json
import re
import runpy
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from filing import THRESHOLDS, Filing, encoding, face

from curator.engine.catalogue import CHAINED, Catalogue
from curator.engine.deciding import decisions, hand_work
from curator.engine.records import Kind, Reason, SubmissionId, Verdict
from curator.engine.reports import Form, Format, LogWritten, values_of, write_decisions
from curator.engine.reports.decisions import Chain

RECIPE = Path(__file__).parents[2] / "docs/tables.md"


@pytest.fixture
def filed(catalogue: Catalogue, filing: Filing) -> SubmissionId:
    """A log with verdicts, notes, hand work, an undo and hostile words in it."""
    who = filing.politician("Łucja =Valdoon\u202e", portraits=[encoding(1)])
    one, two = filing.submission(face(1, away=0.3), claimed=who), filing.submission(face(2))
    for ids, verdict, reason in (
        ([one], Verdict.APPROVED, None),
        ([one, two], Verdict.REJECTED, Reason.OTHER),
    ):
        decisions.decide(
            catalogue,
            ids,
            verdict=verdict,
            reason=reason,
            note="=a secret",
            curator="@Ann",
            thresholds=THRESHOLDS,
        )
    decisions.undo(catalogue, curator="Bob")
    hand_work.correct_kind(catalogue, two, kind=Kind.PORTRAIT, curator="Bob", thresholds=THRESHOLDS)
    hand_work.edit_note(catalogue, two, note="-1 <b>", curator="Bob", thresholds=THRESHOLDS)
    return one


def objects(catalogue: Catalogue, path: Path, **form: Any) -> tuple[LogWritten, list[dict[str, Any]]]:
    written = write_decisions(catalogue, Form(path=path, format=Format.JSON_LINES, **form))
    assert written is not None
    return written, [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def rows(catalogue: Catalogue, path: Path, **form: Any) -> list[dict[str, str]]:
    assert write_decisions(catalogue, Form(path=path, **form)) is not None
    return list(csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def tamper(catalogue: Catalogue, sql: str) -> None:
    """Changes the log as somebody would who has the file and SQLite."""
    with catalogue.writing():
        catalogue._connection.db.execute("DROP TRIGGER IF EXISTS decisions_never_change")
        catalogue._connection.write(sql)


@pytest.mark.usefixtures("filed")
def test_the_chain_is_made_again_from_the_file_alone(catalogue: Catalogue, tmp_path: Path) -> None:
    written, told = objects(catalogue, tmp_path / "log.jsonl")
    assert len(told) == written.file.rows == 7
    assert written.head == catalogue.decisions.head() == told[-1]["link"]
    assert written.broken is None
    chain = Chain()
    assert all(chain.fits(values_of(one), link=one["link"]) for one in told)
    assert told[0]["seen"]["advice"] == {"outcome": "approve", "reason": None}
    assert told[0]["curator"] == "@Ann"


@pytest.mark.usefixtures("filed")
def test_the_recipe_of_the_documents_checks_it_without_curator(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = re.search(
        r"^    import hashlib.*?^    print[^\n]*$", RECIPE.read_text(encoding="utf-8"), re.M | re.S
    )
    assert found is not None
    script = tmp_path / "check.py"
    script.write_text("\n".join(line[4:] for line in found[0].splitlines()), encoding="utf-8")
    written, told = objects(catalogue, tmp_path / "log.jsonl")
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(script))
    assert f"Newest link: {written.head}" in capsys.readouterr().out
    told[2]["verdict"] = "withdrawn"
    lines = [json.dumps(one) for one in told]
    (tmp_path / "log.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(AssertionError, match=f"row {told[2]['id']} was changed"):
        runpy.run_path(str(script))


@pytest.mark.usefixtures("filed")
def test_as_a_table_every_row_has_its_link_and_whether_it_fits(catalogue: Catalogue, tmp_path: Path) -> None:
    told = rows(catalogue, tmp_path / "log.csv")
    links = [one.link for one in catalogue.reports.chained_log()]
    assert [one["Link of the chain"] for one in told] == links
    assert {one["The link fits"] for one in told} == {"yes"}
    assert told[0]["Advice seen"] == "clear match"
    assert told[1]["Reason"] == "other reason"
    assert (told[3]["What was done"], told[3]["Undoes row"]) == ("undo", told[3]["Undoes row"])
    assert told[3]["Undoes row"] != ""
    assert json.loads(told[5]["What was changed"]) == {
        "before": {"kind": "deepfake"},
        "after": {"kind": "portrait"},
    }
    assert told[0]["By"] == "'@Ann"


@pytest.mark.usefixtures("filed")
def test_notes_are_there_only_when_asked_for(catalogue: Catalogue, tmp_path: Path) -> None:
    rows(catalogue, tmp_path / "1.csv")
    objects(catalogue, tmp_path / "1.jsonl")
    for path in (tmp_path / "1.csv", tmp_path / "1.jsonl"):
        assert "a secret" not in path.read_text(encoding="utf-8")
    assert rows(catalogue, tmp_path / "2.csv", notes=True)[0]["Note (internal)"] == "'=a secret"
    assert objects(catalogue, tmp_path / "2.jsonl", notes=True)[1][0]["internal"] == {"note": "=a secret"}


@pytest.mark.usefixtures("filed")
def test_a_log_that_was_tampered_with_is_written_and_says_where(catalogue: Catalogue, tmp_path: Path) -> None:
    third = [one.id for one in catalogue.reports.chained_log()][2]
    tamper(catalogue, f"UPDATE decisions SET verdict = 'nonsense', reason = '=1' WHERE id = {third}")
    written, told = objects(catalogue, tmp_path / "log.jsonl")
    assert written.broken == third == catalogue.decisions.broken_link()
    assert [one["link_fits"] for one in told].count(False) == 1
    row = rows(catalogue, tmp_path / "log.csv")[2]
    assert (row["Verdict then"], row["Reason"], row["The link fits"]) == ("nonsense", "'=1", "no")


@pytest.mark.usefixtures("filed")
@pytest.mark.parametrize("seen", ['{"b":1,  "a":2}', '{"a": 1e400}', "no json"])
def test_what_was_spelt_by_somebody_else_is_kept_to_the_letter(
    catalogue: Catalogue, tmp_path: Path, seen: str
) -> None:
    tamper(catalogue, f"UPDATE decisions SET seen = '{seen}' WHERE id = 1")
    written, told = objects(catalogue, tmp_path / "log.jsonl")
    assert written.broken == 1
    assert values_of(told[0])[CHAINED.index("seen")] == seen
    assert rows(catalogue, tmp_path / "log.csv")[0]["Advice seen"] == ""


def test_an_empty_log_has_no_head(catalogue: Catalogue, tmp_path: Path) -> None:
    written, told = objects(catalogue, tmp_path / "log.jsonl")
    assert (told, written.head, written.broken) == ([], "", None)


@pytest.mark.usefixtures("filed")
def test_cancelling_writes_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    form = Form(path=tmp_path / "log.jsonl", format=Format.JSON_LINES)
    assert write_decisions(catalogue, form, cancelled=lambda: True) is None
    assert not form.path.exists()
