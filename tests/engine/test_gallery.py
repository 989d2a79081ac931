"""The gallery's files: whole, in four languages, harmless whatever was sent in, else refused."""

import json
import re
import string
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from gallery_cards import EXPORTED_AT, HOSTILE, card, hostile_cards, pages_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import StrictUndefined, UndefinedError
from markupsafe import escape

from curator.engine.countries import COUNTRIES, Role
from curator.engine.errors import ExportError
from curator.engine.export import gallery
from curator.engine.export.contents import Entry
from curator.engine.export.flaws import Flaw
from curator.engine.export.gallery import GalleryCard, pages
from curator.engine.export.gallery.policy import POLICY
from curator.engine.export.gallery.words import Words, isolated, read_words
from curator.engine.export.options import LANGUAGES, ExportOptions
from curator.engine.records import Digest, FaceBox, Kind, Making, SubmissionId
from curator.engine.resources import resources_dir

FOLDER = resources_dir() / "gallery"


class Found(HTMLParser):
    """Elements and text of a page, as a lenient reader has them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self._tag = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._tag = tag

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""

    def handle_data(self, data: str) -> None:
        (self.scripts if self._tag == "script" else self.texts).append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def checked(files: dict[str, str], cards: list[GalleryCard]) -> None:
    known = {int(one.id): one for one in cards}
    for path, text in files.items():
        gallery.check(path, text.encode(), cards=known)


def linked(text: str) -> dict[str, object]:
    (told,) = [script for script in Found(text).scripts if script.strip()]
    found = json.loads(told)
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def cards() -> list[GalleryCard]:
    return [card(number) for number in range(1, 9)]


@pytest.fixture(scope="module")
def files(cards: list[GalleryCard]) -> dict[str, str]:
    return pages_of(cards, credit="The campaign", licence="CC BY 4.0")


# ---------------------------------------------------------------- what is written


def test_there_is_a_front_page_and_a_page_of_each_picture_in_each_language(files: dict[str, str]) -> None:
    shared = {"gallery/gallery.css", "gallery/gallery.js", "gallery/icon.svg", "gallery/index.html"}
    fronts = {f"gallery/{language}/index.html" for language in LANGUAGES}
    singles = {f"gallery/{language}/x/{number}.html" for language in LANGUAGES for number in range(1, 9)}
    assert set(files) == shared | fronts | singles


def test_the_first_page_is_in_the_first_language_that_was_chosen(cards: list[GalleryCard]) -> None:
    files = pages_of(cards, languages=("de", "fr"))
    assert '<html lang="de">' in files["gallery/index.html"]
    assert "gallery/en/index.html" not in files
    alone = pages_of(cards, languages=("it",))
    assert "hreflang" not in alone["gallery/index.html"]
    checked(files, cards)
    checked(alone, cards)


def test_the_same_cards_make_the_same_bytes_in_any_order(
    cards: list[GalleryCard], files: dict[str, str]
) -> None:
    assert pages_of(cards[::-1], credit="The campaign", licence="CC BY 4.0") == files


def test_what_is_written_passes_the_gate(cards: list[GalleryCard], files: dict[str, str]) -> None:
    checked(files, cards)


def test_the_newest_picture_stands_first_and_leads_to_the_older_one(files: dict[str, str]) -> None:
    order = re.findall(r'<li class="tile [^"]*" id="p(\d+)"', files["gallery/en/index.html"])
    assert order == [str(number) for number in range(8, 0, -1)]
    newest = files["gallery/en/x/8.html"]
    assert 'id="older" href="7.html"' in newest
    assert 'id="newer"' not in newest
    assert 'id="older"' not in files["gallery/en/x/1.html"]


def test_a_picture_that_is_no_longer_published_has_no_page_and_no_link(cards: list[GalleryCard]) -> None:
    kept = [one for one in cards if one.id != 3]
    files = pages_of(kept)
    assert not any(path.endswith("/x/3.html") for path in files)
    assert not any(re.search(r'href="[^"]*\b3\.html', text) for text in files.values())
    checked(files, kept)


def test_without_pictures_the_gallery_says_so() -> None:
    files = pages_of([])
    assert "No picture has been approved so far." in files["gallery/index.html"]
    found = Found(files["gallery/index.html"])
    assert not found.all("form")
    assert not found.all("img")
    checked(files, [])


def test_one_picture_needs_neither_filter_nor_carousel_buttons() -> None:
    only = [card(1)]
    files = pages_of(only)
    found = Found(files["gallery/index.html"])
    assert not found.all("form")
    assert not found.all("button")
    assert len(found.all("img")) == 3  # the picture and its frame, and the one in the list
    checked(files, only)


def test_a_card_is_what_is_published_of_an_entry() -> None:
    entry = Entry(
        id=SubmissionId(7),
        digest=Digest("0" * 64),
        kind=Kind.PORTRAIT,
        given_name="Anna",
        surname="Example",
        country="Italy",
        role="Prime Minister",
        indexed=True,
        description="A note",
        received_at=EXPORTED_AT,
        analysed=True,
        width=1600,
        height=2000,
        turn=0,
        boxes=(FaceBox(1, 2, 3, 4),),
        landmarks=((),),
        making=Making.GENERATED,
        guid="",
        word=None,
        fingerprint="",
    )
    made = gallery.card_of(entry, size=(800, 1000), image=entry.gallery_image)
    assert (made.id, made.width, made.height, made.framed) == (7, 800, 1000, True)
    assert made.making is None  # a portrait never says that it was made with AI
    assert made.boxfile == entry.boxfile


# ---------------------------------------------------------------- labels


@pytest.mark.parametrize(
    ("making", "mark", "source"),
    [
        (Making.FACE_SWAP, "AI modified", "CompositeWithTrainedAlgorithmicMedia"),
        (Making.GENERATED, "AI generated", "TrainedAlgorithmicMedia"),
        (Making.MONTAGE, "AI modified", "CompositeSynthetic"),
        (None, "AI modified", "CompositeWithTrainedAlgorithmicMedia"),
    ],
)
def test_a_deepfake_says_what_it_is_on_each_page(making: Making | None, mark: str, source: str) -> None:
    files = pages_of([card(1, kind=Kind.DEEPFAKE, making=making)], languages=("en",))
    for path in ("gallery/index.html", "gallery/en/x/1.html"):
        assert f'<span class="mark ai">{mark}</span>' in files[path]
    told = linked(files["gallery/en/x/1.html"])["digitalSourceType"]
    assert isinstance(told, list)
    assert told[0] == f"https://schema.org/{source}DigitalSource"
    assert told[1].startswith("http://cv.iptc.org/newscodes/digitalsourcetype/")
    assert told[1].rpartition("/")[2].casefold() == source.casefold()


def test_a_portrait_is_never_called_ai() -> None:
    files = pages_of([card(4)], languages=("en",))
    assert "digitalSourceType" not in linked(files["gallery/en/x/4.html"])
    for path in ("gallery/index.html", "gallery/en/x/4.html"):
        assert '"mark ai"' not in files[path]
        assert '<span class="mark real">Portrait</span>' in files[path]


def test_the_letters_ai_stand_first_in_the_label_of_every_language(files: dict[str, str]) -> None:
    for language in LANGUAGES:
        marks = re.findall(r'<span class="mark ai">([^<]*)<', files[f"gallery/{language}/index.html"])
        assert len(marks) >= 6
        assert all(mark.startswith("AI") for mark in marks)


def test_every_page_says_that_people_decided_and_names_credit_licence_and_day(files: dict[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".html"):
            words = read_words(path.split("/")[1], folder=FOLDER) if path.count("/") > 1 else None
            people = words.plain("people") if words else "People decided what is shown here."
            assert people in text.replace("&#39;", "'")
            assert "The campaign" in text
            assert 'href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener' in text
            assert "2026" in text


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("https://example.org/licence", "https://example.org/licence"),
        ("http://example.org/a?b=1&c=2", "http://example.org/a?b=1&c=2"),
        ("javascript:alert(1)", ""),
        ("data:text/html,<script>alert(1)</script>", ""),
        ('https://example.org/"><script>', ""),
        ("Ask us", ""),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(licence: str, address: str) -> None:
    files = pages_of([card(1)], licence=licence, languages=("en",))
    for path in ("gallery/index.html", "gallery/en/x/1.html"):
        links = [one["href"] for one in Found(files[path]).all("a") if "license" in one.get("rel", "")]
        assert links == ([address] if address else [])
        assert linked(files[path]).get("license", "") == address
        assert licence in " ".join(Found(files[path]).texts)
    checked(files, [card(1)])


# ---------------------------------------------------------------- texts of strangers


def test_hostile_texts_stay_texts() -> None:
    cards = hostile_cards()
    files = pages_of(cards, title=HOSTILE[1], credit=HOSTILE[0], licence=HOSTILE[2])
    checked(files, cards)
    for path, text in files.items():
        if not path.endswith(".html"):
            continue
        found = Found(text)
        assert [one.get("type", "") for one in found.all("script")] == ["", "application/ld+json"]
        assert len(found.all("h1")) == 1
        assert not {name for _, attributes in found.elements for name in attributes if name.startswith("on")}
        assert all(one["src"].startswith("../") for one in found.all("img"))
        linked(text)
    page = Found(files["gallery/en/x/5.html"])
    assert any("{{7*7}} {% raw %} ${7*7} {who}" in text for text in page.texts)
    assert "49" not in " ".join(page.texts)
    said = linked(files["gallery/en/x/3.html"])
    assert said["caption"] == "</script><script>alert(1)</script>"


def test_text_from_right_to_left_keeps_to_itself() -> None:
    assert isolated("Anna") == "Anna"
    assert isolated("عبد") == "\u2068عبد\u2069"
    text = pages_of([card(1, given_name="عبد", surname="الله")])["gallery/en/x/1.html"]
    assert "<bdi>عبد الله</bdi>" in text
    assert "<title>\u2068عبد الله\u2069 – " in text


def test_what_turns_text_round_or_cannot_be_seen_is_dropped() -> None:
    text = pages_of([card(1, surname="Evil\u202egnp\0", description="a\u200bb\u2066c")])[
        "gallery/en/x/1.html"
    ]
    assert "Evilgnp" in text
    assert ">abc<" in text


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.text(max_size=30), words=st.text(max_size=60), title=st.text(max_size=20))
def test_whatever_is_sent_the_gate_lets_the_pages_through(name: str, words: str, title: str) -> None:
    cards = [
        card(1, given_name=name, description=words, role=words, country=name),
        card(2, surname=name, country=words, description=name),
    ]
    checked(pages_of(cards, title=title, credit=words, licence=name, languages=("fr",)), cards)


def test_people_of_one_name_in_two_countries_are_two() -> None:
    cards = [
        card(1, given_name="Anna", surname="Example", country="Italy"),
        card(2, given_name="Anna", surname="Example", country="France"),
        card(3, given_name="ANNA", surname="Example", country="Italia"),
        card(5, given_name="", surname="", country=""),
    ]
    text = pages_of(cards, languages=("de",))["gallery/index.html"]
    offered = re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)<', text)
    assert offered[:3] == [("fr", "Frankreich (1)"), ("it", "Italien (2)"), ("-", "Ohne Land (1)")]
    assert offered[3:6] == [
        ("anna-example.fr", "Anna Example (1)"),
        ("anna-example.it", "ANNA Example (2)"),
        ("-", "Ohne Namen (1)"),
    ]


# ---------------------------------------------------------------- languages


def table(language: str) -> dict[str, object]:
    found = json.loads((FOLDER / "words" / f"{language}.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_say_the_same_things_with_the_same_values(language: str) -> None:
    english, other = table("en"), table(language)
    assert list(other) == list(english)
    for key, phrase in english.items():
        if isinstance(phrase, str):
            told = other[key]
            assert isinstance(told, str)
            assert told
            assert key == "group" or told == told.strip()
            assert fields(told) == fields(phrase), key
    assert list(other["countries"]) == [one.code for one in COUNTRIES]  # type: ignore[call-overload]
    assert list(other["roles"]) == [role.value for role in Role]  # type: ignore[call-overload]
    assert len(other["months"]) == 12  # type: ignore[arg-type]


def test_english_names_of_countries_are_those_of_the_index() -> None:
    assert table("en")["countries"] == {one.code: one.name for one in COUNTRIES}


def test_no_phrase_is_left_over_and_none_is_missing() -> None:
    used = set()
    for path in [*(FOLDER / "templates").iterdir(), *Path(pages.__file__).parent.glob("*.py")]:
        source = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"""(?:w|words)(?:\.plain)?\(\s*["']([a-z_]+)["']""", source))
        used |= set(re.findall(r"""["']([a-z_]+)["'] (?:if|else)\b""", source))
        used |= set(re.findall(r"""\belse ["']([a-z_]+)["']""", source))
        used |= set(re.findall(r"""phrases\[["']([a-z_]+)["']\]""", source))
        used |= set(re.findall(r"""self\.plain\(["']([a-z_]+)["']""", source))
    phrases = {key for key, phrase in table("en").items() if isinstance(phrase, str)}
    made = {f"{what}_{how}" for what in ("mark", "told", "alt") for how in [*Making, "portrait"]}
    made |= {"shown_one", "shown_other"}
    assert phrases - used - made == set()


@pytest.mark.parametrize(
    ("language", "small", "large", "day", "first"),
    [
        ("en", "1,234", "1,234,567", "22 November 2026", "1 March 2026"),
        ("it", "1234", "1.234.567", "22 novembre 2026", "1 marzo 2026"),
        ("de", "1.234", "1.234.567", "22. November 2026", "1. März 2026"),
        ("fr", "1\u202f234", "1\u202f234\u202f567", "22 novembre 2026", "1er mars 2026"),
    ],
)
def test_numbers_and_dates_are_written_as_the_language_does(
    language: str, small: str, large: str, day: str, first: str
) -> None:
    words = read_words(language, folder=FOLDER)
    assert (words.number(7), words.number(1234), words.number(1_234_567)) == ("7", small, large)
    assert words.date(EXPORTED_AT) == day
    assert words.date(datetime(2026, 3, 1, tzinfo=UTC)) == first


@pytest.mark.parametrize(("language", "told"), [("en", "0 pictures"), ("fr", "0 image")])
def test_none_is_counted_as_the_language_does(language: str, told: str) -> None:
    assert read_words(language, folder=FOLDER).count("shown", 0) == told


def test_countries_and_offices_are_translated_and_others_stay_as_sent() -> None:
    words = read_words("de", folder=FOLDER)
    assert (words.country("Italy"), words.country("Atlantis"), words.country("")) == (
        "Italien",
        "Atlantis",
        "",
    )
    assert (words.role("Justice Minister"), words.role("Mayor")) == ("Justizministerium", "Mayor")


def test_values_in_a_phrase_are_escaped_and_isolated() -> None:
    words = Words("en", phrases={"a": "<of> {name}"}, months=(), countries={}, roles={})
    assert words("a", name="<b>{x}") == "&lt;of&gt; <bdi>&lt;b&gt;{x}</bdi>"


# ---------------------------------------------------------------- templates and style


def test_templates_escape_everything_and_refuse_names_that_are_not_there() -> None:
    templates = pages.environment(FOLDER)
    assert templates.from_string("{{ x }}").render(x="<&\"'") == "&lt;&amp;&#34;&#39;"
    assert templates.undefined is StrictUndefined
    with pytest.raises(UndefinedError):
        templates.from_string("{{ x }}").render()
    sources = [path.read_text(encoding="utf-8") for path in (FOLDER / "templates").iterdir()]
    assert len(sources) == 4
    assert not any(re.search(r"\|\s*safe|autoescape|Markup", source) for source in sources)


def test_nothing_in_the_gallery_comes_from_elsewhere(files: dict[str, str]) -> None:
    for path in ("gallery/gallery.css", "gallery/gallery.js"):
        assert "//" not in re.sub(r"//.* ", "", files[path]).replace("// -", "")
        assert "http" not in files[path]
    assert "@import" not in files["gallery/gallery.css"]
    assert re.findall(r"url\(([^)]*)\)", files["gallery/gallery.css"]) == ['"icon.svg"']
    assert "innerHTML" not in files["gallery/gallery.js"]
    assert files["gallery/icon.svg"].count("http") == files["gallery/icon.svg"].count(
        "http://www.w3.org/2000/svg"
    )


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_colours_have_the_contrast_that_wcag_asks_for(scheme: str) -> None:
    style = (FOLDER / "gallery.css").read_text(encoding="utf-8")
    light, dark, *_ = (
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{([^}]*)\}", style)
        if "--paper" in block
    )
    printed = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", style.partition("@media print")[2]))
    colours = {"light": light, "dark": light | dark, "print": light | printed}[scheme]
    for ground in ("paper", "raised", "mat"):
        assert contrast(colours["ink"], colours[ground]) >= 7
        assert contrast(colours["focus"], colours[ground]) >= 3
    for ground in ("paper", "raised"):
        assert contrast(colours["dim"], colours[ground]) >= 4.5
        assert contrast(colours["edge"], colours[ground]) >= 3
    assert contrast(colours["signal-ink"], colours["signal"]) >= 7
    assert contrast(colours["red"], colours["paper"]) >= 3


@pytest.mark.parametrize("gone", ["words/fr.json", "templates/front.html", "gallery.js"])
def test_a_damaged_installation_is_told_as_such(
    gone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in FOLDER.rglob("*.*"):
        place = tmp_path / "gallery" / path.relative_to(FOLDER)
        place.parent.mkdir(parents=True, exist_ok=True)
        if place != tmp_path / "gallery" / gone:
            place.write_bytes(path.read_bytes())
    monkeypatch.setattr(pages, "resources_dir", lambda: tmp_path)
    with pytest.raises(ExportError, match="gallery cannot be written") as caught:
        list(gallery.render([card(1)], options=ExportOptions(), exported_at=EXPORTED_AT))
    assert "without the gallery" in str(caught.value.advice)


# ---------------------------------------------------------------- the gate

FRONT = "gallery/en/index.html"
PAGE = "gallery/en/x/1.html"
RULE = str(escape(POLICY))

TAMPERED = [
    (FRONT, "<main", "<script>alert(1)</script><main", "holds a script"),
    (FRONT, "<main", '<script src="https://example.org/a.js"></script><main', "holds a script"),
    (FRONT, "<main", '<script src="../../x.js"></script><main', "holds a script"),
    (FRONT, 'type="application/ld+json">', 'type="application/ld+json">x', "holds a script"),
    (FRONT, "<main", '<main onclick="x"', "markup that is not Curator's"),
    (FRONT, "<main", '<main style="x"', "markup that is not Curator's"),
    (FRONT, "<main", "<iframe></iframe><main", "markup that is not Curator's"),
    (FRONT, "<main", "<style></style><main", "markup that is not Curator's"),
    (FRONT, "<main", "<!-- x --><main", "markup that is not Curator's"),
    (FRONT, "<main", "<br/><main", "markup that is not Curator's"),
    (FRONT, "<main", "< main", "markup that is not Curator's"),
    (FRONT, "</main>", "</div>", "does not end where it should"),
    (FRONT, "</html>", "", "does not end where it should"),
    (FRONT, RULE, RULE.replace("img-src", "img-src *"), "another rule"),
    (FRONT, f'<meta http-equiv="Content-Security-Policy" content="{RULE}">', "", "before the rule"),
    (FRONT, '<link rel="icon" href="../', '<link rel="icon" href="https://example.org/', "from elsewhere"),
    (FRONT, 'href="x/1.html"', 'href="x/99.html"', "leads to something"),
    (FRONT, 'href="x/1.html"', 'href="javascript:alert(1)"', "leads to something"),
    (FRONT, 'href="x/1.html"', 'href="//example.org/"', "leads to something"),
    (FRONT, 'href="x/1.html"', 'href="../../manifest.json"', "leads to something"),
    (FRONT, 'href="x/1.html"', 'href="https://example.org/"', "from elsewhere"),
    (FRONT, "data/photos/1_box.jpg", "data/photos/99_box.jpg", "not published"),
    (FRONT, "data/photos/1_box.jpg", "data/photos/../photos/x.jpg", "not published"),
    (FRONT, '<span class="mark ai">AI generated</span>', "", "without its label"),
    (
        FRONT,
        '<span class="mark ai">AI generated</span>',
        '<span class="mark ai"></span>',
        "without its label",
    ),
    (FRONT, '<span class="mark real">', '<span class="mark ai">AI ', "is no deepfake"),
    (FRONT, 'alt="Portrait', 'title="Portrait', "without words or size"),
    (FRONT, "<h1", "<h1></h1><h1", "main heading"),
    (FRONT, 'id="p1"', 'id="p2"', "two of its parts the same"),
    (FRONT, "</main>", "\x07</main>", "characters"),
    (FRONT, "<!DOCTYPE html>", "", "no page"),
    (PAGE, "1-gallery.jpg", "2-gallery.jpg", "two pictures as one"),
    (PAGE, '<span class="mark ai">AI generated</span>', "", "without its label"),
    ("gallery/gallery.js", "use strict", "use", "is not what Curator writes"),
    ("gallery/gallery.css", ":root", ":root ", "is not what Curator writes"),
]


@pytest.fixture(scope="module")
def few() -> list[GalleryCard]:
    return [card(1, making=Making.GENERATED), card(2, making=Making.GENERATED), card(4)]


@pytest.fixture(scope="module")
def few_files(few: list[GalleryCard]) -> dict[str, str]:
    return pages_of(few, languages=("en",))


@pytest.mark.parametrize(("path", "old", "new", "flaw"), TAMPERED)
def test_the_gate_refuses(
    path: str, old: str, new: str, flaw: str, few: list[GalleryCard], few_files: dict[str, str]
) -> None:
    known = {int(one.id): one for one in few}
    gallery.check(path, few_files[path].encode(), cards=known)
    assert old in few_files[path]
    with pytest.raises(Flaw, match=flaw):
        gallery.check(path, few_files[path].replace(old, new).encode(), cards=known)


def test_the_gate_refuses_files_that_no_gallery_has(
    few: list[GalleryCard], few_files: dict[str, str]
) -> None:
    known = {int(one.id): one for one in few}
    for path in ("gallery/other.html", "gallery/en/x/a.html", "gallery/xx/index.html", "gallery/en/x/1.htm"):
        with pytest.raises(Flaw, match="not what Curator writes"):
            gallery.check(path, few_files[FRONT].encode(), cards=known)
    with pytest.raises(Flaw, match="not published"):
        gallery.check("gallery/en/x/3.html", few_files[PAGE].encode(), cards=known)
    with pytest.raises(Flaw, match="no text"):
        gallery.check(FRONT, b"\xff", cards=known)


def test_the_gate_misses_no_picture(few: list[GalleryCard], few_files: dict[str, str]) -> None:
    more = {int(one.id): one for one in [*few, card(9)]}
    with pytest.raises(Flaw, match="lacks a picture"):
        gallery.check(FRONT, few_files[FRONT].encode(), cards=more)


@pytest.mark.parametrize(
    ("size", "shape"),
    [
        ((800, 1000), "r80 w800"),
        ((800, 533), "r150 w800"),
        ((40, 40), "r100 w40"),
        ((41, 40), "r102 w80"),
        ((3, 4000), "r20 w40 odd"),
        ((800, 60), "r300 w800 odd"),
        ((500, 1000), "r50 w520 odd"),
    ],
)
def test_every_shape_has_its_rules(size: tuple[int, int], shape: str) -> None:
    files = pages_of([card(1, width=size[0], height=size[1])], languages=("en",))
    assert f'<li class="tile {shape}"' in files["gallery/index.html"]
    assert f'<div class="exposure {shape}">' in files["gallery/en/x/1.html"]
    ratio, width, *_ = shape.split()
    assert re.search(rf"\.{ratio}\{{--r:[\d.]+\}}", files["gallery/gallery.css"])
    assert f".{width}{{--w:" in files["gallery/gallery.css"]
