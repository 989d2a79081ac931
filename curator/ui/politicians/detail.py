"""One politician: fields to correct, photos to add and to take away."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.engine.records import (
    Politician,
    PoliticianId,
    PortraitId,
    PortraitState,
    ReferencePortrait,
)
from curator.engine.text import name_key
from curator.ui.assets import Icon
from curator.ui.pictures import PictureCache
from curator.ui.politicians.confirm import ConfirmButton
from curator.ui.politicians.crops import Crops
from curator.ui.politicians.form import PoliticianForm, Typed
from curator.ui.politicians.portraits import PortraitGrid
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import ButtonTone, EmptyState, KeyButton, rule, section_heading, text_label


class DetailPanel(QWidget):
    """Shows a politician of the index, or empty fields for a new one.

    What was typed and not saved stays with its politician while others are looked at.

    Attributes:
        saved: the ``Politician`` as corrected.
        added: the ``Typed`` fields of a new politician.
        removed: the politician is to leave the index.
        add_cancelled: nobody is to be added after all.
        photos_wanted: the person wants to choose photos.
        portraits_removed: the ``ReferencePortrait`` tuple that is to go.
    """

    saved = Signal(object)
    added = Signal(object)
    removed = Signal(int)
    add_cancelled = Signal()
    photos_wanted = Signal()
    portraits_removed = Signal(object)

    def __init__(self, pictures: PictureCache) -> None:
        super().__init__()
        self._politician: Politician | None = None
        self._drafts: dict[PoliticianId, Typed] = {}
        self._crops = Crops(pictures, parent=self)
        self.form = PoliticianForm()
        self.grid = PortraitGrid(self._crops)
        self._name = text_label("", role=Role.HEADING, elide=Qt.TextElideMode.ElideRight)
        self._office = text_label("", role=Role.DIM, elide=Qt.TextElideMode.ElideRight)
        self.save = KeyButton("Save", tone=ButtonTone.PRIMARY)
        self.discard = KeyButton("Discard")
        self.remove = ConfirmButton("Remove", image=Icon.REMOVE)
        self._states = text_label("", role=Role.CAPTION)
        self.remove_photos = ConfirmButton("Remove photo", image=Icon.REMOVE)
        self.add_photos = KeyButton("Add photos …", image=Icon.ADD)
        self._twin = text_label("", role=Role.CAPTION, tone=Tone.WARN, wrap=True)
        self._everyone: Sequence[Politician] = ()
        self._open_claims = 0
        self._below = QWidget()
        self._portraits: tuple[ReferencePortrait, ...] = ()
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.discard.clicked.connect(self._on_discard)
        self.remove.confirmed.connect(self._on_removed)
        self.add_photos.clicked.connect(self.photos_wanted)
        self._empty.primary_clicked.connect(self.photos_wanted)
        self.remove_photos.confirmed.connect(lambda: self.portraits_removed.emit(self.grid.selected))
        self.grid.remove_wanted.connect(self.remove_photos.ask)
        self.grid.selection_changed.connect(self._on_selection)
        self.show_new(Typed())

    @property
    def politician(self) -> Politician | None:
        """Who is shown; None while someone new is typed in."""
        return self._politician

    # ------------------------------------------------------------ showing

    def set_everyone(self, politicians: Sequence[Politician]) -> None:
        """Tells who is in the index, so that somebody of the same name can be pointed out."""
        self._everyone = politicians
        self._show_twin()

    def show_politician(self, politician: Politician, *, open_claims: int = 0) -> None:
        """Shows someone of the index; what is being typed about them stays.

        Args:
            politician: who.
            open_claims: how many undecided submissions claim to show them.
        """
        same = self._politician is not None and self._politician.id == politician.id
        known, self._politician = self._politician, politician
        if not same or known != politician:
            self.form.show_typed(Typed.of(politician))
            draft = self._drafts.get(politician.id)
            if draft is not None:
                self.form.type_in(draft)
        self._name.setText(politician.full_name)
        office = " · ".join(part for part in (politician.role, politician.country) if part)
        self._office.setText(office or "No office, no country")
        self._open_claims = open_claims
        if not same:
            self._portraits = ()
        self._show_question()
        self.save.set_label("Save")
        self.discard.set_label("Discard")
        self.remove.show()
        self._below.show()
        self._show_buttons()

    def show_portraits(
        self, portraits: tuple[ReferencePortrait, ...], *, odd: Mapping[PortraitId, float]
    ) -> None:
        """Shows the portraits of the same politician."""
        self._portraits = portraits
        self._show_question()
        self._crops.show_only(portraits)
        self.grid.show_portraits(portraits, odd=odd)
        self._states.setText(states_sentence(portraits))
        self._stack.setCurrentIndex(0 if portraits else 1)

    def show_new(self, typed: Typed) -> None:
        """Shows empty fields, or some that are filled in already."""
        self._politician = None
        self.form.show_typed(typed)
        self._name.setText("New politician")
        self._office.setText("Photos are added afterwards.")
        self.save.set_label("Add")
        self.discard.set_label("Cancel")
        self.remove.hide()
        self._below.hide()
        self._show_buttons()

    def forget_draft(self, politician_id: PoliticianId) -> None:
        """What was typed about them is saved, or they are gone."""
        self._drafts.pop(politician_id, None)

    # ------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._office)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addLayout(names, 1)
        for button in (self.save, self.discard, self.remove):
            head.addWidget(button)
        titles = QHBoxLayout()
        titles.setSpacing(2 * GRID)
        titles.addWidget(section_heading("Reference portraits"))
        titles.addWidget(self._states)
        titles.addStretch(1)
        titles.addWidget(self.remove_photos)
        titles.addWidget(self.add_photos)
        self._empty = EmptyState(
            Icon.PICTURES,
            "No reference portraits",
            "Nothing can be compared with this politician yet. Drop real photos here, each with one face;"
            " three to five are good.",
            primary="Add photos …",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2 * GRID)
        below.addWidget(rule())
        below.addLayout(titles)
        below.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * GRID, 4 * GRID, 5 * GRID, 0)
        column.setSpacing(4 * GRID)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addWidget(self._twin)
        column.addWidget(self._below, 1)
        # Takes the room while the portraits are hidden, so that the fields stay at the top.
        column.addStretch(0)

    def _show_question(self) -> None:
        if self._politician is not None:
            self.remove.set_question(
                removal_question(
                    self._politician, portraits=len(self._portraits), open_claims=self._open_claims
                )
            )

    def _show_twin(self) -> None:
        typed = self.form.typed
        known = None if self._politician is None else self._politician.id
        name = name_key(f"{typed.given_name} {typed.surname}")
        twin = next(
            (
                one
                for one in self._everyone
                if name
                and one.id != known
                and one.country != typed.country
                and name_key(one.full_name) == name
            ),
            None,
        )
        if twin is not None:
            place = f"for {twin.country}" if twin.country else "without a country"
            self._twin.setText(
                f"{twin.full_name} is in the index already, {place}. Go on only if this is somebody else."
            )
        self._twin.setVisible(twin is not None)

    def _show_buttons(self) -> None:
        self._show_twin()
        adding = self._politician is None
        changed = self.form.changed
        self.save.setEnabled(self.form.typed.named and (adding or changed))
        self.save.setVisible(adding or changed)
        self.discard.setVisible(adding or changed)

    def _on_edited(self) -> None:
        if self._politician is not None:
            if self.form.changed:
                self._drafts[self._politician.id] = self.form.typed
            else:
                self.forget_draft(self._politician.id)
        self._show_buttons()

    def _on_save(self) -> None:
        typed = self.form.typed
        if not self.save.isEnabled():
            return
        if self._politician is None:
            self.added.emit(typed)
        else:
            self.saved.emit(
                replace(
                    self._politician,
                    given_name=typed.given_name,
                    surname=typed.surname,
                    country=typed.country,
                    role=typed.role,
                )
            )

    def _on_discard(self) -> None:
        if self._politician is None:
            self.add_cancelled.emit()
            return
        self.forget_draft(self._politician.id)
        self.form.show_typed(Typed.of(self._politician))
        self._show_buttons()

    def _on_removed(self) -> None:
        if self._politician is not None:
            self.removed.emit(self._politician.id)

    def _on_selection(self) -> None:
        selected = self.grid.selected
        self.remove_photos.button.setEnabled(bool(selected))
        if len(selected) == 1:
            self.remove_photos.set_question(f"Remove {selected[0].file_name}?")
        else:
            self.remove_photos.set_question(f"Remove {len(selected)} photos?")


def removal_question(politician: Politician, *, portraits: int, open_claims: int) -> str:
    """What is asked before somebody is removed: whom, and what depends on them.

    Args:
        politician: who.
        portraits: how many of their portraits go as well.
        open_claims: how many undecided submissions claim to show them.
    """
    taken = "" if not portraits else " and 1 portrait" if portraits == 1 else f" and {portraits:,} portraits"
    question = f"Remove {politician.full_name}{taken}?"
    if not open_claims:
        return question
    names = "1 open claim names" if open_claims == 1 else f"{open_claims:,} open claims name"
    return f"{question} {names} them."


def states_sentence(portraits: Sequence[ReferencePortrait]) -> str:
    """``3 used, 1 refused, 2 waiting``; empty when there are none."""
    words = {
        PortraitState.ACCEPTED: "used",
        PortraitState.REFUSED: "refused",
        PortraitState.PENDING: "waiting",
    }
    counts = {state: sum(one.state is state for one in portraits) for state in words}
    return ", ".join(f"{counts[state]:,} {word}" for state, word in words.items() if counts[state])
