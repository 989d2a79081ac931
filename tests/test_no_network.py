"""No surprises: no connection by itself, no names in the log, and files that only their owner can read."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from curator.app import start_log
from curator.engine.catalogue import Catalogue
from curator.engine.places import only_places
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace
from curator.ui.preferences import Preferences

ROOT = Path(__file__).resolve().parents[1]
MARKER = "Zqxmarker"
"""In every place where senders and files can put words."""

WATCH = """
import os, sys
_tells = os.environ["CURATOR_TEST_CONNECTIONS"]
_refused = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg"}
def _watch(event, arguments):
    if event in _refused:
        with open(_tells, "a") as file:
            file.write(f"{event} {arguments[1:]!r}\\\\n")
        raise OSError("the test lets nothing through")
sys.addaudithook(_watch)
with open(_tells + ".watched", "a") as file:
    file.write(f"{os.getpid()}\\\\n")
""".replace("\\\\n", "\\n")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Pictures with a table, all of which hold the marker where they can; one is broken, one is no file."""
    folder = tmp_path / "received"
    folder.mkdir()
    for number in range(2):
        comment = f"{MARKER} comment".encode()
        Image.new("RGB", (160, 160), (90 + 60 * number,) * 3).save(
            folder / f"{MARKER}{number}.jpg", comment=comment
        )
    (folder / f"{MARKER}broken.jpg").write_bytes(b"\xff\xd8\xff" + MARKER.encode() * 50)
    (folder / f"{MARKER}empty.jpg").touch()
    (folder / "table.csv").write_text(
        "file,name,note,sender\n"
        + "".join(
            f"{MARKER}{number}.jpg,{MARKER} Valdoon,{MARKER} note,{MARKER} sender\n" for number in range(2)
        ),
        encoding="utf-8",
    )
    return folder


def environment(tmp_path: Path) -> dict[str, str]:
    watcher = tmp_path / "watcher"
    watcher.mkdir()
    (watcher / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    paths = (watcher, ROOT, ROOT / "tests", ROOT / "tests/engine")
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "CURATOR_TEST_CONNECTIONS": str(tmp_path / "connections"),
        "CURATOR_TEST_MISTAKE": f"{MARKER} in a message",
        "QT_QPA_PLATFORM": "offscreen",
    }


Done = subprocess.CompletedProcess[str]


def run(tmp_path: Path, pictures: Path, *around: str, umask: int = 0o022) -> Done:
    program = [sys.executable, str(ROOT / "tests/whole_program.py"), str(tmp_path / "home"), str(pictures)]
    return subprocess.run(
        [*around, *program],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(tmp_path),
        umask=umask,
    )


def works(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def check_it_was_all_done(tmp_path: Path, done: Done) -> None:
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "home/site/manifest.json").is_file()
    assert not (tmp_path / "connections").exists(), (tmp_path / "connections").read_text()
    watched = (tmp_path / "connections.watched").read_text().split()
    assert len(set(watched)) >= 2, "the program and its worker were both watched"


# ---------------------------------------------------------------- no connection


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs modes of files")
def test_the_whole_program_opens_no_connection_and_tells_nobody_apart(tmp_path: Path, pictures: Path) -> None:
    """One run of some seconds, of which everything is looked at that it must not leave behind."""
    done = run(tmp_path, pictures, umask=0)
    check_it_was_all_done(tmp_path, done)
    home = tmp_path / "home"
    held = (home / "catalogue/catalogue.db").read_bytes()
    for word in ("note", "sender", "Valdoon"):
        assert f"{MARKER} {word}".encode() in held, "else it could not have come into the log"
    log = (home / "log/curator.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log, "the mistake that was made on purpose"
    for what, text in (("log", log), ("output", done.stdout), ("errors", done.stderr)):
        assert MARKER not in text, what
        assert str(home) not in text, what
    open_to_others = [
        f"{path.relative_to(home)} {stat.filemode(path.stat().st_mode)}"
        for top in ("catalogue", "settings", "log")
        for path in (home / top, *(home / top).rglob("*"))
        if path.stat().st_mode & 0o077
    ]
    assert open_to_others == []


@pytest.mark.slow
def test_the_whole_program_works_where_there_is_no_network(tmp_path: Path, pictures: Path) -> None:
    apart = ("unshare", "--net")
    if not works(*apart, "true"):
        apart = ("unshare", "--map-root-user", "--net")
        if not works(*apart, "true"):
            pytest.skip("no process may be put apart from the network here")
    check_it_was_all_done(tmp_path, run(tmp_path, pictures, *apart))


@pytest.mark.slow
def test_no_process_of_the_program_asks_the_system_for_a_connection(tmp_path: Path, pictures: Path) -> None:
    if not works("strace", "-f", "--seccomp-bpf", "true"):
        pytest.skip("there is no strace here, or it may not be used")
    log = tmp_path / "strace.log"
    trace = (
        "strace",
        "-f",
        "--seccomp-bpf",
        "-e",
        "trace=socket,connect,bind,listen,sendto,sendmsg,sendmmsg",
    )
    check_it_was_all_done(tmp_path, run(tmp_path, pictures, *trace, "-o", str(log)))
    told = log.read_text(errors="replace")
    assert "exited with 0" in told
    # Sockets of the own computer's desktop (AF_UNIX) are no connections.
    assert re.findall(r".*AF_INET6?\b.*", told) == []


def test_the_watcher_sees_a_connection(tmp_path: Path) -> None:
    program = (
        "import socket\ntry:\n    socket.create_connection(('127.0.0.1', 9))\nexcept OSError as e: print(e)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        text=True,
        env=environment(tmp_path),
    )
    assert done.stdout == "the test lets nothing through\n"
    assert "socket.getaddrinfo" in (tmp_path / "connections").read_text()


# ---------------------------------------------------------------- the log


def test_of_an_error_only_places_are_told() -> None:
    told = (
        "Traceback (most recent call last):\n"
        f'  File "/somewhere/{MARKER}/curator/engine/faces.py", line 12, in find\n'
        f"    raise ValueError('{MARKER}')\n"
        f"ValueError: {MARKER} could not be read\n"
    )
    assert only_places(told) == "ValueError\n  faces.py, line 12, in find"
    assert only_places(f"{MARKER} {MARKER}\nwhatever a hostile worker says") == "An error"


@pytest.mark.skipif(sys.platform == "win32", reason="needs modes of files")
def test_what_is_there_already_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    Catalogue.create(folder).close()
    for path in (folder / "media", folder / "backups"):
        path.mkdir(exist_ok=True)
        path.chmod(0o755)
    (folder / "catalogue.db").chmod(0o644)
    with Workspace.open(folder, settings=WorkerSettings(count=1)):
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert {name: mode & 0o077 for name, mode in modes.items()} == dict.fromkeys(modes, 0)

    (tmp_path / "curator.ini").touch(mode=0o644)
    Preferences(tmp_path / "curator.ini")
    assert stat.S_IMODE((tmp_path / "curator.ini").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="needs modes of files")
def test_the_log_is_the_owners_alone(tmp_path: Path) -> None:
    program = (
        "import logging, sys; from pathlib import Path; from curator.app import start_log;"
        "start_log(Path(sys.argv[1])); logging.getLogger('curator').error('Something.')"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", program, tmp_path / "log"], check=True, cwd=ROOT, umask=0)
        log = tmp_path / "log/curator.log"
        assert stat.S_IMODE(log.stat().st_mode) == 0o600
        log.chmod(0o644)
    assert start_log.__doc__
