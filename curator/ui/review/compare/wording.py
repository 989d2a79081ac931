"""What the comparison says: captions, why there is nothing to compare, and how far is far in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from curator.engine.dossier import Dossier
from curator.engine.records import AnalysisState, Face, FaceOrigin, PortraitId
from curator.engine.rules import match_of
from curator.engine.said import said
from curator.ui.language import tr, tr_of
from curator.ui.review.strip import Bands
from curator.ui.theme import Tone

BAND_WORDS = {Tone.OK: said("match"), Tone.WARN: said("look closer"), Tone.BAD: said("no match")}

_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Nothing:
    """Why there is nothing to compare, and what to do about it."""

    heading: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Spread:
    """Distances around one face; all are d*, 0 = same.

    Attributes:
        name: of the politician whose portraits are compared with.
        own: of each of that politician's portraits to their others.
        this: of the face to that politician; None when it was not measured.
        others: full name and distance of the nearest other politicians, nearest first.
    """

    name: str = ""
    own: tuple[float, ...] = ()
    this: float | None = None
    others: tuple[tuple[str, float], ...] = ()


def spread_of(dossier: Dossier, face: Face | None) -> Spread:
    """The distances of one face of a submission, whichever face the dossier itself is about."""
    compared = dossier.compared
    if compared is None:
        return Spread()
    if face is None:
        return Spread(compared.full_name, dossier.strip.own)
    this = match_of(face, compared.id)
    others = sorted(
        (match.distance, dossier.names[match.politician_id].full_name)
        for match in face.matches
        if match.politician_id != compared.id
    )
    return Spread(
        compared.full_name,
        dossier.strip.own,
        None if this is None else this.distance,
        tuple((name, distance) for distance, name in others),
    )


def nothing_to_compare(dossier: Dossier | None, face: Face | None) -> Nothing | None:
    """Why these two faces cannot be compared; None when they can."""
    if dossier is None:
        return Nothing(
            tr("Nothing to compare"), tr("Choose a submission to see its face beside a reference portrait.")
        )
    submission = dossier.submission
    if submission.state is AnalysisState.UNREADABLE:
        return Nothing(tr("This picture cannot be read"), tr(submission.unreadable))
    if face is None and submission.state is AnalysisState.PENDING:
        return Nothing(
            tr("Not analysed yet"), tr("Curator is looking for faces in this picture. It will appear here.")
        )
    if face is None:
        return Nothing(
            tr("No face to compare"),
            tr("Curator found no face in this picture. If there is one, go back and draw a box around it."),
        )
    if dossier.compared is None:
        return _nobody(dossier)
    if not dossier.portraits:
        return Nothing(
            tr("No reference portraits"),
            tr(
                "{name} has no reference portraits that can be used. Add some on the page Politicians.",
                name=dossier.compared.full_name,
            ),
        )
    return None


def face_caption(dossier: Dossier, face: Face, *, eyes_seen: bool) -> tuple[str, str]:
    """Two lines under the submission's face."""
    faces = [one.id for one in dossier.faces if not one.dismissed]
    parts = [tr("this face")]
    if len(faces) > 1 and face.id in faces:
        parts = [tr("face {place} of {count}", place=faces.index(face.id) + 1, count=len(faces))]
    parts.append(tr("{size} px", size=face.box.size))
    if face.origin is FaceOrigin.DRAWN:
        parts.append(tr("drawn by hand"))
    if not eyes_seen:
        parts.append(tr("eyes guessed"))
    return dossier.submission.file_name, _BETWEEN.join(parts)


def portrait_caption(
    dossier: Dossier, place: int, *, distances: Mapping[PortraitId, float], eyes_seen: bool
) -> tuple[str, str]:
    """Two lines under a reference portrait: whose it is and its file, and which it is of how many."""
    portrait = dossier.portraits[place]
    name = dossier.compared.full_name if dossier.compared is not None else ""
    parts = [tr("portrait {place} of {count}", place=place + 1, count=len(dossier.portraits))]
    if portrait.id in distances:
        parts.append(tr("{distance:.2f} from this face", distance=distances[portrait.id]))
    if not eyes_seen:
        parts.append(tr("eyes guessed"))
    return _BETWEEN.join(filter(None, (name, portrait.file_name))), _BETWEEN.join(parts)


def told(spread: Spread, *, bands: Bands, portraits: int, claimed: bool) -> str:
    """The distances as sentences.

    Args:
        spread: the distances.
        bands: where the words change.
        portraits: how many of the politician there are.
        claimed: whether that politician is claimed, or only the nearest.
    """
    sentences = []
    if spread.this is None:
        sentences.append(tr("This face has not been compared with {name}.", name=spread.name))
    else:
        word = tr(BAND_WORDS[bands.tone(spread.this)])
        sentences.append(
            tr(
                "This face is {distance:.2f} from {name}: {word}.",
                distance=spread.this,
                name=spread.name,
                word=word,
            )
            if claimed
            else tr(
                "Nobody of the index is claimed; the nearest is {name} at {distance:.2f}: {word}.",
                distance=spread.this,
                name=spread.name,
                word=word,
            )
        )
    if spread.own:
        near, far = min(spread.own), max(spread.own)
        sentences.append(
            tr("Their own portraits lie {near:.2f} to {far:.2f} from each other.", near=near, far=far)
            if round(near, 2) != round(far, 2)
            else tr("Their own portraits lie {near:.2f} from each other.", near=near)
        )
    elif portraits == 1:
        sentences.append(tr("With one portrait it cannot be told how far their own portraits differ."))
    if spread.others:
        name, distance = spread.others[0]
        sentences.append(
            tr("The nearest other person is {name} at {distance:.2f}.", name=name, distance=distance)
        )
    return " ".join(sentences)


def others_listed(spread: Spread) -> str:
    """The nearest other politicians with their distances, in one line; empty when there are none."""
    if not spread.others:
        return ""
    names = _BETWEEN.join(f"{name} {distance:.2f}" for name, distance in spread.others)
    return tr_of(len(spread.others), "Nearest other: {names}", "Nearest others: {names}", names=names)


def _nobody(dossier: Dossier) -> Nothing:
    claim = dossier.submission.claim
    if claim:
        return Nothing(
            tr("Not in the index"),
            tr(
                "{name} is not in the index, and nobody in it is near. "
                "Add them on the page Politicians, or correct the claim.",
                name=claim.full_name,
            ),
        )
    return Nothing(
        tr("Nobody to compare with"),
        tr(
            "Nothing is claimed, and this face was not compared with anybody. "
            "Say whom it shows, or add politicians with reference portraits."
        ),
    )
