"""Exports over what a newer state of the catalogue, or another copy of it, wrote into the same folder."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid5

import pytest
from publishing import AT, CURATOR, Bench, Painter, contents, individuals

from curator.engine import export
from curator.engine.catalogue import Catalogue
from curator.engine.catalogue.catalogue import EXPORT_SECRET
from curator.engine.errors import ExportError
from curator.engine.export.manifest import FILE_NAME, read_manifest
from curator.engine.privacy.looking import sender
from curator.engine.records import Digest, Reason, SubmissionId, Verdict
from curator.engine.safekeeping import backups, restoring


@pytest.fixture
def bench(tmp_path: Path, hasty: None) -> Iterator[Bench]:
    with Catalogue.create(tmp_path / "catalogue", clock=lambda: AT) as catalogue:
        yield Bench(catalogue)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "public" / "site"


@pytest.fixture
def copy(bench: Bench, site: Path, tmp_path: Path) -> Iterator[Bench]:
    """Another copy of a catalogue with two exported pictures; both go on from there."""
    bench.approved()
    bench.approved()
    bench.export(site)
    bench.catalogue.close()
    shutil.copytree(bench.catalogue.folder, tmp_path / "copy")
    bench.catalogue = Catalogue.open(bench.catalogue.folder, clock=lambda: AT)
    with Catalogue.open(tmp_path / "copy", clock=lambda: AT) as catalogue:
        other = Bench(catalogue, jane=bench.jane)
        yield other
        bench.catalogue.close()


def published(folder: Path) -> list[object]:
    return [one["Id"] for one in individuals(folder)]


def restored(bench: Bench) -> Bench:
    """The same catalogue after its newest backup was restored."""
    folder = bench.catalogue.folder
    bench.catalogue.close()
    restoring.restore(folder, restoring.named(folder, "newest"))
    bench.catalogue = Catalogue.open(folder, clock=lambda: AT)
    return bench


def picture(name: str) -> Digest:
    return Digest(name.encode().hex().ljust(64, "0"))


# ---------------------------------------------------------------- what would come back, and what would go


def test_after_a_restore_a_withdrawn_picture_comes_back_by_a_second_yes_only(
    bench: Bench, site: Path
) -> None:
    first, second = bench.approved(), bench.approved()
    bench.export(site)
    backups.make(bench.catalogue.folder)
    bench.decide(first, Verdict.WITHDRAWN, Reason.REQUESTED)
    bench.export(site)
    before = contents(site)
    restored(bench)
    plan = export.plan(bench.catalogue, folder=site)
    assert (plan.added, plan.changed, plan.unchanged, plan.removed) == ((first,), (), (second,), ())
    assert plan.notices[0] == plan.estrangement
    assert plan.estrangement == (
        "What was exported there comes from a newer state of this catalogue, or from another copy of it."
        f" 1 picture that is not there would be published, even if it was withdrawn: number {first}."
    )
    with pytest.raises(ExportError, match=f"even if it was withdrawn: number {first}"):
        export.write(plan, folder=site, renderer=Painter())
    assert contents(site) == before
    assert bench.export(site, anyway=True).notices == ()
    assert published(site) == [first, second]
    assert export.plan(bench.catalogue, folder=site).estrangement == ""


def test_withdrawing_it_again_asks_for_nothing(bench: Bench, site: Path) -> None:
    first, second = bench.approved(), bench.approved()
    bench.export(site)
    backups.make(bench.catalogue.folder)
    bench.decide(first, Verdict.WITHDRAWN, Reason.REQUESTED)
    bench.export(site)
    restored(bench)
    bench.decide(first, Verdict.WITHDRAWN, Reason.REQUESTED, note="once more")
    plan = export.plan(bench.catalogue, folder=site)
    assert (plan.estranged, plan.estrangement, plan.unchanged) == (True, "", (second,))
    bench.export(site)
    assert published(site) == [second]


def test_another_copy_is_told_what_it_would_undo(bench: Bench, copy: Bench, site: Path) -> None:
    copy.decide(SubmissionId(1), Verdict.WITHDRAWN, Reason.REQUESTED)
    theirs = copy.approved(digest=picture("theirs"))
    more = copy.approved(digest=picture("more"))
    copy.export(site)
    ours = bench.approved(digest=picture("ours"))
    assert ours == theirs, "each copy counts on by itself"
    plan = export.plan(bench.catalogue, folder=site)
    assert (plan.added, plan.changed, plan.replaced) == ((1,), (ours,), (ours,))
    assert [(one.id, one.why) for one in plan.removed] == [(more, "not in this copy of the catalogue")]
    told = plan.estrangement
    assert f"1 number would stand for another picture than it does there: {ours}." in told
    assert f"1 picture would go: number {more}." in told
    assert "in another way" not in told
    with pytest.raises(ExportError):
        export.write(plan, folder=site, renderer=Painter())
    assert published(site) == [2, theirs, more]


def test_a_number_that_stands_for_another_picture_here_is_not_said_to_be_rejected(
    bench: Bench, copy: Bench, site: Path
) -> None:
    theirs = copy.approved(digest=picture("theirs"))
    copy.export(site)
    ours = bench.receive(claimed_id=bench.jane, digest=picture("ours"))
    bench.decide(ours, Verdict.REJECTED, Reason.UNSAFE)
    assert ours == theirs
    (gone,) = export.plan(bench.catalogue, folder=site).removed
    assert (gone.id, gone.name, gone.why) == (ours, "", "not in this copy of the catalogue")


def test_what_another_copy_corrected_is_told(bench: Bench, copy: Bench, site: Path) -> None:
    copy.choose(credit="The campaign")
    copy.export(site)
    copy.decide(copy.receive(digest=picture("theirs")), Verdict.SKIPPED)
    copy.choose(credit="The campaign, corrected")
    copy.export(site)
    told = export.plan(bench.catalogue, folder=site).estrangement
    assert "2 pictures would be published in another way than they are there: numbers 1, 2." in told


def test_in_a_new_folder_the_last_export_counts(bench: Bench, site: Path) -> None:
    first = bench.approved()
    bench.export(site)
    backups.make(bench.catalogue.folder)
    bench.decide(first, Verdict.WITHDRAWN, Reason.REQUESTED)
    bench.export(site.with_name("second"))
    restored(bench)
    for folder in (site.with_name("third"), None):
        plan = export.plan(bench.catalogue, folder=folder)
        assert plan.added == (first,)
        assert "even if it was withdrawn" in plan.estrangement


def test_what_stands_in_the_folder_is_compared_with_and_not_what_was_exported_elsewhere(
    bench: Bench, site: Path
) -> None:
    first, second = bench.approved(), bench.approved()
    bench.export(site)
    bench.decide(first, Verdict.WITHDRAWN, Reason.REQUESTED)
    bench.export(site.with_name("second"))
    plan = export.plan(bench.catalogue, folder=site)
    assert [(one.id, one.is_withdrawn) for one in plan.removed] == [(first, True)]
    assert (plan.unchanged, plan.estrangement) == ((second,), "")
    bench.export(site)
    assert published(site) == [second]
    assert json.loads((site / FILE_NAME).read_bytes())["removed"][0]["Id"] == first


def test_an_export_that_came_after_the_look_is_not_written_over(
    bench: Bench, copy: Bench, site: Path
) -> None:
    plan = export.plan(bench.catalogue, folder=site)
    copy.decide(SubmissionId(1), Verdict.WITHDRAWN, Reason.REQUESTED)
    copy.export(site)
    with pytest.raises(ExportError, match="is another one than was looked at"):
        export.write(plan, folder=site, renderer=Painter(), anyway=True)
    assert published(site) == [2]


# ---------------------------------------------------------------- manifests that somebody wrote


@pytest.mark.parametrize(
    "harm",
    [
        {"decisions_head": None},
        {"decisions_head": ["x"]},
        {"decisions_head": "0" * 64},
        {"marks": None},
        {"marks": []},
        {"marks": {"1": None, "2": {"picture": 3, "state": []}}},
        {"marks": {"1": {"picture": "another", "state": "x"}}},
        {"pictures": None},
        {"pictures": ["1"]},
        {"pictures": {"²": [], "-1": [], "": [], "9" * 40: [], "7e3": [], "999999999999999999": []}},
        {"pictures": {"1": None, "77": "x"}},
        {"removed": 5, "submissions": "many"},
    ],
)
def test_a_manifest_that_was_written_by_hand_stops_nothing_but_the_first_yes(
    bench: Bench, site: Path, harm: dict[str, object]
) -> None:
    bench.approved()
    bench.export(site)
    told = json.loads((site / FILE_NAME).read_bytes())
    (site / FILE_NAME).write_text(json.dumps({**told, **harm}))
    plan = export.plan(bench.catalogue, folder=site)
    assert {*plan.added, *plan.changed, *plan.unchanged} == {1}
    assert plan.estranged is ("decisions_head" in harm)
    bench.export(site, anyway=True)
    assert published(site) == [1]


@pytest.mark.parametrize("size", ["Infinity", "1e999", "NaN", '"x"', "null", "[]"])
def test_sizes_that_are_none_make_no_manifest(site: Path, size: str) -> None:
    site.mkdir(parents=True)
    file = f'{{"path": "a", "size": {size}, "sha256": "x"}}'
    (site / FILE_NAME).write_text(f'{{"program": "Curator", "files": [{file}]}}')
    assert read_manifest(site) is None


@pytest.mark.parametrize("path", ["a\\u0000b", "\\ud800"])
def test_paths_that_no_system_knows_make_no_manifest(site: Path, path: str) -> None:
    site.mkdir(parents=True)
    file = f'{{"path": "{path}", "size": 1, "sha256": "x"}}'
    (site / FILE_NAME).write_text(f'{{"program": "Curator", "files": [{file}]}}')
    assert read_manifest(site) is None


# ---------------------------------------------------------------- numbers, marks and journals


def test_a_number_that_was_published_is_not_given_again_after_a_restore(bench: Bench, site: Path) -> None:
    bench.approved()
    backups.make(bench.catalogue.folder)
    second = bench.approved()
    somebody = bench.add("Nora", "Nowhere", "Malta")
    bench.export(site)
    restored(bench)
    assert bench.approved(digest=picture("other")) == second + 1
    assert bench.add("Bo", "Bright", "Malta") == somebody + 1
    assert bench.catalogue.complaints() == (), "rows of the log are numbered anew"


def test_an_erasure_after_a_restore_names_where_the_picture_is_published(bench: Bench, site: Path) -> None:
    first = bench.approved()
    backups.make(bench.catalogue.folder)
    bench.export(site)
    folder = restored(bench).catalogue.folder
    assert sender(folder, "MARKER-sender@example.org").exports == ((str(site), 1),)
    (noted,) = bench.catalogue.journals.past_exports(most=9)
    assert (noted.curator, noted.pictures) == (CURATOR, 1)
    assert export.plan(bench.catalogue).unchanged == (first,)


def test_restoring_to_and_fro_notes_each_export_once(bench: Bench, site: Path) -> None:
    bench.approved()
    backups.make(bench.catalogue.folder)
    bench.export(site)
    restored(bench)
    bench.choose(credit="The campaign")
    bench.export(site)
    folder = bench.catalogue.folder
    bench.catalogue.close()
    kept = next(one for one in backups.all_of(folder) if one.kind is backups.Kind.BEFORE_RESTORE)
    restoring.restore(folder, kept)
    bench.catalogue = Catalogue.open(folder)
    assert [one.id for one in bench.catalogue.journals.past_exports(most=9)] == [2, 1]


def test_nobody_else_can_compute_the_number_of_a_picture(bench: Bench, tmp_path: Path) -> None:
    first, second = bench.approved(digest=picture("one")), bench.approved(digest=picture("two"))
    one, two = export.plan(bench.catalogue).entries
    assert UUID(one.guid).version == 4
    assert one.guid != two.guid
    catalogue_id = bench.catalogue.fact("catalogue_id")
    assert one.guid != str(uuid5(UUID(catalogue_id), str(first)))
    assert export.plan(bench.catalogue).entries[1].guid == two.guid
    with Catalogue.create(tmp_path / "other") as catalogue, catalogue.writing():
        catalogue.keep_fact("catalogue_id", catalogue_id)
    with Catalogue.open(tmp_path / "other", clock=lambda: AT) as catalogue:
        other = Bench(catalogue)
        other.approved(digest=picture("one"))
        other.approved(digest=picture("another"))
        its, another = export.plan(catalogue).entries
        assert its.guid != one.guid, "another secret"
        with catalogue.writing():
            catalogue.keep_fact(EXPORT_SECRET, bench.catalogue.fact(EXPORT_SECRET))
        its, another = export.plan(catalogue).entries
        assert its.guid == one.guid
        assert (another.id, another.guid) != (second, two.guid), "another picture under that number"


def test_the_secret_stays_at_home_and_goes_with_a_restore(bench: Bench, site: Path) -> None:
    bench.approved()
    secret = bench.catalogue.fact(EXPORT_SECRET)
    assert len(bytes.fromhex(secret)) == 32
    bench.export(site)
    assert not [path for path, data in contents(site).items() if secret.encode() in data]
    # As a catalogue was that no Curator of today had opened yet.
    with bench.catalogue.writing():
        bench.catalogue.keep_fact(EXPORT_SECRET, "")
    backups.make(bench.catalogue.folder)
    with bench.catalogue.writing():
        bench.catalogue.keep_fact(EXPORT_SECRET, secret)
    assert restored(bench).catalogue.fact(EXPORT_SECRET) == secret
    assert export.plan(bench.catalogue).unchanged == (1,)


# ---------------------------------------------------------------- where an export may not go


@pytest.mark.parametrize("where", ["", "site", "media/site", "new/sub/site"])
def test_an_export_into_the_catalogue_is_refused(bench: Bench, where: str) -> None:
    bench.approved()
    folder = bench.catalogue.folder / where
    before = sorted(bench.catalogue.folder.rglob("*"))
    with pytest.raises(ExportError, match="lies inside the catalogue's folder"):
        export.plan(bench.catalogue, folder=folder)
    with pytest.raises(ExportError, match="lies inside the catalogue's folder"):
        export.write(export.plan(bench.catalogue), folder=folder, renderer=Painter())
    assert sorted(bench.catalogue.folder.rglob("*")) == before
