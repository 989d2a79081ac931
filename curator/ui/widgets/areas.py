"""A scroll area in which nothing has the focus out of sight."""

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class FollowingArea(QScrollArea):
    """Scrolls to what gets the focus from outside, too; Qt's own does so only from one part to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Shows the whole of what Tab goes to; of a field for text Qt's own shows the cursor only."""
        moved = super().focusNextPrevChild(forward)
        now = QApplication.focusWidget()
        inside = self.widget()
        if moved and inside is not None and now is not None and inside.isAncestorOf(now):
            middle = now.mapTo(inside, now.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, now.height())
        return moved

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        # What is seen in part stays where it is: a press must not move what is under the pointer.
        if now is not None and self.isAncestorOf(now) and now.visibleRegion().isEmpty():
            self.ensureWidgetVisible(now)
