"""A server on this machine, and a catalogue that fetches from it."""

from collections.abc import Iterator

import pytest
from fake_fetcher import Fetcher
from fake_nocodb import FakeNocoDB, serving

from curator.engine.catalogue import Catalogue
from curator.engine.media import MediaStore


@pytest.fixture
def server() -> Iterator[FakeNocoDB]:
    """A server of the campaign's version."""
    with serving() as opened:
        yield opened


@pytest.fixture
def fetcher(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Fetcher:
    """Fetches into ``catalogue``, without waiting for the disk: no test cuts the power."""
    monkeypatch.setattr("curator.engine.media.os.fsync", lambda descriptor: None)
    return Fetcher(catalogue, MediaStore(catalogue.media_folder))
