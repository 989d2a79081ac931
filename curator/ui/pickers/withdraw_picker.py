"""Asks why something that was approved is taken back, so that the next export goes without it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from curator.engine.records import Reason
from curator.engine.wording import REASON_WORDS
from curator.ui.keyboard.bindings import Bindings
from curator.ui.language import capital, tr, tr_of
from curator.ui.pickers.choice_picker import ChoicePicker, Offer
from curator.ui.pickers.reason_group import MENU_REASONS, REASON_KEYS, REASON_NAMES

WITHDRAW_REASONS = (Reason.REQUESTED, Reason.MISTAKE, *MENU_REASONS)
"""What is said most often first; the others are those of a rejection."""
OWN_KEYS: Mapping[Reason, str] = {
    Reason.REQUESTED: "T",
    Reason.MISTAKE: "B",
    Reason.AMBIGUOUS: "C",
    Reason.NOT_INDEXED: "I",
    Reason.LOOKS_GENUINE: "L",
    Reason.TOO_SMALL: "S",
    Reason.UNREADABLE: "P",
    Reason.OTHER: "E",
}
"""Keys of the reasons that have none on the desk."""


class WithdrawPicker(ChoicePicker):
    """Every reason to withdraw, each with a key, and a note for whoever looks it up.

    Attributes:
        chosen: the Reason, and the note.
    """

    chosen = Signal(object, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(name=tr("Withdraw"), with_note=True, parent=parent)
        self._keys: Mapping[Reason, str] = {**OWN_KEYS, **REASON_KEYS}
        self.picked.connect(self.chosen)

    def set_bindings(self, bindings: Bindings) -> None:
        """Takes the keys of the desk for the reasons that have one there; to be called when they change."""
        bound = {reason: bindings.keys_of(name) for reason, name in REASON_NAMES.items()}
        taken = {reason: keys[0] for reason, keys in bound.items() if keys}
        free = {reason: key for reason, key in OWN_KEYS.items() if key not in taken.values()}
        self._keys = {**free, **taken}

    def open_over(self, anchor: QWidget, *, what: str, count: int = 1) -> None:
        """Opens with the first reason preselected.

        Args:
            anchor: the widget that it stands over.
            what: is withdrawn, as a person calls it.
            count: how many submissions that are.
        """
        self.ask(
            anchor,
            title=tr("Withdraw {what}: why?", what=what),
            hint=tr_of(
                count,
                "The next export goes without it and says why.",
                "The next export goes without them and says why.",
            ),
            offers=[
                Offer(reason, capital(tr(REASON_WORDS[reason])), self._keys.get(reason, ""))
                for reason in WITHDRAW_REASONS
            ],
        )
