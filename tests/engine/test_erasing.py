"""Erasing for good: markers are planted wherever text or pixels are kept, and none is left afterwards."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import numpy as np
import pytest
from filing import MODEL, THRESHOLDS, Clock, Filing, encoding, face

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.catalogue.erasing import Eraser
from curator.engine.catalogue.folding import Folding
from curator.engine.comparison import Comparison
from curator.engine.deciding import decisions, hand_work, promotion
from curator.engine.declarations import Code, Declaration
from curator.engine.errors import NotFound, RefusedChange
from curator.engine.media import MediaStore
from curator.engine.privacy import erasing, looking
from curator.engine.privacy.erasing import erase, finish
from curator.engine.privacy.words import erasure_lines, finished_lines
from curator.engine.records import (
    Arrival,
    Changes,
    Claim,
    FaceBox,
    Kind,
    PoliticianId,
    Reason,
    SubmissionId,
    Verdict,
)
from curator.engine.safekeeping import backups, restoring

LONG_AGO = datetime(2026, 3, 4, tzinfo=UTC) + timedelta(days=90)
KEPT = "Kestrelkept"
"""A marker of what must stay."""


class Planted:
    """Markers, each a word that occurs in one place only; every second with letters that are folded."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self, what: str) -> str:
        word = f"{what}Zq{len(self.words)}xK{'Ørłéß' if len(self.words) % 2 else 'plain'}"
        self.words.append(word)
        return word

    def found(self, *folders: Path) -> list[str]:
        """What can still be read in any file, as it is or folded or as JSON writes it."""
        from curator.engine.catalogue.words import folded

        data = b"".join(one.read_bytes() for top in folders for one in top.rglob("*") if one.is_file())
        names = "".join(str(one) for top in folders for one in top.rglob("*"))
        return [
            word
            for word in self.words
            if any(
                form in data
                for form in (
                    word.encode(),
                    folded(word).encode(),
                    word.encode("utf-16-le"),
                    ascii(word)[1:-1].encode(),
                )
            )
            or word in names
        ]


@pytest.fixture
def planted() -> Planted:
    return Planted()


@pytest.fixture
def media(folder: Path) -> MediaStore:
    return MediaStore(folder / "media")


class Bench:
    """Files whole submissions: with a file, previews, faces and all that is written about them."""

    def __init__(self, catalogue: Catalogue, media: MediaStore, tmp_path: Path) -> None:
        self.catalogue, self.media, self._tmp = catalogue, media, tmp_path
        self.filing = Filing(catalogue)

    def received(self, content: str) -> tuple[str, int]:
        path = self._tmp / "incoming"
        path.write_bytes(b"\xff\xd8" + content.encode() * 3)
        received = self.media.receive(path)
        path.unlink()
        pixels = np.full((40, 60, 3), len(content) % 250, np.uint8)
        self.media.write_preview(received.digest, pixels=pixels)
        return received.digest, received.size

    def submission(
        self, word: Callable[[str], str], *, sender: str, content: str = "", claimed: bool = False
    ) -> SubmissionId:
        digest, size = self.received(content or word("pixels"))
        claim = Claim(word("given"), word("surname"), word("country"), word("role"))
        arrival = Arrival(
            digest,
            size,
            f"{word('file')}.jpg",
            f"in/{word('source')}",
            Kind.DEEPFAKE,
            claim,
            word("note"),
            sender,
        )
        with self.catalogue.writing():
            submission_id, new = self.catalogue.submissions.receive(arrival, claimed_id=None)
        if new:
            self.analyse(submission_id, face(1))
        with self.catalogue.writing():
            self.catalogue.submissions.keep_declarations(
                submission_id, (Declaration(Code.SOFTWARE, word("declared")),)
            )
        return submission_id

    def analyse(self, submission_id: SubmissionId, *faces: object) -> None:
        self.filing.analyse(submission_id, *faces)  # type: ignore[arg-type]

    def work(self, word: Callable[[str], str], submission_id: SubmissionId, who: PoliticianId) -> None:
        """Everything that a curator can write about a submission, undone and done again."""
        told = {"curator": "Ann", "thresholds": THRESHOLDS}
        for _ in range(2):
            hand_work.edit_note(self.catalogue, submission_id, note=word("edited"), **told)  # type: ignore[arg-type]
        hand_work.correct_claim(self.catalogue, submission_id, claimed_id=who, **told)  # type: ignore[arg-type]
        hand_work.draw_face(self.catalogue, submission_id, FaceBox(400, 300, 90, 90), **told)  # type: ignore[arg-type]
        decisions.undo(self.catalogue, curator="Ann")
        decisions.undo(self.catalogue, curator="Ann")
        decisions.redo(self.catalogue, curator="Ann")
        decisions.undo(self.catalogue, curator="Ann")

    def decide(self, submission_id: SubmissionId, verdict: Verdict, note: str = "") -> None:
        reason = Reason.OTHER if verdict is Verdict.REJECTED else None
        decisions.decide(
            self.catalogue,
            [submission_id],
            verdict=verdict,
            reason=reason,
            note=note,
            curator="Ann",
            thresholds=THRESHOLDS,
        )


@pytest.fixture
def bench(catalogue: Catalogue, media: MediaStore, tmp_path: Path) -> Bench:
    return Bench(catalogue, media, tmp_path)


def fully(folder: Path, wanted: looking.Erasure) -> Changes:
    changes = erase(folder, wanted)
    assert finish(folder).not_yet == ()
    assert not erasing.unfinished(folder)
    return changes


def kept_one(bench: Bench) -> SubmissionId:
    """Somebody else's submission, full of a word that must stay."""
    one = bench.submission(lambda what: f"{what}{KEPT}", sender=f"sender {KEPT}")
    bench.decide(one, Verdict.APPROVED, f"note {KEPT}")
    return one


def assert_sound(catalogue: Catalogue, *, undo: bool = True) -> None:
    assert catalogue.complaints() == ()
    if undo:
        while decisions.next_undo(catalogue) is not None:
            decisions.undo(catalogue, curator="Ben")
        while decisions.next_redo(catalogue) is not None:
            decisions.redo(catalogue, curator="Ben")
        assert catalogue.complaints() == ()


def test_nothing_is_left_of_rejected_pictures(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted, clock: Clock
) -> None:
    who = bench.filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    stays = kept_one(bench)
    gone = []
    for _ in range(3):
        one = bench.submission(planted, sender=planted("sender"))
        bench.work(planted, one, who)
        bench.decide(one, Verdict.REJECTED, planted("decided"))
        bench.decide(one, Verdict.SKIPPED, planted("before"))
        bench.decide(one, Verdict.REJECTED)
        gone.append(one)
    backups.replace_all(folder)
    assert len(planted.found(folder)) == len(planted.words), "all markers were planted"

    clock.advance(days=40)
    young = bench.submission(lambda what: f"{what}{KEPT}young", sender="")
    bench.decide(young, Verdict.REJECTED)
    wanted = looking.rejected(folder, days=30, now=clock)
    assert wanted.submissions == tuple(gone)
    assert (wanted.oldest, wanted.newest, wanted.backups) == (wanted.newest, wanted.oldest, 1)
    changes = fully(folder, wanted)

    assert changes.submissions == frozenset(gone)
    assert planted.found(folder) == []
    assert set(catalogue.submissions.ids(SubmissionFilter())) == {stays, young}
    assert catalogue.submissions.get(stays).sender == f"sender {KEPT}"
    assert len(list((folder / "media").rglob("*.jpg"))) == 4
    assert_sound(catalogue)
    assert planted.found(folder) == []


def test_nothing_is_left_of_a_sender(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted
) -> None:
    who = bench.filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    name = planted("Sender")
    stays = kept_one(bench)
    pixels = "what somebody else sends later"
    alone = bench.submission(planted, sender=name, content=pixels)
    bench.work(planted, alone, who)
    bench.decide(alone, Verdict.APPROVED, planted("decided"))
    first = bench.submission(planted, sender=name.upper(), content="a picture that two sent")
    bench.submission(lambda what: f"{what}{KEPT}", sender=f"sender {KEPT}", content="a picture that two sent")
    bench.work(planted, first, who)
    with catalogue.writing():
        wanted_filter = SubmissionFilter(text=name)
        catalogue.saved_filters.keep("mine", wanted_filter)
        catalogue.saved_filters.keep(f"of {name}", SubmissionFilter())
        catalogue.saved_filters.keep("other", SubmissionFilter(text=KEPT))
        # Of the one that stays, the file says the same whoever sent it.
        catalogue.submissions.keep_declarations(first, ())
    bench.decide(stays, Verdict.APPROVED, f"as {name} said")
    with catalogue.writing():
        for row, one in enumerate((alone, first, stays)):
            digest = catalogue.submissions.get(one).digest
            catalogue.fetched.keep(server="http://a", table="b/t", attachment=f"{row}/x", digest=digest)
    backups.replace_all(folder)

    wanted = looking.sender(folder, f"  {name.lower()} ")
    assert (wanted.submissions, wanted.shared, wanted.arrivals) == ((alone,), (first,), 2)
    changes = fully(folder, wanted)

    assert changes.submissions == {alone, first}
    assert planted.found(folder) == []
    left = catalogue.submissions.get(first)
    assert (left.file_name, left.sender, left.note) == (f"file{KEPT}.jpg", f"sender {KEPT}", f"note{KEPT}")
    assert left.claim == Claim(*(f"{part}{KEPT}" for part in ("given", "surname", "country", "role")))
    assert set(catalogue.submissions.ids(SubmissionFilter(text=f"file{KEPT}"))) == {stays, first}
    assert [one.name for one in catalogue.saved_filters.all()] == ["other"]
    # Neither row is filed again by the next fetch, also not when others send the picture.
    bench.submission(lambda what: f"{what}{KEPT}", sender=f"sender {KEPT}", content=pixels)
    assert [one.size is None for one in catalogue.fetched.of_server("http://a").values()] == [
        True,
        True,
        False,
    ]
    assert_sound(catalogue)
    assert planted.found(folder) == []
    with pytest.raises(NotFound, match="sent anything"):
        looking.sender(folder, name)


def test_a_reference_portrait_goes_with_the_sender_it_came_from(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted
) -> None:
    who = bench.filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    one = bench.submission(planted, sender=planted("sender"))
    told = {"curator": "Ann", "thresholds": THRESHOLDS}
    hand_work.correct_claim(catalogue, one, claimed_id=who, **told)  # type: ignore[arg-type]
    hand_work.correct_kind(catalogue, one, kind=Kind.PORTRAIT, **told)  # type: ignore[arg-type]
    with catalogue.writing():
        catalogue.submissions.keep_declarations(one, ())
    bench.decide(one, Verdict.APPROVED)
    promotion.promote(catalogue, one, **told)  # type: ignore[arg-type]
    wanted = looking.sender(folder, planted.words[0])
    assert wanted.portraits == 1
    changes = fully(folder, wanted)
    assert changes.politicians == {who}
    assert len(catalogue.politicians.portraits(who)) == 1
    assert planted.found(folder) == []
    assert_sound(catalogue)


def test_nothing_is_left_of_a_politician(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted, tmp_path: Path
) -> None:
    other = bench.filing.politician("Ilka Brandwyn", portraits=[encoding(2, away=0.1)])
    given, surname = planted("Given"), planted("Surname")
    who = bench.filing.politician(f"{given} {surname}", portraits=[encoding(1)])
    digest, _ = bench.received(planted("portrait"))
    with catalogue.writing():
        catalogue.politicians.add_portrait(who, digest=digest, file_name=f"{planted('photo')}.jpg")  # type: ignore[arg-type]
        catalogue.saved_filters.keep("theirs", SubmissionFilter(politicians=frozenset({who})))
        catalogue.saved_filters.keep("others", SubmissionFilter(politicians=frozenset({other})))
    unclaimed = bench.filing.submission(face(1))
    undecided, decided = bench.filing.submission(face(1)), bench.filing.submission(face(1))
    told = {"curator": "Ann", "thresholds": THRESHOLDS}
    for one in (undecided, decided):
        hand_work.correct_claim(catalogue, one, claimed_id=who, **told)  # type: ignore[arg-type]
    comparison = Comparison(catalogue, model=MODEL, thresholds=THRESHOLDS)
    with catalogue.writing():
        comparison.rerank([unclaimed, undecided, decided])
    bench.decide(unclaimed, Verdict.SKIPPED, f"looks like {given} {surname}")
    bench.decide(decided, Verdict.APPROVED)
    hand_work.correct_claim(catalogue, undecided, claimed_id=other, **told)  # type: ignore[arg-type]
    hand_work.correct_claim(catalogue, decided, claimed_id=other, **told)  # type: ignore[arg-type]
    assert f"{given} {surname}" in str(catalogue.decisions.of(decided)), "the log can still name them"
    backups.replace_all(folder)
    data = (folder / "catalogue.db").read_bytes() + (folder / "catalogue.db-wal").read_bytes()
    assert encoding(1).astype("<f8").tobytes() in data

    wanted = looking.politician(folder, who)
    assert (wanted.portraits, wanted.encodings, wanted.claims, wanted.worded) == (2, 1, 0, 0)
    assert wanted.matches >= 3
    changes = fully(folder, wanted)

    assert who in changes.politicians
    assert {unclaimed, undecided, decided} >= changes.submissions
    assert planted.found(folder) == []
    held = [vector for vector in (encoding(1),) if vector.astype("<f8").tobytes() in _all(folder)]
    # The faces of what is undecided are nobody's portrait; theirs went with their decisions.
    assert len(held) == (1 if catalogue.faces.encodings([undecided], model=MODEL) else 0)
    assert [one.name for one in catalogue.saved_filters.all()] == ["others"]
    assert [one.id for one in catalogue.politicians.all()] == [other]
    assert_sound(catalogue)
    assert planted.found(folder) == []
    with pytest.raises(NotFound):
        looking.politician(folder, who)


def _all(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


def test_what_senders_wrote_of_a_politician_stays_and_is_said(
    folder: Path, catalogue: Catalogue, filing: Filing
) -> None:
    who = filing.politician("Ilka Brandwyn", portraits=[encoding(1)])
    one = filing.submission(face(1), claimed=who)
    wanted = looking.politician(folder, who)
    assert (wanted.claims, wanted.worded) == (1, 1)
    fully(folder, wanted)
    left = catalogue.submissions.get(one)
    assert (left.claimed_id, left.claim.full_name) == (None, "Ilka Brandwyn")
    assert one in catalogue.submissions.outdated(mark="whatever", limit=9)


def test_a_short_name_takes_no_notes_of_others_along(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted
) -> None:
    bench.submission(planted, sender="al")
    other = bench.submission(planted, sender="Kim")
    bench.decide(other, Verdict.REJECTED, note="also a bad montage, really")
    fully(folder, looking.sender(folder, "al"))
    assert [one.note for one in catalogue.decisions.of(other)] == ["also a bad montage, really"]


def test_a_curators_note_that_names_the_sender_goes_and_what_was_sent_comes_back(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted
) -> None:
    bench.submission(planted, sender="Zoe Xylo")
    other = bench.submission(planted, sender="Kim")
    sent = catalogue.submissions.get(other).note
    told = "sent together with Zoe Xylo, by phone"
    hand_work.edit_note(catalogue, other, note=told, curator="Ann", thresholds=THRESHOLDS)
    fully(folder, looking.sender(folder, "Zoe Xylo"))
    assert catalogue.submissions.get(other).note == sent
    assert not catalogue.submissions.ids(SubmissionFilter(text="phone"))
    assert b"Xylo" not in _all(folder)


def test_the_number_of_an_erased_politician_is_never_given_again(
    folder: Path, catalogue: Catalogue, filing: Filing
) -> None:
    gone = filing.politician("Berta Blau")
    fully(folder, looking.politician(folder, gone))
    assert filing.politician("Carla Coral") > gone


def test_undecided_encodings_are_kept_and_those_of_decided_are_nowhere_in_the_file(
    folder: Path, catalogue: Catalogue, filing: Filing
) -> None:
    vectors = {filing.submission(face(n)): encoding(n).astype("<f8").tobytes() for n in range(1, 60)}
    kept = next(iter(vectors))
    decisions.decide(
        catalogue,
        [one for one in vectors if one != kept],
        verdict=Verdict.REJECTED,
        reason=Reason.OTHER,
        curator="Ann",
        thresholds=THRESHOLDS,
    )
    with Eraser(folder) as eraser:
        assert (eraser.erasable.holdings().encodings, eraser.erasable.holdings().encodings_left) == (1, 0)
        assert eraser.scrub()
    data = _all(folder)
    assert [one for one, vector in vectors.items() if vector in data] == [kept]


def test_the_log_holds_no_name(folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted) -> None:
    given, surname = planted("Given"), planted("Surname")
    who = bench.filing.politician(f"{given} {surname}", portraits=[encoding(1)])
    one = bench.submission(planted, sender=planted("sender"))
    bench.work(planted, one, who)
    bench.decide(one, Verdict.REJECTED, planted("decided"))
    rows = catalogue._connection.rows("SELECT * FROM decisions")
    told = "\n".join(str(tuple(row)) for row in rows)
    assert [word for word in planted.words if word in told] == []
    # And yet it reads as it was written.
    claimed = [row.change for row in catalogue.decisions.of(one) if row.action == "claim"]
    assert claimed[0]["after"]["given_name"] == given  # type: ignore[index]
    assert claimed[0]["before"]["surname"] == catalogue.submissions.get(one).claim.surname  # type: ignore[index]
    assert catalogue.decisions.of(one)[-1].seen["claim"] == catalogue.submissions.get(one).claim.full_name


def test_changed_words_beside_the_log_are_noticed(
    catalogue: Catalogue, bench: Bench, planted: Planted
) -> None:
    one = bench.submission(planted, sender="")
    bench.decide(one, Verdict.APPROVED)
    with catalogue.writing():
        catalogue._connection.write("UPDATE decision_words SET words = replace(words, 'given', 'taken')")
    assert [str(said) for said in catalogue.complaints()] == [
        "The note of row 1 of the decision log was changed from outside."
    ]


def test_two_politicians_of_one_name_are_not_mixed_up_in_the_log(
    catalogue: Catalogue, filing: Filing
) -> None:
    one = filing.politician("Ilka Brandwyn", country="Austria", portraits=[encoding(1)])
    filing.politician("Ilka Brandwyn", country="Malta", portraits=[encoding(2)])
    submission = filing.submission(face(1), claimed=one)
    decisions.decide(catalogue, [submission], verdict=Verdict.APPROVED, curator="Ann", thresholds=THRESHOLDS)
    seen = catalogue.decisions.of(submission)[0].seen
    assert seen["faces"][0]["nearest"][0]["politician"] == "Ilka Brandwyn"  # type: ignore[index]
    fully(catalogue.folder, looking.politician(catalogue.folder, one))
    seen = catalogue.decisions.of(submission)[0].seen
    assert seen["faces"][0]["nearest"][0]["politician"] == ""  # type: ignore[index]
    assert catalogue.complaints() == ()


# ---------------------------------------------------------------- crashes and readers


def test_a_crash_after_the_rows_is_finished_later(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted
) -> None:
    one = bench.submission(planted, sender=planted("sender"))
    bench.decide(one, Verdict.REJECTED)
    erase(folder, looking.rejected(folder, days=0, now=lambda: LONG_AGO))
    assert erasing.unfinished(folder)
    assert planted.found(folder) != []
    assert [str(line) for line in finished_lines(finish(folder))] == [
        "Erased: 1 picture with its preview; the database was written anew."
    ]
    assert planted.found(folder) == []
    assert finish(folder) == erasing.Finished()


def test_a_picture_that_came_again_before_its_file_was_deleted_keeps_it(
    folder: Path, catalogue: Catalogue, bench: Bench, media: MediaStore, planted: Planted
) -> None:
    one = bench.submission(planted, sender="", content="sent twice")
    digest = catalogue.submissions.get(one).digest
    bench.decide(one, Verdict.REJECTED)
    erase(folder, looking.rejected(folder, days=0, now=lambda: LONG_AGO))
    again = bench.submission(lambda what: what, sender="", content="sent twice")
    assert finish(folder).files == 0
    assert again != one
    assert media.verify(digest)


def test_pictures_that_only_backups_know_go_with_these(
    folder: Path, catalogue: Catalogue, bench: Bench, media: MediaStore, planted: Planted
) -> None:
    gone = bench.submission(planted, sender=planted("sender"))
    kept = catalogue.submissions.get(bench.submission(lambda what: what, sender="", content="kept")).digest
    backups.make(folder)
    other = folder.parent / "other.jpg"
    other.write_bytes(b"of nobody")
    foreign = media.receive(other).digest
    media.filed(foreign)
    media.filed(catalogue.submissions.get(gone).digest)
    # As a restore of what was there before leaves it.
    digest = catalogue.submissions.get(gone).digest
    with Eraser(folder) as eraser, eraser.writing():
        eraser.erase_submissions([gone])
        eraser.leaving.left([digest])
    assert finish(folder).files == 1
    assert not media.original(digest).exists()
    assert media.verify(kept)
    assert media.verify(foreign)
    assert planted.found(folder) == []


def test_the_backup_that_erasing_makes_does_not_erase_when_it_is_restored(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted
) -> None:
    bench.decide(bench.submission(planted, sender=planted("sender")), Verdict.REJECTED)
    erase(folder, looking.rejected(folder, days=0, now=lambda: LONG_AGO))
    assert finish(folder).not_yet == ()
    catalogue.close()
    (made,) = backups.all_of(folder)
    kept = restoring.restore(folder, made)
    with Catalogue.open(folder):
        assert not erasing.unfinished(folder)
        finish(folder)
    assert kept in backups.all_of(folder)
    assert planted.found(folder) == []


def test_a_reader_keeps_it_from_being_erased_for_good_and_that_is_said(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted
) -> None:
    one = bench.submission(planted, sender=planted("sender"))
    bench.decide(one, Verdict.REJECTED)
    reader = sqlite3.connect(folder / "catalogue.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM submissions").fetchone()
    erase(folder, looking.rejected(folder, days=0, now=lambda: LONG_AGO))
    finished = finish(folder)
    assert [str(line) for line in finished_lines(finished)] == [
        "Not yet erased for good: some of it can still be read in files.",
        "Another program reads the database just now.",
        "Curator tries again at the next start.",
    ]
    assert erasing.unfinished(folder)
    reader.close()
    assert finish(folder).not_yet == ()
    assert planted.found(folder) == []


def test_whoever_folds_the_log_meanwhile_does_not_keep_it_from_being_cut(
    folder: Path, catalogue: Catalogue
) -> None:
    """SQLite answers at once, and not after a while, where somebody else folds just now."""
    done = Event()
    begun = Event()

    def fold() -> None:
        with closing(Folding(folder / "catalogue.db")) as folding:
            while not done.is_set():
                folding.fold()
                begun.set()

    thread = Thread(target=fold)
    thread.start()
    try:
        assert begun.wait(120)
        with Eraser(folder) as eraser:
            assert [eraser.scrub() for _ in range(20)] == [True] * 20
    finally:
        done.set()
        thread.join()


# ---------------------------------------------------------------- previews


def test_what_was_rejected_lately_or_decided_otherwise_is_not_purged(
    folder: Path, catalogue: Catalogue, filing: Filing, clock: Clock
) -> None:
    def rejected(one: SubmissionId) -> None:
        decisions.decide(
            catalogue,
            [one],
            verdict=Verdict.REJECTED,
            reason=Reason.OTHER,
            curator="Ann",
            thresholds=THRESHOLDS,
        )

    old, opened, again = (filing.submission(face(1)) for _ in range(3))
    for one in (old, opened, again):
        rejected(one)
    clock.advance(days=20)
    decisions.decide(catalogue, [opened], verdict=Verdict.APPROVED, curator="Ann", thresholds=THRESHOLDS)
    rejected(again)
    clock.advance(days=20)
    hand_work.edit_note(catalogue, old, note="later", curator="Ann", thresholds=THRESHOLDS)
    assert looking.rejected(folder, days=30, now=clock).submissions == (old,)
    assert looking.rejected(folder, days=10, now=clock).submissions == (old, again)
    nothing = looking.rejected(folder, days=365, now=clock)
    assert nothing.nothing
    assert [str(line) for line in erasure_lines(nothing)] == [
        "No picture was rejected more than 365 days ago."
    ]


def test_what_was_approved_since_it_was_said_is_not_purged(
    folder: Path, catalogue: Catalogue, filing: Filing
) -> None:
    one = filing.submission(face(1))
    decisions.decide(
        catalogue, [one], verdict=Verdict.REJECTED, reason=Reason.OTHER, curator="A", thresholds=THRESHOLDS
    )
    wanted = looking.rejected(folder, days=0, now=lambda: LONG_AGO)
    decisions.undo(catalogue, curator="A")
    assert wanted.submissions == (one,)
    assert erase(folder, wanted).submissions == frozenset()
    assert catalogue.submissions.has(one)


def test_exports_that_hold_it_and_backups_are_named(
    folder: Path, catalogue: Catalogue, filing: Filing, tmp_path: Path
) -> None:
    one = filing.submission(face(1))
    with catalogue.writing():
        catalogue.journals.keep_export(
            folder=tmp_path / "site",
            curator="Ann",
            manifest_digest="",
            decisions_head="",
            published={one: (catalogue.submissions.get(one).digest, "mark")},
        )
    decisions.decide(
        catalogue, [one], verdict=Verdict.REJECTED, reason=Reason.OTHER, curator="A", thresholds=THRESHOLDS
    )
    backups.replace_all(folder)
    wanted = looking.rejected(folder, days=0, now=lambda: LONG_AGO)
    assert wanted.exports == ((str(tmp_path / "site"), 1),)
    lines = [str(line) for line in erasure_lines(wanted)]
    assert lines[0] == "1 rejected picture (0.0 MB), rejected from 2026-03-04 to 2026-03-04."
    assert "1 backup is deleted, and a new one is made." in lines
    assert lines[-1] == (
        f"1 picture is still in the export in {tmp_path / 'site'}: export there again, and publish that."
    )
    erase(folder, wanted)
    assert finish(folder).backups == 1
    assert len(backups.all_of(folder)) == 1


def test_the_grace_period_is_a_setting_of_the_catalogue(catalogue: Catalogue) -> None:
    assert looking.grace_days(catalogue) == 30
    looking.keep_grace_days(catalogue, 7)
    assert looking.grace_days(catalogue) == 7
    with pytest.raises(RefusedChange, match="0 to 3650 days"):
        looking.keep_grace_days(catalogue, -1)


def test_a_folder_of_backups_that_is_not_there_is_said_and_tried_again(
    folder: Path, catalogue: Catalogue, bench: Bench, planted: Planted, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    one = bench.submission(planted, sender=planted("sender"))
    bench.decide(one, Verdict.REJECTED)
    backups.choose_folder(folder, stick)
    backups.replace_all(folder)
    assert planted.found(stick) != []
    away = stick.rename(tmp_path / "unplugged")
    wanted = looking.rejected(folder, days=0, now=lambda: LONG_AGO)
    assert len(wanted.unreachable) == 1
    assert any(f"{wanted.unreachable[0]} is not there now" in line for line in erasure_lines(wanted))
    backups.choose_folder(folder, None)
    erase(folder, wanted)
    assert [str(line) for line in finish(folder).not_yet] == [
        f"The folder of backups {wanted.unreachable[0]} is not there now."
    ]
    assert erasing.unfinished(folder)
    assert planted.found(folder) == []
    away.rename(stick)
    assert finish(folder).not_yet == ()
    assert planted.found(folder, stick) == []
