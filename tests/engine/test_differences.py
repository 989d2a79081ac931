"""What another copy decided otherwise stands beside it until a person settles it, and goes when erased."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from filing import BOX, THRESHOLDS, Clock, Filing, face

from curator.engine.catalogue import Catalogue, SubmissionFilter, schema
from curator.engine.catalogue.copying import copy_database
from curator.engine.catalogue.elsewhere import DecidedElsewhere
from curator.engine.catalogue.holdings import count
from curator.engine.deciding import hand_work
from curator.engine.deciding.decisions import correct_claim, decide, redo, undo
from curator.engine.dossier import gather
from curator.engine.errors import CatalogueDamaged
from curator.engine.merging import merging
from curator.engine.merging.merging import LEFT_TO_A_PERSON, Merged, keep_list
from curator.engine.merging.source import take
from curator.engine.merging.standing import Counted
from curator.engine.merging.words import merged_lines
from curator.engine.privacy import erasing, held, looking
from curator.engine.records import Claim, FaceBox, Kind, PoliticianId, Reason, SubmissionId, Verdict
from curator.engine.safekeeping import backups
from curator.engine.safekeeping.backups import Kind as BackupKind
from curator.engine.wording import elsewhere_lines

ONE, TWO, THREE = (SubmissionId(number) for number in (1, 2, 3))
NORA, OTTO = PoliticianId(1), PoliticianId(2)


def give(
    catalogue: Catalogue,
    number: SubmissionId,
    verdict: Verdict,
    reason: Reason | None = None,
    *,
    by: str = "Ann",
    note: str = "",
) -> None:
    decide(catalogue, [number], verdict=verdict, reason=reason, note=note, curator=by, thresholds=THRESHOLDS)


def claim(catalogue: Catalogue, number: SubmissionId, who: PoliticianId) -> None:
    correct_claim(catalogue, number, claimed_id=who, curator="Ben", thresholds=THRESHOLDS)


def merge(catalogue: Catalogue, folder: Path) -> Merged:
    with take(catalogue.folder, folder) as source:
        return merging.merge(catalogue, source, by="Ann")


def listed(catalogue: Catalogue) -> set[SubmissionId]:
    return set(catalogue.submissions.ids(LEFT_TO_A_PERSON))


def told(catalogue: Catalogue, number: SubmissionId) -> list[tuple[str, Verdict, Reason | None, str]]:
    found = gather(catalogue, number).elsewhere
    return [(one.curator, one.verdict, one.reason, one.note) for one in found]


def sound(catalogue: Catalogue) -> bool:
    assert catalogue.complaints() == ()
    return True


Copy = Callable[[str], Catalogue]


@pytest.fixture
def copy(catalogue: Catalogue, clock: Clock, tmp_path: Path) -> Iterator[Copy]:
    """Copies the catalogue as it is, for somebody else to decide on."""
    opened = []

    def made(name: str) -> Catalogue:
        folder = tmp_path / name
        folder.mkdir()
        copy_database(catalogue.folder / "catalogue.db", folder / "catalogue.db")
        clock.advance(hours=1)
        opened.append(Catalogue.open(folder, clock=clock))
        return opened[-1]

    yield made
    for one in opened:
        one.close()


@pytest.fixture
def three(catalogue: Catalogue, filing: Filing) -> Catalogue:
    """Three submissions that claim Nora; the index has Otto as well."""
    filing.politician("Nora Nowhere")
    filing.politician("Otto Other")
    for number in (ONE, TWO, THREE):
        filing.submission(face(1))
        claim(catalogue, number, NORA)
    return catalogue


# ---------------------------------------------------------------- what is told, and until when


def test_whoever_settles_a_difference_has_the_other_decision_before_them(
    three: Catalogue, copy: Copy, clock: Clock
) -> None:
    other = copy("other")
    give(other, ONE, Verdict.REJECTED, Reason.NOT_CLAIMED, by="Ben", note="that is her <b>sister</b>")
    there = other.decisions.of(ONE)[-1]
    give(three, ONE, Verdict.APPROVED)
    clock.advance(days=1)
    assert merge(three, other.folder).counted == Counted(differing=1, left=(ONE,))
    (found,) = gather(three, ONE).elsewhere
    assert found == DecidedElsewhere(
        ONE,
        "Ben",
        there.decided_at,
        Verdict.REJECTED,
        Reason.NOT_CLAIMED,
        "that is her <b>sister</b>",
        Kind.DEEPFAKE,
        Claim("Nora", "Nowhere", "Malta", "Prime Minister"),
        False,
    )
    assert elsewhere_lines(found, submission=three.submissions.get(ONE)) == ()
    assert gather(three, TWO).elsewhere == ()
    assert listed(three) == {ONE}
    assert sound(three)


def test_a_decision_settles_it_and_undo_brings_it_back(three: Catalogue, copy: Copy) -> None:
    other = copy("other")
    for number in (ONE, TWO):
        give(other, number, Verdict.REJECTED, Reason.UNSAFE, by="Ben")
        give(three, number, Verdict.APPROVED)
    merge(three, other.folder)
    assert listed(three) == {ONE, TWO}
    # To say the same again is to settle it, too.
    give(three, ONE, Verdict.APPROVED)
    assert (listed(three), told(three, ONE)) == ({TWO}, [])
    assert three.submissions.count(LEFT_TO_A_PERSON) == 1
    undo(three, curator="Ann")
    assert listed(three) == {ONE, TWO}
    redo(three, curator="Ann")
    assert listed(three) == {TWO}
    for number in (ONE, TWO):
        give(three, number, Verdict.REJECTED, Reason.UNSAFE)
    undo(three, curator="Ann")
    undo(three, curator="Ann")
    assert listed(three) == {TWO}
    # What was settled is not raised again by the same decision.
    done = merge(three, other.folder)
    assert (done.counted.left, bool(done.changes)) == ((ONE, TWO), False)
    assert keep_list(three, done.counted, name="a list") == (TWO,)
    assert listed(three) == {TWO}
    assert sound(three)


def test_what_others_corrected_and_decided_is_left_with_what_differs(three: Catalogue, copy: Copy) -> None:
    other = copy("other")
    claim(other, ONE, OTTO)
    hand_work.correct_kind(other, TWO, kind=Kind.PORTRAIT, curator="Ben", thresholds=THRESHOLDS)
    found = other.faces.of(THREE)[0]
    hand_work.dismiss_face(other, found.id, curator="Ben", thresholds=THRESHOLDS)
    hand_work.draw_face(other, THREE, FaceBox(400, 300, 90, 90), curator="Ben", thresholds=THRESHOLDS)
    for number in (ONE, TWO, THREE):
        give(other, number, Verdict.APPROVED, by="Ben")
    done = merge(three, other.folder)
    assert done.counted == Counted(other_claims=2, other_faces=1, left=(ONE, TWO, THREE))
    assert {three.submissions.get(number).verdict for number in (ONE, TWO, THREE)} == {Verdict.UNDECIDED}
    lines = [
        elsewhere_lines(gather(three, number).elsewhere[0], submission=three.submissions.get(number))
        for number in (ONE, TWO, THREE)
    ]
    assert lines == [
        ("Its claim there: Otto Other",),
        ("Its kind there: portrait",),
        ("Its faces are marked otherwise there.",),
    ]
    words = merged_lines(done, pictures=True)
    assert "1 picture was approved there with faces that were marked otherwise by hand." in words[2]
    assert words[-1].startswith("What was decided there stands beside it on the desk")
    # Whoever corrects it here as well is told nothing more than the verdict.
    claim(three, ONE, OTTO)
    (one,) = gather(three, ONE).elsewhere
    assert elsewhere_lines(one, submission=three.submissions.get(ONE)) == ()
    # And then it could come in.
    assert merge(three, other.folder).counted.verdicts == {Verdict.APPROVED: 1}
    assert listed(three) == {TWO, THREE}
    assert sound(three)


def test_two_approvals_as_different_people_are_no_agreement(three: Catalogue, copy: Copy) -> None:
    other = copy("other")
    claim(other, ONE, OTTO)
    for number in (ONE, TWO):
        give(other, number, Verdict.APPROVED, by="Ben")
        give(three, number, Verdict.APPROVED)
    claim(other, THREE, OTTO)
    for side in (three, other):
        give(side, THREE, Verdict.REJECTED, Reason.NO_FACE)
    assert merge(three, other.folder).counted == Counted(same=2, differing=1, left=(ONE,))


def test_two_politicians_of_one_name_are_told_apart_by_their_countries(
    catalogue: Catalogue, filing: Filing, copy: Copy
) -> None:
    sent = Claim("Nora", "Nowhere")
    one = filing.waiting(claim=sent)
    other = copy("other")
    for side, country in ((catalogue, "Italy"), (other, "Spain")):
        who = Filing(side).politician(sent.full_name, country=country)
        with side.writing():
            side.submissions.set_claim(one, claim=sent, claimed_id=who)
    give(other, one, Verdict.APPROVED, by="Ben")
    assert merge(catalogue, other.folder).counted == Counted(other_claims=1, left=(one,))


@pytest.mark.parametrize("box", [BOX, FaceBox(BOX.left + 4, BOX.top + 4, BOX.width, BOX.height)])
def test_faces_that_are_corrected_alike_are_no_difference(three: Catalogue, copy: Copy, box: FaceBox) -> None:
    other = copy("other")
    for side, drawn in ((three, FaceBox(400, 300, 90, 90)), (other, FaceBox(402, 303, 90, 90))):
        hand_work.draw_face(side, ONE, drawn, curator="Ann", thresholds=THRESHOLDS)
    # What each side's program found is not compared as long as nobody corrected it.
    Filing(other).analyse(TWO, face(1, box=box), face(2, box=FaceBox(500, 20, 80, 80)))
    for number in (ONE, TWO):
        give(other, number, Verdict.APPROVED, by="Ben")
    assert merge(three, other.folder).counted == Counted({Verdict.APPROVED: 2})


def test_a_rejection_comes_in_whatever_the_faces_are(three: Catalogue, copy: Copy) -> None:
    other = copy("other")
    hand_work.draw_face(other, ONE, FaceBox(400, 300, 90, 90), curator="Ben", thresholds=THRESHOLDS)
    give(other, ONE, Verdict.REJECTED, Reason.SEVERAL_FACES, by="Ben")
    assert merge(three, other.folder).counted == Counted({Verdict.REJECTED: 1})


# ---------------------------------------------------------------- several merges


def test_what_the_other_copy_takes_back_is_forgotten(three: Catalogue, copy: Copy, clock: Clock) -> None:
    other = copy("other")
    for number in (ONE, TWO, THREE):
        give(other, number, Verdict.REJECTED, Reason.UNSAFE, by="Ben")
        give(three, number, Verdict.APPROVED)
    merge(three, other.folder)
    clock.advance(days=1)
    give(other, ONE, Verdict.APPROVED, by="Ben")
    give(other, TWO, Verdict.SKIPPED, by="Cleo")
    done = merge(three, other.folder)
    assert set(done.changes.submissions) == {ONE, TWO}
    assert (told(three, ONE), listed(three)) == ([], {TWO, THREE})
    assert told(three, TWO) == [("Cleo", Verdict.SKIPPED, None, "")]
    # Settled before it changed there: what is new there is a new difference.
    give(three, THREE, Verdict.APPROVED)
    assert listed(three) == {TWO}
    give(other, THREE, Verdict.REJECTED, Reason.NO_FACE, by="Ben")
    merge(three, other.folder)
    assert told(three, THREE) == [("Ben", Verdict.REJECTED, Reason.NO_FACE, "")]
    assert sound(three)


def test_two_copies_that_both_differ_are_both_told(three: Catalogue, copy: Copy, clock: Clock) -> None:
    first, second = copy("first"), copy("second")
    give(first, ONE, Verdict.REJECTED, Reason.UNSAFE, by="Ben", note="of Ben")
    clock.advance(hours=1)
    give(second, ONE, Verdict.SKIPPED, Reason.ASK, by="Cleo")
    give(three, ONE, Verdict.APPROVED)
    for other in (second, first, second):
        merge(three, other.folder)
    assert told(three, ONE) == [
        ("Ben", Verdict.REJECTED, Reason.UNSAFE, "of Ben"),
        ("Cleo", Verdict.SKIPPED, Reason.ASK, ""),
    ]


def test_a_decision_that_comes_in_settles_nothing_but_what_says_the_same(
    three: Catalogue, copy: Copy
) -> None:
    first, second = copy("first"), copy("second")
    for number in (ONE, TWO):
        give(first, number, Verdict.REJECTED, Reason.UNSAFE, by="Ben")
        give(three, number, Verdict.APPROVED)
    merge(three, first.folder)
    undo(three, curator="Ann")
    undo(three, curator="Ann")
    give(second, ONE, Verdict.APPROVED, by="Cleo")
    give(second, TWO, Verdict.REJECTED, Reason.UNSAFE, by="Cleo")
    assert merge(three, second.folder).counted.decisions == 2
    assert listed(three) == {ONE}


def test_what_is_unsettled_travels_on_but_never_back_to_its_author(
    three: Catalogue, copy: Copy, clock: Clock
) -> None:
    hub, third = copy("hub"), copy("third")
    give(three, ONE, Verdict.REJECTED, Reason.UNSAFE, by="Ann", note="of Ann")
    give(three, TWO, Verdict.REJECTED, Reason.UNSAFE, by="Ann")
    clock.advance(hours=1)
    for number in (ONE, TWO):
        give(hub, number, Verdict.APPROVED, by="Ben")
    merge(hub, three.folder)
    assert listed(hub) == {ONE, TWO}
    clock.advance(hours=1)
    give(hub, TWO, Verdict.APPROVED, by="Ben")
    # The hub's decisions come in there; what is not settled in the hub is not settled by that.
    assert merge(third, hub.folder).counted == Counted({Verdict.APPROVED: 2})
    assert told(third, ONE) == [("Ann", Verdict.REJECTED, Reason.UNSAFE, "of Ann")]
    assert listed(third) == {ONE}
    merge(three, hub.folder)
    assert [one[0] for one in told(three, ONE)] == ["Ben"]
    # Also by way of the third, where it came in by a merge.
    merge(three, third.folder)
    assert [one[0] for one in told(three, ONE)] == ["Ben"]
    assert all(sound(one) for one in (three, hub, third))


def test_a_backup_keeps_what_is_unsettled(three: Catalogue, copy: Copy) -> None:
    other = copy("other")
    give(other, ONE, Verdict.REJECTED, Reason.UNSAFE, by="Ben", note="no")
    give(three, ONE, Verdict.APPROVED)
    merge(three, other.folder)
    backup = backups.make(three.folder, kind=BackupKind.BY_HAND)
    assert backup is not None
    folder = three.folder.with_name("restored")
    folder.mkdir()
    shutil.copy(backup.path, folder / "catalogue.db")
    with Catalogue.open(folder) as restored:
        assert told(restored, ONE) == [("Ben", Verdict.REJECTED, Reason.UNSAFE, "no")]
        assert listed(restored) == {ONE}


# ---------------------------------------------------------------- erasing


@pytest.fixture
def marked(three: Catalogue, filing: Filing, copy: Copy, clock: Clock) -> Catalogue:
    """Differences that name people: in notes, and by claims that were corrected there."""
    alone = filing.waiting(sender="Sue Sender")
    filing.politician("Zenobia Zqmarked")
    other = copy("other")
    zenobia = other.politicians.find(full_name="Zenobia Zqmarked", country="")
    assert zenobia is not None
    claim(other, ONE, zenobia.id)
    give(other, ONE, Verdict.APPROVED, by="Ben", note="Zqnote, as Sue Sender said")
    give(other, TWO, Verdict.APPROVED, by="Ben", note="not Zenobia Zqmarked")
    give(other, alone, Verdict.APPROVED, by="Ben", note="Zqalone")
    for number in (ONE, TWO, alone):
        give(three, number, Verdict.REJECTED, Reason.UNSAFE)
    merge(three, other.folder)
    assert listed(three) == {ONE, TWO, alone}
    return three


def traces(folder: Path, *words: str) -> list[str]:
    data = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [word for word in words if word.encode() in data]


def fully(catalogue: Catalogue, wanted: looking.Erasure) -> None:
    erasing.erase(catalogue.folder, wanted)
    assert erasing.finish(catalogue.folder).not_yet == ()
    assert sound(catalogue)


def test_it_goes_with_rejected_pictures(marked: Catalogue, clock: Clock) -> None:
    assert traces(marked.folder, "Zqnote", "Zqalone") == ["Zqnote", "Zqalone"]
    clock.advance(days=40)
    fully(marked, looking.rejected(marked.folder, days=30, now=clock))
    assert traces(marked.folder, "Zqnote", "Zqalone") == []
    assert count(marked._connection).decided_elsewhere == 0


def test_it_goes_with_a_sender(marked: Catalogue) -> None:
    fully(marked, looking.sender(marked.folder, "sue sender"))
    assert traces(marked.folder, "Zqnote", "Zqalone", "Sue Sender") == []
    # The decision itself names nobody, and is still to be settled.
    assert told(marked, ONE) == [("Ben", Verdict.APPROVED, None, "")]
    assert told(marked, TWO) == [("Ben", Verdict.APPROVED, None, "not Zenobia Zqmarked")]


def test_it_goes_with_a_politician(marked: Catalogue) -> None:
    who = marked.politicians.find(full_name="Zenobia Zqmarked", country="")
    assert who is not None
    fully(marked, looking.politician(marked.folder, who.id))
    assert traces(marked.folder, "Zqmarked") == []
    (one,) = gather(marked, ONE).elsewhere
    assert (one.note, one.claim) == ("Zqnote, as Sue Sender said", Claim())
    assert elsewhere_lines(one, submission=marked.submissions.get(ONE)) == ("Its claim was another there.",)
    assert told(marked, TWO) == [("Ben", Verdict.APPROVED, None, "")]


def test_of_what_two_sent_the_part_of_one_goes(catalogue: Catalogue, filing: Filing, copy: Copy) -> None:
    one = filing.waiting(sender="Sue Sender", claim=Claim("Zqgiven", "Zqsurname", "Zqland", "Zqrole"))
    stays = catalogue.submissions.get(one).digest
    filing.waiting(sender="Tom", claim=Claim("Nora", "Nowhere"), file=stays)
    other = copy("other")
    give(other, one, Verdict.APPROVED, by="Ben", note="Zqnote")
    give(catalogue, one, Verdict.REJECTED, Reason.UNSAFE)
    merge(catalogue, other.folder)
    fully(catalogue, looking.sender(catalogue.folder, "sue sender"))
    assert traces(catalogue.folder, "Zqgiven", "Zqsurname", "Zqland", "Zqrole", "Zqnote") == []
    (left,) = gather(catalogue, one).elsewhere
    assert (left.verdict, left.note, left.claim) == (Verdict.APPROVED, "", Claim())


def test_a_copy_that_may_hold_what_was_erased_brings_no_words(
    three: Catalogue, filing: Filing, copy: Copy
) -> None:
    filing.waiting(sender="Sue Sender")
    gone = filing.politician("Zenobia Zqmarked")
    other, third = copy("other"), copy("third")
    claim(other, ONE, gone)
    claim(other, TWO, OTTO)
    for number in (ONE, TWO):
        give(other, number, Verdict.APPROVED, by="Ben", note="Zqnote, as Sue Sender said")
    give(third, THREE, Verdict.REJECTED, Reason.OTHER, by="Cleo", note="Zqnote too")
    give(other, THREE, Verdict.APPROVED, by="Ben")
    merge(other, third.folder)
    fully(three, looking.sender(three.folder, "sue sender"))
    fully(three, looking.politician(three.folder, gone))
    give(three, THREE, Verdict.SKIPPED)
    merge(three, other.folder)
    assert told(three, ONE) == [("Ben", Verdict.APPROVED, None, "")]
    assert gather(three, ONE).elsewhere[0].claim == Claim()
    assert gather(three, TWO).elsewhere[0].claim.full_name == "Otto Other"
    assert {one[0] for one in told(three, THREE)} == {"Ben", "Cleo"}
    assert traces(three.folder, "Zqnote", "Zqmarked", "Sue Sender") == []


def test_the_privacy_page_counts_it(marked: Catalogue) -> None:
    lines = [line for group in held.groups(held.held(marked.folder)) for line in group.lines]
    assert "3 decisions of other copies that differ, with their curators, notes and claims" in lines


# ---------------------------------------------------------------- what others may have written


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decided_elsewhere SET verdict = 'perhaps'",
        "UPDATE decided_elsewhere SET verdict = 'undecided'",
        "UPDATE decided_elsewhere SET decided_at = 'yesterday'",
        "UPDATE decided_elsewhere SET after_row = 9999",
    ],
)
def test_what_no_merge_can_have_written_is_found(marked: Catalogue, change: str) -> None:
    with closing(sqlite3.connect(marked.path)) as outside, outside:
        outside.execute(f"{change} WHERE submission_id = 2")
    told = "What another copy decided about submission 2 was changed from outside."
    assert marked.complaints() == (told,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decided_elsewhere SET reason = 'no_face'",
        "UPDATE decided_elsewhere SET decided_at = '2026-03-04T00:00:00'",
        "UPDATE decided_elsewhere SET kind = 'mask'",
        "UPDATE curators SET name = '' WHERE name = 'Ben'",
    ],
)
def test_nonsense_that_another_copy_keeps_of_a_third_is_refused(
    three: Catalogue, copy: Copy, change: str
) -> None:
    other, third = copy("other"), copy("third")
    give(third, ONE, Verdict.APPROVED, by="Ben")
    give(other, ONE, Verdict.SKIPPED, by="Cleo")
    merge(other, third.folder)
    assert listed(other) == {ONE}
    other.close()
    with closing(sqlite3.connect(other.path)) as outside, outside:
        outside.execute(change)
    give(three, ONE, Verdict.REJECTED, Reason.UNSAFE)
    with pytest.raises(CatalogueDamaged):
        merge(three, other.folder)
    assert listed(three) == set()


# ---------------------------------------------------------------- the filter, and older catalogues


def test_the_filter_narrows_with_others_and_is_kept(marked: Catalogue) -> None:
    give(marked, TWO, Verdict.APPROVED)
    rejected = SubmissionFilter(verdicts=frozenset({Verdict.REJECTED}), decided_elsewhere=True)
    assert marked.submissions.ids(rejected) == tuple(marked.submissions.ids(LEFT_TO_A_PERSON))
    facets = marked.submissions.facets(LEFT_TO_A_PERSON)
    assert (facets.total, facets.verdicts) == (2, {Verdict.REJECTED: 2})
    with marked.writing():
        marked.saved_filters.keep("left", LEFT_TO_A_PERSON)
    assert [one.filter for one in marked.saved_filters.all()] == [LEFT_TO_A_PERSON]


def test_a_catalogue_of_before_gets_its_table(
    three: Catalogue, copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = schema.steps()
    with monkeypatch.context() as before:
        before.setattr(schema, "steps", lambda: dict(list(shipped.items())[:1]))
        before.setattr(schema, "DECIDED_ELSEWHERE", "")
        Catalogue.create(tmp_path / "old").close()
    with Catalogue.open(tmp_path / "old") as opened:
        assert sound(opened)
        assert opened.elsewhere.open_ids() == frozenset()
    assert (tmp_path / "old/backups/catalogue-before-0002_decided_elsewhere.db").is_file()
