"""An export from the catalogue to the folder: what is in it, what is not, and what a failure leaves."""

import csv
import errno
import hashlib
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms
from publishing import AT, CURATOR, FACE, FACTS, Bench, Painter, assert_alone, contents, individuals

from curator.engine import export
from curator.engine.catalogue import Catalogue
from curator.engine.deciding import decisions
from curator.engine.errors import ExportError, UnreadablePicture, WorkerFailure
from curator.engine.export import staging as staging_module
from curator.engine.export.manifest import FileNote
from curator.engine.pictures import decode_picture, resized
from curator.engine.records import (
    Claim,
    Digest,
    FaceBox,
    Kind,
    PictureFacts,
    Reason,
    SubmissionId,
    Verdict,
    Word,
)
from curator.engine.rules import RULE_SET, Thresholds
from curator.engine.submitted_file import read_file


@pytest.fixture
def bench(tmp_path: Path, hasty: None) -> Iterator[Bench]:
    with Catalogue.create(tmp_path / "catalogue", clock=lambda: AT) as catalogue:
        yield Bench(catalogue)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "public" / "site"


# ---------------------------------------------------------------- what is in an export


def test_an_export_has_the_shape_that_the_site_reads(bench: Bench, site: Path) -> None:
    fake = bench.approved()
    portrait = bench.approved(kind=Kind.PORTRAIT, note="")
    bench.export(site)
    assert [path for path in contents(site) if not path.startswith("api/")] == [
        "available.json",
        f"data/photos/{fake}-resized.jpg",
        f"data/photos/{fake}_box.jpg",
        f"data/photos/{portrait}-resized.jpg",
        f"data/photos/{portrait}_box.jpg",
        "figures.json",
        "individuals.json",
        "manifest.json",
        "submissions.csv",
        "submissions.json",
        f"x/{fake}.md",
        f"x/{portrait}.md",
    ]
    first, second = individuals(site)
    assert first == {
        "Name": "Jane",
        "Surname": "Roe",
        "Country": "Czechia",
        "OfficialRole": "Prime Minister",
        "Id": fake,
        "Description": "On the moon",
        "priority": False,
        "analyzed": True,
        "isfake": True,
        "reviewed": True,
        "image": f"data/photos/{fake}-resized.jpg",
        "boxfile": f"data/photos/{fake}_box.jpg",
        "rbi": {"box": [200, 150, 120, 120], "match": "strong"},
        "CreatedAt": "2026-03-04T05:06:07.891Z",
        "two": "CZ",
        "three": "CZE",
    }
    assert (second["Id"], second["isfake"], second["Description"]) == (portrait, False, None)
    assert json.loads((site / "available.json").read_bytes()) == {
        "facesTotal": 1,
        "fakesTotal": 1,
        "registered": 1,
        "picturesPerCountry": {"Czechia": 2},
    }
    assert json.loads((site / "figures.json").read_bytes()) == [
        {"Name": "Jane", "Surname": "Roe", "Country": "Czechia", "OfficialRole": "Prime Minister"}
    ]


@pytest.mark.parametrize("note", ["", " \n", "\u200b"])
def test_a_deepfake_without_a_note_says_what_it_is(bench: Bench, site: Path, note: str) -> None:
    """Null makes the site call it an official portrait."""
    bench.approved(note=note)
    bench.approved(note=note, kind=Kind.PORTRAIT)
    bench.approved(note=note, claimed_id=None, claim=Claim())
    bench.export(site)
    named, portrait, nameless = (one["Description"] for one in individuals(site))
    assert named == (
        "Deepfake: a photo altered by AI that shows the face of Jane Roe, Prime Minister of Czechia."
    )
    assert portrait is None
    assert nameless == "Deepfake: a photo altered by AI."


@pytest.mark.parametrize(
    ("width", "height", "kept"),
    [(8, 8, False), (800, 1, False), (13, 900, False), (14, 14, True), (1600, 26, False), (1600, 28, True)],
)
def test_a_deepfake_too_small_for_a_readable_mark_is_left_out(
    bench: Bench, width: int, height: int, kept: bool
) -> None:
    facts = PictureFacts("PNG", width, height)
    deepfake = bench.approved(facts=facts, faces=())
    portrait = bench.approved(facts=facts, faces=(), kind=Kind.PORTRAIT)
    plan = export.plan(bench.catalogue)
    assert [entry.id for entry in plan.entries] == [*([deepfake] if kept else []), portrait]
    assert [one.why for one in plan.skipped] == (
        [] if kept else ["too small for the mark that says that it was made with AI"]
    )


def test_the_manifest_vouches_for_every_file(bench: Bench, site: Path) -> None:
    bench.approved()
    summary = bench.export(site)
    manifest = json.loads((site / "manifest.json").read_bytes())
    files = contents(site)
    assert summary.manifest_digest == hashlib.sha256(files["manifest.json"]).hexdigest()
    assert summary.size == sum(map(len, files.values()))
    del files["manifest.json"]
    assert {one["path"]: (one["size"], one["sha256"]) for one in manifest["files"]} == {
        path: (len(data), hashlib.sha256(data).hexdigest()) for path, data in files.items()
    }
    assert manifest["decisions_head"] == bench.catalogue.decisions.head() != ""
    assert manifest["rule_set"] == RULE_SET
    assert manifest["exported_at"] == "2026-03-04T05:06:07.891Z"
    last = bench.catalogue.journals.last_export()
    assert last is not None
    assert (last.manifest_digest, last.folder) == (summary.manifest_digest, str(site))


def test_whatever_is_personal_stays_at_home(bench: Bench, site: Path, tmp_path: Path) -> None:
    original = tmp_path / "MARKER-path.jpg"
    plant_markers(original)
    facts = PictureFacts("JPEG", 1000, 750)
    for kind in Kind:
        bench.approved(facts=facts, kind=kind)

    def decode(_digest: Digest, turn: int, width: int, /) -> NDArray[np.uint8]:
        return resized(
            decode_picture(read_file(original), longest_side=3200).turned(turn).pixels, width=width
        )

    assert original.read_bytes().count(b"MARKER") >= 5
    bench.export(site, renderer=decode)
    for path, data in contents(site).items():
        assert b"marker" not in data.lower().replace(b"\0", b""), path
        assert CURATOR.encode() not in data, path
        assert b"GPS" not in data, path
    for path in (site / "data/photos").iterdir():
        with Image.open(path) as image:
            assert not image.getexif()
            assert not {"comment", "icc_profile", "exif", "photoshop"} & set(image.info)


def plant_markers(path: Path) -> None:
    """A JPEG with personal data in every place that one has."""
    exif = Image.Exif()
    exif[0x010E] = "MARKER-description"
    exif[0x9C9D] = "MARKER-owner".encode("utf-16-le")
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (50.0, 5.0, 0.0)
    exif.get_ifd(0x8825)[29] = "MARKER-gps"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    noise = np.random.default_rng(1).integers(0, 255, (750, 1000, 3), dtype=np.uint8)
    file = BytesIO()
    Image.fromarray(noise).save(
        file,
        "JPEG",
        exif=exif,
        xmp=b"<x>MARKER-xmp</x>",
        comment=b"MARKER-comment",
        icc_profile=profile + b"MARKER-profile",
    )
    path.write_bytes(file.getvalue() + b"MARKER-trailing")


def test_only_the_approved_are_exported(bench: Bench, site: Path) -> None:
    wanted = bench.approved()
    bench.receive()
    bench.decide(bench.receive(), Verdict.REJECTED, Reason.NO_FACE)
    bench.decide(bench.receive(), Verdict.REJECTED, Reason.UNSAFE)
    bench.decide(bench.receive(), Verdict.SKIPPED)
    withdrawn = bench.approved()
    bench.decide(withdrawn, Verdict.WITHDRAWN, Reason.REQUESTED)
    broken = bench.approved()
    with bench.catalogue.writing():
        bench.catalogue.submissions.mark_unreadable(broken, sentence="The file is gone.")
    waiting = bench.approved(facts=None)
    plan = export.plan(bench.catalogue)
    assert [entry.id for entry in plan.entries] == [wanted]
    assert plan.left_out == {"undecided": 1, "rejected": 1, "unsafe": 1, "skipped": 1, "withdrawn": 1}
    assert {one.id: one.why for one in plan.skipped} == {
        broken: "the file could not be read",
        waiting: "not analysed yet",
    }
    summary = bench.export(site)
    assert [one["Id"] for one in individuals(site)] == [wanted]
    assert summary.notices == (
        "1 approved picture is left out: the file could not be read.",
        "1 approved picture is left out: not analysed yet.",
    )


def test_who_is_not_in_the_index_is_exported_as_sent_and_told(bench: Bench, site: Path) -> None:
    bench.approved(claimed_id=None, claim=Claim("Nobody", "Known", "Norway", "King"))
    bench.approved(claimed_id=None, claim=Claim())
    summary = bench.export(site)
    named, nameless = individuals(site)
    assert [named[field] for field in ("Name", "Surname", "Country", "two", "three")] == [
        "Nobody", "Known", "Norway", "", "",
    ]  # fmt: skip
    assert (nameless["Name"], nameless["Surname"]) == ("", "")
    assert summary.notices == (
        "2 pictures show nobody in the index: exported with the name as it was sent, or without a name.",
    )


def test_an_empty_export_is_an_export(bench: Bench, site: Path) -> None:
    summary = bench.export(site)
    assert individuals(site) == []
    assert summary.notices == ("Nothing is approved, so the export will hold no pictures.",)


def test_a_collage_is_framed_where_it_matches_and_bystanders_are_left_alone(bench: Bench) -> None:
    other = FaceBox(900, 300, 200, 200)
    bystander = FaceBox(1200, 0, 390, 390)
    bench.approved(faces=((FACE, Word.STRONG), (other, Word.POSSIBLE), (bystander, Word.NO_MATCH)))
    bench.approved(claimed_id=None, faces=((FACE, None), (bystander, None)))
    bench.approved(faces=())
    collage, unclaimed, faceless = export.plan(bench.catalogue).entries
    assert (collage.boxes, collage.word) == ((FACE, other), Word.STRONG)
    assert (unclaimed.boxes, unclaimed.word) == ((bystander,), None)
    assert (faceless.boxes, faceless.word) == ((), None)


@pytest.mark.parametrize(
    "text",
    [
        "=HYPERLINK(1)",
        "fine;=1+1",
        '"><script>alert(1)</script>',
        "</script><!--",
        "\u202egnp.exe\x00\x1b[31m",
        "line one\r\nline two \U000e0041",
        "@SUM(A1)\t+1",
        "\\x41 ‹`${1}`",
        "𝕬" * 5000,
    ],
)
def test_hostile_text_stays_text(bench: Bench, site: Path, text: str) -> None:
    bench.approved(note=text, claimed_id=None, claim=Claim(text[:300], text[:300], text[:300], text[:300]))
    bench.export(site)
    for name in ("individuals.json", "submissions.json", "figures.json", "available.json", "manifest.json"):
        raw = (site / name).read_bytes()
        assert b"<" not in raw, name
        assert b"\x1b" not in raw, name
        json.loads(raw)
    for field in ("Name", "Surname", "Country", "OfficialRole", "Description"):
        told = str(individuals(site)[0][field])
        assert not set(told) & set('<>"`\\\n\x00\u202e'), field
        assert len(told) <= 2000
    table = (site / "submissions.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    header, row = csv.reader(StringIO(table.decode("utf-8-sig"), newline=""))
    assert len(header) == len(row)
    for delimiter in (",", ";", "\t"):
        for line in csv.reader(StringIO(table.decode("utf-8-sig"), newline=""), delimiter=delimiter):
            for cell in line:
                assert cell.strip().strip('"')[:1] not in set("=+-@|%"), cell


# ---------------------------------------------------------------- from one export to the next


def test_the_dry_run_tells_what_will_change(bench: Bench, site: Path) -> None:
    stays, corrected, withdrawn, unsafe, undone = (bench.approved() for _ in range(5))
    first = export.plan(bench.catalogue)
    assert (len(first.added), first.changed, first.removed, first.previous) == (5, (), (), None)
    bench.export(site)
    same = export.plan(bench.catalogue)
    assert (same.added, same.changed, same.removed, len(same.unchanged)) == ((), (), (), 5)

    bench.decide(withdrawn, Verdict.WITHDRAWN, Reason.REQUESTED)
    bench.decide(unsafe, Verdict.REJECTED, Reason.UNSAFE)
    bench.decide(undone, Verdict.UNDECIDED)
    decisions.correct_claim(
        bench.catalogue, corrected, claimed_id=None, curator=CURATOR, thresholds=Thresholds()
    )
    new = bench.approved()
    before = contents(site)
    plan = export.plan(bench.catalogue)
    assert (plan.added, plan.changed, plan.unchanged) == ((new,), (corrected,), (stays,))
    assert [(one.id, one.why) for one in plan.removed] == [
        (withdrawn, "withdrawn: asked to be taken down"),
        (unsafe, "rejected: unsafe"),
        (undone, "undecided"),
    ]
    assert contents(site) == before


def test_what_was_withdrawn_goes_and_the_others_keep_their_numbers(bench: Bench, site: Path) -> None:
    first, second, third = (bench.approved() for _ in range(3))
    bench.export(site)
    before = {one["Id"]: one for one in individuals(site)}
    bench.decide(second, Verdict.WITHDRAWN, Reason.REQUESTED)
    painter = Painter()
    summary = bench.export(site, renderer=painter)
    assert {one["Id"]: one for one in individuals(site)} == {
        number: before[number] for number in (first, third)
    }
    assert not (site / f"data/photos/{second}_box.jpg").exists()
    assert not (site / f"data/photos/{second}-resized.jpg").exists()
    assert json.loads((site / "manifest.json").read_bytes())["removed"] == [
        {"Id": second, "reason": "withdrawn: asked to be taken down"}
    ]
    assert (painter.asked, summary.rendered, summary.published) == ([], 0, 2)
    assert_alone(site)


def test_an_erased_submission_is_removed_as_erased(bench: Bench, site: Path) -> None:
    bench.approved()
    summary = bench.export(site)
    with bench.catalogue.writing():
        bench.catalogue.journals.keep_export(
            folder=site,
            curator=CURATOR,
            manifest_digest=summary.manifest_digest,
            decisions_head=summary.decisions_head,
            published={**summary.fingerprints, SubmissionId(99): (Digest("0" * 64), "x")},
        )
    shutil.rmtree(site)  # what stands there would count before what was noted
    assert [(one.id, one.why) for one in export.plan(bench.catalogue).removed] == [
        (99, "erased from the catalogue")
    ]


def test_pictures_are_made_again_unless_they_are_what_was_exported(bench: Bench, site: Path) -> None:
    kept, touched, corrected = (bench.approved() for _ in range(3))
    bench.export(site)
    (site / f"data/photos/{touched}_box.jpg").write_bytes(b"scribbled over")
    decisions.correct_claim(
        bench.catalogue, corrected, claimed_id=None, curator=CURATOR, thresholds=Thresholds()
    )
    before = (site / f"data/photos/{kept}_box.jpg").read_bytes()
    painter = Painter()
    summary = bench.export(site, renderer=painter)
    digests = {entry.id: entry.digest for entry in export.plan(bench.catalogue).entries}
    assert sorted(asked[0] for asked in painter.asked) == sorted([digests[touched], digests[corrected]])
    assert summary.rendered == 2
    assert (site / f"data/photos/{kept}_box.jpg").read_bytes() == before


def test_nothing_is_taken_over_from_an_export_that_the_catalogue_does_not_know(
    bench: Bench, site: Path
) -> None:
    bench.approved()
    bench.export(site)
    manifest = json.loads((site / "manifest.json").read_bytes())
    (site / "manifest.json").write_text(json.dumps({**manifest, "version": "0"}))
    assert bench.export(site).rendered == 1


def test_a_turned_picture_is_asked_for_turned(bench: Bench, site: Path) -> None:
    bench.approved(facts=replace(FACTS, turn=3))
    painter = Painter()
    bench.export(site, renderer=painter)
    assert [asked[1:] for asked in painter.asked] == [(3, 800)]


def test_small_pictures_are_not_enlarged(bench: Bench, site: Path) -> None:
    number = bench.approved(facts=PictureFacts("PNG", 120, 90), faces=((FaceBox(30, 20, 50, 50), None),))
    bench.export(site, renderer=Painter((120, 90)))
    for path in (f"data/photos/{number}-resized.jpg", f"data/photos/{number}_box.jpg"):
        with Image.open(site / path) as image:
            assert image.size == (120, 90)
    assert individuals(site)[0]["rbi"] == {"box": [30, 20, 50, 50], "match": None}


def test_decisions_that_come_while_an_export_is_written_are_noticed(bench: Bench) -> None:
    bench.approved()
    plan = export.plan(bench.catalogue)
    assert not export.decided_since(bench.catalogue, plan)
    bench.approved()
    assert export.decided_since(bench.catalogue, plan)


# ---------------------------------------------------------------- whole, or not at all


def test_writing_needs_neither_the_catalogue_nor_its_thread(bench: Bench, site: Path) -> None:
    bench.approved()
    plan = export.plan(bench.catalogue)
    bench.catalogue.close()
    told: list[tuple[int, int]] = []
    outcome: list[export.ExportSummary | None] = []

    def run() -> None:
        outcome.append(
            export.write(
                plan, folder=site, renderer=Painter(), progress=lambda done, total: told.append((done, total))
            )
        )

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert outcome[0] is not None
    assert outcome[0].published == 1
    assert told == [(1, 2), (2, 2)]


@pytest.mark.expects_log("could not be rendered")
@pytest.mark.parametrize(
    "error", [UnreadablePicture("The file is no longer there."), WorkerFailure("The worker process is gone.")]
)
def test_a_picture_that_fails_leaves_the_old_export_as_it_was(
    bench: Bench, site: Path, error: Exception
) -> None:
    bench.approved()
    bench.export(site)
    before = contents(site)
    bench.approved()
    broken = bench.approved()
    plan = export.plan(bench.catalogue)
    digest = plan.entries[-1].digest

    def fail(asked: Digest, turn: int, width: int, /) -> NDArray[np.uint8]:
        if asked == digest:
            raise error
        return Painter()(asked, turn, width)

    with pytest.raises(ExportError, match=rf"Number {broken} \(Jane Roe\): {str(error)[:-1]}"):
        export.write(plan, folder=site, renderer=fail)
    assert contents(site) == before
    assert_alone(site)
    assert bench.export(site).rendered == 2


@pytest.mark.expects_log("could not be rendered")
def test_pictures_of_another_size_are_not_believed(bench: Bench, site: Path) -> None:
    bench.approved()
    for size in ((1600, 1200), (800, 100), (0, 0)):
        with pytest.raises(ExportError, match="another size"):
            export.write(export.plan(bench.catalogue), folder=site, renderer=Painter(size))
    assert_alone(site)


@pytest.mark.expects_log("could not be rendered")
def test_a_hopeless_export_gives_up_early(bench: Bench, site: Path) -> None:
    for _ in range(12):
        bench.approved()
    asked: list[Digest] = []

    def fail(digest: Digest, turn: int, width: int, /) -> NDArray[np.uint8]:
        asked.append(digest)
        raise WorkerFailure("No worker can be started.")

    with pytest.raises(ExportError, match="No worker can be started"):
        export.write(export.plan(bench.catalogue), folder=site, renderer=fail)
    assert len(asked) < 12


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_a_cancelled_export_changes_nothing(bench: Bench, site: Path, after: int) -> None:
    bench.approved()
    bench.export(site)
    before = contents(site)
    bench.approved()
    asked = iter(range(100))
    summary = export.write(
        export.plan(bench.catalogue),
        folder=site,
        renderer=Painter(),
        cancelled=lambda: next(asked) >= after,
    )
    assert summary is None
    assert contents(site) == before
    assert_alone(site)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, r"The disk that holds .*site is full\."),
        (errno.EROFS, r"Curator cannot write to .*site\."),
        (errno.EIO, r"could not be written: "),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "rename"])
def test_a_failing_disk_is_told_and_leaves_the_old_export(
    bench: Bench, site: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str, call: str
) -> None:
    bench.approved()
    bench.export(site)
    before = contents(site)
    bench.approved()

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    if call == "fsync":
        monkeypatch.setattr(staging_module.os, "fsync", fail)
    else:
        real: Callable[[Path, Path], Path] = Path.rename

        def rename(path: Path, target: Path) -> Path:
            if ".curator-new-" in path.name:
                fail()
            return real(path, target)

        monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(ExportError, match=sentence):
        export.write(export.plan(bench.catalogue), folder=site, renderer=Painter())
    monkeypatch.undo()
    assert contents(site) == before
    assert_alone(site)


def test_a_file_that_the_disk_garbles_is_not_published(
    bench: Bench, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.approved()
    bench.export(site)
    before = contents(site)
    bench.approved()
    real = staging_module.Staging.write

    def garble(stage: staging_module.Staging, path: str, *, data: bytes) -> None:
        real(stage, path, data=data[:-9] + b"\0" + data[-8:] if path.endswith("_box.jpg") else data)

    monkeypatch.setattr(staging_module.Staging, "write", garble)
    with pytest.raises(ExportError, match=r"_box\.jpg is not what was written"):
        export.write(export.plan(bench.catalogue), folder=site, renderer=Painter())
    assert contents(site) == before
    assert_alone(site)


@pytest.mark.parametrize(
    ("path", "data", "flaw"),
    [
        ("data/photos/secret.txt", b"x", "should not be there"),
        ("figures.json", None, "is missing"),
        ("individuals.json", b"[]", "names other pictures"),
        ("individuals.json", b"[", "cannot be read again"),
        ("submissions.csv", b"\xef\xbb\xbf", "cannot be read again"),
        ("submissions.csv", "“Id”\r\n".encode(), "names other submissions"),
        ("figures.json", b"\xff", "cannot be read again"),
    ],
)
def test_the_gate_compares_the_folder_with_what_was_meant(
    bench: Bench, site: Path, monkeypatch: pytest.MonkeyPatch, path: str, data: bytes | None, flaw: str
) -> None:
    """A fault of our own, as far as it can be told from the files, is not published either."""
    bench.approved()
    real = staging_module.Staging.write
    note = FileNote.of

    def tamper(stage: staging_module.Staging, written: str, *, data: bytes) -> None:
        if written == "manifest.json" and path.startswith("data/"):
            real(stage, path, data=b"x")
        if written != path:
            real(stage, written, data=data)
        elif changed is not None:
            real(stage, written, data=changed)

    changed = data
    monkeypatch.setattr(staging_module.Staging, "write", tamper)
    # The manifest vouches for the changed file, so that only its content can give it away.
    monkeypatch.setattr(
        FileNote,
        "of",
        lambda written, *, data: note(written, data=data if written != path or changed is None else changed),
    )
    with pytest.raises(ExportError, match=flaw):
        export.write(export.plan(bench.catalogue), folder=site, renderer=Painter())
    assert not site.exists()
    assert_alone(site)
