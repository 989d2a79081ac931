"""The scrolling area of the grid: shows the cells that are in sight, and reads no others."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from curator.engine.catalogue import SubmissionRow
from curator.engine.media import MediaStore
from curator.engine.records import Changes, FaceBox, Reason, SubmissionId
from curator.engine.rules import Thresholds
from curator.ui.assets import Icon
from curator.ui.grid.cells import PAD, CellPainter, CellSize, Fitted, Look, measures, side_of
from curator.ui.grid.crops import Cut, FaceCrops
from curator.ui.grid.layout import GridLayout
from curator.ui.grid.rows import Reader, Rows
from curator.ui.grid.sections import BAND_WORDS, Band, Sorted, band_of
from curator.ui.grid.selection import Selection
from curator.ui.grid.wording import Told, missing, told
from curator.ui.language import figures, tr
from curator.ui.theme import tokens_of
from curator.ui.veil import Veil

_SIZES: Final = tuple(CellSize)
_MOST_TOLD: Final = 4000


class FaceArea(QAbstractScrollArea):
    """Cells below headings. Lays out arithmetically; only what is in sight is ever read or cut.

    Attributes:
        selection_changed: other submissions are selected.
        size_changed: faces are shown larger or smaller.
    """

    selection_changed = Signal()
    size_changed = Signal()

    def __init__(
        self, read: Reader, *, media: MediaStore, thresholds: Thresholds, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.selection = Selection()
        self.rows = Rows(read)
        self.crops = FaceCrops(media, parent=self)
        self._thresholds = thresholds
        self._listed = Sorted()
        self._named = True
        self._size = CellSize.MEDIUM
        self._layout = GridLayout((), width=1, measures=measures(self._size, named=True))
        self._told: dict[SubmissionId, tuple[SubmissionRow, Told]] = {}
        self._fitted: Fitted = {}
        self._veil = Veil.NONE
        self._looking = False
        self._cuts: dict[Cut, int] = {}
        self._hovered: int | None = None
        self._band: QRect | None = None
        self._down = True
        self._sight: tuple[range, bool] | None = None
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(0)
        self._ahead.timeout.connect(self._look_ahead)
        self.crops.ready.connect(self._on_crop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # Everything is painted, so that scrolling moves what is there and only paints what comes.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Faces"))

    # ------------------------------------------------------------ what is shown

    @property
    def listed(self) -> Sorted:
        """Everything that is shown."""
        return self._listed

    @property
    def size_of_faces(self) -> CellSize:
        """How large faces are shown."""
        return self._size

    def show_sorted(self, listed: Sorted, *, named: bool) -> None:
        """Shows another list; scroll place, selection and current cell stay where they can.

        Args:
            listed: the list.
            named: whether cells say who is claimed.
        """
        before = self.selection.ids
        held = self._held_in_sight(listed)
        self._listed = listed
        self._named = named
        self.rows.list(listed.ids)
        self.selection.list(listed)
        self._hovered = None
        self._lay_out(held)
        self._tell_current()
        if self.selection.ids != before:
            self.selection_changed.emit()

    def start_over(self) -> None:
        """Begins at the top with nothing selected, for something else is shown next."""
        self.selection = Selection()
        self.verticalScrollBar().setValue(0)

    def set_thresholds(self, thresholds: Thresholds) -> None:
        """Says distances in the words of other bands."""
        if thresholds != self._thresholds:
            self._thresholds = thresholds
            self._told.clear()
            self.viewport().update()

    def forget(self, changes: Changes) -> None:
        """Reads changed lines again, and looks again for previews that were not there."""
        if changes.politicians:
            self.rows.forget_all()
        self.rows.forget(changes.submissions)
        self.crops.forget_missing()
        self._repaint_all()

    def set_size(self, size: CellSize) -> None:
        """Shows faces larger or smaller; what is in sight stays there."""
        if size is not self._size:
            held = self._held_in_sight(self._listed)
            self._size = size
            self._lay_out(held)
            self.size_changed.emit()

    def enlarge(self, by: int) -> None:
        """One size more (1) or less (-1), as far as there is one."""
        place = min(max(_SIZES.index(self._size) + by, 0), len(_SIZES) - 1)
        self.set_size(_SIZES[place])

    def set_veil(self, veil: Veil) -> None:
        """Shows faces through another veil."""
        self._veil = veil
        self._repaint_all()

    def look(self, on: bool) -> None:
        """Lifts the veil while a person asks to look."""
        self._looking = on
        self._repaint_all()

    def end(self) -> None:
        """Reads and cuts no more: the catalogue is being closed."""
        self._ahead.stop()
        self.rows.end()
        self.crops.close()

    def cell_rect(self, place: int) -> QRect:
        """Where a cell is in the viewport now."""
        return self._layout.cell(place).translated(0, -self.verticalScrollBar().value())

    def visible_places(self) -> range:
        """The cells that are at least partly in sight."""
        top = self.verticalScrollBar().value()
        return self._layout.places_between(top, top + self.viewport().height())

    # ------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        tokens = tokens_of(self)
        area = event.rect()
        painter.fillRect(area, QColor(tokens.panel))
        top = self.verticalScrollBar().value()
        # The ring of a cell reaches a little over its edge.
        shown = area.translated(0, top).adjusted(0, -PAD, 0, PAD)
        brush = CellPainter(painter, area=area, tokens=tokens, size=self._size, fitted=self._fitted)
        for number in self._layout.sections_between(shown.top(), shown.bottom()):
            line = self._layout.heading(number)
            if line.intersects(shown):
                section = self._listed.sections[number]
                brush.heading(
                    line.translated(0, -top),
                    words=tr(BAND_WORDS[section.band]),
                    count=figures(section.count),
                )
        places = self._layout.places_between(shown.top(), shown.bottom())
        self.rows.ensure(places)
        for place in places:
            cell = self._layout.cell(place)
            if cell.adjusted(-PAD, -PAD, PAD, PAD).intersects(shown):
                brush.cell(cell.translated(0, -top), self._told_at(place), self._look_of(place))
        if self._band is not None:
            fill = QColor(tokens.accent)
            painter.setPen(QPen(fill, 1))
            fill.setAlphaF(0.12)
            painter.setBrush(fill)
            painter.drawRect(self._band.translated(0, -top))
        sight = (self.visible_places(), self._down)
        if sight != self._sight:
            self._sight = sight
            self._ahead.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self._held_in_sight(self._listed))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Also comes while the widget is being made.
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_layout"):
            self._fitted.clear()
            self._lay_out(self._held_in_sight(self._listed))

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        self._down = dy <= 0
        self._hover(None)
        self.viewport().scroll(0, dy)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def _look_of(self, place: int) -> Look:
        submission_id = self._listed.ids[place]
        row = self.rows.at(place)
        image: QImage | None = None
        icon: Icon | None = None
        whole = False
        if row is not None:
            band = band_of(row, thresholds=self._thresholds)
            cut = self._cut_of(row)
            whole = row.face is None
            if cut is None:
                veiled = band not in (Band.UNREADABLE, Band.WAITING)
                icon = Icon.HIDDEN if veiled else missing(band)
            else:
                image = self.crops.get(cut)
                if image is not None and image.isNull():
                    image, icon = None, missing(band)
        current = place == self.selection.current
        return Look(
            image,
            icon,
            whole,
            named=self._named,
            selected=submission_id in self.selection,
            current=current,
            ringed=current and self.hasFocus(),
            hovered=place == self._hovered,
        )

    def _cut_of(self, row: SubmissionRow) -> Cut | None:
        """What is cut for a submission; None when nothing of it may or can be shown."""
        veil = Veil.NONE if self._looking else self._veil
        unsafe = row.reason is Reason.UNSAFE
        if veil is Veil.HIDE or unsafe or not row.width:
            return None
        side = round(side_of(self._size) * self.devicePixelRatioF())
        face: FaceBox | None = row.face
        return Cut(row.digest, face, row.width, row.height, side, veil)

    def _told_at(self, place: int) -> Told | None:
        row = self.rows.at(place)
        if row is None:
            return None
        kept = self._told.get(row.id)
        if kept is None or kept[0] is not row:
            if len(self._told) > _MOST_TOLD:
                self._told.clear()
                self._fitted.clear()
            kept = row, told(row, thresholds=self._thresholds)
            self._told[row.id] = kept
        return kept[1]

    # ------------------------------------------------------------ inside

    def _look_ahead(self) -> None:
        """Once the screen is painted: cuts what is in sight, then what comes into sight next."""
        shown = self.visible_places()
        room = len(shown)
        after = range(shown.stop, min(shown.stop + room, self._layout.count))
        before = range(max(0, shown.start - room), shown.start)
        self.rows.ensure(range(before.start, after.stop))
        near = (*shown, *(after if self._down else before[::-1]), *(before[::-1] if self._down else after))
        self._cuts = {}
        for place in near:
            row = self.rows.at(place)
            cut = None if row is None else self._cut_of(row)
            if cut is not None:
                self._cuts.setdefault(cut, place)
        self.crops.want(tuple(self._cuts))

    def _on_crop(self, cut: Cut) -> None:
        place = self._cuts.get(cut)
        if place is not None and place < self._layout.count:
            self.viewport().update(self.cell_rect(place))

    def _in_content(self, point: QPoint) -> QPoint:
        return QPoint(point.x(), point.y() + self.verticalScrollBar().value())

    def _hover(self, place: int | None) -> None:
        before, self._hovered = self._hovered, place
        for one in {before, place} - {None}:
            if before != place and one is not None and one < self._layout.count:
                self.viewport().update(self.cell_rect(one))

    def _tell_current(self) -> None:
        """For screen readers: the current cell is the grid's description, and is said when it changes."""
        place = self.selection.current
        words = ""
        if place is not None:
            self.rows.ensure(range(place, place + 1))
            at = self._told_at(place)
            words = "" if at is None else at.whole
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        if self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _held_in_sight(self, listed: Sorted) -> tuple[SubmissionId, int] | None:
        """A submission in sight that another list has too, and how far below the top it is."""
        top = self.verticalScrollBar().value()
        if top == 0:
            return None
        for place in self.visible_places():
            submission_id = self._listed.ids[place]
            if submission_id in listed.places:
                return submission_id, self._layout.cell(place).top() - top
        return None

    def _lay_out(self, held: tuple[SubmissionId, int] | None) -> None:
        self._layout = GridLayout(
            self._listed.sections,
            width=self.viewport().width(),
            measures=measures(self._size, named=self._named),
        )
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._layout.height - self.viewport().height()))
        bar.setPageStep(max(1, self.viewport().height() - self._layout.row_height // 2))
        # A notch of the wheel is three steps: one line of faces.
        bar.setSingleStep(max(1, self._layout.row_height // 3))
        if held is not None:
            bar.setValue(self._layout.cell(self._listed.places[held[0]]).top() - held[1])
        self._repaint_all()

    def _repaint_all(self) -> None:
        """Paints everything anew, and looks ahead anew: other crops may be wanted."""
        self._sight = None
        self.viewport().update()
