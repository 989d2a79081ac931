"""Scanning what was chosen: nothing is lost without a sentence, nothing is claimed by chance."""

import os
import shutil
import socket
import sys
from pathlib import Path

import pytest

from curator.engine.intake.folder import Candidate, Scan, scan
from curator.engine.records import Claim, Kind, Politician, PoliticianId

MELONI = Politician(PoliticianId(1), "Giorgia", "Meloni", "Italy", "Prime Minister")
LEYEN = Politician(PoliticianId(2), "Ursula", "von der Leyen", "Germany", "")
SCHROEDER = Politician(PoliticianId(3), "Gerhard Fritz", "Schröder", "Germany", "Prime Minister")
INDEX = (MELONI, LEYEN, SCHROEDER)
JPEG = b"\xff\xd8\xff\xe0" + bytes(60)


def put(path: Path, content: bytes | str = JPEG) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def names(found: Scan) -> list[str]:
    return [candidate.file_name for candidate in found.candidates]


def sentences(found: Scan) -> str:
    return "\n".join(refused.sentence for refused in found.refused)


def only(found: Scan) -> Candidate:
    assert sentences(found) == ""
    (candidate,) = found.candidates
    return candidate


# ---------------------------------------------------------------- which files


def test_pictures_are_found_below_in_a_fixed_order_and_litter_is_not(tmp_path: Path) -> None:
    for name in ("b.JPG", "A.png", "sub/z.webp", "sub/deep/c.heic", "another/x.jp2"):
        put(tmp_path / name)
    for name in (".hidden.jpg", ".git/x.jpg", "__MACOSX/._b.jpg", "Thumbs.db", "desktop.ini", ".DS_Store"):
        put(tmp_path / name)
    for name in ("README.md", "LICENSE", "notes.txt"):
        put(tmp_path / name, "text")
    found = scan([tmp_path], politicians=())
    assert names(found) == ["A.png", "b.JPG", "x.jp2", "z.webp", "c.heic"]
    assert sentences(found) == ""
    assert scan([tmp_path], politicians=()) == found


@pytest.mark.parametrize(
    "start",
    [
        b"\xff\xd8\xff\xdb",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"II*\0",
        b"MM\0*",
        b"RIFF\1\2\3\4WEBPVP8 ",
        b"\0\0\0\x20ftypavif",
        b"\0\0\0\x18ftypheic",
        b"\0\0\0\x0cjP  \r\n\x87\n",
        b"BM" + bytes(12) + b"\x28\0\0\0",
    ],
)
def test_a_picture_is_known_by_its_content_whatever_it_is_called(tmp_path: Path, start: bytes) -> None:
    put(tmp_path / "no_ext", start)
    put(tmp_path / "photo.jpg.", start)
    put(tmp_path / "x.txt", start + bytes(40))
    assert len(scan([tmp_path], politicians=()).candidates) == 3


def test_what_is_called_a_picture_is_taken_whatever_it_holds(tmp_path: Path) -> None:
    put(tmp_path / "page.jpg", "<html>")
    put(tmp_path / "empty.png", b"")
    assert names(scan([tmp_path], politicians=())) == ["empty.png", "page.jpg"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("clip.mp4", b"\0\0\0\x20ftypisom", '"clip.mp4" is not a picture'),
        ("BMW", b"BMW is a car, not a bitmap", '"BMW" is not a picture'),
        ("all.zip", b"PK\3\4", "Unpack it first"),
        ("all", b"PK\3\4", "Unpack it first"),
        ("claims.xlsx", b"PK\3\4", "Save it as CSV"),
        ("\u202egpj.exe", b"MZ", '"gpj.exe" is not a picture'),
    ],
)
def test_other_files_are_refused_with_a_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    put(tmp_path / name, content)
    found = scan([tmp_path], politicians=())
    assert found.candidates == ()
    assert sentence in sentences(found)
    assert scan([tmp_path / name], politicians=()).refused == found.refused


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "in/a.jpg")
    (tmp_path / "in/linked").symlink_to(tmp_path)
    (tmp_path / "in/dangling.jpg").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "in/pipe.jpg")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "in/s.png"))
        found = scan([tmp_path / "in", tmp_path / "gone"], politicians=())
    assert names(found) == ["a.jpg"]
    assert [refused.path.name for refused in found.refused] == [
        "dangling.jpg",
        "linked",
        "pipe.jpg",
        "s.png",
        "gone",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right there")
def test_a_link_is_followed_within_its_folder_only(tmp_path: Path) -> None:
    put(tmp_path / "kept/private.jpg")
    put(tmp_path / "in/a.jpg")
    (tmp_path / "in/alias.jpg").symlink_to("a.jpg")
    (tmp_path / "in/away.jpg").symlink_to(tmp_path / "kept/private.jpg")
    (tmp_path / "in/circle.jpg").symlink_to("circle.jpg")
    found = scan([tmp_path / "in"], politicians=())
    assert names(found) == ["a.jpg", "alias.jpg"]
    assert "leads out of its folder" in sentences(found)
    assert [refused.path.name for refused in found.refused] == ["away.jpg", "circle.jpg"]
    chosen = scan([tmp_path / "in/away.jpg"], politicians=())
    assert names(chosen) == ["away.jpg"], "whoever chooses the link itself means what it leads to"


def test_a_folder_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "a/x.jpg")
    put(tmp_path / "b/y.jpg")
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if path == tmp_path / "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = scan([tmp_path], politicians=())
    assert names(found) == ["y.jpg"]
    assert 'The folder "a" could not be read' in sentences(found)


def test_what_is_chosen_twice_is_found_once(tmp_path: Path) -> None:
    put(tmp_path / "a.jpg")
    put(tmp_path / "b.jpg")
    found = scan([tmp_path / "b.jpg", tmp_path, tmp_path / "x/../a.jpg"], politicians=())
    assert names(found) == ["b.jpg", "a.jpg"]


def test_a_hidden_file_that_was_chosen_is_taken(tmp_path: Path) -> None:
    assert names(scan([put(tmp_path / ".hidden.jpg")], politicians=())) == [".hidden.jpg"]


def test_count_and_depth_have_an_end(tmp_path: Path) -> None:
    for number in range(5):
        put(tmp_path / f"many/{number}.jpg")
    put(tmp_path / "deep" / Path(*["d"] * 40) / "x.jpg")
    found = scan([tmp_path / "deep"], politicians=())
    assert found.candidates == ()
    assert "32 folders deep" in sentences(found)
    found = scan([tmp_path / "many"], politicians=(), most=3)
    assert names(found) == ["0.jpg", "1.jpg", "2.jpg"]
    assert "Only the first 3 pictures" in sentences(found)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")
def test_hostile_names_come_through(tmp_path: Path) -> None:
    hostile = [b"-rf.jpg", b"latin1_\xe9.jpg", b"new\nline.jpg", b"\xe2\x80\xaegpj.exe.jpg", b"=cmd().jpg"]
    for name in hostile:
        (tmp_path / os.fsdecode(name)).write_bytes(JPEG)
    found = scan([tmp_path], politicians=())
    assert sorted(os.fsencode(candidate.path.name) for candidate in found.candidates) == sorted(hostile)
    assert all(candidate.path.read_bytes() == JPEG for candidate in found.candidates)
    assert "latin1_\ufffd.jpg" in names(found)
    assert "new line.jpg" in names(found)


# ---------------------------------------------------------------- claims by folders


@pytest.mark.parametrize(
    ("path", "claim", "kind"),
    [
        ("in/Giorgia Meloni/x.jpg", Claim("Giorgia", "Meloni", "Italy", "Prime Minister"), Kind.DEEPFAKE),
        (
            "in/giorgia_meloni/2023/x.jpg",
            Claim("Giorgia", "Meloni", "Italy", "Prime Minister"),
            Kind.DEEPFAKE,
        ),
        ("in/Meloni Giorgia/x.jpg", Claim("Giorgia", "Meloni", "Italy", "Prime Minister"), Kind.DEEPFAKE),
        ("in/Ursula von der Leyen/x.jpg", Claim("Ursula", "von der Leyen", "Germany"), Kind.DEEPFAKE),
        (
            "in/Gerhard Fritz Schroeder/x.jpg",
            Claim("Gerhard Fritz", "Schröder", "Germany", "Prime Minister"),
            Kind.DEEPFAKE,
        ),
        ("in/Italia/Ursula von Rossi/x.jpg", Claim("Ursula", "von Rossi", "Italy"), Kind.DEEPFAKE),
        (
            "in/legit/Giorgia Meloni/x.jpg",
            Claim("Giorgia", "Meloni", "Italy", "Prime Minister"),
            Kind.PORTRAIT,
        ),
        (
            "in/Giorgia Meloni/fakes/x.jpg",
            Claim("Giorgia", "Meloni", "Italy", "Prime Minister"),
            Kind.DEEPFAKE,
        ),
        ("in/Real/Deepfakes/x.jpg", Claim(), Kind.DEEPFAKE),
        ("in/Somebody Else/x.jpg", Claim(), Kind.DEEPFAKE),
        ("in/Italy/2023/x.jpg", Claim(), Kind.DEEPFAKE),
        ("in/Italy/Prime Minister/x.jpg", Claim(), Kind.DEEPFAKE),
        ("in/Italy/x.jpg", Claim(), Kind.DEEPFAKE),
    ],
)
def test_folders_give_claim_and_kind(tmp_path: Path, path: str, claim: Claim, kind: Kind) -> None:
    put(tmp_path / path)
    candidate = only(scan([tmp_path / "in"], politicians=INDEX))
    assert (candidate.claim, candidate.kind) == (claim, kind)
    assert candidate.source == Path(path).parent.as_posix()
    assert (candidate.note, candidate.sender) == ("", "")


def test_a_folder_or_file_chosen_by_itself_still_says_who_it_is(tmp_path: Path) -> None:
    path = put(tmp_path / "portraits/Italy/Mario Bianchi/x.jpg")
    for chosen in (path, path.parent, path.parent.parent):
        candidate = only(scan([chosen], politicians=INDEX))
        assert candidate.claim == Claim("Mario", "Bianchi", "Italy")
        assert candidate.kind is Kind.DEEPFAKE  # folders above the chosen one give no kind


def test_the_kind_that_nothing_gives_is_the_callers(tmp_path: Path) -> None:
    put(tmp_path / "x.jpg")
    assert only(scan([tmp_path], politicians=(), kind=Kind.PORTRAIT)).kind is Kind.PORTRAIT


def test_the_country_decides_between_two_of_one_name(tmp_path: Path) -> None:
    twins = (
        Politician(PoliticianId(1), "Jan", "Novák", "Czechia", ""),
        Politician(PoliticianId(2), "Jan", "Novak", "Slovenia", ""),
    )
    put(tmp_path / "Slovenia/Jan Novak/x.jpg")
    put(tmp_path / "Jan Novak/y.jpg")
    found = {
        candidate.file_name: candidate.claim for candidate in scan([tmp_path], politicians=twins).candidates
    }
    assert found == {"x.jpg": Claim("Jan", "Novak", "Slovenia"), "y.jpg": Claim()}


# ---------------------------------------------------------------- claims by tables


def test_a_table_beside_the_pictures_gives_everything(tmp_path: Path) -> None:
    put(tmp_path / "in/a.jpg")
    put(
        tmp_path / "in/claims.csv",
        "FILE;Country;Name;Surname;Role;Kind;Description;Sender\n"
        "a.jpg;Italia;Mario;Bianchi;Minister of the Interior;portrait;"
        '"one, two\nthree\u202e";anna\u200b@x.eu\n',
    )
    assert only(scan([tmp_path / "in"], politicians=INDEX)) == Candidate(
        path=tmp_path / "in/a.jpg",
        file_name="a.jpg",
        kind=Kind.PORTRAIT,
        claim=Claim("Mario", "Bianchi", "Italy", "Interior Minister"),
        note="one, two\nthree",
        sender="anna@x.eu",
        source="claims.csv, row 2",
    )


@pytest.mark.parametrize(
    ("columns", "claim"),
    [
        ("name,surname\nGIORGIA,meloni", Claim("Giorgia", "Meloni", "Italy", "Prime Minister")),
        ("name\nGiorgia Meloni", Claim("Giorgia", "Meloni", "Italy", "Prime Minister")),
        ("surname\nMeloni", Claim("Giorgia", "Meloni", "Italy", "Prime Minister")),
        ("name,country\nUrsula von der Leyen,Belgium", Claim("Ursula", "von der Leyen", "Belgium")),
        ("name,country,role\nAda King,Ruritania,Queen", Claim("Ada", "King", "Ruritania", "Queen")),
        ("name\nGeorge W. Bush", Claim("George W.", "Bush")),
        ("name\nMaria da Graça CARVALHO", Claim("Maria da Graça", "CARVALHO")),
        ("country\nItaly", Claim()),
    ],
)
def test_rows_are_read_forgivingly(tmp_path: Path, columns: str, claim: Claim) -> None:
    headings, cells = columns.split("\n")
    put(tmp_path / "a.jpg")
    put(tmp_path / "t.csv", f"file,{headings}\na.jpg,{cells}\n")
    assert only(scan([tmp_path], politicians=INDEX)).claim == claim


@pytest.mark.parametrize(
    ("columns", "kind", "warned"),
    [
        ("kind\nFake", Kind.DEEPFAKE, False),
        ("kind\nreal", Kind.PORTRAIT, False),
        ("isfake\n0", Kind.PORTRAIT, False),
        ("isfake\nTrue", Kind.DEEPFAKE, False),
        ("kind\n", Kind.DEEPFAKE, False),
        ("kind\npainting", Kind.DEEPFAKE, True),
    ],
)
def test_a_kind_that_is_not_understood_is_warned_of(
    tmp_path: Path, columns: str, kind: Kind, warned: bool
) -> None:
    headings, cell = columns.split("\n")
    put(tmp_path / "a.jpg")
    put(tmp_path / "t.csv", f"file,{headings}\na.jpg,{cell}\n")
    found = scan([tmp_path], politicians=())
    assert only(found).kind is kind
    assert len(found.warnings) == warned


@pytest.mark.parametrize(
    ("on_disk", "in_table"),
    [
        ("Photo.JPG", "photo.jpg"),
        ("e\u0301.jpg", "\u00e9.jpg"),
        ("\u00e9.jpg", "E\u0301.JPG"),
        ("sub/x.jpg", "sub\\x.jpg"),
        ("sub/x.jpg", "./SUB/x.jpg"),
        (" spaces .jpg", "spaces .jpg"),
        ("comma, semi; colon.jpg", '"comma, semi; colon.jpg"'),
        (".hidden.jpg", ".hidden.jpg"),
    ],
)
def test_a_file_is_found_by_the_name_in_the_table(tmp_path: Path, on_disk: str, in_table: str) -> None:
    put(tmp_path / on_disk)
    put(tmp_path / "t.csv", f"file,note\n{in_table},found\n")
    assert only(scan([tmp_path], politicians=())).note == "found"


def test_case_is_not_guessed_when_two_files_could_be_meant(tmp_path: Path) -> None:
    put(tmp_path / "a.jpg")
    put(tmp_path / "A.jpg")
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system does not know case")
    put(tmp_path / "t.csv", "file,note\nA.JPG,x\na.jpg,exact\n")
    found = scan([tmp_path], politicians=())
    assert [candidate.note for candidate in found.candidates] == ["", "exact"]
    assert 'Row 2 of "t.csv" names "A.JPG"' in sentences(found)


@pytest.mark.parametrize(
    "cell", ["../secret.jpg", "sub/../../secret.jpg", "{root}/secret.jpg", "linked/secret.jpg", "away.jpg"]
)
def test_a_table_never_leads_outside_its_folder(tmp_path: Path, cell: str) -> None:
    put(tmp_path / "secret.jpg")
    put(tmp_path / "in/sub/a.jpg")
    (tmp_path / "in/linked").symlink_to(tmp_path)
    (tmp_path / "in/away.jpg").symlink_to(tmp_path / "secret.jpg")
    put(tmp_path / "in/t.csv", f"file,note\n{cell.format(root=tmp_path)},x\n")
    found = scan([tmp_path / "in"], politicians=())
    assert names(found) == ["a.jpg"]
    assert 'Row 2 of "t.csv" names' in sentences(found)


def test_rows_without_a_picture_are_told_and_the_others_kept(tmp_path: Path) -> None:
    put(tmp_path / "a.jpg")
    put(tmp_path / "clip.mp4", b"no picture")
    put(tmp_path / "t.csv", "file,note\ngone.jpg,1\na.jpg,2\na.jpg,3\n,4\nclip.mp4,5\n")
    found = scan([tmp_path], politicians=())
    assert [candidate.note for candidate in found.candidates] == ["2"]
    assert [refused.sentence.split(".")[0] for refused in found.refused] == [
        '"clip',
        'Row 2 of "t',
        'Row 4 of "t',
        'Row 5 of "t',
    ]


def test_a_table_of_something_else_is_told_and_gives_no_claims(tmp_path: Path) -> None:
    put(tmp_path / "a.jpg")
    put(tmp_path / "t.csv", "colour,size\nred,1\n")
    found = scan([tmp_path], politicians=())
    assert names(found) == ["a.jpg"]
    assert '"t.csv" has no column "file"' in sentences(found)


def test_the_nearest_table_counts(tmp_path: Path) -> None:
    put(tmp_path / "sub/a.jpg")
    put(tmp_path / "t.csv", "file,note\nsub/a.jpg,far\n")
    put(tmp_path / "sub/t.csv", "file,note\na.jpg,near\n")
    found = scan([tmp_path], politicians=())
    assert [candidate.note for candidate in found.candidates] == ["near"]
    assert "again" in sentences(found)


def test_a_table_chosen_alone_brings_its_pictures(tmp_path: Path) -> None:
    put(tmp_path / "a.jpg")
    put(tmp_path / "sub/b.jpg")
    put(tmp_path / "not_named.jpg")
    table = put(tmp_path / "t.csv", "file,note\na.jpg,1\nsub/b.jpg,2\n")
    found = scan([table], politicians=())
    assert [(candidate.file_name, candidate.note) for candidate in found.candidates] == [
        ("a.jpg", "1"),
        ("b.jpg", "2"),
    ]


def test_a_table_chosen_with_a_folder_elsewhere_speaks_of_it(tmp_path: Path) -> None:
    put(tmp_path / "pictures/a.jpg")
    table = put(tmp_path / "tables/t.csv", "file,note\na.jpg,1\n")
    assert only(scan([table, tmp_path / "pictures"], politicians=())).note == "1"


def test_two_folders_with_a_table_each_are_not_mixed_up(tmp_path: Path) -> None:
    put(tmp_path / "one/a.jpg")
    put(tmp_path / "two/b.jpg")
    put(tmp_path / "one/t.csv", "file,note\nb.jpg,wrong\na.jpg,one\n")
    put(tmp_path / "two/t.csv", "file,note\nb.jpg,two\n")
    found = scan([tmp_path / "one", tmp_path / "two"], politicians=())
    assert [candidate.note for candidate in found.candidates] == ["one", "two"]


def test_many_bad_rows_are_told_in_few_sentences(tmp_path: Path) -> None:
    put(tmp_path / "t.csv", "file\n" + "".join(f"{number}.jpg\n" for number in range(1000)))
    assert "980 more rows" in sentences(scan([tmp_path], politicians=()))
    assert len(scan([tmp_path], politicians=()).refused) == 21


def test_a_row_without_claim_leaves_it_to_the_folder(tmp_path: Path) -> None:
    put(tmp_path / "portraits/Giorgia Meloni/a.jpg")
    put(tmp_path / "portraits/Giorgia Meloni/t.csv", "file,description\na.jpg,hello\n")
    candidate = only(scan([tmp_path], politicians=INDEX))
    assert (candidate.claim.surname, candidate.kind, candidate.note) == ("Meloni", Kind.PORTRAIT, "hello")


# ---------------------------------------------------------------- real pictures


def test_real_folders_are_understood(shared_data: Path) -> None:
    found = scan([shared_data / "portraits/campaign/legit"], politicians=INDEX)
    assert [candidate.claim.surname for candidate in found.candidates] == ["Meloni"] * 3 + [
        "von der Leyen"
    ] * 7
    assert {candidate.kind for candidate in found.candidates} == {Kind.PORTRAIT}
    found = scan([shared_data / "fakes"], politicians=INDEX)
    assert len(found.candidates) == 33
    assert not found.refused
    assert {candidate.kind for candidate in found.candidates} == {Kind.DEEPFAKE}


def test_a_real_picture_is_found_without_its_ending(shared_data: Path, tmp_path: Path) -> None:
    source = shared_data / "portraits/campaign/legit/Giorgia Meloni/meloni1.png"
    shutil.copy(source, tmp_path / "meloni")
    assert names(scan([tmp_path], politicians=())) == ["meloni"]
