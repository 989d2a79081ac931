"""Kill loops and power losses in small: the tools find nothing lost, and would find it if there were."""

import importlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from filing import Filing

from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions
from curator.engine.records import Verdict
from curator.engine.rules import Thresholds
from curator.engine.workers.messages import WorkerSettings

ROOT = Path(__file__).resolve().parents[2]
FINDERS = (ROOT / "tests", ROOT / "tests/engine")
FAKE = ("--finder", "cli_finders:make")
KILLS = 30

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs SIGKILL")


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Imports a part of the tools."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    return importlib.import_module


def run(tool: str, *words: object) -> str:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / tool, *map(str, words)],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, FINDERS))},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()[-1]


@pytest.mark.slow
def test_some_kills_lose_and_break_nothing() -> None:
    line = run("torture.py", "--kills", KILLS, "--seconds", 0.5, "--round", KILLS // 2 + 1, *FAKE)
    found = re.fullmatch(rf"kills={KILLS} acknowledged=(\d+) lost=0 broken=0", line)
    assert found is not None, line
    # The lives end by the clock: how much they get done is up to the machine.
    assert int(found[1]) > KILLS


@pytest.mark.slow
def test_power_cuts_lose_and_break_nothing() -> None:
    if shutil.which("strace") is None or not may_trace():
        pytest.skip("there is no strace here, or it may not be used")
    line = run("power_loss.py", "--points", 25, "--actions", 40, *FAKE)
    found = re.fullmatch(r"points=25 acknowledged=(\d+) lost=0 broken=0", line)
    assert found is not None, line
    assert int(found[1]) > 100


def may_trace() -> bool:
    done = subprocess.run(["strace", "-f", "--seccomp-bpf", "true"], check=False, capture_output=True)
    return done.returncode == 0


# ---------------------------------------------------------------- the looking itself


@pytest.fixture
def decided(tmp_path: Path) -> Path:
    """A home with a catalogue of two submissions without pictures, one of them approved."""
    with Catalogue.create(tmp_path / "catalogue") as catalogue:
        filing = Filing(catalogue)
        one, _ = filing.submission(), filing.submission()
        decisions.decide(
            catalogue,
            [one],
            verdict=Verdict.APPROVED,
            curator="Ann",
            thresholds=Thresholds(),
            note="torture 1",
        )
    return tmp_path


def test_what_is_lost_or_broken_is_seen(decided: Path, part: Any) -> None:
    telling, soundness = part("torturing.telling"), part("torturing.soundness")
    with Catalogue.read(decided / "catalogue") as catalogue:
        (row,) = (telling.row_of(one) for one in catalogue.decisions.everything())
        known = [catalogue.submissions.get(one).digest for one in catalogue.submissions.ids()]
    told = telling.Told()
    for line in (
        {"told": "intent", "what": "decision", "token": "torture 1", "count": 1},
        {"told": "decided", "rows": [row]},
        {"told": "received", "digests": known},
    ):
        told.take(json.dumps(line).encode())
    settings = WorkerSettings(count=1)

    def look() -> tuple[list[str], list[str]]:
        lost, broken = soundness.look(decided, told, settings=settings, finish=False)
        return lost, sorted({one.split(":")[0] for one in broken})

    assert look() == ([], ["missing in previews", "missing in thumbnails", "missing original"])
    told.rows[2] = [2, *row[1:]]
    told.intents["torture 2"] = 7
    told.acknowledged.add("torture 2")
    told.digests.add("f" * 64)
    told.exports[str(decided / "site")] = "0" * 64
    orphan = decided / "catalogue/media/originals/ee" / ("e" * 64)
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"other bytes")
    (decided / "catalogue/litter.tmp").touch()
    lost, broken = look()
    assert lost == [
        "row 2 of the decision log",
        "the decision torture 2: 0 rows of 7",
        "the submission ffffffff",
        "the export site",
    ]
    assert {"orphan original", "changed original", "litter"} <= set(broken)


def test_a_line_that_the_kill_cut_was_not_told(part: Any) -> None:
    told = part("torturing.telling").Told()
    assert told.take(b'{"told": "received", "digests": ["aa') == {}
    assert told.number == 0


def test_half_an_export_is_seen(tmp_path: Path, part: Any) -> None:
    telling, soundness = part("torturing.telling"), part("torturing.soundness")
    target = tmp_path / "site"
    target.mkdir()
    (target / "manifest.json").write_text('{"files": [{"path": "a.json", "sha256": "00"}]}')
    lost, broken = soundness._export(target, telling.Told())
    assert lost == []
    assert broken == ["half an export in site: 0 files of 1"]
    (tmp_path / ".site.curator-new-1234").mkdir()
    assert "litter: .site.curator-new-1234" in soundness._export(target, telling.Told())[1]


# ---------------------------------------------------------------- the simulated disk


def left(disk: Any, at: int, place: Path, *, in_order: bool) -> set[tuple[tuple[str, bytes], ...]]:
    """Everything that may be left, by many throws of the dice."""
    found = set()
    for seed in range(200):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        disk.after_power_loss(at, place, dice=random.Random(seed), in_order=in_order)
        files = sorted(path for path in place.rglob("*") if path.is_file())
        found.add(tuple((path.relative_to(place).as_posix(), path.read_bytes()) for path in files))
    return found


@pytest.mark.parametrize("in_order", [True, False])
def test_what_was_synced_stays_and_the_rest_may_go(tmp_path: Path, part: Any, in_order: bool) -> None:
    root = tmp_path / "disk"
    disk = part("torturing.disk").Disk(root)
    disk.open(0, root / "a", create=True, cut=False)
    disk.write(1, root / "a", 0, b"one")
    disk.sync(2, 2, root / "a")
    disk.sync(3, 3, root)
    disk.write(4, root / "a", 3, b"two")
    disk.move(5, root / "a", root / "b")
    may_be = left(disk, 6, tmp_path / "left", in_order=in_order)
    assert {name for files in may_be for name, _ in files} == {"a", "b"}
    assert all(len(files) == 1 for files in may_be)
    assert {data for files in may_be for _, data in files} == {b"one", b"onetwo"}
    disk.sync(7, 7, root / "b")
    disk.sync(8, 8, root)
    assert left(disk, 9, tmp_path / "left", in_order=in_order) == {(("b", b"onetwo"),)}


def test_a_write_is_torn_at_sectors(tmp_path: Path, part: Any) -> None:
    root = tmp_path / "disk"
    disk = part("torturing.disk").Disk(root)
    disk.open(0, root / "a", create=True, cut=False)
    disk.sync(1, 1, root)
    disk.write(2, root / "a", 0, b"x" * 512 + b"y" * 512)
    contents = {files[0][1] for files in left(disk, 3, tmp_path / "left", in_order=False)}
    assert {b"", b"x" * 512, bytes(512) + b"y" * 512, b"x" * 512 + b"y" * 512} == contents


def test_a_log_of_strace_is_played(tmp_path: Path, part: Any) -> None:
    trace, disks = part("torturing.trace"), part("torturing.disk")

    def shown(text: str) -> str:
        return "".join(f"\\x{byte:02x}" for byte in text.encode())

    root = tmp_path / "disk"
    log = tmp_path / "log"
    a, b, told = (shown(str(root / name)) for name in ("a", "b", "told"))
    log.write_text(
        f'7 openat(AT_FDCWD<{shown("/")}>, "{a}", O_RDWR|O_CREAT, 0600) = 3<{a}>\n'
        f'7 pwrite64(3<{a}>, "{shown("hello")}", 5, 0 <unfinished ...>\n'
        f'8 write(4<{told}>, "{shown("fact")}", 4) = 4\n'
        "7 <... pwrite64 resumed>) = 5\n"
        f"7 fsync(3<{a}>) = 0\n"
        f'7 rename("{a}", "{b}") = 0\n'
        f'7 unlink("{shown(str(root / "gone"))}") = -1 ENOENT (No such file or directory)\n',
        encoding="ascii",
    )
    disk = disks.Disk(root)
    assert list(trace.play(log, disk, told=root / "told", ignored=[root / "in"])) == [(1, b"fact")]
    assert left(disk, 9, tmp_path / "left", in_order=True) >= {(("b", b"hello"),)}
    log.write_text(f"7 fallocate(3<{a}>, 0, 0, 4096) = 0\n", encoding="ascii")
    with pytest.raises(trace.Unknown):
        list(trace.play(log, disks.Disk(root), told=root / "told", ignored=[root / "in"]))


# ---------------------------------------------------------------- what goes on purpose


def test_half_an_erasure_and_its_traces_are_seen(decided: Path, part: Any) -> None:
    telling, soundness = part("torturing.telling"), part("torturing.soundness")
    folder = decided / "catalogue"
    told = telling.Told()
    count = "SELECT count(*) FROM submissions WHERE id > ?"
    wanted = {"count": count, "key": 0, "number": 3, "words": ["zq0123456789ab"], "digests": []}
    intent = {"told": "intent", "what": "erasing: sender", "erasure": {"token": "t", **wanted}}
    told.take(json.dumps(intent).encode())
    assert list(soundness._settle_erasures(folder, told)) == ["half an erasure: 2 rows of 3"]
    assert (told.erasing, told.gone) == ({}, set())
    told.take(json.dumps(intent).encode())
    told.take(b'{"told": "erased", "token": "t"}')
    assert list(soundness._traces(folder, told)) == []
    (folder / "backups").mkdir()
    (folder / "backups/catalogue-old.db").write_bytes(b"...zq0123456789ab...")
    os.link(folder / "catalogue.db", folder / "backups/catalogue-other.db")
    assert list(soundness._traces(folder, told)) == [
        "1 erased words in backups/catalogue-old.db",
        "the backup other is the database itself",
    ]


def test_what_a_restore_took_away_has_to_be_in_the_database_that_was_kept(decided: Path, part: Any) -> None:
    telling, soundness = part("torturing.telling"), part("torturing.soundness")
    database = decided / "catalogue/catalogue.db"
    rows, digests = part("torturing.vanishing").state_of(database)
    told = telling.Told()
    later = [2, *rows[0][1:-1], "torture 2"]
    intent = {"told": "intent", "what": "restore", "restore": {"rows": rows, "digests": digests}}
    for line in (
        {"told": "intent", "what": "decision", "token": "torture 2", "count": 1},
        {"told": "decided", "rows": [*rows, later]},
        intent,
        {"told": "restored", "kept": str(database)},
    ):
        told.take(json.dumps(line).encode())
    assert told.rows == {1: rows[0]}
    assert told.intents == {}
    assert soundness._copy(database, told.aside[str(database)]) == ["row 2 in the copy catalogue.db"]
    told.take(json.dumps({**intent, "restore": {"rows": [], "digests": []}}).encode())
    told.digests.add("f" * 64)
    assert list(soundness._settle_restore(decided / "catalogue", told)) == [
        "half a restore: 1 rows, 2 submissions"
    ]
    assert told.restoring is None
