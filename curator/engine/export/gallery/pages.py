"""Renders the pages of the gallery from templates."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from curator.engine.errors import ExportError
from curator.engine.export import labels
from curator.engine.export.contents import GALLERY
from curator.engine.export.gallery import linked_data
from curator.engine.export.gallery.cards import GalleryCard
from curator.engine.export.gallery.policy import POLICY
from curator.engine.export.gallery.showing import (
    NOBODY,
    Shown,
    countries_of,
    politicians_of,
    shape_rules,
    shown,
)
from curator.engine.export.gallery.words import Words, read_words
from curator.engine.export.options import LANGUAGES, ExportOptions
from curator.engine.resources import resources_dir
from curator.engine.said import said
from curator.engine.text import clean_line

SLIDES = 12
"""Pictures that the front page shows one after another: the newest deepfakes."""

FEWEST_TO_FILTER = 2
"""Cards from which on a filter is worth its place."""

_RELATED = 6
"""Pictures of the same politician on the page of one."""

_LINE = 300
"""Characters of title, credit and licence."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page lies.

    Attributes:
        root: leads from the page to the gallery's folder.
        home: leads to the folder of the page's language.
        rest: what follows the folder of a language in the page's address.
    """

    root: str
    home: str
    rest: str

    @property
    def up(self) -> str:
        """Leads from the page to the export's folder."""
        return f"{self.root}../"


def render(
    cards: Sequence[GalleryCard], *, options: ExportOptions, exported_at: datetime
) -> Iterator[tuple[str, bytes]]:
    """The files of the gallery, one after another.

    The same cards, options and day make the same bytes.

    Args:
        cards: in any order; the newest are shown first.
        options: languages, title, credit and licence.
        exported_at: aware; the day is written on each page.

    Yields:
        Path inside the export, with forward slashes, and the bytes of the file.

    Raises:
        ExportError: what the gallery is made from is missing or damaged.
    """
    folder = resources_dir() / GALLERY
    try:
        yield from _files(folder, cards=cards, options=options, exported_at=exported_at)
    except (OSError, TemplateError, KeyError) as error:
        raise ExportError(
            said("The gallery cannot be written: {place} is missing or damaged.", place=folder),
            advice=said("Install Curator again, or export without the gallery."),
        ) from error


def asset_files(folder: Path) -> dict[str, bytes]:
    """The files that all pages share, by their path inside the export."""
    style = (folder / "gallery.css").read_text(encoding="utf-8") + shape_rules()
    return {
        f"{GALLERY}/gallery.css": style.encode(),
        f"{GALLERY}/gallery.js": (folder / "gallery.js").read_text(encoding="utf-8").encode(),
        f"{GALLERY}/icon.svg": (folder / "icon.svg").read_text(encoding="utf-8").encode(),
    }


def environment(folder: Path) -> Environment:
    """Templates in which every value is escaped and a name that is not there is an error."""
    return Environment(
        loader=FileSystemLoader(folder / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _files(
    folder: Path, *, cards: Sequence[GalleryCard], options: ExportOptions, exported_at: datetime
) -> Iterator[tuple[str, bytes]]:
    assets = asset_files(folder)
    yield from assets.items()
    templates = environment(folder)
    ordered = sorted(cards, key=lambda card: (card.received_at, card.id), reverse=True)
    languages = tuple(one for one in LANGUAGES if one in options.languages) or LANGUAGES[:1]
    # One lookup for all languages: names of languages are said in themselves.
    spoken = {language: read_words(language, folder=folder) for language in languages}
    title, credit, licence = (
        clean_line(text, limit=_LINE) if text else ""
        for text in (options.title, options.credit, options.licence)
    )
    shared = {
        "policy": POLICY,
        # Browsers keep style and script until their address changes.
        "edition": hashlib.sha256(b"".join(assets.values())).hexdigest()[:8],
        "names": {language: words.plain("language") for language, words in spoken.items()},
        "credit": credit,
        "licence": licence,
        "licence_address": labels.licence_address(licence),
        "has_deepfakes": any(card.is_deepfake for card in ordered) or not ordered,
        "framed": any(card.framed for card in ordered),
        "export_day": exported_at.astimezone(UTC).date().isoformat(),
    }
    for number, (language, words) in enumerate(spoken.items()):
        views = [shown(card, words=words) for card in ordered]
        common = {
            **shared,
            "w": words,
            "language": language,
            "title": title or words.plain("title" if shared["has_deepfakes"] else "title_portraits"),
            "exported": words.date(exported_at),
        }
        if number == 0:
            place = _Place(root="", home=f"{language}/", rest="index.html")
            yield f"{GALLERY}/index.html", _front(templates, views, place=place, common=common)
        place = _Place(root="../", home="", rest="index.html")
        yield f"{GALLERY}/{language}/index.html", _front(templates, views, place=place, common=common)
        for path, data in _pictures(templates, views, cards=ordered, common=common):
            yield f"{GALLERY}/{language}/{path}", data


def _front(
    templates: Environment, views: Sequence[Shown], *, place: _Place, common: Mapping[str, object]
) -> bytes:
    """The page that lists all pictures."""
    words = common["w"]
    assert isinstance(words, Words)
    slides = [view for view in views if view.is_deepfake] or views
    page = templates.get_template("front.html").render(
        **common,
        place=place,
        cards=views,
        slides=slides[:SLIDES],
        filtered=len(views) >= FEWEST_TO_FILTER,
        countries=countries_of(views, words=words),
        politicians=politicians_of(views, words=words),
        kinds=len({view.kind for view in views}) > 1,
        data=linked_data.gallery_data(
            name=str(common["title"]),
            language=words.language,
            credit=str(common["credit"]),
            licence=str(common["licence_address"]),
            day=str(common["export_day"]),
        ),
    )
    return page.encode()


def _pictures(
    templates: Environment,
    views: Sequence[Shown],
    *,
    cards: Sequence[GalleryCard],
    common: Mapping[str, object],
) -> Iterator[tuple[str, bytes]]:
    """A page for each picture, with paths from the folder of the language."""
    same: dict[str, list[Shown]] = {}
    for view in views:
        if view.politician_key != NOBODY:
            same.setdefault(view.politician_key, []).append(view)
    template = templates.get_template("picture.html")
    for number, (view, card) in enumerate(zip(views, cards, strict=True)):
        path = f"x/{view.id}.html"
        place = _Place(root="../../", home="../", rest=path)
        making = card.known_making if card.is_deepfake else None
        others = [one for one in same.get(view.politician_key, ()) if one.id != view.id]
        page = template.render(
            **common,
            place=place,
            card=view,
            newer=views[number - 1] if number else None,
            older=views[number + 1] if number + 1 < len(views) else None,
            related=others[:_RELATED],
            data=linked_data.picture_data(
                view,
                making=making,
                source_address=labels.source_address(making) if making else "",
                address=f"{place.up}{view.image}",
                language=str(common["language"]),
                credit=str(common["credit"]),
                licence=str(common["licence_address"]),
            ),
        )
        yield path, page.encode()
