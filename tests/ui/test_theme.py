"""Contrast, palette, style sheet, fonts and icons in both schemes."""

import gc
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.engine.resources import resources_dir
from curator.ui import theme
from curator.ui.assets import TONE_ICONS, Icon, app_icon, icon, load_fonts, tone_icon
from curator.ui.review import overlay
from curator.ui.theme import (
    DARK,
    LIGHT,
    SHAPES,
    TEXT_PERCENTS,
    Role,
    Scheme,
    ThemeKeeper,
    Tokens,
    Tone,
    apply_theme,
    tokens_of,
)
from curator.ui.widgets import KeyButton, section_heading, text_label

BOTH = pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
INKS = ["text", "dim", "accent", "ok", "warn", "bad"]
GROUNDS = ["bg", "panel", "raised", "hover", "canvas"]


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1..21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_text_reads_on_every_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(("ink", "ground"), [("on_ok", "ok"), ("on_accent", "accent")])
def test_text_reads_on_fills(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_show_on_every_ground(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.edge, getattr(tokens, ground)) >= 3


@BOTH
def test_words_of_a_pressed_control_read(tokens: Tokens) -> None:
    assert contrast(tokens.text, tokens.line) >= 4.5


@BOTH
@pytest.mark.parametrize("fill", ["accent", "ok", "warn", "bad", "dim"])
def test_what_fills_a_track_shows_on_it(tokens: Tokens, fill: str) -> None:
    assert contrast(getattr(tokens, fill), tokens.line) >= 3


def laid_over(top: QColor, ground: str) -> str:
    """The colour that is seen where a half transparent one lies over a picture."""
    under, share = QColor(ground), top.alphaF()
    mixed = [
        share * one + (1 - share) * other for one, other in zip(top.toTuple(), under.toTuple(), strict=True)
    ]
    return QColor(*(round(part) for part in mixed[:3])).name()


PICTURES = pytest.mark.parametrize(
    "picture", ["#000000", "#808080", "#ffffff"], ids=["dark", "grey", "light"]
)


@PICTURES
@pytest.mark.parametrize("ink", ["text", "dim", "ok", "warn", "bad"])
def test_words_on_a_plate_read_over_any_picture(ink: str, picture: str) -> None:
    """Plates are dark in both schemes, and a neutral face's words are dim."""
    assert contrast(getattr(DARK, ink), laid_over(overlay.PLATE_COLOR, picture)) >= 4.5


@PICTURES
@pytest.mark.parametrize("ink", ["text", "dim", "accent", "ok", "warn", "bad"])
def test_lines_show_over_any_picture_by_their_halo(ink: str, picture: str) -> None:
    """Of boxes, of the corners of the selected one, of landmarks and of the box that is being drawn."""
    assert contrast(getattr(DARK, ink), laid_over(overlay.HALO_COLOR, picture)) >= 3


def test_tones_differ_in_shape_and_icon_and_not_in_colour_alone() -> None:
    assert len({SHAPES[tone] for tone in Tone}) == len(Tone)
    assert len({TONE_ICONS[tone] for tone in Tone}) == len(Tone)
    for tokens in (DARK, LIGHT):
        assert len({tokens.color(tone).name() for tone in Tone}) == len(Tone)


@pytest.mark.parametrize(("scheme", "tokens"), [(Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)])
def test_the_palette_tells_which_scheme_is_shown(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme, tokens: Tokens
) -> None:
    assert apply_theme(qapp, scheme) == tokens
    widget = QWidget()
    qtbot.addWidget(widget)
    assert tokens_of() == tokens
    assert tokens_of(widget) == tokens
    assert widget.palette().color(QPalette.ColorRole.WindowText).name() == tokens.text


@BOTH
def test_the_style_sheet_is_filled_in_completely(tokens: Tokens) -> None:
    sheet = theme.style_sheet(tokens)
    assert "@" not in sheet
    assert tokens.panel in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert [path for path in pictures if not Path(path).is_file()] == []


def test_the_style_sheet_names_no_unknown_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "style.qss").write_text("QLabel { color: @nothing; }", encoding="utf-8")
    monkeypatch.setattr(theme, "resources_dir", lambda: tmp_path)
    with pytest.raises(KeyError, match="nothing"):
        theme.style_sheet(DARK)


def test_the_keeper_forces_a_scheme_and_tells_once(qapp: QApplication, qtbot: QtBot) -> None:
    keeper = ThemeKeeper(qapp, scheme=Scheme.LIGHT)
    with qtbot.waitSignal(keeper.changed) as told:
        keeper.set_scheme(Scheme.DARK)
    assert told.args == [DARK]
    assert keeper.tokens == tokens_of() == DARK
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.set_scheme(Scheme.DARK)
    keeper.deleteLater()


def test_the_keeper_follows_the_system_only_when_asked(qapp: QApplication) -> None:
    keeper = ThemeKeeper(qapp, scheme=Scheme.SYSTEM)
    shown = keeper.tokens
    other = Scheme.LIGHT if shown is DARK else Scheme.DARK
    apply_theme(qapp, other)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert tokens_of() == shown
    keeper.set_scheme(other)
    # Keepers of other windows that follow the system would show the same.
    apply_theme(qapp, Scheme.SYSTEM)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert tokens_of() == shown, "it is left to whoever showed it"
    keeper.deleteLater()


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[ThemeKeeper]:
    made = ThemeKeeper(qapp, scheme=Scheme.DARK)
    yield made
    made.set_text_percent(100)
    made.deleteLater()


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_text_of_every_role_has_the_size_that_was_chosen(keeper: ThemeKeeper, percent: int) -> None:
    keeper.set_text_percent(percent)
    for role in Role:
        wanted = theme.TEXT_SIZES[role] * percent / 100
        assert abs(theme.font_of(role).pixelSize() - wanted) <= 1
    assert abs(theme.sized(100) - percent) <= 5


def test_text_has_a_size_that_is_told_apart(keeper: ThemeKeeper) -> None:
    sizes = []
    for percent in TEXT_PERCENTS:
        keeper.set_text_percent(percent)
        sizes.append(theme.font_of(Role.BODY).pixelSize())
    assert sizes == sorted(set(sizes))


def test_what_is_on_the_screen_follows_the_size_of_text(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    label, plain = text_label("Words", role=Role.CAPTION), QCheckBox("Words")
    heading = section_heading("Words")
    button = KeyButton("Approve", key="A")
    for widget in (label, plain, heading, button):
        column.addWidget(widget)
    theme.size_with_text(label, least_width=100, height=20)
    with qtbot.waitExposed(box):
        box.show()
    before = (button.sizeHint(), plain.fontMetrics().height())
    keeper.set_text_percent(150)
    assert label.font().pixelSize() == 17
    assert (label.minimumWidth(), label.height()) == (154, 31)
    assert heading.font().capitalization() == QFont.Capitalization.AllUppercase
    assert button.sizeHint().width() > before[0].width()
    assert button.sizeHint().height() == 55
    assert plain.fontMetrics().height() > before[1]
    keeper.set_scheme(Scheme.LIGHT)
    assert label.font().pixelSize() == 17
    keeper.set_text_percent(100)
    assert label.font().pixelSize() == 11
    assert (button.sizeHint(), plain.fontMetrics().height()) == before


def test_the_shipped_family_is_used_in_two_weights(qapp: QApplication) -> None:
    load_fonts()
    assert "Inter" in QFontDatabase.families()
    regular, bold = QFontInfo(theme.font_of(Role.BODY)), QFontInfo(theme.font_of(Role.STRONG))
    assert (regular.family(), bold.family()) == ("Inter", "Inter")
    assert bold.weight() > regular.weight()


def test_every_icon_has_a_file_and_every_file_a_name() -> None:
    files = {path.stem for path in (resources_dir() / "icons").glob("*.svg")}
    assert files == {name.value for name in Icon}


def drawn(made: QIcon, *, ratio: float = 1.0, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return made.pixmap(QSize(16, 16), ratio, mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def strongest(image: QImage) -> QColor:
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda color: color.alpha())


def test_an_icon_follows_the_scheme_without_being_made_anew(qapp: QApplication) -> None:
    made = icon(Icon.TONE_BAD, tint="bad")
    for scheme, tokens in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)):
        apply_theme(qapp, scheme)
        assert strongest(drawn(made)).name() == tokens.bad


def test_an_icon_is_drawn_at_the_pixels_of_the_screen(qapp: QApplication) -> None:
    image = drawn(icon(Icon.REVIEW), ratio=2.0)
    assert (image.width(), image.height()) == (32, 32)
    assert image.devicePixelRatio() == 2.0


def test_a_disabled_icon_is_fainter_and_a_checked_one_has_the_accent(qapp: QApplication) -> None:
    tokens = apply_theme(qapp, Scheme.DARK)
    made = icon(Icon.TONE_OK)
    assert strongest(drawn(made, mode=QIcon.Mode.Disabled)).alpha() < strongest(drawn(made)).alpha()
    on = made.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert strongest(on).name() == tokens.accent


def test_icons_can_be_copied_painted_and_dropped(qapp: QApplication) -> None:
    """Qt owns the engine behind an icon and copies it: neither side may let go too early."""
    tokens = apply_theme(qapp, Scheme.LIGHT)
    copies = [QIcon(tone_icon(tone)) for tone in Tone for _ in range(20)]
    gc.collect()
    image = QImage(16, 16, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    for copy in copies[:20]:
        copy.paint(painter, image.rect())
    painter.end()
    assert strongest(image).name() == tokens.ok


def test_the_program_has_an_icon_of_its_own(qapp: QApplication) -> None:
    assert not app_icon().pixmap(64, 64).isNull()
    assert (resources_dir() / "curator.ico").read_bytes()[:4] == b"\x00\x00\x01\x00"
