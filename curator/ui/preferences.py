"""What Curator remembers about a person between starts; nothing about any submission."""

import getpass
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, get_args

from PySide6.QtCore import QByteArray, QSettings

from curator.engine.faces.finder import Detector, FinderSettings
from curator.engine.records import SubmissionId
from curator.ui.theme import TEXT_PERCENTS, Scheme
from curator.ui.veil import Veil

FILE_NAME = "curator.ini"
"""In the person's folder of settings."""
BREAK_MINUTES: Final = (0, 30, 45, 60, 90)
"""After how long a break is suggested; 0 is never."""
_LONGEST_ID = 18
"""Digits of a number that SQLite can hold."""
LANGUAGES: Final = ("", "en", "de", "fr", "it")
"""What the window can speak; empty is as the system."""


class Preferences:
    """A small file of settings in the person's own folder."""

    def __init__(self, path: Path) -> None:
        """Reads the file, or begins a new one.

        Args:
            path: of the file; its folder is made.
        """
        with suppress(OSError):
            # A read-only home is no reason not to work; nothing is remembered then.
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if path.exists():
                path.chmod(0o600)
        self._path = path
        self._waits = False
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def curator(self) -> str:
        """Who signs decisions; the name of the account until someone says otherwise."""
        return str(self._settings.value("curator", "")) or _account()

    @curator.setter
    def curator(self, name: str) -> None:
        self._keep("curator", name)

    @property
    def last_catalogue(self) -> Path | None:
        """The catalogue that was open last, if it was not closed on purpose."""
        told = str(self._settings.value("last_catalogue", ""))
        return Path(told) if told else None

    @last_catalogue.setter
    def last_catalogue(self, folder: Path | None) -> None:
        # The same one at most starts, and writing the file waits for the disk.
        if folder != self.last_catalogue:
            self._keep("last_catalogue", "" if folder is None else str(folder))

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system says."""
        told = str(self._settings.value("scheme", Scheme.SYSTEM.value))
        return Scheme(told) if told in {one.value for one in Scheme} else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._keep("scheme", scheme.value)

    @property
    def text_percent(self) -> int:
        """How large text is, of its usual size."""
        return self._choice("text_percent", TEXT_PERCENTS, default=100)

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._keep("text_percent", percent)

    @property
    def language(self) -> str:
        """In which language the window speaks: ``en``, ``de`` ...; empty is as the system."""
        told = str(self._settings.value("language", ""))
        return told if told in LANGUAGES else ""

    @language.setter
    def language(self, language: str) -> None:
        self._keep("language", language)

    @property
    def break_minutes(self) -> int:
        """After how many minutes of looking a break is suggested; 0, which is usual, is never."""
        return self._choice("break_minutes", BREAK_MINUTES, default=0)

    @break_minutes.setter
    def break_minutes(self, minutes: int) -> None:
        self._keep("break_minutes", minutes)

    # ------------------------------------------------------------ of each curator

    @property
    def veil(self) -> Veil:
        """How pictures are shown to the curator who is named now; each has a choice of their own."""
        told = str(self._settings.value(self._own("veil"), ""))
        if told in {one.value for one in Veil}:
            return Veil(told)
        # There was one switch for everybody once, which blurred.
        return Veil.BLUR if str(self._settings.value("veiled", "")) == "true" else Veil.NONE

    @veil.setter
    def veil(self, veil: Veil) -> None:
        self._settings.setValue(self._own("veil"), veil.value)
        if veil is not Veil.NONE:
            self._settings.setValue(self._own("last_veil"), veil.value)
        self._save()

    @property
    def last_veil(self) -> Veil:
        """What the curator who is named now veils with when they veil."""
        told = str(self._settings.value(self._own("last_veil"), ""))
        return Veil(told) if told in {Veil.GREY, Veil.BLUR, Veil.HIDE} else Veil.BLUR

    # ------------------------------------------------------------ keys

    def keys(self, name: str) -> tuple[str, ...] | None:
        """The keys that a person gave to a command; None when they said nothing about it.

        As they stand in the file: it may hold anything.
        """
        told = self._settings.value(f"keys/{name}", "")
        try:
            found = json.loads(str(told))
        except ValueError:
            return None
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            return None
        return tuple(found)

    def keep_keys(self, chosen: dict[str, Sequence[str]]) -> None:
        """Remembers the keys of all commands that have others than usual, and forgets the rest."""
        self._settings.remove("keys")
        for name, keys in chosen.items():
            self._settings.setValue(f"keys/{name}", json.dumps(list(keys)))
        self._save()

    # ------------------------------------------------------------ the computer

    @property
    def worker_limit(self) -> int | None:
        """How many workers may run on this computer; None until someone says so."""
        told = str(self._settings.value("worker_limit", ""))
        return max(1, int(told)) if told.isascii() and told.isdecimal() else None

    @worker_limit.setter
    def worker_limit(self, limit: int) -> None:
        self._keep("worker_limit", limit)

    @property
    def detector(self) -> Detector:
        """How faces are looked for on this computer."""
        told = self._settings.value("detector", "")
        known: tuple[Detector, ...] = get_args(Detector)
        return next((one for one in known if one == told), FinderSettings().detector)

    @detector.setter
    def detector(self, detector: Detector) -> None:
        self._keep("detector", detector)

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window; empty at the first start."""
        told = self._settings.value("geometry", QByteArray())
        return told if isinstance(told, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._keep("geometry", geometry)

    # ------------------------------------------------------------ where one was

    @contextmanager
    def in_one_go(self) -> Iterator[None]:
        """Writes the file once for all that is remembered meanwhile: each time waits for the disk."""
        self._waits = True
        try:
            yield
        finally:
            self._waits = False
            self._save()

    def layout(self, name: str) -> QByteArray:
        """How the parts of a view were divided, as ``QSplitter.saveState`` said; empty when nobody did."""
        told = self._settings.value(f"layout/{name}", QByteArray())
        return told if isinstance(told, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Remembers how the parts of a view are divided."""
        self._keep(f"layout/{name}", state)

    def last_place(self, catalogue_id: str) -> SubmissionId | None:
        """The submission that lay on the desk last in a catalogue; it may be gone by now."""
        told = str(self._settings.value(_of_catalogue("place", catalogue_id), ""))
        sound = told.isascii() and told.isdecimal() and len(told) <= _LONGEST_ID
        return SubmissionId(int(told)) if sound else None

    def keep_last_place(self, catalogue_id: str, submission_id: SubmissionId | None) -> None:
        """Remembers what lies on the desk; for when a catalogue is closed, not for each decision."""
        self._keep(_of_catalogue("place", catalogue_id), "" if submission_id is None else str(submission_id))

    def last_filter(self, catalogue_id: str) -> str:
        """What the queue of a catalogue let through, in the words of whoever kept it; empty for nothing."""
        return str(self._settings.value(_of_catalogue("filter", catalogue_id), ""))

    def keep_last_filter(self, catalogue_id: str, told: str) -> None:
        """Remembers what the queue lets through; for when a catalogue is closed."""
        self._keep(_of_catalogue("filter", catalogue_id), told)

    def forget_search(self, catalogue_id: str, *, erased_at: str) -> None:
        """Forgets what the queue let through when something was erased since it was remembered.

        It may be the name of whoever was erased, in this window or on the command line.

        Args:
            catalogue_id: of the catalogue.
            erased_at: when something was erased in it last; empty when nothing ever was.
        """
        name = _of_catalogue("erased_at", catalogue_id)
        if str(self._settings.value(name, "")) != erased_at:
            self.keep_last_filter(catalogue_id, "")
            self._keep(name, erased_at)

    # ------------------------------------------------------------ inside

    def _choice(self, name: str, known: tuple[int, ...], *, default: int) -> int:
        told = str(self._settings.value(name, ""))
        return next((one for one in known if str(one) == told), default)

    def _own(self, name: str) -> str:
        """The key of what each curator chooses; by digest, since a name may hold anything."""
        return f"{name}/{sha256(self.curator.encode()).hexdigest()[:16]}"

    def _keep(self, name: str, value: object) -> None:
        self._settings.setValue(name, value)
        self._save()

    def _save(self) -> None:
        if self._waits:
            return
        self._settings.sync()
        with suppress(OSError):
            self._path.chmod(0o600)


def _of_catalogue(name: str, catalogue_id: str) -> str:
    return f"{name}/{sha256(catalogue_id.encode()).hexdigest()[:16]}"


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # An account without a name, as in some containers.
        return "curator"
