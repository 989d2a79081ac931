"""Backups in the window: made without being asked, restored after a look, and never in the way."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_up import CURATOR, MadeUp
from opening import FAKE, close_session
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.app import App
from curator.engine.catalogue import Catalogue
from curator.engine.records import Changes, SubmissionId, Verdict
from curator.engine.safekeeping import backups
from curator.engine.safekeeping.backups import Kind
from curator.engine.safekeeping.repair import Repaired
from curator.engine.safekeeping.restoring import RestorePlan
from curator.engine.safekeeping.verification import Verification
from curator.engine.workspace import Workspace
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.session.upkeep import DECISIONS
from curator.ui.settings.backing_up import BackupsSection
from curator.ui.settings.keeping import CatalogueSection
from curator.ui.settings.page import SettingsPage
from curator.ui.settings.restore import RestoreDialog
from curator.ui.settings.restore_wording import plan_sentences
from curator.ui.settings.wording import check_sentences, repair_sentences
from curator.ui.window.pages import Place


@pytest.fixture
def session(made: MadeUp) -> Iterator[Session]:
    """Two submissions, of which one is decided."""
    made.decide(made.submission("beach.jpg"))
    made.submission("harbour.jpg")
    made.catalogue.close()
    opened = Session(
        lambda ready: Workspace.open(made.folder, settings=FAKE, on_ready=ready), curator=CURATOR
    )
    opened.pause()
    yield opened
    close_session(opened)


def kinds(folder: Path) -> list[Kind]:
    return [one.kind for one in backups.all_of(folder)]


# ---------------------------------------------------------------- without being asked


def test_after_so_many_decisions_there_is_a_backup(session: Session, qtbot: QtBot) -> None:
    upkeep = session.upkeep
    upkeep.start()
    with qtbot.waitSignal(upkeep.backed_up_itself) as told:
        for _ in range(DECISIONS):
            upkeep.note(Changes(decided=True))
    assert isinstance(told.args[0], Path)
    assert kinds(session.folder) == [Kind.AUTOMATIC]
    # Nothing was done since, so there is nothing to copy.
    with qtbot.waitSignal(upkeep.backed_up_itself) as told:
        upkeep.note(Changes(frozenset(SubmissionId(n) for n in range(DECISIONS)), decided=True))
    assert told.args[0] is None
    assert len(kinds(session.folder)) == 1


def test_closing_backs_up_what_was_done(session: Session) -> None:
    session.upkeep.start()
    folder = session.folder
    session.close()
    assert kinds(folder) == [Kind.AUTOMATIC]
    with Catalogue.open(folder) as catalogue:
        assert catalogue.complaints() == ()
    assert not list(folder.glob("*-wal"))


def test_closing_backs_up_nothing_while_backups_are_held(session: Session) -> None:
    session.upkeep.start()
    session.upkeep.hold_backups()
    session.close()
    assert kinds(session.folder) == []


def test_held_backups_are_not_made(session: Session, qtbot: QtBot) -> None:
    session.upkeep.hold_backups()
    with qtbot.waitSignal(session.upkeep.backed_up) as told:
        session.upkeep.back_up()
    assert told.args[0] is None
    session.upkeep.release_backups()
    with qtbot.waitSignal(session.upkeep.backed_up) as told:
        session.upkeep.back_up()
    assert isinstance(told.args[0], Path)


def test_a_trouble_with_backups_is_told_once(session: Session, qtbot: QtBot) -> None:
    (session.folder / "backups").write_text("in the way")
    noticed: list[str] = []
    session.noticed.connect(noticed.append)
    session.upkeep.start()
    for _ in range(3):
        with qtbot.waitSignal(session.upkeep.backed_up_itself):
            session.upkeep.note(Changes(frozenset(SubmissionId(n) for n in range(DECISIONS)), decided=True))
    assert len(noticed) == 1
    assert noticed[0].startswith("No backup could be made.")


def test_a_stick_that_is_gone_is_told_and_the_own_folder_taken(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_folder(session.folder, stick)
    stick.rename(tmp_path / "pulled out")
    session.upkeep.start()
    with (
        qtbot.waitSignal(session.noticed) as told,
        qtbot.waitSignal(session.upkeep.backed_up_itself),
    ):
        session.upkeep.note(Changes(frozenset(SubmissionId(n) for n in range(DECISIONS)), decided=True))
    assert "own folder" in told.args[0]
    assert [one.path.parent for one in backups.all_of(session.folder)] == [session.folder / "backups"]
    assert not stick.exists()


# ---------------------------------------------------------------- in the settings


@pytest.fixture
def section(session: Session, qtbot: QtBot) -> BackupsSection:
    made = BackupsSection(session)
    qtbot.addWidget(made)
    with qtbot.waitSignal(session.upkeep.listed):
        made.show()
        made.show_backups()
    return made


def test_the_section_tells_what_there_is(section: BackupsSection, session: Session, qtbot: QtBot) -> None:
    assert section.newest_fact.text() == "none yet"
    assert not section.restore.isEnabled()
    with qtbot.waitSignals([session.upkeep.backed_up, session.upkeep.listed]):
        section.back_up.click()
    assert section.newest_fact.text().endswith(", made by hand")
    assert section.number_fact.text() == "1 backup"
    assert section.restore.isEnabled()
    assert section.folder_fact.text() == f"{session.folder / 'backups'}"


def test_another_folder_can_be_chosen_and_the_own_again(
    section: BackupsSection, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    with qtbot.waitSignal(session.upkeep.listed):
        session.upkeep.choose_folder(tmp_path / "stick")
    assert section.folder_fact.text() == f"{tmp_path / 'stick'}"
    assert section.own.isVisible()
    with qtbot.waitSignal(session.upkeep.listed):
        section.own.click()
    assert section.folder_fact.text() == f"{session.folder / 'backups'}"
    assert not section.own.isVisible()


def test_what_a_check_finds_can_be_repaired(session: Session, qtbot: QtBot) -> None:
    section = CatalogueSection(session)
    qtbot.addWidget(section)
    section.show()
    with session._catalogue.writing():
        session._catalogue._connection.write("UPDATE tallies SET number = number + 1")
    with qtbot.waitSignal(session.upkeep.checked):
        section.check.click()
    assert "The numbers beside the filters differ from the submissions." in section.checked.words
    assert section.repair.isVisible()
    with qtbot.waitSignals([session.upkeep.repaired, session.upkeep.checked]):
        section.repair.click()
    assert section.repaired.words.splitlines()[0].startswith("Counted anew")
    assert "The numbers beside the filters" not in section.checked.words
    assert kinds(session.folder) == [Kind.BEFORE_REPAIR]


def test_a_repair_is_told_in_words() -> None:
    assert repair_sentences(Repaired((), (), None)) == ("There was nothing to repair.",)
    assert repair_sentences(Repaired(("Did it.",), ("Not that.",), Path("a.db"), whole=False)) == (
        "Did it.",
        "Not that.",
        "The repair was cancelled. What was done stays done.",
        "The database as it was before is kept as the backup a.db.",
    )
    found = Verification(("Bad.",), 1, repairable=("Bad.",), remarks=("By the way.",))
    assert check_sentences(found)[0].endswith("1 of them can be repaired.")
    assert check_sentences(Verification((), 1, remarks=("By the way.",)))[1] == "By the way."


# ---------------------------------------------------------------- restoring


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> RestoreDialog:
    """Over a backup of before a second decision."""
    backups.make(session.folder, kind=Kind.BY_HAND, clock=lambda: datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
    assert session.decide([SubmissionId(2)], Verdict.APPROVED)
    made = RestoreDialog(session.upkeep, backups.all_of(session.folder))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_the_dialog_looks_before_it_offers(dialog: RestoreDialog, session: Session, qtbot: QtBot) -> None:
    assert not dialog.restore.isEnabled()
    with qtbot.waitSignal(session.upkeep.planned) as told:
        pass
    plan = told.args[0]
    assert isinstance(plan, RestorePlan)
    assert dialog.restore.isEnabled()
    assert dialog.plan.words == "\n".join(plan_sentences(plan))
    assert "Not in it, and in the catalogue now: 1 row of the log." in dialog.plan.words
    dialog.close_button.click()
    assert kinds(session.folder) == [Kind.BY_HAND]


def test_an_unsound_backup_is_not_offered(dialog: RestoreDialog, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.upkeep.planned):
        pass
    path = backups.all_of(session.folder)[0].path
    path.write_bytes(path.read_bytes().replace(b"approved", b"rejected"))
    dialog.backups.setCurrentRow(-1)
    with qtbot.waitSignal(session.upkeep.planned):
        dialog.backups.setCurrentRow(0)
    assert not dialog.restore.isEnabled()
    assert "not sound" in dialog.plan.words


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


def test_the_window_restores_tells_and_takes_it_back(app: App, made: MadeUp, qtbot: QtBot) -> None:
    made.decide(made.submission("beach.jpg"))
    second = made.submission("harbour.jpg")
    made.catalogue.close()
    backups.make(made.folder, kind=Kind.BY_HAND, clock=lambda: datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
    assert app.open(made.folder)
    app.window.show()

    def restore(row: int) -> None:
        session = app.window.session
        assert session is not None
        app.window.show_page(Place.SETTINGS)
        # That of the session before may not be gone yet.
        (page,) = (one for one in app.window.findChildren(SettingsPage) if one.isVisible())
        with qtbot.waitSignal(session.upkeep.listed):
            page.backups.show_backups()
        with (
            qtbot.waitSignal(session.upkeep.planned),
            qtbot.waitSignal(page.backups.restoring) as opened,
        ):
            page.backups.restore.click()
        dialog: RestoreDialog = opened.args[0]
        if row:
            with qtbot.waitSignal(session.upkeep.planned):
                dialog.backups.setCurrentRow(row)
        dialog.restore.click()
        qtbot.waitUntil(lambda: app.window.session not in (None, session))

    def verdict() -> Verdict:
        assert app.window.session is not None
        return app.window.session.dossier(second).submission.verdict

    session = app.window.session
    assert session is not None
    assert session.decide([second], Verdict.APPROVED)
    restore(0)
    assert verdict() is Verdict.UNDECIDED
    assert kinds(made.folder) == [Kind.BEFORE_RESTORE, Kind.BY_HAND]
    restore(0)
    assert verdict() is Verdict.APPROVED
    assert sorted(kinds(made.folder)) == [Kind.BEFORE_RESTORE, Kind.BEFORE_RESTORE, Kind.BY_HAND]
