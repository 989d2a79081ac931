"""The dialog that fetches from NocoDB: each failure at its field, nothing taken in before it was shown."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from filing import Filing
from outside import COLUMNS, PHOTOS, PREVIEW, ROWS, SERVER, FakeOutside, FakeWorkspace
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CatalogueReadOnly
from curator.engine.intake.nocodb.failures import About, FetchFailed
from curator.engine.intake.nocodb.request import (
    CAMPAIGN_CONTRIBUTIONS,
    CAMPAIGN_PHOTOS,
    FetchRequest,
    Field,
)
from curator.engine.records import Kind
from curator.ui.fetch.dialog import FetchDialog
from curator.ui.fetch.mapping_form import Preset
from curator.ui.fetch.rows_model import Column, RowsModel
from curator.ui.session.fetching import Fetcher

SECRET = "nc-s3cr3t-t0k3n"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def there() -> FakeOutside:
    return FakeOutside()


@pytest.fixture
def workspace(catalogue: Catalogue) -> FakeWorkspace:
    return FakeWorkspace(catalogue)


@pytest.fixture
def fetcher(workspace: FakeWorkspace, there: FakeOutside) -> Iterator[Fetcher]:
    parent = QObject()
    fetcher = Fetcher(workspace, outside=there.outside, parent=parent)  # type: ignore[arg-type]
    yield fetcher
    there.go.set()
    fetcher.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def dialog(fetcher: Fetcher, window: QWidget, qtbot: QtBot) -> Iterator[FetchDialog]:
    dialog = open_dialog(fetcher, window, qtbot)
    yield dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_dialog(fetcher: Fetcher, window: QWidget, qtbot: QtBot) -> FetchDialog:
    dialog = FetchDialog(fetcher, parent=window)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    return dialog


def type_in(dialog: FetchDialog, *, address: str = SERVER, token: str = SECRET) -> None:
    form = dialog.source
    for field, text in (
        (form.address, address),
        (form.base, "DNTSPY"),
        (form.table, "photos"),
        (form.token, token),
    ):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)


def press(dialog: FetchDialog, key: Qt.Key = ENTER) -> None:
    """Where the focus is, as a person does."""
    QTest.keyClick(dialog.focusWidget() or dialog, key)


def look(dialog: FetchDialog, fetcher: Fetcher, qtbot: QtBot) -> None:
    type_in(dialog)
    with qtbot.waitSignal(fetcher.looked):
        press(dialog)


def choose(dialog: FetchDialog, field: Field, column: str) -> None:
    choice = dialog.preview.mapping.choices[field]
    place = choice.findData(column)
    assert place >= 0
    choice.setCurrentIndex(place)
    choice.activated.emit(place)


def words(dialog: FetchDialog) -> str:
    """Everything that can be read in it."""
    shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    return "\n".join(shown)


# ---------------------------------------------------------------- the first step


def test_it_says_whom_it_talks_to_and_that_nothing_else_uses_the_network(dialog: FetchDialog) -> None:
    assert "the only time that Curator uses the network" in words(dialog)
    assert "the server that you name" in words(dialog)
    QTest.keyClicks(dialog.source.address, "nocodb.example.org/dashboard/#/nc/abc")
    assert "It talks to nocodb.example.org, and to no other computer." in words(dialog)


def test_it_does_not_stand_in_the_way_of_the_window(dialog: FetchDialog, window: QWidget) -> None:
    assert dialog.windowModality() is Qt.WindowModality.WindowModal
    assert QApplication.activeModalWidget() is dialog
    assert window.isEnabled()


def test_nothing_can_be_fetched_before_it_was_looked_at(
    dialog: FetchDialog, workspace: FakeWorkspace, there: FakeOutside
) -> None:
    type_in(dialog)
    assert not dialog.fetch_button.isEnabled()
    assert dialog.mark.isHidden()
    dialog.fetch_button.click()
    assert not workspace.fetched
    assert not there.asked


@pytest.mark.parametrize(
    ("empty", "sentence"),
    [
        ("address", "There is no address."),
        ("base", "Type the title or the id of the base."),
        ("table", "Type the title or the id of the table."),
        ("token", "Type a token."),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, empty: str, sentence: str, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(fetcher.token_told):
        type_in(dialog)
    field: QLineEdit = getattr(dialog.source, empty)
    field.setFocus()
    field.selectAll()
    press(dialog, Qt.Key.Key_Delete)
    press(dialog)
    assert not there.asked
    assert dialog.source.faults[0].startswith(sentence)
    assert field.property("wrong") == "true"
    assert field.accessibleDescription().startswith(sentence)
    assert dialog.focusWidget() is field
    QTest.keyClicks(field, "x")
    assert dialog.source.faults == ()
    assert field.property("wrong") == ""


@pytest.mark.parametrize("about", list(About))
def test_a_failure_is_said_at_the_field_that_it_concerns(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, about: About, qtbot: QtBot
) -> None:
    there.answers = [FetchFailed("That does not work.", advice="Do it otherwise.", about=about)]
    type_in(dialog)
    with qtbot.waitSignal(fetcher.look_failed):
        press(dialog)
    form = dialog.source
    at = {
        About.ADDRESS: form.address,
        About.BASE: form.base,
        About.TABLE: form.table,
        About.TOKEN: form.token,
        About.COLUMNS: form.table,
    }[about]
    assert form.faults == ("That does not work. Do it otherwise.",)
    assert dialog.focusWidget() is at
    assert at.isEnabled()
    assert at.property("wrong") == "true"
    assert not dialog.waiting.isVisible()
    assert not dialog.fetch_button.isEnabled()
    assert QApplication.activeModalWidget() is dialog, "no message box"


def test_a_failure_that_concerns_no_field_is_said_beside_the_buttons(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.answers = [CatalogueReadOnly("Something else failed.")]
    type_in(dialog)
    with qtbot.waitSignal(fetcher.look_failed):
        press(dialog)
    assert dialog.source.faults == ()
    assert "Something else failed." in words(dialog)
    assert dialog.focusWidget() is dialog.source.look


def test_a_connection_that_others_could_read_is_warned_of(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    type_in(dialog, address="http://192.168.1.20:8080")
    warning = dialog.source.faults[0]
    assert "without https" in warning
    there.answers = [replace(PREVIEW, warnings=(warning,))]
    with qtbot.waitSignal(fetcher.looked):
        press(dialog)
    assert words(dialog).count("without https") == 1
    type_in(dialog)
    assert dialog.source.faults == ()


def test_a_look_can_be_stopped(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.waits = True
    type_in(dialog)
    press(dialog)
    qtbot.waitUntil(lambda: len(there.stoppers) == 1)
    assert dialog.waiting.words == "Asking nocodb.example.org …"
    assert not dialog.source.address.isEnabled()
    assert dialog.focusWidget() is dialog.waiting.cancel
    press(dialog)
    assert there.stoppers[0].stopped
    assert not fetcher.looking
    assert not dialog.waiting.isVisible()
    assert dialog.source.address.isEnabled()
    assert dialog.focusWidget() is dialog.source.look


def test_escape_leaves_and_stops_asking(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.waits = True
    type_in(dialog)
    press(dialog)
    qtbot.waitUntil(lambda: len(there.stoppers) == 1)
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Escape)
    assert there.stoppers[0].stopped
    assert not fetcher.knows(SERVER)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog), "tokens that were typed do not stay in memory"


def test_it_goes_when_the_catalogue_is_closed(dialog: FetchDialog, fetcher: Fetcher, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        fetcher.close()


# ---------------------------------------------------------------- tokens


def test_a_token_is_not_to_be_read_on_the_screen(dialog: FetchDialog) -> None:
    type_in(dialog)
    assert dialog.source.token.echoMode() is QLineEdit.EchoMode.Password
    assert SECRET not in dialog.source.token.displayText()


def test_a_token_is_kept_if_wanted_and_forgotten_on_request(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    form = dialog.source
    assert not form.keep.isChecked(), "nobody asked for it"
    with qtbot.waitSignal(fetcher.token_told):
        type_in(dialog)
    form.keep.click()
    with qtbot.waitSignals([fetcher.token_told, fetcher.looked]):
        form.look.click()
    assert there.kept == {SERVER: SECRET}
    form.token.selectAll()
    QTest.keyClick(form.token, Qt.Key.Key_Delete)
    assert form.token.placeholderText() == "the one that is kept"
    assert not form.keep.isVisible()
    assert form.forget.isVisible()
    with qtbot.waitSignal(fetcher.looked):
        form.look.click()
    assert there.asked[-1][1] == SECRET
    with qtbot.waitSignal(fetcher.token_told):
        form.forget.click()
    assert there.kept == {}
    assert not fetcher.knows(SERVER)
    assert not dialog.fetch_button.isEnabled(), "there is nothing left to fetch with"
    assert form.keep.isVisible()
    assert not form.forget.isVisible()


def test_without_a_keyring_nothing_is_offered_to_be_kept(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.kept = None
    dialog.source.keep.click()
    with qtbot.waitSignal(fetcher.token_told):
        type_in(dialog)
    assert not dialog.source.keep.isVisible()
    assert "the token is asked for each time" in words(dialog)
    with qtbot.waitSignal(fetcher.looked):
        press(dialog)
    assert dialog.source.faults == ()


def test_of_another_server_nobody_says_that_its_token_is_kept(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.kept = {SERVER: SECRET}
    with qtbot.waitSignal(fetcher.token_told):
        type_in(dialog, token="")
    assert dialog.source.forget.isVisible()
    dialog.source.address.setFocus()
    QTest.keyClicks(dialog.source.address, "x")
    assert not dialog.source.forget.isVisible()


# ---------------------------------------------------------------- the second step


def test_rows_are_shown_as_they_would_be_filed(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, filing: Filing, qtbot: QtBot
) -> None:
    filing.politician("Nerys Valdoon", country="Malta", role="Prime Minister")
    look(dialog, fetcher, qtbot)
    model = dialog.preview.model
    shown = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert shown == [
        ["151", "beach.jpg", "Portrait", "Nerys Valdoon, Prime Minister, Malta", "Found on a forum", "Ana"],
        ["152", "a.jpg, b.jpg", "Deepfake", "Ivo Tarn (not in the index)", "—", "—"],
        ["153", "<img src=x>.png", "Deepfake", "—", "two lines", "<b>Bo</b>"],
        ["154", "no picture", "Deepfake", "—", "—", "Cy"],
    ]
    assert "4 of 2,300 rows, as they would be filed" in words(dialog)
    assert dialog.fetch_button.label == "Fetch 2,300 rows"
    assert there.asked[0][2] is None, "guessed, as nobody has said what the columns mean"
    assert dialog.focusWidget() is dialog.fetch_button


def test_the_rows_are_a_sound_model_that_says_everything_in_words(qtbot: QtBot) -> None:
    model = RowsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS)
    model.set_rows(ROWS[:1])
    model.set_rows(ROWS)
    for row in range(len(ROWS)):
        for column in Column:
            assert str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)).strip()
    tip = model.index(2, Column.PICTURES).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>&lt;img src=x&gt;.png</qt>", "nothing that was sent in is read as HTML"


def test_the_campaigns_columns_are_known_and_can_be_chosen_otherwise(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    look(dialog, fetcher, qtbot)
    mapping = dialog.preview.mapping
    assert dict(mapping.mapped) == CAMPAIGN_PHOTOS
    assert mapping.preset.value == Preset.PHOTOS
    assert mapping.preset.findData(Preset.CONTRIBUTIONS.value) == -1, "no column of that table is there"
    with qtbot.waitSignal(fetcher.looked):
        choose(dialog, Field.SENDER, "Your Name")
        assert not dialog.fetch_button.isEnabled(), "what would be filed is not known yet"
    wanted = {**CAMPAIGN_PHOTOS, Field.SENDER: "Your Name"}
    assert there.asked[-1] == (PHOTOS, SECRET, wanted, Kind.DEEPFAKE)
    assert mapping.preset.value == Preset.OWN
    assert dict(mapping.mapped) == wanted
    assert dialog.fetch_button.isEnabled()
    with qtbot.waitSignal(fetcher.looked):
        place = mapping.preset.findData(Preset.PHOTOS.value)
        mapping.preset.setCurrentIndex(place)
        mapping.preset.activated.emit(place)
    assert there.asked[-1][2] == CAMPAIGN_PHOTOS


def test_the_kind_of_rows_that_do_not_say_theirs_is_chosen(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    look(dialog, fetcher, qtbot)
    kind = dialog.preview.mapping.kind
    with qtbot.waitSignal(fetcher.looked):
        kind.setCurrentIndex(kind.findData(Kind.PORTRAIT.value))
        kind.activated.emit(kind.currentIndex())
    assert there.asked[-1][3] is Kind.PORTRAIT
    dialog.fetch_button.click()
    assert workspace.fetched[0][0].kind is Kind.PORTRAIT


def test_both_tables_of_the_campaign_are_presets(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    columns = tuple(dict.fromkeys([*COLUMNS, *CAMPAIGN_CONTRIBUTIONS.values()]))
    there.answers = [replace(PREVIEW, columns=columns, mapped=CAMPAIGN_CONTRIBUTIONS)]
    look(dialog, fetcher, qtbot)
    mapping = dialog.preview.mapping
    assert mapping.preset.value == Preset.CONTRIBUTIONS
    assert mapping.preset.findData(Preset.PHOTOS.value) >= 0
    assert dict(mapping.mapped) == CAMPAIGN_CONTRIBUTIONS


def test_a_table_without_a_known_column_of_pictures_asks_for_it(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.answers = [replace(PREVIEW, mapped={Field.NOTE: "Description"}, rows=())]
    look(dialog, fetcher, qtbot)
    assert "Say which column holds the pictures." in words(dialog)
    assert not dialog.fetch_button.isEnabled()
    with qtbot.waitSignal(fetcher.looked):
        choose(dialog, Field.IMAGE, "image")
    assert "Say which column" not in words(dialog)
    assert dialog.fetch_button.isEnabled()


def test_a_column_that_cannot_be_read_is_told_with_the_columns(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    look(dialog, fetcher, qtbot)
    there.answers = [FetchFailed("The column “Id” holds no pictures.", about=About.COLUMNS)]
    with qtbot.waitSignal(fetcher.look_failed):
        choose(dialog, Field.IMAGE, "Id")
    assert dialog.preview.fault.words == "The column “Id” holds no pictures."
    assert dialog.preview.isVisible()
    assert not dialog.fetch_button.isEnabled()


def test_an_empty_table_has_nothing_to_fetch(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.answers = [replace(PREVIEW, rows=(), total=0)]
    look(dialog, fetcher, qtbot)
    assert "The table has no rows" in words(dialog)
    assert not dialog.fetch_button.isEnabled()


def test_warnings_are_shown_and_counted(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.answers = [replace(PREVIEW, warnings=("One.", "Two.", "Three.", "Four."), total=None)]
    look(dialog, fetcher, qtbot)
    assert "One.\nTwo.\n2 more warnings" in words(dialog)
    assert dialog.fetch_button.label == "Fetch all rows"


def test_another_table_must_be_looked_at_again(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    look(dialog, fetcher, qtbot)
    dialog.source.table.setFocus()
    QTest.keyClicks(dialog.source.table, "2")
    assert not dialog.preview.isVisible()
    assert not dialog.fetch_button.isEnabled()
    assert dialog.fetch_button.label == "Fetch"
    with qtbot.waitSignal(fetcher.looked):
        press(dialog)
    assert there.asked[-1][0] == replace(PHOTOS, table="photos2")


def test_looking_again_keeps_what_the_columns_were_said_to_mean(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    look(dialog, fetcher, qtbot)
    with qtbot.waitSignal(fetcher.looked):
        choose(dialog, Field.SENDER, "Your Name")
    with qtbot.waitSignal(fetcher.looked):
        dialog.source.look.click()
    assert there.asked[-1][2] == {**CAMPAIGN_PHOTOS, Field.SENDER: "Your Name"}
    assert dialog.preview.mapping.preset.value == Preset.OWN


# ---------------------------------------------------------------- fetching


def test_enter_looks_and_then_fetches(
    dialog: FetchDialog, fetcher: Fetcher, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    look(dialog, fetcher, qtbot)
    with qtbot.waitSignals([fetcher.begun, dialog.accepted]):
        press(dialog)
    assert workspace.fetched == [(FetchRequest(PHOTOS, CAMPAIGN_PHOTOS), SECRET)]
    assert not dialog.isVisible()


def test_enter_in_the_second_step_fetches(
    dialog: FetchDialog, fetcher: Fetcher, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    look(dialog, fetcher, qtbot)
    for at in (dialog.preview.mapping.preset, dialog.preview.table, dialog.mark.tick):
        workspace.refusal = CatalogueReadOnly("The catalogue cannot be written to.")
        at.setFocus()
        with qtbot.waitSignal(fetcher.refused):
            press(dialog)


def test_a_held_enter_looks_and_does_not_fetch(
    dialog: FetchDialog, fetcher: Fetcher, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    look(dialog, fetcher, qtbot)
    focused = dialog.focusWidget()
    assert focused is dialog.fetch_button
    held = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(focused, held)
    assert not workspace.fetched


def test_rows_are_marked_only_if_ticked(
    dialog: FetchDialog, fetcher: Fetcher, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    look(dialog, fetcher, qtbot)
    assert not dialog.mark.tick.isChecked()
    assert not dialog.mark.column.isEnabled()
    dialog.mark.tick.click()
    assert dialog.mark.column.isEnabled()
    dialog.fetch_button.click()
    assert workspace.fetched[0][0].mark_column == "analyzed"


def test_a_table_without_check_boxes_cannot_be_marked(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.answers = [replace(PREVIEW, check_boxes=())]
    look(dialog, fetcher, qtbot)
    assert not dialog.mark.tick.isEnabled()
    assert not dialog.mark.column.isVisible()
    assert "no column of check boxes" in dialog.mark.tick.text()


def test_the_column_to_tick_is_chosen(
    dialog: FetchDialog, fetcher: Fetcher, there: FakeOutside, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    there.answers = [replace(PREVIEW, check_boxes=("seen", "approved"))]
    look(dialog, fetcher, qtbot)
    column = dialog.mark.column
    assert [column.itemData(place) for place in range(column.count())] == ["", "seen", "approved"]
    dialog.mark.tick.click()
    dialog.fetch_button.click()
    assert not workspace.fetched
    assert "Choose the column in which rows are marked" in words(dialog)
    assert dialog.focusWidget() is column
    column.setCurrentIndex(1)
    with qtbot.waitSignal(fetcher.looked):
        choose(dialog, Field.SENDER, "Your Name")
    assert dialog.mark.chosen == "seen", "another mapping changes nothing about the mark"
    dialog.fetch_button.click()
    assert workspace.fetched[0][0].mark_column == "seen"


def test_a_refusal_is_said_in_the_dialog(
    dialog: FetchDialog, fetcher: Fetcher, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    workspace.refusal = CatalogueReadOnly("The catalogue cannot be written to.", advice="Free it.")
    look(dialog, fetcher, qtbot)
    dialog.fetch_button.click()
    assert dialog.isVisible()
    assert "The catalogue cannot be written to. Free it." in words(dialog)


def test_what_was_fetched_last_is_offered_again(
    fetcher: Fetcher, there: FakeOutside, window: QWidget, qtbot: QtBot
) -> None:
    there.kept = {SERVER: SECRET}
    mapped = {Field.IMAGE: "image", Field.SENDER: "Your Name"}
    assert fetcher.fetch(FetchRequest(PHOTOS, mapped, Kind.PORTRAIT, "analyzed"))
    with qtbot.waitSignal(fetcher.token_told):
        dialog = open_dialog(fetcher, window, qtbot)
    assert dialog.source.typed == PHOTOS
    assert dialog.focusWidget() is dialog.source.token
    with qtbot.waitSignal(fetcher.looked):
        press(dialog)
    assert there.asked == [(PHOTOS, SECRET, mapped, Kind.PORTRAIT)]
    assert dict(dialog.preview.mapped) == mapped
    assert dialog.preview.kind is Kind.PORTRAIT
    assert not dialog.mark.tick.isChecked(), "a mark is chosen each time"
    dialog.reject()


def test_a_table_whose_columns_have_changed_is_guessed_anew(
    fetcher: Fetcher, there: FakeOutside, window: QWidget, qtbot: QtBot
) -> None:
    there.kept = {SERVER: SECRET}
    assert fetcher.fetch(FetchRequest(PHOTOS, {Field.IMAGE: "gone"}))
    there.answers = [FetchFailed("There is no column “gone”.", about=About.COLUMNS), PREVIEW]
    dialog = open_dialog(fetcher, window, qtbot)
    with qtbot.waitSignal(fetcher.looked):
        press(dialog)
    assert [mapped for _, _, mapped, _ in there.asked] == [{Field.IMAGE: "gone"}, None]
    assert dict(dialog.preview.mapped) == CAMPAIGN_PHOTOS
    dialog.reject()


def test_a_token_that_was_typed_goes_with_the_second_look_too(
    fetcher: Fetcher, there: FakeOutside, window: QWidget, qtbot: QtBot
) -> None:
    there.kept = {SERVER: SECRET}
    assert fetcher.fetch(FetchRequest(PHOTOS, {Field.IMAGE: "gone"}))
    there.kept = {}
    there.answers = [FetchFailed("There is no column “gone”.", about=About.COLUMNS), PREVIEW]
    with qtbot.waitSignal(fetcher.token_told):
        dialog = open_dialog(fetcher, window, qtbot)
    QTest.keyClicks(dialog.source.token, "another")
    dialog.source.keep.click()
    with qtbot.waitSignals([fetcher.looked, fetcher.token_told]):
        dialog.source.look.click()
    assert [token for _, token, _, _ in there.asked] == ["another", "another"]
    assert there.kept == {SERVER: "another"}
    dialog.reject()


def test_everything_fits_on_a_small_screen(dialog: FetchDialog, fetcher: Fetcher, qtbot: QtBot) -> None:
    look(dialog, fetcher, qtbot)
    assert dialog.width() <= 1366
    assert dialog.height() <= 768
    dialog.resize(1100, 690)
    table = dialog.preview.table
    assert table.height() >= table.horizontalHeader().height() + 5 * table.rowHeight(0)
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
