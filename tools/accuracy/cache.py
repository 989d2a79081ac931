"""What the face finder saw, kept by digest in a file of one JSON object a line."""

import base64
import hashlib
import json
import math
from pathlib import Path
from typing import Any, Self

import numpy as np

import curator.engine
from curator.engine.records import FaceBox, FoundFace, PictureFacts, Point, Pose

from .seen import Seen


def finder_version() -> str:
    """A digest of the source that finds, encodes and keeps faces: after any change all is seen anew."""
    engine = Path(next(iter(curator.engine.__path__)))
    sources = (*sorted((engine / "faces").glob("*.py")), engine / "pictures.py", Path(__file__))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]


class Cache:
    """Remembers ``Seen`` under a key; what another version of the finder saw is thrown away.

    The file holds encodings of real people: it is made readable to its owner only, and is to be
    deleted when the measurement is over.
    """

    def __init__(self, path: Path | None, *, version: str) -> None:
        """Reads the file if there is one; None keeps everything in memory."""
        self._rows: dict[str, Seen] = {}
        self._version = version
        self._file = None
        if path is None:
            return
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        kept = [line for line in lines if line.startswith(f'{{"version": "{version}"') and line.endswith("}")]
        for line in kept:
            row = json.loads(line)
            self._rows[row["key"]] = _seen(row)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        if len(kept) != len(lines):
            path.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
        self._file = path.open("a", encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def get(self, key: str) -> Seen | None:
        """What was seen, or None."""
        return self._rows.get(key)

    def put(self, key: str, seen: Seen) -> None:
        """Remember; written at once, so that an interrupted run goes on where it stopped."""
        self._rows[key] = seen
        if self._file is not None:
            self._file.write(json.dumps({"version": self._version, "key": key} | _row(seen)) + "\n")
            self._file.flush()


def _row(seen: Seen) -> dict[str, Any]:
    return {
        "problem": seen.problem,
        "size": [seen.facts.width, seen.facts.height, seen.facts.turn],
        "hash": seen.perceptual_hash.hex(),
        "faces": [
            {
                "box": [face.box.left, face.box.top, face.box.width, face.box.height],
                "score": face.score if math.isfinite(face.score) else 0.0,
                "sharpness": face.sharpness,
                "pose": None if face.pose is None else [face.pose.yaw, face.pose.pitch, face.pose.roll],
                "landmarks": [[point.x, point.y] for point in face.landmarks],
                "encoding": None
                if face.encoding is None
                else base64.b64encode(np.asarray(face.encoding, np.float64).tobytes()).decode(),
            }
            for face in seen.faces
        ],
    }


def _seen(row: dict[str, Any]) -> Seen:
    width, height, turn = row["size"]
    faces = tuple(
        FoundFace(
            box=FaceBox(*face["box"]),
            score=face["score"],
            landmarks=tuple(Point(x, y) for x, y in face["landmarks"]),
            encoding=None
            if face["encoding"] is None
            else np.frombuffer(base64.b64decode(face["encoding"]), np.float64),
            sharpness=face["sharpness"],
            pose=None if face["pose"] is None else Pose(*face["pose"]),
        )
        for face in row["faces"]
    )
    facts = PictureFacts("", width, height, turn)
    return Seen(facts, faces, bytes.fromhex(row["hash"]), row["problem"])
