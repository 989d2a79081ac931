"""What can be filtered by, and the words for each value."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QDate, QLocale

from curator.engine.catalogue.lists import SubmissionFilter
from curator.engine.countries import COUNTRY_WORDS, ROLE_WORDS
from curator.engine.records import Kind, Outcome, Politician, PoliticianId, Reason, Verdict
from curator.engine.said import Said, said
from curator.engine.wording import DECIDED_ELSEWHERE, REASON_WORDS, VERDICT_WORDS
from curator.ui.language import capital, tr, tr_of, tr_stored
from curator.ui.queue.scopes import scope_of

_MOST_OF_ONE = 3
"""More values of one facet than this are one mark with their number."""


class Facet(StrEnum):
    """A field of the filter that holds values; named as in ``SubmissionFilter`` and ``Facets``."""

    OUTCOMES = "outcomes"
    FINDINGS = "findings"
    KINDS = "kinds"
    COUNTRIES = "countries"
    ROLES = "roles"
    POLITICIANS = "politicians"
    SOURCES = "sources"
    VERDICTS = "verdicts"
    REASONS = "reasons"
    CURATORS = "curators"


FACET_WORDS: Mapping[Facet, Said] = {
    Facet.OUTCOMES: said("Advice"),
    Facet.FINDINGS: said("What was found"),
    Facet.KINDS: said("Kind"),
    Facet.COUNTRIES: said("Country"),
    Facet.ROLES: said("Office"),
    Facet.POLITICIANS: said("Politician"),
    Facet.SOURCES: said("Source"),
    Facet.VERDICTS: said("Verdict"),
    Facet.REASONS: said("Reason of the verdict"),
    Facet.CURATORS: said("Curator"),
}

OUTCOME_CHIPS: Mapping[Outcome, Said] = {
    Outcome.LOOK_CLOSER: said("Look closer"),
    Outcome.APPROVE: said("Clear"),
    Outcome.REJECT: said("Out"),
}
KIND_CHIPS: Mapping[Kind, Said] = {Kind.DEEPFAKE: said("Deepfakes"), Kind.PORTRAIT: said("Portraits")}

FINDING_WORDS: Mapping[str, Said] = {
    "one_face": said("Face in profile or blurred"),
    "several_faces": said("More than one face"),
    "no_face": said("No face found"),
    "too_small": said("Face too small"),
    "claim_near": said("Claim is near, not certain"),
    "not_claimed": said("Not the claimed politician"),
    "not_indexed": said("Claim is not in the index"),
    "no_claim": said("Nobody is claimed"),
    "not_compared": said("Not compared"),
    "ambiguous": said("Could be someone else"),
    "duplicate": said("Duplicate"),
    "like_another": said("Like another submission"),
    "looks_genuine": said("Looks like a real photo"),
    "unreadable": said("Cannot be opened"),
}
"""Findings that can hold against a submission, whatever their numbers."""

_CHOICES: Mapping[Facet, Collection[Any]] = {
    Facet.OUTCOMES: tuple(OUTCOME_CHIPS),
    Facet.KINDS: tuple(KIND_CHIPS),
    Facet.VERDICTS: tuple(Verdict),
    Facet.REASONS: tuple(Reason),
    Facet.FINDINGS: tuple(FINDING_WORDS),
    Facet.ROLES: tuple(ROLE_WORDS),
}
"""Facets whose values are few and always shown, in this order."""


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """One mark beside the list: something that narrows it.

    Attributes:
        words: what it lets through.
        without: the filter without it.
    """

    words: str
    without: SubmissionFilter


class FacetNames:
    """Says values of facets in words. Holds the names of the politicians until it is told others."""

    def __init__(self, politicians: Collection[Politician]) -> None:
        self._people = {one.id: one for one in politicians}

    def values(self, facet: Facet, more: Collection[Any]) -> tuple[Any, ...]:
        """All values to show of a facet, in order: its own, those of the index, and ``more``.

        Their order does not hang on numbers, so that nothing moves when these come.
        """
        fixed = tuple(_CHOICES.get(facet, ()))
        if facet is Facet.POLITICIANS:
            fixed = ()
            more = {*self._people, *more}
        elif facet is Facet.COUNTRIES:
            more = {*(one.country for one in self._people.values() if one.country), *more}
        others = {one for one in more if one not in fixed}
        return fixed + tuple(sorted(others, key=lambda one: (self._sorted_by(facet, one), str(one))))

    def words(self, facet: Facet, value: Any) -> str:
        """A value as a person reads it."""
        match facet:
            case Facet.OUTCOMES:
                return tr(OUTCOME_CHIPS[value])
            case Facet.KINDS:
                return tr(KIND_CHIPS[value])
            case Facet.VERDICTS:
                return capital(tr(VERDICT_WORDS[value]))
            case Facet.REASONS:
                return capital(tr(REASON_WORDS[value]))
            case Facet.FINDINGS:
                known = FINDING_WORDS.get(value)
                return capital(value.replace("_", " ")) if known is None else tr(known)
            case Facet.COUNTRIES | Facet.ROLES:
                return (tr_stored(value) if value in COUNTRY_WORDS or value in ROLE_WORDS else value) or tr(
                    "Not known"
                )
            case Facet.POLITICIANS:
                return self._name(value)
            case Facet.SOURCES | Facet.CURATORS:
                return str(value) or tr("Not known")

    def active(self, wanted: SubmissionFilter) -> tuple[ActiveFilter, ...]:
        """What narrows a list besides its scope, its chips and its search, in the order of the facets."""
        found: list[ActiveFilter] = []
        for facet in Facet:
            values: frozenset[Any] = getattr(wanted, facet)
            chips = facet in (Facet.OUTCOMES, Facet.KINDS)
            scope = facet is Facet.VERDICTS and scope_of(values) is not None
            if not chips and not scope:
                found += self._active_of(facet, values, wanted)
        if wanted.submissions:
            words = tr_of(len(wanted.submissions), "{n:,} chosen picture", "{n:,} chosen pictures")
            found.append(ActiveFilter(words, replace(wanted, submissions=frozenset())))
        if wanted.decided_elsewhere:
            words = tr(DECIDED_ELSEWHERE)
            found.append(ActiveFilter(words, replace(wanted, decided_elsewhere=False)))
        if wanted.received_from is not None:
            words = tr("From {day}", day=day_words(wanted.received_from.toordinal()))
            found.append(ActiveFilter(words, replace(wanted, received_from=None)))
        if wanted.received_to is not None:
            words = tr("Until {day}", day=day_words(wanted.received_to.toordinal()))
            found.append(ActiveFilter(words, replace(wanted, received_to=None)))
        return tuple(found)

    def _active_of(
        self, facet: Facet, values: frozenset[Any], wanted: SubmissionFilter
    ) -> list[ActiveFilter]:
        if len(values) > _MOST_OF_ONE:
            facet_words = tr(FACET_WORDS[facet])
            words = tr_of(len(values), "{facet}: {n}", "{facet}: {n}", facet=facet_words)
            return [ActiveFilter(words, with_values(wanted, facet, frozenset()))]
        ordered = [one for one in self.values(facet, values) if one in values]
        return [
            ActiveFilter(self.words(facet, one), with_values(wanted, facet, values - {one}))
            for one in ordered
        ]

    def _name(self, politician_id: PoliticianId) -> str:
        known = self._people.get(politician_id)
        return tr("Somebody who was removed") if known is None else known.full_name

    def _sorted_by(self, facet: Facet, value: Any) -> str:
        if facet is Facet.POLITICIANS and value in self._people:
            one = self._people[value]
            return f"{one.surname} {one.given_name}".casefold()
        return self.words(facet, value).casefold()


def with_values(wanted: SubmissionFilter, facet: Facet, values: frozenset[Any]) -> SubmissionFilter:
    """The filter with other values of one facet."""
    fields: dict[str, Any] = {facet.value: values}
    return replace(wanted, **fields)


def cleared(wanted: SubmissionFilter) -> SubmissionFilter:
    """The same scope in the same order, narrowed by nothing."""
    scope = wanted.verdicts if scope_of(wanted.verdicts) is not None else frozenset({Verdict.UNDECIDED})
    return SubmissionFilter(verdicts=scope, order=wanted.order, backwards=wanted.backwards)


def day_words(ordinal: int) -> str:
    """A day as the person writes days.

    Args:
        ordinal: as ``date.toordinal`` gives it.
    """
    # 1721425 is the Julian day before the first of January of the year 1.
    return QLocale().toString(QDate.fromJulianDay(ordinal + 1_721_425), day_format())


def day_format() -> str:
    """How the person writes days, with the year in full, as Qt's patterns say it."""
    locale = QLocale()
    if locale.language() is QLocale.Language.C:
        return "yyyy-MM-dd"
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
