"""The pictures of an export: what is drawn into them, what is written beside the pixels, and the gate."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from labelling import LABEL, Pixels, noise, plain
from PIL import Image, ImageCms

from curator.engine.export.labels import Label
from curator.engine.export.picture_check import Flaw, check_picture
from curator.engine.export.pictures import boxed, can_bear_mark, encoded, mark_box, mark_of, marked
from curator.engine.records import FaceBox, Making, Point

TERM = b"http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
PORTRAIT = replace(LABEL, making=None)
MODIFIED = "AI MODIFIED"
RED, YELLOW, INK, PAPER = (255, 32, 32), (255, 255, 10), (17, 17, 17), (255, 255, 255)


def changed_by(drawn: Pixels, pixels: Pixels) -> Pixels:
    return (drawn != pixels).any(axis=2)


def luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    linear = [c / 12.92 if (c := v / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for v in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# ---------------------------------------------------------------- frames and dots


def test_the_frame_is_red_and_yellow_around_the_face_and_nowhere_else() -> None:
    pixels, box = plain(), FaceBox(100, 80, 90, 110)
    drawn = boxed(pixels, boxes=[box], landmarks=[], mark="")
    changed = changed_by(drawn, pixels)
    rows, columns = changed.nonzero()
    assert (columns.min(), columns.max()) == pytest.approx((box.left, box.right - 1), abs=4)
    assert (rows.min(), rows.max()) == pytest.approx((box.top, box.bottom - 1), abs=4)
    assert not changed[box.top + 8 : box.bottom - 8, box.left + 8 : box.right - 8].any()
    assert {tuple(map(int, colour)) for colour in drawn[changed]} == {RED, YELLOW}
    assert (pixels == plain()).all()


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (90, 60, 50), (240, 200, 180), RED, YELLOW])
def test_landmarks_are_yellow_dots_with_a_red_rim(colour: tuple[int, int, int]) -> None:
    pixels, box = plain(colour=colour), FaceBox(100, 50, 200, 200)
    without = boxed(pixels, boxes=[box], landmarks=[], mark="")
    drawn = boxed(pixels, boxes=[box], landmarks=[Point(150.5, 120.5), Point(250.5, 180.5)], mark="")
    for x, y in ((150, 120), (250, 180)):
        assert tuple(drawn[y, x]) == YELLOW
        around = drawn[y - 6 : y + 7, x - 6 : x + 7].reshape(-1, 3).astype(int)
        assert np.abs(around - RED).sum(axis=1).min() < 60
    changed = changed_by(drawn, without)
    assert changed[110:132, 140:162].sum() > 20
    changed[110:132, 140:162] = changed[170:192, 240:262] = False
    assert not changed.any()


def test_larger_faces_get_larger_dots_and_tiny_ones_none() -> None:
    pixels = plain(800, 800)

    def dotted(side: int) -> int:
        box, point = FaceBox(0, 0, side, side), Point(side / 2, side / 2)
        without = boxed(pixels, boxes=[box], landmarks=[], mark="")
        return int(changed_by(boxed(pixels, boxes=[box], landmarks=[point], mark=""), without).sum())

    sizes = [dotted(side) for side in (20, 60, 200, 700)]
    assert sizes == sorted(set(sizes))
    assert sizes[0] == 0


def test_landmarks_outside_the_framed_faces_are_not_drawn() -> None:
    box = FaceBox(100, 80, 90, 110)
    points = [Point(10, 10), Point(-5, 1e9), Point(float("nan"), 100), Point(190, 100)]
    without = boxed(noise(), boxes=[box], landmarks=[], mark="")
    assert (boxed(noise(), boxes=[box], landmarks=points, mark="") == without).all()


def test_without_faces_and_mark_nothing_is_drawn() -> None:
    assert (boxed(noise(), boxes=[], landmarks=[Point(9, 9)], mark="") == noise()).all()
    assert (marked(noise(), boxes=[FaceBox(9, 9, 90, 90)], mark="") == noise()).all()


# ---------------------------------------------------------------- the mark


def test_each_making_has_its_mark_and_portraits_have_none() -> None:
    assert mark_of(Making.FACE_SWAP) == MODIFIED
    assert mark_of(Making.GENERATED) == "AI GENERATED"
    assert mark_of(Making.MONTAGE) == MODIFIED
    assert mark_of(None) == ""


@pytest.mark.parametrize("mark", [MODIFIED, "AI GENERATED"])
@pytest.mark.parametrize("colour", [(255, 255, 255), (0, 0, 0), RED, YELLOW, INK])
def test_the_mark_is_readable_on_any_background(colour: tuple[int, int, int], mark: str) -> None:
    pixels = plain(800, 600, colour)
    place = mark_box(mark, size=(800, 600), boxes=[])
    drawn = boxed(pixels, boxes=[], landmarks=[], mark=mark)
    inside = drawn[place.top + 8 : place.bottom - 8, place.left + 12 : place.right - 12].reshape(-1, 3)
    assert (inside == INK).all(axis=1).mean() > 0.4
    assert (inside == PAPER).all(axis=1).mean() > 0.08
    # WCAG 2.2, 1.4.3 asks for 4.5 to 1, and letters as high as these for less.
    assert (luminance(PAPER) + 0.05) / (luminance(INK) + 0.05) > 18
    rim = drawn[place.top + place.height // 2, place.left]
    assert tuple(rim) == PAPER
    assert place.height >= 600 * 0.06


def test_the_mark_stands_in_the_top_corner_away_from_the_face() -> None:
    left, right = FaceBox(40, 20, 200, 200), FaceBox(560, 20, 200, 200)

    def place(*boxes: FaceBox) -> FaceBox:
        return mark_box(MODIFIED, size=(800, 600), boxes=boxes)

    assert place(left).left > 400
    assert place(right).right < 400
    # The main face is at the left, but only the other one would be hidden.
    assert place(FaceBox(100, 300, 99, 99), right).right < 400
    assert place().left > 400


def test_the_mark_stands_in_the_same_place_with_and_without_a_frame() -> None:
    pixels, boxes = noise(800, 600), [FaceBox(500, 100, 200, 200)]
    place = mark_box(MODIFIED, size=(800, 600), boxes=boxes)
    inside = np.s_[place.top : place.bottom, place.left : place.right]
    framed = boxed(pixels, boxes=boxes, landmarks=[], mark=MODIFIED)
    alone = marked(pixels, boxes=boxes, mark=MODIFIED)
    assert (framed[inside] == alone[inside]).all()
    changed = changed_by(alone, pixels)
    assert changed[inside].any()
    changed[inside] = False
    assert not changed.any()


@pytest.mark.parametrize("width", [12, 24, 40, 60])
def test_pictures_too_small_for_words_bear_the_letters_alone(width: int) -> None:
    place = mark_box("AI GENERATED", size=(width, 300), boxes=[])
    assert place == mark_box(MODIFIED, size=(width, 300), boxes=[])
    drawn = marked(plain(width, 300), boxes=[], mark=MODIFIED)
    inside = drawn[place.top : place.bottom, place.left : place.right].astype(int).sum(axis=2)
    assert inside.min() < 100
    assert inside.max() > 700


def test_the_smallest_picture_of_a_deepfake_has_room_for_letters_that_can_be_read() -> None:
    side = next(side for side in range(1, 100) if can_bear_mark(side, side))
    place = mark_box(MODIFIED, size=(side, side), boxes=[])
    assert (place.width, place.height) == (side, side)
    assert mark_box(MODIFIED, size=(side + 9, side + 9), boxes=[]).size >= side, "not squeezed"


boxes_of_400x300 = st.builds(
    FaceBox, st.integers(0, 399), st.integers(0, 299), st.integers(1, 400), st.integers(1, 300)
)


@settings(max_examples=50)
@given(
    size=st.tuples(st.integers(1, 900), st.integers(1, 900)),
    boxes=st.lists(boxes_of_400x300, max_size=3),
    landmarks=st.lists(st.builds(Point, st.floats(-9, 900), st.floats(-9, 900)), max_size=6),
    mark=st.sampled_from(["", MODIFIED, "AI GENERATED"]),
)
def test_every_size_and_box_can_be_drawn(
    size: tuple[int, int], boxes: list[FaceBox], landmarks: list[Point], mark: str
) -> None:
    width, height = size
    inside = [clipped for box in boxes if (clipped := box.clipped(width=width, height=height))]
    drawn = boxed(plain(width, height), boxes=inside, landmarks=landmarks, mark=mark)
    assert drawn.shape == (height, width, 3)
    place = mark_box(mark or MODIFIED, size=size, boxes=inside)
    assert place.clipped(width=width, height=height) == place
    assert place.top < height / 2


# ---------------------------------------------------------------- the file


@pytest.mark.parametrize("fine", [False, True])
@pytest.mark.parametrize("label", [None, LABEL, PORTRAIT])
def test_a_picture_holds_pixels_and_label(label: Label | None, fine: bool) -> None:
    drawn = boxed(plain(), boxes=[FaceBox(9, 9, 90, 90)], landmarks=[Point(50, 50)], mark=MODIFIED)
    data = encoded(drawn, label=label, fine=fine)
    assert check_picture(data, label=label, signed=False) == (400, 300)
    assert (TERM in data) is (label is LABEL)
    with Image.open(BytesIO(data)) as image:
        assert ("xmp" in image.info) is (label is not None)
        assert np.abs(np.asarray(image).astype(int) - drawn).mean() < 3
    assert encoded(drawn, label=label, fine=fine) == data


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
    if kind == "box of boxes":
        return clean[:2] + b"\xff\xeb\x00\x12JP\x00\x01\x00\x00\x00\x01\x00\x00\x00\x08jumb" + clean[2:]
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
        "second picture", "hidden before the end", "photoshop", "box of boxes", "filled", "cut",
        "cut and closed",
    ],
)  # fmt: skip
def test_the_gate_refuses_whatever_is_not_only_a_picture(kind: str) -> None:
    assert check_picture(saved(), label=None, signed=False) == (400, 300)
    with pytest.raises(Flaw):
        check_picture(tampered(kind), label=None, signed=False)


def test_the_gate_refuses_pictures_of_another_kind() -> None:
    grey = BytesIO()
    Image.new("L", (20, 20)).save(grey, "JPEG")
    wide = encoded(plain(801, 20), label=None)
    for data in (grey.getvalue(), wide):
        with pytest.raises(Flaw):
            check_picture(data, label=None, signed=False)


@pytest.mark.parametrize(
    ("written", "wanted", "flaw"),
    [
        (None, LABEL, "lacks the label of a deepfake"),
        (PORTRAIT, LABEL, "lacks the label of a deepfake"),
        (LABEL, None, "is labelled, but is no deepfake"),
        (LABEL, PORTRAIT, "is labelled, but is no deepfake"),
        (PORTRAIT, None, "has another label than it should"),
        (None, PORTRAIT, "has another label than it should"),
        (replace(LABEL, making=Making.GENERATED), LABEL, "has another label than it should"),
        (replace(LABEL, alt="Another."), LABEL, "has another label than it should"),
        (replace(LABEL, guid="another"), LABEL, "has another label than it should"),
        (replace(LABEL, licence=""), LABEL, "has another label than it should"),
    ],
)
def test_the_gate_wants_exactly_the_label_that_was_meant(
    written: Label | None, wanted: Label | None, flaw: str
) -> None:
    data = encoded(plain(), label=written)
    assert check_picture(data, label=written, signed=False) == (400, 300)
    with pytest.raises(Flaw, match=flaw):
        check_picture(data, label=wanted, signed=False)


def test_the_gate_refuses_two_labels() -> None:
    data = encoded(plain(), label=LABEL)
    start = data.index(b"\xff\xe1")
    segment = data[start : start + 2 + int.from_bytes(data[start + 2 : start + 4], "big")]
    with pytest.raises(Flaw, match="another label"):
        check_picture(data[:start] + segment + data[start:], label=LABEL, signed=False)
