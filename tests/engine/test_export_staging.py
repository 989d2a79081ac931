"""Where an export may be written, and what a crash leaves behind."""

import contextlib
import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from curator.engine.errors import ExportError
from curator.engine.export.manifest import FILE_NAME, FileNote, read_manifest
from curator.engine.export.staging import staging


def write_export(folder: Path, text: str = "one") -> None:
    """An export of one file, through the same door as real ones."""
    with staging(folder, catalogue_id="ours") as stage:
        stage.write("data/photos/a.txt", data=text.encode())
        note = FileNote.of("data/photos/a.txt", data=text.encode())
        files = [{"path": note.path, "size": note.size, "sha256": note.sha256}]
        stage.write(
            FILE_NAME, data=json.dumps({"program": "Curator", "catalogue": "ours", "files": files}).encode()
        )
        stage.sync()
        stage.swap()


def text_in(folder: Path) -> str:
    return (folder / "data/photos/a.txt").read_text()


def beside(folder: Path) -> list[str]:
    """What stands there; the lock of an export that is under way does not count."""
    return sorted(path.name for path in folder.parent.iterdir() if not path.name.endswith(".curator-lock"))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "new" / "site"


@pytest.mark.parametrize("there", ["nothing", "an empty folder", "an export", "litter"])
def test_an_export_takes_its_place(target: Path, there: str) -> None:
    if there != "nothing":
        target.mkdir(parents=True)
    if there == "an export":
        write_export(target, "old")
        (target / ".DS_Store").write_text("litter")
    if there == "litter":
        (target / "Thumbs.db").write_text("litter")
    write_export(target, "new")
    assert text_in(target) == "new"
    assert sorted(path.name for path in target.iterdir()) == ["data", FILE_NAME]
    assert beside(target) == ["site"]


def test_through_a_link_the_real_place_is_replaced(target: Path, tmp_path: Path) -> None:
    write_export(target, "old")
    link = tmp_path / "link"
    try:
        link.symlink_to(target, target_is_directory=True)
    except OSError:
        pytest.skip("links are not allowed here")
    write_export(link, "new")
    assert link.is_symlink()
    assert text_in(target) == "new"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("holiday.jpg", "mine"),
        (FILE_NAME, '{"program": "Another"}'),
        (FILE_NAME, "[" * 100_000),
        (FILE_NAME, '{"program": "Curator", "files": [{}]}'),
        (FILE_NAME, "no json"),
    ],
)
def test_a_folder_of_someone_else_is_refused(target: Path, name: str, text: str) -> None:
    target.mkdir(parents=True)
    (target / name).write_text(text)
    with pytest.raises(ExportError, match="is not empty, and Curator did not write it"):
        write_export(target)
    assert [(path.name, path.read_text()) for path in target.iterdir()] == [(name, text)]
    assert beside(target) == ["site"]


def test_a_file_put_into_an_export_is_not_deleted(target: Path) -> None:
    write_export(target, "old")
    (target / "data" / "my notes.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"did not write: data/my notes\.txt"):
        write_export(target, "new")
    assert (target / "data" / "my notes.txt").read_text() == "mine"
    assert text_in(target) == "old"


def test_a_file_cannot_be_a_target(target: Path) -> None:
    target.parent.mkdir()
    target.write_text("mine")
    with pytest.raises(ExportError, match="is a file"):
        write_export(target)
    assert target.read_text() == "mine"


def test_a_whole_disk_cannot_be_a_target() -> None:
    with (
        pytest.raises(ExportError, match="whole disk"),
        staging(Path(Path.cwd().anchor), catalogue_id="ours"),
    ):
        pass


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="needs a folder that this user may not write"
)
def test_a_read_only_place_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="Curator cannot write to"):
            write_export(tmp_path / "site")
    finally:
        tmp_path.chmod(0o700)


# ---------------------------------------------------------------- crashes


class Crash(BaseException):
    """The power fails: nothing is tidied up afterwards in these tests."""


def crash(target: Path, monkeypatch: pytest.MonkeyPatch, *, at: str) -> None:
    """Runs an export that stops dead before it writes, swaps, or deletes."""

    def die(*_: object, **__: object) -> None:
        raise Crash

    module = "curator.engine.export.staging"
    real = Path.rename

    def rename(path: Path, to: Path) -> Path:
        if at == "between" and ".curator-new-" in path.name:
            die()
        return real(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(f"{module}.shutil.rmtree", lambda *_, **__: None)
        patch.setattr(Path, "rename", rename)
        if at == "before":
            patch.setattr(f"{module}.Staging.swap", die)
        with contextlib.suppress(Crash):
            write_export(target, "crashed")


@pytest.mark.parametrize(("at", "stands"), [("before", "old"), ("between", None), ("after", "crashed")])
def test_the_next_export_repairs_what_a_crash_left(
    target: Path, monkeypatch: pytest.MonkeyPatch, at: str, stands: str | None
) -> None:
    write_export(target, "old")
    crash(target, monkeypatch, at=at)
    assert len(beside(target)) == 2
    assert (text_in(target) if target.exists() else None) == stands
    with staging(target, catalogue_id="ours") as stage:
        assert text_in(target) == (stands or "old")
        assert stage.standing is not None
        assert beside(target) == sorted([stage.folder.name, "site"])
    assert beside(target) == ["site"]
    write_export(target, "new")
    assert text_in(target) == "new"
    assert beside(target) == ["site"]


def test_repair_leaves_neighbours_and_strangers_alone(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_export(target, "old")
    neighbour = target.with_name(".other.curator-new-12345678")
    neighbour.mkdir()
    file = target.with_name(".site.curator-new-a-file")
    file.write_text("not a folder")
    crash(target, monkeypatch, at="between")
    # Somebody put something of their own where the export stood.
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match="Curator did not write it"):
        write_export(target)
    aside = [name for name in beside(target) if ".curator-old-" in name]
    assert len(aside) == 1
    assert text_in(target.with_name(aside[0])) == "old"
    assert neighbour.is_dir()
    assert file.is_file()


def test_taking_over_works_without_second_names(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_export(target, "old")

    def refuse(*_: object, **__: object) -> None:
        raise OSError("not on this file system")

    monkeypatch.setattr("curator.engine.export.staging.os.link", refuse)
    with staging(target, catalogue_id="ours") as stage:
        stage.take_over("data/photos/a.txt")
        assert text_in(stage.folder) == "old"


def test_a_link_is_no_manifest(tmp_path: Path, target: Path) -> None:
    write_export(target)
    folder = tmp_path / "other"
    folder.mkdir()
    try:
        (folder / FILE_NAME).symlink_to(target / FILE_NAME)
    except OSError:
        pytest.skip("links are not allowed here")
    assert read_manifest(target) is not None
    assert read_manifest(folder) is None


def test_two_exports_to_one_place_do_not_meet(target: Path) -> None:
    write_export(target, "old")
    with staging(target, catalogue_id="ours") as stage:
        stage.write("a.txt", data=b"half")
        with pytest.raises(ExportError, match=r"Another export to .*site is under way\."):
            write_export(target, "second")
        assert (stage.folder / "a.txt").read_bytes() == b"half"
        write_export(target.with_name("elsewhere"), "third")
    assert text_in(target) == "old"
    write_export(target, "new")
    assert [path.name for path in target.parent.iterdir() if path.name.startswith(".")] == []


def test_two_processes_do_not_meet_either(target: Path) -> None:
    """The lock is the system's, so that it goes with the process that held it."""
    lines = f"""
import sys
from pathlib import Path
from curator.engine.export.staging import staging
with staging(Path({str(target)!r}), catalogue_id="ours"):
    print("ready", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", lines], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        with pytest.raises(ExportError, match="under way"):
            write_export(target)
        other.kill()
    write_export(target, "after it was killed")
    assert text_in(target) == "after it was killed"


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EEXIST, errno.ENAMETOOLONG])
def test_names_that_a_disk_cannot_hold_are_all_taken_back(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real = Path.open

    def refuse(path: Path, *how: object, **more: object) -> object:
        if '"' in path.name:
            raise OSError(number, "no such name here")
        return real(path, *how, **more)  # type: ignore[call-overload]

    with staging(target, catalogue_id="ours") as stage:
        stage.write("kept.txt", data=b"1")
        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", refuse)
            assert not stage.put_names("api", files={"api/plain": b"1", 'api/{"a":1}': b"2"})
        assert [path.name for path in stage.folder.iterdir()] == ["kept.txt"]
        stage.sync()
        assert stage.put_names("api", files={"api/plain": b"1"})


def test_a_full_disk_is_no_matter_of_names(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise OSError(errno.ENOSPC, "full")

    with staging(target, catalogue_id="ours") as stage, monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(OSError, match="full"):
            stage.put_names("api", files={"api/plain": b"1"})


def test_a_disk_that_changes_names_in_silence_is_noticed(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open
    with staging(target, catalogue_id="ours") as stage, monkeypatch.context() as patch:
        patch.setattr(
            Path,
            "open",
            lambda path, *how, **more: real(path.with_name(path.name.rstrip()), *how, **more),
        )
        assert not stage.put_names("api", files={"api/blank ": b"1"})
        assert list(stage.folder.iterdir()) == []


def test_only_what_stands_as_noted_is_taken_over(target: Path) -> None:
    write_export(target, "old")
    with staging(target, catalogue_id="ours") as stage:
        stage.put("data/photos/a.txt", data=b"old")
        assert (stage.folder / "data/photos/a.txt").stat().st_nlink == 2
    (target / "data/photos/a.txt").write_text("odl")
    with staging(target, catalogue_id="ours") as stage:
        stage.put("data/photos/a.txt", data=b"old")
        assert text_in(stage.folder) == "old"


def test_the_export_of_another_catalogue_is_not_replaced(target: Path) -> None:
    write_export(target, "theirs")
    with (
        pytest.raises(ExportError, match="another catalogue"),
        staging(target, catalogue_id="somebody else's"),
    ):
        pass
    assert text_in(target) == "theirs"
    assert beside(target) == ["site"]
