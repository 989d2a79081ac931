"""The machine-readable label of a deepfake: an XMP packet with IPTC's digital source type."""

import re
from enum import StrEnum
from xml.etree import ElementTree


class DigitalSourceType(StrEnum):
    """IPTC's words for how a picture was made with AI.

    Source: http://cv.iptc.org/newscodes/digitalsourcetype/, retrieved as a list of terms.
    """

    COMPOSITE_WITH_AI = "compositeWithTrainedAlgorithmicMedia"
    """Parts of a photo were exchanged or generated: a face swap."""
    AI = "trainedAlgorithmicMedia"
    """Wholly generated."""
    COMPOSITE = "compositeSynthetic"
    """A montage, with which tool is not known."""


DEFAULT_SOURCE_TYPE = DigitalSourceType.COMPOSITE_WITH_AI
"""What a deepfake is labelled as: what the campaign asks for are real politicians in altered pictures."""

_VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_META = "adobe:ns:meta/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"

# The begin and end of a packet are fixed by ISO 16684-1, 7.3.2; "r" says that it is not to be edited.
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = '<?xpacket end="r"?>'
_PACKET = re.compile(rf"{re.escape(_BEGIN)}(<.*>){re.escape(_END)}", re.DOTALL)


def xmp_label(source: DigitalSourceType = DEFAULT_SOURCE_TYPE) -> bytes:
    """The XMP packet (UTF-8) that says how a picture was made, and nothing else.

    The same source gives the same bytes, so that a written file can be compared with them.
    """
    for prefix, space in (("x", _META), ("rdf", _RDF), ("Iptc4xmpExt", _IPTC)):
        ElementTree.register_namespace(prefix, space)
    meta = ElementTree.Element(f"{{{_META}}}xmpmeta")
    rdf = ElementTree.SubElement(meta, f"{{{_RDF}}}RDF")
    description = ElementTree.SubElement(rdf, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})
    ElementTree.SubElement(description, f"{{{_IPTC}}}DigitalSourceType").text = _VOCABULARY + source
    return f"{_BEGIN}{ElementTree.tostring(meta, encoding='unicode')}{_END}".encode()


def source_type_of(packet: bytes) -> DigitalSourceType | None:
    """The source type that one of our own packets states; None for any other bytes."""
    text = packet.decode(errors="replace")
    found = _PACKET.fullmatch(text)
    if found is None:
        return None
    for source in DigitalSourceType:
        if xmp_label(source) == packet:
            return source
    return None
