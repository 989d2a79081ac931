"""A catalogue opens, refuses and keeps what it should, and SQLite alone can read it."""

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from filing import THRESHOLDS, Clock, Filing, digest, encoding, face, picture_hash
from sqlite_utils import Database

from curator.engine.catalogue import Catalogue, schema
from curator.engine.catalogue import catalogue as catalogue_module
from curator.engine.catalogue.copying import copy_database
from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.failures import sorted_errors
from curator.engine.deciding import decisions
from curator.engine.errors import (
    CatalogueBusy,
    CatalogueDamaged,
    CatalogueError,
    CatalogueFull,
    CatalogueNewer,
    CatalogueReadOnly,
    NotFound,
    RefusedChange,
)
from curator.engine.records import (
    Arrival,
    Claim,
    Digest,
    Kind,
    Likeness,
    PictureFacts,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)

FILE = "catalogue.db"


@contextmanager
def raw(folder: Path) -> Iterator[sqlite3.Connection]:
    """The file as any other program sees it."""
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        yield connection


def connection_of(catalogue: Catalogue) -> sqlite3.Connection:
    """The catalogue's own connection, to make it fail."""
    found: sqlite3.Connection = catalogue._connection.db.conn
    return found


def decide(catalogue: Catalogue, submission_id: SubmissionId, verdict: Verdict = Verdict.APPROVED) -> None:
    decisions.decide(catalogue, [submission_id], verdict=verdict, curator="ada", thresholds=THRESHOLDS)


# ---------------------------------------------------------------- making and opening


def test_a_new_catalogue_is_sound_and_empty(catalogue: Catalogue, folder: Path) -> None:
    assert catalogue.complaints() == ()
    assert catalogue.submissions.ids() == ()
    assert catalogue.submissions.counts().total == 0
    assert len(catalogue.fact("catalogue_id")) == 32
    assert catalogue.fact("created_with")
    assert catalogue.fact("nothing") == ""
    assert Catalogue.exists(folder)
    assert catalogue.media_folder == folder / "media"


def test_it_is_made_in_a_new_folder_below_new_folders(tmp_path: Path) -> None:
    with Catalogue.create(tmp_path / "a" / "b" / "ç #?%") as made:
        assert made.complaints() == ()
    with Catalogue.open(tmp_path / "a" / "b" / "ç #?%") as opened:
        assert opened.complaints() == ()


def test_it_keeps_its_identity_and_its_content(folder: Path) -> None:
    with Catalogue.create(folder) as made:
        identity = made.fact("catalogue_id")
        submission_id = Filing(made).waiting(name="cat.jpg")
    with Catalogue.open(folder) as opened:
        assert opened.fact("catalogue_id") == identity
        assert opened.submissions.get(submission_id).file_name == "cat.jpg"


def test_a_folder_that_holds_something_is_refused(folder: Path) -> None:
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(RefusedChange, match="is not empty"):
        Catalogue.create(folder)
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_a_catalogue_is_not_made_over_another(catalogue: Catalogue, folder: Path) -> None:
    with pytest.raises(RefusedChange, match="already holds a catalogue"):
        Catalogue.create(folder)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RefusedChange, match="is a file"):
        Catalogue.create(tmp_path / "file")
    with pytest.raises(CatalogueError, match="cannot be used"):
        Catalogue.create(tmp_path / "file" / "below")


def test_a_name_that_no_disk_takes_is_told_as_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="cannot be used"):
        Catalogue.create(tmp_path / ("x" * 5000))


@pytest.mark.parametrize("way", [Catalogue.open, Catalogue.read])
def test_where_none_is_none_is_opened(folder: Path, way: Callable[[Path], Catalogue]) -> None:
    with pytest.raises(CatalogueError, match="There is no catalogue in"):
        way(folder)
    assert not folder.exists()


@pytest.mark.parametrize("way", [Catalogue.open, Catalogue.read])
def test_a_foreign_database_is_refused_and_stays_as_it_was(
    folder: Path, way: Callable[[Path], Catalogue]
) -> None:
    folder.mkdir()
    with raw(folder) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    before = (folder / FILE).read_bytes(), (folder / FILE).stat().st_mtime_ns
    with pytest.raises(CatalogueDamaged, match="not a catalogue of Curator"):
        way(folder)
    assert ((folder / FILE).read_bytes(), (folder / FILE).stat().st_mtime_ns) == before


@pytest.mark.parametrize("way", [Catalogue.open, Catalogue.read])
def test_what_is_no_database_is_refused_and_stays_as_it_was(
    folder: Path, way: Callable[[Path], Catalogue]
) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"<html>" * 500)
    with pytest.raises(CatalogueDamaged, match="is damaged or is not a catalogue"):
        way(folder)
    assert (folder / FILE).read_bytes() == b"<html>" * 500


def test_damage_inside_is_told(folder: Path) -> None:
    with Catalogue.create(folder) as made:
        filing = Filing(made)
        for _ in range(50):
            filing.waiting()
    content = bytearray((folder / FILE).read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    (folder / FILE).write_bytes(content)
    with pytest.raises(CatalogueDamaged):
        Catalogue.open(folder)


def test_an_emptied_file_beside_pictures_is_not_taken_for_a_new_catalogue(folder: Path) -> None:
    with Catalogue.create(folder) as made:
        made.media_folder.mkdir()
    (folder / FILE).write_bytes(b"")
    with pytest.raises(CatalogueDamaged, match="is empty although"):
        Catalogue.open(folder)


def test_a_catalogue_that_was_never_finished_is_finished(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).touch()
    schema.migrations().ensure_migrations_table(Database(folder / FILE, execute_plugins=False))
    with Catalogue.open(folder) as opened:
        assert opened.complaints() == ()
        assert opened.fact("catalogue_id")


def test_an_old_sqlite_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue_module, "_OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(CatalogueError, match="too old for Curator"):
        Catalogue.create(folder)


# ---------------------------------------------------------------- versions


def newer_steps() -> Mapping[str, Callable[[Database], None]]:
    """What a later Curator will know: one step more."""

    def one_column_more(db: Database) -> None:
        db.executescript("ALTER TABLE submissions ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")

    return {**schema_steps(), "0002_one_column_more": one_column_more}


schema_steps = schema.steps


def test_a_newer_catalogue_is_refused_and_stays_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(schema, "steps", newer_steps)
        with Catalogue.create(folder) as made:
            Filing(made).waiting()
    before = (folder / FILE).read_bytes(), (folder / FILE).stat().st_mtime_ns
    for way in (Catalogue.open, Catalogue.read):
        with pytest.raises(CatalogueNewer, match="was written by a newer Curator"):
            way(folder)
    assert ((folder / FILE).read_bytes(), (folder / FILE).stat().st_mtime_ns) == before
    assert not (folder / "backups").exists()


def test_an_older_catalogue_is_backed_up_and_brought_up_to_date(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Catalogue.create(folder) as made:
        submission_id = Filing(made).waiting()
        identity = made.fact("catalogue_id")
    monkeypatch.setattr(schema, "steps", newer_steps)
    with pytest.raises(CatalogueError, match="is from an older Curator"):
        Catalogue.read(folder)
    with Catalogue.open(folder) as opened:
        assert opened.submissions.get(submission_id).size == 1234
        assert opened.fact("catalogue_id") == identity
        assert opened.complaints() == ()
    backups = list((folder / "backups").iterdir())
    assert [path.name for path in backups] == ["catalogue-before-0002_one_column_more.db"]
    with closing(sqlite3.connect(backups[0])) as backup:
        columns = {row[1] for row in backup.execute("PRAGMA table_info (submissions)")}
        assert "mood" not in columns
        assert backup.execute("SELECT count(*) FROM submissions").fetchone() == (1,)
        assert backup.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_backup_holds_what_only_the_log_of_writes_holds(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Catalogue.create(folder) as made:
        Filing(made).waiting()
    # A reader keeps SQLite from folding the log into the file.
    with closing(sqlite3.connect(folder / FILE)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM submissions").fetchall()
        with Catalogue.open(folder) as opened:
            Filing(opened).waiting(file=digest("another"))
        monkeypatch.setattr(schema, "steps", newer_steps)
        with Catalogue.open(folder):
            pass
        (backup,) = (folder / "backups").iterdir()
        with closing(sqlite3.connect(backup)) as copy:
            assert copy.execute("SELECT count(*) FROM submissions").fetchone() == (2,)


def test_a_failed_update_leaves_the_old_catalogue(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Catalogue.create(folder) as made:
        Filing(made).waiting()

    def stops(db: Database) -> None:
        db.executescript("ALTER TABLE submissions ADD COLUMN mood TEXT")
        raise sqlite3.OperationalError("power cut")

    with monkeypatch.context() as later:
        later.setattr(schema, "steps", lambda: {**schema_steps(), "0002_stops_in_the_middle": stops})
        with pytest.raises(sqlite3.OperationalError, match="power cut"):
            Catalogue.open(folder)
    with Catalogue.open(folder) as opened:
        assert opened.submissions.counts().total == 1


# ---------------------------------------------------------------- numbers that are kept


def test_numbers_follow_writes_of_any_connection_and_survive_none_that_was_taken_back(
    catalogue: Catalogue, folder: Path
) -> None:
    filing = Filing(catalogue)
    assert catalogue.submissions.counts().total == 0
    filing.waiting()
    assert catalogue.submissions.counts().total == 1

    def fail() -> None:
        with catalogue.writing():
            filing.waiting()
            assert catalogue.submissions.counts().total == 2
            raise RuntimeError("taken back")

    with pytest.raises(RuntimeError, match="taken back"):
        fail()
    assert catalogue.submissions.counts().total == 1
    with Catalogue.beside(folder) as other:
        Filing(other).waiting(file=digest("from elsewhere"))
        assert other.submissions.counts().total == 2
    assert catalogue.submissions.counts().total == 2


def test_a_part_of_a_transaction_may_fail_by_itself(catalogue: Catalogue) -> None:
    def fail() -> None:
        with catalogue.writing():
            catalogue.keep_fact("lost", "yes")
            raise RuntimeError("only this part")

    with catalogue.writing():
        catalogue.keep_fact("kept", "yes")
        with pytest.raises(RuntimeError, match="only this part"):
            fail()
        with catalogue.writing():
            catalogue.keep_fact("kept too", "yes")
    assert [catalogue.fact(name) for name in ("kept", "lost", "kept too")] == ["yes", "", "yes"]


def test_opening_an_up_to_date_catalogue_needs_nothing_that_brings_one_up_to_date(
    catalogue: Catalogue, folder: Path
) -> None:
    catalogue.close()
    program = (
        "import sys; from pathlib import Path; from curator.engine.catalogue import Catalogue\n"
        "Catalogue.open(Path(sys.argv[1])).close(); print('sqlite_utils' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"


# ---------------------------------------------------------------- one at a time


def test_a_second_curator_in_the_same_program_is_told(catalogue: Catalogue, folder: Path) -> None:
    with pytest.raises(CatalogueBusy, match="already open in another Curator"):
        Catalogue.open(folder)
    catalogue.close()
    Catalogue.open(folder).close()


def test_a_second_curator_in_another_process_is_told(catalogue: Catalogue, folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from curator.engine.catalogue import Catalogue\n"
        "from curator.engine.errors import CatalogueBusy\n"
        "try: Catalogue.open(Path(sys.argv[1]))\n"
        "except CatalogueBusy as error: print(error.sentence)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert told.stdout.strip() == f"The catalogue in {folder} is already open in another Curator."


def test_a_lock_is_given_back_when_opening_fails(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"no database" * 100)
    for _ in range(2):
        with pytest.raises(CatalogueDamaged):
            Catalogue.open(folder)


def test_a_reader_sees_whole_transactions_while_a_writer_works(catalogue: Catalogue, folder: Path) -> None:
    with Catalogue.read(folder) as reader:
        with catalogue.writing():
            catalogue.submissions.receive(arrival("one"), claimed_id=None)
            assert reader.submissions.counts().total == 0
        assert reader.submissions.counts().total == 1
        with pytest.raises(CatalogueReadOnly), reader.writing():
            reader.submissions.receive(arrival("two"), claimed_id=None)


def test_a_writer_of_another_program_is_waited_for_and_then_told(catalogue: Catalogue, folder: Path) -> None:
    connection_of(catalogue).execute("PRAGMA busy_timeout = 1")
    with raw(folder) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CatalogueBusy, match="Another program is using"):
            Filing(catalogue).waiting()


# ---------------------------------------------------------------- failures


@pytest.mark.parametrize(
    ("number", "error", "words"),
    [
        (errno.EROFS, CatalogueReadOnly, "cannot write to"),
        (errno.EACCES, CatalogueReadOnly, "cannot write to"),
        (errno.ENOSPC, CatalogueFull, "is full"),
        (errno.EIO, CatalogueError, "cannot be used"),
    ],
)
def test_a_folder_that_takes_no_files_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[CatalogueError], words: str
) -> None:
    Catalogue.create(folder).close()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(catalogue_module.FileLock, "acquire", refuse)
    with pytest.raises(error, match=words) as told:
        Catalogue.open(folder)
    assert str(folder) in told.value.sentence
    assert told.value.advice


def test_a_file_that_cannot_be_written_is_told(catalogue: Catalogue) -> None:
    connection_of(catalogue).execute("PRAGMA query_only = ON")
    with pytest.raises(CatalogueReadOnly, match="cannot write to"):
        Filing(catalogue).waiting()


def test_a_full_disk_loses_the_last_step_and_no_earlier_one(catalogue: Catalogue, filing: Filing) -> None:
    kept = filing.submission(face(1))
    decide(catalogue, kept)
    pages = catalogue._connection.value("PRAGMA page_count")
    connection_of(catalogue).execute(f"PRAGMA max_page_count = {pages}")

    def receive_many() -> None:
        with catalogue.writing():
            for number in range(10_000):
                catalogue.submissions.receive(arrival(str(number)), claimed_id=None)

    with pytest.raises(CatalogueFull, match="is full") as told:
        receive_many()
    assert "all earlier ones are" in told.value.advice
    assert catalogue.submissions.ids() == (kept,)
    connection_of(catalogue).execute("PRAGMA max_page_count = 100000")
    filing.waiting()
    assert catalogue.submissions.counts().total == 2
    assert catalogue.complaints() == ()


def test_what_is_no_known_failure_stays_a_bug(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), sorted_errors(tmp_path):
        sqlite3.connect(":memory:").execute("SELECT nonsense")


def test_a_transaction_is_whole_or_not_at_all(catalogue: Catalogue) -> None:
    def stop_in_the_middle() -> None:
        with catalogue.writing():
            catalogue.submissions.receive(arrival("one"), claimed_id=None)
            raise KeyError("a bug")

    with pytest.raises(KeyError):
        stop_in_the_middle()
    assert catalogue.submissions.counts().total == 0


def test_missing_records_are_named(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match="no submission with the number 7"):
        catalogue.submissions.get(SubmissionId(7))
    with pytest.raises(NotFound, match="no politician with the number 7"):
        catalogue.politicians.get(PoliticianId(7))


# ---------------------------------------------------------------- what SQLite promises


def test_pragmas_and_strict_tables(folder: Path) -> None:
    promised = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}
    with Catalogue.create(folder) as made:
        assert made.pragmas() == promised
    with Catalogue.open(folder) as opened:
        assert opened.pragmas() == promised
    with raw(folder) as connection:
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        ).fetchall()
    loose = {name for name, strict in tables if not strict and not name.startswith("sqlite_")}
    assert loose == set()
    assert len(tables) > 15


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_nobody_else_may_look_into_it(folder: Path, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with Catalogue.create(folder) as made:
            Filing(made).waiting()
            (tmp_path / "copies").mkdir()
            copy_database(made.path, tmp_path / "copies" / "copy.db")
            modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    finally:
        os.umask(before)
    assert modes == {FILE: 0o600, f"{FILE}-wal": 0o600, f"{FILE}-shm": 0o600, "catalogue.lock": 0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "copies" / "copy.db").stat().st_mode & 0o777 == 0o600


def test_a_backup_of_an_open_catalogue_is_a_catalogue(
    catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    filing.submission(face(1))
    (tmp_path / "copy").mkdir()
    copy_database(catalogue.path, tmp_path / "copy" / FILE)
    copy_database(catalogue.path, tmp_path / "copy" / FILE)
    assert [path.name for path in (tmp_path / "copy").iterdir()] == [FILE]
    with Catalogue.open(tmp_path / "copy") as copy:
        assert copy.complaints() == ()
        assert copy.submissions.counts().total == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decisions SET verdict = 'rejected'",
        "UPDATE decisions SET id = 99",
        "DELETE FROM decisions",
        "REPLACE INTO decisions SELECT * FROM decisions",
        "INSERT OR REPLACE INTO decisions SELECT * FROM decisions LIMIT 1",
        "UPDATE OR REPLACE decisions SET seen = '{}'",
    ],
)
def test_the_log_only_grows(catalogue: Catalogue, filing: Filing, folder: Path, statement: str) -> None:
    decide(catalogue, filing.submission(face(1)))
    decide(catalogue, filing.submission(face(2)))
    with raw(folder) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    assert catalogue.complaints() == ()


def test_foreign_keys_are_enforced(catalogue: Catalogue) -> None:
    with pytest.raises(sqlite3.IntegrityError), catalogue.writing():
        catalogue.submissions.receive(arrival("one"), claimed_id=PoliticianId(99))


def test_other_programs_can_read_the_views(catalogue: Catalogue, filing: Filing, folder: Path) -> None:
    ilka = filing.politician("Ilka Brandwyn", country="Austria", portraits=[encoding(1)])
    decide(catalogue, filing.submission(face(1, away=0.3), claimed=ilka, name="beach.jpg"))
    filing.submission(face(2), claimed=ilka, name="party.jpg")
    with raw(folder) as connection:
        connection.row_factory = sqlite3.Row
        first, second = map(dict, connection.execute("SELECT * FROM review_list ORDER BY id"))
        (verdict,) = map(dict, connection.execute("SELECT * FROM verdicts"))
    assert first == {
        "id": 1,
        "file_name": "beach.jpg",
        "kind": "deepfake",
        "claimed": "Ilka Brandwyn",
        "country": "Austria",
        "advice": "approve",
        "advice_reason": None,
        "distance": 0.3,
        "verdict": "approved",
        "reason": None,
        "curator": "ada",
        "decided_at": "2026-03-04T05:06:07.891011+00:00",
    }
    assert (second["verdict"], second["advice"], second["advice_reason"]) == (
        "undecided",
        "reject",
        "not_claimed",
    )
    assert verdict["decision_id"] == 1
    assert verdict["digest"] == catalogue.submissions.get(SubmissionId(1)).digest


def test_times_are_utc_and_come_back_as_they_were(catalogue: Catalogue, clock: Clock) -> None:
    submission_id = Filing(catalogue).waiting()
    clock.advance(days=1)
    assert (clock.time - catalogue.submissions.get(submission_id).received_at).days == 1


# ---------------------------------------------------------------- complaints


def test_complaints_name_what_is_wrong(catalogue: Catalogue, filing: Filing, folder: Path) -> None:
    one, two = filing.submission(face(1)), filing.submission(face(2))
    decide(catalogue, one)
    decisions.decide(
        catalogue,
        [two],
        verdict=Verdict.REJECTED,
        reason=Reason.NO_FACE,
        note="a cat",
        curator="ada",
        thresholds=THRESHOLDS,
    )
    with raw(folder) as connection:
        connection.execute("DROP TRIGGER decisions_never_change")
        connection.execute("UPDATE decisions SET seen = '{}' WHERE id = 1")
        connection.execute("UPDATE submissions SET claimed_id = 99 WHERE id = ?", (one,))
        connection.execute("UPDATE submissions SET verdict = 'approved' WHERE id = ?", (two,))
        connection.execute("UPDATE decision_notes SET note = 'a dog'")
    assert catalogue.complaints() == (
        "A row of the table submissions refers to a missing row of politicians.",
        "The decision log was changed from outside, first at row 1.",
        "The note of row 2 of the decision log was changed from outside.",
        "The protection of the decision log is missing: decisions_never_change.",
        "The verdict of 1 submission differs from the decision log.",
    )
    with raw(folder) as connection:
        connection.execute("UPDATE tallies SET number = number + 1 WHERE number > 0")
    assert catalogue.complaints()[-1] == "The numbers beside the filters differ from the submissions."


def test_who_decided_is_checked_against_the_log(catalogue: Catalogue, filing: Filing, folder: Path) -> None:
    one = filing.submission(face(1))
    decide(catalogue, one)
    with raw(folder) as connection:
        connection.execute("UPDATE submissions SET decided_by = NULL")
    assert catalogue.complaints() == ("The verdict of 1 submission differs from the decision log.",)


def test_a_cut_tail_is_noticed(catalogue: Catalogue, filing: Filing, folder: Path) -> None:
    for person in range(3):
        decide(catalogue, filing.submission(face(person)))
    with raw(folder) as connection:
        connection.execute("DROP TRIGGER decisions_never_go")
        connection.execute("DELETE FROM decisions WHERE id > 1")
    assert "The last 2 rows of the decision log were taken away from outside." in catalogue.complaints()


# ---------------------------------------------------------------- size


@contextmanager
def steps_of(catalogue: Catalogue) -> Iterator[Callable[[], int]]:
    """Counts the steps of SQLite's machine: what a query costs, the same on every computer."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection = connection_of(catalogue)
    connection.set_progress_handler(count, 1)
    try:
        yield lambda: steps
    finally:
        connection.set_progress_handler(None, 1)


def cost(catalogue: Catalogue, work: Callable[[], Any]) -> int:
    with steps_of(catalogue) as steps:
        work()
        return steps()


def grow(catalogue: Catalogue, filing: Filing, *, by: int) -> None:
    """More of everything: politicians, portraits that wait, submissions, decisions, undone ones."""
    with catalogue.writing():  # one transaction: quick
        for number in range(by):
            name = f"Politician {by}-{number}"
            politician_id = filing.politician(name, portraits=[encoding(number)])
            filing.portrait(politician_id)
            submission_id = filing.waiting(claimed=politician_id)
            hashes = (picture_hash(number), picture_hash(number + 7))
            catalogue.submissions.keep_facts(
                submission_id, facts=PictureFacts("PNG", 3, 4), model="m/f", hashes=hashes
            )
            filing.waiting()
            decide(catalogue, submission_id)
            if number % 3 == 0:
                decisions.undo_for(catalogue, submission_id, curator="ada")
                decide(catalogue, submission_id, Verdict.SKIPPED)


def test_everyday_work_costs_the_same_in_a_large_catalogue(catalogue: Catalogue, filing: Filing) -> None:
    ilka = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])

    def costs() -> dict[str, int]:
        chosen = filing.submission(face(1), face(2), claimed=ilka)
        work: dict[str, Callable[[], Any]] = {
            "decide": lambda: decide(catalogue, chosen),
            "next_undo": lambda: decisions.next_undo(catalogue),
            "undo": lambda: decisions.undo(catalogue, curator="ada"),
            "next_redo": lambda: decisions.next_redo(catalogue),
            "redo": lambda: decisions.redo(catalogue, curator="ada"),
            "undo_for": lambda: decisions.undo_for(catalogue, chosen, curator="ada"),
            "claim": lambda: decisions.correct_claim(
                catalogue, chosen, claimed_id=ilka, curator="ada", thresholds=THRESHOLDS
            ),
            "pending": lambda: catalogue.submissions.pending(limit=5),
            "portraits": lambda: catalogue.politicians.pending_portraits(limit=5),
            "outdated": lambda: catalogue.submissions.outdated(mark="now", limit=5),
            "log": lambda: catalogue.decisions.latest(limit=5),
            "find": lambda: catalogue.politicians.find(full_name="Ilka Brandwyn"),
        }
        return {name: cost(catalogue, one) for name, one in work.items()}

    grow(catalogue, filing, by=12)
    small = costs()
    grow(catalogue, filing, by=120)
    large = costs()
    # A search in a tree ten times as large takes a step or two more, reading all of it ten times as many.
    assert {name: (small[name], large[name]) for name in small if large[name] > 1.3 * small[name] + 20} == {}


# ---------------------------------------------------------------- tables


def arrival(name: str, **told: Any) -> Arrival:
    return Arrival(**{"digest": digest(name), "size": 3, "file_name": f"{name}.jpg", "source": "box"} | told)


def test_the_same_bytes_are_one_submission_with_several_arrivals(catalogue: Catalogue) -> None:
    table = catalogue.submissions
    first = arrival("a", claim=Claim("Ilka", "Brandwyn"), sender="x@example.org")
    again = arrival("a", file_name="b.jpg", note="me too", kind=Kind.PORTRAIT)
    with catalogue.writing():
        received = [table.receive(one, claimed_id=None) for one in (first, first, again)]
    (submission_id, _), *_ = received
    assert [new for _, new in received] == [True, False, False]
    assert table.get(submission_id).arrivals == 2
    assert table.get(submission_id).claim == first.claim
    assert table.arrivals(submission_id) == (first, again)
    assert table.with_digest(first.digest) == submission_id
    assert table.with_digest(digest("other")) is None


def test_encodings_come_back_bit_by_bit_and_read_only(catalogue: Catalogue, filing: Filing) -> None:
    submission_id = filing.submission(face(1))
    ((_, kept),) = catalogue.faces.encodings([submission_id], model="dlib-resnet-v1").items()
    assert (kept == encoding(1)).all()
    assert not kept.flags.writeable
    assert catalogue.faces.encodings([submission_id], model="another") == {}


def test_likenesses_come_back(catalogue: Catalogue, filing: Filing) -> None:
    one, two = filing.submission(face(1)), filing.submission(face(2))
    assert catalogue.submissions.duplicate_of(two) is None
    for likeness in (Likeness(one, 7, True, None), Likeness(one, 0, False, False), None):
        with catalogue.writing():
            catalogue.submissions.keep_duplicate(two, of=likeness)
        assert catalogue.submissions.duplicate_of(two) == likeness


def test_politicians_are_found_by_name_and_country(catalogue: Catalogue, filing: Filing) -> None:
    table = catalogue.politicians
    here = filing.politician("Ilka Brandwyn", country="Austria")
    assert table.find(full_name="BRANDWYN") is None
    assert table.find(full_name=" ilka  BRANDWYN") is not None
    there = filing.politician("Ilka Brandwyn", country="Italy")
    with pytest.raises(RefusedChange, match="already in the index"):
        filing.politician("Ilka  BRANDWYN", country="Italy")
    with pytest.raises(RefusedChange, match="needs a name"):
        filing.politician(" ")
    assert table.find(full_name="Ilka Brandwyn") is None
    for country, meant in (("Austria", here), ("Italy", there)):
        found = table.find(full_name="Ilka Brandwyn", country=country)
        assert found is not None
        assert found.id == meant
    with catalogue.writing():
        table.remove(there)
    found = table.find(full_name="Ilka Brandwyn")
    assert found is not None
    assert found.id == here
    assert table.names([here, there]) == {here: "Ilka Brandwyn", there: "Ilka Brandwyn"}
    assert table.names([]) == {}


def test_one_photo_of_two_people_is_analysed_once(catalogue: Catalogue, filing: Filing) -> None:
    one, two = filing.politician("A B"), filing.politician("C D")
    file = digest("both")
    with catalogue.writing():
        for who in (one, two):
            assert catalogue.politicians.add_portrait(who, digest=file, file_name="x.jpg") is not None
            assert catalogue.politicians.add_portrait(who, digest=file, file_name="y.jpg") is None
    other = filing.portrait(one)
    assert catalogue.politicians.pending_portraits(limit=5) == (file, other)
    assert catalogue.politicians.pending_portraits(limit=5, beyond=[file]) == (other,)
    assert catalogue.politicians.waiting_counts() == {one: 2, two: 1}
    with catalogue.writing():
        assert set(catalogue.politicians.settle_portraits(file, refusal="")) == {one, two}
    assert catalogue.politicians.waiting_counts() == {one: 1}
    assert catalogue.politicians.portrait_counts() == {one: 1, two: 1}


def test_a_connection_takes_any_path(tmp_path: Path) -> None:
    path = tmp_path / "a b#?%41é.db"
    connection = Connection(path)
    connection.close()
    assert path.exists()
    reading = Connection(path, read_only=True)
    with pytest.raises(CatalogueReadOnly), reading.writing():
        reading.write("CREATE TABLE x (y)")
    reading.close()


def test_a_digest_is_no_number(catalogue: Catalogue) -> None:
    with catalogue.writing(), pytest.raises(sqlite3.IntegrityError):
        catalogue.submissions.receive(arrival("a", size="large"), claimed_id=None)
    assert catalogue.submissions.with_digest(Digest("0" * 64)) is None
