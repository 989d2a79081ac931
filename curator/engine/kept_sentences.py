"""The sentences that reach the window as plain text: kept by the catalogue, or sent by worker processes.

They say why a picture could not be opened or not be used, and what a worker does without. The
catalogue holds plain English, so that it can be read without Curator, and whatever a worker sends
is text. The window finds the pattern again among these, to say it in the person's language.
"""

import itertools
import re
from string import Formatter

from curator.engine.said import Said, joined, said

OTHER_THAN_A_FILE = said("This is {what}, not a picture file.")
A_FOLDER = said("a folder")
A_LINK = said("a link to another file")
A_DEVICE = said("a device or a pipe")
GONE = said("The file is no longer there.")
NOT_ALLOWED = said("The file may not be read by this user.")
NOT_OPENED = said("The file cannot be opened.")
NOT_READ = said("The file cannot be read from the disk.")
EMPTY = said("The file is empty.")
ENDS_EARLY = said("The file ends before the picture begins.")
CHANGED = said("The file is not the one that was taken in: its content has changed.")
TOO_MANY_BYTES = said("The file is larger than {limit} megabytes ({size}).")
TOO_MANY_PIXELS = said("The picture is larger than {limit} megapixels ({size}).")
TOO_MUCH_MEMORY = said("Reading the picture takes more memory than is allowed.")
ANOTHER_KIND = said("The file is not a picture but {kind}.")
A_PDF = said("a PDF document")
AN_SVG = said("an SVG drawing")
A_WEB_PAGE = said("a web page")
A_VIDEO = said("a video")
AN_ARCHIVE = said("a ZIP archive or an office document")
A_DATA_FILE = said("a data file")
TEXT = said("text")
DAMAGED_START = said("The picture is damaged: its beginning cannot be read.")
UNKNOWN_KIND = said("The file is not a picture of a known kind.")
DAMAGED = said("The picture is damaged and cannot be read.")
OUTSIDE = said("The part that was asked for lies outside the picture.")
FINDER_FAILED = said("The face finder failed on this picture.")
TOO_LONG = said("Looking at the picture took longer than {seconds} seconds and was stopped.")
ENDED = said("The process that looked at this picture ended early.")
ENDED_BY_SIGNAL = said("The process that looked at this picture ended early (signal {signal}).")
ENDED_WITH_CODE = said("The process that looked at this picture ended early (exit code {code}).")
LOOK_AGAIN = said("In the settings it can be looked at again.")
WORKER_GONE = said("The worker process is gone.")
SENT_TOO_MUCH = said("A worker process sent back more than it was asked for.")
SENT_NONSENSE = said("A worker process sent back something that makes no sense ({what}).")
WITHOUT_FACE = said("No face was found in it. Use a photo that shows the face larger and from the front.")
WITH_FACES = said("It shows {faces} faces. Crop it so that only the politician is left.")
WITH_AN_UNCLEAR_FACE = said("Its face is too small or unclear to compare with. Use a larger photo.")

WITHOUT_YUNET = said("YuNet cannot be used, faces are looked for by HOG, which misses more: {reason}")
NO_RUNTIME = said("onnxruntime is not installed.")
SLOW_ENCODER = said("onnxruntime is not installed; faces are encoded by dlib, which is slower.")
UNKNOWN_LAYOUT = said("The encoder's file has an unknown layout ({detail}); faces are encoded by dlib.")
FAILED_RUNTIME = said("onnxruntime cannot run the encoder ({detail}); faces are encoded by dlib.")
OTHER_NUMBERS = said("onnxruntime differs from dlib by {deviation}; faces are encoded by dlib.")
FOREIGN_MODEL = said("The model file {name} is not the one that Curator was measured with.")
MISSING_MODEL = said("The model file {name} is missing.")
NO_LIBRARY = said("The face_recognition library is not part of this installation.")
NOT_STARTED = said("The face finder cannot be started. {reason}")

KEPT = tuple(one for one in tuple(globals().values()) if isinstance(one, Said))
"""All of them. Their values stand without format codes: they are read out of the text again."""


_KINDS = (A_PDF, AN_SVG, A_WEB_PAGE, A_VIDEO, AN_ARCHIVE, A_DATA_FILE, TEXT)
_OF_WORKERS = frozenset(
    {
        *(EMPTY, ENDS_EARLY, DAMAGED_START, DAMAGED, UNKNOWN_KIND, TOO_MUCH_MEMORY, OUTSIDE, FINDER_FAILED),
        *(ANOTHER_KIND.filled(kind=kind) for kind in _KINDS),
        TOO_MANY_PIXELS.filled(limit=0, size=0),
    }
)
_NUMBER = re.compile("[0-9]{1,20}")


def is_of_a_worker(text: str) -> bool:
    """Whether a sound worker says this of a picture: a person reads it as the program's own words."""
    return _NUMBER.sub("0", text) in _OF_WORKERS


_MOST_SENTENCES = 6
_DEEPEST = 2
"""A part of a kept sentence may hold one that holds a word; the reason that no worker starts does."""


def recognised(text: str) -> str:
    """A stored sentence with its pattern and values, or several in a row; any other text as it is.

    The text may be anybody's, a sender's claim for one: whatever it is, an answer takes no longer
    than some milliseconds.
    """
    return _recognised(text, _DEEPEST)


def _recognised(text: str, deep: int) -> str:
    found = _one(text, deep)
    if found is not None:
        return found
    ends = [end.start() for end in itertools.islice(_END.finditer(text), _MOST_SENTENCES)]
    if not ends or len(ends) == _MOST_SENTENCES:
        return text
    # What happened is kept together with what to do about it. Of each end, how to get there from the start.
    told: dict[int, tuple[Said, ...]] = {-1: ()}
    for stop in (*ends, len(text)):
        for start in tuple(told):
            part = _one(text[start + 1 : stop], deep)
            if part is not None:
                told[stop] = (*told[start], part)
                break
    return joined(told[len(text)]) if len(text) in told else text


def _one(text: str, deep: int) -> Said | None:
    """The one kept sentence that the text is."""
    for expression, sentence in _EXPRESSIONS if deep >= 0 else ():
        found = expression.fullmatch(text)
        if found is not None:
            values = found.groupdict().items()
            return sentence.filled(**{name: _recognised(value, deep - 1) for name, value in values})
    return None


def _expression(pattern: str) -> re.Pattern[str]:
    parts = []
    for words, name, _format, _conversion in Formatter().parse(pattern):
        parts.append(re.escape(words))
        if name is not None:
            parts.append(f"(?P<{name}>.+)")
    return re.compile("".join(parts))


_END = re.compile(r"(?<=[.?!]) ")
_EXPRESSIONS = tuple((_expression(one.pattern), one) for one in KEPT)
