"""Says sentences in the language that a person chose."""

from string import Formatter

from PySide6.QtCore import QCoreApplication, QLocale

from curator.engine.countries import COUNTRY_WORDS, ROLE_WORDS
from curator.engine.errors import CuratorError
from curator.engine.kept_sentences import recognised
from curator.engine.said import Said, joined, said, said_of

CONTEXT = "curator"
"""The one context of all translations: the same English words mean the same everywhere."""


def tr(text: str, /, **values: object) -> str:
    """A sentence in the person's language; the English one where it has no translation.

    ``tr("{n} px wide", n=800)`` for words of the window; ``tr(sentence)`` for a ``Said`` of the
    engine. Patterns are constants, so that ``tools/translations.py`` finds them.
    """
    return _say(text if isinstance(text, Said) else said(text, **values))


def tr_of(count: int, one: str, several: str, /, **values: object) -> str:
    """The same about a number of things: ``tr_of(n, "{n} face", "{n} faces")``."""
    return _say(said_of(count, one, several, **values))


def tr_stored(text: str, /) -> str:
    """Words that are kept in plain English, in the person's language where they are known.

    Countries, roles, and the sentences of ``curator.engine.kept_sentences``: what the catalogue
    holds, and what comes from worker processes. Anything else is shown as it is, as names are.
    """
    return _say_any(COUNTRY_WORDS.get(text) or ROLE_WORDS.get(text) or recognised(text))


def tr_error(error: CuratorError, /) -> str:
    """What happened, and what to do next."""
    return _say(joined((_known(error.sentence), _known(error.advice))))


def figures(value: int, /) -> str:
    """A whole number as the person's language writes it: ``12,500`` in English, ``12 500`` elsewhere."""
    return _grouped(f"{value:,}")


def capital(text: str, /) -> str:
    """The words with a capital at their beginning and otherwise as they are."""
    return text[:1].upper() + text[1:]


def _known(text: str) -> str:
    return text if isinstance(text, Said) else recognised(text)


def _say_any(value: str) -> str:
    return _say(value) if isinstance(value, Said) else value


def _say(sentence: Said) -> str:
    n = -1 if sentence.number is None else sentence.number
    pattern = QCoreApplication.translate(CONTEXT, sentence.pattern, None, n)
    if not sentence.values:
        return pattern
    if pattern == sentence.pattern:
        pattern = sentence.form
    values = {name: _say(one) if isinstance(one, Said) else one for name, one in sentence.values.items()}
    return _FIGURES.vformat(pattern, (), values) if ":," in pattern else pattern.format(**values)


class _Figures(Formatter):
    """Writes large numbers as the language does."""

    def format_field(self, value: object, format_spec: str) -> str:
        told = str(super().format_field(value, format_spec))
        return _grouped(told) if format_spec.startswith(",") else told


_FIGURES = _Figures()
_WITH_COMMAS = (QLocale.Language.English, QLocale.Language.C)


def _grouped(told: str) -> str:
    """Figures with commas between the thousands, as they are written in the person's language.

    Distances and sizes keep their point in all languages, as they stand in tables and in the log. So the
    thousands are set apart by a narrow blank that does not break, as ISO 80000-1 has it: 1,088 is a little
    more than one to a German, and 1.088 would be here.
    """
    return told if QLocale().language() in _WITH_COMMAS else told.replace(",", "\u202f")
