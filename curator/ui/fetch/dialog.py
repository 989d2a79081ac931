"""The dialog "Fetch from NocoDB": look at a table, say what its columns mean, and fetch its rows."""

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from curator.engine.errors import CuratorError
from curator.engine.intake.nocodb.address import Server, server_of
from curator.engine.intake.nocodb.failures import About, FetchFailed
from curator.engine.intake.nocodb.request import FetchRequest, Mapped, Preview, Source
from curator.engine.records import Kind
from curator.ui.assets import Icon
from curator.ui.fetch.mark_row import MarkRow
from curator.ui.fetch.preview_pane import NO_PICTURES, PreviewPane
from curator.ui.fetch.source_form import SourceForm
from curator.ui.fetch.waiting import Waiting
from curator.ui.fetch.wording import promise
from curator.ui.language import tr, tr_error, tr_of
from curator.ui.session.fetching import Fetcher, Keeping
from curator.ui.theme import GRID, Tone, sized
from curator.ui.widgets import (
    ButtonTone,
    EmptyState,
    FollowingArea,
    IconMark,
    KeyButton,
    Told,
    rule,
    text_label,
)

_SIZE = QSize(1100, 690)
_MARGIN = QSize(40, 64)
"""Around the dialog on a small screen, in logical pixels: title bar, some air."""
_SOON_MS = 250
"""Whoever goes through a list of columns by the arrow keys asks once."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIDE = 5 * GRID


class FetchDialog(QDialog):
    """Looks first and fetches then; the window behind it goes on loading and analysing.

    What is wrong is said at the field that it concerns. Closing it drops a look; a fetch goes on like
    any load once it has begun.

    Attributes:
        source: which table, the first step.
        preview: what it holds, the second.
        mark: whether rows are marked on the server.
        waiting: stands in the second one's place while the server is asked.
    """

    def __init__(self, fetcher: Fetcher, *, parent: QWidget | None = None) -> None:
        """Offers to fetch again what was fetched last.

        Args:
            fetcher: asks the server.
            parent: the window that it lies over.
        """
        super().__init__(parent)
        self._fetcher = fetcher
        self._last = fetcher.last
        self._source: Source | None = None
        self._mapping: Mapped | None = None
        self._kind = Kind.DEEPFAKE
        self._token_of = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Fetch from NocoDB"))
        self._promise = text_label("", wrap=True)
        self.source = SourceForm()
        self.waiting = Waiting()
        self.preview = PreviewPane()
        self._hint = EmptyState(
            Icon.TABLE,
            tr("Look first"),
            tr(
                "Curator shows the first five rows as they would be filed. Nothing is taken in before you"
                " say so."
            ),
        )
        self._stack = QStackedWidget()
        self._refused = Told()
        self.mark = MarkRow()
        self.fetch_button = KeyButton(tr("Fetch"), tone=ButtonTone.PRIMARY, image=Icon.DOWNLOAD)
        self.close_button = KeyButton(tr("Close"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._lay_out()
        self._connect()
        self._begin()

    # ------------------------------------------------------------ building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 3 * GRID, _SIDE, 3 * GRID)
        head.setSpacing(2 * GRID)
        head.addWidget(IconMark(Icon.ONLINE, first_line=True), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._promise, 1)
        for page in (self._hint, self.waiting, self.preview):
            self._stack.addWidget(page)
        steps = QWidget()
        both = QVBoxLayout(steps)
        both.setContentsMargins(_SIDE, 3 * GRID, _SIDE, 3 * GRID)
        both.setSpacing(3 * GRID)
        both.addWidget(self.source)
        both.addWidget(rule())
        both.addWidget(self._stack, 1)
        area = FollowingArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(steps)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        buttons.addWidget(self.mark)
        buttons.addStretch(1)
        for button in (self.close_button, self.fetch_button):
            # Never cut for the sake of the words beside them.
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(_SIDE, 3 * GRID, _SIDE, 3 * GRID)
        foot.setSpacing(2 * GRID)
        foot.addWidget(self._refused)
        foot.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(area, 1)
        column.addWidget(rule())
        column.addLayout(foot)
        room = self.screen().availableSize() - _MARGIN
        self.resize(QSize(sized(_SIZE.width()), sized(_SIZE.height())).boundedTo(room))
        for one in self.findChildren(QPushButton):
            # Enter does the next step wherever the focus is: see keyPressEvent.
            one.setAutoDefault(False)

    def _connect(self) -> None:
        self.source.edited.connect(self._on_edited)
        self.source.address_settled.connect(self._ask_token)
        self.source.look_wanted.connect(self._on_look)
        self.source.forget_wanted.connect(self._on_forget)
        self.waiting.cancelled.connect(self._on_stop)
        self.preview.mapping_changed.connect(self._on_mapping_changed)
        self.fetch_button.clicked.connect(self._on_fetch)
        self.close_button.clicked.connect(self.reject)
        self._soon.timeout.connect(self._ask)
        fetcher = self._fetcher
        fetcher.looked.connect(self._on_looked)
        fetcher.look_failed.connect(self._on_look_failed)
        fetcher.token_told.connect(self._on_token_told)
        fetcher.token_failed.connect(self._on_token_failed)
        fetcher.refused.connect(self._on_refused)
        fetcher.closed.connect(self.reject)

    def _begin(self) -> None:
        if self._last is not None:
            self.source.show_source(self._last.source)
            self._ask_token()
            self.source.token.setFocus()
        else:
            self.source.address.setFocus()
        self._forget_preview()

    # ------------------------------------------------------------ looking

    def _on_look(self) -> None:
        if self._shows(self.waiting):
            return
        self._forget_preview()
        source = self._checked()
        if source is None:
            return
        if source != self._source:
            last = self._last if self._last is not None and self._last.source == source else None
            self._mapping = None if last is None else last.mapped
            self._kind = Kind.DEEPFAKE if last is None else last.kind
        self._source = source
        self.source.set_busy(True)
        self.waiting.begin(server_of(source.url).host)
        self._show_step(self.waiting)
        self.waiting.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask(token=self.source.token_typed, keep=self.source.keeps)

    def _ask(self, *, token: str = "", keep: bool = False) -> None:
        if self._source is not None:
            self._fetcher.look(self._source, token=token, keep=keep, mapped=self._mapping, kind=self._kind)

    def _checked(self) -> Source | None:
        """The table that was typed, or None with a sentence at the field that is not sound."""
        typed, source = self.source.typed, self.source
        try:
            server = server_of(typed.url).url
        except CuratorError as error:
            source.tell(About.ADDRESS, tr_error(error))
            return None
        if not typed.base:
            source.tell(About.BASE, tr("Type the title or the id of the base."))
        elif not typed.table:
            source.tell(About.TABLE, tr("Type the title or the id of the table."))
        elif not (source.token_typed or source.may_be_kept or self._fetcher.knows(server)):
            source.tell(
                About.TOKEN, tr("Type a token. Whoever looks after the server can make one in NocoDB.")
            )
        else:
            return Source(server, typed.base, typed.table)
        return None

    def _on_stop(self) -> None:
        self._fetcher.cancel_look()
        self._end_waiting()
        self._show_step(self._hint)
        self.source.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_waiting(self) -> None:
        self.waiting.end()
        self.source.set_busy(False)

    def _on_looked(self, preview: Preview) -> None:
        server = self._server()
        # What the address alone says stands beside it already.
        warnings = tuple(one for one in preview.warnings if server is None or one != server.warning)
        preview = replace(preview, warnings=warnings)
        anew = not self._shows(self.preview)
        at_cancel = self.waiting.cancel.hasFocus()
        self._end_waiting()
        self.preview.show_preview(
            preview,
            kind=self._kind,
            anew=anew,
            guessed=self._mapping is None,
            strangers=self._fetcher.strangers(row.claim for row in preview.rows),
        )
        self.mark.offer(preview.check_boxes)
        self._show_step(self.preview)
        self._show_fetch(preview.total)
        if at_cancel:
            self.fetch_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_look_failed(self, error: CuratorError) -> None:
        about = error.about if isinstance(error, FetchFailed) else None
        if about is About.COLUMNS and self._shows(self.preview):
            self.preview.tell(tr_error(error))
            return
        if about is About.COLUMNS and self._mapping is not None:
            # The table has other columns than last time.
            self._mapping = None
            self._ask(token=self.source.token_typed, keep=self.source.keeps)
            return
        self._end_waiting()
        self._forget_preview()
        if about is None:
            # No fault of what was typed.
            self._refused.tell(tr_error(error))
            self.source.look.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.source.tell(About.TABLE if about is About.COLUMNS else about, tr_error(error))

    # ------------------------------------------------------------ what is edited

    def _on_edited(self) -> None:
        self._forget_preview()
        server = self._server()
        if server is None or server.url != self._token_of:
            # Of another server nobody knows yet whether it has a token.
            self._token_of = ""
            self.source.show_keeping(None)

    def _on_mapping_changed(self) -> None:
        """The rows are read anew, by the server's own answer: it alone knows what links stand for."""
        self._mapping, self._kind = self.preview.mapped, self.preview.kind
        self._fetcher.cancel_look()
        self.fetch_button.setEnabled(False)
        if self.preview.has_pictures:
            self.preview.set_stale(True)
            self._soon.start()
        else:
            self._soon.stop()
            self.preview.tell(tr(NO_PICTURES))

    def _forget_preview(self) -> None:
        self._soon.stop()
        self._fetcher.cancel_look()
        self.source.clear()
        self._refused.tell("")
        self.mark.forget()
        self._show_server()
        self._show_step(self._hint)

    def _shows(self, step: QWidget) -> bool:
        return self._stack.currentWidget() is step

    def _show_step(self, step: QWidget) -> None:
        looked = step is self.preview
        for page in (self._hint, self.waiting, self.preview):
            # Only what is shown asks for room.
            wanted = QSizePolicy.Policy.Preferred if page is step else QSizePolicy.Policy.Ignored
            page.setSizePolicy(wanted, wanted)
        self._stack.setCurrentWidget(step)
        self.source.set_looked(looked)
        self.mark.setVisible(looked)
        if not looked:
            self.fetch_button.set_label(tr("Fetch"))
            self.fetch_button.setEnabled(False)

    def _show_fetch(self, total: int | None) -> None:
        self.fetch_button.setEnabled(self.preview.has_pictures and total != 0)
        self.fetch_button.set_label(
            tr("Fetch all rows") if total is None else tr_of(total, "Fetch {n:,} row", "Fetch {n:,} rows")
        )

    def _show_server(self) -> None:
        server = self._server()
        self._promise.setText(promise(server.host if server is not None else ""))
        warning = tr(server.warning) if server is not None and server.warning else ""
        self.source.note(About.ADDRESS, warning, tone=Tone.WARN)

    # ------------------------------------------------------------ tokens

    def _ask_token(self) -> None:
        server = self._server()
        if server is not None and server.url != self._token_of:
            self._token_of = server.url
            self._fetcher.ask_token(server.url)

    def _on_forget(self) -> None:
        # What follows needs a token again.
        self._forget_preview()
        server = self._server()
        if server is not None:
            self._fetcher.forget_token(server.url)
        self.source.token.setFocus(Qt.FocusReason.OtherFocusReason)

    def _server(self) -> Server | None:
        """The server that is named now; None while the address is none."""
        with suppress(CuratorError):
            return server_of(self.source.typed.url)
        return None

    def _on_token_told(self, server: str, keeping: Keeping) -> None:
        named = self._server()
        if named is not None and server == named.url:
            self.source.show_keeping(keeping)

    def _on_token_failed(self, error: CuratorError) -> None:
        self.source.note(About.TOKEN, tr_error(error), tone=Tone.WARN)

    # ------------------------------------------------------------ fetching

    def _on_fetch(self) -> None:
        if self._source is None or not self.fetch_button.isEnabled():
            return
        self._refused.tell("")
        if self.mark.lacks_column:
            self._refused.tell(tr("Choose the column in which rows are marked, or do not mark them."))
            self.mark.column.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        request = FetchRequest(self._source, self.preview.mapped, self.preview.kind, self.mark.chosen)
        if self._fetcher.fetch(request):
            self.accept()

    def _on_refused(self, error: CuratorError) -> None:
        self._refused.tell(tr_error(error))

    # ------------------------------------------------------------ what Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter looks in the first step and fetches in the second; on a button it presses that."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        focused: QWidget | None = self.focusWidget()
        in_first_step = focused is not None and self.source.isAncestorOf(focused)
        if event.isAutoRepeat():
            return  # whoever holds the key to look shall not fetch
        if isinstance(focused, QPushButton):
            focused.click()
        elif self._shows(self.preview) and not in_first_step:
            self._on_fetch()
        else:
            self._on_look()

    def done(self, result: int) -> None:
        """Forget tokens, and wait for no answer."""
        self._soon.stop()
        self.source.token.clear()
        self._fetcher.leave()
        super().done(result)
