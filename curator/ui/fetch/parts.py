"""The list of values that the dialog's forms choose from."""

from PySide6.QtWidgets import QSizePolicy

from curator.ui.theme import size_with_text
from curator.ui.widgets.value_list import ValueList


class Choice(ValueList):
    """Never as wide as its words: titles of columns may have any length."""

    def __init__(self, name: str, *, width: int | None = None) -> None:
        """Nothing is offered yet.

        Args:
            name: for screen readers.
            width: in logical pixels at 100 %; None is as wide as its place.
        """
        super().__init__(name, most_shown=14)
        wide = QSizePolicy.Policy.Ignored if width is None else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        size_with_text(self, width=width)
