"""The catalogue: the only place where SQL is written."""

from curator.engine.catalogue.catalogue import Catalogue
from curator.engine.catalogue.decisions import CLAIM, DECIDE, PROMOTE, REDO, UNDO, DecisionLog, NewDecision
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
from curator.engine.catalogue.politicians import PortraitAnalysis, Promoted
from curator.engine.catalogue.reading import CatalogueReader
from curator.engine.catalogue.report_rows import CHAINED, ChainedRow, ReportRow, Sending

__all__ = [
    "CHAINED",
    "CLAIM",
    "DECIDE",
    "PROMOTE",
    "REDO",
    "UNDO",
    "Catalogue",
    "CatalogueReader",
    "ChainedRow",
    "DecisionLog",
    "ExportRecord",
    "Facets",
    "Load",
    "NewDecision",
    "Order",
    "PortraitAnalysis",
    "Promoted",
    "ReportRow",
    "SavedFilter",
    "Sending",
    "Standing",
    "SubmissionCounts",
    "SubmissionFilter",
    "SubmissionRow",
]
