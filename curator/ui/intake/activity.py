"""Says on the rail how far loads and analysis have come; there only while they run."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from curator.ui.assets import ICON_SMALL, Icon, icon
from curator.ui.language import figures, tr, tr_of
from curator.ui.session import Progress, Session
from curator.ui.theme import GRID, Role
from curator.ui.widgets import ThinProgress, ToolButton, fitting_label, set_tip


class Activity(QWidget):
    """Says what goes on in the background, and lets a person hold it back.

    It is as narrow as the rail, and stands where the rail is empty: while it comes and goes, nothing moves
    that somebody looks at or is about to press. The whole sentence is its tool tip.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paused = False
        self._most = 0
        self._words = ""
        centre = Qt.AlignmentFlag.AlignHCenter
        self._what = fitting_label(role=Role.CAPTION)
        self._number = fitting_label(role=Role.CAPTION)
        self.track = ThinProgress(name=tr("Background work"))
        self.pause = ToolButton(Icon.PAUSE, tr("Pause"), size=ICON_SMALL)
        self.cancel = ToolButton(Icon.CLOSE, tr("Cancel"), size=ICON_SMALL)
        self.cancel.setAccessibleDescription(tr("Ends the load; what was loaded stays."))
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(self.pause)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        for label in (self._what, self._number):
            label.setAlignment(centre)
            column.addWidget(label)
        column.addWidget(self.track)
        column.addLayout(buttons)
        # Whatever it says, the rail stays as wide as it is.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.pause.clicked.connect(self._on_pause)
        self.cancel.clicked.connect(session.cancel_load)
        session.progressed.connect(self.show_progress)
        # Shown by the first progress: before that there is nothing to say.
        self.hide()

    @property
    def words(self) -> str:
        """What is said, in full."""
        return self._words

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
            # One picture looked at again, as after an undo: nothing to hold back, and the bar of verdicts
            # says it too.
            self._most = 1
            self.hide()
            return
        # While pictures arrive faster than they are analysed the end moves away: counted from the most.
        self._most = max(self._most, progress.pending)
        if loading is not None:
            done, total = loading.done, loading.total or 0
        else:
            done, total = self._most - progress.pending, self._most
        self.track.setRange(0, max(1, total))
        self.track.setValue(done if total else 0)
        self._what.setText(
            tr("Paused") if self._paused else tr("Loading") if loading is not None else tr("Analysing")
        )
        if total:
            share = tr("{n} %", n=100 * done // total)
            self._number.set_texts(f"{figures(done)} / {figures(total)}", share)
        else:
            self._number.set_texts("")
        self.pause.setIcon(icon(Icon.PLAY if self._paused else Icon.PAUSE))
        self.pause.set_name(tr("Go on") if self._paused else tr("Pause"))
        self.cancel.setVisible(loading is not None)
        self._tell(sentence(progress))
        self.show()

    def _tell(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        set_tip(self, words)

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
