"""Merging: decided here stays, decided there comes in once, and what was erased stays away."""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import pytest
from filing import Clock, Filing, face
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.catalogue.copying import copy_database
from curator.engine.catalogue.merging import Abandoned
from curator.engine.deciding.decisions import correct_claim, decide, next_undo, redo, undo
from curator.engine.errors import CatalogueBusy, CatalogueDamaged, CuratorError, NotFound, RefusedChange
from curator.engine.media import MediaStore
from curator.engine.merging import bringing, merging
from curator.engine.merging.merging import Merged, MergePlan, keep_list
from curator.engine.merging.source import take
from curator.engine.merging.standing import Counted
from curator.engine.privacy import erasing, looking
from curator.engine.records import (
    Decision,
    Digest,
    Kind,
    Making,
    Origin,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Thresholds
from curator.engine.safekeeping import backups, verification
from curator.engine.safekeeping.backups import Kind as BackupKind
from curator.engine.safekeeping.tidying import tidy_up

THRESHOLDS = Thresholds()
VALID = (
    (Verdict.APPROVED, None),
    (Verdict.REJECTED, Reason.NO_FACE),
    (Verdict.REJECTED, Reason.UNSAFE),
    (Verdict.SKIPPED, None),
    (Verdict.SKIPPED, Reason.ASK),
    (Verdict.UNDECIDED, None),
)


def give(
    catalogue: Catalogue,
    number: int,
    verdict: Verdict,
    reason: Reason | None = None,
    *,
    note: str = "",
    curator: str = "Ben",
    making: Making | None = None,
) -> None:
    decide(
        catalogue,
        [SubmissionId(number)],
        verdict=verdict,
        reason=reason,
        note=note,
        curator=curator,
        thresholds=THRESHOLDS,
        making=making,
    )


def copied(catalogue: Catalogue, folder: Path) -> Path:
    """A copy of a catalogue that is open, pictures included."""
    folder.mkdir()
    copy_database(catalogue.folder / "catalogue.db", folder / "catalogue.db")
    if catalogue.media_folder.exists():
        shutil.copytree(catalogue.media_folder, folder / "media")
    return folder


def ids(*numbers: int) -> tuple[SubmissionId, ...]:
    return tuple(SubmissionId(one) for one in numbers)


def look(catalogue: Catalogue, path: Path) -> MergePlan:
    with take(catalogue.folder, path) as source:
        return merging.look(catalogue.folder, source)


def merge(catalogue: Catalogue, path: Path, *, by: str = "Ann") -> Merged:
    with take(catalogue.folder, path) as source:
        return merging.merge(catalogue, source, by=by)


def log(catalogue: Catalogue) -> list[Decision]:
    return list(catalogue.decisions.everything())


def verdict(catalogue: Catalogue, number: int) -> Verdict:
    return catalogue.submissions.get(SubmissionId(number)).verdict


def picture(
    folder: Path,
    catalogue: Catalogue,
    filing: Filing,
    text: str,
    *,
    sender: str = "",
    note: str = "",
    source: str = "a folder",
) -> SubmissionId:
    """A submission with an original."""
    path = folder / f"{text}.jpg"
    path.write_bytes(text.encode())
    received = MediaStore(catalogue.media_folder).receive(path)
    MediaStore(catalogue.media_folder).filed(received.digest)
    return filing.waiting(file=received.digest, name=path.name, sender=sender, note=note, source=source)


@pytest.fixture
def two(catalogue: Catalogue, filing: Filing, tmp_path: Path) -> Path:
    """Four submissions, and another copy of the catalogue with them."""
    nora = filing.politician("Nora Nowhere")
    for number in range(4):
        picture(tmp_path, catalogue, filing, f"picture {number}")
    correct_claim(catalogue, SubmissionId(1), claimed_id=nora, curator="Ann", thresholds=THRESHOLDS)
    return copied(catalogue, tmp_path / "other")


@pytest.fixture
def other(two: Path, clock: Clock) -> Iterator[Catalogue]:
    clock.advance(days=1)
    with Catalogue.open(two, clock=clock) as opened:
        yield opened


# ---------------------------------------------------------------- decisions


def test_a_decision_comes_in_with_who_when_why_and_what_was_seen(
    catalogue: Catalogue, other: Catalogue, clock: Clock
) -> None:
    give(other, 1, Verdict.APPROVED, note="a good one", making=Making.GENERATED)
    give(other, 2, Verdict.REJECTED, Reason.NO_FACE)
    there = log(other)[-2]
    other.close()
    clock.advance(days=1)
    done = merge(catalogue, other.folder)
    assert done.counted == Counted({Verdict.APPROVED: 1, Verdict.REJECTED: 1})
    assert (set(done.changes.submissions), done.changes.decided) == ({1, 2}, True)
    first, second = log(catalogue)[-2:]
    assert (first.curator, first.verdict, first.note) == ("Ben", Verdict.APPROVED, "a good one")
    assert (first.origin, first.step, second.step) == (Origin.MERGE, first.id, first.id)
    assert (second.verdict, second.reason) == (Verdict.REJECTED, Reason.NO_FACE)
    seen = dict(first.seen)
    # The log is in the order of its times; when it was decided there is told beside.
    assert first.decided_at == clock.time
    told = seen.pop("merged")
    assert isinstance(told, dict)
    assert told["decided_at"] == there.decided_at.isoformat(timespec="microseconds")
    assert (told["row"], told["by"]) == (there.id, "Ann")
    assert seen == there.seen
    assert first.change["after"] == {"making": "generated"}
    assert catalogue.submissions.get(SubmissionId(1)).making is Making.GENERATED
    assert catalogue.complaints() == ()


def test_encodings_go_with_a_decision_that_comes_in(catalogue: Catalogue, tmp_path: Path) -> None:
    one = Filing(catalogue).submission(face(1))
    folder = copied(catalogue, tmp_path / "other")
    with Catalogue.open(folder) as there:
        give(there, one, Verdict.REJECTED, Reason.UNSAFE)
    count = "SELECT count(*) FROM face_encodings"
    assert catalogue._connection.value(count) == 1
    merge(catalogue, folder)
    assert catalogue._connection.value(count) == 0


def test_what_was_decided_here_stays_and_is_listed(catalogue: Catalogue, other: Catalogue) -> None:
    for number, (here, there) in enumerate(
        (
            ((Verdict.APPROVED, None), (Verdict.REJECTED, Reason.UNSAFE)),
            ((Verdict.SKIPPED, Reason.ASK), (Verdict.APPROVED, None)),
            ((Verdict.REJECTED, Reason.NO_FACE), (Verdict.REJECTED, Reason.NO_FACE)),
            ((Verdict.REJECTED, Reason.NO_FACE), (Verdict.UNDECIDED, None)),
        ),
        start=1,
    ):
        give(catalogue, number, *here)
        give(other, number, *there)
    before = log(catalogue)
    assert look(catalogue, other.folder).counted == Counted(same=1, differing=2, left=ids(1, 2))
    done = merge(catalogue, other.folder)
    assert log(catalogue) == before
    assert done.counted == Counted(same=1, differing=2, left=ids(1, 2))
    # What stands beside them is new.
    assert (set(done.changes.submissions), done.changes.decided) == ({1, 2}, False)
    assert not merge(catalogue, other.folder).changes
    for _ in range(2):
        assert keep_list(catalogue, done.counted, name="Decided otherwise") == (1, 2)
    (kept,) = catalogue.saved_filters.all()
    assert set(catalogue.submissions.ids(kept.filter)) == {1, 2}
    assert catalogue.submissions.count(kept.filter) == 2


def test_withdrawn_there_is_listed_first_and_comes_in_as_withdrawn(
    catalogue: Catalogue, other: Catalogue
) -> None:
    give(catalogue, 1, Verdict.REJECTED, Reason.UNSAFE)
    give(catalogue, 3, Verdict.APPROVED)
    give(other, 1, Verdict.APPROVED)
    for number in (2, 3):
        give(other, number, Verdict.APPROVED)
        give(other, number, Verdict.WITHDRAWN, Reason.REQUESTED)
    done = merge(catalogue, other.folder)
    assert done.counted.left == (3, 1)
    assert [verdict(catalogue, number) for number in (2, 3)] == [Verdict.WITHDRAWN, Verdict.APPROVED]
    undo(catalogue, curator="Ann")
    assert verdict(catalogue, 2) is Verdict.UNDECIDED
    assert catalogue.complaints() == ()


def test_a_decision_about_another_claim_or_kind_is_left_to_a_person(
    catalogue: Catalogue, other: Catalogue
) -> None:
    correct_claim(other, SubmissionId(2), claimed_id=1, curator="Ben", thresholds=THRESHOLDS)  # type: ignore[arg-type]
    with other.writing():
        other.submissions.set_kind(SubmissionId(3), Kind.PORTRAIT)
    for number in (1, 2, 3):
        give(other, number, Verdict.APPROVED)
    done = merge(catalogue, other.folder)
    assert done.counted == Counted({Verdict.APPROVED: 1}, other_claims=2, left=ids(2, 3))
    assert verdict(catalogue, 2) is Verdict.UNDECIDED


def test_what_cannot_be_read_here_is_not_approved(catalogue: Catalogue, other: Catalogue) -> None:
    with catalogue.writing():
        for number in (1, 2):
            catalogue.submissions.mark_unreadable(SubmissionId(number), sentence="It is broken.")
    give(other, 1, Verdict.APPROVED)
    give(other, 2, Verdict.REJECTED, Reason.UNREADABLE)
    done = merge(catalogue, other.folder)
    assert done.counted == Counted({Verdict.REJECTED: 1}, unreadable=1, left=ids(1))


def test_undo_takes_a_merge_back_in_one_step_and_redo_does_it_again(
    catalogue: Catalogue, other: Catalogue
) -> None:
    for number in (1, 2, 3):
        give(other, number, Verdict.APPROVED)
    merge(catalogue, other.folder)
    step = next_undo(catalogue)
    assert step is not None
    assert step.count == 3
    undo(catalogue, curator="Ann")
    assert [verdict(catalogue, number) for number in (1, 2, 3)] == [Verdict.UNDECIDED] * 3
    redo(catalogue, curator="Ann")
    assert [verdict(catalogue, number) for number in (1, 2, 3)] == [Verdict.APPROVED] * 3
    assert [one.origin for one in log(catalogue)[-3:]] == [Origin.MERGE] * 3
    assert catalogue.complaints() == ()


def test_what_somebody_decides_meanwhile_is_a_step_of_its_own(
    catalogue: Catalogue, other: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "_AT_ONCE", 2)
    for number in (1, 2, 3, 4):
        give(other, number, Verdict.APPROVED)

    def meanwhile(done: int, _total: int) -> None:
        if done == 2:
            give(catalogue, 3, Verdict.SKIPPED, curator="Ann")

    with take(catalogue.folder, other.folder) as source:
        done = merging.merge(catalogue, source, by="Ann", progress=meanwhile)
    assert done.counted == Counted({Verdict.APPROVED: 3}, differing=1, left=ids(3))
    for expected in ({4}, {3}, {1, 2}):
        assert undo(catalogue, curator="Ann").submissions == expected
    assert catalogue.complaints() == ()


def test_a_decision_that_was_merged_there_keeps_its_first_time(
    catalogue: Catalogue, other: Catalogue, clock: Clock, tmp_path: Path
) -> None:
    third = copied(other, tmp_path / "third")
    with Catalogue.open(third, clock=clock) as opened:
        give(opened, 1, Verdict.APPROVED, curator="Cleo")
        first = log(opened)[-1].decided_at
    clock.advance(days=1)
    merge(other, third, by="Ben")
    clock.advance(days=1)
    merge(catalogue, other.folder)
    (row,) = log(catalogue)[-1:]
    told = row.seen["merged"]
    assert isinstance(told, dict)
    assert (row.curator, told["by"]) == ("Cleo", "Ann")
    assert told["decided_at"] == first.isoformat(timespec="microseconds")


def test_the_look_changes_nothing_and_tells_what_then_happens(catalogue: Catalogue, other: Catalogue) -> None:
    give(other, 1, Verdict.APPROVED)
    give(other, 2, Verdict.SKIPPED, Reason.ASK, note="who is that?")
    before = bytes_of(other.folder)
    plan = look(catalogue, other.folder)
    assert log(catalogue)[-1].action == "claim"
    assert plan.counted == merge(catalogue, other.folder).counted
    assert (plan.curators, plan.pictures, plan.another, plan.cautious) == (("Ben",), True, False, False)
    assert bytes_of(other.folder) == before
    assert not list(catalogue.folder.glob("*.unfinished*"))


def test_a_backup_gives_back_what_a_restore_took_away(catalogue: Catalogue, two: Path) -> None:
    give(catalogue, 1, Verdict.APPROVED, note="kept")
    backup = backups.make(catalogue.folder, kind=BackupKind.BY_HAND)
    assert backup is not None
    undo(catalogue, curator="Ann")
    assert merge(catalogue, backup.path).counted == Counted({Verdict.APPROVED: 1})
    assert log(catalogue)[-1].note == "kept"


# ---------------------------------------------------------------- pictures


def test_pictures_that_are_only_there_come_with_their_decisions(
    catalogue: Catalogue, other: Catalogue, tmp_path: Path
) -> None:
    filing = Filing(other)
    new = picture(tmp_path, other, filing, "new", sender="Sue Sender", note="look", source="a stick")
    open_one = picture(tmp_path, other, filing, "open")
    gone = picture(tmp_path, other, filing, "gone")
    changed = picture(tmp_path, other, filing, "changed")
    media = MediaStore(other.media_folder)
    media.original(other.submissions.get(gone).digest).unlink()
    media.original(other.submissions.get(changed).digest).write_bytes(b"something else")
    give(other, new, Verdict.APPROVED)
    plan = look(catalogue, other.folder)
    # A look reads no pictures.
    assert plan.counted == Counted({Verdict.APPROVED: 1}, submissions=3, without_picture=1)
    done = merge(catalogue, other.folder)
    assert done.counted == Counted({Verdict.APPROVED: 1}, submissions=2, without_picture=2)
    assert done.changes.arrived
    submission = catalogue.submissions.get(SubmissionId(5))
    assert submission.digest == other.submissions.get(new).digest
    assert (submission.sender, submission.note, submission.source) == ("Sue Sender", "look", "a stick")
    assert (submission.verdict, submission.state) == (Verdict.APPROVED, "pending")
    assert catalogue.submissions.with_digest(other.submissions.get(open_one).digest) is not None
    own = MediaStore(catalogue.media_folder)
    assert own.verify(submission.digest)
    assert own.unfiled() == ()
    assert not list(catalogue.media_folder.glob(f"originals/*/{digest_of(b'something else')}"))
    assert merge(catalogue, other.folder).counted.nothing
    complaints = verification.verify(catalogue).complaints
    assert complaints == ()


def test_a_backup_has_no_pictures_and_says_so(catalogue: Catalogue, other: Catalogue, tmp_path: Path) -> None:
    new = picture(tmp_path, other, Filing(other), "new")
    give(other, new, Verdict.APPROVED)
    backup = backups.make(other.folder, kind=BackupKind.BY_HAND)
    assert backup is not None
    plan = look(catalogue, backup.path)
    assert plan.counted == Counted(without_picture=1)
    assert not plan.pictures


def test_a_crash_between_copying_and_filing_leaves_nothing(
    catalogue: Catalogue, other: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = picture(tmp_path, other, Filing(other), "new")
    digest = other.submissions.get(new).digest

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(bringing, "file_arrival", crash)
        with pytest.raises(KeyboardInterrupt):
            merge(catalogue, other.folder)
    media = MediaStore(catalogue.media_folder)
    assert media.original(digest).exists()
    assert catalogue.submissions.with_digest(digest) is None
    tidy_up(catalogue, media)
    assert not media.original(digest).exists()


def test_cancelling_keeps_what_was_brought_in(
    catalogue: Catalogue, other: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "_AT_ONCE", 1)
    for number in (1, 2, 3, 4):
        give(other, number, Verdict.APPROVED)
    told: list[int] = []
    with take(catalogue.folder, other.folder) as source:
        done = merging.merge(
            catalogue, source, by="Ann", progress=lambda n, _: told.append(n), go_on=lambda: len(told) < 2
        )
    assert done.stopped
    assert done.counted == Counted({Verdict.APPROVED: 2})
    assert merge(catalogue, other.folder).counted == Counted({Verdict.APPROVED: 2}, same=2)


# ---------------------------------------------------------------- what was erased


def test_what_was_erased_here_does_not_come_back(
    catalogue: Catalogue, other: Catalogue, tmp_path: Path
) -> None:
    filing = Filing(catalogue)
    theirs = picture(tmp_path, catalogue, filing, "theirs", sender="Sue Sender")
    stale = copied(catalogue, tmp_path / "stale")
    with Catalogue.open(stale) as there:
        picture(tmp_path, there, Filing(there), "another of hers", sender="Sue Sender")
        give(there, 1, Verdict.REJECTED, Reason.UNSAFE, note="like that of Sue Sender")
        give(there, theirs, Verdict.APPROVED, note="Sue Sender again")
    erasing.erase(catalogue.folder, looking.sender(catalogue.folder, "sue sender"))
    plan = look(catalogue, stale)
    assert plan.cautious
    assert plan.counted == Counted({Verdict.REJECTED: 1}, erased=2)
    merge(catalogue, stale)
    row = log(catalogue)[-1]
    assert (row.verdict, row.note) == (Verdict.REJECTED, "")
    # The politician is still here, so the name that was seen may stay.
    assert row.seen["claim"] == "Nora Nowhere"
    erasing.finish(catalogue.folder)
    folder = catalogue.folder
    catalogue.close()
    for path in folder.rglob("*"):
        assert not path.is_file() or b"Sue Sender" not in path.read_bytes()


def test_a_copy_of_after_the_erasing_may_bring_everything(
    catalogue: Catalogue, two: Path, tmp_path: Path
) -> None:
    erased = picture(tmp_path, catalogue, Filing(catalogue), "theirs", sender="Sue Sender")
    give(catalogue, erased, Verdict.REJECTED, Reason.UNSAFE)
    original = tmp_path / "theirs.jpg"
    erasing.erase(catalogue.folder, looking.sender(catalogue.folder, "sue sender"))
    after = copied(catalogue, tmp_path / "after")
    with Catalogue.open(after) as there:
        give(there, 1, Verdict.APPROVED, note="fine")
        picture(tmp_path, there, Filing(there), "new")
        # Somebody sent it there once more; here the log still knows that it went.
        received = MediaStore(there.media_folder).receive(original)
        Filing(there).waiting(file=received.digest)
    plan = look(catalogue, after)
    assert not plan.cautious
    assert plan.counted == Counted({Verdict.APPROVED: 1}, submissions=1, erased=1)
    merge(catalogue, after)
    assert log(catalogue)[-1].note == "fine"


def test_that_something_was_erased_there_is_said(catalogue: Catalogue, other: Catalogue) -> None:
    give(other, 1, Verdict.REJECTED, Reason.UNSAFE)
    erasing.erase(other.folder, looking.rejected(other.folder, days=0))
    plan = look(catalogue, other.folder)
    assert (plan.cautious, plan.erased_there) == (False, True)


# ---------------------------------------------------------------- sources that are refused


def bytes_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def digest_of(data: bytes) -> Digest:
    return Digest(hashlib.sha256(data).hexdigest())


def test_itself_nothing_and_no_database_are_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(RefusedChange, match="this catalogue itself"):
        take(catalogue.folder, catalogue.folder)
    with pytest.raises(NotFound, match="no catalogue and no backup"):
        take(catalogue.folder, tmp_path)
    text = tmp_path / "letter.txt"
    text.write_text("Dear colleague, " * 100)
    with pytest.raises(CatalogueDamaged, match="no copy of a catalogue"):
        take(catalogue.folder, text)
    with closing(sqlite3.connect(tmp_path / "photos.db")) as database:
        database.execute("CREATE TABLE photos (id)")
        database.commit()
    with pytest.raises(CatalogueDamaged, match="not made as Curator makes it"):
        take(catalogue.folder, tmp_path / "photos.db")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.db")
        with pytest.raises(NotFound):
            take(catalogue.folder, tmp_path / "pipe.db")
    assert not list(catalogue.folder.glob("*.unfinished*"))


EVIL = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON facts BEGIN DELETE FROM facts; END",
    "a trigger by a name of the library's": (
        "CREATE TRIGGER _sqlite_t AFTER INSERT ON facts BEGIN DELETE FROM facts; END"
    ),
    "a view": "CREATE VIEW v AS SELECT 1",
    "an altered table": "ALTER TABLE faces ADD COLUMN more TEXT",
    "a missing trigger": "DROP TRIGGER decisions_never_change",
    "a view for a table": (
        "DROP TABLE saved_filters; CREATE VIEW saved_filters AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL"
        " SELECT n + 1 FROM r) SELECT n AS name, n AS filter FROM r"
    ),
    "a virtual table": "CREATE VIRTUAL TABLE more USING fts5 (a)",
    "rows of the log that were changed": (
        "DROP TRIGGER decisions_never_change; UPDATE decisions SET verdict = 'approved';"
        " CREATE TRIGGER decisions_never_change BEFORE UPDATE ON decisions\n"
        "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;"
    ),
}


@pytest.mark.parametrize("what", EVIL)
def test_a_copy_that_somebody_tampered_with_is_refused(
    catalogue: Catalogue, other: Catalogue, what: str
) -> None:
    give(other, 1, Verdict.REJECTED, Reason.UNSAFE)
    other.close()
    with closing(sqlite3.connect(other.folder / "catalogue.db")) as database:
        database.executescript(EVIL[what])
    before = log(catalogue)
    with pytest.raises(CatalogueDamaged):
        merge(catalogue, other.folder)
    assert log(catalogue) == before


def test_damaged_copies_are_refused_with_a_sentence(catalogue: Catalogue, other: Catalogue) -> None:
    for number in (1, 2, 3, 4):
        give(other, number, Verdict.APPROVED, note="x" * 2000)
    other.close()
    path = other.folder / "catalogue.db"
    whole = path.read_bytes()
    for name, data in {
        "cut": whole[: len(whole) // 2],
        "zeros": whole[:100] + bytes(4096) + whole[4196:],
        "noise": whole[:8192] + hashlib.shake_256(b"noise").digest(40_000) + whole[48_192:],
        "header alone": whole[:100],
    }.items():
        path.write_bytes(data)
        with pytest.raises(CuratorError) as told:
            merge(catalogue, other.folder)
        assert "other" in told.value.sentence, name
    assert not list(catalogue.folder.glob("*.unfinished*"))


def test_what_curator_could_not_have_logged_is_refused(catalogue: Catalogue, other: Catalogue) -> None:
    row = Forger(other)
    seen: object
    for seen in (
        {"program": "a name of somebody else <b>"},
        {"Not a key": 1},
        {"deep": [[[[[[[[[[[1]]]]]]]]]]]},
        {"$politician": 1},
        {"many": [0] * 2000},
        {"distance": float("nan")},
        {"distance": 10**400},
        {"merged": {"decided_at": "yesterday"}},
        [],
    ):
        row.write(seen)
        with pytest.raises(CatalogueDamaged):
            merge(catalogue, other.folder)
    assert log(catalogue)[-1].action == "claim"


class Forger:
    """Writes a row as somebody might who knows how the chain is made."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def write(self, seen: object) -> None:
        sql = self._catalogue._connection
        last = sql.row("SELECT * FROM decisions ORDER BY id DESC LIMIT 1")
        assert last is not None
        give(self._catalogue, 1, Verdict.REJECTED, Reason.UNSAFE)
        made = sql.row("SELECT * FROM decisions ORDER BY id DESC LIMIT 1")
        assert made is not None
        values = list(tuple(made))
        values[12] = json.dumps(seen)
        link = hashlib.sha256(
            (last["chain"] + json.dumps(values[:-1], ensure_ascii=False)).encode()
        ).hexdigest()
        values[-1] = link
        with sql.writing():
            trigger = sql.value("SELECT sql FROM sqlite_master WHERE name = 'decisions_never_go'")
            sql.write("DROP TRIGGER decisions_never_go")
            sql.write("DELETE FROM decision_words WHERE decision_id = ?", (made["id"],))
            sql.write("DELETE FROM decisions WHERE id = ?", (made["id"],))
            sql.write("DELETE FROM steps WHERE step = ?", (made["step"],))
            sql.write(trigger)
            sql.write(f"INSERT INTO decisions VALUES ({', '.join('?' * len(values))})", values)


def test_text_that_is_none_is_refused(catalogue: Catalogue, other: Catalogue) -> None:
    give(other, 1, Verdict.APPROVED)
    other.close()
    with closing(sqlite3.connect(other.folder / "catalogue.db")) as database:
        database.execute("UPDATE curators SET name = CAST(x'ff41' AS TEXT) WHERE name = 'Ben'")
        database.commit()
    with pytest.raises(CatalogueDamaged):
        merge(catalogue, other.folder)


def test_a_copy_that_is_written_to_is_refused(
    catalogue: Catalogue, other: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def somebody_decides() -> bool:
        give(other, 1, Verdict.APPROVED)
        return True

    with pytest.raises(CatalogueBusy, match="being written to"):
        take(catalogue.folder, other.folder, go_on=somebody_decides)


def test_an_open_copy_is_read_with_its_log(catalogue: Catalogue, other: Catalogue) -> None:
    give(other, 1, Verdict.APPROVED)
    assert (other.folder / "catalogue.db-wal").stat().st_size
    assert merge(catalogue, other.folder).counted == Counted({Verdict.APPROVED: 1})


def test_a_copy_that_was_left_in_the_middle_of_a_change_is_refused(
    catalogue: Catalogue, other: Catalogue
) -> None:
    give(other, 1, Verdict.APPROVED)
    other.close()
    # As another program leaves it that wrote with a rollback journal and was killed.
    with closing(sqlite3.connect(other.folder / "catalogue.db", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN")
        database.execute("UPDATE facts SET value = hex(zeroblob(50000))")
        half = shutil.copytree(other.folder, other.folder.with_name("half"))
        database.execute("ROLLBACK")
    journal = half / "catalogue.db-journal"
    assert journal.read_bytes()[:1] not in (b"", b"\0")
    before = bytes_of(half)
    with pytest.raises(CatalogueBusy, match="half made") as told:
        take(catalogue.folder, half)
    assert "Open and close that catalogue in Curator there" in told.value.advice
    assert bytes_of(half) == before
    assert not list(catalogue.folder.glob("*.unfinished*"))
    # Which is what helps.
    Catalogue.open(half).close()
    assert merge(catalogue, half).counted == Counted({Verdict.APPROVED: 1})


@pytest.mark.parametrize("begins", [b"", bytes(512)])
def test_a_journal_that_is_done_with_says_nothing(
    catalogue: Catalogue, other: Catalogue, begins: bytes
) -> None:
    give(other, 1, Verdict.APPROVED)
    other.close()
    (other.folder / "catalogue.db-journal").write_bytes(begins)
    assert merge(catalogue, other.folder).counted == Counted({Verdict.APPROVED: 1})


def test_whoever_cancels_a_look_leaves_nothing(catalogue: Catalogue, two: Path) -> None:
    with pytest.raises(Abandoned):
        take(catalogue.folder, two, go_on=lambda: False)
    with take(catalogue.folder, two) as source, pytest.raises(Abandoned):
        merging.look(catalogue.folder, source, go_on=lambda: False)
    assert not list(catalogue.folder.glob("*.unfinished*"))


def test_the_next_start_sweeps_a_copy_that_a_crash_left(catalogue: Catalogue, two: Path) -> None:
    for with_backups in (False, True):
        if with_backups:
            backups.make(catalogue.folder)
        source = take(catalogue.folder, two)
        assert source.copy.stat().st_mode & 0o077 == 0
        tidy_up(catalogue, MediaStore(catalogue.media_folder))
        assert not source.copy.exists()


# ---------------------------------------------------------------- whatever was decided where


@st.composite
def both_sides(draw: st.DrawFn) -> list[tuple[str, int, tuple[Verdict, Reason | None]]]:
    one = st.tuples(st.sampled_from(("here", "there")), st.integers(1, 6), st.sampled_from(VALID))
    return draw(st.lists(one, max_size=20))


@pytest.fixture(scope="module")
def sides(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four submissions ``here``, and these with two more ``there``."""
    home = tmp_path_factory.mktemp("sides")
    shutil.copytree(blank, home / "here")
    with Catalogue.open(home / "here") as here:
        for number in range(4):
            Filing(here).waiting(file=digest_of(f"{number}".encode()))
    shutil.copytree(home / "here", home / "there")
    with Catalogue.open(home / "there") as there:
        for number in (5, 6):
            picture(home, there, Filing(there), f"{number}")
    return home


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=both_sides())
def test_merging_twice_is_merging_once(
    done: list[tuple[str, int, tuple[Verdict, Reason | None]]], sides: Path
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folders = {side: Path(shutil.copytree(sides / side, Path(name) / side)) for side in ("here", "there")}
        open_sides = {side: Catalogue.open(folder) for side, folder in folders.items()}
        here, there = open_sides["here"], open_sides["there"]
        for one in (here, there):
            one._connection.db.execute("PRAGMA synchronous = OFF")
        for side, number, (wanted, reason) in done:
            if side == "there" or number <= 4:
                give(open_sides[side], number, wanted, reason)
        before = {number: catalogue_row(here, number) for number in here.submissions.ids(SubmissionFilter())}
        rows = len(log(here))
        plan = look(here, folders["there"])
        told = merge(here, folders["there"])
        assert plan.counted == told.counted
        assert len(log(here)) == rows + told.counted.decisions
        assert here.submissions.counts().total == 6
        for number, row in before.items():
            if row[0] is not Verdict.UNDECIDED:
                assert catalogue_row(here, number) == row
        for number in here.submissions.ids(SubmissionFilter()):
            digest = here.submissions.get(number).digest
            original = there.submissions.with_digest(digest)
            assert original is not None
            if before.get(number, (Verdict.UNDECIDED, None))[0] is Verdict.UNDECIDED:
                assert catalogue_row(here, number) == catalogue_row(there, original)
        once = log(here)
        again = merge(here, folders["there"])
        assert again.counted.nothing
        assert asdict(again.counted)["left"] == asdict(told.counted)["left"]
        assert log(here) == once
        assert here.complaints() == ()
        for one in open_sides.values():
            one.close()


def catalogue_row(catalogue: Catalogue, number: SubmissionId) -> tuple[Verdict, Reason | None]:
    one = catalogue.submissions.get(number)
    return one.verdict, one.reason
