"""Tells how commands, loads, imports and exports of an open catalogue ended."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from curator.engine.analysis import RefusedPortrait
from curator.engine.errors import CuratorError
from curator.engine.loads import LoadEnd
from curator.engine.receiving import Summary
from curator.engine.records import Changes
from curator.ui.intake.refused import RefusedDialog, portraits_sentence, portraits_summary
from curator.ui.language import tr
from curator.ui.messages import About, Messages, about_of
from curator.ui.session import Session
from curator.ui.session.load_wording import load_sentence

if TYPE_CHECKING:
    from curator.engine.export import ExportSummary


class Outcomes(QObject):
    """Listens to one session for as long as that lives."""

    def __init__(
        self, session: Session, *, messages: Messages, shows_export: Callable[[], bool], window: QWidget
    ) -> None:
        """Begins to listen.

        Args:
            session: to listen to.
            messages: where it is told.
            shows_export: whether the export page is shown, which tells by itself how an export failed.
            window: that lists of what was refused lie over.
        """
        super().__init__(session)
        self._session = session
        self._messages = messages
        self._shows_export = shows_export
        self._window = window
        self._imported = ""
        session.changed.connect(self._on_changed)
        session.failed.connect(self._on_failed)
        session.noticed.connect(messages.tell)
        session.load_ended.connect(self._on_load_ended)
        session.portraits_refused.connect(self._on_portraits_refused)
        session.exports.failed.connect(self._on_export_failed)
        session.exports.finished.connect(self._on_export_finished)
        session.privacy.rows_erased.connect(messages.forget_told)
        session.privacy.finished.connect(lambda: messages.settled(About.ERASING))

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.decided:
            self._messages.settled(About.CATALOGUE)

    def _on_failed(self, error: CuratorError) -> None:
        self._messages.show(error, about=about_of(error, erasing=self._session.privacy.busy))

    def _on_load_ended(self, end: LoadEnd) -> None:
        summary = end.summary
        if not summary.refused and not summary.warnings:
            self._messages.tell(load_sentence(end))
            if end.what == "portraits":
                self._imported = load_sentence(end)
            return
        self._messages.tell(
            load_sentence(end),
            action=tr("Show which"),
            act=lambda: self._show_refused(summary),
        )

    def _on_portraits_refused(self, refused: Sequence[RefusedPortrait]) -> None:
        # It would cover how the import went, so it says that too.
        sentence = f"{self._imported} {portraits_sentence(refused)}".strip()
        self._imported = ""
        if len(refused) == 1:
            self._messages.tell(sentence)
            return
        summary = portraits_summary(refused)
        self._messages.tell(sentence, action=tr("Show which"), act=lambda: self._show_refused(summary))

    def _show_refused(self, summary: Summary) -> None:
        dialog = RefusedDialog(summary, parent=self._window)
        # It names files and people of this catalogue: it goes with them.
        self._session.closed.connect(dialog.close)
        self._session.privacy.rows_erased.connect(dialog.close)
        dialog.show()

    def _on_export_failed(self, error: CuratorError) -> None:
        # On its own page it stands where the export was begun.
        if not self._shows_export():
            self._messages.show(error, about=About.EXPORT)

    def _on_export_finished(self, summary: "ExportSummary | None") -> None:
        if summary is not None:
            self._messages.settled(About.EXPORT)
