"""What a confined process cannot do any more, tried in processes of their own."""

import errno
import json
import os
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from curator.engine.sandbox import PROTECTION_WORDS, Protection, linux_calls

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tries what Linux offers")

_TRY = """
import json, os, resource, socket, subprocess, sys, threading
from pathlib import Path
from curator.engine.sandbox import confine_calls, confine_files

readable = [Path(one) for one in json.loads(sys.argv[1])]
files, calls, secret = "files" in sys.argv[2], "calls" in sys.argv[2], sys.argv[3]
active = set()
if files:
    active |= confine_files(readable, memory_bytes=1_500_000_000)
if calls:
    active |= confine_calls()
told = {"active": sorted(active)}

def attempt(name, act):
    try:
        act()
        told[name] = "done"
    except MemoryError:
        told[name] = "no memory"
    except OSError as error:
        told[name] = error.errno
    except ValueError:  # what Python makes of a limit that may not be set
        told[name] = 1

def write():
    with open(secret + ".new", "w") as file:
        file.write("x")

attempt("read", lambda: open(secret).read())
attempt("write", write)
attempt("delete", lambda: os.unlink(secret))
attempt("rename", lambda: os.rename(secret, secret + ".old"))
attempt("mode", lambda: os.chmod(secret, 0o777))
attempt("folder", lambda: os.mkdir(secret + ".folder"))
attempt("internet", lambda: socket.socket(socket.AF_INET).connect(("127.0.0.1", 9)))
attempt("local socket", lambda: socket.socket(socket.AF_UNIX))
attempt("program", lambda: subprocess.run(["true"], check=True))
attempt("process", lambda: os._exit(0) if os.fork() == 0 else None)
attempt("signal", lambda: os.kill(os.getppid(), 0))
attempt("limits", lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
attempt("memory", lambda: bytearray(3_000_000_000))
attempt("thread", lambda: threading.Thread(target=int).start())
attempt("chance", lambda: os.urandom(8))
attempt("own file", lambda: open(os.__file__).read(10))
print(json.dumps(told))
"""


def tried(tmp_path: Path, *, how: str) -> dict[str, object]:
    secret = tmp_path / "other.jpg"
    secret.write_text("another sender's", encoding="utf-8")
    own = [sys.base_prefix, sys.prefix, *sysconfig.get_paths().values(), *map(str, _package_folders())]
    system = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"]
    done = subprocess.run(
        [sys.executable, "-c", _TRY, json.dumps(own + system), how, str(secret)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, _package_folders()))},
    )
    assert done.stdout, done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told


def _package_folders() -> list[Path]:
    return [Path(linux_calls.__file__).parents[3]]


@pytest.mark.parametrize("how", ["calls", "files", "files and calls"])
def test_what_is_said_to_be_in_force_is(tmp_path: Path, how: str) -> None:
    told = tried(tmp_path, how=how)
    active = {Protection(one) for one in told["active"]}  # type: ignore[attr-defined]
    if not active & {Protection.NO_WRITING, Protection.NO_NETWORK}:
        pytest.skip("this kernel offers neither Landlock nor seccomp")
    no = (errno.EPERM, errno.EACCES)
    if Protection.NO_NETWORK in active:
        assert told["internet"] in no
        assert told["local socket"] in no
    if Protection.NO_WRITING in active:
        assert all(told[one] in no for one in ("write", "delete", "rename", "folder"))
        assert (tmp_path / "other.jpg").read_text(encoding="utf-8") == "another sender's"
        assert len(list(tmp_path.iterdir())) == 1
    if Protection.NO_PROGRAMS in active:
        assert told["program"] in no
    if Protection.OWN_FILES_ONLY in active:
        assert told["read"] in no
    if Protection.LIMITED_MEMORY in active:
        assert told["memory"] == "no memory"
    if "calls" in how:
        assert all(told[one] in no for one in ("process", "signal", "limits", "mode"))
    # What a worker needs is still there.
    assert [told[one] for one in ("thread", "chance", "own file")] == ["done"] * 3


def test_without_it_everything_would_work(tmp_path: Path) -> None:
    told = tried(tmp_path, how="nothing")
    assert told["active"] == []
    tried_for_real = ("read", "write", "delete", "local socket", "program", "process", "memory")
    assert {told[one] for one in tried_for_real} == {"done"}


# ---------------------------------------------------------------- the filter itself

_ALLOWED, _KILLED = 0x7FFF0000, 0x80000000


def answer(machine: str, number: int, *arguments: int, audit: int | None = None, pid: int = 77) -> int:
    """What the filter's program answers to a call: a machine as linux/filter.h describes it."""
    arch = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}[machine] if audit is None else audit
    values = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("=IIQ6Q", number, arch, 0, *values)
    steps = linux_calls.steps(machine, pid=pid)
    place, loaded = 0, 0
    while True:
        code, true, false, value = struct.unpack("=HBBI", steps[place].packed())
        place += 1
        if code == 0x20:
            (loaded,) = struct.unpack_from("=I", data, value)
        elif code == 0x06:
            return value
        else:
            met = {0x15: loaded == value, 0x35: loaded >= value, 0x45: bool(loaded & value)}[code]
            place += true if met else false


NO = 0x00050000 | errno.EPERM


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_lets_through_what_decoding_takes(machine: str) -> None:
    intel = machine == "x86_64"
    assert answer(machine, 0 if intel else 63) == _ALLOWED  # read
    assert answer(machine, 1 if intel else 64) == _ALLOWED  # write
    assert answer(machine, 202 if intel else 98) == _ALLOWED  # futex
    assert answer(machine, 257 if intel else 56, 0, 0, os.O_RDONLY | os.O_CLOEXEC) == _ALLOWED  # openat
    assert answer(machine, 9 if intel else 222, 0, 4096, 3) == _ALLOWED  # mmap, not to run
    assert answer(machine, 56 if intel else 220, 0x10000 | 0x100) == _ALLOWED  # clone of a thread
    assert answer(machine, 62 if intel else 129, 77, 6) == _ALLOWED  # kill itself
    assert answer(machine, 302 if intel else 261, 0, 7, 0) == _ALLOWED  # ask for a limit


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_refuses_the_rest(machine: str) -> None:
    intel = machine == "x86_64"
    refused = {
        "socket": (41, 198), "connect": (42, 203), "execve": (59, 221), "ptrace": (101, 117),
        "unlinkat": (263, 35), "renameat2": (316, 276), "mkdirat": (258, 34), "fchmodat": (268, 53),
        "ioctl": (16, 29), "prctl": (157, 167), "memfd_create": (319, 279), "io_uring_setup": (425, 425),
        "process_vm_readv": (310, 270), "bpf": (321, 280), "userfaultfd": (323, 282), "setrlimit": (160, 164),
        "sendmsg": (46, 211), "pidfd_open": (434, 434), "unshare": (272, 97), "ftruncate": (77, 46),
    }  # fmt: skip
    assert {answer(machine, numbers[0 if intel else 1]) for numbers in refused.values()} == {NO}
    openat = 257 if intel else 56
    for flag in (os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_TRUNC, os.O_APPEND):
        assert answer(machine, openat, 0, 0, flag) == NO
    assert answer(machine, 9 if intel else 222, 0, 4096, 7) == NO  # mmap, to run
    assert answer(machine, 10 if intel else 226, 0, 4096, 5) == NO  # mprotect, to run
    assert answer(machine, 56 if intel else 220, 17) == NO  # fork
    assert answer(machine, 62 if intel else 129, 78, 9) == NO  # kill another
    assert answer(machine, 302 if intel else 261, 0, 7, 0x7F00) == NO  # set a limit
    fcntl = 72 if intel else 25
    assert {answer(machine, fcntl, 5, command) for command in (4, 8, 10, 15, 1024)} == {NO}
    assert answer(machine, fcntl, 5, 1) == _ALLOWED
    assert answer(machine, 302 if intel else 261, 0, 7, 0x7F00_0000_0000) == NO
    assert answer(machine, 435) == 0x00050000 | errno.ENOSYS  # clone3: libraries then use clone


def test_calls_of_another_machine_end_the_process() -> None:
    assert answer("x86_64", 0, audit=0x40000003) == _KILLED  # i386, with numbers of its own
    assert answer("x86_64", 0x40000000) == _KILLED  # x32
    assert answer("aarch64", 63, audit=0x40000028) == _KILLED  # arm


def test_every_protection_has_words() -> None:
    assert set(PROTECTION_WORDS) == set(Protection)
