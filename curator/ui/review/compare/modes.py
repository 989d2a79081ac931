"""The ways in which two faces can be compared."""

from enum import StrEnum

from curator.engine.said import said
from curator.ui.assets import Icon


class CompareMode(StrEnum):
    """How the submission's face and the portrait are shown."""

    SIDE_BY_SIDE = "side_by_side"
    OVERLAY = "overlay"
    """The portrait over the face, as strong as the slider says."""
    FLICKER = "flicker"
    """One after the other at the same place."""


NAMES = {
    CompareMode.SIDE_BY_SIDE: said("Side by side"),
    CompareMode.OVERLAY: said("Overlay"),
    CompareMode.FLICKER: said("Flicker"),
}
TIPS = {
    CompareMode.SIDE_BY_SIDE: said("Show the face beside the portrait"),
    CompareMode.OVERLAY: said("Lay the portrait over the face"),
    CompareMode.FLICKER: said("Show the face and the portrait in turn at the same place"),
}
ICONS = {
    CompareMode.SIDE_BY_SIDE: Icon.COMPARE,
    CompareMode.OVERLAY: Icon.VEIL,
    CompareMode.FLICKER: Icon.PICTURES,
}
