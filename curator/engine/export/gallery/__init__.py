"""Writes the gallery: a set of pages that opens from disk as well as from any web server.

Lies in the folder ``gallery`` of an export and shows the export's own pictures. What it says
stands in ``resources/gallery``: templates, style, script, and the words of each language.
"""

from curator.engine.export.gallery.cards import GalleryCard, card_of
from curator.engine.export.gallery.checking import check
from curator.engine.export.gallery.pages import render

__all__ = ["GalleryCard", "card_of", "check", "render"]
