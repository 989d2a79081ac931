"""What things are known by: numbers of the catalogue, and the digest of a file."""

from typing import NewType

SubmissionId = NewType("SubmissionId", int)
PoliticianId = NewType("PoliticianId", int)
PortraitId = NewType("PortraitId", int)
FaceId = NewType("FaceId", int)
DecisionId = NewType("DecisionId", int)

Digest = NewType("Digest", str)
"""SHA-256 of a file's bytes, 64 lower-case hexadecimal digits."""
