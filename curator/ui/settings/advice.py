"""The settings of the advice: every threshold with its default and its source."""

from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from curator.engine.errors import RefusedChange
from curator.engine.records import Verdict
from curator.engine.rules import RULE_SET, Thresholds
from curator.ui.language import tr, tr_of
from curator.ui.session import Session
from curator.ui.settings.parts import WheelGuard
from curator.ui.settings.wording import GROUPS, THRESHOLDS, ThresholdWords
from curator.ui.theme import GRID, Role, Tone, size_with_text
from curator.ui.widgets import (
    ButtonTone,
    DecimalField,
    KeyButton,
    NumberField,
    Section,
    Told,
    row_of,
    section_heading,
    text_label,
)

_FIELD_WIDTH, _FIELD_HEIGHT = 112, 32
_DEFAULT_WIDTH = 136
_DECIMALS = 2


class AdviceSection(Section):
    """The thresholds in force, and fields to put others in force.

    Attributes:
        fields: by the names of the fields of ``Thresholds``.
    """

    def __init__(self, session: Session, *, wheel: WheelGuard) -> None:
        super().__init__(
            tr("Advice"),
            tr(
                "What the program compares with before it advises. Rule set {rules}. They hold for this"
                " catalogue; each decision keeps those of its day.",
                rules=RULE_SET,
            ),
        )
        self._session = session
        self._defaults = Thresholds()
        self.fields: dict[str, NumberField | DecimalField] = {}
        self._default_labels: dict[str, QLabel] = {}
        self.apply = KeyButton(tr("Put in force"), tone=ButtonTone.PRIMARY)
        self.discard = KeyButton(tr("Discard the changes"))
        self.restore = KeyButton(tr("Restore defaults"))
        self.outcome = Told(selectable=True)
        for heading, names in GROUPS.items():
            self.column.addWidget(section_heading(tr(heading)))
            self.column.addLayout(self._table(names, wheel=wheel))
            self.column.addSpacing(2 * GRID)
        self.column.addWidget(self.outcome)
        self.column.addLayout(row_of(self.apply, self.discard, self.restore))
        self._fill(session.thresholds)
        self._judge()
        for field in self.fields.values():
            field.valueChanged.connect(self._judge)
        self.apply.clicked.connect(self._on_apply)
        self.discard.clicked.connect(lambda: self._fill(session.thresholds))
        self.restore.clicked.connect(lambda: self._fill(self._defaults))

    def _table(self, names: tuple[str, ...], *, wheel: WheelGuard) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(3 * GRID)
        grid.setColumnStretch(0, 1)
        for row, name in enumerate(names):
            words = THRESHOLDS[name]
            default = getattr(self._defaults, name)
            field = _field(words, whole=isinstance(default, int))
            field.setAccessibleName(tr(words.words))
            field.setAccessibleDescription(tr(words.source))
            wheel.guard(field)
            self.fields[name] = field
            self._default_labels[name] = text_label("", role=Role.CAPTION)
            size_with_text(self._default_labels[name], least_width=_DEFAULT_WIDTH)
            said = QWidget()
            lines = QVBoxLayout(said)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
            lines.addWidget(text_label(tr(words.words), role=Role.STRONG, wrap=True))
            lines.addWidget(text_label(tr(words.source), role=Role.DIM, wrap=True))
            grid.addWidget(said, row, 0)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._default_labels[name], row, 2, Qt.AlignmentFlag.AlignTop)
            # On one line with the number in the field.
            size_with_text(self._default_labels[name], height=_FIELD_HEIGHT)
        return grid

    # ------------------------------------------------------------ showing

    def show_thresholds(self) -> None:
        """Shows what is in force, unless somebody is changing it."""
        if not self.apply.isEnabled() and not self.discard.isEnabled():
            self._fill(self._session.thresholds)

    def _fill(self, thresholds: Thresholds) -> None:
        for name, field in self.fields.items():
            value = getattr(thresholds, name)
            field.blockSignals(True)
            if isinstance(field, NumberField):
                field.setValue(int(value))
            else:
                field.setValue(float(value))
            field.blockSignals(False)
        self._judge()

    def _changes(self) -> dict[str, Any]:
        """What the fields say that is not in force; what is in force may have more digits than they show."""
        in_force = asdict(self._session.thresholds)
        return {
            name: field.value()
            for name, field in self.fields.items()
            if field.value() != round(in_force[name], _DECIMALS)
        }

    def _judge(self) -> None:
        """Says at once whether what stands in the fields can be put in force, and what that would do."""
        for name, field in self.fields.items():
            default = getattr(self._defaults, name)
            shown = f"{default:.{_DECIMALS}f}" if isinstance(default, float) else f"{default}"
            changed = field.value() != round(default, _DECIMALS)
            self._default_labels[name].setText(
                tr("changed, default {value}", value=shown) if changed else tr("default {value}", value=shown)
            )
        changes = self._changes()
        refused: RefusedChange | None = None
        try:
            wanted = replace(self._session.thresholds, **changes)
        except RefusedChange as error:
            refused = error
        self.apply.setEnabled(bool(changes) and refused is None)
        self.discard.setEnabled(bool(changes))
        at_default = all(
            field.value() == round(getattr(self._defaults, name), _DECIMALS)
            for name, field in self.fields.items()
        )
        self.restore.setEnabled(not at_default)
        if refused is not None:
            self.outcome.tell(tr(refused.sentence), tone=Tone.BAD)
        elif changes:
            undecided = self._session.counts().verdicts.get(Verdict.UNDECIDED, 0)
            words = tr_of(
                undecided,
                "Not in force yet. {n:,} undecided submission would be assessed anew; decisions stay as they"
                " are.",
                "Not in force yet. {n:,} undecided submissions would be assessed anew; decisions stay as they"
                " are.",
            )
            self.outcome.tell(words, tone=Tone.WARN)
        elif wanted == self._defaults:
            self.outcome.tell(tr("The defaults are in force."), tone=Tone.NEUTRAL)
        else:
            differ = sum(value != getattr(self._defaults, name) for name, value in asdict(wanted).items())
            words = tr_of(
                differ,
                "In force, with {n} threshold of this catalogue's own.",
                "In force, with {n} thresholds of this catalogue's own.",
            )
            self.outcome.tell(words, tone=Tone.NEUTRAL)

    def _on_apply(self) -> None:
        try:
            wanted = replace(self._session.thresholds, **self._changes())
        except RefusedChange:
            return  # told already, when it was typed
        # By keys, the focus must not be lost with the button that is disabled now.
        by_key = self.apply.hasFocus()
        if self._session.engine.set_thresholds(wanted):
            self._fill(wanted)
            undecided = self._session.counts().verdicts.get(Verdict.UNDECIDED, 0)
            words = tr_of(
                undecided,
                "In force. {n:,} undecided submission is assessed anew.",
                "In force. {n:,} undecided submissions are assessed anew.",
            )
            self.outcome.tell(words, tone=Tone.OK)
            if by_key:
                (self.restore if self.restore.isEnabled() else self.fields["strong"]).setFocus(
                    Qt.FocusReason.TabFocusReason
                )


def _field(words: ThresholdWords, *, whole: bool) -> NumberField | DecimalField:
    field: NumberField | DecimalField
    if whole:
        field = NumberField()
        field.setRange(0, int(words.most))
        field.setSingleStep(int(words.step))
    else:
        field = DecimalField()
        field.setDecimals(_DECIMALS)
        field.setRange(0.0, words.most)
        field.setSingleStep(words.step)
    if words.unit is not None:
        field.setSuffix(f" {tr(words.unit)}")
    # A point as in all other numbers here, whatever the language of the system.
    field.setLocale(QLocale.c())
    size_with_text(field, width=_FIELD_WIDTH)
    field.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
    return field
