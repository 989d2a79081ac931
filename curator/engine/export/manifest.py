"""``manifest.json``: what an export consists of, and how a folder is known to be one."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from curator import __version__
from curator.engine.export.contents import ExportPlan
from curator.engine.export.site import Value, iso_moment
from curator.engine.export.tables import json_bytes
from curator.engine.rules import RULE_SET

FILE_NAME = "manifest.json"
PROGRAM = "Curator"

_FORMAT = 2
_LARGEST = 64_000_000
"""Bytes; a manifest of 100,000 pictures has 30 MB."""


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
    """

    files: Mapping[str, FileNote]
    digest: str
    catalogue_id: str = ""
    signed_by: str = ""


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
        notes = [FileNote(str(one["path"]), int(one["size"]), str(one["sha256"])) for one in told["files"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return Manifest({one.path: one for one in notes}, hashlib.sha256(data).hexdigest(), whose, signed_by)
