"""Reference portraits of one politician as Qt asks for them, and what is said of each."""

from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from curator.engine.neighbours import PortraitPlace, Relations
from curator.engine.records import PortraitId, PortraitState, ReferencePortrait
from curator.engine.said import said
from curator.ui.assets import TONE_ICONS, Icon
from curator.ui.language import tr, tr_stored
from curator.ui.theme import Tone

Index = QModelIndex | QPersistentModelIndex

STATE_WORDS = {
    PortraitState.ACCEPTED: said("used"),
    PortraitState.REFUSED: said("refused"),
    PortraitState.PENDING: said("waiting"),
}


class PortraitRole(IntEnum):
    """What a card can be asked for besides its text."""

    PORTRAIT = Qt.ItemDataRole.UserRole
    """The ``ReferencePortrait``."""
    STATE = Qt.ItemDataRole.UserRole + 1
    """The ``StateLine``."""
    NUMBER = Qt.ItemDataRole.UserRole + 2
    """The number under which the portrait stands among the distances, or None."""


@dataclass(frozen=True, slots=True)
class StateLine:
    """What is said of a portrait.

    Attributes:
        tone: of the mark.
        image: the mark's shape.
        words: the state.
        detail: the reason or the distance, or empty.
    """

    tone: Tone
    image: Icon
    words: str
    detail: str = ""


def state_of(
    portrait: ReferencePortrait, *, place: PortraitPlace | None, promoted: bool = False
) -> StateLine:
    """Says whether a portrait is used, how it agrees with the others, and where it came from.

    Args:
        portrait: which.
        place: where it lies among the others; None without others or before that is known.
        promoted: it came from an approved submission.
    """
    state = _state_of(portrait, place=place)
    if not promoted:
        return state
    origin = tr("From an approved submission.")
    return replace(state, detail=f"{state.detail}\n{origin}" if state.detail else origin)


def _state_of(portrait: ReferencePortrait, *, place: PortraitPlace | None) -> StateLine:
    words = tr(STATE_WORDS[portrait.state])
    match portrait.state:
        case PortraitState.PENDING:
            return StateLine(Tone.NEUTRAL, Icon.WAITING, words, tr("Curator looks for the face."))
        case PortraitState.REFUSED:
            return StateLine(Tone.BAD, TONE_ICONS[Tone.BAD], words, tr_stored(portrait.refusal))
        case PortraitState.ACCEPTED if place is not None and place.disagrees:
            detail = tr(
                "Disagrees with the others: {distance:.2f} to the nearest. Is it the same person?",
                distance=place.to_nearest,
            )
            return StateLine(Tone.WARN, TONE_ICONS[Tone.WARN], words, detail)
        case PortraitState.ACCEPTED:
            detail = "" if place is None else tr("{distance:.2f} to the others", distance=place.to_others)
            return StateLine(Tone.OK, TONE_ICONS[Tone.OK], words, detail)


class PortraitModel(QAbstractListModel):
    """Portraits in the order in which they were added."""

    def __init__(self) -> None:
        super().__init__()
        self._portraits: tuple[ReferencePortrait, ...] = ()
        self._relations: Relations | None = None
        self._promoted: frozenset[PortraitId] = frozenset()

    @property
    def portraits(self) -> tuple[ReferencePortrait, ...]:
        """All that are listed."""
        return self._portraits

    def set_portraits(
        self,
        portraits: tuple[ReferencePortrait, ...],
        *,
        relations: Relations | None,
        promoted: frozenset[PortraitId] = frozenset(),
    ) -> None:
        """Lists others; the same ones keep their place and the selection.

        Args:
            portraits: of one politician.
            relations: of that politician; None before they are known.
            promoted: those that came from approved submissions, of whomever.
        """
        same = [one.id for one in portraits] == [one.id for one in self._portraits]
        if not same:
            self.beginResetModel()
        self._portraits, self._relations, self._promoted = portraits, relations, promoted
        if not same:
            self.endResetModel()
        elif portraits:
            self.dataChanged.emit(self.index(0), self.index(len(portraits) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._portraits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a view shows of an item."""
        if not index.isValid():
            return None
        portrait = self._portraits[index.row()]
        if role == PortraitRole.PORTRAIT:
            return portrait
        if role == PortraitRole.NUMBER:
            return self._number_of(portrait)
        found = self._relations
        place = None if found is None else found.places.get(portrait.id)
        state = state_of(portrait, place=place, promoted=portrait.id in self._promoted)
        if role == PortraitRole.STATE:
            return state
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = (portrait.file_name, state.words, *state.detail.split("\n"))
            return ", ".join(part for part in told if part)
        return None

    def _number_of(self, portrait: ReferencePortrait) -> int | None:
        ids = () if self._relations is None else self._relations.mutual.portrait_ids
        return ids.index(portrait.id) + 1 if portrait.id in ids and len(ids) > 1 else None
