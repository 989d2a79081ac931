"""The tables of the index: politicians, their reference portraits, and what a model saw in them."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from curator.engine.catalogue.database import THESE, Connection
from curator.engine.catalogue.encodings import from_blob, to_blob
from curator.engine.catalogue.leaving import LeavingTable
from curator.engine.catalogue.words import WordIndex, sort_key
from curator.engine.errors import NotFound, RefusedChange
from curator.engine.records import (
    Digest,
    Encoding,
    FaceBox,
    Point,
    Politician,
    PoliticianId,
    PortraitEncoding,
    PortraitId,
    PortraitState,
    ReferencePortrait,
    SubmissionId,
)
from curator.engine.said import said
from curator.engine.text import name_key


@dataclass(frozen=True, slots=True, eq=False)
class PortraitAnalysis:
    """What a model saw in a portrait's file.

    Attributes:
        faces: how many faces it found.
        unreadable: why the file could not be read, or empty.
        box: of the face when there is exactly one.
        encoding: shape (128,), when there is exactly one face.
        perceptual_hash: 32 bytes, or empty when unreadable.
        mirrored_hash: the same of the mirrored picture.
        width: of the upright picture at full size, in pixels.
        height: of the upright picture at full size, in pixels.
        landmarks: of the face, as those of a ``FoundFace``, when there is exactly one.
    """

    faces: int
    unreadable: str = ""
    box: FaceBox | None = None
    encoding: Encoding | None = None
    perceptual_hash: bytes = b""
    mirrored_hash: bytes = b""
    width: int = 0
    height: int = 0
    landmarks: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Promoted:
    """A reference portrait that an approved submission became.

    Attributes:
        portrait_id: which.
        politician_id: whose.
        name: of that politician.
    """

    portrait_id: PortraitId
    politician_id: PoliticianId
    name: str


def _points(text: str | None) -> tuple[Point, ...]:
    return tuple(Point(x, y) for x, y in json.loads(text or "[]"))


def _politician(row: sqlite3.Row) -> Politician:
    return Politician(PoliticianId(row["id"]), row["given_name"], row["surname"], row["country"], row["role"])


def _portrait(row: sqlite3.Row) -> ReferencePortrait:
    box = None
    if row["box_left"] is not None:
        box = FaceBox(row["box_left"], row["box_top"], row["box_width"], row["box_height"])
    return ReferencePortrait(
        PortraitId(row["id"]),
        PoliticianId(row["politician_id"]),
        Digest(row["digest"]),
        row["file_name"],
        PortraitState(row["state"]),
        row["refusal"],
        box,
        row["width"] or 0,
        row["height"] or 0,
        _points(row["landmarks"]),
    )


class PoliticianTable:
    """Reads and writes politicians and reference portraits."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection
        self._words = WordIndex(connection)

    # ------------------------------------------------------------ politicians

    def all(self) -> tuple[Politician, ...]:
        """Everyone in the index, by country, then surname."""
        rows = self._sql.rows(
            "SELECT * FROM politicians WHERE removed_at IS NULL ORDER BY country, surname, given_name, id"
        )
        return tuple(_politician(row) for row in rows)

    def get(self, politician_id: PoliticianId) -> Politician:
        """One politician, also one that was removed (old decisions still name them).

        Raises:
            NotFound: there never was one with that id.
        """
        row = self._sql.row("SELECT * FROM politicians WHERE id = ?", (politician_id,))
        if row is None:
            raise NotFound(said("There is no politician with the number {number}.", number=politician_id))
        return _politician(row)

    def names(self, politician_ids: Collection[PoliticianId]) -> dict[PoliticianId, str]:
        """Given name and surname of each, also of those who were removed."""
        rows = self._sql.rows(
            f"SELECT * FROM politicians WHERE id IN ({', '.join('?' * len(politician_ids))})",
            tuple(politician_ids),
        )
        return {one.id: one.full_name for one in map(_politician, rows)}

    def find(self, *, full_name: str, country: str = "") -> Politician | None:
        """The indexed politician of that name; the country decides between two of one name."""
        rows = self._sql.rows(
            "SELECT * FROM politicians WHERE name_key = ? AND removed_at IS NULL ORDER BY id",
            (name_key(full_name),),
        )
        found = [_politician(row) for row in rows]
        exact = [one for one in found if one.country == country]
        if exact:
            return exact[0]
        # Without a country on one side the name alone must be unique to mean somebody.
        loose = [one for one in found if not country or not one.country]
        return loose[0] if len(loose) == 1 else None

    def add(self, *, given_name: str, surname: str, country: str, role: str) -> PoliticianId:
        """Adds someone to the index.

        Raises:
            RefusedChange: no name, or already there.
        """
        key = _key_or_refuse(given_name, surname)
        there = self._sql.row(
            "SELECT id FROM politicians WHERE name_key = ? AND country = ? AND removed_at IS NULL",
            (key, country),
        )
        if there is not None:
            raise RefusedChange(
                said("{name} is already in the index.", name=f"{given_name} {surname}".strip())
            )
        sorted_by = sort_key(given_name=given_name, surname=surname)
        added = Politician(
            PoliticianId(
                self._sql.write(
                    "INSERT INTO politicians (given_name, surname, country, role, name_key, sort_key,"
                    " added_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (given_name, surname, country, role, key, sorted_by, self._sql.now()),
                )
            ),
            given_name,
            surname,
            country,
            role,
        )
        self._words.name(added.id, full_name=added.full_name, country=country)
        return added.id

    def edit(self, politician: Politician) -> None:
        """Writes a politician's corrected names, country or role.

        Raises:
            RefusedChange: no name, or someone else already has that name and country.
        """
        key = _key_or_refuse(politician.given_name, politician.surname)
        other = self._sql.row(
            "SELECT id FROM politicians WHERE name_key = ? AND country = ? AND removed_at IS"
            " NULL AND id <> ?",
            (key, politician.country, politician.id),
        )
        if other is not None:
            raise RefusedChange(said("{name} is already in the index.", name=politician.full_name))
        self._sql.write(
            "UPDATE politicians SET given_name = ?, surname = ?, country = ?, role = ?,"
            " name_key = ?, sort_key = ? WHERE id = ?",
            (
                politician.given_name,
                politician.surname,
                politician.country,
                politician.role,
                key,
                sort_key(given_name=politician.given_name, surname=politician.surname),
                politician.id,
            ),
        )
        self._words.name(politician.id, full_name=politician.full_name, country=politician.country)

    def remove(self, politician_id: PoliticianId) -> None:
        """Takes someone out of the index. Old decisions and claims keep the name."""
        self._sql.write(
            "UPDATE politicians SET removed_at = ? WHERE id = ?", (self._sql.now(), politician_id)
        )

    def has(self, politician_id: PoliticianId) -> bool:
        """Whether somebody is in the index, and was not removed."""
        found = self._sql.row(
            "SELECT 1 FROM politicians WHERE id = ? AND removed_at IS NULL", (politician_id,)
        )
        return found is not None

    # ------------------------------------------------------------ portraits

    def portraits(self, politician_id: PoliticianId | None = None) -> tuple[ReferencePortrait, ...]:
        """Reference portraits of one politician, or of everyone in the index."""
        where = "" if politician_id is None else "AND r.politician_id = ?"
        values = () if politician_id is None else (politician_id,)
        rows = self._sql.rows(
            "SELECT r.*, a.width, a.height, a.box_left, a.box_top, a.box_width, a.box_height, a.landmarks"
            " FROM reference_portraits r"
            " JOIN politicians p ON p.id = r.politician_id AND p.removed_at IS NULL"
            " LEFT JOIN portrait_analyses a ON a.digest = r.digest AND a.faces = 1 AND a.vector IS NOT NULL"
            f" WHERE 1 {where} GROUP BY r.id ORDER BY r.politician_id, r.id",
            values,
        )
        return tuple(_portrait(row) for row in rows)

    def add_portrait(
        self, politician_id: PoliticianId, *, digest: Digest, file_name: str
    ) -> PortraitId | None:
        """Adds a portrait that waits for its analysis; None when it is already there.

        One that was refused before is looked at again: a worker may only have died over it.
        """
        there = self._sql.row(
            "SELECT id, state FROM reference_portraits WHERE politician_id = ? AND digest = ?",
            (politician_id, digest),
        )
        if there is not None:
            self._sql.write(
                "UPDATE reference_portraits SET state = 'pending', refusal = ''"
                " WHERE id = ? AND state = 'refused'",
                (there["id"],),
            )
            return None
        return PortraitId(
            self._sql.write(
                "INSERT INTO reference_portraits (politician_id, digest, file_name, state, refusal, added_at)"
                " VALUES (?, ?, ?, 'pending', '', ?)",
                (politician_id, digest, file_name, self._sql.now()),
            )
        )

    def remove_portrait(self, portrait_id: PortraitId) -> None:
        """Takes a portrait out; its file and what a model saw in it stay until no one uses the file."""
        digest = self._sql.value("SELECT digest FROM reference_portraits WHERE id = ?", (portrait_id,))
        self._sql.write("DELETE FROM reference_portraits WHERE id = ?", (portrait_id,))
        if digest is not None:
            LeavingTable(self._sql).note_unused([digest])
        self._sql.write(
            "DELETE FROM portrait_analyses WHERE digest NOT IN (SELECT digest FROM reference_portraits)"
        )

    def promote_portrait(
        self, politician_id: PoliticianId, *, digest: Digest, file_name: str, submission_id: SubmissionId
    ) -> bool:
        """Adds the file of an approved submission, which waits for its analysis; False when it is there."""
        if self.holders(digest):
            return False
        self._sql.write(
            "INSERT INTO reference_portraits (politician_id, digest, file_name, state, refusal, added_at,"
            " submission_id) VALUES (?, ?, ?, 'pending', '', ?, ?)",
            (politician_id, digest, file_name, self._sql.now(), submission_id),
        )
        return True

    def promoted(
        self, submission_ids: Collection[SubmissionId] | None = None
    ) -> dict[SubmissionId, Promoted]:
        """The reference portraits that came from submissions; from all of them when None."""
        where = "r.submission_id IS NOT NULL"
        values: tuple[str, ...] = ()
        if submission_ids is not None:
            where = f"r.submission_id IN {THESE}"
            values = (json.dumps(list(submission_ids)),)
        rows = self._sql.rows(
            "SELECT r.submission_id, r.id AS portrait_id, p.* FROM reference_portraits r"
            f" JOIN politicians p ON p.id = r.politician_id WHERE {where}",
            values,
        )
        return {
            SubmissionId(row[0]): Promoted(PortraitId(row[1]), whose.id, whose.full_name)
            for row in rows
            for whose in (_politician(row),)
        }

    def wrongly_promoted(self) -> tuple[SubmissionId, ...]:
        """Submissions that are reference portraits without being approved portraits of that politician."""
        rows = self._sql.rows(
            "SELECT s.id FROM reference_portraits r JOIN submissions s ON s.id = r.submission_id"
            " WHERE s.verdict <> 'approved' OR s.kind <> 'portrait' OR s.digest <> r.digest"
            " OR s.claimed_id IS NOT r.politician_id ORDER BY s.id"
        )
        return tuple(SubmissionId(row[0]) for row in rows)

    def holders(self, digest: Digest) -> tuple[PoliticianId, ...]:
        """Whose reference portrait that file is."""
        rows = self._sql.rows(
            "SELECT politician_id FROM reference_portraits WHERE digest = ? ORDER BY id", (digest,)
        )
        return tuple(PoliticianId(row[0]) for row in rows)

    def uses(self, digest: Digest) -> bool:
        """Whether that file is a reference portrait of anybody."""
        return self._sql.row("SELECT 1 FROM reference_portraits WHERE digest = ?", (digest,)) is not None

    def pending_portraits(self, *, limit: int, beyond: Sequence[Digest] = ()) -> tuple[Digest, ...]:
        """Digests of portraits that wait for analysis, oldest first, without those named."""
        rows = self._sql.rows(
            "SELECT digest FROM reference_portraits WHERE state = 'pending' AND digest NOT IN"
            f" ({', '.join('?' * len(beyond))}) ORDER BY id LIMIT ?",
            (*beyond, limit),
        )
        # One photo may wait for several politicians.
        return tuple(dict.fromkeys(Digest(row["digest"]) for row in rows))

    def analysis(self, digest: Digest, *, model: str) -> PortraitAnalysis | None:
        """What that model saw in that file, if it ever looked."""
        row = self._sql.row("SELECT * FROM portrait_analyses WHERE digest = ? AND model = ?", (digest, model))
        if row is None:
            return None
        box = None
        if row["box_left"] is not None:
            box = FaceBox(row["box_left"], row["box_top"], row["box_width"], row["box_height"])
        return PortraitAnalysis(
            row["faces"],
            row["unreadable"],
            box,
            None if row["vector"] is None else from_blob(row["vector"]),
            row["perceptual_hash"] or b"",
            row["mirrored_hash"] or b"",
            row["width"],
            row["height"],
            _points(row["landmarks"]),
        )

    def keep_analysis(self, digest: Digest, *, model: str, analysis: PortraitAnalysis) -> None:
        """Keeps what a model saw in a portrait's file."""
        box = analysis.box
        self._sql.write(
            "INSERT OR REPLACE INTO portrait_analyses (digest, model, faces, unreadable, width,"
            " height, box_left,"
            " box_top, box_width, box_height, landmarks, vector, perceptual_hash, mirrored_hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                digest,
                model,
                analysis.faces,
                analysis.unreadable,
                analysis.width,
                analysis.height,
                *((None,) * 4 if box is None else (box.left, box.top, box.width, box.height)),
                json.dumps([(round(point.x, 1), round(point.y, 1)) for point in analysis.landmarks]),
                None if analysis.encoding is None else to_blob(analysis.encoding),
                analysis.perceptual_hash or None,
                analysis.mirrored_hash or None,
            ),
        )

    def settle_portraits(self, digest: Digest, *, refusal: str) -> tuple[PoliticianId, ...]:
        """Accepts every portrait with that file, or refuses it with the reason; returns whose they are."""
        state = PortraitState.REFUSED if refusal else PortraitState.ACCEPTED
        rows = self._sql.rows("SELECT politician_id FROM reference_portraits WHERE digest = ?", (digest,))
        self._sql.write(
            "UPDATE reference_portraits SET state = ?, refusal = ? WHERE digest = ?", (state, refusal, digest)
        )
        return tuple(PoliticianId(row[0]) for row in rows)

    def encodings(self, *, model: str) -> tuple[PortraitEncoding, ...]:
        """The encodings of all accepted portraits of everyone in the index."""
        rows = self._sql.rows(
            "SELECT r.id, r.politician_id, a.vector FROM reference_portraits r"
            " JOIN politicians p ON p.id = r.politician_id AND p.removed_at IS NULL"
            " JOIN portrait_analyses a ON a.digest = r.digest AND a.model = ?"
            " WHERE r.state = 'accepted' AND a.vector IS NOT NULL ORDER BY r.politician_id, r.id",
            (model,),
        )
        return tuple(
            PortraitEncoding(PortraitId(row[0]), PoliticianId(row[1]), from_blob(row[2])) for row in rows
        )

    def portrait_hashes(self) -> tuple[tuple[PortraitId, bytes], ...]:
        """Perceptual hashes of accepted portraits, for "looks like a reference portrait"."""
        rows = self._sql.rows(
            "SELECT r.id, a.perceptual_hash FROM reference_portraits r"
            " JOIN politicians p ON p.id = r.politician_id AND p.removed_at IS NULL"
            " JOIN portrait_analyses a ON a.digest = r.digest AND a.perceptual_hash IS NOT NULL"
            " WHERE r.state = 'accepted' GROUP BY r.id"
        )
        return tuple((PortraitId(row[0]), row[1]) for row in rows)

    def portrait_counts(self) -> dict[PoliticianId, int]:
        """Accepted portraits of each politician that has any."""
        rows = self._sql.rows(
            "SELECT politician_id, count(*) FROM reference_portraits WHERE state = 'accepted'"
            " GROUP BY politician_id"
        )
        return {PoliticianId(row[0]): row[1] for row in rows}

    def waiting_counts(self) -> dict[PoliticianId, int]:
        """Portraits of each politician that wait for analysis; without those that have none."""
        rows = self._sql.rows(
            "SELECT politician_id, count(*) FROM reference_portraits WHERE state = 'pending'"
            " GROUP BY politician_id"
        )
        return {PoliticianId(row[0]): row[1] for row in rows}

    def stale_models(self, *, model: str) -> int:
        """Makes accepted portraits that this model never saw wait again; returns how many."""
        stale = (
            "FROM reference_portraits r WHERE r.state = 'accepted' AND NOT EXISTS"
            " (SELECT 1 FROM portrait_analyses a WHERE a.digest = r.digest AND a.model = ?)"
        )
        count = int(self._sql.value(f"SELECT count(*) {stale}", (model,)))
        if count:
            self._sql.write(
                f"UPDATE reference_portraits SET state = 'pending' WHERE id IN (SELECT r.id {stale})",
                (model,),
            )
        return count


def _key_or_refuse(given_name: str, surname: str) -> str:
    key = name_key(f"{given_name} {surname}")
    if not key:
        raise RefusedChange(said("A politician needs a name."))
    return key
