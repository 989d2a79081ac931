"""Says in one sentence why a file is no picture that can be read."""

import re

from PIL import Image, UnidentifiedImageError

from curator.engine import kept_sentences
from curator.engine.errors import UnreadablePicture

_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\0", b"MM\0*")

_OTHER_KINDS = (
    (re.compile(rb"%PDF-"), kept_sentences.A_PDF),
    (
        re.compile(rb"(?i)(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!doctype svg|<svg)", re.DOTALL),
        kept_sentences.AN_SVG,
    ),
    (re.compile(rb"(?i)(<!doctype html|<html|<head|<body)"), kept_sentences.A_WEB_PAGE),
    (
        re.compile(rb"....ftyp(?!heic|heix|heim|heis|hevc|mif1|msf1|avif|avis)", re.DOTALL),
        kept_sentences.A_VIDEO,
    ),
    (re.compile(rb"\x1aE\xdf\xa3|RIFF....AVI ", re.DOTALL), kept_sentences.A_VIDEO),
    (re.compile(rb"PK\x03\x04"), kept_sentences.AN_ARCHIVE),
    (re.compile(rb"[\[{]\s*[\"\[{\]}]"), kept_sentences.A_DATA_FILE),
)
"""What people send instead of a picture, by its first bytes, so that the sentence can say so."""


def too_many_pixels(count: int, *, limit: int) -> UnreadablePicture:
    """That a picture has more pixels than that."""
    return UnreadablePicture(
        kept_sentences.TOO_MANY_PIXELS.filled(limit=limit // 1_000_000, size=count // 1_000_000)
    )


def explained(error: Exception, data: bytes, *, most_pixels: int) -> UnreadablePicture:
    """One sentence for a person for whatever Pillow raised."""
    if isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning):
        found = re.search(r"\((\d+) pixels\)", str(error))
        return too_many_pixels(int(found[1]) if found else 2 * most_pixels, limit=most_pixels)
    if isinstance(error, MemoryError):
        return UnreadablePicture(kept_sentences.TOO_MUCH_MEMORY)
    if isinstance(error, UnidentifiedImageError):
        start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
        for pattern, name in _OTHER_KINDS:
            if pattern.match(start):
                return UnreadablePicture(kept_sentences.ANOTHER_KIND.filled(kind=name))
        if re.fullmatch(rb"[\t\n\r -~]+", start):
            return UnreadablePicture(kept_sentences.ANOTHER_KIND.filled(kind=kept_sentences.TEXT))
        if data.startswith(_SIGNATURES):
            return UnreadablePicture(kept_sentences.DAMAGED_START)
        return UnreadablePicture(kept_sentences.UNKNOWN_KIND)
    if "truncated" in str(error).lower():
        return UnreadablePicture(kept_sentences.ENDS_EARLY)
    return UnreadablePicture(kept_sentences.DAMAGED)
