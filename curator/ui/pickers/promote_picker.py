"""Asks for the second yes before an approved portrait becomes a reference portrait."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from curator.ui.language import tr
from curator.ui.pickers.choice_picker import ChoicePicker, Offer

YES_KEY, NO_KEY = "Y", "N"


class PromotePicker(ChoicePicker):
    """Yes or no; Enter alone says no.

    Attributes:
        confirmed: the person said yes.
    """

    confirmed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(name=tr("Use as reference portrait"), parent=parent)
        self.picked.connect(self._on_picked)

    def open_over(self, anchor: QWidget, *, name: str) -> None:
        """Opens with "no" preselected.

        Args:
            anchor: the widget that it stands over.
            name: of the politician whose reference portrait it would become.
        """
        self.ask(
            anchor,
            title=tr("Use it as a reference portrait of {name}?", name=name),
            hint=tr("Every face is compared with it from then on. Only a real photo may be one."),
            offers=[
                Offer(True, tr("Yes, it is a real photo of {name}", name=name), YES_KEY),
                Offer(False, tr("No"), NO_KEY),
            ],
            # On the harmless answer: Enter pressed twice must not make it one.
            current=False,
        )

    def _on_picked(self, yes: object, _note: str) -> None:
        if yes is True:
            self.confirmed.emit()
