"""Lists, numbers and searching agree with a plain reading of every submission, whichever way they go."""

import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from filing import BOX, THRESHOLDS, Clock, Filing, analysed, digest, encoding, face, picture_hash
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.engine.catalogue import (
    Catalogue,
    CatalogueReader,
    Facets,
    Order,
    SavedFilter,
    Standing,
    SubmissionFilter,
    selection,
)
from curator.engine.catalogue.words import folded, terms_of
from curator.engine.comparison import listed_margin
from curator.engine.countries import Role
from curator.engine.deciding import decisions
from curator.engine.errors import CatalogueError, CatalogueReadOnly, RefusedChange
from curator.engine.records import (
    AnalysisState,
    Claim,
    FaceBox,
    Kind,
    Likeness,
    Match,
    Outcome,
    Politician,
    PoliticianId,
    Reason,
    Submission,
    SubmissionId,
    Verdict,
    Word,
)
from curator.engine.similar import SimilarIndex

PEOPLE = (
    ("Nerys Valdoon", "Malta", Role.PRIME_MINISTER),
    ("Ilka Brandwyn", "Austria", Role.PRIME_MINISTER),
    ("Łucja Šimonytė", "Austria", Role.JUSTICE_MINISTER),
    ("Ola Ærøskov", "Denmark", Role.DEFENSE_MINISTER),
    ("Bo Brandwyn", "Denmark", Role.PRIME_MINISTER),
    ("Unclaimed Person", "Denmark", Role.INTERIOR_MINISTER),
)
NAMES = ("IMG_01.jpg", "50%_beach.jpg", "Straße.png", "party two.webp", "łódź.jpg")
NOTES = ("", "at the SEA", "Đakovo, part 2", "no “quotes” AND (brackets) OR NOT", "malta again")
SENDERS = ("", "pip@example.org", "Zoë")
SOURCES = ("a folder", "table.csv, row 2", "folder/Malta", "")
CURATORS = ("Ada", "Ben", "Cleo")
REASONS = (Reason.NO_FACE, Reason.NOT_CLAIMED, Reason.OTHER)
WORDS = (
    "brandwyn", "BRAND", "sea", "malta", "simonyte", "Łódź", "lodz", "strasse", "straße", "img_01", "img",
    "01", "50%", "%", "\\", '"', "AND", "OR", "NOT", "two", "pip@example", "zoe", "aeroskov", "nobody", "x",
    "austria", "dakovo", "quotes", "a", "*", "NEAR(", "-sea", "sea:",
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """A submission as a plain reading tells it."""

    submission: Submission
    claimed: Politician | None
    held: frozenset[str]
    curator: str
    distance: float | None
    margin: float | None


# ---------------------------------------------------------------- a catalogue with everything in it


def fill(filing: Filing, clock: Clock) -> None:
    lots = Random(7)
    catalogue = filing.catalogue
    people = [
        filing.politician(name, country=country, role=role, portraits=[encoding(number)] * (number != 3))
        for number, (name, country, role) in enumerate(PEOPLE)
    ]
    listed: list[SubmissionId] = []
    for number in range(70):
        clock.advance(hours=lots.randint(0, 30))
        claimed = lots.choice([*people[:5], None])
        claim = None
        if claimed is None and lots.random() < 0.5:
            claim = Claim("Somebody", "Else", "Malta")
        one = filing.waiting(
            claimed=claimed,
            claim=claim,
            name=lots.choice(NAMES),
            note=lots.choice(NOTES),
            sender=lots.choice(SENDERS),
            source=lots.choice(SOURCES),
            kind=lots.choice(list(Kind)),
        )
        listed.append(one)
        if number % 9 == 0:
            continue
        who = lots.randrange(6) if claimed is None else people.index(claimed)
        faces = [face(lots.choice([who, who, 1, 50]), away=lots.choice([0.1, 0.3, 0.5, 0.57]))]
        if lots.random() < 0.2:
            faces.append(face(77, box=FaceBox(400, 300, 120, 120)))
        filing.analyse(one, *faces[: lots.choice([0, 1, 2, 2])])
        verdict = lots.choice([None, None, *Verdict])
        if verdict in {None, Verdict.UNDECIDED, Verdict.WITHDRAWN}:
            continue
        decisions.decide(
            catalogue,
            [one],
            verdict=Verdict(verdict),
            reason=lots.choice(REASONS) if verdict is Verdict.REJECTED else None,
            curator=lots.choice(CURATORS),
            thresholds=THRESHOLDS,
        )
        if lots.random() < 0.2:
            decisions.correct_claim(
                catalogue, one, claimed_id=lots.choice(people), curator="Cleo", thresholds=THRESHOLDS
            )
        if lots.random() < 0.3:
            decisions.undo_for(catalogue, one, curator="Ben")
        if lots.random() < 0.2:
            decisions.decide(
                catalogue, [one], verdict=Verdict.APPROVED, curator="Dora", thresholds=THRESHOLDS
            )
    filing.unreadable()


def known_of(catalogue: Catalogue) -> dict[SubmissionId, Known]:
    """Everything, by the simplest means: one submission after the other."""
    found = {}
    number = 1
    while catalogue.submissions.has(SubmissionId(number)):
        one = SubmissionId(number)
        submission = catalogue.submissions.get(one)
        log = catalogue.decisions.of(one)
        undone = {row.undoes for row in log if row.action == "undo"}
        redone = {row.undoes for row in log if row.action == "redo"}
        undone -= {row.undoes for row in log if row.id in redone}
        given = [row for row in log if row.action == "decide" and row.id not in undone]
        row = catalogue.submissions.rows([one])[one]
        found[one] = Known(
            submission,
            None if submission.claimed_id is None else catalogue.politicians.get(submission.claimed_id),
            frozenset(
                finding.code
                for finding in catalogue.submissions.findings(one)
                if finding.outcome is not Outcome.APPROVE
            ),
            max(given, key=lambda row: row.id).curator if given else "",
            row.distance,
            row.margin,
        )
        number += 1
    return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalogue, dict[SubmissionId, Known]]]:
    clock = Clock()
    with Catalogue.create(tmp_path_factory.mktemp("lists") / "catalogue", clock=clock) as catalogue:
        fill(Filing(catalogue), clock)
        yield catalogue, known_of(catalogue)


# ---------------------------------------------------------------- the same in plain Python


def parts(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", folded(text))


def says(text: str, phrase: list[str]) -> bool:
    """Whether the text holds those words in a row, the last one as a beginning."""
    words = parts(text)
    return any(
        words[start : start + len(phrase) - 1] == phrase[:-1]
        and words[start + len(phrase) - 1].startswith(phrase[-1])
        for start in range(len(words) - len(phrase) + 1)
    )


def lets_through(wanted: SubmissionFilter, one: Known) -> bool:
    submission, claimed = one.submission, one.claimed
    told = [submission.file_name, submission.note, submission.sender, submission.claim.full_name]
    if claimed is not None:
        told += [claimed.full_name, claimed.country]
    asked: Sequence[tuple[Any, frozenset[Any]]] = (
        (submission.verdict, wanted.verdicts),
        (submission.advice and submission.advice.outcome, wanted.outcomes),
        (submission.kind, wanted.kinds),
        (submission.reason, wanted.reasons),
        (claimed and claimed.country, wanted.countries),
        (claimed and claimed.role, wanted.roles),
        (claimed and claimed.id, wanted.politicians),
        (submission.source, wanted.sources),
        (one.curator, wanted.curators),
    )
    day = submission.received_at.date()
    return (
        all(not chosen or value in chosen for value, chosen in asked)
        and (not wanted.findings or bool(wanted.findings & one.held))
        and (wanted.received_from is None or wanted.received_from <= day)
        and (wanted.received_to is None or day <= wanted.received_to)
        and all(any(says(text, parts(word)) for text in told) for word in wanted.text.split() if parts(word))
    )


def place(order: Order, one: Known) -> tuple[Any, ...]:
    submission = one.submission
    advised = submission.advice and submission.advice.outcome
    ranks = (Outcome.LOOK_CLOSER, Outcome.APPROVE, Outcome.REJECT, None)
    near = 99.0 if one.distance is None else one.distance
    name = (1, "", "", 0)
    if one.claimed is not None:
        name = (0, folded(one.claimed.surname), folded(one.claimed.given_name), one.claimed.id)
    places: dict[Order, tuple[Any, ...]] = {
        Order.ADVICE: (ranks.index(advised), submission.id),
        Order.MARGIN: (99.0 if one.margin is None else one.margin, submission.id),
        Order.DISTANCE: (near, submission.id),
        Order.ARRIVAL: (-submission.received_at.timestamp(), -submission.id),
        Order.POLITICIAN: (*name, near, submission.id),
    }
    return places[order]


def listed(wanted: SubmissionFilter, known: dict[SubmissionId, Known]) -> tuple[SubmissionId, ...]:
    found = [number for number, one in known.items() if lets_through(wanted, one)]
    found.sort(key=lambda number: place(wanted.order, known[number]), reverse=wanted.backwards)
    return tuple(found)


def counted(wanted: SubmissionFilter, known: dict[SubmissionId, Known]) -> Facets:
    def under(field: str) -> list[Known]:
        emptied: Any = replace(wanted, **{field: frozenset()})
        return [one for one in known.values() if lets_through(emptied, one)]

    def number(field: str, values: Any) -> dict[Any, int]:
        counts = Counter(value for one in under(field) for value in values(one) if value)
        return dict(counts)

    return Facets(
        len(listed(wanted, known)),
        number("verdicts", lambda one: [one.submission.verdict]),
        number("outcomes", lambda one: [one.submission.advice and one.submission.advice.outcome]),
        number("kinds", lambda one: [one.submission.kind]),
        number("reasons", lambda one: [one.submission.reason]),
        number("findings", lambda one: one.held),
        number("countries", lambda one: [one.claimed and one.claimed.country]),
        number("roles", lambda one: [one.claimed and one.claimed.role]),
        number("politicians", lambda one: [one.claimed and one.claimed.id]),
        number("sources", lambda one: [one.submission.source]),
        number("curators", lambda one: [one.curator]),
    )


def some(values: Sequence[Any]) -> st.SearchStrategy[frozenset[Any]]:
    return st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(values), max_size=3))


DAYS = st.none() | st.sampled_from([date(2026, 3, 4) + timedelta(days=days) for days in range(0, 45, 3)])
FILTERS = st.builds(
    SubmissionFilter,
    verdicts=some(list(Verdict)),
    outcomes=some(list(Outcome)),
    kinds=some(list(Kind)),
    reasons=some([*REASONS, Reason.ASK]),
    findings=some(["not_claimed", "claim_near", "several_faces", "no_face", "no_claim", "not_indexed"]),
    countries=some(["Malta", "Austria", "Denmark", "Nowhere"]),
    roles=some([*Role]),
    politicians=some([PoliticianId(number) for number in range(1, 8)]),
    sources=some(SOURCES[:3]),
    curators=some([*CURATORS, "Dora", "Nobody"]),
    received_from=DAYS,
    received_to=DAYS,
    text=st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join),
    order=st.sampled_from(list(Order)),
    backwards=st.booleans(),
)
"""Mostly several fields at once; what they ask is often met by nobody, so the next strategy asks less."""

SINGLE = st.sampled_from(
    [one.name for one in fields(SubmissionFilter) if one.name not in {"order", "backwards"}]
)


@st.composite
def fewer_fields(draw: st.DrawFn) -> SubmissionFilter:
    whole = draw(FILTERS)
    kept = draw(st.sets(SINGLE, max_size=2))
    return SubmissionFilter(
        order=whole.order, backwards=whole.backwards, **{name: getattr(whole, name) for name in kept}
    )


@settings(max_examples=150, deadline=None)
@given(wanted=FILTERS | fewer_fields(), few=st.sampled_from([-1, 12, 2000]))
def test_lists_and_numbers_are_those_of_a_plain_reading(
    desk: tuple[Catalogue, dict[SubmissionId, Known]], wanted: SubmissionFilter, few: int
) -> None:
    catalogue, known = desk
    table = catalogue.submissions
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(selection, "_FEW", few)  # whichever of its ways a list goes
        assert table.ids(wanted) == listed(wanted, known)
        assert table.count(wanted) == len(listed(wanted, known))
        assert table.facets(wanted) == counted(wanted, known)


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("verdicts", [frozenset(), frozenset({Verdict.UNDECIDED})])
def test_every_order_is_total_and_turns_round(
    desk: tuple[Catalogue, dict[SubmissionId, Known]],
    monkeypatch: pytest.MonkeyPatch,
    order: Order,
    backwards: bool,
    verdicts: frozenset[Verdict],
) -> None:
    catalogue, known = desk
    wanted = SubmissionFilter(verdicts=verdicts, order=order, backwards=backwards)
    assert catalogue.submissions.ids(wanted) == listed(wanted, known)
    monkeypatch.setattr(selection, "_FEW", -1)
    assert catalogue.submissions.ids(wanted) == listed(wanted, known)
    assert catalogue.submissions.ids(replace(wanted, backwards=not backwards)) == listed(wanted, known)[::-1]


def test_the_catalogue_of_these_tests_has_everything(
    desk: tuple[Catalogue, dict[SubmissionId, Known]],
) -> None:
    _, known = desk
    facets = counted(SubmissionFilter(), known)
    assert len(facets.verdicts) == 4
    assert len(facets.outcomes) == 3
    assert set(facets.curators) == {*CURATORS, "Dora"}
    assert len(facets.findings) > 4
    assert len([one for one in known.values() if one.margin is not None and one.margin < 0]) > 3


def test_counts_are_those_of_a_plain_reading(desk: tuple[Catalogue, dict[SubmissionId, Known]]) -> None:
    catalogue, known = desk
    every = [one.submission for one in known.values()]
    counts = catalogue.submissions.counts()
    assert counts.total == len(every)
    assert counts.pending == sum(one.state is AnalysisState.PENDING for one in every)
    assert counts.groups == Counter(
        (one.verdict, one.advice and one.advice.outcome, one.kind) for one in every
    )
    assert counts.verdicts == Counter(one.verdict for one in every)
    undecided = [one for one in every if one.verdict is Verdict.UNDECIDED]
    assert counts.kinds == Counter(one.kind for one in undecided)
    assert counts.outcomes == Counter(one.advice.outcome for one in undecided if one.advice)
    assert counts.kinds_under(()) == Counter(one.kind for one in every)
    assert catalogue.complaints() == ()


def test_coverage_is_that_of_a_plain_reading(desk: tuple[Catalogue, dict[SubmissionId, Known]]) -> None:
    catalogue, known = desk
    portraits = catalogue.politicians.portrait_counts()
    assert catalogue.coverage_counts() == {
        one.id: Standing(
            portraits.get(one.id, 0),
            *(
                sum(
                    each.submission.claimed_id == one.id
                    and each.submission.verdict is verdict
                    and kind in {None, each.submission.kind}
                    for each in known.values()
                )
                for verdict, kind in (
                    (Verdict.APPROVED, Kind.PORTRAIT),
                    (Verdict.APPROVED, Kind.DEEPFAKE),
                    (Verdict.UNDECIDED, None),
                )
            ),
        )
        for one in catalogue.politicians.all()
    }


# ---------------------------------------------------------------- searching


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=20))
def test_nothing_typed_is_taken_for_a_command(
    desk: tuple[Catalogue, dict[SubmissionId, Known]], text: str
) -> None:
    catalogue, _ = desk
    found = catalogue.submissions.ids(SubmissionFilter(text=text))
    assert len(found) == catalogue.submissions.count(SubmissionFilter(text=text))
    if not terms_of(text):
        assert len(found) == catalogue.submissions.counts().total


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Łódź", "lodz"),
        ("STRASSE", "straße"),
        ("Ærø", "aero"),
        ("Đorđe", "dorde"),
        ("ﬁn", "fin"),
        ("Éa", "ea"),
    ],
)
def test_letters_are_found_as_they_are_typed(typed: str, meant: str) -> None:
    assert folded(typed) == folded(meant) == folded(folded(typed))


def test_words_follow_every_change(catalogue: Catalogue, filing: Filing) -> None:
    table = catalogue.submissions

    def found(text: str) -> tuple[SubmissionId, ...]:
        return table.ids(SubmissionFilter(text=text))

    ilka = filing.politician("Ilka Brandwyn", country="Austria")
    one = filing.waiting(claimed=ilka, name="a.jpg", note="at the sea")
    assert found("brandwyn sea") == found("austria") == (one,)
    with catalogue.writing():
        catalogue.politicians.edit(
            replace(catalogue.politicians.get(ilka), surname="Newname", country="Malta")
        )
    assert found("newname") == found("malta a.jpg") == (one,)
    assert found("austria") == ()
    assert found("brandwyn") == (one,)  # the sender's own words stay
    with catalogue.writing():
        table.set_claim(one, claim=Claim(), claimed_id=None)
        table.set_note(one, "on the moon")
    assert found("brandwyn") == found("sea") == found("newname") == ()
    assert found("mo") == (one,)
    assert table.get(one).note == "on the moon"
    two = filing.waiting(name="b.jpg")
    with catalogue.writing():
        arrival = replace(table.arrivals(two)[0], claim=Claim("Bo", "Late"), sender="other")
        table.receive(arrival, claimed_id=None)
    assert found("late") == (two,)


def test_words_are_undone_with_their_transaction(catalogue: Catalogue, filing: Filing) -> None:
    one = filing.waiting(note="before")

    def fail() -> None:
        with catalogue.writing():
            catalogue.submissions.set_note(one, "after")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert catalogue.submissions.ids(SubmissionFilter(text="before")) == (one,)
    assert catalogue.submissions.ids(SubmissionFilter(text="after")) == ()


def test_a_corrected_kind_is_to_be_assessed(catalogue: Catalogue, filing: Filing) -> None:
    filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    one, waiting = filing.submission(face(1)), filing.waiting()
    with catalogue.writing():
        catalogue.submissions.set_kind(one, Kind.PORTRAIT)
        catalogue.submissions.set_kind(waiting, Kind.PORTRAIT)
    assert one in catalogue.submissions.outdated(mark="any", limit=9)
    assert waiting not in catalogue.submissions.outdated(mark="any", limit=9)
    assert catalogue.submissions.counts().kinds == {Kind.PORTRAIT: 2}


# ---------------------------------------------------------------- lines


def test_a_line_shows_what_is_known(catalogue: Catalogue, filing: Filing, clock: Clock) -> None:
    ilka = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    filing.politician("Bo Rivalle", portraits=[encoding(2)])
    near = filing.submission(face(1, away=0.3), face(9, box=FaceBox(0, 0, 50, 50)), claimed=ilka)
    far, waiting = filing.submission(face(2), claimed=ilka), filing.waiting(claim=Claim("Not", "Indexed"))
    rows = catalogue.submissions.rows([near, far, waiting, SubmissionId(99)])
    assert set(rows) == {near, far, waiting}
    assert rows[near].claimed == "Ilka Brandwyn"
    assert (rows[near].face, rows[near].width, rows[near].height) == (BOX, 640, 480)
    assert rows[near].distance == pytest.approx(0.3, abs=0.01)
    assert rows[near].margin is not None
    assert rows[near].margin > 0.3
    assert rows[far].margin == pytest.approx(-(rows[far].distance or 0), abs=1e-6)
    assert rows[near].received_at == clock.time
    assert (rows[waiting].claimed, rows[waiting].face, rows[waiting].width) == ("Not Indexed", None, 0)
    assert (rows[waiting].margin, rows[waiting].copies, rows[waiting].advice) == (None, 0, None)


def test_a_margin_reads_the_same_for_everyone() -> None:
    nearest = Match(PoliticianId(1), 0.4, 1, 0.2, Word.STRONG)
    third = Match(PoliticianId(2), 0.7, 3, 0.3, Word.NO_MATCH)
    assert (listed_margin(nearest), listed_margin(third)) == (0.2, -0.3)


def test_copies_are_counted_through_each_other(catalogue: Catalogue, filing: Filing) -> None:
    first, second, third, alone = (filing.waiting() for _ in range(4))
    with catalogue.writing():
        catalogue.submissions.keep_duplicate(second, of=Likeness(first, 3))
        catalogue.submissions.keep_duplicate(third, of=Likeness(second, 3))
    rows = catalogue.submissions.rows([first, second, third, alone])
    assert [rows[one].copies for one in (first, second, third, alone)] == [2, 2, 2, 0]
    with catalogue.writing():
        catalogue.submissions.keep_duplicate(third, of=None)
    assert catalogue.submissions.rows([first])[first].copies == 1


def test_hashes_come_back_packed(catalogue: Catalogue, filing: Filing) -> None:
    ids, hashes = catalogue.submissions.hashes()
    assert (ids.tolist(), hashes) == ([], b"")
    one, two = filing.submission(face(1)), filing.submission(face(2))
    filing.waiting()
    ids, hashes = catalogue.submissions.hashes()
    assert ids.tolist() == [one, two]
    assert hashes == b"".join((catalogue.submissions.hashes_of(id_) or (b"",))[0] for id_ in (one, two))
    again = analysed(digest("other"), picture=3)
    with catalogue.writing():
        catalogue.submissions.keep_facts(
            two, facts=again.facts, model="m", hashes=(picture_hash(3), picture_hash(4))
        )
    assert catalogue.submissions.hashes_of(two) == (picture_hash(3), picture_hash(4))


def test_packed_hashes_are_searched_like_those_added_one_by_one(catalogue: Catalogue, filing: Filing) -> None:
    ids = [filing.submission(face(person)) for person in range(5)]
    slowly, packed = SimilarIndex(), SimilarIndex.packed(*catalogue.submissions.hashes())
    for one in ids:
        slowly.add(one, (catalogue.submissions.hashes_of(one) or (b"",))[0])
    for index in (slowly, packed):
        index.discard(ids[1])
        index.add(99, picture_hash(5, flipped=9))
        assert len(index) == 5
    for asked in (*((catalogue.submissions.hashes_of(one) or (b"",))[0] for one in ids), picture_hash(5)):
        assert packed.nearest(asked, within=256) == slowly.nearest(asked, within=256)
    with pytest.raises(ValueError, match="64 bytes, not 32"):
        SimilarIndex.packed(np.array([1, 2]), bytes(32))


# ---------------------------------------------------------------- saved filters


@settings(max_examples=50, deadline=None)
@given(wanted=FILTERS)
def test_a_saved_filter_comes_back_as_it_was(
    desk: tuple[Catalogue, dict[SubmissionId, Known]], wanted: SubmissionFilter
) -> None:
    catalogue, _ = desk
    with catalogue.writing():
        catalogue.saved_filters.keep("mine", wanted)
    assert catalogue.saved_filters.all() == (SavedFilter("mine", wanted),)


def test_saved_filters_are_listed_replaced_and_removed(catalogue: Catalogue) -> None:
    saved = catalogue.saved_filters
    first, second = SubmissionFilter(text="a"), SubmissionFilter(text="b")
    with catalogue.writing():
        for name, wanted in (("élan", first), ("Zebra", first), ("ease", first), (" Zebra ", second)):
            saved.keep(name, wanted)
    assert [one.name for one in saved.all()] == ["ease", "élan", "Zebra"]
    assert saved.all()[-1].filter == second
    with catalogue.writing():
        saved.remove("ease")
    assert [one.name for one in saved.all()] == ["élan", "Zebra"]
    with catalogue.writing(), pytest.raises(RefusedChange):
        saved.keep("  ", first)


# ---------------------------------------------------------------- reading beside


def test_a_reader_in_another_thread_sees_what_is_committed(
    catalogue: Catalogue, filing: Filing, folder: Path
) -> None:
    one = filing.submission(face(1))
    seen: list[Any] = []
    go_on, looked = threading.Event(), threading.Event()

    def read() -> None:
        with CatalogueReader(folder) as reader:
            seen.append(reader.submissions.ids())
            looked.set()
            go_on.wait(120)
            seen.append(reader.submissions.ids())
            seen.append(reader.submissions.facets().total)
            seen.append(reader.faces.of(one)[0].box)
            try:
                with reader._connection.writing():
                    reader.submissions.set_note(one, "changed")
            except CatalogueReadOnly as error:
                seen.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    assert looked.wait(120)
    two = filing.waiting()
    go_on.set()
    thread.join()
    assert [set(seen[0]), set(seen[1]), *seen[2:4]] == [{one}, {one, two}, 2, BOX]
    assert len(seen) == 5
    assert catalogue.submissions.get(one).note == ""


def test_a_reader_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="There is no catalogue"):
        CatalogueReader(tmp_path)
