"""Fields for numbers, with their text where the other fields have it."""

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

INDENT = 8
"""Qt puts the text of a styled spin box at the very edge, whatever padding the style sheet asks for."""


class NumberField(QSpinBox):
    """A field for whole numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)


class DecimalField(QDoubleSpinBox):
    """A field for numbers with a fraction, such as distances."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)
