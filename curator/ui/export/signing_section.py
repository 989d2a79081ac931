"""Whether exported deepfakes are signed, and with whose certificate."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QVBoxLayout, QWidget

from curator.engine.errors import CuratorError
from curator.ui.assets import Icon
from curator.ui.language import tr, tr_error
from curator.ui.moments import day
from curator.ui.session.exporting import Signing
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import ButtonTone, FlowRow, KeyButton, Section, Told, row_of, text_label

_USUAL_NAME = "Curator"
"""Whom a certificate names that is made while nobody is named as the source."""

_PATTERNS = "*.pem *.crt *.cer *.key"


class SigningSection(Section):
    """One switch, what is signed with, files to bring, and the way back from them.

    Attributes:
        toggled: the switch was turned by a person.
        bring_wanted: paths of a certificate and of its key, to sign with from now on.
        back_wanted: a certificate that Curator makes is to be signed with again.
        signed: the switch.
    """

    toggled = Signal()
    bring_wanted = Signal(object, object)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Signature"),
            tr("Proves that a deepfake left your campaign as it is. Whoever saves it anew loses the proof."),
        )
        self._signing = Signing()
        self._organisation = ""
        self._files: dict[str, Path] = {}
        self._begin_in = Path.home()
        self.signed = QCheckBox(tr("Sign deepfakes (C2PA)"))
        self._state = Told()
        self.bring = KeyButton(tr("Bring the campaign's own certificate …"))
        self.back = KeyButton(tr("Go back to a certificate from Curator …"))
        self.go_back = KeyButton(tr("Remove it and go back"), tone=ButtonTone.PRIMARY)
        self.stay = KeyButton(tr("Leave it as it is"))
        self._sure = Told()
        self._back_place = QWidget()
        self.chain = KeyButton(tr("Certificate …"), image=Icon.FILE)
        self.key = KeyButton(tr("Private key …"), image=Icon.FILE)
        self._chain_name = text_label("", elide=Qt.TextElideMode.ElideMiddle)
        self._key_name = text_label("", elide=Qt.TextElideMode.ElideMiddle)
        self.use = KeyButton(tr("Sign with it"), tone=ButtonTone.PRIMARY)
        self.leave = KeyButton(tr("Leave it as it is"))
        self.refused = Told()
        self._files_place = QWidget()
        self._lay_out()
        self.signed.clicked.connect(self._on_clicked)
        self.bring.clicked.connect(self._on_bring)
        self.chain.clicked.connect(lambda: self._choose("chain", tr("The certificate, as a PEM file")))
        self.key.clicked.connect(lambda: self._choose("key", tr("Its private key, as a PEM file")))
        self.use.clicked.connect(self._on_use)
        self.leave.clicked.connect(self._on_leave)
        self.back.clicked.connect(self._on_back)
        self.go_back.clicked.connect(self.back_wanted)
        self.stay.clicked.connect(self.went_back)
        self._show()

    def _lay_out(self) -> None:
        files = QGridLayout()
        files.setHorizontalSpacing(3 * GRID)
        files.setVerticalSpacing(2 * GRID)
        files.setColumnStretch(1, 1)
        for row, (button, name) in enumerate(((self.chain, self._chain_name), (self.key, self._key_name))):
            files.addWidget(button, row, 0)
            files.addWidget(name, row, 1)
        place = QVBoxLayout(self._files_place)
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(2 * GRID)
        place.addWidget(
            text_label(
                tr(
                    "Two PEM files: the certificate with those above it, and its key without a password."
                    " Both are copied into the catalogue's folder."
                ),
                role=Role.DIM,
                wrap=True,
            )
        )
        place.addLayout(files)
        place.addWidget(self.refused)
        place.addLayout(row_of(self.use, self.leave))
        self.column.addLayout(row_of(self.signed))
        self.column.addWidget(self._state)
        ways = FlowRow(gap=2 * GRID)
        ways.add(self.bring)
        ways.add(self.back)
        sure = QVBoxLayout(self._back_place)
        sure.setContentsMargins(0, 0, 0, 0)
        sure.setSpacing(2 * GRID)
        sure.addWidget(self._sure)
        answers = FlowRow(gap=2 * GRID)
        answers.add(self.go_back)
        answers.add(self.stay)
        sure.addWidget(answers)
        self.column.addWidget(ways)
        self.column.addWidget(self._files_place)
        self.column.addWidget(self._back_place)
        self._files_place.hide()
        self._back_place.hide()

    # ------------------------------------------------------------ showing

    @property
    def state(self) -> str:
        """How it stands with the certificate."""
        return self._state.words

    def show_signing(self, signing: Signing, *, organisation: str) -> None:
        """Says what is signed with.

        Args:
            signing: how it stands.
            organisation: whom a certificate would name that has to be made; may be empty.
        """
        self._signing, self._organisation = signing, organisation
        self._show()

    def tell(self, error: CuratorError) -> None:
        """Says why the files that were brought do not serve."""
        self.refused.tell(tr_error(error))

    def brought(self) -> None:
        """The files serve, and were taken over."""
        at_use = self.use.hasFocus()
        self._on_leave()
        if at_use:
            self.bring.setFocus(Qt.FocusReason.TabFocusReason)

    def went_back(self) -> None:
        """The question whether to go back is answered, in either way."""
        inside = self.go_back.hasFocus() or self.stay.hasFocus()
        self._back_place.hide()
        self._show()
        if inside:
            self.bring.setFocus(Qt.FocusReason.TabFocusReason)

    def tell_not_back(self, error: CuratorError) -> None:
        """Says why there is no going back now."""
        self._sure.tell(tr_error(error))

    # ------------------------------------------------------------ inside

    def _show(self) -> None:
        signing = self._signing
        # Who switched it on elsewhere must be able to switch it off here.
        self.signed.setEnabled(signing.possible or self.signed.isChecked())
        asked = not (self._files_place.isHidden() and self._back_place.isHidden())
        self.bring.setVisible(signing.possible and not asked)
        self.back.setVisible(signing.possible and signing.brought and not asked)
        if signing.problem is not None:
            wanted = self.signed.isChecked()
            self._state.tell(tr_error(signing.problem), tone=Tone.BAD if wanted else Tone.NEUTRAL)
        elif signing.certificate is not None:
            self._state.tell(
                tr(
                    "The certificate names {organisation} and holds until {day}."
                    " What is signed with it is valid as long.",
                    organisation=signing.certificate.organisation or tr("nobody"),
                    day=day(signing.certificate.expires, with_year=True),
                ),
                tone=Tone.OK,
            )
        else:
            self._state.tell(
                tr(
                    "Curator makes a certificate with the first signed export. It names {organisation}"
                    " and holds ten years.",
                    organisation=self._organisation or _USUAL_NAME,
                ),
                tone=Tone.NEUTRAL,
            )

    def _on_clicked(self) -> None:
        self._show()
        self.toggled.emit()

    def _on_bring(self) -> None:
        at_bring = self.bring.hasFocus()
        self._files_place.show()
        self._show_files()
        if at_bring:
            self.chain.setFocus(Qt.FocusReason.TabFocusReason)
        self._show()

    def _on_back(self) -> None:
        at_back = self.back.hasFocus()
        self._sure.tell(
            tr(
                "The campaign's certificate and the copy of its key are deleted from the catalogue's folder."
                " Keep your own. With the next export all deepfakes are signed anew."
            ),
            tone=Tone.WARN,
        )
        self._back_place.show()
        self._show()
        if at_back:
            self.stay.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_leave(self) -> None:
        at_leave = self.leave.hasFocus()
        self._files.clear()
        self.refused.tell()
        self._files_place.hide()
        self._show()
        if at_leave:
            self.bring.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, which: str, title: str) -> None:
        kinds = f"{tr('PEM files')} ({_PATTERNS});;{tr('All files')} (*)"
        told, _ = QFileDialog.getOpenFileName(self, title, str(self._begin_in), kinds)
        if told:
            self._files[which] = Path(told)
            self._begin_in = Path(told).parent
            self.refused.tell()
            self._show_files()

    def _show_files(self) -> None:
        for which, label in (("chain", self._chain_name), ("key", self._key_name)):
            chosen = self._files.get(which)
            label.setText(tr("not chosen yet") if chosen is None else str(chosen))
            label.setEnabled(chosen is not None)
        self.use.setEnabled(len(self._files) == 2)

    def _on_use(self) -> None:
        self.bring_wanted.emit(self._files["chain"], self._files["key"])
