"""What can be said about each table for colleagues before it is saved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from curator.engine.catalogue import SubmissionFilter
from curator.engine.records import Verdict
from curator.engine.reports import LANGUAGES, Delimiter, Form, Format
from curator.engine.said import Said, said
from curator.engine.wording import VERDICT_WORDS
from curator.ui.export.lines import LANGUAGE_WORDS
from curator.ui.export.parts import Choice, FileSection
from curator.ui.language import capital, tr
from curator.ui.theme import GRID, Tone
from curator.ui.widgets import Chip, FlowRow, Told, captioned

_ANSWERED = (Verdict.APPROVED, Verdict.REJECTED, Verdict.WITHDRAWN)
"""Whoever sent something else has no answer yet."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to write a table."""

    words: Said
    format: Format
    delimiter: Delimiter = Delimiter.COMMA

    @property
    def ending(self) -> str:
        """Of the file's name, with its dot."""
        return ".txt" if self.format is Format.TEXT else f".{self.format.value}"


_WAYS: Mapping[str, _Way] = {
    "comma": _Way(said("CSV with commas"), Format.CSV),
    "semicolon": _Way(said("CSV with semicolons"), Format.CSV, Delimiter.SEMICOLON),
    "tab": _Way(said("CSV with tabs"), Format.CSV, Delimiter.TAB),
    "lines": _Way(said("JSON Lines"), Format.JSON_LINES),
    "text": _Way(said("Text to copy from"), Format.TEXT),
}


def usual_way() -> str:
    """The CSV that spreadsheets take where a person lives: semicolons where decimals have a comma."""
    return "semicolon" if QLocale().decimalPoint() == "," else "comma"


class TableSection(FileSection):
    """A table, with the ways in which it can be written, and what of it is personal.

    Attributes:
        way: how it is written.
        personal: what is in it only when it is ticked, by the name of the field of ``Form``.
        verdicts: which are in it; all while none is on.
        warning: that the file names people.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        *,
        save: str,
        stem: str,
        ways: Iterable[str],
        verdicts: Iterable[Verdict] = (),
        personal: Mapping[str, str],
    ) -> None:
        """Offers a table.

        Args:
            title: of the section.
            sentence: what the table is for.
            save: words of the button.
            stem: how the file is called.
            ways: to write it.
            verdicts: that can be chosen from.
            personal: words for what is left out unless it is ticked.
        """
        super().__init__(title, sentence, save=save)
        self._stem = stem
        self.way = Choice(tr("Format"), items=[(one, tr(_WAYS[one].words)) for one in ways])
        self.verdicts = {one: Chip(capital(tr(VERDICT_WORDS[one]))) for one in verdicts}
        self.personal = {name: QCheckBox(words) for name, words in personal.items()}
        self.warning = Told()
        for box in self.personal.values():
            box.toggled.connect(lambda _on: self._show_warning())

    def lay_out(self, *beside: tuple[str, Choice]) -> None:
        """Puts everything in its place.

        Args:
            beside: what stands beside the format, each with its caption.
        """
        choices = QHBoxLayout()
        choices.setSpacing(3 * GRID)
        choices.addLayout(captioned(tr("Format"), self.way))
        for words, choice in beside:
            choices.addLayout(captioned(words, choice))
        choices.addStretch(1)
        choices.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(choices)
        if self.verdicts:
            chips = FlowRow()
            for chip in self.verdicts.values():
                chips.add(chip)
            self.column.addLayout(captioned(tr("Verdicts, all while none is chosen"), chips))
        boxes = FlowRow(gap=4 * GRID)
        for box in self.personal.values():
            boxes.add(box)
        self.column.addWidget(boxes)
        self.column.addWidget(self.warning)

    @property
    def wanted(self) -> SubmissionFilter | None:
        """Of which submissions; None for all."""
        chosen = frozenset(one for one, chip in self.verdicts.items() if chip.isChecked())
        return SubmissionFilter(verdicts=chosen) if chosen else None

    @property
    def file_name(self) -> str:
        """See the class above."""
        return f"{self._stem}{_WAYS[self.way.value].ending}"

    @property
    def kinds(self) -> str:
        """See the class above."""
        way = _WAYS[self.way.value]
        return f"{tr(way.words)} (*{way.ending})"

    def form(self, path: Path, *, replace: bool) -> Form:
        """How and where it is to be written.

        Args:
            path: of the file.
            replace: write over one of that name.
        """
        way = _WAYS[self.way.value]
        held = frozenset(name for name, box in self.personal.items() if box.isChecked())
        return Form(
            path=path,
            format=way.format,
            delimiter=way.delimiter,
            replace=replace,
            notes="notes" in held,
            file_names="file_names" in held,
            senders="senders" in held,
        )

    def show_counts(self, verdicts: Mapping[Verdict, int]) -> None:
        """Says how many submissions there are of each verdict."""
        for one, chip in self.verdicts.items():
            chip.set_count(verdicts.get(one, 0))

    def _show_warning(self) -> None:
        named = any(box.isChecked() for box in self.personal.values())
        self.warning.tell(
            tr("This file will name people: keep it inside the campaign, and delete it when it is used.")
            if named
            else "",
            tone=Tone.WARN,
        )


def submissions_section() -> TableSection:
    """The table of submissions."""
    section = TableSection(
        tr("Submissions"),
        tr("One row each, of all or of some verdicts. People are named only if you tick it."),
        save=tr("Save the table …"),
        stem=tr("submissions"),
        ways=("comma", "semicolon", "tab", "lines"),
        verdicts=Verdict,
        personal={
            "notes": tr("With notes"),
            "file_names": tr("With file names"),
            "senders": tr("With senders"),
        },
    )
    section.way.choose(usual_way())
    section.lay_out()
    return section


def log_section() -> TableSection:
    """The decision log."""
    section = TableSection(
        tr("Decisions"),
        tr("The whole log, each row with its link, so that a colleague can check the chain."),
        save=tr("Save the log …"),
        stem=tr("decisions"),
        ways=("comma", "semicolon", "tab", "lines"),
        personal={"notes": tr("With notes")},
    )
    section.way.choose(usual_way())
    section.lay_out()
    return section


class AnswersSection(TableSection):
    """Answers to senders.

    Attributes:
        language: that they are written in.
    """

    def __init__(self) -> None:
        super().__init__(
            tr("Answers to senders"),
            tr("One text a sender, about what was decided. Look each over before you send it."),
            save=tr("Save the answers …"),
            stem=tr("answers"),
            ways=("text", "comma", "semicolon", "tab", "lines"),
            verdicts=_ANSWERED,
            personal={"senders": tr("With senders and their file names")},
        )
        self.language = Choice(tr("Language"), items=[(one, tr(LANGUAGE_WORDS[one])) for one in LANGUAGES])
        self.language.choose(QLocale().name()[:2])
        self.lay_out((tr("Language"), self.language))

    @property
    def file_name(self) -> str:
        """With the language, of which there may be several."""
        stem, dot, ending = super().file_name.rpartition(".")
        return f"{stem}-{self.language.value}{dot}{ending}"
