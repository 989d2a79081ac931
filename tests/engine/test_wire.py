"""A worker's answer is believed only after every number in it has been looked at."""

import json
import pickle
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.engine import kept_sentences
from curator.engine.declarations import MOST, Declaration
from curator.engine.errors import WorkerFailure
from curator.engine.records import Digest, FaceBox, FoundFace, PictureFacts, Point, Pose
from curator.engine.workers.messages import (
    MAX_PART_PIXELS,
    MAX_SIDE,
    Analyse,
    AnalysedPicture,
    Crop,
    CroppedPicture,
    Encode,
    EncodedFaces,
    Ready,
    Refusal,
    Render,
    RenderedPicture,
)
from curator.engine.workers.wire import MAGIC, longest_answer, read_answer, read_greeting, written

SIDE = 64
DIGEST = Digest("0123456789abcdef" * 4)
ANALYSE = Analyse(path=Path("x"), digest=DIGEST)
ENCODE = Encode(path=Path("x"), boxes=(FaceBox(0, 0, 9, 9), FaceBox(5, 5, 9, 9)))
RENDER = Render(path=Path("x"), longest_side=SIDE)


def facts(**changes: Any) -> PictureFacts:
    return PictureFacts(**{"format": "JPEG", "width": 100, "height": 50, "turn": 1, "frames": 2} | changes)


def vars_of_facts() -> dict[str, object]:
    """The facts as they stand in a sound answer's header."""
    return {"format": "JPEG", "width": 100, "height": 50, "turn": 1, "truncated": False, "frames": 2}


def analysed(**changes: Any) -> AnalysedPicture:
    rng = np.random.default_rng(5)
    with_encoding = FoundFace(
        box=FaceBox(10, 5, 20, 30),
        score=0.93,
        landmarks=(Point(12.25, 7.5), Point(-3.0, 51.0)),
        encoding=rng.normal(0, 0.1, 128),
        sharpness=183.5,
        pose=Pose(-41.5, 3.0, 12.25),
    )
    without = FoundFace(box=FaceBox(90, 40, 10, 10), score=-0.5, landmarks=(), encoding=None)
    fields: dict[str, Any] = {
        "digest": DIGEST,
        "facts": facts(),
        "pixels": rng.integers(0, 256, (32, 64, 3), dtype=np.uint8),
        "faces": (with_encoding, without),
        "perceptual_hash": bytes(range(32)),
        "mirrored_hash": bytes(range(32, 64)),
        "model": "fake/none",
        "seconds": {"decode": 0.1, "detect": 0.0},
        "declarations": (Declaration("camera", "Kamera für alle"), Declaration("gps")),
    }
    return AnalysedPicture(**fields | changes)


def read_analysed(untrusted: bytes) -> AnalysedPicture:
    answer = read_answer(untrusted, ANALYSE, longest_side=SIDE)
    assert isinstance(answer, AnalysedPicture)
    return answer


def tampered(change: Callable[[dict[str, Any]], object], *, tail: bytes = b"") -> bytes:
    """A sound answer whose header has been changed."""
    data = written(analysed())
    (length,) = struct.unpack(">I", data[4:8])
    header = json.loads(data[8 : 8 + length])
    change(header)
    text = json.dumps(header).encode()
    return MAGIC + struct.pack(">I", len(text)) + text + data[8 + length :] + tail


# ---------------------------------------------------------------- what is sound arrives whole


def test_an_analysed_picture_arrives_whole() -> None:
    sent = analysed()
    got = read_analysed(written(sent))
    assert (got.digest, got.facts, got.model, got.seconds) == (
        sent.digest,
        sent.facts,
        sent.model,
        sent.seconds,
    )
    assert (got.perceptual_hash, got.mirrored_hash) == (sent.perceptual_hash, sent.mirrored_hash)
    assert (got.pixels == sent.pixels).all()
    assert not got.pixels.flags.writeable
    assert got.declarations == sent.declarations
    first, second = got.faces
    assert (first.box, first.score, first.landmarks) == (
        sent.faces[0].box,
        sent.faces[0].score,
        sent.faces[0].landmarks,
    )
    assert (first.sharpness, first.pose) == (183.5, Pose(-41.5, 3.0, 12.25))
    assert (second.sharpness, second.pose) == (None, None)
    assert first.encoding is not None
    assert first.encoding.tolist() == sent.faces[0].encoding.tolist()  # type: ignore[union-attr]
    assert not first.encoding.flags.writeable
    assert second.encoding is None


def test_encodings_arrive_whole() -> None:
    sent = EncodedFaces(digest=DIGEST, encodings=(None, np.full(128, 0.25)), model="m", seconds={})
    got = read_answer(written(sent), ENCODE, longest_side=SIDE)
    assert isinstance(got, EncodedFaces)
    assert got.encodings[0] is None
    assert got.encodings[1] is not None
    assert got.encodings[1].tolist() == [0.25] * 128


def test_a_rendered_picture_arrives_whole() -> None:
    pixels = np.arange(32 * 64 * 3, dtype=np.uint32).astype(np.uint8).reshape(32, 64, 3)
    sent = RenderedPicture(digest=DIGEST, facts=facts(), pixels=pixels)
    got = read_answer(written(sent), RENDER, longest_side=SIDE)
    assert isinstance(got, RenderedPicture)
    assert (got.pixels == pixels).all()


def cropped(**changes: Any) -> CroppedPicture:
    """The answer to CROP: its region reaches beyond the right edge of the picture."""
    fields: dict[str, Any] = {
        "digest": DIGEST,
        "facts": facts(),
        "region": FaceBox(60, 10, 40, 20),
        "pixels": np.arange(20 * 40 * 3, dtype=np.uint32).astype(np.uint8).reshape(20, 40, 3),
    }
    return CroppedPicture(**fields | changes)


CROP = Crop(path=Path("x"), digest=DIGEST, turn=1, region=FaceBox(60, 10, 70, 20))


def test_a_part_of_a_picture_arrives_whole() -> None:
    got = read_answer(written(cropped()), CROP, longest_side=SIDE)
    assert isinstance(got, CroppedPicture)
    assert (got.facts, got.region) == (facts(), FaceBox(60, 10, 40, 20))
    assert (got.pixels == cropped().pixels).all()
    assert not got.pixels.flags.writeable


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"region": FaceBox(60, 10, 70, 20)}, "region"),
        ({"region": FaceBox(61, 10, 39, 20)}, "region"),
        ({"facts": facts(width=55)}, "region"),
        ({"facts": facts(width=90)}, "region"),
        ({"facts": facts(turn=0)}, "turn"),
        ({"pixels": np.zeros((20, 39, 3), np.uint8)}, "size"),
        ({"pixels": np.zeros((40, 20, 3), np.uint8)}, "size"),
        ({"pixels": np.zeros((40, 80, 3), np.uint8)}, "size"),
        ({"digest": Digest("f" * 64)}, "digest"),
    ],
)
def test_a_part_that_was_not_asked_for_is_refused(changes: dict[str, Any], what: str) -> None:
    with pytest.raises(WorkerFailure, match=what):
        read_answer(written(cropped(**changes)), CROP, longest_side=SIDE)


def test_a_part_with_too_many_or_too_few_pixels_is_refused() -> None:
    sound = written(cropped())
    for untrusted in (sound + b"x", sound[:-1]):
        with pytest.raises(WorkerFailure, match="array length"):
            read_answer(untrusted, CROP, longest_side=SIDE)
    with pytest.raises(WorkerFailure, match="kind"):
        read_answer(sound, RENDER, longest_side=SIDE)


@given(
    width=st.integers(1, 60_000),
    height=st.integers(1, 60_000),
    longest_side=st.integers(1, MAX_SIDE),
)
def test_a_part_is_never_larger_than_allowed_nor_enlarged(width: int, height: int, longest_side: int) -> None:
    region = FaceBox(0, 0, width, height)
    request = Crop(path=Path("x"), region=region, longest_side=longest_side)
    across, down = request.size_of(region)
    assert 1 <= across <= min(width, longest_side)
    assert 1 <= down <= min(height, longest_side)
    assert across * down <= min(request.most_pixels, MAX_PART_PIXELS)
    assert longest_answer(request, longest_side=SIDE) >= 3 * across * down


@pytest.mark.parametrize("changes", [{"region": FaceBox(0, 0, 0, 9)}, {"longest_side": MAX_SIDE + 1}])
def test_a_part_that_nobody_can_hand_over_is_not_asked_for(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="pixel"):
        Crop(**{"path": Path("x"), "region": FaceBox(0, 0, 9, 9)} | changes)


def test_refusals_and_greetings_arrive_whole() -> None:
    refusal = Refusal(unreadable=True, sentence="The file is empty.", detail="a\nb")
    assert read_answer(written(refusal), RENDER, longest_side=SIDE) == refusal
    ready = Ready(model="m", notes=("One.", "Two."))
    assert read_greeting(written(ready)) == ready


def test_odd_letters_in_a_sentence_are_masked() -> None:
    refusal = Refusal(unreadable=True, sentence="\x1b[31mfine\u202egnp.exe\x00", detail="")
    got = read_greeting(written(refusal))
    assert isinstance(got, Refusal)
    assert got.sentence == "?[31mfine?gnp.exe?"


@pytest.mark.parametrize(
    "sentence",
    [
        "Open https://curator.example/update to see this picture.",
        "The file is not a picture but a message from the campaign.",
        f"{kept_sentences.DAMAGED} Call 0900 123456.",
        "The picture is larger than many megapixels (see below).",
        "",
    ],
)
def test_no_worker_speaks_to_the_curator_in_words_of_its_own(sentence: str) -> None:
    refusal = Refusal(unreadable=True, sentence=sentence, detail="")
    with pytest.raises(WorkerFailure, match="sentence"):
        read_answer(written(refusal), RENDER, longest_side=SIDE)


@pytest.mark.parametrize(
    "sentence",
    [
        kept_sentences.ENDS_EARLY,
        kept_sentences.ANOTHER_KIND.filled(kind=kept_sentences.A_VIDEO),
        kept_sentences.TOO_MANY_PIXELS.filled(limit=100, size=18_446_744_073),
        kept_sentences.OUTSIDE,
    ],
)
def test_what_a_sound_worker_says_of_a_picture_is_believed(sentence: str) -> None:
    refusal = Refusal(unreadable=True, sentence=sentence, detail="")
    assert read_answer(written(refusal), RENDER, longest_side=SIDE) == refusal


def test_an_answer_is_never_longer_than_announced() -> None:
    pixels = np.zeros((SIDE, SIDE, 3), np.uint8)
    sent = analysed(pixels=pixels, facts=facts(width=SIDE, height=SIDE), faces=analysed().faces * 250)
    assert len(written(sent)) <= longest_answer(ANALYSE, longest_side=SIDE)


# ---------------------------------------------------------------- nonsense


class _Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return pytest.fail, ("an answer was unpickled",)


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"CUR1",
        pickle.dumps(_Evil()),
        MAGIC + struct.pack(">I", 4_000_000_000),
        MAGIC + struct.pack(">I", 2) + b"[]",
        MAGIC + struct.pack(">I", 2) + b"{}",
        MAGIC + struct.pack(">I", 40_000) + b"[" * 40_000,
        MAGIC + struct.pack(">I", 16) + b'{"kind":"ready"}',
        MAGIC + struct.pack(">I", 14) + b'{"kind": "no"}',
        MAGIC + struct.pack(">I", 13) + b'{"kind": NaN}',
    ],
)
def test_what_is_no_answer_is_refused(untrusted: bytes) -> None:
    with pytest.raises(WorkerFailure, match="makes no sense"):
        read_answer(untrusted, ANALYSE, longest_side=SIDE)


def test_what_a_file_says_is_cleaned_once_more() -> None:
    def change(header: Any) -> None:
        header["declarations"] = [["software", "evil\u202e\u0007  tool\n"], ["caption", "\ud800x"]]

    got = read_analysed(tampered(change)).declarations
    assert got == (Declaration("software", "evil tool"), Declaration("caption", "\ufffdx"))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("kind", "encoded"),
        ("digest", "f" * 64),
        ("digest", "0123"),
        ("model", "x" * 101),
        ("model", None),
        ("shape", [32, 65]),
        ("shape", [64, 32]),
        ("shape", [32, 64, 3]),
        ("shape", [32.0, 64]),
        ("shape", [0, 64]),
        ("shape", [True, 64]),
        ("shape", [31, 60]),
        ("facts.format", "EXE"),
        ("facts.width", -100),
        ("facts.width", 10**30),
        ("facts", {**vars_of_facts(), "width": 100_000, "height": 50_000}),
        ("facts.turn", 4),
        ("facts.truncated", 1),
        ("facts.frames", 0),
        ("facts.extra", 1),
        ("seconds", {"theft": 1}),
        ("seconds", {"decode": -1}),
        ("seconds", {"decode": float("inf")}),
        ("declarations", "camera"),
        ("declarations", {"camera": "x"}),
        ("declarations", [["camera", "x"]] * (MOST + 1)),
        ("declarations", [["camera"]]),
        ("declarations", [["camera", "x", "y"]]),
        ("declarations", [["camera", None]]),
        ("declarations", [["camera", ""]]),
        ("declarations", [["camera", "\u202e"]]),
        ("declarations", [["camera", "x" * 301]]),
        ("declarations", [["gps", "48.2, 16.4"]]),
        ("declarations", [["verdict", "x"]]),
        ("declarations", [[["camera"], "x"]]),
        ("faces", [{}]),
        ("faces", "many"),
        ("faces", [None] * 501),
        ("faces.0.box", [10, 5, 20, 46]),
        ("faces.0.box", [-1, 5, 20, 30]),
        ("faces.0.box", [10, 5, 0, 30]),
        ("faces.0.box", [10.5, 5, 20, 30]),
        ("faces.0.score", float("nan")),
        ("faces.0.score", "high"),
        ("faces.0.score", True),
        ("faces.0.score", 10**400),
        ("faces.0.encoded", False),
        ("faces.1.encoded", True),
        ("faces.0.sharpness", -0.1),
        ("faces.0.sharpness", 64_001),
        ("faces.0.sharpness", float("nan")),
        ("faces.0.sharpness", "sharp"),
        ("faces.0.pose", [0, 0]),
        ("faces.0.pose", [91, 0, 0]),
        ("faces.0.pose", [0, 181, 0]),
        ("faces.0.pose", [0, 0, float("inf")]),
        ("faces.0.pose", {"yaw": 0}),
        ("faces.0.landmarks", [[1e9, 0]]),
        ("faces.0.landmarks", [[1]]),
        ("faces.0.landmarks", [[0, 0]] * 69),
    ],
)
def test_a_single_wrong_value_spoils_the_answer(path: str, value: object) -> None:
    def change(header: Any) -> None:
        *parents, last = path.split(".")
        for key in parents:
            header = header[int(key) if key.isdigit() else key]
        header[last] = value

    with pytest.raises(WorkerFailure, match="makes no sense"):
        read_analysed(tampered(change))


def test_bytes_left_over_spoil_the_answer() -> None:
    with pytest.raises(WorkerFailure, match="makes no sense"):
        read_analysed(tampered(lambda header: None, tail=b"x"))


@pytest.mark.parametrize("number", [np.nan, np.inf, 11.0])
def test_an_impossible_encoding_spoils_the_answer(number: float) -> None:
    encoding = np.full(128, 0.1)
    encoding[100] = number
    sent = EncodedFaces(digest=DIGEST, encodings=(encoding, None), model="m", seconds={})
    with pytest.raises(WorkerFailure, match="encoding"):
        read_answer(written(sent), ENCODE, longest_side=SIDE)


def test_too_few_encodings_spoil_the_answer() -> None:
    sent = EncodedFaces(digest=DIGEST, encodings=(None,), model="m", seconds={})
    with pytest.raises(WorkerFailure, match="makes no sense"):
        read_answer(written(sent), ENCODE, longest_side=SIDE)


def test_a_picture_wider_than_asked_for_spoils_the_answer() -> None:
    sent = RenderedPicture(digest=DIGEST, facts=facts(), pixels=np.zeros((32, 64, 3), np.uint8))
    with pytest.raises(WorkerFailure, match="width"):
        read_answer(written(sent), Render(path=Path("x"), width=60), longest_side=SIDE)


@given(st.binary(max_size=300), st.integers(0, 400))
def test_damaged_answers_never_raise_anything_else(noise: bytes, place: int) -> None:
    data = written(analysed())
    for untrusted in (noise, MAGIC + noise, data[:place] + noise, data[:place] + noise + data[place:]):
        answer = None
        with suppress(WorkerFailure):
            answer = read_answer(untrusted, ANALYSE, longest_side=SIDE)
        assert answer is None or untrusted == data
