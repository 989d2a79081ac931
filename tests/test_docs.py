"""The documents name what is there: links lead somewhere, and paths and modules exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]+)")
QUOTED = re.compile(r"`([^`\n]+)`")

STARTS = ("curator", "docs", "tests", "tools", "resources", "requirements")
"""Folders of the project; a path may also leave ``curator`` out and begin with one of its parts."""


@pytest.fixture(scope="module")
def parts() -> frozenset[str]:
    """The packages that documents may begin a path with: ``engine/media.py``, ``catalogue/erasing.py``."""
    return frozenset(path.parent.name for path in (ROOT / "curator").rglob("__init__.py"))


def names_in(document: Path) -> set[str]:
    """What a document puts in back quotes and looks like a path or a module."""
    return {
        name.rstrip("/")
        for name in QUOTED.findall(document.read_text(encoding="utf-8"))
        if re.fullmatch(r"[\w.-]+(/[\w.-]+)+/?|\w+\.py", name)
    }


def is_there(name: str) -> bool:
    """Whether a path of the project ends in that name, with or without ``.py``."""
    if (ROOT / name).exists():
        return True
    return any(
        path.as_posix().endswith((f"/{name}", f"/{name}.py"))
        for folder in ("curator", "tests", "tools")
        for path in (ROOT / folder).rglob(Path(name).stem + "*")
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_paths_and_modules_that_are_named_are_there(document: Path, parts: frozenset[str]) -> None:
    ours = {
        name
        for name in names_in(document)
        if name.endswith(".py") or name.split("/")[0] in STARTS or name.split("/")[0] in parts
    }
    made = {"gallery/index.html", "curator/_resources"}  # in an export and in a wheel
    assert sorted(name for name in ours - made if not is_there(name)) == []


def test_names_are_found() -> None:
    """Else the tests above would look at nothing."""
    assert {"engine/catalogue", "engine/media.py"} <= names_in(ROOT / "docs" / "architecture.md")
    assert is_there("engine/media.py")
    assert is_there("catalogue/erasing")
    assert not is_there("engine/nowhere.py")
