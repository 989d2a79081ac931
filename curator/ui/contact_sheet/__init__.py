"""Contact sheets: the pictures of a set on pages of paper, as a PDF for meetings."""

from curator.ui.contact_sheet.layout import Paper, usual_paper
from curator.ui.contact_sheet.writing import SheetForm, SheetWritten, write_contact_sheet

__all__ = ["Paper", "SheetForm", "SheetWritten", "usual_paper", "write_contact_sheet"]
