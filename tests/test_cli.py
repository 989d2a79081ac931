import getpass
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filelock import FileLock
from PIL import Image

from curator import cli
from curator.cli import arguments
from curator.engine.bands import keep_bands
from curator.engine.catalogue import Catalogue
from curator.engine.deciding.hand_work import correct_claim
from curator.engine.export import ExportOptions, options_of
from curator.engine.media import MediaStore
from curator.engine.records import Kind, Making, PoliticianId, SubmissionId, Verdict
from curator.engine.rules import Thresholds
from curator.engine.workers.messages import WorkerSettings

ROOT = Path(__file__).parents[1]
FINDERS = (Path(__file__).parent, Path(__file__).parent / "engine")
SETTINGS = WorkerSettings(count=1, finder="cli_finders:make")
ONE, TWO, NONE = 160, 170, 180  # widths of pictures with so many faces, see cli_finders
DARK, BRIGHT = 60, 180


def picture(path: Path, *, seed: int, grey: int = DARK, width: int = ONE) -> Path:
    """Noise of a brightness: the finder takes equal brightness for the same person."""
    path.parent.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng(seed).integers(grey - 40, grey + 41, (16, width // 10, 1))
    pixels = np.repeat(noise, 3, axis=2).astype(np.uint8)
    Image.fromarray(pixels).resize((width, 160), Image.Resampling.NEAREST).save(path)
    return path


def run(*words: object, settings: WorkerSettings = SETTINGS) -> int:
    return cli.main([str(word) for word in words], settings=settings)


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in FINDERS:
        monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delenv("CURATOR_CATALOGUE", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(scope="session")
def analysed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue made by the commands themselves: six submissions, two politicians."""
    folder = tmp_path_factory.mktemp("analysed")
    for number in (1, 2):
        picture(folder / f"people/Italy/Ada Dark/{number}.png", seed=number, grey=DARK)
        picture(folder / f"people/Malta/Bo Bright/{number}.png", seed=10 + number, grey=BRIGHT)
    picture(folder / "people/Malta/Bo Bright/two.png", seed=19, width=TWO)
    received = folder / "received"
    picture(received / "1 right.png", seed=21, grey=DARK)
    picture(received / "2 wrong.png", seed=22, grey=BRIGHT)
    picture(received / "3 two.png", seed=23, width=TWO)
    picture(received / "4 none.png", seed=24, width=NONE)
    picture(received / "5 unclaimed.png", seed=25, grey=BRIGHT)
    (received / "6 cut.png").write_bytes((received / "1 right.png").read_bytes()[:40])
    (received / "notes.svg").write_text("<svg/>")
    rows = [f"{name},Ada,Dark" for name in ("1 right.png", "2 wrong.png", "3 two.png", "4 none.png")]
    (received / "claims.csv").write_text("\n".join(["file,name,surname", *rows]))
    with pytest.MonkeyPatch.context() as patch:
        for place in FINDERS:
            patch.syspath_prepend(str(place))
        for words in (
            ("politicians", "import", folder / "people"),
            ("import", received),
            ("analyse",),
        ):
            assert run(*words, "--catalogue", folder / "catalogue") == 0
    return folder / "catalogue"


@pytest.fixture
def analysed(analysed_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(analysed_once, tmp_path / "catalogue"))


@pytest.fixture
def received(tmp_path: Path) -> Path:
    """A folder with two pictures and something else."""
    folder = tmp_path / "received"
    picture(folder / "Ada Dark/a.png", seed=1)
    picture(folder / "b.png", seed=2)
    (folder / "notes.svg").write_text("<svg/>")
    return folder


def listed(catalogue: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run("list", "--json", *words, "--catalogue", catalogue) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


# ---------------------------------------------------------------- which catalogue


def test_without_a_catalogue_the_sentence_says_what_to_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 2
    assert "--catalogue DIR" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("analyse",),
        ("list",),
        ("politicians", "list"),
        ("decide", "1", "skip"),
        ("export", "site"),
        ("export", "site", "--dry-run"),
        ("verify",),
        ("stats",),
    ],
)
def test_only_imports_make_a_catalogue(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words, "--catalogue", tmp_path / "nothing") == 1
    output = capsys.readouterr()
    assert "There is no catalogue in" in output.err
    assert output.out == ""
    assert not (tmp_path / "nothing").exists()


def test_the_catalogue_may_be_named_in_three_places(
    analysed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--catalogue", analysed, "stats") == 0
    before = capsys.readouterr().out
    assert run("stats", "--catalogue", analysed) == 0
    after = capsys.readouterr().out
    monkeypatch.setenv("CURATOR_CATALOGUE", str(analysed))
    assert run("stats") == 0
    assert before == after == capsys.readouterr().out != ""
    assert run("--catalogue", analysed / "elsewhere", "stats") == 1


def test_a_catalogue_that_is_open_elsewhere_is_read_and_not_written(
    analysed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Catalogue.open(analysed):
        for reading in (["list"], ["list", "--json"], ["stats"], ["verify"], ["export", "x", "--dry-run"]):
            assert run(*reading, "--catalogue", analysed) == 0
        assert capsys.readouterr().err == ""
        for writing in (["decide", "1", "approve"], ["analyse"], ["export", tmp_path / "site"]):
            assert run(*writing, "--catalogue", analysed) == 1
            assert "already open in another Curator" in capsys.readouterr().err
    assert run("decide", "1", "approve", "--catalogue", analysed) == 0


# ---------------------------------------------------------------- import


def test_importing_twice_files_once(
    received: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", received, "--catalogue", tmp_path / "new") == 0
    first = capsys.readouterr().out
    assert "Loaded 2 new pictures; already there: 0, refused: 1." in first
    assert '"notes.svg"' in first
    assert run("import", received, "--kind", "portrait", "--catalogue", tmp_path / "new") == 0
    assert "Loaded 0 new pictures; already there: 2" in capsys.readouterr().out
    other, below = listed(tmp_path / "new", capsys)
    assert (below["file"], below["kind"]) == ("a.png", "deepfake")
    assert other == {
        "id": 1,
        "file": "b.png",
        "claim": None,
        "kind": "deepfake",
        "faces": [],
        "findings": [],
        "declarations": [],
        "advice": None,
        "verdict": "undecided",
    }


def test_kind_is_that_of_the_option(
    received: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", "--kind", "portrait", received / "b.png", "--catalogue", tmp_path / "new") == 0
    assert [one["kind"] for one in listed(tmp_path / "new", capsys)] == ["portrait"]


def test_a_mistyped_path_makes_no_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("import",), ("politicians", "import")):
        assert run(*words, tmp_path / "typo", "--catalogue", tmp_path / "new") == 1
        assert "typo" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_folder_with_other_things_is_left_alone(
    received: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(received.iterdir())
    assert run("import", received, "--catalogue", received) == 1
    assert "is not empty" in capsys.readouterr().err
    assert sorted(received.iterdir()) == before


def test_an_interrupted_load_is_gone_on_with_and_closed(
    received: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Catalogue.create(tmp_path / "new") as catalogue, catalogue.writing():
        for name in ("Ada Dark", "b.png"):
            catalogue.journals.start_load(paths=(received / name,), kind=Kind.DEEPFAKE)
    assert run("import", received / "b.png", "--catalogue", tmp_path / "new") == 0
    output = capsys.readouterr().out
    assert output.count("Loaded 1 new picture;") == 2
    assert "A load was interrupted last time" in output
    with Catalogue.read(tmp_path / "new") as catalogue:
        assert catalogue.journals.unfinished_loads() == ()
        assert catalogue.submissions.counts().total == 2


def test_portraits_that_cannot_be_used_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture(tmp_path / "people/Malta/Bo Bright/one.png", seed=1)
    picture(tmp_path / "people/Malta/Bo Bright/two.png", seed=2, width=TWO)
    assert run("politicians", "import", tmp_path / "people", "--catalogue", tmp_path / "new") == 0
    output = capsys.readouterr().out
    assert "1 politician in the index, 1 of them new." in output
    assert "Looked at 2 reference portraits: 1 accepted, 1 refused." in output
    assert "two.png (Bo Bright): It shows 2 faces." in output
    assert run("politicians", "list", "--json", "--catalogue", tmp_path / "new") == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": 1,
            "name": "Bo Bright",
            "country": "Malta",
            "role": None,
            "portraits": {"pending": 0, "accepted": 1, "refused": 1},
        }
    ]


def test_new_politicians_are_compared_with_what_is_there(
    received: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = tmp_path / "new"
    table = received / "claims.csv"
    table.write_text("file,name,surname\nb.png,Ada,Dark")
    assert run("import", received, "--catalogue", catalogue) == 0
    assert run("analyse", "--catalogue", catalogue) == 0
    assert [one["code"] for one in listed(catalogue, capsys)[0]["findings"]] == ["not_indexed"]
    picture(tmp_path / "people/Italy/Ada Dark/1.png", seed=7, grey=DARK)
    assert run("politicians", "import", tmp_path / "people", "--catalogue", catalogue) == 0
    after = listed(catalogue, capsys)[0]
    assert after["advice"] == {"outcome": "approve", "reason": None}
    # The same photo again, of somebody new: with it every match would be ambiguous.
    shutil.copytree(tmp_path / "people/Italy/Ada Dark", tmp_path / "more/Malta/Eve Double")
    assert run("politicians", "import", tmp_path / "more", "--catalogue", catalogue) == 0
    assert "1.png is a reference portrait of Ada Dark already." in capsys.readouterr().out
    assert listed(catalogue, capsys)[0]["advice"] == after["advice"]


def test_a_table_of_the_index_needs_no_portraits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = tmp_path / "new"
    picture(tmp_path / "received/a.png", seed=1)
    (tmp_path / "received/claims.csv").write_text("file,name,surname\na.png,Ada,Dark")
    for words in (("import", tmp_path / "received"), ("analyse",)):
        assert run(*words, "--catalogue", catalogue) == 0
    assert listed(catalogue, capsys)[0]["findings"][0]["indexed"] == 0
    table = tmp_path / "index.csv"
    table.write_text("country,role,name,surname\nItaly,Prime Minister,Ada,Dark\nItaly,Cook,Bo,Bright\n")
    assert run("politicians", "import", table, "--catalogue", catalogue) == 0
    told = capsys.readouterr().out
    assert "Loaded 0 new reference portraits; already there: 0, rows and files refused: 1." in told
    assert "1 politician in the index, 1 of them new." in told
    assert listed(catalogue, capsys)[0]["findings"][0]["indexed"] == 1
    assert run("politicians", "list", "--catalogue", catalogue) == 0
    assert "Ada Dark  Italy    Prime Minister" in capsys.readouterr().out


# ---------------------------------------------------------------- analyse and list


def test_everything_about_a_submission_as_json(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    every = listed(analysed, capsys)
    assert [one["id"] for one in every] == [1, 2, 3, 4, 5, 6]
    right, wrong, two, none, unclaimed, cut = every
    (face,) = right.pop("faces")
    assert right == {
        "id": 1,
        "file": "1 right.png",
        "claim": "Ada Dark",
        "kind": "deepfake",
        "findings": [],
        "advice": {"outcome": "approve", "reason": None},
        "verdict": "undecided",
        "declarations": [],
    }
    assert (face["box"], face["origin"]) == ([40, 40, 80, 80], "detected")
    nearest, other = face["matches"]
    assert nearest["politician"] == "Ada Dark"
    assert nearest.keys() == {"politician", "distance", "rank", "margin", "word"}
    assert (nearest["rank"], nearest["word"]) == (1, "strong")
    assert nearest["distance"] == round(nearest["distance"], 4) < 0.4 < other["distance"]
    assert nearest["margin"] == pytest.approx(other["distance"] - nearest["distance"], abs=2e-4)
    assert wrong["advice"] == {"outcome": "reject", "reason": "not_claimed"}
    assert [one["code"] for one in wrong["findings"]] == ["not_claimed"]
    assert wrong["findings"][0]["nearer"] == "Bo Bright"
    assert "several_faces" in [one["code"] for one in two["findings"]]
    assert len(two["faces"]) == 2
    assert (none["faces"], none["advice"]) == ([], {"outcome": "reject", "reason": "no_face"})
    assert unclaimed["claim"] is None
    assert unclaimed["advice"]["outcome"] == "look_closer"
    assert cut["advice"] == {"outcome": "reject", "reason": "unreadable"}


def test_whoever_is_alone_in_the_index_has_no_margin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture(tmp_path / "people/Malta/Bo Bright/1.png", seed=1, grey=BRIGHT)
    picture(tmp_path / "a.png", seed=2, grey=BRIGHT)
    catalogue = ("--catalogue", tmp_path / "new")
    assert run("politicians", "import", tmp_path / "people", *catalogue) == 0
    assert run("import", tmp_path / "a.png", *catalogue) == 0
    assert run("analyse", *catalogue) == 0
    (only,) = listed(tmp_path / "new", capsys)[0]["faces"][0]["matches"]
    assert (only["rank"], only["margin"]) == (1, None)


def test_analysing_again_has_nothing_to_do(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("analyse", "--catalogue", analysed) == 0
    assert capsys.readouterr().out == "No submission waits for its analysis.\n"


def test_the_summary_of_an_analysis_has_numbers_and_names(
    received: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (received / "cut.png").write_bytes((received / "b.png").read_bytes()[:40])
    assert run("import", received, "--catalogue", tmp_path / "new") == 0
    assert run("analyse", "--jobs", 1, "--catalogue", tmp_path / "new") == 0
    output = capsys.readouterr()
    assert "Analysed 3 submissions in" in output.out
    assert "0 clear match, 2 look closer, 1 reject." in output.out
    assert "1 picture could not be read:\n  2 cut.png: " in output.out
    assert output.err == ""  # no progress line where nobody watches


@pytest.mark.expects_log("could not be started")
def test_workers_that_cannot_start_end_the_command(
    received: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", received, "--catalogue", tmp_path / "new") == 0
    settings = WorkerSettings(count=1, finder="fake_finders:make_nothing")
    assert run("analyse", "--catalogue", tmp_path / "new", settings=settings) == 1
    output = capsys.readouterr()
    assert output.err.startswith("The model file nose.dat is missing.")
    assert "2 still wait. Run “curator analyse” again." in output.out
    assert [one["advice"] for one in listed(tmp_path / "new", capsys)] == [None, None]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--verdict", "undecided"), [1, 2, 3, 4, 5, 6]),
        (("--verdict", "approved", "--verdict", "rejected"), []),
        (("--advice", "approve"), [1]),
        (("--text", "none.png"), [4]),
        (("--kind", "portrait"), []),
    ],
)
def test_lists_are_filtered(
    words: tuple[str, ...], ids: list[int], analysed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [one["id"] for one in listed(analysed, capsys, *words)] == ids


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are letters there")
def test_bytes_that_are_no_letters_find_nothing_and_are_no_name_that_is_kept(
    analysed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(analysed, capsys, "--text", "x\udcff") == []
    assert run("--catalogue", analysed, "decide", 1, "approve", "--by", "Ann") == 0
    assert run("--catalogue", analysed, "export", f"{tmp_path}/x\udcff") == 1
    assert "letters that cannot be kept" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == [analysed]


def test_the_table_fits_the_terminal_and_shows_cleaned_text(
    analysed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(analysed / "catalogue.db") as database:
        database.execute(
            "UPDATE submissions SET file_name = ? WHERE id = 4", ("\x1b[31mred\u202e" + "名" * 90,)
        )
    database.close()
    assert run("list", "--catalogue", analysed) == 0
    header, first, *rest = capsys.readouterr().out.splitlines()
    assert header.split() == ["id", "verdict", "advice", "claim", "distance", "file"]
    assert "undecided  clear match" in first
    assert "[31mred名" in rest[2]
    assert "\x1b" not in rest[2]
    assert "\u202e" not in rest[2]
    assert max(map(len, rest)) > 80
    monkeypatch.setenv("COLUMNS", "60")
    assert run("list", "--catalogue", analysed) == 0
    narrow = capsys.readouterr().out.splitlines()
    assert max(map(len, narrow)) <= 60
    assert narrow[4].count("名") * 2 < 60
    assert "1 right" in narrow[1]


def test_counts(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decide", 1, "approve", "--catalogue", analysed) == 0
    capsys.readouterr()
    assert run("stats", "--catalogue", analysed) == 0
    lines = dict(line.rsplit("  ", 1) for line in capsys.readouterr().out.splitlines() if "  " in line)
    numbers = {name.strip(): value.strip() for name, value in lines.items()}
    assert numbers["submissions"] == "6"
    assert (numbers["approved"], numbers["undecided"]) == ("1", "5")
    assert numbers["undecided: clear match"] == "0"
    assert (numbers["politicians"], numbers["countries covered"]) == ("2", "2 of 27")
    assert (numbers["accepted"], numbers["refused"]) == ("4", "1")


# ---------------------------------------------------------------- decide


def test_a_rejection_takes_the_advised_reason(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decide", 2, "reject", "--by", "Ann\n", "--note", "a\x00b", "--catalogue", analysed) == 0
    assert capsys.readouterr().out == "Submission 2 (2 wrong.png) is rejected: not the politician.\n"
    with Catalogue.read(analysed) as catalogue:
        (row,) = catalogue.decisions.of(SubmissionId(2))
    assert (row.curator, row.note, row.reason) == ("Ann", "ab", "not_claimed")


def test_a_rejection_without_any_reason_never_happens(
    analysed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("decide", 1, "reject", "--catalogue", analysed) == 1
    error = capsys.readouterr().err
    assert "needs a reason" in error
    assert "unsafe" in error
    assert "ask" not in error.split("one of:")[1]
    with Catalogue.read(analysed) as catalogue:
        assert catalogue.decisions.of(SubmissionId(1)) == ()
    assert run("decide", 1, "reject", "--reason", "unsafe", "--catalogue", analysed) == 0
    assert "is rejected: unsafe." in capsys.readouterr().out


def test_asking_and_taking_it_back(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decide", 3, "ask", "--catalogue", analysed) == 0
    assert "is skipped: ask a colleague." in capsys.readouterr().out
    assert run("decide", 3, "undo", "--catalogue", analysed) == 0
    output = capsys.readouterr().out
    assert "is undecided." in output
    assert "Run “curator analyse”." in output
    assert run("decide", 3, "undo", "--catalogue", analysed) == 1
    assert "nothing to undo" in capsys.readouterr().err
    with Catalogue.read(analysed) as catalogue:
        curators = {row.curator for row in catalogue.decisions.of(SubmissionId(3))}
    assert curators == {getpass.getuser()}
    assert run("analyse", "--catalogue", analysed) == 0
    assert listed(analysed, capsys)[2]["advice"] is not None


@pytest.mark.parametrize(
    ("words", "making", "told"),
    [
        ((), Making.FACE_SWAP, "approved as a face swap"),
        (("--as", "face-swap"), Making.FACE_SWAP, "approved as a face swap"),
        (("--as", "generated"), Making.GENERATED, "approved as wholly generated"),
        (("--as", "montage"), Making.MONTAGE, "approved as a montage"),
    ],
)
def test_an_approval_says_how_it_was_made(
    analysed: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], making: Making, told: str
) -> None:
    assert run("decide", 1, "approve", *words, "--catalogue", analysed) == 0
    assert capsys.readouterr().out == f"Submission 1 (1 right.png) is {told}.\n"
    with Catalogue.read(analysed) as catalogue:
        assert catalogue.submissions.get(SubmissionId(1)).making is making


def test_what_was_approved_can_be_withdrawn(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    withdraw = ("decide", 1, "withdraw", "--catalogue", analysed, "--reason")
    assert run(*withdraw, "requested") == 1
    assert "was not approved" in capsys.readouterr().err
    assert run("decide", 1, "approve", "--catalogue", analysed) == 0
    capsys.readouterr()
    assert run(*withdraw, "requested", "--note", "by letter") == 0
    output = capsys.readouterr().out
    assert "is withdrawn: asked to be taken down." in output
    assert "The next export goes without it." in output
    assert run("decide", 1, "reject", "--reason", "requested", "--catalogue", analysed) == 1
    assert "no reason to reject" in capsys.readouterr().err
    assert run("decide", 1, "undo", "--catalogue", analysed) == 0
    assert "is approved as a face swap." in capsys.readouterr().out


def test_an_approved_portrait_is_promoted_by_a_second_yes(
    analysed: Path, received: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    promote = ("politicians", "promote", "7", "--catalogue", analysed)
    picture(received / "real.png", seed=41, grey=DARK)
    assert run("import", received / "real.png", "--kind", "portrait", "--catalogue", analysed) == 0
    assert run("analyse", "--catalogue", analysed) == 0
    assert run(*promote, "--yes") == 1
    assert "is not approved" in capsys.readouterr().err
    assert run("decide", 7, "approve", "--catalogue", analysed) == 0
    assert capsys.readouterr().out == "Submission 7 (real.png) is approved.\n"
    assert run(*promote, "--yes") == 1
    assert "claims nobody of the index" in capsys.readouterr().err
    with Catalogue.open(analysed) as catalogue:
        ada = catalogue.politicians.find(full_name="Ada Dark")
        assert ada is not None
        correct_claim(catalogue, SubmissionId(7), claimed_id=ada.id, curator="ada", thresholds=Thresholds())
    assert run(*promote) == 1
    assert "add --yes" in capsys.readouterr().err
    assert run(*promote, "--yes") == 0
    assert "is a reference portrait of Ada Dark." in capsys.readouterr().out
    assert run(*promote, "--yes") == 0
    assert "is a reference portrait already." in capsys.readouterr().out
    assert run("analyse", "--catalogue", analysed) == 0
    with Catalogue.read(analysed) as catalogue:
        assert catalogue.politicians.portrait_counts()[ada.id] == 3
    assert run("decide", 7, "withdraw", "--reason", "mistake", "--catalogue", analysed) == 0
    with Catalogue.read(analysed) as catalogue:
        assert catalogue.politicians.portrait_counts()[ada.id] == 2
    assert run("verify", "--catalogue", analysed) == 0


def test_a_deepfake_is_never_promoted(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decide", 1, "approve", "--catalogue", analysed) == 0
    assert run("politicians", "promote", 1, "--yes", "--catalogue", analysed) == 1
    assert "never becomes a reference portrait" in capsys.readouterr().err


def test_what_cannot_be_decided_is_said(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decide", 99, "skip", "--catalogue", analysed) == 1
    assert "no submission with the number 99" in capsys.readouterr().err
    assert run("decide", 6, "approve", "--catalogue", analysed) == 1
    assert "could not be read" in capsys.readouterr().err
    assert run("decide", 1, "approve", "--by", " ", "--catalogue", analysed) == 1
    assert "--by NAME" in capsys.readouterr().err


def test_a_decision_holds_the_thresholds_of_the_catalogue(analysed: Path) -> None:
    with Catalogue.open(analysed) as catalogue:
        keep_bands(catalogue, Thresholds(strong=0.33))
    assert run("decide", 1, "approve", "--catalogue", analysed) == 0
    with Catalogue.read(analysed) as catalogue:
        seen = catalogue.decisions.latest(limit=1)[0].seen
    assert seen["thresholds"] == asdict(Thresholds(strong=0.33))


# ---------------------------------------------------------------- export and verify


def test_the_approved_set_is_exported(
    analysed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert run("decide", 1, "approve", "--catalogue", analysed) == 0
    capsys.readouterr()
    assert run("export", site, "--dry-run", "--catalogue", analysed) == 0
    assert "would hold 1 picture: 1 added" in capsys.readouterr().out
    assert not site.exists()
    assert run("export", site, "--catalogue", analysed) == 0
    output = capsys.readouterr().out
    assert "Exported 1 picture: 1 added" in output
    assert "Not in it: 5 undecided." in output
    assert (site / "data/photos/1-resized.jpg").is_file()
    assert json.loads((site / "manifest.json").read_text())["submissions"] == 1
    assert run("export", site, "--catalogue", analysed) == 0
    assert "0 added, 0 changed, 1 unchanged" in capsys.readouterr().out
    assert run("decide", 1, "undo", "--catalogue", analysed) == 0
    assert run("export", site, "--dry-run", "--catalogue", analysed) == 0
    output = capsys.readouterr().out
    assert "0 withdrawn, 1 removed" in output
    assert "1 (Ada Dark): removed, undecided" in output


def test_what_was_withdrawn_is_told_as_such(
    analysed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert run("decide", 1, "approve", "--catalogue", analysed) == 0
    assert run("export", site, "--no-gallery", "--catalogue", analysed) == 0
    assert run("decide", 1, "withdraw", "--reason", "requested", "--catalogue", analysed) == 0
    capsys.readouterr()
    for command in ("--dry-run", "--by=Ada"):
        assert run("export", site, command, "--catalogue", analysed) == 0
        output = capsys.readouterr().out
        assert "1 withdrawn, 0 removed" in output
        assert "1 (Ada Dark): withdrawn: asked to be taken down" in output
    assert json.loads((site / "individuals.json").read_text()) == []


def test_what_was_withdrawn_after_the_backup_comes_back_by_a_second_yes_only(
    analysed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, of = tmp_path / "site", ("--catalogue", analysed)
    assert run("decide", 1, "approve", *of) == 0
    assert run("export", site, "--no-gallery", *of) == 0
    assert run("backup", *of) == 0
    assert run("decide", 1, "withdraw", "--reason", "requested", *of) == 0
    assert run("export", site, *of) == 0
    assert run("restore", "newest", "--yes", *of) == 0
    capsys.readouterr()
    assert run("export", site, "--dry-run", *of) == 0
    output = capsys.readouterr().out
    assert "1 added" in output
    assert "What was exported there comes from a newer state of this catalogue" in output
    assert run("export", site, *of) == 1
    error = capsys.readouterr().err
    assert "would be published, even if it was withdrawn: number 1. Look at them first. Add --anyway" in error
    assert json.loads((site / "individuals.json").read_text()) == []
    assert run("export", site, "--anyway", *of) == 0
    assert [one["Id"] for one in json.loads((site / "individuals.json").read_text())] == [1]


@pytest.mark.parametrize("how", ["--dry-run", "--by=Ada"])
def test_an_export_into_the_catalogue_is_refused(
    analysed: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    for folder in (analysed / "sub/site", analysed / "media/site"):
        assert run("export", folder, how, "--catalogue", analysed) == 1
        assert "lies inside the catalogue's folder. Choose another folder." in capsys.readouterr().err
        assert not folder.parent.joinpath("site").exists()
    assert not (analysed / "sub").exists()


def test_what_an_export_holds_is_kept_for_the_next_time(
    analysed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    chosen = ("--languages", "it,en", "--credit", "The campaign", "--licence", "CC BY 4.0", "--title", "Us")
    assert run("decide", 1, "approve", "--catalogue", analysed) == 0
    assert run("export", site, "--dry-run", *chosen, "--catalogue", analysed) == 0
    with Catalogue.read(analysed) as catalogue:
        assert options_of(catalogue) == ExportOptions()
    assert run("export", site, *chosen, "--catalogue", analysed) == 0
    assert sorted(path.name for path in (site / "gallery").iterdir() if path.is_dir()) == ["en", "it"]
    with Catalogue.read(analysed) as catalogue:
        assert options_of(catalogue) == ExportOptions(
            languages=("en", "it"), credit="The campaign", licence="CC BY 4.0", title="Us"
        )
    capsys.readouterr()
    assert run("export", site, "--dry-run", "--catalogue", analysed) == 0
    assert "0 changed, 1 unchanged" in capsys.readouterr().out
    assert run("export", site, "--dry-run", "--credit", "", "--catalogue", analysed) == 0
    assert "1 changed, 0 unchanged" in capsys.readouterr().out
    assert run("export", site, "--no-gallery", "--catalogue", analysed) == 0
    assert not (site / "gallery").exists()
    with Catalogue.read(analysed) as catalogue:
        assert options_of(catalogue).credit == "The campaign"
    assert run("export", site, "--gallery", "--catalogue", analysed) == 0
    assert (site / "gallery/it/index.html").is_file()


def test_languages_that_there_are_not_are_refused(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for languages in ("xx", "en,xx", "", ","):
        assert run("export", "site", "--languages", languages, "--catalogue", analysed) == 2
        assert "is no list of en, it, de, fr" in capsys.readouterr().err


def test_a_second_export_to_the_same_place_is_refused(
    analysed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    with FileLock(tmp_path / ".site.curator-lock"):
        assert run("export", site, "--catalogue", analysed) == 1
    assert "is under way" in capsys.readouterr().err
    assert not site.exists()


def test_an_export_into_a_foreign_folder_is_refused(
    analysed: Path, received: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(received.iterdir())
    assert run("export", received, "--catalogue", analysed) == 1
    assert capsys.readouterr().err != ""
    assert sorted(received.iterdir()) == before


def test_a_sound_catalogue_passes(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", "--catalogue", analysed) == 0
    assert capsys.readouterr().out == "All is in order: the database, the decision log and 11 pictures.\n"


def test_pictures_that_were_changed_or_lost_are_named(
    analysed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Catalogue.read(analysed) as catalogue:
        changed = catalogue.submissions.get(SubmissionId(1)).digest
        lost = catalogue.politicians.portraits(PoliticianId(1))[0].digest
    media = MediaStore(analysed / "media")
    media.original(changed).chmod(0o600)
    media.original(changed).write_bytes(b"something else")
    media.original(lost).unlink()
    assert run("verify", "--catalogue", analysed) == 3
    output = capsys.readouterr().out
    assert "The picture of submission 1 (1 right.png) was changed or cannot be read." in output
    assert "The picture of the reference portrait 1.png of Ada Dark is missing." in output
    assert "2 complaints" in output


def test_a_verdict_that_no_decision_gave_is_found(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(analysed / "catalogue.db") as database:
        database.execute("UPDATE submissions SET verdict = ? WHERE id = 1", (Verdict.APPROVED,))
    database.close()
    assert run("verify", "--catalogue", analysed) == 3
    assert "differs from the decision log" in capsys.readouterr().out


def test_a_damaged_database_is_a_finding(analysed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = analysed / "catalogue.db"
    data = bytearray(file.read_bytes())
    data[100:] = bytes(len(data) - 100)
    file.write_bytes(data)
    assert run("verify", "--catalogue", analysed) == 3
    assert "damaged" in capsys.readouterr().out


# ---------------------------------------------------------------- how a command ends


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("politicians",),
        ("listen",),
        ("list", "--verdict", "perhaps"),
        ("import",),
        ("decide", "0", "skip"),
        ("decide", "99999999999999999999", "skip"),
        ("decide", "1", "approve", "--reason", "unsafe"),
        ("decide", "1", "reject", "--reason", "ask"),
        ("decide", "1", "undo", "--note", "why"),
        ("decide", "1", "skip", "--as", "montage"),
        ("decide", "1", "approve", "--as", "painted"),
        ("decide", "1", "withdraw"),
        ("politicians", "promote"),
        ("analyse", "--jobs", "none"),
        ("analyse", "--jobs", "99999"),
    ],
)
def test_what_is_mistyped_ends_with_two(
    words: tuple[str, ...], analysed_once: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--catalogue", analysed_once, *words) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err != ""


def test_help_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    assert "politicians" in capsys.readouterr().out


def test_a_bug_is_told_in_a_sentence_and_in_full_when_asked(
    analysed_once: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise KeyError("nobody thought of this")

    monkeypatch.setattr(arguments, "print_stats", fail)
    assert run("stats", "--catalogue", analysed_once) == 70
    brief = capsys.readouterr().err
    assert "Something went wrong inside Curator (KeyError)." in brief
    assert "Traceback" not in brief
    assert run("--debug", "stats", "--catalogue", analysed_once) == 70
    assert "nobody thought of this" in capsys.readouterr().err


def test_ctrl_c_has_its_exit_code(
    analysed_once: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(arguments, "print_stats", stop)
    assert run("stats", "--catalogue", analysed_once) == 130
    assert "What was done stays done." in capsys.readouterr().err


@pytest.fixture
def _plain_console(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("PYTHONUTF8", "0")
    return


@pytest.mark.usefixtures("_plain_console")
def test_the_program_itself_runs_commands_and_forgives_a_plain_console(analysed: Path) -> None:
    with sqlite3.connect(analysed / "catalogue.db") as database:
        database.execute("UPDATE submissions SET file_name = 'Zoë.png' WHERE id = 1")
    database.close()
    command = [sys.executable, "-m", "curator", "list", "--catalogue", str(analysed)]
    table = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert b"Zo?.png" in table.stdout
    as_json = subprocess.run([*command, "--json"], cwd=ROOT, check=True, capture_output=True)
    assert json.loads(as_json.stdout)[0]["file"] == "Zoë.png"


def test_no_window_is_needed_and_no_face_model_loaded() -> None:
    program = (
        "import sys; import curator.cli.program;"
        "print(sorted({'PySide6', 'dlib', 'face_recognition', 'onnxruntime'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
