"""Broken pictures thrown at the window, fewer than in the long run, made of the sample's."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_every_broken_picture_has_an_answer(sample: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "fuzz_pictures.py"), str(sample), "--count", "300"]
    done = subprocess.run(
        [*command, "--seed", "3", "--jobs", "2", "--finder", "fake_finders:make_fake"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "tests" / "engine")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    last = done.stdout.splitlines()[-1]
    assert re.fullmatch(r"files=300 window_crashes=0 worker_deaths=\d+ unanswered=0", last)
    # Else nothing was broken enough to be refused, or everything was.
    assert {" analysed", " unreadable"} <= {
        f" {word}" for word in re.findall(r"^ *\d+ (\w+)", done.stdout, re.MULTILINE)
    }
