"""Compares what would be published with what stands in the folder, else with the last export noted."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.engine.catalogue import Catalogue
from curator.engine.export.contents import Entry, Previous
from curator.engine.export.manifest import Manifest, read_manifest
from curator.engine.export.marks import Mark, guid_of
from curator.engine.records import Submission, SubmissionId


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an export would change.

    Attributes:
        added: published now and not before.
        changed: published before in another way, ``replaced`` among them.
        unchanged: published before in the same way.
        gone: published before and no longer.
        replaced: of ``changed`` those under whose number another picture was published.
        estranged: what it is compared with comes from a newer state of the catalogue, or from another copy.
        foreign: of ``gone``, where it is estranged, those that the catalogue does not know, or under whose
            number it has another picture.
        manifest_digest: SHA-256 of the manifest that it is compared with; empty for none.
        previous: the last export, as the catalogue noted it.
    """

    added: tuple[SubmissionId, ...]
    changed: tuple[SubmissionId, ...]
    unchanged: tuple[SubmissionId, ...]
    gone: tuple[SubmissionId, ...]
    replaced: tuple[SubmissionId, ...]
    estranged: bool
    foreign: frozenset[SubmissionId]
    manifest_digest: str
    previous: Previous | None


@dataclass(frozen=True, slots=True)
class _Before:
    """An export that stands, or that was noted."""

    marks: Mapping[SubmissionId, Mark]
    head: str | None
    manifest_digest: str


def compare(
    catalogue: Catalogue,
    entries: Sequence[Entry],
    *,
    folder: Path | None,
    known: Callable[[SubmissionId], Submission | None],
    key: bytes,
) -> Comparison:
    """Compares with the export of this catalogue in a folder; where there is none, with the last one.

    What stands in a folder may be newer than anything that the catalogue noted: another copy of it, or
    the same one before an older backup was restored, may have exported there.

    Args:
        catalogue: whose export it would be.
        entries: what would be published.
        folder: where to; that of the last export unless given.
        known: the submission of a number, or None.
        key: of the marks.

    Raises:
        CatalogueError: the catalogue cannot be read.
    """
    last = catalogue.journals.last_export()
    previous = None
    before = _Before({}, "", "")
    if last is not None:
        previous = Previous(Path(last.folder), last.exported_at, last.manifest_digest, len(last.fingerprints))
        noted = {one: Mark(state=state) for one, state in last.fingerprints.items()}
        before = _Before(noted, last.decisions_head, last.manifest_digest)
    target = folder if folder is not None or previous is None else previous.folder
    standing = None if target is None else _standing(target, catalogue_id=catalogue.fact("catalogue_id"))
    if standing is not None:
        before = _Before(standing.marks, standing.decisions_head, standing.digest)
    marks = before.marks
    estranged = before.head is None or not catalogue.decisions.holds(before.head)
    now = {one.id: Mark(one.guid, one.fingerprint) for one in entries}
    changed = tuple(one for one, mark in now.items() if one in marks and marks[one].state != mark.state)
    gone = tuple(sorted(marks.keys() - now.keys()))
    return Comparison(
        added=tuple(one for one in now if one not in marks),
        changed=changed,
        unchanged=tuple(one for one, mark in now.items() if one in marks and marks[one].state == mark.state),
        gone=gone,
        replaced=tuple(one for one in changed if marks[one].picture not in ("", now[one].picture)),
        estranged=estranged,
        foreign=frozenset(
            one for one in gone if estranged and _is_foreign(known(one), mark=marks[one], key=key)
        ),
        manifest_digest=before.manifest_digest,
        previous=previous,
    )


def _standing(target: Path, *, catalogue_id: str) -> Manifest | None:
    """The manifest of an export of that catalogue; None where none can be read."""
    with contextlib.suppress(OSError):
        manifest = read_manifest(target.expanduser())
        if manifest is not None and manifest.catalogue_id == catalogue_id:
            return manifest
    return None


def _is_foreign(submission: Submission | None, *, mark: Mark, key: bytes) -> bool:
    """Whether a number stood for a picture that the catalogue does not know under it."""
    if submission is None:
        return True
    return mark.picture not in ("", guid_of(submission.id, digest=submission.digest, key=key))
