"""A worker process: reads requests from its pipe, answers them, ends with the program."""

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
from curator.engine.messages import (
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
from curator.engine.picture_parts import decode_part
from curator.engine.pictures import (
    WorkPicture,
    decode_picture,
    digest_of,
    perceptual_hashes,
    read_file,
    resized,
)
from curator.engine.records import Digest
from curator.engine.said import said
from curator.engine.wire import written


def run(pipe: Connection, settings: WorkerSettings) -> None:
    """Serve requests until the pipe is closed. The main function of a worker process.

    The pipe is one way trusted: requests come pickled from the program, answers go back
    as plain bytes (see `curator.engine.wire`).
    """
    _end_with_parent()
    _be_quiet()
    _step_back(settings.niceness)
    _limit(settings.memory_bytes)
    finder: FaceFinder | None = None
    greeting: Ready | Refusal
    try:
        finder = _make_finder(settings)
        _give_back_memory()
        greeting = Ready(model=finder.name, notes=finder.notes, runtime=finder.runtime)
    except CuratorError as error:
        greeting = Refusal(unreadable=False, sentence=str(error), detail=traceback.format_exc())
    except Exception as error:  # whatever a model's library raises: the program must hear of it
        sentence = said("The face finder cannot be started ({error}).", error=type(error).__name__)
        greeting = Refusal(unreadable=False, sentence=sentence, detail=traceback.format_exc())
    try:
        pipe.send_bytes(written(greeting))
        while finder is not None:
            request: Request = pipe.recv()
            pipe.send_bytes(written(_answer(request, finder, settings)))
    except (EOFError, OSError):
        return  # the program closed the pipe or is gone


def _make_finder(settings: WorkerSettings) -> FaceFinder:
    module, _, function = settings.finder.partition(":")
    make = cast(Callable[[object], FaceFinder], getattr(importlib.import_module(module), function))
    return make(settings.finder_settings)


def _answer(request: Request, finder: FaceFinder, settings: WorkerSettings) -> Answer | Refusal:
    try:
        match request:
            case Analyse():
                return _analyse(request, finder, settings.longest_side)
            case Encode():
                return _encode(request, finder, settings.longest_side)
            case Render():
                return _render(request)
            case Crop():
                return _crop(request)
    except UnreadablePicture as error:
        return Refusal(unreadable=True, sentence=error.sentence)
    except MemoryError:
        return Refusal(unreadable=True, sentence=kept_sentences.TOO_MUCH_MEMORY)
    except Exception:  # one bad picture never ends a worker that can go on
        sentence = kept_sentences.FINDER_FAILED
        return Refusal(unreadable=False, sentence=sentence, detail=traceback.format_exc())


def _analyse(request: Analyse, finder: FaceFinder, longest_side: int) -> AnalysedPicture:
    started = process_time()
    digest, picture = _opened(request, longest_side)
    decoded = process_time()
    upright, mirrored = perceptual_hashes(picture.pixels)
    hashed = process_time()
    found = finder.find(picture)
    return AnalysedPicture(
        digest=digest,
        facts=found.picture.facts,
        pixels=found.picture.pixels,
        faces=found.faces,
        perceptual_hash=upright,
        mirrored_hash=mirrored,
        model=finder.name,
        seconds={"decode": decoded - started, "hash": hashed - decoded, **found.seconds},
    )


def _encode(request: Encode, finder: FaceFinder, longest_side: int) -> EncodedFaces:
    started = process_time()
    digest, picture = _opened(request, longest_side)
    decoded = process_time()
    encodings = finder.encode(picture.turned(request.turn), request.boxes)
    return EncodedFaces(
        digest=digest,
        encodings=encodings,
        model=finder.name,
        seconds={"decode": decoded - started, "encode": process_time() - decoded},
    )


def _render(request: Render) -> RenderedPicture:
    digest, picture = _opened(request, request.reach)
    picture = picture.turned(request.turn)
    pixels = picture.pixels
    if request.width is not None:
        pixels = resized(pixels, width=request.width)
    return RenderedPicture(digest=digest, facts=picture.facts, pixels=pixels)


def _crop(request: Crop) -> CroppedPicture:
    digest, data = _read(request)
    facts, region, pixels = decode_part(
        data, region=request.region, turn=request.turn, size_of=request.size_of
    )
    return CroppedPicture(digest=digest, facts=facts, region=region, pixels=pixels)


def _opened(request: Request, longest_side: int) -> tuple[Digest, WorkPicture]:
    digest, data = _read(request)
    return digest, decode_picture(data, longest_side=longest_side)


def _read(request: Request) -> tuple[Digest, bytes]:
    data = read_file(request.path)
    digest = digest_of(data)
    if request.digest is not None and request.digest != digest:
        raise UnreadablePicture(kept_sentences.CHANGED)
    return digest, data


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


def _limit(memory_bytes: int) -> None:
    """Cap memory, forbid writing files and core dumps, where the system offers it.

    RLIMIT_DATA counts what is really writable; RLIMIT_AS would also count the address
    space that thread stacks and libraries merely reserve. Linux enforces it since 4.7;
    macOS and Windows do not, there the caps on file and picture size must do.
    """
    if sys.platform == "win32":
        return
    import resource

    wanted = {resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: 0}
    if sys.platform == "linux":
        wanted[resource.RLIMIT_DATA] = memory_bytes
    for kind, value in wanted.items():
        _, hard = resource.getrlimit(kind)
        limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (limit, limit))
