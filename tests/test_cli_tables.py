"""The commands that write tables for people inside the campaign."""

import csv
import json
import shutil
from io import StringIO
from pathlib import Path

import pytest

from curator import cli
from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions
from curator.engine.records import Arrival, Claim, Digest, Kind, Reason, SubmissionId, Verdict
from curator.engine.rules import Thresholds


def run(*words: object) -> int:
    return cli.main([str(word) for word in words])


@pytest.fixture(scope="module")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three submissions of two senders: approved, rejected, undecided."""
    folder = tmp_path_factory.mktemp("filled") / "catalogue"
    with Catalogue.create(folder) as catalogue:
        ids = []
        for number, sender in enumerate(("Anna", "Anna", "Bo"), start=1):
            arrival = Arrival(
                Digest(f"{number:064x}"),
                10,
                f"{number}.jpg",
                "a table",
                Kind.DEEPFAKE,
                Claim("Nerys", "Valdoon", "Malta", "Prime Minister"),
                f"note {number}",
                sender,
            )
            with catalogue.writing():
                submission_id, _ = catalogue.submissions.receive(arrival, claimed_id=None)
            ids.append(submission_id)
        decide(catalogue, ids[0], Verdict.APPROVED)
        decide(catalogue, ids[1], Verdict.REJECTED, Reason.NO_FACE)
    return folder


def decide(catalogue: Catalogue, one: SubmissionId, verdict: Verdict, reason: Reason | None = None) -> None:
    decisions.decide(
        catalogue,
        [one],
        verdict=verdict,
        reason=reason,
        curator="Ann",
        note="inside",
        thresholds=Thresholds(),
    )


@pytest.fixture(autouse=True)
def filled(filled_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which the commands take."""
    folder = Path(shutil.copytree(filled_once, tmp_path / "catalogue"))
    monkeypatch.setenv("CURATOR_CATALOGUE", str(folder))
    return folder


def rows(path: Path, *, delimiter: str = ",") -> list[dict[str, str]]:
    return list(
        csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=delimiter)
    )


def test_submissions_as_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("table", "submissions", tmp_path / "t.csv") == 0
    assert capsys.readouterr().out == f"Wrote 3 submissions to {tmp_path / 't.csv'}\n"
    assert [one["Verdict"] for one in rows(tmp_path / "t.csv")] == ["approved", "rejected", "undecided"]
    assert "Sender (internal)" not in rows(tmp_path / "t.csv")[0]
    assert (
        run("table", "submissions", tmp_path / "some.csv", "--verdict", "rejected", "--reason", "no_face")
        == 0
    )
    assert [one["Number"] for one in rows(tmp_path / "some.csv")] == ["2"]


def test_what_is_personal_has_to_be_asked_for_and_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--with-notes", "--with-files", "--with-senders")
    assert run("table", "submissions", tmp_path / "t.csv", *options) == 0
    assert "It holds notes, file names, senders: keep it inside the campaign" in capsys.readouterr().out
    first = rows(tmp_path / "t.csv")[0]
    assert (first["Note (internal)"], first["File name (internal)"], first["Sender (internal)"]) == (
        "note 1",
        "1.jpg",
        "Anna",
    )


@pytest.mark.parametrize(
    ("name", "options", "delimiter"),
    [
        ("t.csv", (), ","),
        ("t.tsv", (), "\t"),
        ("t.csv", ("--delimiter", "semicolon"), ";"),
        ("t", ("--format", "csv", "--delimiter", "tab"), "\t"),
    ],
)
def test_the_delimiter_is_the_one_asked_for_or_that_of_the_ending(
    tmp_path: Path, name: str, options: tuple[str, ...], delimiter: str
) -> None:
    assert run("table", "submissions", tmp_path / name, *options) == 0
    assert [one["Number"] for one in rows(tmp_path / name, delimiter=delimiter)] == ["1", "2", "3"]


def test_the_ending_tells_the_format(tmp_path: Path) -> None:
    assert run("table", "submissions", tmp_path / "t.jsonl") == 0
    assert [json.loads(line)["id"] for line in (tmp_path / "t.jsonl").read_text().splitlines()] == [1, 2, 3]
    assert run("table", "answers", tmp_path / "t.txt") == 0
    assert "Kind regards" in (tmp_path / "t.txt").read_text()


def test_the_decision_log_with_its_newest_link(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("table", "decisions", tmp_path / "log.jsonl") == 0
    with Catalogue.read(filled) as catalogue:
        head = catalogue.decisions.head()
    assert capsys.readouterr().out.splitlines()[-1] == f"Newest link: {head}"
    told = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [one["link"] for one in told][-1] == head
    assert "internal" not in told[0]
    assert run("table", "decisions", tmp_path / "log.csv", "--with-notes") == 0
    assert [one["Note (internal)"] for one in rows(tmp_path / "log.csv")] == ["inside", "inside"]


def test_a_log_that_was_changed_from_outside_is_found(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Catalogue.open(filled) as catalogue, catalogue.writing():
        catalogue._connection.db.execute("DROP TRIGGER decisions_never_change")
        catalogue._connection.write("UPDATE decisions SET verdict = 'approved' WHERE id = 2")
    assert run("table", "decisions", tmp_path / "log.csv") == 3
    assert "does not fit its chain, first at row 2" in capsys.readouterr().out
    assert [one["The link fits"] for one in rows(tmp_path / "log.csv")] == ["yes", "no"]


def test_answers_in_a_language_of_the_sender(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("table", "answers", tmp_path / "a.txt", "--language", "it", "--with-senders") == 0
    assert "Wrote 1 answer to" in capsys.readouterr().out
    text = (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "Buongiorno Anna," in text
    assert "“2.jpg”:\nNon useremo questa immagine." in text
    assert "Bo" not in text, "their picture is undecided"


def test_a_file_that_stands_is_replaced_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("mine")
    assert run("table", "submissions", path) == 1
    assert "There is a file" in capsys.readouterr().err
    assert path.read_text() == "mine"
    assert run("table", "submissions", path, "--replace") == 0
    assert len(rows(path)) == 3


@pytest.mark.parametrize(
    "words",
    [
        ("table", "submissions", "t.jsonl", "--delimiter", "tab"),
        ("table", "submissions", "t.txt"),
        ("table", "submissions", "t.pdf"),
        ("table", "decisions", "t.xlsx"),
        ("table", "decisions", "log.txt"),
        ("table", "decisions", "log.csv", "--verdict", "approved"),
        ("table", "answers", "a.csv", "--language", "nl"),
        ("table", "answers", "a.csv", "--with-notes"),
        ("table",),
    ],
)
def test_what_makes_no_sense_is_refused(
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*words) == 2
    assert capsys.readouterr().err != ""
    assert [path.name for path in tmp_path.iterdir()] == ["catalogue"]


def test_tables_are_written_while_a_window_has_the_catalogue_open(filled: Path, tmp_path: Path) -> None:
    with Catalogue.open(filled):
        assert run("table", "submissions", tmp_path / "t.csv") == 0
    assert len(rows(tmp_path / "t.csv")) == 3


def test_ctrl_c_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("curator.cli.background.Interrupts.pressed", True)
    assert run("table", "submissions", tmp_path / "t.csv") == cli.STOPPED
    assert "Stopped." in capsys.readouterr().err
    assert not (tmp_path / "t.csv").exists()
