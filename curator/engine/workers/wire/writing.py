"""Writes a worker's answers; runs in the worker."""

import numpy as np
from numpy.typing import NDArray

from curator.engine.records import Encoding, FaceBox, FoundFace, PictureFacts
from curator.engine.workers.messages import (
    AnalysedPicture,
    Answer,
    CroppedPicture,
    EncodedFaces,
    Ready,
    Refusal,
    RenderedPicture,
)
from curator.engine.workers.wire.framing import packed
from curator.engine.workers.wire.limits import MAX_DETAIL, MAX_FACES, MAX_LANDMARKS, MAX_SENTENCE


def written(message: Answer | Ready | Refusal) -> bytes:
    """An answer as one message of bytes."""
    match message:
        case Ready():
            return packed(
                {
                    "kind": "ready",
                    "model": message.model,
                    "notes": message.notes,
                    "runtime": message.runtime,
                    "protections": sorted(message.protections),
                }
            )
        case Refusal():
            return packed(
                {
                    "kind": "refused",
                    "unreadable": message.unreadable,
                    "sentence": message.sentence[:MAX_SENTENCE],
                    "detail": message.detail[-MAX_DETAIL:],
                }
            )
        case AnalysedPicture():
            faces = message.faces[:MAX_FACES]
            return packed(
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
            return packed(
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
            return packed(
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
            return packed(
                {
                    "kind": "rendered",
                    "digest": message.digest,
                    "facts": _facts(message.facts),
                    "shape": message.pixels.shape[:2],
                },
                _bytes_of(message.pixels),
            )


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
