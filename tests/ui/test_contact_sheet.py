"""Contact sheets as PDF: what a reader of the file finds in it, and that it is whole or not there."""

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QApplication

from curator.engine.errors import ExportError
from curator.engine.records import Digest, FaceBox, Kind, Making, Reason, SubmissionId, Verdict
from curator.engine.reports import Card, Sheet
from curator.engine.reports.placing import Placing
from curator.ui import assets
from curator.ui.contact_sheet import Paper, SheetForm, SheetWritten, usual_paper, write_contact_sheet
from curator.ui.contact_sheet.cards import Style, paint_card
from curator.ui.contact_sheet.layout import Pages, mm, pages_of
from curator.ui.contact_sheet.lines import font, line_height, paint_lines, width_of
from curator.ui.theme import FAMILY

DAY = date(2026, 3, 4)
CARD = Card(
    id=SubmissionId(7),
    digest=Digest("a"),
    kind=Kind.DEEPFAKE,
    making=Making.FACE_SWAP,
    mark="AI MODIFIED",
    name="Nerys Valdoon",
    country="Malta",
    role="Prime Minister",
    verdict=Verdict.APPROVED,
    reason=None,
    face=FaceBox(100, 80, 200, 200),
    width=640,
    height=480,
)
PORTRAIT = replace(CARD, kind=Kind.PORTRAIT, making=None, mark="")


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    if FAMILY not in QFontDatabase.families():
        assets.load_fonts()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where sheets are written."""
    made = tmp_path / "sheets"
    made.mkdir()
    return made


@pytest.fixture
def preview(tmp_path: Path) -> Callable[[Digest], Path]:
    """One grey picture for all."""
    path = tmp_path / "preview.jpg"
    Image.new("RGB", (1600, 1200), (128, 128, 128)).save(path)
    return lambda digest: path


def sheet_of(*cards: Card, unsafe: int = 0) -> Sheet:
    return Sheet(cards, unsafe, all(one.verdict is Verdict.APPROVED for one in cards))


def write(sheet: Sheet, path: Path, preview: Callable[[Digest], Path], **more: Any) -> SheetWritten | None:
    form = {key: more.pop(key) for key in ("title", "boxed", "paper", "replace") if key in more}
    return write_contact_sheet(
        sheet,
        SheetForm(**{"path": path, "title": "Spring meeting", "day": DAY, **form}),
        preview=preview,
        outside=path.parent / "catalogue",
        **more,
    )


def run(*command: object) -> str:
    """What a program of others says about a file; such tests are skipped where it is not there."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout


# ---------------------------------------------------------------- the file


def test_every_object_lies_where_the_table_of_the_file_says(
    folder: Path, preview: Callable[[Digest], Path]
) -> None:
    """Pages leave memory one by one, so the places in the file have to count on."""
    written = write(sheet_of(*[CARD] * 30), folder / "s.pdf", preview)
    assert written is not None
    data = (folder / "s.pdf").read_bytes()
    assert (written.pictures, written.pages, written.size) == (30, 3, len(data))
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 3
    found = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)
    assert found is not None
    table = data[int(found[1]) :]
    assert table.startswith(b"xref")
    places = [int(one) for one in re.findall(rb"(\d{10}) 00000 n", table)]
    assert len(places) > 30
    assert all(re.match(rb"\d+ 0 obj", data[place : place + 20]) for place in places)


def test_it_says_title_and_program_about_itself_and_nobody(
    folder: Path, preview: Callable[[Digest], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "sally-sender")
    monkeypatch.setenv("LOGNAME", "sally-sender")
    write(sheet_of(CARD), folder / "s.pdf", preview, title="Spring \u202emeeting\n<b>")
    data = (folder / "s.pdf").read_bytes()
    assert b"sally" not in data
    assert str(folder).encode() not in data
    assert re.search(rb"<dc:creator>\s*<rdf:Seq>\s*<rdf:li></rdf:li>", data)
    told = dict(line.split(":", 1) for line in run("pdfinfo", folder / "s.pdf").splitlines())
    assert told["Title"].strip() == "Spring meeting <b>"
    assert told.get("Author", "").strip() == ""
    assert told["Creator"].strip() == "Curator"


def test_its_text_can_be_selected_and_says_it_is_internal(
    folder: Path, preview: Callable[[Digest], Path]
) -> None:
    withdrawn = replace(PORTRAIT, verdict=Verdict.WITHDRAWN, reason=Reason.REQUESTED, id=SubmissionId(1234))
    write(sheet_of(CARD, withdrawn), folder / "s.pdf", preview)
    text = run("pdftotext", "-layout", folder / "s.pdf", "-")
    assert text.count("For internal use") == 2
    for words in (
        "Spring meeting",
        "2 pictures: 1 deepfake, 1 portrait",
        "4 March 2026",
        "Nerys Valdoon",
        "Prime Minister, Malta",
        "Deepfake · face swap",
        "AI MODIFIED",
        "No. 1234",
        "Withdrawn: asked to be taken down",
        "Page 1 of 1",
    ):
        assert words in text or (words == "4 March 2026" and "March 4, 2026" in text), words
    assert text.count("AI MODIFIED") == 1, "a portrait bears no mark"


def test_fonts_are_embedded(folder: Path, preview: Callable[[Digest], Path]) -> None:
    write(
        sheet_of(CARD, replace(CARD, name="بنيامين الطويل"), replace(CARD, name="山田太郎")),
        folder / "s.pdf",
        preview,
    )
    fonts = run("pdffonts", folder / "s.pdf").splitlines()[2:]
    assert any("Inter" in line for line in fonts)
    assert all(re.search(r" yes +(yes|no) +yes ", line) for line in fonts), "embedded, with its letters"


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_pages_are_a4_or_letter(
    folder: Path, preview: Callable[[Digest], Path], paper: Paper, size: tuple[int, int]
) -> None:
    write(sheet_of(CARD), folder / "s.pdf", preview, paper=paper)
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", (folder / "s.pdf").read_bytes())
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == size
    assert usual_paper(QLocale("en_US")) is usual_paper(QLocale("fr_CA")) is Paper.LETTER
    assert usual_paper(QLocale("de_DE")) is usual_paper(QLocale("en_GB")) is Paper.A4


def test_it_is_painted_in_any_thread(folder: Path, preview: Callable[[Digest], Path]) -> None:
    found: list[SheetWritten | None] = []
    thread = Thread(target=lambda: found.append(write(sheet_of(*[CARD] * 13), folder / "s.pdf", preview)))
    thread.start()
    thread.join()
    assert found[0] is not None
    assert found[0].pages == 2


# ---------------------------------------------------------------- whole or not at all


def test_nothing_to_show_is_a_sentence(folder: Path, preview: Callable[[Digest], Path]) -> None:
    with pytest.raises(ExportError, match="no picture to show"):
        write(sheet_of(), folder / "s.pdf", preview)
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_a_sentence_and_leaves_what_stood_there(
    folder: Path, preview: Callable[[Digest], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "s.pdf"
    path.write_text("mine")
    kept, pieces = Placing.write, []

    def fail(place: Placing, data: bytes) -> None:
        pieces.append(len(data))
        if len(pieces) > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        kept(place, data)

    monkeypatch.setattr(Placing, "write", fail)
    with pytest.raises(ExportError, match="is full"):
        write(sheet_of(*[CARD] * 30), path, preview, replace=True)
    assert len(pieces) == 2
    assert path.read_text() == "mine"
    assert list(folder.iterdir()) == [path]


def test_a_file_that_stands_is_replaced_only_when_asked(
    folder: Path, preview: Callable[[Digest], Path]
) -> None:
    path = folder / "s.pdf"
    path.write_text("mine")
    with pytest.raises(ExportError, match="already"):
        write(sheet_of(CARD), path, preview)
    assert path.read_text() == "mine"
    assert write(sheet_of(CARD), path, preview, replace=True) is not None
    assert path.read_bytes().startswith(b"%PDF-")


def test_what_the_disk_gives_back_differently_is_not_kept(
    folder: Path, preview: Callable[[Digest], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = Placing.finish

    def cut(place: Placing) -> None:
        finish(place)
        place.path.write_bytes(place.path.read_bytes()[:-200])

    monkeypatch.setattr(Placing, "finish", cut)
    with pytest.raises(ExportError, match=r"s\.pdf did not come back"):
        write(sheet_of(CARD), folder / "s.pdf", preview)
    assert list(folder.iterdir()) == []


def test_cancelling_leaves_nothing_and_progress_is_told(
    folder: Path, preview: Callable[[Digest], Path]
) -> None:
    told: list[tuple[int, int]] = []
    written = write(
        sheet_of(*[CARD] * 30),
        folder / "s.pdf",
        preview,
        progress=lambda done, total: told.append((done, total)),
        cancelled=lambda: len(told) == 14,
    )
    assert written is None
    assert told[-1] == (14, 30)
    assert list(folder.iterdir()) == []


def test_a_missing_or_damaged_preview_costs_its_own_picture_only(folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8 not a picture")
    paths = {Digest("a"): tmp_path / "nowhere.jpg", Digest("b"): broken}
    cards = [replace(CARD, digest=digest) for digest in paths]
    assert write(sheet_of(*cards), folder / "s.pdf", paths.__getitem__) is not None
    text = run("pdftotext", folder / "s.pdf", "-")
    assert " ".join(text.split()).count("There is no preview of this picture.") == 2


# ---------------------------------------------------------------- where things stand


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [1, 2, 4, 5, 9, 10, 12, 13, 60, 500])
def test_cards_stand_apart_and_inside_the_page(count: int, paper: Paper) -> None:
    pages = pages_of(count, paper=paper)
    assert (pages.count - 1) * pages.cards < count <= pages.count * pages.cards
    cells = [pages.cell(place) for place in range(pages.cards)]
    assert all(pages.body.adjusted(-1, -1, 1, 1).contains(cell) for cell in cells)
    assert not [1 for i, one in enumerate(cells) for other in cells[:i] if one.intersects(other)]
    assert pages.header.bottom() < pages.body.top() < pages.body.bottom() < pages.footer.top()


@pytest.fixture
def page() -> Iterator[tuple[QImage, QPainter]]:
    """A page of a third of the PDF's resolution, to look at what is painted."""
    image = QImage(2200, 2200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    yield image, painter
    painter.end()


def inked(image: QImage, place: QRectF) -> QRectF:
    """The smallest rectangle around everything that is not white."""
    copy = image.copy(place.toAlignedRect()).convertToFormat(QImage.Format.Format_Grayscale8)
    data = Image.frombuffer(
        "L", (copy.width(), copy.height()), bytes(copy.constBits()), "raw", "L", copy.bytesPerLine(), 1
    )
    box = data.point(lambda value: 255 - value).getbbox()
    assert box is not None, "nothing is painted there"
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])


@pytest.mark.parametrize(
    "text",
    [
        "Maximiliana Konstantinopoulou-Papadiamantopoulou von Hohenstein-Wittgenstein",
        "x" * 300,
        "بنيامين عبد الرحمن الطويل بنيامين عبد الرحمن الطويل بنيامين عبد الرحمن الطويل",
        "山田太郎" * 20,
        "😀" * 60,
        "Nerys בן־גוריון Valdoon",
    ],
)
def test_long_names_of_any_script_stay_in_their_room(page: tuple[QImage, QPainter], text: str) -> None:
    image, painter = page
    type_ = font(8.5, strong=True)
    room = QRectF(200, 200, 700, 0)
    taken = paint_lines(painter, text, room, font=type_, color=QColor("black"), most=2)
    assert taken in (pytest.approx(line_height(type_)), pytest.approx(2 * line_height(type_)))
    ink = inked(image, QRectF(0, 0, 2200, 2200))
    assert ink.left() >= room.left() - 12
    assert ink.right() <= room.right() + 12
    assert ink.bottom() <= room.top() + taken + 12


def test_what_is_cut_ends_with_an_ellipsis_and_what_fits_is_whole(page: tuple[QImage, QPainter]) -> None:
    image, painter = page
    type_ = font(8.5)
    text = "Nerys Valdoon"
    room = QRectF(100, 100, width_of(text, font=type_) + 2, 0)
    assert paint_lines(painter, text, room, font=type_, color=QColor("black")) == pytest.approx(
        line_height(type_)
    )
    whole = inked(image, QRectF(0, 0, 2200, 1000))
    assert whole.width() > 0.9 * width_of(text, font=type_) - 10
    assert paint_lines(painter, "", room, font=type_, color=QColor("black")) == 0


def test_the_mark_stands_in_the_corner_away_from_the_face(page: tuple[QImage, QPainter]) -> None:
    image, painter = page
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor(128, 128, 128))
    cell = QRectF(0, 0, 2000, 2000)
    for face, dark_at_left in ((FaceBox(0, 0, 200, 200), False), (FaceBox(440, 0, 200, 200), True)):
        card = replace(CARD, face=face)
        paint_card(painter, card, cell, image=picture, style=Style.of(3), boxed=False, verdicts=False)
        corners = [image.pixelColor(int(x), int(_mark_line(image))) for x in (60, 1940)]
        assert [corner.lightness() < 60 for corner in corners] == [dark_at_left, not dark_at_left]


def _mark_line(image: QImage) -> float:
    """A line of pixels that runs through the mark's plate: the first dark one from above."""
    return next(
        y + 8
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 30 for x in range(20, 2000, 20))
    )


@pytest.mark.parametrize("boxed", [True, False])
def test_the_face_is_framed_when_asked_for(page: tuple[QImage, QPainter], boxed: bool) -> None:
    image, painter = page
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor(128, 128, 128))
    paint_card(
        painter, CARD, QRectF(0, 0, 2000, 2000), image=picture, style=Style.of(1), boxed=boxed, verdicts=True
    )
    colors = {image.pixelColor(x, y).name() for y in range(0, 2000, 7) for x in range(0, 2000, 7)}
    assert ("#ffff0a" in colors) is boxed
    assert ("#ff2020" in colors) is boxed


def test_the_words_of_a_card_end_above_the_next_card() -> None:
    for columns in (1, 2, 3):
        style = Style.of(columns)
        lines = 2 * line_height(style.name) + mm(0.4) + 3 * line_height(style.words)
        assert lines <= style.height(verdicts=True)


def test_pages_know_their_grid() -> None:
    sizes = {
        count: (pages.columns, pages.rows, pages.count) for count in (1, 4, 7, 60) if (pages := _pages(count))
    }
    assert sizes == {1: (1, 1, 1), 4: (2, 2, 1), 7: (3, 3, 1), 60: (3, 4, 5)}


def _pages(count: int) -> Pages:
    return pages_of(count, paper=Paper.A4)


def test_letters_are_measured_for_paper_and_not_for_a_screen() -> None:
    assert font(9).hintingPreference() is QFont.HintingPreference.PreferNoHinting
    assert width_of("Nerys", font=font(18)) == pytest.approx(2 * width_of("Nerys", font=font(9)), rel=0.01)
