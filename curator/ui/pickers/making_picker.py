"""Asks how a deepfake was made, to approve it with what its label will tell."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from curator.engine.records import Making
from curator.engine.said import Said, said
from curator.engine.wording import MAKING_WORDS
from curator.ui.language import capital, tr
from curator.ui.pickers.choice_picker import ChoicePicker, Offer

MAKING_KEYS: Mapping[Making, str] = {Making.FACE_SWAP: "S", Making.GENERATED: "G", Making.MONTAGE: "M"}
_DETAILS: Mapping[Making, Said] = {
    Making.FACE_SWAP: said("Parts of a photo were exchanged or generated."),
    Making.GENERATED: said("The whole picture was generated."),
    Making.MONTAGE: said("Put together; with which tool is not known."),
}


class MakingPicker(ChoicePicker):
    """Three ways in which a deepfake is made; each approves at once.

    Attributes:
        chosen: the Making to approve as.
    """

    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(name=tr("Approve as"), parent=parent)
        self.picked.connect(lambda making, _note: self.chosen.emit(making))

    def open_over(self, anchor: QWidget, *, count: int = 1, current: Making) -> None:
        """Opens with one way preselected.

        Args:
            anchor: the widget that it stands over.
            count: how many submissions are approved.
            current: the way that Enter chooses.
        """
        self.ask(
            anchor,
            title=tr("Approve as what?") if count == 1 else tr("Approve {n:,} as what?", n=count),
            hint=tr("Its label tells that wherever the picture is shown.")
            if count == 1
            else tr("Their labels tell that wherever they are shown. Portraits have none."),
            offers=[
                Offer(making, capital(tr(MAKING_WORDS[making])), key, tr(_DETAILS[making]))
                for making, key in MAKING_KEYS.items()
            ],
            current=current,
        )
