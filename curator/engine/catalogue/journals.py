"""The tables of what was done with many pictures at once: loads, so that they can go on, and exports."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from curator.engine.catalogue.database import Connection, moment
from curator.engine.records import Digest, Kind, SubmissionId


@dataclass(frozen=True, slots=True)
class Load:
    """A load that was started: what was asked for and how far it came."""

    id: int
    paths: tuple[Path, ...]
    kind: Kind
    started_at: datetime
    finished: bool


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """An export that was written whole."""

    id: int
    exported_at: datetime
    folder: str
    manifest_digest: str
    decisions_head: str
    fingerprints: Mapping[SubmissionId, str]
    """What was published of each submission: changes when its export would differ."""


@dataclass(frozen=True, slots=True)
class ExportLine:
    """An export in a list of them: what is told of it, without its pictures."""

    id: int
    exported_at: datetime
    folder: str
    curator: str
    manifest_digest: str
    pictures: int


class Journals:
    """Reads and writes loads and exports."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def start_load(self, *, paths: tuple[Path, ...], kind: Kind) -> int:
        """Notes a load before its first picture, so that a crash does not lose it."""
        request = json.dumps({"paths": [str(path) for path in paths], "kind": kind})
        return self._sql.write(
            "INSERT INTO loads (started_at, request) VALUES (?, ?)", (self._sql.now(), request)
        )

    def finish_load(self, load_id: int, *, loaded: int, already: int, refused: int) -> None:
        """Notes that a load is through, or was cancelled by its curator."""
        self._sql.write(
            # The paths were kept to go on with; they would name the person at the computer for ever.
            "UPDATE loads SET finished_at = ?, request = '{}', loaded = ?, already = ?, refused = ?"
            " WHERE id = ?",
            (self._sql.now(), loaded, already, refused, load_id),
        )

    def unfinished_loads(self) -> tuple[Load, ...]:
        """Loads that were interrupted, oldest first."""
        found = []
        for row in self._sql.rows("SELECT * FROM loads WHERE finished_at IS NULL ORDER BY id"):
            request = json.loads(row["request"])
            paths = tuple(Path(one) for one in request["paths"])
            found.append(Load(row["id"], paths, Kind(request["kind"]), moment(row["started_at"]), False))
        return tuple(found)

    def keep_export(
        self,
        *,
        folder: Path,
        curator: str,
        manifest_digest: str,
        decisions_head: str,
        published: Mapping[SubmissionId, tuple[Digest, str]],
    ) -> int:
        """Notes an export that stands in its folder: digest and fingerprint of each submission."""
        known = self._sql.value("SELECT id FROM curators WHERE name = ?", (curator,))
        curator_id = known or self._sql.write("INSERT INTO curators (name) VALUES (?)", (curator,))
        export_id = self._sql.write(
            "INSERT INTO exports (exported_at, folder, curator_id, manifest_digest, decisions_head)"
            " VALUES (?, ?, ?, ?, ?)",
            (self._sql.now(), str(folder), curator_id, manifest_digest, decisions_head),
        )
        self._sql.write_many(
            "INSERT INTO exported_submissions (export_id, submission_id, digest, fingerprint)"
            " VALUES (?, ?, ?, ?)",
            [(export_id, one, digest, mark) for one, (digest, mark) in published.items()],
        )
        return export_id

    def last_export(self) -> ExportRecord | None:
        """The newest export, which the next one is compared with."""
        row = self._sql.row("SELECT * FROM exports ORDER BY id DESC LIMIT 1")
        if row is None:
            return None
        published = self._sql.rows(
            "SELECT submission_id, fingerprint FROM exported_submissions WHERE export_id = ?", (row["id"],)
        )
        return ExportRecord(
            row["id"],
            moment(row["exported_at"]),
            row["folder"],
            row["manifest_digest"],
            row["decisions_head"],
            {SubmissionId(one[0]): one[1] for one in published},
        )

    def past_exports(self, *, most: int) -> tuple[ExportLine, ...]:
        """The newest exports, newest first, with how many pictures of each are still known.

        Args:
            most: so many at most.
        """
        rows = self._sql.rows(
            "SELECT e.id, e.exported_at, e.folder, c.name, e.manifest_digest,"
            " (SELECT count(*) FROM exported_submissions x WHERE x.export_id = e.id) AS pictures"
            " FROM exports e JOIN curators c ON c.id = e.curator_id ORDER BY e.id DESC LIMIT ?",
            (most,),
        )
        return tuple(
            ExportLine(
                row["id"],
                moment(row["exported_at"]),
                row["folder"],
                row["name"],
                row["manifest_digest"],
                row["pictures"],
            )
            for row in rows
        )
