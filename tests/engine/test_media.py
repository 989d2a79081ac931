"""The media store: every byte kept or refused with a sentence, and nothing half done."""

import errno
import hashlib
import os
import socket
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from curator.engine import media
from curator.engine.errors import CatalogueError, CatalogueFull, CatalogueReadOnly, RefusedFile
from curator.engine.media import MediaStore
from curator.engine.ordinary_files import open_regular
from curator.engine.records import Digest

DIGEST = Digest("ab" * 32)


@pytest.fixture
def store(tmp_path: Path) -> MediaStore:
    return MediaStore(tmp_path / "media")


def made(path: Path, content: bytes = b"bytes of a picture") -> Path:
    path.write_bytes(content)
    return path


def left_over(tmp_path: Path) -> list[str]:
    """Names of all files of the store, but for the notes of what is not filed yet."""
    found = (path for path in (tmp_path / "media").rglob("*") if path.parent.name != "unfiled")
    return [path.name for path in found if path.is_file()]


def test_a_file_is_kept_under_its_digest(store: MediaStore, tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    received = store.receive(made(tmp_path / "a.jpg", content))
    assert received.digest == hashlib.sha256(content).hexdigest()
    assert received.size == len(content)
    original = store.original(received.digest)
    assert original == tmp_path / "media/originals" / received.digest[:2] / received.digest
    assert original.read_bytes() == content
    assert left_over(tmp_path) == [received.digest]
    assert store.verify(received.digest)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_may_look(store: MediaStore, tmp_path: Path) -> None:
    received = store.receive(made(tmp_path / "a.jpg"))
    original = store.original(received.digest)
    assert stat.S_IMODE(original.stat().st_mode) == 0o600
    for folder in (tmp_path / "media", original.parent, original.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_same_file_twice_is_kept_once(store: MediaStore, tmp_path: Path) -> None:
    first = store.receive(made(tmp_path / "a.jpg"))
    before = store.original(first.digest).stat()
    assert store.receive(made(tmp_path / "b.jpg")) == first
    after = store.original(first.digest).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert left_over(tmp_path) == [first.digest]


def test_a_cut_original_is_noticed_and_replaced(store: MediaStore, tmp_path: Path) -> None:
    received = store.receive(made(tmp_path / "a.jpg"))
    store.original(received.digest).write_bytes(b"cut")
    assert not store.verify(received.digest)
    store.receive(tmp_path / "a.jpg")
    assert store.verify(received.digest)


def test_an_absent_original_does_not_verify(store: MediaStore) -> None:
    assert not store.verify(DIGEST)


def test_a_digest_cannot_lead_elsewhere(store: MediaStore) -> None:
    for text in ("../../etc/passwd", "", "AB" * 32, "ab" * 32 + "\n"):
        with pytest.raises(ValueError, match="digest"):
            store.original(Digest(text))


def refusal(store: MediaStore, path: Path, *, limit: int = 1000) -> str:
    with pytest.raises(RefusedFile) as raised:
        store.receive(path, limit=limit)
    assert path.name in raised.value.sentence
    return raised.value.sentence


def test_what_is_no_ordinary_file_is_refused_with_its_name(store: MediaStore, tmp_path: Path) -> None:
    (tmp_path / "folder.jpg").mkdir()
    assert "is a folder" in refusal(store, tmp_path / "folder.jpg")
    assert "no longer there" in refusal(store, tmp_path / "gone.jpg")
    assert "is empty" in refusal(store, made(tmp_path / "empty.jpg", b""))
    assert "at most" in refusal(store, made(tmp_path / "large.jpg", b"x" * 1001))
    assert left_over(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_socket_is_refused_without_waiting(store: MediaStore, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert "pipe" in refusal(store, tmp_path / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.jpg"))
        assert "socket" in refusal(store, tmp_path / "s.jpg")
    with pytest.raises(RefusedFile, match="device"):
        store.receive(Path("/dev/zero"))


def test_a_link_is_followed_to_a_file_only(store: MediaStore, tmp_path: Path) -> None:
    try:
        (tmp_path / "link.jpg").symlink_to(made(tmp_path / "a.jpg"))
    except OSError:
        pytest.skip("links may not be made here")
    assert store.receive(tmp_path / "link.jpg") == store.receive(tmp_path / "a.jpg")
    (tmp_path / "dangling.jpg").symlink_to(tmp_path / "nothing")
    assert "link to a file that is not there" in refusal(store, tmp_path / "dangling.jpg")
    (tmp_path / "circle.jpg").symlink_to(tmp_path / "circle.jpg")
    assert "could not be opened" in refusal(store, tmp_path / "circle.jpg")


def test_a_file_that_may_not_be_read_is_refused(
    store: MediaStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> int:  # a test may run as root, whom no mode stops
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(media.os, "open", denied)
    assert "may not be read" in refusal(store, made(tmp_path / "secret.jpg"))


@pytest.mark.parametrize("growth", [b"more", b"x" * 5000])
def test_a_file_that_grows_while_it_is_read_is_refused(
    store: MediaStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, growth: bytes
) -> None:
    path = made(tmp_path / "growing.jpg", b"y" * 50)
    write = media._write

    def write_while_growing(file: media.FileIO, data: bytes | memoryview) -> None:
        write(file, data)
        with path.open("ab") as growing:
            growing.write(growth)

    monkeypatch.setattr(media, "_write", write_while_growing)
    assert "changed while it was read" in refusal(store, path)
    assert left_over(tmp_path) == []


def test_a_file_rewritten_in_place_while_it_is_read_is_refused(
    store: MediaStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "rewritten.jpg", b"y" * 50)
    write = media._write

    def write_while_changing(file: media.FileIO, data: bytes | memoryview) -> None:
        write(file, data)
        status = path.stat()
        path.write_bytes(b"z" * 50)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000_000))

    monkeypatch.setattr(media, "_write", write_while_changing)
    assert "changed while it was read" in refusal(store, path)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, CatalogueFull),
        (errno.EDQUOT, CatalogueFull),
        (errno.EROFS, CatalogueReadOnly),
        (errno.EACCES, CatalogueReadOnly),
        (errno.EIO, CatalogueError),
    ],
)
def test_a_disk_that_fails_is_told_as_a_sentence_and_leaves_nothing(
    store: MediaStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    kind: type[CatalogueError],
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    path = made(tmp_path / "a.jpg")
    monkeypatch.setattr(media.os, "fsync", fail)
    with pytest.raises(kind) as raised:
        store.receive(path)
    assert type(raised.value) is kind
    assert raised.value.advice
    with pytest.raises(kind):
        store.write_preview(DIGEST, pixels=np.zeros((4, 4, 3), np.uint8))
    monkeypatch.undo()
    assert left_over(tmp_path) == []
    assert store.verify(store.receive(path).digest)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="no mode stops this user")
def test_a_folder_that_may_not_be_written_to_is_told(store: MediaStore, tmp_path: Path) -> None:
    path = made(tmp_path / "a.jpg")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CatalogueReadOnly):
            store.receive(path)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("height", "width", "preview", "thumbnail"),
    [
        (3000, 2000, (1067, 1600), (171, 256)),
        (90, 120, (120, 90), (120, 90)),
        (1, 1, (1, 1), (1, 1)),
        (3, 9000, (1600, 1), (256, 1)),
    ],
)
def test_previews_are_scaled_in_proportion(
    store: MediaStore,
    height: int,
    width: int,
    preview: tuple[int, int],
    thumbnail: tuple[int, int],
) -> None:
    store.write_preview(DIGEST, pixels=np.full((height, width, 3), 200, np.uint8))
    with Image.open(store.preview(DIGEST)) as written, Image.open(store.thumbnail(DIGEST)) as small:
        assert (written.format, written.mode, written.size) == ("JPEG", "RGB", preview)
        assert (small.format, small.mode, small.size) == ("JPEG", "RGB", thumbnail)


def test_a_preview_holds_the_pixels_in_their_colours_and_nothing_else(store: MediaStore) -> None:
    pixels = np.zeros((64, 96, 3), np.uint8)
    pixels[:, :48] = (220, 30, 30)
    pixels[:, 48:] = (30, 30, 220)
    store.write_preview(DIGEST, pixels=pixels)
    with Image.open(store.preview(DIGEST)) as written:
        assert set(written.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert not written.getexif()
        read = np.asarray(written).astype(int)
    assert abs(read[32, 10] - (220, 30, 30)).max() < 12
    assert abs(read[32, 85] - (30, 30, 220)).max() < 12


def test_pixels_may_be_a_view_and_are_not_changed(store: MediaStore) -> None:
    pixels = np.arange(60 * 80 * 3, dtype=np.uint32).astype(np.uint8).reshape(60, 80, 3)[::2, ::-1]
    pixels.setflags(write=False)
    store.write_preview(DIGEST, pixels=pixels)
    with Image.open(store.preview(DIGEST)) as written:
        assert written.size == (80, 30)


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((4, 4), np.uint8),
        np.zeros((4, 4, 4), np.uint8),
        np.zeros((4, 4, 3), np.float32),
        np.zeros((0, 4, 3), np.uint8),
    ],
)
def test_what_is_no_picture_is_no_preview(store: MediaStore, pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="pixels must be"):
        store.write_preview(DIGEST, pixels=pixels)


def test_removing_takes_all_three_and_may_be_done_twice(store: MediaStore, tmp_path: Path) -> None:
    received = store.receive(made(tmp_path / "a.jpg"))
    kept = store.receive(made(tmp_path / "b.jpg", b"another"))
    store.write_preview(received.digest, pixels=np.zeros((4, 4, 3), np.uint8))
    store.remove(received.digest)
    store.remove(received.digest)
    assert left_over(tmp_path) == [kept.digest]


def test_what_a_crash_left_is_swept_and_nothing_else(store: MediaStore, tmp_path: Path) -> None:
    assert store.sweep_temporary() == 0
    received = store.receive(made(tmp_path / "a.jpg"))
    folder = tmp_path / "media/temporary"
    old = made(folder / "arriving-0123abcd-ff")
    os.utime(old, (1, 1))
    someone_elses = made(folder / "notes.txt")
    os.utime(someone_elses, (1, 1))
    future = made(folder / "arriving-0123abcd-aa")
    os.utime(future, (4e9, 4e9))  # the clock was set back since
    newer = made(folder / "arriving-0123abcd-bb")
    os.utime(newer, (time.time() + 5,) * 2)
    assert store.sweep_temporary() == 2
    assert sorted(left_over(tmp_path)) == sorted([newer.name, someone_elses.name, received.digest])


def test_a_stored_file_is_noted_until_it_is_filed_or_removed(store: MediaStore, tmp_path: Path) -> None:
    assert store.unfiled() == ()
    one = store.receive(made(tmp_path / "a.jpg")).digest
    other = store.receive(made(tmp_path / "b.jpg", b"another")).digest
    assert set(store.unfiled()) == {one, other}
    store.filed(one)
    store.filed(one)
    assert store.unfiled() == (other,)
    # What is there already is nobody's to take away again.
    store.receive(made(tmp_path / "c.jpg"))
    assert store.unfiled() == (other,)
    store.remove(other)
    assert store.unfiled() == ()


def test_an_opened_file_is_at_its_start(tmp_path: Path) -> None:
    with open_regular(made(tmp_path / "a", b"abc")) as file:
        assert file.read() == b"abc"


# ---------------------------------------------------------------- files that arrive bit by bit


def test_a_stream_is_kept_byte_for_byte(tmp_path: Path) -> None:
    store = MediaStore(tmp_path / "media")
    received = store.receive_stream(iter((b"one ", b"", b"two")), name='"a.jpg"', advice="")
    assert (received.size, store.original(received.digest).read_bytes()) == (7, b"one two")
    assert store.receive_stream(iter((b"one two",)), name='"b.jpg"', advice="") == received


def test_a_stream_that_is_empty_too_long_or_breaks_leaves_nothing(tmp_path: Path) -> None:
    store = MediaStore(tmp_path / "media")

    def breaking() -> Iterator[bytes]:
        yield b"begun"
        raise ZeroDivisionError

    with pytest.raises(RefusedFile, match=r'"a\.jpg" is empty\. Ask again\.'):
        store.receive_stream(iter((b"", b"")), name='"a.jpg"', advice="Ask again.")
    with pytest.raises(RefusedFile, match="more than"):
        store.receive_stream(iter((b"12345", b"6")), name='"a.jpg"', advice="", limit=5)
    with pytest.raises(ZeroDivisionError):
        store.receive_stream(breaking(), name='"a.jpg"', advice="")
    assert [path for path in (tmp_path / "media").rglob("*") if path.is_file()] == []
