import io

import pytest

from curator.cli import progress
from curator.cli.progress import ProgressLine
from curator.cli.table import print_table


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "monotonic", clock)
    return clock


def seen(text: str) -> str:
    """What stands on a terminal's line after that was written."""
    line = ""
    for piece in text.split("\r"):
        line = piece + line[len(piece) :]
    return line.rstrip()


def test_nothing_is_drawn_where_nobody_watches() -> None:
    stream = io.StringIO()
    line = ProgressLine(stream)
    line.show("Loading", done=1, total=2)
    line.clear()
    assert not line.due
    assert stream.getvalue() == ""


def test_the_line_is_drawn_over_itself_and_goes_without_a_trace(clock: Clock) -> None:
    stream = Terminal()
    line = ProgressLine(stream)
    line.show("Looking at everything", done=0, total=None)
    assert seen(stream.getvalue()) == "Looking at everything 0"
    clock.now = 1.0
    line.show("Loading", done=1, total=2)
    assert seen(stream.getvalue()) == f"Loading [{'#' * 12}{'.' * 12}] 1 of 2"
    clock.now = 2.0
    line.show("Done", done=3, total=None)
    assert seen(stream.getvalue()) == "Done 3"
    line.clear()
    assert seen(stream.getvalue()) == ""
    assert "\n" not in stream.getvalue()


def test_the_line_is_drawn_ten_times_a_second_at_most(clock: Clock) -> None:
    stream = Terminal()
    line = ProgressLine(stream)
    for step in range(100):
        clock.now = step / 100
        line.show("Loading", done=step, total=100)
    assert 9 <= stream.getvalue().count("\r") <= 10


def test_wide_letters_take_two_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    print_table(
        ("name", "n"),
        [("名前名前名前名前名前名前", "1"), ("e\N{COMBINING ACUTE ACCENT}a", "22")],
        right=frozenset({1}),
    )
    assert capsys.readouterr().out.splitlines() == [
        "name               n",
        "名前名前名前名…    1",
        "e\N{COMBINING ACUTE ACCENT}a                22",
    ]


def test_an_empty_table_is_its_header(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("id", "name"), [])
    assert capsys.readouterr().out == "id  name\n"
