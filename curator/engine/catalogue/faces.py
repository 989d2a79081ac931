"""The tables of faces: boxes, rankings, and encodings while a submission is undecided."""

import json
from collections.abc import Mapping, Sequence

from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.vectors import from_blob, to_blob
from curator.engine.records import (
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


class FaceTable:
    """Reads and writes the faces of submissions."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def of(self, submission_id: SubmissionId) -> tuple[Face, ...]:
        """The faces of a submission, left to right, each with its ranked politicians."""
        matches: dict[int, list[Match]] = {}
        for row in self._sql.rows(
            "SELECT m.* FROM matches m JOIN faces f ON f.id = m.face_id"
            " WHERE f.submission_id = ? ORDER BY m.rank",
            (submission_id,),
        ):
            matches.setdefault(row["face_id"], []).append(
                Match(
                    PoliticianId(row["politician_id"]),
                    row["distance"],
                    row["rank"],
                    row["margin"],
                    Word(row["word"]),
                )
            )
        return tuple(
            Face(
                FaceId(row["id"]),
                submission_id,
                FaceBox(row["box_left"], row["box_top"], row["box_width"], row["box_height"]),
                FaceOrigin(row["origin"]),
                row["score"],
                tuple(Point(x, y) for x, y in json.loads(row["landmarks"])),
                bool(row["dismissed"]),
                tuple(matches.get(row["id"], ())),
                row["sharpness"],
                None if row["yaw"] is None else Pose(row["yaw"], row["pitch"], row["roll"]),
            )
            for row in self._sql.rows(
                "SELECT * FROM faces WHERE submission_id = ? ORDER BY box_left, id", (submission_id,)
            )
        )

    def replace(
        self, submission_id: SubmissionId, *, found: Sequence[FoundFace], model: str
    ) -> tuple[FaceId, ...]:
        """Replaces the detected faces of a submission; hand-drawn ones stay.

        Returns:
            The new ids in the order of ``found``.
        """
        self._sql.write("DELETE FROM faces WHERE submission_id = ? AND origin = 'detected'", (submission_id,))
        ids = []
        for one in found:
            box = one.box
            points = json.dumps([(round(p.x, 1), round(p.y, 1)) for p in one.landmarks])
            pose = (None,) * 3 if one.pose is None else (one.pose.yaw, one.pose.pitch, one.pose.roll)
            sides = (box.left, box.top, box.width, box.height)
            face_id = FaceId(
                self._sql.write(
                    "INSERT INTO faces (submission_id, box_left, box_top, box_width,"
                    " box_height, origin, score, landmarks, sharpness, yaw, pitch, roll)"
                    " VALUES (?, ?, ?, ?, ?, 'detected', ?, ?, ?, ?, ?, ?)",
                    (submission_id, *sides, one.score, points, one.sharpness, *pose),
                )
            )
            if one.encoding is not None:
                self.keep_encoding(face_id, model=model, encoding=one.encoding)
            ids.append(face_id)
        return tuple(ids)

    def keep_encoding(self, face_id: FaceId, *, model: str, encoding: Encoding) -> None:
        """Keeps a face's encoding for as long as its submission is undecided."""
        self._sql.write(
            "INSERT OR REPLACE INTO face_encodings (face_id, model, vector) VALUES (?, ?, ?)",
            (face_id, model, to_blob(encoding)),
        )

    def encodings(self, submission_ids: Sequence[SubmissionId], *, model: str) -> dict[FaceId, Encoding]:
        """The encodings of those submissions' faces that are still held for that model."""
        marks = ", ".join("?" * len(submission_ids))
        rows = self._sql.rows(
            "SELECT e.face_id, e.vector FROM face_encodings e JOIN faces f ON f.id = e.face_id"
            f" WHERE f.submission_id IN ({marks}) AND e.model = ? AND f.dismissed = 0 ORDER BY e.face_id",
            (*submission_ids, model),
        )
        return {FaceId(row[0]): from_blob(row[1]) for row in rows}

    def erase_encodings(self, submission_id: SubmissionId) -> None:
        """Erases the encodings of a submission's faces: they are kept only while undecided."""
        self._sql.write(
            "DELETE FROM face_encodings WHERE face_id IN (SELECT id FROM faces WHERE submission_id = ?)",
            (submission_id,),
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
