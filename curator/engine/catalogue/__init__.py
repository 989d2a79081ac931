"""The catalogue: the only place where SQL is written."""

from curator.engine.catalogue.catalogue import Catalogue
from curator.engine.catalogue.decisions import CLAIM, DECIDE, REDO, UNDO, DecisionLog, NewDecision
from curator.engine.catalogue.journals import ExportRecord, Load
from curator.engine.catalogue.lists import SubmissionCounts, SubmissionFilter, SubmissionRow
from curator.engine.catalogue.politicians import PortraitAnalysis

__all__ = [
    "CLAIM",
    "DECIDE",
    "REDO",
    "UNDO",
    "Catalogue",
    "DecisionLog",
    "ExportRecord",
    "Load",
    "NewDecision",
    "PortraitAnalysis",
    "SubmissionCounts",
    "SubmissionFilter",
    "SubmissionRow",
]
