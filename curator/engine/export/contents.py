"""What an export is made of: frozen records that hold every fact, so that no thread needs the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from curator.engine.export.options import ExportOptions
from curator.engine.records import (
    DecisionId,
    Digest,
    FaceBox,
    Kind,
    Making,
    Point,
    Politician,
    SubmissionId,
    Verdict,
    Word,
)
from curator.engine.said import joined, said, said_of

PHOTO_WIDTH = 800
"""Width of exported pictures in pixels; smaller ones stay. The campaign's site is laid out for it."""

PHOTOS = "data/photos"
"""Folder of the pictures inside an export, as the site's addresses have it."""

PAGES = "x"
"""Folder of the pages inside an export, one a picture, as the site's sources have it."""

GALLERY = "gallery"
"""Folder of the gallery inside an export."""

_ESTRANGED = said(
    "What was exported there comes from a newer state of this catalogue, or from another copy of it."
)

_MOST_NAMED = 10
"""Submissions that a notice names by number before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One approved submission as it is published; neither sender nor file name is in it.

    Attributes:
        id: of the submission: the site's ``Id``, the same in every export.
        digest: of the original; never written into an export.
        kind: deepfakes are labelled, portraits never.
        given_name: of the indexed politician, else as claimed; may be empty, like the next three.
        surname: likewise.
        country: likewise, by its short English name where it is one of the index.
        role: likewise.
        indexed: whether the name comes from the index.
        description: the note that came with the picture, cleaned; may be empty.
        received_at: when it was first received.
        analysed: whether the analysis is through.
        width: of the upright picture at full size, in pixels.
        height: likewise.
        turn: quarter turns counter-clockwise beyond EXIF; 0..3.
        boxes: faces to draw, the main one first, in pixels of the upright picture at full
            size; empty when no face is known.
        landmarks: for each box those of its face, in pixels of the same picture; may be empty.
        making: how a deepfake was made, for its labels; None of portraits.
        guid: a random number of the published pictures, the same in every export; tells nothing
            about the original.
        word: for the distance of the main face to the claimed politician, where both are known.
        fingerprint: changes whenever anything that is published of it would.
    """

    id: SubmissionId
    digest: Digest
    kind: Kind
    given_name: str
    surname: str
    country: str
    role: str
    indexed: bool
    description: str
    received_at: datetime
    analysed: bool
    width: int
    height: int
    turn: int
    boxes: tuple[FaceBox, ...]
    landmarks: tuple[tuple[Point, ...], ...]
    making: Making | None
    guid: str
    word: Word | None
    fingerprint: str

    @property
    def full_name(self) -> str:
        """Given name and surname, as shown."""
        return f"{self.given_name} {self.surname}".strip()

    @property
    def image(self) -> str:
        """Path of the picture inside the export, with forward slashes."""
        return f"{PHOTOS}/{self.id}-resized.jpg"

    @property
    def boxfile(self) -> str:
        """Path of the picture with the face box inside the export, with forward slashes."""
        return f"{PHOTOS}/{self.id}_box.jpg"

    @property
    def gallery_image(self) -> str:
        """Path of the gallery's picture without the box inside the export, with forward slashes.

        That of a deepfake bears the visible mark; a portrait needs none of its own.
        """
        return f"{PHOTOS}/{self.id}-gallery.jpg" if self.is_deepfake else self.image

    @property
    def page(self) -> str:
        """Path of the site's page inside the export, with forward slashes."""
        return f"{PAGES}/{self.id}.md"

    @property
    def is_deepfake(self) -> bool:
        """Whether its pictures are labelled as made with AI."""
        return self.kind is Kind.DEEPFAKE

    def pictures(self, *, gallery: bool) -> tuple[str, ...]:
        """Paths of all its pictures inside an export with or without a gallery."""
        return tuple(dict.fromkeys((self.image, self.boxfile, *((self.gallery_image,) if gallery else ()))))


def scaled_boxes(entry: Entry, *, size: tuple[int, int]) -> tuple[FaceBox, ...]:
    """The boxes of an entry in pixels of its exported picture, which has that width and height."""
    width, height = size
    scale = width / entry.width
    boxes = []
    for box in entry.boxes:
        left, top = round(box.left * scale), round(box.top * scale)
        right, bottom = round(box.right * scale), round(box.bottom * scale)
        clipped = FaceBox(left, top, right - left, bottom - top).clipped(width=width, height=height)
        if clipped is not None:
            boxes.append(clipped)
    return tuple(boxes)


def scaled_landmarks(entry: Entry, *, size: tuple[int, int]) -> tuple[Point, ...]:
    """The landmarks of all boxes of an entry that lie in its exported picture, in pixels of that."""
    width, height = size
    scale = width / entry.width
    points = (Point(one.x * scale, one.y * scale) for some in entry.landmarks for one in some)
    return tuple(one for one in points if 0 <= one.x < width and 0 <= one.y < height)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A submission that an export does without.

    Attributes:
        id: which.
        name: whom it shows, or an empty string.
        why: completes "left out because it is ..." in few words.
        verdict: the decision in force; None when the submission is not there any more.
        role: of whom it shows; empty when it is not known, like the next.
        country: likewise.
    """

    id: SubmissionId
    name: str
    why: str
    verdict: Verdict | None = None
    role: str = ""
    country: str = ""

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken down on purpose."""
        return self.verdict is Verdict.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Previous:
    """The export before this one, as the catalogue noted it.

    Attributes:
        folder: where it was written.
        exported_at: when, in UTC.
        manifest_digest: SHA-256 of its ``manifest.json``: proves that a folder still is that export.
        pictures: how many submissions were published.
    """

    folder: Path
    exported_at: datetime
    manifest_digest: str
    pictures: int


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What the next export would be: the dry run, and all that writing it needs.

    Attributes:
        entries: what will be published, by id.
        added: published now and not before: by what stands in the folder, else by the last export.
        changed: published before, with other facts or another picture.
        unchanged: published before in the same way.
        removed: published before and no longer, each with the reason.
        skipped: approved but not fit to be exported, each with the reason.
        left_out: how many submissions stay behind for which verdict, in words.
        not_indexed: published with the name as it was sent, because nobody in the index has it.
        politicians: everyone in the index.
        decisions_head: newest link of the decision log at the time of planning.
        catalogue_id: whose export it is; another catalogue's is never replaced.
        previous: the last export, if there was one.
        understated: deepfakes whose own file says that more of them was made with AI than their
            label will say.
        last_decision: the number of the log's newest row; None of an empty log.
        options: what a person chose.
        signing: folder of the certificate that deepfakes are signed with, where they are.
        unsignable: why they cannot be signed although that was chosen, in sentences, or empty.
        home: folder of the catalogue, in which no export is written.
        compared_with: SHA-256 of the manifest that tells what was published before; empty for none.
        estranged: that manifest is from a newer state of the catalogue, or from another copy of it.
        replaced: of ``changed`` those under whose number another picture was published.
    """

    entries: tuple[Entry, ...]
    added: tuple[SubmissionId, ...]
    changed: tuple[SubmissionId, ...]
    unchanged: tuple[SubmissionId, ...]
    removed: tuple[LeftOut, ...]
    skipped: tuple[LeftOut, ...]
    left_out: Mapping[str, int]
    not_indexed: tuple[SubmissionId, ...]
    politicians: tuple[Politician, ...]
    decisions_head: str
    catalogue_id: str
    previous: Previous | None = None
    understated: tuple[SubmissionId, ...] = ()
    last_decision: DecisionId | None = None
    options: ExportOptions = field(default_factory=ExportOptions)
    signing: Path | None = None
    unsignable: str = ""
    home: Path | None = None
    compared_with: str = ""
    estranged: bool = False
    replaced: tuple[SubmissionId, ...] = ()

    @property
    def estrangement(self) -> str:
        """What would become of an export that is not known here, in sentences.

        Empty when it is known, and when nothing would become of it. Else only a second yes writes over it:
        what was withdrawn elsewhere, or after the backup that was restored, would come back.
        """
        if not self.estranged:
            return ""
        told: list[str] = []
        if self.added:
            told.append(
                said_of(
                    len(self.added),
                    "{n} picture that is not there would be published, even if it was withdrawn:"
                    " number {which}.",
                    "{n} pictures that are not there would be published, even those that were withdrawn:"
                    " numbers {which}.",
                    which=_numbers(self.added),
                )
            )
        if self.replaced:
            told.append(
                said_of(
                    len(self.replaced),
                    "{n} number would stand for another picture than it does there: {which}.",
                    "{n} numbers would stand for other pictures than they do there: {which}.",
                    which=_numbers(self.replaced),
                )
            )
        replaced = frozenset(self.replaced)
        if others := tuple(one for one in self.changed if one not in replaced):
            told.append(
                said_of(
                    len(others),
                    "{n} picture would be published in another way than it is there: number {which}.",
                    "{n} pictures would be published in another way than they are there: numbers {which}.",
                    which=_numbers(others),
                )
            )
        if self.removed:
            told.append(
                said_of(
                    len(self.removed),
                    "{n} picture would go: number {which}.",
                    "{n} pictures would go: numbers {which}.",
                    which=_numbers(tuple(one.id for one in self.removed)),
                )
            )
        return joined((_ESTRANGED, *told)) if told else ""

    def asks_the_same(self, other: "ExportPlan") -> bool:
        """Whether a second yes to the other plan is one to this: the same would become of the same export."""
        return (self.compared_with, self.estrangement) == (other.compared_with, other.estrangement)

    @property
    def withdrawn(self) -> tuple[LeftOut, ...]:
        """Those of ``removed`` that were taken down on purpose; others were rejected, say, or erased."""
        return tuple(one for one in self.removed if one.is_withdrawn)

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know before exporting, in sentences."""
        told: list[str] = [self.estrangement] if self.estrangement else []
        if self.not_indexed:
            told.append(
                said_of(
                    len(self.not_indexed),
                    "{n} picture shows nobody in the index:"
                    " exported with the name as it was sent, or without a name.",
                    "{n} pictures show nobody in the index:"
                    " exported with the name as it was sent, or without a name.",
                )
            )
        if self.understated:
            told.append(
                said_of(
                    len(self.understated),
                    "The file of {n} deepfake says that more of it was made with AI than its label"
                    " will say: number {which}. Look at it and approve it again with another label.",
                    "The files of {n} deepfakes say that more of them was made with AI than their labels"
                    " will say: numbers {which}. Look at them and approve them again with other labels.",
                    which=_numbers(self.understated),
                )
            )
        if self.unsignable:
            told.append(self.unsignable)
        for why in dict.fromkeys(one.why for one in self.skipped):
            told.append(
                said_of(
                    sum(one.why == why for one in self.skipped),
                    "{n} approved picture is left out: {why}.",
                    "{n} approved pictures are left out: {why}.",
                    why=why,
                )
            )
        if not self.entries:
            told.append(said("Nothing is approved, so the export will hold no pictures."))
        return tuple(told)


def _numbers(ids: tuple[SubmissionId, ...]) -> str:
    """The numbers of some submissions, in words that fit into a notice."""
    named = ", ".join(map(str, ids[:_MOST_NAMED]))
    more = len(ids) - _MOST_NAMED
    return named if more <= 0 else said("{numbers} and {more} more", numbers=named, more=more)


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """An export that stands in its folder.

    Attributes:
        folder: where.
        exported_at: when, in UTC.
        published: how many submissions.
        rendered: of how many the pictures were made anew; the others were kept from the last export.
        signed: how many pictures bear a C2PA signature.
        added: how many were not in the last export.
        changed: how many were there in another way.
        removed: what the last export had and this one has not, with the reasons.
        notices: what a person should know, in sentences.
        size: of all files together, in bytes.
        manifest_digest: SHA-256 of ``manifest.json``.
        decisions_head: newest link of the decision log when the export was planned.
        fingerprints: digest and fingerprint of everything published, for the catalogue.
        gallery: the gallery's front page, if there is one.
    """

    folder: Path
    exported_at: datetime
    published: int
    rendered: int
    signed: int
    added: int
    changed: int
    removed: tuple[LeftOut, ...]
    notices: tuple[str, ...]
    size: int
    manifest_digest: str
    decisions_head: str
    fingerprints: Mapping[SubmissionId, tuple[Digest, str]] = field(repr=False)
    gallery: Path | None = None

    @property
    def withdrawn(self) -> tuple[LeftOut, ...]:
        """Those of ``removed`` that were taken down on purpose."""
        return tuple(one for one in self.removed if one.is_withdrawn)
