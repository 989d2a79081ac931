"""A thin bar that says how far loads and analysis have come; there only while they run."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.ui.assets import Icon
from curator.ui.language import tr, tr_of
from curator.ui.session import Progress, Session
from curator.ui.theme import GRID, Role, Surface
from curator.ui.widgets import IconMark, KeyButton, ThinProgress, rule, set_surface, text_label

_TRACK_WIDTH = 240
_BUTTON_HEIGHT = 28
"""Lower than elsewhere: the bar takes room from the picture while it is shown."""


class ActivityBar(QWidget):
    """Says what goes on in the background, and lets a person hold it back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paused = False
        self._most = 0
        set_surface(self, Surface.PANEL)
        self._mark = IconMark(Icon.LOAD)
        self._words = text_label("", role=Role.DIM)
        self.track = ThinProgress(name=tr("Background work"))
        self.track.setFixedWidth(_TRACK_WIDTH)
        self.pause = KeyButton(tr("Pause"))
        self.cancel = KeyButton(tr("Cancel"))
        for button in (self.pause, self.cancel):
            button.setFixedHeight(_BUTTON_HEIGHT)
        row = QHBoxLayout()
        row.setContentsMargins(4 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(3 * GRID)
        row.addWidget(self._mark)
        row.addWidget(self._words)
        row.addWidget(self.track)
        row.addStretch(1)
        row.addWidget(self.pause)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(rule())
        self.pause.clicked.connect(self._on_pause)
        self.cancel.clicked.connect(session.cancel_load)
        session.progressed.connect(self.show_progress)
        # Shown by the first progress: before that it has no place in the window.
        self.hide()

    @property
    def words(self) -> str:
        """What the bar says."""
        return self._words.text()

    def show_progress(self, progress: Progress) -> None:
        """Shows how far things have come; hides when nothing is left to do."""
        loading = progress.loading
        if loading is None and not progress.pending:
            self._most = 0
            self.hide()
            return
        self._paused = progress.paused or (loading is not None and loading.paused)
        again = loading is None and progress.pending == 1 and self._most <= 1
        if again and not progress.paused:
            # One picture looked at again, as after an undo: the desk does not move for that, and the bar
            # of verdicts says it too.
            self._most = 1
            self.hide()
            return
        # While pictures arrive faster than they are analysed the end moves away: counted from the most.
        self._most = max(self._most, progress.pending)
        words = sentence(progress)
        self._words.setText(words)
        self.setAccessibleName(words)
        if loading is not None:
            self.track.setRange(0, max(1, loading.total or 1))
            self.track.setValue(loading.done if loading.total else 0)
        else:
            self.track.setRange(0, self._most)
            self.track.setValue(self._most - progress.pending)
        self._mark.set_image(Icon.PAUSE if self._paused else Icon.LOAD if loading is not None else Icon.FACE)
        self.pause.set_label(tr("Go on") if self._paused else tr("Pause"))
        self.cancel.setVisible(loading is not None)
        self.cancel.setAccessibleDescription(tr("Ends the load; what was loaded stays."))
        self.show()

    def _on_pause(self) -> None:
        if self._paused:
            self._session.resume()
        else:
            self._session.pause()


def sentence(progress: Progress) -> str:
    """``Loading 340 of 1,000 · 12 pictures wait for analysis``; begins with "Paused" when it is."""
    parts = []
    loading = progress.loading
    if loading is not None and loading.total is None:
        parts.append(tr("Looking what there is to load …"))
    elif loading is not None:
        parts.append(tr("Loading {done:,} of {total:,}", done=loading.done, total=loading.total))
    if progress.pending:
        parts.append(
            tr_of(progress.pending, "{n:,} picture waits for analysis", "{n:,} pictures wait for analysis")
        )
    if progress.paused or (loading is not None and loading.paused):
        parts.insert(0, tr("Paused"))
    return " · ".join(parts)
