"""Puts together what the blocks of a file's metadata say."""

import re
from collections.abc import Iterator

from curator.engine.declarations import AI_TERMS, TERM_WORDS, Code, Declaration, declaration, ordered
from curator.engine.metadata import credentials, exif, generators, photoshop, xmp
from curator.engine.metadata.blocks import Block, Kind, blocks_of
from curator.engine.metadata.exif import Place, plain_text
from curator.engine.metadata.xmp import Property

_MOST_BLOCKS = 64
_MOST_FOUND = 500
"""Before equal ones are put together: a text says few things, and there are few texts."""

_LONGEST = 4000
"""Letters of a text that are cleaned, of which fewer are kept."""

_MOMENT = re.compile(r"(\d{4})[:.-](\d\d)[:.-](\d\d)(?:[T ](\d\d:\d\d))?")
_TERM = re.compile(r"(?:.{0,200}[/:])?([A-Za-z]{1,60}?)(?:DigitalSource)?/?", re.DOTALL)
"""A term, also as the end of an address, as ``digsrctype:…``, or as schema.org writes it."""
_TERMS = {term.lower(): term for term in TERM_WORDS}
_XMP_CODES = {Property.GPS: Code.GPS, Property.SERIAL: Code.SERIAL, Property.THUMBNAIL: Code.THUMBNAIL}

_Found = Iterator[tuple[Code, str]]


def read_declarations(data: bytes) -> tuple[Declaration, ...]:
    """What a file says about itself; never raises, whatever the bytes are.

    For files that could be decoded; for worker processes only.

    Args:
        data: the bytes of the file.

    Returns:
        Each declaration once, cleaned and cut, in the order of `Code`.
    """
    found: list[Declaration] = []
    try:
        for count, block in enumerate(blocks_of(data), start=1):
            _collect(_said_by(block), found)
            if count >= _MOST_BLOCKS:
                break
    except Exception:  # hostile files fail in every way there is; what was read until then stands
        pass
    return ordered(found)


def _collect(said: _Found, found: list[Declaration]) -> None:
    """Keeps what a block says, up to where it cannot be read any more."""
    try:
        for code, text in said:
            one = declaration(code, text.lstrip()[:_LONGEST])
            if one is not None and len(found) < _MOST_FOUND:
                found.append(one)
    except Exception:  # as above: a broken block does not silence the others
        return


def _said_by(block: Block) -> _Found:
    match block.kind:
        case Kind.EXIF:
            return _exif(block.data, embedded=True)
        case Kind.TIFF:
            return _exif(block.data, embedded=False)
        case Kind.XMP:
            return _xmp(block.data)
        case Kind.IPTC:
            return _iptc(block.data)
        case Kind.CREDENTIALS:
            return _credentials(block.data)
        case Kind.TEXT:
            return _text(block.key.lower(), plain_text(block.data))
        case Kind.THUMBNAIL:
            return iter([(Code.THUMBNAIL, "")])


# ---------------------------------------------------------------- one kind of block each


def _exif(data: bytes, *, embedded: bool) -> _Found:
    make = model = taken = changed = ""
    for entry in exif.entries(data.removeprefix(b"Exif\0\0"), embedded=embedded):
        if exif.is_position(entry):
            yield Code.GPS, ""
        elif exif.is_preview(entry):
            yield Code.THUMBNAIL, ""
        elif entry.place not in {Place.MAIN, Place.EXIF}:
            continue
        else:
            match entry.tag:
                case exif.MAKE if not entry.text.startswith(("workflow:", "prompt:")):
                    make = entry.text
                case exif.MODEL if not entry.text.startswith(("workflow:", "prompt:")):
                    model = entry.text
                case exif.TAKEN:
                    taken = entry.text
                case exif.CHANGED:
                    changed = entry.text
                case _:
                    yield from _entry(entry)
    yield from _camera(make, model)
    # Without a camera the later date is only that of the last saving.
    yield from _taken(taken or (changed if model else ""))


def _entry(entry: exif.Entry) -> _Found:
    match entry.tag:
        case exif.SOFTWARE:
            yield from _program(entry.text)
        case exif.MAKE | exif.MODEL:
            # Nodes of ComfyUI put their workflow there in WebP files.
            yield from generators.traces("", entry.text.partition(":")[2])
        case exif.DESCRIPTION | exif.XP_TITLE | exif.XP_COMMENT | exif.USER_COMMENT:
            yield from _caption(entry.text.removeprefix("Workflow:").removeprefix("Prompt:"))
        case exif.ARTIST | exif.COPYRIGHT | exif.XP_AUTHOR | exif.OWNER if entry.text.strip():
            yield Code.OWNER, ""
        case exif.SERIAL | exif.LENS_SERIAL if entry.text.strip():
            yield Code.SERIAL, ""
        case exif.XMP:
            yield from _xmp(entry.value)
        case exif.IPTC:
            yield from _iptc(entry.value)
        case exif.PHOTOSHOP:
            for number, body in photoshop.resources(entry.value):
                if number == 0x0404:
                    yield from _iptc(body)
        case exif.CREDENTIALS:
            yield from _credentials(entry.value)


def _xmp(packet: bytes) -> _Found:
    make = model = ""
    for name, text in xmp.properties(packet):
        match name:
            case Property.SOURCE_TYPE:
                yield from _source_type(text)
            case Property.SOFTWARE:
                yield from _program(text)
            case Property.AGENT if generators.is_generator(text):
                yield Code.GENERATOR, text
            case Property.AI_SYSTEM:
                yield Code.GENERATOR, text
            case Property.PROMPT:
                yield Code.PROMPT, text
            case Property.CREDIT if generators.credits_ai(text):
                yield Code.GENERATOR, text
            case Property.CREDIT:
                yield Code.OWNER, ""
            case Property.AI_LABEL:
                yield Code.AI_LABEL, ""
            case Property.PROVENANCE if text.startswith(("http:", "https:")):
                yield Code.CREDENTIALS_ELSEWHERE, ""
            case Property.COMMENT | Property.CAPTION:
                yield from _caption(text)
            case Property.MAKE:
                make = text
            case Property.MODEL:
                model = text
            case Property.TAKEN:
                yield from _taken(text)
            case Property.OWNER:
                yield Code.OWNER, ""
            case Property.GPS | Property.SERIAL | Property.THUMBNAIL:
                yield _XMP_CODES[name], ""
    yield from _camera(make, model)


def _iptc(data: bytes) -> _Found:
    for number, value in photoshop.records(data):
        text = plain_text(value)
        match number:
            case 65:  # originating program
                yield from _program(text)
            case 110 if generators.credits_ai(text):
                yield Code.GENERATOR, text
            case 80 | 110 | 116 if text.strip():  # by-line, credit, copyright notice
                yield Code.OWNER, ""
            case 120:  # caption
                yield from _caption(text)


def _credentials(data: bytes) -> _Found:
    if not credentials.is_manifest(data):
        return
    makers = tuple(dict.fromkeys(one.replace("_", " ") for one in credentials.makers(data)))
    yield Code.CREDENTIALS, ", ".join(makers[:4])
    for name in (*makers, *credentials.agents(data)):
        if generators.is_generator(name):
            yield Code.GENERATOR, name
    for url in credentials.source_types(data):
        yield from _source_type(url)


def _text(key: str, text: str) -> _Found:
    if key in {"software", "creatortool", "creator tool", "generator"}:
        yield from _program(text)
    elif key in {"author", "artist", "copyright"}:
        if text.strip():
            yield Code.OWNER, ""
    elif key in {"", "comment", "description", "title", "usercomment"}:
        yield from _caption(text)
    else:
        yield from generators.traces(key, text)


# ---------------------------------------------------------------- one kind of statement each


def _program(name: str) -> _Found:
    yield (Code.GENERATOR if generators.is_generator(name) else Code.SOFTWARE), name


def _caption(text: str) -> _Found:
    traces = tuple(generators.traces("", text))
    if traces:
        yield from traces
    elif any(letter.isalpha() for letter in text[:200]):
        yield Code.CAPTION, text


def _source_type(url: str) -> _Found:
    found = _TERM.fullmatch(url.strip())
    if found is not None:
        term = _TERMS.get(found[1].lower(), found[1])
        yield (Code.SOURCE_AI if term in AI_TERMS else Code.SOURCE), term


def _camera(make: str, model: str) -> _Found:
    # NIKON CORPORATION makes the NIKON D800.
    named_twice = make.lower().split()[:1] == model.lower().split()[:1]
    yield Code.CAMERA, model if named_twice else f"{make} {model}"


def _taken(text: str) -> _Found:
    found = _MOMENT.match(text.strip())
    if found is not None and found[1] != "0000":
        year, month, day, time = found.groups()
        yield Code.TAKEN, " ".join(part for part in (f"{year}-{month}-{day}", time) if part)
