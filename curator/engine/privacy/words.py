"""Says what an erasure would take and what it cannot reach, line by line."""

from curator.engine.privacy.erasing import Finished
from curator.engine.privacy.looking import Erasure, What
from curator.engine.said import Said, said, said_of
from curator.engine.text import clean_line

_LONGEST = 80
_MEGABYTE = 1e6


def erasure_lines(wanted: Erasure) -> tuple[Said, ...]:
    """What would be erased, most important first; one line says so when it is nothing."""
    lines = _politician_lines(wanted) if wanted.what is What.POLITICIAN else _submission_lines(wanted)
    return lines if wanted.nothing else (*lines, *_beyond(wanted))


def finished_lines(finished: Finished) -> tuple[Said, ...]:
    """What came of it."""
    if not finished.not_yet:
        return (
            said_of(
                finished.files,
                "Erased: {n:,} picture with its preview; the database was written anew.",
                "Erased: {n:,} pictures with their previews; the database was written anew.",
            ),
            *_replaced(finished),
        )
    return (
        said("Not yet erased for good: some of it can still be read in files."),
        *finished.not_yet,
        said("Curator tries again at the next start."),
    )


def _replaced(finished: Finished) -> tuple[Said, ...]:
    if not finished.backups:
        return ()
    return (
        said_of(
            finished.backups,
            "{n:,} backup was replaced by a new one.",
            "{n:,} backups were replaced by a new one.",
        ),
    )


def _submission_lines(wanted: Erasure) -> tuple[Said, ...]:
    if wanted.what is What.SENDER and wanted.knowing:
        return _known_to_backups(wanted)
    if wanted.what is What.REJECTED and not wanted.submissions:
        return (
            said_of(
                wanted.days,
                "No picture was rejected more than {n:,} day ago.",
                "No picture was rejected more than {n:,} days ago.",
            ),
        )
    lines = _rejected_lines(wanted) if wanted.what is What.REJECTED else _sender_lines(wanted)
    if wanted.portraits:
        lines.append(
            said_of(
                wanted.portraits,
                "{n:,} reference portrait that came from them.",
                "{n:,} reference portraits that came from them.",
            )
        )
    lines.append(
        said(
            "With each picture go its original and previews, its file names, notes, senders, claims, faces"
            " and hashes, and the notes on its decisions."
        )
    )
    return tuple(lines)


def _rejected_lines(wanted: Erasure) -> list[Said]:
    assert wanted.oldest is not None, "something was rejected"
    assert wanted.newest is not None, "something was rejected"
    return [
        said_of(
            len(wanted.submissions),
            "{n:,} rejected picture ({size:,.1f} MB), rejected from {oldest} to {newest}.",
            "{n:,} rejected pictures ({size:,.1f} MB), rejected from {oldest} to {newest}.",
            size=wanted.size / _MEGABYTE,
            oldest=wanted.oldest.date().isoformat(),
            newest=wanted.newest.date().isoformat(),
        )
    ]


def _sender_lines(wanted: Erasure) -> list[Said]:
    name = _shown(wanted.name)
    lines = [
        said_of(
            len(wanted.submissions),
            "{n:,} picture that only {name} sent ({size:,.1f} MB).",
            "{n:,} pictures that only {name} sent ({size:,.1f} MB).",
            name=name,
            size=wanted.size / _MEGABYTE,
        )
    ]
    if wanted.shared:
        lines.append(
            said_of(
                len(wanted.shared),
                "{n:,} picture that others sent too stays, without what {name} said about it.",
                "{n:,} pictures that others sent too stay, without what {name} said about them.",
                name=name,
            )
        )
    return lines


def _known_to_backups(wanted: Erasure) -> tuple[Said, ...]:
    name = _shown(wanted.name)
    return (
        said("The catalogue no longer knows {name}.", name=name),
        said_of(
            wanted.knowing,
            "{n:,} backup still does, with what {name} sent and said.",
            "{n:,} backups still do, with what {name} sent and said.",
            name=name,
        ),
    )


def _politician_lines(wanted: Erasure) -> tuple[Said, ...]:
    lines = [
        said_of(
            wanted.portraits,
            "{name} with {n:,} reference portrait and its encoding.",
            "{name} with {n:,} reference portraits and their encodings.",
            name=_shown(wanted.name),
        ),
        said_of(
            wanted.matches,
            "{n:,} ranking of a face that names {name}.",
            "{n:,} rankings of faces that name {name}.",
            name=_shown(wanted.name),
        ),
    ]
    if wanted.claims:
        lines.append(
            said_of(
                wanted.claims,
                "{n:,} submission that claims {name} stays; it claims somebody who is not in the index then.",
                "{n:,} submissions that claim {name} stay; they claim somebody who is not in the index then.",
                name=_shown(wanted.name),
            )
        )
    if wanted.worded:
        lines.append(
            said_of(
                wanted.worded,
                "The name stays written in {n:,} claim: correct it, or erase its sender.",
                "The name stays written in {n:,} claims: correct them, or erase their senders.",
            )
        )
    return tuple(lines)


def _beyond(wanted: Erasure) -> tuple[Said, ...]:
    """What lies outside the tables: the log, backups, exports."""
    lines = [
        said("The decision log stays: numbers, codes and digests, without names. Undo brings nothing back.")
    ]
    if wanted.backups:
        lines.append(
            said_of(
                wanted.backups,
                "{n:,} backup is deleted, and a new one is made.",
                "{n:,} backups are deleted, and a new one is made.",
            )
        )
    lines += [
        said(
            "The folder of backups {folder} is not there now: what is in it is deleted at the first start of"
            " Curator with its disk connected.",
            folder=f"{one}",
        )
        for one in wanted.unreachable
    ]
    lines += [
        said(
            "The export in {folder} names {name}, also where it shows no picture: export there again, and"
            " publish that.",
            folder=folder,
            name=_shown(wanted.name),
        )
        for folder in wanted.naming
    ]
    lines += [
        said_of(
            number,
            "{n:,} picture is still in the export in {folder}: export there again, and publish that.",
            "{n:,} pictures are still in the export in {folder}: export there again, and publish that.",
            folder=folder,
        )
        for folder, number in wanted.exports
    ]
    return tuple(lines)


def _shown(name: str) -> str:
    return clean_line(name, limit=_LONGEST)
