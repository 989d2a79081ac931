"""The lines that people read."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from curator.engine.records import (
    Decision,
    DecisionId,
    Digest,
    Finding,
    Making,
    Number,
    Origin,
    Outcome,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import ADVICE_ORDER
from curator.engine.wording import (
    APPROVED_AS,
    CODES,
    MAKING_WORDS,
    OUTCOME_WORDS,
    REASON_WORDS,
    VERDICT_WORDS,
    consequence_line,
    describe,
    hand_work_line,
    making_of,
    verdict_line,
)

CLAIM: dict[str, Number] = {
    "name": "Ada Alpha",
    "distance": 0.54,
    "rank": 1,
    "margin": 0.2,
    "match_limit": 0.5,
    "closer_limit": 0.64,
}


def said(code: str, numbers: dict[str, Number]) -> tuple[str, str]:
    return describe(Finding(code, Outcome.LOOK_CLOSER, Reason.OTHER, numbers))


@pytest.mark.parametrize(
    ("code", "numbers", "line"),
    [
        ("one_face", {"size": 214}, ("One face", "214 px")),
        ("one_face", {"size": 214, "blurred": 0, "profile": 0}, ("One face", "214 px, sharp")),
        ("one_face", {"size": 214, "blurred": 1, "profile": 0}, ("One face, blurred", "214 px")),
        ("one_face", {"size": 214, "blurred": 1, "profile": 1}, ("One face, in profile", "214 px")),
        ("one_face", {"size": 214, "profile": 1}, ("One face, in profile", "214 px")),
        ("several_faces", {"n": 3, "matching_claim": 1, "tiny": 0}, ("3 faces", "1 like the claim")),
        ("several_faces", {"n": 3, "matching_claim": 0, "tiny": 0}, ("3 faces", "none like the claim")),
        ("several_faces", {"n": 3, "matching_claim": 0, "claimed": 0, "tiny": 0}, ("3 faces", "")),
        (
            "several_faces",
            {"n": 2, "matching_claim": 2, "tiny": 0},
            ("2 faces, all like the claim", "a collage?"),
        ),
        (
            "several_faces",
            {"n": 2, "matching_claim": 1, "tiny": 1},
            ("2 faces, all but one tiny", "a bystander?"),
        ),
        ("no_face", {"dismissed": 0}, ("No face found", "")),
        ("no_face", {"dismissed": 2}, ("No face left", "2 marked as not a face")),
        (
            "too_small",
            {"size": 50, "limit": 60, "compared": 1},
            ("The face is small, distances are less sure", "50 px, at least 60 px"),
        ),
        (
            "too_small",
            {"size": 30, "limit": 40, "compared": 0},
            ("The face is too small to compare", "30 px, at least 40 px"),
        ),
        (
            "claim_matches",
            CLAIM | {"distance": 0.42},
            ("The face matches the claim", "0.42, match up to 0.50"),
        ),
        ("claim_near", CLAIM, ("Claim is nearest, but not near", "0.54, match up to 0.50")),
        ("claim_near", CLAIM | {"rank": 2}, ("Claim is near, but not nearest", "0.54, match up to 0.50")),
        ("not_claimed", CLAIM | {"distance": 0.7}, ("Not Ada Alpha", "0.70, look closer up to 0.64")),
        (
            "not_claimed",
            CLAIM | {"rank": 4, "nearer": "Bo Beta", "nearer_distance": 0.31},
            ("Not Ada Alpha", "0.54, rank 4; Bo Beta is nearer, 0.31"),
        ),
        ("not_indexed", {"name": "Ada Alpha", "indexed": 0}, ("Ada Alpha is not in the index", "")),
        (
            "not_indexed",
            {"name": "Ada Alpha", "indexed": 1, "nearest": "Bo Beta", "nearest_distance": 0.7},
            ("Ada Alpha has no reference portraits", "nearest is Bo Beta, 0.70"),
        ),
        ("no_claim", {"within": 0}, ("No politician is claimed", "")),
        (
            "no_claim",
            {"within": 1, "nearest": "Bo Beta", "nearest_distance": 0.41},
            ("No politician is claimed", "nearest is Bo Beta, 0.41"),
        ),
        (
            "no_claim",
            {"within": 0, "nearest": "Bo Beta", "nearest_distance": 0.7},
            ("No politician is claimed, and nobody is near", "nearest is Bo Beta, 0.70"),
        ),
        ("not_compared", {"name": "Ada Alpha"}, ("The face could not be compared", "with Ada Alpha")),
        ("nobody_nearer", {"limit": 0.05}, ("Nobody else is near", "nobody else in the index")),
        (
            "nobody_nearer",
            {"limit": 0.05, "runner_up": "Bo Beta", "runner_up_distance": 0.71, "margin": 0.2},
            ("Nobody else is as near", "next Bo Beta, 0.71"),
        ),
        (
            "ambiguous",
            {"limit": 0.05, "runner_up": "Bo Beta", "margin": 0.02},
            ("Bo Beta is nearly as near", "0.02 further, less than 0.05"),
        ),
        (
            "ambiguous",
            {"limit": 0.05, "runner_up": "Bo Beta", "margin": -0.02},
            ("Bo Beta is nearer", "by 0.02, less than 0.05"),
        ),
        (
            "duplicate",
            {"of": 17, "bits": 80, "mirrored": 0, "limit": 80, "certain": 1},
            ("Same picture as submission 17", "nearly the same picture, differs in 80 of 256 points"),
        ),
        (
            "duplicate",
            {"of": 17, "bits": 81, "mirrored": 1, "limit": 80},
            (
                "Perhaps the same picture as submission 17",
                "a similar picture, mirrored, differs in 81 of 256 points",
            ),
        ),
        (
            "like_another",
            {"of": 17, "bits": 24, "mirrored": 0, "limit": 80},
            (
                "Like submission 17, but with another face",
                "nearly the same picture, differs in 24 of 256 points",
            ),
        ),
        (
            "looks_genuine",
            {"of": 3, "bits": 12, "mirrored": 0},
            (
                "Looks like a real photo from the reference portraits",
                "nearly the same picture, differs in 12 of 256 points",
            ),
        ),
        (
            "unreadable",
            {"text": "It is not a picture."},
            ("The picture cannot be opened", "It is not a picture."),
        ),
    ],
)
def test_lines(code: str, numbers: dict[str, Number], line: tuple[str, str]) -> None:
    assert said(code, numbers) == line


def test_a_distance_just_beyond_its_limit_is_not_told_as_the_limit() -> None:
    assert said("claim_near", CLAIM | {"distance": 0.5004})[1] == "0.5004, match up to 0.5000"
    assert said("claim_near", CLAIM | {"distance": 0.503})[1] == "0.503, match up to 0.500"


def test_every_code_of_the_rules_has_its_line() -> None:
    assert set(ADVICE_ORDER) | {"one_face", "claim_matches", "nobody_nearer"} == CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_finding_without_numbers_is_still_said(code: str) -> None:
    words, _ = said(code, {})
    assert re.match(r"[A-Z0-9]", words)


def test_a_code_of_another_rule_set_is_said_by_its_name() -> None:
    assert said("wears_a_hat", {"height": 0.123, "hats": 2}) == ("Wears a hat", "height 0.12, hats 2")


def test_every_member_has_words() -> None:
    assert set(OUTCOME_WORDS) == set(Outcome)
    assert set(REASON_WORDS) == set(Reason)
    assert set(VERDICT_WORDS) == set(Verdict)
    assert set(MAKING_WORDS) == set(APPROVED_AS) == set(Making)
    all_words = [
        *OUTCOME_WORDS.values(),
        *REASON_WORDS.values(),
        *VERDICT_WORDS.values(),
        *MAKING_WORDS.values(),
        *APPROVED_AS.values(),
    ]
    assert all(words and "%" not in words for words in all_words)
    assert len(set(REASON_WORDS.values())) == len(Reason)


def logged(action: str, *, change: Mapping[str, object], verdict: Verdict = Verdict.APPROVED) -> Decision:
    return Decision(
        id=DecisionId(1),
        step=1,
        action=action,
        undoes=None,
        submission_id=SubmissionId(1),
        digest=Digest("0" * 64),
        curator="Ada",
        decided_at=datetime(2026, 3, 4, tzinfo=UTC),
        verdict=verdict,
        reason=None,
        note="",
        origin=Origin.CURATOR,
        seen={},
        change=change,
    )


@pytest.mark.parametrize(
    ("action", "before", "after", "words"),
    [
        ("face", {"face": None}, {"face": {"id": 3}}, "face drawn by hand"),
        ("face", {"face": {"id": 3}}, {"face": {"id": 3, "dismissed": True}}, "marked as not a face"),
        ("face", {"face": {"id": 3}}, {"face": None}, "marked as not a face"),
        ("kind", {"kind": "deepfake"}, {"kind": "portrait"}, "kind corrected from deepfake to portrait"),
        ("kind", {"kind": "odd"}, {}, "kind corrected from odd to "),
        ("note", {"note": "a"}, {"note": "b"}, "note corrected"),
        ("promote", {"portrait": None}, {"portrait": {"name": "Ada"}}, "made a reference portrait of Ada"),
        ("decide", None, None, None),
        ("claim", None, None, None),
    ],
)
def test_corrections_by_hand_are_told(action: str, before: object, after: object, words: str | None) -> None:
    row = logged(action, change={"before": before, "after": after})
    assert hand_work_line(row) == words


@pytest.mark.parametrize("making", list(Making))
def test_an_approval_says_as_what(making: Making) -> None:
    row = logged("decide", change={"before": {"making": None}, "after": {"making": making.value}})
    assert making_of(row) is making
    assert verdict_line(row.verdict, reason=None, making=making) == APPROVED_AS[making]
    assert verdict_line(Verdict.REJECTED, reason=Reason.NO_FACE, making=making) == "rejected: no face"


@pytest.mark.parametrize(
    ("action", "change"),
    [
        ("decide", {}),
        ("decide", {"after": {"making": "painted"}}),
        ("decide", {"after": {"making": None}}),
        ("kind", {"after": {"kind": "deepfake", "making": "montage"}}),
    ],
)
def test_other_rows_say_no_making(action: str, change: Mapping[str, object]) -> None:
    assert making_of(logged(action, change=change)) is None


@pytest.mark.parametrize("action", ["decide", "kind", "claim"])
def test_what_a_row_ended_is_said(action: str) -> None:
    ended = {"before": {"portrait": {"politician_id": 1, "name": "Ada"}}, "after": {"portrait": None}}
    row = logged(action, change=ended, verdict=Verdict.WITHDRAWN)
    assert consequence_line(row) == "no reference portrait of Ada any more"
    assert consequence_line(logged(action, change={"after": {"making": "montage"}})) is None
    assert consequence_line(logged("undo", change={})) is None
