"""Near-duplicates side by side: the same picture sent in several times, decided once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from curator.engine.catalogue import SubmissionRow
from curator.engine.deciding.copies import Copy
from curator.engine.records import SubmissionId, Verdict
from curator.engine.wording import verdict_line
from curator.ui.assets import Icon, paint_icon
from curator.ui.language import tr, tr_of
from curator.ui.moments import day
from curator.ui.review.previews import Pictures
from curator.ui.theme import GRID, RADIUS, RING, Role, Surface, font_of, sized, tokens_of
from curator.ui.veil import Veil, through
from curator.ui.widgets import ButtonTone, EmptyState, KeyButton, ToolButton, set_surface, set_tip, text_label

_TILE = QSize(264, 200)
_LINES = 4
_LEAST_WORDS = 280
"""With less room than this beside the button, in logical pixels at 100 %, the words have all of the width."""
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_PADDING = 2 * GRID
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CopiesView(QWidget):
    """Shows a group and lets a person keep one of it.

    Attributes:
        keep_requested: the id of the submission that stays; the other undecided ones are duplicates.
        submission_requested: the id of one to look at on the desk.
        closed: the person is through.
    """

    keep_requested = Signal(int)
    submission_requested = Signal(int)
    closed = Signal()

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._veil = Veil.NONE
        self._tiles: list[_Tile] = []
        self._open = 0
        set_surface(self, Surface.BG)
        self.setAccessibleName(tr("Near-duplicates"))
        self._heading = text_label("", role=Role.HEADING, wrap=True)
        self._sentence = text_label("", role=Role.DIM, wrap=True)
        self.keep_button = KeyButton("", key="Enter", tone=ButtonTone.PRIMARY)
        self.close_button = ToolButton(Icon.CLOSE, tr("Back to the picture"), key="Esc")
        self._empty = EmptyState(
            Icon.DUPLICATE, tr("No near-duplicates"), tr("No other submission looks like this one.")
        )
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._grid = QGridLayout()
        self._grid.setSpacing(3 * GRID)
        self._area = QScrollArea()
        self._lay_out()
        self.keep_button.clicked.connect(self._keep)
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        # The button stands beside the words where there is room, and under them where there is not.
        self._head.setSpacing(2 * GRID)
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        self._head.addLayout(words, 1)
        self._head.addWidget(self.keep_button, 0, _TOP_LEFT)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addLayout(self._head, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        set_surface(content, Surface.BG)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._area.setWidget(content)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        whole.setSpacing(3 * GRID)
        whole.addLayout(head)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._empty, 1)

    # ------------------------------------------------------------ showing

    @property
    def chosen(self) -> SubmissionId | None:
        """The submission that would be kept."""
        return next((tile.submission_id for tile in self._tiles if tile.isChecked()), None)

    def show_copies(
        self,
        copies: Sequence[Copy],
        *,
        rows: Mapping[SubmissionId, SubmissionRow],
        on_desk: SubmissionId | None,
    ) -> None:
        """Show a group; what was chosen in it stays chosen.

        Args:
            copies: oldest first; empty when there is nothing alike.
            rows: the lines of the list for them.
            on_desk: the submission that lies on the desk; chosen at first.
        """
        chosen = self.chosen
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        listed = [(copy, rows[copy.submission_id]) for copy in copies if copy.submission_id in rows]
        self._tiles = [self._tile(copy, row, on_desk=on_desk) for copy, row in listed]
        ids = [tile.submission_id for tile in self._tiles]
        first = chosen if chosen in ids else on_desk
        for tile in self._tiles:
            tile.setChecked(tile.submission_id == first)
        several = len(self._tiles) > 1
        self._area.setVisible(several)
        self._empty.setVisible(not several)
        self._tell(listed)

    def set_veil(self, veil: Veil) -> None:
        """Veil the pictures as they are elsewhere."""
        self._veil = veil
        for tile in self._tiles:
            tile.set_veil(veil)

    def attend(self) -> None:
        """Put the focus on what is chosen, so that the arrow keys choose."""
        for tile in self._tiles:
            if tile.isChecked():
                tile.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_again(self, digest: str) -> None:
        """A preview has been loaded."""
        for tile in self._tiles:
            if tile.digest == digest:
                tile.update()

    # ------------------------------------------------------------ inside

    def _tile(self, copy: Copy, row: SubmissionRow, *, on_desk: SubmissionId | None) -> "_Tile":
        tile = _Tile(copy, row, pictures=self._pictures, on_desk=copy.submission_id == on_desk)
        tile.set_veil(self._veil)
        tile.toggled.connect(lambda _on: self._show_button())
        tile.opened.connect(self.submission_requested)
        tile.stepped.connect(self._step)
        tile.taken.connect(self._keep)
        return tile

    def _tell(self, listed: Sequence[tuple[Copy, SubmissionRow]]) -> None:
        count = len(listed)
        others = [copy for copy, _ in listed if copy.same_faces is False]
        self._heading.setText(
            tr_of(count, "{n} picture", "{n} pictures that look alike") if count > 1 else ""
        )
        sentence = tr(
            "Choose the one to keep. The other undecided ones are rejected as duplicates, in one step."
        )
        if others:
            sentence = tr_of(
                len(others),
                "Choose the one to keep. {n} looks alike but shows another face: it is left as it is.",
                "Choose the one to keep. {n} look alike but show other faces: they are left as they are.",
            )
        self._sentence.setText(sentence if count > 1 else "")
        self._open = sum(
            row.verdict is Verdict.UNDECIDED and copy.same_faces is not False for copy, row in listed
        )
        self._show_button()
        self._arrange()

    def _show_button(self) -> None:
        tile = next((one for one in self._tiles if one.isChecked()), None)
        # Which ones show the same face as one with another face, nobody has compared here.
        kept = tile is not None and not tile.other_face
        rejected = self._open - int(tile.would_be_rejected) if kept and tile is not None else 0
        self.keep_button.setVisible(len(self._tiles) > 1)
        self.keep_button.setEnabled(rejected > 0)
        self.keep_button.set_label(
            tr_of(rejected, "Keep this, reject {n} as duplicate", "Keep this, reject {n} as duplicates")
            if rejected
            else tr("Nothing left to reject")
        )

        set_tip(self.keep_button, self.keep_button.label)

    def _keep(self) -> None:
        if self.chosen is not None and self.keep_button.isEnabled():
            self.keep_requested.emit(self.chosen)

    def _arrange(self) -> None:
        beside = self.width() >= self.keep_button.sizeHint().width() + sized(_LEAST_WORDS)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        room = max(1, self._area.viewport().width())
        columns = max(1, (room + self._grid.spacing()) // (_tile_width() + self._grid.spacing()))
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.show()
        # What is left of the room lies at the right, under nothing.
        for column in range(max(self._grid.columnCount(), columns) + 1):
            self._grid.setColumnStretch(column, int(column == columns))

    def _step(self, by: int) -> None:
        at = next((place for place, tile in enumerate(self._tiles) if tile.isChecked()), 0)
        if self._tiles:
            tile = self._tiles[max(0, min(len(self._tiles) - 1, at + by))]
            tile.setChecked(True)
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(tile)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _tile_width() -> int:
    """How wide a tile is: it grows half as fast as its text, so that one still fits beside the evidence."""
    return (_TILE.width() + sized(_TILE.width())) // 2


class _Tile(QAbstractButton):
    """One of the group: its picture over its facts.

    Attributes:
        opened: its id; the person wants it on the desk.
        stepped: to the next (1) or the previous (-1) one.
        taken: this is the one to keep.
    """

    opened = Signal(int)
    stepped = Signal(int)
    taken = Signal()

    def __init__(self, copy: Copy, row: SubmissionRow, *, pictures: Pictures, on_desk: bool) -> None:
        super().__init__()
        self.submission_id = copy.submission_id
        self.digest = copy.digest
        self.other_face = copy.same_faces is False
        self.would_be_rejected = row.verdict is Verdict.UNDECIDED and copy.same_faces is not False
        self._pictures = pictures
        self._veil = Veil.NONE
        self._lines = _lines(copy, row, on_desk=on_desk)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(_tile_width())
        self.setFixedHeight(_TILE.height() + _LINES * self._line_height + 3 * GRID)
        self.setAccessibleName(", ".join(line for line in self._lines if line))

    def set_veil(self, veil: Veil) -> None:
        """Show the picture through a veil."""
        self._veil = veil
        self.update()

    @property
    def _line_height(self) -> int:
        return self.fontMetrics().lineSpacing() + 2

    def mouseDoubleClickEvent(self, _event: object) -> None:
        self.opened.emit(self.submission_id)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that choose from the desk, where arrows go to another submission."""
        claimed = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (*_STEPS, *_TAKE, Qt.Key.Key_Space)
        )
        if claimed:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in _TAKE:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.setChecked(True)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        edge = tokens.accent if chosen or self.hasFocus() else tokens.line
        painter.setPen(QPen(QColor(edge), RING if chosen or self.hasFocus() else 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(body, RADIUS, RADIUS)
        room = QRectF(_PADDING, _PADDING, self.width() - 2 * _PADDING, _TILE.height() - 2 * _PADDING)
        self._paint_picture(painter, room)
        if chosen:
            badge = QRectF(room.right() - 24, room.top() + 4, 20, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(badge)
            paint_icon(painter, Icon.CHECK, badge.adjusted(4, 4, -4, -4), color=QColor(tokens.on_accent))
        top = float(_TILE.height())
        for place, line in enumerate(self._lines):
            painter.setFont(font_of(Role.STRONG if place == 0 else Role.CAPTION))
            painter.setPen(QColor(tokens.text if place == 0 else tokens.dim))
            line_room = QRectF(_PADDING, top, room.width(), self._line_height)
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideMiddle, int(room.width()))
            painter.drawText(line_room, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += self._line_height

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        tokens = tokens_of(self)
        image = self._pictures.preview(self.digest)
        seen = None if image is None or image.isNull() else through(image, veil=self._veil)
        painter.fillRect(room, QColor(tokens.canvas))
        if image is None or seen is None:
            icon_room = QRectF(0, 0, 32, 32)
            icon_room.moveCenter(room.center())
            symbol = Icon.HIDDEN if self._veil is Veil.HIDE else Icon.PICTURE
            paint_icon(painter, symbol, icon_room, color=QColor(tokens.dim))
            return
        size = image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        ratio = self.devicePixelRatioF()
        scaled = seen.scaled(
            size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(place, scaled)


def _lines(copy: Copy, row: SubmissionRow, *, on_desk: bool) -> tuple[str, ...]:
    """File; size and day; who is claimed and what is in force; how alike it is."""
    facts = tr(
        "{width} × {height} · received {day}", width=row.width, height=row.height, day=day(row.received_at)
    )
    claimed = row.claimed or tr("nobody claimed")
    verdict = tr(verdict_line(row.verdict, reason=row.reason))
    return (
        row.file_name,
        facts,
        tr("{name} · {verdict}", name=claimed, verdict=verdict),
        _alike(copy, on_desk=on_desk),
    )


def _alike(copy: Copy, *, on_desk: bool) -> str:
    if on_desk:
        return tr("on the desk")
    if copy.same_faces is False:
        return tr("another face, {bits} of 256 points differ", bits=copy.bits)
    if copy.mirrored:
        return tr("mirrored, {bits} of 256 points differ", bits=copy.bits)
    return tr("{bits} of 256 points differ", bits=copy.bits)
