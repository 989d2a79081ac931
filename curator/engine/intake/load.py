"""Loads files and folders as submissions: scanned and copied in a thread, filed in batches."""

from collections.abc import Callable, Sequence
from pathlib import Path

from curator.engine.catalogue import Catalogue
from curator.engine.intake.arrivals import file_arrival
from curator.engine.intake.folder import Candidate, scan
from curator.engine.media import MediaStore, Received
from curator.engine.receiving import Receiving, Scanned
from curator.engine.records import Arrival, Kind


def load_submissions(
    catalogue: Catalogue,
    paths: Sequence[Path],
    *,
    media: MediaStore,
    kind: Kind = Kind.DEEPFAKE,
    on_ready: Callable[[], None] = lambda: None,
) -> Receiving[Candidate]:
    """Prepares a load; the caller starts and settles it.

    Loading the same files again files nothing twice, so an interrupted load is continued by
    starting it again.

    Args:
        catalogue: where they are filed.
        paths: files, folders and tables that a person chose.
        media: receives the originals.
        kind: of pictures that neither a table nor a folder gives one.
        on_ready: called in the load's thread when there is something to settle.
    """
    politicians = catalogue.politicians.all()

    def look() -> Scanned[Candidate]:
        found = scan(paths, politicians=politicians, kind=kind)
        return Scanned(found.candidates, found.refused, found.warnings)

    def file(candidate: Candidate, received: Received) -> bool:
        arrival = Arrival(
            received.digest,
            received.size,
            candidate.file_name,
            candidate.source,
            candidate.kind,
            candidate.claim,
            candidate.note,
            candidate.sender,
        )
        return file_arrival(catalogue, arrival)

    return Receiving(scan=look, media=media, file=file, on_ready=on_ready)
