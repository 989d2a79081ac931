"""Looks and tokens are asked for beside the main thread; a token goes to its own server and nowhere else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from outside import PHOTOS, PREVIEW, SERVER, FakeOutside, FakeWorkspace
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from curator.engine.catalogue import Catalogue
from curator.engine.errors import CatalogueReadOnly
from curator.engine.intake.nocodb.failures import About, FetchFailed
from curator.engine.intake.nocodb.request import (
    CAMPAIGN_CONTRIBUTIONS,
    CAMPAIGN_PHOTOS,
    FetchRequest,
    Field,
    Source,
)
from curator.engine.loads import LoadEnd
from curator.engine.receiving import Summary
from curator.engine.records import Kind
from curator.ui.session.fetching import Fetcher, Keeping
from curator.ui.session.load_wording import load_sentence

SECRET = "nc-s3cr3t-t0k3n"
ELSEWHERE = Source("https://other.example.org", "DNTSPY", "photos")
REQUEST = FetchRequest(PHOTOS, CAMPAIGN_PHOTOS, Kind.PORTRAIT, "analyzed")


@pytest.fixture
def there() -> FakeOutside:
    return FakeOutside()


@pytest.fixture
def workspace(catalogue: Catalogue) -> FakeWorkspace:
    return FakeWorkspace(catalogue)


@pytest.fixture
def fetcher(workspace: FakeWorkspace, there: FakeOutside) -> Iterator[Fetcher]:
    parent = QObject()
    fetcher = Fetcher(workspace, outside=there.outside, parent=parent)  # type: ignore[arg-type]
    yield fetcher
    there.go.set()
    fetcher.close()


def look(fetcher: Fetcher, source: Source = PHOTOS, *, token: str = "", keep: bool = False) -> None:
    fetcher.look(source, token=token, keep=keep, mapped=None, kind=Kind.DEEPFAKE)


def looked(fetcher: Fetcher, qtbot: QtBot, *, token: str = "", keep: bool = False) -> None:
    with qtbot.waitSignal(fetcher.looked):
        look(fetcher, token=token, keep=keep)


# ---------------------------------------------------------------- looking


def test_a_look_is_asked_beside_the_main_thread(fetcher: Fetcher, there: FakeOutside, qtbot: QtBot) -> None:
    with qtbot.waitSignal(fetcher.looked) as told:
        fetcher.look(PHOTOS, token=SECRET, mapped=CAMPAIGN_PHOTOS, kind=Kind.PORTRAIT)
        assert fetcher.looking
    assert told.args == [PREVIEW]
    assert not fetcher.looking
    assert there.asked == [(PHOTOS, SECRET, CAMPAIGN_PHOTOS, Kind.PORTRAIT)]
    assert set(there.threads) == {"fetch-look"}


def test_a_failure_is_told_with_what_it_concerns(fetcher: Fetcher, there: FakeOutside, qtbot: QtBot) -> None:
    there.answers = [FetchFailed("There is no such table.", about=About.TABLE)]
    with qtbot.waitSignal(fetcher.look_failed) as told:
        look(fetcher, token=SECRET)
    assert told.args[0].about is About.TABLE
    assert not fetcher.looking
    assert not fetcher.knows(SERVER), "a token that was never taken is not remembered"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_nobody_waits_for_ever_after_a_mistake_of_the_program(
    fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.answers = [ZeroDivisionError()]
    with qtbot.waitSignal(fetcher.look_failed) as told:
        look(fetcher, token=SECRET)
    assert told.args[0].sentence == "An error in Curator ended the look."
    for thread in fetcher._threads:
        # Its error is expected of this test, and would be told of the next one.
        thread.join()


def test_only_the_newest_look_is_told(fetcher: Fetcher, there: FakeOutside, qtbot: QtBot) -> None:
    there.waits = True
    told: list[object] = []
    fetcher.looked.connect(told.append)
    fetcher.look_failed.connect(told.append)
    look(fetcher, ELSEWHERE, token="old")
    qtbot.waitUntil(lambda: len(there.stoppers) == 1)
    with qtbot.waitSignal(fetcher.looked):
        look(fetcher, token=SECRET)
        there.go.set()
    assert there.stoppers[0].stopped
    assert told == [PREVIEW]


def test_a_look_that_was_given_up_is_stopped_and_says_nothing(
    fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.waits = True
    told: list[object] = []
    fetcher.looked.connect(told.append)
    fetcher.look_failed.connect(told.append)
    look(fetcher, token=SECRET)
    qtbot.waitUntil(lambda: len(there.stoppers) == 1)
    fetcher.cancel_look()
    assert there.stoppers[0].stopped
    assert not fetcher.looking
    there.go.set()
    fetcher.close()
    qtbot.wait(0)
    assert told == []


# ---------------------------------------------------------------- tokens


def test_a_typed_token_goes_along_with_what_follows_until_the_dialog_is_left(
    fetcher: Fetcher, there: FakeOutside, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    looked(fetcher, qtbot, token=SECRET)
    looked(fetcher, qtbot)
    assert [token for _, token, _, _ in there.asked] == [SECRET, SECRET]
    assert fetcher.fetch(REQUEST)
    assert workspace.fetched == [(REQUEST, SECRET)]
    fetcher.leave()
    assert not fetcher.knows(SERVER)
    looked(fetcher, qtbot)
    assert there.asked[-1][1] == ""


def test_a_token_is_never_sent_to_another_server(
    fetcher: Fetcher, there: FakeOutside, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    there.kept = {SERVER: SECRET}
    looked(fetcher, qtbot)
    with qtbot.waitSignal(fetcher.looked):
        look(fetcher, ELSEWHERE)
    assert [(source.url, token) for source, token, _, _ in there.asked] == [
        (SERVER, SECRET),
        (ELSEWHERE.url, ""),
    ]
    assert not fetcher.knows(SERVER)
    fetcher.fetch(FetchRequest(ELSEWHERE, CAMPAIGN_PHOTOS))
    assert workspace.fetched[-1][1] == ""


def test_a_token_is_kept_once_the_server_took_it(fetcher: Fetcher, there: FakeOutside, qtbot: QtBot) -> None:
    there.answers = [FetchFailed("No.", about=About.TOKEN), PREVIEW]
    with qtbot.waitSignal(fetcher.look_failed):
        look(fetcher, token="mistyped", keep=True)
    assert there.kept == {}
    with qtbot.waitSignal(fetcher.token_told) as told:
        look(fetcher, token=SECRET, keep=True)
    assert told.args == [SERVER, Keeping(True)]
    assert there.kept == {SERVER: SECRET}
    looked(fetcher, qtbot, token="another")
    assert there.kept == {SERVER: SECRET}, "nobody asked for that one to be kept"


def test_what_was_looked_at_is_shown_even_if_the_token_cannot_be_kept(
    fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.kept = None
    with qtbot.waitSignals([fetcher.token_failed, fetcher.looked]):
        look(fetcher, token=SECRET, keep=True)


def test_the_keyring_is_asked_beside_the_main_thread(
    fetcher: Fetcher, there: FakeOutside, qtbot: QtBot
) -> None:
    there.kept = {SERVER: SECRET}
    for ask, keeping in (
        (fetcher.ask_token, Keeping(True)),
        (fetcher.forget_token, Keeping(False)),
        (fetcher.ask_token, Keeping(False)),
    ):
        with qtbot.waitSignal(fetcher.token_told) as told:
            ask(SERVER)
        assert told.args == [SERVER, keeping]
    assert there.kept == {}
    assert set(there.threads) == {"fetch-keyring"}


def test_a_computer_without_a_keyring_is_told(fetcher: Fetcher, there: FakeOutside, qtbot: QtBot) -> None:
    there.kept = None
    with qtbot.waitSignal(fetcher.token_told) as told:
        fetcher.ask_token(SERVER)
    assert told.args == [SERVER, Keeping(False, possible=False)]
    with qtbot.waitSignal(fetcher.token_failed) as failed:
        fetcher.forget_token(SERVER)
    assert failed.args[0].advice == "Type the token each time."


# ---------------------------------------------------------------- fetching


def test_a_fetch_that_stopped_is_told_with_what_the_server_said() -> None:
    failure = FetchFailed("The server does not answer.", advice="Fetch again later.")
    end = LoadEnd("submissions", Summary(loaded=12, failure=failure))
    assert load_sentence(end) == "The fetch stopped. The server does not answer. Fetch again later."


def test_what_was_fetched_is_remembered_without_token_and_mark(
    fetcher: Fetcher, workspace: FakeWorkspace, folder: Path, qtbot: QtBot
) -> None:
    assert fetcher.last is None
    looked(fetcher, qtbot, token=SECRET)
    with qtbot.waitSignal(fetcher.begun):
        assert fetcher.fetch(REQUEST)
    assert fetcher.last == FetchRequest(PHOTOS, CAMPAIGN_PHOTOS, Kind.PORTRAIT)
    assert fetcher.fetch(FetchRequest(ELSEWHERE, CAMPAIGN_CONTRIBUTIONS))
    assert fetcher.last == FetchRequest(ELSEWHERE, CAMPAIGN_CONTRIBUTIONS)
    for path in folder.rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes(), path


@pytest.mark.parametrize(
    "written",
    [
        "no JSON",
        "[]",
        "{}",
        json.dumps({"url": "", "base": "", "table": "", "mapped": {"shoe": "size"}, "kind": "deepfake"}),
        json.dumps({"url": "", "base": "", "table": "", "mapped": [], "kind": "deepfake"}),
        json.dumps({"url": "", "base": "", "table": "", "mapped": {}, "kind": "song"}),
    ],
)
def test_what_somebody_else_wrote_there_is_as_if_nobody_had(
    fetcher: Fetcher, catalogue: Catalogue, written: str
) -> None:
    with catalogue.writing():
        catalogue.keep_fact("last_fetch", written)
    assert fetcher.last is None


def test_a_refusal_is_told(fetcher: Fetcher, workspace: FakeWorkspace, qtbot: QtBot) -> None:
    workspace.refusal = CatalogueReadOnly("The catalogue cannot be written to.")
    begun: list[bool] = []
    fetcher.begun.connect(lambda: begun.append(True))
    with qtbot.waitSignal(fetcher.refused) as told:
        assert not fetcher.fetch(REQUEST)
    assert told.args == [workspace.refusal]
    assert not begun


def test_nothing_is_told_or_asked_after_the_end(fetcher: Fetcher, there: FakeOutside, qtbot: QtBot) -> None:
    there.waits = True
    told: list[object] = []
    fetcher.looked.connect(told.append)
    fetcher.look_failed.connect(told.append)
    fetcher.token_told.connect(lambda *words: told.append(words))
    look(fetcher, token=SECRET)
    qtbot.waitUntil(lambda: len(there.stoppers) == 1)
    with qtbot.waitSignal(fetcher.closed):
        fetcher.close()
    assert there.stoppers[0].stopped
    there.go.set()
    look(fetcher, token=SECRET)
    fetcher.ask_token(SERVER)
    qtbot.wait(0)
    assert told == []
    assert len(there.asked) == 1


def test_remembered_mappings_name_fields_and_not_their_words(fetcher: Fetcher, catalogue: Catalogue) -> None:
    assert fetcher.fetch(REQUEST)
    assert set(json.loads(catalogue.fact("last_fetch"))["mapped"]) == {
        Field.IMAGE.value,
        Field.NOTE.value,
        Field.IS_FAKE.value,
        Field.CLAIM.value,
    }
