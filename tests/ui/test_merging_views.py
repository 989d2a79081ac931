"""Bringing in decisions in the window: a look, one yes, a list of what is left, and nothing behind."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filing import Filing
from made_up import CURATOR, MadeUp
from opening import FAKE, close_session, save_picture
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.app import App
from curator.engine.catalogue import Catalogue
from curator.engine.deciding.decisions import decide
from curator.engine.errors import RefusedChange
from curator.engine.media import MediaStore
from curator.engine.merging import bringing, merging
from curator.engine.merging.words import plan_lines
from curator.engine.records import Changes, Origin, Reason, SubmissionId, Verdict
from curator.engine.rules import Thresholds
from curator.engine.safekeeping import backups
from curator.engine.safekeeping.backups import Kind
from curator.engine.workspace import Workspace
from curator.ui.preferences import Preferences
from curator.ui.review.findings import SaidLine
from curator.ui.review.history import tell
from curator.ui.session import Session
from curator.ui.session.merging import Ended
from curator.ui.settings.merging import MergeDialog
from curator.ui.settings.page import SettingsPage
from curator.ui.window.pages import Place


def give(catalogue: Catalogue, number: int, verdict: Verdict, reason: Reason | None = None) -> None:
    decide(
        catalogue,
        [SubmissionId(number)],
        verdict=verdict,
        reason=reason,
        curator="Ben",
        thresholds=Thresholds(),
    )


@pytest.fixture
def other(made: MadeUp, tmp_path: Path) -> Path:
    """A copy of three submissions, where all three and one more are decided; here one is, otherwise."""
    for number in (1, 2, 3):
        made.submission(
            f"{number}.jpg",
            original=save_picture(tmp_path / f"{number}.png", seed=number),
            analysed=False,
        )
    made.catalogue.close()
    folder = tmp_path / "other"
    shutil.copytree(made.folder, folder)
    received = MediaStore(folder / "media").receive(save_picture(tmp_path / "new.png", seed=9))
    with Catalogue.open(folder) as there:
        new = Filing(there).waiting(file=received.digest)
        for number in (1, 2, 3, new):
            give(there, number, Verdict.APPROVED)
    with Catalogue.open(made.folder) as here:
        give(here, 2, Verdict.REJECTED, Reason.UNSAFE)
    return folder


@pytest.fixture
def session(made: MadeUp, other: Path) -> Iterator[Session]:
    opened = Session(
        lambda ready: Workspace.open(made.folder, settings=FAKE, on_ready=ready), curator=CURATOR
    )
    opened.pause()
    yield opened
    close_session(opened)


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> MergeDialog:
    shown = MergeDialog(session, ())
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.open()
    return shown


def looked(dialog: MergeDialog, session: Session, path: Path, qtbot: QtBot) -> object:
    with qtbot.waitSignal(session.merging.looked) as told:
        dialog.choose(path)
    return told.args[0]


def test_a_look_then_one_yes_then_the_list_of_what_is_left(
    dialog: MergeDialog, session: Session, other: Path, qtbot: QtBot
) -> None:
    assert not dialog.merge.isEnabled()
    plan = looked(dialog, session, other, qtbot)
    assert isinstance(plan, merging.MergePlan)
    assert dialog.plan.words.startswith("\n".join(plan_lines(plan)))
    assert "3 decisions would come in: 3 approved." in dialog.plan.words
    assert session.counts().verdicts[Verdict.UNDECIDED] == 2
    changes: list[Changes] = []
    session.changed.connect(lambda one, _origin: changes.append(one))
    with qtbot.waitSignal(session.merging.ended):
        dialog.merge.click()
    assert "Brought in: 3 decisions (3 approved)." in dialog.plan.words
    assert "1 picture is decided otherwise here." in dialog.plan.words
    assert session.counts().verdicts == {Verdict.APPROVED: 3, Verdict.REJECTED: 1}
    told = Changes()
    for one in changes:
        told |= one
    # The second stays as it is, but something stands beside it from now on.
    assert (set(told.submissions), told.decided, told.arrived) == ({1, 2, 3, 4}, True, True)
    rows = session.log(limit=3)
    assert {one.origin for one in rows} == {Origin.MERGE}
    told_as = tell(rows[0], history=rows).detail
    assert re.fullmatch(r"Ben, .*, in another copy; brought in .* by Ada", told_as)
    step = session.next_undo()
    assert step is not None
    assert step.count == 3
    with qtbot.waitSignal(dialog.list_wanted) as wanted:
        dialog.show_left.click()
    assert session.ids(wanted.args[0]) == (SubmissionId(2),)
    (saved,) = session.saved_filters()
    assert session.ids(saved.filter) == (SubmissionId(2),)
    assert saved.name == "Decided otherwise in another copy"
    # Once it is decided, nothing is left; undo brings it back.
    session.decide([SubmissionId(2)], Verdict.APPROVED)
    assert session.ids(saved.filter) == ()
    session.undo()
    assert session.ids(saved.filter) == (SubmissionId(2),)
    assert not list(session.folder.glob("*.unfinished*"))


def test_a_copy_that_only_differs_can_be_brought_in_too(
    dialog: MergeDialog, session: Session, other: Path, qtbot: QtBot
) -> None:
    with Catalogue.open(other) as there:
        for number in (1, 3, 4):
            give(there, number, Verdict.UNDECIDED)
        MediaStore(there.media_folder).original(there.submissions.get(SubmissionId(4)).digest).unlink()
    looked(dialog, session, other, qtbot)
    assert "It has nothing to bring in." in dialog.plan.words
    assert dialog.plan.words.endswith("It is sound.")
    with qtbot.waitSignal(session.merging.ended):
        dialog.merge.click()
    (saved,) = session.saved_filters()
    assert session.ids(saved.filter) == (SubmissionId(2),)


def test_what_has_nothing_to_bring_cannot_be_brought(
    dialog: MergeDialog, session: Session, qtbot: QtBot
) -> None:
    backup = backups.make(session.folder, kind=Kind.BY_HAND)
    assert backup is not None
    looked(dialog, session, backup.path, qtbot)
    assert "It has nothing to bring in." in dialog.plan.words
    assert not dialog.merge.isEnabled()


def test_what_cannot_be_read_is_told(
    dialog: MergeDialog, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    text = tmp_path / "letter.db"
    text.write_text("Dear colleague")
    looked(dialog, session, text, qtbot)
    assert "is no copy of a catalogue" in dialog.plan.words
    assert not dialog.merge.isEnabled()


def test_cancelling_keeps_what_came_in_and_says_so(
    dialog: MergeDialog, session: Session, other: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "_AT_ONCE", 1)
    looked(dialog, session, other, qtbot)
    real = bringing.put_in_force  # type: ignore[attr-defined]

    def once(*given: object, **named: object) -> object:
        # In the thread, at the first decision: as if somebody had cancelled just then.
        session.merging.cancel()
        return real(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(bringing, "put_in_force", once)
    with qtbot.waitSignal(session.merging.ended) as told:
        dialog.merge.click()
    (ended,) = told.args
    assert isinstance(ended, Ended)
    assert ended.merged.stopped
    assert ended.merged.counted.decisions == 1
    assert "It was cancelled." in dialog.plan.words
    assert session.counts().verdicts[Verdict.UNDECIDED] == 1


def test_closing_the_dialog_leaves_no_copy(
    dialog: MergeDialog, session: Session, other: Path, qtbot: QtBot
) -> None:
    looked(dialog, session, other, qtbot)
    assert list(session.folder.glob("catalogue-merging-*"))
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not list(session.folder.glob("catalogue-merging-*")))
    assert session.counts().verdicts[Verdict.UNDECIDED] == 2


def test_closing_the_catalogue_ends_a_look_and_leaves_no_copy(
    made: MadeUp, other: Path, qtbot: QtBot
) -> None:
    opened = Session(
        lambda ready: Workspace.open(made.folder, settings=FAKE, on_ready=ready), curator=CURATOR
    )
    opened.pause()
    told: list[object] = []
    opened.merging.looked.connect(told.append)
    opened.merging.look(other)
    opened.close()
    # Closing waits a second at most; what is being copied then goes a little later.
    qtbot.waitUntil(lambda: not list(made.folder.glob("catalogue-merging-*")))
    assert not told


def test_nothing_comes_in_while_something_is_erased_nor_the_other_way_round(
    dialog: MergeDialog, session: Session, other: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked(dialog, session, other, qtbot)
    monkeypatch.setattr(session.merging, "_erasing", lambda: True)
    with qtbot.waitSignal(session.failed) as told:
        assert not session.merging.merge("a list")
    assert isinstance(told.args[0], RefusedChange)
    monkeypatch.setattr(session.merging, "_merging", 1)
    with qtbot.waitSignal(session.privacy.previewed) as looked_at:
        session.privacy.look_at_rejected(0)
    with qtbot.waitSignal(session.failed) as told:
        assert not session.privacy.erase(looked_at.args[0])
    assert "brought in just now" in told.args[0].sentence
    monkeypatch.setattr(session.merging, "_merging", 0)


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path) -> Iterator[App]:
    made = App(
        application=qapp,
        preferences=Preferences(tmp_path / "curator.ini"),
        data_folder=tmp_path / "data",
        log_file=tmp_path / "log",
        settings=FAKE,
    )
    yield made
    made.window.close()
    QObject.deleteLater(made)


def test_the_settings_offer_it_and_the_queue_shows_what_was_left(
    app: App, made: MadeUp, other: Path, qtbot: QtBot
) -> None:
    assert app.open(made.folder)
    window, session = app.window, app.window.session
    window.show()
    assert session is not None
    session.pause()
    with qtbot.waitSignal(session.upkeep.listed):
        window.show_page(Place.SETTINGS)
    page = window.findChild(SettingsPage)
    assert page is not None
    with qtbot.waitSignal(page.backups.merging) as opened:
        page.backups.merge.click()
    dialog: MergeDialog = opened.args[0]
    with qtbot.waitSignal(session.merging.looked):
        dialog.choose(other)
    with qtbot.waitSignal(session.merging.ended):
        dialog.merge.click()
    dialog.show_left.click()
    assert window.review is not None
    assert window.review.queue.filter.decided_elsewhere
    desk = window.review.desk
    qtbot.waitUntil(lambda: desk.submission_id == 2)
    (line,) = desk.evidence.elsewhere.rows()
    assert isinstance(line, SaidLine)
    assert (line.words, line.detail.split(",")[0]) == ("Approved", "Ben")
    assert line.accessibleName() == "Decided otherwise in another copy: Approved"
    session.decide([SubmissionId(2)], Verdict.APPROVED)
    assert desk.evidence.elsewhere.rows() == ()
    queue = window.review.queue
    qtbot.waitUntil(lambda: not queue.lists(SubmissionId(2)))
    session.undo()
    qtbot.waitUntil(lambda: queue.lists(SubmissionId(2)))
    queue.show_submission(SubmissionId(2))
    qtbot.waitUntil(lambda: len(desk.evidence.elsewhere.rows()) == 1)
