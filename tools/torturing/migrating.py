"""One life that brings a copy of the catalogue up to date with a newer program, and makes new ones."""

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from curator.engine.catalogue import Catalogue, schema
from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.catalogue.copying import copy_database
from curator.engine.errors import CuratorError
from torturing.acting import Stuff
from torturing.telling import INTENT, OPENED, Teller

_STEP = "0002_torture"


def live(stuff: Stuff, teller: Teller) -> None:
    """Makes catalogues, and migrates copies, one after the other; only a kill ends it."""
    shipped = schema.steps

    def more(db: Database) -> None:
        db.execute("CREATE TABLE torture (id INTEGER PRIMARY KEY, digest TEXT NOT NULL) STRICT")
        db.execute("INSERT INTO torture (id, digest) SELECT id, digest FROM submissions")
        db.execute("UPDATE submissions SET note = note || ' migrated'")

    def with_one_more() -> Mapping[str, Callable[[Database], None]]:
        return {**shipped(), _STEP: more}

    place = stuff.home / "migrating"
    teller.say(OPENED)
    while True:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        teller.say(INTENT, what="new catalogue")
        Catalogue.create(place / "new").close()
        if Catalogue.exists(stuff.folder):
            (place / "old").mkdir()
            copy_database(stuff.folder / FILE_NAME, place / "old" / FILE_NAME)
            (place / "whole").touch()
            teller.say(INTENT, what="migration")
            schema.steps = with_one_more
            try:
                Catalogue.open(place / "old").close()
            finally:
                schema.steps = shipped


def look(home: Path) -> list[str]:
    """What is wrong with what the last such life left behind."""
    place = home / "migrating"
    broken = []
    if Catalogue.exists(place / "new"):
        try:
            with Catalogue.open(place / "new") as catalogue:
                broken += [f"new catalogue: {one}" for one in catalogue.complaints()]
        except CuratorError as error:
            broken.append(f"a catalogue that was being made cannot be opened: {error.sentence}")
    elif (place / "new").is_dir():
        try:
            Catalogue.create(place / "new").close()
        except CuratorError as error:
            broken.append(f"a catalogue that was being made cannot be made again: {error.sentence}")
    if (place / "whole").exists():
        broken += _migrated(place / "old")
    return broken


def _migrated(folder: Path) -> list[str]:
    """The copy is either as it was, or wholly migrated with a copy of what it was."""
    broken = []
    with closing(sqlite3.connect(folder / "catalogue.db")) as database:
        (answer,) = database.execute("PRAGMA integrity_check").fetchone()
        names = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
        applied = database.execute(
            "SELECT count(*) FROM _sqlite_migrations WHERE name = ?", (_STEP,)
        ).fetchone()[0]
        notes = {row[0].endswith(" migrated") for row in database.execute("SELECT note FROM submissions")}
    if answer != "ok":
        broken.append(f"migrated: {answer}")
    if bool(applied) != ("torture" in names) or (notes and notes != {bool(applied)}):
        broken.append(f"half migrated: {applied}, {notes}")
    kept = folder / f"backups/catalogue-before-{_STEP}.db"
    if applied and not kept.is_file():
        broken.append("migrated without a copy")
    if not applied:
        try:
            with Catalogue.open(folder) as catalogue:
                broken += [f"not migrated: {one}" for one in catalogue.complaints()]
        except CuratorError as error:
            broken.append(f"not migrated, and cannot be opened: {error.sentence}")
    return broken
