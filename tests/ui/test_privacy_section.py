"""Privacy in the settings: it counts, shows what would go, and erases only after a yes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filing import THRESHOLDS, Filing, encoding, face
from opening import close_session, open_session, write_preview
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from curator.engine import decisions, erasing
from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.media import MediaStore
from curator.engine.records import Claim, Digest, PoliticianId, Reason, SubmissionId, Verdict
from curator.ui.session import Session
from curator.ui.settings.parts import WheelGuard
from curator.ui.settings.privacy import PrivacySection

PATIENCE = 30_000
SENDER = "Jana Qvist"


class Made:
    """A catalogue with one rejected picture of a sender, and an undecided one."""

    def __init__(self, catalogue: Catalogue, filing: Filing) -> None:
        self.who: PoliticianId = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
        self.stays: SubmissionId = filing.submission(face(1), claimed=self.who)
        self.gone: SubmissionId = filing.waiting(sender=SENDER, claim=Claim("Some", "Body"))
        self.digest: Digest = catalogue.submissions.get(self.gone).digest
        decisions.decide(
            catalogue,
            [self.gone],
            verdict=Verdict.REJECTED,
            reason=Reason.OTHER,
            curator="A",
            thresholds=THRESHOLDS,
        )
        self.session: Session = open_session(catalogue)
        write_preview(self.session, self.gone, color=(90, 120, 60))


@pytest.fixture
def made(catalogue: Catalogue, filing: Filing) -> Iterator[Made]:
    built = Made(catalogue, filing)
    yield built
    close_session(built.session)


@pytest.fixture
def section(made: Made, qtbot: QtBot) -> Iterator[PrivacySection]:
    wheel = WheelGuard()
    shown = PrivacySection(made.session, wheel=wheel)
    shown.resize(952, 900)
    with qtbot.waitSignal(made.session.privacy.listed, timeout=PATIENCE), qtbot.waitExposed(shown):
        shown.show()
        shown.show_privacy()
    yield shown
    shown.close()
    shown.deleteLater()


def words(section: PrivacySection) -> list[str]:
    return [label.text() for label in section._lines]


def look(section: PrivacySection, made: Made, ask: Callable[[], None], qtbot: QtBot) -> str:
    with qtbot.waitSignal(made.session.privacy.previewed, timeout=PATIENCE):
        ask()
    return section.pane.outcome.words


def say_yes(section: PrivacySection, made: Made, qtbot: QtBot) -> None:
    with qtbot.waitSignal(made.session.privacy.finished, timeout=PATIENCE):
        section.pane.yes.click()
        assert made.session.privacy.busy
        assert not section.look_rejected.isEnabled()


def test_what_is_held_is_counted(section: PrivacySection) -> None:
    told = words(section)
    assert told[0] == "What was sent in"
    assert "2 submissions with their pictures and previews: 1 undecided, 1 rejected" in told
    assert "1 sender by name" in told
    assert [section.politician.itemText(one) for one in range(section.politician.count())] == [
        "Ilka Brandwyn, Malta"
    ]
    assert not section.look_sender.isEnabled()
    assert not section.pane.asking


def test_rejected_pictures_go_after_a_yes(
    section: PrivacySection, made: Made, qtbot: QtBot, folder: Path
) -> None:
    section.days.setValue(0)
    assert made.session.privacy.grace_days == 0
    told = look(section, made, section.look_rejected.click, qtbot)
    assert told.startswith("1 rejected picture (0.0 MB), rejected from 2026-03-04 to 2026-03-04.")
    assert section.pane.asking
    assert section.pane.keep.hasFocus(), "Enter pressed twice erases nothing"
    with qtbot.waitSignal(made.session.changed, timeout=PATIENCE) as changed:
        say_yes(section, made, qtbot)
    assert changed.args is not None
    assert changed.args[0].submissions == {made.gone}
    assert section.pane.outcome.words.startswith("Erased: 1 picture with its preview")
    assert made.session.ids(SubmissionFilter()) == (made.stays,)
    assert not MediaStore(folder / "media").preview(made.digest).exists()
    assert not made.session.privacy.busy
    assert not erasing.unfinished(folder)
    qtbot.waitUntil(lambda: "0 senders by name" in words(section), timeout=PATIENCE)
    assert made.session.next_undo() is not None
    made.session.undo()
    assert made.session.ids(SubmissionFilter()) == (made.stays,)


def test_keep_and_escape_keep(section: PrivacySection, made: Made, qtbot: QtBot) -> None:
    for keep in (section.pane.keep.click, lambda: QTest.keyClick(section.pane.keep, Qt.Key.Key_Escape)):
        section.sender_name.setText(SENDER.upper())
        look(section, made, section.look_sender.click, qtbot)
        assert section.pane.asking
        keep()
        assert not section.pane.asking
        assert section.pane.outcome.words == ""
    assert len(made.session.ids(SubmissionFilter())) == 2


def test_a_sender_goes_and_a_stranger_is_told(section: PrivacySection, made: Made, qtbot: QtBot) -> None:
    section.sender_name.setText("Nobody")
    told = look(section, made, lambda: QTest.keyClick(section.sender_name, Qt.Key.Key_Return), qtbot)
    assert told == "Nobody of the name “Nobody” sent anything.\nCheck how the name is written."
    assert not section.pane.asking
    section.sender_name.setText(SENDER)
    told = look(section, made, section.look_sender.click, qtbot)
    assert told.startswith(f"1 picture that only {SENDER} sent (0.0 MB).")
    say_yes(section, made, qtbot)
    assert section.sender_name.text() == "", "the name is not left on the screen"
    assert made.session.ids(SubmissionFilter()) == (made.stays,)


def test_a_politician_goes(section: PrivacySection, made: Made, qtbot: QtBot) -> None:
    told = look(section, made, section.look_politician.click, qtbot)
    assert told.startswith("Ilka Brandwyn with 1 reference portrait and its encoding.")
    say_yes(section, made, qtbot)
    assert made.session.people.all() == ()
    assert made.session.dossier(made.stays).submission.claimed_id is None


def test_nothing_is_erased_while_something_is_loaded(
    section: PrivacySection, made: Made, qtbot: QtBot, tmp_path: Path
) -> None:
    section.days.setValue(0)
    look(section, made, section.look_rejected.click, qtbot)
    made.session.pause()
    made.session.load([tmp_path])
    with qtbot.waitSignal(made.session.failed, timeout=PATIENCE) as failed:
        section.pane.yes.click()
    assert failed.args is not None
    assert failed.args[0].sentence == "Pictures are being loaded just now."
    assert len(made.session.ids(SubmissionFilter())) == 2


def test_what_a_crash_left_is_finished_at_the_next_start(
    catalogue: Catalogue, filing: Filing, qtbot: QtBot, folder: Path
) -> None:
    made = Made(catalogue, filing)
    erasing.erase(folder, erasing.sender(folder, SENDER))
    assert erasing.unfinished(folder)
    with qtbot.waitSignal(made.session.privacy.finished, timeout=PATIENCE):
        made.session.start()
    assert not erasing.unfinished(folder)
    assert not MediaStore(folder / "media").preview(made.digest).exists()
    close_session(made.session)
