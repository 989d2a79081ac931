"""Commands on the index: add, edit and remove politicians and their reference portraits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from curator.engine.catalogue import Catalogue
from curator.engine.errors import RefusedFile
from curator.engine.intake.contents import Refused
from curator.engine.intake.names import NameIndex, claim_of
from curator.engine.media import MediaStore, Received
from curator.engine.receiving import Prepared, Receiving, Scanned
from curator.engine.records import Changes, Politician, PoliticianId, PortraitId, SubmissionId
from curator.engine.said import said
from curator.engine.text import clean_line

_LONGEST_NAME = 100
_LONGEST_FILE_NAME = 255


class _Person(Protocol):
    """A politician as a folder or a row of a table names one."""

    @property
    def given_name(self) -> str: ...

    @property
    def surname(self) -> str: ...

    @property
    def country(self) -> str: ...

    @property
    def role(self) -> str: ...

    @property
    def portraits(self) -> tuple[Path, ...]: ...


@dataclass(frozen=True, slots=True)
class PortraitFile:
    """A file that is to become a reference portrait of someone.

    Attributes:
        path: where it lies.
        full_name: whose.
        country: of that politician, or empty.
    """

    path: Path
    full_name: str
    country: str


def add(catalogue: Catalogue, *, given_name: str, surname: str, country: str, role: str) -> Changes:
    """Adds someone to the index, and gives them the submissions that already claim them.

    Raises:
        RefusedChange: no name, or already there.
    """
    with catalogue.writing():
        politician_id = catalogue.politicians.add(
            given_name=clean_line(given_name, limit=_LONGEST_NAME),
            surname=clean_line(surname, limit=_LONGEST_NAME),
            country=clean_line(country, limit=_LONGEST_NAME),
            role=clean_line(role, limit=_LONGEST_NAME),
        )
        return Changes(_link_claims(catalogue), frozenset({politician_id}))


def edit(catalogue: Catalogue, politician: Politician) -> Changes:
    """Writes a politician's corrected names, country or role.

    Raises:
        RefusedChange: no name, or someone else already has that name and country.
    """
    cleaned = replace(
        politician,
        given_name=clean_line(politician.given_name, limit=_LONGEST_NAME),
        surname=clean_line(politician.surname, limit=_LONGEST_NAME),
        country=clean_line(politician.country, limit=_LONGEST_NAME),
        role=clean_line(politician.role, limit=_LONGEST_NAME),
    )
    with catalogue.writing():
        catalogue.politicians.edit(cleaned)
        return Changes(_link_claims(catalogue), frozenset({politician.id}))


def remove(catalogue: Catalogue, politician_id: PoliticianId) -> Changes:
    """Takes someone out of the index, with their portraits and the encodings of these.

    Decisions and claims keep the name. Files that nothing else uses are deleted soon
    (:func:`tidying.delete_left_files`).
    """
    with catalogue.writing():
        for portrait in catalogue.politicians.portraits(politician_id):
            catalogue.politicians.remove_portrait(portrait.id)
        catalogue.politicians.remove(politician_id)
    return Changes(politicians=frozenset({politician_id}))


def remove_portrait(catalogue: Catalogue, portrait_id: PortraitId, *, politician_id: PoliticianId) -> Changes:
    """Takes one reference portrait away; its file is deleted soon, unless something else uses it."""
    with catalogue.writing():
        catalogue.politicians.remove_portrait(portrait_id)
    return Changes(politicians=frozenset({politician_id}))


def import_people(
    catalogue: Catalogue,
    path: Path,
    *,
    media: MediaStore,
    on_ready: Callable[[], None] = lambda: None,
) -> Receiving[PortraitFile]:
    """Prepares the import of a folder tree ``Country/Name Surname/*`` or of a CSV of the index.

    People who are there already keep what is known and get what was missing; portraits wait
    for their analysis, which accepts or refuses them. The caller starts and settles it.

    Args:
        catalogue: where they are filed.
        path: a folder, or a table with the columns ``country, role, name, surname``.
        media: receives the portraits' files.
        on_ready: called in the import's thread when there is something to settle.
    """
    people: list[_Person] = []

    def look() -> Scanned[PortraitFile]:
        found, refused, warnings = _read_people(path)
        people.extend(found)
        files = tuple(
            PortraitFile(portrait, f"{one.given_name} {one.surname}".strip(), one.country)
            for one in found
            for portrait in one.portraits
        )
        return Scanned(files, refused, warnings)

    def prepare() -> Prepared:
        before = {one.id: one for one in catalogue.politicians.all()}
        for one in people:
            _add_or_complete(catalogue, one)
        _link_claims(catalogue)
        # Compared as a whole: somebody who stands in two rows was still added once.
        after = catalogue.politicians.all()
        return Prepared(
            added=sum(one.id not in before for one in after),
            completed=sum(before.get(one.id, one) != one for one in after),
        )

    def file(portrait: PortraitFile, received: Received) -> bool:
        whose = catalogue.politicians.find(full_name=portrait.full_name, country=portrait.country)
        if whose is None:
            return False  # taken out again while the import ran
        return _add_portrait(catalogue, whose.id, portrait, received)

    return Receiving(scan=look, media=media, file=file, prepare=prepare, on_ready=on_ready)


def add_portraits(
    catalogue: Catalogue,
    politician_id: PoliticianId,
    paths: Sequence[Path],
    *,
    media: MediaStore,
    on_ready: Callable[[], None] = lambda: None,
) -> Receiving[PortraitFile]:
    """Prepares adding photos of one politician; the caller starts and settles it."""
    politician = catalogue.politicians.get(politician_id)
    files = tuple(PortraitFile(path, politician.full_name, politician.country) for path in paths)
    return Receiving(
        scan=lambda: Scanned(files),
        media=media,
        file=lambda portrait, received: _add_portrait(catalogue, politician_id, portrait, received),
        on_ready=on_ready,
    )


def _add_portrait(
    catalogue: Catalogue, politician_id: PoliticianId, portrait: PortraitFile, received: Received
) -> bool:
    name = clean_line(portrait.path.name, limit=_LONGEST_FILE_NAME)
    for other in catalogue.politicians.holders(received.digest):
        if other != politician_id and catalogue.politicians.has(other):
            raise RefusedFile(
                said(
                    "{file} is a reference portrait of {name} already.",
                    file=name,
                    name=catalogue.politicians.get(other).full_name,
                ),
                advice=said("A photo shows one person: take it out there if it is somebody else."),
            )
    added = catalogue.politicians.add_portrait(politician_id, digest=received.digest, file_name=name)
    return added is not None


def _read_people(path: Path) -> tuple[Sequence[_Person], Sequence[Refused], tuple[str, ...]]:
    # Imported here: a start does not wait for what reads folders and tables of people.
    from curator.engine.intake.politicians_table import read_index_csv
    from curator.engine.intake.politicians_tree import scan_tree

    if path.is_dir():
        tree = scan_tree(path)
        if not tree.people and not tree.refused:
            nothing = said(
                "No politicians were found in it."
                " Curator looks for folders named Country/Name Surname with photos."
            )
            return (), (Refused(path, nothing),), ()
        return tree.people, tree.refused, ()
    table = read_index_csv(path)
    return table.rows, table.refused, table.warnings


def _add_or_complete(catalogue: Catalogue, person: _Person) -> None:
    table = catalogue.politicians
    known = table.find(full_name=f"{person.given_name} {person.surname}", country=person.country)
    if known is None:
        table.add(
            given_name=person.given_name, surname=person.surname, country=person.country, role=person.role
        )
        return
    completed = replace(known, country=known.country or person.country, role=known.role or person.role)
    if completed != known:
        table.edit(completed)


def _link_claims(catalogue: Catalogue) -> frozenset[SubmissionId]:
    """Gives submissions to whoever of the index they claim, by now or by their folder's name.

    Pictures may be loaded before the politicians that their folders are named after.
    """
    linked = set()
    index = NameIndex(catalogue.politicians.all())
    named: dict[str, Politician | None] = {}
    for submission_id, source in catalogue.submissions.unclaimed_sources():
        if source not in named:
            found = (index.find(folder, country="") for folder in reversed(source.split("/")))
            named[source] = next((one for one in found if one is not None), None)
        meant = named[source]
        if meant is not None:
            catalogue.submissions.set_claim(submission_id, claim=claim_of(meant), claimed_id=meant.id)
            linked.add(submission_id)
    for submission_id, claim in catalogue.submissions.unresolved_claims():
        who = catalogue.politicians.find(full_name=claim.full_name, country=claim.country)
        if who is not None:
            catalogue.submissions.set_claim(submission_id, claim=claim, claimed_id=who.id)
            linked.add(submission_id)
    return frozenset(linked)
