"""Finds the folder of files that ship with the program: fonts, icons, style, models."""

import sys
from pathlib import Path

from curator.engine.errors import CuratorError
from curator.engine.said import said


def resources_dir() -> Path:
    """The folder ``resources`` of the program that is running, whichever way it was installed.

    Looks, in this order, in a frozen program (PyInstaller unpacks data below
    ``sys._MEIPASS``), in an installed wheel (``curator/_resources``) and in a
    source tree (beside the package).

    Raises:
        CuratorError: none of them is there, so the installation is damaged.
    """
    package = Path(__file__).resolve().parent.parent
    places = [package / "_resources", package.parent / "resources"]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        places.insert(0, Path(bundle) / "resources")
    for place in places:
        # The style is the one file that every version has: an empty or foreign folder is no find.
        if (place / "style.qss").is_file():
            return place
    raise CuratorError(
        said("Curator's own files are missing: {place} was not found.", place=places[0]),
        advice=said("Install Curator again."),
    )
