"""The settings of this computer: how many workers, which detector, and what the workers say."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from curator.engine.faces.finder import Detector
from curator.ui.preferences import Preferences
from curator.ui.session import Session
from curator.ui.settings.parts import Facts, Outcome, Section, WheelGuard, labelled, row_of
from curator.ui.settings.wording import DETECTORS, RUNTIMES, counted, size
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import ButtonTone, KeyButton, NumberField, section_heading, text_label

_INDENT = 26
"""Where the words of a radio button begin."""


class EngineSection(Section):
    """How pictures are analysed here; every change holds at once and is remembered."""

    def __init__(self, session: Session, preferences: Preferences, *, wheel: WheelGuard) -> None:
        super().__init__("This computer", "How pictures are analysed here. What was found stays.")
        self._session = session
        self._preferences = preferences
        self.workers = NumberField()
        self.workers.setKeyboardTracking(False)
        self.workers.setFixedWidth(80)
        wheel.guard(self.workers)
        self.one = KeyButton("One, to spare the battery")
        self._workers_words = text_label("", role=Role.DIM, wrap=True)
        self.detectors: dict[Detector, QRadioButton] = {}
        self.again = KeyButton("Look at all undecided pictures again …")
        self.go = KeyButton("", tone=ButtonTone.PRIMARY)
        self.leave = KeyButton("Leave them")
        self._question = text_label("", wrap=True)
        self._ask = QWidget()
        self.outcome = Outcome()
        self._lay_out()
        self.workers.valueChanged.connect(self._on_workers)
        self.one.clicked.connect(lambda: self.workers.setValue(1))
        self.again.clicked.connect(self._on_again)
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self._ask.hide)
        self.show_engine()

    def _lay_out(self) -> None:
        workers = labelled("Workers", self.workers)
        workers.insertWidget(2, self.one)
        self.workers.setAccessibleDescription("Pictures that are analysed at the same time.")
        self.column.addLayout(workers)
        self.column.addWidget(self._workers_words)
        self.column.addSpacing(3 * GRID)
        self.column.addWidget(section_heading("How faces are looked for"))
        group = QButtonGroup(self)
        for detector, (name, sentence) in DETECTORS.items():
            button = QRadioButton(name)
            button.setAccessibleDescription(sentence)
            button.clicked.connect(lambda _on=False, detector=detector: self._on_detector(detector))
            group.addButton(button)
            self.detectors[detector] = button
            said = text_label(sentence, role=Role.DIM, wrap=True)
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
                "It counts for pictures that are analysed from now on. Distances stay comparable.",
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
        self.column.addWidget(section_heading("What the workers report"))
        facts = Facts()
        self.detector_fact = facts.add("Detector")
        self.runtime_fact = facts.add("Encodings by")
        self.network_fact = facts.add("Network")
        self.memory_fact = facts.add("Memory")
        self.column.addLayout(facts)
        self.notes = Outcome()
        self.column.addWidget(self.notes)

    # ------------------------------------------------------------ showing

    def show_engine(self) -> None:
        """Shows what is so now; cheap enough for every step of progress."""
        engine = self._session.engine()
        self.workers.blockSignals(True)
        self.workers.setRange(1, engine.most)
        # Not while somebody is typing a number.
        if not self.workers.hasFocus():
            self.workers.setValue(engine.workers)
        self.workers.blockSignals(False)
        self.workers.setEnabled(engine.most > 1)
        self.one.setEnabled(engine.workers > 1)
        most = counted(engine.most, "picture")
        self._workers_words.setText(
            f"Up to {most} at the same time here. It holds at once; each worker takes 150 to 300 MB."
            if engine.most > 1
            else "One picture at a time is all that fits here. A worker takes 150 to 300 MB."
        )
        self.detectors[engine.detector].setChecked(True)
        limit = f"at most {size(engine.memory_bytes)} a worker"
        self.memory_fact.setText(limit if sys.platform == "linux" else "not limited on this system")
        told = engine.told
        if told is None:
            self.detector_fact.setText("no worker has started yet; one does with the next picture")
            self.runtime_fact.setText("—")
            self.network_fact.setText("—")
            self.notes.hide()
            return
        known = {name: words for name, (words, _) in DETECTORS.items()}
        self.detector_fact.setText(next((known[one] for one in known if one == told.detector), told.detector))
        self.runtime_fact.setText(RUNTIMES.get(told.runtime, told.runtime or "—"))
        self.network_fact.setText(told.encoder)
        if told.notes:
            self.notes.tell(*told.notes, tone=Tone.WARN)
        else:
            self.notes.tell("All is as it was asked for.", tone=Tone.OK)

    # ------------------------------------------------------------ what happens

    def _on_workers(self, count: int) -> None:
        self._preferences.worker_limit = count
        self._session.set_worker_limit(count)
        self.show_engine()

    def _on_detector(self, detector: Detector) -> None:
        if self._session.set_detector(detector):
            self._preferences.detector = detector
        self.show_engine()

    def _on_again(self) -> None:
        self.outcome.hide()
        count = self._session.analysed_undecided()
        if not count:
            self._ask.hide()
            self.outcome.tell("No analysed picture is undecided.", tone=Tone.NEUTRAL)
            return
        self._question.setText(
            f"{counted(count, 'undecided picture')} would wait for a new analysis. Faces are found anew;"
            " what was drawn by hand stays."
        )
        self.go.set_label(f"Look at {counted(count, 'picture')} again")
        self._ask.show()
        if self.again.hasFocus():
            self.go.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_go(self) -> None:
        by_key = self.go.hasFocus()
        self._ask.hide()
        if by_key:
            self.again.setFocus(Qt.FocusReason.TabFocusReason)
        count = self._session.look_again()
        if count:
            waits = "waits" if count == 1 else "wait"
            self.outcome.tell(f"{counted(count, 'picture')} {waits} in line to be looked at.", tone=Tone.OK)
