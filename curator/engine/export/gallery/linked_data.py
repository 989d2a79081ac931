"""What pages tell machines about pictures: JSON-LD in the words of schema.org."""

import json
from collections.abc import Mapping

from markupsafe import Markup

from curator.engine.export.gallery.showing import Shown
from curator.engine.records import Making

SOURCE_TYPES: Mapping[Making, str] = {
    Making.FACE_SWAP: "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
    Making.GENERATED: "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    Making.MONTAGE: "https://schema.org/CompositeSyntheticDigitalSource",
}
"""schema.org's ``IPTCDigitalSourceEnumeration``, one for each of IPTC's terms that labels use."""

_HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def picture_data(
    card: Shown,
    *,
    making: Making | None,
    source_address: str,
    address: str,
    language: str,
    credit: str,
    licence: str,
) -> Markup:
    """An ``ImageObject`` for the page of a picture.

    Args:
        card: in the page's language.
        making: of a deepfake; None of portraits, which say nothing about their source.
        source_address: IPTC's address of the same, as in the picture's own label.
        address: of the picture, as seen from the page.
        language: of the page.
        credit: who is named as the source; empty for nobody.
        licence: its address; empty without one.
    """
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "ImageObject",
        "contentUrl": address,
        "representativeOfPage": True,
        "inLanguage": language,
        "name": card.alt,
        "width": card.width,
        "height": card.height,
    }
    if card.description:
        told["caption"] = card.description
    if card.name:
        told["about"] = {"@type": "Person", "name": card.name}
    if making is not None:
        told["digitalSourceType"] = [SOURCE_TYPES[making], source_address]
    if credit:
        told["creditText"] = credit
    if licence:
        told["license"] = licence
    return block(told)


def gallery_data(*, name: str, language: str, credit: str, licence: str, day: str) -> Markup:
    """An ``ImageGallery`` for a front page; ``day`` is that of the export, ``YYYY-MM-DD``."""
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "ImageGallery",
        "name": name,
        "inLanguage": language,
        "dateModified": day,
    }
    if credit:
        told["creditText"] = credit
    if licence:
        told["license"] = licence
    return block(told)


def block(told: Mapping[str, object]) -> Markup:
    """JSON that may stand in a ``script`` element: no text in it can end the element or start another."""
    # Lines that JSON allows and old scripts do not, and whatever means something to HTML.
    return Markup(json.dumps(told, ensure_ascii=False).translate(_HARMLESS))
