"""Tells what a picture's file says about itself, and that silence means nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from curator.engine.declarations import PERSONAL, Code, Declaration, declares_ai, value_of, words_of
from curator.engine.said import Said, joined
from curator.ui.assets import Icon
from curator.ui.language import capital, tr
from curator.ui.review.findings import SaidLine
from curator.ui.review.long_words import BREAK, breakable
from curator.ui.review.sections import Section
from curator.ui.theme import GRID, Role
from curator.ui.widgets import set_tip, text_label


class FileSaysSection(Section):
    """Whether the file says that AI was used, then everything else in it; nothing of it is a verdict.

    What identifies people or devices is named and not shown.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the file says about itself"), gap=GRID // 2, parent=parent)
        self._shown: tuple[tuple[Declaration, ...], bool] | None = None

    def show_declarations(self, declarations: Sequence[Declaration], *, read: bool) -> None:
        """Show what another file says.

        Args:
            declarations: in the order in which they are shown.
            read: the file has been read; before, nothing is shown of what is not known yet.
        """
        told_of = tuple(declarations), read
        if told_of == self._shown:
            # Most files say nothing: there is nothing to make anew.
            return
        self._shown = told_of
        if not read and not declarations:
            self.set_rows([])
            return
        rows: list[QWidget] = [_summary(declarations)]
        told = [one for one in declarations if one.code not in PERSONAL]
        if told:
            rows.append(_Table(told))
        hidden = [words_of(one) for one in declarations if one.code in PERSONAL]
        if hidden:
            things = joined(hidden, between=", ")
            sentence = tr("In the file, but never in an export: {things}.", things=things)
            rows.append(text_label(sentence, role=Role.DIM, wrap=True))
        self.set_rows(rows)


def _summary(declarations: Sequence[Declaration]) -> SaidLine:
    if declares_ai(declarations):
        detail = tr("Nobody has checked that: a file can say anything.")
        return SaidLine(tr("It says that AI was used."), detail=detail, spoken=tr("Note"))
    words = tr("It says nothing about AI.") if declarations else tr("Nothing.")
    detail = tr("That means nothing: most made-up pictures are silent.")
    # Another shape than where something is said: silence leaves the question open.
    return SaidLine(words, detail=detail, image=Icon.HELP, spoken=tr("Note"))


class _Table(QWidget):
    """Names at the left, the file's words at the right, cut to one line with the rest as their tip."""

    def __init__(self, declarations: Sequence[Declaration]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, GRID)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        before = ""
        for row, one in enumerate(declarations):
            name = tr(words_of(one))
            if name != before:
                grid.addWidget(text_label(name, role=Role.DIM), row, 0, top)
            before = name
            value = _value(one)
            value.setAccessibleName(f"{name}: {value.text().replace(BREAK, '')}")
            grid.addWidget(value, row, 1, top)


def _value(one: Declaration) -> QLabel:
    words = value_of(one)
    if not isinstance(words, Said):
        label = text_label(words, elide=Qt.TextElideMode.ElideRight)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return label
    label = text_label(breakable(capital(tr(words))), wrap=True)
    if one.code in {Code.SOURCE_AI, Code.SOURCE}:
        set_tip(label, one.text)
    return label
