"""``curator backup``, ``backups``, ``restore`` and ``verify --repair``, as a script uses them."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock
from test_cli import FINDERS, picture, run

from curator.engine.catalogue import Catalogue
from curator.engine.media import MediaStore
from curator.engine.records import SubmissionId, Verdict
from curator.engine.safekeeping.backups import Kind, all_of, make


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in FINDERS:
        monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delenv("CURATOR_CATALOGUE", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(scope="module")
def analysed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of one analysed submission."""
    folder = tmp_path_factory.mktemp("backups")
    picture(folder / "received/one.png", seed=1)
    with pytest.MonkeyPatch.context() as patch:
        for place in FINDERS:
            patch.syspath_prepend(str(place))
        assert run("import", folder / "received", "--catalogue", folder / "catalogue") == 0
        assert run("analyse", "--catalogue", folder / "catalogue") == 0
    return folder / "catalogue"


@pytest.fixture
def folder(analysed_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(analysed_once, tmp_path / "catalogue"))


def verdict(folder: Path) -> Verdict:
    with Catalogue.read(folder) as catalogue:
        return catalogue.submissions.get(SubmissionId(1)).verdict


def test_a_backup_is_made_listed_looked_at_and_restored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of = ("--catalogue", folder)
    assert run("backups", *of) == 0
    assert "There are no backups" in capsys.readouterr().out
    assert run("backup", *of) == 0
    (backup,) = all_of(folder)
    assert f"Saved as {backup.path}" in capsys.readouterr().out
    assert run("backups", *of) == 0
    assert backup.path.name in capsys.readouterr().out
    assert run("decide", 1, "reject", "--reason", "no_face", "--by", "Ann", *of) == 0
    capsys.readouterr()
    assert run("restore", backup.path.name, *of) == 0
    told = capsys.readouterr().out
    assert "has now, and the backup has not: 0 submissions, 1 row of the decision log" in told
    assert "Nothing was changed. Add --yes to restore it." in told
    assert verdict(folder) is Verdict.REJECTED
    assert run("restore", "newest", "--yes", *of) == 0
    assert verdict(folder) is Verdict.UNDECIDED
    back = capsys.readouterr().out.splitlines()[-1].partition(": ")[2].split()
    assert back[:2] == ["curator", "restore"]
    assert run(*back[1:], *of) == 0
    assert verdict(folder) is Verdict.REJECTED
    assert run("verify", *of) == 0


def test_a_backup_goes_where_it_is_told_to(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    assert run("backup", "--to", tmp_path / "stick", "--catalogue", folder) == 0
    (backup,) = all_of(folder)
    assert backup.path.parent.parent == tmp_path / "stick"
    assert backup.kind is Kind.BY_HAND


def test_a_backup_is_made_while_a_window_works_and_nothing_is_restored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with FileLock(folder / "catalogue.lock"):
        assert run("backup", "--catalogue", folder) == 0
        assert run("restore", "newest", "--yes", "--catalogue", folder) == 1
        assert run("verify", "--repair", "--catalogue", folder) == 1
    assert "already open in another Curator" in capsys.readouterr().err


def test_a_lost_database_is_restored(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("backup", "--catalogue", folder) == 0
    (folder / "catalogue.db").unlink()
    assert run("restore", "newest", "--yes", "--catalogue", folder) == 0
    assert "cannot be read" in capsys.readouterr().out
    assert run("verify", "--catalogue", folder) == 0


def test_a_backup_that_lacks_decisions_of_another_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of = ("--catalogue", folder)
    ahead = make(folder, kind=Kind.BY_HAND, clock=lambda: datetime(2099, 1, 1, tzinfo=UTC))
    assert ahead is not None
    for verdict_word in ("skip", "undo"):
        assert run("decide", 1, verdict_word, "--by", "Ann", *of) == 0
    right = make(folder, kind=Kind.BY_HAND)
    assert right is not None
    capsys.readouterr()
    assert run("backups", *of) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]]
    assert names == [right.path.name, ahead.path.name]
    assert run("restore", "newest", *of) == 0
    told = capsys.readouterr().out
    assert f"backup of {right.made_at:%Y-%m-%d %H:%M} UTC" in told
    assert "of its decisions" not in told
    assert run("restore", ahead.path.name, *of) == 0
    told = capsys.readouterr().out
    assert f"{right.path} holds all of its decisions, and 2 rows of the decision log more." in told


def test_what_is_not_there_and_what_cannot_be_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("restore", "newest", "--catalogue", folder) == 1
    assert run("backup", "--to", tmp_path / "nowhere" / "at all", "--catalogue", folder) == 1
    assert run("backup", "--catalogue", tmp_path / "none") == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("There is no backup named newest.")
    assert not (tmp_path / "nowhere").exists()


def test_previews_are_repaired_by_workers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Catalogue.read(folder) as catalogue:
        digest = catalogue.submissions.get(SubmissionId(1)).digest
        media = MediaStore(catalogue.media_folder)
    before = media.preview(digest).read_bytes()
    media.preview(digest).unlink()
    assert run("verify", "--catalogue", folder) == 3
    told = capsys.readouterr().out
    assert "The preview or thumbnail of 1 picture is missing or damaged." in told
    assert "1 of them can be repaired" in told
    assert run("verify", "--repair", "--catalogue", folder) == 0
    told = capsys.readouterr().out
    assert "Made preview and thumbnail of 1 picture anew." in told
    assert "All is in order" in told
    assert media.preview(digest).read_bytes() == before
    assert run("verify", "--repair", "--catalogue", folder) == 0
    assert "There was nothing to repair." in capsys.readouterr().out
