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
from curator.engine.messages import WorkerSettings
from curator.engine.workspace import Workspace
from torturing.telling import Told, row_of

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
    start_again(folder, settings=settings, finish=finish)
    with Catalogue.read(folder) as catalogue:
        lost = list(_lost(catalogue, told))
        broken = [str(one) for one in catalogue.complaints()]
    with closing(sqlite3.connect(folder / "catalogue.db")) as database:
        broken += _broken_rows(database, finish=finish)
        broken += _broken_media(folder, database)
    broken += _litter(folder)
    for target in sorted({*told.exports, *told.begun}):
        missing, wrong = _export(Path(target), told)
        lost += missing
        broken += wrong
    for path in sorted(told.copies):
        lost += _copy(Path(path))
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
        workspace.continue_loads()
        workspace.analysis.pump()
        table = workspace.catalogue.submissions
        waited = 0.0
        while workspace.loading is not None or (finish and (workspace.busy or table.counts().pending)):
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
    times = Counter(one.note for one in rows.values() if one.action == "decide" and one.note)
    for token, count in told.intents.items():
        wanted = {count} if token in told.acknowledged else {0, count}
        if times[token] not in wanted:
            yield f"the decision {token}: {times[token]} rows of {count}"
    for digest in told.digests:
        if catalogue.submissions.with_digest(digest) is None:  # type: ignore[arg-type]
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
    for digest in found.keys() - known:
        yield f"orphan original: {digest[:8]}"
    for digest, path in found.items():
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            yield f"changed original: {digest[:8]}"
    for kind in ("previews", "thumbnails"):
        made = {path.stem for path in (media / kind).rglob("*") if path.is_file()}
        for digest in made - known:
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


def _copy(path: Path) -> list[str]:
    if not path.is_file():
        return [f"the copy {path.name}"]
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        (answer,) = database.execute("PRAGMA integrity_check").fetchone()
    return [] if answer == "ok" else [f"the copy {path.name}: {answer}"]
