"""Shows pictures, as they are and altered, to the program's own worker processes."""

import hashlib
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import numpy as np
from PIL import Image

from curator.engine.errors import UnreadablePicture, WorkerFailure
from curator.engine.faces.finder import Detector, FinderSettings
from curator.engine.records import Digest, PictureFacts
from curator.engine.workers.jobs import Workers, WorkersUnavailable
from curator.engine.workers.messages import Analyse, AnalysedPicture, Render, WorkerSettings

from .alterations import Alteration
from .cache import Cache, finder_version
from .seen import Seen

_AT_ONCE = 12
"""Requests under way: enough for two workers, few enough for memory and temporary files."""


_LONGEST_SIDE = 1600
"""Of pictures that are altered: the work size of the program."""


def work_scale(facts: PictureFacts) -> float:
    """The size at which a picture is altered by its full size."""
    return min(1.0, _LONGEST_SIDE / max(facts.width, facts.height))


class Looker:
    """Analyses pictures through ``Workers``; what the cache knows is not looked at again."""

    def __init__(
        self,
        cache_path: Path | None,
        *,
        detector: Detector = "yunet",
        count: int = 2,
    ) -> None:
        """Starts nothing yet.

        Args:
            cache_path: a JSON-lines file, or None.
            detector: which one the workers use.
            count: worker processes.
        """
        settings = WorkerSettings(count=count, finder_settings=FinderSettings(detector=detector))
        self._workers = Workers(settings)
        self._cache = Cache(cache_path, version=finder_version())
        self._detector = detector
        self._digests: dict[Path, Digest] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._workers.close()
        self._cache.__exit__()

    def look(self, paths: Sequence[Path]) -> dict[Path, Seen]:
        """Analyse pictures as they are.

        Raises:
            WorkersUnavailable: no worker can be started.
        """
        seen: dict[Path, Seen] = {}
        missing = []
        for path in paths:
            known = self._cache.get(self._key(path, "as it is"))
            if known is None:
                missing.append(path)
            else:
                seen[path] = known
        with _Window(self._workers, total=len(missing), what=f"pictures by {self._detector}") as window:
            for path in missing:
                window.add(path, self._keep(path, "as it is", into=seen, as_=path))
        return seen

    def look_altered(
        self, pictures: Mapping[Path, Seen], *, alterations: Sequence[Alteration]
    ) -> dict[tuple[Path, str], Seen]:
        """Analyse pictures after each alteration of their main face; those without a face are skipped.

        A face is never enlarged: it is not tried at sizes above its own.

        Returns:
            By path and the alteration's name. Boxes are in pixels of the altered picture.
        """
        seen: dict[tuple[Path, str], Seen] = {}
        work: dict[Path, list[Alteration]] = {}
        for path, picture in pictures.items():
            if picture.main_face is None:
                continue
            size = picture.main_face.box.size * work_scale(picture.facts)
            for alteration in alterations:
                if alteration.face_size is not None and alteration.face_size > size:
                    continue
                known = self._cache.get(self._key(path, alteration.name))
                if known is None:
                    work.setdefault(path, []).append(alteration)
                else:
                    seen[path, alteration.name] = known
        total = sum(map(len, work.values()))
        with (
            TemporaryDirectory(prefix="curator-accuracy-") as folder,
            _Window(self._workers, total=total, what="altered pictures") as window,
        ):
            for number, (path, wanted) in enumerate(work.items()):
                facts = pictures[path].facts
                request = Render(path=path, turn=facts.turn, longest_side=_LONGEST_SIDE)
                pixels = self._workers.submit(request, priority=1).result().pixels
                face = pictures[path].main_face
                assert face is not None  # looked at above
                for alteration in wanted:
                    altered = alteration.make(pixels, face, work_scale(facts))
                    file = Path(folder, f"{number}-{alteration.name.replace('/', '-')}.png")
                    Image.fromarray(np.ascontiguousarray(altered)).save(file, compress_level=1)
                    window.add(
                        file,
                        self._keep(path, alteration.name, into=seen, as_=(path, alteration.name)),
                        temporary=True,
                    )
        return seen

    def _keep(
        self, path: Path, variant: str, *, into: dict[Any, Seen], as_: object
    ) -> Callable[[Seen], None]:
        def keep(seen: Seen) -> None:
            self._cache.put(self._key(path, variant), seen)
            into[as_] = seen

        return keep

    def _key(self, path: Path, variant: str) -> str:
        if path not in self._digests:
            self._digests[path] = Digest(hashlib.sha256(path.read_bytes()).hexdigest())
        return f"{self._detector}/{self._digests[path]}/{variant}"


class _Window:
    """A few requests under way at a time; the oldest is waited for when there are enough."""

    def __init__(self, workers: Workers, *, total: int, what: str) -> None:
        self._workers = workers
        self._under_way: deque[tuple[Future[AnalysedPicture], Callable[[Seen], None], Path | None]] = deque()
        self._total, self._done, self._what = total, 0, what

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        while self._under_way and kind is None:
            self._finish_one()

    def add(self, path: Path, keep: Callable[[Seen], None], *, temporary: bool = False) -> None:
        if len(self._under_way) >= _AT_ONCE:
            self._finish_one()
        self._under_way.append((self._workers.submit(Analyse(path=path)), keep, path if temporary else None))

    def _finish_one(self) -> None:
        future, keep, temporary = self._under_way.popleft()
        keep(_outcome(future))
        if temporary is not None:
            temporary.unlink()
        self._done += 1
        if self._done % 100 == 0 or self._done == self._total:
            print(f"{self._done} of {self._total} {self._what}", file=sys.stderr)


def _outcome(future: Future[AnalysedPicture]) -> Seen:
    try:
        answer = future.result()
    except WorkersUnavailable:
        raise
    except (UnreadablePicture, WorkerFailure) as error:
        return Seen(PictureFacts("", 0, 0), problem=error.sentence)
    return Seen(answer.facts, answer.faces, answer.perceptual_hash)


def problems(seen: Mapping[Path, Seen]) -> Iterator[str]:
    """A sentence for each picture that cannot be used."""
    for path, picture in seen.items():
        if picture.problem:
            yield f"{path.name}: {picture.problem}"
        elif picture.main_face is None:
            yield f"{path.name}: no face was found."


def files_of(people: Mapping[str, Iterable[Path]]) -> list[Path]:
    """All files of all people."""
    return [path for paths in people.values() for path in paths]
