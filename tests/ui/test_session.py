"""The session: each command is told once, after it is on disk; failures are told and change nothing."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from filing import Filing, encoding, face
from opening import CURATOR, FAKE, close_session, open_session, save_picture
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.engine.analysis import Analysis
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CatalogueFull, CuratorError, RefusedChange
from curator.engine.intake.contents import Refused
from curator.engine.loads import LoadEnd
from curator.engine.receiving import Prepared, Summary
from curator.engine.records import AnalysisState, Changes, Kind, Reason, SubmissionId, Verdict
from curator.engine.workspace import Tick, Workspace
from curator.ui.session import Progress, Session
from curator.ui.session.load_wording import load_sentence

CLOSING_SECONDS = 30.0
"""Half of what a picture is given, so that one that hangs was not waited for."""


class Heard:
    """What a session told, in the order of the telling."""

    def __init__(self, session: Session) -> None:
        self.changed: list[tuple[Changes, object]] = []
        self.failed: list[CuratorError] = []
        self.noticed: list[str] = []
        self.ended: list[LoadEnd] = []
        session.changed.connect(lambda changes, origin: self.changed.append((changes, origin)))
        session.failed.connect(self.failed.append)
        session.noticed.connect(self.noticed.append)
        session.load_ended.connect(self.ended.append)


@pytest.fixture
def ids(filing: Filing) -> tuple[SubmissionId, ...]:
    who = filing.politician("Nerys Valdoon", portraits=[encoding(1), encoding(1, away=0.1)])
    filing.politician("Ilka Brandwyn", country="Finland", portraits=[encoding(2)])
    return tuple(filing.submission(face(1, away=0.01 * n), claimed=who) for n in range(3))


@pytest.fixture
def session(ids: tuple[SubmissionId, ...], catalogue: Catalogue, qapp: QApplication) -> Iterator[Session]:
    opened = open_session(catalogue)
    yield opened
    close_session(opened)


@pytest.fixture
def heard(session: Session) -> Heard:
    return Heard(session)


def on_disk(session: Session, submission_id: SubmissionId) -> str:
    """The verdict as another program reads it from the file."""
    with sqlite3.connect(f"file:{session.folder / 'catalogue.db'}?mode=ro", uri=True) as other:
        row = other.execute("SELECT verdict FROM submissions WHERE id = ?", (submission_id,)).fetchone()
    other.close()
    return str(row[0])


def idle(progress: Progress) -> bool:
    return progress.loading is None and not progress.pending


# ---------------------------------------------------------------- commands


def test_a_decision_is_told_once_with_its_origin_when_it_is_on_disk(
    session: Session, heard: Heard, ids: tuple[SubmissionId, ...]
) -> None:
    seen: list[str] = []
    session.changed.connect(lambda *_: seen.append(on_disk(session, ids[0])))
    me = object()
    assert session.decide([ids[0]], Verdict.APPROVED, origin=me)
    assert heard.changed == [(Changes(submissions=frozenset({ids[0]}), decided=True), me)]
    assert seen == ["approved"]
    assert session.log(limit=1)[0].curator == CURATOR


def test_a_bulk_decision_is_told_once(session: Session, heard: Heard, ids: tuple[SubmissionId, ...]) -> None:
    assert session.decide(ids, Verdict.SKIPPED)
    assert [changes.submissions for changes, _ in heard.changed] == [frozenset(ids)]
    step = session.next_undo()
    assert step is not None
    assert step.count == 3


def test_a_refused_decision_is_told_as_a_failure_and_as_nothing_else(
    session: Session, heard: Heard, ids: tuple[SubmissionId, ...]
) -> None:
    assert not session.decide([ids[0]], Verdict.REJECTED)
    assert heard.changed == []
    assert [type(error) for error in heard.failed] == [RefusedChange]
    assert on_disk(session, ids[0]) == "undecided"
    assert session.log(limit=1) == ()


def test_undo_and_redo_tell_what_they_are_about(
    session: Session, heard: Heard, ids: tuple[SubmissionId, ...]
) -> None:
    session.decide([ids[1]], Verdict.APPROVED)
    undone = session.undo(origin="a view")
    assert undone.submissions == {ids[1]}
    assert heard.changed[-1] == (undone, "a view")
    assert session.next_undo() is None
    redone = session.redo(origin="a view")
    assert redone.submissions == {ids[1]}
    assert on_disk(session, ids[1]) == "approved"
    assert len(heard.changed) == 3


def test_with_nothing_to_undo_nothing_is_told(session: Session, heard: Heard) -> None:
    assert not session.undo()
    assert not session.redo()
    assert heard.changed == []
    assert heard.failed == []


def test_a_corrected_claim_is_assessed_anew(
    session: Session, heard: Heard, ids: tuple[SubmissionId, ...], qtbot: QtBot
) -> None:
    other = next(one.id for one in session.people.all() if one.surname == "Brandwyn")
    assert session.hand.correct_claim(ids[0], other)
    assert session.dossier(ids[0]).submission.claimed_id == other
    with qtbot.waitSignal(
        session.changed, check_params_cb=lambda changes, _origin: ids[0] in changes.submissions
    ):
        pass
    advice = session.dossier(ids[0]).submission.advice
    assert advice is not None
    assert advice.reason is Reason.NOT_CLAIMED


def test_adding_someone_twice_is_refused(session: Session, heard: Heard) -> None:
    named = {"given_name": "Cosmo", "surname": "Treadgold", "country": "Ireland", "role": ""}
    added = session.people.add(**named)
    assert added is not None
    assert added in {one.id for one in session.people.all()}
    assert session.people.add(**named) is None
    assert [type(error) for error in heard.failed] == [RefusedChange]


def test_looking_at_one_that_cannot_be_read_is_a_failure_and_no_mistake(
    session: Session, heard: Heard, ids: tuple[SubmissionId, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = CatalogueFull("The disk is full.", advice="Free some space.")

    def fail(_analysis: Analysis, _submission_id: SubmissionId) -> None:
        raise failure

    monkeypatch.setattr(Analysis, "look_at", fail)
    session.look_at(ids[0])
    assert heard.failed == [failure]


# ---------------------------------------------------------------- background work


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    for number in range(5):
        save_picture(tmp_path / f"received/{number}.png", seed=number)
    return tmp_path / "received"


@pytest.fixture
def finders(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in (Path(__file__).parents[1], Path(__file__).parents[1] / "engine"):
        monkeypatch.syspath_prepend(str(folder))


@pytest.fixture
def working(catalogue: Catalogue, finders: None, qapp: QApplication) -> Iterator[Session]:
    """A session over an empty catalogue whose worker may start."""
    opened = open_session(catalogue, paused=False)
    yield opened
    close_session(opened)


def test_a_load_is_told_from_its_beginning_to_the_last_analysis(
    working: Session, pictures: Path, qtbot: QtBot
) -> None:
    heard = Heard(working)
    progresses: list[Progress] = []
    working.progressed.connect(progresses.append)
    with qtbot.waitSignal(working.progressed, check_params_cb=lambda one: idle(one) and one.total == 5):
        working.load([pictures])
    assert progresses[0].loading is not None
    assert any(changes.arrived for changes, _ in heard.changed)
    assert all(origin is working for _, origin in heard.changed)
    analysed = [one for changes, _ in heard.changed for one in changes.submissions]
    assert set(analysed) == {1, 2, 3, 4, 5}
    assert [(end.what, end.summary.loaded) for end in heard.ended] == [("submissions", 5)]
    assert heard.failed == []


def test_paused_work_waits_and_goes_on(working: Session, pictures: Path, qtbot: QtBot) -> None:
    working.pause()
    assert working.progress().paused
    with qtbot.waitSignal(working.load_ended):
        working.load([pictures])
    # Round after round of events nothing is analysed.
    rounds = QTimer(interval=0)
    rounds.start()
    for _ in range(20):
        with qtbot.waitSignal(rounds.timeout):
            pass
    rounds.stop()
    assert working.progress().pending == 5
    with qtbot.waitSignal(working.progressed, check_params_cb=idle):
        working.resume()
    assert not working.progress().paused


def test_a_refused_portrait_is_noticed_with_its_reason(
    working: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    who = working.people.add(given_name="Odalys", surname="Quent", country="Italy", role="")
    assert who is not None
    portrait = save_picture(tmp_path / "no_face.png", seed=1, width=180)
    with qtbot.waitSignal(working.portraits_refused) as told:
        working.people.add_portraits(who, [portrait])
    assert told.args is not None
    (refused,) = told.args[0]
    assert refused.file_name == "no_face.png"
    assert refused.whose == working.people.all()[0].full_name
    assert refused.reason.startswith("No face was found")


def test_an_interrupted_load_goes_on_at_the_next_start(
    catalogue: Catalogue, pictures: Path, qtbot: QtBot
) -> None:
    with catalogue.writing():
        catalogue.journals.start_load(paths=(pictures,), kind=Kind.DEEPFAKE)
    session = open_session(catalogue)
    heard = Heard(session)
    with qtbot.waitSignal(session.load_ended):
        session.start()
    assert session.counts().total == 5
    assert heard.noticed == ["A load was interrupted last time. Curator goes on with it."]
    session.close()


def test_many_announcements_are_one_round_of_work(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    catalogue.close()
    announce: list[Callable[[], None]] = []
    rounds: list[int] = []
    tick = Workspace.tick

    def counted(workspace: Workspace) -> Tick:
        rounds.append(threading.get_ident())
        return tick(workspace)

    monkeypatch.setattr(Workspace, "tick", counted)

    def workspace_of(ready: Callable[[], None]) -> Workspace:
        announce.append(ready)
        return Workspace.open(catalogue.folder, settings=FAKE, on_ready=ready)

    session = Session(workspace_of, curator=CURATOR)
    session.pause()

    def announce_often() -> None:
        for _ in range(200):
            announce[0]()

    with qtbot.waitSignal(session.progressed):
        threads = [threading.Thread(target=announce_often) for _ in range(2)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    assert rounds == [threading.get_ident()]
    session.close()


def test_work_that_fails_stops_until_it_is_told_to_go_on(
    session: Session, heard: Heard, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session.resume()
    failure = CatalogueFull("The disk is full.", advice="Free some space.")

    def fail(_workspace: Workspace) -> Tick:
        raise failure

    with monkeypatch.context() as full:
        full.setattr(Workspace, "tick", fail)
        with qtbot.waitSignal(session.failed):
            session.start()
    assert heard.failed == [failure]
    assert session.progress().paused
    with qtbot.waitSignal(session.progressed, check_params_cb=lambda progress: not progress.paused):
        session.resume()


# ---------------------------------------------------------------- closing


def test_closing_in_the_middle_of_work_does_not_wait_for_it_and_loses_nothing(
    catalogue: Catalogue, tmp_path: Path, finders: None, qtbot: QtBot
) -> None:
    hangs = 32  # the width of a picture that the fake finder never comes back from
    for number in range(40):
        save_picture(tmp_path / f"received/{number:02}.png", seed=number, width=hangs if number == 1 else 160)
    session = open_session(catalogue, paused=False)
    with qtbot.waitSignal(
        session.changed, check_params_cb=lambda changes, _origin: bool(changes.submissions)
    ):
        session.load([tmp_path / "received"])
    began = monotonic()
    session.close()
    assert monotonic() - began < CLOSING_SECONDS
    with Catalogue.open(catalogue.folder) as again:
        assert again.complaints() == ()
        assert any(
            again.submissions.get(one).state is AnalysisState.PENDING for one in again.submissions.ids()
        )


def test_a_closed_session_is_silent(session: Session, ids: tuple[SubmissionId, ...], qtbot: QtBot) -> None:
    session.decide([ids[0]], Verdict.APPROVED)
    session.start()
    session.close()
    with qtbot.assertNotEmitted(session.progressed, wait=200), qtbot.assertNotEmitted(session.changed):
        pass


# ---------------------------------------------------------------- words

REFUSED = Refused(Path("notes.svg"), "notes.svg is no picture.")


@pytest.mark.parametrize(
    ("summary", "sentence"),
    [
        (Summary(loaded=1), "1 picture loaded."),
        (Summary(loaded=1200, already=3), "1,200 pictures loaded, 3 already there."),
        (Summary(refused=(REFUSED,)), "Nothing loaded, 1 refused. notes.svg is no picture."),
        (Summary(already=3), "Nothing loaded, 3 already there."),
        (Summary(), "No pictures were found."),
        (Summary(loaded=2, cancelled=True), "Load cancelled: 2 pictures loaded."),
        (
            Summary(loaded=2, failure=CatalogueFull("The disk is full.", advice="Free some space.")),
            "The load stopped. The disk is full. Free some space. Load the same files again to go on.",
        ),
    ],
)
def test_the_end_of_a_load_is_one_sentence_or_two(summary: Summary, sentence: str) -> None:
    assert load_sentence(LoadEnd("submissions", summary)) == sentence


def test_the_end_of_an_import_speaks_of_portraits() -> None:
    assert load_sentence(LoadEnd("portraits", Summary(loaded=3))) == "3 portraits loaded."


@pytest.mark.parametrize(
    ("summary", "sentence"),
    [
        (
            Summary(loaded=36, people=Prepared(added=2)),
            "2 politicians added, 36 portraits loaded.",
        ),
        (Summary(people=Prepared(added=1, completed=3)), "1 politician added, 3 politicians completed."),
        (Summary(already=2), "2 portraits already there."),
        (
            Summary(people=Prepared(added=1), refused=(REFUSED,)),
            "1 politician added, 1 refused. notes.svg is no picture.",
        ),
    ],
)
def test_the_end_of_an_import_speaks_of_politicians_too(summary: Summary, sentence: str) -> None:
    assert load_sentence(LoadEnd("portraits", summary)) == sentence
