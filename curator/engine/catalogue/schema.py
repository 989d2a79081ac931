"""The shape of ``catalogue.db``, as migrations whose names never change once released.

Times are ISO 8601 in UTC; boxes are pixels of the upright picture; vectors are 128
little-endian float64. The file opens in Datasette and the ``sqlite3`` shell: plain
names, and views (``verdicts``, ``review_list``) for people.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from sqlite3 import complete_statement
from typing import TYPE_CHECKING

from curator.engine.catalogue.added_tables import DECIDED_ELSEWHERE
from curator.engine.catalogue.database import Connection

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

MIGRATION_SET = "curator"
MIGRATIONS_TABLE = "_sqlite_migrations"
"""Where sqlite-utils notes them."""

_TABLES = """
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE curators (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- A number is never given again: the log tells people by it, also those who were erased.
CREATE TABLE politicians (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    given_name TEXT NOT NULL,
    surname TEXT NOT NULL,
    country TEXT NOT NULL,
    role TEXT NOT NULL,
    name_key TEXT NOT NULL,
    -- Surname and given name without case and accents: what lists are sorted by.
    sort_key TEXT NOT NULL,
    added_at TEXT NOT NULL,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX politicians_by_name ON politicians (name_key, country) WHERE removed_at IS NULL;
CREATE INDEX politicians_by_sort_key ON politicians (sort_key, id);

CREATE TABLE reference_portraits (
    id INTEGER PRIMARY KEY,
    politician_id INTEGER NOT NULL REFERENCES politicians (id),
    digest TEXT NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL,
    refusal TEXT NOT NULL,
    added_at TEXT NOT NULL,
    -- The approved submission that it was promoted from; no foreign key, for that may be erased first.
    submission_id INTEGER,
    UNIQUE (politician_id, digest)
) STRICT;
CREATE INDEX reference_portraits_by_state ON reference_portraits (state, id);
CREATE INDEX reference_portraits_by_digest ON reference_portraits (digest);

-- What a model saw in a portrait's file, kept so that it is never computed twice.
CREATE TABLE portrait_analyses (
    digest TEXT NOT NULL,
    model TEXT NOT NULL,
    faces INTEGER NOT NULL,
    unreadable TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    box_left INTEGER, box_top INTEGER, box_width INTEGER, box_height INTEGER,
    landmarks TEXT NOT NULL DEFAULT '[]',
    vector BLOB,
    perceptual_hash BLOB,
    mirrored_hash BLOB,
    PRIMARY KEY (digest, model)
) STRICT;

CREATE TABLE submissions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    claim_given_name TEXT NOT NULL,
    claim_surname TEXT NOT NULL,
    claim_country TEXT NOT NULL,
    claim_role TEXT NOT NULL,
    claimed_id INTEGER REFERENCES politicians (id),
    note TEXT NOT NULL,
    sender TEXT NOT NULL,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL,
    unreadable TEXT NOT NULL,
    format TEXT, width INTEGER, height INTEGER, turn INTEGER, truncated INTEGER, frames INTEGER,
    model TEXT,
    analysed_at TEXT,
    perceptual_hash BLOB,
    mirrored_hash BLOB,
    outcome TEXT,
    advice_reason TEXT,
    distance REAL,
    margin REAL,
    main_face_id INTEGER,
    -- The codes of the findings that hold against it, sorted, each between commas.
    held TEXT NOT NULL DEFAULT '',
    -- What the advice was drawn from; empty when its claim has changed since, NULL before any advice.
    assessed_with TEXT,
    duplicate_of INTEGER, duplicate_bits INTEGER, duplicate_mirrored INTEGER, duplicate_same_faces INTEGER,
    verdict TEXT NOT NULL DEFAULT 'undecided',
    reason TEXT,
    decided_by INTEGER REFERENCES curators (id),
    -- How a deepfake was made, as a curator said; NULL as long as nobody did.
    making TEXT,
    -- What lists are sorted by: without NULL, so that an index holds them in the order wanted. No generated
    -- columns, for SQLite takes no index to cover a query that names one.
    advice_rank INTEGER NOT NULL DEFAULT 3
        CHECK (advice_rank = CASE outcome WHEN 'look_closer' THEN 0 WHEN 'approve' THEN 1 WHEN 'reject' THEN 2
            ELSE 3 END),
    doubt REAL NOT NULL DEFAULT 99.0 CHECK (doubt = coalesce(margin, 99.0)),
    nearness REAL NOT NULL DEFAULT 99.0 CHECK (nearness = coalesce(distance, 99.0))
) STRICT;
CREATE INDEX submissions_by_state ON submissions (state, id);
CREATE INDEX submissions_by_assessment ON submissions (verdict, assessed_with);
-- All hashes are read at once, when the first picture is compared with the others.
CREATE INDEX submissions_with_hash ON submissions (id, perceptual_hash) WHERE perceptual_hash IS NOT NULL;
CREATE INDEX submissions_by_likeness ON submissions (duplicate_of) WHERE duplicate_of IS NOT NULL;
-- One for each order of a list. Each holds all that filters ask besides, so that a list never touches
-- the wide table; each begins with the verdict, so that several verdicts are merged and not sorted.
CREATE INDEX submissions_by_advice
ON submissions (verdict, advice_rank, id, outcome, kind, reason, claimed_id, decided_by, held);
CREATE INDEX submissions_by_margin
ON submissions (verdict, doubt, id, outcome, kind, reason, claimed_id, decided_by);
CREATE INDEX submissions_by_distance
ON submissions (verdict, nearness, id, outcome, kind, reason, claimed_id, decided_by);
CREATE INDEX submissions_by_arrival
ON submissions (verdict, received_at, id, outcome, kind, reason, claimed_id, decided_by);
CREATE INDEX submissions_by_claim
ON submissions (verdict, claimed_id, nearness, id, outcome, kind, reason, decided_by);
CREATE INDEX submissions_by_source
ON submissions (source, verdict, outcome, kind, reason, claimed_id, decided_by);

-- How many submissions are alike in all that filters count; kept by the triggers below, so that a
-- number beside a filter costs the same in every catalogue. Here '' and 0 stand for NULL.
CREATE TABLE tallies (
    verdict TEXT NOT NULL,
    outcome TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    claimed_id INTEGER NOT NULL,
    decided_by INTEGER NOT NULL,
    held TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (verdict, outcome, kind, reason, claimed_id, decided_by, held)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER submissions_counted_in AFTER INSERT ON submissions
BEGIN
    INSERT INTO tallies VALUES (new.verdict, coalesce(new.outcome, ''), new.kind, coalesce(new.reason, ''),
        coalesce(new.claimed_id, 0), coalesce(new.decided_by, 0), new.held, 1)
    ON CONFLICT DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER submissions_counted_again
AFTER UPDATE OF verdict, outcome, kind, reason, claimed_id, decided_by, held ON submissions
WHEN old.verdict <> new.verdict OR old.outcome IS NOT new.outcome OR old.kind <> new.kind
    OR old.reason IS NOT new.reason OR old.claimed_id IS NOT new.claimed_id
    OR old.decided_by IS NOT new.decided_by OR old.held <> new.held
BEGIN
    UPDATE tallies SET number = number - 1
    WHERE verdict = old.verdict AND outcome = coalesce(old.outcome, '') AND kind = old.kind
        AND reason = coalesce(old.reason, '') AND claimed_id = coalesce(old.claimed_id, 0)
        AND decided_by = coalesce(old.decided_by, 0) AND held = old.held;
    INSERT INTO tallies VALUES (new.verdict, coalesce(new.outcome, ''), new.kind, coalesce(new.reason, ''),
        coalesce(new.claimed_id, 0), coalesce(new.decided_by, 0), new.held, 1)
    ON CONFLICT DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER submissions_counted_out AFTER DELETE ON submissions
BEGIN
    UPDATE tallies SET number = number - 1
    WHERE verdict = old.verdict AND outcome = coalesce(old.outcome, '') AND kind = old.kind
        AND reason = coalesce(old.reason, '') AND claimed_id = coalesce(old.claimed_id, 0)
        AND decided_by = coalesce(old.decided_by, 0) AND held = old.held;
    DELETE FROM submission_words WHERE rowid = old.id;
END;

-- The words that searching finds, folded as ``words.folded`` does; rowid is the id of the submission
-- or politician. Prefixes of two and three letters have indexes of their own.
CREATE VIRTUAL TABLE submission_words USING fts5 (
    file_name, note, sender, claimed, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3',
    columnsize = 0);
CREATE VIRTUAL TABLE politician_words USING fts5 (
    name, country, tokenize = 'unicode61 remove_diacritics 2', columnsize = 0);

CREATE TABLE saved_filters (
    name TEXT PRIMARY KEY,
    filter TEXT NOT NULL
) STRICT;

CREATE TABLE arrivals (
    id INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
    file_name TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    claim_given_name TEXT NOT NULL,
    claim_surname TEXT NOT NULL,
    claim_country TEXT NOT NULL,
    claim_role TEXT NOT NULL,
    note TEXT NOT NULL,
    sender TEXT NOT NULL,
    received_at TEXT NOT NULL,
    UNIQUE (submission_id, file_name, source, sender, claim_given_name, claim_surname, note)
) STRICT;

CREATE TABLE faces (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    submission_id INTEGER NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
    box_left INTEGER NOT NULL, box_top INTEGER NOT NULL,
    box_width INTEGER NOT NULL, box_height INTEGER NOT NULL,
    origin TEXT NOT NULL,
    score REAL NOT NULL,
    landmarks TEXT NOT NULL,
    dismissed INTEGER NOT NULL DEFAULT 0,
    -- The model that could not encode a hand-drawn face, so that it is not tried for ever.
    failed_with TEXT NOT NULL DEFAULT '',
    -- How well it can be seen; degrees, and NULL where it was not measured.
    sharpness REAL, yaw REAL, pitch REAL, roll REAL
) STRICT;
CREATE INDEX faces_by_submission ON faces (submission_id);
CREATE INDEX faces_drawn ON faces (submission_id) WHERE origin = 'drawn' AND dismissed = 0;

-- Kept only while the submission is undecided.
CREATE TABLE face_encodings (
    face_id INTEGER PRIMARY KEY REFERENCES faces (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    vector BLOB NOT NULL
) STRICT;

CREATE TABLE matches (
    face_id INTEGER NOT NULL REFERENCES faces (id) ON DELETE CASCADE,
    politician_id INTEGER NOT NULL REFERENCES politicians (id),
    rank INTEGER NOT NULL,
    distance REAL NOT NULL,
    margin REAL NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (face_id, politician_id)
) STRICT;
CREATE INDEX matches_by_politician ON matches (politician_id);

-- What the file says about itself.
CREATE TABLE declarations (
    submission_id INTEGER NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (submission_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
    submission_id INTEGER NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    numbers TEXT NOT NULL,
    PRIMARY KEY (submission_id, position)
) STRICT;
CREATE INDEX findings_against ON findings (code, submission_id) WHERE outcome <> 'approve';

-- submission_id is no foreign key on purpose: the log outlives an erased submission.
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL,
    action TEXT NOT NULL,
    undoes INTEGER REFERENCES decisions (id),
    submission_id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    curator_id INTEGER NOT NULL REFERENCES curators (id),
    decided_at TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT,
    origin TEXT NOT NULL,
    change TEXT NOT NULL,
    seen TEXT NOT NULL,
    note_hash TEXT NOT NULL,
    chain TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_submission ON decisions (submission_id, id);
CREATE INDEX decisions_by_step ON decisions (step);
CREATE INDEX decisions_by_undone ON decisions (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX decisions_by_action ON decisions (action, id);

-- How many rows of each step are in force, so that undo need not walk over those that are not.
-- takes_back is 1 for undos, whose rows are in force until they are redone.
CREATE TABLE steps (
    step INTEGER PRIMARY KEY,
    takes_back INTEGER NOT NULL,
    standing INTEGER NOT NULL
) STRICT;
CREATE INDEX steps_by_sort ON steps (takes_back, step);
CREATE INDEX steps_standing ON steps (takes_back, step) WHERE standing > 0;

-- Notes lie apart from the log so that they can be erased; the log holds a salted hash.
CREATE TABLE decision_notes (
    decision_id INTEGER PRIMARY KEY REFERENCES decisions (id),
    salt TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- What a submission's note was before and after an edit, apart from the log for the same reason.
CREATE TABLE edited_notes (
    decision_id INTEGER NOT NULL REFERENCES decisions (id),
    side TEXT NOT NULL,
    salt TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (decision_id, side)
) STRICT;

-- The names and words of what was seen and changed, apart from the log for the same reason: a list of
-- strings, to whose places the log points; politicians it knows by number. The log holds a salted hash.
CREATE TABLE decision_words (
    decision_id INTEGER PRIMARY KEY REFERENCES decisions (id),
    salt TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

-- Pictures that were erased and whose files are still to be deleted.
CREATE TABLE leaving (
    digest TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- REPLACE would delete a row without asking the trigger against deleting.
CREATE TRIGGER decisions_only_grow BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_never_change BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_never_go BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_take_force AFTER INSERT ON decisions
BEGIN
    UPDATE submissions SET verdict = new.verdict, reason = new.reason, decided_by = CASE
        WHEN new.verdict = 'undecided' THEN NULL
        WHEN new.action = 'decide' THEN new.curator_id
        -- Who gave the verdict that is in force again, or still: its row was not undone for good.
        ELSE {given_by}
        END
    WHERE id = new.submission_id;
END;
CREATE TRIGGER decisions_count_in_steps AFTER INSERT ON decisions
BEGIN
    UPDATE steps SET standing = standing - 1 WHERE step = (SELECT step FROM decisions WHERE id = new.undoes);
    UPDATE steps SET standing = standing + 1 WHERE new.action = 'redo' AND step =
        (SELECT o.step FROM decisions u JOIN decisions o ON o.id = u.undoes WHERE u.id = new.undoes);
    INSERT INTO steps (step, takes_back, standing) SELECT new.step, new.action = 'undo', 1
    WHERE new.action <> 'redo' ON CONFLICT (step) DO UPDATE SET standing = standing + 1;
END;

CREATE TABLE loads (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    request TEXT NOT NULL,
    loaded INTEGER NOT NULL DEFAULT 0,
    already INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Which attachments of which table were fetched, so that none is fetched twice.
CREATE TABLE fetched (
    place TEXT NOT NULL,
    attachment TEXT NOT NULL,
    digest TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    PRIMARY KEY (place, attachment)
) STRICT, WITHOUT ROWID;

CREATE TABLE exports (
    id INTEGER PRIMARY KEY,
    exported_at TEXT NOT NULL,
    folder TEXT NOT NULL,
    curator_id INTEGER NOT NULL REFERENCES curators (id),
    manifest_digest TEXT NOT NULL,
    decisions_head TEXT NOT NULL
) STRICT;
CREATE TABLE exported_submissions (
    export_id INTEGER NOT NULL REFERENCES exports (id) ON DELETE CASCADE,
    submission_id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (export_id, submission_id)
) STRICT;

CREATE VIEW verdicts AS
SELECT d.submission_id, d.digest, d.verdict, d.reason, d.decided_at, c.name AS curator, d.id AS decision_id
FROM decisions d JOIN curators c ON c.id = d.curator_id
WHERE d.id = (SELECT max(id) FROM decisions l WHERE l.submission_id = d.submission_id);

CREATE VIEW review_list AS
SELECT s.id, s.file_name, s.kind, trim(p.given_name || ' ' || p.surname) AS claimed, p.country,
       s.outcome AS advice, s.advice_reason, round(s.distance, 3) AS distance,
       coalesce(v.verdict, 'undecided') AS verdict, v.reason, v.curator, v.decided_at
FROM submissions s
LEFT JOIN politicians p ON p.id = s.claimed_id
LEFT JOIN verdicts v ON v.submission_id = s.id;
"""


def given_by(submission: str) -> str:
    """SQL for the curator who gave a submission's verdict: that of the last row that was not undone for good.

    Args:
        submission: SQL for its id.
    """
    return (
        f"(SELECT d.curator_id FROM decisions d WHERE d.submission_id = {submission} AND +d.action = 'decide'"
        " AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id"
        " AND NOT EXISTS (SELECT 1 FROM decisions r WHERE r.undoes = u.id)) ORDER BY d.id DESC LIMIT 1)"
    )


def steps() -> Mapping[str, Callable[["Database"], None]]:
    """All migrations by name, oldest first. Released names and bodies are never edited."""
    return {"0001_first_catalogue": _first_catalogue, "0002_decided_elsewhere": _decided_elsewhere}


def migrations() -> "Migrations":
    """What takes the :func:`steps` that a database lacks, and notes them there."""
    # Imported here: a start with a catalogue that is up to date does not wait for it.
    from sqlite_utils import Migrations

    library = Migrations(MIGRATION_SET)
    for name, step in steps().items():
        library(name=name)(step)
    return library


def applied_names(connection: Connection) -> frozenset[str]:
    """The names of the migrations that a database has behind it, if their table is one."""
    if MIGRATIONS_TABLE not in connection.tables():
        return frozenset()
    return frozenset(
        str(row[0])
        for row in connection.rows(
            f"SELECT name FROM {MIGRATIONS_TABLE} WHERE migration_set = ?", (MIGRATION_SET,)
        )
    )


def _first_catalogue(db: "Database") -> None:
    for statement in _statements(_TABLES.replace("{given_by}", given_by("new.submission_id"))):
        db.execute(statement)


def _decided_elsewhere(db: "Database") -> None:
    db.execute(DECIDED_ELSEWHERE)


def _statements(script: str) -> Iterator[str]:
    """Each statement of a script in which every statement begins a line.

    ``executescript`` of sqlite-utils looks letter by letter for where one ends, which takes longer than all
    else about a new catalogue; and whoever checks a catalogue makes such a schema to compare with.
    """
    begun = ""
    for line in script.splitlines(keepends=True):
        begun += line
        if complete_statement(begun):
            yield begun.strip()
            begun = ""
    if begun.strip():
        yield begun  # unfinished, which SQLite tells


COUNTED = ("tallies", "steps")
"""Tables that are counted from the decision log, and can be counted anew."""


def kept_tables() -> frozenset[str]:
    """The tables of a catalogue that is up to date whose rows nothing else can tell."""
    made = re.findall(r"^CREATE TABLE (\w+)", _TABLES + DECIDED_ELSEWHERE, re.MULTILINE)
    return frozenset(made).difference(COUNTED)


def shipped_names() -> frozenset[str]:
    """The names of all migrations that this Curator knows."""
    return frozenset(steps())
