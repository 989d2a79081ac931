"""Reads a file of the gallery back and refuses it unless it holds what the gallery may hold."""

import json
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final
from urllib.parse import unquote, urlsplit

from curator.engine.export.contents import GALLERY, PHOTOS
from curator.engine.export.flaws import Flaw
from curator.engine.export.gallery.cards import GalleryCard
from curator.engine.export.gallery.pages import asset_files
from curator.engine.export.gallery.policy import POLICY
from curator.engine.export.options import LANGUAGES
from curator.engine.resources import resources_dir
from curator.engine.said import said

_ANYWHERE = frozenset(
    {"aria-hidden", "aria-keyshortcuts", "aria-label", "aria-labelledby", "aria-roledescription"}
    | {"class", "dir", "hidden", "id", "lang", "role", "tabindex", "title"}
)
_PLAIN = (
    *("abbr", "article", "bdi", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure"),
    *("footer", "form", "h1", "h2", "h3", "head", "header", "html", "main", "nav", "section", "span"),
    *("title", "ul"),
)
_ELEMENTS: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(_PLAIN, frozenset[str]()),
    "a": frozenset({"aria-current", "href", "hreflang", "rel"}),
    "button": frozenset({"aria-controls", "data-pause", "data-play", "type"}),
    "img": frozenset({"alt", "decoding", "height", "loading", "src", "width"}),
    "input": frozenset({"autocomplete", "checked", "type"}),
    "label": frozenset({"for"}),
    "li": frozenset({"data-country", "data-kind", "data-politician"}),
    "link": frozenset({"href", "hreflang", "rel", "type"}),
    "meta": frozenset({"charset", "content", "http-equiv", "name"}),
    "option": frozenset({"data-country", "value"}),
    "p": frozenset({"data-none", "data-one", "data-other", "data-words"}),
    "script": frozenset({"src", "type"}),
    "select": frozenset({"autocomplete", "name"}),
    "time": frozenset({"datetime"}),
}
"""What the templates use, with which attributes besides those of ``_ANYWHERE``. Nothing else may be there."""

_VOID = frozenset({"img", "input", "link", "meta"})
_EXPOSING = frozenset({("article", ""), ("figure", "slide"), ("li", "tile")})
"""Elements, by name and class, that hold one picture together with what is said of it."""

_LABEL = frozenset({"mark", "ai"})
_TELLING = frozenset("<>&\u2028\u2029")
_START = "<!DOCTYPE html>\n"
_PART = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)"
    r'(?P<attributes>(?: [a-z][a-z-]*(?:="[^"<>]*")?)*)>'
    r"|(?P<text>[^<>]+)"
)
_ATTRIBUTE = re.compile(r' ([a-z-]+)(?:="([^"]*)")?')
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_FRONT = re.compile(rf"{GALLERY}/(?:(?:{'|'.join(LANGUAGES)})/)?index\.html")
_FILE = re.compile(rf"{PHOTOS}/(\d{{1,18}})[-_][\w.-]+")
_PICTURE = re.compile(rf"{GALLERY}/(?:{'|'.join(LANGUAGES)})/x/(\d{{1,18}})\.html")


def check(path: str, data: bytes, *, cards: Mapping[int, GalleryCard]) -> None:
    """Look at a written file with eyes of its own: it shares nothing with the templates.

    Args:
        path: inside the export, with forward slashes.
        data: what stands in the file.
        cards: of all published pictures, by id.

    Raises:
        Flaw: the file holds something else than it should, or lacks something.
    """
    page = _PICTURE.fullmatch(path)
    if page is None and _FRONT.fullmatch(path) is None:
        if asset_files(resources_dir() / GALLERY).get(path) != data:
            raise Flaw(said("is not what Curator writes into a gallery"))
        return
    if page is not None and int(page[1]) not in cards:
        raise Flaw(said("is a page of a picture that is not published"))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Flaw(said("is no text")) from error
    if _CONTROL.search(text):
        raise Flaw(said("holds characters that no page may hold"))
    _Reader(path, cards=cards).read(text, wanted={int(page[1])} if page else set(cards))


@dataclass(slots=True)
class _Exposure:
    """An element that shows a picture, while it is read."""

    depth: int
    pictures: set[int] = field(default_factory=set)
    labelled: bool = False


class _Reader:
    """Reads one page; stops with a `Flaw` at the first thing that may not be there.

    It knows far less of HTML than a browser: elements are written in one way only, and neither
    remarks nor loose brackets are understood. So there is nothing that it could misunderstand.
    """

    def __init__(self, path: str, *, cards: Mapping[int, GalleryCard]) -> None:
        """Read the page at that path."""
        self._path = path
        self._folder = posixpath.dirname(path)
        self._cards = cards
        self._open: list[str] = []
        self._classes: list[frozenset[str]] = []
        self._exposures: list[_Exposure] = []
        self._shown: set[int] = set()
        self._ids: set[str] = set()
        self._policies = 0
        self._headings = 0
        self._in_data = False

    def read(self, text: str, *, wanted: set[int]) -> None:
        """Read the whole page, which has to show at least these pictures."""
        if not text.startswith(_START):
            raise Flaw(said("is no page of a gallery"))
        place = len(_START)
        while place < len(text):
            found = _PART.match(text, place)
            if found is None:
                raise Flaw(said("holds markup that is not Curator's"))
            place = found.end()
            if found["text"] is not None:
                self._read_text(found["text"])
            elif found["end"]:
                self._end(found["tag"])
            else:
                self._begin(found["tag"], _ATTRIBUTE.findall(found["attributes"]))
        if self._open:
            raise Flaw(said("holds markup that does not end where it should"))
        if self._policies != 1:
            raise Flaw(said("lacks the rule about what it may load"))
        if self._headings != 1:
            raise Flaw(said("has not exactly one main heading"))
        if not wanted <= self._shown:
            raise Flaw(said("lacks a picture"))

    def _begin(self, tag: str, attributes: list[tuple[str, str]]) -> None:
        """One element begins."""
        values = {name: unescape(value) for name, value in attributes}
        allowed = _ELEMENTS.get(tag)
        if allowed is None or len(values) != len(attributes) or not values.keys() <= allowed | _ANYWHERE:
            raise Flaw(said("holds markup that is not Curator's"))
        self._heed(tag, values)
        if tag in _VOID:
            return
        self._open.append(tag)
        classes = values.get("class", "").split()
        self._classes.append(frozenset(classes))
        if not _EXPOSING.isdisjoint((tag, one) for one in ["", *classes]):
            self._exposures.append(_Exposure(depth=len(self._open)))

    def _end(self, tag: str) -> None:
        """One element ends; it has to be the last one that began."""
        if not self._open or self._open[-1] != tag:
            raise Flaw(said("holds markup that does not end where it should"))
        if self._exposures and self._exposures[-1].depth == len(self._open):
            self._close_exposure(self._exposures.pop())
        self._open.pop()
        self._classes.pop()
        self._in_data = False

    def _read_text(self, text: str) -> None:
        """Text within the last element that began."""
        if not text.strip():
            return
        if self._open and self._open[-1] == "script":
            if not self._in_data:
                raise Flaw(said("holds a script"))
            self._check_data(text)
        elif self._exposures and self._classes[-1] >= _LABEL and text.lstrip().startswith("AI"):
            for exposure in self._exposures:
                exposure.labelled = True

    def _heed(self, tag: str, values: Mapping[str, str]) -> None:
        """Look at the attributes that matter."""
        identity = values.get("id")
        if identity is not None:
            if identity in self._ids:
                raise Flaw(said("names two of its parts the same"))
            self._ids.add(identity)
        if tag == "meta" and "http-equiv" in values:
            if values != {"http-equiv": "Content-Security-Policy", "content": POLICY}:
                raise Flaw(said("holds another rule about what it may load"))
            self._policies += 1
        elif tag in ("script", "link", "img") and not self._policies:
            raise Flaw(said("loads something before the rule about what it may load"))
        if tag == "h1":
            self._headings += 1
        elif tag == "script":
            self._check_script(values)
        elif tag == "img":
            self._check_image(values)
        elif "href" in values:
            self._check_link(tag, values)

    def _check_script(self, values: Mapping[str, str]) -> None:
        if values.get("type") == "application/ld+json" and "src" not in values:
            self._in_data = True
        elif "type" in values or self._target(values.get("src", "")) != f"{GALLERY}/gallery.js":
            raise Flaw(said("holds a script"))

    def _check_data(self, text: str) -> None:
        try:
            told = json.loads(text)
        except ValueError as error:
            raise Flaw(said("holds a script")) from error
        if not isinstance(told, dict) or not _TELLING.isdisjoint(text):
            raise Flaw(said("holds a script"))

    def _check_image(self, values: Mapping[str, str]) -> None:
        number = self._published(self._target(values.get("src", "")))
        if number is None:
            raise Flaw(said("shows a picture that is not published"))
        if "alt" not in values or not values.get("width") or not values.get("height"):
            raise Flaw(said("shows a picture without words or size"))
        if not self._exposures:
            raise Flaw(said("shows a picture without saying what it is"))
        for exposure in self._exposures:
            exposure.pictures.add(number)
        self._shown.add(number)

    def _check_link(self, tag: str, values: Mapping[str, str]) -> None:
        address = values["href"]
        if address.startswith("#"):
            return
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") and parts.netloc:
            if tag != "a" or "noopener" not in values.get("rel", "").split():
                raise Flaw(said("loads something from elsewhere"))
            return
        target = self._target(address)
        page = _PICTURE.fullmatch(target)
        if page is not None and int(page[1]) in self._cards:
            return
        assets = (f"{GALLERY}/gallery.css", f"{GALLERY}/icon.svg")
        if target in assets if tag == "link" else self._published(target) is not None:
            return
        if _FRONT.fullmatch(target):
            return
        raise Flaw(said("leads to something that is not in the export"))

    def _target(self, address: str) -> str:
        """Where an address leads inside the export; something that is never there if it leads elsewhere."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/") or "\\" in address:
            return ""
        return posixpath.normpath(posixpath.join(self._folder, unquote(parts.path)))

    def _published(self, path: str) -> int | None:
        """Whose picture lies at a path inside the export; None if it is nobody's."""
        found = _FILE.fullmatch(path)
        number = int(found[1]) if found else 0
        card = self._cards.get(number)
        return number if card is not None and path in (card.image, card.boxfile) else None

    def _close_exposure(self, exposure: _Exposure) -> None:
        kinds = {self._cards[number].is_deepfake for number in exposure.pictures}
        if True in kinds and not exposure.labelled:
            raise Flaw(said("shows a deepfake without its label"))
        if kinds == {False} and exposure.labelled:
            raise Flaw(said("labels a picture that is no deepfake"))
        if len(exposure.pictures) > 1:
            raise Flaw(said("shows two pictures as one"))
