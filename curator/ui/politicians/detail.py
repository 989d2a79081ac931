"""One politician: fields to correct, portraits to keep in order, and what lies around."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.neighbours import Relations
from curator.engine.records import Politician, PoliticianId, PortraitId, ReferencePortrait
from curator.engine.text import name_key
from curator.ui.assets import Icon
from curator.ui.language import tr, tr_of, tr_stored
from curator.ui.politicians.confirm import ConfirmButton
from curator.ui.politicians.coverage import Listed
from curator.ui.politicians.form import PoliticianForm, Typed
from curator.ui.politicians.portraits_panel import PortraitsPanel
from curator.ui.politicians.relations_panel import RelationsPanel
from curator.ui.politicians.tallies import Tally
from curator.ui.session.pictures import PictureCache
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import ButtonTone, KeyButton, rule, text_label


class DetailPanel(QWidget):
    """Shows a politician of the index, or empty fields for a new one.

    What was typed and not saved stays with its politician while others are looked at.

    Attributes:
        saved: the ``Politician`` as corrected.
        added: the ``Typed`` fields of a new politician.
        removed: the politician is to leave the index.
        add_cancelled: nobody is to be added after all.
    """

    saved = Signal(object)
    added = Signal(object)
    removed = Signal(int)
    add_cancelled = Signal()

    def __init__(self, pictures: PictureCache) -> None:
        super().__init__()
        self._politician: Politician | None = None
        self._drafts: dict[PoliticianId, Typed] = {}
        self.form = PoliticianForm()
        self.portraits = PortraitsPanel(pictures)
        self.relations = RelationsPanel()
        self._name = text_label("", role=Role.HEADING, elide=Qt.TextElideMode.ElideRight)
        self._office = text_label("", role=Role.DIM, elide=Qt.TextElideMode.ElideRight)
        self.save = KeyButton(tr("Save"), tone=ButtonTone.PRIMARY)
        self.discard = KeyButton(tr("Discard"))
        self.remove = ConfirmButton(tr("Remove"), image=Icon.REMOVE)
        self._twin = text_label("", role=Role.CAPTION, tone=Tone.WARN, wrap=True)
        self._everyone: Mapping[PoliticianId, Politician] = {}
        self._below = QWidget()
        self._lay_out()
        self.form.edited.connect(self._on_edited)
        self.form.submitted.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.discard.clicked.connect(self._on_discard)
        self.remove.confirmed.connect(self._on_removed)
        self.show_new(Typed())

    @property
    def politician(self) -> Politician | None:
        """Who is shown; None while someone new is typed in."""
        return self._politician

    # ------------------------------------------------------------ showing

    def set_everyone(self, politicians: Sequence[Politician]) -> None:
        """Tells who is in the index, so that somebody of the same name can be pointed out."""
        self._everyone = {one.id: one for one in politicians}
        self._show_twin()

    def show_politician(self, one: Listed, *, portraits: tuple[ReferencePortrait, ...]) -> None:
        """Shows someone of the index; what is being typed about them stays."""
        politician = one.politician
        same = self._politician is not None and self._politician.id == politician.id
        known, self._politician = self._politician, politician
        if not same or known != politician:
            self.form.show_typed(Typed.of(politician))
            draft = self._drafts.get(politician.id)
            if draft is not None:
                self.form.type_in(draft)
        self._name.setText(politician.full_name)
        self._office.setText(_office_words(politician))
        self.remove.set_question(
            removal_question(politician, portraits=len(portraits), open_claims=one.number(Tally.PENDING) or 0)
        )
        self.save.set_label(tr("Save"))
        self.discard.set_label(tr("Discard"))
        self.remove.show()
        self._below.show()
        self._show_buttons()
        self.relations.show_numbers(one)

    def show_portraits(
        self,
        portraits: tuple[ReferencePortrait, ...],
        *,
        relations: Relations | None,
        beyond: float,
        promoted: frozenset[PortraitId] = frozenset(),
    ) -> None:
        """Shows the portraits of the same politician, and what they are compared with.

        Args:
            portraits: refused ones too.
            relations: what their encodings tell; None before that is known.
            beyond: the distance from which two of them do not look like one person.
            promoted: those that came from approved submissions, of whomever.
        """
        self.portraits.show_portraits(portraits, relations=relations, promoted=promoted)
        self.relations.show_relations(relations, everyone=self._everyone, portraits=portraits, beyond=beyond)

    def show_new(self, typed: Typed) -> None:
        """Shows empty fields, or some that are filled in already."""
        self._politician = None
        self.form.show_typed(typed)
        self._name.setText(tr("New politician"))
        self._office.setText(tr("Photos are added afterwards."))
        self.save.set_label(tr("Add"))
        self.discard.set_label(tr("Cancel"))
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
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 3 * GRID, 0, 0)
        beside.setSpacing(4 * GRID)
        beside.addWidget(self.portraits, 1)
        beside.addWidget(rule(vertical=True))
        beside.addWidget(self.relations, 1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(rule())
        below.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * GRID, 4 * GRID, 3 * GRID, 0)
        column.setSpacing(4 * GRID)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addWidget(self._twin)
        column.addWidget(self._below, 1)
        # Takes the room while the portraits are hidden, so that the fields stay at the top.
        column.addStretch(0)

    def _show_twin(self) -> None:
        typed = self.form.typed
        known = None if self._politician is None else self._politician.id
        name = name_key(f"{typed.given_name} {typed.surname}")
        twin = next(
            (
                one
                for one in self._everyone.values()
                if name
                and one.id != known
                and one.country != typed.country
                and name_key(one.full_name) == name
            ),
            None,
        )
        if twin is not None:
            self._twin.setText(_twin_words(twin))
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


def removal_question(politician: Politician, *, portraits: int, open_claims: int) -> str:
    """What is asked before somebody is removed: whom, and what depends on them.

    Args:
        politician: who.
        portraits: how many of their portraits go as well.
        open_claims: how many undecided submissions claim to show them.
    """
    name = politician.full_name
    question = (
        tr_of(portraits, "Remove {name} and {n} portrait?", "Remove {name} and {n:,} portraits?", name=name)
        if portraits
        else tr("Remove {name}?", name=name)
    )
    if not open_claims:
        return question
    claims = tr_of(open_claims, "{n} open claim names them.", "{n:,} open claims name them.")
    return f"{question} {claims}"


def _office_words(politician: Politician) -> str:
    parts = [tr_stored(part) for part in (politician.role, politician.country) if part]
    return " · ".join(parts) or tr("No office, no country")


def _twin_words(twin: Politician) -> str:
    if twin.country:
        return tr(
            "{name} is in the index already, for {country}. Go on only if this is somebody else.",
            name=twin.full_name,
            country=tr_stored(twin.country),
        )
    return tr(
        "{name} is in the index already, without a country. Go on only if this is somebody else.",
        name=twin.full_name,
    )
