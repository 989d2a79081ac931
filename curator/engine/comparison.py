"""What submissions are compared with, held in memory: reference portraits and all pictures' hashes."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial

import numpy as np

from curator.engine.catalogue import Catalogue
from curator.engine.matching import Gallery, disagreeing, own_spread
from curator.engine.records import (
    Encoding,
    Face,
    FaceId,
    Likeness,
    Match,
    PoliticianId,
    PortraitId,
    Submission,
    SubmissionId,
)
from curator.engine.rules import RULE_SET, Subject, Thresholds, assess, main_face, match_of, word_for
from curator.engine.similar import SimilarIndex

_SAME_FACE = 0.50
"""Distance up to which the faces of two pictures that look the same count as the same person's. Copies
shrunk to a third of 66 pictures lay at 0.48 or nearer, swapped faces at 0.6 or further."""

_MOST_COPIES = 1000
"""Of one picture so many copies are looked at; a picture that is sent in more often is known well enough."""


class Comparison:
    """Ranks faces and assesses submissions against the catalogue's index as it stands.

    Built once and told of changes, because reading 100,000 hashes for every picture would
    not do. Belongs to the catalogue's thread.

    Attributes:
        gallery: of the accepted reference portraits.
        spread: of each politician's portraits, d* to their other ones; for the strip plot.
        names: of everybody in the index.
        odd_ones: portraits that disagree with the others of their politician, with that distance.
        mark: stands for all that submissions are compared with: rules, thresholds, politicians and
            their accepted portraits. Whatever was assessed under another mark is to be assessed anew.
    """

    def __init__(self, catalogue: Catalogue, *, model: str, thresholds: Thresholds) -> None:
        """Reads everything that is compared with.

        Args:
            catalogue: to read from and to write assessments to.
            model: whose encodings are compared; those of others are of another space.
            thresholds: the bands in force.
        """
        self._catalogue = catalogue
        self._model = model
        self.thresholds = thresholds
        self._known_pictures: SimilarIndex | None = None
        self.reload_portraits()

    def reload_portraits(self) -> None:
        """Reads politicians and reference portraits again; to be followed by a new ranking."""
        politicians = self._catalogue.politicians
        encodings = politicians.encodings(model=self._model)
        self.gallery = Gallery.from_portraits(encodings)
        self.names = {one.id: one.full_name for one in politicians.all()}
        self._portrait_counts = politicians.portrait_counts()
        self._portraits = SimilarIndex(politicians.portrait_hashes())
        self._portrait_encodings = {one.portrait_id: one.encoding for one in encodings}
        spread: dict[PoliticianId, list[float]] = {}
        for one in own_spread(encodings):
            spread.setdefault(one.politician_id, []).append(one.distance)
        self.spread: Mapping[PoliticianId, tuple[float, ...]] = {
            politician_id: tuple(distances) for politician_id, distances in spread.items()
        }
        self.odd_ones: Mapping[PortraitId, float] = {
            one.portrait_id: one.distance
            for one in disagreeing(encodings, beyond=self.thresholds.closer_unclaimed)
        }
        compared_with = json.dumps(
            [
                RULE_SET,
                asdict(self.thresholds),
                self._model,
                sorted(self.names.items()),
                sorted(self._portrait_counts.items()),
                [one.portrait_id for one in encodings],
            ]
        )
        self.mark = hashlib.sha256(compared_with.encode()).hexdigest()

    def rank(
        self, encodings: Mapping[FaceId, Encoding], *, claims: Mapping[FaceId, PoliticianId | None]
    ) -> dict[FaceId, tuple[Match, ...]]:
        """Ranks faces against the gallery, the claimed politician always among the ranked."""
        if not encodings:
            return {}
        faces = list(encodings)
        ranked = self.gallery.rank(
            np.stack([encodings[face] for face in faces]),
            word=partial(word_for, thresholds=self.thresholds),
            also=[claims.get(face) for face in faces],
        )
        return dict(zip(faces, ranked, strict=True))

    def take_pictures(self, pictures: SimilarIndex) -> None:
        """Takes the hashes of all pictures from whoever has read them; too late, they are ignored.

        What is filed before they come reads them by itself, so none that is newer is missing here.
        """
        if self._known_pictures is None:
            self._known_pictures = pictures

    # ------------------------------------------------------------ writing, inside a transaction

    def file_hashes(
        self, submission_id: SubmissionId, hashes: tuple[bytes, bytes]
    ) -> frozenset[SubmissionId]:
        """Notes a new picture's hashes and which pictures are now duplicates.

        Pictures are analysed in any order, so a later submission may be known before the
        earlier one that it repeats.

        Returns:
            Later submissions that turn out to repeat this one and must be assessed again.
        """
        upright, mirrored = hashes
        within = self.thresholds.perhaps_bits
        table = self._catalogue.submissions
        alike = []
        for one in self._pictures.nearest(upright, mirrored, within=within, keep=_MOST_COPIES):
            if not table.has(SubmissionId(one.id)):
                self._pictures.discard(one.id)  # erased since
            elif one.id != submission_id:
                alike.append(one)
        self._pictures.add(submission_id, upright)
        earlier = next((one for one in alike if one.id < submission_id), None)
        table.keep_duplicate(
            submission_id, of=None if earlier is None else self._with_faces(submission_id, earlier)
        )
        overtaken = set()
        for one in alike:
            later = SubmissionId(one.id)
            if later < submission_id:
                continue
            known = table.duplicate_of(later)
            # The same choice as above, whichever of the pictures was analysed first.
            if known is None or (one.bits, submission_id) < (known.bits, known.id):
                likeness = replace(one, id=submission_id)
                table.keep_duplicate(later, of=self._with_faces(later, likeness))
                overtaken.add(later)
        return frozenset(overtaken)

    def _with_faces(self, submission_id: SubmissionId, likeness: Likeness) -> Likeness:
        """Adds whether the faces of the two pictures agree, as far as their encodings are still held."""
        same = self._agree(self._encodings_of(submission_id), self._encodings_of(SubmissionId(likeness.id)))
        if same is None:
            known = self._catalogue.submissions.duplicate_of(submission_id)
            same = known.same_faces if known is not None and known.id == likeness.id else None
        return replace(likeness, same_faces=same)

    def _encodings_of(self, submission_id: SubmissionId) -> Sequence[Encoding] | None:
        """Of all faces of a submission, or None when they are not all held."""
        faces = [face for face in self._catalogue.faces.of(submission_id) if not face.dismissed]
        held = self._catalogue.faces.encodings([submission_id], model=self._model)
        return list(held.values()) if len(held) == len(faces) else None

    @staticmethod
    def _agree(some: Sequence[Encoding] | None, others: Sequence[Encoding] | None) -> bool | None:
        """Whether each face of the picture with fewer of them is also in the other; None: not known.

        A small copy may have lost its smallest faces, so the numbers need not be the same.
        """
        if some is None or others is None or bool(some) != bool(others):
            return None
        fewer, more = sorted((some, others), key=len)
        return all(min(np.linalg.norm(one - each) for each in more) <= _SAME_FACE for one in fewer)

    def rerank(self, submission_ids: Sequence[SubmissionId]) -> None:
        """Ranks and assesses submissions anew from their stored encodings; decodes nothing."""
        encodings = self._catalogue.faces.encodings(submission_ids, model=self._model)
        faces = self._catalogue.faces.of_each(submission_ids)
        submissions = [self._catalogue.submissions.get(one) for one in submission_ids]
        claims = {
            face.id: submission.claimed_id
            for submission in submissions
            for face in faces.get(submission.id, ())
            if face.id in encodings
        }
        ranked = self.rank(encodings, claims=claims)
        self._catalogue.faces.keep_matches(ranked)
        for submission in submissions:
            known = faces.get(submission.id, ())
            now = tuple(replace(face, matches=ranked.get(face.id, face.matches)) for face in known)
            self.keep(submission.id, self._subject(submission, faces=now))

    def assess(self, submissions: Iterable[Submission]) -> None:
        """Writes findings and advice of submissions whose faces are ranked."""
        for submission in submissions:
            faces = self._catalogue.faces.of(submission.id)
            self.keep(submission.id, self._subject(submission, faces=faces))

    def keep(self, submission_id: SubmissionId, subject: Subject) -> None:
        """Writes findings and advice of a submission of which everything is known."""
        face = main_face(subject.faces, claimed_id=subject.claimed_id, thresholds=self.thresholds)
        match = None if face is None else _listed_match(face, subject.claimed_id)
        self._catalogue.submissions.keep_assessment(
            submission_id,
            assessment=assess(subject, thresholds=self.thresholds),
            distance=None if match is None else match.distance,
            mark=self.mark,
            margin=None if match is None else listed_margin(match),
            main_face=None if face is None else face.id,
        )

    @property
    def _pictures(self) -> SimilarIndex:
        """The hashes of all pictures; read for the first that is compared, since opening needs none."""
        if self._known_pictures is None:
            self._known_pictures = read_pictures(self._catalogue)
        return self._known_pictures

    def portraits_of(self, politician_id: PoliticianId | None) -> int:
        """How many accepted reference portraits somebody has; 0 for nobody."""
        return 0 if politician_id is None else self._portrait_counts.get(politician_id, 0)

    def _subject(self, submission: Submission, *, faces: tuple[Face, ...]) -> Subject:
        table = self._catalogue.submissions
        hashes = table.hashes_of(submission.id)
        alike = None
        if hashes is not None:
            found = self._portraits.nearest(*hashes, within=self.thresholds.perhaps_bits, keep=1)
            alike = next(iter(found), None)
        if alike is not None:
            portrait = self._portrait_encodings.get(PortraitId(alike.id))
            shown = self._encodings_of(submission.id)
            alike = replace(alike, same_faces=self._agree(shown, None if portrait is None else [portrait]))
        claimed_id = submission.claimed_id if submission.claimed_id in self.names else None
        return Subject(
            kind=submission.kind,
            claim=submission.claim,
            claimed_id=claimed_id,
            claimed_portraits=self.portraits_of(claimed_id),
            unreadable=submission.unreadable,
            faces=faces,
            names=self.names,
            duplicate_of=table.duplicate_of(submission.id),
            looks_like_portrait=alike,
        )


def _listed_match(face: Face, claimed_id: PoliticianId | None) -> Match | None:
    """The match whose numbers a list shows: of the claim, else of the nearest politician."""
    return match_of(face, claimed_id) or next(iter(face.matches), None)


def listed_margin(match: Match) -> float:
    """How clear a match is, as a person would read it: the smaller, the more doubtful.

    For the nearest politician it is the distance of the runner-up minus theirs, never negative and
    9.0 when there is nobody else. For a claimed one whom somebody else is nearer than, it is
    negative: the distance of that nearest one minus that of the claimed one.
    """
    return match.margin if match.rank == 1 else -match.margin


def read_pictures(catalogue: Catalogue) -> SimilarIndex:
    """The perceptual hashes of all pictures; of 100,000 in a tenth of a second, in any thread's catalogue."""
    return SimilarIndex.packed(*catalogue.submissions.hashes())
