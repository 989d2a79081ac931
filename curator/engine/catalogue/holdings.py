"""Counts the personal and biometric data that a catalogue holds."""

from dataclasses import dataclass, fields

from curator.engine.catalogue.database import Connection


@dataclass(frozen=True, slots=True)
class Holdings:
    """Numbers of rows, each of one sort of data.

    Attributes:
        submissions: pictures that were received.
        undecided: of these.
        rejected: of these.
        arrivals: how often something was sent, each with a file name and mostly a folder.
        senders: different names of senders.
        claims: submissions that claim somebody by name.
        notes: arrivals with a note, and submissions whose note was edited.
        declarations: what files say about themselves.
        hashes: submissions with perceptual hashes.
        faces: boxes of faces in submissions.
        encodings: of faces in submissions.
        encoded_undecided: undecided submissions that these belong to.
        encodings_left: of faces in submissions that are decided; there should be none.
        matches: rankings of faces.
        politicians: in the index.
        politicians_removed: taken out of the index, whose names are still there.
        portraits: reference portraits.
        portrait_encodings: of faces in reference portraits.
        decisions: rows of the log.
        curators: names that signed them.
        decision_notes: curators' notes on decisions.
        edited_notes: notes before and after an edit.
        log_words: rows of the log with names and words beside them.
        decided_elsewhere: decisions of other copies that differ from those here.
        saved_filters: each with a name and what it looks for.
        fetched: attachments of servers that are noted as fetched.
        exports: that are noted, each with its folder.
        unfinished_loads: each with the folders that it reads.
        leaving: erased pictures whose files are still to be deleted.
    """

    submissions: int
    undecided: int
    rejected: int
    arrivals: int
    senders: int
    claims: int
    notes: int
    declarations: int
    hashes: int
    faces: int
    encodings: int
    encoded_undecided: int
    encodings_left: int
    matches: int
    politicians: int
    politicians_removed: int
    portraits: int
    portrait_encodings: int
    decisions: int
    curators: int
    decision_notes: int
    edited_notes: int
    log_words: int
    decided_elsewhere: int
    saved_filters: int
    fetched: int
    exports: int
    unfinished_loads: int
    leaving: int


_ENCODED = "face_encodings e JOIN faces f ON f.id = e.face_id JOIN submissions s ON s.id = f.submission_id"
_WHAT = {
    "submissions": "coalesce(sum(number), 0) FROM tallies",
    "undecided": "coalesce(sum(number), 0) FROM tallies WHERE verdict = 'undecided'",
    "rejected": "coalesce(sum(number), 0) FROM tallies WHERE verdict = 'rejected'",
    "arrivals": "count(*) FROM arrivals",
    "senders": "count(DISTINCT sender) FROM arrivals WHERE sender <> ''",
    "claims": "count(*) FROM submissions WHERE claim_given_name <> '' OR claim_surname <> ''",
    "notes": "(SELECT count(*) FROM arrivals WHERE note <> '') + (SELECT count(DISTINCT d.submission_id)"
    " FROM edited_notes e JOIN decisions d ON d.id = e.decision_id)",
    "declarations": "count(*) FROM declarations",
    "hashes": "count(*) FROM submissions WHERE perceptual_hash IS NOT NULL",
    "faces": "count(*) FROM faces",
    "encodings": "count(*) FROM face_encodings",
    "encoded_undecided": f"count(DISTINCT s.id) FROM {_ENCODED} WHERE s.verdict = 'undecided'",
    "encodings_left": f"count(*) FROM {_ENCODED} WHERE s.verdict <> 'undecided'",
    "matches": "count(*) FROM matches",
    "politicians": "count(*) FROM politicians WHERE removed_at IS NULL",
    "politicians_removed": "count(*) FROM politicians WHERE removed_at IS NOT NULL",
    "portraits": "count(*) FROM reference_portraits",
    "portrait_encodings": "count(*) FROM portrait_analyses WHERE vector IS NOT NULL",
    "decisions": "count(*) FROM decisions",
    "curators": "count(*) FROM curators",
    "decision_notes": "count(*) FROM decision_notes",
    "edited_notes": "count(*) FROM edited_notes",
    "log_words": "count(*) FROM decision_words",
    "decided_elsewhere": "count(*) FROM decided_elsewhere",
    "saved_filters": "count(*) FROM saved_filters",
    "fetched": "count(*) FROM fetched",
    "exports": "count(*) FROM exports",
    "unfinished_loads": "count(*) FROM loads WHERE finished_at IS NULL",
    "leaving": "count(*) FROM leaving",
}


def count(connection: Connection) -> Holdings:
    """Counts everything: a fraction of a second for 100,000 submissions, so not in the main thread."""
    return Holdings(
        **{one.name: int(connection.value(f"SELECT {_WHAT[one.name]}")) for one in fields(Holdings)}
    )
