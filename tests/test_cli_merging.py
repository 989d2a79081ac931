"""``curator merge``, as a script uses it."""

import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from test_cli import FINDERS, picture, run

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.records import SubmissionId, Verdict


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in FINDERS:
        monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delenv("CURATOR_CATALOGUE", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue of three submissions; ``other`` beside it has one more and three decisions."""
    for number in (1, 2, 3):
        picture(tmp_path / f"received/{number}.png", seed=number)
    mine, other = tmp_path / "mine", tmp_path / "other"
    assert run("import", tmp_path / "received", "--catalogue", mine) == 0
    shutil.copytree(mine, other)
    of = ("--by", "Ben", "--catalogue", other)
    picture(tmp_path / "more/4.png", seed=4)
    assert run("import", tmp_path / "more", "--catalogue", other) == 0
    assert run("decide", 1, "reject", "--reason", "no_face", "--note", "only a cat", *of) == 0
    assert run("decide", 2, "approve", "--note", "it is\nfine", *of) == 0
    assert run("decide", 4, "approve", *of) == 0
    assert run("decide", 2, "skip", "--by", "Ann", "--catalogue", mine) == 0
    return mine


def verdicts(folder: Path) -> list[Verdict]:
    with Catalogue.read(folder) as catalogue:
        numbers = sorted(catalogue.submissions.ids(SubmissionFilter()))
        return [catalogue.submissions.get(SubmissionId(one)).verdict for one in numbers]


def test_a_look_first_then_a_yes_and_the_second_time_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("merge", folder.parent / "other", "--by", "Ann", "--catalogue", folder)
    capsys.readouterr()
    assert run(*words) == 0
    told = capsys.readouterr().out
    assert "2 decisions would come in: 1 approved, 1 rejected." in told
    assert "1 picture is only there and would come in" in told
    assert "Decided there by Ben." in told
    assert "1 picture is decided otherwise here." in told
    assert "Add --yes" in told
    assert verdicts(folder) == [Verdict.UNDECIDED, Verdict.SKIPPED, Verdict.UNDECIDED]
    assert run(*words, "--yes") == 0
    told = capsys.readouterr().out
    assert "Brought in: 2 decisions (1 approved, 1 rejected). Undo takes them back in one step." in told
    assert (
        "in the window’s saved filters as “Decided otherwise in another copy”:\n  2: approved, Ben, 20"
        in told
    )
    assert told.endswith(", “it is fine”\n")
    after = [Verdict.REJECTED, Verdict.SKIPPED, Verdict.UNDECIDED, Verdict.APPROVED]
    assert verdicts(folder) == after
    assert run("verify", "--catalogue", folder) == 0
    assert run(*words, "--yes") == 0
    told = capsys.readouterr().out
    assert "It has nothing to bring in." in told
    assert "  2: approved, Ben, 20" in told
    assert run("decide", 2, "skip", "--by", "Ann", "--catalogue", folder) == 0
    capsys.readouterr()
    assert run(*words, "--yes") == 0
    assert "For a person to decide" not in capsys.readouterr().out
    assert verdicts(folder) == after


def test_the_same_from_a_backup_leaves_the_pictures_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = folder.parent / "other"
    assert run("backup", "--catalogue", other) == 0
    (backup,) = (other / "backups").glob("*.db")
    capsys.readouterr()
    assert run("merge", backup, "--yes", "--by", "Ann", "--catalogue", folder) == 0
    told = capsys.readouterr().out
    assert "1 submission is only there, and its picture is not in a backup." in told
    assert verdicts(folder) == [Verdict.REJECTED, Verdict.SKIPPED, Verdict.UNDECIDED]


def test_what_cannot_be_merged_is_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, sentence in (
        (folder, "is this catalogue itself"),
        (folder / "media", "There is no catalogue and no backup in"),
        (next((folder / "media").rglob("originals/*/*")), "is no copy of a catalogue"),
    ):
        assert run("merge", path, "--yes", "--catalogue", folder) == 1
        assert sentence in capsys.readouterr().err
    assert not list(folder.glob("*.unfinished*"))


def test_while_a_window_works_on_it_a_look_is_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("merge", folder.parent / "other", "--by", "Ann", "--catalogue", folder)
    with FileLock(folder / "catalogue.lock"):
        assert run(*words) == 0
        assert run(*words, "--yes") == 1
    assert "already open in another Curator" in capsys.readouterr().err
