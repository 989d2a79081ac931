"""Previews and thumbnails: at once from memory, else decoded off the main thread and announced."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from filing import digest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from curator.engine.media import MediaStore
from curator.engine.records import Digest
from curator.ui.session.pictures import PictureCache

BLUE = (20, 40, 220)
ONE, TWO = digest("one"), digest("two")


@pytest.fixture
def media(tmp_path: Path) -> MediaStore:
    return MediaStore(tmp_path / "media")


@pytest.fixture
def cache(media: MediaStore, qtbot: QtBot) -> Iterator[PictureCache]:
    made = PictureCache(media)
    yield made
    made.close()


def write(media: MediaStore, one: Digest, *, size: tuple[int, int] = (300, 400)) -> None:
    media.write_preview(one, pixels=np.full((*size, 3), BLUE, np.uint8))


def loaded(cache: PictureCache, one: Digest, *, qtbot: QtBot) -> QImage:
    """The preview, waited for."""
    with qtbot.waitSignal(cache.ready, check_params_cb=lambda ready: ready == one):
        assert cache.preview(one) is None
    image = cache.preview(one)
    assert image is not None
    return image


def test_the_first_look_announces_and_the_second_has_it(
    cache: PictureCache, media: MediaStore, qtbot: QtBot
) -> None:
    write(media, ONE)
    image = loaded(cache, ONE, qtbot=qtbot)
    assert (image.width(), image.height()) == (400, 300)
    assert abs(image.pixelColor(10, 10).blue() - BLUE[2]) < 10


def test_the_same_image_is_handed_out_each_time(cache: PictureCache, media: MediaStore, qtbot: QtBot) -> None:
    """The desk keeps zoom and place by it."""
    write(media, ONE)
    image = loaded(cache, ONE, qtbot=qtbot)
    again = cache.preview(ONE)
    assert again is not None
    assert again.cacheKey() == image.cacheKey()


def test_previews_and_thumbnails_are_apart(cache: PictureCache, media: MediaStore, qtbot: QtBot) -> None:
    write(media, ONE, size=(600, 800))
    assert loaded(cache, ONE, qtbot=qtbot).width() == 800
    with qtbot.waitSignal(cache.ready):
        assert cache.thumbnail(ONE) is None
    thumbnail = cache.thumbnail(ONE)
    assert thumbnail is not None
    assert thumbnail.width() == 256


def test_asked_for_twice_it_is_decoded_once(cache: PictureCache, media: MediaStore, qtbot: QtBot) -> None:
    write(media, ONE)
    announced: list[str] = []
    cache.ready.connect(announced.append)
    with qtbot.waitSignal(cache.ready):
        for _ in range(5):
            assert cache.preview(ONE) is None
    loaded(cache, TWO, qtbot=qtbot)
    assert announced == [ONE, TWO]


def test_images_are_announced_in_the_main_thread(
    cache: PictureCache, media: MediaStore, qtbot: QtBot
) -> None:
    threads: list[int] = []
    cache.ready.connect(lambda _digest: threads.append(threading.get_ident()))
    write(media, ONE)
    loaded(cache, ONE, qtbot=qtbot)
    assert threads == [threading.get_ident()]


def test_a_missing_image_is_null_until_it_is_there(
    cache: PictureCache, media: MediaStore, qtbot: QtBot
) -> None:
    assert loaded(cache, ONE, qtbot=qtbot).isNull()
    write(media, ONE)
    known = cache.preview(ONE)
    assert known is not None
    assert known.isNull()
    cache.forget_missing()
    assert not loaded(cache, ONE, qtbot=qtbot).isNull()


def test_an_image_written_while_it_was_looked_for_is_not_taken_for_missing(
    cache: PictureCache, media: MediaStore, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(cache.ready):
        assert cache.preview(ONE) is None
        # The thread may have found no file by now; the analysis that wrote it is told before the thread is.
        write(media, ONE)
        cache.forget_missing()

    def there(_ready: str = "") -> bool:
        image = cache.preview(ONE)
        return image is not None and not image.isNull()

    if not there():
        with qtbot.waitSignal(cache.ready, check_params_cb=there):
            pass


def test_a_file_that_is_no_image_is_null(cache: PictureCache, media: MediaStore, qtbot: QtBot) -> None:
    write(media, ONE)
    media.preview(ONE).write_bytes(b"no image")
    assert loaded(cache, ONE, qtbot=qtbot).isNull()


def test_neighbours_are_ready_before_they_are_asked_for(
    cache: PictureCache, media: MediaStore, qtbot: QtBot
) -> None:
    for one in (ONE, TWO):
        write(media, one)
    with qtbot.waitSignals([cache.ready, cache.ready]):
        cache.prefetch([ONE, TWO])
    assert cache.preview(ONE) is not None
    assert cache.preview(TWO) is not None


def test_memory_is_bounded_and_the_newest_stays(
    cache: PictureCache, media: MediaStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [digest(f"{number}") for number in range(20)]
    for one in many:
        write(media, one, size=(1200, 1600))  # 7.7 MB each in memory, 96 MB are kept
    for one in many:
        loaded(cache, one, qtbot=qtbot)
    assert cache.preview(many[-1]) is not None
    assert cache.preview(many[0]) is None


def test_after_closing_nothing_is_announced(media: MediaStore, qtbot: QtBot) -> None:
    write(media, ONE)
    cache = PictureCache(media)
    cache.preview(ONE)
    with qtbot.assertNotEmitted(cache.ready, wait=100):
        cache.close()
