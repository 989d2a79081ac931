"""Past exports: what the catalogue remembers of them, and what is found in their folders."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from curator.engine.catalogue import Catalogue
from curator.engine.export.past import Found, PastExport, State, look, look_at, past
from curator.engine.records import Digest, SubmissionId


@pytest.fixture
def export(tmp_path: Path) -> PastExport:
    """An export of two files that stands in its folder."""
    folder = tmp_path / "site"
    (folder / "data").mkdir(parents=True)
    files = {"data/1.jpg": b"one", "index.html": b"page"}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    notes = [{"path": name, "size": len(data), "sha256": "0" * 64} for name, data in files.items()]
    manifest = json.dumps({"program": "Curator", "catalogue": "a", "files": notes}).encode()
    (folder / "manifest.json").write_bytes(manifest)
    digest = hashlib.sha256(manifest).hexdigest()
    return PastExport(1, datetime(2026, 3, 4, tzinfo=UTC), folder, "Ada", 1, digest, True)


def keep(catalogue: Catalogue, folder: Path, *, curator: str = "Ada", pictures: int = 2) -> int:
    with catalogue.writing():
        return catalogue.journals.keep_export(
            folder=folder,
            curator=curator,
            manifest_digest="0" * 64,
            decisions_head="",
            published={SubmissionId(n): (Digest(f"{n:064x}"), "mark") for n in range(1, pictures + 1)},
        )


def test_the_newest_come_first_and_only_the_newest_of_a_folder_can_stand_there(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    assert past(catalogue) == ()
    first = keep(catalogue, tmp_path / "a")
    second = keep(catalogue, tmp_path / "b", curator="Ben", pictures=3)
    third = keep(catalogue, tmp_path / "a", pictures=4)
    found = past(catalogue)
    assert [(one.id, one.curator, one.pictures, one.newest) for one in found] == [
        (third, "Ada", 4, True),
        (second, "Ben", 3, True),
        (first, "Ada", 2, False),
    ]
    assert [one.folder for one in found] == [tmp_path / "a", tmp_path / "b", tmp_path / "a"]
    assert [one.id for one in past(catalogue, most=1)] == [third]


def test_a_whole_export_is_whole(export: PastExport) -> None:
    assert look(export) == Found(State.WHOLE)
    assert look_at([export, replace(export, id=2, newest=False)]) == {
        1: Found(State.WHOLE),
        2: Found(State.REPLACED),
    }


def test_files_that_are_gone_or_of_another_size_are_counted(export: PastExport) -> None:
    (export.folder / "data/1.jpg").unlink()
    assert look(export) == Found(State.LACKING, 1)
    (export.folder / "index.html").write_bytes(b"shorter or longer")
    assert look(export) == Found(State.LACKING, 2)
    (export.folder / "data").rmdir()
    (export.folder / "data").write_bytes(b"a file where a folder was")
    assert look(export) == Found(State.LACKING, 2)


def test_another_manifest_is_another_export(export: PastExport) -> None:
    assert look(replace(export, manifest_digest="1" * 64)) == Found(State.CHANGED)
    (export.folder / "manifest.json").write_bytes(b"not one of ours")
    assert look(export) == Found(State.CHANGED)
    (export.folder / "manifest.json").unlink()
    assert look(export) == Found(State.CHANGED)


def test_a_folder_that_is_not_there_is_no_failure(export: PastExport, tmp_path: Path) -> None:
    assert look(replace(export, folder=tmp_path / "pulled out")) == Found(State.GONE)


def test_a_folder_that_cannot_be_read_is_said_so(export: PastExport, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError("no")

    monkeypatch.setattr("curator.engine.export.past.read_manifest", refuse)
    assert look(export) == Found(State.UNREADABLE)
