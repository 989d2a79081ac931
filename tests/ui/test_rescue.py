"""A catalogue that does not open: the window offers its backups, and never takes one by itself."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_up import MadeUp
from opening import FAKE
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.app import App
from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.locking import lock_folder
from curator.engine.safekeeping import backups
from curator.engine.safekeeping.backups import Kind
from curator.ui.preferences import Preferences
from curator.ui.settings.restore import RestoreDialog
from curator.ui.widgets import KeyButton, Notice
from curator.ui.window.rescue import Rescue

OFFER = "Restore the newest backup …"


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


@pytest.fixture
def folder(made: MadeUp) -> Path:
    """Of a closed catalogue of one approved picture with a backup."""
    made.decide(made.submission("beach.jpg"))
    made.catalogue.close()
    (made.folder / "media").mkdir(exist_ok=True)
    backups.make(made.folder, kind=Kind.BY_HAND, clock=lambda: datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
    return made.folder


def without_header(database: Path) -> None:
    database.write_bytes(bytes(100) + database.read_bytes()[100:])


def truncated(database: Path) -> None:
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2])


def emptied(database: Path) -> None:
    database.write_bytes(b"")


def overwritten(database: Path) -> None:
    whole = database.read_bytes()
    database.write_bytes(whole[:4096] + bytes([170]) * (len(whole) - 4096))


def bar_of(app: App) -> Notice:
    found = app.window.findChild(Notice)
    assert isinstance(found, Notice)
    return found


def action_of(notice: Notice) -> str:
    """The words on its button; empty while it has none."""
    button = notice.findChild(KeyButton)
    assert isinstance(button, KeyButton)
    return "" if button.isHidden() else button.label


def offered(app: App, qtbot: QtBot) -> Notice:
    """The bar, once it offers a backup."""
    notice = bar_of(app)
    qtbot.waitUntil(lambda: action_of(notice) == OFFER)
    return notice


def dialog_of(app: App, qtbot: QtBot) -> RestoreDialog:
    """The dialog, once it has looked at the newest backup."""
    (dialog,) = app.window.findChildren(RestoreDialog)
    qtbot.waitUntil(dialog.restore.isEnabled)
    return dialog


@pytest.mark.parametrize("damage", [without_header, truncated, emptied, overwritten, Path.unlink])
def test_a_way_back_from_a_catalogue_that_does_not_open(
    app: App, folder: Path, qtbot: QtBot, damage: Callable[[Path], None]
) -> None:
    database = folder / FILE_NAME
    damage(database)
    left = database.read_bytes() if database.exists() else None
    assert not app.open(folder)
    notice = offered(app, qtbot)
    assert "It can be restored from a backup." in notice.sentence
    assert (database.read_bytes() if database.exists() else None) == left, "nothing happens by itself"
    notice.action_clicked.emit()
    dialog = dialog_of(app, qtbot)
    assert "It holds 1 submission, 1 row of the log" in dialog.plan.words
    dialog.restore.click()
    qtbot.waitUntil(lambda: app.window.session is not None)
    assert app.window.session is not None
    assert len(app.window.session.log(limit=9)) == 1
    assert notice.sentence.startswith("The backup was restored.")
    kept = [one.path for one in backups.all_of(folder) if one.kind is Kind.BEFORE_RESTORE]
    assert [one.read_bytes() for one in kept] == ([] if left is None else [left])


def test_changing_nothing_leaves_the_damaged_file(app: App, folder: Path, qtbot: QtBot) -> None:
    truncated(folder / FILE_NAME)
    left = (folder / FILE_NAME).read_bytes()
    assert not app.open(folder)
    offered(app, qtbot).action_clicked.emit()
    dialog_of(app, qtbot).close_button.click()
    assert app.window.session is None
    assert (folder / FILE_NAME).read_bytes() == left
    assert [one.kind for one in backups.all_of(folder)] == [Kind.BY_HAND]


def test_a_catalogue_that_is_open_elsewhere_needs_no_backup(app: App, folder: Path, qtbot: QtBot) -> None:
    lock = lock_folder(folder)
    assert not app.open(folder)
    lock.release()
    assert "already open" in bar_of(app).sentence
    assert app.findChild(Rescue) is None


def test_without_backups_nothing_is_offered(app: App, folder: Path, qtbot: QtBot) -> None:
    for one in backups.all_of(folder):
        one.path.unlink()
    emptied(folder / FILE_NAME)
    assert not app.open(folder)
    rescue = app.findChild(Rescue)
    assert isinstance(rescue, Rescue)
    with qtbot.waitSignal(rescue.looked) as told:
        pass
    assert told.args == [0]
    assert action_of(bar_of(app)) == ""


def test_a_database_without_one_of_its_tables_is_damaged(app: App, folder: Path, qtbot: QtBot) -> None:
    connection = Connection(folder / FILE_NAME)
    connection.db.execute("PRAGMA writable_schema = ON")
    connection.db.execute("DELETE FROM sqlite_master WHERE name = 'reference_portraits'")
    connection.db.conn.commit()
    connection.close()
    assert not app.open(folder)
    offered(app, qtbot)
