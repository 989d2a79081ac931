"""The job from end to end with the true face models: from a new catalogue to an export."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from person import Person
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.records import Outcome, PortraitState, Reason, SubmissionId, Verdict
from curator.engine.workers.messages import WorkerSettings

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PORTRAITS = 22
DIGITAL_SOURCE = b"http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"

KEYS = {
    "face_swap.jpg": (Qt.Key.Key_N, Verdict.REJECTED, Reason.NOT_CLAIMED),
    "before_after.jpg": (Qt.Key.Key_M, Verdict.REJECTED, Reason.SEVERAL_FACES),
    "lake.jpg": (Qt.Key.Key_O, Verdict.REJECTED, Reason.NO_FACE),
    "sent_by_a_friend.jpg": (Qt.Key.Key_D, Verdict.REJECTED, Reason.DUPLICATE),
    "app_filter.jpg": (Qt.Key.Key_U, Verdict.REJECTED, Reason.UNSAFE),
    "who_is_this.jpg": (Qt.Key.Key_S, Verdict.SKIPPED, None),
    "new_in_office.jpg": (Qt.Key.Key_S, Verdict.SKIPPED, None),
    "on_tv.jpg": (Qt.Key.Key_Q, Verdict.SKIPPED, Reason.ASK),
}
"""What the person decides otherwise than the program advises, or more exactly."""

pytestmark = [pytest.mark.real, pytest.mark.slow]


def names(person: Person) -> dict[SubmissionId, str]:
    everything = person.session.ids(SubmissionFilter())
    return {one: row.file_name for one, row in person.session.rows(everything).items()}


def wanted(file: str, *, expected: dict[str, dict[str, str]]) -> tuple[Qt.Key, Verdict, Reason | None]:
    """The key for a file, and the verdict that it stands for."""
    if file in KEYS:
        return KEYS[file]
    if expected[file]["outcome"] == Outcome.APPROVE:
        return Qt.Key.Key_A, Verdict.APPROVED, None
    return Qt.Key.Key_R, Verdict.REJECTED, Reason(expected[file]["reason"])


def test_from_a_new_catalogue_to_an_export(
    arrive: Callable[..., Person],
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    expected = json.loads((sample / "expected.json").read_text())
    settings = WorkerSettings(count=2)
    person = arrive(settings=settings)
    folder = tmp_path / "catalogue"
    choose(monkeypatch, folder)
    person.press(Qt.Key.Key_N, CTRL)
    assert person.session.folder == folder

    import_politicians(person, sample=sample, monkeypatch=monkeypatch)
    load(person, sample=sample, expected=expected, monkeypatch=monkeypatch)
    look_at_each(person, expected=expected)
    decided = decide_each(person, expected=expected)
    undo_and_redo(person, decided=decided)
    person.leave()

    person = arrive(settings=settings)
    assert person.open(folder)
    still_there(person, decided=decided)
    export(person, folder=tmp_path / "export", qtbot=qtbot)
    person.leave()
    with Catalogue.open(folder) as catalogue:
        assert catalogue.complaints() == ()


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Answers the next questions for a folder."""
    monkeypatch.setattr(
        "curator.ui.window.file_choice.QFileDialog.getExistingDirectory",
        lambda *_args, **_kwargs: str(folder),
    )


def import_politicians(person: Person, *, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, sample / "politicians")
    person.press(Qt.Key.Key_I, CTRL)
    session = person.session
    person.wait_for(session.changed, lambda: sum(session.people.portrait_counts().values()) == PORTRAITS)
    assert len(session.people.all()) == 6
    states = {one.state for who in session.people.all() for one in session.people.portraits(who.id)}
    assert states == {PortraitState.ACCEPTED}
    assert session.people.disagreeing_counts() == {}


def load(
    person: Person, *, sample: Path, expected: dict[str, dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    person.press(Qt.Key.Key_1, CTRL)
    choose(monkeypatch, sample / "submissions")
    person.press(Qt.Key.Key_L, CTRL | SHIFT)
    # Said when the load ends, and not for long: on a slow machine it is gone before the last analysis.
    person.wait_for(person.session.load_ended, lambda: "already there" in person.told)
    person.wait_until_done(total=sum("same_as" not in one for one in expected.values()))


def look_at_each(person: Person, *, expected: dict[str, dict[str, str]]) -> None:
    """Goes through the queue with the arrow key and compares what the desk shows."""
    person.wait_for(person.session.changed, lambda: person.on_desk is not None)
    queue = person.review.queue
    # The list settles a moment after the last analysis; then it is gone through from its top.
    person.wait_for(queue._model.refreshed, lambda: not queue._refresh_timer.isActive())
    for _ in names(person):
        person.press(Qt.Key.Key_Left)
    seen = set()
    for _ in names(person):
        shown = person.on_desk
        assert shown is not None
        dossier = person.session.dossier(shown)
        file, content = dossier.submission.file_name, person.review.desk.canvas.content
        assert len(content.faces) == int(expected[file]["faces"]), file
        advice = dossier.submission.advice
        assert advice is not None
        assert (advice.outcome, advice.reason) == (expected[file]["outcome"], expected[file]["reason"]), file
        if advice.outcome is Outcome.APPROVE:
            claimed = f"{dossier.submission.claim.full_name}"
            (face,) = content.faces
            assert face.title == claimed
            assert 0.1 < float(face.detail.split()[0]) < 0.55, file
        seen.add(file)
        person.press(Qt.Key.Key_Right)
    assert seen == {file for file, one in expected.items() if "same_as" not in one}


def decide_each(person: Person, *, expected: dict[str, dict[str, str]]) -> dict[SubmissionId, Verdict]:
    """Decides with keys alone until the desk is empty; gives back the verdicts in their order."""
    files = names(person)
    decided: dict[SubmissionId, Verdict] = {}
    person.press(Qt.Key.Key_J)
    while (shown := person.on_desk) is not None:
        assert shown not in decided
        key, verdict, reason = wanted(files[shown], expected=expected)
        person.press(key)
        row = person.session.rows([shown])[shown]
        assert (row.verdict, row.reason) == (verdict, reason), files[shown]
        decided[shown] = verdict
    assert len(decided) == len(files)
    assert set(decided.values()) == {Verdict.APPROVED, Verdict.REJECTED, Verdict.SKIPPED}
    return decided


def undo_and_redo(person: Person, *, decided: dict[SubmissionId, Verdict]) -> None:
    last, before_last = list(reversed(decided))[:2]
    person.press(Qt.Key.Key_Z)
    assert person.on_desk == last
    person.press(Qt.Key.Key_Z, CTRL)
    assert person.on_desk == before_last
    rows = person.session.rows([last, before_last])
    assert {row.verdict for row in rows.values()} == {Verdict.UNDECIDED}
    person.press(Qt.Key.Key_Z, SHIFT)
    assert person.on_desk == before_last
    person.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert person.on_desk == last
    person.press(Qt.Key.Key_Z, SHIFT)
    assert person.told == "There is nothing to do again."
    rows = person.session.rows([last, before_last])
    assert {one: row.verdict for one, row in rows.items()} == {
        one: decided[one] for one in (last, before_last)
    }


def still_there(person: Person, *, decided: dict[SubmissionId, Verdict]) -> None:
    rows = person.session.rows(tuple(decided))
    assert {one: row.verdict for one, row in rows.items()} == decided
    last = list(decided)[-1]
    person.press(Qt.Key.Key_Z)
    assert person.on_desk == last
    assert person.session.rows([last])[last].verdict is Verdict.UNDECIDED
    person.press(Qt.Key.Key_Z, SHIFT)
    assert person.session.rows([last])[last].verdict is decided[last]


def export(person: Person, *, folder: Path, qtbot: QtBot) -> None:
    approved = person.session.counts().verdicts[Verdict.APPROVED]
    with qtbot.waitSignal(person.session.exports.planned):
        person.press(Qt.Key.Key_E, CTRL)
    with qtbot.waitSignal(person.session.exports.finished, timeout=60_000) as finished:
        person.session.exports.write(folder)
    assert finished.args is not None
    assert finished.args[0] is not None, person.told
    listed = json.loads(next(folder.rglob("individuals.json")).read_text())
    assert len(listed) == approved
    for one in listed:
        (picture,) = folder.rglob(f"{one['Id']}-resized.jpg")
        (boxed,) = folder.rglob(f"{one['Id']}_box.jpg")
        for path in (picture, boxed):
            with Image.open(path) as image:
                assert image.width <= 800
            assert (DIGITAL_SOURCE in path.read_bytes()) is bool(one["isfake"]), path
    assert {bool(one["isfake"]) for one in listed} == {True, False}
