"""The reference portraits of a politician, with what adds some and takes some away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from curator.engine.neighbours import Relations
from curator.engine.records import PortraitId, PortraitState, ReferencePortrait
from curator.engine.said import Said, joined, said_of
from curator.ui.assets import Icon
from curator.ui.language import tr, tr_of
from curator.ui.politicians.confirm import ConfirmButton
from curator.ui.politicians.crops import Crops
from curator.ui.politicians.lines import elided_heading
from curator.ui.politicians.portraits import PortraitGrid
from curator.ui.session.pictures import PictureCache
from curator.ui.theme import GRID, Role
from curator.ui.widgets import EmptyState, KeyButton, text_label


class PortraitsPanel(QWidget):
    """The cards under their heading, or what to do when there are none.

    Attributes:
        photos_wanted: the person wants to choose photos.
        portraits_removed: the ``ReferencePortrait`` tuple that is to go.
    """

    photos_wanted = Signal()
    portraits_removed = Signal(object)

    def __init__(self, pictures: PictureCache) -> None:
        super().__init__()
        self.crops = Crops(pictures, parent=self)
        self.grid = PortraitGrid(self.crops)
        self.remove_photos = ConfirmButton(tr("Remove photo"), image=Icon.REMOVE)
        self.add_photos = KeyButton(tr("Add photos …"), image=Icon.ADD)
        self._states = text_label("", role=Role.CAPTION, wrap=True)
        # Words give way first: what a button does must be read in full.
        self.add_photos.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._empty = EmptyState(
            Icon.PICTURES,
            tr("No reference portraits"),
            tr(
                "Nothing can be compared with this politician yet. Drop real photos here, each with one"
                " face; three to five are good."
            ),
            primary=tr("Add photos …"),
        )
        # A line of its own: beside the buttons the heading would be cut, in most languages.
        heading = elided_heading(tr("Reference portraits"))
        titles = QHBoxLayout()
        titles.setSpacing(2 * GRID)
        titles.addWidget(self._states, 1)
        titles.addWidget(self.remove_photos)
        titles.addWidget(self.add_photos)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(heading)
        column.addLayout(titles)
        column.addWidget(self._stack, 1)
        self.add_photos.clicked.connect(self.photos_wanted)
        self._empty.primary_clicked.connect(self.photos_wanted)
        self.remove_photos.confirmed.connect(lambda: self.portraits_removed.emit(self.grid.selected))
        self.grid.remove_wanted.connect(self.remove_photos.ask)
        self.grid.selection_changed.connect(self._on_selection)

    def show_portraits(
        self,
        portraits: tuple[ReferencePortrait, ...],
        *,
        relations: Relations | None,
        promoted: frozenset[PortraitId] = frozenset(),
    ) -> None:
        """Shows the portraits of one politician; their distances once those are known.

        Args:
            portraits: refused ones too.
            relations: what they are compared with; None before that is known.
            promoted: those that came from approved submissions, of whomever.
        """
        self.crops.show_only(portraits)
        self.grid.show_portraits(portraits, relations=relations, promoted=promoted)
        self._states.setText(tr(states_sentence(portraits)) if portraits else "")
        self._stack.setCurrentIndex(0 if portraits else 1)
        # It is large: while it is out of sight it must not hold the cards apart, or the window open.
        policy = QSizePolicy.Policy.Ignored if portraits else QSizePolicy.Policy.Preferred
        self._empty.setSizePolicy(policy, policy)

    def _on_selection(self) -> None:
        selected = self.grid.selected
        self.remove_photos.button.setEnabled(bool(selected))
        self.remove_photos.setVisible(bool(selected))
        if len(selected) == 1:
            self.remove_photos.set_question(tr("Remove {file}?", file=selected[0].file_name))
        else:
            count = len(selected)
            self.remove_photos.set_question(tr_of(count, "Remove {n} photo?", "Remove {n} photos?"))


def states_sentence(portraits: Sequence[ReferencePortrait]) -> Said:
    """``3 used, 1 refused, 2 waiting``; empty when there are none."""
    used, refused, waiting = (
        sum(one.state is state for one in portraits)
        for state in (PortraitState.ACCEPTED, PortraitState.REFUSED, PortraitState.PENDING)
    )
    return joined(
        (
            said_of(used, "{n:,} used", "{n:,} used") if used else "",
            said_of(refused, "{n:,} refused", "{n:,} refused") if refused else "",
            said_of(waiting, "{n:,} waiting", "{n:,} waiting") if waiting else "",
        ),
        between=", ",
    )
