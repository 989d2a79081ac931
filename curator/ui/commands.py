"""Every command of the window with its words and keys: menus, shortcuts and the key help read this table."""

from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """Where a command stands; the value is the menu's title."""

    FILE = "&File"
    REVIEW = "&Review"
    VIEW = "&View"
    HELP = "&Help"


class Name(StrEnum):
    """Every command, by what it does."""

    NEW = "new"
    OPEN = "open"
    SAMPLE = "sample"
    LOAD_FILES = "load_files"
    LOAD_FOLDER = "load_folder"
    IMPORT_POLITICIANS = "import_politicians"
    EXPORT = "export"
    CURATOR_NAME = "curator_name"
    QUIT = "quit"
    APPROVE = "approve"
    REJECT = "reject"
    NOT_CLAIMED = "not_claimed"
    SEVERAL_FACES = "several_faces"
    NO_FACE = "no_face"
    DUPLICATE = "duplicate"
    UNSAFE = "unsafe"
    SKIP = "skip"
    ASK = "ask"
    UNDO = "undo"
    REDO = "redo"
    NEXT = "next"
    PREVIOUS = "previous"
    NEXT_UNDECIDED = "next_undecided"
    PREVIOUS_UNDECIDED = "previous_undecided"
    SEARCH = "search"
    CLAIM = "claim"
    NEXT_PORTRAIT = "next_portrait"
    PREVIOUS_PORTRAIT = "previous_portrait"
    BOXES = "boxes"
    LANDMARKS = "landmarks"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    FIT = "fit"
    ACTUAL = "actual"
    VEIL = "veil"
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
        keys: all that work, as Qt writes them; the first is shown.
        on_review: works only while the review page is shown.
        starts_group: a line is drawn above it in the menu.
        checkable: is on or off.
    """

    name: Name
    menu: Menu
    words: str
    keys: tuple[str, ...] = ()
    on_review: bool = False
    starts_group: bool = False
    checkable: bool = False


COMMANDS: tuple[Command, ...] = (
    Command(Name.NEW, Menu.FILE, "New catalogue …", ("Ctrl+N",)),
    Command(Name.OPEN, Menu.FILE, "Open catalogue …", ("Ctrl+O",)),
    Command(Name.SAMPLE, Menu.FILE, "Open the sample catalogue"),
    Command(Name.LOAD_FILES, Menu.FILE, "Load pictures …", ("Ctrl+L",), starts_group=True),
    Command(Name.LOAD_FOLDER, Menu.FILE, "Load a folder …", ("Ctrl+Shift+L",)),
    Command(Name.IMPORT_POLITICIANS, Menu.FILE, "Import politicians from a folder …", ("Ctrl+I",)),
    Command(Name.EXPORT, Menu.FILE, "Export the approved set …", ("Ctrl+E",), starts_group=True),
    Command(Name.CURATOR_NAME, Menu.FILE, "Your name …", starts_group=True),
    Command(Name.QUIT, Menu.FILE, "Quit", ("Ctrl+Q",), starts_group=True),
    Command(Name.APPROVE, Menu.REVIEW, "Approve", ("A",), on_review=True),
    Command(Name.REJECT, Menu.REVIEW, "Reject with the advised reason", ("R",), on_review=True),
    Command(Name.NOT_CLAIMED, Menu.REVIEW, "Reject: not the politician", ("N",), on_review=True),
    Command(Name.SEVERAL_FACES, Menu.REVIEW, "Reject: more than one face", ("M",), on_review=True),
    Command(Name.NO_FACE, Menu.REVIEW, "Reject: no face", ("O",), on_review=True),
    Command(Name.DUPLICATE, Menu.REVIEW, "Reject: duplicate", ("D",), on_review=True),
    Command(Name.UNSAFE, Menu.REVIEW, "Reject: unsafe, hide at once", ("U",), on_review=True),
    Command(Name.SKIP, Menu.REVIEW, "Skip", ("S",), on_review=True),
    Command(Name.ASK, Menu.REVIEW, "Ask a colleague", ("Q",), on_review=True),
    Command(Name.UNDO, Menu.REVIEW, "Undo", ("Z", "Ctrl+Z"), on_review=True, starts_group=True),
    Command(Name.REDO, Menu.REVIEW, "Do again", ("Shift+Z", "Ctrl+Shift+Z"), on_review=True),
    Command(Name.NEXT, Menu.REVIEW, "Next", ("Right",), on_review=True, starts_group=True),
    Command(Name.PREVIOUS, Menu.REVIEW, "Previous", ("Left",), on_review=True),
    Command(Name.NEXT_UNDECIDED, Menu.REVIEW, "Next undecided", ("J",), on_review=True),
    Command(Name.PREVIOUS_UNDECIDED, Menu.REVIEW, "Previous undecided", ("K",), on_review=True),
    Command(Name.SEARCH, Menu.REVIEW, "Search", ("/", "Ctrl+F"), on_review=True),
    Command(Name.CLAIM, Menu.REVIEW, "Say whom it shows …", ("W",), on_review=True),
    Command(Name.BOXES, Menu.VIEW, "Face boxes", ("B",), on_review=True),
    Command(Name.LANDMARKS, Menu.VIEW, "Landmarks", ("L",), on_review=True),
    Command(Name.NEXT_PORTRAIT, Menu.VIEW, "Next reference portrait", ("]",), on_review=True),
    Command(Name.PREVIOUS_PORTRAIT, Menu.VIEW, "Previous reference portrait", ("[",), on_review=True),
    Command(Name.ZOOM_IN, Menu.VIEW, "Larger", ("+", "="), on_review=True, starts_group=True),
    Command(Name.ZOOM_OUT, Menu.VIEW, "Smaller", ("-",), on_review=True),
    Command(Name.FIT, Menu.VIEW, "Fit the picture", ("0",), on_review=True),
    Command(Name.ACTUAL, Menu.VIEW, "Full size", ("1",), on_review=True),
    Command(
        Name.VEIL,
        Menu.VIEW,
        "Blur pictures until H is held",
        ("Ctrl+H",),
        starts_group=True,
        checkable=True,
    ),
    Command(Name.FULL_SCREEN, Menu.VIEW, "Full screen", ("F", "F11")),
    Command(Name.REVIEW_PAGE, Menu.VIEW, "Review", ("Ctrl+1",), starts_group=True),
    Command(Name.POLITICIANS_PAGE, Menu.VIEW, "Politicians", ("Ctrl+2",)),
    Command(Name.EXPORT_PAGE, Menu.VIEW, "Export", ("Ctrl+3",)),
    Command(Name.LOG_PAGE, Menu.VIEW, "Log", ("Ctrl+4",)),
    Command(Name.SETTINGS_PAGE, Menu.VIEW, "Settings", ("Ctrl+5",)),
    Command(Name.KEYS, Menu.HELP, "Keys", ("?", "F1")),
    Command(Name.ABOUT, Menu.HELP, "About Curator"),
)
