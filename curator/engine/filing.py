"""Files what the workers found in the catalogue: portraits, submissions, and faces drawn by hand."""

from collections.abc import Mapping
from dataclasses import dataclass

from curator.engine import kept_sentences
from curator.engine.catalogue import Catalogue, PortraitAnalysis
from curator.engine.comparison import Comparison
from curator.engine.errors import CuratorError, NotFound, WorkerFailure
from curator.engine.media import MediaStore
from curator.engine.records import (
    AnalysisState,
    Changes,
    Digest,
    Encoding,
    FaceId,
    PictureFacts,
    SubmissionId,
    Verdict,
)
from curator.engine.workers.messages import AnalysedPicture, EncodedFaces


@dataclass(frozen=True, slots=True)
class RefusedPortrait:
    """A photo that cannot be a reference portrait.

    Attributes:
        file_name: of the photo.
        whose: the politician's full name.
        reason: why, and what to use instead, as sentences.
    """

    file_name: str
    whose: str
    reason: str


class Filing:
    """Writes outcomes of the background work, each inside the transaction of whoever calls.

    Belongs to the catalogue's thread.
    """

    def __init__(
        self, catalogue: Catalogue, *, media: MediaStore, comparison: Comparison, model: str
    ) -> None:
        """Writes nothing yet.

        Args:
            catalogue: where outcomes are filed.
            media: holds originals and previews.
            comparison: ranks and assesses.
            model: names the space of the encodings.
        """
        self._catalogue = catalogue
        self._media = media
        self._comparison = comparison
        self._model = model

    def portrait(
        self, digest: Digest, outcome: AnalysedPicture | CuratorError
    ) -> tuple[Changes, tuple[RefusedPortrait, ...]]:
        """Files what was seen in a reference portrait; returns those that cannot be used as well."""
        if isinstance(outcome, CuratorError):
            seen = PortraitAnalysis(0, outcome.sentence)
        else:
            only = outcome.faces[0] if len(outcome.faces) == 1 else None
            seen = PortraitAnalysis(
                len(outcome.faces),
                "",
                None if only is None else only.box,
                None if only is None else only.encoding,
                outcome.perceptual_hash,
                outcome.mirrored_hash,
                outcome.facts.width,
                outcome.facts.height,
                landmarks=() if only is None else only.landmarks,
            )
        table = self._catalogue.politicians
        if not table.uses(digest):
            # Taken out while it was looked at: nothing biometric is kept of it, nor the preview made since.
            self._forget(digest)
            return Changes(), ()
        if not isinstance(outcome, WorkerFailure):
            # A worker that died says nothing lasting about the picture.
            space = self._model if isinstance(outcome, CuratorError) else _space(outcome)
            table.keep_analysis(digest, model=space, analysis=seen)
        reason = refusal(seen)
        portraits = [one for one in table.portraits() if one.digest == digest] if reason else []
        names = table.names({one.politician_id for one in portraits})
        refused = tuple(RefusedPortrait(one.file_name, names[one.politician_id], reason) for one in portraits)
        whose = table.settle_portraits(digest, refusal=reason)
        return Changes(politicians=frozenset(whose)), refused

    def known_portrait(self, digest: Digest, seen: PortraitAnalysis) -> None:
        """Files for a portrait what was seen in the same photo before."""
        self._catalogue.politicians.settle_portraits(digest, refusal=refusal(seen))

    def submission(
        self, submission_id: SubmissionId, digest: Digest, outcome: AnalysedPicture | CuratorError
    ) -> Changes:
        """Files a submission's analysis, with ranking and advice, also of those that now repeat it."""
        table = self._catalogue.submissions
        try:
            submission = table.get(submission_id)
        except NotFound:
            # Erased while it was looked at; the preview came after that.
            self._forget(digest)
            return Changes()
        again: frozenset[SubmissionId] = frozenset()
        if isinstance(outcome, CuratorError):
            table.mark_unreadable(submission_id, sentence=str(outcome))
            table.keep_declarations(submission_id, ())
        else:
            hashes = (outcome.perceptual_hash, outcome.mirrored_hash)
            self._turn_boxes(submission_id, submission.facts, outcome.facts)
            table.keep_facts(submission_id, facts=outcome.facts, model=outcome.model, hashes=hashes)
            table.keep_declarations(submission_id, outcome.declarations)
            ids = self._catalogue.faces.replace(submission_id, found=outcome.faces, model=_space(outcome))
            encodings = {
                face_id: face.encoding
                for face_id, face in zip(ids, outcome.faces, strict=True)
                if face.encoding is not None
            }
            claims = dict.fromkeys(encodings, submission.claimed_id)
            self._catalogue.faces.keep_matches(self._comparison.rank(encodings, claims=claims))
            if submission.verdict is not Verdict.UNDECIDED:
                # Decided while it was being analysed: encodings are kept only while undecided.
                self._catalogue.faces.erase_encodings((submission_id,))
            again = self._comparison.file_hashes(submission_id, hashes)
        self._comparison.assess((submission_id, *again))
        return Changes(submissions=again | {submission_id})

    def drawn_faces(
        self,
        submission_id: SubmissionId,
        face_ids: tuple[FaceId, ...],
        outcome: EncodedFaces | CuratorError,
    ) -> Changes:
        """Files the encodings of hand-drawn faces, and that there can be none."""
        catalogue = self._catalogue
        try:
            submission = catalogue.submissions.get(submission_id)
        except NotFound:
            return Changes()
        encodings: Mapping[FaceId, Encoding | None]
        if isinstance(outcome, CuratorError):
            encodings = dict.fromkeys(face_ids)
        else:
            encodings = dict(zip(face_ids, outcome.encodings, strict=True))
        wanted = {face.id for face in catalogue.faces.of(submission_id) if not face.dismissed}
        failed = [face_id for face_id, one in encodings.items() if one is None]
        catalogue.faces.keep_failure(failed, model=self._model)
        if submission.verdict is not Verdict.UNDECIDED or submission.state is not AnalysisState.DONE:
            # Decided meanwhile: encodings are kept only while undecided.
            return Changes()
        for face_id, encoding in encodings.items():
            # Those that were taken back meanwhile want none.
            if encoding is not None and face_id in wanted:
                catalogue.faces.keep_encoding(face_id, model=self._model, encoding=encoding)
        self._comparison.rerank([submission_id])
        return Changes(submissions=frozenset({submission_id}))

    def _turn_boxes(
        self, submission_id: SubmissionId, before: PictureFacts | None, now: PictureFacts
    ) -> None:
        """Another detector may turn a picture otherwise; what was marked by hand turns with it."""
        if before is not None and before.turn != now.turn:
            self._catalogue.faces.turn(
                submission_id, quarters=now.turn - before.turn, width=before.width, height=before.height
            )

    def _forget(self, digest: Digest) -> None:
        if self._catalogue.submissions.with_digest(digest) is None and not self._catalogue.politicians.uses(
            digest
        ):
            self._media.remove(digest)


def refusal(seen: PortraitAnalysis) -> str:
    """Why a portrait cannot be used, as a sentence, or an empty string when it can."""
    if seen.unreadable:
        return seen.unreadable
    if seen.faces == 0:
        return kept_sentences.WITHOUT_FACE
    if seen.faces > 1:
        return kept_sentences.WITH_FACES.filled(faces=seen.faces)
    if seen.encoding is None:
        return kept_sentences.WITH_AN_UNCLEAR_FACE
    return ""


def _space(outcome: AnalysedPicture) -> str:
    """The space of a picture's encodings: finders that agree on it before the slash compare."""
    return outcome.model.partition("/")[0]
