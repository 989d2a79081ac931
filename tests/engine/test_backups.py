"""Backups: whole copies made beside the work, found again, and deleted by a rule that can be told."""

import contextlib
import sqlite3
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filing import Filing

from curator.engine import lasting
from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.copy_contents import contents_of
from curator.engine.catalogue.copying import copy_database
from curator.engine.deciding.decisions import decide
from curator.engine.errors import CatalogueDamaged, CatalogueError
from curator.engine.records import Reason, Verdict
from curator.engine.rules import Thresholds
from curator.engine.safekeeping import backups
from curator.engine.safekeeping.backups import Backup, Kind

NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
"""A Sunday."""


def at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def made(folder: Path, moment: datetime = NOON, kind: Kind = Kind.AUTOMATIC) -> Backup:
    backup = backups.make(folder, kind=kind, clock=at(moment))
    assert backup is not None
    return backup


def imagined(moment: datetime, kind: Kind = Kind.AUTOMATIC) -> Backup:
    return Backup(Path(f"catalogue-{moment:%Y%m%dT%H%M%SZ}-{kind}.db"), moment, kind, 1)


def approve(catalogue: Catalogue, filing: Filing) -> None:
    submission = filing.waiting()
    decide(
        catalogue,
        [submission],
        verdict=Verdict.REJECTED,
        reason=Reason.NO_FACE,
        curator="Ann",
        thresholds=Thresholds(),
    )


# ---------------------------------------------------------------- making


def test_a_backup_is_one_sound_file_for_its_owner_alone(catalogue: Catalogue, filing: Filing) -> None:
    filing.waiting()
    backup = made(catalogue.folder)
    assert backup.path == catalogue.folder / "backups" / "catalogue-20261122T120000Z-automatic.db"
    assert (backup.made_at, backup.kind) == (NOON, Kind.AUTOMATIC)
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.path.parent.stat().st_mode) == 0o700
    assert {one.name for one in backup.path.parent.iterdir()} == {backup.path.name, "backups.lock"}
    with contextlib.closing(sqlite3.connect(f"file:{backup.path}?mode=ro&immutable=1", uri=True)) as copy:
        assert copy.execute("SELECT count(*) FROM submissions").fetchone() == (1,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_whoever_writes_meanwhile_neither_waits_nor_is_in_the_copy(
    catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    filing.waiting()
    written = 0

    def write() -> bool:
        nonlocal written
        if not written:
            filing.waiting()
        written += 1
        return True

    copy = tmp_path / "copy.db"
    assert copy_database(catalogue.folder / "catalogue.db", copy, go_on=write)
    assert written > 1
    assert contents_of(copy).submissions == 1
    assert contents_of(catalogue.folder / "catalogue.db").submissions == 2


def test_an_abandoned_backup_leaves_nothing(catalogue: Catalogue, filing: Filing) -> None:
    filing.waiting()
    assert backups.make(catalogue.folder, go_on=lambda: False) is None
    assert [one.name for one in catalogue.backups_folder.iterdir()] == ["backups.lock"]


def test_two_in_one_second_have_two_names(catalogue: Catalogue) -> None:
    first, second = made(catalogue.folder), made(catalogue.folder, kind=Kind.BY_HAND)
    assert second.made_at - first.made_at == timedelta(seconds=1)
    assert backups.all_of(catalogue.folder) == (second, first)


def test_of_a_damaged_database_no_backup_is_made_and_none_is_lost(
    catalogue: Catalogue, filing: Filing
) -> None:
    filing.waiting()
    folder = catalogue.folder
    old = made(folder, NOON - timedelta(days=400))
    catalogue.close()
    database = folder / "catalogue.db"
    whole = database.read_bytes()
    # All pages but the first few are overwritten, so that SQLite opens it and finds it broken.
    database.write_bytes(whole[: len(whole) // 2] + b"\x55" * (len(whole) - len(whole) // 2))
    with pytest.raises(CatalogueDamaged):
        backups.make(folder, clock=at(NOON))
    assert backups.all_of(folder) == (old,)
    assert not list((folder / "backups").glob("*.unfinished*"))


def test_where_nothing_can_be_written_a_sentence_says_so(catalogue: Catalogue) -> None:
    catalogue.backups_folder.write_text("a file, not a folder")
    with pytest.raises(CatalogueError, match="backups"):
        backups.make(catalogue.folder)


def test_what_an_earlier_run_left_half_written_is_swept(catalogue: Catalogue) -> None:
    backup = made(catalogue.folder)
    half = backup.path.with_name("catalogue-20260101T000000Z-automatic.db.unfinished")
    half.write_bytes(b"half")
    other = catalogue.folder / "catalogue.db.unfinished"
    other.write_bytes(b"half")
    backups.sweep_unfinished(catalogue.folder)
    assert not half.exists()
    assert not other.exists()
    assert backup.path.exists()


# ---------------------------------------------------------------- when one is due


def test_an_empty_catalogue_wants_no_backup(catalogue: Catalogue) -> None:
    assert not backups.changed_since(catalogue.folder, None)


def test_what_was_decided_or_received_since_wants_a_new_one(catalogue: Catalogue, filing: Filing) -> None:
    filing.waiting()
    assert backups.changed_since(catalogue.folder, None)
    backup = made(catalogue.folder)
    assert not backups.changed_since(catalogue.folder, backup)
    approve(catalogue, filing)
    assert backups.changed_since(catalogue.folder, backup)


def test_a_backup_that_cannot_be_read_is_none(catalogue: Catalogue, filing: Filing) -> None:
    filing.waiting()
    backup = made(catalogue.folder)
    backup.path.write_bytes(b"no database")
    assert backups.changed_since(catalogue.folder, backup)


# ---------------------------------------------------------------- which ones go


def test_the_newest_five_are_kept_even_of_one_day() -> None:
    found = [imagined(NOON - timedelta(minutes=n)) for n in range(9)]
    assert backups.outdated(found, now=NOON) == tuple(found[5:])


def test_then_one_a_day_for_a_week_and_one_a_week_for_a_month() -> None:
    found = [imagined(NOON - timedelta(hours=12 * n)) for n in range(120)]
    gone = set(backups.outdated(found, now=NOON))
    kept = [one.made_at for one in found if one not in gone]
    newest = [NOON - timedelta(hours=12 * n) for n in range(5)]
    days = [datetime(2026, 11, day, 12, tzinfo=UTC) for day in range(16, 23)]
    # The Sundays of the weeks before, down to the one that a month ago still reaches.
    weeks = [datetime(2026, 11, day, 12, tzinfo=UTC) for day in (15, 8, 1)]
    weeks.append(datetime(2026, 10, 25, 12, tzinfo=UTC))
    assert set(kept) == {*newest, *days, *weeks}


def test_what_lies_in_the_future_and_what_was_just_made_is_kept() -> None:
    future = [imagined(NOON + timedelta(days=n)) for n in range(1, 9)]
    fresh = imagined(NOON - timedelta(days=300))
    assert backups.outdated([*future, fresh], now=NOON, fresh=fresh) == ()
    assert backups.outdated([*future, fresh], now=NOON) == (fresh,)


def test_what_a_person_made_is_never_deleted_and_the_way_back_for_thirty_days() -> None:
    hand = imagined(NOON - timedelta(days=900), Kind.BY_HAND)
    other = imagined(NOON - timedelta(days=900), Kind.OTHER)
    back = [imagined(NOON - timedelta(days=n), Kind.BEFORE_RESTORE) for n in (29, 31, 60)]
    assert backups.outdated([hand, other, *back], now=NOON) == (back[1], back[2])
    assert backups.outdated([back[2]], now=NOON) == ()


def test_old_ones_go_when_a_new_one_is_there(catalogue: Catalogue) -> None:
    old = [made(catalogue.folder, NOON - timedelta(days=100, hours=n)) for n in range(6)]
    new = made(catalogue.folder)
    assert backups.all_of(catalogue.folder) == (new, *old[:4])


# ---------------------------------------------------------------- where they lie


def test_a_chosen_folder_gets_a_folder_for_this_catalogue_alone(catalogue: Catalogue, tmp_path: Path) -> None:
    first = made(catalogue.folder)
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_folder(catalogue.folder, stick)
    assert backups.chosen_folder(catalogue.folder) == stick
    second = made(catalogue.folder, NOON + timedelta(hours=1))
    assert second.path.parent == stick / f"curator-{catalogue.fact('catalogue_id')[:12]}"
    assert stat.S_IMODE(second.path.parent.stat().st_mode) == 0o700
    assert backups.all_of(catalogue.folder) == (second, first)
    backups.choose_folder(catalogue.folder, None)
    third = made(catalogue.folder, NOON + timedelta(hours=2))
    assert third.path.parent == catalogue.backups_folder
    assert backups.all_of(catalogue.folder) == (third, second, first)


def test_a_single_backup_elsewhere_is_remembered(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    backup = backups.make(catalogue.folder, kind=Kind.BY_HAND, into=tmp_path / "stick")
    assert backup is not None
    assert backups.chosen_folder(catalogue.folder) is None
    assert backups.all_of(catalogue.folder) == (backup,)


def test_a_stick_that_is_gone_is_a_place_that_cannot_be_reached(catalogue: Catalogue, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_folder(catalogue.folder, stick)
    made(catalogue.folder)
    stick.rename(tmp_path / "pulled out")
    assert [one.reachable for one in backups.places(catalogue.folder)][1:] == [False]
    assert backups.all_of(catalogue.folder) == ()
    with pytest.raises(CatalogueError, match="stick"):
        made(catalogue.folder)
    assert not stick.exists()


# ---------------------------------------------------------------- after erasing


def test_after_erasing_one_new_backup_takes_the_place_of_all(
    catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    filing.waiting()
    for n in range(3):
        made(catalogue.folder, NOON - timedelta(days=n))
    copy_database(catalogue.path, catalogue.backups_folder / "catalogue-before-0002_more.db")
    (catalogue.backups_folder / "catalogue-20260101T000000Z-automatic.db.unfinished").write_bytes(b"half")
    (tmp_path / "stick").mkdir()
    backups.choose_folder(catalogue.folder, tmp_path / "stick")
    elsewhere = made(catalogue.folder)
    backups.choose_folder(catalogue.folder, None)
    replaced = backups.replace_all(catalogue.folder)
    assert replaced.made is not None
    assert (replaced.unreachable, replaced.left) == ((), ())
    assert not elsewhere.path.exists()
    assert [one.path for one in backups.all_of(catalogue.folder)] == [replaced.made]
    names = {one.name for one in catalogue.backups_folder.iterdir()}
    assert names == {replaced.made.name, "backups.lock", "places.json"}


def test_no_power_cut_brings_back_what_erasing_deleted(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    old = made(catalogue.folder)
    backups.choose_folder(catalogue.folder, stick)
    elsewhere = made(catalogue.folder)
    last: dict[Path, set[str]] = {}

    def synced(folder: Path) -> None:
        last[folder] = {path.name for path in folder.iterdir()}

    monkeypatch.setattr(lasting, "sync_folder", synced)
    replaced = backups.replace_all(catalogue.folder)
    assert replaced is not None
    assert replaced.deleted == 2
    for gone in (old, elsewhere):
        assert gone.path.name not in last[gone.path.parent]


def test_places_that_erasing_cannot_reach_are_told(catalogue: Catalogue, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_folder(catalogue.folder, stick)
    backup = made(catalogue.folder)
    backups.choose_folder(catalogue.folder, None)
    stick.rename(tmp_path / "pulled out")
    assert backups.replace_all(catalogue.folder).unreachable == (backup.path.parent,)
    (tmp_path / "pulled out").rename(stick)
    assert backups.replace_all(catalogue.folder).unreachable == ()
    assert not backup.path.exists()
