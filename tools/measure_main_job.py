"""Time the main job on folders of your own, and say where an analysis' time goes.

    python tools/measure_main_job.py POLITICIANS PICTURES...

POLITICIANS is a folder tree ``Country/Name Surname/*`` (countries may be missing) or a table. The job runs
in a catalogue of its own in a temporary folder: import and analyse the reference portraits, load and analyse
the pictures, approve all that could be read, export them. Shares are processor time of the stages, summed
over all pictures.
"""

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from threading import Event
from time import perf_counter

from curator.engine import export
from curator.engine.deciding import decisions
from curator.engine.errors import UnreadablePicture
from curator.engine.records import AnalysisState, Verdict
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Analyse, WorkerSettings
from curator.engine.workspace import Workspace


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("politicians", type=Path)
    parser.add_argument("pictures", type=Path, nargs="+")
    parser.add_argument("--jobs", type=int, default=2)
    told = parser.parse_args()
    settings = WorkerSettings(count=told.jobs)
    with tempfile.TemporaryDirectory(prefix="curator-measure-") as folder:
        run_job(Path(folder), told.politicians, told.pictures, settings)


def run_job(folder: Path, politicians: Path, pictures: list[Path], settings: WorkerSettings) -> None:
    ready = Event()
    clock = Stopwatch()
    catalogue = folder / "catalogue"
    with Workspace.open(catalogue, create=True, settings=settings, on_ready=ready.set) as workspace:
        clock.lap("open")
        workspace.loads.import_people(politicians)
        work(workspace, ready)
        clock.lap("portraits")
        workspace.loads.load(pictures)
        work(workspace, ready)
        clock.lap("pictures")
        ids = [
            one
            for one in workspace.catalogue.submissions.ids()
            if workspace.catalogue.submissions.get(one).state is AnalysisState.DONE
        ]
        for one in ids:
            decisions.decide(
                workspace.catalogue,
                [one],
                verdict=Verdict.APPROVED,
                curator="measure",
                thresholds=workspace.thresholds,
            )
        clock.lap(f"{len(ids)} decisions")
        renderer = export.WorkerRenderer(workspace.workers, media=workspace.media)
        planned = export.plan(workspace.catalogue, folder=folder / "export")
        summary = export.write(planned, folder=folder / "export", renderer=renderer)
        assert summary is not None
        export.record(workspace.catalogue, summary, curator="measure")
        clock.lap("export")
        portraits = sum(workspace.catalogue.politicians.portrait_counts().values())
        total = workspace.catalogue.submissions.counts().total
        files = [workspace.media.original(workspace.catalogue.submissions.get(one).digest) for one in ids]
        print(f"{portraits} portraits accepted, {total} submissions, {len(ids)} of them readable")
        for name, seconds in clock.laps:
            print(f"{name:>14}  {seconds:6.2f} s")
        print(f"{'whole job':>14}  {sum(seconds for _, seconds in clock.laps):6.2f} s")
        print_shares(files, settings)


def print_shares(files: list[Path], settings: WorkerSettings) -> None:
    """Analyses the pictures once more and adds up what the workers say of their stages."""
    totals: Counter[str] = Counter()
    faces = 0
    with Workers(settings) as workers:
        for future in [workers.submit(Analyse(path=path)) for path in files]:
            try:
                picture = future.result()
            except UnreadablePicture:
                continue
            totals.update(picture.seconds)
            faces += len(picture.faces)
    whole = sum(totals.values())
    shares = "  ".join(f"{name}={seconds / whole:.2f}" for name, seconds in totals.items())
    print(f"shares of {whole / len(files) * 1000:.0f} ms processor time a picture ({faces} faces): {shares}")


class Stopwatch:
    """Seconds between laps."""

    def __init__(self) -> None:
        self.laps: list[tuple[str, float]] = []
        self._since = perf_counter()

    def lap(self, name: str) -> None:
        """Notes the seconds since the last lap."""
        now = perf_counter()
        self.laps.append((name, now - self._since))
        self._since = now


def work(workspace: Workspace, ready: Event) -> None:
    workspace.analysis.pump()
    while workspace.busy:
        ready.wait(1.0)
        ready.clear()
        for failure in workspace.tick().failures:
            raise failure


if __name__ == "__main__":
    main()
