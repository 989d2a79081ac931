"""The page of the index: list, coverage board, fields, portraits, imports and dropped files."""

from pathlib import Path

import numpy as np
import pytest
from made_up import MadeUp
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from curator.engine.countries import COUNTRIES
from curator.engine.records import (
    Changes,
    Digest,
    FaceBox,
    Politician,
    PoliticianId,
    PortraitId,
    PortraitState,
    ReferencePortrait,
)
from curator.ui.politicians.board import BoardModel
from curator.ui.politicians.coverage import ROLES, Cover, Standing, cover
from curator.ui.politicians.detail import states_sentence
from curator.ui.politicians.drops import meaning
from curator.ui.politicians.form import Typed
from curator.ui.politicians.page import PoliticiansPage
from curator.ui.politicians.people_model import Heading, PeopleModel, PeopleRole
from curator.ui.politicians.portraits import PortraitModel, PortraitRole, StateLine, state_of
from curator.ui.session import Session
from curator.ui.theme import Tone

PATIENCE = 20_000
"""Milliseconds after which a test gives up waiting for workers; nothing comes near it."""


def page_of(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> tuple[PoliticiansPage, Session]:
    session = made.open()
    sessions.append(session)
    page = PoliticiansPage(session)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    return page, session


def someone(
    number: int, given_name: str, surname: str, country: str = "Italy", role: str = "Prime Minister"
) -> Politician:
    return Politician(PoliticianId(number), given_name, surname, country, role)


def listed(page: PoliticiansPage) -> list[str]:
    model = page.list.model()
    rows = (model.index(place, 0).data(PeopleRole.ROW) for place in range(model.rowCount()))
    return [row.country if isinstance(row, Heading) else row.politician.surname for row in rows]


def press(widget: object, key: Qt.Key) -> None:
    QApplication.sendEvent(
        widget,  # type: ignore[arg-type]
        QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier),
    )


# ---------------------------------------------------------------- words and models


def test_coverage_is_counted_in_offices_and_people() -> None:
    everyone = (
        Standing(someone(1, "A", "One"), 3),
        Standing(someone(2, "B", "Two"), 0),
        Standing(someone(3, "C", "Three", "Deutschland", "Interior Minister"), 2),
        Standing(someone(4, "D", "Four", "Norway"), 0),
    )
    found = cover(everyone)
    assert found.sentence == "2 of 135 offices named, 2 politicians without a portrait, 1 in other offices"
    italy = next(office for office in found.offices[0] if office.country.code == "IT")
    assert italy.cover is Cover.NO_PORTRAIT
    assert italy.sentence == "Prime Minister, Italy: 2 people: A One, 3 portraits; B Two, no portrait"
    germany = next(office for office in found.offices[1] if office.country.code == "DE")
    assert germany.cover is Cover.COVERED
    assert found.offices[4][0].cover is Cover.GAP


def test_an_empty_index_has_only_gaps() -> None:
    assert cover(()).sentence == "0 of 135 offices named"
    assert cover((Standing(someone(1, "A", "One"), 1),)).sentence == (
        "1 of 135 offices named, everyone has a portrait"
    )


def test_the_list_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.set_everyone([Standing(someone(1, "A", "One"), 1), Standing(someone(2, "B", "Two", ""), 0)])
    qtmodeltester.check(model)
    model.set_filter(text="two", gaps_only=False)
    qtmodeltester.check(model)
    assert model.shown == 1


def test_the_board_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = BoardModel()
    model.set_coverage(cover((Standing(someone(1, "A", "One"), 1),)))
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (5, 27)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "AT"
    assert model.headerData(4, Qt.Orientation.Vertical) == "AI Act"


def portrait(number: int, state: PortraitState, *, refusal: str = "") -> ReferencePortrait:
    return ReferencePortrait(
        PortraitId(number),
        PoliticianId(1),
        Digest(f"{number:064x}"),
        f"{number}.jpg",
        state,
        refusal,
        FaceBox(1, 2, 3, 4),
    )


def test_portraits_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = PortraitModel()
    model.set_portraits((portrait(1, PortraitState.PENDING), portrait(2, PortraitState.ACCEPTED)), odd={})
    qtmodeltester.check(model)
    assert model.index(0).data() == "1.jpg, waiting, Curator looks for the face."


def test_the_state_of_a_portrait_is_said_in_words() -> None:
    used = state_of(portrait(1, PortraitState.ACCEPTED), odd=None)
    assert (used.words, used.detail, used.tone) == ("used", "", Tone.OK)
    odd = state_of(portrait(1, PortraitState.ACCEPTED), odd=0.714)
    assert odd.tone is Tone.WARN
    assert odd.detail == "Disagrees with the others (0.71). Is it the same person?"
    refused = state_of(portrait(1, PortraitState.REFUSED, refusal="It shows 2 faces."), odd=None)
    assert (refused.words, refused.detail, refused.tone) == ("refused", "It shows 2 faces.", Tone.BAD)
    assert (
        states_sentence((portrait(1, PortraitState.ACCEPTED), portrait(2, PortraitState.PENDING)))
        == "1 used, 1 waiting"
    )


@pytest.mark.parametrize(
    ("names", "selected", "words", "wanted"),
    [
        (["a.jpg", "b.jpg"], True, "Add 2 photos of Odalys Quent", True),
        (["a.jpg"], True, "Add 1 photo of Odalys Quent", True),
        (["a.jpg"], False, "Select a politician first, then drop the photos.", False),
        (["index.csv"], True, "Import politicians from “index.csv”", True),
        (["folder"], False, "Import politicians from “folder”", True),
        (["folder", "a.jpg"], True, "Drop one folder or one table at a time, or photos only.", False),
    ],
)
def test_what_dropped_files_are_for(
    tmp_path: Path, names: list[str], selected: bool, words: str, wanted: bool
) -> None:
    (tmp_path / "folder").mkdir()
    who = someone(1, "Odalys", "Quent") if selected else None
    drop = meaning([tmp_path / name for name in names], selected=who)
    assert (drop.words, drop.wanted) == (words, wanted)


# ---------------------------------------------------------------- the list


def test_politicians_are_listed_by_country(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician("Ilka", "Brandwyn", "Austria", "Prime Minister")
    made.politician("Odalys", "Quent")
    made.politician("Cosmo", "Treadgold", "Italy", "Prime Minister")
    page, _ = page_of(made, sessions, qtbot)
    assert listed(page) == ["Austria", "Brandwyn", "Italy", "Quent", "Treadgold"]
    assert page.detail.politician is not None
    assert page.detail.politician.surname == "Brandwyn"


def test_headings_cannot_be_selected(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician("Ilka", "Brandwyn", "Austria", "Prime Minister")
    made.politician("Odalys", "Quent")
    page, _ = page_of(made, sessions, qtbot)
    page.list.setFocus()
    press(page.list, Qt.Key.Key_Down)
    assert page.detail.politician is not None
    assert page.detail.politician.surname == "Quent"


def test_the_search_finds_names_countries_and_roles(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician("Jürgen", "Brändwyn", "Austria", "Prime Minister")
    quent = made.politician("Odalys", "Quent")
    made.portrait(quent)
    page, _ = page_of(made, sessions, qtbot)
    page.search.setText("jurgen brand")
    assert listed(page) == ["Austria", "Brändwyn"]
    page.search.setText("italy interior")
    assert listed(page) == ["Italy", "Quent"]
    page.search.setText("nobody")
    assert listed(page) == []
    page.search.clear()
    page._gaps.setChecked(True)
    assert listed(page) == ["Austria", "Brändwyn"]


def test_without_politicians_the_page_says_what_to_do(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    page, _ = page_of(made, sessions, qtbot)
    assert page._empty.isVisible()
    page._empty.secondary_clicked.emit()
    assert page.detail.isVisible()
    assert page.detail.politician is None
    page.detail.discard.click()
    assert page._empty.isVisible()


# ---------------------------------------------------------------- the board


def cell(page: PoliticiansPage, code: str, role: str) -> tuple[int, int]:
    column = [country.code for country in COUNTRIES].index(code)
    return [one.value for one in ROLES].index(role), column


def test_a_gap_starts_a_new_politician_there(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot)
    row, column = cell(page, "MT", "Justice Minister")
    index = page.board.model().index(row, column)
    qtbot.mouseClick(
        page.board.viewport(), Qt.MouseButton.LeftButton, pos=page.board.visualRect(index).center()
    )
    form = page.detail.form
    assert (form.country.value, form.role.value) == ("Malta", "Justice Minister")
    assert not page.detail.save.isEnabled()
    form.given_name.setFocus()
    qtbot.keyClicks(form.given_name, "Nerys")
    qtbot.keyClicks(form.surname, "Valdoon")
    page.detail.save.click()
    assert [one.full_name for one in session.politicians()] == ["Odalys Quent", "Nerys Valdoon"]
    assert page.detail.politician is not None
    assert page.detail.politician.country == "Malta"
    assert page.board.model().index(row, column).data() == (
        "Justice Minister, Malta: Nerys Valdoon, no portrait"
    )


def test_enter_on_a_named_office_selects_its_holders_in_turn(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician("Ilka", "Brandwyn", "Austria", "Prime Minister")
    first = made.politician("Odalys", "Quent")
    second = made.politician("Tamsin", "Orrelby")
    page, _ = page_of(made, sessions, qtbot)
    page.board.setCurrentIndex(page.board.model().index(*cell(page, "IT", "Interior Minister")))
    seen = []
    for _ in range(3):
        press(page.board, Qt.Key.Key_Return)
        seen.append(page.current)
    assert set(seen) == {first, second}
    assert seen[0] == seen[2]


# ---------------------------------------------------------------- correcting


def test_a_corrected_name_is_saved(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot)
    assert page.detail.save.isHidden()
    page.detail.form.surname.selectAll()
    qtbot.keyClicks(page.detail.form.surname, "Quentin")
    assert page.detail.save.isVisible()
    qtbot.keyClick(page.detail.form.surname, Qt.Key.Key_Return)
    assert session.politicians()[0].surname == "Quentin"
    assert page.detail.save.isHidden()
    assert listed(page) == ["Italy", "Quentin"]


def test_a_country_beyond_the_27_can_be_typed(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot)
    form = page.detail.form
    form.country.setCurrentIndex(form.country.count() - 1)
    qtbot.keyClicks(form.other_country, "Norway")
    page.detail.save.click()
    assert session.politicians()[0].country == "Norway"
    # Another name of one of the 27 is that one.
    form.show_typed(Typed("A", "B", "Narnia", "Prime Minister"))
    form.other_country.setText("Deutschland")
    assert form.typed.country == "Germany"


def test_what_is_refused_stays_in_the_fields(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician("Ilka", "Brandwyn")
    made.politician("Odalys", "Quent")
    page, session = page_of(made, sessions, qtbot)
    page.detail.form.given_name.selectAll()
    qtbot.keyClicks(page.detail.form.given_name, "Odalys")
    page.detail.form.surname.selectAll()
    qtbot.keyClicks(page.detail.form.surname, "Quent")
    with qtbot.waitSignal(session.failed) as failed:
        page.detail.save.click()
    assert str(failed.args[0]) == "Odalys Quent is already in the index."
    assert page.detail.form.surname.text() == "Quent"
    assert page.detail.save.isVisible()
    page.detail.discard.click()
    assert page.detail.form.surname.text() == "Brandwyn"


def test_what_was_typed_stays_while_others_are_looked_at(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    first = made.politician("Ilka", "Brandwyn")
    second = made.politician("Odalys", "Quent")
    page, session = page_of(made, sessions, qtbot)
    qtbot.keyClicks(page.detail.form.surname, "er")
    page.select(second)
    assert page.detail.save.isHidden()
    session.changed.emit(Changes(politicians=frozenset({first})), None)
    page.select(first)
    assert page.detail.form.surname.text() == "Brandwyner"
    assert page.detail.save.isVisible()


def test_removing_asks_in_its_place(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician("Ilka", "Brandwyn")
    made.politician("Odalys", "Quent")
    page, session = page_of(made, sessions, qtbot)
    remove = page.detail.remove
    remove.button.click()
    assert remove.question == "Remove Ilka Brandwyn?"
    assert page.focusWidget() is remove.keep, "Enter pressed twice must not remove"
    remove.keep.click()
    assert not remove.asking
    remove.button.click()
    press(remove.keep, Qt.Key.Key_Escape)
    assert not remove.asking
    assert len(session.politicians()) == 2
    remove.button.click()
    remove.yes.click()
    assert [one.surname for one in session.politicians()] == ["Quent"]
    assert page.detail.politician is not None
    assert page.detail.politician.surname == "Quent"


def test_the_question_tells_what_depends_on_a_politician(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    who = made.politician()
    made.portrait(who, "01.jpg")
    made.portrait(who, "02.jpg")
    made.submission(claimed=who)
    page, _ = page_of(made, sessions, qtbot)
    remove = page.detail.remove
    assert remove.question == "Remove Odalys Quent and 2 portraits? 1 open claim names them."
    assert (remove.yes.label, remove.keep.label) == ("Remove", "Keep")


def test_the_same_name_from_another_country_is_pointed_out_and_allowed(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot)

    def said() -> list[str]:
        labels = (label for label in page.detail.findChildren(QLabel) if label.isVisible())
        return [label.text() for label in labels if "already" in label.text()]

    page.add(Typed(given_name="Odalys", country="Malta"))
    assert said() == []
    page.detail.form.surname.setFocus()
    qtbot.keyClicks(page.detail.form.surname, "quent")
    assert said() == ["Odalys Quent is in the index already, for Italy. Go on only if this is somebody else."]
    page.detail.save.click()
    assert len(session.politicians()) == 2


def test_the_words_under_the_board_follow_what_is_added(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician()
    page, _ = page_of(made, sessions, qtbot)
    page.board.setCurrentIndex(page.board.model().index(*cell(page, "MT", "Justice Minister")))
    press(page.board, Qt.Key.Key_Return)
    page.detail.form.type_in(Typed("Nerys", "Valdoon", "Malta", "Justice Minister"))
    page.detail.form.edited.emit()
    page.detail.save.click()
    told = [label.text() for label in page.findChildren(QLabel)]
    assert "Justice Minister, Malta: Nerys Valdoon, no portrait" in told


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_no_role_is_cut_in_the_list_of_roles(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, _ = page_of(made, sessions, qtbot)
    roles = page.detail.form.role
    roles.showPopup()
    view = roles.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(view.model().index(roles.count() - 1, 0))
    assert last.bottom() < view.viewport().height()
    assert view.sizeHintForColumn(0) <= view.viewport().width()
    roles.hidePopup()


def test_a_question_is_withdrawn_when_somebody_else_is_shown(
    made: MadeUp, sessions: list[Session], qtbot: QtBot
) -> None:
    made.politician("Ilka", "Brandwyn")
    second = made.politician("Odalys", "Quent")
    page, _ = page_of(made, sessions, qtbot)
    page.detail.remove.ask()
    page.select(second)
    assert not page.detail.remove.asking


# ---------------------------------------------------------------- portraits


def states(page: PoliticiansPage) -> dict[str, StateLine]:
    model = page.detail.grid.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return {index.data(PortraitRole.PORTRAIT).file_name: index.data(PortraitRole.STATE) for index in indexes}


def test_portraits_that_disagree_are_told(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    who = made.politician()
    for name in ("01.jpg", "02.jpg", "03.jpg"):
        made.portrait(who, name)
    made.portrait(who, "other.jpg", direction=5)
    made.portrait(who, "group.jpg", state=PortraitState.REFUSED, refusal="It shows 3 faces.")
    page, session = page_of(made, sessions, qtbot)
    shown = states(page)
    assert shown["01.jpg"].detail == ""
    assert shown["other.jpg"].tone is Tone.WARN
    assert shown["other.jpg"].detail.startswith("Disagrees with the others (")
    assert shown["group.jpg"].detail == "It shows 3 faces."
    assert page._sentence.text() == "1 of 135 offices named, everyone has a portrait"
    assert session.portrait_counts()[who] == 4


def test_a_face_crop_comes_up_when_it_is_decoded(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    who = made.politician()
    digest = made.portrait(who, pixels=np.full((120, 120, 3), 200, np.uint8))
    page, _ = page_of(made, sessions, qtbot)
    crops = page.detail._crops
    with qtbot.waitSignal(crops.ready, timeout=PATIENCE):
        page.grab()
    crop = crops.get(digest)
    assert crop is not None
    assert crop.width() == crop.height()


def test_a_photo_is_removed_after_a_question(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    who = made.politician()
    made.portrait(who, "01.jpg")
    made.portrait(who, "02.jpg")
    page, session = page_of(made, sessions, qtbot)
    grid, remove = page.detail.grid, page.detail.remove_photos
    assert not remove.button.isEnabled()
    grid.setCurrentIndex(grid.model().index(0, 0))
    press(grid, Qt.Key.Key_Delete)
    assert remove.question == "Remove 01.jpg?"
    remove.yes.click()
    assert [one.file_name for one in session.portraits(who)] == ["02.jpg"]
    assert list(states(page)) == ["02.jpg"]


def photo(path: Path, brightness: int) -> Path:
    Image.new("RGB", (64, 64), (brightness,) * 3).save(path)
    return path


def drop_on(page: PoliticiansPage, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(50, 50), action, data, buttons, keys)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert page._veil.isVisible()
    page.dropEvent(QDropEvent(QPointF(50, 50), action, data, buttons, keys))
    assert not page._veil.isVisible()


def test_dropped_photos_are_looked_at_and_used_or_refused(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    who = made.politician()
    page, session = page_of(made, sessions, qtbot)

    def settled() -> bool:
        found = session.portraits(who)
        return len(found) == 2 and all(one.state is not PortraitState.PENDING for one in found)

    with qtbot.waitSignal(
        session.changed, timeout=PATIENCE, check_params_cb=lambda _changes, _origin: settled()
    ):
        drop_on(page, [photo(tmp_path / "bright.png", 200), photo(tmp_path / "dark.png", 5)])
    page.refresh()
    shown = states(page)
    assert shown["bright.png"].words == "used"
    assert shown["dark.png"].words == "refused"
    assert shown["dark.png"].detail.startswith("No face was found")


def test_photos_without_a_politician_are_not_taken(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    page, _ = page_of(made, sessions, qtbot)
    with qtbot.waitSignal(page.told) as told:
        drop_on(page, [photo(tmp_path / "bright.png", 200)])
    assert told.args == ["Select a politician first, then drop the photos."]


def test_a_dropped_table_is_imported(
    made: MadeUp, sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    page, session = page_of(made, sessions, qtbot)
    table = tmp_path / "index.csv"
    table.write_text("country,role,name,surname\nItaly,Prime Minister,Cosmo,Treadgold\n", encoding="utf-8")
    with qtbot.waitSignal(session.load_ended, timeout=PATIENCE):
        drop_on(page, [table])
    page.refresh()
    assert listed(page) == ["Italy", "Treadgold"]


def test_a_chosen_folder_is_imported(
    made: MadeUp,
    sessions: list[Session],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, session = page_of(made, sessions, qtbot)
    folder = tmp_path / "people" / "Austria" / "Ilka Brandwyn"
    folder.mkdir(parents=True)
    photo(folder / "01.png", 180)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "people"))
    with qtbot.waitSignal(session.load_ended, timeout=PATIENCE):
        page.import_folder()
    page.refresh()
    assert listed(page) == ["Austria", "Brandwyn"]
    assert list(states(page)) == ["01.png"]


def test_chosen_photos_are_added(
    made: MadeUp,
    sessions: list[Session],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    who = made.politician()
    page, session = page_of(made, sessions, qtbot)
    chosen = [str(photo(tmp_path / "a.png", 150))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    with qtbot.waitSignal(session.load_ended, timeout=PATIENCE):
        page.detail.add_photos.click()
    assert [one.file_name for one in session.portraits(who)] == ["a.png"]


def test_the_page_follows_what_changes_elsewhere(made: MadeUp, sessions: list[Session], qtbot: QtBot) -> None:
    made.politician()
    page, session = page_of(made, sessions, qtbot)
    with qtbot.waitSignal(page._timer.timeout):
        session.add_politician(
            given_name="Cosmo", surname="Treadgold", country="Italy", role="Prime Minister"
        )
    assert listed(page) == ["Italy", "Quent", "Treadgold"]
