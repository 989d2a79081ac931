"""Keys faster than anybody types, while pictures and analyses arrive: no decision goes astray."""

from itertools import cycle
from pathlib import Path

import pytest
from person import Person, save_picture
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from curator.engine.catalogue import Catalogue
from curator.engine.records import Reason, SubmissionId, Verdict

pytestmark = pytest.mark.slow

PICTURES = 60
KEYS = {
    Qt.Key.Key_A: (Verdict.APPROVED, None),
    Qt.Key.Key_N: (Verdict.REJECTED, Reason.NOT_CLAIMED),
    Qt.Key.Key_S: (Verdict.SKIPPED, None),
    Qt.Key.Key_M: (Verdict.REJECTED, Reason.SEVERAL_FACES),
    Qt.Key.Key_O: (Verdict.REJECTED, Reason.NO_FACE),
    Qt.Key.Key_D: (Verdict.REJECTED, Reason.DUPLICATE),
    Qt.Key.Key_U: (Verdict.REJECTED, Reason.UNSAFE),
    Qt.Key.Key_Q: (Verdict.SKIPPED, Reason.ASK),
}

Pressed = tuple[SubmissionId, Verdict, Reason | None]


@pytest.fixture
def batches(tmp_path: Path) -> list[Path]:
    """Three folders of pictures that arrive one after the other."""
    for number in range(PICTURES):
        save_picture(
            tmp_path / f"batch {number % 3}/{number:02}.png", seed=number, grey=60 + 40 * (number % 4)
        )
    folders = [tmp_path / f"batch {number}" for number in range(3)]
    for one in folders:
        # Somebody is claimed: nobody rejects as "not the politician" where there is none.
        lines = [f"{path.name},Nerys Valdoon" for path in sorted(one.glob("*.png"))]
        (one / "table.csv").write_text("\n".join(["file,name", *lines]), encoding="utf-8")
    return folders


def decide_all(person: Person, *, later: list[Path]) -> list[Pressed]:
    """Presses one key after the other; gives back what lay on the desk at each."""
    pressed: list[Pressed] = []
    keys = cycle(KEYS.items())
    while len(pressed) < PICTURES:
        if len(pressed) == 10:
            person.session.resume()
        if len(pressed) == PICTURES - 5:
            person.wait_until_done(total=PICTURES)
        if later and len(pressed) >= PICTURES // 3 - 5 * len(later):
            person.session.load([later.pop()])
        session = person.session
        person.wait_for(person.review.desk.shown, lambda: person.on_desk is not None)
        shown = person.on_desk
        assert shown is not None
        key, verdict = next(keys)
        unseen = session.dossier(shown).submission.facts is None
        person.press(key)
        if (
            unseen
            and verdict[0] is Verdict.APPROVED
            and session.rows([shown])[shown].verdict is not verdict[0]
        ):
            # Nobody approves what could not be seen yet: the picture stays on the desk. (Its analysis
            # may have come with the key, and then it was approved.)
            assert session.rows([shown])[shown].verdict is Verdict.UNDECIDED
            assert person.on_desk == shown
            continue
        pressed.append((shown, *verdict))
        assert session.rows([shown])[shown].verdict is verdict[0]
    return pressed


def test_every_key_decides_about_what_was_on_the_desk(
    person: Person, tmp_path: Path, batches: list[Path]
) -> None:
    folder = tmp_path / "catalogue"
    assert person.open(folder, create=True)
    failures: list[object] = []
    person.session.failed.connect(failures.append)
    # The first ten are decided before any analysis.
    person.session.pause()
    session = person.session
    session.load([batches[0]])
    person.wait_for(session.load_ended, lambda: session.counts().total == PICTURES // 3)
    pressed = decide_all(person, later=batches[1:])
    while_waiting = {one.submission_id for one in person.session.log(limit=999) if one.seen["advice"] is None}
    person.wait_until_done(total=PICTURES)
    person.leave()
    assert failures == []
    # Some were decided before their analysis came, and some after it.
    assert 10 <= len(while_waiting) <= PICTURES - 5
    with Catalogue.open(folder) as catalogue:
        rows = list(catalogue.decisions.everything())
        assert [(row.submission_id, row.verdict, row.reason) for row in rows] == pressed
        assert sorted(row.submission_id for row in rows) == sorted(catalogue.submissions.ids())
        assert len(rows) == PICTURES
        assert catalogue.complaints() == ()
        # Encodings are kept only while undecided, whichever came first.
        everything = tuple(catalogue.submissions.ids())
        assert catalogue.faces.encodings(everything, model="dlib-resnet-v1") == {}


def test_undo_as_fast_as_the_keys_go_takes_everything_back(
    person: Person, tmp_path: Path, batches: list[Path]
) -> None:
    assert person.open(tmp_path / "catalogue", create=True)
    person.session.load([batches[0]])
    person.wait_until_done(total=PICTURES // 3)
    decided = []
    while person.on_desk is not None:
        decided.append(person.on_desk)
        person.press(Qt.Key.Key_S)
    for wanted in reversed(decided):
        person.press(Qt.Key.Key_Z)
        assert person.on_desk == wanted
    assert person.session.counts().verdicts == {Verdict.UNDECIDED: PICTURES // 3}
    for wanted in decided:
        person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
        assert person.on_desk == wanted
    assert person.session.counts().verdicts == {Verdict.SKIPPED: PICTURES // 3}
    person.wait_until_done(total=PICTURES // 3)


def test_keys_that_are_typed_into_the_search_decide_nothing(
    person: Person, tmp_path: Path, batches: list[Path]
) -> None:
    assert person.open(tmp_path / "catalogue", create=True)
    person.session.load([batches[0]])
    person.wait_until_done(total=PICTURES // 3)
    person.press(Qt.Key.Key_Slash)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    person.type("arnmodusqzjk hb?+-01/")
    assert focused.text() == "arnmodusqzjk hb?+-01/"
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert focused.text() != "arnmodusqzjk hb?+-01/"
    assert person.session.log(limit=1) == ()
    # Escape gives the keys back to the desk.
    person.press(Qt.Key.Key_Escape)
    shown = person.on_desk
    person.press(Qt.Key.Key_S)
    assert [one.submission_id for one in person.session.log(limit=9)] == [shown]


def test_a_search_that_was_left_with_its_page_does_not_keep_the_keys(
    person: Person, tmp_path: Path, batches: list[Path]
) -> None:
    assert person.open(tmp_path / "catalogue", create=True)
    person.session.load([batches[0]])
    person.wait_until_done(total=PICTURES // 3)
    person.press(Qt.Key.Key_Slash)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    for page in (Qt.Key.Key_2, Qt.Key.Key_1):
        person.press(page, Qt.KeyboardModifier.ControlModifier)
    shown = person.on_desk
    person.press(Qt.Key.Key_S)
    assert [one.submission_id for one in person.session.log(limit=9)] == [shown]


@pytest.mark.parametrize("page", [Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4])
def test_on_other_pages_decision_keys_are_dead(
    person: Person, tmp_path: Path, batches: list[Path], page: Qt.Key
) -> None:
    assert person.open(tmp_path / "catalogue", create=True)
    person.session.load([batches[0]])
    person.wait_until_done(total=PICTURES // 3)
    person.wait_for(person.review.desk.shown, lambda: person.on_desk is not None)
    person.press(page, Qt.KeyboardModifier.ControlModifier)
    for key in (*KEYS, Qt.Key.Key_R, Qt.Key.Key_Z):
        person.press(key)
    assert person.session.log(limit=1) == ()
    person.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    person.press(Qt.Key.Key_S)
    assert len(person.session.log(limit=9)) == 1
