"""The tables that came to a catalogue after its first shape, each made by a migration of its own."""

DECIDED_ELSEWHERE = """CREATE TABLE decided_elsewhere (
    id INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
    curator_id INTEGER NOT NULL REFERENCES curators (id),
    decided_at TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT,
    note TEXT NOT NULL,
    -- What it was decided about there.
    kind TEXT NOT NULL,
    claim_given_name TEXT NOT NULL,
    claim_surname TEXT NOT NULL,
    claim_country TEXT NOT NULL,
    claim_role TEXT NOT NULL,
    -- Faces were drawn or dismissed there by hand, otherwise than here.
    other_faces INTEGER NOT NULL,
    -- The newest row of the log when it came: a person who decides later settles it.
    after_row INTEGER NOT NULL,
    UNIQUE (submission_id, curator_id, decided_at)
) STRICT"""
"""What merges found decided otherwise in other copies, for whoever settles it here.

It is no part of the log, so that it can be erased.
"""
