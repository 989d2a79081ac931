"""The tables of faces: boxes, rankings, and encodings while a submission is undecided."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from curator.engine.catalogue.database import THESE, Connection
from curator.engine.catalogue.encodings import from_blob, to_blob
from curator.engine.catalogue.face_boxes import SAME_FROM, Marked, overlap, same_face, turned
from curator.engine.errors import NotFound
from curator.engine.records import (
    Digest,
    Encoding,
    Face,
    FaceBox,
    FaceId,
    FaceOrigin,
    FoundFace,
    Match,
    Point,
    PoliticianId,
    Pose,
    SubmissionId,
    Word,
)
from curator.engine.said import said

_SURE = 1.0
"""The score of a face that a person drew."""


@dataclass(frozen=True, slots=True)
class Unencoded:
    """Hand-drawn faces of one submission that wait to be encoded.

    Attributes:
        submission_id: whose.
        digest: of its file.
        turn: ``PictureFacts.turn`` of the picture that the boxes belong to.
        boxes: by face, in pixels of that picture.
    """

    submission_id: SubmissionId
    digest: Digest
    turn: int
    boxes: Mapping[FaceId, FaceBox]


def _box(row: sqlite3.Row) -> FaceBox:
    return FaceBox(row["box_left"], row["box_top"], row["box_width"], row["box_height"])


def _sides(box: FaceBox) -> tuple[int, int, int, int]:
    return box.left, box.top, box.width, box.height


class FaceTable:
    """Reads and writes the faces of submissions."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def of(self, submission_id: SubmissionId) -> tuple[Face, ...]:
        """The faces of a submission, left to right, each with its ranked politicians."""
        return self.of_each((submission_id,)).get(submission_id, ())

    def of_each(self, submission_ids: Collection[SubmissionId]) -> dict[SubmissionId, tuple[Face, ...]]:
        """The faces of each of some submissions as :meth:`of` gives them; none is no key."""
        ids = json.dumps(list(submission_ids))
        words = {one.value: one for one in Word}
        matches: dict[int, list[Match]] = {}
        for face_id, politician_id, distance, rank, margin, word in self._sql.rows(
            "SELECT face_id, politician_id, distance, rank, margin, word FROM matches WHERE face_id IN"
            f" (SELECT id FROM faces WHERE submission_id IN {THESE}) ORDER BY face_id, rank",
            (ids,),
        ):
            matches.setdefault(face_id, []).append(
                Match(PoliticianId(politician_id), distance, rank, margin, words[word])
            )
        faces: dict[SubmissionId, list[Face]] = {}
        for row in self._sql.rows(
            f"SELECT * FROM faces WHERE submission_id IN {THESE} ORDER BY submission_id, box_left, id",
            (ids,),
        ):
            submission_id = SubmissionId(row["submission_id"])
            faces.setdefault(submission_id, []).append(
                Face(
                    FaceId(row["id"]),
                    submission_id,
                    _box(row),
                    FaceOrigin(row["origin"]),
                    row["score"],
                    tuple(Point(x, y) for x, y in json.loads(row["landmarks"])),
                    bool(row["dismissed"]),
                    tuple(matches.get(row["id"], ())),
                    row["sharpness"],
                    None if row["yaw"] is None else Pose(row["yaw"], row["pitch"], row["roll"]),
                )
            )
        return {submission_id: tuple(some) for submission_id, some in faces.items()}

    def marked(self, submission_ids: Collection[int]) -> dict[int, Marked]:
        """Where the faces of each of some submissions are; none is no key."""
        boxes: dict[int, list[FaceBox]] = {}
        by_hand = set()
        for row in self._sql.rows(
            "SELECT submission_id, box_left, box_top, box_width, box_height, origin, dismissed FROM faces"
            f" WHERE submission_id IN {THESE}",
            (json.dumps(list(submission_ids)),),
        ):
            counting = boxes.setdefault(row["submission_id"], [])
            if not row["dismissed"]:
                counting.append(_box(row))
            # What was drawn and dismissed again is as if nobody had drawn it.
            if (row["origin"] == FaceOrigin.DRAWN) != bool(row["dismissed"]):
                by_hand.add(row["submission_id"])
        return {one: Marked(tuple(some), one in by_hand) for one, some in boxes.items()}

    def get(self, face_id: FaceId) -> Face:
        """One face.

        Raises:
            NotFound: there is none with that id; a second analysis gives detected faces new ones.
        """
        whose = self._sql.value("SELECT submission_id FROM faces WHERE id = ?", (face_id,))
        found = () if whose is None else self.of(SubmissionId(whose))
        for face in found:
            if face.id == face_id:
                return face
        raise NotFound(
            said("This face is no longer there."), advice=said("The picture was looked at again; look anew.")
        )

    def replace(
        self, submission_id: SubmissionId, *, found: Sequence[FoundFace], model: str
    ) -> tuple[FaceId, ...]:
        """Replaces the detected faces of a submission; what a curator did to them by hand stays.

        A face that is found where one was dismissed is dismissed as well. A hand-drawn face gives way
        to one that is found in its place, unless that one is dismissed.

        Returns:
            The new ids in the order of ``found``.
        """
        known = self._sql.rows("SELECT * FROM faces WHERE submission_id = ?", (submission_id,))
        refused = [_box(row) for row in known if row["dismissed"]]
        dismissed = [same_face(one.box, refused) for one in found]
        boxes = [one.box for one in found]
        counting = [box for box, out in zip(boxes, dismissed, strict=True) if not out]
        for row in known:
            drawn = row["origin"] == FaceOrigin.DRAWN
            if row["dismissed"]:
                # What is not found this time stays refused: it may be found again another time.
                gone = not drawn and same_face(_box(row), boxes)
            else:
                gone = not drawn or same_face(_box(row), counting)
            if gone:
                self.remove(FaceId(row["id"]))
        ids = []
        for one, out in zip(found, dismissed, strict=True):
            points = json.dumps([(round(p.x, 1), round(p.y, 1)) for p in one.landmarks])
            pose = (None,) * 3 if one.pose is None else (one.pose.yaw, one.pose.pitch, one.pose.roll)
            face_id = FaceId(
                self._sql.write(
                    "INSERT INTO faces (submission_id, box_left, box_top, box_width,"
                    " box_height, origin, score, landmarks, dismissed, sharpness, yaw, pitch, roll)"
                    " VALUES (?, ?, ?, ?, ?, 'detected', ?, ?, ?, ?, ?, ?, ?)",
                    (submission_id, *_sides(one.box), one.score, points, int(out), one.sharpness, *pose),
                )
            )
            if one.encoding is not None:
                self.keep_encoding(face_id, model=model, encoding=one.encoding)
            ids.append(face_id)
        return tuple(ids)

    # ------------------------------------------------------------ hand work

    def draw(self, submission_id: SubmissionId, box: FaceBox, *, face_id: FaceId | None = None) -> FaceId:
        """Files a hand-drawn face that waits to be encoded.

        Args:
            submission_id: whose.
            box: in pixels of the upright picture, inside of it.
            face_id: that it had before it was taken back; a new one when None.
        """
        return FaceId(
            self._sql.write(
                "INSERT INTO faces (id, submission_id, box_left, box_top, box_width, box_height, origin,"
                " score, landmarks) VALUES (?, ?, ?, ?, ?, ?, 'drawn', ?, '[]')",
                (face_id, submission_id, *_sides(box), _SURE),
            )
        )

    def remove(self, face_id: FaceId) -> None:
        """Deletes a face with its encoding and ranking, if it is there."""
        self._sql.write("DELETE FROM faces WHERE id = ?", (face_id,))

    def set_dismissed(self, face_id: FaceId, *, dismissed: bool) -> None:
        """Writes whether a curator said that this is not a face."""
        self._sql.write("UPDATE faces SET dismissed = ? WHERE id = ?", (int(dismissed), face_id))

    def at(self, submission_id: SubmissionId, box: FaceBox, *, face_id: FaceId) -> Face | None:
        """The face of that id, or the one that a later analysis found in its place."""
        faces = self.of(submission_id)
        same = next((one for one in faces if one.id == face_id), None)
        near = max(faces, key=lambda one: overlap(one.box, box), default=None)
        if same is not None or near is None:
            return same
        return near if overlap(near.box, box) >= SAME_FROM else None

    def mark_outdated(self, submission_id: SubmissionId) -> None:
        """Has a submission assessed anew whose faces were changed by hand, decided or not."""
        self._sql.write(
            "UPDATE submissions SET assessed_with = '' WHERE id = ? AND assessed_with IS NOT NULL",
            (submission_id,),
        )

    def turn(self, submission_id: SubmissionId, *, quarters: int, width: int, height: int) -> None:
        """Turns all boxes of a submission with its picture, when a new analysis turns it otherwise.

        Args:
            submission_id: whose.
            quarters: counter-clockwise.
            width: of the picture before, in pixels.
            height: of the picture before.
        """
        rows = self._sql.rows("SELECT * FROM faces WHERE submission_id = ?", (submission_id,))
        self._sql.write_many(
            "UPDATE faces SET box_left = ?, box_top = ?, box_width = ?, box_height = ? WHERE id = ?",
            [
                (*_sides(turned(_box(row), quarters=quarters, width=width, height=height)), row["id"])
                for row in rows
            ],
        )

    def unencoded(
        self, *, model: str, limit: int, beyond: Collection[SubmissionId] = ()
    ) -> tuple[Unencoded, ...]:
        """Submissions with hand-drawn faces that wait to be encoded, without those named.

        The undecided alone, since nothing biometric is held of others, and after their analysis, which
        may turn the picture. A face that this model could not encode does not wait.
        """
        # CROSS keeps SQLite from going through all that is undecided, at each round of background work.
        rows = self._sql.rows(
            "SELECT f.*, s.digest, s.turn FROM faces f CROSS JOIN submissions s ON s.id = f.submission_id"
            " WHERE f.origin = 'drawn' AND f.dismissed = 0 AND f.failed_with <> ?"
            " AND s.verdict = 'undecided' AND s.state = 'done' AND NOT EXISTS"
            " (SELECT 1 FROM face_encodings e WHERE e.face_id = f.id AND e.model = ?)"
            f" AND f.submission_id NOT IN {THESE} ORDER BY f.submission_id, f.id",
            (model, model, json.dumps(list(beyond))),
        )
        waiting: dict[SubmissionId, tuple[Digest, int, dict[FaceId, FaceBox]]] = {}
        for row in rows:
            whose = waiting.setdefault(
                SubmissionId(row["submission_id"]), (Digest(row["digest"]), row["turn"], {})
            )
            whose[2][FaceId(row["id"])] = _box(row)
        found = [Unencoded(one, *rest) for one, rest in waiting.items()]
        return tuple(found[:limit])

    def keep_failure(self, face_ids: Collection[FaceId], *, model: str) -> None:
        """Notes that a model could not encode these faces, so that it is not asked again."""
        self._sql.write(
            f"UPDATE faces SET failed_with = ? WHERE id IN {THESE}", (model, json.dumps(list(face_ids)))
        )

    def forget_failures(self) -> None:
        """Has all faces tried again that could not be encoded."""
        self._sql.write("UPDATE faces SET failed_with = '' WHERE origin = 'drawn' AND failed_with <> ''")

    # ------------------------------------------------------------ encodings and rankings

    def keep_encoding(self, face_id: FaceId, *, model: str, encoding: Encoding) -> None:
        """Keeps a face's encoding for as long as its submission is undecided."""
        self._sql.write(
            "INSERT OR REPLACE INTO face_encodings (face_id, model, vector) VALUES (?, ?, ?)",
            (face_id, model, to_blob(encoding)),
        )

    def encodings(self, submission_ids: Sequence[SubmissionId], *, model: str) -> dict[FaceId, Encoding]:
        """The encodings of those submissions' faces that are still held for that model."""
        rows = self._sql.rows(
            "SELECT e.face_id, e.vector FROM face_encodings e JOIN faces f ON f.id = e.face_id"
            f" WHERE f.submission_id IN {THESE} AND e.model = ? AND f.dismissed = 0 ORDER BY e.face_id",
            (json.dumps(list(submission_ids)), model),
        )
        return {FaceId(row[0]): from_blob(row[1]) for row in rows}

    def is_encoded(self, face_id: FaceId) -> bool:
        """Whether an encoding of the face is held, of whatever model."""
        return self._sql.row("SELECT 1 FROM face_encodings WHERE face_id = ?", (face_id,)) is not None

    def erase_encodings(self, submission_ids: Collection[SubmissionId]) -> None:
        """Erases the encodings of submissions' faces: they are kept only while undecided."""
        self._sql.write(
            "DELETE FROM face_encodings WHERE face_id IN"
            f" (SELECT id FROM faces WHERE submission_id IN {THESE})",
            (json.dumps(list(submission_ids)),),
        )

    def keep_matches(self, matches: Mapping[FaceId, Sequence[Match]]) -> None:
        """Replaces the ranking of those faces."""
        self._sql.write_many("DELETE FROM matches WHERE face_id = ?", [(face_id,) for face_id in matches])
        self._sql.write_many(
            "INSERT INTO matches (face_id, politician_id, rank, distance, margin, word) VALUES"
            " (?, ?, ?, ?, ?, ?)",
            [
                (face_id, one.politician_id, one.rank, one.distance, one.margin, one.word)
                for face_id, ranked in matches.items()
                for one in ranked
            ],
        )
