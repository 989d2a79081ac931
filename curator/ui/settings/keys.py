"""The keys in the settings: every command with its keys, to be searched, changed and restored."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from curator.ui.keyboard.bindings import Bindings
from curator.ui.keyboard.commands import COMMANDS, MENU_HEADINGS, Menu, Name
from curator.ui.keyboard.keys import cap_of
from curator.ui.language import tr, tr_of
from curator.ui.settings.key_row import KeyRow
from curator.ui.theme import GRID, Role, Tone
from curator.ui.widgets import (
    ButtonTone,
    KeyButton,
    Section,
    Told,
    make_search_field,
    row_of,
    section_heading,
    text_label,
)


class KeysSection(Section):
    """Lists the commands with their keys; every change holds at once and is remembered.

    Attributes:
        rows: by command.
    """

    def __init__(self, bindings: Bindings) -> None:
        super().__init__(tr("Keys"), tr("Every command can be called by a key that lies well for you."))
        self._bindings = bindings
        self.rows: dict[Name, KeyRow] = {}
        self._headings: dict[Menu, QLabel] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search commands and keys"))
        self.search.setAccessibleName(tr("Search commands and keys"))
        make_search_field(self.search)
        self._nothing = text_label(tr("No command has these words or this key."), role=Role.DIM, wrap=True)
        self.restore_all = KeyButton(tr("Restore all usual keys"))
        self.restore_them = KeyButton(tr("Restore them"), tone=ButtonTone.PRIMARY)
        self.keep_mine = KeyButton(tr("Keep mine"))
        self.outcome = Told(selectable=True)
        self._asking = QWidget()
        asking = row_of(self.restore_them, self.keep_mine)
        asking.setContentsMargins(0, 0, 0, 0)
        self._asking.setLayout(asking)
        self._asking.hide()
        self._nothing.hide()
        self.column.addWidget(self.search)
        self.column.addWidget(self._nothing)
        self._list = QWidget()
        self.column.addWidget(self._list)
        # At once, before the page is seen: each that is put into a visible page lays all of it out anew.
        self._add_rows()
        self.column.addSpacing(2 * GRID)
        self.column.addLayout(row_of(self.restore_all))
        self.column.addWidget(self.outcome)
        self.column.addWidget(self._asking)
        self.search.textChanged.connect(self._filter)
        self.restore_all.clicked.connect(self._on_restore_all)
        self.restore_them.clicked.connect(self._on_restore_them)
        self.keep_mine.clicked.connect(self._leave)
        bindings.changed.connect(self._on_changed)
        self.restore_all.setEnabled(not bindings.all_usual)

    def _add_rows(self) -> None:
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.column.spacing())
        for menu, title in MENU_HEADINGS.items():
            heading = section_heading(tr(title))
            heading.setContentsMargins(0, 3 * GRID, 0, GRID)
            self._headings[menu] = heading
            column.addWidget(heading)
            for command in COMMANDS:
                if command.menu is menu:
                    row = KeyRow(command, self._bindings)
                    row.began.connect(self._on_began)
                    self.rows[command.name] = row
                    column.addWidget(row)

    # ------------------------------------------------------------ what happens

    def _filter(self) -> None:
        sought = self.search.text().strip().casefold()
        shown: set[Menu] = set()
        # Out of sight meanwhile: each row that is shown in a visible page lays all of it out anew.
        self._list.hide()
        for command in COMMANDS:
            row = self.rows[command.name]
            caps = [cap_of(key).casefold() for key in self._bindings.keys_of(command.name)]
            # One letter is meant as a key, or begins a word.
            by_key = any(sought == cap or (len(sought) > 1 and sought in cap) for cap in caps)
            visible = not sought or by_key or sought in tr(command.words).casefold()
            if row.isHidden() is visible:
                row.setVisible(visible)
            if visible:
                shown.add(command.menu)
        for menu, heading in self._headings.items():
            heading.setVisible(menu in shown)
        self._nothing.setVisible(not shown)
        self._list.setVisible(bool(shown))

    def _on_began(self, name: Name) -> None:
        for other, row in self.rows.items():
            if other is not name:
                row.stop()

    def _on_changed(self) -> None:
        self.restore_all.setEnabled(not self._bindings.all_usual)
        for row in self.rows.values():
            row.show_keys()
        if self._bindings.all_usual:
            self._asking.hide()
            self.outcome.hide()

    def _on_restore_all(self) -> None:
        changed = sum(not self._bindings.is_usual(command.name) for command in COMMANDS)
        words = tr_of(
            changed,
            "{n} command would get its usual keys back.",
            "{n} commands would get their usual keys back.",
        )
        self.outcome.tell(words, tone=Tone.NEUTRAL)
        self._asking.show()
        if self.restore_all.hasFocus():
            self.restore_them.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_restore_them(self) -> None:
        by_key = self.restore_them.hasFocus()
        self._bindings.restore_all()
        if by_key:
            self.search.setFocus(Qt.FocusReason.TabFocusReason)
        self.outcome.tell(tr("All keys are the usual ones again."), tone=Tone.OK)

    def _leave(self) -> None:
        by_key = self.keep_mine.hasFocus()
        self._asking.hide()
        self.outcome.hide()
        if by_key:
            self.restore_all.setFocus(Qt.FocusReason.TabFocusReason)
