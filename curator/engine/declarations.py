"""What a picture's file says about itself: the vocabulary, and what it hints at.

Whoever made a file can write anything into it, and most made-up pictures say nothing. A
declaration is therefore told to the curator and never counted as a finding.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from curator.engine.records import Making
from curator.engine.said import Said, said
from curator.engine.text import clean_line

MOST = 24
"""Declarations kept of one file; the first ones of ``Code``'s order win."""

LONGEST = 300
"""Characters kept of a declaration's text."""


class Code(StrEnum):
    """What a declaration is about, in the order in which declarations are shown.

    Their values stand in catalogues.
    """

    SOURCE_AI = "source_ai"
    GENERATOR = "generator"
    STABLE_DIFFUSION = "stable_diffusion"
    COMFYUI = "comfyui"
    INVOKEAI = "invokeai"
    MIDJOURNEY = "midjourney"
    PROMPT = "prompt"
    AI_LABEL = "ai_label"
    SOURCE = "source"
    CREDENTIALS = "credentials"
    CREDENTIALS_ELSEWHERE = "credentials_elsewhere"
    CAMERA = "camera"
    TAKEN = "taken"
    SOFTWARE = "software"
    CAPTION = "caption"
    GPS = "gps"
    OWNER = "owner"
    SERIAL = "serial"
    THUMBNAIL = "thumbnail"


AI_CODES = frozenset(
    {
        Code.SOURCE_AI,
        Code.GENERATOR,
        Code.STABLE_DIFFUSION,
        Code.COMFYUI,
        Code.INVOKEAI,
        Code.MIDJOURNEY,
        Code.PROMPT,
        Code.AI_LABEL,
    }
)
"""With these a file says that an algorithm made the picture or a part of it."""

PERSONAL = frozenset({Code.GPS, Code.OWNER, Code.SERIAL, Code.THUMBNAIL})
"""Of these only the presence is kept: the values are nobody's business here."""

WITHOUT_TEXT = PERSONAL | {Code.CREDENTIALS_ELSEWHERE, Code.AI_LABEL}

_MAKINGS: Mapping[str, Making] = {
    "compositeWithTrainedAlgorithmicMedia": Making.FACE_SWAP,
    "compositeSynthetic": Making.MONTAGE,
    "trainedAlgorithmicMedia": Making.GENERATED,
    "algorithmicMedia": Making.GENERATED,
    "trainedAlgorithmicData": Making.GENERATED,
}
"""The terms of IPTC's digital source type (and C2PA's one more) that mean a picture made by algorithms,
the most telling first: a picture with a made part is often said to hold a wholly made one."""

AI_TERMS = frozenset(_MAKINGS)

TERM_WORDS: Mapping[str, Said] = {
    "compositeWithTrainedAlgorithmicMedia": said("partly made or changed by generative AI"),
    "compositeSynthetic": said("put together, with synthetic parts"),
    "trainedAlgorithmicMedia": said("made by generative AI"),
    "algorithmicMedia": said("made by an algorithm alone"),
    "trainedAlgorithmicData": said("data made by a trained algorithm"),
    "digitalCapture": said("taken with a digital camera"),
    "computationalCapture": said("put together by a camera from several shots"),
    "negativeFilm": said("scanned from a negative"),
    "positiveFilm": said("scanned from a slide"),
    "print": said("scanned from a print"),
    "humanEdits": said("edited by a person"),
    "minorHumanEdits": said("edited a little by a person"),
    "algorithmicallyEnhanced": said("enhanced by an algorithm"),
    "compositeCapture": said("put together from photos"),
    "composite": said("put together from several parts"),
    "softwareImage": said("made with software"),
    "digitalArt": said("drawn with software"),
    "digitalCreation": said("made by a person with software"),
    "dataDrivenMedia": said("drawn from data"),
    "screenCapture": said("a picture of a screen"),
    "virtualRecording": said("a recording of a virtual event"),
}
"""Terms of http://cv.iptc.org/newscodes/digitalsourcetype/ in words."""

WORDS: Mapping[Code, Said] = {
    Code.SOURCE_AI: said("Origin"),
    Code.GENERATOR: said("AI generator"),
    Code.STABLE_DIFFUSION: said("Stable Diffusion"),
    Code.COMFYUI: said("ComfyUI"),
    Code.INVOKEAI: said("InvokeAI"),
    Code.MIDJOURNEY: said("Midjourney"),
    Code.PROMPT: said("AI prompt"),
    Code.AI_LABEL: said("AI label"),
    Code.SOURCE: said("Origin"),
    Code.CREDENTIALS: said("Credentials"),
    Code.CREDENTIALS_ELSEWHERE: said("Credentials"),
    Code.CAMERA: said("Camera"),
    Code.TAKEN: said("Taken"),
    Code.SOFTWARE: said("Software"),
    Code.CAPTION: said("Caption"),
    Code.GPS: said("a position (GPS)"),
    Code.OWNER: said("an author or owner"),
    Code.SERIAL: said("a serial number"),
    Code.THUMBNAIL: said("a small preview"),
}
"""What a declaration is about, in words; for `PERSONAL` as a part of a list."""

_SETTINGS = said("its settings are in the file")
_BARE = {
    Code.COMFYUI: said("its workflow is in the file"),
    Code.STABLE_DIFFUSION: _SETTINGS,
    Code.INVOKEAI: _SETTINGS,
    Code.AI_LABEL: said("the Chinese label for AI content"),
    Code.CREDENTIALS: said("C2PA, not checked"),
    Code.CREDENTIALS_ELSEWHERE: said("C2PA, kept elsewhere, not fetched"),
}
"""What is told where a declaration comes without words of its own."""
_CREDENTIALS = said("C2PA by {maker}, not checked")


@dataclass(frozen=True, slots=True)
class Declaration:
    """One thing that a file says about itself; whoever made the file may have made it up.

    Attributes:
        code: what it is about: a value of `Code`.
        text: the words of the file, cleaned and cut; empty where only their presence is kept, as of GPS
            positions and owners. Of digital source types the term.
    """

    code: str
    text: str = ""


def declaration(code: Code, text: str = "") -> Declaration | None:
    """What a file says, cleaned and cut; None when nothing can be seen of it.

    Args:
        code: what it is about.
        text: the words of the file; dropped where only their presence may be kept.
    """
    if code in WITHOUT_TEXT:
        return Declaration(code.value)
    cleaned = clean_line(text, limit=LONGEST)
    return Declaration(code.value, cleaned) if cleaned or code in AI_CODES | {Code.CREDENTIALS} else None


def checked(untrusted: object) -> tuple[Declaration, ...]:
    """Declarations that a worker sent as a list of pairs, each with its text cleaned once more.

    Raises:
        ValueError: a sound worker sends nothing like that.
    """
    if not isinstance(untrusted, list) or len(untrusted) > MOST:
        raise ValueError("not a short list")
    return tuple(_checked_one(pair) for pair in untrusted)


def ordered(declarations: Iterable[Declaration]) -> tuple[Declaration, ...]:
    """Each once, in the order of `Code`, and not more than `MOST`."""
    places = {code.value: place for place, code in enumerate(Code)}
    return tuple(sorted(dict.fromkeys(declarations), key=lambda one: places[one.code])[:MOST])


def declares_ai(declarations: Iterable[Declaration]) -> bool:
    """Whether a file says that AI made its picture or a part of it. That it does not means nothing."""
    return any(one.code in AI_CODES for one in declarations)


def declared_making(declarations: Sequence[Declaration]) -> Making | None:
    """How a picture was made, as far as its file says so: a hint for the curator, who chooses."""
    terms = {one.text for one in declarations if one.code == Code.SOURCE_AI}
    for term, making in _MAKINGS.items():
        if term in terms:
            return making
    return Making.GENERATED if declares_ai(declarations) else None


def words_of(one: Declaration) -> Said:
    """What a declaration is about, in words."""
    return WORDS[Code(one.code)]


def value_of(one: Declaration) -> str:
    """What it says: the file's own words, or a ``Said`` where those are a code or are not kept."""
    code = Code(one.code)
    if code in {Code.SOURCE_AI, Code.SOURCE}:
        return TERM_WORDS.get(one.text, one.text)
    if code is Code.CREDENTIALS and one.text:
        return _CREDENTIALS.filled(maker=one.text)
    return one.text or _BARE.get(code, "")


def _checked_one(untrusted: object) -> Declaration:
    if not isinstance(untrusted, list) or len(untrusted) != 2:
        raise ValueError("not a pair")
    code, text = untrusted
    if not isinstance(code, str) or not isinstance(text, str) or len(text) > LONGEST:
        raise ValueError("not short texts")
    found = declaration(Code(code), text)
    if found is None or (text and not found.text):
        raise ValueError("a text that says nothing, or that nobody asked for")
    return found
