"""The look of the program: colours, type and tones, applied to the whole application.

The palette is the one truth about which scheme is shown: ``tokens_of(widget)``
reads it, so a widget needs no handle on the theme and follows a change by
repainting. Text pairs keep WCAG AA (4.5:1), graphics 3:1; a test computes them.
"""

import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from curator.engine.resources import resources_dir
from curator.engine.said import said

FAMILY: Final = "Inter"
GRID: Final = 4
"""All gaps and margins are multiples of this many logical pixels."""
RADIUS: Final = 6
"""Corners of buttons, fields and plates, in logical pixels."""
RING: Final = 2
"""Width of the focus ring, in logical pixels."""


class Scheme(StrEnum):
    """Which colours a person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


SCHEME_WORDS: Final = {
    Scheme.SYSTEM: said("As the system"),
    Scheme.LIGHT: said("Light"),
    Scheme.DARK: said("Dark"),
}


class Tone(StrEnum):
    """How good or bad something is. Always shown with an icon and a word beside the colour."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    NEUTRAL = "neutral"


class Shape(StrEnum):
    """The outline that stands for a tone where an icon is too large, as in a plot."""

    CIRCLE = "circle"
    DIAMOND = "diamond"
    SQUARE = "square"
    RING = "ring"


class Role(StrEnum):
    """What a piece of text is for; decides size, weight and colour."""

    BODY = "body"
    STRONG = "strong"
    DIM = "dim"
    CAPTION = "caption"
    HEADING = "heading"
    SECTION = "section"


class Surface(StrEnum):
    """What a container is made of."""

    BG = "bg"
    PANEL = "panel"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, each ``#rrggbb``.

    Attributes:
        scheme: ``light`` or ``dark``; names the files of tinted control images.
        bg: gaps between panels.
        panel: rail, queue, evidence, bars.
        raised: selection, buttons, fields, tracks.
        hover: a raised thing under the pointer.
        line: decorative borders.
        edge: borders that tell where a control is (fields, check boxes): 3:1.
        text: body text.
        dim: text of second rank.
        accent: selection bar, active tool, progress, focus ring, links.
        on_accent: text on a fill of ``accent``.
        ok: match.
        on_ok: text on a fill of ``ok``.
        warn: look closer.
        bad: out.
        canvas: behind the picture.
    """

    scheme: str
    bg: str
    panel: str
    raised: str
    hover: str
    line: str
    edge: str
    text: str
    dim: str
    accent: str
    on_accent: str
    ok: str
    on_ok: str
    warn: str
    bad: str
    canvas: str

    def color(self, tone: Tone) -> QColor:
        """The colour of a tone in this scheme."""
        names = {Tone.OK: self.ok, Tone.WARN: self.warn, Tone.BAD: self.bad, Tone.NEUTRAL: self.dim}
        return QColor(names[tone])


DARK: Final = Tokens(
    scheme="dark",
    bg="#14161a",
    panel="#1b1e24",
    raised="#242831",
    hover="#2d323d",
    line="#2f3540",
    edge="#758093",
    text="#e8eaee",
    dim="#9aa3b2",
    accent="#6ea8fe",
    on_accent="#0b1830",
    ok="#4cc38a",
    on_ok="#08210f",
    warn="#f5c451",
    bad="#ff7a70",
    canvas="#0e1013",
)
# The tones are a shade darker than a first sketch had them: on a selected row they fell to 4.3:1.
LIGHT: Final = Tokens(
    scheme="light",
    bg="#f3f4f6",
    panel="#ffffff",
    raised="#eceef2",
    hover="#e1e5eb",
    line="#d5d9e0",
    edge="#737d8d",
    text="#1a1d23",
    dim="#5b6472",
    accent="#1f5fd0",
    on_accent="#ffffff",
    ok="#147041",
    on_ok="#ffffff",
    warn="#7d5800",
    bad="#b92a26",
    canvas="#dfe3e9",
)

SHAPES: Final = {
    Tone.OK: Shape.CIRCLE,
    Tone.WARN: Shape.DIAMOND,
    Tone.BAD: Shape.SQUARE,
    Tone.NEUTRAL: Shape.RING,
}
TEXT_SIZES: Final = {
    Role.BODY: 13,
    Role.STRONG: 13,
    Role.DIM: 13,
    Role.CAPTION: 11,
    Role.HEADING: 15,
    Role.SECTION: 11,
}
"""Text heights in logical pixels at 100 %. Pixels, not points: a point is another size on macOS."""
TEXT_PERCENTS: Final = (90, 100, 115, 130, 150)
"""The sizes of text that a person can choose."""
BOLD_ROLES: Final = frozenset({Role.STRONG, Role.HEADING, Role.SECTION})


def tokens_of(widget: QWidget | None = None) -> Tokens:
    """The tokens of the scheme that a widget (or the application) shows now."""
    palette = widget.palette() if widget is not None else QGuiApplication.palette()
    return DARK if palette.color(QPalette.ColorRole.Window).lightnessF() < 0.5 else LIGHT


def text_scale() -> float:
    """How large text is, 1.0 at 100 %: the application's own font carries it."""
    pixels = QGuiApplication.font().pixelSize()
    # Before the application is dressed its font is the system's, which says nothing.
    return pixels / TEXT_SIZES[Role.BODY] if pixels > 0 else 1.0


def sized(pixels: float) -> int:
    """A length that has to hold text, in logical pixels at the size of text that was chosen.

    Args:
        pixels: what it is at 100 %.
    """
    return round(pixels * text_scale())


def font_of(role: Role) -> QFont:
    """The font of a role: the shipped family in one of two weights, figures of equal width."""
    # A copy: whoever changes it changes their own. Making one anew takes ten times as long.
    return QFont(_font(role, scale=text_scale()))


@lru_cache(maxsize=len(Role) * 2)
def _font(role: Role, *, scale: float) -> QFont:
    font = QFont()
    font.setFamilies([FAMILY, QFont().defaultFamily()])
    font.setPixelSize(max(1, round(TEXT_SIZES[role] * scale)))
    font.setWeight(QFont.Weight.DemiBold if role in BOLD_ROLES else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    if role is Role.SECTION:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    return font


def set_role(widget: QWidget, role: Role) -> None:
    """Give a widget the font of a role, and keep it so when the size of text changes."""
    widget.setProperty("role", role.value)
    widget.setFont(font_of(role))


def size_with_text(
    widget: QWidget,
    *,
    width: int | None = None,
    height: int | None = None,
    least_width: int | None = None,
    least_height: int | None = None,
    gently: bool = False,
) -> None:
    """Fix a size that has to hold text, and keep it fitting when the size of text changes.

    Args:
        widget: which.
        width: in logical pixels at 100 %, as all of these; None leaves it free.
        height: fixed.
        least_width: it may be wider.
        least_height: it may be higher.
        gently: it grows half as fast as the text. For columns, whose lines wrap or are cut: growing as
            fast as the text, they would leave no room for the picture on a small screen.
    """
    widget.setProperty(_GENTLY, gently)
    wanted = (width, height, least_width, least_height)
    for name, pixels in zip(_SIZES, wanted, strict=True):
        if pixels is not None:
            widget.setProperty(name, pixels)
    _follow_size(widget)


_SIZES: Final = ("text_width", "text_height", "text_least_width", "text_least_height")
"""Properties that remember what a widget measures at 100 %."""
_GENTLY: Final = "text_gently"


def _follow_size(widget: QWidget) -> None:
    setters = (
        widget.setFixedWidth,
        widget.setFixedHeight,
        widget.setMinimumWidth,
        widget.setMinimumHeight,
    )
    for name, setter in zip(_SIZES, setters, strict=True):
        pixels = widget.property(name)
        if isinstance(pixels, int):
            grown = sized(pixels)
            setter((pixels + grown) // 2 if widget.property(_GENTLY) else grown)


def _follow_text(app: QApplication) -> None:
    """Gives every widget its role's font at the new size; fonts that were set are not inherited any more."""
    known = {role.value: role for role in Role}
    for widget in app.allWidgets():
        role = known.get(str(widget.property("role") or ""))
        if role is not None:
            font = font_of(role)
            font.setCapitalization(widget.font().capitalization())
            widget.setFont(font)
        _follow_size(widget)


def palette_of(tokens: Tokens) -> QPalette:
    """A complete palette, so that nothing of the desktop's own colours shines through."""
    roles = QPalette.ColorRole
    colors = {
        roles.Window: tokens.panel,
        roles.WindowText: tokens.text,
        roles.Base: tokens.panel,
        roles.AlternateBase: tokens.bg,
        roles.Text: tokens.text,
        roles.PlaceholderText: tokens.dim,
        roles.Button: tokens.raised,
        roles.ButtonText: tokens.text,
        roles.BrightText: tokens.bad,
        roles.Highlight: tokens.accent,
        roles.HighlightedText: tokens.on_accent,
        roles.Accent: tokens.accent,
        roles.Link: tokens.accent,
        roles.LinkVisited: tokens.accent,
        roles.ToolTipBase: tokens.raised,
        roles.ToolTipText: tokens.text,
        roles.Light: tokens.hover,
        roles.Midlight: tokens.hover,
        roles.Mid: tokens.line,
        roles.Dark: tokens.line,
        roles.Shadow: tokens.bg,
    }
    palette = QPalette()
    for role, color in colors.items():
        palette.setColor(QPalette.ColorGroup.All, role, QColor(color))
    faint = QColor(tokens.edge)
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette


def style_sheet(tokens: Tokens) -> str:
    """The style sheet of ``resources/style.qss`` with its ``@names`` filled in, at the size of text chosen.

    Raises:
        KeyError: the sheet names something that is no token.
    """
    resources = resources_dir()
    values = asdict(tokens) | {
        "icons": (resources / "icons" / "controls").as_posix(),
        "caption_size": f"{sized(TEXT_SIZES[Role.CAPTION])}px",
        "body_size": f"{sized(TEXT_SIZES[Role.BODY])}px",
        "heading_size": f"{sized(TEXT_SIZES[Role.HEADING])}px",
    }
    sheet = (resources / "style.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", lambda found: values[found[1]], sheet)


def apply_theme(app: QApplication, scheme: Scheme, *, text_percent: int = 100) -> Tokens:
    """Dress the whole application in a scheme; may be called again at any time.

    Args:
        app: the application.
        scheme: ``SYSTEM`` follows the desktop (light where it does not say).
        text_percent: how large text is, of its usual size.

    Returns:
        The tokens now shown.
    """
    hints = app.styleHints()
    # Title bars and native dialogs follow this; plain X11 ignores it, hence the palette of our own.
    if scheme is Scheme.SYSTEM:
        hints.unsetColorScheme()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
    else:
        dark = scheme is Scheme.DARK
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    tokens = DARK if dark else LIGHT
    # Once: the sheet puts a nameless style over it, and setting it again would polish everything anew.
    if not app.styleSheet():
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(_font(Role.BODY, scale=text_percent / 100))
    app.setPalette(palette_of(tokens))
    app.setStyleSheet(style_sheet(tokens))
    # After the sheet: a new one gives widgets back the fonts that they were made with.
    _follow_text(app)
    return tokens


class ThemeKeeper(QObject):
    """Keeps the application in the chosen scheme and size of text while the desktop's own may change.

    Attributes:
        changed: the tokens that are shown from now on.
    """

    changed = Signal(object)

    def __init__(
        self,
        app: QApplication,
        *,
        scheme: Scheme = Scheme.SYSTEM,
        text_percent: int = 100,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or app)
        self._app = app
        self._scheme = scheme
        self._text_percent = text_percent
        self._tokens = apply_theme(app, scheme, text_percent=text_percent)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def application(self) -> QApplication:
        """The application that is dressed."""
        return self._app

    @property
    def scheme(self) -> Scheme:
        """What was asked for."""
        return self._scheme

    @property
    def tokens(self) -> Tokens:
        """What is shown."""
        return self._tokens

    @property
    def text_percent(self) -> int:
        """How large text is, of its usual size."""
        return self._text_percent

    def set_scheme(self, scheme: Scheme) -> None:
        """Show another scheme from now on."""
        self._scheme = scheme
        self._show()

    def set_text_percent(self, percent: int) -> None:
        """Show text at another size from now on."""
        if percent != self._text_percent:
            self._text_percent = percent
            self._show()

    def _show(self) -> None:
        tokens = apply_theme(self._app, self._scheme, text_percent=self._text_percent)
        if tokens != self._tokens:
            self._tokens = tokens
            self.changed.emit(tokens)

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._show()
