"""Reads the few properties of an XMP packet that say how a picture came about."""

from collections.abc import Mapping
from contextlib import suppress
from enum import Enum, auto
from xml.parsers import expat

from curator.engine.metadata.blocks import LONGEST_BLOCK, LONGEST_TEXT

_DEEPEST = 40
_MOST_ELEMENTS = 20_000
_MOST_VALUES = 100

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns# "
_IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/ "
_XAP = "http://ns.adobe.com/xap/1.0/ "
_EXIF = "http://ns.adobe.com/exif/1.0/ "
_EXIF_EX = "http://cipa.jp/exif/1.0/ "
_TIFF = "http://ns.adobe.com/tiff/1.0/ "
_AUX = "http://ns.adobe.com/exif/1.0/aux/ "
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/ "
_DC = "http://purl.org/dc/elements/1.1/ "


class Property(Enum):
    """What a property is about."""

    SOURCE_TYPE = auto()
    SOFTWARE = auto()
    AGENT = auto()
    AI_SYSTEM = auto()
    PROMPT = auto()
    CREDIT = auto()
    AI_LABEL = auto()
    PROVENANCE = auto()
    COMMENT = auto()
    CAPTION = auto()
    MAKE = auto()
    MODEL = auto()
    TAKEN = auto()
    GPS = auto()
    OWNER = auto()
    SERIAL = auto()
    THUMBNAIL = auto()


_PROPERTIES: Mapping[str, Property] = {
    f"{_IPTC}DigitalSourceType": Property.SOURCE_TYPE,
    f"{_IPTC}DigitalSourcefileType": Property.SOURCE_TYPE,
    f"{_IPTC}AISystemUsed": Property.AI_SYSTEM,
    f"{_IPTC}AIPromptInformation": Property.PROMPT,
    f"{_IPTC}AIPromptWriterName": Property.OWNER,
    f"{_XAP}CreatorTool": Property.SOFTWARE,
    f"{_TIFF}Software": Property.SOFTWARE,
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent# softwareAgent": Property.AGENT,
    f"{_PHOTOSHOP}Credit": Property.CREDIT,
    "http://www.tc260.org.cn/ns/AIGC/1.0/ AIGC": Property.AI_LABEL,
    "http://purl.org/dc/terms/ provenance": Property.PROVENANCE,
    f"{_EXIF}UserComment": Property.COMMENT,
    f"{_DC}description": Property.CAPTION,
    f"{_DC}title": Property.CAPTION,
    f"{_TIFF}Make": Property.MAKE,
    f"{_TIFF}Model": Property.MODEL,
    f"{_EXIF}DateTimeOriginal": Property.TAKEN,
    f"{_PHOTOSHOP}DateCreated": Property.TAKEN,
    f"{_EXIF}GPSLatitude": Property.GPS,
    f"{_EXIF}GPSLongitude": Property.GPS,
    f"{_DC}creator": Property.OWNER,
    f"{_DC}rights": Property.OWNER,
    f"{_TIFF}Artist": Property.OWNER,
    "http://ns.adobe.com/xap/1.0/rights/ Owner": Property.OWNER,
    f"{_AUX}OwnerName": Property.OWNER,
    f"{_EXIF_EX}CameraOwnerName": Property.OWNER,
    f"{_AUX}SerialNumber": Property.SERIAL,
    f"{_AUX}LensSerialNumber": Property.SERIAL,
    f"{_EXIF_EX}BodySerialNumber": Property.SERIAL,
    f"{_EXIF_EX}LensSerialNumber": Property.SERIAL,
    "http://ns.adobe.com/xap/1.0/g/img/ image": Property.THUMBNAIL,
}


def properties(packet: bytes) -> list[tuple[Property, str]]:
    """What a packet says, in its order, each property's text by itself.

    A packet that declares document types or entities, or that is too large, deep or long, is
    read no further: nothing in it is ever expanded or fetched.
    """
    reader = _Reader()
    # What was read before a fault is as good as the rest would have been.
    with suppress(expat.ExpatError, _Refused, ValueError):
        reader.parser.Parse(packet[:LONGEST_BLOCK].strip(b"\0 \t\r\n"), True)
    return reader.found


class _Refused(Exception):
    """The packet tries something that no sound packet does."""


class _Reader:
    """Collects values while expat reads."""

    def __init__(self) -> None:
        self.found: list[tuple[Property, str]] = []
        self._open: list[tuple[Property | None, list[str]]] = []
        self._elements = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS or len(self._open) >= _DEEPEST:
            raise _Refused
        meant = _PROPERTIES.get(name)
        for key, value in attributes.items():
            self._keep(_PROPERTIES.get(key), value)
            if key == f"{_RDF}resource":
                self._keep(meant, value)
        # A list stands inside of its property; other properties are their own.
        outer = self._open[-1][0] if self._open and name.startswith(_RDF) else None
        self._open.append((meant or outer, []))

    def _end(self, _name: str) -> None:
        meant, parts = self._open.pop()
        self._keep(meant, "".join(parts))

    def _text(self, text: str) -> None:
        if self._open and self._open[-1][0] is not None:
            self._open[-1][1].append(text)

    def _keep(self, meant: Property | None, value: str) -> None:
        if meant is not None and len(self.found) < _MOST_VALUES and value.strip():
            self.found.append((meant, value.strip()[:LONGEST_TEXT]))

    def _refuse(self, *_: object) -> int:
        raise _Refused
