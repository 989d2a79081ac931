"""The parts that views are built from."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.ui.assets import Icon
from curator.ui.theme import Role, Scheme, Surface, Tokens, Tone, apply_theme
from curator.ui.widgets import (
    BarRow,
    BarTrack,
    ButtonTone,
    Chip,
    DecimalField,
    ElidedLabel,
    EmptyState,
    FlowRow,
    IconMark,
    KeyButton,
    KeyCap,
    Notice,
    NumberField,
    RailButton,
    ThinProgress,
    ToneMark,
    ToolButton,
    fitting_label,
    rule,
    section_heading,
    set_surface,
    set_tip,
    set_tone,
    text_label,
)

HOSTILE = '<img src="file:///etc/passwd"><b>A & B</b>'


@pytest.fixture(params=[Scheme.DARK, Scheme.LIGHT])
def tokens(qapp: QApplication, request: pytest.FixtureRequest) -> Tokens:
    return apply_theme(qapp, request.param)


def show(qtbot: QtBot, widget: QWidget, *, size: QSize | None = None) -> None:
    qtbot.addWidget(widget)
    widget.resize(size if size is not None else widget.sizeHint())
    with qtbot.waitExposed(widget):
        widget.show()


def colors(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


# ---------------------------------------------------------------- labels


def test_text_is_never_read_as_html(qtbot: QtBot) -> None:
    label = text_label(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_every_label_inside_the_widgets_is_plain_text(qtbot: QtBot) -> None:
    parts = [
        section_heading("Findings"),
        ToneMark(Tone.OK, HOSTILE),
        BarRow(HOSTILE, value="0.54", fraction=0.5),
        Notice(),
        EmptyState(Icon.PICTURES, HOSTILE, HOSTILE),
    ]
    for part in parts:
        qtbot.addWidget(part)
        labels = [part] if isinstance(part, QLabel) else part.findChildren(QLabel)
        assert labels
        assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_tool_tip_shows_tags_as_letters(qtbot: QtBot) -> None:
    label = text_label("x")
    qtbot.addWidget(label)
    set_tip(label, HOSTILE)
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()
    set_tip(label, "")
    assert label.toolTip() == ""


def test_a_cut_name_keeps_its_end_and_tells_the_rest(qtbot: QtBot) -> None:
    name = "a_very_long_file_name_of_a_minister_on_a_beach.jpg"
    label = text_label(name, elide=Qt.TextElideMode.ElideMiddle)
    assert isinstance(label, ElidedLabel)
    show(qtbot, label, size=QSize(120, 20))
    assert label.shown_text().endswith(".jpg")
    assert "…" in label.shown_text()
    assert name in label.toolTip()
    label.resize(label.sizeHint())
    assert label.shown_text() == name
    assert label.toolTip() == ""


def test_a_label_says_less_where_there_is_little_room(qtbot: QtBot) -> None:
    label = fitting_label()
    qtbot.addWidget(label)
    label.show()
    label.set_texts("37 of 249 decided · analysing 12 more", "37 of 249 decided", "37 / 249")
    metrics = label.fontMetrics()
    for words in ("37 of 249 decided · analysing 12 more", "37 of 249 decided", "37 / 249"):
        label.resize(metrics.horizontalAdvance(words) + 1, 20)
        assert label.shown_text() == words
        assert bool(label.toolTip()) is (words != label.text())
    label.resize(metrics.horizontalAdvance("37 …"), 20)
    assert label.shown_text().endswith("…")
    assert label.text() == "37 of 249 decided · analysing 12 more"


def test_a_label_takes_another_tone(qtbot: QtBot, tokens: Tokens) -> None:
    label = text_label("███", role=Role.HEADING, tone=Tone.OK)
    show(qtbot, label)
    assert tokens.ok in colors(label)
    set_tone(label, Tone.BAD)
    assert tokens.bad in colors(label)
    assert tokens.ok not in colors(label)


def test_roles_differ_in_size_and_weight(qtbot: QtBot, tokens: Tokens) -> None:
    labels = {role: text_label("Text", role=role) for role in Role}
    for label in labels.values():
        show(qtbot, label)
    assert labels[Role.HEADING].font().pixelSize() > labels[Role.BODY].font().pixelSize()
    assert labels[Role.CAPTION].font().pixelSize() < labels[Role.BODY].font().pixelSize()
    assert labels[Role.STRONG].font().weight() > labels[Role.BODY].font().weight()


def test_a_section_heading_is_read_aloud_as_written(qtbot: QtBot) -> None:
    heading = section_heading("How far is far")
    qtbot.addWidget(heading)
    assert heading.text() == "How far is far"


def test_surfaces_and_rules_have_the_colours_of_the_scheme(qtbot: QtBot, tokens: Tokens) -> None:
    box = QWidget()
    set_surface(box, Surface.BG)
    line = rule(parent=box)
    line.setGeometry(0, 10, 40, 1)
    show(qtbot, box, size=QSize(40, 20))
    image = box.grab().toImage()
    assert image.pixelColor(20, 2).name() == tokens.bg
    assert image.pixelColor(20, 10).name() == tokens.line


# ---------------------------------------------------------------- buttons


@pytest.mark.parametrize("tone", list(ButtonTone))
def test_a_key_button_shows_its_ring_on_every_fill(qtbot: QtBot, tokens: Tokens, tone: ButtonTone) -> None:
    window = QWidget()
    set_surface(window, Surface.PANEL)
    column = QVBoxLayout(window)
    first, button = QPushButton("First"), KeyButton("Approve", key="A", tone=tone)
    column.addWidget(first)
    column.addWidget(button)
    show(qtbot, window)
    window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    image = button.grab().toImage()
    middle = image.height() // 2
    assert image.pixelColor(0, middle).name() == tokens.accent
    # Between ring and body lies what is behind the button, so that the ring shows on any fill.
    assert image.pixelColor(2, middle).name() == tokens.panel


def test_a_click_leaves_the_focus_where_it_is(qtbot: QtBot) -> None:
    button = KeyButton("Approve", key="A")
    show(qtbot, button)
    assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_key_button_tells_its_words_and_key(qtbot: QtBot) -> None:
    button = KeyButton("Ask A & B", key="Q")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Ask A & B"
    assert button.accessibleDescription() == "Key Q"
    assert button.text() == "Ask A && B"
    before = button.sizeHint().width()
    button.set_label("Ask a colleague")
    button.set_key("Shift+Q")
    assert (button.label, button.key) == ("Ask a colleague", "Shift+Q")
    assert button.accessibleName() == "Ask a colleague"
    assert button.accessibleDescription() == "Key Shift+Q"
    assert button.sizeHint().width() > before


def test_a_key_button_has_room_for_all_that_it_shows(qtbot: QtBot) -> None:
    plain = KeyButton("Reject: not the politician")
    with_key = KeyButton("Reject: not the politician", key="R")
    with_both = KeyButton("Reject: not the politician", key="R", image=Icon.CLOSE)
    for button in (plain, with_key, with_both):
        qtbot.addWidget(button)
    assert plain.sizeHint().width() < with_key.sizeHint().width() < with_both.sizeHint().width()
    assert with_both.minimumSizeHint().width() < with_both.sizeHint().width()


def test_a_key_button_keeps_room_for_other_words(qtbot: QtBot) -> None:
    button, wide = KeyButton("Reject …", key="R"), KeyButton("Reject: not the politician", key="R")
    for one in (button, wide):
        qtbot.addWidget(one)
    button.keep_room_for(labels=("Reject: no face", "Reject: not the politician"))
    width = button.sizeHint().width()
    assert width == wide.sizeHint().width()
    button.set_label("Reject: no face")
    assert button.sizeHint().width() == width


def test_a_key_button_with_two_lines_never_gets_too_narrow_for_the_first(qtbot: QtBot) -> None:
    button, first = KeyButton("Take back again"), KeyButton("Take back again")
    for one in (button, first):
        qtbot.addWidget(one)
    words = "approve somebody with a name of many letters"
    button.set_second(words, spoken=f"Take back again: {words}")
    assert button.minimumSizeHint().width() >= first.sizeHint().width()
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    assert button.accessibleName() == f"Take back again: {words}"


def test_a_second_line_needs_no_more_height_and_keeps_its_width(qtbot: QtBot) -> None:
    button, plain = KeyButton("Approve", key="A"), KeyButton("Approve", key="A")
    qtbot.addWidget(button)
    qtbot.addWidget(plain)
    button.set_second("as something that was put together")
    assert button.accessibleName() == "Approve as something that was put together"
    assert button.sizeHint().height() == plain.sizeHint().height()
    wide = button.sizeHint().width()
    assert wide > plain.sizeHint().width()
    button.keep_room_for([button.second])
    button.set_second("")
    assert button.accessibleName() == "Approve"
    assert button.sizeHint().width() == wide


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
def test_both_lines_are_seen(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    try:
        apply_theme(qapp, scheme)
        button = KeyButton("Approve")
        button.set_second("as montage")
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        image = button.grab().toImage()
        ground = image.pixelColor(6, image.height() // 2)
        rows = [
            any(image.pixelColor(x, y) != ground for x in range(8, image.width() - 8))
            for y in range(2, image.height() - 2)
        ]
        # Two lines of words with a gap between them, and nothing cut at the edges.
        assert not rows[0]
        assert not rows[-1]
        assert sum(rows) > 15
        assert sum(not above and here for above, here in pairwise(rows)) == 2
    finally:
        apply_theme(qapp, Scheme.DARK)


def test_tones_of_buttons_have_their_fills(qtbot: QtBot, tokens: Tokens) -> None:
    button = KeyButton("Approve", tone=ButtonTone.OK)
    show(qtbot, button)
    assert tokens.ok in colors(button)
    button.set_tone(ButtonTone.BAD)
    assert tokens.ok not in colors(button)
    assert tokens.bad in colors(button)
    button.setEnabled(False)
    assert tokens.bad not in colors(button)


def test_a_key_cap_grows_with_its_key(qtbot: QtBot) -> None:
    cap = KeyCap("A")
    show(qtbot, cap)
    before = cap.sizeHint().width()
    cap.set_key("Ctrl+Shift+Z")
    assert cap.sizeHint().width() > before
    assert cap.accessibleName() == "Key Ctrl+Shift+Z"


def test_tools_and_rail_buttons_have_names(qtbot: QtBot) -> None:
    tool = ToolButton(Icon.BOXES, "Face boxes", key="B", checkable=True)
    rail = RailButton(Icon.REVIEW, "Review")
    for button in (tool, rail):
        show(qtbot, button)
        assert button.isCheckable()
    assert tool.accessibleName() == "Face boxes"
    assert "(B)" in tool.toolTip()
    tool.set_key("X")
    assert "(X)" in tool.toolTip()
    assert rail.accessibleName() == "Review"


# ---------------------------------------------------------------- chips and marks


def test_a_rail_button_forgets_the_pointer_under_a_dialog(qtbot: QtBot) -> None:
    button = RailButton(Icon.LOG, "Log")
    qtbot.addWidget(button)
    for kind in (QEvent.Type.WindowBlocked, QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        QApplication.sendEvent(button, QEvent(kind))
        assert not button.underMouse()


def test_a_chip_that_is_on_is_told_by_a_tick_and_an_inverted_fill(qtbot: QtBot, tokens: Tokens) -> None:
    chip = Chip("Deepfakes", count=1840)
    show(qtbot, chip)
    off = chip.sizeHint().width()
    # Beside the words, inside the ring that the only button of a window has.
    assert chip.grab().toImage().pixelColor(6, 12).name() in (tokens.raised, tokens.hover)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert chip.sizeHint().width() > off
    assert chip.grab().toImage().pixelColor(6, 12).name() == tokens.accent
    assert chip.accessibleName() == "Deepfakes 1,840"
    chip.set_count(None)
    assert chip.accessibleName() == chip.label == "Deepfakes"


def test_chips_flow_into_rows_and_none_is_cut(qtbot: QtBot) -> None:
    row = FlowRow(gap=4)
    chips = [Chip(f"Country {number}", count=number) for number in range(8)]
    for chip in chips:
        row.add(chip)
    show(qtbot, row, size=QSize(260, 40))
    assert row.height() > 2 * chips[0].height()
    for chip in chips:
        assert row.rect().contains(chip.geometry())
    narrow = row.height()
    row.resize(2000, row.height())
    assert row.height() < narrow


def test_a_tone_mark_has_icon_and_word(qtbot: QtBot, tokens: Tokens) -> None:
    mark = ToneMark(Tone.OK, "clear match")
    show(qtbot, mark)
    icon_mark = mark.findChild(IconMark)
    assert tokens.ok in colors(icon_mark)
    mark.set_mark(Tone.BAD, "two faces", image=Icon.WITHDRAWN)
    assert mark.text == mark.accessibleName() == "two faces"
    assert tokens.bad in colors(icon_mark)
    assert tokens.ok not in colors(mark)


def test_a_tone_mark_can_leave_the_word_uncoloured(qtbot: QtBot, tokens: Tokens) -> None:
    mark = ToneMark(Tone.WARN, "███", tinted=False)
    show(qtbot, mark)
    label = mark.findChild(QLabel)
    assert tokens.warn not in colors(label)
    assert tokens.text in colors(label)


# ---------------------------------------------------------------- bars and fields


@pytest.mark.parametrize(("fraction", "filled"), [(-1.0, 0), (0.0, 0), (0.25, 25), (0.5, 50), (7.0, 100)])
def test_a_bar_is_filled_to_its_fraction(qtbot: QtBot, tokens: Tokens, fraction: float, filled: int) -> None:
    track = BarTrack()
    track.set_bar(fraction, tone=Tone.WARN)
    show(qtbot, track, size=QSize(100, 16))
    image = track.grab().toImage()
    row = [image.pixelColor(x, 8).name() for x in range(100)]
    assert row.count(tokens.warn) == pytest.approx(filled, abs=3)


def test_a_bar_marks_the_threshold(qtbot: QtBot, tokens: Tokens) -> None:
    track = BarTrack(0.2, mark=0.5)
    show(qtbot, track, size=QSize(101, 16))
    assert track.grab().toImage().pixelColor(50, 3).name() == tokens.text


def test_rows_of_bars_line_up(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    rows = [
        BarRow("Ilka", value="0.54", fraction=0.4, tone=Tone.WARN, strong=True),
        BarRow("A much longer name than there is room for", value="1.21", fraction=0.1),
    ]
    for row in rows:
        column.addWidget(row)
    show(qtbot, window, size=QSize(320, 90))
    places = [row.findChild(BarTrack).mapTo(window, QPoint(0, 0)).x() for row in rows]
    assert places[0] == places[1]
    assert rows[0].accessibleName() == "Ilka, 0.54"


def test_thin_progress_is_named_and_thin(qtbot: QtBot, tokens: Tokens) -> None:
    bar = ThinProgress(name="Analysis")
    bar.setValue(50)
    show(qtbot, bar, size=QSize(100, 6))
    assert bar.height() == 6
    assert bar.accessibleName() == "Analysis"
    assert tokens.accent in colors(bar)


@pytest.mark.parametrize("field", [NumberField, DecimalField])
def test_numbers_do_not_stick_to_the_edge_of_their_field(
    qtbot: QtBot, field: type[NumberField] | type[DecimalField]
) -> None:
    made = field()
    show(qtbot, made)
    assert made.lineEdit().textMargins().left() == 8


# ---------------------------------------------------------------- notices


def test_a_notice_shows_one_sentence_and_one_step(qtbot: QtBot, tokens: Tokens) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    notice = Notice()
    column.addWidget(notice)
    show(qtbot, window, size=QSize(500, 120))
    assert notice.isHidden()
    notice.tell("The disk is full.", tone=Tone.BAD, action="Try again")
    assert notice.isVisible()
    assert notice.sentence == notice.accessibleName() == "The disk is full."
    assert tokens.bad in colors(notice)
    button = notice.findChild(KeyButton)
    with qtbot.waitSignal(notice.action_clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    notice.tell("12 pictures were loaded.", tone=Tone.OK)
    assert button.isHidden()
    with qtbot.waitSignal(notice.closed):
        qtbot.mouseClick(notice.findChild(ToolButton), Qt.MouseButton.LeftButton)
    assert notice.isHidden()


def test_a_long_notice_wraps_and_is_not_cut(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    notice = Notice()
    column.addWidget(notice)
    column.addStretch(1)
    show(qtbot, window, size=QSize(420, 300))
    notice.tell("A sentence that goes on and on, because it names a file and a next step. " * 3)
    label = notice.findChild(QLabel)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


def test_an_empty_page_offers_steps(qtbot: QtBot) -> None:
    page = EmptyState(Icon.PICTURES, "Nothing here", "Drop pictures.", primary="Load", secondary="Sample")
    show(qtbot, page)
    first, second = page.findChildren(KeyButton)
    with qtbot.waitSignal(page.primary_clicked):
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.secondary_clicked):
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    page.tell("All done", "Every submission is decided.")
    assert "All done" in {label.text() for label in page.findChildren(QLabel)}


def test_an_empty_page_without_steps_opens_no_stray_window(qtbot: QtBot, qapp: QApplication) -> None:
    before = {widget for widget in qapp.topLevelWidgets() if widget.isVisible()}
    page = EmptyState(Icon.PICTURES, "Nothing here", "Drop pictures.")
    qtbot.addWidget(page)
    assert {widget for widget in qapp.topLevelWidgets() if widget.isVisible()} == before
    assert all(button.isHidden() for button in page.findChildren(KeyButton))


def test_what_is_painted_by_hand_follows_a_change_of_scheme(qtbot: QtBot, qapp: QApplication) -> None:
    dark = apply_theme(qapp, Scheme.DARK)
    button = KeyButton("Approve", key="A", tone=ButtonTone.OK)
    show(qtbot, button)
    assert dark.ok in colors(button)
    light = apply_theme(qapp, Scheme.LIGHT)
    assert light.ok in colors(button)
    assert QColor(dark.ok).name() not in colors(button)
