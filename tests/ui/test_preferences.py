"""What is remembered about a person, and that a read-only home is no obstacle."""

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from curator.ui.preferences import Preferences
from curator.ui.theme import Scheme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "curator.ini"


def test_at_the_first_start_nothing_is_known(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ann")
    new = Preferences(path)
    assert new.curator == "ann"
    assert new.last_catalogue is None
    assert new.scheme is Scheme.SYSTEM
    assert new.veiled is False
    assert new.geometry.isEmpty()
    assert new.worker_limit is None
    assert new.detector == "yunet"


@pytest.mark.parametrize(
    "name", ["Ann", "Žofie Nováková, 2", "@ann", "a;b", "[x]", "50%", "a\\b", "\u202eann"]
)
def test_a_name_is_remembered_as_it_was_written(path: Path, name: str) -> None:
    Preferences(path).curator = name
    assert Preferences(path).curator == name


def test_without_a_name_the_account_signs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ann")
    preferences = Preferences(path)
    preferences.curator = "Somebody"
    preferences.curator = ""
    assert preferences.curator == "ann"


def test_an_account_without_a_name_still_signs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert Preferences(path).curator == "curator"


@pytest.mark.parametrize("folder", ["plain", "with space, and comma", "ünïcode", "100%"])
def test_the_last_catalogue_is_remembered(path: Path, tmp_path: Path, folder: str) -> None:
    Preferences(path).last_catalogue = tmp_path / folder
    assert Preferences(path).last_catalogue == tmp_path / folder
    Preferences(path).last_catalogue = None
    assert Preferences(path).last_catalogue is None


def test_scheme_veil_and_geometry_are_remembered(path: Path) -> None:
    preferences = Preferences(path)
    preferences.scheme = Scheme.DARK
    preferences.veiled = True
    preferences.geometry = QByteArray(bytes(range(256)))
    again = Preferences(path)
    assert again.scheme is Scheme.DARK
    assert again.veiled is True
    assert again.geometry.data() == bytes(range(256))


def test_workers_and_detector_are_remembered(path: Path) -> None:
    preferences = Preferences(path)
    preferences.worker_limit = 3
    preferences.detector = "cnn"
    again = Preferences(path)
    assert again.worker_limit == 3
    assert again.detector == "cnn"


@pytest.mark.parametrize(("told", "limit"), [("0", 1), ("-2", None), ("many", None), ("²", None), ("2", 2)])
def test_a_number_of_workers_that_makes_no_sense_is_no_limit(
    path: Path, told: str, limit: int | None
) -> None:
    path.parent.mkdir()
    path.write_text(f"[General]\nworker_limit={told}\ndetector=crystal ball\n", encoding="utf-8")
    assert Preferences(path).worker_limit == limit
    assert Preferences(path).detector == "yunet"


def test_nonsense_in_the_file_is_as_if_nothing_were_known(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("[General]\nscheme=purple\nveiled=perhaps\ngeometry=large\nlast_catalogue=\n")
    preferences = Preferences(path)
    assert preferences.scheme is Scheme.SYSTEM
    assert preferences.veiled is False
    assert preferences.geometry.isEmpty()
    assert preferences.last_catalogue is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_the_file_is_its_owners_alone(path: Path) -> None:
    Preferences(path).veiled = True
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_where_nothing_can_be_written_nothing_is_remembered_and_all_works(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    preferences = Preferences(tmp_path / "in the way" / "curator.ini")
    preferences.curator = "Ann"
    preferences.veiled = True
    assert preferences.curator == "Ann"
    assert preferences.veiled is True
