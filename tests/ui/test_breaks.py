"""The reminder of a break, with a clock that is set by hand."""

import pytest
from pytestqt.qtbot import QtBot

from curator.ui.breaks import IDLE_SECONDS, BreakReminder, break_sentence


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told(clock: Clock) -> tuple[BreakReminder, list[int]]:
    reminder = BreakReminder(clock=clock)
    heard: list[int] = []
    reminder.due.connect(heard.append)
    return reminder, heard


def work(reminder: BreakReminder, clock: Clock, *, minutes: int) -> None:
    for _ in range(minutes):
        reminder.note()
        clock.now += 60


def test_nobody_is_told_who_did_not_ask(told: tuple[BreakReminder, list[int]], clock: Clock) -> None:
    reminder, heard = told
    work(reminder, clock, minutes=600)
    assert heard == []


def test_a_break_is_due_after_as_long_as_was_asked_and_again_after_as_long(
    told: tuple[BreakReminder, list[int]], clock: Clock
) -> None:
    reminder, heard = told
    reminder.set_minutes(45)
    work(reminder, clock, minutes=45)
    assert heard == []
    reminder.note()
    assert heard == [45]
    work(reminder, clock, minutes=46)
    assert heard == [45, 45]


def test_five_minutes_of_nothing_are_a_break(told: tuple[BreakReminder, list[int]], clock: Clock) -> None:
    reminder, heard = told
    reminder.set_minutes(30)
    work(reminder, clock, minutes=29)
    clock.now += IDLE_SECONDS
    work(reminder, clock, minutes=30)
    assert heard == []
    reminder.note()
    assert heard == [30]


def test_changing_the_minutes_begins_anew(told: tuple[BreakReminder, list[int]], clock: Clock) -> None:
    reminder, heard = told
    reminder.set_minutes(90)
    work(reminder, clock, minutes=60)
    reminder.set_minutes(30)
    work(reminder, clock, minutes=30)
    assert heard == []
    reminder.set_minutes(0)
    work(reminder, clock, minutes=300)
    assert heard == []


def test_the_sentence_says_for_how_long(qtbot: QtBot) -> None:
    assert break_sentence(45) == (
        "You have been looking at pictures for 45 minutes. A short break helps to see clearly."
    )
