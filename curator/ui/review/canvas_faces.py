"""Says of each face on the picture who it is: the words of the evidence, on its plate."""

from curator.engine.dossier import Dossier
from curator.engine.records import Face, FaceOrigin, Match, Outcome, Word
from curator.engine.rules import Thresholds, match_of
from curator.engine.wording import DISTANCE_WORDS
from curator.ui.language import tr
from curator.ui.review.canvas import CanvasFace
from curator.ui.review.strip import Bands, bands_of
from curator.ui.theme import Tone

_OUTCOME_TONES = {Outcome.APPROVE: Tone.OK, Outcome.LOOK_CLOSER: Tone.WARN, Outcome.REJECT: Tone.BAD}


def canvas_faces(dossier: Dossier, *, thresholds: Thresholds) -> tuple[CanvasFace, ...]:
    """The faces with their words: those that the evidence beside them says, by the same bands."""
    bands = bands_of(dossier, thresholds=thresholds)
    faces = [face for face in dossier.faces if not face.dismissed]
    several = len(faces) > 1
    made = []
    for face in faces:
        main = dossier.main_face is not None and face.id == dossier.main_face.id
        shown = _shown_match(face, dossier, bands=bands)
        title, detail, tone = tr("not compared"), "", Tone.NEUTRAL
        if face.box.size < thresholds.nameless_size:
            title, shown = tr("too small to name"), None
        elif face.origin is FaceOrigin.DRAWN and shown is None:
            title = tr("drawn by hand")
        elif shown is not None:
            title = _title(shown, dossier, bands=bands)
            detail = tr(
                "{distance:.2f} {word}",
                distance=shown.distance,
                word=tr(DISTANCE_WORDS[bands.word_of(shown)]),
            )
            tone = _tone(shown, dossier, bands=bands, several=several)
        matches = shown is not None and bands.word_of(shown) is not Word.NO_MATCH
        quiet = not main and not matches
        made.append(CanvasFace(face.id, face.box, face.landmarks, title, detail, tone, quiet))
    return tuple(made)


def _shown_match(face: Face, dossier: Dossier, *, bands: Bands) -> Match | None:
    """Whom a face is told to be, or not to be: the nearest, or the claim when nobody is near."""
    claimed = match_of(face, dossier.submission.claimed_id)
    nearest = face.matches[0] if face.matches else None
    if nearest is None or claimed is None or bands.word_of(nearest) is not Word.NO_MATCH:
        return nearest
    return claimed


def _title(shown: Match, dossier: Dossier, *, bands: Bands) -> str:
    if bands.word_of(shown) is not Word.NO_MATCH:
        return dossier.names[shown.politician_id].full_name
    if shown.politician_id == dossier.submission.claimed_id:
        return tr("not {name}", name=dossier.names[shown.politician_id].full_name)
    return tr("nobody in the index")


def _tone(shown: Match, dossier: Dossier, *, bands: Bands, several: bool) -> Tone:
    """The tone of a face: that of its own word, but of one claimed face that of the advice."""
    submission = dossier.submission
    if submission.claimed_id is not None and submission.advice is not None and not several:
        return _OUTCOME_TONES[submission.advice.outcome]
    tone = bands.tone(shown.distance)
    if tone is Tone.BAD and several:
        # A bystander: nobody said that everyone in the picture should be somebody.
        return Tone.NEUTRAL
    if tone is Tone.OK and submission.claimed_id not in (None, shown.politician_id):
        # Near to somebody, but not to whom the sender named: not a colour that says "fine".
        return Tone.WARN
    return tone
