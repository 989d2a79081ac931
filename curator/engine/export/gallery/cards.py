"""One picture of the gallery: what is published of a submission, and the files that show it."""

from dataclasses import dataclass
from datetime import datetime

from curator.engine.export.contents import Entry
from curator.engine.records import USUAL_MAKING, Kind, Making, SubmissionId


@dataclass(frozen=True, slots=True)
class GalleryCard:
    """What the gallery knows of a picture.

    Attributes:
        id: of the submission: part of the page's address, the same in every export.
        kind: deepfakes say what they are, portraits never say that they were made with AI.
        making: how a deepfake was made; None of portraits.
        given_name: as published; may be empty, like the next four. All of it is text of strangers.
        surname: likewise.
        country: short English name, or as it was sent.
        role: English name of the office, or as it was sent.
        description: the note that came with the picture.
        received_at: when it was first received; aware.
        width: of the exported pictures, in pixels; both have the same size.
        height: likewise.
        image: path inside the export of the picture without frame; of a deepfake the one with
            the visible mark. Forward slashes.
        boxfile: likewise of the picture with frame, and of a deepfake with the mark.
        framed: whether a face is framed in ``boxfile``.
    """

    id: SubmissionId
    kind: Kind
    making: Making | None
    given_name: str
    surname: str
    country: str
    role: str
    description: str
    received_at: datetime
    width: int
    height: int
    image: str
    boxfile: str
    framed: bool

    @property
    def is_deepfake(self) -> bool:
        """Whether the picture says wherever it is shown that AI had a part in it."""
        return self.kind is Kind.DEEPFAKE

    @property
    def known_making(self) -> Making:
        """How it was made as far as is known; of deepfakes only."""
        return self.making or USUAL_MAKING


def card_of(entry: Entry, *, size: tuple[int, int], image: str) -> GalleryCard:
    """The card of an entry whose pictures were exported.

    Args:
        entry: what is published.
        size: of the exported pictures, width and height in pixels.
        image: path inside the export of the picture without frame that may be shown first: of a
            deepfake the one with the visible mark.
    """
    return GalleryCard(
        id=entry.id,
        kind=entry.kind,
        making=entry.making if entry.is_deepfake else None,
        given_name=entry.given_name,
        surname=entry.surname,
        country=entry.country,
        role=entry.role,
        description=entry.description,
        received_at=entry.received_at,
        width=size[0],
        height=size[1],
        image=image,
        boxfile=entry.boxfile,
        framed=bool(entry.boxes),
    )
