"""Keeps the lines of the queue as they were painted: after a decision most of them only move up."""

from collections import OrderedDict
from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from curator.engine.catalogue.lists import SubmissionRow
from curator.ui.queue.delegate import QueueDelegate, Thumbnailer
from curator.ui.queue.model import QueueRole

_KEPT = 64
"""A few screens of lines; each takes about 90 kB."""
_LOOKS = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus


class KeptRows(QueueDelegate):
    """Paints a line once and draws it again while nothing about it is different.

    A screen of lines takes a tenth of the time: with a decision every few moments it is painted
    all the time.
    """

    def __init__(self, pictures: Thumbnailer) -> None:
        super().__init__(pictures)
        self._thumbnails = pictures
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def forget(self) -> None:
        """Paints every line anew: colours, fonts or the language are others."""
        self._kept.clear()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(QueueRole.ROW)
        if not isinstance(row, SubmissionRow):
            return
        area: QRect = option.rect
        image = self._thumbnails.thumbnail(row.digest)
        ratio = painter.device().devicePixelRatioF()
        looks: QStyle.StateFlag = option.state & _LOOKS
        shown = 0 if image is None else image.cacheKey()
        key = (row, shown, looks.value, area.width(), area.height(), ratio, self.veil)
        pixmap = self._kept.pop(key, None)
        if pixmap is None:
            pixmap = self._painted(option, index, size=area.size(), ratio=ratio)
        self._kept[key] = pixmap
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        painter.drawPixmap(area.topLeft(), pixmap)

    def _painted(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        size: QSize,
        ratio: float,
    ) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        alone = QStyleOptionViewItem(option)
        alone.rect = QRect(0, 0, size.width(), size.height())
        painter = QPainter(pixmap)
        super().paint(painter, alone, index)
        painter.end()
        return pixmap
