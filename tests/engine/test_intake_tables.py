"""Tables as people save them."""

from pathlib import Path

import pytest

from curator.engine.errors import RefusedFile
from curator.engine.intake import tables
from curator.engine.intake.tables import Table, read_table

KNOWN = {"file": ("filename",), "name": ("given name",), "description": ("note",)}


def read(tmp_path: Path, content: bytes | str) -> Table:
    path = tmp_path / "claims.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path, known=KNOWN, required=("file",))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiter_line_end_and_encoding_are_found(
    tmp_path: Path, delimiter: str, end: str, encoding: str
) -> None:
    lines = (
        delimiter.join(("Description", "FILE", "Given_Name")),
        delimiter.join(('"Olá; sim, é um | teste\n2nd line"', "a.jpg", "José")),
    )
    table = read(tmp_path, (end.join(lines) + end).encode(encoding))
    assert table.columns == ("description", "file", "name")
    (row,) = table.rows
    assert row.number == 2
    assert row.cells == {"description": "Olá; sim, é um | teste\n2nd line", "file": "a.jpg", "name": "José"}


def test_rows_are_counted_as_a_spreadsheet_does(tmp_path: Path) -> None:
    table = read(tmp_path, 'file,note\na.jpg,"two\nlines"\n\n,\nb.jpg,x\n')
    assert [(row.number, row.cells["file"]) for row in table.rows] == [(2, "a.jpg"), (5, "b.jpg")]


def test_short_and_long_rows_unknown_and_doubled_columns_are_fine(tmp_path: Path) -> None:
    table = read(tmp_path, "file,Colour,filename,note\na.jpg\nb.jpg,42,other.jpg,hello,extra,cells\n")
    assert table.rows[0].cells == {"file": "a.jpg", "colour": "", "description": ""}
    assert table.rows[1].cells == {"file": "b.jpg", "colour": "42", "description": "hello"}


def test_a_table_of_one_column_keeps_its_commas(tmp_path: Path) -> None:
    assert [row.cells["file"] for row in read(tmp_path, "file\na, b; c.jpg\n").rows] == ["a, b; c.jpg"]


def test_a_delimiter_that_is_declared_counts(tmp_path: Path) -> None:
    table = read(tmp_path, "sep=;\nfile;note\na.jpg;x, y\n")
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (3, {"file": "a.jpg", "description": "x, y"})
    ]


def test_a_table_of_headings_alone_has_no_rows(tmp_path: Path) -> None:
    assert read(tmp_path, "file,name").rows == ()


@pytest.mark.parametrize("content", [b"", b"\n\n", b"colour,size\nred,1\n", b"\x00\x01\x02", b"\xff\xfe"])
def test_a_table_without_the_column_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(RefusedFile, match=r'"claims\.csv" has no column "file"'):
        read(tmp_path, content)


def test_a_quotation_mark_that_never_ends_is_told_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match=r"Row 3 of .*quotation mark"):
        read(tmp_path, 'file,note\na.jpg,x\nb.jpg,"' + "never ends\n" * 20_000)


def test_a_table_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST_TABLE", 20)
    with pytest.raises(RefusedFile, match="too large"):
        read(tmp_path, "file,name\n" + "x" * 20)


def test_rows_and_cells_without_end_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    assert len(read(tmp_path, "file\na\nb\n\nc\n").rows) == 3
    with pytest.raises(RefusedFile, match="at most 3 rows") as refused:
        read(tmp_path, "file\na\nb\nc\nd\n")
    assert refused.value.advice == "Split it into several tables."
    monkeypatch.setattr(tables, "MOST_CELLS", 8)
    assert len(read(tmp_path, "file,b,c,d\na\nb\n").rows) == 2
    with pytest.raises(RefusedFile, match="8 cells"):
        read(tmp_path, "file,b,c,d\na\nb\nc\n")


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_headings_without_end_are_refused(tmp_path: Path, delimiter: str) -> None:
    headings = delimiter.join(f"column {number}" for number in range(30_000))
    with pytest.raises(RefusedFile, match=r"no column|cannot be read"):
        read(tmp_path, f"{headings}\nx\n")
    with pytest.raises(RefusedFile, match="cannot be read"):
        read(tmp_path, "x" * 200_000 + f"{delimiter}file\nx\n")
