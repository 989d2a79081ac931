"""Which files a worker reads besides submitted ones: those of Python, Curator and the system's libraries."""

import importlib.machinery
import os
import sys
import sysconfig
from pathlib import Path

_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/nix/store")
_MACHINE = ("/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu", "/sys/devices/virtual/dmi")
"""What numeric libraries ask about the processor."""


def own_files(module: str) -> tuple[Path, ...]:
    """Folders and files that make up the program.

    Args:
        module: that makes the face finder, where that does not lie with Curator.
    """
    package = Path(__file__).resolve().parents[3]
    found = [
        # Beside the package in a checkout lie its resources, and perhaps somebody's catalogue.
        *(package, package.parent / "resources", Path(sys.base_prefix), Path(sys.prefix)),
        *map(Path, sysconfig.get_paths().values()),
        *(Path(one) for one in sys.path if Path(one).name in {"site-packages", "dist-packages"}),
        *map(Path, _LIBRARIES + _MACHINE),
    ]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        # A built program carries its Python modules inside the file that was started.
        found += (Path(frozen), Path(sys.executable))
    spec = importlib.machinery.PathFinder.find_spec(module.partition(".")[0])
    if spec is not None and spec.origin is not None:
        found.append(Path(spec.origin).parent)
    # A prefix of / or of all homes would be no limit at all; what is needed of them is named above.
    wide = {Path("/"), Path("/usr"), Path.home(), Path.home().parent}
    kept = (Path(os.path.realpath(one)) for one in found)
    return tuple(dict.fromkeys(one for one in kept if one not in wide))
