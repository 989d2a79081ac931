"""What has to hold of a catalogue, its pictures and its exports after the program was killed."""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.copy_contents import complaints_of, digests_of
from curator.engine.errors import CuratorError
from curator.engine.privacy import erasing
from curator.engine.records import Digest, Origin
from curator.engine.safekeeping import backups
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace
from torturing.telling import ERASED, KEPT, REFUSED, RESTORED, Told, row_of
from torturing.vanishing import marks_in, state_of

_PLACES = {"catalogue.db", "catalogue.lock", "media", "backups"}
_LONGEST_SECONDS = 120.0


class Unsound(Exception):
    """The program itself could not start again."""


def look(home: Path, told: Told, *, settings: WorkerSettings, finish: bool) -> tuple[list[str], list[str]]:
    """Starts the program once more, as somebody who knows of nothing, then looks at everything.

    Args:
        home: holds the folder ``catalogue``, and exports.
        told: what was acknowledged.
        settings: how workers are run.
        finish: wait until every picture was analysed.

    Returns:
        What is lost, and what is broken, in words.
    """
    folder = home / "catalogue"
    if not Catalogue.exists(folder):
        # Killed before there was anything; whatever was told then, is lost.
        return (["the catalogue"] if told.number else []), []
    half = list(_settle_restore(folder, told))
    start_again(folder, settings=settings, finish=finish)
    half += _settle_erasures(folder, told)
    with Catalogue.read(folder) as catalogue:
        lost = list(_lost(catalogue, told))
        broken = [*half, *(str(one) for one in catalogue.complaints())]
    with closing(sqlite3.connect(folder / "catalogue.db")) as database:
        broken += _broken_rows(database, finish=finish)
        broken += _broken_media(folder, database)
    broken += _litter(folder)
    for target in sorted({*told.exports, *told.begun}):
        missing, wrong = _export(Path(target), told)
        lost += missing
        broken += wrong
    broken += _traces(folder, told)
    for path, rows in sorted({**told.copies, **told.aside}.items()):
        lost += _copy(Path(path), rows)
    return lost, broken


def start_again(folder: Path, *, settings: WorkerSettings, finish: bool) -> None:
    """What the program does by itself when it is started, and nothing else.

    Raises:
        Unsound: it is not through in a long time.
        CuratorError: it could not start.
    """
    ready = Event()
    with Workspace.open(folder, settings=settings, on_ready=ready.set) as workspace:
        if not finish:
            workspace.analysis.pause()
        # As the window does it at each start, and the command line with each erasure.
        if erasing.unfinished(folder):
            not_yet = erasing.finish(folder).not_yet
            if not_yet:
                raise Unsound(f"it could not finish erasing: {not_yet}")
        workspace.loads.go_on()
        workspace.analysis.pump()
        table = workspace.catalogue.submissions
        waited = 0.0
        while workspace.loads.progress is not None or (finish and (workspace.busy or table.counts().pending)):
            if not ready.wait(0.2):
                waited += 0.2
            ready.clear()
            for failure in workspace.tick().failures:
                raise failure
            if waited > _LONGEST_SECONDS:
                raise Unsound("it was not through with its work in time")


def _lost(catalogue: Catalogue, told: Told) -> Iterator[str]:
    rows = {int(one.id): one for one in catalogue.decisions.everything()}
    for number, row in told.rows.items():
        if number not in rows:
            yield f"row {number} of the decision log"
        elif row_of(rows[number])[:-1] != row[:-1]:
            yield f"row {number} of the decision log as it was"
    # By their step: notes of submissions that were erased since are gone, rows never are.
    times = Counter(one.step for one in rows.values() if one.action == "decide")
    # What a merge brought back was decided once before, with the same note.
    own = {number: one for number, one in rows.items() if one.origin is not Origin.MERGE}
    steps = {one.note: one.step for one in own.values() if one.action == "decide" and one.note}
    steps |= {
        str(row[-1]): int(str(row[1]))
        for number, row in told.rows.items()
        if row[-1] and row[2] == "decide" and number in own
    }
    for token, count in told.intents.items():
        wanted = {count} if token in told.acknowledged else {0, count}
        number = times[steps[token]] if token in steps else 0
        if number not in wanted:
            yield f"the decision {token}: {number} rows of {count}"
    for digest in told.digests:
        if catalogue.submissions.with_digest(Digest(digest)) is None:
            yield f"the submission {digest[:8]}"


_SOUND = {
    "a foreign key": "PRAGMA foreign_key_check",
    "a verdict beside its log": (
        "SELECT s.id FROM submissions s LEFT JOIN verdicts v ON v.submission_id = s.id"
        " WHERE s.verdict <> coalesce(v.verdict, 'undecided') OR s.reason IS NOT v.reason"
    ),
    "the number of tallied submissions": (
        "SELECT 1 WHERE (SELECT coalesce(sum(number), 0) FROM tallies) <> (SELECT count(*) FROM submissions)"
    ),
    "words of a submission": (
        "SELECT id FROM submissions WHERE id NOT IN (SELECT rowid FROM submission_words)"
        " UNION SELECT rowid FROM submission_words WHERE rowid NOT IN (SELECT id FROM submissions)"
    ),
    "an encoding of a decided submission": (
        "SELECT f.id FROM face_encodings e JOIN faces f ON f.id = e.face_id"
        " JOIN submissions s ON s.id = f.submission_id WHERE s.verdict <> 'undecided'"
    ),
    "a submission without its arrival": (
        "SELECT id FROM submissions WHERE id NOT IN (SELECT submission_id FROM arrivals)"
    ),
    "an analysed submission without a facts row": (
        "SELECT id FROM submissions WHERE state = 'done' AND (width IS NULL OR model = '')"
    ),
    "a load that nobody ended": "SELECT id FROM loads WHERE finished_at IS NULL",
}


def _broken_rows(database: sqlite3.Connection, *, finish: bool) -> Iterator[str]:
    for (answer,) in database.execute("PRAGMA integrity_check"):
        if answer != "ok":
            yield f"integrity: {answer}"
    for what, question in _SOUND.items():
        for row in database.execute(question).fetchall()[:3]:
            yield f"{what}: {row[0]}"
    for table in ("submission_words", "politician_words"):
        try:
            database.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        except sqlite3.Error as error:
            yield f"index of {table}: {error}"
    database.rollback()
    if finish:
        for row in database.execute("SELECT id FROM submissions WHERE state = 'pending'"):
            yield f"still not analysed: {row[0]}"


def _broken_media(folder: Path, database: sqlite3.Connection) -> Iterator[str]:
    submissions = {row[0]: row[1] for row in database.execute("SELECT digest, state FROM submissions")}
    known = {*submissions, *(row[0] for row in database.execute("SELECT digest FROM reference_portraits"))}
    media = folder / "media"
    found = {path.name: path for path in (media / "originals").rglob("*") if path.is_file()}
    for digest in known - found.keys():
        yield f"missing original: {digest[:8]}"
    # A restore leaves pictures where they are, as long as a backup knows them.
    kept = {digest for one in backups.all_of(folder) for digest in digests_of(one.path)}
    for digest in found.keys() - known - kept:
        yield f"orphan original: {digest[:8]}"
    for digest, path in found.items():
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            yield f"changed original: {digest[:8]}"
    for kind in ("previews", "thumbnails"):
        made = {path.stem for path in (media / kind).rglob("*") if path.is_file()}
        for digest in made - known - kept:
            yield f"orphan in {kind}: {digest[:8]}"
        for digest, state in submissions.items():
            if state == "done" and digest not in made:
                yield f"missing in {kind}: {digest[:8]}"


def _litter(folder: Path) -> Iterator[str]:
    for path in folder.iterdir():
        if path.name not in _PLACES:
            yield f"litter: {path.name}"
    for path in (*(folder / "media/temporary").glob("*"), *(folder / "backups").glob("*.unfinished*")):
        yield f"litter: {path.parent.name}/{path.name}"


def _export(target: Path, told: Told) -> tuple[list[str], list[str]]:
    """What an export lacks, and what is wrong with it or around it."""
    wrong = [f"litter: {path.name}" for path in target.parent.glob(f".{target.name}.curator-*")]
    acknowledged = told.exports.get(str(target))
    if not target.exists():
        return ([f"the export {target.name}"] if acknowledged else []), wrong
    try:
        data = (target / "manifest.json").read_bytes()
        noted = {one["path"]: one["sha256"] for one in json.loads(data)["files"]}
    except (OSError, ValueError, KeyError) as error:
        return [], [*wrong, f"half an export in {target.name}: {type(error).__name__}"]
    found = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if path.is_file()}
    del found["manifest.json"]
    if found.keys() != noted.keys():
        wrong.append(f"half an export in {target.name}: {len(found)} files of {len(noted)}")
    for name, path in found.items():
        if hashlib.sha256(path.read_bytes()).hexdigest() != noted.get(name):
            wrong.append(f"half an export in {target.name}: {name}")
    if acknowledged and str(target) not in told.begun and hashlib.sha256(data).hexdigest() != acknowledged:
        return [f"the export {target.name} as it was told"], wrong
    return [], wrong


def _copy(path: Path, rows: dict[int, list[object]]) -> list[str]:
    """What a copy lacks of what was told before it was made."""
    if not path.is_file():
        return [f"the copy {path.name}"]
    try:
        faults = complaints_of(path)
        held, _ = state_of(path)
    except CuratorError as error:
        return [f"the copy {path.name}: {error.sentence}"]
    there = {tuple(row[:-1]) for row in held}
    lost = [f"the copy {path.name}: {one}" for one in faults]
    return lost + [
        f"row {number} in the copy {path.name}"
        for number, row in rows.items()
        if tuple(row[:-1]) not in there
    ]


def _settle_restore(folder: Path, told: Told) -> Iterator[str]:
    """Whether a restore that was interrupted happened: the database is wholly the one, or the other."""
    if told.restoring is None:
        return
    rows, digests = state_of(folder / "catalogue.db")
    wanted = told.restoring
    present = {tuple(row[:-1]) for row in rows}
    if present == {tuple(row[:-1]) for row in wanted["rows"]} and set(digests) == set(wanted["digests"]):
        kept = [one for one in backups.all_of(folder) if one.kind is backups.Kind.BEFORE_RESTORE]
        if kept and str(kept[0].path) not in told.aside:
            told.settle(RESTORED, kept=str(kept[0].path))
            return
    if not {tuple(row[:-1]) for row in told.rows.values()} <= present or not told.digests <= set(digests):
        yield f"half a restore: {len(present)} rows, {len(digests)} submissions"
    told.settle(REFUSED)


def _settle_erasures(folder: Path, told: Told) -> Iterator[str]:
    """Whether an erasure that was interrupted was begun: all of it is gone, or none."""
    with closing(sqlite3.connect(folder / "catalogue.db")) as database:
        for token, wanted in list(told.erasing.items()):
            (number,) = database.execute(str(wanted["count"]), (wanted["key"],)).fetchone()
            if wanted.get("begun"):
                # What has the same number by now, is another one.
                told.settle(ERASED, token=token)
                continue
            if number not in (0, wanted["number"]):
                yield f"half an erasure: {number} rows of {wanted['number']}"
            told.settle(KEPT if number else ERASED, token=token)


def _traces(folder: Path, told: Told) -> Iterator[str]:
    """Erased words anywhere in the catalogue's folder, and backups that are none."""
    if told.gone:
        for path in folder.rglob("*"):
            if path.is_file() and (found := marks_in(path.name.encode() + path.read_bytes()) & told.gone):
                yield f"{len(found)} erased words in {path.relative_to(folder)}"
    for one in backups.all_of(folder):
        if one.path.samefile(folder / "catalogue.db"):
            yield f"the backup {one.kind} is the database itself"
