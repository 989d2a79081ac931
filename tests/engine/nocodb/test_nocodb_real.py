"""Against a true NocoDB on this machine, whichever version runs there; skipped where none does.

Set ``CURATOR_NOCODB_URL``, ``CURATOR_NOCODB_BASE``, ``CURATOR_NOCODB_TABLE`` and ``CURATOR_NOCODB_TOKEN``
to a table with attachments; nothing is written to it.
"""

import os
import threading
from typing import Any

import pytest
from fake_fetcher import Fetcher

from curator.engine.intake.nocodb.client import Pace
from curator.engine.intake.nocodb.failures import About, FetchFailed
from curator.engine.intake.nocodb.fetching import fetch_submissions
from curator.engine.intake.nocodb.looking import look
from curator.engine.intake.nocodb.request import FetchRequest, Field, Source
from curator.engine.receiving import Summary

pytestmark = pytest.mark.nocodb


@pytest.fixture
def source() -> Source:
    names = [f"CURATOR_NOCODB_{name}" for name in ("URL", "BASE", "TABLE")]
    if any(name not in os.environ for name in (*names, "CURATOR_NOCODB_TOKEN")):
        pytest.skip("no NocoDB is named by the environment")
    return Source(*(os.environ[name] for name in names))


@pytest.fixture
def token(source: Source) -> str:
    return os.environ["CURATOR_NOCODB_TOKEN"]


def fetched(fetcher: Fetcher, source: Source, *, mapped: Any, token: str) -> Summary:
    ready = threading.Event()
    receiving = fetch_submissions(
        fetcher.catalogue,
        FetchRequest(source, mapped),
        token=token,
        media=fetcher.media,
        on_ready=ready.set,
    )
    receiving.start()
    fetcher.settle(receiving, ready)
    return receiving.summary


def test_a_table_is_looked_at_and_fetched_twice(source: Source, token: str, fetcher: Fetcher) -> None:
    preview = look(source, token=token)
    assert Field.IMAGE in preview.mapped
    assert preview.rows
    first = fetched(fetcher, source, mapped=preview.mapped, token=token)
    assert (first.failure, first.cancelled) == (None, False)
    assert first.loaded > 0
    again = fetched(fetcher, source, mapped=preview.mapped, token=token)
    assert (again.loaded, again.failure) == (0, None)
    assert again.already == first.loaded + first.already


def test_a_wrong_token_base_and_table_are_told(source: Source, token: str) -> None:
    for wrong, used, about in (
        (source, "wrong-token", About.TOKEN),
        (Source(source.url, "no such base", source.table), token, About.BASE),
        (Source(source.url, source.base, "no such table"), token, About.TABLE),
    ):
        with pytest.raises(FetchFailed) as failed:
            look(wrong, token=used, pace=Pace(attempts=1))
        assert failed.value.about is about
