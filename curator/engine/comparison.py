"""What submissions are compared with, held in memory: reference portraits and all pictures' hashes."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial

import numpy as np

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.assessments import Assessed, Ground
from curator.engine.matching import Gallery, disagreeing, own_spread
from curator.engine.records import (
    Encoding,
    Face,
    FaceId,
    Likeness,
    Match,
    PoliticianId,
    PortraitId,
    SubmissionId,
)
from curator.engine.rules import RULE_SET, Subject, Thresholds, assess, main_face, match_of, word_for
from curator.engine.similar import SimilarIndex

_SAME_FACE = 0.50
"""Distance up to which the faces of two pictures that look the same count as the same person's. Copies
shrunk to a third of 66 pictures lay at 0.48 or nearer, swapped faces at 0.6 or further."""

_MOST_COPIES = 1000
"""Of one picture so many copies are looked at; a picture that is sent in more often is known well enough."""

_ROUNDING = 1e-9
"""Distances that differ by no more are the same: float64 products of 128 numbers err by less."""


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

    def rerank(self, submission_ids: Sequence[SubmissionId]) -> frozenset[SubmissionId]:
        """Ranks and assesses submissions anew from their stored encodings; decodes nothing.

        Returns:
            Those of which anything that is shown is another now.
        """
        table = self._catalogue.faces
        encodings = table.encodings(submission_ids, model=self._model)
        faces = table.of_each(submission_ids)
        grounds = self._catalogue.assessments.grounds(submission_ids)
        claims = {
            face.id: ground.claimed_id
            for ground in grounds
            for face in faces.get(ground.id, ())
            if face.id in encodings
        }
        known = {face.id: face for some in faces.values() for face in some}
        moved = {
            face_id: matches
            for face_id, matches in self.rank(encodings, claims=claims).items()
            if not _same_ranking(matches, known[face_id].matches)
        }
        table.keep_matches(moved)
        alike = self._like_portraits(grounds)
        assessed = []
        for ground in grounds:
            now = tuple(
                replace(face, matches=moved[face.id]) if face.id in moved else face
                for face in faces.get(ground.id, ())
            )
            subject = self._subject(ground, faces=now, alike=alike.get(ground.id))
            assessed.append(self._assessed(ground.id, subject))
        changed = self._catalogue.assessments.keep(assessed, mark=self.mark)
        return changed | {known[face_id].submission_id for face_id in moved}

    def assess(self, submission_ids: Collection[SubmissionId]) -> None:
        """Writes findings and advice of submissions whose faces are ranked."""
        faces = self._catalogue.faces.of_each(submission_ids)
        grounds = self._catalogue.assessments.grounds(submission_ids)
        alike = self._like_portraits(grounds)
        assessed = [
            self._assessed(one.id, self._subject(one, faces=faces.get(one.id, ()), alike=alike.get(one.id)))
            for one in grounds
        ]
        self._catalogue.assessments.keep(assessed, mark=self.mark)

    def keep(self, submission_id: SubmissionId, subject: Subject) -> None:
        """Writes findings and advice of a submission of which everything is known."""
        self._catalogue.assessments.keep([self._assessed(submission_id, subject)], mark=self.mark)

    def _assessed(self, submission_id: SubmissionId, subject: Subject) -> Assessed:
        face = main_face(subject.faces, claimed_id=subject.claimed_id, thresholds=self.thresholds)
        match = None if face is None else _listed_match(face, subject.claimed_id)
        return Assessed(
            submission_id,
            assess(subject, thresholds=self.thresholds),
            None if match is None else match.distance,
            None if match is None else listed_margin(match),
            None if face is None else face.id,
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

    def _like_portraits(self, grounds: Sequence[Ground]) -> dict[SubmissionId, Likeness]:
        """The reference portraits that submissions look like; most look like none."""
        hashed = [(one.id, one.hashes) for one in grounds if one.hashes is not None]
        if not hashed:
            return {}
        within = self.thresholds.perhaps_bits
        near = self._portraits.any_near([hashes for _, hashes in hashed], within=within)
        found = {}
        for place in np.flatnonzero(near):
            submission_id, hashes = hashed[place]
            alike = self._portraits.nearest(*hashes, within=within, keep=1)[0]
            portrait = self._portrait_encodings.get(PortraitId(alike.id))
            shown = self._encodings_of(submission_id)
            same = self._agree(shown, None if portrait is None else [portrait])
            found[submission_id] = replace(alike, same_faces=same)
        return found

    def _subject(self, ground: Ground, *, faces: tuple[Face, ...], alike: Likeness | None) -> Subject:
        claimed_id = ground.claimed_id if ground.claimed_id in self.names else None
        return Subject(
            kind=ground.kind,
            claim=ground.claim,
            claimed_id=claimed_id,
            claimed_portraits=self.portraits_of(claimed_id),
            unreadable=ground.unreadable,
            faces=faces,
            names=self.names,
            duplicate_of=ground.duplicate_of,
            looks_like_portrait=alike,
        )


def _same_ranking(one: Sequence[Match], other: Sequence[Match]) -> bool:
    """Whether two rankings of a face say the same; products of larger matrices round otherwise."""
    return len(one) == len(other) and all(
        a.politician_id == b.politician_id
        and a.rank == b.rank
        and a.word is b.word
        and abs(a.distance - b.distance) <= _ROUNDING
        and abs(a.margin - b.margin) <= _ROUNDING
        for a, b in zip(one, other, strict=True)
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
