"""The folder of resources is found in a source tree, in a wheel and in a frozen program."""

import sys
from pathlib import Path

import pytest

from curator.engine import resources
from curator.engine.errors import CuratorError


def make_folder(place: Path) -> Path:
    place.mkdir(parents=True)
    (place / "style.qss").write_text("", encoding="utf-8")
    return place


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder elsewhere, without any resources yet."""
    package = tmp_path / "site" / "curator"
    (package / "engine").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "engine" / "resources.py"))
    monkeypatch.delattr(sys, "_MEIPASS", raising=False)
    return package


def test_a_source_tree_has_them_beside_the_package() -> None:
    found = resources.resources_dir()
    assert found == Path(__file__).resolve().parents[2] / "resources"
    assert (found / "curator.svg").is_file()


def test_a_wheel_has_them_inside_the_package(installed: Path) -> None:
    place = make_folder(installed / "_resources")
    assert resources.resources_dir() == place.resolve()


def test_a_frozen_program_has_them_where_it_was_unpacked(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_folder(installed / "_resources")
    place = make_folder(tmp_path / "unpacked" / "resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "unpacked"), raising=False)
    assert resources.resources_dir() == place


def test_a_damaged_installation_is_told_as_such(installed: Path) -> None:
    (installed / "_resources").mkdir()
    with pytest.raises(CuratorError, match="files are missing") as caught:
        resources.resources_dir()
    assert caught.value.advice == "Install Curator again."
