"""The commands that say what is held and that erase: without a yes they change nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from filing import THRESHOLDS, Filing, encoding, face

from curator import cli
from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.deciding import decisions
from curator.engine.privacy import erasing, looking
from curator.engine.records import Claim, Reason, Verdict

SENDER = "Jana Qvist"


@pytest.fixture
def filled(folder: Path, catalogue: Catalogue, filing: Filing) -> Path:
    who = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    filing.submission(face(1), claimed=who)
    gone = filing.waiting(sender=SENDER, claim=Claim("Some", "Body"), note="mine")
    decisions.decide(
        catalogue, [gone], verdict=Verdict.REJECTED, reason=Reason.OTHER, curator="A", thresholds=THRESHOLDS
    )
    catalogue.close()
    return folder


def run(*words: object) -> int:
    return cli.main([str(word) for word in words])


def count(folder: Path) -> int:
    with Catalogue.read(folder) as catalogue:
        return len(catalogue.submissions.ids(SubmissionFilter()))


def test_what_is_held_is_counted_in_words(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("privacy", "--catalogue", filled) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "What was sent in:"
    assert "  2 submissions with their pictures and previews: 1 undecided, 1 rejected" in told
    assert "  1 sender by name" in told
    assert "  1 encoding of a submitted face, kept until it is decided about (1 undecided)" in told
    assert "  no encoding of a face that is decided about: it went with the decision" in told
    assert "  1 encoding of a reference portrait of a politician" in told
    assert "  1 row of the decision log, which is never erased and holds no names" in told
    assert "  0 backups of the database, with all of the above but pictures" in told


@pytest.mark.parametrize(
    "words",
    [("purge", "--days", "0"), ("erase", "sender", SENDER), ("erase", "politician", "Ilka Brandwyn")],
)
def test_without_a_yes_nothing_is_erased(
    filled: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    before = (filled / "catalogue.db").read_bytes()
    assert run(*words, "--catalogue", filled) == 1
    told = capsys.readouterr()
    assert told.out
    assert "Nothing was erased." in told.err
    assert (filled / "catalogue.db").read_bytes() == before


def test_a_purge_goes_by_the_catalogues_grace_period(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("purge", "--days", "100000", "--catalogue", filled) == 1
    assert "0 to 3650 days" in capsys.readouterr().err
    assert run("purge", "--days", "0", "--yes", "--catalogue", filled) == 0
    told = capsys.readouterr().out
    assert told.startswith("1 rejected picture (0.0 MB), rejected from 2026-03-04 to 2026-03-04.")
    assert "Erased: 1 picture with its preview; the database was written anew." in told
    assert count(filled) == 1
    assert run("purge", "--catalogue", filled) == 0
    assert capsys.readouterr().out == "No picture was rejected more than 30 days ago.\n"


def test_a_sender_is_erased(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("erase", "sender", "jana qvist", "--yes", "--catalogue", filled) == 0
    assert capsys.readouterr().out.startswith("1 picture that only jana qvist sent (0.0 MB).")
    assert count(filled) == 1
    assert SENDER.encode() not in (filled / "catalogue.db").read_bytes()
    assert run("erase", "sender", SENDER, "--yes", "--catalogue", filled) == 1
    assert "Nobody of the name" in capsys.readouterr().err


def test_a_politician_is_erased(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("erase", "politician", "ilka brandwyn", "--yes", "--catalogue", filled) == 0
    assert capsys.readouterr().out.startswith(
        "Ilka Brandwyn with 1 reference portrait and its encoding.\n1 ranking of a face that names"
    )
    with Catalogue.read(filled) as catalogue:
        assert catalogue.politicians.all() == ()
    assert run("erase", "politician", "Ilka Brandwyn", "--yes", "--catalogue", filled) == 1
    assert "There is no politician" in capsys.readouterr().err


def test_of_two_of_one_name_somebody_has_to_be_meant(
    folder: Path, catalogue: Catalogue, filing: Filing, capsys: pytest.CaptureFixture[str]
) -> None:
    filing.politician("Ilka Brandwyn", country="Finland")
    filing.politician("Ilka Brandwyn", country="Malta")
    catalogue.close()
    assert run("erase", "politician", "ilka brandwyn", "--catalogue", folder) == 1
    assert "2 politicians of the index are called “ilka brandwyn”: Finland, Malta." in capsys.readouterr().err
    assert (
        run("erase", "politician", "ilka brandwyn", "--country", "Malta", "--yes", "--catalogue", folder) == 0
    )
    with Catalogue.read(folder) as left:
        assert [one.country for one in left.politicians.all()] == ["Finland"]


def test_while_an_erasure_is_unfinished_no_table_is_written_and_an_export_finishes_it(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Catalogue.open(filled):
        erasing.erase(filled, looking.sender(filled, SENDER))
    for what in ("submissions", "decisions", "answers"):
        assert run("table", what, tmp_path / "table.csv", "--catalogue", filled) == 1
        assert "Something is being erased, and that is not done yet." in capsys.readouterr().err
    assert not (tmp_path / "table.csv").exists()
    assert run("export", tmp_path / "site", "--by", "Ann", "--catalogue", filled) == 0
    assert not erasing.unfinished(filled)
    assert run("table", "submissions", tmp_path / "table.csv", "--catalogue", filled) == 0


def test_an_export_that_cannot_finish_an_erasure_is_refused(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Catalogue.open(filled):
        erasing.erase(filled, looking.sender(filled, SENDER))
    with closing(sqlite3.connect(filled / "catalogue.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM submissions").fetchone()
        assert run("export", tmp_path / "site", "--by", "Ann", "--catalogue", filled) == 1
    assert "Something is being erased" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
