"""One line on the terminal that says how far something has come."""

from time import monotonic
from typing import TextIO

_REDRAW_SECONDS = 0.1
"""Ten times a second looks steady, and costs nothing."""

_BAR = 24
"""Characters of the bar itself."""


class ProgressLine:
    """A line that is written over again and again; nothing at all where nobody watches."""

    def __init__(self, stream: TextIO) -> None:
        """Writes to the stream if it is a terminal.

        Args:
            stream: usually ``sys.stderr``, so that the output proper stays clean.
        """
        self._stream = stream
        self._visible = stream.isatty()
        self._drawn_at = float("-inf")
        self._length = 0

    @property
    def due(self) -> bool:
        """Whether it is worth finding out the numbers for :meth:`show`."""
        return self._visible and monotonic() - self._drawn_at >= _REDRAW_SECONDS

    def show(self, words: str, *, done: int, total: int | None) -> None:
        """Draws the line, at most ten times a second.

        Args:
            words: what is going on.
            done: steps done.
            total: steps in all; None while that is unknown.
        """
        if not self.due:
            return
        self._drawn_at = monotonic()
        if total:
            filled = _BAR * min(done, total) // total
            text = f"{words} [{'#' * filled}{'.' * (_BAR - filled)}] {done} of {total}"
        else:
            text = f"{words} {done}"
        self._write(text)

    def clear(self) -> None:
        """Takes the line away, before something else is printed."""
        if self._length:
            self._write("")
            self._drawn_at = float("-inf")

    def _write(self, text: str) -> None:
        blank = " " * max(0, self._length - len(text))
        self._stream.write(f"\r{text}{blank}" if text else f"\r{blank}\r")
        self._stream.flush()
        self._length = len(text)
