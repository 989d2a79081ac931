"""Somebody at the window: keys and waiting as a person does both, for the journeys."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.app import App
from curator.engine.records import SubmissionId
from curator.engine.workers.messages import WorkerSettings
from curator.ui.assets import load_fonts
from curator.ui.messages import Messages
from curator.ui.preferences import Preferences
from curator.ui.session import Progress, Session
from curator.ui.widgets import Notice
from curator.ui.window.main_window import MainWindow
from curator.ui.window.review_page import ReviewPage

FAKE = WorkerSettings(count=1, finder="cli_finders:make")
PLAIN = Qt.KeyboardModifier.NoModifier
LONG_MS = 60_000
LIFTED_MS = 15
"""Between the release of a key and its next press, at the very least; see ``held_keys``."""


class Person:
    """Runs the program as ``curator`` does, with everything that it remembers in a folder of the test."""

    def __init__(self, home: Path, *, settings: WorkerSettings = FAKE, qtbot: QtBot) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        load_fonts()
        self._qtbot = qtbot
        self._gone = False
        self._last_key: Qt.Key | None = None
        self.preferences = Preferences(home / "curator.ini")
        self.app = App(
            application=application,
            preferences=self.preferences,
            data_folder=home / "data",
            log_file=home / "curator.log",
            settings=settings,
        )
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(1366, 768)
        self.window.show()
        # Once more: at first it is as large as the screen of the tests at most.
        self.window.resize(1366, 768)
        self._activate()

    def leave(self) -> None:
        """Closes the window, and takes it away as the end of the program would."""
        if self._gone:
            return
        self._gone = True
        self.window.close()
        self.window.deleteLater()
        self.app.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # ------------------------------------------------------------ what is there

    @property
    def window(self) -> MainWindow:
        return self.app.window

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    @property
    def review(self) -> ReviewPage:
        assert self.window.review is not None
        return self.window.review

    @property
    def on_desk(self) -> SubmissionId | None:
        return self.review.desk.submission_id

    @property
    def told(self) -> str:
        """What the bar above the pages says; empty while it is hidden."""
        notice = self.window.findChild(Notice)
        return notice.sentence if notice.isVisibleTo(self.window) else ""

    @property
    def messages(self) -> Messages:
        return self.window.messages

    # ------------------------------------------------------------ doing

    def open(self, folder: Path, *, create: bool = False) -> bool:
        return self.app.open(folder, create=create)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """A key on the keyboard: it goes where the focus is, past the shortcuts.

        No finger is back on its key at once: a program that is slow to answer takes such a key for held.
        """
        if key == self._last_key:
            QTest.qWait(LIFTED_MS)
        self._last_key = key
        self.attend()
        QTest.keyClick(self.window.windowHandle(), key, modifiers)

    def attend(self) -> None:
        """Makes sure that the window is the one that is typed into."""
        # What the platform has still to tell about windows may take the keyboard away.
        QApplication.processEvents()
        if QApplication.activeWindow() is not self.window:
            self._activate()

    def hold(self, key: Qt.Key) -> None:
        self.attend()
        QTest.keyPress(self.window.windowHandle(), key)

    def release(self, key: Qt.Key) -> None:
        self.attend()
        QTest.keyRelease(self.window.windowHandle(), key)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.window.windowHandle(), letter)

    def wait_for(self, signal: object, holds: Callable[[], bool], *, timeout: int = LONG_MS) -> None:
        """Waits until something holds, looking when the signal tells that it may."""
        if not holds():
            with self._qtbot.waitSignal(signal, check_params_cb=lambda *_: holds(), timeout=timeout):
                pass

    def wait_until_done(self, *, total: int) -> Progress:
        """Waits until so many submissions are loaded and nothing waits for its analysis."""

        def done() -> bool:
            progress = self.session.progress()
            return progress.loading is None and progress.pending == 0 and progress.total == total

        self.wait_for(self.session.progressed, done)
        return self.session.progress()

    def _activate(self) -> None:
        with self._qtbot.waitActive(self.window):
            self.window.activateWindow()


def save_picture(path: Path, *, seed: int, width: int = 160, grey: int = 90) -> Path:
    """Noise around a brightness, no two alike; the fake finder takes equal brightness for one person."""
    path.parent.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng(seed).integers(grey - 40, grey + 41, (16, 16, 1))
    pixels = np.repeat(noise, 3, axis=2).astype(np.uint8)
    Image.fromarray(pixels).resize((width, 160), Image.Resampling.NEAREST).save(path)
    return path
