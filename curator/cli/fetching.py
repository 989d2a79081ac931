"""The command that fetches submissions from NocoDB: the only one that uses the network."""

import argparse
import getpass
import sys
from collections.abc import Mapping

from curator.cli.call import Call
from curator.cli.importing import finish_loads
from curator.cli.words import counted
from curator.engine import tokens
from curator.engine.catalogue import Catalogue
from curator.engine.errors import CuratorError
from curator.engine.intake.nocodb.request import FIELD_WORDS, FetchRequest, Field, Mapped, Preview, Source
from curator.engine.records import Kind, Politician
from curator.engine.text import clean_line
from curator.engine.wording import KIND_WORDS

_LONGEST_LINE = 400
_LONGEST_TOKEN = 1000


def fetch(call: Call, options: argparse.Namespace) -> int:
    """Fetches the pictures of a table; with ``--dry-run`` only says what it would do."""
    # The HTTP library is only loaded by those who use it.
    from curator.engine.intake.nocodb.address import server_of

    server = server_of(options.url)
    source = Source(server.url, options.base, options.table)
    kind = Kind(options.kind)
    token, is_new = _token(server.url, from_stdin=options.token_stdin)
    preview = _look(call, source, token=token, chosen=options.column, kind=kind)
    if options.dry_run:
        _print_preview(preview, host=server.host)
        return 0
    # What the look found odd about rows the fetch tells too.
    if server.warning:
        print(clean_line(server.warning, limit=_LONGEST_LINE))
    request = FetchRequest(source, preview.mapped, kind, options.mark or "")
    with call.background(create=True) as background:
        background.workspace.loads.fetch(request, token)
        loaded = finish_loads(background, call=call, what="picture")
        if is_new and options.keep_token:
            tokens.keep_token(server.url, token)
            print("The token is kept in the keyring of this computer.")
        if loaded:
            print("Analyse them with “curator analyse”.")
    return 0


def column_named(text: str) -> tuple[Field, str]:
    """One ``FIELD=TITLE`` of the command line.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    name, separator, title = text.partition("=")
    fields = {field.value: field for field in Field}
    if not separator or not title or name not in fields:
        raise argparse.ArgumentTypeError(f"“{text}” is not FIELD=TITLE; FIELD is one of {', '.join(fields)}.")
    return fields[name], title


def _token(server: str, *, from_stdin: bool) -> tuple[str, bool]:
    """The token, and whether it was typed just now."""
    if from_stdin:
        return sys.stdin.readline(_LONGEST_TOKEN).strip(), True
    kept = tokens.kept_token(server)
    if kept is not None:
        return kept, False
    if not sys.stdin.isatty():
        raise CuratorError(
            "No token is kept for this server, and nobody is there to type it.",
            advice="Pass it with --token-stdin.",
        )
    return getpass.getpass(f"Token for {clean_line(server, limit=_LONGEST_LINE)}: ").strip(), True


def _look(
    call: Call, source: Source, *, token: str, chosen: list[tuple[Field, str]] | None, kind: Kind
) -> Preview:
    """The table with what its columns mean: those that were named, and a guess for the others."""
    from curator.engine.intake.nocodb.looking import look

    politicians: tuple[Politician, ...] = ()
    if Catalogue.exists(call.folder):
        with call.read() as catalogue:
            politicians = catalogue.politicians.all()
    preview = look(source, token=token, kind=kind, politicians=politicians)
    if chosen is None and Field.IMAGE in preview.mapped:
        return preview
    mapped: Mapped = {**preview.mapped, **dict(chosen or ())}
    return look(source, token=token, mapped=mapped, kind=kind, politicians=politicians)


def _print_preview(preview: Preview, *, host: str) -> None:
    rows = "" if preview.total is None else f", {counted(preview.total, 'row')}"
    print(f"{host} answers by version {preview.api.value[1:]} of its interface{rows}. Nothing was fetched.")
    print("Columns:")
    for field, title in preview.mapped.items():
        print(f"  {FIELD_WORDS[field]}: {clean_line(title, limit=_LONGEST_LINE)}")
    _print_left(preview.columns, mapped=preview.mapped)
    if preview.check_boxes:
        print(f"  Can be marked: {_listed(preview.check_boxes)}")
    print("First rows:")
    for row in preview.rows:
        parts = (
            _listed(row.pictures) or "no picture",
            KIND_WORDS[row.kind],
            f"shows {row.claim.full_name}" if row.claim else "claims nobody",
            f"from {row.sender}" if row.sender else "",
            row.note,
        )
        told = "; ".join(part for part in parts if part)
        print(f"  {clean_line(f'{row.row_id}: {told}', limit=_LONGEST_LINE)}")
    for warning in preview.warnings:
        print(clean_line(warning, limit=_LONGEST_LINE))


def _print_left(columns: tuple[str, ...], *, mapped: Mapping[Field, str]) -> None:
    left = [title for title in columns if title not in mapped.values()]
    if left:
        print(f"  Not used: {_listed(left)}")


def _listed(titles: list[str] | tuple[str, ...]) -> str:
    return ", ".join(clean_line(title, limit=80) for title in titles)
