"""Politicians from folders and tables."""

from pathlib import Path

import pytest

from curator.engine.errors import RefusedFile
from curator.engine.intake.politicians_table import IndexTable, read_index_csv
from curator.engine.intake.politicians_tree import PoliticianScan, scan_tree

JPEG = b"\xff\xd8\xff\xe0" + bytes(60)


def put(path: Path, content: bytes | str = JPEG) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def people(found: PoliticianScan) -> list[tuple[str, str, str, str, int]]:
    return [
        (person.given_name, person.surname, person.country, person.role, len(person.portraits))
        for person in found.people
    ]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["Italy/Giorgia Meloni/1.jpg", "Italy/Giorgia Meloni/2"], [("Giorgia", "Meloni", "Italy", "", 2)]),
        (["Italia/Giorgia_Meloni/1.jpg"], [("Giorgia", "Meloni", "Italy", "", 1)]),
        (["Giorgia Meloni/1.jpg"], [("Giorgia", "Meloni", "", "", 1)]),
        (["legit/Ursula von der Leyen/1.jpg"], [("Ursula", "von der Leyen", "", "", 1)]),
        (["legit/Italy/Giorgia Meloni/1.jpg"], [("Giorgia", "Meloni", "Italy", "", 1)]),
        (["Italy/PM/Giorgia Meloni/1.jpg"], [("Giorgia", "Meloni", "Italy", "Prime Minister", 1)]),
        (["Italy/Giorgia Meloni/2023/1.jpg"], [("Giorgia", "Meloni", "Italy", "", 1)]),
        (["Italy/Giorgia Meloni/1.jpg", "Italy/Giorgia Meloni/legit/2.jpg"],
         [("Giorgia", "Meloni", "Italy", "", 2)]),
        (["raj/1.jpg", "amy/1.jpg"], [("", "amy", "", "", 1), ("", "raj", "", "", 1)]),
        (
            ["Italy/Giorgia Meloni/1.jpg", "Switzerland/Viola Amherd/1.jpg"],
            [("Giorgia", "Meloni", "Italy", "", 1), ("Viola", "Amherd", "Switzerland", "", 1)],
        ),
        (["Old Scans/Viola Amherd/1.jpg"], [("Viola", "Amherd", "", "", 1)]),
        (["a/Giorgia Meloni/1.jpg", "b/GIORGIA MELONI/1.jpg"], [("Giorgia", "Meloni", "", "", 2)]),
        (["legit/Giorgia Meloni/1.jpg", "Italy/Giorgia Meloni/1.jpg"],
         [("Giorgia", "Meloni", "Italy", "", 2)]),
        (["Czechia/Jan Novak/1.jpg", "Slovenia/Jan Novak/1.jpg"],
         [("Jan", "Novak", "Czechia", "", 1), ("Jan", "Novak", "Slovenia", "", 1)]),
        (["Italy/.hidden/1.jpg", "Italy/__MACOSX/1.jpg"], []),
    ],
)  # fmt: skip
def test_trees_are_understood(
    tmp_path: Path, paths: list[str], expected: list[tuple[str, str, str, str, int]]
) -> None:
    for path in paths:
        put(tmp_path / "index" / path)
    found = scan_tree(tmp_path / "index")
    assert people(found) == expected
    assert found.refused == ()


def test_the_root_may_be_a_country_or_a_person(tmp_path: Path) -> None:
    put(tmp_path / "Italy/Giorgia Meloni/1.jpg")
    expected = [("Giorgia", "Meloni", "Italy", "", 1)]
    assert people(scan_tree(tmp_path / "Italy")) == expected
    assert people(scan_tree(tmp_path / "Italy/Giorgia Meloni")) == expected


def test_a_politician_without_portraits_is_kept_in_a_country_only(tmp_path: Path) -> None:
    (tmp_path / "Italy/Giorgia Meloni").mkdir(parents=True)
    (tmp_path / "Some Folder").mkdir()
    assert people(scan_tree(tmp_path)) == [("Giorgia", "Meloni", "Italy", "", 0)]


def test_pictures_of_nobody_are_told_folder_by_folder(tmp_path: Path) -> None:
    put(tmp_path / "Italy/Giorgia Meloni/1.jpg")
    put(tmp_path / "Italy/Giorgia Meloni/clip.mp4", b"no picture")
    put(tmp_path / "Italy/group.jpg")
    put(tmp_path / "Prime Minister/1.jpg")
    put(tmp_path / "pics/1.jpg")
    put(tmp_path / "pics/2.jpg")
    found = scan_tree(tmp_path)
    assert people(found) == [("Giorgia", "Meloni", "Italy", "", 1)]
    told = [refused.sentence for refused in found.refused]
    assert len(told) == 4
    assert '"clip.mp4" is not a picture' in told[0]
    assert 'The folder "Italy" holds 1 picture ' in told[1]
    assert 'The folder "pics" holds 2 pictures ' in told[2]
    assert 'The folder "Prime Minister" holds 1 picture ' in told[3]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = scan_tree(tmp_path / "gone")
    assert found.people == ()
    assert 'The folder "gone" could not be read' in found.refused[0].sentence


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    put(tmp_path / "Italy/Giorgia Meloni/1.jpg")
    (tmp_path / "Italy/circle").symlink_to(tmp_path)
    assert people(scan_tree(tmp_path)) == [("Giorgia", "Meloni", "Italy", "", 1)]


def test_real_trees_are_understood(shared_data: Path) -> None:
    assert people(scan_tree(shared_data / "portraits/campaign/legit")) == [
        ("Giorgia", "Meloni", "", "", 3),
        ("Ursula", "von der Leyen", "", "", 7),
    ]
    found = people(scan_tree(shared_data / "portraits/lfw_colour/images"))
    assert len(found) == 10
    assert ("George W", "Bush", "", "", 10) in found
    assert {count for *_, count in found} == {10}


# ---------------------------------------------------------------- tables


def read(tmp_path: Path, text: str) -> IndexTable:
    return read_index_csv(put(tmp_path / "index.csv", text))


def test_an_index_is_read(tmp_path: Path) -> None:
    put(tmp_path / "pics/1.jpg")
    put(tmp_path / "2.jpg")
    table = read(
        tmp_path,
        "country;role;name;surname;portrait;portrait2;picture_in_repo\n"
        "Italia;PM;Giorgia;Meloni;pics/1.jpg;2.JPG;True\n"
        "Germany;;Ursula von der Leyen;;;;\n",
    )
    first, second = table.rows
    assert (first.number, first.given_name, first.surname) == (2, "Giorgia", "Meloni")
    assert (first.country, first.role) == ("Italy", "Prime Minister")
    assert first.portraits == (tmp_path / "pics/1.jpg", tmp_path / "2.jpg")
    assert (second.given_name, second.surname, second.role) == ("Ursula", "von der Leyen", "")
    assert (table.refused, table.warnings) == ((), ())


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Ruritania,PM,Ada,King,", 'Row 2 of "index.csv" has an unknown country, "Ruritania".'),
        ("Italy,Cook,Ada,King,", 'Row 2 of "index.csv" has an unknown role, "Cook".'),
        ("Italy,PM,,,", 'Row 2 of "index.csv" names nobody.'),
        ("Italy,PM,Ada,King,gone.jpg", 'names the portrait "gone.jpg", which is not there.'),
        ("Italy,PM,Ada,King,../x.jpg", 'names the portrait "../x.jpg", which is not there.'),
        ("Italy,PM,Ada,King,index.csv", 'names "index.csv", which is not a picture.'),
    ],
)
def test_a_bad_row_is_named_and_stops_no_other(tmp_path: Path, row: str, sentence: str) -> None:
    table = read(tmp_path, f"country,role,name,surname,portrait\n{row}\nItaly,PM,Giorgia,Meloni,\n")
    assert table.rows[-1].surname == "Meloni"
    assert [sentence in refused.sentence for refused in table.refused] == [True]


def test_doubled_rows_and_crowded_countries_are_warned_of(tmp_path: Path) -> None:
    rows = [f"Italy,,Ada,King{letter}\n" for letter in "abcdef"]
    table = read(tmp_path, "country,role,name,surname\n" + "".join(rows) + "italia,,ADA,Kinga\n")
    assert len(table.rows) == 6
    assert table.warnings == (
        'Row 8 of "index.csv" repeats row 2. The first one counts.',
        '"index.csv" has 6 people for Italy; the index has at most 5.',
    )


def test_a_second_office_is_told(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "country,role,name,surname\nItaly,,Ada,King\nItaly,PM,Ada,King\n"
        "Italy,Justice Minister,ADA,KING\nFrance,Justice Minister,Ada,King\n",
    )
    assert table.warnings == ('Row 4 of "index.csv" gives ADA KING a second office. Prime Minister counts.',)


def test_a_table_without_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match='has no column "name"'):
        read(tmp_path, "country,role\nItaly,PM\n")
