"""Reads a worker's answers and checks everything in them; runs in the program."""

import numpy as np
from numpy.typing import NDArray

from curator.engine import declarations, kept_sentences
from curator.engine.records import Digest, Encoding, FaceBox, FoundFace, PictureFacts, Point, Pose
from curator.engine.submitted_file import MAX_PIXELS
from curator.engine.workers.messages import (
    MAX_SIDE,
    Analyse,
    AnalysedPicture,
    Answer,
    Crop,
    CroppedPicture,
    Encode,
    EncodedFaces,
    Ready,
    Refusal,
    Render,
    RenderedPicture,
    Request,
)
from curator.engine.workers.sandbox.protections import Protection
from curator.engine.workers.wire import checks
from curator.engine.workers.wire.checks import nonsense
from curator.engine.workers.wire.framing import BEFORE_HEADER, Message
from curator.engine.workers.wire.limits import MAX_DETAIL, MAX_FACES, MAX_HEADER, MAX_LANDMARKS, MAX_SENTENCE

LONGEST_GREETING = BEFORE_HEADER + MAX_HEADER

_HASH_BYTES = 32
_ENCODING_BYTES = 128 * 8
_MAX_NORM = 10.0
"""Encodings lie near the unit sphere: 1.2 to 1.6 from the origin."""

_MAX_SHARPNESS = 64_000
"""Of a chessboard of single pixels: the Laplacian multiplies no detail by more than 8."""

_FORMATS = frozenset({"JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "JPEG2000", "HEIF"})
_FACE_FIELDS = frozenset({"box", "score", "landmarks", "encoded", "sharpness", "pose"})
_STAGES = frozenset({"decode", "hash", "metadata", "detect", "detail", "encode"})


def longest_answer(request: Request, *, longest_side: int) -> int:
    """How many bytes an answer to the request can have at most; no more are taken in."""
    match request:
        case Analyse():
            payload = 3 * longest_side**2 + 2 * _HASH_BYTES + MAX_FACES * _ENCODING_BYTES
        case Encode():
            payload = len(request.boxes) * _ENCODING_BYTES
        case Render():
            payload = 3 * request.reach**2
        case Crop():
            payload = 3 * request.most_pixels
    return BEFORE_HEADER + MAX_HEADER + payload


def read_greeting(untrusted: bytes) -> Ready | Refusal:
    """What a worker says when it has started.

    Raises:
        WorkerFailure: it is not what a sound worker says.
    """
    message = Message(untrusted)
    match message.kind:
        case "ready":
            notes = tuple(checks.text(note, MAX_DETAIL) for note in message.array("notes", 10))
            told = {checks.text(one, 40) for one in message.array("protections", len(Protection))}
            if not told <= set(Protection):
                nonsense("protections")
            message.end()
            return Ready(
                model=message.word("model"),
                notes=notes,
                runtime=message.word("runtime"),
                protections=frozenset(map(Protection, told)),
            )
        case "refused":
            return _refusal(message)
        case _:
            nonsense("greeting")


def read_answer(untrusted: bytes, request: Request, *, longest_side: int) -> Answer | Refusal:
    """A worker's answer to a request, with everything in it checked.

    Raises:
        WorkerFailure: it is not an answer that a sound worker gives to this request.
    """
    message = Message(untrusted)
    match message.kind, request:
        case "refused", _:
            refusal = _refusal(message)
            if not kept_sentences.is_of_a_worker(refusal.sentence):
                nonsense("sentence")
            return refusal
        case "analysed", Analyse():
            return _analysed(message, request, longest_side)
        case "encoded", Encode():
            return _encoded(message, request)
        case "rendered", Render():
            return _rendered(message, request)
        case "cropped", Crop():
            return _cropped(message, request)
        case _:
            nonsense("kind")


def _refusal(message: Message) -> Refusal:
    refusal = Refusal(
        unreadable=checks.flag(message["unreadable"]),
        sentence=checks.text(message["sentence"], MAX_SENTENCE),
        detail=checks.text(message["detail"], MAX_DETAIL),
    )
    message.end()
    return refusal


def _analysed(message: Message, request: Analyse, longest_side: int) -> AnalysedPicture:
    facts = _checked_facts(message["facts"])
    pixels = _pixels(message, facts, longest_side)
    hashes = bytes(message.take(_HASH_BYTES)), bytes(message.take(_HASH_BYTES))
    faces = tuple(_checked_face(face, facts, message) for face in message.array("faces", MAX_FACES))
    message.end()
    return AnalysedPicture(
        digest=_digest(message, request),
        facts=facts,
        pixels=pixels,
        faces=faces,
        perceptual_hash=hashes[0],
        mirrored_hash=hashes[1],
        model=message.word("model"),
        seconds=_seconds(message["seconds"]),
        declarations=_declarations(message["declarations"]),
    )


def _encoded(message: Message, request: Encode) -> EncodedFaces:
    flags = [checks.flag(one) for one in message.array("encoded", len(request.boxes))]
    if len(flags) != len(request.boxes):
        nonsense("number of encodings")
    encodings = tuple(_encoding(message) if flag else None for flag in flags)
    message.end()
    return EncodedFaces(
        digest=_digest(message, request),
        encodings=encodings,
        model=message.word("model"),
        seconds=_seconds(message["seconds"]),
    )


def _rendered(message: Message, request: Render) -> RenderedPicture:
    facts = _checked_facts(message["facts"])
    pixels = _pixels(message, facts, request.reach)
    if request.width is not None and pixels.shape[1] > request.width:
        nonsense("width")
    message.end()
    return RenderedPicture(digest=_digest(message, request), facts=facts, pixels=pixels)


def _cropped(message: Message, request: Crop) -> CroppedPicture:
    facts = _checked_facts(message["facts"])
    # Of a sound answer everything but the pixels follows from the size of the picture.
    part = request.region.clipped(width=facts.width, height=facts.height)
    told = checks.array(message["region"], 4, exactly=True)
    if part is None or told != [part.left, part.top, part.width, part.height]:
        nonsense("region")
    if facts.turn != request.turn % 4:
        nonsense("turn")
    width, height = request.size_of(part)
    if _shape(message, MAX_SIDE) != (height, width):
        nonsense("size")
    pixels = _taken(message, height, width)
    message.end()
    return CroppedPicture(digest=_digest(message, request), facts=facts, region=part, pixels=pixels)


def _pixels(message: Message, facts: PictureFacts, longest_side: int) -> NDArray[np.uint8]:
    height, width = _shape(message, longest_side)
    # The shape must be the full picture's, shrunk or as it is; rounding may differ by a pixel.
    factor = max(height, width) / max(facts.height, facts.width)
    if factor > 1 or abs(height - facts.height * factor) > 1.5 or abs(width - facts.width * factor) > 1.5:
        nonsense("proportions")
    return _taken(message, height, width)


def _shape(message: Message, longest_side: int) -> tuple[int, int]:
    """Height and width in pixels."""
    height, width = checks.array(message["shape"], 2, exactly=True)
    return checks.whole(height, 1, longest_side), checks.whole(width, 1, longest_side)


def _taken(message: Message, height: int, width: int) -> NDArray[np.uint8]:
    """The next pixels of the arrays, RGB, shape (height, width, 3), not to be written to."""
    return np.frombuffer(message.take(3 * height * width), np.uint8).reshape(height, width, 3)


def _checked_facts(untrusted: object) -> PictureFacts:
    if not isinstance(untrusted, dict):
        nonsense("facts")
    if untrusted.keys() != {"format", "width", "height", "turn", "truncated", "frames"}:
        nonsense("facts")
    name = checks.text(untrusted["format"], 20)
    if name not in _FORMATS:
        nonsense("format")
    width = checks.whole(untrusted["width"], 1, MAX_PIXELS)
    return PictureFacts(
        format=name,
        width=width,
        height=checks.whole(untrusted["height"], 1, MAX_PIXELS // width),
        turn=checks.whole(untrusted["turn"], 0, 3),
        truncated=checks.flag(untrusted["truncated"]),
        frames=checks.whole(untrusted["frames"], 1, 10_000_000),
    )


def _checked_face(untrusted: object, facts: PictureFacts, message: Message) -> FoundFace:
    if not isinstance(untrusted, dict) or untrusted.keys() != _FACE_FIELDS:
        nonsense("face")
    sides = checks.array(untrusted["box"], 4, exactly=True)
    box = FaceBox(
        left=checks.whole(sides[0], 0, facts.width - 1),
        top=checks.whole(sides[1], 0, facts.height - 1),
        width=checks.whole(sides[2], 1, facts.width),
        height=checks.whole(sides[3], 1, facts.height),
    )
    if box.right > facts.width or box.bottom > facts.height:
        nonsense("box")
    # A landmark may lie outside the picture, where a face is cut off, but not far.
    reach = 2.0 * max(facts.width, facts.height)
    landmarks = []
    for pair in checks.array(untrusted["landmarks"], MAX_LANDMARKS):
        x, y = checks.array(pair, 2, exactly=True)
        landmarks.append(Point(checks.real(x, -reach, reach), checks.real(y, -reach, reach)))
    return FoundFace(
        box=box,
        score=checks.real(untrusted["score"], -1000, 1000),
        landmarks=tuple(landmarks),
        encoding=_encoding(message) if checks.flag(untrusted["encoded"]) else None,
        sharpness=_sharpness(untrusted["sharpness"]),
        pose=_pose(untrusted["pose"]),
    )


def _sharpness(untrusted: object) -> float | None:
    return None if untrusted is None else checks.real(untrusted, 0, _MAX_SHARPNESS)


def _pose(untrusted: object) -> Pose | None:
    if untrusted is None:
        return None
    yaw, pitch, roll = checks.array(untrusted, 3, exactly=True)
    return Pose(checks.real(yaw, -90, 90), checks.real(pitch, -180, 180), checks.real(roll, -180, 180))


def _encoding(message: Message) -> Encoding:
    numbers = np.frombuffer(message.take(_ENCODING_BYTES), "<f8").astype(np.float64)
    if not np.isfinite(numbers).all() or not 0 < float(np.abs(numbers).max()) <= _MAX_NORM:
        nonsense("encoding")
    numbers.flags.writeable = False
    return numbers


def _digest(message: Message, request: Request) -> Digest:
    digest = checks.text(message["digest"], 64)
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        nonsense("digest")
    if request.digest is not None and digest != request.digest:
        nonsense("digest")
    return Digest(digest)


def _declarations(untrusted: object) -> tuple[declarations.Declaration, ...]:
    try:
        return declarations.checked(untrusted)
    except ValueError:
        nonsense("declarations")


def _seconds(untrusted: object) -> dict[str, float]:
    if not isinstance(untrusted, dict) or not untrusted.keys() <= _STAGES:
        nonsense("seconds")
    return {stage: checks.real(value, 0, 1e6) for stage, value in untrusted.items()}
