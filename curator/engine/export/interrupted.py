"""Notes exports that are under way, so that the next start tidies up what a crash left of one."""

import json
import logging
from pathlib import Path

from curator.engine.catalogue import Catalogue
from curator.engine.errors import ExportError

_LOG = logging.getLogger(__name__)

_FACT = "exports_under_way"
"""The fact of the catalogue that holds their folders, as a JSON list."""


def begin(catalogue: Catalogue, folder: Path) -> None:
    """Notes that an export to that folder begins; ``record`` notes that it has ended.

    On the thread that opened the catalogue, before ``write``. One that fails or is cancelled
    tidies up by itself, so that its note does no harm.

    Raises:
        CatalogueError: the note could not be saved; the export must not begin.
    """
    with catalogue.writing():
        _keep(catalogue, dict.fromkeys((*_noted(catalogue), str(folder.expanduser().resolve()))))


def end(catalogue: Catalogue, folder: Path) -> None:
    """Notes that an export to that folder stands there, inside the open transaction."""
    _keep(catalogue, dict.fromkeys(one for one in _noted(catalogue) if one != str(folder)))


def tidy_interrupted(catalogue: Catalogue) -> None:
    """Deletes what crashed exports half wrote, and puts back what they had moved aside.

    For the start of the program. A folder that cannot be reached, such as on a stick that is not
    plugged in, waits for another start.

    Raises:
        CatalogueError: the catalogue cannot be written to.
    """
    noted = _noted(catalogue)
    if not noted:
        return
    # Imported here: most starts find nothing to tidy up.
    from curator.engine.export.staging import tidy_up

    left: dict[str, None] = {}
    for folder in noted:
        try:
            done = tidy_up(Path(folder))
        except (OSError, ExportError) as error:
            # Where it lies may name people, so the log says only what went wrong.
            _LOG.warning("An interrupted export could not be tidied up: %s", type(error).__name__)
            done = False
        if not done:
            left[folder] = None
    with catalogue.writing():
        _keep(catalogue, left)


def _noted(catalogue: Catalogue) -> tuple[str, ...]:
    try:
        told = json.loads(catalogue.fact(_FACT) or "[]")
    except ValueError:
        return ()
    return tuple(one for one in told if isinstance(one, str)) if isinstance(told, list) else ()


def _keep(catalogue: Catalogue, folders: dict[str, None]) -> None:
    catalogue.keep_fact(_FACT, json.dumps(list(folders), ensure_ascii=False) if folders else "")
