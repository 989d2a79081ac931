"""What a confined process cannot do any more, tried in processes of their own."""

import errno
import json
import os
import platform
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from curator.engine.workers.sandbox import PROTECTION_WORDS, Protection, linux_calls

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tries what Linux offers")

_TRY = """
import json, os, resource, socket, subprocess, sys, threading
from pathlib import Path
from curator.engine.workers.sandbox import confine_calls, confine_files

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
attempt("memory", lambda: bytes(3_000_000_000))  # which nobody writes to: asked for, but not taken
attempt("thread", lambda: threading.Thread(target=int).start())
attempt("chance", lambda: os.urandom(8))
attempt("own file", lambda: open(os.__file__).read(10))
print(json.dumps(told))
"""


def tried(tmp_path: Path, *, how: str) -> dict[str, object]:
    secret = tmp_path / "other.jpg"
    secret.write_text("another sender's", encoding="utf-8")
    told: dict[str, object] = run(_TRY, how, str(secret))
    return told


def run(code: str, *arguments: str) -> Any:
    """What the code prints as JSON, in a process that may read its own files."""
    own = [sys.base_prefix, sys.prefix, *sysconfig.get_paths().values(), *map(str, _package_folders())]
    system = ["/lib", "/lib64", "/usr/lib", "/usr/lib64"]
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(own + system), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, _package_folders()))},
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


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


_TAKE_OVER = """
import ctypes, json, os, sys
from pathlib import Path
from curator.engine.workers.sandbox import confine_calls, confine_files

readable = [Path(one) for one in json.loads(sys.argv[1])]
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long)
libc.mprotect.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
three = 3_000_000_000
ready = libc.mmap(None, three, 1, 0x22, -1, 0)
active = confine_files(readable, memory_bytes=1_500_000_000) | confine_calls()
told = {"active": sorted(active)}

def call(number, *arguments):
    done = libc.syscall(*(ctypes.c_long(one) for one in (number, *arguments)))
    return "done" if done >= 0 else ctypes.get_errno()

def mapped(flags, writable=True):
    place = libc.mmap(None, three, 3 if writable else 1, flags, -1, 0)
    return "done" if place != ctypes.c_void_p(-1).value else ctypes.get_errno()

def opened(path):
    try:
        os.close(os.open(path, os.O_RDONLY))
        return "done"
    except OSError as error:
        return error.errno

for name, number in json.loads(sys.argv[2]).items():
    # Arguments that would fail on their own, should the call get through.
    told[name] = call(number, -1, -1, -1, -1, -1, -1)
for name, flags in (("private", 0x22), ("shared", 0x21), ("growing", 0x122), ("no reserve", 0x4022)):
    told[name + " memory"] = mapped(flags)
told["later memory"] = "done" if libc.mprotect(ready, three, 3) == 0 else ctypes.get_errno()
for path in ("/proc/self/mem", "/proc/self/environ", f"/proc/{os.getppid()}/mem", "/dev/shm", "/etc/passwd"):
    told["open " + path.replace(str(os.getppid()), "parent")] = opened(path)
for number in json.loads(sys.argv[3]):
    told.setdefault("signals", []).extend(call(number, one, 0) for one in (os.getppid(), -1, 0, -os.getpid()))
print(json.dumps(told))
"""


@pytest.mark.skipif(platform.machine() not in {"x86_64", "aarch64"}, reason="has another table of calls")
def test_code_of_somebody_else_in_the_process_gets_nowhere() -> None:
    place = int(platform.machine() == "aarch64")
    numbers = {name: both[place] for name, both in REFUSED.items()}
    kill = [(62, 129)[place]]
    told = run(_TAKE_OVER, json.dumps(numbers), json.dumps(kill))
    active = set(told.pop("active"))
    if not {Protection.OWN_FILES_ONLY, Protection.NO_NEW_CODE} <= active:
        pytest.skip("this kernel offers not both of Landlock and seccomp")
    memory = {name: told.pop(name) for name in list(told) if name.endswith(" memory")}
    files = {name: told.pop(name) for name in list(told) if name.startswith("open ")}
    assert set(told.pop("signals")) == {errno.EPERM}
    assert {name: code for name, code in told.items() if code != errno.EPERM} == {}
    assert {name: code for name, code in files.items() if code != errno.EACCES} == {}
    assert "done" not in memory.values(), memory


def test_threads_are_counted() -> None:
    from curator.engine.workers.sandbox.limits import MORE_THREADS  # a module for Unix alone

    soft, hard, running = run(
        "import json, resource\n"
        "from pathlib import Path\n"
        "from curator.engine.workers.sandbox import confine_files\n"
        "running = int(Path('/proc/loadavg').read_text().split()[3].partition('/')[2])\n"
        "confine_files([], memory_bytes=10**9)\n"
        "print(json.dumps([*resource.getrlimit(resource.RLIMIT_NPROC), running]))"
    )
    assert soft == hard
    # Others may start threads meanwhile.
    assert 0 < soft <= running + MORE_THREADS + 1000


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

REFUSED = {
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200),
    "sendto": (44, 206),
    "sendmsg": (46, 211), "recvmsg": (47, 212), "execve": (59, 221), "execveat": (322, 281),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272),
    "pidfd_open": (434, 434), "pidfd_getfd": (438, 438), "pidfd_send_signal": (424, 424), "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138), "process_madvise": (440, 440), "unlinkat": (263, 35), "linkat": (265, 37),
    "symlinkat": (266, 36), "renameat2": (316, 276), "mkdirat": (258, 34), "mknodat": (259, 33),
    "fchmodat": (268, 53), "utimensat": (280, 88), "ftruncate": (77, 46), "fallocate": (285, 47),
    "copy_file_range": (326, 285), "splice": (275, 76), "sendfile": (40, 71), "ioctl": (16, 29),
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "shmget": (29, 194), "shmat": (30, 196),
    "pkey_mprotect": (329, 288), "personality": (135, 92), "mlockall": (151, 230), "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425), "io_setup": (206, 0), "bpf": (321, 280), "perf_event_open": (298, 241),
    "keyctl": (250, 219), "add_key": (248, 217), "prctl": (157, 167), "seccomp": (317, 277),
    "unshare": (272, 97),
    "setns": (308, 268), "mount": (165, 40), "pivot_root": (155, 41), "chroot": (161, 51), "chdir": (80, 49),
    "open_by_handle_at": (304, 265), "setrlimit": (160, 164), "setuid": (105, 146), "capset": (126, 91),
    "setpriority": (141, 140), "sched_setaffinity": (203, 122), "sched_setscheduler": (144, 119),
    "inotify_init1": (294, 26), "fanotify_init": (300, 262), "eventfd2": (290, 19), "pipe2": (293, 59),
    "syslog": (103, 116), "init_module": (175, 105), "kexec_load": (246, 104), "reboot": (169, 142),
}  # fmt: skip
"""What a process that was taken over would like to call, by its numbers on x86_64 and aarch64."""


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_lets_through_what_decoding_takes(machine: str) -> None:
    intel = machine == "x86_64"
    assert answer(machine, 0 if intel else 63) == _ALLOWED  # read
    assert answer(machine, 1 if intel else 64) == _ALLOWED  # write
    assert answer(machine, 202 if intel else 98) == _ALLOWED  # futex
    assert answer(machine, 257 if intel else 56, 0, 0, os.O_RDONLY | os.O_CLOEXEC) == _ALLOWED  # openat
    assert answer(machine, 9 if intel else 222, 0, 4096, 3, 0x20022) == _ALLOWED  # mmap, not to run
    assert answer(machine, 56 if intel else 220, 0x3D0F00) == _ALLOWED  # clone of a thread, as glibc does it
    assert answer(machine, 62 if intel else 129, 77, 6) == _ALLOWED  # kill itself
    assert answer(machine, 302 if intel else 261, 0, 7, 0) == _ALLOWED  # ask for a limit


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_refuses_the_rest(machine: str) -> None:
    intel = machine == "x86_64"
    assert {name for name, numbers in REFUSED.items() if answer(machine, numbers[not intel]) != NO} == set()
    openat = 257 if intel else 56
    for flag in (os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_TRUNC, os.O_APPEND):
        assert answer(machine, openat, 0, 0, flag) == NO
    mmap, clone = (9, 56) if intel else (222, 220)
    assert answer(machine, mmap, 0, 4096, 7, 0x22) == NO  # to run
    # Shared, shared and validated, droppable, growing: what the limit of memory does not count.
    assert {answer(machine, mmap, 0, 4096, 3, flags | 0x20) for flags in (1, 3, 8, 0x102)} == {NO}
    assert answer(machine, 10 if intel else 226, 0, 4096, 5) == NO  # mprotect, to run
    assert answer(machine, clone, 17) == NO  # fork
    namespaces = (0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000)
    assert {answer(machine, clone, 0x10F00 | flag) for flag in (*namespaces, 0x2000)} == {NO}
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
