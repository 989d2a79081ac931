"""The shortest way to fetch from a server, as the program does it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from fake_nocodb import TOKEN, FakeNocoDB

from curator.engine.catalogue import Catalogue
from curator.engine.intake.nocodb.client import Pace
from curator.engine.intake.nocodb.fetching import fetch_submissions
from curator.engine.intake.nocodb.request import CAMPAIGN_PHOTOS, FetchRequest, Source
from curator.engine.media import MediaStore
from curator.engine.receiving import Receiving, Summary

PATIENCE = 60
"""Seconds after which a test gives up waiting; nothing comes near it."""

QUICK = Pace(attempts=3, first_wait=0.01, longest_wait=0.5, connect=60, read=60)
ENDLESS = Pace(read=600, answer=600, file=600)
"""Longer than a test may take: what ends all the same was stopped, however fast the machine is."""


@dataclass
class Fetcher:
    """Fetches into a catalogue as the program does."""

    catalogue: Catalogue
    media: MediaStore

    def begin(
        self,
        server: FakeNocoDB,
        *,
        on_ready: Callable[[], None] = lambda: None,
        table: str = "photos",
        token: str = TOKEN,
        pace: Pace = QUICK,
        limit: int = 1_000_000,
        **asked: Any,
    ) -> Receiving[Any]:
        request = FetchRequest(
            Source(server.url, "BASE", table), asked.pop("mapped", CAMPAIGN_PHOTOS), **asked
        )
        return fetch_submissions(
            self.catalogue,
            request,
            token=token,
            media=self.media,
            on_ready=on_ready,
            pace=pace,
            limit=limit,
        )

    def fetch(self, server: FakeNocoDB, **options: Any) -> Summary:
        """Fetches to the end."""
        ready = threading.Event()
        receiving = self.begin(server, on_ready=ready.set, **options)
        receiving.start()
        self.settle(receiving, ready)
        return receiving.summary

    def settle(self, receiving: Receiving[Any], ready: threading.Event) -> None:
        """Files what arrives until the load is finished."""
        until = monotonic() + PATIENCE
        while not receiving.finished:
            assert ready.wait(until - monotonic()), "nothing arrived"
            ready.clear()
            receiving.settle(writing=self.catalogue.writing)
        receiving.wait(seconds=PATIENCE)

    @property
    def files(self) -> list[str]:
        """The names of the submissions, in the order of their numbers."""
        return [row.file_name for row in self.rows]

    @property
    def rows(self) -> list[Any]:
        """The submissions."""
        found = self.catalogue._connection.rows("SELECT id FROM submissions ORDER BY id")
        return [self.catalogue.submissions.get(row["id"]) for row in found]
