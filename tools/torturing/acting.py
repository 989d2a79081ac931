"""One life of the program: somebody works at random, without a pause, until the program is killed."""

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Protocol

from curator.engine import export
from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.deciding import decisions, hand_work, promotion
from curator.engine.errors import CuratorError
from curator.engine.export import ExportOptions, WorkerRenderer
from curator.engine.intake.nocodb.request import CAMPAIGN_PHOTOS, FetchRequest, Source
from curator.engine.media import MediaStore
from curator.engine.merging import merging
from curator.engine.merging.source import take
from curator.engine.privacy import erasing
from curator.engine.privacy.looking import Erasure
from curator.engine.records import FaceBox, FaceId, Kind, PoliticianId, Reason, SubmissionId, Verdict
from curator.engine.safekeeping import backups
from curator.engine.workers.messages import WorkerSettings
from curator.engine.workspace import Workspace
from torturing import copies, vanishing
from torturing.telling import BEGUN, COPIED, ERASED, EXPORTED, FAILED, INTENT, Teller
from torturing.vanishing import new_mark

CURATOR = "Torture"
_AGAIN = 0.2
"""Of the files that are loaded, the part that somebody sent before."""
_NOBODY_ELSE = 0.7
"""Of the imports, the part that brings somebody whose name is nobody else's."""
_UNTIL_RESTORED = 60
"""Things that are done in one life before a backup is restored, at most."""
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
    def erase(self, wanted: Erasure, token: str) -> None: ...
    def merge(self, path: Path) -> None: ...
    @property
    def may_erase(self) -> bool: ...


class Somebody:
    """Chooses what to do next, tells it, and has it done."""

    def __init__(
        self, stuff: Stuff, hands: Hands, catalogue: Catalogue, *, teller: Teller, vanishing: bool = True
    ) -> None:
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
            (2, self._copy),
            (4 if vanishing else 0, self._erase),
            (4 if vanishing else 0, self._merge),
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
        """Some files, and a table that says who sent them; some were sent by others before."""
        folder.mkdir(parents=True)
        paths = []
        senders = [f"{new_mark()} Sender", f"{new_mark()} Sender", ""]
        lines = ["file,description,sender"]
        for number in range(self._dice.randint(1, 8)):
            seed = self._dice.choice(self._stuff.pictures)
            path = folder / f"{new_mark()}{seed.suffix}"
            again = self._one() if self._dice.random() < _AGAIN else None
            if again is not None:
                digest = self._catalogue.submissions.get(again).digest
                path.write_bytes(MediaStore(self._catalogue.media_folder).original(digest).read_bytes())
            else:
                # Bytes behind the end of a picture are no part of it, and make it another file.
                path.write_bytes(seed.read_bytes() + secrets.token_bytes(8))
            lines.append(f"{path.name},{number} {new_mark()},{self._dice.choice(senders)}")
            paths.append(path)
        folder.joinpath("submissions.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return paths

    def _load(self) -> None:
        folder = self._stuff.home / "in" / secrets.token_hex(4)
        self._new_files(folder)
        self._teller.say(INTENT, what="load")
        self._hands.load(folder)

    def _import(self) -> None:
        tree = self._stuff.people
        if self._dice.random() < _NOBODY_ELSE:
            tree = self._stuff.home / "in" / secrets.token_hex(4)
            person = tree / "Austria" / f"Nobody {new_mark().capitalize()}"
            person.mkdir(parents=True)
            seeds = sorted(self._stuff.people.rglob("*.jpg"))
            data = self._dice.choice(seeds).read_bytes() + secrets.token_bytes(8)
            (person / "1.jpg").write_bytes(data)
        self._teller.say(INTENT, what="import")
        self._hands.people(tree)

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

    def _merge(self) -> None:
        stuff = self._stuff
        path = copies.choose(self._catalogue.folder, stuff.home, pictures=stuff.pictures, dice=self._dice)
        self._teller.say(INTENT, what="merge")
        self._hands.merge(path)

    # ------------------------------------------------------------ away

    def _erase(self) -> None:
        if not self._hands.may_erase:
            return
        wanted = vanishing.choose(self._catalogue.folder, dice=self._dice)
        if wanted is not None:
            told = vanishing.told_of(self._catalogue.folder, wanted)
            self._teller.say(INTENT, what=f"erasing: {wanted.what}", erasure=told)
            self._hands.erase(wanted, str(told["token"]))


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
        self._workspace.loads.load([folder])

    def people(self, folder: Path) -> None:
        self._workspace.loads.import_people(folder)

    def portraits(self, whom: PoliticianId, paths: list[Path]) -> None:
        self._workspace.loads.add_portraits(whom, paths)

    def fetch(self, request: FetchRequest, token: str) -> None:
        self._workspace.loads.fetch(request, token)

    def export(self, folder: Path, options: ExportOptions) -> None:
        planned = export.plan(self._catalogue, folder=folder, options=options)
        renderer = WorkerRenderer(
            self._workspace.workers, media=self._workspace.media, cancelled=lambda: False
        )
        export.begin(self._catalogue, folder)
        summary = export.write(planned, folder=folder, renderer=renderer, anyway=True)
        assert summary is not None
        export.record(self._catalogue, summary, curator=CURATOR)
        self._teller.say(EXPORTED, folder=str(folder), manifest=summary.manifest_digest)

    def merge(self, path: Path) -> None:
        with take(self._catalogue.folder, path) as source:
            merged = merging.merge(self._catalogue, source, by=CURATOR)
            merging.keep_list(self._catalogue, merged.counted, name="Left by a merge")
        if merged.changes.politicians:
            self._workspace.analysis.portraits_changed()

    @property
    def may_erase(self) -> bool:
        """Nothing is loaded meanwhile."""
        return self._workspace.loads.progress is None

    def erase(self, wanted: Erasure, token: str) -> None:
        workspace = self._workspace
        workspace.pause()
        changes = erasing.erase(self._catalogue.folder, wanted)
        self._teller.say(BEGUN, token=token)
        workspace.comparison.reload_portraits()
        if not erasing.finish(self._catalogue.folder).not_yet:
            self._teller.say(ERASED, token=token)
        if changes.politicians:
            workspace.analysis.portraits_changed()
        workspace.analysis.reassess(changes.submissions)
        workspace.resume()


def live(stuff: Stuff, teller: Teller) -> None:
    """Opens the catalogue and works on it, closes it, restores a backup, and so on; only a kill ends it."""
    dice = random.Random(stuff.seed)
    while True:
        _work(stuff, teller, steps=dice.randint(1, _UNTIL_RESTORED))
        vanishing.restore(stuff.folder, teller=teller, dice=dice)
        stuff = replace(stuff, seed=dice.randrange(1 << 30))


def _work(stuff: Stuff, teller: Teller, *, steps: int) -> None:
    """Opens the catalogue, does some things, and closes it."""
    ready = Event()
    workspace = Workspace.open(
        stuff.folder,
        create=not Catalogue.exists(stuff.folder),
        settings=stuff.settings,
        on_ready=ready.set,
    )
    teller.begin(workspace.catalogue)
    workspace.loads.go_on()
    somebody = Somebody(stuff, EngineHands(workspace, teller=teller), workspace.catalogue, teller=teller)
    for _ in range(steps):
        ready.wait(_WAIT_SECONDS)
        ready.clear()
        for failure in workspace.tick().failures:
            teller.say(FAILED, why=failure.sentence)
        teller.tell_new(workspace.catalogue)
        somebody.act()
    workspace.close()
