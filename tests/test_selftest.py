"""The check of an installation finds this one sound, and tells what is wrong with a broken one."""

from pathlib import Path

import pytest

from curator import __version__, selftest
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.ui.preferences import Preferences


def test_words_that_it_does_not_know_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.main(["--loudly"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "curator --self-test takes no further words: --loudly\n"


@pytest.mark.parametrize(("words", "jobs"), [([], None), (["--jobs", "3"], 3), (["--jobs", "0"], 1)])
def test_the_number_of_workers_can_be_told(
    monkeypatch: pytest.MonkeyPatch, words: list[str], jobs: int | None
) -> None:
    asked: list[int | None] = []

    def check(folder: Path, *, jobs: int | None) -> str:
        asked.append(jobs)
        return ""

    monkeypatch.setattr(selftest, "_check_analysis", check)
    monkeypatch.setattr(selftest, "_check_qt", lambda: "")
    assert selftest.main(words) == 0
    assert asked == [jobs]


def test_without_a_number_it_is_what_the_person_lets_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("platformdirs.PlatformDirs.user_config_path", tmp_path / "none")
    assert selftest._workers_wanted() == 1
    assert not (tmp_path / "none").exists()
    Preferences(tmp_path / "curator.ini").worker_limit = 2
    monkeypatch.setattr("platformdirs.PlatformDirs.user_config_path", tmp_path)
    assert selftest._workers_wanted() == 2


@pytest.mark.real
def test_this_installation_works(qapp: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.main([]) == 0
    first, *checks, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"Curator {__version__}, Python 3.")
    assert [line[:7] for line in checks] == ["ok     "] * 3
    assert "platform offscreen" in checks[0]
    assert "journal_mode=wal, synchronous=2, foreign_keys=1, secure_delete=1" in checks[1]
    assert "dlib-resnet-v1/yunet" in checks[2]
    assert "(strong)" in checks[2]
    assert last == "Everything works."


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (CuratorError("A model file is missing.", advice="Install it again."), "A model file is missing."),
        (ImportError("libEGL.so.1: cannot open shared object file"), "ImportError: libEGL.so.1"),
        (StopIteration(), "StopIteration: "),
    ],
)
def test_every_part_is_told_and_one_that_fails_is_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, told: str
) -> None:
    def fail(*_: object, **__: object) -> str:
        raise error

    monkeypatch.setattr(selftest, "_check_analysis", fail)
    monkeypatch.setattr(selftest, "_check_qt", lambda: "a window")
    assert selftest.main([]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "ok      window: a window"
    assert lines[2].startswith("ok      catalogue: SQLite 3.")
    assert lines[3].startswith(f"FAILED  analysis: {told}")
    assert lines[4] == "This installation does not work."


def test_a_catalogue_without_its_promises_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Catalogue, "pragmas", lambda self: {"journal_mode": "memory"})
    with pytest.raises(CuratorError, match="does not keep its promises"):
        selftest._check_sqlite(tmp_path / "empty")
