"""What is put away at a start: here what only a kill at one moment of a restore leaves."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from curator.engine.catalogue import Catalogue
from curator.engine.media import MediaStore
from curator.engine.safekeeping.tidying import tidy_up


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue as a restore leaves it: its database does not write ahead yet."""
    folder = tmp_path / "catalogue"
    Catalogue.create(folder).close()
    with closing(sqlite3.connect(folder / "catalogue.db")) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    return folder


def started(folder: Path) -> str:
    """Opens it as each start does; gives back its name, which a half transaction would have changed."""
    with Catalogue.open(folder) as catalogue:
        tidy_up(catalogue, MediaStore(catalogue.media_folder))
        assert catalogue.complaints() == ()
        assert not (folder / "catalogue.db-journal").exists()
        return catalogue.fact("catalogue_id")


def test_a_journal_that_was_not_trusted_yet_is_deleted(folder: Path) -> None:
    name = started(folder)
    (folder / "catalogue.db-journal").write_bytes(bytes(512) + b"what was erased since" * 200)
    assert started(folder) == name


@pytest.fixture
def killed(folder: Path) -> str:
    """Leaves a transaction half written, as a kill does; gives back the name that counts."""
    with closing(sqlite3.connect(folder / "catalogue.db")) as raw:
        name: str = raw.execute("SELECT value FROM facts WHERE name = 'catalogue_id'").fetchone()[0]
        raw.execute("PRAGMA cache_size = 1")
        raw.execute("UPDATE facts SET value = 'half' WHERE name = 'catalogue_id'")
        # More than fits into the memory, so that the first pages of it are in the file before its end.
        raw.execute("CREATE TABLE filler (text TEXT)")
        raw.executemany("INSERT INTO filler VALUES (?)", [("x" * 4000,)] * 50)
        left = {end: (folder / f"catalogue.db{end}").read_bytes() for end in ("", "-journal")}
        raw.rollback()
    assert b"half" in left[""]
    for end, content in left.items():
        (folder / f"catalogue.db{end}").write_bytes(content)
    return name


def test_a_journal_that_counts_is_played_back_first(folder: Path, killed: str) -> None:
    assert started(folder) == killed


def test_who_only_reads_has_it_played_back_too(folder: Path, killed: str) -> None:
    with Catalogue.read(folder) as catalogue:
        assert catalogue.fact("catalogue_id") == killed
    assert not (folder / "catalogue.db-journal").exists()
