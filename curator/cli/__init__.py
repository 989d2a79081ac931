"""The command line: the same engine without a window, for scripts and for servers without a display.

::

    program > arguments > importing, fetching, deciding, exporting and the other commands > call > background
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curator.engine.workers.messages import WorkerSettings

STOPPED = 130
"""Exit code after Ctrl+C, as a shell has it."""


def main(arguments: Sequence[str] | None = None, *, settings: "WorkerSettings | None" = None) -> int:
    """Runs one command.

    Args:
        arguments: without the program's name; those of the process if None.
        settings: for the workers; the number of them comes from ``--jobs``.

    Returns:
        The exit code: see ``curator --help``.
    """
    try:
        # Loading the engine takes half a second, in which somebody may already press Ctrl+C.
        from curator.cli.program import run

        return run(arguments, settings=settings)
    except KeyboardInterrupt:
        print("Stopped. What was done stays done.", file=sys.stderr)
        return STOPPED
