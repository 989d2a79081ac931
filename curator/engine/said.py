"""Sentences in English that remember how they were made, so that the window can say them in another language.

The engine knows no language but English. What a person may read is written as a
pattern with values, ``said("{name} cannot be read.", name=file_name)``: a string like
any other for the log, the command line and the catalogue, and for the window something
that ``curator.ui.language.tr`` can say again in the person's language.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Self


class Said(str):
    """An English sentence together with its pattern and values.

    Attributes:
        pattern: the sentence with ``{names}``; what translations are looked up by. Of a number
            of things it is the form for several.
        form: the pattern that the English was made from: for one thing that for one.
        values: by name; a ``Said`` among them is a part with a translation of its own.
        number: how many things it speaks of, where the words depend on that.
    """

    __slots__ = ("form", "number", "pattern", "values")

    pattern: str
    form: str
    values: Mapping[str, object]
    number: int | None

    @classmethod
    def of(
        cls,
        english: str,
        *,
        pattern: str,
        values: Mapping[str, object],
        number: int | None,
        form: str | None = None,
    ) -> Self:
        """A sentence that was put together already; its form is the pattern unless it is named."""
        made = cls(english)
        made.pattern = pattern
        made.form = pattern if form is None else form
        made.values = MappingProxyType(dict(values))
        made.number = number
        return made

    def filled(self, **values: object) -> "Said":
        """The sentence of a module-level pattern: ``TOO_LARGE.filled(size=30)``."""
        return said(self.pattern, **values)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return _remade, (str(self), self.pattern, self.form, dict(self.values), self.number)


def said(pattern: str, /, **values: object) -> Said:
    """A sentence: ``said("{name} is in the index already.", name=full_name)``.

    Patterns are constants, so that they can be found and translated; whatever varies is a value.
    Values take Python's format codes: ``{distance:.2f}``. Without values the pattern is kept as it
    is, for `Said.filled`.
    """
    return Said.of(
        pattern.format(**values) if values else pattern, pattern=pattern, values=values, number=None
    )


def said_of(count: int, one: str, several: str, /, **values: object) -> Said:
    """A sentence about a number of things: ``said_of(n, "{n} face", "{n} faces")``.

    Args:
        count: how many; both patterns may name it as ``{n}``, or as ``{n:,}``.
        one: the pattern for one thing.
        several: the pattern for none and for more than one.
        values: further values.
    """
    every = {**values, "n": count}
    form = one if count == 1 else several
    return Said.of(form.format(**every), pattern=several, form=form, values=every, number=count)


def joined(parts: Iterable[str], *, between: str = " ") -> Said:
    """Sentences, or parts of a list, one after the other; empty ones are left out.

    For parts that stand by themselves. Parts of one sentence are values of its pattern, since
    their order differs from language to language.

    Args:
        parts: each a ``Said`` where it has a translation.
        between: what separates them: a blank, or ``", "``.
    """
    kept = [part for part in parts if part]
    values = {f"part_{place}": part for place, part in enumerate(kept)}
    pattern = between.join(f"{{{name}}}" for name in values)
    return Said.of(between.join(kept), pattern=pattern, values=values, number=None)


def _remade(english: str, pattern: str, form: str, values: Mapping[str, object], number: int | None) -> Said:
    return Said.of(english, pattern=pattern, form=form, values=values, number=number)
