"""Draws findings and advice from a submission's faces, claim and likenesses.

The program advises with reasons and numbers; a person decides. The three house
rules of the upload form always speak, with a tick or a cross; warnings speak only
when they hold. Everything here is a pure function of its arguments, so the same
submission under the same thresholds and ``RULE_SET`` is always advised the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from curator.engine.errors import RefusedChange
from curator.engine.records import (
    Advice,
    Assessment,
    Claim,
    Face,
    Finding,
    Kind,
    Likeness,
    Match,
    Number,
    Outcome,
    PoliticianId,
    Reason,
    Word,
)
from curator.engine.said import said

RULE_SET = "2026.1"
"""Version of the rules in this module; stored with every decision. Change it with any rule below."""

ADVICE_ORDER = (
    "unreadable",
    "no_face",
    "several_faces",
    "not_claimed",
    "duplicate",
    "looks_genuine",
    "not_indexed",
    "no_claim",
    "too_small",
    "not_compared",
    "ambiguous",
    "claim_near",
    "like_another",
)
"""Which finding lends the advice its reason when several hold equally: the house rules in the
order in which a person would check them, then what the picture is, then what makes the comparison
doubtful, the most telling first."""

BLURRED_BELOW = 15.0
"""Sharpness below which a face is called blurred. Of 28 such faces that were not in profile 2 lay further
than ``match_claimed`` from the person's other photos, of 939 sharper ones 1."""

PROFILE_FROM = 50.0
"""Degrees of yaw from which a face is said to be in profile: 5 of 16 lay further than ``match_claimed``
from the person's other photos, of 967 others 3."""

_SEVERITY = {Outcome.APPROVE: 0, Outcome.LOOK_CLOSER: 1, Outcome.REJECT: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Every number that the rules compare with, and where it comes from.

    Distances are d* of ``matching``; ``docs/accuracy.md`` holds the measurements named here.

    Attributes:
        strong: at most this is the word "strong". 2 to 4 in 10 true faces lie below; of 2507 strangers
            none came so near to anybody in a gallery of 50.
        match_unclaimed: at most this names a face by itself. 88 to 95 in 100 true faces lie below, and
            0.4 to 4 in 100 strangers are named wrongly in a gallery of 50.
        match_claimed: at most this, and nearest of all, confirms a claim. 97 to 99 in 100 true faces; of
            2507 strangers 5 when claimed at random, 1 in 30 to 1 in 5 when claimed as whom they
            resemble most. Far less safe among people from East and South-East Asia.
        closer_unclaimed: up to this an unclaimed face is offered to a person as possible.
        closer_claimed: up to this a claim is looked at closer, beyond it is advised against. With
            one reference portrait true faces reached just below it, and a deepfake with a face of
            45 px lay at 0.61. Strangers claimed at random: 1 to 2 in 100 are nearest and within.
        ambiguity_margin: two politicians nearer to each other than this in distance are not told
            apart. Doubts 1 in 100 true faces, and a third of the look-alikes of ``match_claimed``.
        low_quality_size: pixels; a face below it is called small. The distance of a face to its
            own shrunk copy is 0.13 at 60 px against 0.06 from 100 px on.
        nameless_size: pixels; a face below it is not compared at all (0.22 at 40 px, 0.30 at 30 px).
        bystander_share: a further face smaller than this share of the main face's size, and below
            ``nameless_size``, is a bystander: a person looks, no advice to reject. No measurement:
            a face on a poster or a false find of the detector should not cost a picture its place.
        duplicate_bits: of 256; at most this many differing bits of the perceptual hash is the same
            picture, if the faces agree. Copies at a half or a third of the size, strongly compressed or
            mirrored differ by 10 at most (66 pictures).
        perhaps_bits: of 256; at most this is "perhaps the same". Most crops by 3 % lie below. Of 62,621
            pairs of tightly framed portraits of different people none does; 51 do at 80.
    """

    strong: float = 0.40
    match_unclaimed: float = 0.50
    match_claimed: float = 0.55
    closer_unclaimed: float = 0.60
    closer_claimed: float = 0.64
    ambiguity_margin: float = 0.05
    low_quality_size: int = 60
    nameless_size: int = 40
    bystander_share: float = 0.20
    duplicate_bits: int = 40
    perhaps_bits: int = 64

    def __post_init__(self) -> None:
        """Refuse thresholds that contradict each other.

        Raises:
            RefusedChange: if the bands are not in order.
        """
        bands = (self.strong, self.match_unclaimed, self.match_claimed, self.closer_claimed)
        in_order = (
            bands[0] > 0
            and all(low <= high for low, high in pairwise(bands))
            and self.match_unclaimed <= self.closer_unclaimed <= self.closer_claimed
            and self.ambiguity_margin >= 0
            and 0 <= self.nameless_size <= self.low_quality_size
            and 0 <= self.bystander_share <= 1
            and 0 <= self.duplicate_bits <= self.perhaps_bits <= 256
        )
        if not in_order:
            raise RefusedChange(
                said("The thresholds contradict each other."),
                advice=said(
                    "Each band must end before the next one does. Correct them or restore the defaults."
                ),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the rules look at: one analysed submission.

    Attributes:
        kind: what the submission says it is.
        claim: what the sender said whom it shows.
        claimed_id: the politician of the index that the claim means; None when nothing is claimed
            or the claim is not in the index.
        claimed_portraits: number of accepted reference portraits of that politician.
        unreadable: why the picture could not be opened; empty when it could.
        faces: all of them; dismissed ones are ignored. Matches are ranked, nearest first.
        names: how the politicians that occur in the matches are called.
        duplicate_of: the *earlier* submission that looks most like this one, or None. Naming only
            earlier ones keeps the first of two copies from being rejected as well.
        looks_like_portrait: the reference portrait or press photo that looks most like it, or None.
    """

    kind: Kind
    claim: Claim = field(default_factory=Claim)
    claimed_id: PoliticianId | None = None
    claimed_portraits: int = 0
    unreadable: str = ""
    faces: tuple[Face, ...] = ()
    names: Mapping[PoliticianId, str] = field(default_factory=dict)
    duplicate_of: Likeness | None = None
    looks_like_portrait: Likeness | None = None


def word_for(distance: float, *, thresholds: Thresholds) -> Word:
    """The word beside a distance, so that nobody has to know what 0.54 means.

    ========  ===================================  =========================================
    word      distance at most (defaults)          what it suffices for
    ========  ===================================  =========================================
    strong    ``strong`` (0.40)                    nobody else was ever seen this near
    good      ``match_unclaimed`` (0.50)           names a face by itself
    possible  ``match_claimed`` (0.55)             confirms a claim, if nobody is nearer
    weak      ``closer_claimed`` (0.64)            a person has to look
    no match  anything larger
    ========  ===================================  =========================================

    Args:
        distance: d*, 0 = same.
        thresholds: the bands in force.
    """
    table = (
        (thresholds.strong, Word.STRONG),
        (thresholds.match_unclaimed, Word.GOOD),
        (thresholds.match_claimed, Word.POSSIBLE),
        (thresholds.closer_claimed, Word.WEAK),
    )
    return next((word for bound, word in table if distance <= bound), Word.NO_MATCH)


def assess(subject: Subject, *, thresholds: Thresholds) -> Assessment:
    """Look at all rules for a submission and draw the advice from them.

    ================  ==================================================================  ============
    finding           when                                                                outcome
    ================  ==================================================================  ============
    unreadable        the picture could not be opened; nothing else is looked at          reject
    one_face          exactly one face                                                    tick
    several_faces     more than one face                                                  reject
    ..                all of them match the claim (a collage), or the others are tiny     look closer
    no_face           none. Detectors do miss faces of deepfakes, but the house rule      reject
                      is plain, and a curator sees a face that was missed
    claim_matches     the claim is nearest, and near enough                               tick
    claim_near        the claim is nearest or nearly so, and not near enough for a tick   look closer
    not_claimed       the claim is too far, or someone else is clearly nearer             reject
    not_indexed       the claim is not in the index, or has no reference portraits        look closer
    no_claim          nothing is claimed; the nearest politicians are offered             look closer
    not_compared      a face that no distance to the claim is known for                   look closer
    nobody_nearer     nobody else is as near as the claim                                 tick
    ambiguous         someone else is as near as the claim, give or take the margin       look closer
    too_small         the face is small; below ``nameless_size`` it is not compared       look closer
    duplicate         the same picture as an earlier submission, with the same faces      reject
    ..                perhaps the same                                                    look closer
    like_another      the same picture with other faces, as a face swap is                look closer
    looks_genuine     sent in as a deepfake, and looks like a real reference portrait     look closer
    ================  ==================================================================  ============

    With several faces the one that is nearest to the claim is compared. A reason of ``not_indexed``
    goes with ``no_claim`` when nobody in the index is within ``closer_unclaimed``, else ``other``:
    then the claim is missing and not the politician.

    Args:
        subject: the submission, analysed.
        thresholds: the bands in force.

    Returns:
        The findings in the order in which they are read, and the worst outcome among them with the
        reason of the first such finding in ``ADVICE_ORDER``.
    """
    if subject.unreadable:
        text: dict[str, Number] = {"text": subject.unreadable}
        findings = [Finding("unreadable", Outcome.REJECT, Reason.UNREADABLE, text)]
    else:
        faces = [face for face in subject.faces if not face.dismissed]
        findings = [_face_count(subject, faces=faces, thresholds=thresholds)]
        main = main_face(faces, claimed_id=subject.claimed_id, thresholds=thresholds)
        if main is not None:
            findings += _face_size(main, thresholds=thresholds)
        findings += _claim(subject, face=main, thresholds=thresholds)
        findings += _duplicate(subject, thresholds=thresholds)
        findings += _genuine(subject, thresholds=thresholds)
    return Assessment(tuple(findings), _advice(findings))


def _advice(findings: Sequence[Finding]) -> Advice:
    outcome = max((finding.outcome for finding in findings), key=_SEVERITY.__getitem__)
    if outcome is Outcome.APPROVE:
        return Advice(outcome, None)
    holding = [finding for finding in findings if finding.outcome is outcome]
    return Advice(outcome, min(holding, key=lambda finding: ADVICE_ORDER.index(finding.code)).reason)


# ---------------------------------------------------------------- faces


def _face_count(subject: Subject, *, faces: Sequence[Face], thresholds: Thresholds) -> Finding:
    if not faces:
        numbers: dict[str, Number] = {"dismissed": len(subject.faces)}
        return Finding("no_face", Outcome.REJECT, Reason.NO_FACE, numbers)
    if len(faces) == 1:
        return Finding("one_face", Outcome.APPROVE, None, _seen(faces[0]))
    matching = sum(_matches_claim(face, subject=subject, thresholds=thresholds) for face in faces)
    largest = max(face.box.size for face in faces)
    tiny = sum(
        face.box.size < min(thresholds.nameless_size, thresholds.bystander_share * largest) for face in faces
    )
    # A person has to see whether a collage is wanted, and whether a speck in the background is a face.
    lenient = matching == len(faces) or tiny == len(faces) - 1
    return Finding(
        "several_faces",
        Outcome.LOOK_CLOSER if lenient else Outcome.REJECT,
        Reason.SEVERAL_FACES,
        {
            "n": len(faces),
            "matching_claim": matching,
            "claimed": int(subject.claimed_id is not None),
            "tiny": tiny,
        },
    )


def _seen(face: Face) -> dict[str, Number]:
    """How well a face can be seen, for a person to weigh: it changes no advice."""
    numbers: dict[str, Number] = {"size": face.box.size}
    if face.sharpness is not None:
        numbers |= {"sharpness": round(face.sharpness, 1), "blurred": int(face.sharpness < BLURRED_BELOW)}
    if face.pose is not None:
        numbers |= {"yaw": round(face.pose.yaw), "profile": int(abs(face.pose.yaw) >= PROFILE_FROM)}
    return numbers


def _matches_claim(face: Face, *, subject: Subject, thresholds: Thresholds) -> bool:
    match = match_of(face, subject.claimed_id)
    return (
        match is not None
        and face.box.size >= thresholds.nameless_size
        and match.rank == 1
        and match.distance <= thresholds.closer_claimed
    )


def main_face(
    faces: Iterable[Face], *, claimed_id: PoliticianId | None, thresholds: Thresholds
) -> Face | None:
    """The face that a submission is about: the claim is judged on it, evidence and export show it.

    Nearest to the claim among those that are large enough to be compared, else the largest;
    dismissed ones do not count.
    """

    def preference(face: Face) -> tuple[bool, float, int, int]:
        match = match_of(face, claimed_id)
        comparable = match is not None and face.box.size >= thresholds.nameless_size
        return (not comparable, match.distance if match and comparable else 0.0, -face.box.size, face.id)

    return min((face for face in faces if not face.dismissed), key=preference, default=None)


def match_of(face: Face, politician_id: PoliticianId | None) -> Match | None:
    """How a face ranks for that politician, if they were compared."""
    return next((match for match in face.matches if match.politician_id == politician_id), None)


def _face_size(face: Face, *, thresholds: Thresholds) -> list[Finding]:
    size = face.box.size
    if size >= thresholds.low_quality_size:
        return []
    compared = size >= thresholds.nameless_size
    numbers: dict[str, Number] = {
        "size": size,
        "limit": thresholds.low_quality_size if compared else thresholds.nameless_size,
        "compared": int(compared),
    }
    return [Finding("too_small", Outcome.LOOK_CLOSER, Reason.TOO_SMALL, numbers)]


# ---------------------------------------------------------------- claim


def _claim(subject: Subject, *, face: Face | None, thresholds: Thresholds) -> list[Finding]:
    comparable = face is not None and face.box.size >= thresholds.nameless_size
    ranked = face.matches if face is not None and comparable else ()
    if subject.claimed_id is None or subject.claimed_portraits <= 0:
        return [_uncomparable_claim(subject, ranked=ranked, thresholds=thresholds)]
    if face is None or not comparable:
        return []  # no_face or too_small says why there is nothing to compare
    claimed = match_of(face, subject.claimed_id)
    if claimed is None:
        return [Finding("not_compared", Outcome.LOOK_CLOSER, Reason.OTHER, {"name": _claimed_name(subject)})]
    return _compared_claim(subject, claimed=claimed, ranked=ranked, thresholds=thresholds)


def _uncomparable_claim(subject: Subject, *, ranked: Sequence[Match], thresholds: Thresholds) -> Finding:
    nearest = _offered(subject, ranked=ranked)
    if subject.claimed_id is None and not subject.claim:
        within = [match for match in ranked if match.distance <= thresholds.closer_unclaimed]
        nearest["within"] = len(within)
        nearest["limit"] = thresholds.closer_unclaimed
        reason = Reason.OTHER if within else Reason.NOT_INDEXED
        return Finding("no_claim", Outcome.LOOK_CLOSER, reason, nearest)
    known: dict[str, Number] = {
        "name": _claimed_name(subject),
        "indexed": int(subject.claimed_id is not None),
    }
    return Finding("not_indexed", Outcome.LOOK_CLOSER, Reason.NOT_INDEXED, known | nearest)


def _compared_claim(
    subject: Subject, *, claimed: Match, ranked: Sequence[Match], thresholds: Thresholds
) -> list[Finding]:
    rival = min(
        (match for match in ranked if match.politician_id != claimed.politician_id),
        key=lambda match: match.rank,
        default=None,
    )
    lead = rival.distance - claimed.distance if rival else float("inf")
    numbers: dict[str, Number] = {
        "name": _claimed_name(subject),
        "distance": claimed.distance,
        "rank": claimed.rank,
        "margin": claimed.margin,
        "match_limit": thresholds.match_claimed,
        "closer_limit": thresholds.closer_claimed,
    }
    rivalry: dict[str, Number] = {"limit": thresholds.ambiguity_margin}
    if rival:
        rivalry |= {"runner_up": _name(subject, rival.politician_id), "runner_up_distance": rival.distance}
        rivalry["margin"] = lead
    nearer = claimed.rank > 1
    if claimed.distance > thresholds.closer_claimed or lead <= -thresholds.ambiguity_margin:
        if rival and nearer:
            numbers |= {"nearer": rivalry["runner_up"], "nearer_distance": rival.distance}
        return [Finding("not_claimed", Outcome.REJECT, Reason.NOT_CLAIMED, numbers)]
    if claimed.distance <= thresholds.match_claimed and not nearer:
        compared = Finding("claim_matches", Outcome.APPROVE, None, numbers)
    else:
        compared = Finding("claim_near", Outcome.LOOK_CLOSER, Reason.NOT_CLAIMED, numbers)
    if nearer or lead < thresholds.ambiguity_margin:
        return [compared, Finding("ambiguous", Outcome.LOOK_CLOSER, Reason.AMBIGUOUS, rivalry)]
    return [compared, Finding("nobody_nearer", Outcome.APPROVE, None, rivalry)]


def _offered(subject: Subject, *, ranked: Sequence[Match]) -> dict[str, Number]:
    """The three nearest politicians by name and distance, as numbers ``nearest``, ``nearest_2`` ..."""
    numbers: dict[str, Number] = {}
    for place, match in enumerate(sorted(ranked, key=lambda match: match.rank)[:3], start=1):
        suffix = "" if place == 1 else f"_{place}"
        numbers[f"nearest{suffix}"] = _name(subject, match.politician_id)
        numbers[f"nearest_distance{suffix}"] = match.distance
    return numbers


def _claimed_name(subject: Subject) -> str:
    if subject.claimed_id is None:
        return subject.claim.full_name
    return (
        subject.names.get(subject.claimed_id) or subject.claim.full_name or _name(subject, subject.claimed_id)
    )


def _name(subject: Subject, politician_id: PoliticianId) -> str:
    return subject.names.get(politician_id) or f"politician {politician_id}"


# ---------------------------------------------------------------- likenesses


def _duplicate(subject: Subject, *, thresholds: Thresholds) -> list[Finding]:
    other = subject.duplicate_of
    if other is None or other.bits > thresholds.perhaps_bits:
        return []
    numbers = _likeness(other) | {"limit": thresholds.duplicate_bits}
    if other.same_faces is False:
        # A face swapped into a known picture changes 10 to 36 of 256 bits, no more than a copy does.
        return [Finding("like_another", Outcome.LOOK_CLOSER, Reason.OTHER, numbers)]
    certain = other.bits <= thresholds.duplicate_bits and other.same_faces is True
    numbers["certain"] = int(certain)
    outcome = Outcome.REJECT if certain else Outcome.LOOK_CLOSER
    return [Finding("duplicate", outcome, Reason.DUPLICATE, numbers)]


def _genuine(subject: Subject, *, thresholds: Thresholds) -> list[Finding]:
    portrait = subject.looks_like_portrait
    if subject.kind is not Kind.DEEPFAKE or portrait is None or portrait.bits > thresholds.perhaps_bits:
        return []
    if portrait.same_faces is False:
        return []  # somebody else's face in a press photo is no real photo
    return [Finding("looks_genuine", Outcome.LOOK_CLOSER, Reason.LOOKS_GENUINE, _likeness(portrait))]


def _likeness(other: Likeness) -> dict[str, Number]:
    return {"of": other.id, "bits": other.bits, "mirrored": int(other.mirrored)}
