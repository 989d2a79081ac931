"""The commands that say what personal data a catalogue holds, and that erase some of it for good."""

import argparse

from curator.cli.call import Call
from curator.engine.errors import CuratorError, NotFound
from curator.engine.privacy import erasing, looking
from curator.engine.privacy.erasing import PartlyErased
from curator.engine.privacy.held import groups, held
from curator.engine.privacy.looking import Erasure
from curator.engine.privacy.words import erasure_lines, finished_lines
from curator.engine.records import PoliticianId
from curator.engine.text import name_key

NOT_YET = 3
"""Exit code when rows are erased, and can still be read somewhere."""


def print_held(call: Call, _options: argparse.Namespace) -> int:
    """Prints what personal and biometric data the catalogue holds."""
    with call.read():
        counted = held(call.folder)
    for group in groups(counted):
        print(f"{group.title}:")
        for line in group.lines:
            print(f"  {line}")
    return 0


def purge(call: Call, options: argparse.Namespace) -> int:
    """Erases pictures that were rejected some time ago; without a yes it only says which."""
    with call.read() as catalogue:
        days = looking.grace_days(catalogue) if options.days is None else options.days
    return _run(call, looking.rejected(call.folder, days=days), yes=options.yes)


def erase_sender(call: Call, options: argparse.Namespace) -> int:
    """Erases what one sender sent; without a yes it only says what."""
    with call.read():
        wanted = looking.sender(call.folder, options.name)
    return _run(call, wanted, yes=options.yes)


def erase_politician(call: Call, options: argparse.Namespace) -> int:
    """Erases a politician; without a yes it only says what."""
    with call.read() as catalogue:
        who = catalogue.politicians.find(full_name=options.name, country=options.country or "")
        key = name_key(options.name)
        named = [one for one in catalogue.politicians.all() if name_key(one.full_name) == key]
    if who is None and len(named) > 1:
        countries = ", ".join(one.country or "no country" for one in named)
        raise NotFound(
            f"{len(named)} politicians of the index are called “{options.name}”: {countries}.",
            advice="Say with --country who is meant.",
        )
    if who is None:
        raise NotFound(
            f"There is no politician “{options.name}” in the index.",
            advice="Check the name with “curator politicians list”; --country tells two of one name apart.",
        )
    return _run(call, looking.politician(call.folder, PoliticianId(who.id)), yes=options.yes)


def _run(call: Call, wanted: Erasure, *, yes: bool) -> int:
    for line in erasure_lines(wanted):
        print(line)
    if not wanted.nothing and not yes:
        raise CuratorError(
            "Nothing was erased.", advice="Read the above, then add --yes. It cannot be undone."
        )
    if not yes:
        return 0
    # Open, so that no window works on it meanwhile; what an earlier call left behind is finished too.
    with call.open():
        failure: CuratorError | None = None
        if not wanted.nothing:
            try:
                erasing.erase(call.folder, wanted)
            except PartlyErased as error:
                failure = error
        finished = erasing.finish(
            call.folder,
            progress=lambda done, total: call.progress.show("Deleting pictures", done=done, total=total),
        )
        call.progress.clear()
    if failure is not None:
        raise failure
    if not wanted.nothing or finished != erasing.Finished():
        for line in finished_lines(finished):
            print(line)
    return NOT_YET if finished.not_yet else 0
