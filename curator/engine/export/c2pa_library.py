"""Loads the extra package for C2PA, with the native library that came with it and no other.

Left to itself, c2pa-python 0.38 looks for its native library in the folder that the program happens to
be in, and in ``libs`` there, before it looks beside itself: whoever can put a file into a folder that
somebody works in would have it run. A whole path in the variable that it reads leaves it nothing to look for.
"""

import importlib
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

_VARIABLE = "C2PA_LIBRARY_NAME"
_NAMES = {"darwin": "libc2pa_c.dylib", "linux": "libc2pa_c.so", "win32": "c2pa_c.dll"}


def c2pa_library() -> ModuleType:
    """The package ``c2pa``.

    Raises:
        ImportError: it is not installed, or lacks its native library.
    """
    loaded = sys.modules.get("c2pa")
    if loaded is not None:
        return loaded
    spec = find_spec("c2pa")
    if spec is None or spec.origin is None:
        raise ImportError("c2pa is not installed")
    native = Path(spec.origin).parent / "libs" / _NAMES.get(sys.platform, "")
    if not native.is_file():
        raise ImportError(f"c2pa lacks {native.name}")
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(native)
    try:
        return importlib.import_module("c2pa")
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before
