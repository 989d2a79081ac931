"""Set Curator up in .venv beside this file, then run it, test it or build it.

    python3 dev.py [arguments]         open Curator (the arguments are Curator's own)
    python3 dev.py test [arguments]    check everything (the arguments are pytest's own)
    python3 dev.py build               freeze Curator into dist/curator, then try the result

Needs Python 3.11 to 3.14 and nothing else. The first start downloads the pinned packages of
requirements/ (about 200 MB); after that no network is used, and a start costs a blink.
"""

from __future__ import annotations  # lets older Pythons read this far, and say so below

import ctypes
import hashlib
import importlib.util
import locale
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "curator-is-set-up"
BUILT = ROOT / "dist" / "curator" / ("curator.exe" if os.name == "nt" else "curator")

# What Qt loads from the system on Linux, and the Debian or Ubuntu package that has it. Without the
# first group Qt cannot be imported at all; the second is what a real X11 window takes besides.
QT_NEEDS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_NEEDS = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Programs that some tests hold Curator's output against, and the Debian package that has each. Nothing that
# Curator itself needs: without them these tests are skipped.
TEST_PROGRAMS = {"chromium": "chromium", "exiftool": "libimage-exiftool-perl", "exiv2": "exiv2"}


def main(arguments: list[str]) -> int:
    """Do what the first word says; see the top of this file.

    Args:
        arguments: of the command line, without the program's name.

    Returns:
        The exit code: that of Curator, pytest or the build, or 1 when the set-up failed.
    """
    command = arguments[0] if arguments and arguments[0] in {"test", "build"} else "run"
    provide_qt_libraries()
    set_up("run" if command == "run" else "dev")
    if command == "test":
        provide_test_programs()
        os.chdir(ROOT)
        # Tests start Python hundreds of times: what each start would compile anew is compiled once.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        return become([str(VENV_PYTHON), "-m", "pytest", *side_by_side(arguments[1:]), *arguments[1:]])
    if command == "build":
        return build()
    return become([str(VENV_PYTHON), "-m", "curator", *arguments])


def side_by_side(arguments: list[str]) -> list[str]:
    """Let all tests run in two processes; a few that are named start sooner and read better in one.

    Not in more: some tests start workers themselves, and all share the memory of a small machine.

    Args:
        arguments: for pytest.

    Returns:
        What pytest is told besides. Whoever says ``-n`` has the last word.
    """
    named = any((ROOT / one.partition("::")[0]).exists() for one in arguments if not one.startswith("-"))
    if named or (os.cpu_count() or 1) < 2:
        return []
    # Whichever process has nothing left takes over tests of the other one: files take very different times.
    return ["-n", "2", "--dist", "worksteal"]


def set_up(kind: str) -> None:
    """Make .venv hold the pinned packages, unless the stamp says that it does.

    Args:
        kind: ``run`` for what Curator needs, ``dev`` for the tools besides; ``dev`` holds all of ``run``.
    """
    pins = b"".join((ROOT / "requirements" / f"{name}.txt").read_bytes() for name in ("run", "dev"))
    digest = hashlib.sha256(pins + str(ROOT).encode()).hexdigest()
    stamp = STAMP.read_text(encoding="ascii").split() if STAMP.exists() and VENV_PYTHON.exists() else []
    if stamp in ([kind, digest], ["dev", digest]):
        return
    kind = "dev" if stamp[:1] == ["dev"] else kind
    say(f"Setting up {VENV} (once; this can take some minutes) ...")
    STAMP.unlink(missing_ok=True)
    # A .venv that was made by other means may lack pip, and is then made anew.
    if not VENV_PYTHON.exists() or succeeds(VENV_PYTHON, "-c", "import pip") is False:
        provide_venv()
        run([sys.executable, "-m", "venv", "--clear", str(VENV)], "The folder .venv could not be made.")
    quiet = [] if sys.stdout.isatty() else ["-qq"]
    run(
        [
            *(str(VENV_PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", *quiet),
            *("--no-deps", "--require-hashes", "--only-binary", ":all:"),
            *("-r", str(ROOT / "requirements" / f"{kind}.txt")),
        ],
        "The packages could not be installed. Look at pip's words above; is there a network?",
    )
    # A line in a .pth file puts the checkout itself on the path: nothing is built, edits count at once.
    query = [str(VENV_PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(query, check=True, capture_output=True, text=True).stdout.strip())
    (packages / "curator-checkout.pth").write_text(f"{ROOT}\n", encoding=locale.getencoding())
    STAMP.write_text(f"{kind} {digest}\n", encoding="ascii")


def provide_venv() -> None:
    """Make sure that Python can make environments with pip: Debian packs that part separately."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not install_system_packages([package]):
        stop(f"This Python lacks its venv part. Type: sudo apt install {package}   Then start again.")


def provide_qt_libraries() -> None:
    """Install the system libraries that Qt misses, or print the line to type; Linux only."""
    if not sys.platform.startswith("linux"):
        return
    missing = {name: package for name, package in (QT_NEEDS | WINDOW_NEEDS).items() if not loads(name)}
    if not missing or install_system_packages(list(missing.values())):
        return
    if shutil.which("apt-get"):
        advice = f"Type: sudo apt install {' '.join(missing.values())}"
    else:
        advice = f"Install what holds {', '.join(missing)} with your system's package manager."
    if missing.keys() & QT_NEEDS.keys():
        stop(f"Some libraries that windows need are missing. {advice}   Then start again.")
    say(f"Curator's window may not open under X11, some libraries are missing. {advice}")


def provide_test_programs() -> None:
    """Install what tests compare with, or say which tests will be skipped; Linux only."""
    missing = {name: package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)}
    if not missing or not sys.platform.startswith("linux") or install_system_packages(list(missing.values())):
        return
    say(f"Tests that need {', '.join(missing)} will be skipped: these programs are not installed.")


def install_system_packages(packages: list[str]) -> bool:
    """Install Debian packages when this is root on Debian or Ubuntu.

    Returns:
        False when nothing was tried or the installation failed.
    """
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends", *packages]
    for command in (install, ["apt-get", "update", "-qq"], install):
        # The lists may be old or absent: only when the first try fails are they fetched.
        output = None if command[1] == "update" else subprocess.DEVNULL
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False
        )
        if command is install and done.returncode == 0:
            return True
    return False


def build() -> int:
    """Freeze Curator with PyInstaller, then let the result check itself in an empty environment."""
    os.chdir(ROOT)
    run(
        [
            str(VENV_PYTHON),
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--clean",
            "--log-level",
            "WARN",
            "curator.spec",
        ],
        "PyInstaller could not build Curator.",
    )
    size = sum(file.lstat().st_size for file in BUILT.parent.rglob("*") if not file.is_dir())
    say(f"Built {BUILT.parent} ({size / 1e6:.0f} MB). Trying it ...")
    with tempfile.TemporaryDirectory() as home:
        # Nothing of this machine's Python or Qt may help the frozen program.
        environment = {"HOME": home, "USERPROFILE": home, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        if os.name == "nt":  # Windows programs do not start without these
            environment |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        tried = subprocess.run([str(BUILT), "--self-test"], env=environment, cwd=home, check=False)
    if tried.returncode != 0:
        stop(f"The built program does not work: its self-test ended with {tried.returncode}.")
    say(f"The built program works: {BUILT}")
    return 0


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def succeeds(program: Path, *arguments: str) -> bool:
    """Tell whether a program ends well, whatever it prints."""
    return subprocess.run([str(program), *arguments], capture_output=True, check=False).returncode == 0


def run(command: list[str], failure: str) -> None:
    """Run a command that must succeed; else say what failed, and stop."""
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        stop(failure)


def become(command: list[str]) -> int:
    """Hand over to a command: this process turns into it, or on Windows waits for it."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


def say(sentence: str) -> None:
    """Tell the person in front of the screen; not on stdout, which belongs to Curator."""
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str) -> None:
    """Say why it does not go on, and end with 1."""
    say(sentence)
    sys.exit(1)


if __name__ == "__main__":
    if not (3, 11) <= sys.version_info < (3, 15):
        stop(
            "Curator runs on Python 3.11 to 3.14, this is {}.{}. Start dev.py with one of those, "
            "for example: python3.13 dev.py".format(*sys.version_info[:2])
        )
    sys.exit(main(sys.argv[1:]))
