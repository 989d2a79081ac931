"""The program is killed, or stopped with Ctrl+C, while it works: nothing that was done is lost."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from curator import cli
from curator.engine import export
from curator.engine.catalogue import Catalogue
from curator.engine.media import MediaStore
from curator.engine.records import AnalysisState, Arrival, Digest, SubmissionId, Verdict
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace

ROOT = Path(__file__).parents[2]
FINDERS = (ROOT / "tests", ROOT / "tests/engine")
SETTINGS = WorkerSettings(count=1, finder="cli_finders:make")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and named pipes"),
]

DECIDES = """
import sys
from curator import cli
for number in sys.argv[2:]:
    assert cli.main(["decide", number, "approve", "--by", "Ann", "--catalogue", sys.argv[1]]) == 0
"""
ANALYSES = """
import os, sys, threading
from curator import cli
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workers.process import WorkerProcess

send, handed = WorkerProcess.send, []

def tell(self, request, data):
    send(self, request, data)
    handed.append(request)
    os.write(1, b"handed over\\n")
    if len(handed) == int(sys.argv[2]):
        threading.Event().wait()

if __name__ == "__main__":
    WorkerProcess.send = tell
    settings = WorkerSettings(count=1, finder="cli_finders:make")
    sys.exit(cli.main(sys.argv[3:] + ["--catalogue", sys.argv[1]], settings=settings))
"""
NEVER = 99


def start(program: str, *words: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, *FINDERS)))},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def verdicts(folder: Path) -> dict[SubmissionId, Verdict]:
    with Catalogue.open(folder) as catalogue:
        assert catalogue.complaints() == ()
        return {one: catalogue.submissions.get(one).verdict for one in sorted(catalogue.submissions.ids())}


def test_no_decision_that_was_acknowledged_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    with Catalogue.create(folder) as catalogue, catalogue.writing():
        for number in range(60):
            arrival = Arrival(Digest(f"{number:064x}"), 1, f"{number}.jpg", "test")
            catalogue.submissions.receive(arrival, claimed_id=None)
    acknowledged: set[int] = set()
    for wanted in (1, 2, 3, 4, 6):
        left = [one for one, verdict in verdicts(folder).items() if verdict is Verdict.UNDECIDED]
        with start(DECIDES, folder, *left) as process:
            assert process.stdout is not None
            # The process is by then somewhere between this decision and the end of the next.
            for _ in range(wanted):
                line = process.stdout.readline()
                assert line.endswith("is approved as a face swap.\n")
                acknowledged.add(int(line.split()[1]))
            process.kill()
            for line in process.stdout.read().splitlines(keepends=True):
                if line.endswith("is approved as a face swap.\n"):
                    acknowledged.add(int(line.split()[1]))
        assert process.returncode == -signal.SIGKILL
        approved = {one for one, verdict in verdicts(folder).items() if verdict is Verdict.APPROVED}
        assert acknowledged <= approved
        # One decision may be on the disk without having been told, in each of the rounds.
        acknowledged = set(approved)
    with Catalogue.read(folder) as catalogue:
        assert [len(catalogue.decisions.of(SubmissionId(one))) for one in sorted(acknowledged)] == [1] * len(
            acknowledged
        )


# ---------------------------------------------------------------- during the analysis


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with nine submissions that wait."""
    for finders in FINDERS:
        monkeypatch.syspath_prepend(str(finders))
    folder = tmp_path / "received"
    folder.mkdir()
    for number in range(9):
        noise = np.random.default_rng(number).integers(0, 256, (40, 50, 3)).astype(np.uint8)
        Image.fromarray(noise).save(folder / f"{number}.png")
    assert run("import", folder, catalogue=tmp_path / "catalogue") == 0
    return tmp_path / "catalogue"


def wait_for_the_sixth(process: "subprocess.Popen[str]") -> None:
    """Reads until a worker was given the sixth picture."""
    assert process.stdout is not None
    for _ in range(6):
        assert process.stdout.readline() == "handed over\n"


def run(*words: object, catalogue: Path) -> int:
    return cli.main([*map(str, words), "--catalogue", str(catalogue)], settings=SETTINGS)


def states(folder: Path) -> Sequence[AnalysisState]:
    with Catalogue.read(folder) as catalogue:
        return [catalogue.submissions.get(SubmissionId(one)).state for one in range(1, 10)]


def finish(folder: Path) -> None:
    """Analyses the rest, and checks that every picture is there once and whole."""
    assert run("import", folder.parent / "received", catalogue=folder) == 0
    assert run("analyse", catalogue=folder) == 0
    assert list(states(folder)) == [AnalysisState.DONE] * 9
    with Catalogue.read(folder) as catalogue:
        media = MediaStore(catalogue.media_folder)
        assert catalogue.submissions.counts().total == 9
        for one in sorted(catalogue.submissions.ids()):
            assert len(catalogue.faces.of(one)) == 1
            assert media.preview(catalogue.submissions.get(one).digest).is_file()
    assert run("verify", catalogue=folder) == 0
    assert not list((folder / "media" / "temporary").iterdir())


def test_a_kill_during_the_analysis_loses_nothing(loaded: Path) -> None:
    with start(ANALYSES, loaded, 6, "analyse") as process:
        wait_for_the_sixth(process)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert AnalysisState.PENDING in states(loaded)
    finish(loaded)


def test_ctrl_c_ends_the_analysis_cleanly(loaded: Path) -> None:
    with start(ANALYSES, loaded, NEVER, "analyse") as process:
        wait_for_the_sixth(process)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate()
    assert process.returncode == 130, errors
    assert "Stopped. What was done stays done.\n" in errors
    done = [state for state in states(loaded) if state is AnalysisState.DONE]
    assert f"Analysed {len(done)} submission" in output
    if len(done) < 9:  # the worker may be through with all before the signal is seen
        assert f"{9 - len(done)} still wait." in output
    finish(loaded)


# ---------------------------------------------------------------- what a start puts away


def test_the_next_start_puts_away_what_was_never_filed(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    with Catalogue.create(folder) as catalogue:
        media = MediaStore(catalogue.media_folder)
        received = []
        for number in range(3):
            path = tmp_path / f"{number}.jpg"
            path.write_bytes(bytes([number]) * 100)
            received.append(media.receive(path).digest)
        with catalogue.writing():
            catalogue.submissions.receive(Arrival(received[0], 100, "0.jpg", "test"), claimed_id=None)
            catalogue.submissions.receive(Arrival(received[1], 100, "1.jpg", "test"), claimed_id=None)
        # The crash came before the second was noted as filed, and before the third was filed at all.
        media.filed(received[0])
        assert set(media.unfiled()) == set(received[1:])
    with Workspace.open(folder, settings=SETTINGS) as workspace:
        assert workspace.media.unfiled() == ()
        assert [workspace.media.original(one).exists() for one in received] == [True, True, False]


def test_the_next_start_puts_an_export_back_that_was_being_exchanged(tmp_path: Path) -> None:
    folder, site = tmp_path / "catalogue", tmp_path / "site"
    with Catalogue.create(folder) as catalogue:
        export.begin(catalogue, site)
    aside, half = tmp_path / ".site.curator-old-1", tmp_path / ".site.curator-new-1"
    for one in (aside, half):
        (one / "data").mkdir(parents=True)
    manifest = '{"program": "Curator", "files": []}'
    (aside / "manifest.json").write_text(manifest)
    with Workspace.open(folder, settings=SETTINGS):
        pass
    assert (site / "manifest.json").read_text() == manifest
    assert sorted(path.name for path in tmp_path.iterdir()) == ["catalogue", "site"]
    # Once is enough: whatever lies there later is somebody else's.
    half.mkdir()
    with Workspace.open(folder, settings=SETTINGS):
        pass
    assert half.is_dir()


def test_an_export_on_a_disk_that_is_not_there_waits_for_another_start(tmp_path: Path) -> None:
    folder, stick = tmp_path / "catalogue", tmp_path / "stick"
    with Catalogue.create(folder) as catalogue:
        export.begin(catalogue, stick / "site")
    with Workspace.open(folder, settings=SETTINGS):
        pass
    (stick / ".site.curator-new-1").mkdir(parents=True)
    with Workspace.open(folder, settings=SETTINGS):
        pass
    assert list(stick.iterdir()) == []
