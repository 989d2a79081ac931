"""Makes a picture bearable: blurred beyond recognition and without colour."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

CORE = 20
"""Long side in pixels that is left of the picture: a face that fills it keeps no features."""
SMOOTH = 320
"""Long side in pixels that the core is blown up to; the canvas scales on from there."""


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
