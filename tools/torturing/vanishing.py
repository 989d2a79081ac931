"""Takes things away on purpose: purges, erased senders and politicians, restored backups."""

import json
import random
import re
import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError, NotFound
from curator.engine.privacy import looking
from curator.engine.privacy.looking import Erasure, What
from curator.engine.safekeeping import backups, restoring
from torturing.telling import INTENT, REFUSED, RESTORED, Teller, row_of

_MARK = re.compile(r"zq[0-9a-f]{12}")


def new_mark() -> str:
    """A word that stands nowhere else: whether it was erased can be seen in bytes."""
    return f"zq{secrets.token_hex(6)}"


def marks_in(data: bytes) -> set[str]:
    """The words of that sort in any bytes."""
    return {one.decode() for one in re.findall(_MARK.pattern.encode(), data)}


def choose(folder: Path, *, dice: random.Random) -> Erasure | None:
    """Looks what somebody might want erased; None when there is nothing."""
    with closing(_reading(folder / "catalogue.db")) as database:
        senders = [
            row[0] for row in database.execute("SELECT DISTINCT sender FROM arrivals WHERE sender <> ''")
        ]
        people = [row[0] for row in database.execute("SELECT id FROM politicians")]
    what = dice.choice(list(What))
    try:
        if what is What.REJECTED:
            wanted = looking.rejected(folder, days=0)
        elif what is What.SENDER:
            # Case and blanks of a name make no difference.
            wanted = looking.sender(folder, dice.choice((str.upper, str.lower))(dice.choice([*senders, "?"])))
        else:
            wanted = looking.politician(folder, dice.choice(people)) if people else Erasure(what)
    except NotFound:
        return None
    return None if wanted.nothing else wanted


def told_of(folder: Path, wanted: Erasure) -> dict[str, object]:
    """What has to be gone afterwards.

    Returns:
        ``token``, ``rows`` (what finds rows of it, and how many there are), ``words`` that only it has,
        and ``digests`` of submissions that go.
    """
    with closing(_reading(folder / "catalogue.db")) as database:
        digests = list(_digests(database, wanted.submissions))
        told: Iterable[sqlite3.Row | tuple[object, ...]]
        if wanted.what is What.POLITICIAN:
            count = "SELECT count(*) FROM politicians WHERE id = ?"
            key: object = wanted.politician_id
            told = database.execute("SELECT surname FROM politicians WHERE id = ?", (key,)).fetchall()
        elif wanted.what is What.SENDER:
            count = "SELECT count(*) FROM arrivals WHERE lower(sender) = ?"
            key = wanted.name.lower()
            told = database.execute(
                "SELECT sender, note, file_name FROM arrivals WHERE lower(sender) = ?", (key,)
            ).fetchall()
        else:
            count = "SELECT count(*) FROM submissions WHERE id IN (SELECT value FROM json_each(?))"
            key = json.dumps(wanted.submissions)
            told = database.execute(
                "SELECT note, file_name FROM arrivals"
                " WHERE submission_id IN (SELECT value FROM json_each(?))",
                (key,),
            ).fetchall()
        words = {mark for row in told for cell in row for mark in _MARK.findall(str(cell))}
        (number,) = database.execute(count, (key,)).fetchone()
    return {
        "token": secrets.token_hex(6),
        "count": count,
        "key": key,
        "number": number,
        "words": sorted(words),
        "digests": digests,
    }


def restore(folder: Path, *, teller: Teller, dice: random.Random) -> None:
    """Puts a backup in place of a catalogue that is closed, as the command line does; some have none."""
    found = backups.all_of(folder)
    if not found:
        return
    backup = restoring.named(folder, dice.choice((dice.choice(found).path.name, "newest")))
    rows, digests = state_of(backup.path)
    teller.say(INTENT, what="restore", restore={"rows": rows, "digests": digests})
    try:
        if not restoring.plan_restore(folder, backup).complaints:
            kept = restoring.restore(folder, backup)
            teller.say(RESTORED, kept=str(kept.path))
            return
        why = "it is not sound"
    except CuratorError as error:
        why = error.sentence
    teller.say(REFUSED, why=why)


def state_of(database: Path) -> tuple[list[list[object]], list[str]]:
    """All rows of the decision log of a database, and the digests of its submissions."""
    # The log is read as the program reads it; a backup is not named as a catalogue's database is.
    from curator.engine.catalogue.database import Connection

    sql = Connection(database, read_only=True)
    with closing(Catalogue(database.parent, sql, None)) as catalogue:
        rows = [row_of(one) for one in catalogue.decisions.everything()]
        digests = [str(row[0]) for row in sql.rows("SELECT digest FROM submissions")]
    return rows, digests


def _digests(database: sqlite3.Connection, submissions: Iterable[int]) -> Iterable[str]:
    wanted = json.dumps(list(submissions))
    question = "SELECT digest FROM submissions WHERE id IN (SELECT value FROM json_each(?))"
    return [row[0] for row in database.execute(question, (wanted,))]


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)
