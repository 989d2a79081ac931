"""What Curator remembers about a person between starts; nothing about any submission."""

import getpass
from contextlib import suppress
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QByteArray, QSettings

from curator.engine.faces.finder import Detector, FinderSettings
from curator.ui.theme import Scheme

FILE_NAME = "curator.ini"
"""In the person's folder of settings."""


class Preferences:
    """A small file of settings in the person's own folder."""

    def __init__(self, path: Path) -> None:
        """Reads the file, or begins a new one.

        Args:
            path: of the file; its folder is made.
        """
        with suppress(OSError):
            # A read-only home is no reason not to work; nothing is remembered then.
            path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def curator(self) -> str:
        """Who signs decisions; the name of the account until someone says otherwise."""
        return str(self._settings.value("curator", "")) or _account()

    @curator.setter
    def curator(self, name: str) -> None:
        self._settings.setValue("curator", name)
        self._save()

    @property
    def last_catalogue(self) -> Path | None:
        """The catalogue that was open last, if it was not closed on purpose."""
        told = str(self._settings.value("last_catalogue", ""))
        return Path(told) if told else None

    @last_catalogue.setter
    def last_catalogue(self, folder: Path | None) -> None:
        self._settings.setValue("last_catalogue", "" if folder is None else str(folder))
        self._save()

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system says."""
        told = str(self._settings.value("scheme", Scheme.SYSTEM.value))
        return Scheme(told) if told in {one.value for one in Scheme} else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("scheme", scheme.value)
        self._save()

    @property
    def veiled(self) -> bool:
        """Whether pictures are blurred until a key is held."""
        return str(self._settings.value("veiled", "false")) == "true"

    @veiled.setter
    def veiled(self, veiled: bool) -> None:
        self._settings.setValue("veiled", "true" if veiled else "false")
        self._save()

    @property
    def worker_limit(self) -> int | None:
        """How many workers may run on this computer; None until someone says so."""
        told = str(self._settings.value("worker_limit", ""))
        return max(1, int(told)) if told.isascii() and told.isdecimal() else None

    @worker_limit.setter
    def worker_limit(self, limit: int) -> None:
        self._settings.setValue("worker_limit", limit)
        self._save()

    @property
    def detector(self) -> Detector:
        """How faces are looked for on this computer."""
        told = self._settings.value("detector", "")
        known: tuple[Detector, ...] = get_args(Detector)
        return next((one for one in known if one == told), FinderSettings().detector)

    @detector.setter
    def detector(self, detector: Detector) -> None:
        self._settings.setValue("detector", detector)
        self._save()

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window; empty at the first start."""
        told = self._settings.value("geometry", QByteArray())
        return told if isinstance(told, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)
        self._save()

    def _save(self) -> None:
        self._settings.sync()
        with suppress(OSError):
            self._path.chmod(0o600)


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # An account without a name, as in some containers.
        return "curator"
