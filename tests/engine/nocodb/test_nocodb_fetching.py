"""Fetching submissions from a table: what is filed, told, resumed and refused."""

import itertools
import json
import logging
import os
import shutil
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fake_fetcher import ENDLESS, Fetcher
from fake_nocodb import PHOTO_COLUMNS, TOKEN, Asked, FakeNocoDB, Reply, jpeg, said, serving
from filing import THRESHOLDS

from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions, hand_work
from curator.engine.errors import CatalogueFull
from curator.engine.intake.nocodb import tables
from curator.engine.intake.nocodb.cells import MOST_IN_A_CELL
from curator.engine.intake.nocodb.client import AT_ONCE, Pace
from curator.engine.intake.nocodb.failures import About, BadStatus, FetchFailed, Unanswered
from curator.engine.intake.nocodb.request import CAMPAIGN_CONTRIBUTIONS, CAMPAIGN_PHOTOS, Field, Mapped
from curator.engine.media import MediaStore
from curator.engine.privacy import looking
from curator.engine.privacy.erasing import erase, finish
from curator.engine.receiving import Summary
from curator.engine.records import Claim, Kind, Reason, Verdict

VERSIONS = ("v1", "v2", "v3")


def told(summary: Summary) -> str:
    """All sentences of a summary."""
    failure = () if summary.failure is None else (str(summary.failure),)
    return "\n".join((*(one.sentence for one in summary.refused), *summary.warnings, *failure))


# ---------------------------------------------------------------- what is filed


@pytest.mark.parametrize("version", VERSIONS)
def test_rows_become_submissions_in_their_order(version: str, fetcher: Any) -> None:
    with serving(version=version) as server:
        for number in range(30):
            server.photo(f"{number:02}.jpg", Description=f"found on page {number}", isfake=number % 2)
        summary = fetcher.fetch(server)
    assert (summary.loaded, summary.already, summary.refused, summary.failure) == (30, 0, (), None)
    assert fetcher.files == [f"{number:02}.jpg" for number in range(30)]
    first, second, *_ = fetcher.rows
    assert (first.source, first.kind, first.note) == ("photos, row 1", Kind.PORTRAIT, "found on page 0")
    assert second.kind is Kind.DEEPFAKE
    media = MediaStore(fetcher.catalogue.media_folder)
    assert media.original(first.digest).read_bytes() == jpeg("1-00.jpg")


@pytest.mark.parametrize("version", VERSIONS)
def test_all_pages_are_read_however_short_the_server_makes_them(version: str, fetcher: Any) -> None:
    with serving(version=version, page=7) as server:
        for number in range(30):
            server.photo(f"{number}.jpg")
        assert fetcher.fetch(server).loaded == 30


@pytest.mark.parametrize("version", VERSIONS)
def test_a_server_that_fails_over_long_pages_is_asked_for_short_ones(version: str, fetcher: Any) -> None:
    with serving(version=version) as server:
        for _ in range(60):
            server.photo("a.jpg", content=jpeg("all the same"))
        server.longest = 30
        summary = fetcher.fetch(server)
        assert (summary.loaded, summary.already, summary.failure) == (1, 59, None)
        server.longest = 10
        failure = fetcher.fetch(server).failure
    assert isinstance(failure, FetchFailed)
    assert "reports an error of its own (500)" in failure.sentence


@pytest.mark.parametrize("version", VERSIONS)
def test_more_than_a_page_is_fetched(version: str, fetcher: Any) -> None:
    with serving(version=version) as server:
        for _ in range(1234):
            server.photo("a.jpg", content=jpeg("all the same"))
        summary = fetcher.fetch(server)
    assert (summary.loaded, summary.already, summary.failure) == (1, 1233, None)


def test_a_server_that_gives_the_same_page_for_ever_comes_to_an_end(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("a.jpg")
    page = {"list": server.rows["photos"], "pageInfo": {"totalRows": 9000, "isLastPage": False}}
    server.special["/api/v1/db/data/noco/p_base/md_photos"] = lambda asked: said(page)
    assert fetcher.fetch(server).loaded == 1


def test_claims_of_contributions_are_completed_from_the_index(
    server: FakeNocoDB, fetcher: Any, catalogue: Catalogue
) -> None:
    with catalogue.writing():
        ilka = catalogue.politicians.add(
            given_name="Ilka", surname="Brandwyn", country="Austria", role="Prime Minister"
        )
    server.contribution("a.jpg", Name="ILKA", Surname="brandwyn", **{"Your Name": "Zoë\u202e"})
    summary = fetcher.fetch(server, table="contributions", mapped=CAMPAIGN_CONTRIBUTIONS)
    (only,) = fetcher.rows
    assert summary.loaded == 1
    assert only.claim == Claim("Ilka", "Brandwyn", "Austria", "Prime Minister")
    assert (only.claimed_id, only.sender, only.kind) == (ilka, "Zoë", Kind.DEEPFAKE)


def test_linked_rows_name_whom_it_shows(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("one.jpg", subject=[{"Id": 1, "full Name": "Ilka Brandwyn"}])
    server.photo("two.jpg", subject=[{"Id": 1, "full Name": "Ilka Brandwyn"}, {"full Name": "Some Body"}])
    server.photo("none.jpg")
    summary = fetcher.fetch(server)
    assert [row.claim.full_name for row in fetcher.rows] == ["Ilka Brandwyn", "", ""]
    assert summary.warnings == (
        "photos, row 2 names several people (Ilka Brandwyn, Some Body), so its pictures claim nobody.",
    )


@pytest.mark.parametrize("version", ["v2", "v3"])
def test_links_that_are_only_counted_are_asked_for(version: str, fetcher: Any) -> None:
    with serving(version=version) as server:
        row = server.photo("one.jpg", subject=1)
        server.names[row] = ["Ilka Brandwyn"]
        server.photo("none.jpg", subject=0)
        fetcher.fetch(server)
        assert [one.claim.full_name for one in fetcher.rows] == ["Ilka Brandwyn", ""]
        asked = [one for one in server.asked if "/links/" in one.path]
        assert len(asked) == 1
        # A row that is there already is not worth the question, and keeps its claim.
        fetcher.fetch(server)
        assert len([one for one in server.asked if "/links/" in one.path]) == 1
    assert fetcher.rows[0].claim.full_name == "Ilka Brandwyn"
    assert len(fetcher.catalogue.submissions.arrivals(fetcher.rows[0].id)) == 1


def test_rows_that_version_2_lists_beside_a_count_need_no_question(fetcher: Any) -> None:
    with serving(version="v2") as server:
        nested = [{"photos_id": 1, "subjects": {"Id": 7, "CreatedAt": "2026-01-01 00:00:00+00:00",
                                                "full Name": "Ilka Brandwyn"}}]  # fmt: skip
        server.photo("one.jpg", subject=1, nc_ab12___nc_m2m_photos_subjects=nested)
        fetcher.fetch(server)
        assert not [one for one in server.asked if "/links/" in one.path]
    assert fetcher.rows[0].claim.full_name == "Ilka Brandwyn"


def test_several_attachments_of_a_row_are_several_submissions(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("a.jpg", "b.jpg", "c.jpg", Description="three at once")
    assert fetcher.fetch(server).loaded == 3
    assert fetcher.files == ["a.jpg", "b.jpg", "c.jpg"]
    assert {row.source for row in fetcher.rows} == {"photos, row 1"}
    assert {row.note for row in fetcher.rows} == {"three at once"}


def test_the_same_bytes_are_one_submission(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("a.jpg", "b.jpg", content=jpeg("same"))
    summary = fetcher.fetch(server)
    assert (summary.loaded, summary.already) == (1, 1)


def test_names_of_files_are_mended_and_cleaned(server: FakeNocoDB, fetcher: Any) -> None:
    mangled = "Capture d’écran.jpg".encode().decode("latin-1")
    for number, title in enumerate((mangled, "../../etc/x.jpg", "<img src=x>.jpg", "naïve.jpg")):
        row = server.photo("x.jpg", content=jpeg(str(number)))
        server.rows["photos"][row - 1]["image"][0]["title"] = title
    fetcher.fetch(server)
    assert fetcher.files == ["Capture d’écran.jpg", "x.jpg", "<img src=x>.jpg", "naïve.jpg"]


def test_paths_with_blanks_and_letters_of_all_kinds_are_asked_for_as_they_are(
    server: FakeNocoDB, fetcher: Any
) -> None:
    server.photo("100% é, (1) #x?.jpg")
    assert fetcher.fetch(server).loaded == 1
    assert server.downloads == ["/download/noco/BASE/photos/image/1-100% é, (1) #x?.jpg"]


# ---------------------------------------------------------------- what is refused


def test_what_is_no_picture_becomes_a_sentence_and_the_rest_goes_on(server: FakeNocoDB, fetcher: Any) -> None:
    contents = {
        "portrait.pdf": b"%PDF-1.4\n",
        "named.jpg": b"%PDF-1.4\n",
        "empty.jpg": b"",
        "drawing.svg": b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>",
        "page.jpg": b"  <!DOCTYPE html><title>Sign in</title>",
        "letter.docx": b"PK\x03\x04",
    }
    for name, content in contents.items():
        server.photo(name, content=content)
    server.photo()
    server.photo("good.jpg")
    server.photo("truncated.jpg", content=b"\xff\xd8\xff\xe0 and no more")
    summary = fetcher.fetch(server)
    assert fetcher.files == ["good.jpg", "truncated.jpg"]
    assert [one.sentence for one in summary.refused if one.path.name == "photos, row 7"] == [
        "No picture is attached to this row."
    ]
    sentences = told(summary)
    for words in (
        '"portrait.pdf" of photos, row 1 is a PDF document, not a picture.',
        '"named.jpg" of photos, row 2 is a PDF document',
        '"empty.jpg" of photos, row 3 is empty.',
        '"drawing.svg" of photos, row 4 is an SVG drawing',
        '"page.jpg" of photos, row 5 is a web page',
        '"letter.docx" of photos, row 6 is not a picture that Curator can open.',
    ):
        assert words in sentences
    assert len(summary.refused) == 7


def test_a_file_that_is_missing_on_the_server_is_told(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("gone.jpg")
    server.photo("there.jpg")
    server.files.pop("/download/noco/BASE/photos/image/1-gone.jpg")
    summary = fetcher.fetch(server)
    assert summary.loaded == 1
    assert [one.sentence for one in summary.refused] == [
        '"gone.jpg" of photos, row 1 is missing on the server (404).'
        " Ask the sender for it, or look for it in NocoDB."
    ]
    assert summary.refused[0].path == Path("photos, row 1/gone.jpg")


@pytest.mark.parametrize("announced", [True, False])
def test_more_bytes_than_are_taken_are_never_kept(announced: bool, server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("huge.jpg", content=jpeg("huge", size=300_000))
    server.photo("small.jpg")
    if not announced:
        huge = server.files["/download/noco/BASE/photos/image/1-huge.jpg"]
        chunked = f"{len(huge):x}\r\n".encode() + huge + b"\r\n0\r\n\r\n"
        server.special["/download/noco/BASE/photos/image/1-huge.jpg"] = lambda asked: Reply(
            200, chunked, {"Transfer-Encoding": "chunked"}
        )
    summary = fetcher.fetch(server, limit=200_000)
    assert fetcher.files == ["small.jpg"]
    assert '"huge.jpg" of photos, row 1 has more than 0 MB, so it was not taken.' in told(summary)
    assert list((fetcher.catalogue.media_folder / "temporary").iterdir()) == []


def test_a_transfer_that_breaks_off_is_tried_again_and_then_told(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("cut.jpg")
    server.photo("shaky.jpg")
    server.special["/download/noco/BASE/photos/image/1-cut.jpg"] = lambda asked: Reply(
        200, jpeg("cut"), length=5000
    )
    shaky = iter((Reply(200, jpeg("shaky"), length=5000), Reply(200, jpeg("shaky"))))
    server.special["/download/noco/BASE/photos/image/2-shaky.jpg"] = lambda asked: next(shaky)
    summary = fetcher.fetch(server)
    assert fetcher.files == ["shaky.jpg"]
    assert '"cut.jpg" of photos, row 1 did not arrive. The connection to 127.0.0.1' in told(summary)
    assert server.downloads.count("/download/noco/BASE/photos/image/1-cut.jpg") == 3


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again_after_a_while(status: int, server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("a.jpg")
    path = "/download/noco/BASE/photos/image/1-a.jpg"
    replies = iter((Reply(status, headers={"Retry-After": "0"}), Reply(200, jpeg("a"))))
    server.special[path] = lambda asked: next(replies)
    assert fetcher.fetch(server).loaded == 1


def test_a_server_that_wants_a_long_pause_gets_it(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("a.jpg")
    server.special["/download/"] = lambda asked: Reply(429, headers={"Retry-After": "3600"})
    summary = fetcher.fetch(server)
    assert "was asked too often and wants a pause." in told(summary)
    assert len(server.downloads) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_stays_busy_ends_the_fetch(status: int, server: FakeNocoDB, fetcher: Any) -> None:
    for number in range(60):
        server.photo(f"{number}.jpg")
    server.special["/download/"] = lambda asked: Reply(status)
    summary = fetcher.fetch(server, pace=Pace(attempts=1, read=60))
    assert isinstance(summary.failure, BadStatus)
    assert summary.failure.status == status
    assert len(server.downloads) < 20


DRIPS = {
    "a head": (b"HTTP/1.1 200 OK\r\nX: ", b"a"),
    "heads": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "a body": (b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n\xff\xd8\xff\xe0", b"x"),
    "the length of a piece": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
    "what follows the last piece": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n\xff\xd8\xff\xe0\r\n0\r\n",
        b"X: a\r\n",
    ),
}


@pytest.mark.parametrize("what", DRIPS)
def test_a_file_that_drips_has_its_time_and_no_other_attempt(
    what: str, server: FakeNocoDB, fetcher: Any
) -> None:
    server.photo("a.jpg")
    server.special["/download/"] = lambda asked: server.dripping(*DRIPS[what])
    summary = fetcher.fetch(server, pace=Pace(first_wait=600, read=600, answer=600, file=0.2))
    assert '"a.jpg" of photos, row 1 did not arrive. 127.0.0.1' in told(summary)
    assert "took too long." in told(summary)
    assert len(server.downloads) <= 1


def test_an_answer_that_only_ever_begins_is_not_heard_out(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("a.jpg")
    heads = itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)
    server.special["/download/"] = lambda asked: Reply(pieces=heads)
    assert "answers in a way that Curator does not understand." in told(fetcher.fetch(server, pace=ENDLESS))


def test_a_server_that_goes_away_ends_the_fetch(server: FakeNocoDB, fetcher: Any) -> None:
    for number in range(40):
        server.photo(f"{number}.jpg")
    server.special["/download/"] = lambda asked: Reply(200, b"", length=10)
    summary = fetcher.fetch(server, pace=Pace(attempts=1, read=5))
    assert isinstance(summary.failure, Unanswered)
    assert len(server.downloads) < 20


def test_files_that_lie_elsewhere_are_named_and_not_fetched(server: FakeNocoDB, fetcher: Any) -> None:
    with serving() as other:
        other.files["/pics/x.jpg"] = jpeg("elsewhere")
        for url in (f"{other.url}/pics/x.jpg", "https://user@example.org/x.jpg", "//example.org/x.jpg"):
            server.photo(image=[{"url": url, "title": "x.jpg"}])
        server.files["/pics/here.jpg"] = jpeg("here")
        server.photo(image=[{"url": f"{server.url}/pics/here.jpg", "title": "here.jpg"}])
        summary = fetcher.fetch(server)
        assert other.asked == []
    assert fetcher.files == ["here.jpg"]
    assert f"lies on {other.url[7:]}, not on {server.url[7:]}, so it was not fetched." in told(summary)
    assert told(summary).count("lies on example.org, not on") == 2


def test_a_path_that_leads_out_of_the_server_s_folder_is_refused(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo(image=[{"path": "download/../api/v1/secret", "title": "x.jpg"}])
    assert "leads elsewhere" in told(fetcher.fetch(server))
    assert server.downloads == []


def test_redirects_to_another_host_are_refused_and_named(server: FakeNocoDB, fetcher: Any) -> None:
    with serving() as other:
        server.photo("a.jpg")
        server.photo("b.jpg")
        server.special["/download/noco/BASE/photos/image/1-a.jpg"] = lambda asked: Reply(
            302, headers={"Location": f"{other.url}/stolen.jpg"}
        )
        server.special["/download/noco/BASE/photos/image/2-b.jpg"] = lambda asked: Reply(
            301, headers={"Location": "/moved/b.jpg"}
        )
        server.files["/moved/b.jpg"] = jpeg("b")
        summary = fetcher.fetch(server)
        assert other.asked == []
    assert fetcher.files == ["b.jpg"]
    assert f"sends Curator on to {other.url}, which nobody named" in told(summary)


def test_no_question_follows_a_redirect_to_another_host(server: FakeNocoDB, fetcher: Any) -> None:
    with serving() as other:
        server.special["/api/"] = lambda asked: Reply(307, headers={"Location": f"{other.url}{asked.path}"})
        summary = fetcher.fetch(server)
        assert other.asked == []
    assert isinstance(summary.failure, FetchFailed)
    assert other.url in str(summary.failure)


def test_proxies_of_the_environment_are_not_used(
    server: FakeNocoDB, fetcher: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as other:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, other.url)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        server.photo("a.jpg")
        assert fetcher.fetch(server).loaded == 1
        assert other.asked == []


@pytest.mark.parametrize("version", VERSIONS)
def test_only_links_are_asked_for_names(version: str, fetcher: Any) -> None:
    with serving(version=version) as server:
        server.columns["photos"] = tuple(
            (title, "SingleLineText" if title == "subject" else sort) for title, sort in PHOTO_COLUMNS
        )
        server.names[server.photo("a.jpg", subject="42")] = ["Ilka Brandwyn"]
        assert fetcher.fetch(server).loaded == 1
        assert not [one for one in server.asked if "/links/" in one.path or "/mm/" in one.path]
        assert not fetcher.rows[0].claim
        # Nothing is left to ask, so what is written there later arrives.
        server.row("photos", 1)["Description"] = "written later"
        fetcher.fetch(server)
    assert [one.note for one in fetcher.catalogue.submissions.arrivals(fetcher.rows[0].id)] == [
        "",
        "written later",
    ]


def test_more_files_than_are_taken_of_a_row_are_told_and_the_row_is_not_marked(
    server: FakeNocoDB, fetcher: Any
) -> None:
    server.photo(*(f"{number}.jpg" for number in range(MOST_IN_A_CELL + 1)))
    server.photo(*(f"{number}.jpg" for number in range(MOST_IN_A_CELL)))
    summary = fetcher.fetch(server, mark_column="analyzed")
    assert summary.loaded == 2 * MOST_IN_A_CELL
    assert [(str(one.path), one.sentence) for one in summary.refused] == [
        ("photos, row 1", "More than 100 files are attached to this row; only the first 100 are taken.")
    ]
    assert [row["analyzed"] for row in server.rows["photos"]] == [0, True]


def test_files_that_only_a_query_tells_apart_are_all_taken(server: FakeNocoDB, fetcher: Any) -> None:
    server.special["/get"] = lambda asked: Reply(200, jpeg(asked.query["id"]))
    urls = [f"{server.url}/get?id={number}" for number in range(3)]
    server.photo(image=[{"url": url, "title": "x.jpg"} for url in urls])
    assert fetcher.fetch(server, mark_column="analyzed").loaded == 3
    assert server.rows["photos"][0]["analyzed"] is True
    server.asked.clear()
    summary = fetcher.fetch(server)
    assert (summary.loaded, summary.already) == (0, 3)
    assert not [one for one in server.asked if one.path == "/get"]


def test_files_that_only_a_signature_tells_apart_are_all_taken(server: FakeNocoDB, fetcher: Any) -> None:
    server.special["/dltemp"] = lambda asked: Reply(200, jpeg(asked.query["of"]))
    server.photo(image=[{"signedPath": f"dltemp/x.jpg?signed=1&of={one}", "title": "x"} for one in "ab"])
    assert fetcher.fetch(server).loaded == 2
    for one in server.rows["photos"][0]["image"]:
        one["signedPath"] = one["signedPath"].replace("signed=1", "signed=2")
    summary = fetcher.fetch(server)
    assert (summary.loaded, summary.already) == (0, 2)


def test_questions_about_names_come_to_an_end(fetcher: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.engine.intake.nocodb.fetching.MOST_LOOKUPS", 3)
    with serving(version="v3") as server:
        for number in range(6):
            row = server.photo(f"{number}.jpg", subject=1)
            server.names[row] = ["Ilka Brandwyn"]
        summary = fetcher.fetch(server)
        assert len([one for one in server.asked if "/links/" in one.path]) == 3
    assert [bool(row.claim) for row in fetcher.rows] == [True] * 3 + [False] * 3
    assert summary.warnings == ("The server tells too few names at once, so the rest claims nobody.",)


def test_answers_that_are_packed_are_not_unpacked(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("bomb.jpg")
    server.special["/download/"] = lambda asked: Reply(200, jpeg("x"), {"Content-Encoding": "gzip"})
    assert "does not understand" in told(fetcher.fetch(server))


@pytest.mark.parametrize("body", [b"<html>dashboard</html>", b"[" * 200_000, b'{"list": 7}', b"\xff\xfe"])
def test_what_is_no_nocodb_is_told(body: bytes, server: FakeNocoDB, fetcher: Any) -> None:
    server.special["/api/"] = lambda asked: Reply(200, body)
    summary = fetcher.fetch(server)
    assert isinstance(summary.failure, FetchFailed)
    assert "NocoDB" in str(summary.failure)


def test_a_page_that_is_too_large_is_not_read(
    server: FakeNocoDB, fetcher: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.engine.intake.nocodb.client.LARGEST_ANSWER", 10_000)
    server.special["/api/"] = lambda asked: Reply(200, b" " * 20_000 + b"{}")
    assert "more than Curator reads" in str(fetcher.fetch(server).failure)


def test_a_column_that_is_not_there_is_told_before_anything_is_fetched(
    server: FakeNocoDB, fetcher: Any
) -> None:
    server.photo("a.jpg")
    for asked in ({"mapped": {Field.IMAGE: "pictures"}}, {"mark_column": "done"}):
        failure = fetcher.fetch(server, **asked).failure
        assert isinstance(failure, FetchFailed)
        assert failure.about is About.COLUMNS
    assert server.downloads == []


# ---------------------------------------------------------------- again, and in the middle


def test_fetching_again_downloads_nothing_that_is_there(server: FakeNocoDB, fetcher: Any) -> None:
    for number in range(5):
        server.photo(f"{number}.jpg")
    fetcher.fetch(server)
    server.asked.clear()
    server.photo("new.jpg")
    summary = fetcher.fetch(server)
    assert (summary.loaded, summary.already) == (1, 5)
    assert server.downloads == ["/download/noco/BASE/photos/image/6-new.jpg"]


def test_a_claim_that_was_completed_meanwhile_arrives(server: FakeNocoDB, fetcher: Any) -> None:
    row = server.photo("a.jpg")
    fetcher.fetch(server)
    server.row("photos", row)["subject"] = [{"Id": 1, "full Name": "Ilka Brandwyn"}]
    summary = fetcher.fetch(server)
    assert (summary.loaded, summary.already, len(server.downloads)) == (0, 1, 1)
    assert fetcher.rows[0].claim.full_name == "Ilka Brandwyn"


def test_an_original_that_was_lost_is_fetched_again(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("a.jpg")
    fetcher.fetch(server)
    original = fetcher.media.original(fetcher.rows[0].digest)
    original.unlink()
    fetcher.fetch(server)
    assert original.read_bytes() == jpeg("1-a.jpg")


def test_what_was_removed_from_the_catalogue_does_not_come_back(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("a.jpg")
    fetcher.fetch(server)
    with fetcher.catalogue.writing():
        fetcher.catalogue._connection.write("DELETE FROM submissions")
    summary = fetcher.fetch(server)
    assert (summary.loaded, summary.already, fetcher.rows) == (0, 1, [])


MARKER = "Brandwynmarker"


def sent_by_one_and_another(server: FakeNocoDB, who: str) -> None:
    """A row of somebody, with the same picture as all the others."""
    row = server.contribution(f"{who}.jpg", **{"Your Name": who})
    server.files[f"/download/noco/BASE/photos/image/c{row}-{who}.jpg"] = jpeg("one picture")


def fetch_contributions(fetcher: Any, server: FakeNocoDB) -> Summary:
    summary: Summary = fetcher.fetch(server, table="contributions", mapped=CAMPAIGN_CONTRIBUTIONS)
    assert summary.failure is None
    return summary


def erase_sender(folder: Path, who: str) -> None:
    erase(folder, looking.sender(folder, who))
    assert finish(folder).not_yet == ()


def assert_nothing_is_left(folder: Path) -> None:
    for path in folder.rglob("*"):
        assert not path.is_file() or MARKER.encode() not in path.read_bytes(), path


def test_an_erased_sender_of_a_picture_that_others_sent_too_does_not_come_back(
    server: FakeNocoDB, fetcher: Any, folder: Path
) -> None:
    for who in (MARKER, "Another"):
        sent_by_one_and_another(server, who)
    fetch_contributions(fetcher, server)
    erase_sender(folder, MARKER)
    summary = fetch_contributions(fetcher, server)
    assert (summary.loaded, summary.already) == (0, 2)
    (only,) = fetcher.rows
    assert [one.sender for one in fetcher.catalogue.submissions.arrivals(only.id)] == ["Another"]
    assert_nothing_is_left(folder)


def test_an_erased_sender_does_not_come_back_when_somebody_else_sends_the_picture(
    server: FakeNocoDB, fetcher: Any, folder: Path
) -> None:
    sent_by_one_and_another(server, MARKER)
    fetch_contributions(fetcher, server)
    erase_sender(folder, MARKER)
    assert fetch_contributions(fetcher, server).already == 1
    sent_by_one_and_another(server, "Another")
    assert fetch_contributions(fetcher, server).loaded == 1
    server.asked.clear()
    assert fetch_contributions(fetcher, server).already == 2
    assert server.downloads == []
    (only,) = fetcher.rows
    assert [one.sender for one in fetcher.catalogue.submissions.arrivals(only.id)] == ["Another"]
    assert_nothing_is_left(folder)


def test_a_purged_picture_does_not_come_back_either(server: FakeNocoDB, fetcher: Any, folder: Path) -> None:
    sent_by_one_and_another(server, MARKER)
    fetch_contributions(fetcher, server)
    decisions.decide(
        fetcher.catalogue,
        [fetcher.rows[0].id],
        verdict=Verdict.REJECTED,
        reason=Reason.OTHER,
        curator="Ann",
        thresholds=THRESHOLDS,
    )
    erase(folder, looking.rejected(folder, days=0, now=lambda: datetime(2027, 1, 1, tzinfo=UTC)))
    assert finish(folder).not_yet == ()
    sent_by_one_and_another(server, "Another")
    for _ in range(2):
        fetch_contributions(fetcher, server)
    assert [row.sender for row in fetcher.rows] == ["Another"]
    assert_nothing_is_left(folder)


def test_what_a_curator_corrected_is_not_overwritten(
    server: FakeNocoDB, fetcher: Any, catalogue: Catalogue
) -> None:
    with catalogue.writing():
        catalogue.politicians.add(given_name="Ilka", surname="Brandwyn", country="Austria", role="")
    server.photo("a.jpg", subject=[{"Id": 1, "full Name": "Ilka Brandwyn"}], Description="as it was sent")
    fetcher.fetch(server)
    (only,) = fetcher.rows
    by_hand: dict[str, Any] = {"curator": "Ann", "thresholds": THRESHOLDS}
    hand_work.correct_claim(catalogue, only.id, claimed_id=None, **by_hand)
    hand_work.correct_kind(catalogue, only.id, kind=Kind.PORTRAIT, **by_hand)
    hand_work.edit_note(catalogue, only.id, note="as it is", **by_hand)
    server.photo("b.jpg", content=jpeg("1-a.jpg"), subject=[{"Id": 1, "full Name": "Ilka Brandwyn"}])
    for _ in range(2):
        assert fetcher.fetch(server).already == 2
    (only,) = fetcher.rows
    assert (only.claim, only.claimed_id) == (Claim(), None)
    assert (only.kind, only.note) == (Kind.PORTRAIT, "as it is")
    assert len(catalogue.submissions.arrivals(only.id)) == 2


def test_after_a_crash_in_the_middle_the_next_fetch_goes_on(server: FakeNocoDB, fetcher: Any) -> None:
    for number in range(50):
        server.photo(f"{number}.jpg")
    ready = threading.Event()
    receiving = fetcher.begin(server, on_ready=ready.set)
    receiving.start()
    while receiving.summary.loaded == 0:
        assert ready.wait(60)
        ready.clear()
        receiving.settle(writing=fetcher.catalogue.writing)
    filed = receiving.summary.loaded
    receiving.cancel()  # what was copied and not filed is lost, as when the program is killed
    receiving.wait(seconds=60)
    assert 0 < filed < 50
    summary = fetcher.fetch(server)
    assert (summary.loaded, summary.already) == (50 - filed, filed)
    assert fetcher.files == [f"{number}.jpg" for number in range(50)]


def test_a_full_disk_ends_the_fetch_and_says_so(
    server: FakeNocoDB, fetcher: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.photo("a.jpg")

    def full(*_: object, **__: object) -> None:
        raise CatalogueFull("The disk that holds the catalogue is full.")

    monkeypatch.setattr(fetcher.media, "receive_stream", full)
    assert isinstance(fetcher.fetch(server).failure, CatalogueFull)


def test_cancelling_does_not_wait_for_a_server_that_does_not_answer(server: FakeNocoDB, fetcher: Any) -> None:
    arrived = threading.Event()

    def slow(asked: Asked) -> Reply:
        arrived.set()
        server.let_go.wait()
        return Reply(200, jpeg("late"))

    server.special["/download/"] = slow
    server.photo("a.jpg", "b.jpg")
    ready = threading.Event()
    receiving = fetcher.begin(server, on_ready=ready.set, pace=ENDLESS)
    receiving.start()
    assert arrived.wait(60)
    receiving.cancel()
    fetcher.settle(receiving, ready)
    assert receiving.summary.cancelled
    assert receiving.summary.failure is None


def test_cancelling_does_not_wait_for_a_page_that_is_listed(server: FakeNocoDB, fetcher: Any) -> None:
    arrived = threading.Event()

    def slow(asked: Asked) -> Reply:
        arrived.set()
        server.let_go.wait()
        return Reply(404)

    server.special["/api/"] = slow
    ready = threading.Event()
    receiving = fetcher.begin(server, on_ready=ready.set, pace=ENDLESS)
    receiving.start()
    assert arrived.wait(60)
    receiving.cancel()
    fetcher.settle(receiving, ready)
    assert receiving.summary.failure is None


def test_a_pause_holds_downloads_back(server: FakeNocoDB, fetcher: Any) -> None:
    for number in range(50):
        server.photo(f"{number}.jpg")
    listed = threading.Event()
    ready = threading.Event()
    receiving = fetcher.begin(server, on_ready=ready.set)
    page = said({"list": server.rows["photos"], "pageInfo": {"totalRows": 50, "isLastPage": True}})

    def last(asked: Asked) -> Reply:
        if "limit" in asked.query and asked.query["limit"] != "1":
            listed.set()
        return page

    server.special["/api/v1/db/data/noco/p_base/md_photos"] = last
    receiving.pause()
    receiving.start()
    assert listed.wait(60)
    assert receiving.progress.paused
    assert server.downloads == []
    receiving.resume()
    fetcher.settle(receiving, ready)
    assert receiving.progress.total == 50
    assert receiving.summary.loaded == 50


def test_after_a_kill_the_next_fetch_goes_on(server: FakeNocoDB, folder: Path, blank: Path) -> None:
    for number in range(60):
        server.photo(f"{number:02}.jpg")
    stuck = threading.Event()

    def stall(asked: Asked) -> Reply:
        stuck.set()
        server.let_go.wait()
        return Reply(404)

    server.special["/download/noco/BASE/photos/image/51-50.jpg"] = stall
    shutil.copytree(blank, folder)
    child = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("fetching_program.py")), str(folder), server.url],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert child.stdout is not None
    try:
        assert stuck.wait(60)
        # It tells what it filed; rows before the one that is stuck are filed without it.
        filed = 0
        while filed < 32:
            filed = int(child.stdout.readline())
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    del server.special["/download/noco/BASE/photos/image/51-50.jpg"]
    server.asked.clear()
    with Catalogue.open(folder) as catalogue:
        again = Fetcher(catalogue, MediaStore(catalogue.media_folder))
        summary = again.fetch(server)
        assert summary.loaded + summary.already == 60
        assert summary.already >= filed
        assert len(server.downloads) == summary.loaded
        assert sorted(again.files) == [f"{number:02}.jpg" for number in range(60)]
        assert catalogue.complaints() == ()


def test_only_a_few_files_come_at_the_same_time(server: FakeNocoDB, fetcher: Any) -> None:
    together = threading.Barrier(AT_ONCE)

    def slow(asked: Asked) -> Reply:
        together.wait(60)
        return Reply(200, jpeg(asked.path))

    server.special["/download/"] = slow
    for number in range(AT_ONCE * 3):
        server.photo(f"{number}.jpg")
    assert fetcher.fetch(server, pace=Pace(read=60)).loaded == AT_ONCE * 3
    assert server.most_busy == AT_ONCE


# ---------------------------------------------------------------- signed paths


def test_a_signature_that_ran_out_is_asked_for_anew(fetcher: Any) -> None:
    with serving(version="v2") as server:
        row = server.photo("a.jpg")
        content = server.files.pop("/download/noco/BASE/photos/image/1-a.jpg")
        server.rows["photos"][row - 1]["image"][0]["signedPath"] = "dltemp/new key/2/noco/1-a.jpg"
        server.files["/dltemp/new key/2/noco/1-a.jpg"] = content
        old = json.loads(json.dumps(server.rows["photos"]))
        old[0]["image"][0]["signedPath"] = "dltemp/old/1/noco/1-a.jpg"
        page = {"list": old, "pageInfo": {"totalRows": 1, "isLastPage": True}}

        def listed(asked: Asked) -> Reply:
            return said(server.rows["photos"][0] if asked.path.endswith("/1") else page)

        server.special["/api/v2/tables/md_photos/records"] = listed
        assert fetcher.fetch(server).loaded == 1
        assert server.downloads[0] == "/dltemp/old/1/noco/1-a.jpg"
        assert server.downloads[-1] == "/dltemp/new key/2/noco/1-a.jpg"
        # The key does not change with the signature.
        assert fetcher.fetch(server).already == 1
        assert len(server.downloads) == 3


# ---------------------------------------------------------------- marks


@pytest.mark.parametrize("version", VERSIONS)
def test_rows_are_marked_only_when_asked_and_only_when_all_is_there(version: str, fetcher: Any) -> None:
    with serving(version=version) as server:
        for number in range(12):
            server.photo(f"{number}.jpg")
        bad = server.photo("good.jpg", "bad.pdf")
        server.files[f"/download/noco/BASE/photos/image/{bad}-bad.pdf"] = b"%PDF-"
        empty = server.photo()
        done = server.photo("done.jpg", analyzed=1)
        fetcher.fetch(server)
        assert [one for one in server.asked if one.method != "GET"] == []
        summary = fetcher.fetch(server, mark_column="analyzed")
        unmarked = [row["Id"] for row in server.rows["photos"] if not row["analyzed"]]
        assert (unmarked, summary.warnings) == ([bad, empty], ())
        written = b"".join(one.body for one in server.asked if one.method != "GET")
        assert f": {done}".encode() not in written
        server.asked.clear()
        fetcher.fetch(server, mark_column="analyzed")
        assert [one for one in server.asked if one.method != "GET"] == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("column", "mapped", "sentence"),
    [
        ("Description", CAMPAIGN_PHOTOS, "The column “Description” is read, so nothing is written to it."),
        ("isfake", CAMPAIGN_PHOTOS, "The column “isfake” is read, so nothing is written to it."),
        (
            "Description",
            {Field.IMAGE: "image"},
            "The column “Description” is not known to be one of check boxes.",
        ),
    ],
)
def test_no_column_is_written_over(
    version: str, column: str, mapped: Mapped, sentence: str, fetcher: Any
) -> None:
    with serving(version=version) as server:
        server.photo("a.jpg", Description="what the public wrote")
        failure = fetcher.fetch(server, mapped=mapped, mark_column=column).failure
        assert (failure.sentence, failure.about) == (sentence, About.COLUMNS)
        assert [one for one in server.asked if one.method != "GET"] == []
        assert server.downloads == []


def test_marks_that_cannot_be_written_are_a_warning(server: FakeNocoDB, fetcher: Any) -> None:
    server.photo("a.jpg")
    rows = "/api/v1/db/data/noco/p_base/md_photos/"
    server.special[rows] = lambda asked: said({"msg": "Forbidden"}, 403)
    summary = fetcher.fetch(server, mark_column="analyzed")
    assert (summary.loaded, summary.failure) == (1, None)
    assert "Rows could not be marked as imported." in told(summary)


# ---------------------------------------------------------------- the token


def test_the_token_goes_to_the_server_alone_and_stays_nowhere(
    server: FakeNocoDB, fetcher: Any, caplog: pytest.LogCaptureFixture, folder: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    server.photo("a.jpg")
    server.photo("gone.jpg")
    server.files.pop("/download/noco/BASE/photos/image/2-gone.jpg")
    receiving = fetcher.begin(server)
    assert TOKEN not in repr(receiving) + repr(vars(receiving))
    summary = fetcher.fetch(server)
    assert all(("xc-token" in one.headers) == one.path.startswith("/api/") for one in server.asked)
    assert all(TOKEN not in one.path + str(one.query) for one in server.asked)
    assert TOKEN not in told(summary) + caplog.text
    for path in folder.rglob("*"):
        assert not path.is_file() or TOKEN.encode() not in path.read_bytes(), path


def test_a_refused_token_is_told_and_not_repeated(server: FakeNocoDB, fetcher: Any) -> None:
    wrong = "wrong-" + TOKEN
    failure = fetcher.fetch(server, token=wrong).failure
    assert isinstance(failure, FetchFailed)
    assert failure.about is About.TOKEN
    assert wrong not in repr(failure) + str(failure) + repr(failure.__cause__) + repr(failure.__context__)


@pytest.mark.parametrize("token", ["", "two words", "line\nbreak", "ünïcode"])
def test_what_can_be_no_token_is_refused_without_asking_anybody(
    token: str, server: FakeNocoDB, fetcher: Any
) -> None:
    with pytest.raises(FetchFailed, match="no token") as refused:
        fetcher.begin(server, token=token)
    assert refused.value.about is About.TOKEN
    assert server.asked == []


def test_rows_without_end_come_to_one(
    server: FakeNocoDB, fetcher: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 10)
    server.page = 5
    for number in range(30):
        server.photo(f"{number}.jpg")
    summary = fetcher.fetch(server, mapped=CAMPAIGN_PHOTOS, mark_column="analyzed")
    assert summary.loaded == 10
    assert isinstance(summary.failure, FetchFailed)
    assert summary.failure.sentence == "The table photos has more than 10 rows; only the first 10 were read."
    assert [bool(row["analyzed"]) for row in server.rows["photos"]] == [True] * 10 + [False] * 20
    del server.rows["photos"][10:]
    assert fetcher.fetch(server).failure is None
