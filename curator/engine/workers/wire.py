"""A worker's answers as bytes: written in the worker, read with distrust in the program.

A worker has handled hostile files and may be in another's hands. Its answers are therefore
never unpickled: they are a short JSON header and raw arrays whose sizes follow from it, and
every number is checked before it is believed. Whatever carries ``untrusted`` in its name has
not been checked yet.
"""

import json
import math
import struct
from collections.abc import Mapping
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from curator.engine import declarations, kept_sentences
from curator.engine.errors import WorkerFailure
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

MAGIC = b"CUR1"
MAX_HEADER = 1_000_000
MAX_FACES = 500
"""More faces than that in one picture are left out, smallest first."""

MAX_LANDMARKS = 68
MAX_SENTENCE = 300
MAX_DETAIL = 8000

_HASH_BYTES = 32
_ENCODING_BYTES = 128 * 8
_MAX_NORM = 10.0
"""Encodings lie near the unit sphere: 1.2 to 1.6 from the origin."""

_MAX_SHARPNESS = 64_000
"""Of a chessboard of single pixels: the Laplacian multiplies no detail by more than 8."""

_FORMATS = frozenset({"JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "JPEG2000", "HEIF"})
_FACE_FIELDS = frozenset({"box", "score", "landmarks", "encoded", "sharpness", "pose"})
_STAGES = frozenset({"decode", "hash", "metadata", "detect", "detail", "encode"})


# ---------------------------------------------------------------- in the worker


def written(message: Answer | Ready | Refusal) -> bytes:
    """An answer as one message of bytes."""
    match message:
        case Ready():
            return _packed(
                {
                    "kind": "ready",
                    "model": message.model,
                    "notes": message.notes,
                    "runtime": message.runtime,
                    "protections": sorted(message.protections),
                }
            )
        case Refusal():
            return _packed(
                {
                    "kind": "refused",
                    "unreadable": message.unreadable,
                    "sentence": message.sentence[:MAX_SENTENCE],
                    "detail": message.detail[-MAX_DETAIL:],
                }
            )
        case AnalysedPicture():
            faces = message.faces[:MAX_FACES]
            return _packed(
                {
                    "kind": "analysed",
                    "digest": message.digest,
                    "facts": _facts(message.facts),
                    "shape": message.pixels.shape[:2],
                    "faces": [_face(face) for face in faces],
                    "model": message.model,
                    "seconds": dict(message.seconds),
                    "declarations": [[one.code, one.text] for one in message.declarations],
                },
                _bytes_of(message.pixels),
                message.perceptual_hash,
                message.mirrored_hash,
                *(_raw(face.encoding) for face in faces if face.encoding is not None),
            )
        case EncodedFaces():
            return _packed(
                {
                    "kind": "encoded",
                    "digest": message.digest,
                    "encoded": [encoding is not None for encoding in message.encodings],
                    "model": message.model,
                    "seconds": dict(message.seconds),
                },
                *(_raw(encoding) for encoding in message.encodings if encoding is not None),
            )
        case CroppedPicture():
            return _packed(
                {
                    "kind": "cropped",
                    "digest": message.digest,
                    "facts": _facts(message.facts),
                    "region": _sides(message.region),
                    "shape": message.pixels.shape[:2],
                },
                _bytes_of(message.pixels),
            )
        case RenderedPicture():
            return _packed(
                {
                    "kind": "rendered",
                    "digest": message.digest,
                    "facts": _facts(message.facts),
                    "shape": message.pixels.shape[:2],
                },
                _bytes_of(message.pixels),
            )


def _packed(header: Mapping[str, object], *arrays: bytes | memoryview) -> bytes:
    text = json.dumps(header).encode()
    return b"".join([MAGIC, struct.pack(">I", len(text)), text, *arrays])


def _bytes_of(pixels: NDArray[np.uint8]) -> memoryview:
    """The pixels as they lie in memory: copied once, into the message."""
    return np.ascontiguousarray(pixels).data.cast("B")


def _facts(facts: PictureFacts) -> dict[str, object]:
    return {
        "format": facts.format,
        "width": facts.width,
        "height": facts.height,
        "turn": facts.turn,
        "truncated": facts.truncated,
        "frames": facts.frames,
    }


def _sides(box: FaceBox) -> list[int]:
    return [box.left, box.top, box.width, box.height]


def _face(face: FoundFace) -> dict[str, object]:
    return {
        "box": _sides(face.box),
        "score": face.score,
        "landmarks": [[point.x, point.y] for point in face.landmarks[:MAX_LANDMARKS]],
        "encoded": face.encoding is not None,
        "sharpness": face.sharpness,
        "pose": None if face.pose is None else [face.pose.yaw, face.pose.pitch, face.pose.roll],
    }


def _raw(encoding: Encoding) -> bytes:
    return encoding.astype("<f8").tobytes()


# ---------------------------------------------------------------- in the program


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
    return len(MAGIC) + 4 + MAX_HEADER + payload


LONGEST_GREETING = len(MAGIC) + 4 + MAX_HEADER


def read_greeting(untrusted: bytes) -> Ready | Refusal:
    """What a worker says when it has started.

    Raises:
        WorkerFailure: it is not what a sound worker says.
    """
    header = _Header(untrusted)
    match header.kind:
        case "ready":
            notes = tuple(_text(note, MAX_DETAIL) for note in header.array("notes", 10))
            told = {_text(one, 40) for one in header.array("protections", len(Protection))}
            if not told <= set(Protection):
                _nonsense("protections")
            header.end()
            return Ready(
                model=header.word("model"),
                notes=notes,
                runtime=header.word("runtime"),
                protections=frozenset(map(Protection, told)),
            )
        case "refused":
            return _refusal(header)
        case _:
            _nonsense("greeting")


def read_answer(untrusted: bytes, request: Request, *, longest_side: int) -> Answer | Refusal:
    """A worker's answer to a request, with everything in it checked.

    Raises:
        WorkerFailure: it is not an answer that a sound worker gives to this request.
    """
    header = _Header(untrusted)
    match header.kind, request:
        case "refused", _:
            refusal = _refusal(header)
            if not kept_sentences.is_of_a_worker(refusal.sentence):
                _nonsense("sentence")
            return refusal
        case "analysed", Analyse():
            return _analysed(header, request, longest_side)
        case "encoded", Encode():
            return _encoded(header, request)
        case "rendered", Render():
            return _rendered(header, request)
        case "cropped", Crop():
            return _cropped(header, request)
        case _:
            _nonsense("kind")


def _refusal(header: "_Header") -> Refusal:
    refusal = Refusal(
        unreadable=_flag(header["unreadable"]),
        sentence=_text(header["sentence"], MAX_SENTENCE),
        detail=_text(header["detail"], MAX_DETAIL),
    )
    header.end()
    return refusal


def _analysed(header: "_Header", request: Analyse, longest_side: int) -> AnalysedPicture:
    facts = _checked_facts(header["facts"])
    pixels = _pixels(header, facts, longest_side)
    hashes = bytes(header.take(_HASH_BYTES)), bytes(header.take(_HASH_BYTES))
    faces = tuple(_checked_face(face, facts, header) for face in header.array("faces", MAX_FACES))
    header.end()
    return AnalysedPicture(
        digest=_digest(header, request),
        facts=facts,
        pixels=pixels,
        faces=faces,
        perceptual_hash=hashes[0],
        mirrored_hash=hashes[1],
        model=header.word("model"),
        seconds=_seconds(header["seconds"]),
        declarations=_declarations(header["declarations"]),
    )


def _encoded(header: "_Header", request: Encode) -> EncodedFaces:
    flags = [_flag(flag) for flag in header.array("encoded", len(request.boxes))]
    if len(flags) != len(request.boxes):
        _nonsense("number of encodings")
    encodings = tuple(_encoding(header) if flag else None for flag in flags)
    header.end()
    return EncodedFaces(
        digest=_digest(header, request),
        encodings=encodings,
        model=header.word("model"),
        seconds=_seconds(header["seconds"]),
    )


def _rendered(header: "_Header", request: Render) -> RenderedPicture:
    facts = _checked_facts(header["facts"])
    pixels = _pixels(header, facts, request.reach)
    if request.width is not None and pixels.shape[1] > request.width:
        _nonsense("width")
    header.end()
    return RenderedPicture(digest=_digest(header, request), facts=facts, pixels=pixels)


def _cropped(header: "_Header", request: Crop) -> CroppedPicture:
    facts = _checked_facts(header["facts"])
    # Of a sound answer everything but the pixels follows from the size of the picture.
    part = request.region.clipped(width=facts.width, height=facts.height)
    if part is None or _array(header["region"], 4, exactly=True) != _sides(part):
        _nonsense("region")
    if facts.turn != request.turn % 4:
        _nonsense("turn")
    width, height = request.size_of(part)
    if [_whole(side, 1, MAX_SIDE) for side in _array(header["shape"], 2, exactly=True)] != [height, width]:
        _nonsense("size")
    pixels = np.frombuffer(header.take(3 * height * width), np.uint8).reshape(height, width, 3)
    header.end()
    return CroppedPicture(digest=_digest(header, request), facts=facts, region=part, pixels=pixels)


class _Header:
    """A message taken apart: a JSON object, and the raw arrays behind it."""

    def __init__(self, untrusted: bytes) -> None:
        start = len(MAGIC) + 4
        if len(untrusted) < start or untrusted[: len(MAGIC)] != MAGIC:
            _nonsense("beginning")
        (length,) = struct.unpack(">I", untrusted[len(MAGIC) : start])
        if length > MAX_HEADER or start + length > len(untrusted):
            _nonsense("header length")
        try:
            fields = json.loads(untrusted[start : start + length], parse_constant=_nonsense)
        except (ValueError, RecursionError):
            _nonsense("header")
        if not isinstance(fields, dict):
            _nonsense("header")
        self._untrusted_fields: dict[str, object] = fields
        self._untrusted_arrays = memoryview(untrusted)[start + length :]
        self.kind = self.word("kind")

    def __getitem__(self, name: str) -> object:
        if name not in self._untrusted_fields:
            _nonsense(name)
        return self._untrusted_fields[name]

    def word(self, name: str) -> str:
        return _text(self[name], 100)

    def array(self, name: str, longest: int) -> list[object]:
        return _array(self[name], longest)

    def take(self, size: int) -> memoryview:
        """The next so many bytes of the arrays, without copying them."""
        if size > len(self._untrusted_arrays):
            _nonsense("array length")
        taken = self._untrusted_arrays[:size]
        self._untrusted_arrays = self._untrusted_arrays[size:]
        return taken

    def end(self) -> None:
        """There must be nothing left."""
        if len(self._untrusted_arrays):
            _nonsense("array length")


def _pixels(header: _Header, facts: PictureFacts, longest_side: int) -> NDArray[np.uint8]:
    height, width = (_whole(side, 1, longest_side) for side in _array(header["shape"], 2, exactly=True))
    # The shape must be the full picture's, shrunk or as it is; rounding may differ by a pixel.
    factor = max(height, width) / max(facts.height, facts.width)
    if factor > 1 or abs(height - facts.height * factor) > 1.5 or abs(width - facts.width * factor) > 1.5:
        _nonsense("proportions")
    return np.frombuffer(header.take(3 * height * width), np.uint8).reshape(height, width, 3)


def _checked_facts(untrusted: object) -> PictureFacts:
    if not isinstance(untrusted, dict):
        _nonsense("facts")
    if untrusted.keys() != {"format", "width", "height", "turn", "truncated", "frames"}:
        _nonsense("facts")
    name = _text(untrusted["format"], 20)
    if name not in _FORMATS:
        _nonsense("format")
    width = _whole(untrusted["width"], 1, MAX_PIXELS)
    return PictureFacts(
        format=name,
        width=width,
        height=_whole(untrusted["height"], 1, MAX_PIXELS // width),
        turn=_whole(untrusted["turn"], 0, 3),
        truncated=_flag(untrusted["truncated"]),
        frames=_whole(untrusted["frames"], 1, 10_000_000),
    )


def _checked_face(untrusted: object, facts: PictureFacts, header: _Header) -> FoundFace:
    if not isinstance(untrusted, dict) or untrusted.keys() != _FACE_FIELDS:
        _nonsense("face")
    sides = _array(untrusted["box"], 4, exactly=True)
    box = FaceBox(
        left=_whole(sides[0], 0, facts.width - 1),
        top=_whole(sides[1], 0, facts.height - 1),
        width=_whole(sides[2], 1, facts.width),
        height=_whole(sides[3], 1, facts.height),
    )
    if box.right > facts.width or box.bottom > facts.height:
        _nonsense("box")
    # A landmark may lie outside the picture, where a face is cut off, but not far.
    reach = 2.0 * max(facts.width, facts.height)
    landmarks = []
    for pair in _array(untrusted["landmarks"], MAX_LANDMARKS):
        x, y = _array(pair, 2, exactly=True)
        landmarks.append(Point(_real(x, -reach, reach), _real(y, -reach, reach)))
    return FoundFace(
        box=box,
        score=_real(untrusted["score"], -1000, 1000),
        landmarks=tuple(landmarks),
        encoding=_encoding(header) if _flag(untrusted["encoded"]) else None,
        sharpness=_sharpness(untrusted["sharpness"]),
        pose=_pose(untrusted["pose"]),
    )


def _sharpness(untrusted: object) -> float | None:
    return None if untrusted is None else _real(untrusted, 0, _MAX_SHARPNESS)


def _pose(untrusted: object) -> Pose | None:
    if untrusted is None:
        return None
    yaw, pitch, roll = _array(untrusted, 3, exactly=True)
    return Pose(_real(yaw, -90, 90), _real(pitch, -180, 180), _real(roll, -180, 180))


def _encoding(header: _Header) -> Encoding:
    numbers = np.frombuffer(header.take(_ENCODING_BYTES), "<f8").astype(np.float64)
    if not np.isfinite(numbers).all() or not 0 < float(np.abs(numbers).max()) <= _MAX_NORM:
        _nonsense("encoding")
    numbers.flags.writeable = False
    return numbers


def _digest(header: _Header, request: Request) -> Digest:
    digest = _text(header["digest"], 64)
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
        _nonsense("digest")
    if request.digest is not None and digest != request.digest:
        _nonsense("digest")
    return Digest(digest)


def _declarations(untrusted: object) -> tuple[declarations.Declaration, ...]:
    try:
        return declarations.checked(untrusted)
    except ValueError:
        _nonsense("declarations")


def _seconds(untrusted: object) -> dict[str, float]:
    if not isinstance(untrusted, dict) or not untrusted.keys() <= _STAGES:
        _nonsense("seconds")
    return {stage: _real(value, 0, 1e6) for stage, value in untrusted.items()}


def _whole(untrusted: object, low: int, high: int) -> int:
    # bool is an int to isinstance, and 1.0 is not what a sound worker writes for 1.
    if type(untrusted) is not int or not low <= untrusted <= high:
        _nonsense("whole number")
    return untrusted


def _real(untrusted: object, low: float, high: float) -> float:
    if type(untrusted) not in {int, float}:
        _nonsense("number")
    assert isinstance(untrusted, int | float)
    if not low <= untrusted <= high or not math.isfinite(untrusted):
        _nonsense("number")
    return float(untrusted)


def _flag(untrusted: object) -> bool:
    if not isinstance(untrusted, bool):
        _nonsense("flag")
    return untrusted


def _text(untrusted: object, longest: int) -> str:
    """Plain text of that length at most; line breaks stay, other control and odd characters go."""
    if not isinstance(untrusted, str) or len(untrusted) > longest:
        _nonsense("text")
    return "".join(
        letter if letter.isascii() and (letter.isprintable() or letter == "\n") else "?"
        for letter in untrusted
    )


def _array(untrusted: object, longest: int, *, exactly: bool = False) -> list[object]:
    if not isinstance(untrusted, list) or len(untrusted) > longest or (exactly and len(untrusted) != longest):
        _nonsense("list")
    return untrusted


def _nonsense(what: str) -> NoReturn:
    raise WorkerFailure(kept_sentences.SENT_NONSENSE.filled(what=what))
