"""What stands between the window and the engine: one session, and a part for each kind of work."""

from curator.ui.session.background import Progress
from curator.ui.session.session import Session

__all__ = ["Progress", "Session"]
