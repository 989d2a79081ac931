"""Take the name of a folder or a cell for a politician's name."""

import re
from collections.abc import Sequence

from curator.engine.countries import find_country, find_role
from curator.engine.records import Claim, Kind, Politician
from curator.engine.text import clean_line, name_key

LONGEST_NAME = 100
"""Characters of a name, a country or an office that are kept."""

_MOST_WORDS = 7
_KINDS = {
    **dict.fromkeys(
        ("deepfake", "deepfakes", "deep fake", "deep fakes", "fake", "fakes", "faked"), Kind.DEEPFAKE
    ),
    **dict.fromkeys(
        ("portrait", "portraits", "legit", "real", "genuine", "original", "originals"), Kind.PORTRAIT
    ),
}
_PORTRAIT_FOLDERS = frozenset({"portrait", "portraits", "legit"})
_DRAWERS = frozenset(
    {
        *("image", "images", "pic", "pics", "picture", "pictures", "photo", "photos", "press", "upload"),
        *(
            "uploads",
            "inbox",
            "new",
            "old",
            "misc",
            "other",
            "others",
            "unsorted",
            "submissions",
            "data",
            "dataset",
            "output",
            "results",
        ),
        *(
            "politicians",
            "people",
            "references",
            "reference portraits",
            "done",
            "todo",
            "downloads",
            "desktop",
        ),
    }
)
_WORD = re.compile(r"[^\W\d_]+(?:['\u2018\u2019.\-][^\W\d_]*)*")


class NameIndex:
    """The politicians of the index, found by their name in any spelling of it."""

    def __init__(self, politicians: Sequence[Politician]) -> None:
        """Index politicians by full name (in both orders) and by surname."""
        self._by_name: dict[str, list[Politician]] = {}
        self._by_surname: dict[str, list[Politician]] = {}
        for politician in politicians:
            orders = (politician.full_name, f"{politician.surname} {politician.given_name}")
            for key in dict.fromkeys(map(name_key, orders)):
                self._by_name.setdefault(key, []).append(politician)
            self._by_surname.setdefault(name_key(politician.surname), []).append(politician)

    def find(self, text: str, *, country: str = "") -> Politician | None:
        """The one politician of that full name; the country decides between several."""
        return _only(self._by_name.get(name_key(text), []), country=country)

    def find_surname(self, text: str, *, country: str = "") -> Politician | None:
        """The one politician of that surname; the country decides between several."""
        return _only(self._by_surname.get(name_key(text), []), country=country)


def shown(text: str) -> str:
    """A folder's or cell's text as a name: underscores as spaces, cleaned."""
    return clean_line(text.replace("_", " "), limit=LONGEST_NAME)


def kind_named(text: str) -> Kind | None:
    """The kind that the cell of a table names: ``fake``, ``portrait``, ``real``."""
    return _KINDS.get(name_key(text))


def kind_of_folder(name: str) -> Kind | None:
    """The kind that a folder is named after: ``fakes``, ``portraits``, ``legit``.

    Portraits are published without a label, so a folder that is only called ``originals``
    or ``real``, as people call folders for many reasons, does not make one.
    """
    key = name_key(name)
    kind = _KINDS.get(key)
    return None if kind is Kind.PORTRAIT and key not in _PORTRAIT_FOLDERS else kind


def country_named(text: str) -> str:
    """A country as the index writes it, or as it stands if it is none of the index."""
    found = find_country(text)
    return found.name if found else clean_line(text, limit=LONGEST_NAME)


def role_named(text: str) -> str:
    """An office as the index writes it, or as it stands if it is none of the index."""
    found = find_role(text)
    return found.value if found else clean_line(text, limit=LONGEST_NAME)


def is_drawer(text: str) -> bool:
    """Whether a folder is named after a kind, a date or a use, and not after anyone."""
    key = name_key(text)
    return key in _KINDS or key in _DRAWERS or not key or any(letter.isdigit() for letter in key)


def looks_like_name(text: str) -> bool:
    """Whether text could be a person's full name: two words or more, capitals first and last."""
    words = text.replace("_", " ").split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    if any(word[0].islower() for word in (words[0], words[-1])) and not _has_inner_capital(words[-1]):
        return False
    return not (is_drawer(text) or find_country(text) or find_role(text))


def split_name(text: str) -> tuple[str, str]:
    """Split a full name of someone unknown into given name and surname.

    A surname in capitals is taken as written (``Maria da Graça CARVALHO``); else the first
    word, with initials after it, is the given name and the rest the surname (``Ursula``
    ``von der Leyen``, ``George W.`` ``Bush``).
    """
    words = shown(text).split()
    split = len(words)
    while split > 0 and words[split - 1].isupper() and len(words[split - 1]) > 1:
        split -= 1
    if not 0 < split < len(words):
        split = 1 if len(words) > 1 else 0
        while 0 < split < len(words) - 1 and len(words[split].rstrip(".")) == 1:
            split += 1
    return " ".join(words[:split]), " ".join(words[split:])


def claim_of(politician: Politician) -> Claim:
    """The claim that a picture shows this politician of the index."""
    return Claim(politician.given_name, politician.surname, politician.country, politician.role)


def _only(politicians: Sequence[Politician], *, country: str) -> Politician | None:
    if len(politicians) > 1 and country:
        wanted = name_key(country_named(country))
        politicians = [one for one in politicians if name_key(country_named(one.country)) == wanted]
    # Someone with two offices is in the index twice, and still one person.
    people = {(name_key(one.full_name), one.country) for one in politicians}
    return politicians[0] if len(people) == 1 else None


def _has_inner_capital(word: str) -> bool:
    return any(letter.isupper() for letter in word[1:])
