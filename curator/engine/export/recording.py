"""Notes in the catalogue that an export stands in its folder."""

from curator.engine.catalogue import Catalogue
from curator.engine.export.contents import ExportSummary
from curator.engine.export.interrupted import end


def record(catalogue: Catalogue, summary: ExportSummary, *, curator: str) -> None:
    """Notes a finished export, which the next one is compared with.

    On the thread that opened the catalogue. Should this fail, the export stands all the
    same: the next dry run then compares with an older one and makes every picture anew.

    Raises:
        CatalogueError: the note could not be saved.
    """
    with catalogue.writing():
        end(catalogue, summary.folder)
        catalogue.journals.keep_export(
            folder=summary.folder,
            curator=curator,
            manifest_digest=summary.manifest_digest,
            decisions_head=summary.decisions_head,
            published=summary.fingerprints,
        )
