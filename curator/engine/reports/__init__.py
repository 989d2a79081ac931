"""Files for people inside the campaign: tables, the decision log, answers to senders, contact sheets.

They are not for the site. Senders, file names and notes are in them only when somebody asks for
them, and then the file says that they are internal.
"""

from typing import TYPE_CHECKING

from curator.engine.first_use import at_first_use

if TYPE_CHECKING:
    from curator.engine.reports.answers import Answer, gather_answers, write_answers
    from curator.engine.reports.decisions import LogWritten, values_of, write_decisions
    from curator.engine.reports.formats import Delimiter, Form, Format, Written
    from curator.engine.reports.phrases import LANGUAGES, answerable, read_phrases
    from curator.engine.reports.sheet import Card, Sheet, gather_sheet
    from curator.engine.reports.submissions import write_submissions
else:
    __getattr__ = at_first_use(
        __name__,
        {
            "answers": ("Answer", "gather_answers", "write_answers"),
            "decisions": ("LogWritten", "values_of", "write_decisions"),
            "formats": ("Delimiter", "Form", "Format", "Written"),
            "phrases": ("LANGUAGES", "answerable", "read_phrases"),
            "sheet": ("Card", "Sheet", "gather_sheet"),
            "submissions": ("write_submissions",),
        },
    )

__all__ = [
    "LANGUAGES",
    "Answer",
    "Card",
    "Delimiter",
    "Form",
    "Format",
    "LogWritten",
    "Sheet",
    "Written",
    "answerable",
    "gather_answers",
    "gather_sheet",
    "read_phrases",
    "values_of",
    "write_answers",
    "write_decisions",
    "write_submissions",
]
