"""Pictures of the cast as files: the reference portraits, and the building blocks of submissions."""

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image

from .cast import Character
from .portrait import cut_out, portrait
from .scenery import Scene, Size, living_room
from .view import View, numbered_view

LANDSCAPE: Size = (720, 540)
PORTRAIT: Size = (540, 675)
REFERENCE: Size = (400, 500)

VIEWS_EACH = 4
"""How many of the numbered views are set aside for each person's reference portraits."""

REFERENCE_QUALITY = (92, 85, 78, 90)
"""JPEG quality: portraits from the web are of mixed quality too."""

ORIENTATION = 0x0112
"""EXIF tag: how the stored pixels must be turned to be upright."""


def jpeg(image: Image.Image, *, quality: int = 85) -> bytes:
    """The picture as a JPEG file."""
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def sideways_jpeg(image: Image.Image) -> bytes:
    """The picture stored lying on its side, with the EXIF note that turns it upright."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # turn clockwise by a quarter to view
    buffer = io.BytesIO()
    image.transpose(Image.Transpose.ROTATE_90).save(buffer, "JPEG", quality=85, exif=exif)
    return buffer.getvalue()


def png(image: Image.Image) -> bytes:
    """The picture as a PNG file, with its alpha if it has any."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def webp(image: Image.Image) -> bytes:
    """The picture as a lossy WebP file."""
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=80)
    return buffer.getvalue()


def reference_portrait(person: Character, *, number: int) -> bytes:
    """The person's reference portrait ``number`` (from 0), as a JPEG file.

    Everyone has views of their own, so that no portrait looks like another one's but for the face.
    """
    view = numbered_view(VIEWS_EACH * person.number + number, person=person.number)
    image = portrait(person.traits, view, size=REFERENCE)
    return jpeg(image, quality=REFERENCE_QUALITY[number % len(REFERENCE_QUALITY)])


@dataclass(frozen=True, slots=True)
class Studio:
    """The cast, ready to be pictured; people are called by their given names."""

    cast: tuple[Character, ...]

    def person(self, name: str) -> Character:
        """The one with that given name.

        Raises:
            KeyError: nobody has it.
        """
        for person in self.cast:
            if person.name == name:
                return person
        raise KeyError(name)

    def shot(
        self, name: str, view: View, *, size: Size = LANDSCAPE, scene: Scene | None = None
    ) -> Image.Image:
        """One person in a place, or before the studio wall that the view names."""
        return portrait(
            self.person(name).traits, view, size=size, scene=None if scene is None else scene(size)
        )

    def pair(self, names: tuple[str, str], views: tuple[View, View], *, scene: Scene) -> Image.Image:
        """Two people side by side, the second before the first."""
        first = self.shot(names[0], views[0], scene=scene)
        return self.shot(names[1], views[1], scene=lambda _size: np.asarray(first, np.float32))

    def collage(self, name: str, views: tuple[View, View]) -> Image.Image:
        """The same person twice, in two frames on white."""
        frame = (336, 420)
        sheet = Image.new("RGB", (2 * frame[0] + 36, frame[1] + 24), "white")
        for place, view in enumerate(views):
            sheet.paste(self.shot(name, view, size=frame), (12 + place * (frame[0] + 12), 12))
        return sheet

    def swapped(self, name: str, face_of: str, *, part: float, view: View, scene: Scene) -> Image.Image:
        """One person with ``part`` (0..1) of another one's face, as a poor face swap leaves it."""
        traits = self.person(name).traits.blended(self.person(face_of).traits, part=part)
        return portrait(traits, view, size=LANDSCAPE, scene=scene(LANDSCAPE))

    def on_television(self, name: str, view: View) -> Image.Image:
        """One person on a screen across the room, with a face of some thirty pixels."""
        screen = self.shot(name, view, size=(240, 150))
        room = living_room(LANDSCAPE, screen=screen)
        return Image.fromarray(room.astype(np.uint8))

    def cut_out(self, name: str, view: View, *, size: Size) -> Image.Image:
        """One person on nothing, RGBA."""
        return cut_out(self.person(name).traits, view, size=size)
