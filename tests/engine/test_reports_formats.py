"""Tables as files: harmless in every spreadsheet, exact for programs, whole or not there at all."""

import csv
import errno
import json
import os
import re
import time
import unicodedata
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curator.engine.errors import ExportError
from curator.engine.reports.formats import (
    Cell,
    Delimiter,
    Form,
    Format,
    Stopped,
    Written,
    json_line,
    steps,
    write_csv,
    write_json_lines,
    write_text,
)
from curator.engine.reports.placing import Placing
from curator.engine.said import said
from curator.engine.text import csv_safe

FORMULA_STARTS = "=+-@|%＝＋－＠｜％"
HOSTILE = st.text(st.sampled_from("=+-@|%;,\t\"'\n\r \u200b\u200d\u202eab1＝<>&\u2028"), max_size=25)
SIGNS = [one.sign for one in Delimiter]


@pytest.fixture
def catalogue_folder(tmp_path: Path) -> Path:
    """Stands for a catalogue's folder, in which nothing may be written over."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "catalogue.db").write_text("precious")
    return folder


def table(path: Path, *rows: tuple[Cell, ...], outside: Path, **form: object) -> Written | None:
    return write_csv(
        Form(path=path, **form),  # type: ignore[arg-type]
        headings=[f"column {n}" for n in range(len(rows[0]))],
        rows=rows,
        outside=outside,
    )


def text_of(path: Path) -> str:
    """With the line breaks that stand in it."""
    return path.read_bytes().decode("utf-8-sig")


def read(path: Path, *, sign: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text_of(path), newline=""), delimiter=sign))


def starts_a_formula(cell: str) -> bool:
    visible = cell.lstrip().lstrip("\u200c\u200d\ufe0e\ufe0f").lstrip()
    return visible[:1] != "" and visible[0] in FORMULA_STARTS


def only_in(folder: Path, *names: str) -> bool:
    return {path.name for path in folder.iterdir()} == set(names)


# ---------------------------------------------------------------- CSV


@given(
    texts=st.lists(st.tuples(HOSTILE, HOSTILE), min_size=1, max_size=4), written=st.sampled_from(Delimiter)
)
@example(texts=[("a,=1+1", "x"), ('","=1+1', "\t=1")], written=Delimiter.SEMICOLON)
@example(texts=[("a", "\n=1+1"), ("a\r@x", ";;-1")], written=Delimiter.TAB)
def test_no_cell_is_a_formula_whichever_delimiter_the_file_is_opened_with(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]], written: Delimiter
) -> None:
    folder = tmp_path_factory.mktemp("table")
    path = folder / "table.csv"
    assert table(path, *texts, outside=folder / "catalogue", delimiter=written) is not None
    for sign in SIGNS:
        assert not [cell for row in read(path, sign=sign) for cell in row if starts_a_formula(cell)]
    # A program that knows nothing of quotes splits at every sign.
    for part in re.split('[;,|"\t\r\n]', text_of(path)):
        assert not starts_a_formula(part)
    assert read(path, sign=written.sign)[1:] == [[csv_safe(one) for one in row] for row in texts]


def test_excel_knows_the_letters_by_the_mark_and_every_cell_is_quoted(
    tmp_path: Path, catalogue_folder: Path
) -> None:
    written = table(tmp_path / "t.csv", (1, "Żółć", None), outside=catalogue_folder)
    data = (tmp_path / "t.csv").read_bytes()
    assert data == '\ufeff"column 0","column 1","column 2"\r\n"1","Żółć",""\r\n'.encode()
    assert written == Written(tmp_path / "t.csv", 1, len(data))


@pytest.mark.parametrize(
    ("delimiter", "number"),
    [(Delimiter.COMMA, "0.512"), (Delimiter.SEMICOLON, "0,512"), (Delimiter.TAB, "0.512")],
)
def test_numbers_have_the_decimal_sign_of_those_who_use_the_delimiter(
    tmp_path: Path, catalogue_folder: Path, delimiter: Delimiter, number: str
) -> None:
    table(tmp_path / "t.csv", (0.5123,), outside=catalogue_folder, delimiter=delimiter)
    assert read(tmp_path / "t.csv", sign=delimiter.sign)[1] == [number]


def test_a_table_without_rows_has_its_headings(tmp_path: Path, catalogue_folder: Path) -> None:
    form = Form(path=tmp_path / "t.csv")
    written = write_csv(form, headings=["a", "b"], rows=[], outside=catalogue_folder)
    assert written is not None
    assert written.rows == 0
    assert read(tmp_path / "t.csv", sign=",") == [["a", "b"]]


def test_words_of_curator_are_said_in_the_language_and_submitted_ones_are_not() -> None:
    form = Form(path=Path("t.csv"), say=lambda words: words.upper())
    assert form.said(said("rejected")) == "REJECTED"
    assert form.said("Nerys Valdoon") == "Nerys Valdoon"


# ---------------------------------------------------------------- JSON Lines


@given(text=st.text(max_size=40), key=st.text(max_size=10))
@example(text="</script>&\u202e\u2028\ud800\U000e0041", key="\x00")
def test_a_line_of_json_is_exact_and_shows_nothing_that_acts(text: str, key: str) -> None:
    line = json_line({key: text})
    assert json.loads(line) == {key: text}
    shown = line.decode()
    assert shown.count("\n") == 1
    assert shown.endswith("\n")
    assert not set("<>&") & set(shown)
    hidden = [one for one in shown[:-1] if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    assert hidden == []


def test_each_object_stands_on_a_line_of_its_own(tmp_path: Path, catalogue_folder: Path) -> None:
    form = Form(path=tmp_path / "t.jsonl", format=Format.JSON_LINES)
    records = [{"note": "two\nlines"}, {"note": "Żółć"}]
    written = write_json_lines(form, records=records, outside=catalogue_folder)
    lines = (tmp_path / "t.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == records
    assert "Żółć" in lines[1]
    assert written is not None
    assert written.rows == 2


def test_blocks_of_text_are_told_apart(tmp_path: Path, catalogue_folder: Path) -> None:
    form = Form(path=tmp_path / "t.txt", format=Format.TEXT)
    written = write_text(form, blocks=["one", "two"], outside=catalogue_folder)
    assert written is not None
    assert written.rows == 2
    assert re.fullmatch("one\n\n-{60}\n\ntwo\n", (tmp_path / "t.txt").read_text(encoding="utf-8"))


# ---------------------------------------------------------------- whole or not at all


def test_a_file_that_stands_is_replaced_only_when_asked(tmp_path: Path, catalogue_folder: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("mine")
    with pytest.raises(ExportError, match=r"There is a file .*t\.csv already"):
        table(path, ("a",), outside=catalogue_folder)
    assert path.read_text() == "mine"
    assert table(path, ("a",), outside=catalogue_folder, replace=True) is not None
    assert read(path, sign=",")[1] == ["a"]
    assert only_in(tmp_path, "catalogue", "t.csv")


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_comes_while_the_table_is_written_is_not_replaced(
    tmp_path: Path, catalogue_folder: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    path = tmp_path / "t.csv"
    if not links:
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(errno.EPERM, "no")))

    def rows() -> Iterator[tuple[str]]:
        yield ("a",)
        path.write_text("mine")

    with pytest.raises(ExportError, match="already"):
        write_csv(Form(path=path), headings=["x"], rows=rows(), outside=catalogue_folder)
    assert path.read_text() == "mine"
    assert only_in(tmp_path, "catalogue", "t.csv")
    path.unlink()
    assert table(path, ("a",), outside=catalogue_folder) is not None


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, r"The disk that holds .*t\.csv is full\."),
        (errno.EACCES, r"Curator cannot write to .*t\.csv\."),
        (errno.EROFS, r"Curator cannot write to .*t\.csv\."),
        (errno.EIO, r"t\.csv could not be written: "),
    ],
)
def test_failures_of_the_disk_are_sentences_and_leave_what_stood_there(
    tmp_path: Path, catalogue_folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("mine")

    def fail(_self: Placing, _data: bytes) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Placing, "write", fail)
    with pytest.raises(ExportError, match=sentence) as caught:
        table(path, ("a",), outside=catalogue_folder, replace=True)
    assert "Nothing was changed." in caught.value.advice
    assert path.read_text() == "mine"
    assert only_in(tmp_path, "catalogue", "t.csv")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path: Path, catalogue_folder: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(ExportError, match="Curator cannot write to"):
        table(locked / "t.csv", ("a",), outside=catalogue_folder)


def test_stopping_leaves_nothing(tmp_path: Path, catalogue_folder: Path) -> None:
    told: list[tuple[int, int]] = []
    step = steps(3, progress=lambda done, total: told.append((done, total)), cancelled=lambda: len(told) == 2)
    form = Form(path=tmp_path / "t.csv")
    rows = [("a",), ("b",), ("c",)]
    assert write_csv(form, headings=["x"], rows=rows, outside=catalogue_folder, step=step) is None
    assert told == [(1, 3), (2, 3)]
    assert only_in(tmp_path, "catalogue")


def test_a_mistake_in_the_middle_leaves_nothing(tmp_path: Path, catalogue_folder: Path) -> None:
    def rows() -> Iterator[tuple[str]]:
        yield ("a",)
        raise RuntimeError("a mistake")

    with pytest.raises(RuntimeError):
        write_csv(Form(path=tmp_path / "t.csv"), headings=["x"], rows=rows(), outside=catalogue_folder)
    assert only_in(tmp_path, "catalogue")


@pytest.mark.parametrize("wrong", [b'"a', b'"x"\r\n"=1"\r\n', b'"x"\r\n"a","b"\r\n', b"\xff\xfe"])
def test_what_the_disk_gives_back_differently_is_not_kept(
    tmp_path: Path, catalogue_folder: Path, monkeypatch: pytest.MonkeyPatch, wrong: bytes
) -> None:
    finish = Placing.finish

    def spoil(place: Placing) -> None:
        finish(place)
        place.path.write_bytes(wrong)

    monkeypatch.setattr(Placing, "finish", spoil)
    with pytest.raises(ExportError, match=r"t\.csv did not come back from the disk"):
        table(tmp_path / "t.csv", ("a",), outside=catalogue_folder)
    assert only_in(tmp_path, "catalogue")


def test_a_formula_that_slipped_through_is_not_kept(
    tmp_path: Path, catalogue_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.engine.reports.formats.csv_safe", lambda text: text)
    with pytest.raises(ExportError):
        table(tmp_path / "t.csv", ("a; =1+1",), outside=catalogue_folder)
    assert only_in(tmp_path, "catalogue")


def test_nothing_is_written_over_in_the_catalogue(tmp_path: Path, catalogue_folder: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(catalogue_folder / "catalogue.db")
    for path in (catalogue_folder / "catalogue.db", catalogue_folder / "new.csv", link):
        with pytest.raises(ExportError, match="inside the catalogue's folder"):
            table(path, ("a",), outside=catalogue_folder, replace=True)
    assert (catalogue_folder / "catalogue.db").read_text() == "precious"


def test_places_where_no_file_can_stand_are_sentences(tmp_path: Path, catalogue_folder: Path) -> None:
    with pytest.raises(ExportError, match="There is no folder"):
        table(tmp_path / "nowhere" / "t.csv", ("a",), outside=catalogue_folder)
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        table(tmp_path / "folder", ("a",), outside=catalogue_folder, replace=True)
    with pytest.raises(ExportError, match="is a whole disk"):
        table(Path(tmp_path.anchor), ("a",), outside=catalogue_folder, replace=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix's")
def test_a_pipe_is_not_waited_for(tmp_path: Path, catalogue_folder: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match="is a device or a pipe"):
        table(tmp_path / "pipe", ("a",), outside=catalogue_folder, replace=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_others_on_the_computer_may_not_read_it(tmp_path: Path, catalogue_folder: Path) -> None:
    table(tmp_path / "t.csv", ("a",), outside=catalogue_folder)
    assert (tmp_path / "t.csv").stat().st_mode & 0o077 == 0


def test_what_a_killed_program_left_goes_with_the_next_table(tmp_path: Path, catalogue_folder: Path) -> None:
    old, young = tmp_path / ".t.csv.curator-new-0000", tmp_path / ".t.csv.curator-new-1111"
    other = tmp_path / ".other.csv.curator-new-0000"
    for path in (old, young, other):
        path.write_text("half")
    for path in (old, other):
        os.utime(path, (time.time() - 7200, time.time() - 7200))
    table(tmp_path / "t.csv", ("a",), outside=catalogue_folder)
    assert only_in(tmp_path, "catalogue", "t.csv", young.name, other.name)


def test_a_step_that_stops_is_no_error() -> None:
    with pytest.raises(Stopped):
        steps(1, progress=lambda done, total: None, cancelled=lambda: True)()
