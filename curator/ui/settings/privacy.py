"""Privacy in the settings: what personal and biometric data the catalogue holds, and erasing some of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QLineEdit, QSizePolicy, QVBoxLayout

from curator.engine.privacy.held import NOTHING, Group, Held, groups
from curator.engine.privacy.looking import LONGEST_GRACE_DAYS
from curator.ui.language import tr
from curator.ui.session import Session
from curator.ui.session.privacy import Eraseable
from curator.ui.settings.erasing import ErasurePane
from curator.ui.settings.parts import WheelGuard, labelled
from curator.ui.theme import GRID, Role, set_role, size_with_text
from curator.ui.widgets import KeyButton, NumberField, Section, section_heading, text_label

_DAYS_WIDTH = 120
_NAME_WIDTH = 260


class PrivacySection(Section):
    """Counts in the background whenever it is shown; erases what was looked at before, by one yes.

    Attributes:
        days: the grace period of rejected pictures.
        sender_name: who is to be erased, as typed.
        politician: who is to be erased, as chosen.
        pane: what would go, and the question.
    """

    def __init__(self, session: Session, *, wheel: WheelGuard) -> None:
        super().__init__(
            tr("Privacy"),
            tr("What this catalogue holds of people, and how to erase it for good."),
        )
        self._session = session
        self.days = NumberField()
        self.days.setRange(0, LONGEST_GRACE_DAYS)
        self.days.setSuffix(tr(" days"))
        self.days.setKeyboardTracking(False)
        size_with_text(self.days, width=_DAYS_WIDTH)
        wheel.guard(self.days)
        self.look_rejected = KeyButton(tr("Look what would go"))
        self.sender_name = QLineEdit()
        self.sender_name.setPlaceholderText(tr("Name of a sender"))
        # Gently: what the buttons beside them do must be read in full.
        size_with_text(self.sender_name, width=_NAME_WIDTH, gently=True)
        self.look_sender = KeyButton(tr("Look what would go"))
        self.politician = QComboBox()
        self.politician.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        size_with_text(self.politician, width=_NAME_WIDTH, gently=True)
        wheel.guard(self.politician)
        self.look_politician = KeyButton(tr("Look what would go"))
        self.pane = ErasurePane(session)
        self._held = QVBoxLayout()
        self._lines: list[QLabel] = []
        self._lay_out()
        self.days.valueChanged.connect(session.privacy.set_grace_days)
        self.look_rejected.clicked.connect(self._on_look_rejected)
        self.look_sender.clicked.connect(self._on_look_sender)
        self.sender_name.returnPressed.connect(self._on_look_sender)
        self.sender_name.textChanged.connect(self._show_choices)
        self.look_politician.clicked.connect(self._on_look_politician)
        self.pane.asking_changed.connect(self._show_choices)
        self.pane.answered.connect(lambda: self.days.setFocus(Qt.FocusReason.OtherFocusReason))
        session.privacy.counted.connect(self._on_counted)
        session.privacy.listed.connect(self._on_listed)
        session.privacy.rows_erased.connect(self.sender_name.clear)
        self._show_choices()

    def _lay_out(self) -> None:
        self._held.setSpacing(GRID)
        self._show_groups(groups(NOTHING), known=False)
        self.column.addLayout(self._held)
        self.column.addSpacing(3 * GRID)
        self.column.addWidget(section_heading(tr("Erase for good")))
        for words, field, button in (
            (tr("Rejected longer than"), self.days, self.look_rejected),
            (tr("One sender"), self.sender_name, self.look_sender),
            (tr("One politician"), self.politician, self.look_politician),
        ):
            row = labelled(words, field)
            row.insertWidget(2, button)
            button.setAccessibleName(f"{words}: {button.label}")
            self.column.addLayout(row)
        self.column.addWidget(
            text_label(
                tr("Nothing is erased before you have seen what would go and said yes."),
                role=Role.DIM,
                wrap=True,
            )
        )
        self.column.addWidget(self.pane)

    def show_privacy(self) -> None:
        """Counts again; the numbers follow when they are known."""
        was = self.days.blockSignals(True)
        self.days.setValue(self._session.privacy.grace_days)
        self.days.blockSignals(was)
        self._session.privacy.count()

    # ------------------------------------------------------------ what is told

    def _on_counted(self, held: Held) -> None:
        self._show_groups(groups(held))

    def _show_groups(self, told: Sequence[Group], *, known: bool = True) -> None:
        """Writes into the lines that are there already: nothing below them shall move under a hand."""
        lines = [
            (line, place > 0) for group in told for place, line in enumerate((group.title, *group.lines))
        ]
        while len(self._lines) > len(lines):
            gone = self._lines.pop()
            self._held.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._lines) < len(lines):
            self._lines.append(text_label("", wrap=True))
            self._held.addWidget(self._lines[-1])
        for place, (label, (words, below)) in enumerate(zip(self._lines, lines, strict=True)):
            set_role(label, Role.BODY if below else Role.STRONG)
            label.setContentsMargins(0, 0 if below or not place else 2 * GRID, 0, 0)
            label.setText(tr(words) if known or not below else "…")

    def _on_listed(self, known: Eraseable) -> None:
        completer = QCompleter(known.senders, self.sender_name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.sender_name.setCompleter(completer)
        chosen = self.politician.currentData()
        self.politician.clear()
        for number, name in known.politicians:
            self.politician.addItem(name, number)
        place = self.politician.findData(chosen)
        self.politician.setCurrentIndex(max(place, 0) if known.politicians else -1)
        self._show_choices()

    def _show_choices(self, *_: object) -> None:
        free = not self.pane.busy
        self.look_rejected.setEnabled(free)
        self.look_sender.setEnabled(free and bool(self.sender_name.text().strip()))
        self.look_politician.setEnabled(free and self.politician.count() > 0)

    # ------------------------------------------------------------ what is asked

    def _on_look_rejected(self) -> None:
        self._session.privacy.look_at_rejected(self.days.value())

    def _on_look_sender(self) -> None:
        if self.look_sender.isEnabled():
            self._session.privacy.look_at_sender(self.sender_name.text())

    def _on_look_politician(self) -> None:
        chosen = self.politician.currentData()
        if chosen is not None:
            self._session.privacy.look_at_politician(chosen)
