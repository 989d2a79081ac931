"""The tables of submissions: what arrived, and what the analysis found out."""

import json
import sqlite3
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from curator.engine.catalogue.database import THESE, Connection, moment
from curator.engine.catalogue.decisions import CLAIM, IN_FORCE
from curator.engine.catalogue.listing import SubmissionLists, advice_of, claim_of
from curator.engine.catalogue.words import WordIndex
from curator.engine.declarations import Declaration
from curator.engine.errors import NotFound
from curator.engine.records import (
    AnalysisState,
    Arrival,
    Claim,
    Digest,
    Finding,
    Kind,
    Likeness,
    Making,
    Outcome,
    PictureFacts,
    PoliticianId,
    Reason,
    Submission,
    SubmissionId,
    Verdict,
)
from curator.engine.said import said

_ARRIVAL_COLUMNS = (
    "file_name, source, kind, claim_given_name, claim_surname, claim_country, claim_role, note, sender"
)

_CLAIMS_NOBODY = (
    "s.verdict = 'undecided' AND s.claim_given_name = '' AND s.claim_surname = '' AND NOT EXISTS"
    f" (SELECT 1 FROM decisions d WHERE d.submission_id = s.id AND d.action = '{CLAIM}' AND {IN_FORCE})"
)
"""SQL for submissions ``s`` that may still be given to somebody: no curator has said whom they show."""


def _submission(row: sqlite3.Row) -> Submission:
    facts = None
    if row["format"] is not None:
        facts = PictureFacts(
            row["format"], row["width"], row["height"], row["turn"], bool(row["truncated"]), row["frames"]
        )
    return Submission(
        id=SubmissionId(row["id"]),
        digest=Digest(row["digest"]),
        size=row["size"],
        file_name=row["file_name"],
        source=row["source"],
        kind=Kind(row["kind"]),
        claim=claim_of(row),
        claimed_id=None if row["claimed_id"] is None else PoliticianId(row["claimed_id"]),
        note=row["note"],
        sender=row["sender"],
        received_at=moment(row["received_at"]),
        state=AnalysisState(row["state"]),
        unreadable=row["unreadable"],
        facts=facts,
        advice=advice_of(row),
        verdict=Verdict(row["verdict"]),
        reason=Reason(row["reason"]) if row["reason"] else None,
        arrivals=row["arrivals"],
        making=None if row["making"] is None else Making(row["making"]),
    )


class SubmissionTable(SubmissionLists):
    """Reads and writes submissions, their arrivals and findings."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._words = WordIndex(connection)

    # ------------------------------------------------------------ arriving

    def receive(self, arrival: Arrival, *, claimed_id: PoliticianId | None) -> tuple[SubmissionId, bool]:
        """Files an arrival: a new submission, or one more arrival of a known one.

        What a curator corrected stays as it is.

        Returns:
            The submission and whether it is new.
        """
        claim = arrival.claim
        told = (
            arrival.file_name,
            arrival.source,
            arrival.kind,
            claim.given_name,
            claim.surname,
            claim.country,
            claim.role,
            arrival.note,
            arrival.sender,
        )
        at = self._sql.now()
        known = self._sql.value("SELECT id FROM submissions WHERE digest = ?", (arrival.digest,))
        submission = known
        if known is None:
            submission = self._sql.write(
                f"INSERT INTO submissions (digest, size, {_ARRIVAL_COLUMNS}, claimed_id,"
                " received_at, state, unreadable)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', '')",
                (arrival.digest, arrival.size, *told, claimed_id, at),
            )
            self._words.file(
                SubmissionId(submission),
                file_name=arrival.file_name,
                note=arrival.note,
                sender=arrival.sender,
                claim=claim,
            )
        elif claim and self._claims_nobody(known):
            # A sender who names somebody completes one who did not; two who differ are for a person.
            self._sql.write(
                "UPDATE submissions SET claim_given_name = ?, claim_surname = ?, claim_country = ?,"
                " claim_role = ?, claimed_id = ?, assessed_with = NULL WHERE id = ?",
                (claim.given_name, claim.surname, claim.country, claim.role, claimed_id, known),
            )
            self._words.set_claim(SubmissionId(known), claim)
        self._sql.write(
            f"INSERT OR IGNORE INTO arrivals (submission_id, {_ARRIVAL_COLUMNS}, received_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (submission, *told, at),
        )
        return SubmissionId(submission), known is None

    def _claims_nobody(self, submission_id: int) -> bool:
        return bool(
            self._sql.value(
                f"SELECT 1 FROM submissions s WHERE s.id = ? AND {_CLAIMS_NOBODY}", (submission_id,)
            )
        )

    def arrivals(self, submission_id: SubmissionId) -> tuple[Arrival, ...]:
        """Every time that this picture was sent in, oldest first."""
        rows = self._sql.rows(
            "SELECT a.*, s.digest, s.size FROM arrivals a JOIN submissions s ON s.id = a.submission_id"
            " WHERE submission_id = ? ORDER BY a.id",
            (submission_id,),
        )
        return tuple(
            Arrival(
                Digest(row["digest"]),
                row["size"],
                row["file_name"],
                row["source"],
                Kind(row["kind"]),
                claim_of(row),
                row["note"],
                row["sender"],
            )
            for row in rows
        )

    # ------------------------------------------------------------ one submission

    def get(self, submission_id: SubmissionId) -> Submission:
        """One submission.

        Raises:
            NotFound: there is none with that id.
        """
        row = self._sql.row(
            "SELECT s.*, (SELECT count(*) FROM arrivals a WHERE a.submission_id = s.id) AS arrivals"
            " FROM submissions s WHERE s.id = ?",
            (submission_id,),
        )
        if row is None:
            raise NotFound(said("There is no submission with the number {number}.", number=submission_id))
        return _submission(row)

    def with_digest(self, digest: Digest) -> SubmissionId | None:
        """The submission of those bytes, if there is one."""
        found = self._sql.value("SELECT id FROM submissions WHERE digest = ?", (digest,))
        return None if found is None else SubmissionId(found)

    def has(self, submission_id: SubmissionId) -> bool:
        """Whether there is a submission with that id."""
        return self._sql.row("SELECT 1 FROM submissions WHERE id = ?", (submission_id,)) is not None

    def findings(self, submission_id: SubmissionId) -> tuple[Finding, ...]:
        """The findings of a submission in the order in which they are shown."""
        rows = self._sql.rows(
            "SELECT * FROM findings WHERE submission_id = ? ORDER BY position", (submission_id,)
        )
        return tuple(
            Finding(
                row["code"],
                Outcome(row["outcome"]),
                Reason(row["reason"]) if row["reason"] else None,
                json.loads(row["numbers"]),
            )
            for row in rows
        )

    def set_claim(
        self, submission_id: SubmissionId, *, claim: Claim, claimed_id: PoliticianId | None
    ) -> None:
        """Writes a corrected claim, which is then to be assessed; the arrival keeps what the sender said."""
        self._sql.write(
            "UPDATE submissions SET claim_given_name = ?, claim_surname = ?, claim_country = ?,"
            " claim_role = ?,"
            " claimed_id = ?, assessed_with = CASE WHEN assessed_with IS NULL THEN NULL ELSE ''"
            " END WHERE id = ?",
            (claim.given_name, claim.surname, claim.country, claim.role, claimed_id, submission_id),
        )
        self._words.set_claim(submission_id, claim)

    def set_kind(self, submission_id: SubmissionId, kind: Kind) -> None:
        """Writes a corrected kind, which is then to be assessed; the arrival keeps what the sender said."""
        self._sql.write(
            "UPDATE submissions SET kind = ?, assessed_with = CASE WHEN assessed_with IS NULL THEN NULL"
            " ELSE '' END WHERE id = ?",
            (kind, submission_id),
        )

    def set_making(self, submission_id: SubmissionId, making: Making | None) -> None:
        """Writes how a deepfake was made. No advice hangs on it."""
        self._sql.write("UPDATE submissions SET making = ? WHERE id = ?", (making, submission_id))

    def set_note(self, submission_id: SubmissionId, note: str) -> None:
        """Writes an edited note; the arrival keeps what the sender said. No advice hangs on it."""
        self._sql.write("UPDATE submissions SET note = ? WHERE id = ?", (note, submission_id))
        self._words.set_note(submission_id, note)

    def unresolved_claims(self) -> tuple[tuple[SubmissionId, Claim], ...]:
        """Undecided submissions that claim someone who is not in the index."""
        rows = self._sql.rows(
            "SELECT s.* FROM submissions s LEFT JOIN politicians p ON p.id = s.claimed_id AND"
            " p.removed_at IS NULL"
            " WHERE p.id IS NULL AND s.verdict = 'undecided' AND (s.claim_given_name <> '' OR"
            " s.claim_surname <> '')"
        )
        return tuple((SubmissionId(row["id"]), claim_of(row)) for row in rows)

    def unclaimed_sources(self) -> tuple[tuple[SubmissionId, str], ...]:
        """Undecided submissions that claim nobody as they came, with the folder that they came from."""
        rows = self._sql.rows(
            "SELECT s.id, s.source FROM submissions s WHERE s.claimed_id IS NULL AND s.source <> ''"
            f" AND {_CLAIMS_NOBODY}"
        )
        return tuple((SubmissionId(row["id"]), row["source"]) for row in rows)

    # ------------------------------------------------------------ analysis

    def pending(
        self, *, limit: int, beyond: Collection[SubmissionId] = ()
    ) -> tuple[tuple[SubmissionId, Digest], ...]:
        """Submissions that wait for their analysis, oldest first, without those named."""
        rows = self._sql.rows(
            "SELECT id, digest FROM submissions WHERE state = 'pending' ORDER BY id LIMIT ?",
            (limit + len(beyond),),
        )
        found = [(SubmissionId(row[0]), Digest(row[1])) for row in rows if row[0] not in beyond]
        return tuple(found[:limit])

    def keep_facts(
        self, submission_id: SubmissionId, *, facts: PictureFacts, model: str, hashes: tuple[bytes, bytes]
    ) -> None:
        """Writes what the file is and marks its analysis as done."""
        self._sql.write(
            "UPDATE submissions SET state = 'done', unreadable = '', format = ?, width = ?,"
            " height = ?, turn = ?,"
            " truncated = ?, frames = ?, model = ?, analysed_at = ?, perceptual_hash = ?,"
            " mirrored_hash = ? WHERE id = ?",
            (
                facts.format,
                facts.width,
                facts.height,
                facts.turn,
                int(facts.truncated),
                facts.frames,
                model,
                self._sql.now(),
                *hashes,
                submission_id,
            ),
        )

    def declarations(self, submission_id: SubmissionId) -> tuple[Declaration, ...]:
        """What the submission's file says about itself, in the order in which it is shown."""
        rows = self._sql.rows(
            "SELECT code, text FROM declarations WHERE submission_id = ? ORDER BY position", (submission_id,)
        )
        return tuple(Declaration(row[0], row[1]) for row in rows)

    def keep_declarations(self, submission_id: SubmissionId, declarations: Sequence[Declaration]) -> None:
        """Keep what the file says about itself, in place of what an earlier analysis read."""
        self._sql.write("DELETE FROM declarations WHERE submission_id = ?", (submission_id,))
        self._sql.write_many(
            "INSERT INTO declarations (submission_id, position, code, text) VALUES (?, ?, ?, ?)",
            [(submission_id, position, one.code, one.text) for position, one in enumerate(declarations)],
        )

    def model_of(self, submission_id: SubmissionId) -> str:
        """Which finder and encoder looked at it; empty before its analysis."""
        return self._sql.value("SELECT model FROM submissions WHERE id = ?", (submission_id,)) or ""

    def mark_unreadable(self, submission_id: SubmissionId, *, sentence: str) -> None:
        """Marks a submission as unreadable, with the reason."""
        self._sql.write(
            "UPDATE submissions SET state = 'unreadable', unreadable = ?, analysed_at = ? WHERE id = ?",
            (sentence, self._sql.now(), submission_id),
        )

    def outdated(self, *, mark: str, limit: int) -> tuple[SubmissionId, ...]:
        """Submissions whose advice is no longer right, without those that wait for analysis anyway.

        These are the undecided that were compared with something else than now, and those whose claim
        was changed since, decided or not.

        Args:
            mark: what submissions are compared with now; not empty.
            limit: how many at most.
        """
        rows = self._sql.rows(
            "SELECT id FROM submissions WHERE verdict IN ('undecided', 'approved', 'rejected',"
            " 'skipped', 'withdrawn')"
            " AND assessed_with = ''"
            " UNION ALL SELECT id FROM submissions WHERE verdict = 'undecided' AND assessed_with > ''"
            " AND assessed_with < :mark"
            " UNION ALL SELECT id FROM submissions WHERE verdict = 'undecided' AND assessed_with > :mark"
            " LIMIT :limit",
            {"mark": mark, "limit": limit},
        )
        return tuple(SubmissionId(row[0]) for row in rows)

    def analysed_undecided(self, *, among: range) -> tuple[SubmissionId, ...]:
        """The submissions that were analysed, in vain or not, and wait for a decision, oldest first.

        Args:
            among: consecutive numbers.
        """
        rows = self._sql.rows(
            "SELECT id FROM submissions WHERE id >= ? AND id < ? AND +verdict = 'undecided'"
            " AND +state <> 'pending' ORDER BY id",
            (among.start, among.stop),
        )
        return tuple(SubmissionId(row[0]) for row in rows)

    def number_analysed_undecided(self) -> int:
        """How many there are of these in all."""
        # What could be opened was assessed when it was analysed, which an index holds.
        return int(
            self._sql.value(
                "SELECT"
                " (SELECT count(*) FROM submissions WHERE verdict = 'undecided' AND assessed_with >= '')"
                " + (SELECT count(*) FROM submissions WHERE state = 'unreadable' AND +verdict = 'undecided'"
                " AND assessed_with IS NULL)"
            )
        )

    def last_number(self) -> int:
        """The number of the newest submission; 0 without any."""
        return int(self._sql.value("SELECT max(id) FROM submissions") or 0)

    def analyse_again(self, *submission_ids: SubmissionId) -> None:
        """Puts submissions back into the line of those that wait for analysis.

        Unreadable ones too: a worker that died or took too long says nothing lasting about them.
        """
        self._sql.write(
            f"UPDATE submissions SET state = 'pending', assessed_with = NULL WHERE id IN {THESE}",
            (json.dumps(submission_ids),),
        )

    def hashes(self) -> tuple[NDArray[np.int64], bytes]:
        """Perceptual hashes of all readable submissions, oldest first.

        Returns:
            Their ids, and their hashes one after the other, 32 bytes each. They leave SQLite as two
            values, since a hundred thousand rows would keep the window waiting twice as long.
        """
        ids, hashes = self._sql.rows(
            "SELECT group_concat(id), group_concat(hex(perceptual_hash), '') FROM"
            " (SELECT id, perceptual_hash FROM submissions INDEXED BY submissions_with_hash"
            " WHERE perceptual_hash IS NOT NULL ORDER BY id)"
        )[0]
        return np.fromstring(ids or "", np.int64, sep=","), bytes.fromhex(hashes or "")

    def duplicate_of(self, submission_id: SubmissionId) -> Likeness | None:
        """The earlier submission that this one looks like."""
        row = self._sql.row(
            "SELECT duplicate_of, duplicate_bits, duplicate_mirrored, duplicate_same_faces FROM submissions"
            " WHERE id = ? AND duplicate_of IS NOT NULL",
            (submission_id,),
        )
        if row is None:
            return None
        return Likeness(row[0], row[1], bool(row[2]), None if row[3] is None else bool(row[3]))

    def keep_duplicate(self, submission_id: SubmissionId, *, of: Likeness | None) -> None:
        """Notes which earlier submission this one looks like, or that it looks like none."""
        values = (None,) * 4 if of is None else (of.id, of.bits, int(of.mirrored), of.same_faces)
        self._sql.write(
            "UPDATE submissions SET duplicate_of = ?, duplicate_bits = ?, duplicate_mirrored = ?,"
            " duplicate_same_faces = ? WHERE id = ?",
            (*values, submission_id),
        )

    def hashes_of(self, submission_id: SubmissionId) -> tuple[bytes, bytes] | None:
        """Perceptual hash of a submission and of its mirror image, 32 bytes each."""
        row = self._sql.row(
            "SELECT perceptual_hash, mirrored_hash FROM submissions WHERE id = ? AND"
            " perceptual_hash IS NOT NULL",
            (submission_id,),
        )
        return None if row is None else (row[0], row[1])
