"""Undecided pictures go back in line bit by bit, each once, and after a crash too."""

import pytest
from filing import Filing

from curator.engine import looking_again
from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions
from curator.engine.looking_again import LookingAgain
from curator.engine.records import AnalysisState, Changes, SubmissionId, Verdict
from curator.engine.rules import Thresholds


@pytest.fixture
def two_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking_again, "_AT_ONCE", 2)


@pytest.fixture
def five(catalogue: Catalogue, two_at_once: None) -> list[SubmissionId]:
    """Analysed submissions."""
    filing = Filing(catalogue)
    return [filing.submission() for _ in range(5)]


def states(catalogue: Catalogue) -> list[AnalysisState]:
    return [catalogue.submissions.get(one).state for one in sorted(catalogue.submissions.ids())]


def test_they_go_back_a_few_at_a_time(catalogue: Catalogue, five: list[SubmissionId]) -> None:
    again = LookingAgain(catalogue)
    assert not again.busy
    assert again.begin() == (5, Changes(submissions=frozenset(five[:2])))
    assert again.busy
    assert again.settle() == Changes(submissions=frozenset(five[2:4]))
    assert again.settle() == Changes(submissions=frozenset(five[4:]))
    assert not again.busy
    assert again.settle() == Changes()
    assert states(catalogue) == [AnalysisState.PENDING] * 5


def test_the_next_run_goes_on(catalogue: Catalogue, five: list[SubmissionId]) -> None:
    LookingAgain(catalogue).begin()
    # Looked at since: it is not put back a second time.
    Filing(catalogue).analyse(five[0])
    again = LookingAgain(catalogue)
    while again.busy:
        again.settle()
    assert states(catalogue) == [AnalysisState.DONE] + [AnalysisState.PENDING] * 4
    assert not LookingAgain(catalogue).busy


def test_what_is_decided_meanwhile_stays_as_it_is(catalogue: Catalogue, five: list[SubmissionId]) -> None:
    again = LookingAgain(catalogue)
    again.begin()
    decisions.decide(catalogue, [five[3]], verdict=Verdict.SKIPPED, curator="Ann", thresholds=Thresholds())
    assert again.settle() == Changes(submissions=frozenset({five[2]}))
    assert catalogue.submissions.get(five[3]).state is AnalysisState.DONE
