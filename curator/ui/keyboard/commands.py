"""Every command of the window with its words and usual keys: menus and key help read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from curator.engine.said import Said, said


class Menu(StrEnum):
    """Where a command stands."""

    FILE = "file"
    REVIEW = "review"
    PICTURE = "picture"
    VIEW = "view"
    HELP = "help"


MENU_TITLES: Mapping[Menu, Said] = {
    Menu.FILE: said("&File"),
    Menu.REVIEW: said("&Review"),
    Menu.PICTURE: said("&Picture"),
    Menu.VIEW: said("&View"),
    Menu.HELP: said("&Help"),
}
"""What stands in the menu bar; the letter after the ``&`` opens the menu together with Alt."""

MENU_HEADINGS: Mapping[Menu, Said] = {
    Menu.REVIEW: said("Deciding and moving"),
    Menu.PICTURE: said("Looking"),
    Menu.VIEW: said("Window"),
    Menu.FILE: said("Catalogue"),
    Menu.HELP: said("Help"),
}
"""What the commands of each menu are for, over lists of keys."""


class Name(StrEnum):
    """Every command, by what it does."""

    NEW = "new"
    OPEN = "open"
    SAMPLE = "sample"
    LOAD_FILES = "load_files"
    LOAD_FOLDER = "load_folder"
    FETCH = "fetch"
    IMPORT_POLITICIANS = "import_politicians"
    EXPORT = "export"
    CURATOR_NAME = "curator_name"
    QUIT = "quit"
    APPROVE = "approve"
    APPROVE_AS = "approve_as"
    REJECT = "reject"
    NOT_CLAIMED = "not_claimed"
    SEVERAL_FACES = "several_faces"
    NO_FACE = "no_face"
    DUPLICATE = "duplicate"
    UNSAFE = "unsafe"
    SKIP = "skip"
    ASK = "ask"
    WITHDRAW = "withdraw"
    PROMOTE = "promote"
    UNDO = "undo"
    REDO = "redo"
    NEXT = "next"
    PREVIOUS = "previous"
    NEXT_UNDECIDED = "next_undecided"
    PREVIOUS_UNDECIDED = "previous_undecided"
    SEARCH = "search"
    CLAIM = "claim"
    KIND = "kind"
    NOTE = "note"
    DRAW_FACE = "draw_face"
    NOT_A_FACE = "not_a_face"
    COPIES = "copies"
    FILTERS = "filters"
    GRID = "grid"
    COMPARE = "compare"
    FLICKER = "flicker"
    NEXT_PORTRAIT = "next_portrait"
    PREVIOUS_PORTRAIT = "previous_portrait"
    BOXES = "boxes"
    LANDMARKS = "landmarks"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    FIT = "fit"
    ACTUAL = "actual"
    VEIL = "veil"
    LOOK = "look"
    NEXT_FACE = "next_face"
    PREVIOUS_FACE = "previous_face"
    TEXT_LARGER = "text_larger"
    TEXT_SMALLER = "text_smaller"
    TEXT_USUAL = "text_usual"
    FULL_SCREEN = "full_screen"
    REVIEW_PAGE = "review_page"
    POLITICIANS_PAGE = "politicians_page"
    EXPORT_PAGE = "export_page"
    LOG_PAGE = "log_page"
    SETTINGS_PAGE = "settings_page"
    KEYS = "keys"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: which.
        menu: where it stands.
        words: in the menu and in the key help.
        keys: all that work unless a person chose others, as Qt writes them; the first is shown.
        on_review: works only while the review page is shown.
        starts_group: a line is drawn above it in the menu.
        checkable: is on or off.
        held: works as long as its key is held, so it stands in no menu.
        repeats: goes on while its key is held; of all others a held key does one.
    """

    name: Name
    menu: Menu
    words: Said
    keys: tuple[str, ...] = ()
    on_review: bool = False
    starts_group: bool = False
    checkable: bool = False
    held: bool = False
    repeats: bool = False


COMMANDS: tuple[Command, ...] = (
    Command(Name.NEW, Menu.FILE, said("New catalogue …"), ("Ctrl+N",)),
    Command(Name.OPEN, Menu.FILE, said("Open catalogue …"), ("Ctrl+O",)),
    Command(Name.SAMPLE, Menu.FILE, said("Open the sample catalogue")),
    Command(Name.LOAD_FILES, Menu.FILE, said("Load pictures …"), ("Ctrl+L",), starts_group=True),
    Command(Name.LOAD_FOLDER, Menu.FILE, said("Load a folder …"), ("Ctrl+Shift+L",)),
    Command(Name.FETCH, Menu.FILE, said("Fetch from NocoDB …"), ("Ctrl+Shift+N",)),
    Command(Name.IMPORT_POLITICIANS, Menu.FILE, said("Import politicians from a folder …"), ("Ctrl+I",)),
    Command(Name.EXPORT, Menu.FILE, said("Export the approved set …"), ("Ctrl+E",), starts_group=True),
    Command(Name.CURATOR_NAME, Menu.FILE, said("Your name …"), starts_group=True),
    Command(Name.QUIT, Menu.FILE, said("Quit"), ("Ctrl+Q",), starts_group=True),
    Command(Name.APPROVE, Menu.REVIEW, said("Approve"), ("A",), on_review=True),
    Command(Name.APPROVE_AS, Menu.REVIEW, said("Approve as …"), ("Shift+A",), on_review=True),
    Command(Name.REJECT, Menu.REVIEW, said("Reject with the advised reason"), ("R",), on_review=True),
    Command(Name.NOT_CLAIMED, Menu.REVIEW, said("Reject: not the politician"), ("N",), on_review=True),
    Command(Name.SEVERAL_FACES, Menu.REVIEW, said("Reject: more than one face"), ("M",), on_review=True),
    Command(Name.NO_FACE, Menu.REVIEW, said("Reject: no face"), ("O",), on_review=True),
    Command(Name.DUPLICATE, Menu.REVIEW, said("Reject: duplicate"), ("D",), on_review=True),
    Command(Name.UNSAFE, Menu.REVIEW, said("Reject: unsafe, hide at once"), ("U",), on_review=True),
    Command(Name.SKIP, Menu.REVIEW, said("Skip"), ("S",), on_review=True),
    Command(Name.ASK, Menu.REVIEW, said("Ask a colleague"), ("Q",), on_review=True),
    Command(Name.WITHDRAW, Menu.REVIEW, said("Withdraw what was approved …"), ("Shift+W",), on_review=True),
    Command(Name.PROMOTE, Menu.REVIEW, said("Use as reference portrait …"), ("Shift+P",), on_review=True),
    Command(Name.UNDO, Menu.REVIEW, said("Undo"), ("Z", "Ctrl+Z"), on_review=True, starts_group=True),
    Command(Name.REDO, Menu.REVIEW, said("Do again"), ("Shift+Z", "Ctrl+Shift+Z"), on_review=True),
    Command(
        Name.NEXT, Menu.REVIEW, said("Next"), ("Right",), on_review=True, repeats=True, starts_group=True
    ),
    Command(Name.PREVIOUS, Menu.REVIEW, said("Previous"), ("Left",), on_review=True, repeats=True),
    Command(Name.NEXT_UNDECIDED, Menu.REVIEW, said("Next undecided"), ("J",), on_review=True),
    Command(Name.PREVIOUS_UNDECIDED, Menu.REVIEW, said("Previous undecided"), ("K",), on_review=True),
    Command(Name.SEARCH, Menu.REVIEW, said("Search"), ("/", "Ctrl+F"), on_review=True),
    Command(Name.FILTERS, Menu.REVIEW, said("More filters"), ("Ctrl+Shift+F",), on_review=True),
    Command(Name.CLAIM, Menu.REVIEW, said("Say whom it shows …"), ("W",), on_review=True, starts_group=True),
    Command(Name.KIND, Menu.REVIEW, said("Deepfake or portrait"), ("T",), on_review=True),
    Command(Name.NOTE, Menu.REVIEW, said("Edit the note"), ("I",), on_review=True),
    Command(Name.DRAW_FACE, Menu.REVIEW, said("Draw a missed face"), ("E",), on_review=True),
    Command(Name.NOT_A_FACE, Menu.REVIEW, said("Not a face"), ("X",), on_review=True),
    Command(Name.GRID, Menu.PICTURE, said("Grid of faces"), ("G",), on_review=True),
    Command(Name.COMPARE, Menu.PICTURE, said("Compare with the portrait"), ("C",), on_review=True),
    Command(Name.FLICKER, Menu.PICTURE, said("Flicker between the two"), ("V",), on_review=True),
    Command(Name.COPIES, Menu.PICTURE, said("Show near-duplicates"), ("Shift+D",), on_review=True),
    Command(Name.BOXES, Menu.PICTURE, said("Face boxes"), ("B",), on_review=True, starts_group=True),
    Command(Name.LANDMARKS, Menu.PICTURE, said("Landmarks"), ("L",), on_review=True),
    Command(Name.NEXT_PORTRAIT, Menu.PICTURE, said("Next reference portrait"), ("]",), on_review=True),
    Command(
        Name.PREVIOUS_PORTRAIT, Menu.PICTURE, said("Previous reference portrait"), ("[",), on_review=True
    ),
    Command(Name.NEXT_FACE, Menu.PICTURE, said("Next face"), (".",), on_review=True),
    Command(Name.PREVIOUS_FACE, Menu.PICTURE, said("Previous face"), (",",), on_review=True),
    Command(
        Name.ZOOM_IN,
        Menu.PICTURE,
        said("Zoom in"),
        ("+", "="),
        on_review=True,
        repeats=True,
        starts_group=True,
    ),
    Command(Name.ZOOM_OUT, Menu.PICTURE, said("Zoom out"), ("-",), on_review=True, repeats=True),
    Command(Name.FIT, Menu.PICTURE, said("Fit the picture"), ("0",), on_review=True),
    Command(Name.ACTUAL, Menu.PICTURE, said("Full size"), ("1",), on_review=True),
    Command(Name.VEIL, Menu.VIEW, said("Veil pictures"), ("Ctrl+H",), starts_group=True, checkable=True),
    Command(Name.LOOK, Menu.VIEW, said("Look at a veiled picture"), ("H",), on_review=True, held=True),
    Command(Name.FULL_SCREEN, Menu.VIEW, said("Full screen"), ("F", "F11")),
    Command(Name.TEXT_LARGER, Menu.VIEW, said("Larger text"), ("Ctrl++", "Ctrl+="), starts_group=True),
    Command(Name.TEXT_SMALLER, Menu.VIEW, said("Smaller text"), ("Ctrl+-",)),
    Command(Name.TEXT_USUAL, Menu.VIEW, said("Text at its usual size"), ("Ctrl+0",)),
    Command(Name.REVIEW_PAGE, Menu.VIEW, said("Review"), ("Ctrl+1",), starts_group=True),
    Command(Name.POLITICIANS_PAGE, Menu.VIEW, said("Politicians"), ("Ctrl+2",)),
    Command(Name.EXPORT_PAGE, Menu.VIEW, said("Export"), ("Ctrl+3",)),
    Command(Name.LOG_PAGE, Menu.VIEW, said("Log"), ("Ctrl+4",)),
    Command(Name.SETTINGS_PAGE, Menu.VIEW, said("Settings"), ("Ctrl+5",)),
    Command(Name.KEYS, Menu.HELP, said("Keys"), ("?", "F1")),
    Command(Name.ABOUT, Menu.HELP, said("About Curator")),
)


BY_NAME: Mapping[Name, Command] = {command.name: command for command in COMMANDS}
"""The same, to look up."""
