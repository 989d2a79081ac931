"""Cells of NocoDB in all the forms that servers and exports give them."""

import pytest

from curator.engine.intake.nocodb.cells import (
    MOST_IN_A_CELL,
    Attachment,
    attachments_in_text,
    attachments_of,
    count_of,
    flag_of,
    names_nested,
    names_of,
    text_of,
    title_of,
)
from curator.engine.intake.nocodb.client import Answer

PLACE = "http://127.0.0.1:8109/download/noco/BASE/photos/image"


@pytest.mark.parametrize("cell", [None, [], "", "text", 7, {}, [None, 3, "x"], [{"title": "x"}], "[broken"])
def test_cells_without_attachments_have_none(cell: object) -> None:
    assert attachments_of(cell) == ()


def test_attachments_keep_what_opens_them() -> None:
    cell = [
        {"path": "download/noco/x/abc.jpg", "title": "a.jpg", "signedPath": "dltemp/k/1/noco/x/abc.jpg"},
        {
            "url": "https://example.org/pics/b.jpg?sig=1",
            "title": "",
            "signedUrl": "https://s.example/b.jpg?x=2",
        },
    ]
    first, second = attachments_of(cell)
    assert first == Attachment("a.jpg", "download/noco/x/abc.jpg", "dltemp/k/1/noco/x/abc.jpg", "")
    assert (second.title, second.signed) == ("b.jpg", "https://s.example/b.jpg?x=2")
    assert attachments_of('[{"path": "download/x.jpg", "title": "x.jpg"}]')[0].title == "x.jpg"


def test_the_key_of_an_attachment_outlives_signatures_and_moves_and_names_nobody() -> None:
    key = Attachment("a.jpg", "download/noco/BASE/photos/image/a_Xy1.jpg").key
    assert key == Attachment("b.jpg", "download/noco/OTHER/a_Xy1.jpg", "dltemp/k/9/a_Xy1.jpg").key
    assert key == Attachment("a.jpg", signed="dltemp/k/9/noco/a_Xy1.jpg").key
    assert key != Attachment("a.jpg", "download/noco/BASE/photos/image/b_Xy1.jpg").key
    by_url = Attachment("x", url="https://old.example/p/1.jpg?sig=1").key
    assert by_url == Attachment("x", url="https://new.example/p/1.jpg?sig=2").key
    assert by_url != Attachment("x", url="https://old.example/q/1.jpg").key
    assert "a_Xy1" not in key


@pytest.mark.parametrize(
    ("cell", "flag"),
    [(0, False), (1, True), (False, False), (True, True), ("1", True), ("false", False), ("Yes", True),
     (None, None), ("", None), (2, None), (0.5, None), ([], None)],
)  # fmt: skip
def test_check_boxes_are_understood_in_every_spelling(cell: object, flag: bool | None) -> None:
    assert flag_of(cell) is flag


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ([{"Id": 1, "full Name": "Ilka Brandwyn"}], ("Ilka Brandwyn",)),
        ({"Id": 1, "Name": "Ilka", "Surname": "Brandwyn", "Country": "Austria"}, ("Ilka Brandwyn",)),
        ([{"Id": 1, "CreatedAt": "2026-01-01 10:00:00+00:00", "Title": "Ilka Brandwyn"}], ("Ilka Brandwyn",)),
        ([{"id": 1, "fields": {"full Name": "Ilka Brandwyn"}}], ("Ilka Brandwyn",)),
        ([{"full Name": "A B"}, {"full Name": "C D"}, {"full Name": "A B"}], ("A B", "C D")),
        ("Ilka Brandwyn", ("Ilka Brandwyn",)),
        ("1", ()),
        (1, ()),
        (None, ()),
        ([], ()),
        ([{"Id": 1}], ()),
    ],
)
def test_links_name_people(cell: object, names: tuple[str, ...]) -> None:
    assert names_of(cell) == names


def test_counts_are_no_names() -> None:
    assert [count_of(cell) for cell in (2, "3", 0, -1, True, None, "x", [1])] == [2, 3, 0, 0, 0, 0, 0, 0]


def test_nested_rows_count_only_when_there_is_no_doubt_whose_they_are() -> None:
    one = {"nc_ab___nc_m2m_photos_subjects": [{"photos_id": 1, "subjects": {"full Name": "A B"}}]}
    assert names_nested(one, count=1) == ("A B",)
    assert names_nested(one, count=2) == ()
    other = {"nc_ab___nc_m2m_photos_places": [{"photos_id": 1, "places": {"Title": "Rome"}}]}
    assert names_nested({**one, **other}, count=1) == ()
    assert names_nested({"subject": 1}, count=1) == ()


def test_texts_are_taken_from_cells_of_every_sort() -> None:
    assert [text_of(cell) for cell in ("a", None, 3, 2.5, True, [{"title": "b"}, {"title": "c"}])] == [
        "a", "", "3", "2.5", "", "b, c",
    ]  # fmt: skip


def test_titles_are_mended_only_where_they_were_mangled() -> None:
    assert (
        title_of("Ursula – prüfung № 1 📷.jpeg".encode().decode("latin-1")) == "Ursula – prüfung № 1 📷.jpeg"
    )
    assert title_of("prüfung.jpeg") == "prüfung.jpeg"
    assert title_of("日本.jpeg") == "日本.jpeg"
    assert title_of("..\\..\\evil\u202egpj.exe") == "evilgpj.exe"


@pytest.mark.parametrize(
    ("cell", "titles"),
    [
        (f"a.jpg({PLACE}/1.jpg)", ["a.jpg"]),
        (f"a.jpg({PLACE}/1.jpg),b.jpg({PLACE}/2.jpg)", ["a.jpg", "b.jpg"]),
        (f"a.jpg({PLACE}/1.jpg), b, c (1).jpg({PLACE}/2.jpg)", ["a.jpg", "b, c (1).jpg"]),
        (f"%3Cimg%20src=x%20onerror=alert(1)%3E.jpeg({PLACE}/1.jpeg)", ["<img src=x onerror=alert(1)>.jpeg"]),
        (f'say "hi", (2).jpg({PLACE}/official%20Picture/1 (1).jpg)', ['say "hi", (2).jpg']),
        ("x.jpg(https://example.org/dltemp/k/17/x_(1).jpg?a=(b))", ["x.jpg"]),
        ("x.jpg(dltemp/k/17/noco/x_1.jpg)", ["x.jpg"]),
        ("x.jpg(download/noco/x_1.jpg)", ["x.jpg"]),
    ],
)
def test_attachments_are_read_from_the_cells_of_tables(cell: str, titles: list[str]) -> None:
    found = attachments_in_text(cell)
    assert found is not None
    assert [one.title for one in found] == titles


@pytest.mark.parametrize("cell", ["", "a.jpg", "see (http", "a.jpg (1)", f"a({PLACE}/1.jpg) and more", "(x)"])
def test_other_cells_are_no_attachments(cell: str) -> None:
    assert attachments_in_text(cell) is None


def test_a_copy_is_looked_for_by_its_stored_name_first() -> None:
    mangled = "Capture%20d%C3%A2%C2%80%C2%99%C3%83%C2%A9cran.jpg"
    (one,) = attachments_in_text(f"{mangled}({PLACE}/Xy%20z.jpg)") or ()
    assert one.file_names[0] == "Xy z.jpg"
    assert "Capture d’écran.jpg" in one.file_names


def test_no_attachment_of_a_cell_is_left_out() -> None:
    many = MOST_IN_A_CELL + 1
    assert len(attachments_of([{"path": f"download/{number}.jpg"} for number in range(many)])) == many
    found = attachments_in_text(",".join(f"{number}.jpg(download/{number}.jpg)" for number in range(many)))
    assert found is not None
    assert len(found) == many


def test_half_a_pair_of_surrogates_becomes_text_that_can_be_kept() -> None:
    told = Answer(200, rb'{"path": "download/\ud800.jpg", "\uD83D\uDE00": ["\udfff", 1, null]}').json
    assert told == {"path": "download/?.jpg", "\U0001f600": ["?", 1, None]}
