"""One life of the program: somebody works at random, without a pause, until the program is killed."""

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Protocol

from curator.engine import backups, decisions, export, hand_work, promotion
from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.errors import CuratorError
from curator.engine.export import ExportOptions, WorkerRenderer
from curator.engine.intake.nocodb.request import CAMPAIGN_PHOTOS, FetchRequest, Source
from curator.engine.messages import WorkerSettings
from curator.engine.records import FaceBox, FaceId, Kind, PoliticianId, Reason, SubmissionId, Verdict
from curator.engine.workspace import Workspace
from torturing.telling import COPIED, EXPORTED, FAILED, INTENT, Teller

CURATOR = "Torture"
_WAIT_SECONDS = 0.005
"""After each step, as long as a fast person needs: the background gets a turn."""


@dataclass(frozen=True, slots=True)
class Stuff:
    """What a life works with.

    Attributes:
        home: holds the catalogue, exports and what is loaded.
        pictures: real or drawn files; each load takes some of them, changed so that they are new.
        people: a folder tree of politicians with portraits.
        address: of a NocoDB server on this machine; empty for none.
        settings: how workers are run.
        seed: of this life.
    """

    home: Path
    pictures: tuple[Path, ...]
    people: Path
    address: str
    token: str
    settings: WorkerSettings
    seed: int

    @property
    def folder(self) -> Path:
        """The catalogue's."""
        return self.home / "catalogue"


class Hands(Protocol):
    """How things are done: through the engine, or through the window's session."""

    def decide(self, ids: list[SubmissionId], verdict: Verdict, reason: Reason | None, note: str) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def draw(self, one: SubmissionId, box: FaceBox) -> None: ...
    def dismiss(self, one: SubmissionId, face: FaceId) -> None: ...
    def claim(self, one: SubmissionId, whom: PoliticianId | None) -> None: ...
    def kind(self, one: SubmissionId, kind: Kind) -> None: ...
    def note(self, one: SubmissionId, text: str) -> None: ...
    def promote(self, one: SubmissionId) -> None: ...
    def load(self, folder: Path) -> None: ...
    def people(self, folder: Path) -> None: ...
    def portraits(self, whom: PoliticianId, paths: list[Path]) -> None: ...
    def fetch(self, request: FetchRequest, token: str) -> None: ...
    def export(self, folder: Path, options: ExportOptions) -> None: ...


class Somebody:
    """Chooses what to do next, tells it, and has it done."""

    def __init__(self, stuff: Stuff, hands: Hands, catalogue: Catalogue, *, teller: Teller) -> None:
        self._stuff = stuff
        self._hands = hands
        self._catalogue = catalogue
        self._teller = teller
        self._dice = random.Random(stuff.seed)
        self._ways: tuple[tuple[int, Callable[[], None]], ...] = (
            (30, self._decide),
            (6, self._decide_many),
            (12, self._undo),
            (8, self._redo),
            (10, self._correct),
            (5, self._edit_faces),
            (4, self._promote),
            (6, self._load),
            (1, self._import),
            (2, self._add_portraits),
            (2, self._fetch if stuff.address else self._load),
            (4, self._export),
            (1, self._copy),
        )

    def act(self) -> None:
        """Does one thing, and tells what became of it."""
        (way,) = self._dice.choices([way for _, way in self._ways], [weight for weight, _ in self._ways])
        try:
            way()
        except CuratorError as error:
            # Refusals are answers; what holds everything up is told.
            if type(error).__name__.startswith("Catalogue"):
                self._teller.say(FAILED, why=f"{error.sentence} ({self._dice.random()})")
        self._teller.tell_new(self._catalogue)

    # ------------------------------------------------------------ decisions

    def _some(self) -> list[SubmissionId]:
        return sorted(self._catalogue.submissions.ids(SubmissionFilter()))

    def _one(self) -> SubmissionId | None:
        some = self._some()
        return self._dice.choice(some) if some else None

    def _decide(self) -> None:
        one = self._one()
        if one is not None:
            self._give([one], "decision")

    def _decide_many(self) -> None:
        some = self._some()
        if some:
            self._give(self._dice.sample(some, self._dice.randint(1, len(some))), "bulk decision")

    def _give(self, ids: list[SubmissionId], what: str) -> None:
        verdicts: list[tuple[Verdict, Reason | None]] = [
            *[(Verdict.APPROVED, None)] * 3,
            (Verdict.REJECTED, Reason.NOT_CLAIMED),
            (Verdict.REJECTED, Reason.UNSAFE),
            (Verdict.SKIPPED, None),
            (Verdict.UNDECIDED, None),
            (Verdict.WITHDRAWN, Reason.REQUESTED),
        ]
        verdict, reason = self._dice.choice(verdicts)
        token = f"torture {secrets.token_hex(6)}"
        self._teller.say(INTENT, what=what, token=token, count=len(ids))
        self._hands.decide(ids, verdict, reason, token)

    def _undo(self) -> None:
        self._teller.say(INTENT, what="undo")
        self._hands.undo()

    def _redo(self) -> None:
        self._teller.say(INTENT, what="redo")
        self._hands.redo()

    # ------------------------------------------------------------ hand work

    def _correct(self) -> None:
        one = self._one()
        if one is None:
            return
        self._teller.say(INTENT, what="hand work")
        which = self._dice.randrange(3)
        if which == 0:
            people = [None, *(who.id for who in self._catalogue.politicians.all())]
            self._hands.claim(one, self._dice.choice(people))
        elif which == 1:
            self._hands.kind(one, self._dice.choice(list(Kind)))
        else:
            self._hands.note(one, f"seen {self._dice.randrange(10**6)}")

    def _edit_faces(self) -> None:
        one = self._one()
        if one is None:
            return
        self._teller.say(INTENT, what="hand work")
        faces = [face for face in self._catalogue.faces.of(one) if not face.dismissed]
        if faces and self._dice.random() < 0.5:
            self._hands.dismiss(one, self._dice.choice(faces).id)
        else:
            left, top = self._dice.randrange(100), self._dice.randrange(100)
            self._hands.draw(one, FaceBox(left, top, 40, 40))

    def _promote(self) -> None:
        one = self._one()
        if one is None:
            return
        self._teller.say(INTENT, what="promotion")
        if self._catalogue.submissions.get(one).kind is not Kind.PORTRAIT:
            self._hands.kind(one, Kind.PORTRAIT)
        if self._catalogue.submissions.get(one).verdict is not Verdict.APPROVED:
            self._hands.decide([one], Verdict.APPROVED, None, "")
        self._hands.promote(one)

    # ------------------------------------------------------------ in and out

    def _new_files(self, folder: Path) -> list[Path]:
        folder.mkdir(parents=True)
        paths = []
        for number in range(self._dice.randint(1, 8)):
            seed = self._dice.choice(self._stuff.pictures)
            path = folder / f"{number}{seed.suffix}"
            # Bytes behind the end of a picture are no part of it, and make it another file.
            path.write_bytes(seed.read_bytes() + secrets.token_bytes(8))
            paths.append(path)
        return paths

    def _load(self) -> None:
        folder = self._stuff.home / "in" / secrets.token_hex(4)
        self._new_files(folder)
        self._teller.say(INTENT, what="load")
        self._hands.load(folder)

    def _import(self) -> None:
        self._teller.say(INTENT, what="import")
        self._hands.people(self._stuff.people)

    def _add_portraits(self) -> None:
        people = self._catalogue.politicians.all()
        if people:
            paths = self._new_files(self._stuff.home / "in" / secrets.token_hex(4))
            self._teller.say(INTENT, what="import")
            self._hands.portraits(self._dice.choice(people).id, paths)

    def _fetch(self) -> None:
        source = Source(self._stuff.address, "DNTSPY", "photos")
        self._teller.say(INTENT, what="fetch")
        self._hands.fetch(FetchRequest(source, CAMPAIGN_PHOTOS), self._stuff.token)

    def _export(self) -> None:
        folder = self._stuff.home / self._dice.choice(("site", "site", "other site"))
        gallery = self._dice.random() < 0.3
        self._teller.say(INTENT, what="export", folder=str(folder))
        self._hands.export(folder, ExportOptions(gallery=gallery, languages=("en",)))

    def _copy(self) -> None:
        self._teller.say(INTENT, what="backup")
        made = backups.make(self._catalogue.folder, kind=backups.Kind.BY_HAND)
        if made is not None:
            self._teller.say(COPIED, path=str(made.path))


class EngineHands:
    """Does things as the command line does them."""

    def __init__(self, workspace: Workspace, *, teller: Teller) -> None:
        self._workspace = workspace
        self._catalogue = workspace.catalogue
        self._teller = teller

    def decide(self, ids: list[SubmissionId], verdict: Verdict, reason: Reason | None, note: str) -> None:
        decisions.decide(
            self._catalogue,
            ids,
            verdict=verdict,
            reason=reason,
            note=note,
            curator=CURATOR,
            thresholds=self._workspace.thresholds,
        )

    def undo(self) -> None:
        decisions.undo(self._catalogue, curator=CURATOR)

    def redo(self) -> None:
        decisions.redo(self._catalogue, curator=CURATOR)

    def draw(self, one: SubmissionId, box: FaceBox) -> None:
        thresholds = self._workspace.thresholds
        hand_work.draw_face(self._catalogue, one, box, curator=CURATOR, thresholds=thresholds)

    def dismiss(self, one: SubmissionId, face: FaceId) -> None:
        thresholds = self._workspace.thresholds
        hand_work.dismiss_face(self._catalogue, face, curator=CURATOR, thresholds=thresholds)

    def claim(self, one: SubmissionId, whom: PoliticianId | None) -> None:
        thresholds = self._workspace.thresholds
        hand_work.correct_claim(self._catalogue, one, claimed_id=whom, curator=CURATOR, thresholds=thresholds)

    def kind(self, one: SubmissionId, kind: Kind) -> None:
        thresholds = self._workspace.thresholds
        hand_work.correct_kind(self._catalogue, one, kind=kind, curator=CURATOR, thresholds=thresholds)

    def note(self, one: SubmissionId, text: str) -> None:
        thresholds = self._workspace.thresholds
        hand_work.edit_note(self._catalogue, one, note=text, curator=CURATOR, thresholds=thresholds)

    def promote(self, one: SubmissionId) -> None:
        thresholds = self._workspace.thresholds
        promotion.promote(self._catalogue, one, curator=CURATOR, thresholds=thresholds)

    def load(self, folder: Path) -> None:
        self._workspace.load([folder])

    def people(self, folder: Path) -> None:
        self._workspace.import_people(folder)

    def portraits(self, whom: PoliticianId, paths: list[Path]) -> None:
        self._workspace.add_portraits(whom, paths)

    def fetch(self, request: FetchRequest, token: str) -> None:
        self._workspace.fetch(request, token)

    def export(self, folder: Path, options: ExportOptions) -> None:
        planned = export.plan(self._catalogue, options=options)
        renderer = WorkerRenderer(
            self._workspace.workers, media=self._workspace.media, cancelled=lambda: False
        )
        export.begin(self._catalogue, folder)
        summary = export.write(planned, folder=folder, renderer=renderer)
        assert summary is not None
        export.record(self._catalogue, summary, curator=CURATOR)
        self._teller.say(EXPORTED, folder=str(folder), manifest=summary.manifest_digest)


def live(stuff: Stuff, teller: Teller) -> None:
    """Opens the catalogue and works on it; only a kill ends it."""
    ready = Event()
    workspace = Workspace.open(
        stuff.folder,
        create=not Catalogue.exists(stuff.folder),
        settings=stuff.settings,
        on_ready=ready.set,
    )
    teller.begin(workspace.catalogue)
    workspace.continue_loads()
    somebody = Somebody(stuff, EngineHands(workspace, teller=teller), workspace.catalogue, teller=teller)
    while True:
        ready.wait(_WAIT_SECONDS)
        ready.clear()
        for failure in workspace.tick().failures:
            teller.say(FAILED, why=failure.sentence)
        teller.tell_new(workspace.catalogue)
        somebody.act()
