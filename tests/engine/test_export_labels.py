"""What an exported picture says of itself, to machines: read by ElementTree, exiftool and exiv2."""

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelling import GUID, LABEL, entry, noise

from curator.engine.export.labels import (
    DigitalSourceType,
    Label,
    alt_text,
    label_of,
    licence_address,
    read_label,
    source_address,
    source_type,
    xmp_packet,
)
from curator.engine.export.options import ExportOptions
from curator.engine.export.pictures import encoded
from curator.engine.records import Kind, Making

VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
OPTIONS = ExportOptions(credit="Don't Spy Example", licence="CC BY 4.0")

HOSTILE = [
    "<script>alert(1)</script>",
    "]]> & </rdf:li><Iptc4xmpExt:DigitalSourceType>x",
    '"><x:evil/>',
    '<?xpacket end="w"?>',
    "&lol; &#0; \x00\x01\x1f\x7f",
    "\u202egnp.exe",
    "\ud800 \ufffe \uffff",
    "\r\n\u2028\u2029\x85",
    "x" * 5000,
    "\N{PILE OF POO}" * 900,
    "&" * 5000,
]


def meta_of(packet: bytes) -> ElementTree.Element:
    text = packet.decode()
    assert text.startswith("<?xpacket begin=")
    assert text.endswith('<?xpacket end="r"?>')
    return ElementTree.fromstring(text.split("?>", 1)[1].rsplit("<?", 1)[0])


# ---------------------------------------------------------------- packets


def test_the_packet_says_what_the_label_says_and_nothing_else() -> None:
    structure = ("xmpmeta", "RDF", "Description", "Alt", "AltTextAccessibility", "UsageTerms")
    told = [
        (element.tag.split("}")[1], element.text or next(iter(element.attrib.values())))
        for element in meta_of(xmp_packet(LABEL)).iter()
        if not element.tag.endswith(structure)
    ]
    assert told == [
        ("DigitalSourceType", f"{VOCABULARY}compositeWithTrainedAlgorithmicMedia"),
        ("DigImageGUID", GUID),
        ("li", LABEL.alt),
        ("Credit", LABEL.credit),
        ("li", "CC BY 4.0"),
        ("WebStatement", CC_BY),
        ("license", CC_BY),
    ]


@pytest.mark.parametrize(
    ("making", "term"),
    [
        (Making.FACE_SWAP, DigitalSourceType.COMPOSITE_WITH_AI),
        (Making.GENERATED, DigitalSourceType.AI),
        (Making.MONTAGE, DigitalSourceType.COMPOSITE),
    ],
)
def test_each_making_has_its_term(making: Making, term: DigitalSourceType) -> None:
    assert source_type(making) is term
    assert source_address(making) == VOCABULARY + term
    label = label_of(entry(making=making), OPTIONS)
    assert label is not None
    assert f">{VOCABULARY}{term}<" in xmp_packet(label).decode()


@given(
    st.builds(
        Label,
        making=st.none() | st.sampled_from(Making),
        credit=st.text() | st.sampled_from(HOSTILE),
        licence=st.text() | st.sampled_from(HOSTILE),
        alt=st.text() | st.sampled_from(HOSTILE),
        guid=st.uuids().map(str),
    )
)
def test_whatever_a_label_says_is_well_formed_fits_and_is_read_again(label: Label) -> None:
    packet = xmp_packet(label)
    assert xmp_packet(label) == packet
    assert len(packet) < 65_000  # bytes that fit into one segment of a JPEG file
    meta_of(packet)
    read = read_label(packet)
    assert read is not None
    assert xmp_packet(read) == packet
    assert (read.making, read.guid) == (label.making, label.guid)
    told = read.credit + read.licence + read.alt
    assert not any(character in told for character in "\x00\x1f\u202e\u2028\ufffe\n")


def test_only_our_own_packets_are_read() -> None:
    packet = xmp_packet(LABEL)
    assert read_label(packet) == LABEL
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    begin, end = packet.split(b"?>", 1)[0] + b"?>", b'<?xpacket end="r"?>'
    for other in (
        b"",
        b"\xff\xfe",
        packet + b" ",
        packet.replace(b"<rdf:RDF>", b"<rdf:RDF> "),
        packet.replace(GUID.encode(), GUID.encode() + b"\x00"),
        packet.replace(b"</photoshop:Credit>", b"</photoshop:Credit><photoshop:City>x</photoshop:City>"),
        packet.replace(b"compositeWith", b"compositWith"),
        begin + b"<x/>" + end,
        begin + b"<x>" + end,
        begin + bomb + b"<x>&b;</x>" + end,
        begin + b"<x>" + b" " * 100_000 + b"</x>" + end,
    ):
        assert read_label(other) is None


# ---------------------------------------------------------------- whom and what


def test_a_deepfake_always_has_a_label() -> None:
    label = label_of(entry(), ExportOptions())
    assert label == Label(making=Making.FACE_SWAP, credit="", licence="", alt=alt_text(entry()), guid=GUID)
    unsaid = label_of(entry(making=None), ExportOptions())
    assert unsaid is not None
    assert unsaid.making is Making.FACE_SWAP


def test_a_portrait_is_never_marked_as_made_with_ai() -> None:
    for making in (None, *Making):
        portrait = entry(kind=Kind.PORTRAIT, making=making)
        assert label_of(portrait, ExportOptions()) is None
        label = label_of(portrait, OPTIONS)
        assert label is not None
        assert label.making is None
        packet = xmp_packet(label).decode()
        assert "DigitalSourceType" not in packet
        assert "AI" not in packet
        assert "Don't Spy Example" in packet


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {},
            "Deepfake: a photo altered by AI that shows the face of Anna Example, Prime Minister of Italy.",
        ),
        (
            {"making": Making.GENERATED, "country": "Netherlands", "role": "AIAct Gov Representative"},
            "Deepfake: a picture generated by AI that shows Anna Example,"
            " government representative for the AI Act of the Netherlands.",
        ),
        (
            {"making": Making.MONTAGE, "role": ""},
            "Deepfake: a montage with synthetic parts that shows Anna Example (Italy).",
        ),
        (
            {"given_name": "", "surname": ""},
            "Deepfake: a photo altered by AI that shows the face of the Prime Minister of Italy.",
        ),
        (
            {"given_name": "", "surname": "", "country": "", "role": "", "making": Making.GENERATED},
            "Deepfake: a picture generated by AI.",
        ),
        ({"kind": Kind.PORTRAIT, "country": ""}, "Portrait of Anna Example, Prime Minister."),
        (
            {"kind": Kind.PORTRAIT, "given_name": "", "surname": "", "role": ""},
            "Portrait of a politician.",
        ),
    ],
)
def test_the_alternative_text_says_who_and_how(changes: dict[str, object], sentence: str) -> None:
    assert alt_text(entry(**changes)) == sentence


def test_the_alternative_text_never_holds_the_note_and_stays_short() -> None:
    long = {"given_name": "A" * 3000, "surname": "B" * 3000, "role": "C" * 3000, "country": "D" * 3000}
    for making in Making:
        told = alt_text(entry(making=making, **long))
        assert "stranger" not in told
        assert len(told) <= 400


# ---------------------------------------------------------------- licences


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("", ""),
        ("All rights reserved", ""),
        (CC_BY, CC_BY),
        ("CC BY 4.0", CC_BY),
        ("cc-by-sa 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("Creative Commons BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC BY", ""),  # of which version is not said
        ("ACCBY 4.0", ""),
        ("Ours (see https://example.org/terms?x=1#a).", "https://example.org/terms?x=1#a"),
        ("http://example.org:8080", "http://example.org:8080"),
        ("javascript:alert(1)", ""),
        ('https://example.org/"><script>', ""),
        ("https://example.org/<b>", ""),
        ("https://example.org@evil.example/", ""),
        ("https://exаmple.org/", ""),  # a Cyrillic letter
        ("ftp://example.org/", ""),
    ],
)
def test_a_licence_is_an_address_a_name_or_neither(licence: str, address: str) -> None:
    assert licence_address(licence) == address


@given(st.text() | st.text(alphabet="htps:/.@a<>\"'& ").map(lambda rest: f"https://{rest}"))
def test_an_address_is_harmless_wherever_it_is_written(licence: str) -> None:
    address = licence_address(licence)
    if address:
        assert urlsplit(address).scheme.lower() in ("http", "https")
        assert address.isascii()
        assert not any(sign in address for sign in "<>\"'` \\\n{}")
        assert "@" not in urlsplit(address).netloc


# ---------------------------------------------------------------- other programs


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "picture.jpg"
    path.write_bytes(encoded(noise(), label=LABEL))
    return path


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_finds_the_label_and_nothing_else(written: Path) -> None:
    command = ["exiftool", "-json", "-a", "-G1", "-ee", "-u", str(written)]
    (told,) = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    groups = {name.split(":")[0] for name in told}
    labels = {name: value for name, value in told.items() if name.startswith("XMP")}
    assert groups - {name.split(":")[0] for name in labels} == {
        "SourceFile", "ExifTool", "System", "File", "JFIF", "Composite",
    }  # fmt: skip
    assert labels == {
        "XMP-iptcExt:DigitalSourceType": f"{VOCABULARY}compositeWithTrainedAlgorithmicMedia",
        "XMP-iptcExt:DigitalImageGUID": GUID,
        "XMP-iptcCore:AltTextAccessibility": LABEL.alt,
        "XMP-photoshop:Credit": LABEL.credit,
        "XMP-xmpRights:UsageTerms": "CC BY 4.0",
        "XMP-xmpRights:WebStatement": CC_BY,
        "XMP-cc:License": CC_BY,
    }


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_reads_hostile_text_as_text(tmp_path: Path) -> None:
    labels = [Label(making=Making.GENERATED, credit=one, licence=one, alt=one, guid=GUID) for one in HOSTILE]
    for place, label in enumerate(labels):
        (tmp_path / f"{place:02}.jpg").write_bytes(encoded(noise(16, 16), label=label))
    command = ["exiftool", "-json", "-G1", "-XMP:all", "-validate", "-warning", "-a", str(tmp_path)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    told.sort(key=lambda one: Path(one["SourceFile"]).name)
    for one, label in zip(told, labels, strict=True):
        read = read_label(xmp_packet(label))
        assert read is not None
        assert one.get("XMP-photoshop:Credit", "") == read.credit
        assert one.get("XMP-iptcCore:AltTextAccessibility", "") == read.alt
        assert one["XMP-iptcExt:DigitalSourceType"] == f"{VOCABULARY}trainedAlgorithmicMedia"
        assert one["ExifTool:Validate"] == "OK"


@pytest.mark.skipif(shutil.which("exiv2") is None, reason="exiv2 is not installed")
def test_exiv2_finds_the_same(written: Path) -> None:
    lines = subprocess.run(
        ["exiv2", "-PXkv", str(written)], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert {name: value.strip() for name, value in (line.split(None, 1) for line in lines)} == {
        "Xmp.iptcExt.DigitalSourceType": f"{VOCABULARY}compositeWithTrainedAlgorithmicMedia",
        "Xmp.iptcExt.DigImageGUID": GUID,
        "Xmp.iptc.AltTextAccessibility": f'lang="x-default" {LABEL.alt}',
        "Xmp.photoshop.Credit": LABEL.credit,
        "Xmp.xmpRights.UsageTerms": 'lang="x-default" CC BY 4.0',
        "Xmp.xmpRights.WebStatement": CC_BY,
        "Xmp.cc.license": CC_BY,
    }
