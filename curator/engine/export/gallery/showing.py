"""What a page shows of a card: every text cleaned, translated, and ready to be put into a template."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from curator.engine.countries import find_country
from curator.engine.export.gallery.cards import GalleryCard
from curator.engine.export.gallery.words import Words, isolated
from curator.engine.text import clean_line, clean_text, name_key

NOBODY = "-"
"""Key of pictures that name nobody, or no country."""

RATIO_STEP = 2
"""Hundredths between two classes of shapes: a picture is off by one percent at the most."""

NARROWEST, WIDEST = 20, 300
"""Hundredths: pictures beyond a fifth or three times as wide as high stand in a frame of that shape."""

NARROW, WIDE = 62, 210
"""Hundredths: beyond these a list shows pictures with a margin, as ``--g`` in the style has it."""

WIDTH_STEP, FULL_WIDTH = 40, 800
"""Pixels between two classes of widths; wider pictures count as that wide."""

_NAME = 160
_OFFICE = 120
_WORDS = 4000
_FEW_WORDS = 180


@dataclass(frozen=True, slots=True)
class Shown:
    """A card in one language; every text is clean, none is markup.

    Attributes:
        id: of the submission.
        name: full name; empty when nobody is named.
        country: in the language; may be empty.
        role: likewise.
        country_key: of the filter; ``NOBODY`` without a country.
        politician_key: likewise; the same person in the same country has the same key.
        sort_key: orders politicians by surname.
        kind: ``deepfake`` or ``portrait``.
        mark: the label in words; of portraits the word for them.
        told: a sentence that says what the picture is.
        alt: says in words what is to be seen.
        description: what came with it, with line breaks; may be empty.
        excerpt: its beginning, on one line.
        received: day, written out.
        received_iso: the same day as ``YYYY-MM-DD``.
        width: in pixels.
        height: likewise.
        shape: names of the classes that tell the style sheet shape and width.
        image: path inside the export of the picture without frame.
        boxfile: likewise with frame.
        framed: whether the two differ by a frame.
    """

    id: int
    name: str
    country: str
    role: str
    country_key: str
    politician_key: str
    sort_key: str
    kind: str
    mark: str
    told: str
    alt: str
    description: str
    excerpt: str
    received: str
    received_iso: str
    width: int
    height: int
    shape: str
    image: str
    boxfile: str
    framed: bool

    @property
    def is_deepfake(self) -> bool:
        """Whether it was made with AI, or put together."""
        return self.kind == "deepfake"

    @property
    def plain_name(self) -> str:
        """The name for a place without markup."""
        return isolated(self.name)


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a filter.

    Attributes:
        key: what cards are compared by.
        name: as shown; plain text that keeps its direction to itself.
        count: how many cards it fits.
        country_key: of a politician: where from; empty otherwise.
    """

    key: str
    name: str
    count: int
    country_key: str = ""


def shown(card: GalleryCard, *, words: Words) -> Shown:
    """The card in a language."""
    name = clean_line(f"{card.given_name} {card.surname}", limit=_NAME)
    sent_country = clean_line(card.country, limit=_OFFICE)
    country = words.country(sent_country)
    role = words.role(clean_line(card.role, limit=_OFFICE))
    known = find_country(sent_country)
    country_key = known.code.lower() if known else _key(sent_country)
    making = card.known_making.value if card.is_deepfake else "portrait"
    return Shown(
        id=card.id,
        name=name,
        country=country,
        role=role,
        country_key=country_key,
        politician_key=f"{_key(name)}.{country_key}" if name else NOBODY,
        sort_key=name_key(f"{card.surname} {card.given_name}") or name,
        kind=card.kind.value,
        mark=words.plain(f"mark_{making}"),
        told=words.plain(f"told_{making}"),
        alt=words.plain(f"alt_{making}", who=_who(name, role=role, country=country, words=words)),
        description=clean_text(card.description, limit=_WORDS),
        excerpt=clean_line(card.description, limit=_FEW_WORDS),
        received=words.date(card.received_at),
        received_iso=card.received_at.date().isoformat(),
        width=card.width,
        height=card.height,
        shape=_shape(card),
        image=card.image,
        boxfile=card.boxfile,
        framed=card.framed,
    )


def countries_of(cards: Sequence[Shown], *, words: Words) -> tuple[Choice, ...]:
    """The countries of some cards, in the language's order; those without one last."""
    counts = Counter(card.country_key for card in cards)
    names = {card.country_key: isolated(card.country) for card in cards}
    names[NOBODY] = words.plain("no_country")
    keys = sorted(counts, key=lambda key: (key == NOBODY, name_key(names[key]), key))
    return tuple(Choice(key, names[key], counts[key]) for key in keys)


def politicians_of(cards: Sequence[Shown], *, words: Words) -> tuple[Choice, ...]:
    """The politicians of some cards by surname; pictures that name nobody last."""
    counts = Counter(card.politician_key for card in cards)
    first = {card.politician_key: card for card in reversed(cards)}
    keys = sorted(counts, key=lambda key: (key == NOBODY, first[key].sort_key, key))
    return tuple(
        Choice(
            key,
            words.plain("not_named") if key == NOBODY else first[key].plain_name,
            counts[key],
            "" if key == NOBODY else first[key].country_key,
        )
        for key in keys
    )


def shape_rules() -> str:
    """The style rules behind ``Shown.shape``: pages may not carry styles of their own."""
    shapes = range(NARROWEST, WIDEST + 1, RATIO_STEP)
    widths = range(WIDTH_STEP, FULL_WIDTH + 1, WIDTH_STEP)
    ratios = "".join(f".r{number}{{--r:{number / 100:g}}}" for number in shapes)
    return f"{ratios}\n{''.join(f'.w{number}{{--w:{number}px}}' for number in widths)}\n"


def _who(name: str, *, role: str, country: str, words: Words) -> str:
    """Who is to be seen, for a sentence in plain text."""
    if not name:
        return words.plain("alt_nobody")
    office = ", ".join(isolated(part) for part in (role, country) if part)
    return f"{isolated(name)} ({office})" if office else isolated(name)


def _key(text: str) -> str:
    return name_key(text).replace(" ", "-") or text.casefold() or NOBODY


def _shape(card: GalleryCard) -> str:
    hundredths = round(100 * card.width / card.height / RATIO_STEP) * RATIO_STEP
    width = -(-card.width // WIDTH_STEP) * WIDTH_STEP
    odd = "" if NARROW <= hundredths <= WIDE else " odd"
    return f"r{min(max(hundredths, NARROWEST), WIDEST)} w{min(width, FULL_WIDTH)}{odd}"
