"""The commands with the true face models, on the sample of invented people."""

import json
from pathlib import Path

import pytest

from curator import cli

SAMPLE = Path(__file__).parents[1] / "resources" / "sample"


@pytest.mark.real
@pytest.mark.slow
def test_the_sample_is_advised_as_its_table_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = ["--catalogue", str(tmp_path / "catalogue")]
    for words in (
        ["politicians", "import", str(SAMPLE / "politicians.csv")],
        ["politicians", "import", str(SAMPLE / "politicians")],
        ["import", str(SAMPLE / "submissions")],
        ["analyse", "--jobs", "2"],
        ["verify"],
    ):
        assert cli.main(words + catalogue) == 0
    capsys.readouterr()
    assert cli.main(["list", "--json", *catalogue]) == 0
    found = {one["file"]: one for one in json.loads(capsys.readouterr().out)}
    expected = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
    twice = {name for name, one in expected.items() if "same_as" in one}
    assert found.keys() == expected.keys() - twice
    told = {
        name: (len(one["faces"]), one["advice"]["outcome"], one["advice"]["reason"])
        for name, one in found.items()
    }
    assert told == {
        name: (one["faces"], one["outcome"], one["reason"])
        for name, one in expected.items()
        if name not in twice
    }
