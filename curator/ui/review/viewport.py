"""Where a picture lies in its view: mapping, zoom and pan as pure arithmetic.

Two spaces: *picture* pixels (upright, full size) and *view* pixels (logical
pixels of the widget, origin top left).
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Viewport:
    """A picture's place in a view.

    Attributes:
        view_width: of the view, in view pixels.
        view_height: of the view, in view pixels.
        picture_width: in picture pixels.
        picture_height: in picture pixels.
        scale: view pixels for each picture pixel.
        left: x of the picture's left edge, in view pixels.
        top: y of the picture's top edge, in view pixels.
    """

    view_width: float
    view_height: float
    picture_width: float
    picture_height: float
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def shown_width(self) -> float:
        """How wide the picture is in the view."""
        return self.picture_width * self.scale

    @property
    def shown_height(self) -> float:
        """How high the picture is in the view."""
        return self.picture_height * self.scale

    @property
    def overflows(self) -> bool:
        """Whether a part of the picture is out of sight, so that panning means something."""
        return self.shown_width > self.view_width + 0.5 or self.shown_height > self.view_height + 0.5

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """A point of the picture in the view."""
        return self.left + x * self.scale, self.top + y * self.scale

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """A point of the view on the picture; may lie outside of it."""
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def fit_scale(self, *, margin: float, largest: float) -> float:
        """The scale at which the whole picture shows with a margin, never above ``largest``."""
        room_x = max(1.0, self.view_width - 2 * margin)
        room_y = max(1.0, self.view_height - 2 * margin)
        return min(room_x / self.picture_width, room_y / self.picture_height, largest)

    def scaled_at(self, scale: float, *, x: float, y: float) -> "Viewport":
        """Zoom to a scale so that what is under the view's point (x, y) stays there."""
        on_x, on_y = self.to_picture(x, y)
        return replace(self, scale=scale, left=x - on_x * scale, top=y - on_y * scale).settled()

    def moved(self, dx: float, dy: float) -> "Viewport":
        """Pan by view pixels."""
        return replace(self, left=self.left + dx, top=self.top + dy).settled()

    def resized(self, width: float, height: float) -> "Viewport":
        """Another size of the view; what was in its middle stays there."""
        dx, dy = (width - self.view_width) / 2, (height - self.view_height) / 2
        grown = replace(self, view_width=width, view_height=height)
        return replace(grown, left=self.left + dx, top=self.top + dy).settled()

    def settled(self) -> "Viewport":
        """The nearest place without needless gaps: centred where it fits, else edge to edge."""
        return replace(
            self,
            left=_settle(self.left, self.shown_width, self.view_width),
            top=_settle(self.top, self.shown_height, self.view_height),
        )


def _settle(start: float, length: float, room: float) -> float:
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(room - length, start))
