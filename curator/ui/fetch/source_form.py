"""The first step of the dialog: which table of which server, and the token that opens it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.engine.intake.nocodb.failures import About
from curator.engine.intake.nocodb.request import Source
from curator.ui.language import tr
from curator.ui.session.fetching import Keeping
from curator.ui.theme import GRID, Tone
from curator.ui.widgets import ButtonTone, KeyButton, Told, captioned, text_label

_LONGEST = 500
_HIDDEN = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData


class SourceForm(QWidget):
    """Address, base, table and token.

    Attributes:
        keeping: how it stands with the token of that server; None while nobody knows.
        edited: something else stands in a field of the table or of the token.
        address_settled: the address was typed to its end.
        look_wanted: the button to look.
        forget_wanted: the button to forget the token that is kept.
    """

    edited = Signal()
    address_settled = Signal()
    look_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keeping: Keeping | None = None
        self.address = _field("https://nocodb.example.org")
        self.base = _field(tr("title or id"))
        self.table = _field(tr("title or id"))
        self.token = _field("")
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setInputMethodHints(_HIDDEN)
        self.keep = QCheckBox(tr("Keep it in this computer's keyring"))
        self._kept_words = text_label("", wrap=True)
        self.forget = KeyButton(tr("Forget it"))
        self.look = KeyButton(tr("Look at the table"), tone=ButtonTone.PRIMARY)
        self._table_fault = Told()
        self._token_fault = Told()
        self._fields: Mapping[About, QLineEdit] = {
            About.ADDRESS: self.address,
            About.BASE: self.base,
            About.TABLE: self.table,
            About.TOKEN: self.token,
        }
        self._lay_out()
        for field in self._fields.values():
            field.textEdited.connect(lambda _text: self._on_edited())
        self.address.editingFinished.connect(self.address_settled)
        self.forget.clicked.connect(self.forget_wanted)
        self.look.clicked.connect(self.look_wanted)
        self.show_keeping(None)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(3 * GRID)
        where.addLayout(captioned(tr("Address of the server"), self.address), 2)
        where.addLayout(captioned(tr("Base"), self.base), 1)
        where.addLayout(captioned(tr("Table"), self.table), 1)
        kept = QWidget()
        kept_row = QHBoxLayout(kept)
        kept_row.setContentsMargins(0, 0, 0, 0)
        kept_row.setSpacing(2 * GRID)
        kept_row.addWidget(self.keep)
        kept_row.addWidget(self._kept_words, 1)
        kept_row.addWidget(self.forget)
        foot = Qt.AlignmentFlag.AlignBottom
        who = QHBoxLayout()
        who.setSpacing(3 * GRID)
        who.addLayout(captioned(tr("Token"), self.token), 4)
        who.addWidget(kept, 5, foot)
        who.addWidget(self.look, 0, foot)
        kept.setMinimumHeight(self.look.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(where)
        column.addWidget(self._table_fault)
        column.addLayout(who)
        column.addWidget(self._token_fault)

    # ------------------------------------------------------------ what stands there

    @property
    def typed(self) -> Source:
        """What stands in the fields of the table, as it was typed."""
        return Source(self.address.text().strip(), self.base.text().strip(), self.table.text().strip())

    @property
    def token_typed(self) -> str:
        """The token that was typed; empty to use the one that is kept."""
        return self.token.text().strip()

    @property
    def may_be_kept(self) -> bool:
        """Whether there may be a token in the keyring."""
        return self.keeping is None or self.keeping.kept

    @property
    def keeps(self) -> bool:
        """Whether the token that was typed is to be kept."""
        return self.keep.isVisibleTo(self) and self.keep.isChecked() and bool(self.token_typed)

    def show_source(self, source: Source) -> None:
        """Puts a table into the fields."""
        self.address.setText(source.url)
        self.base.setText(source.base)
        self.table.setText(source.table)

    def show_keeping(self, keeping: Keeping | None) -> None:
        """Says whether a token for that server is kept, or can be; None while nobody knows."""
        self.keeping = keeping
        self._show_keeping()

    def set_busy(self, busy: bool) -> None:
        """Lets nobody edit what is being asked for."""
        for widget in (*self._fields.values(), self.keep, self.forget, self.look):
            widget.setEnabled(not busy)

    def set_looked(self, looked: bool) -> None:
        """Whether there is a next step, so that looking is no longer the one to take."""
        self.look.set_tone(ButtonTone.NEUTRAL if looked else ButtonTone.PRIMARY)
        self.look.set_label(tr("Look again") if looked else tr("Look at the table"))

    # ------------------------------------------------------------ what is wrong

    @property
    def faults(self) -> tuple[str, ...]:
        """What is told to be wrong, from the top."""
        return tuple(one.words for one in (self._table_fault, self._token_fault) if one.words)

    def tell(self, about: About, sentence: str) -> None:
        """Says what is wrong with a field, and puts the cursor there.

        Args:
            about: what it is about.
            sentence: what happened, and what to do.
        """
        self._fault_of(about).tell(sentence)
        field = self._fields[about]
        _mark(field, wrong=True)
        field.setAccessibleDescription(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def note(self, about: About, sentence: str, *, tone: Tone) -> None:
        """Says something about a field while the cursor stays where it is; an empty sentence nothing.

        Args:
            about: the address, or the token.
            sentence: what is to be known.
            tone: how bad it is.
        """
        self._fault_of(about).tell(sentence, tone=tone)

    def clear(self) -> None:
        """Takes away what was wrong."""
        for fault in (self._table_fault, self._token_fault):
            fault.tell("")
        for field in self._fields.values():
            _mark(field, wrong=False)
            field.setAccessibleDescription("")

    # ------------------------------------------------------------ inside

    def _fault_of(self, about: About) -> Told:
        return self._token_fault if about is About.TOKEN else self._table_fault

    def _on_edited(self) -> None:
        self._show_keeping()
        self.edited.emit()

    def _show_keeping(self) -> None:
        kept = self.keeping is not None and self.keeping.kept
        possible = self.keeping is None or self.keeping.possible
        self.token.setPlaceholderText(tr("the one that is kept") if kept else "")
        uses_kept = kept and not self.token_typed
        self.keep.setVisible(possible and not uses_kept)
        self._kept_words.setText(
            tr("One is kept in this computer's keyring.")
            if kept
            else tr("This computer has no safe keyring: the token is asked for each time.")
        )
        self._kept_words.setVisible(uses_kept or not possible)
        self.forget.setVisible(uses_kept)


def _field(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(_LONGEST)
    field.setPlaceholderText(placeholder)
    return field


def _mark(field: QLineEdit, *, wrong: bool) -> None:
    field.setProperty("wrong", "true" if wrong else "")
    field.style().unpolish(field)
    field.style().polish(field)
