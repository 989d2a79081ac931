"""Deletes the files of what was erased, and those that only the backups know that go with it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from curator.engine.catalogue.catalogue import FILE_NAME
from curator.engine.catalogue.copy_contents import digests_of
from curator.engine.catalogue.erasing import Eraser
from curator.engine.errors import CuratorError
from curator.engine.media import MediaStore
from curator.engine.records import Digest
from curator.engine.said import Said, said

_TOGETHER: Final = 100
"""Files that are deleted between two notes that they are."""


def delete_files(
    eraser: Eraser,
    folder: Path,
    *,
    progress: Callable[[int, int], None],
    go_on: Callable[[], bool],
    not_yet: list[Said],
) -> int:
    """Deletes the files that erased rows left behind, unless something uses them again.

    Args:
        eraser: of the catalogue.
        folder: of the catalogue.
        progress: told files done and in all.
        go_on: asked before each.
        not_yet: gets a sentence when it cannot go on.

    Returns:
        How many pictures were deleted.
    """
    media = MediaStore(folder / "media")
    leaving = eraser.leaving.some()
    done: list[Digest] = []
    files = 0
    try:
        for number, digest in enumerate(leaving, 1):
            if not go_on():
                break
            # Asked just before: it may have come again since the list was read.
            if not eraser.leaving.uses(digest):
                media.remove(digest)
                files += 1
            done.append(digest)
            if len(done) == _TOGETHER:
                with eraser.writing():
                    eraser.leaving.left(done)
                done.clear()
            progress(number, len(leaving))
    except CuratorError as error:
        not_yet.append(said("{sentence}", sentence=error.sentence))
    with eraser.writing():
        eraser.leaving.left(done)
    return files


def delete_files_of_backups(folder: Path, going: Iterable[Path], *, go_on: Callable[[], bool]) -> int:
    """Deletes pictures that only backups know, which are about to be deleted.

    A restore leaves the pictures that it takes out of the catalogue where they are. Once no database
    knows them, nobody could find them to erase them.

    Args:
        folder: of the catalogue.
        going: the backups.
        go_on: asked before each backup and each file.

    Returns:
        How many there were.

    Raises:
        CatalogueError: one could not be deleted.
    """
    media = MediaStore(folder / "media")
    theirs: set[Digest] = set()
    for one in going:
        if not go_on():
            return 0
        # One that cannot be read tells nothing.
        with suppress(CuratorError):
            theirs |= digests_of(one)
    unknown = theirs - digests_of(folder / FILE_NAME) - set(media.unfiled())
    files = 0
    for digest in sorted(unknown):
        if not go_on():
            break
        files += media.original(digest).is_file()
        media.remove(digest)
    return files
