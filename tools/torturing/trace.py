"""Reads what strace saw a program write, and plays it onto a ``Disk``."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from torturing.disk import Disk, is_below

CALLS = (
    *("open", "openat", "creat", "write", "pwrite64", "pwritev", "pwritev2", "writev", "lseek", "fsync"),
    *("fdatasync", "sync_file_range", "sync", "syncfs", "rename", "renameat", "renameat2", "unlink"),
    *("unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink", "symlinkat", "ftruncate"),
    *("truncate", "fallocate", "sendfile", "copy_file_range"),
)
_LINE = re.compile(r"(\d+) +(.*)")
_CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?")
_RESUMED = re.compile(r"<\.\.\. (\w+) resumed>(.*)")
_UNFINISHED = " <unfinished ...>"
_AT = re.compile(r"[\w-]+<([^>]*)>")


@dataclass(frozen=True, slots=True)
class _Call:
    began: int
    name: str
    words: tuple[str, ...]
    result: int
    result_path: str


class Unknown(Exception):
    """The program did something to the disk that is not simulated."""


def play(log: Path, disk: Disk, *, told: Path, ignored: Collection[Path]) -> Iterator[tuple[int, bytes]]:
    """Plays a log of strace (``-f -y -xx``) onto a disk.

    Args:
        log: as strace wrote it.
        disk: empty; gets all that happened below its root.
        told: the file that acknowledgements are written to; not part of the disk.
        ignored: folders that are none either.

    Yields:
        When something was told, and what.

    Raises:
        Unknown: a call that is not simulated.
    """
    positions: dict[int, int] = {}
    for at, call in enumerate(_calls(log)):
        paths = list(_paths(call))
        if not any(path == disk.root or is_below(path, disk.root) for path in paths):
            continue
        if any(
            path == told or path in ignored or any(is_below(path, one) for one in ignored) for path in paths
        ):
            if call.name == "write" and paths[0] == told:
                yield at, _bytes(call.words[1])
            continue
        _apply(call, at, paths, disk=disk, positions=positions)


def moments(log: Path) -> int:
    """How many calls there were."""
    return sum(1 for _ in _calls(log))


def _apply(call: _Call, at: int, paths: list[Path], *, disk: Disk, positions: dict[int, int]) -> None:
    name, words = call.name, call.words
    if name in {"open", "openat", "creat"}:
        flags = next((word for word in words if word.startswith("O_")), "O_CREAT|O_TRUNC")
        wanted = set(flags.split("|"))
        if "O_WRONLY" in wanted or "O_RDWR" in wanted or name == "creat":
            positions[call.result] = disk.size(paths[0]) if "O_APPEND" in wanted else 0
        disk.open(at, paths[0], create="O_CREAT" in wanted, cut="O_TRUNC" in wanted)
    elif name == "lseek":
        positions[_number(words[0])] = call.result
    elif name == "write":
        descriptor = _number(words[0])
        place = positions.get(descriptor, 0)
        disk.write(at, paths[0], place, _bytes(words[1])[: call.result])
        positions[descriptor] = place + call.result
    elif name == "pwrite64":
        disk.write(at, paths[0], int(words[3]), _bytes(words[1])[: call.result])
    elif name in {"fsync", "fdatasync"}:
        disk.sync(call.began, at, paths[0])
    elif name in {"ftruncate", "truncate"}:
        disk.cut(at, paths[0], int(words[1]))
    elif name in {"rename", "renameat", "renameat2"}:
        disk.move(at, paths[0], paths[1])
    elif name in {"link", "linkat"}:
        disk.link(at, paths[0], paths[1])
    elif name in {"unlink", "unlinkat", "rmdir"}:
        disk.remove(at, paths[0])
    elif name in {"mkdir", "mkdirat"}:
        disk.make_folder(at, paths[0])
    else:
        raise Unknown(f"{name} of {paths[0].name}")


def _calls(log: Path) -> Iterator[_Call]:
    """Calls that succeeded, in the order of their ends; each knows how many had ended when it began."""
    begun: dict[str, tuple[int, str]] = {}
    count = 0
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            found = _LINE.match(line.rstrip("\n"))
            if found is None:
                continue
            process, rest = found.groups()
            began = count
            if rest.endswith(_UNFINISHED):
                begun[process] = count, rest.removesuffix(_UNFINISHED)
                continue
            resumed = _RESUMED.match(rest)
            if resumed is not None:
                if process not in begun:
                    continue
                began, start = begun.pop(process)
                rest = start + resumed[2]
            told = _CALL.match(rest)
            if told is None or int(told[3]) < 0:
                continue
            yield _Call(began, told[1], tuple(told[2].split(", ")), int(told[3]), told[4] or "")
            count += 1


def _paths(call: _Call) -> Iterator[Path]:
    """The files that a call is about."""
    if call.name in {"open", "openat", "creat"}:
        yield Path(_text(call.result_path))
        return
    if call.name in {"rename", "link", "unlink", "rmdir", "mkdir", "truncate", "symlink"}:
        yield from (Path(_text(word)) for word in call.words if word.startswith('"'))
        return
    folder: Callable[[str], Path] | None = None
    for word in call.words:
        found = _AT.match(word)
        if found is not None and not call.name.endswith(("at", "at2")):
            yield Path(_text(found[1]))
            return
        if found is not None:
            folder = Path(_text(found[1])).joinpath
        elif word.startswith('"') and folder is not None:
            yield folder(_text(word))


def _number(word: str) -> int:
    return int(word.partition("<")[0])


def _bytes(word: str) -> bytes:
    if word.endswith("..."):
        raise Unknown("a write longer than strace was told to show")
    return bytes.fromhex(word.strip('"').replace("\\x", ""))


def _text(word: str) -> str:
    return _bytes(word).decode("utf-8", "surrogateescape").removesuffix(" (deleted)")
