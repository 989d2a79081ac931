"""The benchmark reads what two programs found, and counts it rightly."""

import importlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of the POSIX kind")


@pytest.fixture
def bench_engine(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module("bench_engine")


@pytest.fixture
def process_tree(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT / "tools")
    return importlib.import_module("process_tree")


def picture(path: Path, grey: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", (8, 8), grey).save(path)
    return path


def test_pictures_are_copied_once_under_plain_names(bench_engine: Any, tmp_path: Path) -> None:
    picture(tmp_path / "in" / "b, c.JPG", 1)
    picture(tmp_path / "in" / "deep" / "same.JPG", 1)
    picture(tmp_path / "in" / "other.png", 2)
    picture(tmp_path / "in" / "not taken.bmp", 3)
    known = picture(tmp_path / "known" / "ada_alpha.jpg", 4).parent
    (tmp_path / "work").mkdir()
    bench = bench_engine.lay_out(tmp_path / "in", known=known, into=tmp_path / "work")
    assert sorted(bench.originals.values()) == ["b, c.JPG", "other.png"]
    assert {path.name for path in bench.pictures.iterdir()} == set(bench.originals)
    assert list(bench.people.values()) == ["ada_alpha"]
    assert len(list(bench.tree.rglob("*.jpg"))) == len(list(bench.known.iterdir())) == 1


def test_the_lines_of_face_recognition_become_faces_and_names(bench_engine: Any, tmp_path: Path) -> None:
    people = {"Person Aaa": "ada", "Person Aba": "bo"}
    originals = {"00000.jpg": "x.jpg", "00001.png": "y.png", "00002.jpg": "z.jpg"}
    bench = bench_engine.Bench(tmp_path, tmp_path, tmp_path, people, originals)
    output = (
        "p/00000.jpg,Person Aaa,0.55\np/00001.png,Person Aaa,0.61\n"
        "p/00000.jpg,Person Aba,0.5\np/00001.png,Person Aba,0.7\n"
        "p/00002.jpg,no_persons_found,None\n"
        "p/00000.jpg,Person Aaa,0.2\np/00000.jpg,Person Aba,0.9\n"
    )
    seen = bench_engine.read_cli(output, bench)
    assert seen.names == {("00000.jpg", "Person Aba"): 0.5, ("00000.jpg", "Person Aaa"): 0.2}
    assert seen.faces == 3
    assert seen.faces_of == Counter({"00000.jpg": 2, "00001.png": 1})
    with pytest.raises(RuntimeError, match="incomplete"):
        bench_engine.read_cli(output + "p/00001.png,Person Aaa,0.3\n", bench)


def test_differences_are_listed_by_file(
    bench_engine: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench = bench_engine.Bench(tmp_path, tmp_path, tmp_path, {"Person Aaa": "ada"}, {"1.jpg": "in/x.jpg"})
    one = bench_engine.Seen({("1.jpg", "Person Aaa"): 0.5}, 1, Counter({"1.jpg": 1}))
    other = bench_engine.Seen({}, 0, Counter())
    assert bench_engine.print_differences("lost", one, other, bench) == 1
    assert bench_engine.print_differences("gained", other, one, bench) == 0
    assert capsys.readouterr().out == "  lost: in/x.jpg: ada, 0.500\n"


def test_a_command_is_measured_with_its_children(process_tree: Any) -> None:
    burn = "import time\nwhile time.process_time() < 0.5: pass"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}]); print('done')"
    usage = process_tree.measure([sys.executable, "-c", code], niceness=1)
    assert usage.output == "done\n"
    assert usage.wall > 0.3
    assert usage.processor > 0.2
    assert usage.peak_bytes > 5_000_000


def test_a_command_that_fails_is_told(process_tree: Any) -> None:
    with pytest.raises(RuntimeError, match="no such luck"):
        process_tree.measure([sys.executable, "-c", "raise SystemExit('no such luck')"])


@pytest.mark.real
@pytest.mark.slow
def test_memory_is_watched_over_the_sample(sample: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "soak_engine.py"), str(sample / "submissions")]
    done = subprocess.run(
        [*command, "--count", "12", "--jobs", "1"], capture_output=True, text=True, check=True, env=os.environ
    )
    last = dict(word.split("=") for word in done.stdout.splitlines()[-1].split())
    assert last.pop("count") == "12"
    assert last.keys() == {"parent_mb_first", "parent_mb_last", "worker_mb_first", "worker_mb_last"}
    assert all(5 < float(megabytes) < 2000 for megabytes in last.values())
