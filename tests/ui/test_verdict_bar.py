"""The verdict bar: what it says, what its buttons mean, and that nothing fails silently."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import HOSTILE, advice, decision, dossier, face, matches
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.engine.deciding.decisions import Step
from curator.engine.declarations import Code, Declaration
from curator.engine.receiving import Progress as LoadProgress
from curator.engine.records import (
    AnalysisState,
    DecisionId,
    Kind,
    Making,
    Origin,
    Outcome,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import Name
from curator.ui.pickers.choice_picker import ChoicePicker
from curator.ui.pickers.reason_group import MENU_REASONS, REASON_KEYS
from curator.ui.preferences import Preferences
from curator.ui.review.bar_words import progress_words, step_words
from curator.ui.review.verdict_bar import VerdictBar
from curator.ui.session import Progress
from curator.ui.theme import Scheme, apply_theme

NARROW, WIDE = 1366, 1920
# The offscreen platform says this when a popup opens; there is nothing to raise or to grab there.
POPUPS = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> VerdictBar:
    apply_theme(qapp, Scheme.DARK)
    made = VerdictBar()
    qtbot.addWidget(made)
    made.resize(NARROW, 60)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(qtbot: QtBot, bar: VerdictBar, button: object) -> list[object]:
    """Click a button and give back the verdict that it said."""
    with qtbot.waitSignal(bar.decided) as said:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return list(said.args or [])


def test_each_button_says_its_verdict(qtbot: QtBot, bar: VerdictBar) -> None:
    bar.show_dossier(dossier())
    assert press(qtbot, bar, bar.approve_button) == [Verdict.APPROVED, None]
    assert press(qtbot, bar, bar.reject_button) == [Verdict.REJECTED, Reason.NOT_CLAIMED]
    assert press(qtbot, bar, bar.skip_button) == [Verdict.SKIPPED, None]
    assert press(qtbot, bar, bar.ask_button) == [Verdict.SKIPPED, Reason.ASK]


@pytest.mark.parametrize("reason", list(REASON_KEYS))
def test_each_frequent_reason_has_a_button_with_its_key(
    qtbot: QtBot, bar: VerdictBar, reason: Reason
) -> None:
    bar.show_dossier(dossier())
    button = bar.reasons.keys[reason]
    assert button.key == REASON_KEYS[reason]
    assert press(qtbot, bar, button) == [Verdict.REJECTED, reason]


def test_the_advised_reason_stands_on_the_button(bar: VerdictBar) -> None:
    bar.show_dossier(dossier(faces=[]))
    assert (bar.reject_button.label, bar.reject_button.second) == ("Reject", "no face")
    assert bar.reject_button.accessibleName() == "Reject: no face"
    bar.show_dossier(dossier(faces=[face(ranking=matches((1, 0.3), (2, 0.7)))]))
    assert (bar.reject_button.label, bar.reject_button.second) == ("Reject …", "")


@POPUPS
def test_rejecting_without_an_advised_reason_asks_for_one(qtbot: QtBot, bar: VerdictBar) -> None:
    bar.show_dossier(dossier(advice=advice(Outcome.APPROVE)))
    with qtbot.assertNotEmitted(bar.decided):
        bar.reject_as_advised()
    menu = bar.reasons.menu
    qtbot.waitUntil(menu.isVisible)
    assert [action.data() for action in menu.actions() if not action.isSeparator()] == list(MENU_REASONS)
    with qtbot.waitSignal(bar.decided) as said:
        qtbot.keyClick(menu, Qt.Key.Key_D)
    assert said.args == [Verdict.REJECTED, Reason.DUPLICATE]
    assert not menu.isVisible()


@POPUPS
def test_the_menu_can_be_walked_and_left(qtbot: QtBot, bar: VerdictBar) -> None:
    bar.show_dossier(dossier())
    bar.reasons.open_menu(bar.reject_button)
    menu = bar.reasons.menu
    with qtbot.assertNotEmitted(bar.decided):
        qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    bar.reasons.open_menu(bar.reject_button)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.decided) as said:
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert said.args == [Verdict.REJECTED, Reason.SEVERAL_FACES]


def test_asking_a_colleague_is_no_reason_to_reject() -> None:
    assert Reason.ASK not in MENU_REASONS
    # Two more go with a withdrawal only.
    assert {*MENU_REASONS, Reason.ASK, Reason.REQUESTED, Reason.MISTAKE} == set(Reason)


def test_other_keys_are_shown_everywhere(bar: VerdictBar) -> None:
    keys = {**REASON_KEYS, Reason.DUPLICATE: "V"}
    bar.reasons.set_keys(keys)
    assert bar.reasons.keys[Reason.DUPLICATE].key == "V"
    texts = [action.text() for action in bar.reasons.menu.actions()]
    assert "Duplicate\tV" in texts


def test_the_keys_that_were_chosen_are_shown_and_followed(
    qtbot: QtBot, bar: VerdictBar, tmp_path: Path
) -> None:
    bindings = Bindings(Preferences(tmp_path / "curator.ini"))
    bindings.set_keys(Name.DUPLICATE, ["F6"])
    bar.set_bindings(bindings)
    bar.show_dossier(dossier())
    assert bar.reasons.keys[Reason.DUPLICATE].key == "F6"
    bindings.set_keys(Name.APPROVE, ["Ctrl+Y"])
    bindings.set_keys(Name.UNDO, [])
    bindings.set_keys(Name.NO_FACE, [])
    assert bar.approve_button.key == "Ctrl+Y"
    assert bar.approve_button.accessibleDescription() == "Key Ctrl+Y"
    assert bar.undo_button.key == ""
    texts = [action.text() for action in bar.reasons.menu.actions()]
    assert {"Duplicate\tF6", "No face"} <= set(texts)
    # Without a key its words say what the button is for.
    button = bar.reasons.keys[Reason.NO_FACE]
    assert button.sizeHint().width() >= button.fontMetrics().horizontalAdvance("no face")
    assert press(qtbot, bar, button) == [Verdict.REJECTED, Reason.NO_FACE]


@POPUPS
def test_the_menu_answers_to_the_keys_that_were_chosen(qtbot: QtBot, bar: VerdictBar, tmp_path: Path) -> None:
    bindings = Bindings(Preferences(tmp_path / "curator.ini"))
    bindings.set_keys(Name.DUPLICATE, ["Shift+F6"])
    bar.set_bindings(bindings)
    bar.show_dossier(dossier())
    bar.reasons.open_menu(bar.reject_button)
    menu = bar.reasons.menu
    with qtbot.waitSignal(bar.decided) as said:
        qtbot.keyClick(menu, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert said.args == [Verdict.REJECTED, Reason.DUPLICATE]


@pytest.mark.parametrize(("percent", "width"), [(100, 1290), (115, 1290), (130, 1500), (150, 1840)])
def test_large_text_is_not_cut_either(qapp: QApplication, bar: VerdictBar, percent: int, width: int) -> None:
    try:
        apply_theme(qapp, Scheme.DARK, text_percent=percent)
        bar.resize(width, bar.sizeHint().height())
        bar.show_dossier(dossier(advice=advice(Outcome.LOOK_CLOSER, Reason.LOOKS_GENUINE)))
        bar.show_undo(Step(decision(1), 1, "Bartholomew Featherstonehaugh-Cholmondeley"))
        bar.layout().activate()
        assert bar.width() == width
        assert bar.minimumSizeHint().width() <= width
        verdicts = (bar.approve_button, bar.reject_button, bar.skip_button, bar.ask_button)
        for button in (*verdicts, *bar.reasons.keys.values()):
            assert button.width() >= button.sizeHint().width()
            assert button.geometry().bottom() < bar.height()
        assert bar.undo_button.geometry().right() < bar.width()
        if bar.reasons.more.label == "…":
            assert bar.reasons.more.accessibleName() == "Other reason"
    finally:
        apply_theme(qapp, Scheme.DARK)


def test_the_buttons_stay_where_they_are_whatever_is_on_the_desk(bar: VerdictBar) -> None:
    places = set()
    for shown in (
        None,
        dossier(advice=None),
        dossier(advice=None, making=Making.MONTAGE),
        dossier(advice=None, kind=Kind.PORTRAIT),
    ):
        bar.show_dossier(shown)
        bar.layout().activate()
        places.add((bar.approve_button.width(), bar.reject_button.x(), bar.skip_button.x()))
    assert len(places) == 1


@pytest.mark.parametrize(
    ("values", "second", "offered"),
    [
        ({}, "as face swap", True),
        ({"making": Making.GENERATED}, "as generated", True),
        ({"kind": Kind.PORTRAIT}, "as portrait", False),
    ],
)
def test_the_button_says_as_what_it_approves(
    bar: VerdictBar, values: dict[str, object], second: str, offered: bool
) -> None:
    bar.show_dossier(dossier(**values))
    assert bar.approve_button.second == second
    assert bar.approve_button.accessibleName() == f"Approve {second}"
    assert bar.approve_button.height() == bar.skip_button.height()
    assert bar.approve_as_button.isEnabled() == offered


def test_what_the_file_says_stands_on_the_button(bar: VerdictBar) -> None:
    declared = (Declaration(Code.SOURCE_AI, "trainedAlgorithmicMedia"),)
    bar.show_dossier(replace(dossier(), declarations=declared))
    assert bar.approve_button.second == "as generated"
    bar.show_dossier(replace(dossier(making=Making.MONTAGE), declarations=declared))
    assert bar.approve_button.second == "as montage"


@pytest.mark.parametrize(
    ("values", "withdraw", "promote"),
    [
        ({}, False, False),
        ({"verdict": Verdict.APPROVED}, True, False),
        ({"verdict": Verdict.APPROVED, "kind": Kind.PORTRAIT}, True, True),
        ({"verdict": Verdict.WITHDRAWN, "reason": Reason.REQUESTED, "kind": Kind.PORTRAIT}, False, False),
        ({"verdict": Verdict.REJECTED, "reason": Reason.OTHER}, False, False),
    ],
)
def test_what_can_be_done_with_an_approval_is_offered(
    bar: VerdictBar, values: dict[str, object], withdraw: bool, promote: bool
) -> None:
    bar.show_dossier(dossier(**values))
    assert bar.withdraw_button.isVisible() == withdraw
    assert bar.promote_button.isVisible() == promote


def test_nothing_on_the_desk_cannot_be_withdrawn_or_labelled(qtbot: QtBot, bar: VerdictBar) -> None:
    for act in (bar.approve_as, bar.withdraw):
        with qtbot.waitSignal(bar.told) as said:
            act()
        assert said.args == ["There is nothing on the desk to decide about."]


def test_a_wide_bar_can_become_narrow_again(bar: VerdictBar) -> None:
    bar.show_dossier(dossier())
    bar.resize(WIDE, 60)
    assert bar.minimumSizeHint().width() <= 1200


def test_nothing_on_the_desk_cannot_be_decided(qtbot: QtBot, bar: VerdictBar) -> None:
    bar.show_dossier(None)
    with qtbot.assertNotEmitted(bar.decided):
        bar.approve()
        bar.reject_as_advised()
        bar.reject_for(Reason.UNSAFE)
        bar.skip()
        bar.ask()
    assert not bar.reasons.menu.isVisible()


def test_an_unreadable_picture_can_be_rejected_but_not_approved(qtbot: QtBot, bar: VerdictBar) -> None:
    bar.show_dossier(dossier(faces=[], facts=None, state=AnalysisState.UNREADABLE, unreadable="Cut off."))
    assert not bar.approve_button.isEnabled()
    assert "cannot be opened" in bar.approve_button.toolTip()
    assert press(qtbot, bar, bar.reject_button) == [Verdict.REJECTED, Reason.UNREADABLE]


def test_what_was_never_analysed_cannot_be_approved_yet(qtbot: QtBot, bar: VerdictBar) -> None:
    bar.show_dossier(dossier(faces=[], facts=None, state=AnalysisState.PENDING, advice=None))
    with qtbot.assertNotEmitted(bar.decided):
        bar.approve()
    assert not bar.approve_button.isEnabled()
    assert "Wait until the picture has been analysed." in bar.approve_button.toolTip()
    assert press(qtbot, bar, bar.skip_button) == [Verdict.SKIPPED, None]


def test_an_undecided_submission_shows_no_verdict(bar: VerdictBar) -> None:
    bar.show_dossier(dossier())
    assert bar.standing == ""


def test_the_verdict_in_force_is_shown_and_can_be_changed(qtbot: QtBot, bar: VerdictBar) -> None:
    history = (
        decision(1, Verdict.REJECTED, reason=Reason.NO_FACE, curator="Ben"),
        decision(2, Verdict.APPROVED),
        decision(3, Verdict.REJECTED, reason=Reason.NO_FACE, action="undo", undoes=DecisionId(2)),
    )
    bar.show_dossier(dossier(verdict=Verdict.REJECTED, reason=Reason.NO_FACE, history=history))
    assert bar.standing.startswith("Rejected by Ben, 3 Nov")
    assert bar.standing.endswith(": no face")
    assert press(qtbot, bar, bar.approve_button) == [Verdict.APPROVED, None]


def test_undo_says_what_it_takes_back(qtbot: QtBot, bar: VerdictBar) -> None:
    bar.show_undo(Step(decision(1), 1, "Odalys Quent"))
    assert (bar.undo_button.label, bar.undo_button.second) == ("Undo", "approve Odalys Quent")
    assert bar.undo_button.accessibleName() == "Undo: approve Odalys Quent"
    with qtbot.waitSignal(bar.undo_requested):
        qtbot.mouseClick(bar.undo_button, Qt.MouseButton.LeftButton)
    bar.show_undo(None)
    assert not bar.undo_button.isEnabled()


def test_undo_is_as_wide_for_every_step_so_that_nothing_beside_it_moves(bar: VerdictBar) -> None:
    places = set()
    for name in ("x.jpg", "Bartholomew Featherstonehaugh-Cholmondeley"):
        bar.show_undo(Step(decision(1), 1, name))
        bar.layout().activate()
        places.add((bar.undo_button.geometry().getRect(), bar._status.geometry().getRect()))
    bar.show_undo(None)
    bar.layout().activate()
    places.add((bar.undo_button.geometry().getRect(), bar._status.geometry().getRect()))
    assert len(places) == 1


def test_a_usual_step_is_said_in_full_on_the_smallest_usual_screen(bar: VerdictBar) -> None:
    bar.show_dossier(dossier())
    bar.show_undo(Step(decision(1), 1, "Odalys Quent"))
    # What a window of 1366 pixels leaves beside the rail.
    bar.resize(NARROW - 96, 60)
    bar.layout().activate()
    assert bar.undo_button.width() >= bar.undo_button.sizeHint().width()
    assert bar.reject_button.width() >= bar.reject_button.sizeHint().width()


def test_redo_is_offered_only_after_an_undo(qtbot: QtBot, bar: VerdictBar) -> None:
    bar.show_undo(None)
    assert not bar.redo_button.isVisible()
    bar.show_undo(None, Step(decision(1), 1, "Odalys Quent"))
    assert bar.redo_button.isVisible()
    with qtbot.waitSignal(bar.redo_requested):
        qtbot.mouseClick(bar.redo_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step(decision(1, Verdict.REJECTED, reason=Reason.UNSAFE), 1, "x.jpg"), "reject x.jpg"),
        (Step(decision(1, Verdict.SKIPPED), 1, "x.jpg"), "skip x.jpg"),
        (Step(decision(1, Verdict.SKIPPED, reason=Reason.ASK), 1, "x.jpg"), "ask about x.jpg"),
        (Step(decision(1, Verdict.WITHDRAWN), 14, "x.jpg"), "withdraw 14 submissions"),
        (
            Step(replace(decision(1, Verdict.REJECTED), origin=Origin.MERGE), 14, "x.jpg"),
            "14 brought in",
        ),
        (Step(decision(1, action="claim"), 1, "Odalys Quent"), "claim of Odalys Quent"),
        (Step(decision(1, action="promote"), 1, "Odalys Quent"), "reference portrait Odalys Quent"),
    ],
)
def test_steps_are_said_in_words(step: Step, words: str) -> None:
    assert step_words(step) == words


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(37, 249, 12, None, False), "37 of 249 decided · analysing 12 more"),
        (Progress(37, 249, 0, None, False), "37 of 249 decided"),
        (Progress(249, 249, 0, None, False), "All 249 decided"),
        (Progress(246, 249, 0, None, False, set_aside=3), "246 of 249 decided, 3 set aside"),
        (Progress(0, 0, 0, None, False), "Nothing loaded yet"),
        (Progress(3, 9, 4, None, True), "3 of 9 decided · paused, 4 to analyse"),
        (Progress(3, 9, 4, LoadProgress(20, 80), False), "3 of 9 decided · loading 20 of 80"),
        (Progress(3, 9, 4, LoadProgress(20), False), "3 of 9 decided · loading"),
    ],
)
def test_progress_is_said_in_words(bar: VerdictBar, progress: Progress, words: str) -> None:
    assert progress_words(progress)[0] == words
    bar.show_progress(progress)
    assert bar.words == words


def test_submitted_text_is_shown_as_letters(bar: VerdictBar) -> None:
    bar.show_undo(Step(decision(1), 1, HOSTILE))
    assert bar.undo_button.second == f"approve {HOSTILE}"
    assert bar.undo_button.accessibleName() == f"Undo: approve {HOSTILE}"
    assert "<img" not in bar.undo_button.toolTip()
    assert "&lt;img" in bar.undo_button.toolTip()


@pytest.mark.parametrize("reason", MENU_REASONS)
def test_nothing_but_undo_is_cut_on_the_smallest_screen(bar: VerdictBar, reason: Reason) -> None:
    bar.show_dossier(dossier(advice=advice(Outcome.LOOK_CLOSER, reason)))
    bar.show_progress(Progress(37, 249, 12, None, False))
    bar.show_undo(Step(decision(1), 1, "Bartholomew Featherstonehaugh-Cholmondeley"))
    bar.layout().activate()
    for tool in (bar.approve_as_button, bar.withdraw_button, bar.promote_button):
        assert tool.isHidden() or tool.width() >= tool.sizeHint().width()
    for button in (bar.approve_button, bar.reject_button, bar.skip_button, bar.ask_button):
        assert button.width() >= button.sizeHint().width()
    keys = list(bar.reasons.keys.values())
    assert not any(button.worded for button in keys)
    assert all(button.width() == button.sizeHint().width() for button in keys)
    assert bar.undo_button.geometry().right() < bar.width()
    assert bar.minimumSizeHint().width() <= NARROW


def test_the_reasons_are_worded_where_there_is_room(bar: VerdictBar) -> None:
    bar.show_dossier(dossier())
    bar.resize(WIDE, 60)
    assert all(button.worded for button in bar.reasons.keys.values())
    bar.resize(NARROW, 60)
    assert not any(button.worded for button in bar.reasons.keys.values())


def test_every_button_has_a_name_and_is_reached_with_tab(bar: VerdictBar) -> None:
    bar.show_dossier(dossier())
    buttons = [bar.approve_button, bar.reject_button, bar.skip_button, bar.ask_button, bar.undo_button]
    for button in [*buttons, bar.reasons.more, *bar.reasons.keys.values()]:
        assert button.accessibleName()
        assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


@POPUPS
def test_what_is_asked_goes_with_what_it_is_about(qtbot: QtBot, bar: VerdictBar) -> None:
    asked = dossier(verdict=Verdict.APPROVED)
    for ask, window in (
        (bar.approve_as, lambda: bar.questions.makings),
        (bar.withdraw, lambda: bar.questions.withdrawals),
        (bar.promote, lambda: bar.questions.second_yes),
        (lambda: bar.reasons.open_menu(bar.reject_button), lambda: bar.reasons.menu),
    ):
        bar.show_dossier(asked)
        ask()
        qtbot.waitUntil(window().isVisible)
        bar.show_dossier(replace(asked, history=()))
        assert window().isVisible(), "it is only shown anew"
        bar.show_dossier(dossier(id=SubmissionId(8)))
        assert not window().isVisible()


def test_no_question_is_made_to_be_closed(bar: VerdictBar) -> None:
    bar.show_dossier(dossier())
    bar.show_dossier(None)
    assert not bar.questions.parent().findChildren(ChoicePicker)
