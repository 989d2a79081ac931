"""The pictures of an export: what is drawn into them, what is written beside the pixels, and the gate."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageCms

from curator.engine.export.checking import Flaw, check_picture
from curator.engine.export.labels import DigitalSourceType, source_type_of, xmp_label
from curator.engine.export.pictures import boxed, encoded, mark_box
from curator.engine.records import FaceBox

TERM = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"

Pixels = NDArray[np.uint8]


def plain(width: int = 400, height: int = 300, colour: tuple[int, int, int] = (120, 130, 140)) -> Pixels:
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = colour
    return pixels


def noise(width: int = 400, height: int = 300) -> Pixels:
    return np.random.default_rng(7).integers(0, 256, (height, width, 3), dtype=np.uint8)


# ---------------------------------------------------------------- drawing


def test_the_frame_is_red_and_yellow_around_the_face_and_nowhere_else() -> None:
    pixels, box = plain(), FaceBox(100, 80, 90, 110)
    drawn = boxed(pixels, boxes=[box], marked=False)
    changed = (drawn != pixels).any(axis=2)
    rows, columns = changed.nonzero()
    assert (columns.min(), columns.max()) == pytest.approx((box.left, box.right - 1), abs=4)
    assert (rows.min(), rows.max()) == pytest.approx((box.top, box.bottom - 1), abs=4)
    assert not changed[box.top + 8 : box.bottom - 8, box.left + 8 : box.right - 8].any()
    assert {tuple(map(int, colour)) for colour in drawn[changed]} == {(255, 32, 32), (255, 255, 10)}
    assert (pixels == plain()).all()


def test_without_faces_and_mark_nothing_is_drawn() -> None:
    assert (boxed(noise(), boxes=[], marked=False) == noise()).all()


@pytest.mark.parametrize("colour", [(255, 255, 255), (0, 0, 0), (255, 32, 32), (255, 255, 10), (17, 17, 17)])
def test_the_mark_is_readable_on_any_background(colour: tuple[int, int, int]) -> None:
    pixels = plain(800, 600, colour)
    place = mark_box((800, 600), boxes=[])
    mark = boxed(pixels, boxes=[], marked=True)[place.top : place.bottom, place.left : place.right]
    inside = mark[6:-6, 12:-12].reshape(-1, 3)
    ink = (inside == (17, 17, 17)).all(axis=1).mean()
    paper = (inside == (255, 255, 255)).all(axis=1).mean()
    assert ink > 0.4
    assert paper > 0.08
    # WCAG 2.2, 1.4.3 asks for 4.5 to 1.
    assert (1.0 + 0.05) / (((17 / 255 + 0.055) / 1.055) ** 2.4 + 0.05) > 18


def test_the_mark_stands_in_the_top_corner_away_from_the_face() -> None:
    left, right = FaceBox(40, 20, 200, 200), FaceBox(560, 20, 200, 200)
    assert mark_box((800, 600), boxes=[left]).left > 400
    assert mark_box((800, 600), boxes=[right]).right < 400
    # The main face is at the left, but only the other one would be hidden.
    assert mark_box((800, 600), boxes=[FaceBox(100, 300, 99, 99), right]).right < 400
    assert mark_box((800, 600), boxes=[]).left > 400


boxes_of_400x300 = st.builds(
    FaceBox, st.integers(0, 399), st.integers(0, 299), st.integers(1, 400), st.integers(1, 300)
)


@given(
    size=st.tuples(st.integers(1, 900), st.integers(1, 900)),
    boxes=st.lists(boxes_of_400x300, max_size=3),
    marked=st.booleans(),
)
def test_every_size_and_box_can_be_drawn(size: tuple[int, int], boxes: list[FaceBox], marked: bool) -> None:
    width, height = size
    inside = [clipped for box in boxes if (clipped := box.clipped(width=width, height=height))]
    drawn = boxed(plain(width, height), boxes=inside, marked=marked)
    assert drawn.shape == (height, width, 3)
    place = mark_box(size, boxes=inside)
    assert place.clipped(width=width, height=height) == place
    assert place.top < height / 2


# ---------------------------------------------------------------- labels


def test_the_label_says_how_the_picture_was_made_and_nothing_else() -> None:
    packet = xmp_label()
    meta = ElementTree.fromstring(packet.decode().split("?>", 1)[1].rsplit("<?", 1)[0])
    told = [element for element in meta.iter() if not element.tag.endswith(("xmpmeta", "RDF", "Description"))]
    assert [(element.tag, element.text) for element in told] == [
        ("{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType", TERM)
    ]
    for source in DigitalSourceType:
        assert source_type_of(xmp_label(source)) is source
    assert source_type_of(packet + b" ") is None
    assert source_type_of(b"\xff\xfe") is None


@pytest.mark.parametrize("fine", [False, True])
@pytest.mark.parametrize("labelled", [False, True])
def test_a_picture_holds_pixels_and_label(labelled: bool, fine: bool) -> None:
    data = encoded(boxed(plain(), boxes=[FaceBox(9, 9, 90, 90)], marked=True), labelled=labelled, fine=fine)
    assert check_picture(data, labelled=labelled) == (400, 300)
    assert (TERM.encode() in data) is labelled
    with Image.open(BytesIO(data)) as image:
        assert ("xmp" in image.info) is labelled


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_finds_the_label_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(encoded(noise(), labelled=True))
    command = ["exiftool", "-a", "-G1", "-s", "-ee", "-u", str(path)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    told = [line.split(":", 1) for line in lines]
    groups = {name.split("]")[0].strip("[ ") for name, _ in told}
    assert groups == {"ExifTool", "System", "File", "JFIF", "XMP-iptcExt", "Composite"}
    assert [value.strip() for name, value in told if "XMP" in name] == [TERM]


# ---------------------------------------------------------------- the gate


def saved(**how: object) -> bytes:
    file = BytesIO()
    Image.fromarray(plain()).save(file, "JPEG", **how)
    return file.getvalue()


def exif() -> Image.Exif:
    found = Image.Exif()
    found.get_ifd(0x8825)[1] = "N"
    return found


def tampered(kind: str) -> bytes:
    clean = saved()
    if kind == "thumbnail":
        return clean[:2] + b"\xff\xe0\x00\x13JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x01\x01ABC" + clean[20:]
    if kind == "trailing":
        return clean + b"secret" + b"\xff\xd9"
    if kind == "second picture":
        return clean + clean
    if kind == "hidden before the end":
        return clean[:-2] + b"\xff\xed\x00\x08secret" + clean[-2:]
    if kind == "photoshop":
        return clean[:2] + b"\xff\xed\x00\x10Photoshop 3.0\x00" + clean[2:]
    if kind == "filled":
        return clean[:2] + b"\xff\xff\xff" + clean[2:]
    if kind == "cut":
        return clean[: len(clean) // 2]
    if kind == "cut and closed":
        return clean[:250] + b"\xff\xd9"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return {
        "EXIF": saved(exif=exif()),
        "comment": saved(comment=b"secret"),
        "profile": saved(icc_profile=profile),
        "foreign XMP": saved(xmp=b"<x:xmpmeta>secret</x:xmpmeta>"),
        "nothing": b"",
        "no JPEG": b"\xff\xd8 nothing \xff\xd9",
        "PNG": b"\x89PNG",
    }[kind]


@pytest.mark.parametrize(
    "kind",
    [
        "EXIF", "comment", "profile", "foreign XMP", "nothing", "no JPEG", "PNG", "thumbnail", "trailing",
        "second picture", "hidden before the end", "photoshop", "filled", "cut", "cut and closed",
    ],
)  # fmt: skip
def test_the_gate_refuses_whatever_is_not_only_a_picture(kind: str) -> None:
    assert check_picture(saved(), labelled=False) == (400, 300)
    with pytest.raises(Flaw):
        check_picture(tampered(kind), labelled=False)


def test_the_gate_refuses_pictures_of_another_kind() -> None:
    grey = BytesIO()
    Image.new("L", (20, 20)).save(grey, "JPEG")
    wide = encoded(plain(801, 20), labelled=False)
    for data in (grey.getvalue(), wide):
        with pytest.raises(Flaw):
            check_picture(data, labelled=False)


def test_the_gate_wants_the_label_on_deepfakes_and_on_nothing_else() -> None:
    with pytest.raises(Flaw, match="lacks the label"):
        check_picture(encoded(plain(), labelled=False), labelled=True)
    with pytest.raises(Flaw, match="no deepfake"):
        check_picture(encoded(plain(), labelled=True), labelled=False)
