"""Contact sheets: the pictures of a set on pages of paper, as a PDF for meetings."""

from typing import TYPE_CHECKING

from curator.engine.first_use import at_first_use

if TYPE_CHECKING:
    from curator.ui.contact_sheet.layout import Paper, usual_paper
    from curator.ui.contact_sheet.writing import SheetForm, SheetWritten, write_contact_sheet
else:
    __getattr__ = at_first_use(
        __name__,
        {
            "layout": ("Paper", "usual_paper"),
            "writing": ("SheetForm", "SheetWritten", "write_contact_sheet"),
        },
    )

__all__ = ["Paper", "SheetForm", "SheetWritten", "usual_paper", "write_contact_sheet"]
