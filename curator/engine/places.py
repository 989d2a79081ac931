"""Tells of an error only where in the program it happened: messages may hold words of files and people."""

import re

_FRAME = re.compile(r'File "(?:[^"\n]*[\\/])?([\w.<> -]{1,80})", line (\d{1,7}), in ([\w<>]{1,80})')
_KIND = re.compile(r"^([A-Za-z_][\w.]{0,120})(?::|$)", re.MULTILINE)
_MOST = 60


def only_places(told: str) -> str:
    """The places of a traceback, and the kind of error, without message, source lines and folders.

    Args:
        told: as ``traceback`` writes it, or anything else, such as what a hostile worker made up.
    """
    frames = [f"  {file}, line {line}, in {function}" for file, line, function in _FRAME.findall(told)]
    kinds = _KIND.findall(told)
    kind = kinds[-1].rpartition(".")[2] if kinds else "An error"
    return "\n".join((kind, *frames[-_MOST:]))
