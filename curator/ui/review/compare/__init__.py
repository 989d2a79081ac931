"""A submission's face and a reference portrait, eye on eye: beside, over or after each other."""

from curator.ui.review.compare.modes import CompareMode
from curator.ui.review.compare.view import CompareView

__all__ = ["CompareMode", "CompareView"]
