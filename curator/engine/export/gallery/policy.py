"""What a page of the gallery allows browsers to load: the export's own files, and nothing else."""

from typing import Final

POLICY: Final = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self';"
    " base-uri 'none'; form-action 'none'"
)
"""The content security policy of each page. On disk ``'self'`` means files, see decision 0011."""
