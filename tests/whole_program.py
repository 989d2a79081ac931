"""The whole program in one go: window, load, analysis, decision, export, close. A program for tests to watch.

Takes a folder to work in, and the pictures to load. Ends with 0 when all of it was done.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from curator import app as program
from curator.engine.catalogue import SubmissionFilter
from curator.engine.export import ExportOptions
from curator.engine.records import Verdict
from curator.engine.workers.messages import WorkerSettings
from curator.ui.preferences import Preferences
from curator.ui.window.pages import Place

LONG_MS = 240_000


def main() -> int:
    home, pictures = map(Path, sys.argv[1:])
    log_file = program.start_log(home / "log")
    application = QApplication(["curator"])
    program.load_fonts()
    app = program.App(
        application=application,
        preferences=Preferences(home / "settings/curator.ini"),
        data_folder=home / "data",
        log_file=log_file,
        settings=WorkerSettings(count=1, finder="cli_finders:make"),
    )
    program.catch_everything(app)
    app.window.show()
    assert app.open(home / "catalogue", create=True)
    session = app.window.session
    assert session is not None
    loop = QEventLoop()
    QTimer.singleShot(LONG_MS, lambda: sys.exit(3))

    def look() -> None:
        progress = session.progress()
        if progress.total and progress.loading is None and not progress.pending:
            loop.quit()

    looking = session.progressed.connect(lambda _: look())
    session.load([pictures])
    loop.exec()
    # What is told of the load's end later must not end the wait for the export.
    session.disconnect(looking)
    ids = session.ids(SubmissionFilter())
    readable = [one for one, row in session.rows(ids).items() if row.state == "done"]
    assert session.decide(readable, Verdict.APPROVED, None, "a note")
    assert session.exports.keep_options(ExportOptions(languages=("en",)))
    session.exports.finished.connect(lambda summary: loop.exit(0 if summary is not None else 4))
    session.exports.write(home / "site")
    code = loop.exec()
    for place in Place:
        app.window.show_page(place)
        application.processEvents()
    if os.environ.get("CURATOR_TEST_MISTAKE"):
        try:
            raise RuntimeError(os.environ["CURATOR_TEST_MISTAKE"])
        except RuntimeError as error:
            app.report(type(error), error, error.__traceback__)
            application.processEvents()
    app.window.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
