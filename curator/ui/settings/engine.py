"""The settings of this computer: how many workers, which detector, and what the workers say."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from curator.engine.faces.finder import Detector
from curator.ui.language import tr, tr_of
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.settings.parts import Facts, WheelGuard, labelled
from curator.ui.settings.protections import ProtectionList
from curator.ui.settings.wording import DETECTORS, RUNTIMES, size
from curator.ui.theme import GRID, Role, Tone, size_with_text
from curator.ui.widgets import (
    ButtonTone,
    KeyButton,
    NumberField,
    Section,
    Told,
    row_of,
    section_heading,
    text_label,
)

_INDENT = 26
"""Where the words of a radio button begin."""


class EngineSection(Section):
    """How pictures are analysed here; every change holds at once and is remembered."""

    def __init__(self, session: Session, preferences: Preferences, *, wheel: WheelGuard) -> None:
        super().__init__(tr("This computer"), tr("How pictures are analysed here. What was found stays."))
        self._session = session
        self._preferences = preferences
        self.workers = NumberField()
        self.workers.setKeyboardTracking(False)
        size_with_text(self.workers, width=80)
        wheel.guard(self.workers)
        self.one = KeyButton(tr("One, to spare the battery"))
        self._workers_words = text_label("", role=Role.DIM, wrap=True)
        self.detectors: dict[Detector, QRadioButton] = {}
        self.again = KeyButton(tr("Look at all undecided pictures again …"))
        self.go = KeyButton("", tone=ButtonTone.PRIMARY)
        self.leave = KeyButton(tr("Leave them"))
        self._question = text_label("", wrap=True)
        self._ask = QWidget()
        self.outcome = Told(selectable=True)
        self.protections = ProtectionList()
        self._lay_out()
        self.workers.valueChanged.connect(self._on_workers)
        self.one.clicked.connect(lambda: self.workers.setValue(1))
        self.again.clicked.connect(self._on_again)
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self._ask.hide)
        self.show_engine()

    def _lay_out(self) -> None:
        workers = labelled(tr("Workers"), self.workers)
        workers.insertWidget(2, self.one)
        self.workers.setAccessibleDescription(tr("Pictures that are analysed at the same time."))
        self.column.addLayout(workers)
        self.column.addWidget(self._workers_words)
        self.column.addSpacing(3 * GRID)
        self.column.addWidget(section_heading(tr("How faces are looked for")))
        group = QButtonGroup(self)
        for detector, (name, sentence) in DETECTORS.items():
            button = QRadioButton(tr(name))
            button.setAccessibleDescription(tr(sentence))
            button.clicked.connect(lambda _on=False, detector=detector: self._on_detector(detector))
            group.addButton(button)
            self.detectors[detector] = button
            said = text_label(tr(sentence), role=Role.DIM, wrap=True)
            words = QHBoxLayout()
            words.setContentsMargins(_INDENT, 0, 0, 0)
            words.addWidget(said)
            both = QVBoxLayout()
            both.setSpacing(0)
            both.addLayout(row_of(button))
            both.addLayout(words)
            self.column.addLayout(both)
        self.column.addWidget(
            text_label(
                tr("It counts for pictures that are analysed from now on. Distances stay comparable."),
                role=Role.DIM,
                wrap=True,
            )
        )
        self.column.addLayout(row_of(self.again))
        asking = QVBoxLayout(self._ask)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(2 * GRID)
        asking.addWidget(self._question)
        asking.addLayout(row_of(self.go, self.leave))
        self.column.addWidget(self._ask)
        self.column.addWidget(self.outcome)
        self._ask.hide()
        self.column.addSpacing(3 * GRID)
        self.column.addWidget(section_heading(tr("What the workers report")))
        facts = Facts()
        self.detector_fact = facts.add(tr("Detector"))
        self.runtime_fact = facts.add(tr("Encodings by"))
        self.network_fact = facts.add(tr("Network"))
        self.memory_fact = facts.add(tr("Memory"))
        self.column.addLayout(facts)
        self.notes = Told(selectable=True)
        self.column.addWidget(self.notes)
        self.column.addSpacing(3 * GRID)
        self.column.addWidget(section_heading(tr("Where submitted pictures are opened")))
        self.column.addWidget(
            text_label(
                tr("In worker processes alone, never in this window. Whatever a file does to one, a worker:"),
                role=Role.DIM,
                wrap=True,
            )
        )
        self.column.addWidget(self.protections)

    # ------------------------------------------------------------ showing

    def show_engine(self) -> None:
        """Shows what is so now; cheap enough for every step of progress."""
        engine = self._session.engine.state()
        self.workers.blockSignals(True)
        self.workers.setRange(1, engine.most)
        # Not while somebody is typing a number.
        if not self.workers.hasFocus():
            self.workers.setValue(engine.workers)
        self.workers.blockSignals(False)
        self.workers.setEnabled(engine.most > 1)
        self.one.setEnabled(engine.workers > 1)
        self._workers_words.setText(
            tr(
                "Up to {n:,} pictures at the same time here. It holds at once; each worker takes 150 to"
                " 300 MB.",
                n=engine.most,
            )
            if engine.most > 1
            else tr("One picture at a time is all that fits here. A worker takes 150 to 300 MB.")
        )
        self.detectors[engine.detector].setChecked(True)
        self.memory_fact.setText(
            tr("at most {size} a worker", size=size(engine.memory_bytes))
            if sys.platform == "linux"
            else tr("not limited on this system")
        )
        told = engine.told
        self.protections.show_active(None if told is None else told.protections)
        if told is None:
            self.detector_fact.setText(tr("no worker has started yet; one does with the next picture"))
            self.runtime_fact.setText("—")
            self.network_fact.setText("—")
            self.notes.hide()
            return
        known = {str(name): tr(words) for name, (words, _) in DETECTORS.items()}
        self.detector_fact.setText(known.get(told.detector, told.detector))
        runtime = RUNTIMES.get(told.runtime)
        self.runtime_fact.setText(tr(runtime) if runtime is not None else told.runtime or "—")
        self.network_fact.setText(told.encoder)
        if told.notes:
            self.notes.tell(*(tr(note) for note in told.notes), tone=Tone.WARN)
        else:
            self.notes.tell(tr("All is as it was asked for."), tone=Tone.OK)

    # ------------------------------------------------------------ what happens

    def _on_workers(self, count: int) -> None:
        self._preferences.worker_limit = count
        self._session.engine.set_worker_limit(count)
        self.show_engine()

    def _on_detector(self, detector: Detector) -> None:
        if self._session.engine.set_detector(detector):
            self._preferences.detector = detector
        self.show_engine()

    def _on_again(self) -> None:
        self.outcome.hide()
        count = self._session.engine.analysed_undecided()
        if not count:
            self._ask.hide()
            self.outcome.tell(tr("No analysed picture is undecided."), tone=Tone.NEUTRAL)
            return
        self._question.setText(
            tr_of(
                count,
                "{n:,} undecided picture would wait for a new analysis. Faces are found anew; what was drawn"
                " by hand stays.",
                "{n:,} undecided pictures would wait for a new analysis. Faces are found anew; what was drawn"
                " by hand stays.",
            )
        )
        self.go.set_label(tr_of(count, "Look at {n:,} picture again", "Look at {n:,} pictures again"))
        self._ask.show()
        if self.again.hasFocus():
            self.go.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_go(self) -> None:
        by_key = self.go.hasFocus()
        self._ask.hide()
        if by_key:
            self.again.setFocus(Qt.FocusReason.TabFocusReason)
        count = self._session.engine.look_again()
        if count:
            words = tr_of(
                count,
                "{n:,} picture waits in line to be looked at.",
                "{n:,} pictures wait in line to be looked at.",
            )
            self.outcome.tell(words, tone=Tone.OK)
