"""What the program advises, case by case, and what holds for every submission."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.engine.errors import RefusedChange
from curator.engine.records import (
    Advice,
    Assessment,
    Claim,
    Face,
    FaceBox,
    FaceId,
    FaceOrigin,
    Finding,
    Kind,
    Likeness,
    Match,
    Outcome,
    PoliticianId,
    Pose,
    Reason,
    SubmissionId,
    Word,
)
from curator.engine.rules import ADVICE_ORDER, Subject, Thresholds, assess, word_for
from curator.engine.wording import describe

USUAL = Thresholds()
ADA, BO, CY, DI = (PoliticianId(number) for number in (1, 2, 3, 4))
NAMES = {ADA: "Ada Alpha", BO: "Bo Beta", CY: "Cy Gamma", DI: "Di Delta"}
SEVERITY = {Outcome.APPROVE: 0, Outcome.LOOK_CLOSER: 1, Outcome.REJECT: 2}
CLAIM_CODES = {"claim_matches", "claim_near", "not_claimed", "not_indexed", "no_claim", "not_compared"}


def ranked(distances: dict[PoliticianId, float]) -> tuple[Match, ...]:
    """Matches as ``Gallery.rank`` gives them."""
    order = sorted(distances.items(), key=lambda pair: pair[1])
    return tuple(
        Match(
            politician_id=politician_id,
            distance=distance,
            rank=rank,
            margin=abs((order[1][1] if len(order) > 1 else 9.0) - distance)
            if rank == 1
            else distance - order[0][1],
            word=word_for(distance, thresholds=USUAL),
        )
        for rank, (politician_id, distance) in enumerate(order, start=1)
    )


def face(
    distances: dict[PoliticianId, float] | None = None,
    *,
    size: int = 200,
    dismissed: bool = False,
    number: int = 1,
) -> Face:
    box = FaceBox(10, 10, size, size + 8)
    matches = ranked(distances or {})
    return Face(FaceId(number), SubmissionId(1), box, FaceOrigin.DETECTED, 0.9, (), dismissed, matches)


def claiming_ada(*faces: Face, **changes: object) -> Subject:
    subject = Subject(
        kind=Kind.DEEPFAKE,
        claim=Claim("Ada", "Alpha"),
        claimed_id=ADA,
        claimed_portraits=3,
        faces=faces,
        names=NAMES,
    )
    return replace(subject, **changes)


CLEAR = {ADA: 0.42, BO: 0.71, CY: 0.74}


def told(subject: Subject) -> Assessment:
    return assess(subject, thresholds=USUAL)


def codes(assessment: Assessment) -> list[str]:
    return [finding.code for finding in assessment.findings]


def finding(assessment: Assessment, code: str) -> Finding:
    (found,) = [each for each in assessment.findings if each.code == code]
    return found


# ---------------------------------------------------------------- house rule 1: the claim


def test_one_face_that_matches_the_claim_is_approved() -> None:
    assessment = told(claiming_ada(face(CLEAR)))
    assert codes(assessment) == ["one_face", "claim_matches", "nobody_nearer"]
    assert assessment.advice == Advice(Outcome.APPROVE, None)
    assert finding(assessment, "one_face").numbers == {"size": 200}
    numbers = finding(assessment, "claim_matches").numbers
    assert (numbers["distance"], numbers["rank"], numbers["margin"]) == (0.42, 1, pytest.approx(0.29))
    assert finding(assessment, "nobody_nearer").numbers["runner_up"] == "Bo Beta"


@pytest.mark.parametrize(
    ("sharpness", "yaw", "blurred", "profile"),
    [(15.0, 49.9, 0, 0), (14.9, -20.0, 1, 0), (200.0, -50.0, 0, 1), (3.0, 75.0, 1, 1)],
)
def test_how_well_the_face_is_seen_is_told_and_changes_no_advice(
    sharpness: float, yaw: float, blurred: int, profile: int
) -> None:
    seen = replace(face(CLEAR), sharpness=sharpness, pose=Pose(yaw, 3.0, 1.0))
    assessment = told(claiming_ada(seen))
    numbers = finding(assessment, "one_face").numbers
    assert (numbers["blurred"], numbers["profile"]) == (blurred, profile)
    assert (numbers["sharpness"], numbers["yaw"]) == (sharpness, round(yaw))
    assert assessment.advice == told(claiming_ada(face(CLEAR))).advice


@pytest.mark.parametrize(
    ("distance", "code", "outcome", "reason"),
    [
        (0.55, "claim_matches", Outcome.APPROVE, None),
        (0.551, "claim_near", Outcome.LOOK_CLOSER, Reason.NOT_CLAIMED),
        (0.64, "claim_near", Outcome.LOOK_CLOSER, Reason.NOT_CLAIMED),
        (0.641, "not_claimed", Outcome.REJECT, Reason.NOT_CLAIMED),
    ],
)
def test_bands_of_the_claim(distance: float, code: str, outcome: Outcome, reason: Reason | None) -> None:
    assessment = told(claiming_ada(face({ADA: distance, BO: 0.80})))
    assert code in codes(assessment)
    assert assessment.advice == Advice(outcome, reason)


def test_somebody_else_is_clearly_nearer() -> None:
    assessment = told(claiming_ada(face({BO: 0.38, CY: 0.60, ADA: 0.52})))
    assert assessment.advice == Advice(Outcome.REJECT, Reason.NOT_CLAIMED)
    numbers = finding(assessment, "not_claimed").numbers
    assert (numbers["distance"], numbers["rank"]) == (0.52, 2)
    assert (numbers["nearer"], numbers["nearer_distance"]) == ("Bo Beta", 0.38)


def test_far_from_the_claim_though_nobody_is_nearer() -> None:
    numbers = finding(told(claiming_ada(face({ADA: 0.70, BO: 0.75}))), "not_claimed").numbers
    assert "nearer" not in numbers


@pytest.mark.parametrize(
    ("distances", "claim_code"),
    [
        ({ADA: 0.45, BO: 0.49}, "claim_matches"),
        ({ADA: 0.49, BO: 0.45}, "claim_near"),
        ({ADA: 0.61, BO: 0.62}, "claim_near"),
        ({ADA: 0.45, BO: 0.45}, "claim_matches"),
    ],
)
def test_two_that_are_not_told_apart(distances: dict[PoliticianId, float], claim_code: str) -> None:
    assessment = told(claiming_ada(face(distances)))
    assert codes(assessment) == ["one_face", claim_code, "ambiguous"]
    assert assessment.advice == Advice(Outcome.LOOK_CLOSER, Reason.AMBIGUOUS)
    numbers = finding(assessment, "ambiguous").numbers
    assert numbers["runner_up"] == "Bo Beta"
    assert numbers["margin"] == pytest.approx(distances[BO] - distances[ADA])


def test_alone_in_the_index() -> None:
    assessment = told(claiming_ada(face({ADA: 0.3})))
    assert assessment.advice.outcome is Outcome.APPROVE
    assert "runner_up" not in finding(assessment, "nobody_nearer").numbers


def test_the_rival_is_the_nearest_other_even_when_the_claim_is_far_down() -> None:
    others = {PoliticianId(number): 0.5 + number / 100 for number in range(10, 15)}
    assessment = told(claiming_ada(face({ADA: 0.9, **others})))
    assert finding(assessment, "not_claimed").numbers["nearer"] == "politician 10"


def test_a_claim_that_is_not_in_the_index() -> None:
    subject = claiming_ada(face({BO: 0.41, CY: 0.7}), claimed_id=None, claimed_portraits=0)
    assessment = told(subject)
    assert assessment.advice == Advice(Outcome.LOOK_CLOSER, Reason.NOT_INDEXED)
    numbers = finding(assessment, "not_indexed").numbers
    assert (numbers["indexed"], numbers["name"], numbers["nearest"]) == (0, "Ada Alpha", "Bo Beta")


def test_a_claimed_politician_without_reference_portraits() -> None:
    assessment = told(claiming_ada(face({BO: 0.41}), claimed_portraits=0))
    assert assessment.advice == Advice(Outcome.LOOK_CLOSER, Reason.NOT_INDEXED)
    assert finding(assessment, "not_indexed").numbers["indexed"] == 1


@pytest.mark.parametrize(
    ("nearest", "reason", "within"), [(0.60, Reason.OTHER, 1), (0.61, Reason.NOT_INDEXED, 0)]
)
def test_without_a_claim_the_nearest_are_offered(nearest: float, reason: Reason, within: int) -> None:
    subject = claiming_ada(
        face({BO: nearest, CY: 0.7, DI: 0.8, ADA: 0.9}), claim=Claim(), claimed_id=None, claimed_portraits=0
    )
    assessment = told(subject)
    assert assessment.advice == Advice(Outcome.LOOK_CLOSER, reason)
    numbers = finding(assessment, "no_claim").numbers
    assert (numbers["nearest"], numbers["nearest_2"], numbers["nearest_3"]) == (
        "Bo Beta",
        "Cy Gamma",
        "Di Delta",
    )
    assert (numbers["nearest_distance"], numbers["within"]) == (nearest, within)
    assert "nearest_4" not in numbers


def test_even_a_strong_match_is_not_approved_without_a_claim() -> None:
    subject = claiming_ada(face({BO: 0.2}), claim=Claim(), claimed_id=None, claimed_portraits=0)
    assert told(subject).advice.outcome is Outcome.LOOK_CLOSER


def test_a_claim_that_a_curator_set_counts_without_the_senders_words() -> None:
    assert told(claiming_ada(face(CLEAR), claim=Claim())).advice.outcome is Outcome.APPROVE


@pytest.mark.parametrize("distances", [{}, {BO: 0.3}])
def test_a_face_without_a_distance_to_the_claim_is_never_approved(
    distances: dict[PoliticianId, float],
) -> None:
    assessment = told(claiming_ada(face(distances)))
    assert codes(assessment) == ["one_face", "not_compared"]
    assert assessment.advice == Advice(Outcome.LOOK_CLOSER, Reason.OTHER)


# ---------------------------------------------------------------- house rules 2 and 3: the faces


def test_no_face_is_out() -> None:
    assessment = told(claiming_ada())
    assert codes(assessment) == ["no_face"]
    assert assessment.advice == Advice(Outcome.REJECT, Reason.NO_FACE)


def test_dismissed_faces_do_not_count() -> None:
    gone = face(CLEAR, dismissed=True)
    assert finding(told(claiming_ada(gone)), "no_face").numbers == {"dismissed": 1}
    assert told(claiming_ada(gone, face(CLEAR, number=2))).advice.outcome is Outcome.APPROVE


def test_several_faces_are_out_and_the_one_nearest_to_the_claim_is_compared() -> None:
    assessment = told(claiming_ada(face({BO: 0.3, ADA: 0.8}), face(CLEAR, number=2, size=90)))
    assert assessment.advice == Advice(Outcome.REJECT, Reason.SEVERAL_FACES)
    assert finding(assessment, "several_faces").numbers == {
        "n": 2,
        "matching_claim": 1,
        "claimed": 1,
        "tiny": 0,
    }
    assert finding(assessment, "claim_matches").numbers["distance"] == 0.42


def test_several_faces_give_the_reason_even_when_none_is_the_claim() -> None:
    strangers = (face({BO: 0.3, ADA: 0.8}), face({BO: 0.9, ADA: 0.8}, number=2))
    assert told(claiming_ada(*strangers)).advice == Advice(Outcome.REJECT, Reason.SEVERAL_FACES)


def test_a_collage_of_the_claimed_politician_is_looked_at() -> None:
    assessment = told(claiming_ada(face(CLEAR), face({ADA: 0.62, BO: 0.8}, number=2)))
    assert assessment.advice == Advice(Outcome.LOOK_CLOSER, Reason.SEVERAL_FACES)


@pytest.mark.parametrize(
    ("size", "outcome"), [(39, Outcome.LOOK_CLOSER), (40, Outcome.REJECT), (60, Outcome.REJECT)]
)
def test_a_tiny_bystander_is_looked_at(size: int, outcome: Outcome) -> None:
    assessment = told(claiming_ada(face(CLEAR, size=250), face({BO: 0.5}, number=2, size=size)))
    assert assessment.advice == Advice(outcome, Reason.SEVERAL_FACES)
    assert "claim_matches" in codes(assessment)


def test_a_small_face_beside_a_small_face_is_no_bystander() -> None:
    assessment = told(claiming_ada(face(CLEAR, size=83), face({}, number=2, size=34)))
    assert assessment.advice == Advice(Outcome.REJECT, Reason.SEVERAL_FACES)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (60, ["one_face", "claim_matches", "nobody_nearer"]),
        (59, ["one_face", "too_small", "claim_matches", "nobody_nearer"]),
        (40, ["one_face", "too_small", "claim_matches", "nobody_nearer"]),
        (39, ["one_face", "too_small"]),
    ],
)
def test_small_faces_are_looked_at_and_tiny_ones_not_compared(size: int, expected: list[str]) -> None:
    assessment = told(claiming_ada(face(CLEAR, size=size)))
    assert codes(assessment) == expected
    if "too_small" in expected:
        assert assessment.advice == Advice(Outcome.LOOK_CLOSER, Reason.TOO_SMALL)


# ---------------------------------------------------------------- what the picture is


def test_an_unreadable_picture_says_only_that() -> None:
    assessment = told(claiming_ada(unreadable="It is not a picture.", duplicate_of=Likeness(9, 0)))
    assert codes(assessment) == ["unreadable"]
    assert finding(assessment, "unreadable").numbers == {"text": "It is not a picture."}
    assert assessment.advice == Advice(Outcome.REJECT, Reason.UNREADABLE)


@pytest.mark.parametrize(
    ("bits", "same_faces", "advice"),
    [
        (0, True, Advice(Outcome.REJECT, Reason.DUPLICATE)),
        (40, True, Advice(Outcome.REJECT, Reason.DUPLICATE)),
        (41, True, Advice(Outcome.LOOK_CLOSER, Reason.DUPLICATE)),
        (64, True, Advice(Outcome.LOOK_CLOSER, Reason.DUPLICATE)),
        (65, True, Advice(Outcome.APPROVE, None)),
        (10, False, Advice(Outcome.LOOK_CLOSER, Reason.OTHER)),
        (10, None, Advice(Outcome.LOOK_CLOSER, Reason.DUPLICATE)),
    ],
)
def test_duplicates(bits: int, same_faces: bool | None, advice: Advice) -> None:
    copy = Likeness(17, bits, mirrored=True, same_faces=same_faces)
    assessment = told(claiming_ada(face(CLEAR), duplicate_of=copy))
    assert assessment.advice == advice
    if advice.reason:
        code = "like_another" if same_faces is False else "duplicate"
        numbers = finding(assessment, code).numbers
        assert (numbers["of"], numbers["bits"], numbers["mirrored"]) == (17, bits, 1)


@pytest.mark.parametrize(
    ("kind", "bits", "outcome"),
    [
        (Kind.DEEPFAKE, 0, Outcome.LOOK_CLOSER),
        (Kind.DEEPFAKE, 64, Outcome.LOOK_CLOSER),
        (Kind.DEEPFAKE, 65, Outcome.APPROVE),
        (Kind.PORTRAIT, 0, Outcome.APPROVE),
    ],
)
def test_a_real_photo_sent_in_as_a_deepfake(kind: Kind, bits: int, outcome: Outcome) -> None:
    subject = claiming_ada(face(CLEAR), kind=kind, looks_like_portrait=Likeness(3, bits))
    assessment = told(subject)
    assert assessment.advice.outcome is outcome
    assert ("looks_genuine" in codes(assessment)) == (outcome is Outcome.LOOK_CLOSER)


def test_the_more_telling_reason_is_selected() -> None:
    far = face({ADA: 0.9, BO: 0.95}, size=50)
    copy, genuine = Likeness(9, 4), Likeness(3, 4)
    both = told(claiming_ada(far, duplicate_of=copy, looks_like_portrait=genuine))
    assert both.advice == Advice(Outcome.REJECT, Reason.NOT_CLAIMED)
    small_and_genuine = told(claiming_ada(face(CLEAR, size=50), looks_like_portrait=genuine))
    assert small_and_genuine.advice.reason is Reason.LOOKS_GENUINE
    small_and_near = told(claiming_ada(face({ADA: 0.58, BO: 0.9}, size=50)))
    assert small_and_near.advice.reason is Reason.TOO_SMALL


# ---------------------------------------------------------------- words and thresholds


@pytest.mark.parametrize(
    ("distance", "word"),
    [
        (0.0, Word.STRONG),
        (0.40, Word.STRONG),
        (0.401, Word.GOOD),
        (0.50, Word.GOOD),
        (0.501, Word.POSSIBLE),
        (0.55, Word.POSSIBLE),
        (0.551, Word.WEAK),
        (0.64, Word.WEAK),
        (0.641, Word.NO_MATCH),
        (3.0, Word.NO_MATCH),
    ],
)
def test_word_table(distance: float, word: Word) -> None:
    assert word_for(distance, thresholds=USUAL) is word


@pytest.mark.parametrize(
    "changes",
    [
        {"match_claimed": 0.70},
        {"match_unclaimed": 0.30},
        {"closer_unclaimed": 0.49},
        {"closer_unclaimed": 0.65},
        {"strong": 0.0},
        {"strong": float("nan")},
        {"ambiguity_margin": -0.01},
        {"nameless_size": 61},
        {"bystander_share": 1.5},
        {"duplicate_bits": 97},
        {"perhaps_bits": 257},
    ],
)
def test_thresholds_that_contradict_each_other_are_refused(changes: dict[str, float]) -> None:
    with pytest.raises(RefusedChange, match="thresholds contradict"):
        Thresholds(**changes)


def test_other_thresholds_are_obeyed() -> None:
    strict = Thresholds(match_unclaimed=0.41, match_claimed=0.41)
    assert assess(claiming_ada(face(CLEAR)), thresholds=strict).advice.outcome is Outcome.LOOK_CLOSER


# ---------------------------------------------------------------- what holds for every submission

distances = st.floats(0.0, 1.2).map(lambda distance: round(distance, 3))
galleries = st.dictionaries(st.sampled_from(sorted(NAMES)), distances, max_size=4)
likenesses = st.none() | st.builds(
    Likeness,
    id=st.integers(1, 99),
    bits=st.integers(0, 256),
    mirrored=st.booleans(),
    same_faces=st.none() | st.booleans(),
)


@st.composite
def subjects(draw: st.DrawFn) -> Subject:
    drawn = draw(
        st.lists(
            st.tuples(galleries, st.sampled_from([8, 30, 39, 40, 59, 60, 250]), st.booleans()), max_size=4
        )
    )
    return Subject(
        kind=draw(st.sampled_from(Kind)),
        claim=draw(st.sampled_from([Claim(), Claim("Ada", "Alpha"), Claim(country="Italy")])),
        claimed_id=draw(st.sampled_from([None, ADA, PoliticianId(77)])),
        claimed_portraits=draw(st.integers(0, 3)),
        unreadable=draw(st.sampled_from(["", "", "", "It is not a picture."])),
        faces=tuple(
            face(gallery, size=size, dismissed=dismissed, number=number)
            for number, (gallery, size, dismissed) in enumerate(drawn)
        ),
        names=draw(st.sampled_from([NAMES, {}])),
        duplicate_of=draw(likenesses),
        looks_like_portrait=draw(likenesses),
    )


@given(subjects())
def test_advice_is_the_worst_finding(subject: Subject) -> None:
    assessment = told(subject)
    worst = max((each.outcome for each in assessment.findings), key=SEVERITY.__getitem__)
    assert assessment.advice.outcome is worst
    holding = [each for each in assessment.findings if each.outcome is worst]
    if worst is Outcome.APPROVE:
        assert assessment.advice.reason is None
    else:
        assert assessment.advice.reason in {each.reason for each in holding}


@given(subjects())
def test_ticks_have_no_reason_and_all_others_have_one(subject: Subject) -> None:
    for each in told(subject).findings:
        assert (each.reason is None) == (each.outcome is Outcome.APPROVE)
        assert each.outcome is Outcome.APPROVE or each.code in ADVICE_ORDER


@given(subjects())
def test_exactly_one_finding_of_each_exclusive_group(subject: Subject) -> None:
    found = codes(told(subject))
    assert len(found) == len(set(found))
    assert len({"unreadable", "no_face", "one_face", "several_faces"} & set(found)) == 1
    about_claim = CLAIM_CODES & set(found)
    explained = {"unreadable", "no_face", "too_small"} & set(found)
    assert len(about_claim) == 1 or (not about_claim and explained)
    about_rival = {"nobody_nearer", "ambiguous"} & set(found)
    assert len(about_rival) == len({"claim_matches", "claim_near"} & set(found))


@given(subjects())
def test_the_same_submission_is_always_advised_the_same(subject: Subject) -> None:
    assert told(subject) == told(replace(subject))
    assert told(replace(subject, faces=tuple(reversed(subject.faces)))) == told(subject)


@given(subjects())
def test_only_one_near_face_of_the_claim_is_approved(subject: Subject) -> None:
    if told(subject).advice.outcome is Outcome.APPROVE:
        (only,) = [each for each in subject.faces if not each.dismissed]
        (claimed,) = [match for match in only.matches if match.politician_id == subject.claimed_id]
        assert claimed.rank == 1
        assert claimed.distance <= USUAL.match_claimed
        assert only.box.size >= USUAL.low_quality_size


@given(subject=subjects(), further=st.floats(0.0, 1.0), which=st.integers(0, 3))
def test_a_larger_distance_never_gives_a_better_outcome(subject: Subject, further: float, which: int) -> None:
    def moved(each: Face) -> Face:
        gallery = {match.politician_id: match.distance for match in each.matches}
        if each.id == which and ADA in gallery:
            gallery[ADA] += further
        return replace(each, matches=ranked(gallery))

    subject = replace(subject, claimed_id=ADA, claimed_portraits=2)
    before = told(subject).advice.outcome
    after = told(replace(subject, faces=tuple(moved(each) for each in subject.faces))).advice.outcome
    assert SEVERITY[after] >= SEVERITY[before]


@given(subjects())
def test_every_finding_has_words(subject: Subject) -> None:
    for each in told(subject).findings:
        words, detail = describe(each)
        assert words
        assert "%" not in words + detail
