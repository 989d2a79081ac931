"""What is remembered about a person, and that a read-only home is no obstacle."""

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from curator.engine.records import SubmissionId
from curator.ui.preferences import FILE_NAME, Preferences
from curator.ui.theme import Scheme
from curator.ui.veil import Veil


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "curator.ini"


def test_at_the_first_start_nothing_is_known(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ann")
    new = Preferences(path)
    assert new.curator == "ann"
    assert new.last_catalogue is None
    assert new.scheme is Scheme.SYSTEM
    assert (new.veil, new.last_veil) == (Veil.NONE, Veil.BLUR)
    assert (new.text_percent, new.language, new.break_minutes) == (100, "", 0)
    assert (new.last_place("c"), new.last_filter("c")) == (None, "")
    assert new.layout("desk").isEmpty()
    assert new.keys("approve") is None
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
    preferences.veil = Veil.GREY
    preferences.geometry = QByteArray(bytes(range(256)))
    again = Preferences(path)
    assert again.scheme is Scheme.DARK
    assert again.veil is Veil.GREY
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
    path.write_text(
        "[General]\nscheme=purple\nveiled=perhaps\ngeometry=large\nlast_catalogue=\ntext_percent=1e9\n"
        "language=xx\nbreak_minutes=-5\n[layout]\ndesk=wide\n[keys]\nreject=R\nskip={}\n"
        'ask="[1, 2]"\n'
    )
    preferences = Preferences(path)
    assert preferences.scheme is Scheme.SYSTEM
    assert preferences.veil is Veil.NONE
    assert (preferences.text_percent, preferences.language, preferences.break_minutes) == (100, "", 0)
    assert preferences.layout("desk").isEmpty()
    assert [preferences.keys(name) for name in ("reject", "skip", "ask")] == [None, None, None]
    assert preferences.geometry.isEmpty()
    assert preferences.last_catalogue is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_the_file_is_its_owners_alone(path: Path) -> None:
    Preferences(path).veil = Veil.HIDE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_where_nothing_can_be_written_nothing_is_remembered_and_all_works(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    preferences = Preferences(tmp_path / "in the way" / "curator.ini")
    preferences.curator = "Ann"
    preferences.veil = Veil.BLUR
    assert preferences.curator == "Ann"
    assert preferences.veil is Veil.BLUR


def test_each_curator_has_a_veil_of_their_own(path: Path) -> None:
    preferences = Preferences(path)
    preferences.curator = "Ann"
    preferences.veil = Veil.HIDE
    preferences.curator = "Žofie / [x] = %"
    assert preferences.veil is Veil.NONE
    preferences.veil = Veil.GREY
    again = Preferences(path)
    assert again.veil is Veil.GREY
    again.curator = "Ann"
    assert again.veil is Veil.HIDE


def test_the_last_veil_is_what_a_curator_veils_with(path: Path) -> None:
    preferences = Preferences(path)
    preferences.veil = Veil.GREY
    preferences.veil = Veil.NONE
    assert Preferences(path).last_veil is Veil.GREY


@pytest.mark.parametrize(("told", "veil"), [("true", Veil.BLUR), ("false", Veil.NONE)])
def test_the_one_switch_of_old_becomes_a_veil(path: Path, told: str, veil: Veil) -> None:
    path.parent.mkdir()
    path.write_text(f"[General]\ncurator=Ann\nveiled={told}\n", encoding="utf-8")
    preferences = Preferences(path)
    assert preferences.veil is veil
    preferences.veil = Veil.NONE
    assert Preferences(path).veil is Veil.NONE


def test_text_language_and_breaks_are_remembered(path: Path) -> None:
    preferences = Preferences(path)
    preferences.text_percent = 130
    preferences.language = "de"
    preferences.break_minutes = 45
    again = Preferences(path)
    assert (again.text_percent, again.language, again.break_minutes) == (130, "de", 45)


def test_places_are_remembered_for_each_catalogue(path: Path) -> None:
    preferences = Preferences(path)
    preferences.keep_last_place("one", SubmissionId(7))
    preferences.keep_last_filter("one", '{"text": "Žofie, 50%"}')
    preferences.keep_layout("desk", QByteArray(bytes(range(256))))
    again = Preferences(path)
    assert (again.last_place("one"), again.last_place("two")) == (7, None)
    assert (again.last_filter("one"), again.last_filter("two")) == ('{"text": "Žofie, 50%"}', "")
    assert again.layout("desk").data() == bytes(range(256))
    again.keep_last_place("one", None)
    assert Preferences(path).last_place("one") is None


def test_a_place_that_no_catalogue_can_have_is_none(path: Path) -> None:
    preferences = Preferences(path)
    preferences.keep_last_place("one", SubmissionId(10**30))
    assert Preferences(path).last_place("one") is None


@pytest.mark.parametrize("key", [",", ";", '"', "\\", "%", "=", "[", "]", "Ctrl++", "Shift+Z", "É"])
def test_every_key_comes_back_from_the_file(path: Path, key: str) -> None:
    Preferences(path).keep_keys({"approve": (key, "F5"), "skip": ()})
    assert Preferences(path).keys("approve") == (key, "F5")
    assert Preferences(path).keys("skip") == ()
    assert Preferences(path).keys("reject") is None
    Preferences(path).keep_keys({})
    assert Preferences(path).keys("approve") is None


def test_a_search_is_forgotten_once_something_was_erased_since(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / FILE_NAME)
    preferences.forget_search("one", erased_at="")
    preferences.keep_last_filter("one", "a search for somebody")
    preferences.keep_last_filter("two", "another search")
    preferences.forget_search("one", erased_at="")
    assert preferences.last_filter("one") == "a search for somebody"
    preferences.forget_search("one", erased_at="2026-03-04")
    assert preferences.last_filter("one") == ""
    assert preferences.last_filter("two") == "another search"
    assert b"somebody" not in (tmp_path / FILE_NAME).read_bytes()
    preferences.keep_last_filter("one", "a search since")
    preferences.forget_search("one", erased_at="2026-03-04")
    assert preferences.last_filter("one") == "a search since"
