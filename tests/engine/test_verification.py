"""Whether a catalogue is sound, and how large it is."""

from pathlib import Path

import numpy as np
import pytest
from filing import Filing

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.copying import copy_database
from curator.engine.media import MediaStore
from curator.engine.records import Digest
from curator.engine.safekeeping.sizes import measure
from curator.engine.safekeeping.verification import verify


@pytest.fixture
def media(catalogue: Catalogue) -> MediaStore:
    return MediaStore(catalogue.media_folder)


@pytest.fixture
def digests(filing: Filing, media: MediaStore, tmp_path: Path) -> list[Digest]:
    """Three received pictures, of which the catalogue knows."""
    found = []
    for number in range(3):
        file = tmp_path / f"{number}.jpg"
        file.write_bytes(b"picture" * (number + 1))
        digest = media.receive(file).digest
        filing.waiting(file=digest, name=file.name)
        found.append(digest)
    return found


def test_a_sound_catalogue_has_no_complaints(catalogue: Catalogue, digests: list[Digest]) -> None:
    steps: list[tuple[int, int]] = []
    found = verify(catalogue, progress=lambda done, total: steps.append((done, total)))
    assert (found.complaints, found.pictures, found.whole) == ((), len(digests), True)
    assert steps == [(0, 3), (1, 3), (2, 3)]


def test_changed_and_missing_pictures_are_named(
    catalogue: Catalogue, digests: list[Digest], media: MediaStore
) -> None:
    media.original(digests[0]).chmod(0o600)
    media.original(digests[0]).write_bytes(b"something else")
    media.original(digests[2]).unlink()
    assert verify(catalogue).complaints == (
        "The picture of submission 1 (0.jpg) was changed or cannot be read.",
        "The picture of submission 3 (2.jpg) is missing.",
    )


def test_a_check_can_be_cancelled_between_two_pictures(catalogue: Catalogue, digests: list[Digest]) -> None:
    asked = iter([False, True])
    found = verify(catalogue, cancelled=lambda: next(asked))
    assert (found.pictures, found.whole) == (1, False)


def test_a_catalogue_can_be_checked_while_it_is_open_elsewhere(
    catalogue: Catalogue, digests: list[Digest]
) -> None:
    with Catalogue.read(catalogue.folder) as reader:
        assert verify(reader).whole


def test_sizes_are_those_of_the_files(catalogue: Catalogue, digests: list[Digest], media: MediaStore) -> None:
    media.write_preview(digests[0], pixels=np.zeros((60, 80, 3), np.uint8))
    previews = media.preview(digests[0]).stat().st_size + media.thumbnail(digests[0]).stat().st_size
    before = measure(catalogue)
    assert before.media == 7 + 14 + 21 + previews
    assert before.database >= (catalogue.folder / "catalogue.db").stat().st_size
    assert before.backups == 0
    copy = catalogue.backups_folder / "copy.db"
    catalogue.backups_folder.mkdir()
    copy_database(catalogue.path, copy)
    assert measure(catalogue).backups == copy.stat().st_size
