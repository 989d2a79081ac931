"""What a contact sheet shows: never anything unsafe, and no sender."""

from dataclasses import asdict

import pytest
from filing import BOX, THRESHOLDS, Filing, encoding, face

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.deciding import decisions
from curator.engine.records import Claim, Kind, Making, Reason, SubmissionId, Verdict
from curator.engine.reports import gather_sheet


def decide(
    catalogue: Catalogue,
    *ids: SubmissionId,
    verdict: Verdict = Verdict.APPROVED,
    reason: Reason | None = None,
) -> None:
    decisions.decide(
        catalogue,
        ids,
        verdict=verdict,
        reason=reason,
        curator="Ann",
        thresholds=THRESHOLDS,
        note="inside only",
    )


def test_the_approved_set_by_country_role_and_name(catalogue: Catalogue, filing: Filing) -> None:
    malta = filing.politician("Nerys Valdoon", portraits=[encoding(1)])
    finland = filing.politician("Ilka Brandwyn", country="Finland", portraits=[encoding(2)])
    first = filing.submission(face(1), claimed=malta, name="secret.jpg", note="a note")
    second = filing.submission(face(2), claimed=finland)
    portrait = filing.waiting(kind=Kind.PORTRAIT, sender="Sally Sender")
    filing.submission(face(1), claimed=malta)
    decide(catalogue, first, second, portrait)
    with catalogue.writing():
        catalogue.submissions.set_making(second, Making.GENERATED)
    sheet = gather_sheet(catalogue)
    assert [one.id for one in sheet.cards] == [second, first, portrait]
    assert [one.mark for one in sheet.cards] == ["AI GENERATED", "AI MODIFIED", ""]
    assert (sheet.cards[1].name, sheet.cards[1].country, sheet.cards[1].face) == (
        "Nerys Valdoon",
        "Malta",
        BOX,
    )
    assert (sheet.cards[1].width, sheet.cards[1].height) == (640, 480)
    assert (sheet.approved, sheet.unsafe) == (True, 0)
    told = str([asdict(one) for one in sheet.cards])
    assert [one for one in ("secret.jpg", "a note", "Sally Sender", "inside only") if one in told] == []


@pytest.mark.parametrize("verdict", [Verdict.REJECTED, Verdict.WITHDRAWN])
def test_what_is_unsafe_is_in_no_sheet_whichever_the_filter(
    catalogue: Catalogue, filing: Filing, verdict: Verdict
) -> None:
    unsafe, other = filing.waiting(), filing.waiting()
    decide(catalogue, unsafe, other)
    decide(catalogue, unsafe, verdict=verdict, reason=Reason.UNSAFE)
    for wanted in (
        SubmissionFilter(),
        SubmissionFilter(verdicts=frozenset({verdict})),
        SubmissionFilter(reasons=frozenset({Reason.UNSAFE})),
    ):
        sheet = gather_sheet(catalogue, wanted)
        assert unsafe not in [one.id for one in sheet.cards]
        assert sheet.unsafe == 1


def test_a_mixed_set_tells_its_verdicts_and_submitted_names_are_cleaned(
    catalogue: Catalogue, filing: Filing
) -> None:
    filing.waiting(claim=Claim("Bo\u202e", "No\nbody", "Atlantis", "King"))
    (card,) = gather_sheet(catalogue, SubmissionFilter()).cards
    assert (card.name, card.country, card.role) == ("Bo No body", "Atlantis", "King")
    assert (card.verdict, card.face, card.width) == (Verdict.UNDECIDED, None, 0)
    assert (card.making, card.mark) == (None, "AI MODIFIED"), (
        "nobody has said how, but it was sent as a deepfake"
    )
    assert not gather_sheet(catalogue, SubmissionFilter()).approved


def test_a_face_that_was_dismissed_is_not_framed(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.submission(face(1))
    (found,) = catalogue.faces.of(one)
    with catalogue.writing():
        catalogue.faces.set_dismissed(found.id, dismissed=True)
    (card,) = gather_sheet(catalogue, SubmissionFilter()).cards
    assert card.face is None
