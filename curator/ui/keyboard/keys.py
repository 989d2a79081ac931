"""Says which key was pressed, how a key is written and shown, and which keys cannot be given away."""

from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from curator.engine.said import Said, said

MODIFIER_KEYS: Final = frozenset(
    {
        Qt.Key.Key_Shift.value,
        Qt.Key.Key_Control.value,
        Qt.Key.Key_Meta.value,
        Qt.Key.Key_Alt.value,
        Qt.Key.Key_AltGr.value,
        Qt.Key.Key_CapsLock.value,
        Qt.Key.Key_NumLock.value,
        Qt.Key.Key_ScrollLock.value,
        Qt.Key.Key_unknown.value,
        0,
    }
)
"""Pressed together with others; alone they mean nothing."""

_MODIFIER_NAMES: Final = frozenset(
    {"Shift", "Ctrl", "Alt", "Meta", "AltGr", "CapsLock", "NumLock", "ScrollLock"}
)
_RESERVED: Final = {
    "Return": said("Enter presses buttons and ends what is written or drawn, so it cannot be used here."),
    "Enter": said("Enter presses buttons and ends what is written or drawn, so it cannot be used here."),
    "Esc": said("Esc gives up what was begun, so it cannot be used here."),
    "Tab": said("Tab goes from field to field, so it cannot be used here."),
    "Backtab": said("Tab goes from field to field, so it cannot be used here."),
    "Space": said("Space presses the button that is reached with Tab, so it cannot be used here."),
    "Backspace": said("Text fields need this key, so it cannot be used here."),
    "Del": said("Text fields need this key, so it cannot be used here."),
    "Ctrl+A": said("Text fields need this key, so it cannot be used here."),
    "Ctrl+C": said("Text fields need this key, so it cannot be used here."),
    "Ctrl+V": said("Text fields need this key, so it cannot be used here."),
    "Ctrl+X": said("Text fields need this key, so it cannot be used here."),
}
_MOVING: Final = frozenset({"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"})
_MOVING_WORDS: Final = said(
    "Arrows and page keys move in lists, fields and pictures, so they cannot be used here."
)
_ALT_WORDS: Final = said("Alt with a letter opens the menus, so it cannot be used here.")
_ARROWS: Final = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def written(key: str) -> str:
    """A key in the one way in which it is compared and kept: ``ctrl+shift+z`` becomes ``Ctrl+Shift+Z``.

    Returns:
        The key as Qt writes it everywhere alike; empty for what is no single key.
    """
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    # A few keys one after the other are for editors; a modifier alone is only the beginning of a key.
    single = sequence.count() == 1 and text.rpartition("+")[2] not in _MODIFIER_NAMES
    return text if single and text.isprintable() else ""


def pressed(event: QKeyEvent, *, alone: bool = False) -> str:
    """The key of an event as :func:`written` would say it; empty while only Shift and the like are held.

    Args:
        event: a press or a release.
        alone: without Ctrl, Alt and Shift, whatever is held.
    """
    if event.key() in MODIFIER_KEYS:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if alone:
        modifiers = Qt.KeyboardModifier.NoModifier
    sign = event.text()
    plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    if plain and len(sign) == 1 and sign.isprintable() and not sign.isalpha() and not sign.isspace():
        # How a sign is typed depends on the keyboard: "?" is Shift+ß on some and Shift+/ on others.
        modifiers = Qt.KeyboardModifier.NoModifier
    try:
        combination = QKeyCombination(modifiers, Qt.Key(event.key()))
    except ValueError:
        return ""  # a key that Qt has no name for
    return written(QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText))


def cap_of(key: str) -> str:
    """A key as it stands on a key cap; empty for none."""
    if key in _ARROWS:
        return _ARROWS[key]
    sequence = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def why_reserved(key: str) -> Said | None:
    """Why a key cannot be given to a command; None when it can."""
    base = key.removeprefix("Shift+")
    if key in _RESERVED or base in _RESERVED:
        return _RESERVED.get(key) or _RESERVED[base]
    if base in _MOVING:
        return _MOVING_WORDS
    letter = key.removeprefix("Alt+")
    return _ALT_WORDS if letter != key and len(letter) == 1 and letter.isalpha() else None
