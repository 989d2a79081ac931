"""Writes a contact sheet as a PDF, page by page, beside the main thread: whole or not at all."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QDate, QIODevice, QLocale, QMarginsF, QRectF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from curator.engine.errors import ExportError
from curator.engine.records import Digest, Kind
from curator.engine.reports import Sheet
from curator.engine.reports.placing import Placing, placing
from curator.engine.said import said
from curator.engine.text import clean_line
from curator.ui.contact_sheet.cards import Style, paint_card, picture_place
from curator.ui.contact_sheet.layout import RESOLUTION, Pages, Paper, mm, pages_of
from curator.ui.contact_sheet.lines import font, line_height, paint_lines, width_of
from curator.ui.language import tr, tr_of
from curator.ui.theme import LIGHT

_LOG = logging.getLogger(__name__)

PRINTED = 220
"""Pixels of an inch of paper: more cannot be told apart at an arm's length."""

LONGEST_TITLE = 120

_CHUNK = 1 << 20
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_INK, _DIM = QColor(LIGHT.text), QColor(LIGHT.dim)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetForm:
    """How and where a contact sheet is to be written.

    Attributes:
        path: of the PDF; its folder has to be there.
        title: at the head of every page.
        day: that is named there.
        boxed: frame the face of each picture.
        paper: of the pages.
        replace: write over a file of that name.
    """

    path: Path
    title: str
    day: date
    boxed: bool = True
    paper: Paper = Paper.A4
    replace: bool = False


@dataclass(frozen=True, slots=True)
class SheetWritten:
    """A contact sheet that stands in its place.

    Attributes:
        path: where.
        pictures: how many it shows.
        pages: how many it has.
        unsafe: how many pictures were left out because they were called unsafe.
        size: in bytes.
    """

    path: Path
    pictures: int
    pages: int
    unsafe: int
    size: int


def write_contact_sheet(
    sheet: Sheet,
    form: SheetForm,
    *,
    preview: Callable[[Digest], Path],
    outside: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> SheetWritten | None:
    """Paints and writes a contact sheet.

    Made for a thread of its own: Qt paints text and pictures into a PDF in any thread, and
    everything of Qt that this makes ends before it returns. Previews are files that
    Curator wrote itself from pixels.

    Args:
        sheet: what is shown.
        form: how and where.
        preview: finds the preview of a picture.
        outside: the catalogue's folder, in which nothing is written over.
        progress: told pictures done and in all.
        cancelled: asked before each picture.

    Returns:
        What was written; None when it was cancelled.

    Raises:
        ExportError: nothing was changed.
    """
    if not sheet.cards:
        raise ExportError(
            said("There is no picture to show on a contact sheet."),
            advice=said("Approve some first, or choose another filter."),
        )
    pages = pages_of(len(sheet.cards), paper=form.paper)
    with placing(form.path, replace=form.replace, outside=outside) as place:
        whole = _paint(
            sheet,
            form,
            place=place,
            pages=pages,
            preview=preview,
            progress=progress,
            cancelled=cancelled,
        )
        if whole is None:
            return None
        place.finish()
        if not _came_back(place.path, digest=whole):
            raise ExportError(
                said("{file} did not come back from the disk as it was written.", file=form.path.name),
                advice=said("Check the disk, then try again. Nothing was changed."),
            )
        size = place.path.stat().st_size
        place.keep()
    return SheetWritten(place.target, len(sheet.cards), pages.count, sheet.unsafe, size)


class _Outlet:
    """Takes from Qt what it has painted, page by page, and hands it to the file.

    Qt itself passes over a full disk without a word when it writes a PDF to a file.

    Attributes:
        buffer: that Qt paints into.
        digest: of everything that went to the file.
    """

    def __init__(self, place: Placing) -> None:
        self._place = place
        self.buffer = QBuffer()
        self.buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.digest = hashlib.sha256()

    def pass_on(self) -> None:
        """Empties the buffer into the file. The PDF's own table of places counts on by itself.

        Raises:
            OSError: the disk is full, or another failure of the system.
        """
        piece = bytes(self.buffer.data().data())
        self.buffer.buffer().clear()
        self.buffer.seek(0)
        self.digest.update(piece)
        self._place.write(piece)


def _paint(
    sheet: Sheet,
    form: SheetForm,
    *,
    place: Placing,
    pages: Pages,
    preview: Callable[[Digest], Path],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> bytes | None:
    """Paints all pages into the file; returns the SHA-256 of what was written, None when cancelled.

    Raises:
        OSError: the disk is full, or another failure of the system.
    """
    outlet = _Outlet(place)
    writer = QPdfWriter(outlet.buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(
        QPageLayout(QPageSize(_SIZES[form.paper]), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    # Title and program are all that the file says about itself: no author, no account, no computer.
    title = clean_line(form.title, limit=LONGEST_TITLE)
    writer.setTitle(title)
    writer.setCreator("Curator")
    painter = QPainter(writer)
    style = Style.of(pages.columns)
    verdicts = not sheet.approved
    try:
        for number, card in enumerate(sheet.cards):
            if cancelled():
                return None
            page, at = divmod(number, pages.cards)
            if at == 0:
                if page > 0:
                    writer.newPage()
                    outlet.pass_on()
                _paint_frame(painter, sheet, form, pages, title=title, page=page + 1)
            cell = pages.cell(at)
            image = _read(preview(card.digest), room=picture_place(cell, style=style, verdicts=verdicts))
            paint_card(painter, card, cell, image=image, style=style, boxed=form.boxed, verdicts=verdicts)
            progress(number + 1, len(sheet.cards))
    finally:
        painter.end()
    outlet.pass_on()
    return outlet.digest.digest()


def _read(path: Path, *, room: QRectF) -> QImage | None:
    """A preview in as many pixels as it is printed with; None where it is missing or damaged."""
    most = (
        max(1, round(room.width() / RESOLUTION * PRINTED)),
        max(1, round(room.height() / RESOLUTION * PRINTED)),
    )
    try:
        with Image.open(path, formats=("JPEG",)) as opened:
            opened.draft("RGB", most)
            picture = opened.convert("RGB")
    except (OSError, ValueError, SyntaxError) as error:
        _LOG.info("A contact sheet goes without a preview: %s", type(error).__name__)
        return None
    picture.thumbnail(most, Image.Resampling.LANCZOS)
    width, height = picture.size
    # Copied, because the image only borrows the bytes.
    return QImage(picture.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


# ---------------------------------------------------------------- header and footer


def _paint_frame(
    painter: QPainter, sheet: Sheet, form: SheetForm, pages: Pages, *, title: str, page: int
) -> None:
    """What stands around the cards of every page."""
    large, small = font(15, strong=True), font(8.5)
    header, footer = pages.header, pages.footer
    day = form.day
    dated = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    aside = width_of(dated, font=small)
    top = header.adjusted(0, line_height(large) - line_height(small) - mm(0.4), 0, 0)
    paint_lines(painter, dated, top, font=small, color=_DIM, right=True)
    room = header.adjusted(0, 0, -aside - mm(5), 0)
    taken = paint_lines(painter, title, room, font=large, color=_INK)
    below = header.adjusted(0, taken + mm(0.4), 0, 0)
    inside = tr("For internal use")
    aside = width_of(inside, font=font(8.5, strong=True))
    paint_lines(painter, inside, below, font=font(8.5, strong=True), color=_INK, right=True)
    numbers = below.adjusted(0, 0, -aside - mm(5), 0)
    paint_lines(painter, _numbers(sheet), numbers, font=small, color=_DIM)
    painter.fillRect(QRectF(header.left(), header.bottom(), header.width(), mm(0.2)), QColor(LIGHT.line))
    of = tr("Page {page} of {pages}", page=page, pages=pages.count)
    paint_lines(painter, of, footer, font=small, color=_DIM, right=True)
    foot = footer.adjusted(0, 0, -width_of(of, font=small) - mm(5), 0)
    words = tr("For internal use: not to be published or passed on")
    paint_lines(painter, words, foot, font=small, color=_DIM)


def _numbers(sheet: Sheet) -> str:
    """How many pictures there are, of which kind."""
    kinds = [one.kind for one in sheet.cards]
    deepfakes, portraits = kinds.count(Kind.DEEPFAKE), kinds.count(Kind.PORTRAIT)
    told = [
        tr_of(deepfakes, "{n:,} deepfake", "{n:,} deepfakes") if deepfakes else "",
        tr_of(portraits, "{n:,} portrait", "{n:,} portraits") if portraits else "",
    ]
    all_of_them = tr_of(len(kinds), "{n:,} picture", "{n:,} pictures")
    return tr("{pictures}: {kinds}", pictures=all_of_them, kinds=", ".join(one for one in told if one))


def _came_back(path: Path, *, digest: bytes) -> bool:
    """Whether the file on the disk is what was written, and ends as a PDF does."""
    found = hashlib.sha256()
    last = b""
    with path.open("rb") as file:
        whole = file.read(5) == b"%PDF-"
        file.seek(0)
        while chunk := file.read(_CHUNK):
            found.update(chunk)
            last = (last + chunk)[-64:]
    return whole and found.digest() == digest and last.rstrip().endswith(b"%%EOF")
