#!/usr/bin/env python3
"""Draws the sample anew: ``python tools/sample/make.py [FOLDER]``."""

import argparse
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sample.shipment import shipment

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Write the whole sample, and take away pictures that are no longer part of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "resources" / "sample")
    folder: Path = parser.parse_args().folder
    files = list(shipment())
    for drawn in ("politicians", "submissions"):
        shutil.rmtree(folder / drawn, ignore_errors=True)
    for path, data in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    print(f"{len(files)} files, {sum(len(data) for _, data in files) / 1000:.0f} kB in {folder}")


if __name__ == "__main__":
    main()
