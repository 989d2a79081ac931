"""The catalogue: the only place where SQL is written."""

from curator.engine.catalogue.catalogue import Catalogue
from curator.engine.catalogue.decisions import CLAIM, DECIDE, REDO, UNDO, DecisionLog, NewDecision
from curator.engine.catalogue.journals import ExportRecord, Load
from curator.engine.catalogue.lists import (
    Facets,
    Order,
    SavedFilter,
    Standing,
    SubmissionCounts,
    SubmissionFilter,
    SubmissionRow,
)
from curator.engine.catalogue.politicians import PortraitAnalysis
from curator.engine.catalogue.reading import CatalogueReader

__all__ = [
    "CLAIM",
    "DECIDE",
    "REDO",
    "UNDO",
    "Catalogue",
    "CatalogueReader",
    "DecisionLog",
    "ExportRecord",
    "Facets",
    "Load",
    "NewDecision",
    "Order",
    "PortraitAnalysis",
    "SavedFilter",
    "Standing",
    "SubmissionCounts",
    "SubmissionFilter",
    "SubmissionRow",
]
