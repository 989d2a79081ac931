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
from curator.engine.catalogue import Catalogue
from curator.engine.media import MediaStore
from curator.engine.messages import WorkerSettings
from curator.engine.records import AnalysisState, Arrival, Digest, SubmissionId, Verdict

ROOT = Path(__file__).parents[2]
FINDERS = (ROOT / "tests", ROOT / "tests/engine")
SETTINGS = WorkerSettings(count=1, finder="cli_finders:make")
FINE, SIGNAL = 50, 38  # widths; the second tells through a pipe that a worker looks at the picture
WAITS = "CURATOR_TEST_FIFO"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and named pipes")

DECIDES = """
import sys
from curator import cli
for number in sys.argv[2:]:
    assert cli.main(["decide", number, "approve", "--by", "Ann", "--catalogue", sys.argv[1]]) == 0
"""
ANALYSES = """
import sys
from curator import cli
from curator.engine.messages import WorkerSettings
if __name__ == "__main__":
    settings = WorkerSettings(count=1, finder="cli_finders:make")
    sys.exit(cli.main(sys.argv[2:] + ["--catalogue", sys.argv[1]], settings=settings))
"""


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
                assert line.endswith("is approved.\n")
                acknowledged.add(int(line.split()[1]))
            process.kill()
            for line in process.stdout.read().splitlines(keepends=True):
                if line.endswith("is approved.\n"):
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
def pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A worker that comes to a picture of the width SIGNAL writes into it, and waits for a reader."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    monkeypatch.setenv(WAITS, str(path))
    for folder in FINDERS:
        monkeypatch.syspath_prepend(str(folder))
    return path


@pytest.fixture
def loaded(tmp_path: Path) -> Path:
    """A catalogue with nine submissions that wait, the sixth of which tells that it is looked at."""
    folder = tmp_path / "received"
    folder.mkdir()
    for number in range(9):
        width = SIGNAL if number == 5 else FINE
        noise = np.random.default_rng(number).integers(0, 256, (40, width, 3)).astype(np.uint8)
        Image.fromarray(noise).save(folder / f"{number}.png")
    assert run("import", folder, catalogue=tmp_path / "catalogue") == 0
    return tmp_path / "catalogue"


def run(*words: object, catalogue: Path) -> int:
    return cli.main([*map(str, words), "--catalogue", str(catalogue)], settings=SETTINGS)


def states(folder: Path) -> Sequence[AnalysisState]:
    with Catalogue.read(folder) as catalogue:
        return [catalogue.submissions.get(SubmissionId(one)).state for one in range(1, 10)]


def finish(folder: Path, *, pipe: Path) -> None:
    """Analyses the rest, and checks that every picture is there once and whole."""
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("import", folder.parent / "received", catalogue=folder) == 0
        assert run("analyse", catalogue=folder) == 0
    finally:
        os.close(reader)
    assert list(states(folder)) == [AnalysisState.DONE] * 9
    with Catalogue.read(folder) as catalogue:
        media = MediaStore(catalogue.media_folder)
        assert catalogue.submissions.counts().total == 9
        for one in sorted(catalogue.submissions.ids()):
            assert len(catalogue.faces.of(one)) == 1
            assert media.preview(catalogue.submissions.get(one).digest).is_file()
    assert run("verify", catalogue=folder) == 0
    assert not list((folder / "media" / "temporary").iterdir())


def test_a_kill_during_the_analysis_loses_nothing(loaded: Path, pipe: Path) -> None:
    with start(ANALYSES, loaded, "analyse") as process:
        with pipe.open("rb") as reader:
            assert reader.read(1) == b"x"
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert AnalysisState.PENDING in states(loaded)
    finish(loaded, pipe=pipe)


def test_ctrl_c_ends_the_analysis_cleanly(loaded: Path, pipe: Path) -> None:
    with start(ANALYSES, loaded, "analyse") as process:
        with pipe.open("rb") as reader:
            assert reader.read(1) == b"x"
            process.send_signal(signal.SIGINT)
        output, errors = process.communicate()
    assert process.returncode == 130, errors
    assert errors == "Stopped. What was done stays done.\n"
    done = [state for state in states(loaded) if state is AnalysisState.DONE]
    assert f"Analysed {len(done)} submission" in output
    if len(done) < 9:  # the worker may be through with all before the signal is seen
        assert f"{9 - len(done)} still wait." in output
    finish(loaded, pipe=pipe)
