"""Privacy in the settings: it counts, shows what would go, and erases only after a yes."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from typing import Any

import numpy as np
import pytest
from filing import THRESHOLDS, Filing, encoding, face
from opening import close_session, open_session, write_preview
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.catalogue.erasing import Eraser
from curator.engine.deciding import decisions
from curator.engine.errors import CuratorError, RefusedChange
from curator.engine.intake.nocodb.request import FetchRequest, Field, Source
from curator.engine.media import MediaStore
from curator.engine.privacy import erasing, looking
from curator.engine.records import (
    Changes,
    Claim,
    Digest,
    FaceBox,
    Kind,
    Politician,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.reports import Form
from curator.engine.safekeeping import backups, restoring
from curator.engine.safekeeping.backups import Backup
from curator.engine.safekeeping.backups import Kind as BackupKind
from curator.ui.session import Session
from curator.ui.session.exporting import Exporter
from curator.ui.session.reporting import Reporter
from curator.ui.settings.parts import WheelGuard
from curator.ui.settings.privacy import PrivacySection

PATIENCE_SECONDS = 60.0
SENDER = "Jana Qvist"
FETCH = FetchRequest(Source("https://tables.example", "base", "table"), {Field.IMAGE: "Photo"})
BACKUP = Backup(Path("none.db"), datetime(2026, 3, 4, tzinfo=UTC), BackupKind.BY_HAND, 1)


class Made:
    """A catalogue with one rejected picture of a sender, and an undecided one."""

    def __init__(self, catalogue: Catalogue, filing: Filing) -> None:
        self.who: PoliticianId = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
        self.stays: SubmissionId = filing.submission(face(1), claimed=self.who)
        self.gone: SubmissionId = filing.waiting(sender=SENDER, claim=Claim("Some", "Body"))
        self.digest: Digest = catalogue.submissions.get(self.gone).digest
        decisions.decide(
            catalogue,
            [self.gone],
            verdict=Verdict.REJECTED,
            reason=Reason.OTHER,
            curator="A",
            thresholds=THRESHOLDS,
        )
        self.session: Session = open_session(catalogue)
        write_preview(self.session, self.gone, color=(90, 120, 60))


@pytest.fixture
def made(catalogue: Catalogue, filing: Filing) -> Iterator[Made]:
    built = Made(catalogue, filing)
    yield built
    close_session(built.session)


@pytest.fixture
def section(made: Made, qtbot: QtBot) -> Iterator[PrivacySection]:
    wheel = WheelGuard()
    shown = PrivacySection(made.session, wheel=wheel)
    shown.resize(952, 900)
    with qtbot.waitSignal(made.session.privacy.listed), qtbot.waitExposed(shown):
        shown.show()
        shown.show_privacy()
    yield shown
    shown.close()
    shown.deleteLater()


def words(section: PrivacySection) -> list[str]:
    return [label.text() for label in section._lines]


def look(section: PrivacySection, made: Made, ask: Callable[[], None], qtbot: QtBot) -> str:
    with qtbot.waitSignal(made.session.privacy.previewed):
        ask()
    return section.pane.outcome.words


def say_yes(section: PrivacySection, made: Made, qtbot: QtBot) -> None:
    with qtbot.waitSignal(made.session.privacy.finished):
        section.pane.yes.click()
        assert made.session.privacy.busy
        assert not section.look_rejected.isEnabled()


def test_what_is_held_is_counted(section: PrivacySection) -> None:
    told = words(section)
    assert told[0] == "What was sent in"
    assert "2 submissions with their pictures and previews: 1 undecided, 1 rejected" in told
    assert "1 sender by name" in told
    assert [section.politician.itemText(one) for one in range(section.politician.count())] == [
        "Ilka Brandwyn, Malta"
    ]
    assert not section.look_sender.isEnabled()
    assert not section.pane.asking


def test_rejected_pictures_go_after_a_yes(
    section: PrivacySection, made: Made, qtbot: QtBot, folder: Path
) -> None:
    section.days.setValue(0)
    assert made.session.privacy.grace_days == 0
    told = look(section, made, section.look_rejected.click, qtbot)
    assert told.startswith("1 rejected picture (0.0 MB), rejected from 2026-03-04 to 2026-03-04.")
    assert section.pane.asking
    assert section.pane.keep.hasFocus(), "Enter pressed twice erases nothing"
    with qtbot.waitSignal(made.session.changed) as changed:
        say_yes(section, made, qtbot)
    assert changed.args is not None
    assert changed.args[0].submissions == {made.gone}
    assert section.pane.outcome.words.startswith("Erased: 1 picture with its preview")
    assert made.session.ids(SubmissionFilter()) == (made.stays,)
    assert not MediaStore(folder / "media").preview(made.digest).exists()
    assert not made.session.privacy.busy
    assert not erasing.unfinished(folder)
    qtbot.waitUntil(lambda: "0 senders by name" in words(section))
    assert made.session.next_undo() is not None
    made.session.undo()
    assert made.session.ids(SubmissionFilter()) == (made.stays,)


def test_keep_and_escape_keep(section: PrivacySection, made: Made, qtbot: QtBot) -> None:
    for keep in (section.pane.keep.click, lambda: QTest.keyClick(section.pane.keep, Qt.Key.Key_Escape)):
        section.sender_name.setText(SENDER.upper())
        look(section, made, section.look_sender.click, qtbot)
        assert section.pane.asking
        keep()
        assert not section.pane.asking
        assert section.pane.outcome.words == ""
    assert len(made.session.ids(SubmissionFilter())) == 2


def test_a_sender_goes_and_a_stranger_is_told(section: PrivacySection, made: Made, qtbot: QtBot) -> None:
    section.sender_name.setText("Nobody")
    told = look(section, made, lambda: QTest.keyClick(section.sender_name, Qt.Key.Key_Return), qtbot)
    assert told == "Nobody of the name “Nobody” sent anything.\nCheck how the name is written."
    assert not section.pane.asking
    section.sender_name.setText(SENDER)
    told = look(section, made, section.look_sender.click, qtbot)
    assert told.startswith(f"1 picture that only {SENDER} sent (0.0 MB).")
    say_yes(section, made, qtbot)
    assert section.sender_name.text() == "", "the name is not left on the screen"
    assert made.session.ids(SubmissionFilter()) == (made.stays,)


def test_a_politician_goes(section: PrivacySection, made: Made, qtbot: QtBot) -> None:
    told = look(section, made, section.look_politician.click, qtbot)
    assert told.startswith("Ilka Brandwyn with 1 reference portrait and its encoding.")
    say_yes(section, made, qtbot)
    assert made.session.people.all() == ()
    assert made.session.dossier(made.stays).submission.claimed_id is None


def test_nothing_is_erased_while_something_is_loaded(
    section: PrivacySection, made: Made, qtbot: QtBot, tmp_path: Path
) -> None:
    section.days.setValue(0)
    look(section, made, section.look_rejected.click, qtbot)
    made.session.pause()
    made.session.load([tmp_path])
    with qtbot.waitSignal(made.session.failed) as failed:
        section.pane.yes.click()
    assert failed.args is not None
    assert failed.args[0].sentence == "Pictures are being loaded just now."
    assert len(made.session.ids(SubmissionFilter())) == 2


def test_what_a_crash_left_is_finished_at_the_next_start(
    catalogue: Catalogue, filing: Filing, qtbot: QtBot, folder: Path
) -> None:
    made = Made(catalogue, filing)
    erasing.erase(folder, looking.sender(folder, SENDER))
    assert erasing.unfinished(folder)
    with qtbot.waitSignal(made.session.privacy.finished):
        made.session.start()
    assert not erasing.unfinished(folder)
    assert not MediaStore(folder / "media").preview(made.digest).exists()
    close_session(made.session)


class Finishing:
    """In the place of ``erasing.finish``: ends only when it is let go."""

    def __init__(self) -> None:
        self.begun, self.let_go = Event(), Event()
        self.mistaken = False
        self.writes_anew = True
        self.asked_on: bool | None = None

    def __call__(
        self,
        folder: Path,
        *,
        progress: Callable[[int, int], None],
        go_on: Callable[[], bool],
        writing_anew: Callable[[bool], None],
    ) -> erasing.Finished:
        writing_anew(self.writes_anew)
        self.begun.set()
        assert self.let_go.wait(PATIENCE_SECONDS)
        writing_anew(False)
        self.asked_on = go_on()
        if self.mistaken:
            raise ZeroDivisionError
        return erasing.Finished()


@pytest.fixture
def finishing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Finishing]:
    stands_in = Finishing()
    monkeypatch.setattr(erasing, "finish", stands_in)
    yield stands_in
    stands_in.let_go.set()


def begin_to_erase(made: Made, finishing: Finishing) -> None:
    assert made.session.privacy.erase(looking.sender(made.session.folder, SENDER))
    assert finishing.begun.wait(PATIENCE_SECONDS)
    assert made.session.privacy.busy


def end(made: Made, finishing: Finishing, qtbot: QtBot) -> object:
    with qtbot.waitSignal(made.session.privacy.finished) as finished:
        finishing.let_go.set()
    assert not made.session.privacy.busy
    assert finished.args is not None
    return finished.args[0]


def test_nothing_is_taken_in_while_something_is_erased(
    made: Made, finishing: Finishing, qtbot: QtBot, tmp_path: Path
) -> None:
    session = made.session
    failed: list[CuratorError] = []
    begun: list[str] = []
    session.failed.connect(failed.append)
    session.fetching.refused.connect(failed.append)
    session.people.begun.connect(lambda: begun.append("people"))
    session.fetching.begun.connect(lambda: begun.append("fetching"))
    begin_to_erase(made, finishing)
    session.load([tmp_path])
    session.people.import_from(tmp_path)
    session.people.add_portraits(made.who, [tmp_path / "one.png"])
    assert not session.fetching.fetch(FETCH)
    assert [(type(one), one.sentence) for one in failed] == [
        (RefusedChange, "Something is being erased just now.")
    ] * 4
    assert begun == []
    assert session.progress().loading is None
    end(made, finishing, qtbot)
    session.people.import_from(tmp_path)
    assert begun == ["people"]
    assert len(failed) == 4


def test_an_interrupted_load_waits_for_the_erasing(
    catalogue: Catalogue, filing: Filing, finishing: Finishing, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "received").mkdir()
    with catalogue.writing():
        catalogue.journals.start_load(paths=(tmp_path / "received",), kind=Kind.DEEPFAKE)
    made = Made(catalogue, filing)
    erasing.erase(folder, looking.sender(folder, SENDER))
    noticed: list[str] = []
    made.session.noticed.connect(noticed.append)
    made.session.start()
    assert finishing.begun.wait(PATIENCE_SECONDS)
    made.session.pause()
    assert made.session.progress().loading is None
    assert noticed == []
    end(made, finishing, qtbot)
    loading = made.session.progress().loading
    assert loading is not None
    assert loading.paused
    with qtbot.waitSignal(made.session.load_ended):
        made.session.resume()
    assert noticed == ["A load was interrupted last time. Curator goes on with it."]
    close_session(made.session)


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_is_wanted_of_the_work_holds_once_the_erasing_ended(
    made: Made, finishing: Finishing, qtbot: QtBot, goes_on: bool
) -> None:
    session = made.session
    if not goes_on:
        session.resume()
    assert session.progress().paused is goes_on
    begin_to_erase(made, finishing)
    if goes_on:
        session.resume()
    else:
        session.pause()
    assert session.progress().paused, "nothing is analysed while something is erased"
    end(made, finishing, qtbot)
    assert session.progress().paused is not goes_on


@pytest.mark.parametrize("writer", [Exporter, Reporter])
def test_nothing_is_erased_while_files_are_written(
    made: Made, monkeypatch: pytest.MonkeyPatch, writer: type
) -> None:
    failed: list[CuratorError] = []
    made.session.failed.connect(failed.append)
    wanted = looking.sender(made.session.folder, SENDER)
    monkeypatch.setattr(writer, "writing", True)
    assert not made.session.privacy.erase(wanted)
    assert [(one.sentence, one.advice) for one in failed] == [
        (
            "An export or a file for colleagues is being written just now.",
            "Erase when it is written, or cancel it.",
        )
    ]
    assert not made.session.privacy.busy
    assert len(made.session.ids(SubmissionFilter())) == 2


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_of_the_program_ends_the_erasing(made: Made, finishing: Finishing, qtbot: QtBot) -> None:
    begin_to_erase(made, finishing)
    finishing.mistaken = True
    thread = made.session.privacy._thread
    assert thread is not None
    told = end(made, finishing, qtbot)
    # Its error is expected of this test, and would be told of the next one.
    thread.join()
    assert isinstance(told, CuratorError)
    assert told.sentence == "An error in Curator ended the erasing."
    assert told.advice == "It goes on when the catalogue is opened the next time."


def test_a_closed_session_asks_the_erasing_to_stop(
    catalogue: Catalogue, filing: Filing, finishing: Finishing
) -> None:
    made = Made(catalogue, filing)
    begin_to_erase(made, finishing)
    thread = made.session.privacy._thread
    assert thread is not None
    close_session(made.session)
    finishing.let_go.set()
    thread.join(PATIENCE_SECONDS)
    assert finishing.asked_on is False


def test_what_is_left_when_it_is_stopped_goes_at_the_next_start(made: Made, folder: Path) -> None:
    erasing.erase(folder, looking.sender(folder, SENDER))
    stopped = erasing.finish(folder, go_on=lambda: False)
    assert stopped.files == stopped.backups == 0
    assert [str(line) for line in stopped.not_yet] == ["Curator was closed meanwhile."]
    assert MediaStore(folder / "media").preview(made.digest).exists()
    assert erasing.unfinished(folder)
    assert erasing.finish(folder).not_yet == ()
    assert not MediaStore(folder / "media").preview(made.digest).exists()
    assert not erasing.unfinished(folder)


def test_writing_the_database_anew_is_told_from_its_beginning_to_its_end(made: Made, folder: Path) -> None:
    erasing.erase(folder, looking.sender(folder, SENDER))
    told: list[bool] = []
    erasing.finish(folder, writing_anew=told.append)
    assert told == [True, False]


def test_nothing_is_restored_while_something_is_erased(
    made: Made, finishing: Finishing, qtbot: QtBot
) -> None:
    begin_to_erase(made, finishing)
    prepared: list[object] = []
    made.session.upkeep.prepared.connect(prepared.append)
    made.session.upkeep.prepare_restore(BACKUP)
    assert [str(one) for one in prepared] == [
        "Something is being erased just now. Restore when that is done."
    ]
    end(made, finishing, qtbot)


WRITERS: dict[str, Callable[[Session, Made], object]] = {
    "decision": lambda session, made: session.decide([made.stays], Verdict.SKIPPED),
    "undo": lambda session, _: session.undo(),
    "note": lambda session, made: session.hand.edit_note(made.stays, "new"),
    "claim": lambda session, made: session.hand.correct_claim(made.stays, None),
    "kind": lambda session, made: session.hand.correct_kind(made.stays, Kind.PORTRAIT),
    "face": lambda session, made: session.hand.draw_face(made.stays, FaceBox(10, 10, 60, 60)),
    "filter": lambda session, _: session.keep_filter("mine", SubmissionFilter()),
    "no filter": lambda session, _: session.remove_filter("mine"),
    "somebody": lambda session, _: session.people.add(
        given_name="Berta", surname="Blau", country="", role=""
    ),
    "edit": lambda session, made: session.people.edit(Politician(made.who, "Ilka", "Brandwyn", "Cyprus", "")),
    "removal": lambda session, made: session.people.remove(made.who),
    "days": lambda session, _: session.privacy.set_grace_days(3),
}
ONCE = "Nothing was changed by what you just did: do it again in some seconds."


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS.keys())
def test_whatever_would_wait_for_the_erasing_is_refused_at_once(
    made: Made, finishing: Finishing, qtbot: QtBot, write: Callable[[Session, Made], object]
) -> None:
    session = made.session
    failed: list[CuratorError] = []
    session.failed.connect(failed.append)
    begin_to_erase(made, finishing)
    before = session.log(limit=9), session.people.all(), session.saved_filters()
    assert not write(session, made)
    assert [one.advice for one in failed] == [ONCE]
    assert (session.log(limit=9), session.people.all(), session.saved_filters()) == before
    end(made, finishing, qtbot)
    assert session.decide([made.stays], Verdict.SKIPPED)


def test_a_decision_that_meets_a_transaction_of_the_erasing_is_refused_at_once(
    made: Made, finishing: Finishing, qtbot: QtBot, folder: Path
) -> None:
    finishing.writes_anew = False
    session = made.session
    failed: list[CuratorError] = []
    session.failed.connect(failed.append)
    begin_to_erase(made, finishing)
    with Eraser(folder) as eraser, eraser.writing():
        assert session._catalogue._connection.value("PRAGMA busy_timeout") <= 20, "milliseconds"
        assert not session.decide([made.stays], Verdict.SKIPPED)
    assert [one.advice for one in failed] == [ONCE]
    assert session.decide([made.stays], Verdict.SKIPPED), "it only waits where it has to"
    end(made, finishing, qtbot)


def test_nothing_is_written_to_files_while_something_is_erased(
    made: Made, finishing: Finishing, qtbot: QtBot, tmp_path: Path
) -> None:
    session = made.session
    failed: list[CuratorError] = []
    session.exports.write_failed.connect(failed.append)
    session.reports.failed.connect(failed.append)
    begin_to_erase(made, finishing)
    with qtbot.waitSignal(session.exports.finished) as exported:
        session.exports.write(tmp_path / "site")
    with qtbot.waitSignal(session.reports.finished) as written:
        session.reports.write_decisions(Form(path=tmp_path / "log.csv"))
    assert (exported.args, written.args) == ([None], [None])
    assert [(one.sentence, one.advice) for one in failed] == [
        ("Something is being erased just now.", "Write it again when that is done.")
    ] * 2
    assert not list(tmp_path.glob("site*"))
    assert not (tmp_path / "log.csv").exists()
    end(made, finishing, qtbot)
    with qtbot.waitSignal(session.reports.finished):
        session.reports.write_decisions(Form(path=tmp_path / "log.csv"))
    assert (tmp_path / "log.csv").exists()


def test_a_restore_under_preparation_is_given_up_when_an_erasing_begins(
    made: Made, finishing: Finishing, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backups.make(folder)
    assert backup is not None
    begun, let_go = Event(), Event()

    def preparing(folder: Path, backup: Backup, *, go_on: Callable[[], bool]) -> object:
        begun.set()
        assert let_go.wait(PATIENCE_SECONDS)
        return restoring.prepare(folder, backup)

    monkeypatch.setattr("curator.ui.session.upkeep.prepare", preparing)
    made.session.upkeep.prepare_restore(backup)
    assert begun.wait(PATIENCE_SECONDS)
    made.session.privacy.erase(looking.sender(folder, SENDER))
    with qtbot.waitSignal(made.session.upkeep.prepared) as prepared:
        let_go.set()
    assert str(prepared.args[0]) == "Something is being erased just now. Restore when that is done."
    assert not (folder / restoring.PREPARED).exists()
    assert finishing.begun.wait(PATIENCE_SECONDS)
    end(made, finishing, qtbot)


def test_the_rows_of_a_politician_are_erased_beside_the_window(
    made: Made, finishing: Finishing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[Thread] = []
    erase = erasing.erase

    def noted(*told: Any, **more: Any) -> Changes:
        threads.append(current_thread())
        return erase(*told, **more)

    monkeypatch.setattr(erasing, "erase", noted)
    finishing.writes_anew = False
    session = made.session
    with qtbot.waitSignal(session.privacy.rows_erased):
        assert session.privacy.erase(looking.politician(session.folder, made.who))
        assert not session.hand.correct_claim(made.stays, None), "a face must not be given to who is going"
    assert threads != [main_thread()]
    assert session.people.all() == ()
    assert session.hand.edit_note(made.stays, "new")
    end(made, finishing, qtbot)


def test_what_workers_bring_meanwhile_is_filed_afterwards(
    made: Made, finishing: Finishing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_to_erase(made, finishing)
    session, ticks = made.session, list[bool]()
    tick = session._workspace.tick

    def noted() -> object:
        ticks.append(session.privacy.busy)
        return tick()

    monkeypatch.setattr(session._workspace, "tick", noted)
    session._background.ready.emit()
    end(made, finishing, qtbot)
    qtbot.waitUntil(lambda: bool(ticks))
    assert not any(ticks)


def test_the_file_of_a_removed_portrait_goes_soon(
    catalogue: Catalogue, filing: Filing, qtbot: QtBot, tmp_path: Path
) -> None:
    made = Made(catalogue, filing)
    media = MediaStore(made.session.folder / "media")
    (portrait,) = made.session.people.portraits(made.who)
    media.write_preview(portrait.digest, pixels=np.full((60, 60, 3), 90, np.uint8))
    made.session.people.remove_portrait(portrait)
    qtbot.waitUntil(lambda: not media.preview(portrait.digest).exists())
    close_session(made.session)


def test_only_what_was_begun_is_remembered_as_the_last_fetch(
    made: Made, finishing: Finishing, qtbot: QtBot
) -> None:
    begin_to_erase(made, finishing)
    assert not made.session.fetching.fetch(FETCH)
    assert made.session.fetching.last is None
    end(made, finishing, qtbot)
