"""Writes the approved set for the campaign's site: whole, checked, or not at all.

Three steps, so that no window waits:

1. ``plan`` gathers every fact from the catalogue, on the catalogue's own thread. This is the dry run.
2. ``write`` renders, writes and checks in any other thread, and never touches the catalogue.
3. ``record`` notes the export, on the catalogue's own thread again.

``begin`` comes before ``write``: at the next start ``tidy_interrupted`` finds what a crash left behind.

What an export holds besides the site's own files is chosen by ``ExportOptions``, which the catalogue
keeps from one to the next (``options_of``, ``keep_options``).
"""

from typing import TYPE_CHECKING

from curator.engine.first_use import at_first_use

if TYPE_CHECKING:
    from curator.engine.export.contents import Entry, ExportPlan, ExportSummary, LeftOut, Previous
    from curator.engine.export.gathering import decided_since, plan, signing_folder
    from curator.engine.export.interrupted import begin, tidy_interrupted
    from curator.engine.export.options import LANGUAGES, ExportOptions, keep_options, options_of
    from curator.engine.export.recording import record
    from curator.engine.export.rendering import Renderer, WorkerRenderer
    from curator.engine.export.writing import write
else:
    __getattr__ = at_first_use(
        __name__,
        {
            "contents": ("Entry", "ExportPlan", "ExportSummary", "LeftOut", "Previous"),
            "gathering": ("decided_since", "plan", "signing_folder"),
            "interrupted": ("begin", "tidy_interrupted"),
            "options": ("LANGUAGES", "ExportOptions", "keep_options", "options_of"),
            "recording": ("record",),
            "rendering": ("Renderer", "WorkerRenderer"),
            "writing": ("write",),
        },
    )

__all__ = [
    "LANGUAGES",
    "Entry",
    "ExportOptions",
    "ExportPlan",
    "ExportSummary",
    "LeftOut",
    "Previous",
    "Renderer",
    "WorkerRenderer",
    "begin",
    "decided_since",
    "keep_options",
    "options_of",
    "plan",
    "record",
    "signing_folder",
    "tidy_interrupted",
    "write",
]
