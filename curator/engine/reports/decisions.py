"""The decision log as a file that a colleague can read, and check link by link."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar

from curator.engine.catalogue import CHAINED, Catalogue, ChainedRow
from curator.engine.records import DecisionId
from curator.engine.reports.formats import (
    Cell,
    Form,
    Format,
    Written,
    steps,
    write_csv,
    write_json_lines,
)
from curator.engine.reports.submissions import LONGEST_NAME, LONGEST_NOTE, day_and_time
from curator.engine.said import Said, said
from curator.engine.text import clean_line, clean_text
from curator.engine.wording import OUTCOME_WORDS, REASON_WORDS, VERDICT_WORDS

_Code = TypeVar("_Code", bound=StrEnum)

_JSON = ("change", "seen")
"""The chained values that are JSON themselves."""

_HEADINGS = (
    said("Row"),
    said("Step"),
    said("What was done"),
    said("Undoes row"),
    said("Submission"),
    said("SHA-256 of the picture"),
    said("By"),
    said("At (UTC)"),
    said("Verdict then"),
    said("Reason"),
    said("From where"),
    said("Advice seen"),
    said("Faces seen"),
    said("Rule set"),
    said("Program"),
    said("What was changed"),
    said("Link of the chain"),
    said("The link fits"),
)
_NOTE = said("Note (internal)")


@dataclass(frozen=True, slots=True)
class LogWritten:
    """A decision log that stands in its place.

    Attributes:
        file: where, and how many rows.
        head: the newest link; empty for an empty log. The manifest of an export names the one of its day.
        broken: the first row that does not fit the chain, as the catalogue holds it; None when all do.
    """

    file: Written
    head: str
    broken: DecisionId | None


class Chain:
    """Follows the chain of the log, row by row.

    Attributes:
        head: the link of the last row that was looked at, as it is told there.
        broken: the first row that does not fit; None as long as all do.
    """

    def __init__(self) -> None:
        self.head = ""
        self.broken: DecisionId | None = None

    def fits(self, values: tuple[int | str | None, ...], *, link: str) -> bool:
        """Looks at the next row: whether its link is that of its values after the link before.

        Args:
            values: one for each of ``CHAINED``.
            link: that is told to be its.
        """
        made = json.dumps(values, ensure_ascii=False)
        fits = hashlib.sha256((self.head + made).encode("utf-8", "surrogatepass")).hexdigest() == link
        if not fits and self.broken is None:
            self.broken = DecisionId(int(values[0] or 0))
        self.head = link
        return fits


def write_decisions(
    catalogue: Catalogue,
    form: Form,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> LogWritten | None:
    """Writes the whole decision log, oldest first.

    As CSV with every row's link and whether it fits; as JSON Lines with everything that was seen,
    so that each link can be made again from the file alone (:func:`values_of`). Notes lie apart from
    the log and are in the file only when the form asks for them.

    Args:
        catalogue: to read from; of the calling thread.
        form: how and where; CSV or JSON Lines.
        progress: told rows done and in all.
        cancelled: asked after each row.

    Returns:
        What was written; None when it was cancelled.

    Raises:
        ExportError: nothing was changed.
        CatalogueError: the catalogue cannot be read.
    """
    chain = Chain()
    step = steps(catalogue.reports.log_length(), progress=progress, cancelled=cancelled)
    rows = _followed(catalogue, chain)
    if form.format is Format.JSON_LINES:
        read_back = Chain()

        def check(record: Mapping[str, Any]) -> None:
            if read_back.fits(values_of(record), link=record["link"]) is not record["link_fits"]:
                raise ValueError("a row came back in another way than it was written")

        written = write_json_lines(
            form,
            records=(_record(row, fits=fits, form=form) for row, fits in rows),
            outside=catalogue.folder,
            step=step,
            check_record=check,
        )
    else:
        headings = (*_HEADINGS, _NOTE) if form.notes else _HEADINGS
        written = write_csv(
            form,
            headings=[form.said(one) for one in headings],
            rows=(_cells(row, fits=fits, form=form) for row, fits in rows),
            outside=catalogue.folder,
            step=step,
        )
    return None if written is None else LogWritten(written, chain.head, chain.broken)


def values_of(record: Mapping[str, Any]) -> tuple[int | str | None, ...]:
    """The values that a line's link was made from, out of the line itself."""
    return tuple(_value(record, name) for name in CHAINED)


def _value(record: Mapping[str, Any], name: str) -> int | str | None:
    if name not in _JSON:
        value: int | str | None = record[name]
        return value
    exact: str | None = record.get(f"{name}_text")
    return _plain(record[name]) if exact is None else exact


def _plain(value: object) -> str:
    """JSON as the catalogue writes it."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _followed(catalogue: Catalogue, chain: Chain) -> Iterator[tuple[ChainedRow, bool]]:
    for row in catalogue.reports.chained_log():
        yield row, chain.fits(row.values, link=row.link)


def _record(row: ChainedRow, *, fits: bool, form: Form) -> Mapping[str, Any]:
    record: dict[str, Any] = dict(zip(CHAINED, row.values, strict=True))
    for name in _JSON:
        told = str(record[name])
        record[name] = _parsed(told)
        # Whatever was not written by Curator may be spelt in another way; the link is made from the spelling.
        if _plain(record[name]) != told:
            record[f"{name}_text"] = told
    record |= {"curator": row.curator, "link": row.link, "link_fits": fits}
    return {**record, "internal": {"note": row.note}} if form.notes else record


def _parsed(text: str) -> Any:
    try:
        # What JSON has no number for is left to the exact text.
        return json.loads(text, parse_constant=lambda name: None, parse_float=_finite)
    except ValueError:
        return None


def _finite(text: str) -> float | None:
    number = float(text)
    return number if isfinite(number) else None


def _cells(row: ChainedRow, *, fits: bool, form: Form) -> tuple[Cell, ...]:
    say = form.said
    told = dict(zip(CHAINED, row.values, strict=True))
    seen = _parsed(str(told["seen"]))
    seen = seen if isinstance(seen, dict) else {}
    change = str(told["change"])
    return (
        told["id"],
        told["step"],
        told["action"],
        told["undoes"],
        told["submission_id"],
        told["digest"],
        clean_line(row.curator, limit=LONGEST_NAME),
        day_and_time(_moment(told["decided_at"])),
        say(_words(VERDICT_WORDS, told["verdict"])),
        "" if told["reason"] is None else say(_words(REASON_WORDS, told["reason"])),
        told["origin"],
        _advice(seen.get("advice"), form=form),
        str(seen.get("face_count", "")),
        str(seen.get("rule_set", "")),
        str(seen.get("program", "")),
        "" if change == "{}" else clean_line(change, limit=LONGEST_NOTE),
        row.link,
        say(said("yes") if fits else said("no")),
        *((clean_text(row.note, limit=LONGEST_NOTE),) if form.notes else ()),
    )


def _moment(text: int | str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None


def _advice(told: object, *, form: Form) -> str:
    """The advice that lay before the curator, in words."""
    if not isinstance(told, dict):
        return ""
    words = [form.said(_words(OUTCOME_WORDS, told.get("outcome")))]
    if told.get("reason") is not None:
        words.append(form.said(_words(REASON_WORDS, told["reason"])))
    return ": ".join(words)


def _words(known: Mapping[_Code, Said], code: object) -> str:
    """The words for a code; that of a later Curator, or of nobody, stands as it is."""
    return next(
        (words for one, words in known.items() if one == code), clean_line(str(code), limit=LONGEST_NAME)
    )
