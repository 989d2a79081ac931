"""Sessions for tests of views: over a catalogue that was filled by hand, with a fake face finder."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent

from curator.engine.catalogue import Catalogue
from curator.engine.media import MediaStore
from curator.engine.records import Digest, SubmissionId
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace
from curator.ui.session import Session

FAKE = WorkerSettings(count=1, finder="cli_finders:make")
CURATOR = "Ann"


def open_session(catalogue: Catalogue, *, paused: bool = True) -> Session:
    """Closes a catalogue and opens it as the window does; paused, so that no worker is started."""
    catalogue.close()

    def workspace_of(ready: Callable[[], None]) -> Workspace:
        return Workspace.open(catalogue.folder, settings=FAKE, on_ready=ready)

    session = Session(workspace_of, curator=CURATOR)
    if paused:
        session.pause()
    return session


def write_preview(session: Session, submission_id: SubmissionId, *, color: tuple[int, int, int]) -> Digest:
    """Gives a submission a preview and a thumbnail of one colour."""
    digest = session.rows([submission_id])[submission_id].digest
    pixels = np.full((120, 160, 3), color, np.uint8)
    MediaStore(session.folder / "media").write_preview(digest, pixels=pixels)
    return digest


def save_picture(path: Path, *, seed: int, width: int = 160, height: int = 160, grey: int = 90) -> Path:
    """Noise around a brightness, no two alike; the fake finder takes equal brightness for one person."""
    path.parent.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng(seed).integers(grey - 40, grey + 41, (16, 16, 1))
    pixels = np.repeat(noise, 3, axis=2).astype(np.uint8)
    Image.fromarray(pixels).resize((width, height), Image.Resampling.NEAREST).save(path)
    return path


def close_session(session: Session) -> None:
    """Closes a session once the views of a test are gone: their timers would still read from it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    session.close()
