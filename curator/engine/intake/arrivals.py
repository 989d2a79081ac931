"""Files what was sent in, with the politician of the index whom it claims to show."""

from curator.engine.catalogue import Catalogue
from curator.engine.records import Arrival


def file_arrival(catalogue: Catalogue, arrival: Arrival) -> bool:
    """Files what was sent in, inside the open transaction; tells whether it is a new submission."""
    claim = arrival.claim
    claimed = catalogue.politicians.find(full_name=claim.full_name, country=claim.country) if claim else None
    _, new = catalogue.submissions.receive(arrival, claimed_id=None if claimed is None else claimed.id)
    return new
