"""The site's pages ``x/{Id}.md``, one a picture: what links that people share lead to.

The site is built by Hugo, which reads a header in YAML and then Markdown with HTML in it, and
looks for commands in double braces. Text of a submission passes all three: in the header as a
quoted string, below it as character references, which stay text in Markdown and in HTML.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from curator.engine.countries import find_country
from curator.engine.export.api import name_asked_for
from curator.engine.export.contents import PAGES, Entry, scaled_boxes
from curator.engine.export.flaws import Flaw
from curator.engine.export.labels import alt_text
from curator.engine.export.site import harmless
from curator.engine.records import SubmissionId
from curator.engine.said import said
from curator.engine.wording import DISTANCE_WORDS

SITE = "https://dontspy.eu"
"""Where the site stands: previews of shared links want whole addresses, and its own scripts have this one."""

_FENCE = "---"
_HEADER = ("Title", "Description", "banner")

_PAGE = """\
{fence}
{header}
{fence}

<link rel="stylesheet" type="text/css" href="/css/blog.css" />

# {heading}
{warning}
<img src="{picture}" width="{width}" height="{height}" alt="{alt}" />
{description}
###### What face recognition makes of it

* <span class="label">Face:</span> {face}
* <span class="label">Match:</span> {match}

###### {links}
"""
_WARNING = """
<p class="is-fake"><strong>{words}</strong> <a href="/blog/why-deepfake/">Why it is shown here.</a></p>
"""
_DEEPFAKE_WORDS = "AI: this picture is a deepfake and no real photo."

_TAG = re.compile(
    r"</?(?:link|p|strong|a|img|span)(?: (?:rel|type|href|class|src|width|height|alt)=\"[^\"<>]*\")*(?: /)?>"
)


def pages(
    entries: Sequence[Entry], *, sizes: Mapping[SubmissionId, tuple[int, int]]
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each page.

    Args:
        entries: what is published.
        sizes: width and height of each exported picture, in pixels.
    """
    for entry, other in zip(entries, _elsewhere(entries), strict=True):
        yield entry.page, page(entry, size=sizes[entry.id], other=other)


def page(entry: Entry, *, size: tuple[int, int], other: Entry | None) -> bytes:
    """One page.

    Args:
        entry: whose page.
        size: width and height of its exported picture, in pixels.
        other: a picture from another country that the page ends with a link to.
    """
    alt = harmless(alt_text(entry))
    picture = f"{SITE}/{entry.boxfile}"
    header = zip(_HEADER, (_title(entry), alt, picture), strict=True)
    description = harmless(entry.description)
    return _PAGE.format(
        fence=_FENCE,
        header="\n".join(f"{key}: {_quoted(value)}" for key, value in header),
        heading=inert(_title(entry)),
        warning=_WARNING.format(words=_DEEPFAKE_WORDS) if entry.is_deepfake else "",
        picture=picture,
        width=size[0],
        height=size[1],
        alt=inert(alt),
        description=f"\n{inert(description)}\n" if description else "",
        face=_face(entry, size=size),
        match="not compared" if entry.word is None else _match(entry),
        links=_links(entry, other=other),
    ).encode()


def inert(text: str) -> str:
    """Text that neither Hugo nor Markdown nor HTML takes for anything but text, on one line."""
    return "".join(one if one.isalnum() or one == " " else f"&#{ord(one)};" for one in text)


def check(path: str, data: bytes, *, entry: Entry) -> None:
    """Reads a page back.

    Raises:
        Flaw: it is not that entry's page, or holds more than it should.
    """
    try:
        begin, header, body = data.decode().split(f"{_FENCE}\n", maxsplit=2)
        told = dict(line.split(": ", maxsplit=1) for line in header.splitlines())
        picture = f"{SITE}/{entry.boxfile}"
        if (
            tuple(told) != _HEADER
            or json.loads(told["banner"]) != picture
            or path != f"{PAGES}/{entry.id}.md"
        ):
            raise Flaw(said("is the page of another picture"))
        if json.loads(told["Title"]) != _title(entry) or f'<img src="{picture}"' not in body:
            raise Flaw(said("is the page of another picture"))
    except ValueError as error:
        raise Flaw(said("cannot be read again")) from error
    if begin or "<" in _TAG.sub("", body) or "{{" in body or "<" in header:
        raise Flaw(said("holds more than text"))
    if (_DEEPFAKE_WORDS in body) is not entry.is_deepfake:
        raise Flaw(
            said("does not say that it shows a deepfake")
            if entry.is_deepfake
            else said("calls a portrait a deepfake")
        )


def _title(entry: Entry) -> str:
    return harmless(entry.full_name) or f"Picture {entry.id}"


def _quoted(text: str) -> str:
    """A string as YAML and JSON both write it."""
    return json.dumps(text, ensure_ascii=False)


def _face(entry: Entry, *, size: tuple[int, int]) -> str:
    boxes = scaled_boxes(entry, size=size)
    if not boxes:
        return "none found"
    box = boxes[0]
    return f"`{box.width} by {box.height} pixels, {box.left} from the left, {box.top} from the top`"


def _match(entry: Entry) -> str:
    assert entry.word is not None, "only a compared face has a word"
    return f"`{DISTANCE_WORDS[entry.word]}` with the portraits of {inert(_title(entry))}"


def _links(entry: Entry, *, other: Entry | None) -> str:
    country = harmless(entry.country)
    parts = []
    # Whom the site cannot ask for has no page there.
    if entry.indexed and name_asked_for(_title(entry)) is not None:
        parts.append(f"See all of [{inert(_title(entry))}](/policymaker#{quote(_title(entry), safe='')})")
    if find_country(country) is not None:
        parts.append(f"see [{inert(country)}](/country#{quote(country, safe='')})")
    if other is not None:
        parts.append(f"go on to [{_flag(other.country)}](/x/{other.id})")
    words = ", or ".join(parts) or "[All deepfakes](/deepfake/)"
    return f"{words[0].upper()}{words[1:]}."


def _flag(country: str) -> str:
    """The flag of a country of the index: two regional letters (Unicode, UTS #51, annex B)."""
    found = find_country(country)
    return "" if found is None else "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in found.code)


def _elsewhere(entries: Sequence[Entry]) -> list[Entry | None]:
    """For each entry the next one from another country of the index, round and round.

    The same in every export of the same set, so that pages change only with what they show.
    """
    placed = [entry for entry in entries if find_country(entry.country) is not None]
    following: dict[SubmissionId, Entry | None] = {}
    # Twice around, backwards: the second time what follows the last one is known.
    for place in range(2 * len(placed) - 1, -1, -1):
        entry, after = placed[place % len(placed)], placed[(place + 1) % len(placed)]
        following[entry.id] = after if after.country != entry.country else following.get(after.id)
    first = placed[0] if placed else None
    return [following.get(entry.id, first) for entry in entries]
