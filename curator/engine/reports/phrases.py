"""The sentences that answers to senders are made of, in four languages, from ``resources/answers``."""

import json
from dataclasses import dataclass
from pathlib import Path

from curator.engine.errors import CuratorError
from curator.engine.records import Kind, Reason, Verdict
from curator.engine.resources import resources_dir
from curator.engine.said import said

LANGUAGES = ("en", "it", "de", "fr")
"""Codes of the languages that answers are written in."""

ANSWERED = frozenset({Verdict.APPROVED, Verdict.REJECTED, Verdict.WITHDRAWN})
"""Verdicts that are told to senders; what is undecided or set aside is not."""

UNANSWERED = frozenset({Reason.ASK})
"""Reasons that say that nothing is decided yet."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences of one language.

    Attributes:
        language: its code.
        forms: by name: for one picture and for several; the same where the number changes nothing.
    """

    language: str
    forms: dict[str, tuple[str, str]]

    def say(self, name: str, /, *, count: int = 1, **values: object) -> str:
        """A sentence for so many pictures.

        Args:
            name: of the sentence.
            count: how many pictures it speaks of.
            values: that it names.
        """
        one, several = self.forms[name]
        return (one if count == 1 else several).format(**values)

    def decided(self, verdict: Verdict, reason: Reason | None, *, kind: Kind, count: int = 1) -> str:
        """What was decided about so many pictures, and why.

        It names neither distances nor thresholds: what the program measures is advice for curators.

        Args:
            verdict: one of :data:`ANSWERED`.
            reason: none of :data:`UNANSWERED`.
            kind: approved deepfakes are told that they are marked.
            count: how many pictures it speaks of.
        """
        name = f"{verdict}.{kind}" if verdict is Verdict.APPROVED else verdict.value
        told = self.say(name, count=count)
        if reason is None or verdict is Verdict.APPROVED:
            return told
        return f"{told} {self.say(reason.value, count=count)}"


def answerable(verdict: Verdict, reason: Reason | None) -> bool:
    """Whether a sender is told about it."""
    return verdict in ANSWERED and reason not in UNANSWERED


def read_phrases(language: str, *, folder: Path | None = None) -> Phrases:
    """The sentences of a language.

    Args:
        language: one of :data:`LANGUAGES`.
        folder: that holds ``en.json`` and so on; the program's own when None.

    Raises:
        CuratorError: there is no such language, or its file is damaged.
    """
    if language not in LANGUAGES:
        raise CuratorError(
            said("Answers are not written in “{language}”.", language=language),
            advice=said("Choose one of: {languages}.", languages=", ".join(LANGUAGES)),
        )
    path = (folder or resources_dir() / "answers") / f"{language}.json"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        forms = {
            str(name): (str(one), str(one)) if isinstance(one, str) else (str(one[0]), str(one[1]))
            for name, one in told.items()
        }
    except (OSError, ValueError, AttributeError, LookupError, TypeError) as error:
        raise CuratorError(
            said("The file {name} of Curator is missing or damaged.", name=path.name),
            advice=said("Install Curator again."),
        ) from error
    return Phrases(language, forms)
