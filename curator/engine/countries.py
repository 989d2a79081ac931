"""The 27 countries and the five offices of the index, and how people write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from curator.engine.said import Said, said
from curator.engine.text import name_key


class Role(StrEnum):
    """The five offices that the index follows in each country."""

    PRIME_MINISTER = "Prime Minister"
    INTERIOR_MINISTER = "Interior Minister"
    DEFENSE_MINISTER = "Defense Minister"
    JUSTICE_MINISTER = "Justice Minister"
    AIACT_REPRESENTATIVE = "AIAct Gov Representative"


@dataclass(frozen=True, slots=True)
class Country:
    """A member state of the European Union.

    Attributes:
        code: ISO 3166-1 alpha-2, upper case.
        words: short English name, as the index and the exports write it; the window says it in
            the person's language.
        aliases: other names that are recognised: native, official, former, alpha-3.
    """

    code: str
    words: Said
    aliases: tuple[str, ...]

    @property
    def name(self) -> str:
        """The short English name as plain text, to compare and to store."""
        return str(self.words)


COUNTRIES: tuple[Country, ...] = (
    Country("AT", said("Austria"), ("Österreich", "Republic of Austria", "AUT")),
    Country("BE", said("Belgium"), ("België", "Belgique", "Belgien", "Kingdom of Belgium", "BEL")),
    Country("BG", said("Bulgaria"), ("България", "Balgariya", "Republic of Bulgaria", "BGR")),
    Country("HR", said("Croatia"), ("Hrvatska", "Republic of Croatia", "HRV")),
    Country("CY", said("Cyprus"), ("Κύπρος", "Kypros", "K\u0131br\u0131s", "Republic of Cyprus", "CYP")),
    Country(
        "CZ", said("Czechia"), ("Czech Republic", "Česko", "Česká republika", "The Czech Republic", "CZE")
    ),
    Country("DK", said("Denmark"), ("Danmark", "Kingdom of Denmark", "DNK")),
    Country("EE", said("Estonia"), ("Eesti", "Republic of Estonia", "EST")),
    Country("FI", said("Finland"), ("Suomi", "Republic of Finland", "FIN")),
    Country("FR", said("France"), ("République française", "French Republic", "FRA")),
    Country(
        "DE",
        said("Germany"),
        ("Deutschland", "Bundesrepublik Deutschland", "Federal Republic of Germany", "BRD", "DEU", "GER"),
    ),
    Country("GR", said("Greece"), ("Ελλάδα", "Ελλάς", "Ellada", "Hellas", "Hellenic Republic", "EL", "GRC")),
    Country("HU", said("Hungary"), ("Magyarország", "HUN")),
    Country("IE", said("Ireland"), ("Éire", "Republic of Ireland", "IRL")),
    Country("IT", said("Italy"), ("Italia", "Repubblica Italiana", "Italian Republic", "ITA")),
    Country("LV", said("Latvia"), ("Latvija", "Republic of Latvia", "LVA")),
    Country("LT", said("Lithuania"), ("Lietuva", "Republic of Lithuania", "LTU")),
    Country(
        "LU",
        said("Luxembourg"),
        ("Luxemburg", "Lëtzebuerg", "Grand Duchy of Luxembourg", "Grand-Duché", "LUX"),
    ),
    Country("MT", said("Malta"), ("Republic of Malta", "MLT")),
    Country(
        "NL",
        said("Netherlands"),
        ("The Netherlands", "Nederland", "Holland", "Kingdom of the Netherlands", "NLD"),
    ),
    Country("PL", said("Poland"), ("Polska", "Rzeczpospolita Polska", "Republic of Poland", "POL")),
    Country("PT", said("Portugal"), ("Portuguese Republic", "República Portuguesa", "PRT")),
    Country("RO", said("Romania"), ("România", "Rumania", "Roumania", "ROU")),
    Country("SK", said("Slovakia"), ("Slovensko", "Slovak Republic", "Slovenská republika", "SVK")),
    Country("SI", said("Slovenia"), ("Slovenija", "Republic of Slovenia", "SVN")),
    Country("ES", said("Spain"), ("España", "Espana", "Kingdom of Spain", "ESP")),
    Country("SE", said("Sweden"), ("Sverige", "Kingdom of Sweden", "SWE")),
)
"""The countries of the index, sorted by English name."""

COUNTRY_WORDS: Mapping[str, Said] = {one.name: one.words for one in COUNTRIES}
"""By the name that is stored, for showing."""

ROLE_WORDS: Mapping[str, Said] = {
    Role.PRIME_MINISTER: said("Prime Minister"),
    Role.INTERIOR_MINISTER: said("Interior Minister"),
    Role.DEFENSE_MINISTER: said("Defense Minister"),
    Role.JUSTICE_MINISTER: said("Justice Minister"),
    Role.AIACT_REPRESENTATIVE: said("AIAct Gov Representative"),
}
"""By the office that is stored, for showing."""

_BY_KEY = {
    name_key(name): country
    for country in COUNTRIES
    for name in (country.name, country.code, *country.aliases)
}

_NOT_IN_OFFICE = re.compile(r"\b(?:former|ex|shadow|designate|candidate)\b")
_DEPUTY = re.compile(
    r"\b(?:deputy|vice|assistant) (?:prime minister|premier|pm|chancellor|head of (?:the )?government)\b"
)
# Whole answers, compared by key.
_SHORT_ROLES = {
    "pm": Role.PRIME_MINISTER,
    "interior": Role.INTERIOR_MINISTER,
    "home affairs": Role.INTERIOR_MINISTER,
    "internal affairs": Role.INTERIOR_MINISTER,
    "home office": Role.INTERIOR_MINISTER,
    "home": Role.INTERIOR_MINISTER,
    "moi": Role.INTERIOR_MINISTER,
    "defense": Role.DEFENSE_MINISTER,
    "defence": Role.DEFENSE_MINISTER,
    "mod": Role.DEFENSE_MINISTER,
    "justice": Role.JUSTICE_MINISTER,
    "moj": Role.JUSTICE_MINISTER,
    "ai act": Role.AIACT_REPRESENTATIVE,
    "aiact": Role.AIACT_REPRESENTATIVE,
    "gov representative": Role.AIACT_REPRESENTATIVE,
    "government representative": Role.AIACT_REPRESENTATIVE,
}
# Found anywhere in a longer answer, on its key.
_HEAD = re.compile(
    r"\bprime minister|\bpm\b|\bpremiere? ministre|\bprim\w+ ministr|\bpremier\b|\bchancellor\b|\btaoiseach\b"
    r"|\bbundeskanzler|\bminister ?president\b|\bministerprasident"
    r"|\bhead of (?:the )?government\b|\bpresident of the (?:government|council of ministers)\b"
)
_AI_ACT = re.compile(r"\bai ?act\b|\bartificial intelligence act\b|\bai (?:gov\w* )?representative\b")
# Only beside a word for the office: "Justice" alone is also a given name.
_OFFICE = re.compile(r"minist|\bsecretary\b|\bdepartment\b|\boffice\b")
_DEPARTMENTS = (
    (
        Role.INTERIOR_MINISTER,
        re.compile(r"\binterior\b|\binternal\b|\bhome\b|innenminist|\binterieur\b|\binterno\b"),
    ),
    (
        Role.DEFENSE_MINISTER,
        re.compile(r"\bdefen[cs]e\b|verteidigungsminist|\bdifesa\b|\bdefensa\b|\barmed forces\b"),
    ),
    (
        Role.JUSTICE_MINISTER,
        re.compile(r"\bjustice\b|justizminist|\bgiustizia\b|\bjusticia\b|\bjustitie\b"),
    ),
)


def find_country(text: str) -> Country | None:
    """Recognise a country of the index by its name, another name or its code.

    The whole text has to be the name: ``Italy``, ``Italia``, ``IT``; not ``from Italy``.
    """
    return _BY_KEY.get(name_key(text))


def find_role(text: str) -> Role | None:
    """Recognise one of the five offices in the way that people write it.

    Forgiving: ``PM``, ``Minister of the Interior``, ``Defence Minister``. When several are
    named, the first counts; a deputy prime minister is none; former holders are none.
    """
    key = name_key(text)
    if not key or _NOT_IN_OFFICE.search(key):
        return None
    key = " ".join(_DEPUTY.sub(" ", key).split())
    if key in _SHORT_ROLES:
        return _SHORT_ROLES[key]
    return min(_named_roles(key), default=(0, None), key=lambda found: found[0])[1]


def _named_roles(key: str) -> Iterator[tuple[int, Role | None]]:
    """The offices named in a key, each with the place where it is named."""
    if head := _HEAD.search(key):
        yield head.start(), Role.PRIME_MINISTER
    if act := _AI_ACT.search(key):
        yield act.start(), Role.AIACT_REPRESENTATIVE
    if _OFFICE.search(key):
        for role, pattern in _DEPARTMENTS:
            if department := pattern.search(key):
                yield department.start(), role
