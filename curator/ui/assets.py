"""Fonts and icons of the program, from the folder of resources.

Icons are drawn from SVG at the size and pixel ratio that is asked for, in a
colour of the scheme that is shown at that moment: they stay sharp on any screen
and follow a change of scheme without being made anew.
"""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from curator.engine.errors import CuratorError
from curator.engine.resources import resources_dir
from curator.ui.theme import Tokens, Tone, tokens_of

ICON_SMALL: Final = 16
ICON_TOOL: Final = 20
ICON_RAIL: Final = 22
"""Sizes of icons in logical pixels: in a line of text, on a tool of its own, on the rail."""
DISABLED_OPACITY: Final = 0.45


class Icon(StrEnum):
    """Every icon of the program by what it stands for; the value is the file's stem."""

    REVIEW = "stack"
    POLITICIANS = "users-three"
    COVERAGE = "squares-four"
    LOAD = "tray-arrow-down"
    EXPORT = "export"
    LOG = "clock-counter-clockwise"
    SETTINGS = "gear-six"
    PRIVACY = "shield-check"
    SEARCH = "magnifying-glass"
    FIT = "arrows-in"
    ACTUAL_SIZE = "number-square-one"
    ZOOM_IN = "magnifying-glass-plus"
    ZOOM_OUT = "magnifying-glass-minus"
    BOXES = "bounding-box"
    LANDMARKS = "dots-nine"
    COMPARE = "square-split-horizontal"
    VEIL = "drop-half"
    HIDDEN = "eye-slash"
    SHOWN = "eye"
    FULL_SCREEN = "corners-out"
    GRID = "grid-four"
    DRAW_FACE = "selection-plus"
    NOT_A_FACE = "selection-slash"
    UNDO = "arrow-u-up-left"
    REDO = "arrow-u-up-right"
    ADD = "plus"
    REMOVE = "trash"
    EDIT = "pencil-simple"
    CLOSE = "x"
    CHECK = "check"
    MORE = "dots-three"
    PREVIOUS = "caret-left"
    NEXT = "caret-right"
    UP = "caret-up"
    DOWN = "caret-down"
    FOLDER = "folder-open"
    FILE = "file"
    TABLE = "table"
    PICTURE = "image"
    BROKEN_PICTURE = "image-broken"
    PICTURES = "images"
    DUPLICATE = "copy"
    FILTER = "funnel"
    SORT = "sort-ascending"
    PLAY = "play"
    PAUSE = "pause"
    INFO = "info"
    HELP = "question"
    LINK = "link"
    PERSON = "user"
    SEVERAL_FACES = "users"
    FACE = "user-focus"
    NO_FACE = "user-circle-dashed"
    UNSAFE = "shield-warning"
    ASK = "chat-circle-text"
    SKIP = "skip-forward"
    NOTE = "note"
    CATALOGUE = "database"
    ONLINE = "globe"
    DOWNLOAD = "download-simple"
    TONE_OK = "check-circle-fill"
    TONE_WARN = "warning-diamond-fill"
    TONE_BAD = "x-square-fill"
    TONE_NEUTRAL = "info-fill"
    WAITING = "clock-fill"
    SKIPPED = "skip-forward-circle-fill"
    WITHDRAWN = "minus-circle-fill"


TONE_ICONS: Final = {
    Tone.OK: Icon.TONE_OK,
    Tone.WARN: Icon.TONE_WARN,
    Tone.BAD: Icon.TONE_BAD,
    Tone.NEUTRAL: Icon.TONE_NEUTRAL,
}


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; once, after the application object is made.

    Raises:
        CuratorError: a font of the program is missing or damaged.
    """
    for path in sorted((resources_dir() / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise CuratorError(f"The font {path.name} could not be loaded.", advice="Install Curator again.")


def app_icon() -> QIcon:
    """The program's own icon, for windows and the task bar."""
    folder = resources_dir()
    made = QIcon(str(folder / "curator.svg"))
    made.addFile(str(folder / "curator.png"))
    return made


def icon(name: Icon, *, tint: str = "text", tint_on: str = "accent") -> QIcon:
    """An icon in a colour of the scheme.

    Args:
        name: which one.
        tint: the name of a field of ``Tokens``; dimmed when disabled.
        tint_on: the same for the "on" state of checkable buttons.
    """
    return QIcon(TintedIcon(name, tint=tint, tint_on=tint_on))


def tone_icon(tone: Tone) -> QIcon:
    """The icon of a tone in the tone's colour."""
    tint = "dim" if tone is Tone.NEUTRAL else tone.value
    return icon(TONE_ICONS[tone], tint=tint, tint_on=tint)


def paint_icon(painter: QPainter, name: Icon, rect: QRectF, *, color: QColor) -> None:
    """Draw an icon in a given colour into a rectangle of any painter, sharp at its pixel ratio."""
    ratio = painter.device().devicePixelRatioF()
    size = QSize(round(rect.width()), round(rect.height()))
    painter.drawPixmap(rect.topLeft(), tinted_pixmap(name, size=size, ratio=ratio, color=color))


def tinted_pixmap(name: Icon, *, size: QSize, ratio: float, color: QColor) -> QPixmap:
    """An icon as a pixmap of ``size`` logical pixels, in one colour on nothing; null without room."""
    if size.isEmpty():
        return QPixmap()
    # Lists paint hundreds of them; reading and drawing the SVG each time was a third of the window's work.
    key = f"{name.value} {size.width()} {size.height()} {ratio} {color.rgba()}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    pixmap = QPixmap(size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    path = _icons_folder() / f"{name.value}.svg"
    # The pictures hold paths without a colour of their own worth keeping: they serve as a mask.
    QSvgRenderer(QByteArray(path.read_bytes())).render(painter, QRectF(pixmap.rect()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), color)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


@lru_cache(maxsize=1)
def _icons_folder() -> Path:
    # Found once: a start draws forty of them, and looking for the folder took as long as drawing one.
    return resources_dir() / "icons"


class TintedIcon(QIconEngine):
    """Draws one icon in the colours of the scheme that is shown when it is drawn."""

    def __init__(self, name: Icon, *, tint: str, tint_on: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint
        self._tint_on = tint_on
        self._made: dict[tuple[int, int, float, int], QPixmap] = {}

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        tokens: Tokens = tokens_of()
        name = self._tint_on if state == QIcon.State.On else self._tint
        if mode == QIcon.Mode.Active and name == "dim":
            name = "text"
        color = QColor(getattr(tokens, name))
        if mode == QIcon.Mode.Disabled:
            color.setAlphaF(DISABLED_OPACITY)
        return color

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The icon for a size in logical pixels at a pixel ratio (so since Qt 6.8)."""
        color = self._color(mode, state)
        key = (size.width(), size.height(), scale, color.rgba())
        if key not in self._made:
            self._made[key] = tinted_pixmap(self._name, size=size, ratio=scale, color=color)
        return self._made[key]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon at a pixel ratio of 1."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.scaledPixmap(rect.size(), mode, state, ratio)
        painter.drawPixmap(QPoint(rect.x(), rect.y()), pixmap)

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for when it copies a QIcon."""
        return TintedIcon(self._name, tint=self._tint, tint_on=self._tint_on)
