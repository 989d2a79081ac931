"""``curator fetch``: what it prints, where the token comes from, and how the window's engine fetches."""

import io
import subprocess
import sys
import threading
from pathlib import Path
from time import monotonic
from typing import cast

import pytest
from fake_fetcher import ENDLESS
from fake_nocodb import TOKEN, FakeNocoDB, Reply, serving

from curator import cli
from curator.cli import fetching
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.engine.intake.nocodb import client
from curator.engine.intake.nocodb.request import CAMPAIGN_PHOTOS, FetchRequest, Source
from curator.engine.loads import LoadEnd
from curator.engine.workers.jobs import Workers
from curator.engine.workspace import Workspace


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Tokens of this test alone: the machine's keyring is nobody's business here."""
    kept: dict[str, str] = {}
    monkeypatch.setattr(fetching.tokens, "kept_token", kept.get)
    monkeypatch.setattr(fetching.tokens, "keep_token", kept.__setitem__)
    monkeypatch.delenv("CURATOR_CATALOGUE", raising=False)
    return kept


def run(server: FakeNocoDB, folder: Path, *words: str, table: str = "photos") -> int:
    return cli.main(
        ["--catalogue", str(folder), "fetch", server.url, "--base", "BASE", "--table", table, *words]
    )


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The token comes from standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{TOKEN}\n"))


@pytest.mark.usefixtures("typed")
def test_a_fetch_makes_the_catalogue_and_says_what_came(
    server: FakeNocoDB, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.photo("a.jpg")
    server.photo("letter.pdf", content=b"%PDF-")
    server.photo()
    assert run(server, folder, "--token-stdin", "--mark", "analyzed") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Loaded 1 new picture; already there: 0, refused: 2.",
        '  "photos, row 3": No picture is attached to this row.',
        '  "letter.pdf" of photos, row 2 is a PDF document, not a picture.'
        " Ask the sender for the picture itself.",
        "Analyse them with “curator analyse”.",
    ]
    assert [row["analyzed"] for row in server.rows["photos"]] == [True, 0, 0]
    with Catalogue.read(folder) as catalogue:
        assert catalogue.submissions.counts().pending == 1
        assert catalogue.journals.unfinished_loads() == ()


@pytest.mark.usefixtures("typed")
def test_a_dry_run_shows_the_first_rows_and_fetches_nothing(
    server: FakeNocoDB, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.photo("a\x1b[31m.jpg", subject=[{"Id": 1, "full Name": "Ilka Brandwyn"}], Description="found")
    words = ("--token-stdin", "--dry-run", "--column", "note=Description", "--kind", "portrait")
    assert run(server, folder, *words) == 0
    printed = capsys.readouterr().out
    assert "answers by version 1 of its interface, 1 row. Nothing was fetched." in printed
    assert "  Pictures: image\n" in printed
    assert "  Can be marked: analyzed\n" in printed
    assert "  1: a[31m.jpg; deepfake; shows Ilka Brandwyn; found\n" in printed
    assert server.downloads == []
    assert not folder.exists()


@pytest.mark.usefixtures("typed")
def test_no_column_of_texts_is_marked(
    server: FakeNocoDB, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.photo("a.jpg", Description="what the public wrote")
    assert run(server, folder, "--token-stdin", "--mark", "Description") == 1
    assert "The column “Description” is read, so nothing is written to it." in capsys.readouterr().err
    assert server.rows["photos"][0]["Description"] == "what the public wrote"


@pytest.mark.usefixtures("typed")
def test_after_nothing_new_nothing_is_to_be_analysed(
    server: FakeNocoDB, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.photo("a.jpg")
    assert run(server, folder, "--token-stdin") == 0
    capsys.readouterr()
    sys.stdin = io.StringIO(TOKEN)
    assert run(server, folder, "--token-stdin") == 0
    assert capsys.readouterr().out == "Loaded 0 new pictures; already there: 1, refused: 0.\n"


@pytest.mark.usefixtures("typed")
def test_what_the_look_and_the_fetch_find_is_told_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(version="v2") as server:
        server.photo("a.jpg", subject=1)
        server.special["/api/v2/tables/md_photos/links/"] = lambda asked: Reply(404)
        assert run(server, folder, "--token-stdin") == 0
    assert capsys.readouterr().out.count("Whom photos, row 1 shows could not be read.") == 1


@pytest.mark.usefixtures("typed")
def test_columns_can_be_named(server: FakeNocoDB, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server.photo("a.jpg", Description="Ilka Brandwyn")
    assert run(server, folder, "--token-stdin", "--column", "claim=Description") == 0
    with Catalogue.read(folder) as catalogue:
        (only,) = catalogue.submissions.ids()
        assert catalogue.submissions.get(only).claim.full_name == "Ilka Brandwyn"
    sys.stdin = io.StringIO(TOKEN)
    assert run(server, folder, "--token-stdin", "--column", "claim=nothing") == 1
    assert "no column “nothing”" in capsys.readouterr().err
    assert run(server, folder, "--column", "colour=blue") == 2
    assert "is not FIELD=TITLE" in capsys.readouterr().err


def test_the_token_comes_from_the_keyring_or_is_asked_for_and_kept_on_request(
    server: FakeNocoDB,
    folder: Path,
    _no_keyring: dict[str, str],  # noqa: PT019
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server.photo("a.jpg")
    assert run(server, folder) == 1
    assert "--token-stdin" in capsys.readouterr().err

    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return TOKEN

    monkeypatch.setattr(fetching.getpass, "getpass", ask)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert run(server, folder) == 0
    assert _no_keyring == {}
    assert run(server, folder, "--keep-token") == 0
    assert _no_keyring == {server.url: TOKEN}
    assert asked == [f"Token for {server.url}: "] * 2
    assert run(server, folder) == 0
    assert len(asked) == 2
    printed = capsys.readouterr()
    assert TOKEN not in printed.out + printed.err


def test_a_refused_token_is_a_sentence(
    server: FakeNocoDB, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("wrong-token\n"))
    assert run(server, folder, "--token-stdin", "--debug") == 1
    printed = capsys.readouterr()
    assert "does not accept the token" in printed.err
    assert "wrong-token" not in printed.err + printed.out
    assert not folder.exists()


class NoWorkers:
    """Nothing is analysed here."""

    limit = 1

    def close(self) -> None:
        pass


def test_a_workspace_fetches_like_any_other_load(server: FakeNocoDB, catalogue: Catalogue) -> None:
    for number in range(5):
        server.photo(f"{number}.jpg")
    ready = threading.Event()
    workspace = Workspace(catalogue, workers=cast("Workers", NoWorkers()), on_ready=ready.set)
    workspace.analysis.pause()
    request = FetchRequest(Source(server.url, "BASE", "photos"), CAMPAIGN_PHOTOS)
    with pytest.raises(CuratorError, match="no token"):
        workspace.loads.fetch(request, "")
    workspace.loads.fetch(request, TOKEN)
    ended: list[LoadEnd] = []
    until = monotonic() + 60
    while not ended:
        assert ready.wait(until - monotonic())
        ready.clear()
        ended += workspace.tick().ended
    assert (ended[0].what, ended[0].summary.loaded, workspace.loads.progress) == ("submissions", 5, None)
    # Nothing is kept to go on with: the network is only used when a person asks for it.
    assert workspace.loads.go_on() == 0


def test_closing_a_workspace_stops_its_fetches(
    server: FakeNocoDB, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "Pace", lambda: ENDLESS)
    others = set(threading.enumerate())
    arrived = threading.Event()

    def silent(_asked: object) -> None:
        arrived.set()
        server.let_go.wait()

    server.special["/api/"] = silent  # type: ignore[assignment]
    workspace = Workspace(catalogue, workers=cast("Workers", NoWorkers()))
    workspace.loads.fetch(FetchRequest(Source(server.url, "BASE", "photos"), CAMPAIGN_PHOTOS), TOKEN)
    assert arrived.wait(60)
    (receiving,) = (one for one in set(threading.enumerate()) - others if one.name == "receiving")
    workspace.close()
    receiving.join(60)
    assert not receiving.is_alive()


def test_nobody_who_does_not_fetch_loads_what_it_takes() -> None:
    program = (
        "import sys, curator.engine.workspace, curator.cli.arguments;"
        "print(sorted({'urllib3', 'truststore', 'keyring'} & set(sys.modules)))"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
