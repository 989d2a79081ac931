"""The command that checks whether a catalogue and its pictures are sound, and repairs what can be."""

import argparse

from curator.cli.call import Call
from curator.cli.words import counted
from curator.engine.errors import CatalogueDamaged
from curator.engine.safekeeping import verification
from curator.engine.safekeeping.repair import repair
from curator.engine.safekeeping.verification import Verification
from curator.engine.workers.jobs import Workers

FOUND_SOMETHING = 3
"""Exit code when something is wrong."""


def verify(call: Call, options: argparse.Namespace) -> int:
    """Checks the database, the chain of decisions, and every picture; with a wish for it, repairs first."""
    try:
        if options.repair:
            _repair(call)
        found = _checked(call)
    except CatalogueDamaged as error:
        print(error)
        return FOUND_SOMETHING
    finally:
        call.progress.clear()
    for sentence in (*found.complaints, *found.remarks):
        print(sentence)
    if found.complaints:
        told = counted(len(found.complaints), "complaint")
        print(f"{told}. Keep a copy of the folder before you change anything.")
        if found.repairable and not options.repair:
            print(f"{len(found.repairable)} of them can be repaired: “curator verify --repair”.")
        return FOUND_SOMETHING
    print(f"All is in order: the database, the decision log and {counted(found.pictures, 'picture')}.")
    return 0


def _checked(call: Call) -> Verification:
    with call.read() as catalogue:
        return verification.verify(
            catalogue,
            progress=lambda done, total: call.progress.show("Checking pictures", done=done, total=total),
        )


def _repair(call: Call) -> None:
    # The catalogue is held open for nobody else to write to it meanwhile.
    with call.open(), Workers(call.settings) as workers:
        repaired = repair(
            call.folder,
            workers=workers,
            progress=lambda done, total: call.progress.show("Making previews", done=done, total=total),
        )
    call.progress.clear()
    for sentence in (*repaired.done, *repaired.left):
        print(sentence, flush=True)
    if repaired.backup is not None:
        print(f"The database as it was before is kept: {repaired.backup.name}.", flush=True)
    if not repaired.done:
        print("There was nothing to repair.", flush=True)
