"""A worker process: gets pictures through its pipe, answers about them, ends with the program.

It never sees a path. Before the first picture it gives up whatever it does not need (see ``sandbox``).
"""

import ctypes
import gc
import importlib
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from multiprocessing import connection, parent_process
from multiprocessing.connection import Connection
from time import process_time
from typing import cast

from curator.engine import kept_sentences
from curator.engine.errors import CuratorError, UnreadablePicture
from curator.engine.faces.finder import FaceFinder
from curator.engine.metadata import read_declarations
from curator.engine.picture_parts import decode_part
from curator.engine.pictures import (
    decode_picture,
    load_formats,
    perceptual_hashes,
    resized,
)
from curator.engine.said import said
from curator.engine.submitted_file import digest_of
from curator.engine.workers import sandbox
from curator.engine.workers.messages import (
    Analyse,
    AnalysedPicture,
    Answer,
    Crop,
    CroppedPicture,
    Encode,
    EncodedFaces,
    Ready,
    Refusal,
    Render,
    RenderedPicture,
    Request,
    WorkerSettings,
)
from curator.engine.workers.sandbox.own_files import own_files
from curator.engine.workers.wire import written


def run(pipe: Connection, settings: WorkerSettings) -> None:
    """Serve requests until the pipe is closed. The main function of a worker process.

    The pipe is one way trusted: requests come pickled from the program, answers go back
    as plain bytes (see `curator.engine.workers.wire`).
    """
    _be_quiet()
    _keep_only(pipe)
    _step_back(settings.niceness)
    # First of all, and before the first thread: Landlock holds for this thread and those it starts.
    module, _, _ = settings.finder.partition(":")
    protections = sandbox.confine_files(own_files(module), memory_bytes=settings.memory_bytes)
    _end_with_parent()
    finder: FaceFinder | None = None
    greeting: Ready | Refusal
    try:
        finder = _make_finder(settings)
        load_formats()
        _give_back_memory()
        protections |= sandbox.confine_calls()
        greeting = Ready(
            model=finder.name, notes=finder.notes, runtime=finder.runtime, protections=protections
        )
    except CuratorError as error:
        greeting = Refusal(unreadable=False, sentence=str(error), detail=traceback.format_exc())
    except Exception as error:  # whatever a model's library raises: the program must hear of it
        sentence = said("The face finder cannot be started ({error}).", error=type(error).__name__)
        greeting = Refusal(unreadable=False, sentence=sentence, detail=traceback.format_exc())
    try:
        pipe.send_bytes(written(greeting))
        while finder is not None:
            request: Request = pipe.recv()
            data = pipe.recv_bytes()
            pipe.send_bytes(written(_answer(request, data, finder, settings)))
    except (EOFError, OSError):
        return  # the program closed the pipe or is gone


def _make_finder(settings: WorkerSettings) -> FaceFinder:
    module, _, function = settings.finder.partition(":")
    make = cast(Callable[[object], FaceFinder], getattr(importlib.import_module(module), function))
    return make(settings.finder_settings)


def _answer(request: Request, data: bytes, finder: FaceFinder, settings: WorkerSettings) -> Answer | Refusal:
    try:
        match request:
            case Analyse():
                return _analyse(data, finder, settings.longest_side)
            case Encode():
                return _encode(request, data, finder, settings.longest_side)
            case Render():
                return _render(request, data)
            case Crop():
                return _crop(request, data)
    except UnreadablePicture as error:
        return Refusal(unreadable=True, sentence=error.sentence)
    except MemoryError:
        return Refusal(unreadable=True, sentence=kept_sentences.TOO_MUCH_MEMORY)
    except Exception:  # one bad picture never ends a worker that can go on
        sentence = kept_sentences.FINDER_FAILED
        return Refusal(unreadable=False, sentence=sentence, detail=traceback.format_exc())


def _analyse(data: bytes, finder: FaceFinder, longest_side: int) -> AnalysedPicture:
    started = process_time()
    picture = decode_picture(data, longest_side=longest_side)
    decoded = process_time()
    upright, mirrored = perceptual_hashes(picture.pixels)
    hashed = process_time()
    declarations = read_declarations(data)
    told = process_time()
    found = finder.find(picture)
    return AnalysedPicture(
        digest=digest_of(data),
        facts=found.picture.facts,
        pixels=found.picture.pixels,
        faces=found.faces,
        perceptual_hash=upright,
        mirrored_hash=mirrored,
        model=finder.name,
        seconds={
            "decode": decoded - started,
            "hash": hashed - decoded,
            "metadata": told - hashed,
            **found.seconds,
        },
        declarations=declarations,
    )


def _encode(request: Encode, data: bytes, finder: FaceFinder, longest_side: int) -> EncodedFaces:
    started = process_time()
    picture = decode_picture(data, longest_side=longest_side)
    decoded = process_time()
    encodings = finder.encode(picture.turned(request.turn), request.boxes)
    return EncodedFaces(
        digest=digest_of(data),
        encodings=encodings,
        model=finder.name,
        seconds={"decode": decoded - started, "encode": process_time() - decoded},
    )


def _render(request: Render, data: bytes) -> RenderedPicture:
    picture = decode_picture(data, longest_side=request.reach).turned(request.turn)
    pixels = picture.pixels
    if request.width is not None:
        pixels = resized(pixels, width=request.width)
    return RenderedPicture(digest=digest_of(data), facts=picture.facts, pixels=pixels)


def _crop(request: Crop, data: bytes) -> CroppedPicture:
    facts, region, pixels = decode_part(
        data, region=request.region, turn=request.turn, size_of=request.size_of
    )
    return CroppedPicture(digest=digest_of(data), facts=facts, region=region, pixels=pixels)


# ---------------------------------------------------------------- the process itself


def _end_with_parent() -> None:
    """End at once when the program is gone, even in the middle of a picture."""
    parent = parent_process()
    if parent is None:
        return

    def wait() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=wait, name="parent", daemon=True).start()


def _keep_only(pipe: Connection) -> None:
    """Closes what was handed on and is of no use, such as the way to the program's tracker of files."""
    parent = parent_process()
    if os.name != "posix" or parent is None:
        return
    kept = sorted({0, 1, 2, pipe.fileno(), parent.sentinel})
    for low, high in zip(kept, [*kept[1:], 256], strict=True):
        os.closerange(low + 1, high)


def _be_quiet() -> None:
    """Neither Ctrl+C in the terminal nor the libraries' own prints are a worker's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with open(os.devnull, "r+b", buffering=0) as nothing:
        for stream in (0, 1, 2):
            os.dup2(nothing.fileno(), stream)


def _step_back(niceness: int) -> None:
    """Let the window and other programs go first."""
    if sys.platform == "win32":
        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        os.nice(niceness)


def _give_back_memory() -> None:
    """Return what loading the models left behind: 110 of a worker's 245 MB, with glibc."""
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
