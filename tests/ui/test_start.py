"""A start imports what its first picture needs, and nothing that only later work does."""

import subprocess
import sys
from pathlib import Path

import pytest
from made_up import MadeUp
from opening import close_session, open_session, write_preview

from curator.engine.catalogue import SubmissionFilter

ROOT = Path(__file__).resolve().parents[2]

# As ``curator.__main__`` starts the window, until the picture on the desk has been painted.
START = """
import gc, sys
gc.disable()
from pathlib import Path
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from curator.app import App
from curator.engine.workers.messages import WorkerSettings
from curator.ui.preferences import Preferences
home = Path(sys.argv[2])
application = QApplication(["curator"])
app = App(
    application=application,
    preferences=Preferences(home / "curator.ini"),
    data_folder=home / "data",
    log_file=home / "curator.log",
    settings=WorkerSettings(count=1),
)
app.window.show()
assert app.open(Path(sys.argv[1]))
canvas = app.window.review.desk.canvas
loop = QEventLoop()
def look(*_):
    if canvas.content.image is not None:
        loop.quit()
app.window.session.pictures.ready.connect(look)
if canvas.content.image is None:
    loop.exec()
canvas.repaint()
assert canvas.content.image is not None
print(*sorted(sys.modules))
app.window.close()
"""

FOREIGN = {
    "PIL": "pictures are decoded by workers, and encoded when one has been analysed",
    "sqlite_utils": "a catalogue that is up to date is not brought up to date",
    "asyncio": "nothing here runs on it",
    "cryptography": "only a signed export needs it",
    "dlib": "workers only",
    "face_recognition": "workers only",
    "httpx": "only a fetch needs it",
    "jinja2": "only a gallery needs it",
    "keyring": "only a fetch needs it",
    "onnxruntime": "workers only",
    "openpyxl": "only a table needs it",
    "xml": "only an export and a table need it",
}
OWN = {
    "curator.cli",
    "curator.engine.export.gathering",
    "curator.engine.export.writing",
    "curator.engine.intake.folder",
    "curator.engine.intake.nocodb.exports",
    "curator.engine.intake.politicians_table",
    "curator.engine.merging",
    "curator.engine.reports.answers",
    "curator.ui.contact_sheet.writing",
    "curator.ui.export",
    "curator.ui.fetch",
    "curator.ui.grid",
    "curator.ui.log",
    "curator.ui.politicians",
    "curator.ui.review.compare",
    "curator.ui.review.copies",
    "curator.ui.settings",
}
"""What is imported where it is first used; a start must not wait for it."""


@pytest.fixture
def catalogue(made: MadeUp) -> Path:
    """One picture, ready to be decided about."""
    made.submission()
    session = open_session(made.catalogue)
    try:
        (one,) = session.ids(SubmissionFilter())
        write_preview(session, one, color=(90, 120, 150))
    finally:
        close_session(session)
    return made.folder


def test_a_start_imports_nothing_that_only_later_work_needs(catalogue: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, str(catalogue), str(tmp_path)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "curator.ui.review.desk" in loaded
    assert [name for name in loaded if name.partition(".")[0] in FOREIGN] == []
    assert [name for name in loaded if any(name == one or name.startswith(f"{one}.") for one in OWN)] == []
