"""Marks of what was published, which only whoever has the catalogue can compute.

Each is an HMAC (RFC 2104) with the catalogue's secret, so it is the same in every export, and tells nobody
else anything: neither which original it is, nor that two catalogues hold the same one.
"""

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.catalogue import EXPORT_SECRET
from curator.engine.records import Digest, SubmissionId


@dataclass(frozen=True, slots=True)
class Mark:
    """How a manifest tells what it published under a number.

    Attributes:
        picture: another one for another picture; empty where the manifest does not tell.
        state: another one whenever anything is published in another way; likewise.
    """

    picture: str = ""
    state: str = ""


def key_of(catalogue: Catalogue) -> bytes:
    """The secret of a catalogue.

    One that no Curator of today has opened for work has none yet. What stands in then is new each time: it
    will get other marks than it ever had, and a dry run says so.
    """
    return (catalogue.fact(EXPORT_SECRET) or secrets.token_hex()).encode()


def guid_of(submission_id: SubmissionId, *, digest: Digest, key: bytes) -> str:
    """The random number of a submission's published pictures: a UUID of version 4 (RFC 9562, 5.4) in shape.

    Args:
        submission_id: its number.
        digest: of its original: another picture under that number has another one.
        key: of the catalogue.
    """
    told = hmac.digest(key, f"picture {submission_id} {digest}".encode(), sha256)
    return str(UUID(bytes=told[:16], version=4))


def state_of(facts: str, *, key: bytes) -> str:
    """64 hexadecimal digits for all that is published of a submission, put together in one text."""
    return hmac.new(key, f"state {facts}".encode(), sha256).hexdigest()
