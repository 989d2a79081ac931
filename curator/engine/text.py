"""The one gate that all submitted text passes before it is kept, shown or written out.

Submitted text may carry control characters, text that runs backwards, characters that
cannot be seen, bytes that are no text (file names), and formulas that wake up in a
spreadsheet. What comes out of here is NFC, printable, cut to length and can be encoded.
"""

import re
import unicodedata

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"

MOST_MARKS = 4
"""Combining marks kept in a row: UTS #39, section 5.4, calls more than four a sign of abuse.

It also keeps normalisation fast: sorting a long run of marks takes quadratic time.
"""

# Control characters other than white space, all default-ignorable code points but the two
# joiners (needed in Persian and Indic words and in emoji) and the two emoji selectors, the
# bidi marks and overrides, the tag characters, and code points that are no characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANK = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_JOINERS = "\u200c\u200d"
_EDGES = " \n" + _JOINERS

# The characters that start a formula, with their full-width and small
# forms and the minus sign, all of which a spreadsheet may read as the plain ones.
_FORMULA_STARTS = frozenset("=+-@|%＝＋－＠｜％﹦﹢﹣﹫﹪−")
_CELL_BREAKS = frozenset(';,|"\t\r\n\v\f\x85\u2028\u2029')
_UNSEEN = frozenset(_JOINERS + "\ufe0e\ufe0f")

# Letters that no decomposition takes to a plain one.
_PLAIN_LETTERS = str.maketrans(
    {
        "\u0131": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ĸ": "k",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "a",
    }
)
_WRITTEN_UMLAUT = re.compile("([aou])e+")
_APOSTROPHES = re.compile("['`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07" + _JOINERS + "]")
_NOT_A_WORD = re.compile(r"[\W_]+")


def clean_line(text: str, *, limit: int) -> str:
    """Make submitted text safe to show on one line.

    Args:
        text: anything, also a file name that was no UTF-8 (``surrogateescape``).
        limit: characters that the result has at most, the ellipsis of a cut included.

    Returns:
        NFC text without line breaks, runs of white space as one space, none at the ends;
        empty when nothing can be seen. Cleaning it again changes nothing.
    """
    return _cut(" ".join(_sanitised(text).split()).strip(_EDGES), limit)


def clean_text(text: str, *, limit: int) -> str:
    r"""Make submitted text safe to show, keeping its line breaks.

    Line breaks of every kind become ``\n``, and there are never more than two in a row.

    Args:
        text: anything.
        limit: characters that the result has at most, the ellipsis of a cut included.

    Returns:
        NFC text, white space within a line as one space, none around lines. Cleaning it
        again changes nothing.
    """
    broken = _LINE_BREAK.sub("\n", _sanitised(text))
    lines = [_BLANK.sub(" ", line).strip(" ") for line in broken.split("\n")]
    return _cut(_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip(_EDGES), limit)


def csv_safe(cell: str) -> str:
    """Make a cell of text that no spreadsheet takes for a formula.

    An apostrophe is put before a first visible ``= + - @ | %`` (also their full-width
    forms), and after every character at which a spreadsheet may split the cell (``; , | "``,
    tab, line break) when one of them follows. Looking at the start alone is not enough:
    a file written with commas may be opened with semicolons. Numbers are not for this
    function: ``-0.5`` would become text.

    Returns:
        The cell without forbidden characters, in NFC; not cut. Twice is the same as once.
    """
    text = _sanitised(cell)
    if _FORMULA_STARTS.isdisjoint(text):
        return text
    safe: list[str] = []
    start: int | None = 0  # where the part that may become a cell begins; None once it shows text
    for character in text:
        if character in _FORMULA_STARTS and start is not None:
            safe.insert(start, "'")
            start = None
        safe.append(character)
        if character in _CELL_BREAKS:
            start = len(safe)
        elif not character.isspace() and character not in _UNSEEN:
            start = None
    return "".join(safe)


def name_key(text: str) -> str:
    """Reduce a name to what is compared: two spellings of one name give the same key.

    Case, diacritics, apostrophes, full stops, hyphens, underscores and repeated spaces do
    not count, and ``ae``, ``oe``, ``ue`` count as the umlaut that they often stand for
    (``Schroeder``, ``Schröder``). A key is for comparing only, never for showing.

    Returns:
        Lower-case words with single spaces between; empty when the text holds no letter
        or digit.
    """
    folded = unicodedata.normalize("NFKD", _sanitised(text)).casefold()
    plain = unicodedata.normalize("NFKD", folded)
    plain = "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M"))
    plain = _APOSTROPHES.sub("", plain).translate(_PLAIN_LETTERS)
    return _WRITTEN_UMLAUT.sub(r"\1", _NOT_A_WORD.sub(" ", plain).strip())


def _sanitised(text: str) -> str:
    """Text in NFC that can be encoded, without forbidden characters; white space is kept."""
    if text.isascii():
        return _FORBIDDEN.sub("", text)
    text = _FORBIDDEN.sub("", _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text))
    # Before, because a long run is slow to sort; after, because one mark may become two.
    return _few_marks(unicodedata.normalize("NFC", _few_marks(text)))


def _few_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for character in text:
        is_mark = character > "\u02ff" and (
            unicodedata.combining(character) > 0 or unicodedata.category(character) in ("Mn", "Me")
        )
        run = run + 1 if is_mark else 0
        if run <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _cut(text: str, limit: int) -> str:
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    if len(text) <= limit:
        return text
    return text[: limit - 1].rstrip(_EDGES) + ELLIPSIS
