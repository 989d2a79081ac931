"""Asks a person for files and folders, beginning where the last ones were chosen."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from curator.ui.language import tr

_PATTERNS = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.heic *.heif *.avif *.csv *.json"


class FileChoice:
    """The system's own dialogs over a window, with one memory of where it was chosen from last."""

    def __init__(self, window: QWidget) -> None:
        """Begins in the person's own folder.

        Args:
            window: which the dialogs belong to.
        """
        self._window = window
        self._begin_in = Path.home()

    def folder(self, title: str) -> Path | None:
        """A folder; None when the person chose none."""
        told = QFileDialog.getExistingDirectory(self._window, title, str(self._begin_in))
        if not told:
            return None
        self._begin_in = Path(told).parent
        return Path(told)

    def pictures(self) -> list[Path]:
        """Pictures and tables to be loaded; empty when the person chose none."""
        kinds = f"{tr('Pictures and tables')} ({_PATTERNS});;{tr('All files')} (*)"
        files, _ = QFileDialog.getOpenFileNames(
            self._window, tr("Pictures to load"), str(self._begin_in), kinds
        )
        if files:
            self._begin_in = Path(files[0]).parent
        return [Path(one) for one in files]
