"""What the gallery says in one language, and how that language writes numbers and dates."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from curator.engine.countries import find_country
from curator.engine.errors import ExportError
from curator.engine.said import said

_FEWEST_FOR_ONE = {"fr": 0}
"""The least number that takes the form for one thing: French says "0 image". Elsewhere it is 1."""

_OPEN, _CLOSE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Attributes:
        language: two letters, as in the ``lang`` of a page.
        phrases: by key; ``{names}`` are values.
        months: twelve, as they stand in a date.
        countries: by ISO 3166-1 alpha-2.
        roles: by the English name of the office.
    """

    language: str
    phrases: Mapping[str, str]
    months: tuple[str, ...]
    countries: Mapping[str, str]
    roles: Mapping[str, str]

    def plain(self, key: str, **values: object) -> str:
        """A phrase as plain text, for attributes and titles."""
        return self.phrases[key].format(**values)

    def __call__(self, key: str, **values: object) -> Markup:
        """A phrase as markup: values are escaped, and text of strangers keeps its direction to itself."""
        told = {
            name: value if isinstance(value, Markup) else Markup("<bdi>{}</bdi>").format(value)
            for name, value in values.items()
        }
        return escape(self.phrases[key]).format(**told)

    def count(self, key: str, count: int) -> str:
        """A phrase about a number of things, in plain text."""
        one = _FEWEST_FOR_ONE.get(self.language, 1) <= count <= 1
        return self.plain(f"{key}_one" if one else f"{key}_other", n=self.number(count))

    def number(self, number: int) -> str:
        """A whole number with its groups, as Unicode's CLDR has it for the language."""
        digits = str(number)
        if len(digits) < int(self.phrases["group_from"]):
            return digits
        return f"{number:,}".replace(",", self.phrases["group"])

    def date(self, moment: datetime) -> str:
        """The day of a moment in UTC, written out."""
        day = moment.astimezone(UTC)
        number = self.phrases["first_day"] if day.day == 1 else str(day.day)
        return self.plain("date", day=number, month=self.months[day.month - 1], year=day.year)

    def country(self, name: str) -> str:
        """A country of the index in this language; any other as it stands."""
        known = find_country(name) if name else None
        return self.countries[known.code] if known else name

    def role(self, name: str) -> str:
        """An office of the index in this language; any other as it stands."""
        return self.roles.get(name, name)


def read_words(language: str, *, folder: Path) -> Words:
    """The words of a language.

    Args:
        language: one of ``options.LANGUAGES``.
        folder: of the gallery's resources.

    Raises:
        ExportError: they are missing or damaged.
    """
    place = folder / "words" / f"{language}.json"
    try:
        table: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
        return Words(
            language=language,
            months=tuple(table.pop("months")),
            countries=table.pop("countries"),
            roles=table.pop("roles"),
            phrases=table,
        )
    except (OSError, ValueError, KeyError) as error:
        raise ExportError(
            said("The gallery cannot be written: {place} is missing or damaged.", place=place),
            advice=said("Install Curator again, or export without the gallery."),
        ) from error


def isolated(text: str) -> str:
    """Text of strangers for a place without markup: writing from right to left stays within it."""
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return f"{_OPEN}{text}{_CLOSE}"
    return text
