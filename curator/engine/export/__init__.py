"""Writes the approved set for the campaign's site: whole, checked, or not at all.

Three steps, so that no window waits:

1. ``plan`` gathers every fact from the catalogue, on the catalogue's own thread. This is the dry run.
2. ``write`` renders, writes and checks in any other thread, and never touches the catalogue.
3. ``record`` notes the export, on the catalogue's own thread again.
"""

from curator.engine.export.contents import Entry, ExportPlan, ExportSummary, LeftOut, Previous
from curator.engine.export.gathering import decided_since, plan
from curator.engine.export.recording import record
from curator.engine.export.rendering import Renderer, WorkerRenderer
from curator.engine.export.writing import write

__all__ = [
    "Entry",
    "ExportPlan",
    "ExportSummary",
    "LeftOut",
    "Previous",
    "Renderer",
    "WorkerRenderer",
    "decided_since",
    "plan",
    "record",
    "write",
]
