"""The shape of ``catalogue.db``, as migrations whose names never change once released.

Times are ISO 8601 in UTC; boxes are pixels of the upright picture; vectors are 128
little-endian float64. The file opens in Datasette and the ``sqlite3`` shell: plain
names, and views (``verdicts``, ``review_list``) for people.
"""

from sqlite_utils import Database, Migrations

MIGRATION_SET = "curator"

_TABLES = """
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE curators (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE politicians (
    id INTEGER PRIMARY KEY,
    given_name TEXT NOT NULL,
    surname TEXT NOT NULL,
    country TEXT NOT NULL,
    role TEXT NOT NULL,
    name_key TEXT NOT NULL,
    added_at TEXT NOT NULL,
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX politicians_by_name ON politicians (name_key, country) WHERE removed_at IS NULL;

CREATE TABLE reference_portraits (
    id INTEGER PRIMARY KEY,
    politician_id INTEGER NOT NULL REFERENCES politicians (id),
    digest TEXT NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL,
    refusal TEXT NOT NULL,
    added_at TEXT NOT NULL,
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
    -- What the advice was drawn from; empty when its claim has changed since, NULL before any advice.
    assessed_with TEXT,
    duplicate_of INTEGER, duplicate_bits INTEGER, duplicate_mirrored INTEGER, duplicate_same_faces INTEGER,
    verdict TEXT NOT NULL DEFAULT 'undecided',
    reason TEXT
) STRICT;
CREATE INDEX submissions_by_state ON submissions (state, id);
-- Holds all that lists and counts read, so that neither touches the wide table.
CREATE INDEX submissions_by_verdict ON submissions (verdict, outcome, kind, state);
CREATE INDEX submissions_by_assessment ON submissions (verdict, assessed_with);
CREATE INDEX submissions_by_claim ON submissions (claimed_id, verdict);

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
    -- How well it can be seen; degrees, and NULL where it was not measured.
    sharpness REAL, yaw REAL, pitch REAL, roll REAL
) STRICT;
CREATE INDEX faces_by_submission ON faces (submission_id);

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

CREATE TABLE findings (
    submission_id INTEGER NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    numbers TEXT NOT NULL,
    PRIMARY KEY (submission_id, position)
) STRICT;
CREATE INDEX findings_by_code ON findings (code, submission_id);

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

-- Notes lie apart from the log so that they can be erased; the log holds a salted hash.
CREATE TABLE decision_notes (
    decision_id INTEGER PRIMARY KEY REFERENCES decisions (id),
    salt TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- REPLACE would delete a row without asking the trigger against deleting.
CREATE TRIGGER decisions_only_grow BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_never_change BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_never_go BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_take_force AFTER INSERT ON decisions
BEGIN UPDATE submissions SET verdict = new.verdict, reason = new.reason WHERE id = new.submission_id; END;

CREATE TABLE loads (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    request TEXT NOT NULL,
    loaded INTEGER NOT NULL DEFAULT 0,
    already INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
) STRICT;

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


def migrations() -> Migrations:
    """All migrations, oldest first. Released names and bodies are never edited."""
    steps = Migrations(MIGRATION_SET)

    @steps(name="0001_first_catalogue")
    def first_catalogue(db: Database) -> None:
        db.executescript(_TABLES)

    return steps


def shipped_names() -> frozenset[str]:
    """The names of all migrations that this Curator knows."""
    return frozenset(step.name for step in migrations().pending(Database(memory=True, execute_plugins=False)))
