"""Selects in the grid of faces, with mouse and keyboard."""

import html
from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from curator.engine.media import MediaStore
from curator.engine.records import SubmissionId
from curator.engine.rules import Thresholds
from curator.ui.grid.area import FaceArea
from curator.ui.grid.cells import PAD
from curator.ui.grid.rows import Reader

_ARROWS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_JUMPS: Final = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_MOVES: Final = _ARROWS | _JUMPS
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LARGER: Final = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
_OWN: Final = _MOVES | _ENTER | _LARGER | {Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Minus}


class FaceView(FaceArea):
    """The grid with a selection that mouse and keys change.

    Attributes:
        opened: the number of a submission to be put on the desk.
    """

    opened = Signal(int)

    def __init__(
        self, read: Reader, *, media: MediaStore, thresholds: Thresholds, parent: QWidget | None = None
    ) -> None:
        super().__init__(read, media=media, thresholds=thresholds, parent=parent)
        self._pressed_at: QPoint | None = None
        self._band_base: tuple[SubmissionId, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    @property
    def selecting(self) -> bool:
        """Whether the mouse is selecting right now."""
        return self._pressed_at is not None

    # ------------------------------------------------------------ selecting

    def select(self, ids: Collection[SubmissionId]) -> None:
        """Selects those that are listed, and nothing else."""
        self.selection.take(ids)
        self._selected()

    def select_none(self) -> None:
        """Selects nothing."""
        self.select(())

    def select_section(self) -> None:
        """Selects the section that the keys are in; everything when that is selected already."""
        place = self.selection.current
        if place is None:
            return
        section = self._listed.sections[self._layout.section_at(place)]
        ids = self._listed.ids[section.first : section.first + section.count]
        whole = len(self.selection) >= len(ids) and all(one in self.selection for one in ids)
        self.select(self._listed.ids if whole else ids)

    def event(self, event: QEvent) -> bool:
        """Claims the keys that move and select, before shortcuts of the window take them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            everything = event.key() == Qt.Key.Key_A and held == Qt.KeyboardModifier.ControlModifier
            if everything or (event.key() in _OWN and held == Qt.KeyboardModifier.NoModifier):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = event.key(), self.selection.current
        held = event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key in _LARGER or key == Qt.Key.Key_Minus:
            self.enlarge(-1 if key == Qt.Key.Key_Minus else 1)
        elif place is None or held & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            event.ignore()
        elif key == Qt.Key.Key_A and control:
            if shift:
                self.select_none()
            else:
                self.select_section()
        elif control:
            event.ignore()
        elif key in _MOVES:
            target = self._target(Qt.Key(key), place)
            if shift:
                self.selection.extend(target)
                self._selected()
            else:
                self.selection.move(target)
            self._moved()
        elif key == Qt.Key.Key_Space:
            self.selection.toggle(place)
            self._selected()
        elif key in _ENTER:
            self.opened.emit(self._listed.ids[place])
        else:
            event.ignore()

    def _target(self, key: Qt.Key, place: int) -> int:
        last = self._layout.count - 1
        page = max(1, self.viewport().height() // self._layout.row_height)
        match key:
            case Qt.Key.Key_Left:
                return max(0, place - 1)
            case Qt.Key.Key_Right:
                return min(last, place + 1)
            case Qt.Key.Key_Up | Qt.Key.Key_PageUp:
                return self._layout.vertically(place, lines=-1 if key is Qt.Key.Key_Up else -page)
            case Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                return self._layout.vertically(place, lines=1 if key is Qt.Key.Key_Down else page)
            case Qt.Key.Key_Home:
                return 0
            case _:
                return last

    # ------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        at = self._in_content(event.position().toPoint())
        place = self._layout.place_at(at.x(), at.y())
        held = event.modifiers()
        adding = bool(held & Qt.KeyboardModifier.ControlModifier)
        self._pressed_at = at
        if place is None:
            self._band_base = self.selection.ids if adding else ()
            if not adding:
                self.select_none()
            return
        if held & Qt.KeyboardModifier.ShiftModifier:
            self.selection.extend(place)
        elif adding:
            self.selection.toggle(place)
        else:
            self.selection.only(place)
        self._band_base = self.selection.ids if adding else ()
        self._selected()
        self._tell_current()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._in_content(event.position().toPoint())
        if self._pressed_at is None:
            self._hover(self._layout.place_at(at.x(), at.y()))
            return
        distance = (at - self._pressed_at).manhattanLength()
        if self._band is None and distance < QApplication.startDragDistance():
            return
        self._band = QRect(self._pressed_at, at).normalized()
        inside = {self._listed.ids[place] for place in self._layout.inside(self._band)}
        self.select(inside.union(self._band_base))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._pressed_at is not None:
            self._pressed_at = self._band = None
            self.viewport().update()
            # Whoever waits for the end of the selecting reads it again.
            self.selection_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._in_content(event.position().toPoint())
        place = self._layout.place_at(at.x(), at.y())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self._listed.ids[place])

    def viewportEvent(self, event: QEvent) -> bool:
        """Shows all words of a cell as its tool tip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._in_content(event.pos())
            place = self._layout.place_at(at.x(), at.y())
            words = None if place is None else self._told_at(place)
            text = "" if words is None else f"<qt>{html.escape(words.whole)}</qt>"
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    # ------------------------------------------------------------ inside

    def _selected(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def _moved(self) -> None:
        place = self.selection.current
        if place is None:
            return
        bar, cell = self.verticalScrollBar(), self._layout.cell(place)
        section = self._layout.section_at(place)
        # With the first line of a section its heading comes into sight.
        first = self._layout.cell(self._listed.sections[section].first).top() == cell.top()
        top = self._layout.heading(section).top() if first else cell.top() - 2 * PAD
        bottom = cell.bottom() + 2 * PAD - self.viewport().height()
        if bar.value() > top:
            bar.setValue(top)
        elif bar.value() < bottom:
            bar.setValue(bottom)
        self.viewport().update()
        self._tell_current()
