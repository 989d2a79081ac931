"""The window, skipping one submission after the other by key: a program for tests to kill.

Prints the number of each submission once the window has moved on from it.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.app import App
from curator.engine.workers.messages import WorkerSettings
from curator.ui.assets import load_fonts
from curator.ui.preferences import Preferences


def main() -> None:
    catalogue, home = map(Path, sys.argv[1:])
    application = QApplication(["curator"])
    load_fonts()
    app = App(
        application=application,
        preferences=Preferences(home / "curator.ini"),
        data_folder=home,
        log_file=home / "curator.log",
        settings=WorkerSettings(count=1),
    )
    app.window.show()
    QTest.qWaitForWindowActive(app.window)
    assert app.open(catalogue)
    session, review = app.window.session, app.window.review
    assert session is not None
    assert review is not None
    session.pause()
    app.window.activateWindow()
    QTest.qWaitForWindowActive(app.window)

    def decide() -> None:
        shown = review.desk.submission_id
        QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_S)
        if review.desk.submission_id != shown:
            print(shown, flush=True)
        QTimer.singleShot(0, decide)

    QTimer.singleShot(0, decide)
    application.exec()


if __name__ == "__main__":
    main()
