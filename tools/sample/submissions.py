"""The submissions of the sample, in the order in which they are listed and loaded."""

from .case import Case
from .clear_cases import clear_cases
from .doubtful_cases import doubtful_cases
from .odd_cases import counted_cases, odd_files, repeated_cases
from .studio import Studio


def cases(studio: Studio) -> tuple[Case, ...]:
    """Every submission; copies come after what they are copies of."""
    return (
        *clear_cases(studio),
        *doubtful_cases(studio),
        *counted_cases(studio),
        *repeated_cases(studio),
        *odd_files(studio),
    )
