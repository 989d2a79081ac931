"""Puts undecided pictures back in line for their analysis, bit by bit, and goes on after a crash."""

from curator.engine.catalogue import Catalogue
from curator.engine.records import Changes

_FACT = "looking_again"
"""The fact that notes which numbers are left: the next and the last, with a dash between; empty for none."""

_AT_ONCE = 250
"""Numbers that one transaction goes through: some ten milliseconds if all of them go back."""


class LookingAgain:
    """Does a few at a time: twenty thousand would hold the catalogue's thread for a third of a second."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Reads what an interrupted run left.

        Args:
            catalogue: whose submissions they are.
        """
        self._catalogue = catalogue
        first, _, last = catalogue.fact(_FACT).partition("-")
        self._left = range(int(first), int(last) + 1) if last else range(0)

    @property
    def busy(self) -> bool:
        """Whether some are still to go back."""
        return bool(self._left)

    def begin(self) -> tuple[int, Changes]:
        """Has all go back that are analysed and undecided now, the first of them at once.

        Unreadable ones too: a worker may only have died over them, or have had too little memory.

        Returns:
            How many, and what was changed of them so far.

        Raises:
            CatalogueError: it could not be written.
        """
        table = self._catalogue.submissions
        with self._catalogue.writing():
            self._catalogue.faces.forget_failures()
            number = table.number_analysed_undecided()
            left, changes = self._put_back(range(1, table.last_number() + 1))
        self._left = left
        return number, changes

    def settle(self) -> Changes:
        """Puts some more back.

        Raises:
            CatalogueError: it could not be written; they go back later.
        """
        if not self._left:
            return Changes()
        with self._catalogue.writing():
            left, changes = self._put_back(self._left)
        self._left = left
        return changes

    def _put_back(self, left: range) -> tuple[range, Changes]:
        table = self._catalogue.submissions
        these, rest = left[:_AT_ONCE], left[_AT_ONCE:]
        again = table.analysed_undecided(among=these)
        table.analyse_again(*again)
        self._catalogue.keep_fact(_FACT, f"{rest[0]}-{rest[-1]}" if rest else "")
        return rest, Changes(submissions=frozenset(again))
