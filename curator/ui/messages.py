"""Every error, warning and notice that a person sees outside the views."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from curator.engine.errors import CatalogueError, CuratorError, RefusedChange
from curator.ui.language import tr, tr_error
from curator.ui.theme import Role, Tone
from curator.ui.widgets import Notice, text_label

PASSING_MS = 8_000
"""Long enough to read two sentences twice."""


class About(Enum):
    """What a message is about: a newer one about the same takes its place, success takes it away."""

    CATALOGUE = auto()
    """Opening one, and writing to it."""
    EXPORT = auto()
    ERASING = auto()
    """What could not be done because something was being erased."""


def about_of(error: CuratorError, *, erasing: bool) -> About | None:
    """What the error of a command is about.

    Args:
        error: of the command.
        erasing: something is being erased just now.
    """
    if isinstance(error, CatalogueError):
        return About.CATALOGUE
    return About.ERASING if erasing and isinstance(error, RefusedChange) else None


@dataclass(frozen=True, slots=True)
class _Message:
    sentence: str
    tone: Tone
    action: str = ""
    act: Callable[[], None] | None = None
    about: About | None = None

    @property
    def passes(self) -> bool:
        """Whether it goes by itself."""
        return self.tone is Tone.NEUTRAL and not self.action


class Messages(QObject):
    """Tells a person what happened, in a bar that does not get in the way.

    Errors and offers are kept until they are closed or settled: closing one shows the one
    before. What needs no answer goes by itself, and does not come back once something newer
    was told. The same sentence is told once, and nothing stands against what is true now.
    """

    def __init__(self, notice: Notice, *, parent: QWidget, passing_ms: int = PASSING_MS) -> None:
        """Shows nothing yet.

        Args:
            notice: the bar.
            parent: the window, for dialogs.
            passing_ms: how long a sentence stays that needs no answer.
        """
        super().__init__(parent)
        self._window = parent
        self._notice = notice
        self._waiting: list[_Message] = []
        self._bug: QDialog | None = None
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(passing_ms)
        self._passing.timeout.connect(self._on_passed)
        notice.closed.connect(self._on_closed)
        notice.action_clicked.connect(self._on_action)

    def tell(
        self,
        sentence: str,
        *,
        action: str = "",
        act: Callable[[], None] | None = None,
        about: About | None = None,
    ) -> None:
        """Something worth knowing that needs no answer.

        Args:
            sentence: what happened.
            action: the words of a button beside it.
            act: what the button does.
            about: takes the place of what was told about the same.
        """
        self._show(_Message(sentence, Tone.NEUTRAL, action, act, about))

    def show(
        self,
        error: CuratorError,
        *,
        action: str = "",
        act: Callable[[], None] | None = None,
        about: About | None = None,
    ) -> None:
        """An error as its sentence and the next step; see :meth:`tell`."""
        self._show(_Message(tr_error(error), Tone.BAD, action, act, about))

    def settled(self, about: About) -> None:
        """Takes away what was told about something that has succeeded since."""
        self._keep([one for one in self._waiting if one.about is not about])

    def forget_told(self) -> None:
        """Takes away all but errors: it may name, or offer to show, what was erased just now."""
        self._keep([one for one in self._waiting if one.tone is not Tone.NEUTRAL])

    def clear(self) -> None:
        """Takes everything away: it was about a catalogue that is no longer open."""
        self._keep([])

    def report_bug(self, report: str, *, log: str) -> None:
        """A mistake of the program itself: what it means, and a report to copy. One at a time.

        Args:
            report: what happened, for whoever repairs it.
            log: where the log lies.
        """
        if self._bug is not None:
            return
        self._bug = _bug_dialog(self._window, report, log=log)
        self._bug.finished.connect(self._on_bug_closed)
        self._bug.open()

    def _show(self, message: _Message) -> None:
        self._waiting = [
            one
            for one in self._waiting
            if not one.passes
            and one.sentence != message.sentence
            and (message.about is None or one.about is not message.about)
        ]
        self._waiting.append(message)
        self._show_last()

    def _keep(self, kept: list[_Message]) -> None:
        if len(kept) == len(self._waiting):
            return
        shown = self._waiting[-1]
        self._waiting = kept
        # What is on the bar keeps its time.
        if not kept or kept[-1] is not shown:
            self._show_rest()

    def _show_last(self) -> None:
        message = self._waiting[-1]
        self._notice.tell(message.sentence, tone=message.tone, action=message.action)
        if message.passes:
            self._passing.start()
        else:
            self._passing.stop()

    def _on_closed(self) -> None:
        self._waiting.pop()
        self._show_rest()

    def _on_passed(self) -> None:
        focused = QApplication.focusWidget()
        if self._notice.underMouse() or (focused is not None and self._notice.isAncestorOf(focused)):
            # Somebody is at it: it must not go from under their hands.
            self._passing.start()
            return
        self._waiting.pop()
        self._show_rest()

    def _show_rest(self) -> None:
        if self._waiting:
            self._show_last()
        else:
            self._passing.stop()
            self._notice.hide()

    def _on_action(self) -> None:
        act = self._waiting[-1].act
        if act is not None:
            act()

    def _on_bug_closed(self) -> None:
        self._bug = None


def _bug_dialog(parent: QWidget, report: str, *, log: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("A mistake in Curator"))
    dialog.resize(560, 360)
    text = QPlainTextEdit(report)
    text.setReadOnly(True)
    text.setAccessibleName(tr("Report"))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    copy = buttons.addButton(tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 20, 20, 16)
    column.setSpacing(12)
    column.addWidget(text_label(tr("Something went wrong inside Curator."), role=Role.HEADING))
    column.addWidget(
        text_label(
            tr(
                "Decisions that were saved are safe. Please send this report to whoever looks after Curator;"
                " it names no one. The log lies in {log}.",
                log=log,
            ),
            wrap=True,
        )
    )
    column.addWidget(text, 1)
    column.addWidget(buttons)
    return dialog
