"""Lets words without an end break into lines, for showing only."""

import re

LONGEST = 24
"""Letters in a row that fit the column even where all of them are wide."""
BREAK = "\u200b"
"""A place where a line may break; nothing is seen of it. Submitted text never holds one itself."""

_LONG = re.compile(rf"\S{{{LONGEST}}}(?=\S)")


def breakable(text: str) -> str:
    """The text with places to break in words that are longer than a line, such as addresses.

    Labels break between words only: one long word would make the whole column wider than the
    screen. What comes out is not for copying.
    """
    return _LONG.sub(lambda run: run[0] + BREAK, text)
