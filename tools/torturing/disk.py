"""A disk that loses its power: what may stand on it after a sequence of writes, syncs and renames was cut."""

import random
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


@dataclass(slots=True)
class _Write:
    at: int
    offset: int
    data: bytes


@dataclass(slots=True)
class _Cut:
    at: int
    size: int


@dataclass(slots=True)
class _Name:
    """A name that appears in a folder, goes, or moves from another folder."""

    at: int
    folder: int
    name: str
    inode: int | None
    source: tuple[int, str] | None = None


@dataclass
class Disk:
    """Everything that happened below one folder, in the order of its happening.

    Attributes:
        root: the folder.
        changes: writes and cuts of each file, by inode.
        names: what happened to names.
        syncs: of each inode, when a sync began and when it had ended.
    """

    root: Path
    changes: dict[int, list[_Write | _Cut]] = field(default_factory=dict)
    names: list[_Name] = field(default_factory=list)
    syncs: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _tree: dict[int, dict[str, int]] = field(default_factory=lambda: {0: {}})

    # ------------------------------------------------------------ what happens

    def make_folder(self, at: int, path: Path) -> None:
        inode = self._new()
        self._tree[inode] = {}
        self._set(at, path, inode)

    def open(self, at: int, path: Path, *, create: bool, cut: bool) -> None:
        inode = self.inode(path)
        if inode is None and create:
            inode = self._new()
            self.changes[inode] = []
            self._set(at, path, inode)
        elif inode is not None and cut:
            self.changes[inode].append(_Cut(at, 0))

    def write(self, at: int, path: Path, offset: int, data: bytes) -> None:
        inode = self.inode(path)
        if inode is not None:
            self.changes[inode].append(_Write(at, offset, data))

    def cut(self, at: int, path: Path, size: int) -> None:
        inode = self.inode(path)
        if inode is not None:
            self.changes[inode].append(_Cut(at, size))

    def sync(self, began: int, ended: int, path: Path) -> None:
        inode = self.inode(path)
        if inode is not None:
            self.syncs.setdefault(inode, []).append((began, ended))

    def move(self, at: int, old: Path, new: Path) -> None:
        inode = self.inode(old)
        assert inode is not None, old
        source, folder = self._folder(old), self._folder(new)
        del self._tree[source][old.name]
        self._tree[folder][new.name] = inode
        self.names.append(_Name(at, folder, new.name, inode, (source, old.name)))

    def link(self, at: int, old: Path, new: Path) -> None:
        inode = self.inode(old)
        assert inode is not None, old
        self._set(at, new, inode)

    def remove(self, at: int, path: Path) -> None:
        folder = self._folder(path)
        if self._tree[folder].pop(path.name, None) is not None:
            self.names.append(_Name(at, folder, path.name, None))

    def inode(self, path: Path) -> int | None:
        """Which file or folder has that name now."""
        inode: int | None = 0
        for part in path.relative_to(self.root).parts:
            inode = None if inode is None else self._tree.get(inode, {}).get(part)
        return inode

    def size(self, path: Path) -> int:
        """Bytes of a file as the programs see it."""
        inode = self.inode(path)
        return 0 if inode is None else len(_content(self.changes[inode]))

    def _new(self) -> int:
        return len(self._tree) + len(self.changes) + 1

    def _folder(self, path: Path) -> int:
        inode = self.inode(path.parent)
        assert inode is not None, path
        return inode

    def _set(self, at: int, path: Path, inode: int) -> None:
        folder = self._folder(path)
        self._tree[folder][path.name] = inode
        self.names.append(_Name(at, folder, path.name, inode))

    # ------------------------------------------------------------ what is left

    def after_power_loss(self, at: int, place: Path, *, dice: random.Random, in_order: bool) -> None:
        """Writes what may be left when the power goes at that moment.

        Whatever was synced stays. Of what was written since, each write may be there, or not, or only some
        of its sectors, in any order. Names that no sync made last are there up to some moment.

        Args:
            at: the moment.
            place: an empty folder for it.
            dice: decides.
            in_order: names of the whole disk change in their order, and any sync keeps all that came
                before, as with the journals of ext4, XFS, NTFS and APFS; else each folder by itself, and
                only its own sync keeps its names, which is all that POSIX promises.
        """
        tree = self._names_left(at, dice=dice, in_order=in_order)
        contents: dict[int, bytes] = {}

        def lay(inode: int, path: Path) -> None:
            for name, one in tree.get(inode, {}).items():
                if one in self.changes:
                    if one not in contents:
                        contents[one] = self._left(one, at, dice=dice)
                    (path / name).write_bytes(contents[one])
                else:
                    (path / name).mkdir()
                    lay(one, path / name)

        lay(0, place)

    def _names_left(self, at: int, *, dice: random.Random, in_order: bool) -> dict[int, dict[str, int]]:
        everything = [change for change in self.names if change.at < at]
        cuts: dict[int, int] = {}
        if in_order:
            kept = max((began for syncs in self.syncs.values() for began in _kept(syncs, at)), default=-1)
            cut = dice.choice((at, at, kept, dice.randint(kept, at) if kept < at else at))
            cuts = dict.fromkeys((change.folder for change in everything), cut)
        else:
            for folder in {change.folder for change in everything}:
                kept = max(_kept(self.syncs.get(folder, []), at), default=-1)
                cuts[folder] = dice.choice((at, kept, dice.randint(kept, at)))
        tree: dict[int, dict[str, int]] = {}
        for change in everything:
            if change.at >= cuts[change.folder]:
                continue
            names = tree.setdefault(change.folder, {})
            if change.source is not None:
                folder, name = change.source
                if tree.get(folder, {}).get(name) == change.inode:
                    del tree[folder][name]
            if change.inode is None:
                names.pop(change.name, None)
            else:
                names[change.name] = change.inode
        return tree

    def _left(self, inode: int, at: int, *, dice: random.Random) -> bytes:
        kept = max(_kept(self.syncs.get(inode, []), at), default=-1)
        left: list[_Write | _Cut] = []
        way = dice.random()
        for change in self.changes[inode]:
            if change.at >= at:
                break
            if change.at < kept:
                left.append(change)
                continue
            fate = 0.0 if way < 0.25 else 0.99 if way < 0.4 else dice.random()
            if fate < 0.5:
                left.append(change)
            elif fate < 0.75 and isinstance(change, _Write):
                left += _torn(change, dice)
        return _content(left)


def _kept(syncs: list[tuple[int, int]], at: int) -> Iterator[int]:
    """When those syncs began that had ended by then: what came before is kept."""
    for began, ended in syncs[: bisect_left(syncs, at, key=lambda one: one[1])]:
        if ended < at:
            yield began


def _torn(write: _Write, dice: random.Random) -> Iterator[_Write]:
    """Some of the sectors of a write."""
    end = write.offset + len(write.data)
    start = write.offset
    while start < end:
        until = min(end, (start // SECTOR + 1) * SECTOR)
        if dice.random() < 0.5:
            part = write.data[start - write.offset : until - write.offset]
            yield _Write(write.at, start, part)
        start = until


def _content(changes: list[_Write | _Cut]) -> bytes:
    data = bytearray()
    for change in changes:
        if isinstance(change, _Cut):
            del data[change.size :]
            data.extend(bytes(change.size - len(data)))
        else:
            data.extend(bytes(max(0, change.offset - len(data))))
            data[change.offset : change.offset + len(change.data)] = change.data
    return bytes(data)


def is_below(path: Path, root: Path) -> bool:
    """Whether a path lies in a folder, by its name alone."""
    return path.is_relative_to(root) and path != root
