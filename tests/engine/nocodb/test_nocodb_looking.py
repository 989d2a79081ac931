"""A first look at a table, and how bases and tables are found by title or id."""

import threading

import pytest
from fake_fetcher import ENDLESS, QUICK
from fake_nocodb import PHOTO_COLUMNS, TOKEN, Asked, FakeNocoDB, Reply, serving

from curator.engine.intake.nocodb.client import Pace
from curator.engine.intake.nocodb.failures import About, FetchFailed, Unanswered
from curator.engine.intake.nocodb.looking import look
from curator.engine.intake.nocodb.mapping import guessed
from curator.engine.intake.nocodb.request import (
    CAMPAIGN_CONTRIBUTIONS,
    CAMPAIGN_PHOTOS,
    Api,
    Field,
    Mapped,
    Preview,
    Source,
)
from curator.engine.intake.nocodb.rows import Column
from curator.engine.intake.nocodb.stopping import Stopper
from curator.engine.receiving import Cancelled
from curator.engine.records import Claim, Kind, Politician, PoliticianId

VERSIONS = [("v1", Api.V1), ("v2", Api.V2), ("v3", Api.V3)]


def looked(
    server: FakeNocoDB,
    *,
    base: str = "BASE",
    table: str = "photos",
    token: str = TOKEN,
    mapped: Mapped | None = None,
    kind: Kind = Kind.DEEPFAKE,
) -> Preview:
    return look(Source(server.url, base, table), token=token, mapped=mapped, kind=kind, pace=QUICK)


@pytest.mark.parametrize(("version", "api"), VERSIONS)
def test_a_look_shows_five_rows_as_they_would_be_filed(version: str, api: Api) -> None:
    with serving(version=version) as server:
        for number in range(9):
            server.photo(f"{number}.jpg", "more.jpg", Description="a\u202enote", isfake=number % 2)
        preview = looked(server)
        assert server.downloads == []
    assert preview.api is api
    assert preview.mapped == CAMPAIGN_PHOTOS
    assert preview.columns == ("Id", "image", "Description", "analyzed", "isfake", "subject")
    assert preview.check_boxes == ("analyzed",), "what is read is not offered to be written over"
    assert preview.total == (None if api is Api.V3 else 9) or preview.total == 9
    assert [row.row_id for row in preview.rows] == ["1", "2", "3", "4", "5"]
    first, second, *_ = preview.rows
    assert (first.pictures, first.kind, first.note) == (("0.jpg", "more.jpg"), Kind.PORTRAIT, "anote")
    assert second.kind is Kind.DEEPFAKE


def test_the_campaign_s_contributions_are_recognised(server: FakeNocoDB) -> None:
    server.contribution("a.jpg", Name="Ilka", Surname="Brandwyn", Country="Austria", OfficialRole="Minister")
    preview = looked(server, table="contributions")
    assert preview.mapped == CAMPAIGN_CONTRIBUTIONS
    assert preview.rows[0].claim == Claim("Ilka", "Brandwyn", "Austria", "Minister")


def test_claims_are_shown_in_the_spelling_of_the_index(server: FakeNocoDB) -> None:
    server.photo("a.jpg", subject=[{"Id": 1, "full Name": "ILKA brandwyn"}])
    ilka = Politician(PoliticianId(1), "Ilka", "Brandwyn", "Austria", "Prime Minister")
    preview = look(Source(server.url, "BASE", "photos"), token=TOKEN, politicians=(ilka,), pace=QUICK)
    assert preview.rows[0].claim.full_name == "Ilka Brandwyn"


def test_another_mapping_and_kind_are_used_as_they_are(server: FakeNocoDB) -> None:
    server.photo("a.jpg", Description="Ilka Brandwyn")
    mapped = {Field.IMAGE: "image", Field.CLAIM: "Description"}
    preview = looked(server, mapped=mapped, kind=Kind.PORTRAIT)
    assert preview.rows[0].claim.full_name == "Ilka Brandwyn"
    assert preview.rows[0].kind is Kind.PORTRAIT
    with pytest.raises(FetchFailed, match="no column “pictures”") as failed:
        looked(server, mapped={Field.IMAGE: "pictures"})
    assert failed.value.about is About.COLUMNS


@pytest.mark.parametrize("version", ["v2", "v3"])
@pytest.mark.parametrize("status", [404, 500])
def test_names_that_cannot_be_read_are_a_warning(version: str, status: int) -> None:
    with serving(version=version) as server:
        server.photo("a.jpg", subject=1)
        server.photo("b.jpg", subject=0)
        links = {"v2": "/api/v2/tables/md_photos/links/", "v3": "/api/v3/data/p_base/md_photos/links/"}
        server.special[links[version]] = lambda asked: Reply(status)
        preview = look(Source(server.url, "BASE", "photos"), token=TOKEN, pace=Pace(attempts=1))
    assert [row.pictures for row in preview.rows] == [("a.jpg",), ("b.jpg",)]
    (warning,) = preview.warnings
    assert warning.startswith("Whom photos, row 1 shows could not be read. 127.0.0.1")


@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_only_links_are_asked_for_names(version: str) -> None:
    with serving(version=version) as server:
        server.columns["photos"] = tuple(
            (title, "SingleLineText" if title == "subject" else sort) for title, sort in PHOTO_COLUMNS
        )
        server.names[server.photo("a.jpg", subject="42")] = ["Ilka Brandwyn"]
        assert not looked(server).rows[0].claim
        assert not [one for one in server.asked if "/links/" in one.path or "/mm/" in one.path]


def test_a_table_without_attachments_is_shown_with_a_warning(server: FakeNocoDB) -> None:
    server.columns["photos"] = (("Id", "ID"), ("full Name", "SingleLineText"))
    preview = looked(server)
    assert (preview.rows, Field.IMAGE in preview.mapped) == ((), False)
    assert "No column seems to hold pictures." in preview.warnings[0]


@pytest.mark.parametrize(("version", "api"), VERSIONS)
def test_ids_do_where_the_token_may_not_see_the_bases(version: str, api: Api) -> None:
    with serving(version=version, meta=False) as server:
        server.photo("a.jpg", isfake=0)
        preview = looked(server, base="p_base", table="md_photos")
        assert preview.api is api
        assert preview.mapped[Field.IMAGE] == "image"
        assert preview.rows[0].kind is Kind.PORTRAIT
        if version != "v1":
            with pytest.raises(FetchFailed, match="Type the ids") as failed:
                looked(server)
            assert failed.value.about is About.TABLE


@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_ids_and_titles_in_other_capitals_are_found(version: str) -> None:
    with serving(version=version) as server:
        server.photo("a.jpg")
        assert looked(server, base="p_base", table="md_photos").rows
        assert looked(server, base="base", table="Photos").rows


def test_a_base_or_table_that_is_not_there_is_told_with_those_that_are(server: FakeNocoDB) -> None:
    with pytest.raises(FetchFailed, match=r"no base “Bäse”.*There are: BASE") as failed:
        looked(server, base="Bäse")
    assert failed.value.about is About.BASE
    with pytest.raises(FetchFailed, match=r"no table “pics”.*There are: photos, contributions") as failed:
        looked(server, table="pics")
    assert failed.value.about is About.TABLE
    for base, table, about in (("", "x", About.BASE), ("x", " ", About.TABLE)):
        with pytest.raises(FetchFailed) as failed:
            looked(server, base=base, table=table)
        assert failed.value.about is about


@pytest.mark.parametrize("meta", [True, False])
@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_a_wrong_token_is_told(version: str, meta: bool) -> None:
    with serving(version=version, meta=meta) as server, pytest.raises(FetchFailed) as failed:
        looked(server, token="wrong")
    assert failed.value.about is About.TOKEN
    assert "does not accept the token" in failed.value.sentence


def test_nobody_at_the_address_is_told() -> None:
    with serving() as server:
        url = server.url
    source = Source(url, "BASE", "photos")
    with pytest.raises(Unanswered, match="cannot be reached"):
        look(source, token=TOKEN, pace=Pace(attempts=1))
    with pytest.raises(FetchFailed, match="Without https"):
        look(Source("http://nocodb.example.org", "BASE", "photos"), token=TOKEN)


def test_a_server_that_says_nothing_is_given_up(server: FakeNocoDB) -> None:
    def silent(asked: Asked) -> Reply:
        server.let_go.wait()
        return Reply()

    server.special["/api/"] = silent
    with pytest.raises(Unanswered, match="does not answer"):
        look(Source(server.url, "BASE", "photos"), token=TOKEN, pace=Pace(attempts=1, read=0.05))


def test_a_server_whose_answer_drips_is_given_up_after_one_attempt(server: FakeNocoDB) -> None:
    server.special["/api/"] = lambda asked: server.dripping(b"HTTP/1.1 200 OK\r\nX: ", b"a")
    pace = Pace(first_wait=600, read=600, answer=0.2, file=600)
    with pytest.raises(Unanswered, match="took too long"):
        look(Source(server.url, "BASE", "photos"), token=TOKEN, pace=pace)
    assert len(server.asked) <= 1


def test_a_certificate_that_nobody_trusts_is_told(server: FakeNocoDB) -> None:
    with pytest.raises(FetchFailed, match="no certificate that this computer trusts"):
        look(Source(server.url.replace("http:", "https:"), "BASE", "photos"), token=TOKEN, pace=QUICK)


def test_a_look_can_be_stopped(server: FakeNocoDB) -> None:
    arrived = threading.Event()
    stopper = Stopper()

    def silent(asked: Asked) -> Reply:
        arrived.set()
        server.let_go.wait()
        return Reply()

    server.special["/api/"] = silent
    ended: list[type[BaseException]] = []

    def run() -> None:
        try:
            look(Source(server.url, "BASE", "photos"), token=TOKEN, stopper=stopper, pace=ENDLESS)
        except Cancelled as error:
            ended.append(type(error))

    thread = threading.Thread(target=run)
    thread.start()
    assert arrived.wait(60)
    stopper.stop()
    thread.join(60)
    assert ended == [Cancelled]
    with pytest.raises(Cancelled):
        look(Source(server.url, "BASE", "photos"), token=TOKEN, stopper=stopper)


def test_columns_are_guessed_by_their_titles() -> None:
    columns = [
        Column("thumb", "Attachment"),
        Column("Photo", "Attachment"),
        Column("Surname"),
        Column("First name"),
        Column("COUNTRY"),
        Column("Comment"),
        Column("Email"),
        Column("fake"),
    ]
    assert guessed(columns) == {
        Field.IMAGE: "Photo",
        Field.SURNAME: "Surname",
        Field.GIVEN_NAME: "First name",
        Field.COUNTRY: "COUNTRY",
        Field.NOTE: "Comment",
        Field.SENDER: "Email",
        Field.IS_FAKE: "fake",
    }
    alone = guessed([Column("Attachments", "Attachment"), Column("Name")])
    assert alone == {Field.IMAGE: "Attachments", Field.CLAIM: "Name"}
