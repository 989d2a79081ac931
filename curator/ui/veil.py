"""Makes a picture bearable: without colour, blurred beyond recognition, or not shown at all."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from curator.engine.said import said

CORE = 20
"""Long side in pixels that is left of the picture: a face that fills it keeps no features."""
SMOOTH = 320
"""Long side in pixels that the core is blown up to; the canvas scales on from there."""


class Veil(StrEnum):
    """How pictures are shown to a person until they hold the key to look."""

    NONE = "none"
    GREY = "grey"
    """Sharp, without colour: blood is only dark."""
    BLUR = "blur"
    """Blurred and without colour."""
    HIDE = "hide"
    """Not at all."""


VEIL_WORDS: Final = {
    Veil.NONE: said("Not at all"),
    Veil.GREY: said("Without colour"),
    Veil.BLUR: said("Blurred and without colour"),
    Veil.HIDE: said("Hidden"),
}


def veiled(image: QImage) -> QImage:
    """A blurred grey copy of a picture, of a small size and the same proportions.

    Scaling down averages every block of pixels, so what is lost cannot be seen again;
    scaling up in steps of two hides the blocks.
    """
    size = image.size()
    core = size.scaled(CORE, CORE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    small = image.scaled(
        core, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    target = size.scaled(SMOOTH, SMOOTH, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    while small.width() < target.width() or small.height() < target.height():
        step = (small.size() * 2).boundedTo(target)
        small = small.scaled(
            step, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return small


def through(image: QImage, *, veil: Veil) -> QImage | None:
    """A picture as it is seen through a veil; None when nothing of it may be seen.

    Returns:
        The image itself without a veil; grey at full size; blurred at a small size, to be scaled up.
    """
    if veil is Veil.HIDE:
        return None
    if veil is Veil.BLUR:
        return veiled(image)
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if veil is Veil.GREY else image
