"""All files of the sample: portraits, submissions, their tables, what to expect, and a README."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from .case import Case
from .cast import Character, read_cast
from .studio import Studio, reference_portrait
from .submissions import cases

EXPECTED = "expected.json"
POLITICIANS = "politicians.csv"
SUBMISSIONS = "submissions/submissions.csv"

_README = """\
# The sample: invented people

A catalogue to try Curator with: reference portraits of {politicians} politicians, and
{submissions} submissions that show every case. **Everybody here is invented.** Names, faces,
offices and notes belong to no real person; no photo went into them, and no trained model. The
faces are drawn from formulas (`tools/sample/`), in such a way that face detectors find them and
encoders tell them apart.

    python tools/sample/make.py       # draws all of this anew, the same to the pixel
    python tools/sample/verify.py     # finds, measures and advises, and compares with the table below

| here | what |
|---|---|
| `politicians.csv` | the index: `country,role,name,surname` |
| `politicians/<Country>/<Name Surname>/` | three or four reference portraits each |
| `submissions/` | the pictures, and `submissions.csv` with claim, kind, note and sender of each |
| `expected.json` | per file: how many faces it holds and what the advice should be |

{stranger} is drawn like the others but not in the index: the stranger of the sample.

## What should come of them

With the thresholds that Curator starts with; copies count as copies of what was loaded before them,
which holds in the order of the table and in that of the file names.

| what it shows | file | advice | reason |
|---|---|---|---|
{rows}

## Licence

CC0 1.0: no rights reserved, <https://creativecommons.org/publicdomain/zero/1.0/>.
"""


def shipment(cast: Sequence[Character] | None = None) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file of the sample: its path below ``resources/sample`` and its bytes; takes half a minute.

    Args:
        cast: who plays; by default all seven.
    """
    people = tuple(cast or read_cast())
    indexed = [person for person in people if person.is_indexed]
    plan = cases(Studio(people))
    yield PurePosixPath("README.md"), _readme(people, plan).encode()
    yield PurePosixPath(EXPECTED), _expected(plan).encode()
    rows = [[person.country, person.role, person.name, person.surname] for person in indexed]
    yield PurePosixPath(POLITICIANS), _table(["country", "role", "name", "surname"], rows)
    for person in indexed:
        folder = PurePosixPath("politicians", person.country, person.full_name)
        for number in range(person.portraits):
            yield folder / f"{number + 1:02}.jpg", reference_portrait(person, number=number)
    yield PurePosixPath(SUBMISSIONS), _submissions(plan)
    for case in plan:
        yield PurePosixPath("submissions", case.file), case.make()


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return buffer.getvalue().encode()


def _submissions(plan: Sequence[Case]) -> bytes:
    columns = ["file", "country", "name", "surname", "role", "kind", "description", "sender"]
    rows = [
        [
            case.file,
            case.claim.country,
            case.claim.name,
            case.claim.surname,
            case.claim.role,
            case.kind,
            case.description,
            case.sender,
        ]
        for case in plan
    ]
    return _table(columns, rows)


def _expected(plan: Sequence[Case]) -> str:
    """As JSON: file -> faces, outcome, reason, and same_as where two files are one submission."""
    table: dict[str, dict[str, int | str | None]] = {}
    for case in plan:
        table[case.file] = {"faces": case.faces, "outcome": case.outcome, "reason": case.reason}
        if case.same_as is not None:
            table[case.file]["same_as"] = case.same_as
    lines = ",\n".join(f"  {json.dumps(file)}: {json.dumps(row)}" for file, row in table.items())
    return f"{{\n{lines}\n}}\n"


def _readme(people: Sequence[Character], plan: Sequence[Case]) -> str:
    rows = [
        f"| {case.shows} | `{case.file}` | {case.outcome} | {case.reason or ''} |".replace("|  |", "| |")
        for case in plan
    ]
    return _README.format(
        politicians=sum(person.is_indexed for person in people),
        submissions=len(plan),
        stranger=", ".join(person.full_name for person in people if not person.is_indexed),
        rows="\n".join(rows),
    )
