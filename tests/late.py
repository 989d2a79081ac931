"""Makes the test or the program's threads late, so that a test that races with a thread fails each time.

A test may not lean on a thread being slower than the test's next line, nor on it being faster. On most
machines such a test passes nearly always; here the one or the other side pauses before each line.
"""

import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

_TESTS = str(Path(__file__).parent)
_PROGRAM = str(Path(__file__).parents[1] / "curator")


class Side(StrEnum):
    """Who is late."""

    TESTS = "tests"
    """Lines of tests, in the main thread: what a thread was given to do is done before the next one."""
    THREADS = "threads"
    """Lines of the program in other threads: nothing is done yet when the test looks."""


class Late:
    """A plugin of pytest. Neither debuggers nor coverage work beside it: they need the same hook."""

    def __init__(self, side: Side) -> None:
        """Begins with the next test.

        Args:
            side: who is late.
        """
        self._side = side
        self._paused: Counter[tuple[int, CodeType, int]] = Counter()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Iterator[None]:
        self._paused.clear()
        if self._side is Side.TESTS:
            sys.settrace(self._call)
        else:
            threading.settrace(self._call)
        try:
            yield
        finally:
            sys.settrace(None)
            threading.settrace(None)  # type: ignore[arg-type]

    def _call(self, frame: FrameType, _event: str, _told: Any) -> Any:
        path = frame.f_code.co_filename
        late = path.startswith(_TESTS if self._side is Side.TESTS else _PROGRAM) and path != __file__
        return self._line if late else None

    def _line(self, frame: FrameType, event: str, _told: Any) -> Any:
        # The second round of a loop shows what the hundredth would.
        where = (threading.get_ident(), frame.f_code, frame.f_lineno)
        if event == "line" and self._paused[where] < 2 and len(self._paused) < 300:
            self._paused[where] += 1
            time.sleep(0.025 if self._side is Side.TESTS else 0.015 * random.random())
        return self._line
