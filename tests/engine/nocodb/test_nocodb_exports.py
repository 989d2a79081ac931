"""Tables that NocoDB exported, with their files in a folder beside them."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from curator.engine.intake.folder import Scan, scan
from curator.engine.records import Claim, Kind, Politician, PoliticianId

ILKA = Politician(PoliticianId(1), "Ilka", "Brandwyn", "Austria", "Prime Minister")
PLACE = "http://127.0.0.1:8109/download/noco/BASE/photos/image"
PHOTOS = ("image", "Description", "priority", "analyzed", "isfake", "reviewed", "subject", "contributions")


def write(folder: Path, rows: Sequence[dict[str, str]], *, name: str = "photos.csv", mark: str = "") -> Path:
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as file:
        file.write(mark)
        writer = csv.DictWriter(file, fieldnames=PHOTOS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def picture(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xff\xd8\xff" + name.encode())
    return path


def scanned(*paths: Path) -> Scan:
    return scan(paths, politicians=(ILKA,))


def by_name(found: Scan) -> dict[str, Any]:
    return {one.path.name: one for one in found.candidates}


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_of_photos_tells_of_the_files_beside_it(tmp_path: Path, mark: str) -> None:
    picture(tmp_path, "a.jpg")
    picture(tmp_path, "b, c (1).jpg")
    picture(tmp_path, "Xy1.jpg")
    write(
        tmp_path,
        [
            {"image": f"a.jpg({PLACE}/q.jpg), b, c (1).jpg({PLACE}/r.jpg)", "isfake": "1",
             "subject": "ILKA BRANDWYN", "Description": "two\nlines"},
            {"image": f"sent.jpg({PLACE}/Xy1.jpg)", "isfake": "0", "subject": "Ilka Brandwyn, Some Body"},
        ],
        mark=mark,
    )  # fmt: skip
    found = scanned(tmp_path)
    assert found.refused == ()
    rows = by_name(found)
    claim = Claim("Ilka", "Brandwyn", "Austria", "Prime Minister")
    for name in ("a.jpg", "b, c (1).jpg"):
        assert (rows[name].claim, rows[name].kind) == (claim, Kind.DEEPFAKE)
        assert (rows[name].note, rows[name].source) == ("two\nlines", "photos.csv, row 2")
    assert (rows["Xy1.jpg"].claim, rows["Xy1.jpg"].kind) == (Claim(), Kind.PORTRAIT)
    assert found.warnings == (
        'Row 3 of "photos.csv" names several people (Ilka Brandwyn, Some Body),'
        " so its pictures claim nobody.",
    )


def test_contributions_give_names_and_senders(tmp_path: Path) -> None:
    picture(tmp_path, "a.jpg")
    (tmp_path / "contributions.csv").write_text(
        "Name,Surname,Country,OfficialRole,imported,Your Name,official Picture,photos\n"
        f"Ilka,Brandwyn,Austria,President,0,Zoë,a.jpg({PLACE}/1.jpg),\n"
    )
    (only,) = scanned(tmp_path).candidates
    assert only.claim == Claim("Ilka", "Brandwyn", "Austria", "President")
    assert (only.sender, only.source) == ("Zoë", "contributions.csv, row 2")


def test_a_count_of_links_is_nobody_s_name(tmp_path: Path) -> None:
    picture(tmp_path, "a.jpg")
    write(tmp_path, [{"image": f"a.jpg({PLACE}/1.jpg)", "subject": "1"}])
    (only,) = scanned(tmp_path).candidates
    assert only.claim == Claim()


def test_files_in_folders_below_are_found_by_their_stored_names(tmp_path: Path) -> None:
    picture(tmp_path, "download/noco/BASE/photos/image/q.jpg")
    picture(tmp_path, "attachments/r.jpg")
    picture(tmp_path, "one/s.jpg")
    picture(tmp_path, "two/s.jpg")
    write(
        tmp_path,
        [
            {"image": f"{name}.jpg({PLACE}/{stored}.jpg)", "Description": stored}
            for name, stored in (("macron", "q"), ("macron", "r"), ("x", "s"))
        ],
    )
    found = scanned(tmp_path)
    rows = by_name(found)
    assert [rows[name].note for name in ("q.jpg", "r.jpg")] == ["q", "r"]
    assert [one.sentence for one in found.refused] == [
        'Row 4 of "photos.csv" names "x.jpg", which is not there. Correct the name or add the picture.'
    ]


def test_mangled_titles_find_their_files(tmp_path: Path) -> None:
    picture(tmp_path, "Capture d’écran.jpg")
    write(tmp_path, [{"image": f"Capture%20d%C3%A2%C2%80%C2%99%C3%83%C2%A9cran.jpg({PLACE}/1.jpg)"}])
    found = scanned(tmp_path)
    assert (found.refused, found.candidates[0].source) == ((), "photos.csv, row 2")


def test_rows_without_a_file_are_told(tmp_path: Path) -> None:
    picture(tmp_path, "a.jpg")
    write(tmp_path, [{"image": f"a.jpg({PLACE}/1.jpg)"}, {"subject": "Ilka Brandwyn"}])
    assert [one.sentence for one in scanned(tmp_path).refused] == [
        'Row 3 of "photos.csv" has no picture attached.'
    ]


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    picture(tmp_path, "secret.jpg")
    inside = tmp_path / "inside"
    inside.mkdir()
    write(inside, [{"image": f"../secret.jpg({PLACE}/..%2fsecret.jpg)"}])
    found = scanned(inside)
    assert found.candidates == ()
    assert len(found.refused) == 1


def test_other_tables_are_read_as_before(tmp_path: Path) -> None:
    picture(tmp_path, "a.jpg")
    (tmp_path / "table.csv").write_text("image;name;note\na.jpg;Ilka Brandwyn;see (http://example.org/x)\n")
    (only,) = scanned(tmp_path).candidates
    assert (only.claim.surname, only.note) == ("Brandwyn", "see (http://example.org/x)")


@pytest.mark.parametrize("shape", ["plain", "list", "records"])
def test_json_is_read_in_every_shape(tmp_path: Path, shape: str) -> None:
    picture(tmp_path, "a.jpg")
    picture(tmp_path, "files/stored_1.jpg")
    rows: list[dict[str, Any]] = [
        {
            "Id": 17,
            "image": [
                {"title": "a.jpg", "path": "download/noco/q.jpg"},
                {"title": "sent.jpg", "path": "download/noco/stored_1.jpg"},
            ],
            "isfake": True,
            "Description": "noted",
            "subject": [{"Id": 1, "full Name": "Ilka Brandwyn"}],
        }
    ]
    content: Any = {
        "plain": rows,
        "list": {"list": rows, "pageInfo": {}},
        "records": {"records": [{"id": 17, "fields": rows[0]}]},
    }[shape]
    (tmp_path / "photos.json").write_text(json.dumps(content))
    found = scanned(tmp_path)
    assert found.refused == ()
    assert {name: one.source for name, one in by_name(found).items()} == {
        "a.jpg": "photos.json, row 17",
        "stored_1.jpg": "photos.json, row 17",
    }
    assert {one.claim.full_name for one in found.candidates} == {"Ilka Brandwyn"}
    assert {one.note for one in found.candidates} == {"noted"}


@pytest.mark.parametrize("content", ["", "{}", "[1, 2]", '{"list": 3}', "[" * 100_000, "[]", '[{"a": 1}]'])
def test_other_json_is_refused_and_the_pictures_beside_it_are_not(tmp_path: Path, content: str) -> None:
    picture(tmp_path, "a.jpg")
    (tmp_path / "settings.json").write_text(content)
    found = scanned(tmp_path)
    assert [one.path.name for one in found.candidates] == ["a.jpg"]
    (refused,) = found.refused
    assert "no export of NocoDB" in refused.sentence


def test_json_with_too_many_values_is_refused_before_it_is_read(tmp_path: Path) -> None:
    picture(tmp_path, "a.jpg")
    (tmp_path / "many.json").write_text("[" + "{}," * 1_600_000 + "{}]")
    found = scanned(tmp_path)
    assert [one.path.name for one in found.candidates] == ["a.jpg"]
    (refused,) = found.refused
    assert refused.sentence.startswith('"many.json" is too large: at most 3,000,000 values are read.')


@pytest.mark.parametrize(
    ("name", "column", "rows"),
    [("export-photos.csv", "subject", 159), ("export-contributions-after-form.csv", "Your Name", 46)],
)
def test_what_the_campaign_s_server_exported_is_understood(
    shared_data: Path, tmp_path: Path, name: str, column: str, rows: int
) -> None:
    """Only the table is there: each row is told, none as a table of another kind."""
    recorded = shared_data.parent / "nocodb" / "recorded" / name
    if not recorded.is_file():
        pytest.skip("there are no recorded exports beside the repository")
    table = tmp_path / name
    table.write_bytes(recorded.read_bytes())
    with recorded.open(newline="", encoding="utf-8-sig") as file:
        listed = list(csv.DictReader(file))
    assert column in listed[0]
    attached = [cell for row in listed if (cell := row.get("image") or row.get("official Picture"))]
    assert attached
    picture(tmp_path, attached[0].partition("(")[0])
    found = scanned(tmp_path)
    assert len(found.candidates) == 1
    assert found.candidates[0].source == f"{name}, row 2"
    assert found.candidates[0].claim.surname
    assert "names no file" not in "".join(one.sentence for one in found.refused)
