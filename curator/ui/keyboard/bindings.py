"""Which keys call which command: the usual ones, or those that a person chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent

from curator.engine.said import Said, said
from curator.ui.keyboard.commands import BY_NAME, COMMANDS, Name
from curator.ui.keyboard.keys import cap_of, pressed, why_reserved, written
from curator.ui.preferences import Preferences

_NOT_A_KEY = said("This is no key that a command can have.")
_HELD_ALONE = said("A key that is held works without Ctrl, Alt and Shift.")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a command cannot have a key.

    Attributes:
        key: which, as :func:`curator.ui.keyboard.keys.written` says it.
        holder: the command that has it; None when no command can have it.
        sentence: what to tell the person.
    """

    key: str
    holder: Name | None
    sentence: Said


class Bindings(QObject):
    """The keys of every command; each key calls one command at most, wherever that works.

    Attributes:
        changed: some keys are others from now on.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, *, parent: QObject | None = None) -> None:
        """Reads what a person chose; what makes no sense in the file is as if it were not there."""
        super().__init__(parent)
        self._preferences = preferences
        self._keys = _read(preferences)

    # ------------------------------------------------------------ asking

    def keys_of(self, name: Name) -> tuple[str, ...]:
        """All keys that call a command, as Qt writes them; the first is the one that is shown."""
        return self._keys[name]

    def shown(self, name: Name) -> str:
        """The first key of a command as it stands on a key cap; empty for none."""
        keys = self._keys[name]
        return cap_of(keys[0]) if keys else ""

    def holder(self, key: str) -> Name | None:
        """The command that a key calls."""
        sought = written(key)
        return next((name for name, keys in self._keys.items() if sought and sought in keys), None)

    def calls(self, name: Name, event: QKeyEvent) -> bool:
        """Whether a key event is one of a command; for held keys, which are no shortcuts.

        Of a release only the key itself counts: Shift may have been let go of earlier.
        """
        released = event.type() is QEvent.Type.KeyRelease
        return pressed(event, alone=released) in self._keys[name]

    def is_usual(self, name: Name) -> bool:
        """Whether a command has the keys that it has from the start."""
        return self._keys[name] == _usual(name)

    @property
    def all_usual(self) -> bool:
        """Whether nobody chose other keys."""
        return all(self.is_usual(name) for name in self._keys)

    def conflict(self, name: Name, told: str) -> Conflict | None:
        """Why a command cannot have a key; None when it can."""
        key = written(told)
        reserved = _refusal(name, key)
        if reserved is not None:
            return Conflict(key, None, reserved)
        holder = self.holder(key)
        if holder is None or holder is name:
            return None
        words = BY_NAME[holder].words
        return Conflict(key, holder, said("{key} belongs to “{command}”.", key=cap_of(key), command=words))

    # ------------------------------------------------------------ changing

    def set_keys(self, name: Name, keys: Sequence[str], *, take_over: bool = False) -> Conflict | None:
        """Gives a command other keys than it has.

        Args:
            name: which command.
            keys: all that shall call it, the one to be shown first; none takes all away.
            take_over: commands that have one of the keys lose it.

        Returns:
            The first conflict, when nothing was changed; None when it was done.
        """
        for key in keys:
            found = self.conflict(name, key)
            if found is not None and (found.holder is None or not take_over):
                return found
        mine = tuple(dict.fromkeys(written(key) for key in keys))
        self._put({name: mine})
        return None

    def restore(self, name: Name, *, take_over: bool = False) -> Conflict | None:
        """Gives a command its usual keys back; see :meth:`set_keys` for who has them meanwhile."""
        return self.set_keys(name, _usual(name), take_over=take_over)

    def restore_all(self) -> None:
        """Gives every command its usual keys back."""
        self._put({command.name: _usual(command.name) for command in COMMANDS})

    def _put(self, given: Mapping[Name, tuple[str, ...]]) -> None:
        taken = {key for keys in given.values() for key in keys}
        others = {
            name: tuple(key for key in keys if key not in taken)
            for name, keys in self._keys.items()
            if name not in given
        }
        wanted = {command.name: {**others, **given}[command.name] for command in COMMANDS}
        if wanted == self._keys:
            return
        self._keys = wanted
        self._preferences.keep_keys(
            {name.value: keys for name, keys in wanted.items() if keys != _usual(name)}
        )
        self.changed.emit()


def usual_key(name: Name) -> str:
    """The key that a command has from the start, as it stands on a key cap; empty for none."""
    keys = _usual(name)
    return cap_of(keys[0]) if keys else ""


def _usual(name: Name) -> tuple[str, ...]:
    return tuple(written(key) for key in BY_NAME[name].keys)


def _read(preferences: Preferences) -> dict[Name, tuple[str, ...]]:
    """The keys as the file has them: what a person chose goes before what is usual, each key once."""
    told = {command.name: preferences.keys(command.name.value) for command in COMMANDS}
    taken: set[str] = set()
    keys: dict[Name, tuple[str, ...]] = {}
    for chosen in (True, False):
        for command in COMMANDS:
            said_keys = told[command.name]
            if (said_keys is not None) is not chosen:
                continue
            wanted = (written(key) for key in said_keys or ()) if chosen else iter(_usual(command.name))
            free = [key for key in dict.fromkeys(wanted) if key not in taken]
            mine = tuple(key for key in free if _refusal(command.name, key) is None)
            taken.update(mine)
            keys[command.name] = mine
    return {command.name: keys[command.name] for command in COMMANDS}


def _refusal(name: Name, key: str) -> Said | None:
    """Why a command cannot have a key, whoever else has it."""
    if not key:
        return _NOT_A_KEY
    if key in _usual(name):
        return None  # what a command has from the start it may always have again
    if BY_NAME[name].held and "+" in key.removesuffix("+"):
        return _HELD_ALONE
    return why_reserved(key)
