"""Folds SQLite's write-ahead log into the database of a catalogue that is open, so that no commit has to."""

from pathlib import Path

from curator.engine.catalogue.database import Connection


class Folding:
    """A connection of its own that writes what the log holds to where it belongs.

    A commit that does it waits for up to some hundred scattered pages, which on a slow disk takes
    a fifth of a second. Bound to the thread that made it; nobody who reads or writes waits for it.
    """

    def __init__(self, database: Path) -> None:
        """Opens it.

        Args:
            database: a ``catalogue.db`` with a log; whoever writes to it keeps it open meanwhile.

        Raises:
            CatalogueError: it cannot be opened.
        """
        self._sql = Connection(database)
        # It never waits for whoever writes: the next time comes soon.
        self._sql.rows("PRAGMA busy_timeout = 0")
        # A connection that has read nothing yet does not know that there is a log.
        self._sql.rows("SELECT count(*) FROM sqlite_master")

    def fold(self) -> None:
        """Folds in as much as nobody still reads from the log.

        Raises:
            CatalogueError: the disk is full, or gone.
        """
        self._sql.rows("PRAGMA wal_checkpoint(PASSIVE)")

    def wipe(self) -> bool:
        """Folds in everything and cuts the log, so that nothing erased is left readable in it.

        Returns:
            False when somebody reads or writes just now, who keeps it from being cut.

        Raises:
            CatalogueError: the disk is full, or gone.
        """
        self.fold()
        # What is left to do keeps writers out, so everything large is done before.
        row = self._sql.row("PRAGMA wal_checkpoint(TRUNCATE)")
        return row is not None and row[0] == 0

    def close(self) -> None:
        """Lets go of the database."""
        self._sql.close()
