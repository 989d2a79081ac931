"""Compares the words that searching finds with what they were taken from, and takes them anew."""

import sqlite3
from collections.abc import Iterator

from curator.engine.catalogue.database import Connection
from curator.engine.catalogue.failures import sorted_sqlite_errors
from curator.engine.catalogue.words import folded
from curator.engine.errors import CatalogueDamaged
from curator.engine.records import Claim

WORDS = ("submission_words", "politician_words")
"""The full-text indexes."""

_PORTION = 1000
_COLUMNS = {
    "submission_words": ("file_name", "note", "sender", "claimed"),
    "politician_words": ("name", "country"),
}
_SOURCES = {
    "submission_words": (
        "SELECT id, file_name, note, sender, claim_given_name AS given_name, claim_surname AS surname"
        " FROM submissions WHERE id > ? ORDER BY id LIMIT ?"
    ),
    "politician_words": (
        "SELECT id, given_name, surname, country FROM politicians WHERE id > ? ORDER BY id LIMIT ?"
    ),
}
_EMPTY_INSIDE = (
    "CREATE TABLE IF NOT EXISTS {name}_data (id INTEGER PRIMARY KEY, block BLOB)",
    "CREATE TABLE IF NOT EXISTS {name}_idx (segid, term, pgno, PRIMARY KEY (segid, term)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS {name}_content (id INTEGER PRIMARY KEY)",
    "CREATE TABLE IF NOT EXISTS {name}_config (k PRIMARY KEY, v) WITHOUT ROWID",
    "DELETE FROM {name}_data",
    "INSERT INTO {name}_data (id, block) VALUES (1, x''), (10, x'00000000000000')",
    "INSERT OR REPLACE INTO {name}_config (k, v) VALUES ('version', 4)",
)
"""Makes FTS5's own tables those of an index without rows, as its documentation of the format tells."""


def is_wrong(connection: Connection, name: str) -> bool:
    """Whether an index finds anything that it should not, or does not find what it should.

    Builds the index once more in memory and compares the two word by word, which also tells
    when the index does not fit its own texts. Works with a connection that only reads.

    Args:
        connection: to the catalogue.
        name: one of :data:`WORDS`.
    """
    sql = connection.raw
    alone = not sql.in_transaction
    if alone:
        # One moment for all, and one step that takes the tables in memory away again.
        sql.execute("BEGIN")
    try:
        with sorted_sqlite_errors(connection.path):
            return _differs(connection, name)
    except CatalogueDamaged:
        return True
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_ERROR":
            raise
        # A table of the index is missing.
        return True
    finally:
        if alone:
            sql.rollback()
        else:
            for table in ("words_wanted", "words_found", "made_anew"):
                sql.execute(f"DROP TABLE IF EXISTS temp.{table}")


def fill_anew(connection: Connection, name: str, *, made_by: str) -> None:
    """Makes an index anew, inside the open transaction.

    Args:
        connection: to the catalogue.
        name: one of :data:`WORDS`.
        made_by: the statement that makes it.
    """
    columns = _COLUMNS[name]
    if connection.value("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)):
        # SQLite does not even drop an index that it cannot open, so it gets an empty inside first.
        for statement in _EMPTY_INSIDE:
            connection.write(statement.format(name=name))
        connection.write(f"DROP TABLE {name}")
    connection.write(made_by)
    marks = ", ".join("?" * (1 + len(columns)))
    for portion in _portions(connection, name):
        connection.write_many(f"INSERT INTO {name} (rowid, {', '.join(columns)}) VALUES ({marks})", portion)


def _differs(connection: Connection, name: str) -> bool:
    columns, run = ", ".join(_COLUMNS[name]), connection.raw.execute
    run(
        f"CREATE VIRTUAL TABLE temp.made_anew USING fts5({columns},"
        " tokenize = 'unicode61 remove_diacritics 2', columnsize = 0)"
    )
    marks = ", ".join("?" * (1 + len(_COLUMNS[name])))
    for portion in _portions(connection, name):
        connection.raw.executemany(f"INSERT INTO temp.made_anew (rowid, {columns}) VALUES ({marks})", portion)
    run(f"CREATE VIRTUAL TABLE temp.words_found USING fts5vocab('main', '{name}', 'instance')")
    run("CREATE VIRTUAL TABLE temp.words_wanted USING fts5vocab('temp', 'made_anew', 'instance')")
    texts = [f"SELECT rowid, {columns} FROM {one}" for one in (f"main.{name}", "temp.made_anew")]
    words = [f'SELECT term, doc, col, "offset" FROM temp.{one}' for one in ("words_found", "words_wanted")]
    return any(
        run(f"SELECT 1 FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other})) LIMIT 1").fetchone()
        for first, second in (texts, words)
        for one, other in ((first, second), (second, first))
    )


def _portions(connection: Connection, name: str) -> Iterator[list[tuple[object, ...]]]:
    """What the index should hold, a thousand rows at a time."""
    last = 0
    while rows := connection.rows(_SOURCES[name], (last, _PORTION)):
        last = rows[-1]["id"]
        if name == "submission_words":
            yield [
                (
                    row["id"],
                    folded(row["file_name"]),
                    folded(row["note"]),
                    folded(row["sender"]),
                    folded(Claim(row["given_name"], row["surname"]).full_name),
                )
                for row in rows
            ]
        else:
            yield [
                (
                    row["id"],
                    folded(f"{row['given_name']} {row['surname']}".strip()),
                    folded(row["country"]),
                )
                for row in rows
            ]
