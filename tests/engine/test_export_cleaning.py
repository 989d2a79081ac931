"""Nothing that was planted in a submitted file comes out again: through a real worker, encoder and signer."""

import contextlib
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import fake_finders
import numpy as np
import pytest
from labelling import LABEL, entry
from PIL import Image, ImageCms, PngImagePlugin, TiffImagePlugin

from curator.engine.export.contents import PHOTO_WIDTH
from curator.engine.export.labels import label_of, xmp_packet
from curator.engine.export.options import ExportOptions
from curator.engine.export.picture_check import check_picture
from curator.engine.export.pictures import boxed, encoded, mark_of
from curator.engine.export.signing import Signer, signer_of
from curator.engine.records import FaceBox
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Render, WorkerSettings

PATIENCE = 120
HIDDEN_COLOUR = (254, 1, 253)
PLANTED = {
    "owner": "OwnerJaneRoe",
    "artist": "ArtistJaneRoe",
    "camera": "Camera-9000",
    "body serial": "SERIAL-B-4711",
    "lens serial": "SERIAL-L-0815",
    "software": "SoftwareOnLaptop",
    "taken": "1999:12:31 23:58:57",
    "place": "PlaceOfJane",
    "thumbnail": "ThumbnailSecret",
    "iptc": "IptcByline",
    "xmp": "XmpCreatorJane",
    "comment": "CommentSecret",
    "text": "PngTextSecret",
    "compressed text": "PngZtxtSecret",
    "profile": "ProfileSecret",
    "trailing": "TrailingSecret",
    "chunk": "ChunkSecret",
    "file name": "FileNameSecret",
}


def exif() -> bytes:
    found = Image.Exif()
    found[0x010F] = found[0x0110] = PLANTED["camera"]
    found[0x013B] = PLANTED["artist"]
    found[0x0131] = PLANTED["software"]
    inside = found.get_ifd(0x8769)
    inside[0xA430] = PLANTED["owner"]
    inside[0xA431] = PLANTED["body serial"]
    inside[0xA435] = PLANTED["lens serial"]
    inside[0x9003] = PLANTED["taken"]
    place = found.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (52.0, 31.0, 12.34), "E", (13.0, 24.0, 18.5)
    place[0x1B] = place[0x1D] = PLANTED["place"]
    thumbnail = BytesIO()
    Image.new("RGB", (16, 16)).save(thumbnail, "JPEG", comment=PLANTED["thumbnail"].encode())
    # A picture in a picture; cameras keep them in their notes as well as in the usual place.
    inside[0x927C] = thumbnail.getvalue()
    return found.tobytes()


def xmp() -> bytes:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{PLANTED['xmp']}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def profile() -> bytes:
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # Behind the tables of the profile: readers go by its tags.
    data += PLANTED["profile"].encode()
    data[:4] = len(data).to_bytes(4, "big")
    return bytes(data)


def scene(*, hidden: bool) -> Image.Image:
    """A smooth picture; with pixels of another colour that only its transparency hides."""
    ramp = np.linspace(40, 200, 600).astype(np.uint8)
    pixels = np.repeat(np.tile(ramp, (450, 1))[..., np.newaxis], 4 if hidden else 3, axis=2)
    if hidden:
        pixels[..., 3] = 255
        pixels[100:300, 100:300] = (*HIDDEN_COLOUR, 0)
    return Image.fromarray(pixels)


def jpeg() -> bytes:
    file = BytesIO()
    scene(hidden=False).save(
        file, "JPEG", exif=exif(), xmp=xmp(), icc_profile=profile(), comment=PLANTED["comment"].encode()
    )
    data = file.getvalue()
    record = b"\x1c\x02\x50" + struct.pack(">H", len(PLANTED["iptc"])) + PLANTED["iptc"].encode()
    record += b"\0" * (len(record) % 2)
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    segment = b"\xff\xed" + struct.pack(">H", len(block) + 2) + block
    return data[:2] + segment + data[2:] + PLANTED["trailing"].encode()


def png() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", PLANTED["text"])
    told.add_text("parameters", PLANTED["compressed text"], zip=True)
    told.add_itxt("XML:com.adobe.xmp", xmp().decode())
    told.add(b"prVt", PLANTED["chunk"].encode())
    file = BytesIO()
    scene(hidden=True).save(file, "PNG", pnginfo=told, exif=exif(), icc_profile=profile())
    return file.getvalue() + PLANTED["trailing"].encode()


def webp() -> bytes:
    file = BytesIO()
    scene(hidden=True).save(
        file, "WEBP", lossless=True, exact=True, exif=exif(), xmp=xmp(), icc_profile=profile()
    )
    return file.getvalue() + PLANTED["trailing"].encode()


def tiff() -> bytes:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[0x013B], tags[0x0131] = PLANTED["artist"], PLANTED["software"]
    file = BytesIO()
    scene(hidden=False).save(file, "TIFF", tiffinfo=tags)
    return file.getvalue() + PLANTED["trailing"].encode()


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(WorkerSettings(count=1, finder=f"{fake_finders.__name__}:make_fake")) as started:
        yield started


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    return signer_of(tmp_path_factory.mktemp("signing"), organisation="Don't Spy Example")


@pytest.mark.parametrize("make", [jpeg, png, webp, tiff])
def test_nothing_that_was_planted_comes_out(
    make: Callable[[], bytes], workers: Workers, signer: Signer, tmp_path: Path
) -> None:
    data = make()
    planted = [text for text in PLANTED.values() if text.encode() in data]
    planted += [PLANTED["compressed text"]] if make is png else []
    assert len(planted) >= (3 if make is tiff else 11)
    path = tmp_path / f"{PLANTED['file name']}.bin"
    path.write_bytes(data)

    pixels = workers.submit(Render(path=path, width=PHOTO_WIDTH)).result(PATIENCE).pixels
    assert pixels.shape == (450, 600, 3)
    one = entry(description=PLANTED["comment"])
    label = label_of(one, ExportOptions(credit=LABEL.credit, licence=LABEL.licence))
    assert label is not None
    framed = boxed(pixels, boxes=[FaceBox(20, 20, 99, 99)], landmarks=[], mark=mark_of(label.making))
    for picture, name in ((pixels, "12-resized.jpg"), (framed, "12_box.jpg")):
        bare = encoded(picture, label=label)
        signed = signer.sign(bare, label=label, title=name)
        assert check_picture(bare, label=label, signed=False) == (600, 450)
        assert check_picture(signed, label=label, signed=True) == (600, 450)
        for written in (bare, signed, encoded(picture, label=None)):
            everything = written + written.decode("latin-1").encode("utf-16-le") + unzipped(written)
            for text in PLANTED.values():
                assert text.encode() not in everything
                assert text.encode("utf-16-le") not in everything
            assert b"Exif\x00" not in written
            assert written.count(b"\xff\xd8\xff") == 1
        assert signed.replace(xmp_packet(label), b"").count(b"xpacket") == 0

    # What transparency hid is white, and not what it was.
    if make in (png, webp):
        assert (pixels[150:250, 150:250] == 255).all()
    with Image.open(BytesIO(encoded(pixels, label=label))) as opened:
        near = np.abs(np.asarray(opened).astype(int) - HIDDEN_COLOUR).sum(axis=2)
    assert near.min() > 150


def unzipped(data: bytes) -> bytes:
    """All that is packed anywhere in a file as PNG packs text."""
    found = b""
    place = data.find(b"\x78")
    while place >= 0:
        with contextlib.suppress(zlib.error):
            found += zlib.decompressobj().decompress(data[place:], 1000)
        place = data.find(b"\x78", place + 1)
    return found
