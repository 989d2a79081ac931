"""How far the writing of something has come, and how it ended, in the place where it was begun."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from curator.ui.language import tr
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import FlowRow, KeyButton, ThinProgress, Told, row_of, text_label


class Course(QWidget):
    """Words over a track with a button to cancel; afterwards a sentence with what can be done next.

    Takes no room before anything is begun.

    Attributes:
        cancel_wanted: what is being written is to end.
        track: how far it has come.
        cancel: the button.
    """

    cancel_wanted = Signal()

    def __init__(self, name: str, *next_steps: KeyButton, wide: bool = False) -> None:
        """Shows nothing yet.

        Args:
            name: of the track, for screen readers.
            next_steps: buttons for when it has ended.
            wide: everything stands side by side, not one under the other.
        """
        super().__init__()
        self._next = next_steps
        self._words = text_label("", role=Role.DIM, wrap=True)
        self.track = ThinProgress(name=name)
        self.cancel = KeyButton(tr("Cancel"))
        self._told = Told()
        self._steps = QWidget()
        self._running = QWidget()
        self._lay_out(wide=wide)
        for button in next_steps:
            button.hide()
        self._running.hide()
        self._steps.hide()
        self.cancel.clicked.connect(self._on_cancel)

    def _lay_out(self, *, wide: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        running = QBoxLayout(way, self._running)
        running.setContentsMargins(0, 0, 0, 0)
        running.setSpacing(4 * GRID if wide else 2 * GRID)
        running.addWidget(self._words, 1)
        running.addWidget(self.track, 1)
        running.addLayout(row_of(self.cancel))
        ended = QBoxLayout(way)
        ended.setSpacing(2 * GRID)
        if wide:
            ended.addWidget(self._told, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            ended.addWidget(self._told)
        ended.addWidget(self._steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._running)
        column.addLayout(ended)
        steps = QVBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        if wide:
            steps.addLayout(row_of(*self._next))
            return
        # In other languages than English two do not fit beside each other.
        row = FlowRow(gap=2 * GRID)
        for button in self._next:
            row.add(button)
        steps.addWidget(row)

    @property
    def words(self) -> str:
        """How it ended; empty when nothing did or something is being written now."""
        return self._told.words

    @property
    def doing(self) -> str:
        """What is being done now; empty when nothing is."""
        return "" if self._running.isHidden() else self._words.text()

    def begin(self, words: str, *, by_key: bool) -> None:
        """Something is being written from now on.

        Args:
            words: what is done first.
            by_key: it was begun by the keyboard, which is then at the button to cancel.
        """
        self.forget()
        self.track.setRange(0, 1)
        self.track.setValue(0)
        self._words.setText(words)
        self.cancel.setEnabled(True)
        self._running.show()
        if by_key:
            self.cancel.setFocus(Qt.FocusReason.TabFocusReason)

    def step(self, words: str, *, done: int, total: int) -> None:
        """It came further."""
        self.track.setRange(0, max(1, total))
        self.track.setValue(done)
        if self.cancel.isEnabled():
            self._words.setText(words)

    def end(self, *sentences: str, tone: Tone, go_to: QWidget, steps: tuple[KeyButton, ...] = ()) -> None:
        """It ended.

        Args:
            sentences: how, one a line.
            tone: how well.
            go_to: where the keyboard goes if it was at the button to cancel.
            steps: which of the next steps there are now.
        """
        # Also when the person has gone to another window meanwhile, where no widget of this one has it.
        at_cancel = self.window().focusWidget() is self.cancel
        for button in self._next:
            button.setVisible(button in steps)
        self._steps.setVisible(bool(steps))
        self._told.tell(*sentences, tone=tone)
        if at_cancel:
            (steps[0] if steps else go_to).setFocus(Qt.FocusReason.TabFocusReason)
        self._running.hide()

    def forget(self) -> None:
        """Takes away how something ended."""
        self._told.tell()
        self._steps.hide()
        self._running.hide()

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._words.setText(tr("Cancelling …"))
        self.cancel_wanted.emit()
