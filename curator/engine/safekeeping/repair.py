"""Makes anew what can be computed: previews, counts, indexes, words; decisions are only read."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.mending import mend
from curator.engine.errors import CatalogueDamaged, CatalogueError, CuratorError
from curator.engine.media import PREVIEW_SIDE, MediaStore
from curator.engine.safekeeping import backups
from curator.engine.safekeeping.backups import Kind
from curator.engine.safekeeping.verification import Picture, expected_pictures, has_previews
from curator.engine.said import Said, said, said_of
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Analyse, Render

_AHEAD = 8
"""So many pictures are with the workers at once: more would only fill the memory."""


_IMPATIENCE = 0.2
"""Seconds after which it is asked again whether the answer is still wanted."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did.

    Attributes:
        done: what was made anew, in words; empty when nothing needed it.
        left: what could not be, in words.
        backup: of the database before it was changed; None when only pictures were concerned.
        whole: it came to its end; False when it was cancelled.
    """

    done: tuple[str, ...]
    left: tuple[str, ...]
    backup: Path | None
    whole: bool = True


def repair(
    folder: Path,
    *,
    workers: Workers,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Repaired:
    """Repairs what :func:`verification.verify` calls repairable.

    For any thread but those that the workers' futures are answered in.

    The database is backed up before it is changed. No decision, no original and nothing that a
    person wrote is touched.

    Args:
        folder: of a catalogue that no other program has open; this one may.
        workers: open the originals of pictures whose previews are missing.
        progress: called before each such picture with how many are done, and of how many.
        cancelled: asked before each.

    Raises:
        CatalogueDamaged: only a backup can mend what is wrong with the database; nothing was changed.
        CatalogueError: something could not be written; what was done before stays.
    """
    with Catalogue.read(folder) as catalogue:
        looked = catalogue.mending.look()
        wanted = [one for one in expected_pictures(catalogue) if one.shown]
    done: list[str] = []
    left: list[str] = []
    backup: Path | None = None
    if looked.mendable:
        backup = _back_up(folder, left)
        done += mend(folder)
    media = MediaStore(folder / "media")
    hidden = [one for one in wanted if not has_previews(media, one.digest)]
    made, failed, whole = _show_again(hidden, media, workers=workers, progress=progress, cancelled=cancelled)
    if made:
        done.append(
            said_of(
                made,
                "Made preview and thumbnail of {n} picture anew.",
                "Made previews and thumbnails of {n} pictures anew.",
            )
        )
    return Repaired(tuple(done), (*left, *failed), backup, whole)


def _back_up(folder: Path, left: list[str]) -> Path | None:
    try:
        made = backups.make(folder, kind=Kind.BEFORE_REPAIR)
    except CatalogueDamaged:
        # What is damaged are indexes, or mending refuses; a copy of them would be no better.
        left.append(said("No backup could be made before, for an index of the database is damaged."))
        return None
    return None if made is None else made.path


def _show_again(
    hidden: list[Picture],
    media: MediaStore,
    *,
    workers: Workers,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> tuple[int, list[Said], bool]:
    """Makes previews; returns how many, what could not be made, and whether it came to its end."""
    made = 0
    failed: list[Said] = []
    waiting: list[tuple[Picture, Future[Any]]] = []
    rest = iter(hidden)
    for number in range(len(hidden)):
        if cancelled():
            for _, future in waiting:
                future.cancel()
            return made, failed, False
        progress(number, len(hidden))
        while len(waiting) < _AHEAD and (one := next(rest, None)) is not None:
            waiting.append((one, _asked(one, media, workers=workers)))
        picture, future = waiting.pop(0)
        # Whoever paused the workers, or closes them, may not want to wait for it.
        while not wait([future], timeout=_IMPATIENCE).done and not cancelled():
            pass
        if not future.done() or future.cancelled():
            for asked in (future, *(other for _, other in waiting)):
                asked.cancel()
            return made, failed, False
        try:
            media.write_preview(picture.digest, pixels=future.result().pixels)
            made += 1
        except CancelledError:
            for _, asked in waiting:
                asked.cancel()
            return made, failed, False
        except CatalogueError:
            raise
        except CuratorError as error:
            failed.append(
                said("No preview of {what} could be made: {why}", what=picture.what, why=error.sentence)
            )
    return made, failed, True


def _asked(picture: Picture, media: MediaStore, *, workers: Workers) -> Future[Any]:
    path = media.original(picture.digest)
    if picture.turn is None:
        # Of portraits only the analysis knows which way is up.
        return workers.submit(Analyse(path=path, digest=picture.digest))
    return workers.submit(
        Render(path=path, digest=picture.digest, turn=picture.turn, longest_side=PREVIEW_SIDE)
    )
