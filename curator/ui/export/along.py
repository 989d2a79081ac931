"""What goes along with an export, one line each, to be read before it is written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from curator.engine.export import ExportOptions
from curator.ui.export.lines import LANGUAGE_WORDS
from curator.ui.language import tr
from curator.ui.session.exporting import Signing
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import set_tone, text_label


class Along(QWidget):
    """Names at the left, what was chosen at the right; shown, not changed."""

    def __init__(self) -> None:
        super().__init__()
        names = (tr("Gallery"), tr("Credit"), tr("Licence"), tr("Signature"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        self._names = names
        self._values = tuple(text_label("", wrap=True) for _ in names)
        for row, (name, value) in enumerate(zip(names, self._values, strict=True)):
            grid.addWidget(text_label(name, role=Role.DIM), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)

    @property
    def facts(self) -> tuple[str, ...]:
        """Each line as it is read out."""
        return tuple(value.accessibleName() for value in self._values)

    def show_options(self, options: ExportOptions, *, signing: Signing) -> None:
        """Shows what was chosen.

        Args:
            options: what that is.
            signing: how it stands with signatures.
        """
        languages = ", ".join(tr(LANGUAGE_WORDS[code]) for code in options.languages)
        chosen = (
            languages if options.gallery else "",
            options.credit,
            options.licence,
            signature_words(signing) if options.signed else "",
        )
        for name, value, words in zip(self._names, self._values, chosen, strict=True):
            value.setText(words or tr("none"))
            set_tone(value, None if words else Tone.NEUTRAL)
            value.setAccessibleName(f"{name}: {value.text()}")


def signature_words(signing: Signing) -> str:
    """What is signed, and by whom, in few words."""
    if signing.problem is not None:
        return tr("not possible")
    if signing.certificate is None:
        return tr("deepfakes, with a new certificate")
    return tr("deepfakes, by {organisation}", organisation=signing.certificate.organisation or tr("nobody"))
