"""Fields for numbers, with their text where the other fields have it, and fields to search with."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from curator.ui.assets import Icon, icon
from curator.ui.language import tr

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


def make_search_field(field: QLineEdit) -> None:
    """Give a field the icon of a search and a button that empties it, both with a name."""
    image = field.addAction(icon(Icon.SEARCH, tint="dim"), QLineEdit.ActionPosition.LeadingPosition)
    image.setText(tr("Search"))
    field.setClearButtonEnabled(True)
    for action in field.findChildren(QAction):
        # The only other one: Qt's own, which has no words.
        if action is not image and not action.text():
            action.setText(tr("Empty the field"))
