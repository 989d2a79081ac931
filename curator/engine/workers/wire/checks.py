"""Believes plain values of an answer's header only when they are of their kind and within their bounds.

Each check returns the value as its type, or raises a ``WorkerFailure``.
"""

import math
from typing import NoReturn

from curator.engine import kept_sentences
from curator.engine.errors import WorkerFailure


def whole(untrusted: object, low: int, high: int) -> int:
    """A whole number, both bounds included."""
    # bool is an int to isinstance, and 1.0 is not what a sound worker writes for 1.
    if type(untrusted) is not int or not low <= untrusted <= high:
        nonsense("whole number")
    return untrusted


def real(untrusted: object, low: float, high: float) -> float:
    """A finite number, both bounds included."""
    if type(untrusted) not in {int, float}:
        nonsense("number")
    assert isinstance(untrusted, int | float)
    if not low <= untrusted <= high or not math.isfinite(untrusted):
        nonsense("number")
    return float(untrusted)


def flag(untrusted: object) -> bool:
    """True or False, and nothing that only counts as such."""
    if not isinstance(untrusted, bool):
        nonsense("flag")
    return untrusted


def text(untrusted: object, longest: int) -> str:
    """Plain text of that length at most; line breaks stay, other control and odd characters go."""
    if not isinstance(untrusted, str) or len(untrusted) > longest:
        nonsense("text")
    return "".join(
        letter if letter.isascii() and (letter.isprintable() or letter == "\n") else "?"
        for letter in untrusted
    )


def array(untrusted: object, longest: int, *, exactly: bool = False) -> list[object]:
    """A list of that many values at most, or exactly; these are not checked yet."""
    if not isinstance(untrusted, list) or len(untrusted) > longest or (exactly and len(untrusted) != longest):
        nonsense("list")
    return untrusted


def nonsense(what: str) -> NoReturn:
    """Ends the reading of an answer that no sound worker gives.

    Raises:
        WorkerFailure: always, saying what made no sense.
    """
    raise WorkerFailure(kept_sentences.SENT_NONSENSE.filled(what=what))
