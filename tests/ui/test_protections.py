from pytestqt.qtbot import QtBot

from curator.engine.workers.sandbox import Protection
from curator.ui.settings.protections import ProtectionList


def test_nothing_is_promised_before_a_worker_has_said_it(qtbot: QtBot) -> None:
    shown = ProtectionList()
    qtbot.addWidget(shown)
    shown.show()
    assert not [one for one in shown.marks.values() if one.isVisible()]


def test_what_is_missing_is_said_in_words(qtbot: QtBot) -> None:
    shown = ProtectionList()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_active({Protection.NO_NETWORK})
    texts = {one: mark.text for one, mark in shown.marks.items() if mark.isVisible()}
    assert set(texts) == set(Protection)
    assert texts.pop(Protection.NO_NETWORK) == "cannot open a connection"
    assert all(text.endswith("this system does not see to it") for text in texts.values())
    assert shown.marks[Protection.NO_NETWORK].accessibleName() == "cannot open a connection"
