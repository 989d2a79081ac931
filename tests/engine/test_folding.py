"""The write-ahead log is folded in from beside, and nobody who writes waits for it."""

from contextlib import closing
from pathlib import Path

import pytest
from filing import Filing

from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.folding import Folding
from curator.ui.session.folding import LogFolder


def log_of(catalogue: Catalogue) -> Path:
    return catalogue.path.with_name(f"{catalogue.path.name}-wal")


def test_wiping_cuts_the_log(catalogue: Catalogue, filing: Filing) -> None:
    filing.submission()
    assert log_of(catalogue).stat().st_size
    with closing(Folding(catalogue.path)) as folding:
        assert folding.wipe()
    assert not log_of(catalogue).stat().st_size
    assert catalogue.submissions.counts().total == 1


def test_a_reader_keeps_it_from_being_cut_and_nobody_waits(catalogue: Catalogue, filing: Filing) -> None:
    filing.submission()
    with Catalogue.read(catalogue.folder) as reader, closing(Folding(catalogue.path)) as folding:
        reader._connection.db.execute("BEGIN")
        assert reader.submissions.counts().total == 1
        filing.submission()
        assert not folding.wipe()
        reader._connection.db.conn.rollback()
        assert folding.wipe()


def test_a_commit_of_somebody_else_is_not_hindered(catalogue: Catalogue, filing: Filing) -> None:
    with closing(Folding(catalogue.path)) as folding, catalogue.writing():
        catalogue.keep_fact("other", "told")
        folding.fold()
        assert not folding.wipe()
    assert catalogue.fact("other") == "told"


def test_commits_leave_the_folding_to_others(catalogue: Catalogue) -> None:
    catalogue.let_log_grow()
    before = catalogue.path.stat().st_size
    for number in range(30):
        with catalogue.writing():
            catalogue.keep_fact(f"long {number}", "x" * 200_000)
    assert catalogue.path.stat().st_size == before
    with closing(Folding(catalogue.path)) as folding:
        folding.fold()
    assert catalogue.path.stat().st_size > before + 30 * 200_000


@pytest.mark.parametrize("wanted", [True, False])
def test_the_thread_folds_and_ends(catalogue: Catalogue, filing: Filing, wanted: bool) -> None:
    filing.submission()
    before = catalogue.path.read_bytes()
    folder = LogFolder(catalogue.path)
    if wanted:
        folder.wipe()
    folder.start()
    folder.settled.wait(120)
    folder.close()
    assert catalogue.path.read_bytes() != before
    assert bool(log_of(catalogue).stat().st_size) is not wanted


def test_what_can_be_computed_again_need_not_wait_for_the_disk(catalogue: Catalogue) -> None:
    sql = catalogue._connection
    with catalogue.writing(lasting=False):
        assert sql.value("PRAGMA synchronous") == 1
        catalogue.keep_fact("some", "thing")
    assert sql.value("PRAGMA synchronous") == 2
    with catalogue.writing(), catalogue.writing(lasting=False):
        assert sql.value("PRAGMA synchronous") == 2, "what lasts is not made less by what is inside it"
    assert catalogue.fact("some") == "thing"
