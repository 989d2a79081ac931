"""Answers to senders: one text for everybody who sent something that is decided about."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from curator.engine.catalogue import Catalogue, ReportRow, SubmissionFilter
from curator.engine.records import Kind, Reason, SubmissionId, Verdict
from curator.engine.reports.formats import (
    Cell,
    Form,
    Format,
    Written,
    steps,
    write_csv,
    write_json_lines,
    write_text,
)
from curator.engine.reports.phrases import ANSWERED, Phrases, answerable, read_phrases
from curator.engine.reports.submissions import rows_of
from curator.engine.said import said, said_of
from curator.engine.text import ELLIPSIS, clean_line

LONGEST_SENDER = 100
"""Characters of a sender's name in a greeting."""

LONGEST_FILE_NAME = 60
"""Characters of a file name in a text, enough to know one's own picture by."""

MOST_NAMED = 20
"""Pictures of one outcome that are named; of the rest their number is told. A spreadsheet's cell ends
at 32,767 characters."""

MOST_LISTED = 500
"""Numbers of submissions beside an answer, for the same reason; JSON Lines has them all."""

_HEADINGS = (
    said("Answer"),
    said("Submissions"),
    said("Pictures"),
    said("Language"),
    said("Text"),
)
_SENDER = said("Sender (internal)")


@dataclass(frozen=True, slots=True)
class Answered:
    """A picture that an answer speaks of.

    Attributes:
        file_name: as this sender called it.
    """

    id: SubmissionId
    file_name: str
    kind: Kind
    verdict: Verdict
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one sender is told.

    Attributes:
        sender: as they called themselves; empty for somebody unknown, who sent a single picture.
        pictures: by number.
        text: the whole of it, in lines.
    """

    sender: str
    pictures: tuple[Answered, ...]
    text: str


def write_answers(
    catalogue: Catalogue,
    form: Form,
    *,
    language: str,
    wanted: SubmissionFilter | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Written | None:
    """Writes the answers to senders, to be copied or merged into messages.

    Senders and file names are in it only when the form asks for senders; else each answer
    names its pictures by number.

    Args:
        catalogue: to read from; of the calling thread.
        form: how and where.
        language: of the answers: one of ``LANGUAGES``.
        wanted: about which submissions; all when None. What is undecided or set aside is never answered.
        progress: told answers done and in all.
        cancelled: asked after each answer.

    Returns:
        What was written; None when it was cancelled.

    Raises:
        CuratorError: nothing was changed.
    """
    found = gather_answers(catalogue, language=language, wanted=wanted, named=form.senders)
    step = steps(len(found), progress=progress, cancelled=cancelled)
    numbered = enumerate(found, start=1)
    if form.format is Format.JSON_LINES:
        records = (_record(number, one, language=language, form=form) for number, one in numbered)
        return write_json_lines(form, records=records, outside=catalogue.folder, step=step)
    if form.format is Format.TEXT:
        blocks = (_block(number, one, form=form) for number, one in numbered)
        return write_text(form, blocks=blocks, outside=catalogue.folder, step=step)
    return write_csv(
        form,
        headings=[form.said(one) for one in (*((_SENDER,) if form.senders else ()), *_HEADINGS)],
        rows=(_cells(number, one, language=language, form=form) for number, one in numbered),
        outside=catalogue.folder,
        step=step,
    )


def gather_answers(
    catalogue: Catalogue, *, language: str, wanted: SubmissionFilter | None = None, named: bool
) -> tuple[Answer, ...]:
    """The answers, in the order of each sender's first picture.

    Whoever gives the same name is taken for the same sender, whatever the case of the letters.
    A picture that several people sent is answered to each of them, by the name that they gave the
    file. Pictures without a sender are answered one by one.

    Args:
        catalogue: to read from.
        language: one of ``LANGUAGES``.
        wanted: about which submissions; all when None.
        named: greet senders by name, and name pictures by their files.

    Raises:
        CuratorError: there are no sentences in that language.
    """
    phrases = read_phrases(language)
    return tuple(
        Answer(sender, pictures, _text(sender, pictures, phrases=phrases, named=named))
        for sender, pictures in _by_sender(catalogue, wanted or SubmissionFilter())
    )


def _by_sender(catalogue: Catalogue, wanted: SubmissionFilter) -> Iterator[tuple[str, tuple[Answered, ...]]]:
    verdicts = wanted.verdicts & ANSWERED if wanted.verdicts else ANSWERED
    if not verdicts:
        return
    ids = sorted(catalogue.submissions.ids(replace(wanted, verdicts=verdicts)))
    rows = {row.id: row for row in rows_of(catalogue, ids) if answerable(row.verdict, row.reason)}
    groups: dict[object, tuple[str, dict[SubmissionId, Answered]]] = {}
    for one in catalogue.reports.sendings(list(rows)):
        sender = clean_line(one.sender, limit=LONGEST_SENDER)
        # Without a name nobody can tell whether two pictures came from one person.
        _, pictures = groups.setdefault(sender.casefold() or one.submission_id, (sender, {}))
        pictures.setdefault(one.submission_id, _answered(rows[one.submission_id], file_name=one.file_name))
    for sender, pictures in groups.values():
        yield sender, tuple(pictures.values())


def _answered(row: ReportRow, *, file_name: str) -> Answered:
    name = clean_line(file_name, limit=LONGEST_FILE_NAME)
    return Answered(row.id, name, row.kind, row.verdict, row.reason)


# ---------------------------------------------------------------- text


def _text(sender: str, pictures: Sequence[Answered], *, phrases: Phrases, named: bool) -> str:
    greeting = phrases.say("greeting", sender=sender) if named and sender else phrases.say("greeting_nobody")
    alike: dict[tuple[Verdict, Reason | None, Kind], list[Answered]] = {}
    for one in pictures:
        kind = one.kind if one.verdict is Verdict.APPROVED else Kind.DEEPFAKE
        alike.setdefault((one.verdict, one.reason, kind), []).append(one)
    told = [
        "\n".join(
            (
                phrases.say("about", names=_names(some, phrases=phrases, named=named)),
                phrases.decided(verdict, reason, kind=kind, count=len(some)),
            )
        )
        for (verdict, reason, kind), some in alike.items()
    ]
    thanks = phrases.say("thanks", count=len(pictures))
    return "\n\n".join((greeting, thanks, *told, phrases.say("closing"), phrases.say("regards")))


def _names(pictures: Sequence[Answered], *, phrases: Phrases, named: bool) -> str:
    """Which pictures a sentence is about, as its sender knows them, or by number."""
    some, more = pictures[:MOST_NAMED], len(pictures) - MOST_NAMED
    if named and all(one.file_name for one in some):
        names = ", ".join(phrases.say("name", name=one.file_name) for one in some)
    else:
        numbers = ", ".join(str(one.id) for one in some)
        names = phrases.say("number", count=len(some), number=numbers)
    return phrases.say("more", count=more, names=names, n=more) if more > 0 else names


# ---------------------------------------------------------------- files


def _numbers(answer: Answer) -> str:
    some = ", ".join(str(one.id) for one in answer.pictures[:MOST_LISTED])
    return some if len(answer.pictures) <= MOST_LISTED else f"{some}, {ELLIPSIS}"


def _block(number: int, answer: Answer, *, form: Form) -> str:
    """An answer under a line for the curator who sends it."""
    pictures, numbers = len(answer.pictures), _numbers(answer)
    if form.senders and answer.sender:
        head = said_of(
            pictures,
            "To {sender} (internal), about submission {numbers}",
            "To {sender} (internal), about submissions {numbers}",
            sender=answer.sender,
            numbers=numbers,
        )
    else:
        head = said_of(
            pictures,
            "Answer {number}, about submission {numbers}",
            "Answer {number}, about submissions {numbers}",
            number=number,
            numbers=numbers,
        )
    return f"[{form.say(head)}]\n\n{answer.text}"


def _cells(number: int, answer: Answer, *, language: str, form: Form) -> tuple[Cell, ...]:
    cells = (number, _numbers(answer), len(answer.pictures), language, answer.text)
    return (answer.sender, *cells) if form.senders else cells


def _record(number: int, answer: Answer, *, language: str, form: Form) -> Mapping[str, Any]:
    record: dict[str, Any] = {
        "answer": number,
        "language": language,
        "text": answer.text,
        "submissions": [
            {"id": one.id, "verdict": one.verdict, "reason": one.reason} for one in answer.pictures
        ],
    }
    if not form.senders:
        return record
    files = {str(one.id): one.file_name for one in answer.pictures}
    return {**record, "internal": {"sender": answer.sender, "files": files}}
