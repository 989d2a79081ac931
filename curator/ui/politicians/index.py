"""The index as the page shows it: names at once, numbers and distances from the reading thread."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from curator.engine.catalogue import Catalogue, Standing
from curator.engine.neighbours import Relations, relations
from curator.engine.records import PoliticianId
from curator.engine.rules import Thresholds
from curator.engine.workspace import ENCODING_MODEL
from curator.ui.politicians.coverage import Listed, listed
from curator.ui.session import Session

NEAREST = 5
"""Other politicians that a page names."""

_COUNTS, _RELATIONS = "index.counts", "index.relations"
"""Sorts of questions: of each only the newest is answered."""


class Index(QObject):
    """Reads the index. Lives in the main thread; slow questions are asked in the reading one.

    Attributes:
        changed: somebody, or a number, is another than before.
        related: the ``Relations`` of the politician that was asked about last.
    """

    changed = Signal()
    related = Signal(object)

    def __init__(self, session: Session, *, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._counts: Mapping[PoliticianId, Standing] = {}
        self._everyone: dict[PoliticianId, Listed] = {}

    @property
    def everyone(self) -> Mapping[PoliticianId, Listed]:
        """The index as it was read last, by country, then surname."""
        return self._everyone

    def read(self) -> None:
        """Reads names and portraits, and asks for the numbers of submissions."""
        self._list()
        self.read_numbers()

    def read_numbers(self) -> None:
        """Asks for the numbers of portraits and submissions."""
        self._session.reading.ask(_COUNTS, Catalogue.coverage_counts, then=self._on_counts)

    def ask_relations(self, politician_id: PoliticianId) -> None:
        """Asks what the encodings tell of a politician; an older question is forgotten."""
        question = partial(relations_of, politician_id=politician_id, thresholds=self._session.thresholds)
        self._session.reading.ask(_RELATIONS, question, then=self.related.emit)

    def _list(self) -> None:
        people = self._session.people
        found = listed(
            people.all(),
            accepted=people.portrait_counts(),
            waiting=people.waiting_counts(),
            disagreeing=people.disagreeing_counts(),
            counts=self._counts,
        )
        self._everyone = {one.politician.id: one for one in found}
        self.changed.emit()

    def _on_counts(self, counts: Mapping[PoliticianId, Standing]) -> None:
        if counts != self._counts:
            self._counts = counts
            self._list()


def relations_of(catalogue: Catalogue, *, politician_id: PoliticianId, thresholds: Thresholds) -> Relations:
    """What the portraits of the index tell of one politician; called in the reading thread.

    Two pictures are no match beyond ``closer_unclaimed``; and two politicians are alike within
    ``match_claimed``, for so near a face would confirm a claim if nobody were nearer.
    """
    return relations(
        catalogue.politicians.encodings(model=ENCODING_MODEL),
        politician_id,
        keep=NEAREST,
        beyond=thresholds.closer_unclaimed,
        within=thresholds.match_claimed,
    )
