"""The command that checks whether a catalogue and its pictures are sound."""

import argparse

from curator.cli.call import Call
from curator.cli.words import counted
from curator.engine import verification
from curator.engine.errors import CatalogueDamaged

FOUND_SOMETHING = 3
"""Exit code when something is wrong."""


def verify(call: Call, options: argparse.Namespace) -> int:
    """Checks the database, the chain of decisions, and every original against its digest."""
    try:
        with call.read() as catalogue:
            found = verification.verify(
                catalogue,
                progress=lambda done, total: call.progress.show("Checking pictures", done=done, total=total),
            )
    except CatalogueDamaged as error:
        print(error)
        return FOUND_SOMETHING
    finally:
        call.progress.clear()
    for complaint in found.complaints:
        print(complaint)
    if found.complaints:
        told = counted(len(found.complaints), "complaint")
        print(f"{told}. Keep a copy of the folder before you change anything.")
        return FOUND_SOMETHING
    print(f"All is in order: the database, the decision log and {counted(found.pictures, 'picture')}.")
    return 0
