"""The heading of the evidence: whom the submission says it shows, and a way to correct it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.engine.dossier import Dossier
from curator.engine.records import Kind, Match, Politician
from curator.engine.said import Said, said
from curator.ui.assets import ICON_SMALL, Icon
from curator.ui.language import capital, tr, tr_of, tr_stored
from curator.ui.pickers.politician_picker import PoliticianPicker, choices
from curator.ui.review.long_words import breakable
from curator.ui.review.strip import Bands
from curator.ui.theme import GRID, Role
from curator.ui.widgets import ToolButton, section_heading, text_label

SENT_AS: Mapping[Kind, Said] = {
    Kind.DEEPFAKE: said("sent in as a deepfake"),
    Kind.PORTRAIT: said("sent in as a portrait"),
}


class ClaimHeading(QWidget):
    """Name, role, country and number of reference portraits.

    Attributes:
        claim_corrected: a PoliticianId, or None for "nothing is claimed".
    """

    claim_corrected = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._politicians: Sequence[Politician] = ()
        self._matches: Sequence[Match] = ()
        self._dossier: Dossier | None = None
        self._bands: Bands | None = None
        # Both in as many lines as they need: of a name that is cut nobody knows whose it is.
        self._kind = text_label("", role=Role.CAPTION, wrap=True)
        self._kind.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._name = text_label("", role=Role.HEADING, wrap=True)
        self._about = text_label("", role=Role.DIM, wrap=True)
        self.button = ToolButton(Icon.EDIT, tr("Correct the claim"), size=ICON_SMALL)
        self.picker = PoliticianPicker(parent=self)
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        top.addWidget(section_heading(tr("Claim")))
        top.addWidget(self._kind, 1)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self._name, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(line)
        column.addWidget(self._about)
        self.button.clicked.connect(self.open_picker)
        self.picker.chosen.connect(self.claim_corrected)

    @property
    def name(self) -> str:
        """Whom the heading names."""
        return self._name.text()

    @property
    def about(self) -> str:
        """What stands under the name."""
        return self._about.text()

    def set_politicians(self, politicians: Sequence[Politician]) -> None:
        """Offer other politicians when the claim is corrected."""
        self._politicians = politicians

    def set_key(self, key: str) -> None:
        """Tell the key that opens the picker; binding it is the window's part."""
        self.button.set_key(key)

    def show_dossier(
        self, dossier: Dossier | None, *, matches: Sequence[Match], bands: Bands | None = None
    ) -> None:
        """Show another claim.

        Args:
            dossier: of the submission, or None.
            matches: of the face that is shown, nearest first: offered first in the picker.
            bands: by which it is judged, so that the picker says the words of the ranking.
        """
        self._dossier, self._matches, self._bands = dossier, matches, bands
        self.picker.close()
        if dossier is None:
            return
        self._kind.setText(tr(SENT_AS[dossier.submission.kind]))
        self._name.setText(breakable(_name(dossier)))
        self._about.setText(breakable(_about(dossier)))

    def open_picker(self) -> None:
        """Let the person choose another politician."""
        if self._dossier is not None:
            claimed_id = self._dossier.submission.claimed_id
            bands = self._bands
            offered = choices(
                self._politicians,
                matches=self._matches,
                claimed_id=claimed_id,
                word_of=None if bands is None else bands.word_of,
            )
            self.picker.open_under(self, offered=offered)


def _name(dossier: Dossier) -> str:
    if dossier.claimed is not None:
        return dossier.claimed.full_name
    return dossier.submission.claim.full_name or tr("Nobody is claimed")


def _about(dossier: Dossier) -> str:
    claimed, claim = dossier.claimed, dossier.submission.claim
    if claimed is not None:
        return _joined(
            tr_stored(claimed.role), tr_stored(claimed.country), _portraits(len(dossier.portraits))
        )
    nearest = (
        tr("compared with the nearest, {name}", name=dossier.compared.full_name) if dossier.compared else ""
    )
    if claim:
        return _joined(tr_stored(claim.role), tr_stored(claim.country), tr("not in the index"), nearest)
    return capital(nearest) or tr("Correct the claim if you know who it is.")


def _portraits(count: int) -> str:
    if count == 0:
        return tr("no reference portraits")
    return tr_of(count, "{n} reference portrait", "{n} reference portraits")


def _joined(*parts: str) -> str:
    return capital(" · ".join(part for part in parts if part))
