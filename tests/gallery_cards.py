"""Cards for galleries of invented people, and what strangers may send in as a name or a note."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from curator.engine.export import gallery
from curator.engine.export.gallery import GalleryCard
from curator.engine.export.options import ExportOptions
from curator.engine.records import Kind, Making, SubmissionId

EXPORTED_AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
RECEIVED_AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

PEOPLE = (
    ("Anna", "Example", "Italy", "Prime Minister"),
    ("Bruno", "Beispiel", "Germany", "Interior Minister"),
    ("Chloé", "Exemple", "France", "Justice Minister"),
    ("Dario", "Esempio", "Italy", "Defense Minister"),
    ("Émile", "Modèle", "France", "AIAct Gov Representative"),
)
MAKINGS = tuple(Making)

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "</title><h1>mine</h1>",
    "{{7*7}} {% raw %} ${7*7} {who}",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "&lt;b&gt; &#60;i&#62; <!-- ",
    "safe\u202eevas \u2066x",
    "W" * 4000,
    "nul\0l and \x1b[31m and \u2028 line",
    "😀 👩‍👩‍👧 café",
    "عبد الله بن حسين",
)


def card(number: int, **changed: Any) -> GalleryCard:
    """One of the usual pictures: every fourth is a portrait, the others are deepfakes of all makings."""
    given_name, surname, country, role = PEOPLE[number % len(PEOPLE)]
    kind = Kind.PORTRAIT if number % 4 == 0 else Kind.DEEPFAKE
    facts: dict[str, Any] = {
        "id": SubmissionId(number),
        "kind": kind,
        "making": MAKINGS[number % 3] if kind is Kind.DEEPFAKE else None,
        "given_name": given_name,
        "surname": surname,
        "country": country,
        "role": role,
        "description": f"What was sent with number {number}.",
        "received_at": RECEIVED_AT + timedelta(hours=number),
        "width": 200 if number % 2 else 300,
        "height": 250 if number % 2 else 200,
        "image": f"data/photos/{number}-gallery.jpg"
        if kind is Kind.DEEPFAKE
        else f"data/photos/{number}-resized.jpg",
        "boxfile": f"data/photos/{number}_box.jpg",
        "framed": True,
    }
    return GalleryCard(**{**facts, **changed})


def hostile_cards() -> list[GalleryCard]:
    """Pictures whose every text was sent by somebody who means no good."""
    return [
        card(number, given_name=text, surname=text[:40], country=text[:60], role=text[:60], description=text)
        for number, text in enumerate(HOSTILE, start=1)
    ]


def pages_of(cards: list[GalleryCard], **options: Any) -> dict[str, str]:
    """The gallery's text files by path."""
    chosen = ExportOptions(**options)
    files = gallery.render(cards, options=chosen, exported_at=EXPORTED_AT)
    return {path: data.decode() for path, data in files}


def write_export(folder: Path, cards: list[GalleryCard], **options: Any) -> Path:
    """The gallery with pictures, as an export has it.

    Returns:
        The export's folder.
    """
    for path, text in pages_of(cards, **options).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    drawn: dict[tuple[int, int, bool], Path] = {}
    for one in cards:
        for path, framed in ((one.image, False), (one.boxfile, True)):
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            key = (one.width, one.height, framed)
            if key in drawn:
                place.hardlink_to(drawn[key])
                continue
            image = Image.new("RGB", (one.width, one.height), (70, 110, 150))
            if framed:
                ImageDraw.Draw(image).rectangle((60, 50, 140, 130), outline=(255, 32, 32), width=5)
            image.save(place, "JPEG")
            drawn[key] = place
    return folder
