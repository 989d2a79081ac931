"""What an erasure would take, the one yes to it, and what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from curator.engine.errors import CuratorError
from curator.engine.privacy.erasing import Finished
from curator.engine.privacy.looking import Erasure
from curator.engine.privacy.words import erasure_lines, finished_lines
from curator.ui.language import tr
from curator.ui.session import Session
from curator.ui.theme import GRID, Tone
from curator.ui.widgets import ButtonTone, KeyButton, ThinProgress, Told, row_of


class ErasurePane(QWidget):
    """Empty until something was looked at.

    Attributes:
        asking_changed: it began or ended to ask or to erase.
        answered: with yes or no; the focus has to go somewhere.
        outcome: the lines.
        yes: erases what they say.
        keep: leaves it.
    """

    asking_changed = Signal()
    answered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._wanted: Erasure | None = None
        self.outcome = Told(selectable=True)
        self.yes = KeyButton(tr("Erase for good"), tone=ButtonTone.BAD)
        self.keep = KeyButton(tr("Keep it"))
        self.track = ThinProgress(name=tr("Progress of erasing"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.outcome)
        column.addLayout(row_of(self.yes, self.keep))
        column.addWidget(self.track)
        self._show()
        self.yes.clicked.connect(self._on_yes)
        self.keep.clicked.connect(self._on_keep)
        privacy = session.privacy
        privacy.previewed.connect(self._on_previewed)
        privacy.progressed.connect(self._on_progressed)
        privacy.finished.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """Whether something is being erased."""
        return self._session.privacy.busy

    @property
    def asking(self) -> bool:
        """Whether it waits for a yes."""
        return self._wanted is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps."""
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self._on_keep()
        else:
            super().keyPressEvent(event)

    def _on_previewed(self, told: Erasure | CuratorError) -> None:
        if self.busy:
            return
        self._wanted = None
        if isinstance(told, CuratorError):
            self.outcome.tell(tr(told.sentence), tr(told.advice), tone=Tone.WARN)
        else:
            tone = Tone.NEUTRAL if told.nothing else Tone.WARN
            self.outcome.tell(*(tr(line) for line in erasure_lines(told)), tone=tone)
            self._wanted = None if told.nothing else told
        self._show()
        if self.asking:
            # On the harmless answer: Enter pressed twice must not erase anything.
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_yes(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self._session.privacy.erase(wanted):
            self.outcome.tell(
                tr("Being erased. Rows go first, then files, then the database is written anew …"),
                tone=Tone.NEUTRAL,
            )
            self.track.setRange(0, 0)
        self._show()
        self.answered.emit()

    def _on_keep(self) -> None:
        self._wanted = None
        self.outcome.hide()
        self._show()
        self.answered.emit()

    def _on_progressed(self, done: int, total: int) -> None:
        self.track.setRange(0, total)
        self.track.setValue(done)

    def _on_finished(self, told: Finished | CuratorError) -> None:
        if isinstance(told, CuratorError):
            self.outcome.tell(tr(told.sentence), tr(told.advice), tone=Tone.BAD)
        else:
            tone = Tone.WARN if told.not_yet else Tone.OK
            self.outcome.tell(*(tr(line) for line in finished_lines(told)), tone=tone)
        self._show()

    def _show(self) -> None:
        self.yes.setVisible(self.asking)
        self.keep.setVisible(self.asking)
        self.track.setVisible(self.busy)
        self.asking_changed.emit()
