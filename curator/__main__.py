"""Where Curator starts: decides between the window, the command line and the self-test.

::

    curator                              the window
    curator --catalogue FOLDER           the window, with that catalogue open
    curator --sample                     the window, with the sample catalogue of invented people
    curator COMMAND ...                  without a window; ``curator --help`` lists the commands
    curator --self-test                  check that this installation works
    curator --version

Qt is imported only when a window is wanted, so commands start fast and run on servers.
"""

import gc
import multiprocessing
import os
import sys
from collections.abc import Sequence

from curator import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the part of Curator that the first argument asks for.

    Args:
        arguments: without the program's name; those of the process if None.

    Returns:
        The exit code of the process, 0 when all went well.
    """
    # In the frozen program each worker process starts here too: this call takes it over
    # and never returns, so nothing may stand above it.
    multiprocessing.freeze_support()
    # Products of some hundred faces gain nothing from several threads, and wait for them on a busy computer
    # up to fifteen milliseconds. Numpy reads it when it is imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = list(sys.argv[1:] if arguments is None else arguments)
    first = words[0] if words else ""
    if first == "--version":
        print(f"Curator {__version__}")
        return 0
    if first == "--self-test":
        from curator import selftest

        return selftest.main(words[1:])
    if _names_command(words):
        from curator import cli

        return cli.main(words)
    # The window looks for garbage itself, between two events (curator/ui/garbage.py); while all of it is
    # imported there is none.
    gc.disable()
    from curator import app

    return app.main(words)


def _names_command(words: Sequence[str]) -> bool:
    """Whether a command follows, behind options that the window knows too."""
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word in {"-h", "--help", "--debug"} or not word.startswith("-"):
            return True
        if word in {"--catalogue", "--jobs"} and rest:
            rest.pop(0)
    return False


if __name__ == "__main__":
    sys.exit(main())
