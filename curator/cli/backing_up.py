"""Commands that back a catalogue up, list its backups, and restore one."""

import argparse
from pathlib import Path

from curator.cli.call import Call
from curator.cli.table import print_table
from curator.cli.words import counted
from curator.engine.catalogue.copy_contents import Missing
from curator.engine.errors import CuratorError
from curator.engine.safekeeping import backups, restoring
from curator.engine.safekeeping.backups import Backup, Kind
from curator.engine.safekeeping.restoring import RestorePlan
from curator.engine.text import clean_line

_LONGEST_PATH = 300

_KINDS = {
    Kind.AUTOMATIC: "automatic",
    Kind.BY_HAND: "by hand",
    Kind.BEFORE_RESTORE: "before a restore",
    Kind.BEFORE_REPAIR: "before a repair",
    Kind.BEFORE_UPDATE: "before an update",
    Kind.OTHER: "unknown",
}


def back_up(call: Call, options: argparse.Namespace) -> int:
    """Makes a backup now, also while a window has the catalogue open."""
    # Tells whoever names no catalogue so, as every command does.
    call.read().close()
    into = None if options.to is None else Path(options.to).expanduser()
    made = backups.make(call.folder, kind=Kind.BY_HAND, into=into)
    assert made is not None, "nobody abandons it"
    print(f"Saved as {_path(made.path)} ({_size(made.size)}), and checked.", flush=True)
    return 0


def list_backups(call: Call, _options: argparse.Namespace) -> int:
    """Lists the backups in all folders that can be reached, newest first."""
    found = restoring.all_by_contents(call.folder)
    if found:
        print_table(
            ("name", "made", "why", "size", "folder"),
            [
                (
                    clean_line(one.path.name, limit=_LONGEST_PATH),
                    f"{one.made_at:%Y-%m-%d %H:%M} UTC",
                    _KINDS[one.kind],
                    _size(one.size),
                    _path(one.path.parent),
                )
                for one in found
            ],
            right=frozenset({3}),
        )
    else:
        print("There are no backups. “curator backup” makes one.")
    for place in backups.places(call.folder):
        if not place.reachable and place.folder != call.folder / backups.OWN:
            print(f"The folder {_path(place.folder)} is not there; its disk may not be connected.")
    return 0


def restore(call: Call, options: argparse.Namespace) -> int:
    """Puts a backup in place of the database; without a yes it only says what that would bring."""
    backup = restoring.named(call.folder, options.name)
    plan = restoring.plan_restore(call.folder, backup)
    _print_plan(backup, plan)
    if plan.complaints:
        raise CuratorError(
            "This backup is not sound, so it is not restored.", advice="Choose another: “curator backups”."
        )
    if not options.yes:
        print("Nothing was changed. Add --yes to restore it.")
        return 0
    kept = restoring.restore(call.folder, backup)
    print(f"Restored {_path(backup.path)}.", flush=True)
    if kept.kind is Kind.BEFORE_RESTORE:
        print(f"What was there before is kept. To take it back: curator restore {kept.path.name} --yes")
    return 0


def _print_plan(backup: Backup, plan: RestorePlan) -> None:
    held = plan.contents
    whole = Missing(held.submissions, held.decisions, held.politicians, held.portraits)
    print(f"The backup of {backup.made_at:%Y-%m-%d %H:%M} UTC ({_KINDS[backup.kind]}) holds:")
    print(f"  {_all(whole)}")
    if plan.present is None:
        print("The database that is there now cannot be read. It is kept as it is.")
    else:
        print(f"The catalogue has now, and the backup has not: {_all(plan.lost)}.")
        print(f"The backup has, and the catalogue has not: {_all(plan.regained)}.")
    if plan.later is not None:
        print(
            f"The backup {_path(plan.later.path)} holds all of its decisions,"
            f" and {_rows(plan.later_decisions)} more."
        )
    if plan.without_original:
        number = counted(plan.without_original, "picture")
        print(f"The files of {number} that the backup tells of are gone, and would not come back.")
    if plan.brings_back:
        print("It is from before something was erased, which would come back with it: erase that again.")
    for complaint in plan.complaints:
        print(complaint)


def _all(missing: Missing) -> str:
    parts = [
        counted(missing.submissions, "submission"),
        _rows(missing.decisions),
        counted(missing.politicians, "politician"),
        counted(missing.portraits, "reference portrait"),
    ]
    return ", ".join(parts)


def _rows(count: int) -> str:
    return f"{count} {'row' if count == 1 else 'rows'} of the decision log"


def _path(path: Path) -> str:
    return clean_line(f"{path}", limit=_LONGEST_PATH)


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB"
