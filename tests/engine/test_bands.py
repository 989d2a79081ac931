"""The thresholds of a catalogue: kept, read again, and put in force for everything undecided."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from filing import THRESHOLDS, Filing, encoding, face
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator.engine.bands import bands_of, keep_bands
from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions
from curator.engine.errors import CatalogueReadOnly, RefusedChange
from curator.engine.records import Outcome, SubmissionId, Verdict
from curator.engine.rules import Thresholds
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace

STRICT = replace(THRESHOLDS, match_unclaimed=0.42, match_claimed=0.45)


def written(catalogue: Catalogue) -> str:
    return catalogue.fact("thresholds")


def settled(workspace: Workspace) -> None:
    """Works until everything is assessed with what is in force; nothing waits for a worker here."""
    while workspace.busy:
        workspace.tick()


def outcome(workspace: Workspace, submission_id: SubmissionId) -> Outcome:
    advice = workspace.catalogue.submissions.get(submission_id).advice
    assert advice is not None
    return advice.outcome


# ---------------------------------------------------------------- kept and read


def test_a_new_catalogue_has_the_defaults(catalogue: Catalogue) -> None:
    assert bands_of(catalogue) == Thresholds()
    assert written(catalogue) == ""


def test_only_what_differs_is_written(catalogue: Catalogue) -> None:
    keep_bands(catalogue, replace(Thresholds(), match_claimed=0.57, duplicate_bits=12))
    assert json.loads(written(catalogue)) == {"match_claimed": 0.57, "duplicate_bits": 12}
    keep_bands(catalogue, Thresholds())
    assert written(catalogue) == ""
    assert bands_of(catalogue) == Thresholds()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    numbers=st.lists(st.floats(0.01, 2.0), min_size=4, max_size=4).map(sorted),
    margin=st.floats(0, 1),
    share=st.floats(0, 1),
    sizes=st.lists(st.integers(0, 5000), min_size=2, max_size=2).map(sorted),
    bits=st.lists(st.integers(0, 256), min_size=2, max_size=2).map(sorted),
)
def test_whatever_is_sound_is_read_as_it_was_written(
    catalogue: Catalogue, numbers: list[float], margin: float, share: float, sizes: list[int], bits: list[int]
) -> None:
    wanted = Thresholds(
        strong=numbers[0],
        match_unclaimed=numbers[1],
        match_claimed=numbers[2],
        closer_unclaimed=numbers[3],
        closer_claimed=numbers[3],
        ambiguity_margin=margin,
        nameless_size=sizes[0],
        low_quality_size=sizes[1],
        bystander_share=share,
        duplicate_bits=bits[0],
        perhaps_bits=bits[1],
    )
    keep_bands(catalogue, wanted)
    assert bands_of(catalogue) == wanted


@pytest.mark.expects_log("thresholds of the catalogue are not sound")
@pytest.mark.parametrize(
    "told",
    [
        "nonsense",
        "[]",
        "0.5",
        '{"strong": "0.4"}',
        '{"strong": null}',
        '{"strong": true}',
        '{"strong": NaN}',
        '{"closer_claimed": Infinity}',
        '{"duplicate_bits": 12.5}',
        '{"match_claimed": 0.9}',
    ],
)
def test_what_makes_no_sense_is_as_if_nobody_had_written_it(catalogue: Catalogue, told: str) -> None:
    with catalogue.writing():
        catalogue.keep_fact("thresholds", told)
    assert bands_of(catalogue) == Thresholds()


def test_names_of_another_curator_are_passed_over(catalogue: Catalogue) -> None:
    with catalogue.writing():
        catalogue.keep_fact("thresholds", '{"strong": 0.3, "charm": 7}')
    assert bands_of(catalogue) == replace(Thresholds(), strong=0.3)


def test_thresholds_that_contradict_each_other_cannot_be_made() -> None:
    with pytest.raises(RefusedChange, match="contradict each other"):
        replace(Thresholds(), match_claimed=0.70)


# ---------------------------------------------------------------- in force


@pytest.fixture
def workspace(catalogue: Catalogue, filing: Filing) -> Workspace:
    who = filing.politician("Nerys Valdoon", portraits=[encoding(1), encoding(1, away=0.1)])
    for _ in range(30):  # more than are assessed in one transaction
        filing.submission(face(1, away=0.45), claimed=who)
    return Workspace(catalogue, workers=Workers(WorkerSettings(count=1)))


def test_other_thresholds_assess_what_is_undecided_anew_and_leave_the_rest(workspace: Workspace) -> None:
    decided, *undecided = workspace.catalogue.submissions.ids()
    settled(workspace)
    assert {outcome(workspace, one) for one in (decided, *undecided)} == {Outcome.APPROVE}
    decisions.decide(
        workspace.catalogue,
        (decided,),
        verdict=Verdict.SKIPPED,
        curator="Ann",
        thresholds=workspace.thresholds,
    )
    workspace.set_thresholds(STRICT)
    settled(workspace)
    assert {outcome(workspace, one) for one in undecided} == {Outcome.LOOK_CLOSER}
    assert outcome(workspace, decided) is Outcome.APPROVE
    assert workspace.thresholds == STRICT
    workspace.set_thresholds(Thresholds())
    settled(workspace)
    assert {outcome(workspace, one) for one in undecided} == {Outcome.APPROVE}
    workspace.close()


def test_a_catalogue_is_opened_with_its_own_thresholds(workspace: Workspace, folder: Path) -> None:
    settled(workspace)
    workspace.set_thresholds(STRICT)
    workspace.close()
    with Workspace.open(folder, settings=WorkerSettings(count=1)) as again:
        assert again.thresholds == STRICT
        # The change was interrupted before anything was assessed, and is made good now.
        settled(again)
        assert {outcome(again, one) for one in again.catalogue.submissions.ids()} == {Outcome.LOOK_CLOSER}


def test_a_decision_keeps_the_thresholds_of_its_day(workspace: Workspace) -> None:
    first, second, *_ = workspace.catalogue.submissions.ids()
    for one, thresholds in ((first, STRICT), (second, Thresholds())):
        workspace.set_thresholds(thresholds)
        decisions.decide(
            workspace.catalogue,
            (one,),
            verdict=Verdict.APPROVED,
            curator="Ann",
            thresholds=workspace.thresholds,
        )
    seen = [one.seen["thresholds"] for one in workspace.catalogue.decisions.latest(limit=2)]
    assert seen == [asdict(Thresholds()), asdict(STRICT)]
    workspace.close()


def test_thresholds_that_could_not_be_written_are_not_in_force(workspace: Workspace) -> None:
    settled(workspace)
    database = workspace.catalogue._connection.db
    database.execute("PRAGMA query_only = ON")
    with pytest.raises(CatalogueReadOnly):
        workspace.set_thresholds(STRICT)
    database.execute("PRAGMA query_only = OFF")
    assert workspace.thresholds == Thresholds()
    assert workspace.comparison.thresholds == Thresholds()
    assert not workspace.busy
    workspace.close()
