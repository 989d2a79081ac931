"""The catalogue in the settings: where it lies, how large it is, the check and the repair."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from curator.engine.records import Verdict
from curator.engine.safekeeping.repair import Repaired
from curator.engine.safekeeping.sizes import Sizes
from curator.engine.safekeeping.verification import Verification
from curator.ui.assets import Icon
from curator.ui.language import tr, tr_of
from curator.ui.session import Session
from curator.ui.settings.parts import Facts
from curator.ui.settings.restore_wording import failure_words
from curator.ui.settings.wording import check_sentences, repair_sentences, sizes_sentence
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import KeyButton, Section, ThinProgress, Told, row_of, text_label


class CatalogueSection(Section):
    """Looks after the open catalogue; everything slow runs in threads of ``Session.upkeep``."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            tr("Catalogue"), tr("One folder holds all: the database, the pictures, and backups.")
        )
        self._session = session
        facts = Facts()
        self.folder_fact = text_label(f"{session.folder}", elide=Qt.TextElideMode.ElideMiddle)
        facts.addWidget(text_label(tr("Folder"), role=Role.DIM), 0, 0)
        facts.addWidget(self.folder_fact, 0, 1)
        self.id_fact = facts.add(tr("Id"))
        self.count_fact = facts.add(tr("Submissions"))
        self.size_fact = facts.add(tr("On the disk"))
        self.open_folder = KeyButton(tr("Open the folder"), image=Icon.FOLDER)
        self.check = KeyButton(tr("Check this catalogue"))
        self.repair = KeyButton(tr("Repair"))
        self.cancel = KeyButton(tr("Cancel"))
        self.track = ThinProgress(name=tr("Progress of the check"))
        self._progress_words = text_label("", role=Role.DIM)
        self.checked = Told(selectable=True)
        self.repaired = Told(selectable=True)
        self.id_fact.setText(session.catalogue_id)
        self.size_fact.setText(tr("being counted …"))
        self.column.addLayout(facts)
        self.column.addLayout(row_of(self.open_folder))
        self.column.addSpacing(3 * GRID)
        self.column.addLayout(row_of(self.check, self.repair, self.cancel))
        self.column.addWidget(
            text_label(
                tr(
                    "Reads the database, the decision log and every original again. Work goes on meanwhile. A"
                    " repair makes previews, indexes and counts anew; it never touches decisions or pictures."
                ),
                role=Role.DIM,
                wrap=True,
            )
        )
        self.column.addWidget(self._progress_words)
        self.column.addWidget(self.track)
        self.column.addWidget(self.repaired)
        self.column.addWidget(self.checked)
        self.repair.hide()
        self._show_checking(False)
        self.open_folder.clicked.connect(self._on_open)
        self.check.clicked.connect(self._on_check)
        self.repair.clicked.connect(self._on_repair)
        self.cancel.clicked.connect(self._on_cancel)
        upkeep = session.upkeep
        upkeep.measured.connect(self._on_measured)
        upkeep.repaired.connect(self._on_repaired)
        upkeep.checked.connect(self._on_checked)
        upkeep.check_progressed.connect(self._on_progressed)

    def show_catalogue(self) -> None:
        """Counts again; sizes follow when they are known."""
        self.show_count()
        self._session.upkeep.measure()

    def show_count(self) -> None:
        """Shows how many submissions there are now."""
        counts = self._session.counts()
        undecided = counts.verdicts.get(Verdict.UNDECIDED, 0)
        self.count_fact.setText(
            tr("{total:,}, of which {undecided:,} undecided", total=counts.total, undecided=undecided)
        )

    # ------------------------------------------------------------ what happens

    def _on_open(self) -> None:
        # Only ever the folder of the open catalogue.
        if self._session.folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.folder)))

    def _on_measured(self, outcome: object) -> None:
        self.size_fact.setText(sizes_sentence(outcome) if isinstance(outcome, Sizes) else tr("not known"))

    def _on_check(self) -> None:
        self.repaired.hide()
        self._begin(tr("Reading the database and the decisions …"), by=self.check)
        self._session.upkeep.check()

    def _on_repair(self) -> None:
        self._begin(tr("Making anew what can be computed …"), by=self.repair)
        self._session.upkeep.repair()

    def _begin(self, words: str, *, by: KeyButton) -> None:
        self.track.setRange(0, 1)
        self.track.setValue(0)
        self._progress_words.setText(words)
        by_key = by.hasFocus()
        self._show_checking(True)
        if by_key:
            self.cancel.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._session.upkeep.cancel_check()

    def _on_progressed(self, done: int, total: int) -> None:
        self.track.setRange(0, max(1, total))
        self.track.setValue(done)
        self._progress_words.setText(
            tr_of(total, "Reading {done:,} of {n:,} picture", "Reading {done:,} of {n:,} pictures", done=done)
        )

    def _on_checked(self, outcome: object) -> None:
        by_key = self.cancel.hasFocus()
        self._show_checking(False)
        if by_key:
            self.check.setFocus(Qt.FocusReason.TabFocusReason)
        if not isinstance(outcome, Verification):
            self.checked.tell(failure_words(outcome), tone=Tone.BAD)
            return
        self.repair.setVisible(bool(outcome.repairable))
        tone = Tone.BAD if outcome.complaints else Tone.OK if outcome.whole else Tone.NEUTRAL
        self.checked.tell(*check_sentences(outcome), tone=tone)

    def _on_repaired(self, outcome: object) -> None:
        self._show_checking(False)
        if not isinstance(outcome, Repaired):
            self.repaired.tell(failure_words(outcome), tone=Tone.BAD)
            return
        tone = Tone.WARN if outcome.left or not outcome.whole else Tone.OK
        self.repaired.tell(*repair_sentences(outcome), tone=tone)
        if outcome.whole:
            # Whoever repairs wants to know whether all is well now.
            self._begin(tr("Reading the database and the decisions …"), by=self.check)
            self._session.upkeep.check()

    def _show_checking(self, checking: bool) -> None:
        self.check.setEnabled(not checking)
        self.repair.setEnabled(not checking)
        self.cancel.setEnabled(checking)
        for widget in (self.cancel, self._progress_words, self.track):
            widget.setVisible(checking)
        if checking:
            self.checked.hide()
