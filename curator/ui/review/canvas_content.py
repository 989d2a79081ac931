"""What the picture canvas is asked to show."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from curator.engine.records import FaceBox, Point
from curator.ui.language import tr, tr_of
from curator.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class CanvasFace:
    """A face on the picture, with its words.

    Attributes:
        id: what ``face_selected`` gives back.
        box: in pixels of the upright picture at full size.
        landmarks: points in the same pixels; may be empty.
        title: the best name, or what the face is; may come from outside, shown as plain text.
        detail: the distance and its word: ``0.54 possible``.
        tone: of the box line, the plate's icon and the detail.
        quiet: a bystander: the plate shows only while the face is selected or pointed at.
    """

    id: int
    box: FaceBox
    landmarks: tuple[Point, ...] = ()
    title: str = ""
    detail: str = ""
    tone: Tone = Tone.NEUTRAL
    quiet: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class CanvasContent:
    """One picture with its faces.

    Attributes:
        image: the preview, upright; None when there is no picture to show.
        full_width: of the upright picture at full size, in pixels.
        full_height: of the upright picture at full size, in pixels.
        faces: in the order in which they are stepped through.
        message: a sentence in place of the picture, or under it when there is one.
        broken: there will be no picture: the message stands with a broken picture's icon.
    """

    image: QImage | None = None
    full_width: int = 0
    full_height: int = 0
    faces: tuple[CanvasFace, ...] = ()
    message: str = ""
    broken: bool = False

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to draw and to measure on."""
        return (
            self.image is not None
            and not self.image.isNull()
            and self.full_width > 0
            and self.full_height > 0
        )


def in_words(content: CanvasContent, *, selected: int | None) -> str:
    """The faces as a sentence, for screen readers."""
    if not content.has_picture:
        return content.message or tr("No picture.")
    if not content.faces:
        return " ".join(part for part in (tr("No face is marked."), content.message) if part)
    count = len(content.faces)
    parts = []
    for face in content.faces:
        words = ", ".join(word for word in (face.title, face.detail) if word) or tr("no name")
        parts.append(tr("{face} (selected)", face=words) if face.id == selected and count > 1 else words)
    return tr_of(count, "{n} face: {faces}.", "{n} faces: {faces}.", faces="; ".join(parts))
