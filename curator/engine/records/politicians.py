"""The index: politicians and what faces are compared with."""

from dataclasses import dataclass

from curator.engine.records.codes import PortraitState
from curator.engine.records.ids import Digest, PoliticianId, PortraitId
from curator.engine.records.pictures import Encoding, FaceBox, Point


@dataclass(frozen=True, slots=True)
class Politician:
    """Someone in the index. ``country`` and ``role`` may be empty when unknown."""

    id: PoliticianId
    given_name: str
    surname: str
    country: str
    role: str

    @property
    def full_name(self) -> str:
        """Given name and surname, as shown."""
        return f"{self.given_name} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class ReferencePortrait:
    """A real photo of a politician that matching compares with.

    Attributes:
        state: whether it is used.
        refusal: why it is not used, as a sentence, or empty.
        box: of its one face, in pixels of the upright picture at full size.
        width: of that picture in pixels; 0 until it was analysed.
        height: of that picture in pixels.
        landmarks: of its face, as those of a ``FoundFace``; may be empty.
    """

    id: PortraitId
    politician_id: PoliticianId
    digest: Digest
    file_name: str
    state: PortraitState
    refusal: str
    box: FaceBox | None
    width: int = 0
    height: int = 0
    landmarks: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class PortraitEncoding:
    """One accepted reference portrait's encoding, for matching."""

    portrait_id: PortraitId
    politician_id: PoliticianId
    encoding: Encoding
