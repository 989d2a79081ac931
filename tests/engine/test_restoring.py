"""Restoring: a look first, nothing destroyed, and a way back."""

import os
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filing import Filing, digest

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.copy_contents import Missing
from curator.engine.catalogue.copying import copy_database
from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.handing_on import GivenOut, NotedExport, hand_on
from curator.engine.deciding.decisions import decide
from curator.engine.errors import CatalogueBusy, CatalogueDamaged, NotFound, RefusedChange
from curator.engine.media import MediaStore
from curator.engine.records import Reason, SubmissionId, Verdict
from curator.engine.rules import Thresholds
from curator.engine.safekeeping import backups, restoring
from curator.engine.safekeeping.backups import Backup, Kind

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


def made(folder: Path) -> Backup:
    backup = backups.make(folder, kind=Kind.BY_HAND, clock=lambda: NOON)
    assert backup is not None
    return backup


def later() -> datetime:
    return NOON + timedelta(hours=1)


@pytest.fixture
def reject(catalogue: Catalogue) -> Callable[[SubmissionId], object]:
    return lambda one: decide(
        catalogue,
        [one],
        verdict=Verdict.REJECTED,
        reason=Reason.NO_FACE,
        curator="Ann",
        thresholds=Thresholds(),
    )


@pytest.fixture
def backup(
    catalogue: Catalogue, filing: Filing, reject: Callable[[SubmissionId], object], tmp_path: Path
) -> Backup:
    """A backup of two submissions with one decision; afterwards come another of each."""
    file = tmp_path / "picture.jpg"
    file.write_bytes(b"picture")
    received = MediaStore(catalogue.media_folder).receive(file)
    first = filing.waiting(file=received.digest)
    second = filing.waiting(file=digest("gone"))
    reject(first)
    backup = made(catalogue.folder)
    filing.waiting()
    filing.politician("Nora Nowhere")
    reject(second)
    return backup


def verdicts(folder: Path) -> list[str]:
    with Catalogue.read(folder) as catalogue:
        return [one.verdict.value for one in catalogue.decisions.everything()]


def test_the_plan_counts_what_would_be_lost_and_what_is_not_there(
    catalogue: Catalogue, backup: Backup
) -> None:
    plan = restoring.plan_restore(catalogue.folder, backup)
    assert plan.present is not None
    assert (plan.contents.submissions, plan.contents.decisions) == (2, 1)
    assert (plan.present.submissions, plan.present.decisions) == (3, 2)
    assert plan.lost == Missing(submissions=1, decisions=1, politicians=1)
    assert plan.regained == Missing()
    assert plan.without_original == 1
    assert plan.complaints == ()


def test_a_restore_keeps_what_was_there_and_can_be_taken_back(catalogue: Catalogue, backup: Backup) -> None:
    folder = catalogue.folder
    catalogue.close()
    kept = restoring.restore(folder, backup, clock=later)
    assert verdicts(folder) == ["rejected"]
    assert kept.kind is Kind.BEFORE_RESTORE
    assert kept.path.stat().st_mode & 0o777 == 0o600
    plan = restoring.plan_restore(folder, kept)
    assert (plan.lost, plan.regained) == (Missing(), Missing(submissions=1, decisions=1, politicians=1))
    restoring.restore(folder, kept, clock=later)
    assert verdicts(folder) == ["rejected", "rejected"]
    assert len(backups.all_of(folder)) == 3
    with Catalogue.open(folder) as opened:
        assert opened.complaints() == ()


def test_an_open_catalogue_is_not_replaced(catalogue: Catalogue, backup: Backup) -> None:
    with pytest.raises(CatalogueBusy):
        restoring.restore(catalogue.folder, backup)
    assert catalogue.submissions.number_analysed_undecided() == 0
    assert catalogue.decisions.head() != ""
    assert not (catalogue.folder / restoring.PREPARED).exists()
    assert backups.all_of(catalogue.folder) == (backup,)


def test_a_catalogue_that_somebody_reads_is_not_replaced(catalogue: Catalogue, backup: Backup) -> None:
    folder = catalogue.folder
    with Catalogue.read(folder) as reader:
        reader.pragmas()
        catalogue.close()
        with pytest.raises(CatalogueBusy):
            restoring.restore(folder, backup)
    assert len(verdicts(folder)) == 2


def test_a_backup_whose_log_was_changed_is_refused(catalogue: Catalogue, backup: Backup) -> None:
    folder = catalogue.folder
    catalogue.close()
    forged = backup.path.with_name("catalogue-forged.db")
    forged.write_bytes(backup.path.read_bytes().replace(b"no_face", b"no_fase"))
    found = restoring.named(folder, forged.name)
    assert restoring.plan_restore(folder, found).complaints
    with pytest.raises(CatalogueDamaged):
        restoring.restore(folder, found)
    assert len(verdicts(folder)) == 2


def test_a_backup_of_another_catalogue_is_refused(
    catalogue: Catalogue, backup: Backup, tmp_path: Path
) -> None:
    with Catalogue.create(tmp_path / "other") as other:
        catalogue.backups_folder.mkdir(exist_ok=True)
        copy_database(other.path, catalogue.backups_folder / "catalogue-other.db")
    with pytest.raises(RefusedChange, match="another catalogue"):
        restoring.plan_restore(catalogue.folder, restoring.named(catalogue.folder, "catalogue-other.db"))


@pytest.mark.parametrize("harm", ["garbage", "empty", "gone"])
def test_a_damaged_or_lost_database_is_restored_and_kept_as_it_was(
    catalogue: Catalogue, backup: Backup, harm: str
) -> None:
    folder = catalogue.folder
    catalogue.close()
    database = folder / "catalogue.db"
    wreck = {"garbage": b"no database at all", "empty": b"", "gone": None}[harm]
    if wreck is None:
        database.unlink()
    else:
        database.write_bytes(wreck)
    # Of a run that was killed: it belongs to the wreck and must not be played into the backup.
    (folder / "catalogue.db-wal").write_bytes(b"log of the wreck")
    plan = restoring.plan_restore(folder, backup)
    assert plan.present is None
    kept = restoring.restore(folder, backup, clock=later)
    assert verdicts(folder) == ["rejected"]
    if wreck is not None:
        assert kept.path.read_bytes() == wreck
    assert os.path.exists(backup.path)


def test_backups_are_named_by_their_file_or_as_the_newest(catalogue: Catalogue, backup: Backup) -> None:
    assert restoring.named(catalogue.folder, backup.path.name) == backup
    assert restoring.named(catalogue.folder, "newest") == backup
    with pytest.raises(NotFound):
        restoring.named(catalogue.folder, "catalogue-none.db")


def after(backup: Backup, *, years: int, hours: int = 0) -> Callable[[], datetime]:
    at = backup.made_at.replace(year=backup.made_at.year + years) + timedelta(hours=hours)
    return lambda: at


def test_the_newest_backup_is_the_one_that_goes_on_from_the_others(
    catalogue: Catalogue, filing: Filing, reject: Callable[[SubmissionId], object], backup: Backup
) -> None:
    folder = catalogue.folder
    ahead = backups.make(folder, kind=Kind.BY_HAND, clock=after(backup, years=73))
    assert ahead is not None
    for _ in range(3):
        reject(filing.waiting())
    right = backups.make(folder, kind=Kind.BY_HAND, clock=after(backup, years=0, hours=1))
    assert right is not None
    assert backups.all_of(folder) == (ahead, right, backup), "what the clocks say"
    assert restoring.all_by_contents(folder) == (right, ahead, backup)
    assert restoring.named(folder, "newest") == right
    plan = restoring.plan_restore(folder, ahead)
    assert (plan.lost.decisions, plan.later, plan.later_decisions) == (3, right, 3)
    plan = restoring.plan_restore(folder, backup)
    assert (plan.later, plan.later_decisions) == (right, 4)
    assert restoring.plan_restore(folder, right).later is None
    # A picture more, and nothing decided: newer, and lacks no decision.
    filing.waiting()
    more = backups.make(folder, kind=Kind.BY_HAND, clock=after(backup, years=0, hours=2))
    assert restoring.all_by_contents(folder) == (more, right, ahead, backup)
    assert restoring.plan_restore(folder, right).later is None


def test_what_a_restore_set_aside_is_not_the_newest_for_going_on_further(
    catalogue: Catalogue, backup: Backup
) -> None:
    folder = catalogue.folder
    catalogue.close()
    kept = restoring.restore(folder, backup, clock=later)
    assert restoring.all_by_contents(folder) == (kept, backup)
    made = backups.make(folder, kind=Kind.BY_HAND, clock=after(backup, years=1))
    assert made is not None
    assert restoring.all_by_contents(folder) == (made, kept, backup)
    plan = restoring.plan_restore(folder, made)
    assert (plan.later, plan.later_decisions) == (kept, 1), "and what was set aside is told"


def test_a_backup_that_cannot_be_read_keeps_its_place_in_time(catalogue: Catalogue, backup: Backup) -> None:
    wreck = backup.path.with_name("catalogue-20991122T045952Z-automatic.db")
    wreck.write_bytes(b"no database at all")
    assert [one.path for one in restoring.all_by_contents(catalogue.folder)] == [wreck, backup.path]


def test_what_a_damaged_database_tells_in_vain_leaves_the_copy_as_it_was(backup: Backup) -> None:
    export = NotedExport(("now", "/site", "0" * 64, ""), "ada", ((1, None, ""),))  # type: ignore[arg-type]
    hand_on(GivenOut((("submissions", 900),), "secret", (export,)), to=backup.path)
    with closing(Connection(backup.path, read_only=True)) as copy:
        assert copy.value("SELECT seq FROM sqlite_sequence WHERE name = 'submissions'") < 900
        assert copy.value("SELECT count(*) FROM exports") == 0


def test_restoring_can_be_abandoned(catalogue: Catalogue, backup: Backup) -> None:
    assert restoring.prepare(catalogue.folder, backup, go_on=lambda: False) is None
    assert not (catalogue.folder / restoring.PREPARED).exists()


def test_a_database_under_a_second_name_is_no_backup(backup: Backup, catalogue: Catalogue) -> None:
    folder = catalogue.folder
    kept = backups.name_before_restore(folder, clock=later)
    os.link(folder / "catalogue.db", kept)
    backups.sweep_unfinished(folder)
    assert not kept.exists()
    assert (folder / "catalogue.db").is_file()
    assert [one.path for one in backups.all_of(folder)] == [backup.path]
