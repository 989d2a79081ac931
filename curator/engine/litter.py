"""Tells what systems leave behind in folders from what people put there."""

_LITTER = frozenset(
    {
        *(".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "@eadir"),
        *("$recycle.bin", "system volume information", "lost+found"),
    }
)
"""Of operating systems, file servers and archivers; names in lower case."""


def is_litter(name: str) -> bool:
    """Whether a file or folder of that name was left by a system and means nothing."""
    return name.casefold() in _LITTER
