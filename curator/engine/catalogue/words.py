"""Words that submissions and politicians are found by, in SQLite's full-text index."""

import re
import unicodedata

from curator.engine.catalogue.database import Connection
from curator.engine.records import Claim, PoliticianId, SubmissionId

_LETTERS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ı": "i", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ə": "e", "ß": "ss",
    }
)  # fmt: skip
"""Letters that are typed as others and that Unicode does not take apart."""

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_NO_LETTERS = re.compile("[\x00-\x1f\ud800-\udfff]")
"""Control characters and halves of pairs, which SQLite takes for the end of a text or not at all."""


def folded(text: str) -> str:
    """Text without case and accents, as it is searched and sorted by: ``Łódź`` is ``lodz``."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.translate(_LETTERS)


def sort_key(*, given_name: str, surname: str) -> str:
    """What politicians are sorted by. The separator sorts before every letter."""
    return f"{folded(surname)}\x1f{folded(given_name)}"


def terms_of(text: str) -> tuple[str, ...]:
    """What was typed, as terms of the full-text index, to be found all of them.

    Quoted, so that nothing typed is a command of the index's own language. A word of several
    parts (``beach_2.jpg``) is a phrase of them, its last part a prefix. Signs alone ask nothing.
    """
    typed = dict.fromkeys(_NO_LETTERS.sub(" ", folded(text)).replace('"', " ").split())
    return tuple(f'"{word}"*' for word in typed if _LETTER_OR_DIGIT.search(word))


class WordIndex:
    """Writes the words of submissions and politicians, inside the transaction that changes them."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def file(
        self, submission_id: SubmissionId, *, file_name: str, note: str, sender: str, claim: Claim
    ) -> None:
        """Files a new submission."""
        self._sql.write(
            "INSERT INTO submission_words (rowid, file_name, note, sender, claimed) VALUES (?, ?, ?, ?, ?)",
            (submission_id, folded(file_name), folded(note), folded(sender), folded(claim.full_name)),
        )

    def set_claim(self, submission_id: SubmissionId, claim: Claim) -> None:
        """Writes the name that is claimed from now on."""
        self._sql.write(
            "UPDATE submission_words SET claimed = ? WHERE rowid = ?",
            (folded(claim.full_name), submission_id),
        )

    def set_note(self, submission_id: SubmissionId, note: str) -> None:
        """Writes the note that is there from now on."""
        self._sql.write("UPDATE submission_words SET note = ? WHERE rowid = ?", (folded(note), submission_id))

    def name(self, politician_id: PoliticianId, *, full_name: str, country: str) -> None:
        """Files a politician, or files them anew; their submissions are found through them."""
        self._sql.write(
            "INSERT OR REPLACE INTO politician_words (rowid, name, country) VALUES (?, ?, ?)",
            (politician_id, folded(full_name), folded(country)),
        )
