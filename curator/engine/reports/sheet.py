"""What a contact sheet shows: the pictures of a filter without unsafe ones, and what is told of each."""

from dataclasses import dataclass, replace

from curator.engine.catalogue import Catalogue, ReportRow, SubmissionFilter
from curator.engine.countries import COUNTRY_WORDS, ROLE_WORDS
from curator.engine.export.pictures import mark_of
from curator.engine.records import (
    USUAL_MAKING,
    AnalysisState,
    Digest,
    FaceBox,
    Kind,
    Making,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.reports.submissions import LONGEST_NAME, rows_of
from curator.engine.text import clean_line

APPROVED = SubmissionFilter(verdicts=frozenset({Verdict.APPROVED}))
"""What is shown unless somebody asks for something else."""


@dataclass(frozen=True, slots=True)
class Card:
    """One picture of a contact sheet. Neither sender, file name nor note is in it.

    Attributes:
        digest: of the original, by which its preview is found.
        name: of the claimed politician; may be empty, like the next two.
        country: in words of Curator where it is one of the index.
        role: likewise.
        making: how a deepfake was made; None of portraits, and as long as nobody said it.
        mark: burnt into the picture: ``AI MODIFIED`` and so on; empty of portraits.
        face: the main face, in pixels of the upright picture; None without one.
        width: of the upright picture in pixels; 0 before its analysis.
        height: likewise.
    """

    id: SubmissionId
    digest: Digest
    kind: Kind
    making: Making | None
    mark: str
    name: str
    country: str
    role: str
    verdict: Verdict
    reason: Reason | None
    face: FaceBox | None
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A set of pictures for a meeting.

    Attributes:
        cards: by country, role, name and number.
        unsafe: how many were left out because they were called unsafe.
        approved: whether all of them are approved, so that no card needs to say so.
    """

    cards: tuple[Card, ...]
    unsafe: int
    approved: bool


def gather_sheet(catalogue: Catalogue, wanted: SubmissionFilter = APPROVED) -> Sheet:
    """Reads what a contact sheet of a filter shows.

    Whatever was called unsafe is never in it, whichever the filter.

    Args:
        catalogue: to read from; of the calling thread.
        wanted: which submissions. Its order does not count.

    Raises:
        CatalogueError: the catalogue cannot be read.
    """
    ids = catalogue.submissions.ids(replace(wanted, order=APPROVED.order))
    rows = list(rows_of(catalogue, ids))
    safe = [row for row in rows if row.reason is not Reason.UNSAFE]
    cards = sorted((_card(row) for row in safe), key=_place)
    return Sheet(
        tuple(cards),
        unsafe=len(rows) - len(safe),
        approved=all(one.verdict is Verdict.APPROVED for one in cards),
    )


def _card(row: ReportRow) -> Card:
    labelled = None if row.kind is Kind.PORTRAIT else row.making or USUAL_MAKING
    # What nobody approved has not been said to be anything yet; its mark stands there all the same.
    said_to_be = labelled if row.verdict is Verdict.APPROVED or row.making is not None else None
    analysed = row.state is AnalysisState.DONE
    return Card(
        id=row.id,
        digest=row.digest,
        kind=row.kind,
        making=said_to_be,
        mark=mark_of(labelled),
        name=clean_line(row.full_name, limit=LONGEST_NAME),
        country=COUNTRY_WORDS.get(row.country) or clean_line(row.country, limit=LONGEST_NAME),
        role=ROLE_WORDS.get(row.role) or clean_line(row.role, limit=LONGEST_NAME),
        verdict=row.verdict,
        reason=row.reason,
        face=row.face if analysed else None,
        width=row.width,
        height=row.height,
    )


def _place(card: Card) -> tuple[bool, str, str, str, int]:
    """Those without a country last; equal ones by number."""
    return (not card.country, card.country, card.role, card.name.casefold(), card.id)
