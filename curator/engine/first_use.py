"""Has a package import what it offers when that is first asked for, so that no start waits for all of it."""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType


def at_first_use(package: str, places: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """Makes the ``__getattr__`` of a package (PEP 562).

    The package imports the same names where only types are checked: tools that read the code, and that
    pack it into one program, find all of it there.

    Args:
        package: its name.
        places: modules of the package, each with the names that the package offers of it.
    """
    found = MappingProxyType({name: module for module, names in places.items() for name in names})

    def of_package(name: str) -> object:
        if name not in found:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name)
        value: object = getattr(import_module(f"{package}.{found[name]}"), name)
        # The next time it is there like any other.
        setattr(sys.modules[package], name, value)
        return value

    return of_package
