"""How an erasure ends: with backups that are away, restores in between, a window that is closed."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from filing import THRESHOLDS, Clock, Filing, digest, face

from curator.engine import politicians
from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.erasing import Eraser
from curator.engine.deciding import decisions, promotion
from curator.engine.errors import CatalogueFull, CuratorError, NotFound, RefusedChange
from curator.engine.media import MediaStore
from curator.engine.privacy import erasing, looking
from curator.engine.privacy.erasing import PartlyErased
from curator.engine.privacy.words import erasure_lines
from curator.engine.records import Digest, Kind, Reason, SubmissionId, Verdict
from curator.engine.safekeeping import backups, restoring
from curator.engine.safekeeping.backups import Backup
from curator.engine.safekeeping.tidying import delete_left_files

SENDER = "Zoe Zqmarkerxylo"
MARKER = b"Zqmarkerxylo"


def made(folder: Path, kind: backups.Kind = backups.Kind.BY_HAND) -> Backup:
    backup = backups.make(folder, kind=kind)
    assert backup is not None
    return backup


def bytes_below(*folders: Path) -> bytes:
    return b"".join(one.read_bytes() for top in folders for one in top.rglob("*") if one.is_file())


def erase_sender(folder: Path) -> None:
    erasing.erase(folder, looking.sender(folder, SENDER))


def reject(catalogue: Catalogue, *submissions: SubmissionId) -> None:
    decisions.decide(
        catalogue,
        list(submissions),
        verdict=Verdict.REJECTED,
        reason=Reason.OTHER,
        curator="A",
        thresholds=THRESHOLDS,
    )


@pytest.fixture
def sent(filing: Filing) -> SubmissionId:
    """A submission of the sender, among others."""
    filing.waiting()
    return filing.waiting(sender=SENDER)


@pytest.fixture
def stick(folder: Path, sent: SubmissionId, tmp_path: Path) -> Path:
    """Where backups go, on a disk that is not connected; one on it knows the sender."""
    (tmp_path / "stick").mkdir()
    backups.choose_folder(folder, tmp_path / "stick")
    made(folder)
    return (tmp_path / "stick").rename(tmp_path / "in a pocket")


# ---------------------------------------------------------------- restoring


def test_a_backup_from_before_something_was_erased_is_not_restored(
    folder: Path, catalogue: Catalogue, sent: SubmissionId
) -> None:
    old = made(folder)
    erase_sender(folder)
    with pytest.raises(RefusedChange, match="before something was erased"):
        restoring.plan_restore(folder, old)
    catalogue.close()
    with pytest.raises(RefusedChange, match="before something was erased"):
        restoring.restore(folder, old)
    assert erasing.unfinished(folder)
    assert not (folder / restoring.PREPARED).exists()
    with Catalogue.open(folder):
        assert erasing.finish(folder).not_yet == ()
    assert MARKER not in bytes_below(folder)


def test_a_restore_that_was_prepared_before_something_was_erased_is_refused_at_its_last_step(
    folder: Path, catalogue: Catalogue, sent: SubmissionId
) -> None:
    prepared = restoring.prepare(folder, made(folder))
    assert prepared is not None
    erase_sender(folder)
    catalogue.close()
    with pytest.raises(RefusedChange, match="before something was erased"):
        restoring.finish(prepared)
    assert not prepared.path.exists()
    with Catalogue.open(folder) as opened:
        assert not opened.submissions.has(sent)


def test_an_unfinished_erasure_goes_on_in_the_restored_database(
    folder: Path, catalogue: Catalogue, sent: SubmissionId, tmp_path: Path
) -> None:
    file = tmp_path / "picture.jpg"
    file.write_bytes(b"a picture")
    media = MediaStore(folder / "media")
    picture = media.receive(file).digest
    media.filed(picture)
    erase_sender(folder)
    backup = made(folder)
    with Eraser(folder) as eraser, eraser.writing():
        # As if the erasing had been ended between two files, and the backup made before.
        eraser.leaving.note_unused([picture])
    catalogue.close()
    restoring.restore(folder, backup)
    assert erasing.unfinished(folder)
    with Catalogue.open(folder):
        assert erasing.finish(folder).not_yet == ()
    assert not media.original(picture).exists()
    assert not erasing.unfinished(folder)
    assert MARKER not in bytes_below(folder)


@pytest.mark.parametrize("harm", ["DROP INDEX submissions_by_state", "DELETE FROM tallies"])
def test_what_a_repair_does_away_with_is_no_reason_to_bring_erased_people_back(
    folder: Path, catalogue: Catalogue, sent: SubmissionId, harm: str
) -> None:
    old = made(folder)
    erase_sender(folder)
    with catalogue.writing():
        catalogue._connection.write(harm)
    assert catalogue.complaints()
    with pytest.raises(RefusedChange, match="before something was erased"):
        restoring.plan_restore(folder, old)


def test_a_database_that_no_repair_helps_can_be_replaced_from_before_an_erasure(
    folder: Path, catalogue: Catalogue, sent: SubmissionId
) -> None:
    old = made(folder)
    erase_sender(folder)
    with catalogue.writing():
        catalogue._connection.write("ALTER TABLE facts ADD COLUMN more TEXT")
    plan = restoring.plan_restore(folder, old)
    assert plan.brings_back
    assert plan.complaints == ()


def test_a_lost_database_can_be_restored_from_before_an_erasure_and_that_is_said(
    folder: Path, catalogue: Catalogue, stick: Path, tmp_path: Path
) -> None:
    erase_sender(folder)
    erasing.finish(folder)
    catalogue.close()
    stick.rename(tmp_path / "stick")
    (old,) = (one for one in backups.all_of(folder) if tmp_path / "stick" in one.path.parents)
    (folder / "catalogue.db").write_bytes(b"a wreck")
    assert restoring.plan_restore(folder, old).brings_back
    restoring.restore(folder, old)
    with Catalogue.open(folder):
        assert looking.sender(folder, SENDER).arrivals == 1


# ---------------------------------------------------------------- backups that are away


def test_a_disk_that_is_away_holds_nobody_up_and_is_cleaned_when_it_is_back(
    folder: Path, catalogue: Catalogue, stick: Path, tmp_path: Path
) -> None:
    erase_sender(folder)
    finished = erasing.finish(folder)
    assert [str(one) for one in finished.not_yet] == [
        f"The folder of backups {backups.places(folder)[1].folder} is not there now."
    ]
    assert MARKER not in bytes_below(folder)
    erasing.refuse_while_unfinished(folder)
    # Restoring is not held up, and does not forget what is still to be done.
    catalogue.close()
    restoring.restore(folder, backups.all_of(folder)[0])
    with Catalogue.open(folder):
        assert erasing.unfinished(folder)
        assert len(erasing.finish(folder).not_yet) == 1
        kept = backups.all_of(folder)
        stick.rename(tmp_path / "stick")
        newer = made(folder)
        assert newer.path.parent.parent == tmp_path / "stick"
        assert MARKER in bytes_below(tmp_path / "stick")
        done = erasing.finish(folder)
        assert (done.not_yet, done.backups) == ((), 1)
        assert not erasing.unfinished(folder)
        assert set(backups.all_of(folder)) == {newer, *kept}, "what was made since is kept"
        assert MARKER not in bytes_below(folder, tmp_path)
        assert erasing.finish(folder) == erasing.Finished()


def test_the_catalogues_folder_may_be_moved_before_it_is_cleaned(
    folder: Path, catalogue: Catalogue, sent: SubmissionId, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = made(folder).path
    erase_sender(folder)
    unlink = Path.unlink

    def stubborn(path: Path, missing_ok: bool = False) -> None:
        if path == old:
            raise PermissionError
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", stubborn)
    assert [str(one) for one in erasing.finish(folder).not_yet] == [f"The backup {old} could not be deleted."]
    monkeypatch.undo()
    catalogue.close()
    moved = folder.rename(tmp_path / "elsewhere")
    with Catalogue.open(moved):
        assert erasing.finish(moved).not_yet == ()
    assert MARKER not in bytes_below(moved)


# ---------------------------------------------------------------- what is told before


def test_a_sender_whom_only_backups_know_can_be_erased_from_them(
    folder: Path, catalogue: Catalogue, sent: SubmissionId
) -> None:
    made(folder)
    reject(catalogue, sent)
    with Eraser(folder) as eraser, eraser.writing():
        # As a restore leaves it: the database does not know them, a backup does.
        eraser.erase_submissions([sent])
        eraser.note_finished()
    wanted = looking.sender(folder, SENDER.upper())
    assert not wanted.nothing
    assert [str(one) for one in erasure_lines(wanted)[:2]] == [
        f"The catalogue no longer knows {SENDER.upper()}.",
        f"1 backup still does, with what {SENDER.upper()} sent and said.",
    ]
    erasing.erase(folder, wanted)
    assert erasing.finish(folder).not_yet == ()
    assert MARKER not in bytes_below(folder)
    with pytest.raises(NotFound, match="Nobody of the name"):
        looking.sender(folder, SENDER)


def test_who_may_be_in_a_backup_that_is_away_is_not_called_nobody(
    folder: Path, catalogue: Catalogue, stick: Path
) -> None:
    with pytest.raises(NotFound, match="backups that are there know nobody") as told:
        looking.sender(folder, "Somebody Else")
    assert "connect its disk" in told.value.advice


def exported(catalogue: Catalogue, folder: Path, *submissions: SubmissionId) -> None:
    with catalogue.writing():
        catalogue.journals.keep_export(
            folder=folder,
            curator="Ann",
            manifest_digest="",
            decisions_head="",
            published={one: (catalogue.submissions.get(one).digest, "mark") for one in submissions},
        )


def test_exports_with_pictures_that_others_sent_too_are_named(
    folder: Path, catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    shared = filing.waiting(sender=SENDER, file=digest("shared"))
    assert filing.waiting(sender="Kim", file=digest("shared")) == shared
    exported(catalogue, tmp_path / "site", shared)
    wanted = looking.sender(folder, SENDER)
    assert (wanted.submissions, wanted.shared) == ((), (shared,))
    assert wanted.exports == ((f"{tmp_path / 'site'}", 1),)


def test_exports_that_name_a_politician_without_a_picture_are_named(
    folder: Path, catalogue: Catalogue, filing: Filing, clock: Clock, tmp_path: Path
) -> None:
    exported(catalogue, tmp_path / "before")
    clock.advance(days=1)
    who = filing.politician("Ilka Brandwyn")
    clock.advance(days=1)
    exported(catalogue, tmp_path / "site")
    wanted = looking.politician(folder, who)
    assert (wanted.exports, wanted.naming) == ((), (f"{tmp_path / 'site'}",))
    assert str(erasure_lines(wanted)[-1]).startswith(f"The export in {tmp_path / 'site'} names Ilka Brandwyn")


# ---------------------------------------------------------------- stopped in the middle


def test_writing_the_database_anew_can_be_stopped_in_the_middle(
    folder: Path, catalogue: Catalogue, filing: Filing, sent: SubmissionId
) -> None:
    with catalogue.writing():
        # Enough for SQLite to be busy with for longer than it takes to be stopped.
        catalogue._connection.write("CREATE TABLE ballast (words BLOB) STRICT")
        catalogue._connection.write(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
            " INSERT INTO ballast SELECT randomblob(2000) FROM n"
        )
    erase_sender(folder)
    writing: list[bool] = []
    stopped = erasing.finish(folder, go_on=lambda: not (writing and writing[-1]), writing_anew=writing.append)
    assert [str(one) for one in stopped.not_yet] == ["Curator was closed meanwhile."]
    assert erasing.unfinished(folder)
    assert catalogue._connection.value("PRAGMA integrity_check") == "ok"
    # Nothing is said of the bytes in between: what SQLite wrote until it was stopped may lie over them.
    assert erasing.finish(folder).not_yet == ()
    assert not erasing.unfinished(folder)
    assert MARKER not in bytes_below(folder)


def test_the_new_backup_can_be_stopped_in_the_middle(
    folder: Path, catalogue: Catalogue, sent: SubmissionId
) -> None:
    old = made(folder)
    erase_sender(folder)
    written: list[bool] = []
    stopped = erasing.finish(folder, go_on=lambda: written != [True, False], writing_anew=written.append)
    assert [str(one) for one in stopped.not_yet] == ["Curator was closed meanwhile."]
    assert backups.all_of(folder) == (old,)
    assert erasing.finish(folder).backups == 1


def test_a_purge_that_cannot_go_on_tells_what_went(
    folder: Path, catalogue: Catalogue, filing: Filing, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = tuple(filing.waiting() for _ in range(4))
    reject(catalogue, *some)
    clock.advance(days=1)
    wanted = looking.rejected(folder, days=0, now=clock)
    monkeypatch.setattr(erasing, "_AT_ONCE", 2)
    erase, calls = Eraser.erase_submissions, list[int]()

    def full(eraser: Eraser, ids: list[SubmissionId]) -> object:
        calls.append(len(ids))
        if len(calls) == 2:
            raise CatalogueFull("The disk is full.")
        return erase(eraser, ids)

    monkeypatch.setattr(Eraser, "erase_submissions", full)
    with pytest.raises(PartlyErased, match="The disk is full") as told:
        erasing.erase(folder, wanted)
    assert told.value.changes.submissions == set(some[:2])
    assert [catalogue.submissions.has(one) for one in some] == [False, False, True, True]
    monkeypatch.setattr(Eraser, "erase_submissions", erase)
    assert erasing.erase(folder, wanted, go_on=lambda: False).submissions == frozenset()
    assert erasing.erase(folder, wanted).submissions == set(some[2:])


def test_whether_a_file_is_used_is_asked_just_before_it_is_deleted(
    folder: Path, catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    media = MediaStore(folder / "media")
    pictures: list[Digest] = []
    for n in range(2):
        (tmp_path / f"{n}").write_bytes(b"picture %d" % n)
        pictures.append(media.receive(tmp_path / f"{n}").digest)
        filing.waiting(sender=SENDER, file=pictures[n])
    erase_sender(folder)
    first, second = catalogue.leaving.some()

    def came_again(done: int, _total: int) -> None:
        if done == 1:
            filing.waiting(file=second)

    assert erasing.finish(folder, progress=came_again).files == 1
    assert not media.original(first).exists()
    assert media.verify(second)


# ---------------------------------------------------------------- the ordinary removal


class Portraits:
    """A politician with reference portraits whose files are there."""

    def __init__(self, catalogue: Catalogue, filing: Filing, tmp_path: Path) -> None:
        self.catalogue, self.filing = catalogue, filing
        self.media = MediaStore(catalogue.media_folder)
        self.who = filing.politician("Ilka Brandwyn")
        self._file = tmp_path / "portrait.jpg"

    def picture(self, content: bytes) -> Digest:
        self._file.write_bytes(content)
        received = self.media.receive(self._file).digest
        self.media.write_preview(received, pixels=np.full((40, 60, 3), 90, np.uint8))
        return received

    def add(self, content: bytes) -> Digest:
        picture = self.picture(content)
        with self.catalogue.writing():
            self.catalogue.politicians.add_portrait(self.who, digest=picture, file_name="one.jpg")
        return picture

    def files(self) -> int:
        return sum(one.is_file() for one in self.media.original(digest("")).parents[2].glob("*s/*/*"))


@pytest.fixture
def portraits(catalogue: Catalogue, filing: Filing, tmp_path: Path) -> Portraits:
    return Portraits(catalogue, filing, tmp_path)


def remove_portrait(portraits: Portraits) -> None:
    (one,) = portraits.catalogue.politicians.portraits(portraits.who)
    politicians.remove_portrait(portraits.catalogue, one.id, politician_id=portraits.who)


def remove_politician(portraits: Portraits) -> None:
    politicians.remove(portraits.catalogue, portraits.who)


@pytest.mark.parametrize("remove", [remove_portrait, remove_politician])
def test_the_file_of_a_removed_portrait_goes(
    portraits: Portraits, remove: Callable[[Portraits], None]
) -> None:
    portraits.add(b"a portrait")
    assert portraits.files() == 3
    remove(portraits)
    assert not delete_left_files(portraits.catalogue, portraits.media)
    assert portraits.files() == 0
    assert portraits.catalogue.leaving.some() == ()


@pytest.mark.parametrize("when", ["before", "after"])
def test_the_file_of_a_removed_portrait_stays_where_it_is_used(portraits: Portraits, when: str) -> None:
    picture = portraits.add(b"a portrait")
    if when == "before":
        portraits.filing.waiting(file=picture)
    remove_portrait(portraits)
    if when == "after":
        portraits.add(b"a portrait")
    assert not delete_left_files(portraits.catalogue, portraits.media)
    assert portraits.files() == 3


def test_files_of_portraits_go_bit_by_bit(portraits: Portraits) -> None:
    for n in range(3):
        portraits.add(b"portrait %d" % n)
    remove_politician(portraits)
    left = [delete_left_files(portraits.catalogue, portraits.media, budget_s=0) for _ in range(3)]
    assert left == [True, True, False]
    assert portraits.files() == 0


def test_undoing_a_promotion_leaves_the_submissions_file(portraits: Portraits) -> None:
    catalogue, filing = portraits.catalogue, portraits.filing
    picture = portraits.picture(b"sent in")
    one = filing.waiting(claimed=portraits.who, file=picture, kind=Kind.PORTRAIT)
    filing.analyse(one, face(1))
    decisions.decide(catalogue, [one], verdict=Verdict.APPROVED, curator="A", thresholds=THRESHOLDS)
    promotion.promote(catalogue, one, curator="A", thresholds=THRESHOLDS)
    for step in (decisions.undo, decisions.redo, decisions.undo):
        step(catalogue, curator="A")
        delete_left_files(catalogue, portraits.media)
        assert portraits.files() == 3
    assert catalogue.politicians.portraits(portraits.who) == ()


# ---------------------------------------------------------------- whoever else would write


def test_a_writer_that_has_to_give_way_is_refused_at_once(folder: Path, catalogue: Catalogue) -> None:
    def why(busy: bool) -> CuratorError | None:
        return RefusedChange("Just now it is being erased.") if busy else None

    catalogue.give_way(why)
    with catalogue.writing():
        catalogue.keep_fact("free", "yes")
    with Eraser(folder) as eraser, eraser.writing():
        eraser.note_finished()
        with pytest.raises(RefusedChange, match="Just now"), catalogue.writing():
            catalogue.keep_fact("free", "no")
        assert catalogue._connection.value("PRAGMA busy_timeout") == 20
    catalogue.give_way(lambda busy: RefusedChange("Not at all."))
    with pytest.raises(RefusedChange, match="Not at all"), catalogue.writing():
        catalogue.keep_fact("free", "no")
    catalogue.give_way(None)
    assert catalogue._connection.value("PRAGMA busy_timeout") == 5000
    with catalogue.writing():
        catalogue.keep_fact("free", "again")
    assert catalogue.fact("free") == "again"
