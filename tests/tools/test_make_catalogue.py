"""A fabricated catalogue is sound, shows real pictures, and is the same for the same seed."""

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from curator.engine.catalogue import Catalogue, SubmissionFilter
from curator.engine.comparison import Comparison
from curator.engine.media import MediaStore
from curator.engine.records import Verdict
from curator.engine.rules import Thresholds
from curator.engine.safekeeping.verification import verify

ROOT = Path(__file__).resolve().parents[2]
MANY = 200


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "tools")
        tool: Any = importlib.import_module("make_catalogue")
        patch.setattr(tool.drawn_files, "SIZE", (96, 120))
        for name, seed, many in (("one", 1, MANY), ("again", 1, MANY), ("other", 2, 20)):
            assert tool.main([str(folder / name), "--submissions", str(many), "--seed", str(seed)]) == 0
    return folder


def told(folder: Path) -> list[Any]:
    with Catalogue.read(folder) as catalogue:
        every = sorted(catalogue.submissions.ids())
        return [
            (
                catalogue.submissions.get(one),
                catalogue.submissions.findings(one),
                catalogue.faces.of(one),
                [(row.curator, row.verdict, row.decided_at) for row in catalogue.decisions.of(one)],
            )
            for one in every
        ]


def pixels(path: Path) -> Any:
    with Image.open(path) as image:
        return np.asarray(image, np.float64)


def test_it_is_sound(made: Path) -> None:
    with Catalogue.open(made / "one") as catalogue:
        verification = verify(catalogue)
        assert verification.complaints == ()
        assert verification.pictures > MANY
        counts = catalogue.submissions.counts()
        assert (counts.total, counts.pending) == (MANY, 0)
        assert len(counts.verdicts) == 4
        assert 0.15 * MANY < MANY - counts.verdicts[Verdict.UNDECIDED] < 0.45 * MANY
        comparison = Comparison(catalogue, model="dlib-resnet-v1", thresholds=Thresholds())
        assert catalogue.submissions.outdated(mark=comparison.mark, limit=1) == ()


def test_it_holds_a_bit_of_everything(made: Path) -> None:
    with Catalogue.read(made / "one") as catalogue:
        facets = catalogue.submissions.facets(SubmissionFilter())
        assert len(catalogue.politicians.all()) == 27 * 5
        assert len(facets.countries) > 15
        assert len(facets.roles) == 5
        assert set(facets.curators) == {"Ada", "Ben", "Cleo"}
        assert {"not_claimed", "no_face", "several_faces", "claim_near"} <= set(facets.findings)
        rows = catalogue.submissions.rows(catalogue.submissions.ids())
        assert any(row.copies for row in rows.values())
        assert any(row.margin is not None and row.margin < 0 for row in rows.values())
        assert len({row.received_at.month for row in rows.values()}) > 8


def test_advice_is_what_the_engine_would_give(made: Path) -> None:
    before = told(made / "one")
    with Catalogue.open(made / "one") as catalogue:
        undecided = catalogue.submissions.ids(SubmissionFilter(verdicts=frozenset({Verdict.UNDECIDED})))
        comparison = Comparison(catalogue, model="dlib-resnet-v1", thresholds=Thresholds())
        with catalogue.writing():
            comparison.rerank(undecided)
    assert [one[0].advice for one in told(made / "one")] == [one[0].advice for one in before]


def test_its_pictures_can_be_seen(made: Path) -> None:
    with Catalogue.read(made / "one") as catalogue:
        media = MediaStore(catalogue.media_folder)
        for row in catalogue.submissions.rows(catalogue.submissions.ids()[:20]).values():
            original, preview = pixels(media.original(row.digest)), pixels(media.preview(row.digest))
            assert original.shape == preview.shape == (row.height, row.width, 3)
            assert np.abs(original - preview).mean() < 6
            assert max(pixels(media.thumbnail(row.digest)).shape) <= 256
            if row.face is not None:
                assert row.face.right <= row.width
                assert row.face.bottom <= row.height


def test_the_seed_decides(made: Path) -> None:
    assert told(made / "one") == told(made / "again")
    assert told(made / "one")[:20] != told(made / "other")
