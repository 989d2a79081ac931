"""Errors that a person can act on: what happened, to which file, what to do.

Everything else that is raised is a bug and is reported as one.
"""


class CuratorError(Exception):
    """A sentence for a person: what happened, and what to do next.

    Attributes:
        sentence: what happened, naming the file or record.
        advice: the next step, or an empty string when the sentence says it all.
    """

    def __init__(self, sentence: str, *, advice: str = "") -> None:
        super().__init__(f"{sentence} {advice}".strip())
        self.sentence = sentence
        self.advice = advice


class CatalogueError(CuratorError):
    """The catalogue cannot be opened, read or written."""


class CatalogueBusy(CatalogueError):
    """Another Curator has the catalogue open."""


class CatalogueNewer(CatalogueError):
    """The catalogue was written by a newer Curator."""


class CatalogueFull(CatalogueError):
    """The disk that holds the catalogue is full."""


class CatalogueReadOnly(CatalogueError):
    """The catalogue or its folder cannot be written to."""


class CatalogueDamaged(CatalogueError):
    """The catalogue's file is not a sound SQLite database."""


class NotFound(CuratorError):
    """A record that was named does not exist."""


class RefusedFile(CuratorError):
    """A file that cannot be taken in, with the reason."""


class UnreadablePicture(CuratorError):
    """A picture that cannot be decoded, with the reason."""


class RefusedChange(CuratorError):
    """A change that the rules of the catalogue do not allow."""


class WorkerFailure(CuratorError):
    """A worker process died, ran out of its limits, or sent back nonsense."""


class ExportError(CuratorError):
    """An export was not written; whatever stood there before still stands."""
