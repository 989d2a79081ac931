"""Slow questions are answered beside the main thread, and only those that are still wanted."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up import MadeUp
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CatalogueError, CuratorError
from curator.ui.session.reading import Reading


@pytest.fixture
def reading(made: MadeUp) -> Iterator[Reading]:
    made.politician()
    made.catalogue.close()
    parent = QObject()
    reading = Reading(made.folder, parent=parent)
    yield reading
    reading.close()


def surnames(catalogue: Catalogue) -> list[str]:
    return [one.surname for one in catalogue.politicians.all()]


def test_an_answer_comes_in_the_main_thread_from_another(reading: Reading, qtbot: QtBot) -> None:
    asked: list[threading.Thread] = []
    answered: list[tuple[list[str], threading.Thread]] = []

    def ask(catalogue: Catalogue) -> list[str]:
        asked.append(threading.current_thread())
        return surnames(catalogue)

    reading.ask("people", ask, then=lambda found: answered.append((found, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [(["Quent"], threading.main_thread())]
    assert asked[0] is not threading.main_thread()


def test_the_newest_question_of_a_sort_takes_the_place_of_older_ones(reading: Reading, qtbot: QtBot) -> None:
    hold = threading.Event()
    answers: list[str] = []

    def slow(catalogue: Catalogue) -> str:
        hold.wait(120)
        return "under way"

    reading.ask("counts", slow, then=answers.append)
    reading.ask("counts", lambda catalogue: "overtaken", then=answers.append)
    reading.ask("other", lambda catalogue: "of another sort", then=answers.append)
    reading.ask("counts", lambda catalogue: "newest", then=answers.append)
    hold.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["of another sort", "newest"]


def test_what_is_no_longer_wanted_is_not_told(reading: Reading, qtbot: QtBot) -> None:
    answers: list[str] = []
    reading.ask("counts", lambda catalogue: "gone", then=answers.append)
    reading.forget("counts")
    reading.ask("other", lambda catalogue: "last", then=answers.append)
    qtbot.waitUntil(lambda: answers == ["last"])


def test_a_failure_is_told_as_an_error_and_the_next_question_is_answered(
    reading: Reading, qtbot: QtBot
) -> None:
    def refuse(catalogue: Catalogue) -> str:
        raise CuratorError("It cannot be counted.")

    answers: list[list[str]] = []
    with qtbot.waitSignal(reading.failed) as told:
        reading.ask("counts", refuse, then=lambda answer: answers.append([answer]))
    assert str(told.args[0]) == "It cannot be counted."
    reading.ask("people", surnames, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [["Quent"]]


def test_a_catalogue_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    reading = Reading(tmp_path, parent=parent)
    with qtbot.waitSignal(reading.failed) as told:
        reading.ask("people", surnames, then=lambda _: pytest.fail("nothing can be read there"))
    assert isinstance(told.args[0], CatalogueError)
    reading.close()


def test_nothing_is_answered_once_it_is_closed(reading: Reading, qtbot: QtBot) -> None:
    hold = threading.Event()
    answers: list[str] = []
    reading.ask("counts", lambda catalogue: "late" if hold.wait(120) else "", then=answers.append)
    hold.set()
    reading.close()
    reading.ask("counts", lambda catalogue: "later", then=answers.append)
    qtbot.wait(0)
    assert not answers
