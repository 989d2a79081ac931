"""Asks for the numbers beside filters, beside the main thread."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.catalogue.lists import Facets
from curator.ui.session import Session


class Numbers(QObject):
    """Counts under the filter that is wanted now; answers about another one are never told.

    Attributes:
        counted: ``Facets`` under the filter that was named last.
        ranged: ``Facets`` of everything in the catalogue: which values there are.
        scopes_counted: how many each filter lists, by the name under which it was asked for.
    """

    counted = Signal(object)
    ranged = Signal(object)
    scopes_counted = Signal(object)

    def __init__(self, session: Session, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: SubmissionFilter | None = None

    def ask(self, wanted: SubmissionFilter) -> None:
        """Asks for the numbers of every facet under a filter."""
        self._wanted = wanted
        # Orders count alike.
        question = partial(_facets, wanted=replace(wanted, order=SubmissionFilter().order, backwards=False))
        self._session.reading.ask("queue-facets", question, then=partial(self._on_counted, wanted))

    def forget(self) -> None:
        """Wants no numbers any more."""
        self._wanted = None
        self._session.reading.forget("queue-facets")

    def ask_range(self) -> None:
        """Asks which values there are at all."""
        question = partial(_facets, wanted=SubmissionFilter())
        self._session.reading.ask("queue-values", question, then=self.ranged.emit)

    def ask_counts(self, filters: Mapping[str, SubmissionFilter]) -> None:
        """Asks how many each of several filters lists."""
        question = partial(_counts, filters=dict(filters))
        self._session.reading.ask("queue-scopes", question, then=self.scopes_counted.emit)

    def _on_counted(self, wanted: SubmissionFilter, facets: Facets) -> None:
        if wanted == self._wanted:
            self.counted.emit(facets)


def _facets(catalogue: Catalogue, *, wanted: SubmissionFilter) -> Facets:
    """In the reading thread."""
    return catalogue.submissions.facets(wanted)


def _counts(catalogue: Catalogue, *, filters: Mapping[str, SubmissionFilter]) -> dict[str, int]:
    """In the reading thread."""
    return {name: catalogue.submissions.count(wanted) for name, wanted in filters.items()}
