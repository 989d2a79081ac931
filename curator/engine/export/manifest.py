"""``manifest.json``: what an export consists of, and how a folder is known to be one."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from curator import __version__
from curator.engine.export.contents import ExportPlan
from curator.engine.export.marks import Mark
from curator.engine.export.site import Value, iso_moment
from curator.engine.export.tables import json_bytes
from curator.engine.records import SubmissionId
from curator.engine.rules import RULE_SET

FILE_NAME = "manifest.json"
PROGRAM = "Curator"

_FORMAT = 3
_LARGEST = 200_000_000
"""Bytes; a manifest of 100,000 pictures has 70 MB, with a gallery in four languages 150 MB."""
_LONGEST_NUMBER = 18
"""Digits that SQLite can hold as a number."""


@dataclass(frozen=True, slots=True)
class FileNote:
    """A file of an export.

    Attributes:
        path: inside the export, with forward slashes.
        size: in bytes.
        sha256: 64 lower-case hexadecimal digits.
    """

    path: str
    size: int
    sha256: str

    @classmethod
    def of(cls, path: str, *, data: bytes) -> "FileNote":
        """The note of a file with those bytes."""
        return cls(path, len(data), hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest as it was found in a folder.

    Attributes:
        files: by path; the manifest itself is not among them.
        digest: SHA-256 of the manifest's own bytes.
        catalogue_id: whose export it is.
        signed_by: SHA-256 of the certificate that its deepfakes are signed with; empty if they are not.
        marks: of what was published, by number; empty ones where the manifest tells none.
        decisions_head: newest link of the decision log that it was written from, empty for an empty log;
            None where the manifest does not tell.
    """

    files: Mapping[str, FileNote]
    digest: str
    catalogue_id: str = ""
    signed_by: str = ""
    marks: Mapping[SubmissionId, Mark] = field(default_factory=dict)
    decisions_head: str | None = None


def manifest_bytes(
    plan: ExportPlan, *, files: Sequence[FileNote], exported_at: datetime, signed_by: str
) -> bytes:
    """The manifest of an export that holds those files.

    Args:
        plan: what was exported.
        files: all of them but the manifest.
        exported_at: when, in UTC.
        signed_by: SHA-256 of the certificate that deepfakes are signed with, or an empty string.
    """
    options = plan.options
    noted: list[Value] = [
        {"path": one.path, "size": one.size, "sha256": one.sha256}
        for one in sorted(files, key=lambda one: one.path)
    ]
    removed: list[Value] = [{"Id": int(one.id), "reason": one.why} for one in plan.removed]
    pictures: dict[str, Value] = {
        str(entry.id): list(entry.pictures(gallery=options.gallery)) for entry in plan.entries
    }
    marks: dict[str, Value] = {
        str(entry.id): {"picture": entry.guid, "state": entry.fingerprint} for entry in plan.entries
    }
    return json_bytes(
        {
            "program": PROGRAM,
            "format": _FORMAT,
            "version": __version__,
            "rule_set": RULE_SET,
            "exported_at": iso_moment(exported_at),
            "decisions_head": plan.decisions_head,
            "decisions_last_row": None if plan.last_decision is None else int(plan.last_decision),
            "catalogue": plan.catalogue_id,
            "gallery": list(options.languages) if options.gallery else [],
            "credit": options.credit,
            "licence": options.licence,
            "signed_by": signed_by,
            "submissions": len(plan.entries),
            "removed": removed,
            "pictures": pictures,
            "marks": marks,
            "files": noted,
        }
    )


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder that Curator wrote; None for any other folder.

    Raises:
        OSError: the file is there and cannot be read.
    """
    path = folder / FILE_NAME
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
        return None
    data = path.read_bytes()
    try:
        told = json.loads(data)
        if told["program"] != PROGRAM:
            return None
        whose, signed_by = (str(told.get(key, "")) for key in ("catalogue", "signed_by"))
        notes = [FileNote(_path(one["path"]), int(one["size"]), str(one["sha256"])) for one in told["files"]]
    except (ValueError, KeyError, TypeError, ArithmeticError, RecursionError):
        return None
    return Manifest(
        {one.path: one for one in notes},
        hashlib.sha256(data).hexdigest(),
        whose,
        signed_by,
        _marks(told),
        _text(told.get("decisions_head")),
    )


def _path(told: Any) -> str:
    """A path that the system can be asked about.

    Raises:
        ValueError: it cannot.
    """
    path = str(told)
    path.encode()
    if "\0" in path:
        raise ValueError("a path with a NUL")
    return path


def _marks(told: Mapping[str, Any]) -> dict[SubmissionId, Mark]:
    """What was published, as far as it makes sense: a manifest may have been written by hand."""
    pictures, marks = (_object(told.get(key)) for key in ("pictures", "marks"))
    found = {}
    for name in pictures:
        if name.isascii() and name.isdecimal() and len(name) <= _LONGEST_NUMBER:
            mark = _object(marks.get(name))
            found[SubmissionId(int(name))] = Mark(
                *(_text(mark.get(key)) or "" for key in ("picture", "state"))
            )
    return found


def _object(told: Any) -> Mapping[str, Any]:
    return told if isinstance(told, dict) else {}


def _text(told: Any) -> str | None:
    return told if isinstance(told, str) else None
