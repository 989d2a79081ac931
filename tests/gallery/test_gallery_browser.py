"""The gallery in a real browser: from disk and from a server, with and without script, by keys too."""

import functools
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from gallery_cards import EXPORTED_AT, HOSTILE, card, hostile_cards, write_export

from curator.engine.export.gallery.words import read_words
from curator.engine.export.options import LANGUAGES
from curator.engine.resources import resources_dir

sync_api = pytest.importorskip("playwright.sync_api")

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))),
    None,
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="there is no Chromium on this machine"),
]

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
LOOK = 1400  # milliseconds before the frame comes, as in gallery.js
STAY = 4600  # milliseconds before the next picture


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without writing to the terminal."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@dataclass
class Watched:
    """A page, and everything that it should not have done."""

    page: Any
    home: str
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str = "gallery/index.html") -> Any:
        self.page.goto(self.home + path)
        return self.page

    def tiles(self) -> list[str]:
        """Which pictures of the list are shown."""
        found = self.page.eval_on_selector_all(
            "#tiles > .tile", "tiles => tiles.filter(tile => tile.offsetParent).map(tile => tile.id)"
        )
        return [str(one) for one in found]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cards = [card(number) for number in range(1, 25)]
    return write_export(tmp_path_factory.mktemp("export"), cards, licence="CC BY 4.0", credit="The campaign")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    return write_export(folder, hostile_cards(), title=HOSTILE[1], credit=HOSTILE[0], licence=HOSTILE[5])


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield started
        started.close()


class Opener:
    """Opens watched pages, and at the end says what went wrong in any of them."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self._pages: list[Watched] = []

    def __call__(self, home: str, *, size: tuple[int, int] = (1280, 800), **wishes: Any) -> Watched:
        context = self._browser.new_context(viewport={"width": size[0], "height": size[1]}, **wishes)
        context.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.blockedURI));"
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        watched = Watched(page, home)
        self._pages.append(watched)
        page.on("console", lambda told: watched.wrong.append(f"{told.type}: {told.text}"))
        page.on("pageerror", lambda error: watched.wrong.append(str(error)))
        page.on("dialog", lambda dialog: watched.wrong.append(dialog.message))
        page.on("request", lambda request: watched.asked.append(request.url))
        page.on("requestfailed", lambda request: self._heed_failure(watched, request))
        page.on("response", lambda response: self._heed(watched, response))
        return watched

    @staticmethod
    def _heed_failure(watched: Watched, request: Any) -> None:
        # Whoever leaves a page stops what it was loading.
        if request.failure != "net::ERR_ABORTED":
            watched.wrong.append(f"{request.failure}: {request.url}")

    @staticmethod
    def _heed(watched: Watched, response: Any) -> None:
        if response.status >= 400:
            watched.wrong.append(f"{response.status}: {response.url}")

    def finish(self) -> None:
        for watched in self._pages:
            watched.page.context.close()
        wrong = [one for watched in self._pages for one in watched.wrong]
        outside = [
            url for watched in self._pages for url in watched.asked if not url.startswith(watched.home)
        ]
        assert (wrong, outside) == ([], [])


@pytest.fixture
def opened(browser: Any) -> Iterator[Opener]:
    opener = Opener(browser)
    yield opener
    opener.finish()


@pytest.fixture(scope="module")
def server(export: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(export))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}/"
        served.shutdown()
        thread.join()


@pytest.fixture
def disk(export: Path) -> str:
    return f"{export.as_uri()}/"


# ---------------------------------------------------------------- it opens


@pytest.mark.parametrize("where", ["disk", "server"])
def test_all_of_it_works_wherever_it_lies(where: str, opened: Opener, request: pytest.FixtureRequest) -> None:
    watched = opened(request.getfixturevalue(where))
    for path in ("gallery/index.html", "gallery/fr/index.html", "gallery/de/x/7.html"):
        page = watched.go(path)
        page.evaluate("document.querySelectorAll('img').forEach(image => { image.loading = 'eager' })")
        page.evaluate("Promise.all([...document.images].map(image => image.decode()))")
        assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
        assert page.evaluate("getComputedStyle(document.body).overflowWrap") == "anywhere"  # the style came
        assert page.evaluate("document.documentElement.classList.contains('js')")  # and the script
    watched.go()
    watched.page.select_option("#country", "it")
    sync_api.expect(watched.page.locator("#count")).to_have_text("9 pictures")
    watched.page.locator("#p23 a").click()
    sync_api.expect(watched.page.locator("h1")).to_have_text("Dario Esempio")
    watched.page.locator(".languages a[lang=it]").click()
    sync_api.expect(watched.page.locator("html")).to_have_attribute("lang", "it")
    assert watched.page.url.endswith("/gallery/it/x/23.html")
    watched.page.locator("#home").click()
    assert watched.page.url.endswith("/gallery/it/index.html#p23")


def test_texts_of_strangers_do_nothing(opened: Opener, hostile: Path) -> None:
    watched = opened(f"{hostile.as_uri()}/", size=(360, 740))
    page = watched.go("gallery/en/index.html")
    assert page.locator("h1").inner_text() == HOSTILE[1]
    assert page.evaluate("document.scripts.length") == 2
    assert (
        page.evaluate("document.querySelectorAll('a[href^=javascript], img[onerror], [onmouseover]').length")
        == 0
    )
    for number in (1, 2, 3, 4, 5, 9, 10, 13):
        page = watched.go(f"gallery/en/x/{number}.html")
        words = page.locator("blockquote").inner_text()
        expected = HOSTILE[number - 1].replace("\u202e", "").replace("\u2066", "")
        assert words == expected
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.evaluate(
            "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)"
        )
    page = watched.go("gallery/de/index.html")
    for option in page.locator("#politician option").all()[1:]:
        page.select_option("#politician", option.get_attribute("value"))
        assert len(watched.tiles()) == 1


# ---------------------------------------------------------------- filter and languages


def test_the_filter_shows_what_fits_and_can_be_sent(opened: Opener, disk: str) -> None:
    watched = opened(disk)
    page = watched.go()
    count = page.locator("#count")
    assert count.get_attribute("role") == "status"
    assert len(watched.tiles()) == 24
    page.select_option("#country", "it")
    assert len(watched.tiles()) == 9
    assert page.locator("#politician option").all_inner_texts() == [
        "Everyone",
        "Dario Esempio (5)",
        "Anna Example (4)",
    ]
    page.select_option("#politician", "anna-example.it")
    sync_api.expect(count).to_have_text("4 pictures")
    page.select_option("#kind", "portrait")
    sync_api.expect(count).to_have_text("1 picture")
    assert watched.tiles() == ["p20"]
    address = page.url
    page.select_option("#country", "de")
    sync_api.expect(page.locator("#politician")).to_have_value("")
    sync_api.expect(count).to_have_text("1 picture")
    page.go_back()
    sync_api.expect(page.locator("#politician")).to_have_value("anna-example.it")
    assert watched.tiles() == ["p20"]
    page.locator("#kind").focus()
    page.keyboard.press("Escape")
    sync_api.expect(count).to_have_text("24 pictures")
    assert page.evaluate("document.activeElement.id") == "country"
    assert page.locator(".reset").is_disabled()

    sent = opened(disk)
    sent.page.goto(address)
    assert sent.tiles() == ["p20"]
    sent.page.locator("#filter").scroll_into_view_if_needed()
    place = sent.page.evaluate("scrollY")
    sent.page.locator(".reset").click()
    assert len(sent.tiles()) == 24
    assert sent.page.url.endswith("#all")
    assert sent.page.evaluate("scrollY") == place  # the page stands where it stood
    sent.go("gallery/index.html#country=nowhere&politician=%3Cb%3E&at=x")
    assert len(sent.tiles()) == 24


def test_nothing_that_fits_is_said(opened: Opener, disk: str) -> None:
    watched = opened(disk)
    page = watched.go("gallery/it/index.html#country=de&politician=anna-example.it")
    assert len(watched.tiles()) == 5  # a politician of another country counts for nothing
    page.go_back()
    folder = Path(disk.removeprefix("file://"))
    alone = write_export(folder / "alone", [card(1), card(4, country="Italy")], languages=("it",))
    other = opened(f"{alone.as_uri()}/")
    page = other.go("gallery/index.html#country=de&kind=portrait")
    sync_api.expect(page.locator("#count")).to_contain_text("Nessuna immagine corrisponde")
    assert other.tiles() == []


def test_another_language_begins_at_the_same_place(opened: Opener, disk: str) -> None:
    watched = opened(disk)
    page = watched.go("gallery/en/index.html#country=it")
    page.locator(".languages a[lang=de]").click()
    sync_api.expect(page.locator("#country")).to_have_value("it")
    sync_api.expect(page.locator("#count")).to_have_text("9 Bilder")
    page.locator("#p8").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('p8').scrollIntoView()")
    page.locator(".languages a[lang=fr]").evaluate("link => link.click()")
    sync_api.expect(page.locator("html")).to_have_attribute("lang", "fr")
    sync_api.expect(page.locator("#country")).to_have_value("it")
    sync_api.expect(page.locator("#pictures")).not_to_be_in_viewport()
    assert "at=" in page.url
    page = watched.go("gallery/en/index.html")
    page.evaluate("document.getElementById('p3').scrollIntoView()")
    page.locator(".languages a[lang=it]").evaluate("link => link.click()")
    sync_api.expect(page.locator("html")).to_have_attribute("lang", "it")
    sync_api.expect(page.locator("#pictures")).not_to_be_in_viewport()
    assert "/gallery/it/index.html#p" in page.url


# ---------------------------------------------------------------- carousel


def standing(page: Any) -> str:
    """The number of the slide that stands, and whether its frame has come."""
    return str(
        page.evaluate(
            """() => {
            const slides = [...document.querySelectorAll('.slide')].filter(slide => !slide.hidden);
            const exposure = slides[0].querySelector('.exposure');
            const number = slides[0].querySelector('a').getAttribute('href').match(/\\d+/)[0];
            return slides.length + ':' + number + (exposure.classList.contains('found') ? ' framed' : '');
        }"""
        )
    )


def slow(opened: Opener, home: str, path: str = "gallery/index.html", **wishes: Any) -> Watched:
    """A page whose clock stands until it is told to go on."""
    watched = opened(home, **wishes)
    watched.page.clock.install(time=EXPORTED_AT)
    watched.page.clock.pause_at(EXPORTED_AT + timedelta(seconds=1))
    watched.go(path)
    loaded(watched.page)
    return watched


def loaded(page: Any) -> None:
    """Waits until what is in sight is decoded, so that only the clock is waited for."""
    page.evaluate(
        """() => Promise.all([...document.querySelectorAll('.exposure img')]
            .filter(image => image.offsetParent).map(image => image.decode()))"""
    )


def test_the_picture_comes_first_then_its_frame_then_the_next_picture(opened: Opener, disk: str) -> None:
    page = slow(opened, disk).page
    assert standing(page) == "1:23"
    assert page.evaluate("getComputedStyle(document.querySelector('.slide .frame')).opacity") == "0"
    page.clock.run_for(LOOK - 100)
    assert standing(page) == "1:23"
    page.clock.run_for(200)
    assert standing(page) == "1:23 framed"
    sync_api.expect(page.locator(".slide .frame").first).to_have_css("opacity", "1")
    page.clock.run_for(STAY)
    assert standing(page) == "1:22"
    assert page.locator(".position").inner_text() == "2 of 12"
    loaded(page)
    page.clock.run_for(LOOK)
    assert standing(page) == "1:22 framed"


def test_the_carousel_pauses(opened: Opener, disk: str) -> None:
    page = slow(opened, disk).page
    toggle = page.locator(".toggle")
    assert toggle.inner_text() == "Pause"
    assert page.locator("#slides").get_attribute("aria-live") == "off"
    toggle.click()
    assert toggle.inner_text() == "Play"
    assert page.locator("#slides").get_attribute("aria-live") == "polite"
    page.clock.run_for(10 * (LOOK + STAY))
    assert standing(page) == "1:23 framed"
    toggle.click()
    page.clock.run_for(STAY)
    assert standing(page) == "1:22"


def test_the_carousel_stands_still_under_a_pointer_and_under_the_focus(opened: Opener, disk: str) -> None:
    page = slow(opened, disk).page
    page.locator(".slide a").first.hover()
    page.clock.run_for(10 * (LOOK + STAY))
    assert standing(page) == "1:23 framed"
    page.mouse.move(5, 5)
    page.locator(".slide a").first.focus()
    page.clock.run_for(10 * (LOOK + STAY))
    assert standing(page) == "1:23 framed"
    page.locator("#country").focus()
    page.clock.run_for(STAY)
    assert standing(page) == "1:22"


def test_keys_and_buttons_turn_the_carousel(opened: Opener, disk: str) -> None:
    page = slow(opened, disk).page
    page.locator(".controls .next").click()
    assert standing(page) == "1:22"
    assert page.locator(".toggle").inner_text() == "Play"  # whoever turns by hand is not overtaken
    page.keyboard.press("ArrowRight")
    assert standing(page) == "1:21"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert standing(page) == "1:9"  # once round: of the twelve newest deepfakes the oldest
    page.locator(".toggle").click()
    page.keyboard.press("Escape")
    assert page.locator(".toggle").inner_text() == "Play"


def test_a_swipe_turns_the_carousel(opened: Opener, disk: str) -> None:
    page = slow(opened, disk, has_touch=True, size=(360, 740)).page
    page.evaluate(
        """() => {
        const box = document.getElementById('slides');
        const touch = x => new Touch({ identifier: 1, target: box, clientX: x, clientY: 300 });
        box.dispatchEvent(new TouchEvent('touchstart', { changedTouches: [touch(300)] }));
        box.dispatchEvent(new TouchEvent('touchend', { changedTouches: [touch(100)] }));
    }"""
    )
    assert standing(page) == "1:22"


def test_nothing_moves_for_those_who_ask_for_that(opened: Opener, disk: str) -> None:
    page = slow(opened, disk, reduced_motion="reduce").page
    page.clock.run_for(1)
    assert standing(page) == "1:23 framed"
    assert page.locator(".toggle").inner_text() == "Play"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.slide .frame')).transitionDuration") == "0s"
    )
    page.clock.run_for(10 * (LOOK + STAY))
    assert standing(page) == "1:23 framed"


# ---------------------------------------------------------------- page of a picture


def test_the_page_of_a_picture_answers_to_keys(opened: Opener, disk: str) -> None:
    watched = slow(opened, disk, "gallery/en/x/7.html")
    page = watched.page
    frame = page.locator(".exposure .frame")
    assert frame.evaluate("frame => getComputedStyle(frame).opacity") == "0"
    page.clock.run_for(LOOK)
    sync_api.expect(page.locator(".frame").first).to_have_css("opacity", "1")
    page.locator("#frame").focus()
    page.keyboard.press("Space")
    sync_api.expect(page.locator(".frame").first).to_have_css("opacity", "0")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/x/6.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/x/7.html")
    page.keyboard.press("Control+ArrowLeft")
    page.keyboard.press("Escape")
    page.wait_for_url("**/en/index.html#p7")


# ---------------------------------------------------------------- without script, on paper, on every screen


def test_without_script_everything_is_there(opened: Opener, disk: str) -> None:
    watched = opened(disk, java_script_enabled=False)
    page = watched.go()
    assert page.locator("#tiles > .tile:visible").count() == 24
    assert page.locator(".slide:visible").count() == 1
    assert page.locator(".slide:visible .frame").evaluate("frame => getComputedStyle(frame).opacity") == "1"
    assert page.locator("form:visible, .controls:visible").count() == 0
    assert page.locator("#tiles img").first.get_attribute("src") == "../data/photos/24_box.jpg"
    page.locator("#p7 a").click()
    assert page.locator(".frame").evaluate("frame => getComputedStyle(frame).opacity") == "1"
    assert page.locator(".switch:visible").count() == 0
    page.locator("#home").click()
    assert page.url.endswith("/en/index.html#p7")


def test_on_paper_there_are_the_pictures_and_no_controls(opened: Opener, disk: str) -> None:
    page = opened(disk).go()
    page.emulate_media(media="print")
    assert page.locator("#tiles > .tile:visible").count() == 24
    assert page.locator("form:visible, .controls:visible, .languages:visible").count() == 0
    assert page.locator(".mark:visible").count() >= 24


@pytest.mark.parametrize("path", ["gallery/index.html", "gallery/de/index.html", "gallery/fr/x/7.html"])
def test_no_screen_has_to_be_moved_sideways_and_nothing_jumps(path: str, opened: Opener, disk: str) -> None:
    page = opened(disk).go(path)
    heights = "[...document.querySelectorAll('.picture, .exposure')].map(one => one.offsetHeight)"
    sizes = [(320, 640), (360, 740), (820, 1180), (1366, 768), (1920, 1080)]
    before = []
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(
            "[...document.querySelectorAll('a, button, select')].filter(one => one.offsetParent)"
            ".every(one => one.getBoundingClientRect().right <= innerWidth + 1)"
        )
        before.append(page.evaluate(heights))
    # The place of a picture is as large before it comes.
    page.evaluate("document.querySelectorAll('img').forEach(image => { image.removeAttribute('src') })")
    for (width, height), known in zip(sizes, before, strict=True):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(heights) == known


def test_many_pictures_are_loaded_only_when_they_come_into_sight(opened: Opener, tmp_path: Path) -> None:
    many = write_export(tmp_path, [card(number) for number in range(1, 501)], languages=("en",))
    watched = opened(f"{many.as_uri()}/")
    page = watched.go()
    page.wait_for_load_state()
    assert len(watched.tiles()) == 500
    assert len([url for url in watched.asked if url.endswith(".jpg")]) < 100
    page.select_option("#country", "de")
    sync_api.expect(page.locator("#count")).to_have_text("100 pictures")


# ---------------------------------------------------------------- for everybody

FAULTS = """() => {
    const faults = [];
    const all = selector => [...document.querySelectorAll(selector)];
    const shown = one => one.offsetParent !== null;
    if (all('h1').length !== 1) faults.push('h1: ' + all('h1').length);
    let level = 1;
    for (const heading of all('h1, h2, h3, h4').slice(1)) {
        const next = Number(heading.tagName[1]);
        if (next > level + 1) faults.push('heading leaps: ' + heading.textContent);
        level = next;
    }
    for (const image of all('img')) {
        if (!image.hasAttribute('alt')) faults.push('no alt: ' + image.src);
        if (!image.alt && !image.classList.contains('frame')) faults.push('empty alt: ' + image.src);
        if (!(image.getAttribute('width') > 0 && image.getAttribute('height') > 0)) faults.push('no size');
    }
    const ids = all('[id]').map(one => one.id);
    if (new Set(ids).size !== ids.length) faults.push('an id twice');
    for (const name of ['aria-labelledby', 'aria-controls'])
        for (const one of all('[' + name + ']'))
            if (!document.getElementById(one.getAttribute(name))) faults.push(name + ' of nothing');
    for (const one of all('select, input'))
        if (!one.labels.length || !one.labels[0].textContent.trim()) faults.push('no label: ' + one.id);
    for (const one of all('a, button'))
        if (!one.textContent.trim() && !one.getAttribute('aria-label')) faults.push('no name: ' + one.id);
    for (const name of ['header', 'main', 'footer'])
        if (all('body > ' + name).length !== 1) faults.push('no ' + name);
    for (const one of all('nav, .carousel, form'))
        if (!one.getAttribute('aria-label')) faults.push('no name: ' + one.className);
    if (!document.documentElement.lang || !document.title.trim()) faults.push('no lang or title');
    for (const one of all('button, select').filter(shown)) {
        const place = one.getBoundingClientRect();
        if (place.height < 43 || place.width < 43) faults.push('too small: ' + one.className);
    }
    for (const one of all('.tile, .slide, article'))
        if (one.dataset.kind !== 'portrait' && !one.querySelector('.mark')) faults.push('no mark');
    return faults;
}"""


@pytest.mark.parametrize("path", ["gallery/index.html", "gallery/it/x/7.html", "gallery/fr/x/24.html"])
def test_pages_are_sound_for_a_screen_reader(path: str, opened: Opener, disk: str) -> None:
    assert opened(disk).go(path).evaluate(FAULTS) == []


@pytest.mark.parametrize("path", ["gallery/index.html", "gallery/de/x/7.html"])
def test_every_stop_of_the_tab_key_is_seen(path: str, opened: Opener, disk: str) -> None:
    page = opened(disk).go(path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    stops = 0
    while page.evaluate("document.activeElement !== document.body") and stops < 30:
        assert page.evaluate(
            """() => {
            const one = document.activeElement;
            const seen = [getComputedStyle(one), getComputedStyle(one, '::after')]
                .some(style => style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 3);
            const place = one.getBoundingClientRect();
            return seen && place.bottom > 0 && place.top < innerHeight;
        }"""
        ), page.evaluate("document.activeElement.outerHTML")
        page.keyboard.press("Tab")
        stops += 1
    assert stops > 12


def test_the_skip_link_leads_to_the_pictures(opened: Opener, disk: str) -> None:
    page = opened(disk).go("gallery/en/x/7.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_numbers_and_dates_are_those_of_the_browser(opened: Opener, disk: str) -> None:
    page = opened(disk).go()
    folder = resources_dir() / "gallery"
    for language in LANGUAGES:
        words = read_words(language, folder=folder)
        for number in (0, 7, 999, 1000, 9999, 10_000, 1_234_567):
            locale = "en-GB" if language == "en" else language
            assert words.number(number) == page.evaluate(
                f"new Intl.NumberFormat('{locale}').format({number})"
            )
        for month in range(1, 13):
            day = datetime(2026, month, 17, tzinfo=EXPORTED_AT.tzinfo)
            told = page.evaluate(
                f"new Intl.DateTimeFormat('{locale}', {{dateStyle: 'long', timeZone: 'UTC'}})"
                f".format(new Date('{day.date()}'))"
            )
            assert words.date(day) == told
