"""The background work: what waits is analysed and filed, whatever order, pause or failure comes."""

from concurrent.futures import Future
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from filing import MODEL, THRESHOLDS, Filing, analysed, encoding, face
from numpy.typing import NDArray

from curator.engine import politicians
from curator.engine.analysis import Analysis, Settled
from curator.engine.catalogue import Catalogue
from curator.engine.comparison import Comparison
from curator.engine.deciding import decisions, hand_work
from curator.engine.errors import (
    CatalogueFull,
    CuratorError,
    UnreadablePicture,
    WorkerFailure,
)
from curator.engine.media import MediaStore
from curator.engine.records import (
    AnalysisState,
    Claim,
    Digest,
    Face,
    FaceBox,
    FoundFace,
    Outcome,
    Point,
    PortraitState,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.rules import Thresholds
from curator.engine.workers.jobs import WorkersUnavailable
from curator.engine.workers.messages import Analyse, AnalysedPicture, Encode, EncodedFaces

Answer = AnalysedPicture | EncodedFaces | Exception


class FakePool:
    """Workers that answer when the test says so, with what the test says."""

    limit = 2

    def __init__(self) -> None:
        self.asked: list[Digest] = []
        self.priorities: dict[Digest, int] = {}
        self.requests: list[Analyse | Encode] = []
        self._waiting: dict[Digest, Future[Any]] = {}

    def submit(self, request: Analyse | Encode, *, priority: int = 0) -> Future[Any]:
        assert request.digest is not None
        assert request.path.name == request.digest
        future: Future[Any] = Future()
        self.asked.append(request.digest)
        self.requests.append(request)
        self.priorities[request.digest] = priority
        self._waiting[request.digest] = future
        return future

    @property
    def waiting(self) -> list[Digest]:
        return [one for one, future in self._waiting.items() if not future.cancelled()]

    def begin(self, file: Digest) -> None:
        """A worker takes the picture, so that it can no longer be cancelled."""
        assert self._waiting[file].set_running_or_notify_cancel()

    def answer(self, file: Digest, answer: Answer) -> None:
        future = self._waiting.pop(file)
        if not future.running():
            future.set_running_or_notify_cancel()
        if isinstance(answer, Exception):
            future.set_exception(answer)
        else:
            future.set_result(answer)


class Bench:
    """A catalogue with its background work, and workers that know what is on each picture."""

    def __init__(self, catalogue: Catalogue, *, thresholds: Thresholds = THRESHOLDS) -> None:
        self.catalogue = catalogue
        self.filing = Filing(catalogue)
        self.pool = FakePool()
        self.media = MediaStore(catalogue.media_folder)
        self.announced = 0
        self.shows: dict[Digest, Answer] = {}
        self.comparison = Comparison(catalogue, model=MODEL, thresholds=thresholds)
        self.analysis = Analysis(
            catalogue,
            media=self.media,
            pool=self.pool,
            comparison=self.comparison,
            model=MODEL,
            on_ready=self._note,
        )

    def _note(self) -> None:
        self.announced += 1

    def digest_of(self, submission_id: SubmissionId) -> Digest:
        return self.catalogue.submissions.get(submission_id).digest

    def keep_original(self, submission_id: SubmissionId) -> Path:
        """The file of a submission, which only those have that ask for it."""
        original = self.media.original(self.digest_of(submission_id))
        original.parent.mkdir(parents=True, exist_ok=True)
        original.touch()
        return original

    def waiting(
        self, *faces: FoundFace, picture: int | None = None, flipped: int = 0, claim: Claim | None = None
    ) -> SubmissionId:
        """A submission that waits, and what the workers will see in it."""
        submission_id = self.filing.waiting(claim=claim)
        file = self.digest_of(submission_id)
        self.shows[file] = analysed(file, *faces, picture=picture, flipped=flipped)
        return submission_id

    def claiming(self, person: int, *faces: FoundFace) -> SubmissionId:
        """A submission that claims the politician ``person`` and shows these faces."""
        who = self.catalogue.politicians.find(full_name=f"Politician {person}")
        submission_id = self.filing.waiting(
            claimed=None if who is None else who.id, claim=Claim("Politician", str(person), "Malta")
        )
        file = self.digest_of(submission_id)
        self.shows[file] = analysed(file, *faces)
        return submission_id

    def answer_one(self, file: Digest) -> None:
        self.pool.answer(file, self.shows.get(file) or analysed(file))

    def run(self) -> list[Settled]:
        """Lets everything be done."""
        rounds = []
        self.analysis.pump()
        while self.analysis.busy:
            for file in self.pool.waiting:
                self.answer_one(file)
            rounds.append(self.analysis.settle())
            assert len(rounds) < 1000, "the background work never ends"
        return rounds

    def state(self, submission_id: SubmissionId) -> AnalysisState:
        return self.catalogue.submissions.get(submission_id).state

    def advice(self, submission_id: SubmissionId) -> tuple[Outcome, Reason | None]:
        advice = self.catalogue.submissions.get(submission_id).advice
        assert advice is not None
        return advice.outcome, advice.reason

    def decide(self, submission_id: SubmissionId) -> None:
        decisions.decide(
            self.catalogue,
            [submission_id],
            verdict=Verdict.APPROVED,
            curator="ada",
            thresholds=THRESHOLDS,
        )


@pytest.fixture
def bench(catalogue: Catalogue) -> Bench:
    return Bench(catalogue)


# ---------------------------------------------------------------- submissions


def test_what_waits_is_analysed_ranked_and_assessed(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1", portraits=[encoding(1)])
    bench.analysis.portraits_changed()
    fine, wrong, cat = (
        bench.claiming(1, face(1, away=0.3)),
        bench.claiming(1, face(2)),
        bench.claiming(1),
    )
    for one in (fine, cat):
        bench.keep_original(one)
    changes = [settled.changes for settled in bench.run()]
    assert frozenset().union(*(one.submissions for one in changes)) == {fine, wrong, cat}
    assert bench.advice(fine) == (Outcome.APPROVE, None)
    assert bench.advice(wrong) == (Outcome.REJECT, Reason.NOT_CLAIMED)
    assert bench.advice(cat) == (Outcome.REJECT, Reason.NO_FACE)
    (seen,) = bench.catalogue.faces.of(fine)
    assert seen.matches[0].politician_id == who
    assert seen.matches[0].distance == pytest.approx(0.3)
    assert bench.catalogue.submissions.model_of(fine) == "dlib-resnet-v1/fake"
    assert bench.filing.encodings(fine) == 1
    assert bench.media.preview(bench.digest_of(fine)).exists()
    assert bench.media.thumbnail(bench.digest_of(cat)).exists()


@pytest.mark.parametrize(
    "failure", [UnreadablePicture("The file is empty."), WorkerFailure("The worker crashed on this picture.")]
)
def test_one_bad_picture_is_marked_and_stops_nothing(bench: Bench, failure: CuratorError) -> None:
    bad, good = bench.waiting(face(1)), bench.waiting(face(2))
    bench.shows[bench.digest_of(bad)] = failure
    rounds = bench.run()
    assert all(not settled.failures for settled in rounds)
    submission = bench.catalogue.submissions.get(bad)
    assert (submission.state, submission.unreadable) == (AnalysisState.UNREADABLE, failure.sentence)
    assert bench.advice(bad) == (Outcome.REJECT, Reason.UNREADABLE)
    assert bench.state(good) is AnalysisState.DONE


def test_few_pictures_are_under_way_at_a_time(bench: Bench) -> None:
    ids = [bench.waiting() for _ in range(20)]
    assert bench.analysis.pump() == bench.analysis.pump() == 6
    assert bench.pool.asked == [bench.digest_of(one) for one in ids[:6]]
    bench.run()
    assert sorted(bench.pool.asked) == sorted({bench.digest_of(one) for one in ids})


def test_what_was_decided_meanwhile_keeps_no_encodings(bench: Bench) -> None:
    one = bench.waiting(face(1))
    bench.analysis.pump()
    bench.decide(one)
    bench.run()
    assert bench.state(one) is AnalysisState.DONE
    assert bench.filing.encodings(one) == 0
    assert len(bench.catalogue.faces.of(one)) == 1
    assert bench.catalogue.submissions.get(one).verdict is Verdict.APPROVED


def test_after_an_undo_it_is_analysed_again_and_nothing_is_doubled(bench: Bench) -> None:
    one = bench.waiting(face(1), picture=1)
    copy = bench.waiting(face(1), picture=1, flipped=4)
    bench.run()
    assert bench.advice(copy) == (Outcome.REJECT, Reason.DUPLICATE)
    bench.decide(one)
    bench.decide(copy)
    decisions.undo(bench.catalogue, curator="ada")
    assert bench.state(copy) is AnalysisState.PENDING
    bench.run()
    assert bench.state(copy) is AnalysisState.DONE
    assert bench.filing.encodings(copy) == 1
    assert len(bench.catalogue.faces.of(copy)) == 1
    # The first one's encodings are gone, but what was found out with them is not forgotten.
    assert bench.advice(copy) == (Outcome.REJECT, Reason.DUPLICATE)


def test_an_undo_that_is_redone_before_its_analysis_keeps_no_encodings(bench: Bench) -> None:
    one = bench.waiting(face(1))
    bench.run()
    bench.decide(one)
    decisions.undo(bench.catalogue, curator="ada")
    bench.analysis.pump()
    decisions.redo(bench.catalogue, curator="ada")
    bench.run()
    assert bench.state(one) is AnalysisState.DONE
    assert bench.filing.encodings(one) == 0


def test_what_was_erased_meanwhile_leaves_no_trace(bench: Bench) -> None:
    gone, kept = bench.waiting(face(1)), bench.waiting(face(2))
    file = bench.digest_of(gone)
    bench.analysis.pump()
    with bench.catalogue.writing():
        bench.catalogue._connection.write("DELETE FROM submissions WHERE id = ?", (gone,))
    bench.run()
    assert not bench.media.preview(file).exists()
    assert not bench.media.thumbnail(file).exists()
    assert bench.state(kept) is AnalysisState.DONE
    assert bench.catalogue._connection.value("SELECT count(*) FROM faces") == 1


# ---------------------------------------------------------------- order


def test_what_is_looked_at_goes_first(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1")
    for _ in range(10):
        bench.filing.portrait(who)
    ids = [bench.waiting() for _ in range(10)]
    bench.analysis.look_at(ids[7])
    bench.analysis.pump()
    assert bench.pool.asked[0] == bench.digest_of(ids[7])
    assert bench.pool.priorities[bench.digest_of(ids[7])] == 2
    assert bench.pool.priorities[bench.pool.asked[1]] == 1
    bench.analysis.look_at(ids[8])
    bench.analysis.settle()
    assert bench.pool.asked[-1] == bench.digest_of(ids[8])
    # Whoever leafs on no longer waits for what lay on the desk before: it goes back in line.
    assert bench.pool.asked.count(bench.digest_of(ids[7])) == 1
    bench.run()
    assert len(set(bench.pool.asked)) == 20
    assert bench.pool.asked.count(bench.digest_of(ids[7])) == 2


@pytest.mark.parametrize("which", ["done", "under way", "gone"])
def test_looking_at_what_needs_nothing_does_nothing(bench: Bench, which: str) -> None:
    one = bench.waiting(face(1))
    if which == "done":
        bench.run()
    if which == "under way":
        bench.analysis.pump()
    bench.analysis.look_at(SubmissionId(99) if which == "gone" else one)
    bench.run()
    assert bench.pool.asked == [bench.digest_of(one)]


def test_looking_is_announced_and_done_in_the_next_round(bench: Bench) -> None:
    bench.waiting()
    bench.analysis.look_at(SubmissionId(1))
    assert bench.announced == 1
    assert bench.pool.asked == []


# ---------------------------------------------------------------- pause, cancel, failures


def test_a_pause_holds_new_work_back(bench: Bench) -> None:
    ids = [bench.waiting(face(1)) for _ in range(9)]
    bench.analysis.pump()
    bench.analysis.pause()
    assert bench.analysis.paused
    bench.run()
    states = [bench.state(one) for one in ids]
    assert states == [AnalysisState.DONE] * 6 + [AnalysisState.PENDING] * 3
    bench.analysis.resume()
    bench.run()
    assert {bench.state(one) for one in ids} == {AnalysisState.DONE}


def test_what_is_cancelled_waits_for_the_next_time(bench: Bench) -> None:
    ids = [bench.waiting(face(1)) for _ in range(9)]
    bench.analysis.pump()
    begun = bench.digest_of(ids[2])
    bench.pool.begin(begun)
    bench.analysis.cancel()
    assert bench.pool.waiting == [begun]
    bench.run()
    assert [bench.state(one) for one in ids].count(AnalysisState.DONE) == 1
    assert bench.state(ids[2]) is AnalysisState.DONE
    bench.analysis.resume()
    bench.run()
    assert {bench.state(one) for one in ids} == {AnalysisState.DONE}
    assert bench.pool.asked.count(begun) == 1


def test_missing_models_stop_the_analysis_once_and_blame_no_picture(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1")
    bench.filing.portrait(who)
    ids = [bench.waiting(face(1)) for _ in range(12)]
    bench.analysis.pump()
    for file in bench.pool.waiting:
        bench.pool.answer(file, WorkersUnavailable("A model file is missing.", advice="Install it again."))
    failures = [failure for _ in range(8) for failure in bench.analysis.settle(budget_s=0).failures]
    assert [str(failure) for failure in failures] == ["A model file is missing. Install it again."]
    assert bench.analysis.paused
    assert not bench.analysis.busy
    assert {bench.state(one) for one in ids} == {AnalysisState.PENDING}
    assert bench.catalogue.politicians.portraits(who)[0].state is PortraitState.PENDING
    bench.analysis.resume()
    for file in bench.pool.waiting:
        bench.pool.answer(file, WorkersUnavailable("A model file is missing.", advice="Install it again."))
    assert len(bench.analysis.settle().failures) == 1
    bench.analysis.resume()
    bench.run()
    assert {bench.state(one) for one in ids} == {AnalysisState.DONE}


def test_a_full_disk_stops_the_analysis_and_loses_nothing(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [bench.waiting(face(1)) for _ in range(8)]
    for one in ids:
        bench.keep_original(one)

    def refuse(self: MediaStore, file: Digest, *, pixels: object) -> None:
        raise CatalogueFull("The disk that holds the catalogue is full.", advice="Free some space.")

    with monkeypatch.context() as full:
        full.setattr(MediaStore, "write_preview", refuse)
        rounds = bench.run()
    assert [str(one) for settled in rounds for one in settled.failures] == [
        "The disk that holds the catalogue is full. Free some space."
    ]
    assert bench.analysis.paused
    assert {bench.state(one) for one in ids} == {AnalysisState.PENDING}
    bench.analysis.resume()
    bench.run()
    assert {bench.state(one) for one in ids} == {AnalysisState.DONE}


@pytest.mark.expects_log("could not be written")
def test_a_bug_while_a_preview_is_written_leaves_nothing_under_way(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = bench.waiting(face(1))
    bench.keep_original(one)

    def stumble(self: MediaStore, file: Digest, *, pixels: object) -> None:
        raise ValueError("pixels must be uint8")

    with monkeypatch.context() as buggy:
        buggy.setattr(MediaStore, "write_preview", stumble)
        rounds = bench.run()
    assert ["A preview could not be written" in str(one) for one in rounds[0].failures] == [True]
    assert not bench.analysis.busy
    bench.analysis.resume()
    bench.run()
    assert bench.state(one) is AnalysisState.DONE


def test_no_preview_is_written_of_what_was_deleted_while_a_worker_had_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = bench.waiting(face(1)), bench.waiting(face(2))
    original = bench.keep_original(other)
    bench.keep_original(one).unlink()
    written: list[Digest] = []
    write = MediaStore.write_preview

    def write_late(store: MediaStore, digest: Digest, *, pixels: NDArray[np.uint8]) -> None:
        written.append(digest)
        original.unlink()
        write(store, digest, pixels=pixels)

    monkeypatch.setattr(MediaStore, "write_preview", write_late)
    bench.run()
    assert written == [bench.digest_of(other)]
    assert not bench.media.preview(bench.digest_of(other)).exists()
    assert not bench.media.thumbnail(bench.digest_of(other)).exists()


def test_a_catalogue_that_cannot_be_written_is_told_and_the_work_is_done_again(bench: Bench) -> None:
    ids = [bench.waiting(face(1)) for _ in range(3)]
    bench.analysis.pump()
    for file in bench.pool.waiting:
        bench.answer_one(file)
    connection = bench.catalogue._connection.db.conn
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(CuratorError, match="cannot write to"):
        bench.analysis.settle()
    connection.execute("PRAGMA query_only = OFF")
    assert {bench.state(one) for one in ids} == {AnalysisState.PENDING}
    bench.run()
    assert {bench.state(one) for one in ids} == {AnalysisState.DONE}


def test_a_ranking_that_cannot_be_written_is_not_forgotten(bench: Bench) -> None:
    one = bench.claiming(1, face(1))
    bench.run()
    bench.filing.politician("Politician 1", portraits=[encoding(1)])
    bench.analysis.portraits_changed()
    connection = bench.catalogue._connection.db.conn
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(CuratorError):
        bench.analysis.settle()
    connection.execute("PRAGMA query_only = OFF")
    bench.analysis.settle()
    assert len(bench.catalogue.faces.of(one)[0].matches) == 1


def test_what_came_before_a_pause_is_announced_again(bench: Bench) -> None:
    """A round that failed elsewhere took the announcement along, and perhaps no picture follows."""
    one = bench.waiting(face(1))
    bench.analysis.pump()
    bench.answer_one(bench.digest_of(one))
    bench.analysis.pause()
    announced = bench.announced
    bench.analysis.resume()
    assert bench.announced > announced
    bench.analysis.settle()
    assert bench.state(one) is AnalysisState.DONE


# ---------------------------------------------------------------- portraits


def test_a_portrait_must_hold_one_face(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1")
    files = [bench.filing.portrait(who) for _ in range(5)]
    unclear = FoundFace(face(1).box, 0.9, (), None)
    bench.shows = {
        files[0]: analysed(files[0], face(1), width=300, height=200),
        files[1]: analysed(files[1]),
        files[2]: analysed(files[2], face(1), face(2)),
        files[3]: analysed(files[3], unclear),
        files[4]: UnreadablePicture("The file is empty."),
    }
    rounds = bench.run()
    told = {one.file_name: one.reason for settled in rounds for one in settled.refused_portraits}
    portraits = bench.catalogue.politicians.portraits(who)
    assert [one.state for one in portraits] == [PortraitState.ACCEPTED] + [PortraitState.REFUSED] * 4
    assert told == {one.file_name: one.refusal for one in portraits[1:]}
    assert [one.refusal.partition(".")[0] for one in portraits] == [
        "",
        "No face was found in it",
        "It shows 2 faces",
        "Its face is too small or unclear to compare with",
        "The file is empty",
    ]
    assert (portraits[0].box, portraits[0].width, portraits[0].height) == (face(1).box, 300, 200)
    assert bench.comparison.gallery.politician_ids == (who,)
    assert bench.comparison.gallery.counts.tolist() == [1]


def test_a_known_photo_is_never_looked_at_twice(bench: Bench) -> None:
    one, two = bench.filing.politician("Politician 1"), bench.filing.politician("Politician 2")
    file = bench.filing.portrait(one)
    bench.shows[file] = analysed(file, face(1))
    bench.run()
    with bench.catalogue.writing():
        bench.catalogue.politicians.add_portrait(two, digest=file, file_name="again.jpg")
    bench.run()
    assert bench.pool.asked == [file]
    assert [portrait.state for portrait in bench.catalogue.politicians.portraits(two)] == [
        PortraitState.ACCEPTED
    ]
    assert bench.comparison.gallery.politician_ids == (one, two)


def test_a_crash_says_nothing_lasting_about_a_portrait(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1")
    file = bench.filing.portrait(who)
    bench.shows[file] = WorkerFailure("The worker crashed on this picture.")
    bench.run()
    (portrait,) = bench.catalogue.politicians.portraits(who)
    assert (portrait.state, portrait.refusal) == (
        PortraitState.REFUSED,
        "The worker crashed on this picture.",
    )
    politicians.remove_portrait(bench.catalogue, portrait.id, politician_id=who)
    with bench.catalogue.writing():
        bench.catalogue.politicians.add_portrait(who, digest=file, file_name="again.jpg")
    bench.shows[file] = analysed(file, face(1))
    bench.run()
    assert bench.catalogue.politicians.portraits(who)[0].state is PortraitState.ACCEPTED


def test_a_portrait_that_was_taken_out_meanwhile_leaves_no_encoding(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1")
    file = bench.filing.portrait(who)
    bench.shows[file] = analysed(file, face(1))
    bench.analysis.pump()
    (portrait,) = bench.catalogue.politicians.portraits(who)
    politicians.remove_portrait(bench.catalogue, portrait.id, politician_id=who)
    bench.run()
    assert bench.catalogue._connection.value("SELECT count(*) FROM portrait_analyses") == 0


def test_new_portraits_rank_the_undecided_anew_and_open_no_picture(bench: Bench) -> None:
    ids = [bench.claiming(1, face(1, away=0.2)) for _ in range(60)]
    who = bench.filing.politician("Politician 1")
    politicians.edit(bench.catalogue, bench.catalogue.politicians.get(who))  # finds its claims
    bench.run()
    decided = ids[0]
    bench.decide(decided)
    assert {bench.advice(one) for one in ids} == {(Outcome.LOOK_CLOSER, Reason.NOT_INDEXED)}
    asked = len(bench.pool.asked)
    file = bench.filing.portrait(who)
    bench.shows[file] = analysed(file, face(1))
    rounds = bench.run()
    assert bench.pool.asked[asked:] == [file]
    assert {bench.advice(one) for one in ids[1:]} == {(Outcome.APPROVE, None)}
    changed = frozenset().union(*(settled.changes.submissions for settled in rounds))
    assert changed == set(ids[1:])
    # What was decided was seen as it was then.
    assert bench.advice(decided) == (Outcome.LOOK_CLOSER, Reason.NOT_INDEXED)


def test_a_removed_portrait_ranks_anew_as_well(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1", portraits=[encoding(1)])
    bench.analysis.portraits_changed()
    one = bench.claiming(1, face(1))
    bench.run()
    assert bench.advice(one) == (Outcome.APPROVE, None)
    (portrait,) = bench.catalogue.politicians.portraits(who)
    politicians.remove_portrait(bench.catalogue, portrait.id, politician_id=who)
    bench.analysis.portraits_changed()
    bench.run()
    assert bench.advice(one) == (Outcome.LOOK_CLOSER, Reason.NOT_INDEXED)
    assert bench.catalogue.faces.of(one)[0].matches == ()


def test_a_claim_that_is_not_indexed_is_resolved_when_the_politician_is_added(bench: Bench) -> None:
    one = bench.claiming(1, face(1))
    bench.run()
    assert bench.advice(one) == (Outcome.LOOK_CLOSER, Reason.NOT_INDEXED)
    changes = politicians.add(bench.catalogue, given_name="Politician", surname="1", country="Malta", role="")
    assert changes.submissions == {one}
    (who,) = changes.politicians
    bench.filing.portrait(who, encoding(1))
    bench.analysis.portraits_changed()
    bench.run()
    assert bench.catalogue.submissions.get(one).claimed_id == who
    assert bench.advice(one) == (Outcome.APPROVE, None)


def test_a_corrected_claim_and_its_undo_are_assessed_without_being_asked_for(bench: Bench) -> None:
    bench.filing.politician("Politician 1", portraits=[encoding(1)])
    two = bench.filing.politician("Politician 2", portraits=[encoding(2)])
    bench.analysis.portraits_changed()
    one = bench.claiming(1, face(1))
    bench.run()
    decisions.correct_claim(bench.catalogue, one, claimed_id=two, curator="ada", thresholds=THRESHOLDS)
    assert bench.analysis.settle().changes.submissions == {one}
    assert bench.advice(one) == (Outcome.REJECT, Reason.NOT_CLAIMED)
    decisions.undo(bench.catalogue, curator="ada")
    assert bench.analysis.settle().changes.submissions == {one}
    assert bench.advice(one) == (Outcome.APPROVE, None)
    assert bench.analysis.settle().changes.submissions == frozenset()
    bench.analysis.reassess([one])
    assert bench.analysis.busy
    bench.run()
    assert not bench.analysis.busy


def test_a_ranking_that_was_interrupted_goes_on_at_the_next_start(folder: Path) -> None:
    with Catalogue.create(folder) as catalogue:
        bench = Bench(catalogue)
        ids = [bench.claiming(1, face(1)) for _ in range(70)]
        bench.run()
        politicians.add(catalogue, given_name="Politician", surname="1", country="Malta", role="")
        bench.filing.portrait(catalogue.politicians.all()[0].id, encoding(1))
        bench.analysis.portraits_changed()
        bench.analysis.settle(budget_s=0)
        assert len({bench.advice(one) for one in ids}) == 2
    with Catalogue.open(folder) as catalogue:
        bench = Bench(catalogue)
        assert bench.analysis.busy
        bench.run()
        assert {bench.advice(one) for one in ids} == {(Outcome.APPROVE, None)}
        assert bench.pool.asked == []
    with Catalogue.open(folder) as catalogue:
        assert not Bench(catalogue).analysis.busy


def test_other_thresholds_assess_the_undecided_anew(bench: Bench) -> None:
    bench.filing.politician("Politician 1", portraits=[encoding(1)])
    bench.analysis.portraits_changed()
    one = bench.claiming(1, face(1, away=0.53))
    bench.run()
    assert bench.advice(one) == (Outcome.APPROVE, None)
    stricter = Bench(bench.catalogue, thresholds=Thresholds(match_claimed=0.51))
    stricter.run()
    assert stricter.advice(one) == (Outcome.LOOK_CLOSER, Reason.NOT_CLAIMED)


# ---------------------------------------------------------------- duplicates


def duplicates(bench: Bench, ids: list[SubmissionId]) -> list[tuple[int, int] | None]:
    """Of each submission which one it repeats, by its place, and the bits that differ."""
    found = [bench.catalogue.submissions.duplicate_of(one) for one in ids]
    return [None if one is None else (ids.index(SubmissionId(one.id)), one.bits) for one in found]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_first_to_arrive_is_the_original_whoever_is_analysed_first(
    bench: Bench, order: tuple[int, ...]
) -> None:
    ids = [bench.waiting(face(1), picture=1, flipped=10 * number) for number in range(3)]
    other = bench.waiting(face(1), picture=2)
    bench.analysis.pump()
    for place in order:
        bench.answer_one(bench.digest_of(ids[place]))
        bench.analysis.settle()
    bench.run()
    assert duplicates(bench, [*ids, other]) == [None, (0, 10), (1, 10), None]
    assert bench.advice(ids[0])[1] is not Reason.DUPLICATE
    assert [bench.advice(one) for one in ids[1:]] == [(Outcome.REJECT, Reason.DUPLICATE)] * 2
    assert bench.advice(other)[1] is not Reason.DUPLICATE


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_equal_copies_the_first_one_counts(bench: Bench, order: tuple[int, ...]) -> None:
    ids = [bench.waiting(face(1), picture=1) for _ in range(3)]
    bench.analysis.pump()
    for place in order:
        bench.answer_one(bench.digest_of(ids[place]))
        bench.analysis.settle()
    assert duplicates(bench, ids) == [None, (0, 0), (0, 0)]


def test_the_original_is_found_behind_many_copies(bench: Bench) -> None:
    ids = [bench.waiting(face(1), picture=1, flipped=number) for number in (40, *range(30))]
    bench.analysis.pump()
    bench.analysis.pause()
    for one in (*ids[1:], ids[0]):
        bench.analysis.look_at(one)
        bench.analysis.resume()
        bench.analysis.pause()
        if bench.digest_of(one) in bench.pool.waiting and one is not ids[0]:
            bench.answer_one(bench.digest_of(one))
        bench.analysis.settle()
    bench.run()
    assert duplicates(bench, ids)[:3] == [None, (0, 40), (1, 1)]


@pytest.mark.parametrize("later_first", [False, True])
@pytest.mark.parametrize(
    ("second", "flipped", "code", "outcome", "same_faces"),
    [
        ((face(1, away=0.1),), 20, "duplicate", Outcome.REJECT, True),
        ((face(1),), 50, "duplicate", Outcome.LOOK_CLOSER, True),
        ((face(2),), 20, "like_another", Outcome.LOOK_CLOSER, False),
        ((face(1), face(2)), 20, "duplicate", Outcome.REJECT, True),
        ((), 20, "duplicate", Outcome.LOOK_CLOSER, None),
    ],
)
def test_a_swapped_face_makes_a_known_picture_a_new_one(
    bench: Bench,
    second: tuple[FoundFace, ...],
    flipped: int,
    code: str,
    outcome: Outcome,
    same_faces: bool | None,
    later_first: bool,
) -> None:
    pair = [bench.waiting(face(1), picture=1), bench.waiting(*second, picture=1, flipped=flipped)]
    bench.analysis.pump()
    for one in reversed(pair) if later_first else pair:
        bench.answer_one(bench.digest_of(one))
        bench.analysis.settle()
    bench.run()
    found = {one.code: one.outcome for one in bench.catalogue.submissions.findings(pair[1])}
    likeness = bench.catalogue.submissions.duplicate_of(pair[1])
    assert likeness is not None
    assert (likeness.id, likeness.bits, likeness.same_faces) == (pair[0], flipped, same_faces)
    assert found.get(code) is outcome
    assert bench.catalogue.submissions.duplicate_of(pair[0]) is None


def test_what_cannot_be_compared_any_more_is_looked_at(bench: Bench) -> None:
    first = bench.waiting(face(1), picture=1)
    bench.run()
    bench.decide(first)
    second = bench.waiting(face(1), picture=1, flipped=8)
    bench.run()
    likeness = bench.catalogue.submissions.duplicate_of(second)
    assert likeness is not None
    assert likeness.same_faces is None
    outcomes = {one.code: one.outcome for one in bench.catalogue.submissions.findings(second)}
    assert outcomes["duplicate"] is Outcome.LOOK_CLOSER


def test_an_erased_submission_is_nobodys_original(bench: Bench) -> None:
    first = bench.waiting(face(1), picture=1)
    bench.run()
    with bench.catalogue.writing():
        bench.catalogue._connection.write("DELETE FROM submissions WHERE id = ?", (first,))
    second = bench.waiting(face(1), picture=1)
    bench.run()
    assert bench.catalogue.submissions.duplicate_of(second) is None


def test_a_sent_in_portrait_is_noticed(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1")
    file = bench.filing.portrait(who)
    bench.shows[file] = analysed(file, face(1), picture=5)
    bench.run()
    one = bench.claiming(1, face(1))
    sent = bench.digest_of(one)
    bench.shows[sent] = analysed(sent, face(1), picture=5, flipped=6)
    bench.run()
    assert bench.advice(one) == (Outcome.LOOK_CLOSER, Reason.LOOKS_GENUINE)


# ---------------------------------------------------------------- in all


def test_every_result_is_announced(bench: Bench) -> None:
    for _ in range(3):
        bench.waiting(face(1))
    bench.analysis.pump()
    before = bench.announced
    for file in bench.pool.waiting:
        bench.answer_one(file)
    assert bench.announced == before + 3


# ---------------------------------------------------------------- drawn faces


DRAWN = FaceBox(400, 100, 120, 120)


def drawn_in(bench: Bench, submission_id: SubmissionId) -> Face:
    hand_work.draw_face(bench.catalogue, submission_id, DRAWN, curator="ada", thresholds=THRESHOLDS)
    bench.analysis.reassess([submission_id])
    return bench.catalogue.faces.of(submission_id)[-1]


def encoded(bench: Bench, submission_id: SubmissionId, *people: int | None) -> EncodedFaces:
    encodings = tuple(None if person is None else encoding(person) for person in people)
    return EncodedFaces(bench.digest_of(submission_id), encodings, "dlib-resnet-v1/fake", {})


def test_a_drawn_face_is_encoded_before_all_that_waits_and_then_judged(bench: Bench) -> None:
    bench.filing.politician("Politician 1", portraits=[encoding(1)])
    bench.analysis.portraits_changed()
    one = bench.claiming(1)
    bench.run()
    assert bench.advice(one) == (Outcome.REJECT, Reason.NO_FACE)
    drawn = drawn_in(bench, one)
    for _ in range(9):
        bench.waiting(face(3))
    bench.pool.requests.clear()
    bench.analysis.settle()
    request = bench.pool.requests[0]
    assert isinstance(request, Encode)
    assert (request.digest, request.turn, request.boxes) == (bench.digest_of(one), 0, (DRAWN,))
    assert bench.pool.priorities[bench.digest_of(one)] == 2
    bench.pool.answer(bench.digest_of(one), encoded(bench, one, 1))
    assert one in bench.analysis.settle().changes.submissions
    (known,) = bench.catalogue.faces.of(one)
    assert known.id == drawn.id
    assert known.matches[0].distance == pytest.approx(0.0, abs=1e-6)
    assert bench.advice(one) == (Outcome.APPROVE, None)
    assert bench.catalogue.faces.unencoded(model=MODEL, limit=9) == ()


@pytest.mark.parametrize("failure", [None, WorkerFailure("It crashed."), UnreadablePicture("It is gone.")])
def test_a_face_that_cannot_be_encoded_is_tried_once(bench: Bench, failure: CuratorError | None) -> None:
    one = bench.waiting()
    bench.run()
    drawn_in(bench, one)
    bench.analysis.settle()
    bench.pool.answer(bench.digest_of(one), failure or encoded(bench, one, None))
    assert not bench.analysis.settle().failures
    assert bench.state(one) is AnalysisState.DONE
    assert bench.advice(one)[0] is not Outcome.APPROVE
    # Neither another round nor another start asks for it again.
    bench.analysis.reassess([one])
    bench.run()
    again = Bench(bench.catalogue)
    assert again.analysis.pump() == 0


def test_a_drawn_face_survives_a_crash_of_the_program(bench: Bench) -> None:
    one = bench.waiting()
    bench.run()
    drawn_in(bench, one)
    again = Bench(bench.catalogue)
    assert again.analysis.pump() == 1
    again.pool.answer(again.digest_of(one), encoded(again, one, 4))
    again.analysis.settle()
    assert again.filing.encodings(one) == 1


@pytest.mark.parametrize("what", ["undone", "decided", "dismissed", "erased"])
def test_what_became_of_a_drawn_face_meanwhile_counts(bench: Bench, what: str) -> None:
    one = bench.waiting()
    bench.run()
    drawn = drawn_in(bench, one)
    bench.analysis.settle()
    file = bench.digest_of(one)
    match what:
        case "undone":
            decisions.undo(bench.catalogue, curator="ada")
        case "decided":
            bench.decide(one)
        case "dismissed":
            hand_work.dismiss_face(bench.catalogue, drawn.id, curator="ada", thresholds=THRESHOLDS)
        case "erased":
            with bench.catalogue.writing():
                bench.catalogue._connection.write("DELETE FROM submissions WHERE id = ?", (one,))
    answer = EncodedFaces(file, (encoding(4),), "dlib-resnet-v1/fake", {})
    bench.pool.answer(file, answer)
    bench.analysis.settle()
    assert bench.catalogue._connection.value("SELECT count(*) FROM face_encodings") == 0
    assert bench.catalogue.complaints() == ()


def test_a_cancelled_encoding_is_asked_for_again(bench: Bench) -> None:
    one = bench.waiting()
    bench.run()
    drawn_in(bench, one)
    bench.analysis.settle()
    bench.analysis.cancel()
    bench.analysis.settle()
    assert bench.pool.waiting == []
    bench.analysis.resume()
    assert bench.pool.waiting == [bench.digest_of(one)]


def test_a_picture_that_is_turned_otherwise_takes_its_drawn_faces_along(bench: Bench) -> None:
    one = bench.waiting()
    bench.run()
    drawn_in(bench, one)
    with bench.catalogue.writing():
        bench.catalogue.submissions.analyse_again(one)
    seen = analysed(bench.digest_of(one), width=480, height=640)
    bench.shows[bench.digest_of(one)] = replace(seen, facts=replace(seen.facts, turn=1))
    bench.analysis.pump()
    bench.answer_one(bench.digest_of(one))
    bench.analysis.settle()
    assert [each.box for each in bench.catalogue.faces.of(one)] == [FaceBox(100, 120, 120, 120)]
    request = bench.pool.requests[-1]
    assert isinstance(request, Encode)
    assert request.turn == 1


def test_a_portrait_keeps_the_points_of_its_face(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1")
    file = bench.filing.portrait(who)
    points = (Point(150.0, 140.5), Point(220.0, 141.0))
    bench.shows[file] = analysed(file, replace(face(1), landmarks=points))
    bench.run()
    (portrait,) = bench.catalogue.politicians.portraits(who)
    assert portrait.landmarks == points


def test_an_odd_portrait_is_told(bench: Bench) -> None:
    who = bench.filing.politician("Politician 1", portraits=[encoding(1), encoding(1, away=0.1), encoding(2)])
    bench.analysis.portraits_changed()
    bench.run()
    assert set(bench.comparison.spread) == {who}
    odd = max(bench.comparison.odd_ones, key=lambda one: bench.comparison.odd_ones[one])
    assert odd == bench.catalogue.politicians.portraits(who)[2].id


@pytest.mark.parametrize("count", [0, 1, 5])
def test_distances_do_not_depend_on_how_many_are_ranked_together(
    bench: Bench, count: int, catalogue: Catalogue
) -> None:
    bench.filing.politician("Politician 1", portraits=[encoding(1)])
    bench.analysis.portraits_changed()
    ids = [bench.waiting(face(1, away=0.1 * number)) for number in range(count)]
    bench.run()
    distances = [catalogue.faces.of(one)[0].matches[0].distance for one in ids]
    assert distances == pytest.approx([0.1 * number for number in range(count)], abs=1e-6)
    assert np.isfinite(distances).all()


def test_ranking_anew_writes_and_tells_only_what_changed(bench: Bench) -> None:
    bench.filing.politician("Politician 1", portraits=[encoding(1)])
    bench.analysis.portraits_changed()
    near, far = bench.claiming(1, face(1, away=0.3)), bench.waiting(face(3))
    bench.run()
    before = bench.catalogue.submissions.findings(near)
    connection = bench.catalogue._connection.db.conn
    written: list[str] = []
    connection.set_trace_callback(written.append)
    # A mark of its own: everything is looked at, and nothing is another than before.
    bench.comparison.mark = "of other rules that say the same"
    bench.analysis.reassess([near])
    assert bench.analysis.settle().changes.submissions == frozenset()
    connection.set_trace_callback(None)
    assert not [one for one in written if "INTO findings" in one or "INTO matches" in one]
    assert not bench.catalogue.submissions.outdated(mark=bench.comparison.mark, limit=9)
    bench.filing.politician("Politician 3", portraits=[encoding(3)])
    bench.analysis.portraits_changed()
    assert far in bench.analysis.settle().changes.submissions
    assert bench.catalogue.submissions.findings(near)[0] == before[0]
