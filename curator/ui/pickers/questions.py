"""Asks the questions of a bar that decides, each in a small window that is made when it is first wanted."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from curator.engine.records import Making
from curator.ui.keyboard.bindings import Bindings
from curator.ui.pickers.making_picker import MakingPicker
from curator.ui.pickers.promote_picker import PromotePicker
from curator.ui.pickers.withdraw_picker import WithdrawPicker


class Questions(QObject):
    """How it was made, why it is taken back, and whether it really is a reference portrait.

    Attributes:
        approved_as: the Making that a deepfake is to be labelled as.
        withdrawn: the Reason why an approval is taken back, and a note.
        promoted: the second yes was said.
    """

    approved_as = Signal(object)
    withdrawn = Signal(object, str)
    promoted = Signal()

    def __init__(self, bar: QWidget) -> None:
        """Asks nothing yet.

        Args:
            bar: that the windows belong to.
        """
        super().__init__(bar)
        self._bar = bar
        self._bindings: Bindings | None = None
        self._makings: MakingPicker | None = None
        self._withdrawals: WithdrawPicker | None = None
        self._second_yes: PromotePicker | None = None

    def set_bindings(self, bindings: Bindings) -> None:
        """Take the keys that are bound; to be called again when they change."""
        self._bindings = bindings
        if self._withdrawals is not None:
            self._withdrawals.set_bindings(bindings)

    def close(self) -> None:
        """Take the open question away; nothing is answered."""
        for picker in (self._makings, self._withdrawals, self._second_yes):
            if picker is not None:
                picker.close()

    @property
    def makings(self) -> MakingPicker:
        """Asks how a deepfake was made."""
        if self._makings is None:
            self._makings = MakingPicker(parent=self._bar)
            self._makings.chosen.connect(self.approved_as)
        return self._makings

    @property
    def withdrawals(self) -> WithdrawPicker:
        """Asks why an approval is taken back."""
        if self._withdrawals is None:
            self._withdrawals = WithdrawPicker(parent=self._bar)
            self._withdrawals.chosen.connect(self.withdrawn)
            if self._bindings is not None:
                self._withdrawals.set_bindings(self._bindings)
        return self._withdrawals

    @property
    def second_yes(self) -> PromotePicker:
        """Asks once more before a portrait becomes a reference portrait."""
        if self._second_yes is None:
            self._second_yes = PromotePicker(parent=self._bar)
            self._second_yes.confirmed.connect(self.promoted)
        return self._second_yes

    def ask_how(self, anchor: QWidget, *, current: Making, count: int = 1) -> None:
        """Ask how so many deepfakes were made."""
        self.makings.open_over(anchor, count=count, current=current)

    def ask_why(self, anchor: QWidget, *, what: str, count: int = 1) -> None:
        """Ask why so many approvals are taken back."""
        self.withdrawals.open_over(anchor, what=what, count=count)

    def ask_once_more(self, anchor: QWidget, *, name: str) -> None:
        """Ask whether it is to be a reference portrait of that politician."""
        self.second_yes.open_over(anchor, name=name)
