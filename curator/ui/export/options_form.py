"""What goes along with an export for the site: the gallery, credit and licence, the signature."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from curator.engine.export import LANGUAGES, ExportOptions
from curator.engine.export.labels import licence_address
from curator.engine.text import clean_line
from curator.ui.export.lines import LANGUAGE_WORDS
from curator.ui.export.parts import Form, field
from curator.ui.export.signing_section import SigningSection
from curator.ui.language import tr
from curator.ui.session.exporting import Signing
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import FlowRow, Section, Told, captioned, text_label

_LONGEST = 300
_SOON_MS = 600
"""After the last letter: nobody has to press Enter, and no dry run is made for each letter."""


class OptionsForm(Form):
    """Shows and changes the options that the catalogue keeps; a change holds at once.

    Attributes:
        changed: the ``ExportOptions`` from now on.
        gallery: whether there is one.
        languages: of the gallery, by code.
        title: of the gallery.
        credit: who is named as the source.
        licence: under which pictures may be used.
        signing: whether deepfakes are signed.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("What goes along"))
        self.gallery = QCheckBox(tr("Write the gallery as well"))
        self.languages = {code: QCheckBox(tr(LANGUAGE_WORDS[code])) for code in LANGUAGES}
        self.title = field(tr("Title"), longest=_LONGEST, placeholder=tr("the usual one, in each language"))
        self.credit = field(tr("Credit"), longest=_LONGEST, placeholder=tr("nobody is named"))
        self.licence = field(tr("Licence"), longest=_LONGEST, placeholder=tr("a name or an address"))
        self.signing = SigningSection()
        self._lacks_language = Told()
        self._leads_to = text_label("", role=Role.DIM, wrap=True)
        self._options = ExportOptions()
        self.show_sections(self._gallery_section(), self._label_section(), self.signing)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.settle)
        self.gallery.clicked.connect(lambda _on: self.settle())
        for box in self.languages.values():
            box.clicked.connect(lambda _on, box=box: self._on_language(box))
        for line in self._lines:
            line.textEdited.connect(lambda _text: self._on_edited())
            line.editingFinished.connect(self.settle)
        self.signing.toggled.connect(self.settle)
        self._show_all()

    def _gallery_section(self) -> Section:
        section = Section(
            tr("Gallery"),
            tr("Pages that open from the folder and from a server. They load nothing from elsewhere."),
        )
        languages = FlowRow(gap=4 * GRID)
        languages.setAccessibleName(tr("Languages of the gallery"))
        for box in self.languages.values():
            languages.add(box)
        section.column.addWidget(self.gallery)
        section.column.addWidget(languages)
        section.column.addWidget(self._lacks_language)
        section.column.addLayout(captioned(tr("Title"), self.title))
        return section

    def _label_section(self) -> Section:
        section = Section(
            tr("In every picture"), tr("Written into the files and shown in the gallery. Empty for none.")
        )
        both = QHBoxLayout()
        both.setSpacing(3 * GRID)
        both.addLayout(captioned(tr("Credit"), self.credit), 1)
        both.addLayout(captioned(tr("Licence"), self.licence), 1)
        warning = Told()
        section.column.addLayout(both)
        section.column.addWidget(self._leads_to)
        section.column.addWidget(warning)
        warning.tell(
            tr(
                "Both also go onto portraits. Those are often press photos, which are not the campaign's to"
                " give away."
            ),
            tone=Tone.WARN,
        )
        return section

    # ------------------------------------------------------------ what stands there

    @property
    def _lines(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.title, self.credit, self.licence

    @property
    def typed(self) -> ExportOptions:
        """What stands in the form, cleaned as it will be kept."""
        return replace(
            self._options,
            gallery=self.gallery.isChecked(),
            languages=tuple(code for code, box in self.languages.items() if box.isChecked()) or LANGUAGES,
            title=_clean(self.title),
            credit=_clean(self.credit),
            licence=_clean(self.licence),
            signed=self.signing.signed.isChecked(),
        )

    def show_options(self, options: ExportOptions) -> None:
        """Shows what is kept, unless somebody is typing."""
        if self._soon.isActive() or any(line.hasFocus() for line in self._lines):
            return
        self._options = options
        self._show_all()

    def show_signing(self, signing: Signing) -> None:
        """Says what is signed with."""
        self.signing.show_signing(signing, organisation=self.typed.credit)

    def settle(self) -> None:
        """Puts in force what was typed, however far it came."""
        self._soon.stop()
        typed = self.typed
        if typed != self._options:
            self._options = typed
            self._show_notes()
            self.changed.emit(typed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing that was typed."""
        super().hideEvent(event)
        self.settle()

    # ------------------------------------------------------------ inside

    def _show_all(self) -> None:
        options = self._options
        self.gallery.setChecked(options.gallery)
        for code, box in self.languages.items():
            box.setChecked(code in options.languages)
        for line, text in zip(self._lines, (options.title, options.credit, options.licence), strict=True):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        self.signing.signed.setChecked(options.signed)
        self._lacks_language.tell()
        self._show_notes()

    def _show_notes(self) -> None:
        gallery = self.gallery.isChecked()
        for widget in (*self.languages.values(), self.title):
            widget.setEnabled(gallery)
        licence = _clean(self.licence)
        address = licence_address(licence)
        self._leads_to.setText(
            tr("The licence leads to {address}", address=address)
            if address
            else tr("The licence is a name without an address.")
        )
        self._leads_to.setVisible(bool(licence))

    def _on_language(self, box: QCheckBox) -> None:
        self._lacks_language.tell()
        if not any(one.isChecked() for one in self.languages.values()):
            box.setChecked(True)
            self._lacks_language.tell(tr("A gallery needs at least one language."), tone=Tone.NEUTRAL)
        self.settle()

    def _on_edited(self) -> None:
        self._show_notes()
        self._soon.start()


def _clean(line: QLineEdit) -> str:
    text = line.text()
    return clean_line(text, limit=_LONGEST) if text else ""
