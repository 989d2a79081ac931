"""Writes tables and contact sheets in a thread beside the main one, and tells how they go."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from curator.engine import reports
from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.errors import CuratorError
from curator.engine.media import MediaStore
from curator.ui import contact_sheet
from curator.ui.language import tr

if TYPE_CHECKING:
    from curator.engine.reports import Form, LogWritten, Written
    from curator.ui.contact_sheet import SheetForm, SheetWritten

_PROGRESS_SECONDS = 0.1
_CLOSING_SECONDS = 1.5

Outcome: TypeAlias = "Written | LogWritten | SheetWritten"
_Step = Callable[[int, int], None]
_Cancelled = Callable[[], bool]
_Work = Callable[[Catalogue, _Step, _Cancelled], "Outcome | None"]


@dataclass(slots=True)
class _Writing:
    cancelled: bool = False
    thread: Thread | None = None


class Reporter(QObject):
    """Reads with a connection of its own: the window's catalogue is not touched. One file at a time.

    Lives in the main thread; signals are emitted there.

    Attributes:
        progressed: rows or pictures done and in all, at most ten times a second.
        failed: the ``CuratorError`` that came instead of a file; nothing was changed.
        finished: what was written: a ``Written``, ``LogWritten`` or ``SheetWritten``; None when
            nothing was: it was cancelled, or it failed, which ``failed`` has told before.
        refuse: asked before a file is begun; raises the ``CuratorError`` why it must not be.
    """

    progressed = Signal(int, int)
    failed = Signal(object)
    finished = Signal(object)
    _stepped = Signal(int, int)
    _written = Signal(object)

    def __init__(self, folder: Path, *, media: MediaStore, parent: QObject) -> None:
        """Ready to write.

        Args:
            folder: of the catalogue.
            media: holds the previews.
            parent: closes it.
        """
        super().__init__(parent)
        self.refuse: Callable[[], None] = lambda: None
        self._folder = folder
        self._media = media
        self._writing: _Writing | None = None
        self._closed = False
        self._stepped.connect(self._on_stepped)
        self._written.connect(self._on_written)

    @property
    def writing(self) -> bool:
        """Whether a file is being written."""
        return self._writing is not None

    def write_submissions(self, form: "Form", *, wanted: SubmissionFilter | None = None) -> bool:
        """Begins to write the table of the submissions of a filter; all when None.

        Returns:
            False when another file is being written, and this one is not.
        """
        told = _in_the_language(form)
        return self._begin(
            lambda catalogue, step, cancelled: reports.write_submissions(
                catalogue, told, wanted=wanted, progress=step, cancelled=cancelled
            )
        )

    def write_decisions(self, form: "Form") -> bool:
        """Begins to write the decision log; False when another file is being written."""
        told = _in_the_language(form)
        return self._begin(
            lambda catalogue, step, cancelled: reports.write_decisions(
                catalogue, told, progress=step, cancelled=cancelled
            )
        )

    def write_answers(self, form: "Form", *, language: str, wanted: SubmissionFilter | None = None) -> bool:
        """Begins to write answers to senders; False when another file is being written.

        Args:
            form: how and where.
            language: of the answers, which need not be the window's.
            wanted: about which submissions; all that are decided about when None.
        """
        told = _in_the_language(form)
        return self._begin(
            lambda catalogue, step, cancelled: reports.write_answers(
                catalogue, told, language=language, wanted=wanted, progress=step, cancelled=cancelled
            )
        )

    def write_contact_sheet(self, form: "SheetForm", *, wanted: SubmissionFilter | None = None) -> bool:
        """Begins to write a contact sheet, of the approved set when ``wanted`` is None.

        Returns:
            False when another file is being written, and this one is not.
        """
        preview = self._media.preview

        def work(catalogue: Catalogue, step: _Step, cancelled: _Cancelled) -> "Outcome | None":
            sheet = (
                reports.gather_sheet(catalogue) if wanted is None else reports.gather_sheet(catalogue, wanted)
            )
            return contact_sheet.write_contact_sheet(
                sheet, form, preview=preview, outside=catalogue.folder, progress=step, cancelled=cancelled
            )

        return self._begin(work)

    def cancel(self) -> None:
        """Ends it after the row or picture in hand; nothing is written then."""
        if self._writing is not None:
            self._writing.cancelled = True

    def close(self) -> None:
        """Cancels and waits for it, under two seconds; nothing is told afterwards."""
        self._closed = True
        self.cancel()
        if self._writing is not None and self._writing.thread is not None:
            self._writing.thread.join(_CLOSING_SECONDS)

    # ------------------------------------------------------------ in a thread of its own

    def _begin(self, work: _Work) -> bool:
        if self._writing is not None or self._closed:
            return False
        try:
            self.refuse()
        except CuratorError as error:
            # Heard by whoever asked, once they know that it was begun: it ended at once.
            refused = error
            QTimer.singleShot(0, self, lambda: self._on_refused(refused))
            return True
        writing = _Writing()
        writing.thread = Thread(target=self._run, args=(writing, work), name="report", daemon=True)
        self._writing = writing
        writing.thread.start()
        return True

    def _run(self, writing: _Writing, work: _Work) -> None:
        outcome: object = None
        try:
            with Catalogue.read(self._folder) as catalogue:
                outcome = work(catalogue, self._throttled(), lambda: writing.cancelled)
        except CuratorError as error:
            # Without its trace, which would keep what Qt painted with alive into the main thread.
            outcome = type(error)(error.sentence, advice=error.advice)
        finally:
            # Also when it ends in a mistake of the program: nobody shall wait for ever.
            self._hand_over(self._written, outcome)

    def _hand_over(self, signal: SignalInstance, outcome: object) -> None:
        # A session that was closed meanwhile may be gone, and whoever waited for this with it.
        with suppress(RuntimeError):
            signal.emit(outcome)

    def _throttled(self) -> _Step:
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            now = monotonic()
            if done == total or now - told >= _PROGRESS_SECONDS:
                told = now
                with suppress(RuntimeError):
                    self._stepped.emit(done, total)

        return progress

    # ------------------------------------------------------------ back in the main thread

    def _on_stepped(self, done: int, total: int) -> None:
        if self._writing is not None and not self._closed:
            self.progressed.emit(done, total)

    def _on_refused(self, error: CuratorError) -> None:
        if not self._closed:
            self.failed.emit(error)
            self.finished.emit(None)

    def _on_written(self, outcome: object) -> None:
        self._writing = None
        if self._closed:
            return
        if isinstance(outcome, CuratorError):
            self.failed.emit(outcome)
            outcome = None
        self.finished.emit(outcome)


def _in_the_language(form: "Form") -> "Form":
    """The form, with headings and words in the window's language unless it says them otherwise."""
    return replace(form, say=tr) if form.say is str else form
