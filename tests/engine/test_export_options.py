"""What a person chose for an export: gallery, credit, licence, signatures; and what the gate lets through."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from publishing import AT, Bench, Painter, assert_alone, contents, individuals

from curator.engine import export
from curator.engine.catalogue import Catalogue
from curator.engine.declarations import Code, Declaration
from curator.engine.errors import CuratorError, ExportError
from curator.engine.export import ExportOptions
from curator.engine.export import checking as checking_module
from curator.engine.export import gathering as gathering_module
from curator.engine.export import portfolio as portfolio_module
from curator.engine.export import staging as staging_module
from curator.engine.records import Kind, Making, Reason, SubmissionId, Verdict

AI_FILE = (Declaration(Code.MIDJOURNEY, "job 1"),)
SWAP_FILE = (Declaration(Code.SOURCE_AI, "compositeWithTrainedAlgorithmicMedia"),)


@pytest.fixture
def bench(tmp_path: Path, hasty: None) -> Iterator[Bench]:
    with Catalogue.create(tmp_path / "catalogue", clock=lambda: AT) as catalogue:
        yield Bench(catalogue)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "public" / "site"


def rendered(bench: Bench, site: Path) -> int:
    """How many pictures the next export makes anew, as its painter saw it."""
    painter = Painter()
    bench.export(site, renderer=painter)
    return len(painter.asked)


# ---------------------------------------------------------------- options


def test_options_are_kept_by_the_catalogue_and_part_of_the_plan(bench: Bench) -> None:
    assert export.plan(bench.catalogue).options == ExportOptions(gallery=False)
    bench.choose(credit="The campaign", languages=("en", "it"))
    assert export.plan(bench.catalogue).options == ExportOptions(
        gallery=False, languages=("en", "it"), credit="The campaign"
    )
    once = ExportOptions(title="Once")
    assert export.plan(bench.catalogue, options=once).options == once
    assert export.options_of(bench.catalogue).title == ""


def test_only_options_that_change_pictures_make_them_anew(bench: Bench, site: Path) -> None:
    fake, portrait = bench.approved(), bench.approved(kind=Kind.PORTRAIT)
    bench.choose(gallery=True, languages=("en",))
    assert rendered(bench, site) == 2
    for nothing in ({"title": "Faces"}, {"languages": ("de", "fr")}, {"title": ""}):
        bench.choose(**nothing)
        assert export.plan(bench.catalogue).changed == ()
        assert rendered(bench, site) == 0
    for both in ({"credit": "The campaign"}, {"licence": "CC BY 4.0"}):
        bench.choose(**both)
        assert export.plan(bench.catalogue).changed == (fake, portrait)
        assert rendered(bench, site) == 2
    bench.decide(fake, Verdict.APPROVED, making=Making.GENERATED)
    assert export.plan(bench.catalogue).changed == (fake,)
    assert rendered(bench, site) == 1


def test_a_gallery_comes_and_goes(bench: Bench, site: Path) -> None:
    fake, portrait = bench.approved(), bench.approved(kind=Kind.PORTRAIT)
    plain = bench.export(site)
    assert plain.gallery is None
    bench.choose(gallery=True, languages=("it", "en"))
    summary = bench.export(site)
    assert summary.gallery == site / "gallery" / "index.html"
    assert summary.rendered == 1
    files = set(contents(site))
    assert {
        f"gallery/{language}/x/{one}.html" for language in ("en", "it") for one in (fake, portrait)
    } <= files
    assert "gallery/de/index.html" not in files
    assert f"data/photos/{fake}-gallery.jpg" in files
    assert f"data/photos/{portrait}-gallery.jpg" not in files
    manifest = json.loads((site / "manifest.json").read_bytes())
    assert manifest["gallery"] == ["en", "it"]
    assert manifest["pictures"] == {
        str(fake): [f"data/photos/{fake}{end}.jpg" for end in ("-resized", "_box", "-gallery")],
        str(portrait): [f"data/photos/{portrait}{end}.jpg" for end in ("-resized", "_box")],
    }
    bench.decide(fake, Verdict.WITHDRAWN, Reason.REQUESTED)
    bench.export(site)
    assert not [path for path in contents(site) if f"/{fake}" in path]
    bench.choose(gallery=False)
    bench.export(site)
    assert not [path for path in contents(site) if "gallery" in path]


def test_the_steps_of_an_export_come_to_their_sum(bench: Bench, site: Path) -> None:
    for _ in range(3):
        bench.approved()
    for gallery in (False, True):
        bench.choose(gallery=gallery, languages=("en", "de"))
        told: list[tuple[int, int]] = []
        bench.export(site, progress=lambda done, total, told=told: told.append((done, total)))
        total = 12 if gallery else 6
        assert told == [(done, total) for done in range(1, total + 1)]


@pytest.mark.parametrize("after", [1, 4, 6, 7])
def test_an_export_with_a_gallery_can_be_cancelled_at_any_step(bench: Bench, site: Path, after: int) -> None:
    bench.choose(gallery=True, languages=("en",))
    bench.approved()
    bench.export(site)
    bench.approved()
    before = contents(site)
    asked = iter(range(100))
    plan = export.plan(bench.catalogue)
    stopped = export.write(plan, folder=site, renderer=Painter(), cancelled=lambda: next(asked) >= after)
    assert stopped is None
    assert contents(site) == before
    assert_alone(site)


# ---------------------------------------------------------------- what the file says


def test_a_portrait_whose_file_declares_ai_is_refused(bench: Bench, site: Path) -> None:
    honest = bench.approved(kind=Kind.PORTRAIT, declared=(Declaration(Code.CAMERA, "Nikon"),))
    made_up = bench.approved(kind=Kind.PORTRAIT, declared=AI_FILE)
    plan = export.plan(bench.catalogue)
    assert [entry.id for entry in plan.entries] == [honest]
    (refused,) = plan.skipped
    assert (refused.id, refused.verdict) == (made_up, Verdict.APPROVED)
    assert refused.why == "its file says that it was made with AI; correct its kind or reject it"
    assert plan.notices == (f"1 approved picture is left out: {refused.why}.",)
    bench.export(site)
    assert [one["Id"] for one in individuals(site)] == [honest]


@pytest.mark.parametrize(
    ("making", "declared", "told"),
    [
        (Making.FACE_SWAP, AI_FILE, True),
        (Making.MONTAGE, SWAP_FILE, True),
        (Making.GENERATED, AI_FILE, False),
        (Making.GENERATED, SWAP_FILE, False),
        (Making.FACE_SWAP, SWAP_FILE, False),
        (Making.MONTAGE, (), False),
    ],
)
def test_a_label_that_says_less_than_the_file_is_noticed(
    bench: Bench, making: Making, declared: tuple[Declaration, ...], told: bool
) -> None:
    number = bench.approved(making=making, declared=declared)
    plan = export.plan(bench.catalogue)
    assert plan.understated == ((number,) if told else ())
    assert [f"number {number}" in sentence for sentence in plan.notices] == [True] * told


def test_many_numbers_are_not_all_told(bench: Bench) -> None:
    for _ in range(13):
        bench.approved(making=Making.MONTAGE, declared=AI_FILE)
    (notice,) = export.plan(bench.catalogue).notices
    assert "numbers 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 more." in notice


# ---------------------------------------------------------------- removed and withdrawn


def test_withdrawn_is_told_apart_from_removed(bench: Bench, site: Path) -> None:
    asked, mistaken, rejected, undone = (bench.approved() for _ in range(4))
    bench.export(site)
    bench.decide(asked, Verdict.WITHDRAWN, Reason.REQUESTED)
    bench.decide(mistaken, Verdict.WITHDRAWN, Reason.MISTAKE)
    bench.decide(rejected, Verdict.REJECTED, Reason.UNSAFE)
    bench.decide(undone, Verdict.UNDECIDED)
    plan = export.plan(bench.catalogue)
    assert [(one.id, str(one.why)) for one in plan.withdrawn] == [
        (asked, "withdrawn: asked to be taken down"),
        (mistaken, "withdrawn: approved by mistake"),
    ]
    assert [one.id for one in plan.removed if not one.is_withdrawn] == [rejected, undone]
    summary = bench.export(site)
    assert summary.withdrawn == plan.withdrawn
    assert len(json.loads((site / "manifest.json").read_bytes())["removed"]) == 4
    # The next one has nothing more to tell of them.
    assert export.plan(bench.catalogue).removed == ()


def test_the_manifest_carries_the_end_of_the_decision_log(bench: Bench, site: Path) -> None:
    bench.export(site)
    manifest = json.loads((site / "manifest.json").read_bytes())
    assert (manifest["decisions_head"], manifest["decisions_last_row"]) == ("", None)
    bench.approved()
    bench.export(site)
    manifest = json.loads((site / "manifest.json").read_bytes())
    (last,) = bench.catalogue.decisions.latest(limit=1)
    assert manifest["decisions_head"] == bench.catalogue.decisions.head() != ""
    assert manifest["decisions_last_row"] == last.id


# ---------------------------------------------------------------- signatures


class Stamp:
    """Signs by doing nothing, so that whoever looks for a signature finds none."""

    identity = "f" * 64

    def sign(self, data: bytes, *, label: object, title: str) -> bytes:
        return data


def test_deepfakes_are_signed_and_portraits_are_not(bench: Bench, site: Path) -> None:
    pytest.importorskip("c2pa")
    fake, portrait = bench.approved(), bench.approved(kind=Kind.PORTRAIT)
    bench.choose(signed=True, gallery=True, languages=("en",), credit="The campaign")
    summary = bench.export(site)
    assert (summary.signed, summary.rendered) == (3, 2)
    for number, signed in ((fake, True), (portrait, False)):
        for end in ("-resized", "_box"):
            data = (site / f"data/photos/{number}{end}.jpg").read_bytes()
            assert (b"c2pa" in data) is signed
    manifest = json.loads((site / "manifest.json").read_bytes())
    assert len(manifest["signed_by"]) == 64
    assert (bench.catalogue.folder / "signing").is_dir()
    kept = contents(site)
    assert rendered(bench, site) == 0
    assert {path: data for path, data in contents(site).items() if path.endswith(".jpg")} == {
        path: data for path, data in kept.items() if path.endswith(".jpg")
    }
    # Another certificate: what it signs is made anew, the rest is not.
    shutil.rmtree(bench.catalogue.folder / "signing")
    assert export.plan(bench.catalogue).changed == ()
    assert rendered(bench, site) == 1
    bench.choose(signed=False)
    assert export.plan(bench.catalogue).changed == (fake,)
    bench.export(site)
    assert json.loads((site / "manifest.json").read_bytes())["signed_by"] == ""


def test_what_should_be_signed_and_is_not_does_not_leave(bench: Bench, site: Path) -> None:
    bench.approved()
    bench.choose(signed=True)
    with pytest.raises(ExportError, match="did not pass its own check"):
        export.write(export.plan(bench.catalogue), folder=site, renderer=Painter(), signer=Stamp())
    assert not site.exists()
    assert_alone(site)


def test_without_the_extra_package_the_reason_is_said(
    bench: Bench, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    monkeypatch.setattr(gathering_module, "find_spec", lambda _: None)
    bench.approved()
    bench.choose(signed=True)
    (notice,) = export.plan(bench.catalogue).notices
    assert "is not installed. Install it with" in notice
    with pytest.raises(CuratorError) as refused:
        export.write(export.plan(bench.catalogue), folder=site, renderer=Painter())
    assert refused.value.advice
    assert not site.exists()


def test_a_certificate_that_cannot_be_used_shows_in_the_dry_run(bench: Bench) -> None:
    pytest.importorskip("c2pa")
    bench.choose(signed=True)
    assert export.plan(bench.catalogue).unsignable == ""
    folder = bench.catalogue.folder / "signing"
    folder.mkdir()
    for name in ("certificate.pem", "key.pem"):
        (folder / name).write_text("no certificate")
    plan = export.plan(bench.catalogue)
    assert plan.unsignable in plan.notices
    bench.choose(signed=False)
    assert export.plan(bench.catalogue).unsignable == ""


# ---------------------------------------------------------------- the gate


def with_comment(data: bytes) -> bytes:
    """The picture with metadata left over."""
    return data[:2] + b"\xff\xfe\x00\x09MARKER!" + data[2:]


def without_label(data: bytes) -> bytes:
    """The same picture, its label gone."""
    file = BytesIO()
    with Image.open(BytesIO(data)) as image:
        Image.frombytes("RGB", image.size, image.convert("RGB").tobytes()).save(file, "JPEG")
    return file.getvalue()


@pytest.mark.parametrize("end", ["-resized", "_box", "-gallery"])
@pytest.mark.parametrize(
    ("spoil", "flaw"),
    [
        (with_comment, "holds more than the picture"),
        (without_label, "label"),
        (lambda data: data.replace(b"The campaign", b"Somebody els"), ""),
        (lambda data: data.replace(b"compositeWithTrained", b"compositeWithTrxined"), ""),
        (lambda data: data + b"MARKER", ""),
        (lambda data: data[: len(data) // 2], ""),
        (lambda _: b"", ""),
    ],
)
def test_a_picture_that_is_not_as_meant_stops_the_export(
    bench: Bench,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    end: str,
    spoil: Callable[[bytes], bytes],
    flaw: str,
) -> None:
    """Also when the manifest vouches for the spoilt file: a fault of our own is not published either."""
    number = bench.approved()
    bench.choose(gallery=end == "-gallery", languages=("en",), credit="The campaign")
    real = portfolio_module._pictures

    def spoilt(*given: object, **more: object) -> Iterator[tuple[str, bytes]]:
        for path, data in real(*given, **more):  # type: ignore[arg-type]
            changed = spoil(data) if path.endswith(f"{end}.jpg") else data
            assert changed != data or not path.endswith(f"{end}.jpg")
            yield path, changed

    monkeypatch.setattr(portfolio_module, "_pictures", spoilt)
    with pytest.raises(ExportError, match=rf"own check: data/photos/{number}{end}\.jpg .*{flaw}"):
        export.write(export.plan(bench.catalogue), folder=site, renderer=Painter())
    assert not site.exists()
    assert_alone(site)


def test_a_link_in_an_export_stops_it(
    bench: Bench, site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bench.approved()
    real = staging_module.Staging.sync

    def plant(stage: staging_module.Staging) -> None:
        real(stage)
        place = stage.folder / "figures.json"
        moved = tmp_path / "figures.json"
        place.rename(moved)
        place.symlink_to(moved)

    monkeypatch.setattr(staging_module.Staging, "sync", plant)
    with pytest.raises(ExportError, match=r"figures\.json is a link"):
        export.write(export.plan(bench.catalogue), folder=site, renderer=Painter())
    assert_alone(site)


@pytest.mark.parametrize("path", ["gallery/en/index.html", "gallery/gallery.js", "api/figures", "x/1.md"])
def test_every_text_file_is_read_back(
    bench: Bench, site: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    bench.approved()
    bench.choose(gallery=True, languages=("en",))
    real = checking_module._Gate.read

    def garbled(gate: checking_module._Gate, asked: str) -> bytes:
        data = real(gate, asked)
        return b"<script>" + data if asked == path else data

    monkeypatch.setattr(checking_module._Gate, "read", garbled)
    with pytest.raises(ExportError, match=f"own check: {path} "):
        export.write(export.plan(bench.catalogue), folder=site, renderer=Painter())
    assert not site.exists()


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_another_program_finds_the_label_in_every_picture_of_a_deepfake(bench: Bench, site: Path) -> None:
    numbers: dict[SubmissionId, str] = {
        bench.approved(making=Making.FACE_SWAP): "compositeWithTrainedAlgorithmicMedia",
        bench.approved(making=Making.GENERATED): "trainedAlgorithmicMedia",
        bench.approved(making=Making.MONTAGE): "compositeSynthetic",
        bench.approved(kind=Kind.PORTRAIT): "",
    }
    bench.choose(gallery=True, languages=("en",), credit="The campaign", licence="CC BY 4.0")
    bench.export(site)
    told = subprocess.run(
        ["exiftool", "-j", "-DigitalSourceType", "-Credit", "-UsageTerms", str(site / "data/photos")],
        capture_output=True,
        check=True,
    )
    found = {Path(one["SourceFile"]).name: one for one in json.loads(told.stdout)}
    assert len(found) == 3 * 3 + 2
    for name, one in found.items():
        number = SubmissionId(int(name.replace("_", "-").partition("-")[0]))
        assert one.get("DigitalSourceType", "").rpartition("/")[2] == numbers[number], name
        assert one["Credit"] == "The campaign"
        assert one["UsageTerms"] == "CC BY 4.0"
