"""Says in words what personal and biometric data a catalogue holds, and why it is still there."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from curator.engine.catalogue.erasable import erasable_in
from curator.engine.catalogue.holdings import Holdings
from curator.engine.privacy.looking import backups_away
from curator.engine.safekeeping import backups
from curator.engine.said import Said, said, said_of


@dataclass(frozen=True, slots=True)
class Held:
    """What a catalogue holds.

    Attributes:
        rows: in its tables.
        backups: copies of its database, in all folders that are there now.
        unreachable: folders with copies that are not there now.
        unfinished: something was erased that may still be readable.
    """

    rows: Holdings
    backups: int
    unreachable: tuple[Path, ...]
    unfinished: bool


NOTHING = Held(Holdings(**{one.name: 0 for one in fields(Holdings)}), 0, (), False)
"""What an empty catalogue holds."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines about one sort of data.

    Attributes:
        title: of the group.
        lines: each a number with its words.
    """

    title: Said
    lines: tuple[Said, ...]


def held(folder: Path) -> Held:
    """Counts what a catalogue holds: a second for 100,000 submissions, so not in the main thread.

    Raises:
        CatalogueError: it cannot be read.
    """
    with erasable_in(folder) as erasable:
        rows, unfinished = erasable.holdings(), erasable.unfinished
    return Held(rows, len(backups.all_of(folder)), backups_away(folder), unfinished)


def groups(told: Held) -> tuple[Group, ...]:
    """All of it in plain words."""
    rows = told.rows
    return (
        Group(said("What was sent in"), tuple(_sent(rows))),
        Group(said("Faces (biometric data)"), tuple(_faces(rows))),
        Group(said("Decisions"), tuple(_decided(rows))),
        Group(said("Beside the database"), tuple(_beside(told))),
    )


def _sent(rows: Holdings) -> Iterator[Said]:
    yield said_of(
        rows.submissions,
        "{n:,} submission with its picture and preview: {undecided:,} undecided, {rejected:,} rejected",
        "{n:,} submissions with their pictures and previews: {undecided:,} undecided, {rejected:,} rejected",
        undecided=rows.undecided,
        rejected=rows.rejected,
    )
    yield said_of(rows.senders, "{n:,} sender by name", "{n:,} senders by name")
    yield said_of(
        rows.arrivals,
        "{n:,} file name with the folder or table that it came from",
        "{n:,} file names with the folders or tables that they came from",
    )
    yield said_of(rows.claims, "{n:,} claim of whom a picture shows", "{n:,} claims of whom a picture shows")
    yield said_of(rows.notes, "{n:,} note", "{n:,} notes")
    yield said_of(
        rows.declarations,
        "{n:,} thing that a file says about itself, such as its program",
        "{n:,} things that files say about themselves, such as their programs",
    )
    if rows.fetched:
        yield said_of(
            rows.fetched,
            "{n:,} attachment of a server noted as fetched, by number",
            "{n:,} attachments of servers noted as fetched, by number",
        )
    if rows.unfinished_loads:
        yield said_of(
            rows.unfinished_loads,
            "{n:,} load under way, with the folders that it reads",
            "{n:,} loads under way, with the folders that they read",
        )


def _faces(rows: Holdings) -> Iterator[Said]:
    yield said_of(
        rows.encodings,
        "{n:,} encoding of a submitted face, kept until it is decided about ({undecided:,} undecided)",
        "{n:,} encodings of submitted faces, kept until they are decided about ({undecided:,} undecided)",
        undecided=rows.encoded_undecided,
    )
    if rows.encodings_left:
        yield said_of(
            rows.encodings_left,
            "{n:,} encoding of a face that is decided about; there should be none: check the catalogue",
            "{n:,} encodings of faces that are decided about; there should be none: check the catalogue",
        )
    else:
        yield said("no encoding of a face that is decided about: it went with the decision")
    yield said_of(
        rows.portrait_encodings,
        "{n:,} encoding of a reference portrait of a politician",
        "{n:,} encodings of reference portraits of politicians",
    )
    yield said_of(
        rows.portraits,
        "{n:,} reference portrait of {politicians:,} politicians",
        "{n:,} reference portraits of {politicians:,} politicians",
        politicians=rows.politicians,
    )
    if rows.politicians_removed:
        yield said_of(
            rows.politicians_removed,
            "{n:,} politician who was taken out of the index, by name",
            "{n:,} politicians who were taken out of the index, by name",
        )
    yield said_of(
        rows.faces,
        "{n:,} frame around a face, with {matches:,} distances to politicians",
        "{n:,} frames around faces, with {matches:,} distances to politicians",
        matches=rows.matches,
    )


def _decided(rows: Holdings) -> Iterator[Said]:
    yield said_of(
        rows.decisions,
        "{n:,} row of the decision log, which is never erased and holds no names",
        "{n:,} rows of the decision log, which are never erased and hold no names",
    )
    yield said_of(
        rows.curators, "{n:,} name of a curator who signed them", "{n:,} names of curators who signed them"
    )
    yield said_of(
        rows.decision_notes + rows.edited_notes,
        "{n:,} note of a curator beside the log",
        "{n:,} notes of curators beside the log",
    )
    yield said_of(
        rows.log_words,
        "{n:,} row of the log with claimed names beside it",
        "{n:,} rows of the log with claimed names beside them",
    )
    if rows.decided_elsewhere:
        yield said_of(
            rows.decided_elsewhere,
            "{n:,} decision of another copy that differs, with its curator, note and claim",
            "{n:,} decisions of other copies that differ, with their curators, notes and claims",
        )
    yield said_of(
        rows.saved_filters,
        "{n:,} saved filter, with the words it looks for",
        "{n:,} saved filters, with the words they look for",
    )


def _beside(told: Held) -> Iterator[Said]:
    yield said_of(
        told.backups,
        "{n:,} backup of the database, with all of the above but pictures",
        "{n:,} backups of the database, with all of the above but pictures",
    )
    for folder in told.unreachable:
        yield said("backups in {folder}, which is not there now", folder=f"{folder}")
    yield said_of(
        told.rows.exports,
        "{n:,} export noted, with its folder; what was published is out of reach",
        "{n:,} exports noted, with their folders; what was published is out of reach",
    )
    yield said("the log of the program, which names nobody and no file")
    yield said("the settings of each person: the last catalogue’s folder and the last search")
    if told.rows.leaving or told.unfinished:
        yield said("something erased that can still be read; Curator tries again at the next start")
