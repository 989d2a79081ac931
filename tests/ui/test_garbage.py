"""Cycles are collected when Python would, but only in the main thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from curator.ui.garbage import GarbageKeeper, collect_due


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def keeper() -> Iterator[GarbageKeeper]:
    threshold = gc.get_threshold()
    parent = QObject()
    yield GarbageKeeper(parent=parent)
    gc.set_threshold(*threshold)
    gc.disable()


def allocate(count: int) -> list[list[int]]:
    return [[number] for number in range(count)]


def test_a_thread_that_allocates_collects_nothing(keeper: GarbageKeeper) -> None:
    gone = weakref.ref(Knot())
    thread = threading.Thread(target=allocate, args=(20_000,))
    thread.start()
    thread.join()
    assert gone() is not None


def test_the_main_thread_collects_what_is_due(keeper: GarbageKeeper, qtbot: QtBot) -> None:
    gone = weakref.ref(Knot())
    kept = allocate(20_000)
    qtbot.waitUntil(lambda: gone() is None)
    assert kept


def test_nothing_is_looked_through_before_it_is_due(keeper: GarbageKeeper) -> None:
    gc.collect()
    gc.set_threshold(100_000, 10, 10)
    gone = weakref.ref(Knot())
    collect_due()
    assert gone() is not None
    gc.set_threshold(1, 10, 10)
    collect_due()
    assert gone() is None
