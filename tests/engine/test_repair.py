"""Repairing: what is computed comes back, what people did is not touched, and the next check is clean."""

import sqlite3
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from filing import Filing, face

from curator.engine.catalogue import Catalogue
from curator.engine.deciding.decisions import decide, undo
from curator.engine.errors import CatalogueDamaged, UnreadablePicture
from curator.engine.media import MediaStore
from curator.engine.records import Digest, Reason, SubmissionId, Verdict
from curator.engine.rules import Thresholds
from curator.engine.safekeeping.backups import Kind, all_of
from curator.engine.safekeeping.repair import Repaired, repair
from curator.engine.safekeeping.verification import has_previews, verify
from curator.engine.workers.jobs import Workers
from curator.engine.workers.messages import Analyse, Render

PIXELS = np.full((30, 40, 3), 99, np.uint8)


class Painters:
    """Workers that answer at once with a grey picture, but for those that they cannot read."""

    def __init__(self, *, unreadable: frozenset[Digest] = frozenset()) -> None:
        self.asked: list[Analyse | Render] = []
        self._unreadable = unreadable

    def submit(self, request: Analyse | Render) -> Future[SimpleNamespace]:
        self.asked.append(request)
        future: Future[SimpleNamespace] = Future()
        if request.digest in self._unreadable:
            future.set_exception(UnreadablePicture("The file is cut off."))
        else:
            future.set_result(SimpleNamespace(pixels=PIXELS))
        return future


def repaired(folder: Path, painters: Painters | None = None) -> Repaired:
    return repair(folder, workers=cast("Workers", painters or Painters()))


def meddle(folder: Path, *statements: str) -> None:
    """Changes the database as a program from outside would, with no regard for triggers or shapes."""
    with closing(sqlite3.connect(folder / "catalogue.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for one in statements:
            connection.execute(one)


@pytest.fixture
def media(catalogue: Catalogue) -> MediaStore:
    return MediaStore(catalogue.media_folder)


@pytest.fixture
def full(catalogue: Catalogue, filing: Filing, media: MediaStore, tmp_path: Path) -> list[SubmissionId]:
    """Three analysed submissions with files and previews; one rejected, one rejected and taken back."""
    filing.politician("Zoë Łąka")
    found = []
    for number in range(3):
        file = tmp_path / f"{number}.jpg"
        file.write_bytes(b"picture" * (number + 1))
        digest = media.receive(file).digest
        submission = filing.waiting(file=digest)
        filing.analyse(submission, face(number))
        media.write_preview(digest, pixels=PIXELS)
        found.append(submission)
    for one in found[:2]:
        decide(
            catalogue,
            [one],
            verdict=Verdict.REJECTED,
            reason=Reason.NO_FACE,
            note="a cat",
            curator="Ann",
            thresholds=Thresholds(),
        )
    undo(catalogue, curator="Ann")
    assert verify(catalogue).complaints == ()
    return found


def everything_decided(folder: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        return [
            *connection.execute("SELECT * FROM decisions ORDER BY id"),
            *connection.execute("SELECT * FROM decision_notes ORDER BY 1"),
        ]


def test_a_sound_catalogue_is_left_alone(catalogue: Catalogue, full: list[SubmissionId]) -> None:
    assert repaired(catalogue.folder) == Repaired((), (), None)
    assert all_of(catalogue.folder) == ()


@pytest.mark.parametrize(
    ("harm", "told", "word"),
    [
        (["DROP TRIGGER decisions_never_change"], "protection of the decision log", "decisions_never_change"),
        (
            [
                "DROP TRIGGER decisions_never_go",
                "CREATE TRIGGER decisions_never_go BEFORE DELETE ON decisions BEGIN SELECT 1; END",
            ],
            "trigger decisions_never_go is not as",
            "decisions_never_go",
        ),
        (
            ["CREATE TRIGGER spy AFTER INSERT ON decisions BEGIN DELETE FROM saved_filters; END"],
            "trigger spy is not one of",
            "spy",
        ),
        (
            ["CREATE TRIGGER _sqlite_spy AFTER INSERT ON decisions BEGIN DELETE FROM saved_filters; END"],
            "trigger _sqlite_spy is not one of",
            "_sqlite_spy",
        ),
        (["DROP INDEX submissions_by_margin"], "index submissions_by_margin is missing", "by_margin"),
        (["DROP VIEW review_list"], "view review_list is missing", "review_list"),
        (["DROP TABLE tallies"], "table tallies is not as", "tallies"),
        (["UPDATE tallies SET number = number + 1"], "numbers beside the filters", "Counted anew"),
        (["DELETE FROM tallies"], "numbers beside the filters", "Counted anew"),
        (["DELETE FROM steps"], "What undo would take back", "Counted anew"),
        (["UPDATE steps SET standing = 9"], "What undo would take back", "Counted anew"),
        (["UPDATE submissions SET verdict = 'approved'"], "differs from the decision log", "verdicts"),
        (["DELETE FROM submission_words"], "words that searching finds", "words anew"),
        (["UPDATE submission_words SET note = 'dog'"], "words that searching finds", "words anew"),
        (["DELETE FROM submission_words_data"], "words that searching finds", "words anew"),
        (["DROP TABLE submission_words"], "words that searching finds", "words anew"),
        (["UPDATE politician_words_content SET c0 = 'x'"], "words that searching finds", "words anew"),
        (
            ["INSERT INTO submission_words (rowid, note) VALUES (99, 'ghost')"],
            "words that searching finds",
            "words anew",
        ),
    ],
)
def test_what_is_computed_is_missed_made_anew_and_then_clean(
    catalogue: Catalogue, full: list[SubmissionId], harm: list[str], told: str, word: str
) -> None:
    folder = catalogue.folder
    before = everything_decided(folder)
    meddle(folder, *harm)
    with Catalogue.read(folder) as reader:
        found = verify(reader)
    assert any(told in one for one in found.complaints)
    assert set(found.complaints) == set(found.repairable)
    outcome = repaired(folder)
    assert any(word in one for one in outcome.done)
    assert outcome.left == ()
    assert [one.kind for one in all_of(folder)] == [Kind.BEFORE_REPAIR]
    with Catalogue.read(folder) as reader:
        assert verify(reader).complaints == ()
    assert everything_decided(folder) == before
    # The window that is open beside it works on as before.
    assert catalogue.decisions.undoable() is not None
    undo(catalogue, curator="Ann")
    assert verify(catalogue).complaints == ()


def test_an_index_that_lacks_a_row_is_made_anew(catalogue: Catalogue, full: list[SubmissionId]) -> None:
    folder = catalogue.folder
    catalogue.close()
    meddle(
        folder,
        "UPDATE sqlite_master SET sql = 'CREATE INDEX decisions_by_step ON decisions (step) WHERE step > 1'"
        " WHERE name = 'decisions_by_step'",
    )
    meddle(folder, "REINDEX decisions_by_step")
    meddle(
        folder,
        "UPDATE sqlite_master SET sql = 'CREATE INDEX decisions_by_step ON decisions (step)'"
        " WHERE name = 'decisions_by_step'",
    )
    with Catalogue.read(folder) as reader:
        found = verify(reader)
    assert any("An index of the database is damaged" in one for one in found.complaints)
    outcome = repaired(folder)
    assert outcome.left == ("No backup could be made before, for an index of the database is damaged.",)
    with Catalogue.read(folder) as reader:
        assert verify(reader).complaints == ()


def test_previews_are_made_anew_upright_and_only_where_they_are_missing(
    catalogue: Catalogue, full: list[SubmissionId], media: MediaStore
) -> None:
    # The second waits for its analysis, since its rejection was taken back.
    digests = [catalogue.submissions.get(one).digest for one in (full[0], full[2])]
    media.preview(digests[0]).unlink()
    media.thumbnail(digests[1]).write_bytes(b"")
    found = verify(catalogue)
    assert found.complaints == ("The previews or thumbnails of 2 pictures are missing or damaged.",)
    assert found.repairable == found.complaints
    painters = Painters()
    outcome = repaired(catalogue.folder, painters)
    assert outcome == Repaired(("Made previews and thumbnails of 2 pictures anew.",), (), None)
    assert {one.digest for one in painters.asked} == set(digests[:2])
    assert all(isinstance(one, Render) and one.turn == 0 for one in painters.asked)
    assert all(has_previews(media, one) for one in digests)
    assert verify(catalogue).complaints == ()


def test_a_preview_that_cannot_be_made_is_named(
    catalogue: Catalogue, full: list[SubmissionId], media: MediaStore
) -> None:
    digest = catalogue.submissions.get(full[0]).digest
    media.preview(digest).unlink()
    outcome = repaired(catalogue.folder, Painters(unreadable=frozenset({digest})))
    assert outcome.done == ()
    assert len(outcome.left) == 1
    assert "submission 1" in outcome.left[0]
    assert "The file is cut off." in outcome.left[0]


def test_a_repair_can_be_cancelled_between_two_pictures(
    catalogue: Catalogue, full: list[SubmissionId], media: MediaStore
) -> None:
    for one in (full[0], full[2]):
        media.preview(catalogue.submissions.get(one).digest).unlink()
    asked = iter([False, True])
    outcome = repair(catalogue.folder, workers=cast("Workers", Painters()), cancelled=lambda: next(asked))
    assert not outcome.whole
    assert outcome.done == ("Made preview and thumbnail of 1 picture anew.",)


def test_a_forged_log_is_told_and_never_touched(catalogue: Catalogue, full: list[SubmissionId]) -> None:
    folder = catalogue.folder
    meddle(
        folder,
        "DROP TRIGGER decisions_never_change",
        "UPDATE decisions SET verdict = 'approved' WHERE id = 1",
        "UPDATE decision_notes SET note = 'a dog'",
    )
    before = everything_decided(folder)
    repaired(folder)
    assert everything_decided(folder) == before
    left = verify(catalogue).complaints
    assert "The decision log was changed from outside, first at row 1." in left
    assert not any("protection" in one for one in left)


def test_what_only_a_backup_can_mend_is_refused(catalogue: Catalogue, full: list[SubmissionId]) -> None:
    folder = catalogue.folder
    meddle(folder, "DROP TABLE saved_filters", "DELETE FROM tallies")
    found = verify(catalogue)
    assert "The table saved_filters is not as Curator makes it." in found.complaints
    with pytest.raises(CatalogueDamaged, match="Restore a backup"):
        repaired(folder)


def test_pictures_that_nobody_knows_are_remarked_and_left(
    catalogue: Catalogue, full: list[SubmissionId], media: MediaStore, tmp_path: Path
) -> None:
    file = tmp_path / "other.jpg"
    file.write_bytes(b"of no submission")
    digest = media.receive(file).digest
    found = verify(catalogue)
    assert found.complaints == ()
    assert len(found.remarks) == 1
    repaired(catalogue.folder)
    assert media.verify(digest)


def test_pictures_that_wait_or_cannot_be_read_need_no_preview(
    catalogue: Catalogue, filing: Filing, media: MediaStore, tmp_path: Path
) -> None:
    file = tmp_path / "waits.jpg"
    file.write_bytes(b"waits")
    filing.waiting(file=media.receive(file).digest)
    assert verify(catalogue).complaints == ()
