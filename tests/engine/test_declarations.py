"""What files say about themselves is read in every format, and no file gets away with anything."""

import json
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from time import thread_time

import pillow_heif
import pytest
from filing import Filing, analysed, face
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from curator.engine.comparison import Comparison
from curator.engine.deciding import seen
from curator.engine.declarations import (
    AI_CODES,
    LONGEST,
    MOST,
    PERSONAL,
    TERM_WORDS,
    WORDS,
    Code,
    Declaration,
    checked,
    declaration,
    declared_making,
    declares_ai,
    ordered,
    value_of,
    words_of,
)
from curator.engine.dossier import gather
from curator.engine.errors import UnreadablePicture
from curator.engine.filing import Filing as Files
from curator.engine.media import MediaStore
from curator.engine.metadata import read_declarations
from curator.engine.records import Making
from curator.engine.rules import Thresholds

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
AUTOMATIC = (
    "a minister riding a goose\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1"
)
WORKFLOW = json.dumps({"3": {"class_type": "KSampler", "inputs": {"ckpt_name": "sd_xl.safetensors"}}})
JOB = "a minister on a horse --v 6.0 Job ID: 0b1f7a52-1c2d-4e3f-8a9b-0c1d2e3f4a5b"
SECRETS = ("Jane Doe", "SN-4711", "Canal Street", "48.2082")
SLOW = 30.0
"""Seconds of this thread on a processor that nothing may come near, however slow or busy the machine."""


def picture(kind: str = "JPEG", **options: object) -> bytes:
    file = BytesIO()
    if kind == "HEIF":
        pillow_heif.register_heif_opener()
    Image.new("RGB", (24, 16), (90, 120, 60)).save(file, kind, **options)
    return file.getvalue()


def png(*texts: tuple[str, str], packed: bool = False) -> bytes:
    info = PngInfo()
    for key, text in texts:
        if text.isascii():
            info.add_text(key, text, zip=packed)
        else:
            info.add_itxt(key, text, zip=packed)
    return picture("PNG", pnginfo=info)


def packet(inside: str, attributes: str = "") -> bytes:
    """An XMP packet with those properties as elements or as attributes."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
        ' xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:tc="http://www.tc260.org.cn/ns/AIGC/1.0/"'
        f" {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    ).encode()


def exif(**tags: object) -> Image.Exif:
    made = Image.Exif()
    numbers = {"description": 0x010E, "make": 0x010F, "model": 0x0110, "software": 0x0131, "artist": 0x013B}
    for name, value in tags.items():
        if name in numbers:
            made[numbers[name]] = value
        elif name == "gps":
            # Pillow puts the place of the directory where the 1 stands.
            made.get_ifd(0x8825).update({1: "N", 2: value})
            made[0x8825] = 1
        else:
            inner = {"taken": 0x9003, "comment": 0x9286, "serial": 0xA431, "owner": 0xA430}
            made.get_ifd(0x8769)[inner[name]] = value
            made[0x8769] = 1
    return made


def text_of_cbor(text: str) -> bytes:
    raw = text.encode()
    return (bytes([0x60 + len(raw)]) if len(raw) < 24 else bytes([0x78, len(raw)])) + raw


def manifest(*, maker: str = "", agent: str = "", source: str = "") -> bytes:
    """What a store of content credentials looks like to a search: a labelled box with CBOR in it."""
    claim = b""
    if maker:
        claim += (
            text_of_cbor("claim_generator_info") + b"\x81\xa1" + text_of_cbor("name") + text_of_cbor(maker)
        )
    if agent:
        claim += text_of_cbor("softwareAgent") + text_of_cbor(agent)
    if source:
        claim += text_of_cbor("digitalSourceType") + text_of_cbor(source)
    label = b"\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03c2pa\0"
    description = struct.pack(">I", 12 + len(label)) + b"jumdc2pa" + label
    return struct.pack(">I", 8 + len(description) + len(claim)) + b"jumb" + description + claim


def with_segments(*bodies: tuple[int, bytes]) -> bytes:
    plain = picture()
    segments = b"".join(
        bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body for marker, body in bodies
    )
    return plain[:2] + segments + plain[2:]


def with_chunk(name: bytes, body: bytes) -> bytes:
    plain = picture("PNG")
    chunk = struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    return plain[:33] + chunk + plain[33:]


def said(data: bytes) -> dict[str, str]:
    """By code, the last text of each."""
    return {one.code: one.text for one in read_declarations(data)}


# ---------------------------------------------------------------- generators


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("prompt", ["", "une ministre étonnée, "])
def test_settings_of_stable_diffusion_in_a_png(packed: bool, prompt: str) -> None:
    found = read_declarations(png(("parameters", prompt + AUTOMATIC), packed=packed))
    assert [one.code for one in found] == [Code.STABLE_DIFFUSION]
    assert found[0].text.startswith(prompt + "a minister riding a goose Negative prompt")


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG", "TIFF", "AVIF", "HEIF"])
@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "ascii"])
def test_settings_of_stable_diffusion_in_a_user_comment(kind: str, encoding: str) -> None:
    name = b"ASCII\0\0\0" if encoding == "ascii" else b"UNICODE\0"
    data = picture(kind, exif=exif(comment=name + AUTOMATIC.encode(encoding)))
    assert said(data)[Code.STABLE_DIFFUSION].startswith("a minister riding a goose")


@pytest.mark.parametrize(
    ("texts", "code", "text"),
    [
        ([("prompt", WORKFLOW)], Code.COMFYUI, "sd_xl.safetensors"),
        ([("workflow", '{"last_node_id": 9, "nodes": [], "links": []}')], Code.COMFYUI, ""),
        (
            [("invokeai_metadata", '{"positive_prompt": "a \\"wild\\" goose"}')],
            Code.INVOKEAI,
            'a "wild" goose',
        ),
        ([("sd-metadata", '{"image": {"prompt": "a goose"}}')], Code.INVOKEAI, "a goose"),
        ([("Dream", '"a goose" -s 50 -S 1')], Code.INVOKEAI, '"a goose" -s 50 -S 1'),
        ([("Description", JOB)], Code.MIDJOURNEY, JOB),
        ([("Software", "NovelAI")], Code.GENERATOR, "NovelAI"),
        ([("fooocus_scheme", "fooocus")], Code.GENERATOR, "Fooocus"),
        ([("parameters", '{"sui_image_params": {"prompt": "a goose"}}')], Code.STABLE_DIFFUSION, "a goose"),
        ([("negative_prompt", "blurry")], Code.STABLE_DIFFUSION, "blurry"),
        ([("prompt", "a goose")], Code.PROMPT, "a goose"),
        ([("AIGC", '{"Label": "1", "ContentProducer": "somebody"}')], Code.AI_LABEL, ""),
    ],
)
def test_texts_of_other_generators(texts: list[tuple[str, str]], code: Code, text: str) -> None:
    found = read_declarations(png(*texts))
    assert Declaration(code, text) in found
    assert declares_ai(found)
    assert declared_making(found) is Making.GENERATED


def test_a_workflow_in_the_camera_fields_of_a_webp_is_no_camera() -> None:
    data = picture("WEBP", exif=exif(make=f"workflow:{WORKFLOW}", model=f"prompt:{WORKFLOW}"))
    assert said(data) == {Code.COMFYUI: "sd_xl.safetensors"}


@pytest.mark.parametrize(
    "name",
    [
        "DALL-E 3",
        "DALL·E",
        "Adobe Firefly",
        "ChatGPT",
        "Midjourney 6",
        "Google Imagen 3",
        "Image Creator",
        "Grok",
    ],
)
def test_programs_that_are_generators(name: str) -> None:
    assert said(picture("PNG", pnginfo=_software(name))) == {Code.GENERATOR: name}
    assert said(picture(xmp=packet(f"<xmp:CreatorTool>{name}</xmp:CreatorTool>"))) == {Code.GENERATOR: name}


@pytest.mark.parametrize(
    "name",
    ["Adobe Photoshop 25.1", "Imagen para Windows", "Flux Capacitor", "GIMP 2.10", "Leonardo da Vinci"],
)
def test_programs_that_are_none(name: str) -> None:
    found = read_declarations(picture(exif=exif(software=name)))
    assert found == (Declaration(Code.SOFTWARE, name),)
    assert not declares_ai(found)


def _software(name: str) -> PngInfo:
    info = PngInfo()
    info.add_itxt("Software", name)
    return info


def test_a_credit_line_counts_only_when_it_says_so() -> None:
    says = read_declarations(picture(xmp=packet("<photoshop:Credit>Made with Google AI</photoshop:Credit>")))
    assert says == (Declaration(Code.GENERATOR, "Made with Google AI"),)
    names = read_declarations(picture(xmp=packet("<photoshop:Credit>OpenAI press office</photoshop:Credit>")))
    assert names == (Declaration(Code.OWNER),)


# ---------------------------------------------------------------- digital source types

MAKINGS = {
    "trainedAlgorithmicMedia": Making.GENERATED,
    "compositeWithTrainedAlgorithmicMedia": Making.FACE_SWAP,
    "compositeSynthetic": Making.MONTAGE,
    "algorithmicMedia": Making.GENERATED,
}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "AVIF", "HEIF"])
@pytest.mark.parametrize(("term", "making"), MAKINGS.items())
def test_source_types_that_mean_ai(kind: str, term: str, making: Making) -> None:
    xmp = packet(f"<ext:DigitalSourceType>{IPTC}{term}</ext:DigitalSourceType>")
    found = read_declarations(_with_xmp(kind, xmp))
    assert found == (Declaration(Code.SOURCE_AI, term),)
    assert declared_making(found) is making
    assert value_of(found[0]) == TERM_WORDS[term]


def _with_xmp(kind: str, xmp: bytes) -> bytes:
    match kind:
        case "PNG":
            info = PngInfo()
            info.add_itxt("XML:com.adobe.xmp", xmp.decode())
            return picture("PNG", pnginfo=info)
        case "TIFF":
            return picture("TIFF", tiffinfo={700: xmp})
        case "GIF":
            plain = picture("GIF")
            # Packets lie bare, followed by a run of falling numbers that ends the sub-blocks.
            trailer = b"\1" + bytes(range(255, -1, -1)) + b"\0"
            return plain[:-1] + b"!\xff\x0bXMP DataXMP" + xmp + trailer + plain[-1:]
        case _:
            return picture(kind, xmp=xmp)


@pytest.mark.parametrize(
    "written",
    [
        f'ext:DigitalSourceType="{IPTC}trainedAlgorithmicMedia"',
        f'ext:DigitalSourceType="{IPTC}trainedAlgorithmicMedia/"',
        'ext:DigitalSourceType="trainedAlgorithmicMedia"',
        'ext:DigitalSourceType="digsrctype:trainedAlgorithmicMedia"',
        'ext:DigitalSourceType="https://schema.org/TrainedAlgorithmicMediaDigitalSource"',
    ],
)
def test_source_types_in_other_spellings(written: str) -> None:
    assert said(picture(xmp=packet("", written))) == {Code.SOURCE_AI: "trainedAlgorithmicMedia"}


def test_a_source_type_that_is_referred_to() -> None:
    inside = f'<ext:DigitalSourceType rdf:resource="{IPTC}compositeSynthetic"/>'
    assert said(picture(xmp=packet(inside))) == {Code.SOURCE_AI: "compositeSynthetic"}


@pytest.mark.parametrize("term", sorted(TERM_WORDS.keys() - MAKINGS.keys() - {"trainedAlgorithmicData"}))
def test_other_source_types_mean_no_ai(term: str) -> None:
    found = read_declarations(picture(xmp=packet("", f'ext:DigitalSourceType="{IPTC}{term}"')))
    assert found == (Declaration(Code.SOURCE, term),)
    assert not declares_ai(found)
    assert declared_making(found) is None


def test_a_made_part_tells_more_than_a_wholly_made_one() -> None:
    found = [
        Declaration(Code.SOURCE_AI, "trainedAlgorithmicMedia"),
        Declaration(Code.SOURCE_AI, "compositeWithTrainedAlgorithmicMedia"),
    ]
    assert declared_making(found) is Making.FACE_SWAP


# ---------------------------------------------------------------- content credentials


def _box(data: bytes) -> bytes:
    uuid = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
    body = uuid + b"\0\0\0\0manifest\0" + bytes(8) + data
    return struct.pack(">I", 8 + len(body)) + b"uuid" + body


def _webp(name: bytes, body: bytes) -> bytes:
    plain = picture("WEBP")
    chunk = name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
    return b"RIFF" + struct.pack("<I", len(plain) - 8 + len(chunk)) + plain[8:] + chunk


def _app11(data: bytes, *, size: int) -> bytes:
    """The box cut into segments, each with the head of the box at its beginning."""
    parts = [data[start : start + size] for start in range(8, len(data), size)]
    return with_segments(
        *(
            (0xEB, b"JP\2\x11" + struct.pack(">I", number) + data[:8] + part)
            for number, part in enumerate(parts, start=1)
        )
    )


@pytest.mark.parametrize(
    "place",
    [
        lambda data: _app11(data, size=60_000),
        lambda data: _app11(data, size=25),
        lambda data: with_chunk(b"caBX", data),
        lambda data: _webp(b"C2PA", data),
        lambda data: picture("TIFF", tiffinfo={0xCD41: data}),
        lambda data: picture("AVIF") + _box(data),
        lambda data: picture("HEIF") + _box(data),
    ],
    ids=["jpeg", "jpeg in pieces", "png", "webp", "tiff", "avif", "heic"],
)
def test_content_credentials_are_found_in_every_format(place: Callable[[bytes], bytes]) -> None:
    box = manifest(maker="Some_Editor", agent="GPT-4o", source=f"{IPTC}trainedAlgorithmicMedia")
    assert read_declarations(place(box)) == (
        Declaration(Code.SOURCE_AI, "trainedAlgorithmicMedia"),
        Declaration(Code.GENERATOR, "GPT-4o"),
        Declaration(Code.CREDENTIALS, "Some Editor"),
    )


def test_credentials_that_say_nothing_readable_are_present_all_the_same() -> None:
    found = read_declarations(with_chunk(b"caBX", manifest()))
    assert found == (Declaration(Code.CREDENTIALS),)
    assert value_of(found[0]) == "C2PA, not checked"
    assert value_of(Declaration(Code.CREDENTIALS, "X")) == "C2PA by X, not checked"
    assert not declares_ai(found)


def test_a_chunk_of_that_name_alone_is_no_credential() -> None:
    assert read_declarations(with_chunk(b"caBX", b"digitalSourceType" + bytes(50))) == ()


def test_credentials_that_lie_elsewhere_are_named_and_not_fetched() -> None:
    xmp = packet("", 'dcterms:provenance="https://example.org/secret"')
    assert said(picture(xmp=xmp)) == {Code.CREDENTIALS_ELSEWHERE: ""}


# ---------------------------------------------------------------- cameras and people


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_a_camera_is_told_and_whoever_held_it_is_not(kind: str) -> None:
    tags = exif(
        make="NIKON CORPORATION",
        model="NIKON D800",
        software="Ver.1.01",
        taken="2023:05:04 10:11:12",
        artist="Jane Doe",
        owner="Jane Doe",
        serial="SN-4711",
        gps=(48.0, 12.0, 29.5),
    )
    found = read_declarations(picture(kind, exif=tags))
    assert found == (
        Declaration(Code.CAMERA, "NIKON D800"),
        Declaration(Code.TAKEN, "2023-05-04 10:11"),
        Declaration(Code.SOFTWARE, "Ver.1.01"),
        Declaration(Code.GPS),
        Declaration(Code.OWNER),
        Declaration(Code.SERIAL),
    )


def test_names_and_places_in_xmp_are_only_present() -> None:
    xmp = packet(
        "<dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li></rdf:Seq></dc:creator>"
        "<exif:GPSLatitude>48.2082N</exif:GPSLatitude>",
        'aux:SerialNumber="SN-4711" aux:OwnerName="Jane Doe, Canal Street"',
    )
    found = read_declarations(picture(xmp=xmp))
    assert found == (Declaration(Code.GPS), Declaration(Code.OWNER), Declaration(Code.SERIAL))
    assert not any(secret in str(found) for secret in SECRETS)


def test_previews_are_only_present() -> None:
    # Two directories of one entry each; the second tells where the JPEG of the preview lies.
    first = struct.pack("<HHHI4sI", 1, 0x010F, 2, 4, b"Pho\0", 26)
    second = struct.pack("<HHHIII", 1, 0x0201, 4, 1, 8, 0)
    block = b"II*\0" + struct.pack("<I", 8) + first + second
    assert said(picture(exif=b"Exif\0\0" + block)) == {Code.CAMERA: "Pho", Code.THUMBNAIL: ""}
    assert said(block) == {Code.CAMERA: "Pho"}
    resource = b"8BIM\x04\x0c\0\0" + struct.pack(">I", 30) + bytes(30)
    assert said(with_segments((0xED, b"Photoshop 3.0\0" + resource))) == {Code.THUMBNAIL: ""}


def test_records_of_iptc() -> None:
    def record(number: int, text: bytes) -> bytes:
        return b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(text)) + text

    records = record(80, b"Jane Doe") + record(65, b"Fotostation") + record(120, b"A minister speaks")
    body = records + b"\0" * (len(records) % 2)
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + body
    assert said(with_segments((0xED, b"Photoshop 3.0\0" + resource))) == {
        Code.SOFTWARE: "Fotostation",
        Code.CAPTION: "A minister speaks",
        Code.OWNER: "",
    }


@pytest.mark.parametrize("text", ["0000:00:00 00:00:00", "yesterday", "    :  :     :  :  ", ""])
def test_times_that_are_none(text: str) -> None:
    assert Code.TAKEN not in said(picture(exif=exif(make="X", taken=text)))


def test_comments_are_captions() -> None:
    assert said(picture("GIF", comment=b"A press photo")) == {Code.CAPTION: "A press photo"}
    assert said(picture(comment=b"Caf\xe9")) == {Code.CAPTION: "Café"}
    assert said(picture("GIF", comment=AUTOMATIC.encode()))[Code.STABLE_DIFFUSION]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "AVIF", "HEIF", "JPEG2000"])
def test_most_files_say_nothing(kind: str) -> None:
    assert read_declarations(picture(kind)) == ()


def test_text_is_cleaned_and_cut() -> None:
    data = png(("prompt", "evil \u202egnp.exe\u0007\n<b>bold</b> " + "long " * 500))
    (found,) = read_declarations(data)
    assert found.text.startswith("evil gnp.exe <b>bold</b> long")
    assert len(found.text) == LONGEST
    assert found.text.endswith("…")


def test_each_is_told_once_and_not_too_many() -> None:
    found = read_declarations(png(*(("Software", f"Program {number % 40}") for number in range(60))))
    assert len(found) == MOST
    assert len(set(found)) == MOST


# ---------------------------------------------------------------- hostile files


def _within_limits(data: bytes) -> Sequence[Declaration]:
    """What is read of hostile bytes: little, clean, and in time."""
    started = thread_time()
    found = read_declarations(data)
    assert thread_time() - started < SLOW
    assert checked([[one.code, one.text] for one in found]) == found
    return found


def test_entities_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">' + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(98, 122)
    )
    bomb += b"]>" + packet("<dc:description>&y;</dc:description>").partition(b"?>")[2]
    assert _within_limits(picture(xmp=bomb)) == ()
    outside = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + packet("<dc:title>&e;</dc:title>")
    assert _within_limits(picture(xmp=outside.partition(b"?>")[2])) == ()


def test_packed_bombs_stay_packed() -> None:
    for key in ("parameters", "XML:com.adobe.xmp", "Raw profile type exif"):
        packed = zlib.compress(b"a" * 50_000_000, 9)
        assert _within_limits(with_chunk(b"zTXt", key.encode() + b"\0\0" + packed)) == ()
    settings = AUTOMATIC.encode() + b" " * 50_000_000
    found = _within_limits(with_chunk(b"zTXt", b"parameters\0\0" + zlib.compress(settings, 9)))
    assert [one.code for one in found] == [Code.STABLE_DIFFUSION]


def test_what_was_said_before_too_deep_an_element_stands() -> None:
    inside = "<xmp:CreatorTool>GIMP</xmp:CreatorTool>" + "<dc:x>" * 10_000 + "</dc:x>" * 10_000
    assert _within_limits(_with_xmp("PNG", packet(inside))) == (Declaration(Code.SOFTWARE, "GIMP"),)
    nested = "[" * 60_000
    assert _within_limits(png(("invokeai_metadata", nested)))[0].code == Code.INVOKEAI


def test_a_packet_is_read_as_far_as_a_sound_one_goes() -> None:
    xmp = packet("<xmp:CreatorTool>GIMP</xmp:CreatorTool>" + " " * 1_100_000 + "<dc:title>Title</dc:title>")
    for data in (_with_xmp("PNG", xmp), picture("WEBP", xmp=xmp), picture("TIFF", tiffinfo={700: xmp})):
        assert _within_limits(data) == (Declaration(Code.SOFTWARE, "GIMP"),)


def test_a_long_packet_in_parts_is_put_together() -> None:
    xmp = packet(" " * 80_000 + "<xmp:CreatorTool>GIMP</xmp:CreatorTool>")
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + struct.pack(">I", len(xmp))
    parts = [
        (0xE1, head + struct.pack(">I", start) + xmp[start : start + 60_000])
        for start in range(0, len(xmp), 60_000)
    ]
    assert said(with_segments(*reversed(parts))) == {Code.SOFTWARE: "GIMP"}


@pytest.mark.parametrize("offset", [0, 6, 8, 0x7FFFFFFF, 0xFFFFFFFF])
def test_offsets_that_lead_nowhere_or_in_circles(offset: int) -> None:
    pointer = struct.pack("<HHHII", 1, 0x8769, 4, 1, offset) + struct.pack("<I", offset)
    value = struct.pack("<HHHII", 1, 0x0131, 2, 0xFFFFFFFF, offset) + struct.pack("<I", 8)
    for directory in (pointer, value):
        block = b"II*\0" + struct.pack("<I", 8) + directory
        _within_limits(picture(exif=b"Exif\0\0" + block))
        _within_limits(block)


def test_a_directory_that_repeats_itself_is_read_once() -> None:
    entry = struct.pack("<HHII", 0x9286, 7, 60_000, 8)
    block = b"II*\0" + struct.pack("<IH", 8, 60_000) + entry * 5000 + b"UNICODE\0" + bytes(60_000)
    _within_limits(block)


def test_text_that_is_no_text() -> None:
    found = _within_limits(picture(exif=exif(software=b"\xff\xfe\x80\x81Studio\xd8\x00")))
    assert found == () or found[0].code == Code.SOFTWARE
    assert _within_limits(with_chunk(b"iTXt", b"prompt\0\0\0\0\0\xff\xfe\xed\xa0\x80")) != ()
    assert _within_limits(with_chunk(b"zTXt", b"prompt\0\0not packed")) == ()


def test_many_small_pieces_are_walked_in_time() -> None:
    plain = picture("GIF")
    crumbs = b"!\xfe" + b"\1x" * 10_000_000 + b"\0"
    _within_limits(plain[:-1] + crumbs + plain[-1:])
    texts = b"".join(
        struct.pack(">I4s", 60_000, b"tEXt") + b"x\0" + b'{"' * 29_999 + bytes(4) for _ in range(300)
    )
    _within_limits(picture("PNG")[:33] + texts)


def test_one_broken_block_does_not_silence_the_others() -> None:
    data = with_segments(
        (0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff"),
        (0xED, b"Photoshop 3.0\0" + b"8BIM"),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x"),
        (0xFE, b"A press photo"),
    )
    assert said(data) == {Code.CAPTION: "A press photo"}


STARTS = st.sampled_from(
    [
        b"",
        b"\xff\xd8\xff\xe1\x00\x40Exif\0\0II*\0\x08\0\0\0",
        b"\xff\xd8\xff\xed\x00\x40Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x20\x1c\2",
        b"\xff\xd8\xff\xeb\x00\x40JP\0\1\0\0\0\1\0\0\1\0jumbc2paclaim_generator",
        b"\x89PNG\r\n\x1a\n\0\0\0\x20zTXtprompt\0\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\x20iTXtXML:com.adobe.xmp\0\0\0\0\0",
        b"RIFF\0\0\0\0WEBPEXIF\x40\0\0\0MM\0*\0\0\0\x08\0\2",
        b"GIF89a\1\0\1\0\0\0\0!\xfe",
        b"GIF89a\1\0\1\0\0\0\0!\xff\x0bXMP DataXMP",
        b"II*\0\x08\0\0\0\2\0",
        b"\0\0\0\x18ftypavif\0\0\0\0avifmif1",
        b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x40uuid",
    ]
)


@given(STARTS, st.binary(max_size=400))
def test_nothing_is_raised_whatever_the_bytes_are(start: bytes, rest: bytes) -> None:
    _within_limits(start + rest)


WHOLE = [
    picture(exif=exif(make="A", taken="2023:05:04 10:11:12", gps=(1.0, 2.0, 3.0))),
    picture(xmp=packet("<dc:title><rdf:Alt><rdf:li>Title</rdf:li></rdf:Alt></dc:title>")),
    with_chunk(b"caBX", manifest(maker="A", source="b/c")),
    png(("parameters", AUTOMATIC), packed=True),
    picture("TIFF", tiffinfo={0x0131: "A"}),
    picture("HEIF", exif=exif(make="A")),
]


@given(st.sampled_from(WHOLE), st.data())
def test_nothing_is_raised_by_files_that_were_tampered_with(whole: bytes, data: st.DataObject) -> None:
    raw = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    _within_limits(bytes(raw[: data.draw(st.integers(0, len(raw)))]))


# ---------------------------------------------------------------- the words


def test_everything_has_words() -> None:
    assert WORDS.keys() == set(Code)
    for code in Code:
        one = declaration(code)
        if one is not None and code not in PERSONAL | {Code.SOURCE_AI}:
            assert words_of(one)
    assert all(value_of(Declaration(code)) for code in (Code.COMFYUI, Code.INVOKEAI, Code.AI_LABEL))


def test_every_trace_of_ai_counts_as_one() -> None:
    assert {code for code in Code if declares_ai([Declaration(code)])} == AI_CODES
    assert declared_making([Declaration(Code.CAMERA, "X")]) is None


def test_the_order_is_that_of_the_codes() -> None:
    shuffled = [Declaration(code, "x") for code in reversed(Code)]
    assert [one.code for one in ordered(shuffled)] == [code.value for code in Code]


# ---------------------------------------------------------------- filed with the analysis


SAYS = (Declaration(Code.SOURCE_AI, "trainedAlgorithmicMedia"), Declaration(Code.GPS))


def _files(filing: Filing, folder: Path) -> Files:
    comparison = Comparison(filing.catalogue, model="fake-v1", thresholds=Thresholds())
    return Files(filing.catalogue, media=MediaStore(folder), comparison=comparison, model="fake-v1")


def test_they_are_filed_replaced_and_erased_with_the_analysis(filing: Filing, tmp_path: Path) -> None:
    catalogue = filing.catalogue
    table = catalogue.submissions
    one = filing.waiting()
    files = _files(filing, tmp_path)
    digest = table.get(one).digest
    for says in (SAYS, SAYS[1:], ()):
        with catalogue.writing():
            files.submission(one, digest, replace(analysed(digest, face(1)), declarations=says))
        assert table.declarations(one) == says
        assert gather(catalogue, one).declarations == says
    with catalogue.writing():
        table.keep_declarations(one, SAYS)
    with catalogue.writing():
        files.submission(one, digest, UnreadablePicture("The file is empty."))
    assert table.declarations(one) == ()


def test_nothing_is_left_of_them_when_the_submission_goes(filing: Filing) -> None:
    catalogue = filing.catalogue
    gone, other = filing.waiting(), filing.waiting()
    with catalogue.writing():
        for one in (gone, other):
            catalogue.submissions.keep_declarations(one, SAYS)
        catalogue._connection.write("DELETE FROM submissions WHERE id = ?", (gone,))
    assert catalogue._connection.value("SELECT count(*) FROM declarations") == len(SAYS)
    assert catalogue.submissions.declarations(other) == SAYS


def test_the_log_keeps_whether_the_file_says_ai(filing: Filing) -> None:
    catalogue = filing.catalogue
    first, second = filing.submission(face(1)), filing.submission(face(2))
    with catalogue.writing():
        catalogue.submissions.keep_declarations(first, SAYS)
        catalogue.submissions.keep_declarations(second, SAYS[1:])
    cases = catalogue.decisions.evidence.cases([first, second])
    told = seen.seen(catalogue, list(cases.values()), thresholds=Thresholds())
    assert {one: facts["file_says_ai"] for one, facts in told.items()} == {first: True, second: False}


def test_real_pictures_say_little(shared_data: Path) -> None:
    files = [path for path in (shared_data / "fakes").rglob("*") if path.suffix in {".jpg", ".jpeg", ".png"}]
    assert len(files) > 10
    found = {path.name: read_declarations(path.read_bytes()) for path in files}
    assert not any(declares_ai(one) for one in found.values())
    made = shared_data / "bad_input/made"
    assert declares_ai(read_declarations((made / "face_ai_parameters_text.png").read_bytes()))
    assert Declaration(Code.GPS) in read_declarations(
        (made / "face_with_gps_and_author_exif.jpg").read_bytes()
    )
