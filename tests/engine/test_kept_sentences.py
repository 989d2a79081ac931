"""Sentences that reach the window as plain text are found again, with their values."""

from pathlib import Path
from string import Formatter

import pytest

from curator.engine.errors import UnreadablePicture, WorkerFailure
from curator.engine.kept_sentences import (
    ENDED_BY_SIGNAL,
    ENDED_WITH_CODE,
    FOREIGN_MODEL,
    KEPT,
    LOOK_AGAIN,
    NOT_STARTED,
    TOO_MANY_PIXELS,
    recognised,
)
from curator.engine.pictures import decode_picture
from curator.engine.said import Said
from curator.engine.submitted_file import read_file


def test_values_are_read_out_of_the_text_again() -> None:
    text = str(TOO_MANY_PIXELS.filled(limit=100, size=160))
    again = recognised(text)
    assert isinstance(again, Said)
    assert (again, again.pattern) == (text, TOO_MANY_PIXELS.pattern)
    assert dict(again.values) == {"limit": "100", "size": "160"}
    assert recognised(str(ENDED_WITH_CODE.filled(code=3))) == str(ENDED_WITH_CODE.filled(code=3))


def test_parts_have_translations_of_their_own() -> None:
    sentence = recognised("The file is not a picture but a web page.")
    assert isinstance(sentence, Said)
    assert isinstance(sentence.values["kind"], Said)


def test_what_happened_is_known_together_with_what_to_do_about_it() -> None:
    failure = WorkerFailure(ENDED_BY_SIGNAL.filled(signal=9), advice=LOOK_AGAIN)
    again = recognised(str(failure))
    assert isinstance(again, Said)
    assert again == str(failure)
    told = [part.pattern for part in again.values.values() if isinstance(part, Said)]
    assert told == [ENDED_BY_SIGNAL.pattern, LOOK_AGAIN.pattern]
    assert type(recognised(f"{failure} Anna wrote more.")) is str


def test_other_text_stays_plain() -> None:
    assert type(recognised("Anna {wrote} 100 % of this.")) is str


@pytest.mark.parametrize(
    "text",
    [
        "a. " * 5000,
        "a. b. c. d. e. f.",
        "The face finder cannot be started. " * 300,
        "The file is not a picture but " * 300,
        "The file is not a picture but x. " * 5 + "y",
        "The picture is larger than " + "1 megapixels (" * 2000,
        "onnxruntime cannot run the encoder (" * 6,
        "No face was found in it. Use a photo that shows the face larger and from the front. " * 3 + "x",
    ],
)
def test_no_text_of_a_sender_keeps_the_window_waiting(text: str) -> None:
    # It took years where each pair of sentences was tried in all ways: that ends at the limit of each test.
    assert str(recognised(text)) == text


def test_a_sentence_in_a_sentence_is_known() -> None:
    reason = f"{FOREIGN_MODEL.filled(name='nose.dat')} {LOOK_AGAIN}"
    again = recognised(str(NOT_STARTED.filled(reason=reason)))
    assert isinstance(again, Said)
    assert again.pattern == NOT_STARTED.pattern
    inner = again.values["reason"]
    assert isinstance(inner, Said)
    assert [part.pattern for part in inner.values.values() if isinstance(part, Said)] == [
        FOREIGN_MODEL.pattern,
        LOOK_AGAIN.pattern,
    ]


def test_each_pattern_is_one_of_its_own_and_needs_no_format_codes() -> None:
    patterns = [one.pattern for one in KEPT]
    assert len(patterns) == len(set(patterns))
    assert not [code for one in patterns for _, _, code, _ in Formatter().parse(one) if code]


HOSTILE = {
    "empty": b"",
    "pdf": b"%PDF-1.7 nothing more",
    "page": b"<!doctype html><title>no picture</title>",
    "archive": b"PK\x03\x04" + bytes(40),
    "text": b"Dear sirs, the picture follows.",
    "start": b"\xff\xd8\xff\xe0 and then nothing sound",
    "bytes": bytes(range(128, 256)) * 4,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_no_picture_is_refused_in_a_known_sentence(name: str) -> None:
    with pytest.raises(UnreadablePicture) as refused:
        decode_picture(HOSTILE[name])
    assert isinstance(recognised(str(refused.value.sentence)), Said)


def test_files_that_cannot_be_opened_are_refused_in_a_known_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.jpg"):
        with pytest.raises(UnreadablePicture) as refused:
            decode_picture(read_file(path))
        assert isinstance(recognised(str(refused.value.sentence)), Said)
