"""What the campaign's site asks of an export: its API as files, and its pages."""

import json
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publishing import Bench, assert_alone, contents, individuals

from curator.engine.catalogue import Catalogue
from curator.engine.countries import COUNTRIES
from curator.engine.export import api, pages, staging
from curator.engine.export.flaws import Flaw
from curator.engine.records import Claim, Kind, Reason, SubmissionId, Verdict

Ask = Callable[[str], Any]

HOSTILE = [
    '"><script>alert(1)</script>',
    "{{< figure src=x >}} {{% include %}} {{ .Site }}",
    "[link](javascript:alert(1)) ![](x) `code` **bold** <b>",
    "---\nTitle: other\n---\n# heading",
    "www.example.org https://example.org :smile: <https://example.org>",
    "a: b # c ' & &amp; &#60;script&#62;",
    "\u202egnp.exe \x00 \U000e0041 😀 Ζωή",
]


@pytest.fixture
def bench(tmp_path: Path, hasty: None) -> Iterator[Bench]:
    with Catalogue.create(tmp_path / "catalogue") as catalogue:
        yield Bench(catalogue)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "public" / "site"


class Quiet(SimpleHTTPRequestHandler):
    """Python's own web server, which has no rules for any path."""

    def log_message(self, *_: object) -> None:
        """Says nothing on the terminal."""


@pytest.fixture
def ask(site: Path) -> Iterator[Ask]:
    """Asks a plain web server that serves the exported folder, and reads the answer as JSON."""
    site.mkdir(parents=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()

        def asked(path: str) -> Any:
            with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{path}") as answer:
                return json.loads(answer.read())

        yield asked
        server.shutdown()
        thread.join()


def server_url(path: str, filter_: Mapping[str, object] | None = None) -> str:
    """The address that the site's scripts make, as a browser sends it."""
    if filter_ is None:
        return f"/api/{path}"
    told = json.dumps(filter_, ensure_ascii=False, separators=(",", ":"))
    # What browsers escape in a path (WHATWG URL, path percent-encode set); quotes and braces are of it.
    return f"/api/{path}/{quote(told, safe=':,%')}"


# ---------------------------------------------------------------- the API


def test_a_plain_web_server_answers_what_the_site_asks(bench: Bench, site: Path, ask: Ask) -> None:
    bench.approved()
    bench.approved(kind=Kind.PORTRAIT, note="")
    meloni = bench.add("Giorgia", "Meloni", "Italy")
    bench.approved(claimed_id=meloni, kind=Kind.PORTRAIT)
    bench.add("Nobody", "Pictured", "Malta")
    bench.export(site)
    everything = individuals(site)

    def some(**wanted: object) -> list[dict[str, object]]:
        return [one for one in everything if all(one[field] == value for field, value in wanted.items())]

    assert len(everything) == 3
    assert ask(server_url("individuals")) == everything
    assert ask(server_url("individuals", {"isfake": True})) == some(isfake=True) != []
    assert ask(server_url("individuals", {"isfake": True}) + "%20") == some(isfake=True)
    assert ask(server_url("individuals", {"isfake": False})) == some(isfake=False) != []
    for country in COUNTRIES:
        assert ask(server_url("individuals", {"Country": country.name})) == some(Country=country.name)
    jane = {"Name": "Jane", "Surname": "Roe"}
    assert ask(server_url("individuals", jane)) == some(**jane) != []
    assert ask(server_url("individuals", {"Name": "Nobody", "Surname": "Pictured"})) == []
    totals = json.loads((site / "available.json").read_bytes())
    assert ask(server_url("available")) == ask(server_url("available", {})) == totals
    assert ask(server_url("figures")) == json.loads((site / "figures.json").read_bytes())
    for unknown in (server_url("individuals", {"Country": "Norway"}), '/api/emotion/"happy"'):
        with pytest.raises(urllib.error.HTTPError, match="404") as refused:
            ask(quote(unknown, safe="/%"))
        refused.value.close()
    for one in everything:
        assert re.search(r"/(\d+)[-_]", str(one["image"]))[1] == str(one["Id"])  # type: ignore[index]
        for field in ("image", "boxfile"):
            assert (site / str(one[field])).is_file()


@pytest.mark.parametrize(
    ("given_name", "surname", "asked"),
    [
        ("Viktor", "Orbán", {"Name": "Viktor", "Surname": "Orbán"}),
        ("Ursula", "von der Leyen", {"Name": "Ursula von", "Surname": "der Leyen"}),
        ("Ursula", "von der Leyen", {"Name": "Ursula", "Surname": "von der Leyen"}),
        ("Pedro", "Sánchez Pérez-Castejón", {"Name": "Pedro Sánchez", "Surname": "Pérez-Castejón"}),
        ("Brian O’", "Neil", {"Name": "Brian O’", "Surname": "Neil"}),
    ],
)
def test_names_are_found_as_the_site_splits_them(
    bench: Bench, site: Path, ask: Ask, given_name: str, surname: str, asked: dict[str, str]
) -> None:
    bench.approved()
    number = bench.approved(claimed_id=bench.add(given_name, surname, "Germany"))
    bench.export(site)
    assert [one["Id"] for one in ask(server_url("individuals", asked))] == [number]


@pytest.mark.parametrize(
    ("full_name", "asked"),
    [
        ("Ada", None),
        ("Ada Dark", ("Ada", "Dark")),
        ("Ada Bea Dark", ("Ada Bea", "Dark")),
        ("Ada Bea van Dark", ("Ada Bea", "van Dark")),
        ("Ada Bea Cea van Dark", None),
        ("", None),
    ],
)
def test_full_names_are_split_at_their_blanks(full_name: str, asked: tuple[str, str] | None) -> None:
    assert api.name_asked_for(full_name) == asked


@pytest.mark.parametrize("name", ["../../etc", "a/b", "50%", "what?", "x" * 120 + "ф" * 80, "#1", "C:\\x"])
def test_names_that_no_address_can_hold_make_no_files(bench: Bench, site: Path, name: str) -> None:
    bench.approved(claimed_id=bench.add(name, name, name, "King"))
    bench.export(site)
    for path in contents(site):
        assert len(path.rpartition("/")[2].encode()) <= 255
        assert re.fullmatch(r"(api/(individuals|available)/)?[^/]+|(data/photos|x|api)/[^/]+", path), path
    assert len(json.loads((site / "api/individuals/index.html").read_bytes())) == 1
    assert_alone(site)


def test_what_a_sender_wrote_never_becomes_a_file_name(bench: Bench, site: Path, ask: Ask) -> None:
    bench.approved()
    bench.export(site)
    before = {path for path in contents(site) if path.startswith("api/")}
    bench.approved(claimed_id=None, claim=Claim("Made", "Up", "Nowhere", "King"))
    bench.approved(claimed_id=None, claim=Claim("Jane", "Roe", "Italy", "King"))
    bench.export(site)
    assert {path for path in contents(site) if path.startswith("api/")} == before
    assert len(ask("/api/individuals")) == 3
    # Who is told of by the name of somebody in the index is found by it, and where the sender says.
    assert len(ask(server_url("individuals", {"Name": "Jane", "Surname": "Roe"}))) == 2
    assert len(ask(server_url("individuals", {"Country": "Italy"}))) == 1


def test_where_the_disk_cannot_hold_the_names_they_are_packed(
    bench: Bench, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.approved()
    bench.export(site)
    loose = {path: data for path, data in contents(site).items() if path.startswith("api/")}
    monkeypatch.setattr(staging.Staging, "put_names", lambda *_, **__: False)
    summary = bench.export(site)
    assert any("packed in api.zip" in sentence for sentence in summary.notices)
    assert not (site / "api").exists()
    assert api.unpacked((site / "api.zip").read_bytes()) == loose
    before = (site / "api.zip").read_bytes()
    bench.export(site)
    assert (site / "api.zip").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ('{"isfake":true}', []),
        ('{"Country":"Italy"}', [{"Country": "Malta", "Name": "A", "Surname": "B", "isfake": True}]),
        ('{"Name":"X","Surname":"B"}', [{"Country": "Malta", "Name": "A", "Surname": "B", "isfake": True}]),
        ('{"isfake":true}', [{"Country": "Malta", "Name": "A", "Surname": "B", "isfake": True, "x": 1}]),
        ("index.html", []),
        ("no JSON", []),
    ],
)
def test_answers_that_do_not_fit_their_question_are_found(name: str, answer: list[object]) -> None:
    everything = [{"Country": "Malta", "Name": "A", "Surname": "B", "isfake": True}]
    with pytest.raises(Flaw):
        api.check(f"api/individuals/{name}", json.dumps(answer).encode(), everything=everything)
    with pytest.raises(Flaw):
        api.check(f"api/individuals/{name}", b"{", everything=everything)


# ---------------------------------------------------------------- the pages


def read_page(folder: Path, number: SubmissionId) -> tuple[dict[str, str], str]:
    """Header and body of a page; its header read as JSON strings, which YAML reads the same."""
    begin, header, body = (folder / f"x/{number}.md").read_text(encoding="utf-8").split("---\n", maxsplit=2)
    assert begin == ""
    told = dict(line.split(": ", maxsplit=1) for line in header.splitlines())
    return {key: json.loads(value) for key, value in told.items()}, body


def test_each_picture_has_its_page(bench: Bench, site: Path) -> None:
    fake, portrait = bench.approved(), bench.approved(kind=Kind.PORTRAIT, note="")
    elsewhere = bench.approved(claimed_id=bench.add("Ada Bea", "Dark", "Italy"))
    bench.export(site)
    header, body = read_page(site, fake)
    assert list(header) == ["Title", "Description", "banner"]
    assert header["Title"] == "Jane Roe"
    assert "Deepfake" in header["Description"]
    assert header["banner"] == f"https://dontspy.eu/data/photos/{fake}_box.jpg"
    for part in (
        f'<img src="https://dontspy.eu/data/photos/{fake}_box.jpg" width="800" height="600"',
        "this picture is a deepfake",
        "`120 by 120 pixels, 200 from the left, 150 from the top`",
        "`strong` with the portraits of Jane Roe",
        "(/policymaker#Jane%20Roe)",
        "(/country#Czechia)",
        f"[🇮🇹](/x/{elsewhere})",
        "On the moon",
    ):
        assert part in body, part
    for word in ("gender", "age:", "expression", "happy", "years"):
        assert word not in body.lower()
    assert "deepfake" not in read_page(site, portrait)[1]
    assert f"[🇨🇿](/x/{fake})" in read_page(site, elsewhere)[1]
    before = contents(site)
    bench.export(site)
    assert {path: data for path, data in contents(site).items() if path.startswith("x/")} == {
        path: data for path, data in before.items() if path.startswith("x/")
    }


@pytest.mark.parametrize(
    ("about", "links"),
    [
        ({"claim": Claim("Nobody", "Known", "Norway", "King")}, []),
        ({"claim": Claim("Nobody", "Known", "Italy", "King")}, ["/country#Italy"]),
        # Of more than four words the site makes a name that nobody has.
        ({"indexed": ("One Two Three", "Four Five")}, ["/country#Italy"]),
    ],
)
def test_a_page_links_only_to_what_the_site_can_answer(
    bench: Bench, site: Path, about: dict[str, Any], links: list[str]
) -> None:
    indexed = about.get("indexed")
    number = bench.approved(
        claimed_id=bench.add(*indexed, "Italy") if indexed else None, claim=about.get("claim")
    )
    bench.export(site)
    body = read_page(site, number)[1]
    assert re.findall(r"\((/(?:policymaker|country)#[^)]*)\)", body) == links


def test_a_picture_of_nobody_has_a_page_too(bench: Bench, site: Path) -> None:
    number = bench.approved(claimed_id=None, claim=Claim(), faces=(), note="")
    bench.export(site)
    header, body = read_page(site, number)
    assert header["Title"] == f"Picture {number}"
    assert "none found" in body
    assert "not compared" in body


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_a_page(bench: Bench, site: Path, text: str) -> None:
    markdown = pytest.importorskip("markdown_it")
    number = bench.approved(note=text, claimed_id=None, claim=Claim(text, text, text, text))
    bench.export(site)
    header, body = read_page(site, number)
    assert list(header) == ["Title", "Description", "banner"]
    assert not set("".join(header.values())) & set('<>"\\\n\x00\u202e')
    assert "{{" not in body
    rendered = (
        markdown.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(body)
    )
    tags = set(re.findall(r"<([a-z0-9]+)", rendered))
    assert tags <= {"link", "p", "strong", "a", "img", "span", "h1", "h6", "ul", "li", "code"}
    assert rendered.count("<img") == rendered.count("<link") == rendered.count("<h1") == 1
    for address in re.findall(r'href="([^"]*)"', rendered):
        assert address.startswith(("/css/", "/blog/", "/deepfake/", "/country#", "/x/")), address


@given(st.text())
def test_any_text_can_be_made_inert(text: str) -> None:
    shown = pages.inert(text.replace("\n", " ").replace("\r", " "))
    assert not set(shown) & set("<>{}[]()`*_\"'\\!|~:./@-+=\n")


@pytest.mark.parametrize(
    ("old", "new", "flaw"),
    [
        ("Title:", "title:", "another picture"),
        ("_box.jpg", "_bax.jpg", "another picture"),
        ("AI: this picture", "Note: this picture", "does not say"),
        ("On the moon", "<script>", "more than text"),
        ("On the moon", "{{% x %}}", "more than text"),
        ("On the moon", '<iframe src="x">', "more than text"),
        ('alt="', 'onload="x" alt="', "more than text"),
        ("---\n", "", "cannot be read"),
    ],
)
def test_a_page_that_is_not_as_meant_is_found(
    bench: Bench, site: Path, old: str, new: str, flaw: str
) -> None:
    from curator.engine.export import plan

    number = bench.approved()
    bench.export(site)
    (entry,) = plan(bench.catalogue).entries
    data = (site / f"x/{number}.md").read_bytes()
    pages.check(f"x/{number}.md", data, entry=entry)
    with pytest.raises(Flaw) as found:
        pages.check(f"x/{number}.md", data.replace(old.encode(), new.encode()), entry=entry)
    assert flaw in str(found.value)


# ---------------------------------------------------------------- numbers


def test_numbers_stay_through_withdrawal_and_approval(bench: Bench, site: Path, ask: Ask) -> None:
    first, second, third = (bench.approved() for _ in range(3))
    bench.export(site)
    before = {one["Id"]: one for one in individuals(site)}
    bench.decide(second, Verdict.WITHDRAWN, Reason.REQUESTED)
    bench.export(site)
    fourth = bench.approved()
    bench.export(site)
    assert [one["Id"] for one in ask("/api/individuals")] == [first, third, fourth]
    for path in (f"x/{second}.md", f"data/photos/{second}_box.jpg", f"data/photos/{second}-resized.jpg"):
        assert not (site / path).exists()
    assert not any(f"/{second}" in data.decode() for path, data in contents(site).items() if "api" in path)
    bench.decide(second, Verdict.APPROVED)
    bench.export(site)
    after = {one["Id"]: one for one in ask(server_url("individuals", {"Country": "Czechia"}))}
    assert list(after) == [first, second, third, fourth]
    assert {number: after[number] for number in before} == before
