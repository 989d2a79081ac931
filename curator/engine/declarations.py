"""What a picture's file says about itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Declaration:
    """One thing that a file says about itself; whoever made the file may have made it up.

    Attributes:
        code: what it is about, see ``declarations``.
        text: the words of the file, cleaned and cut; empty where only their presence is kept, as of GPS
            positions and owners.
    """

    code: str
    text: str = ""
