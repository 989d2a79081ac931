"""The parts that every view is built from; views use these and no raw labels or buttons."""

from curator.ui.widgets.areas import FollowingArea
from curator.ui.widgets.bars import BarRow, BarTrack, ThinProgress
from curator.ui.widgets.buttons import ButtonTone, KeyButton, KeyCap, RailButton, ToolButton
from curator.ui.widgets.chips import Chip, FlowRow, IconMark, ToneMark
from curator.ui.widgets.fields import DecimalField, NumberField, make_search_field
from curator.ui.widgets.forms import Section, Told, captioned, row_of
from curator.ui.widgets.labels import (
    ElidedLabel,
    describe,
    fitting_label,
    rule,
    section_heading,
    set_selectable,
    set_surface,
    set_tip,
    set_tone,
    text_label,
)
from curator.ui.widgets.notices import EmptyState, Notice
from curator.ui.widgets.row_table import RowTable

__all__ = [
    "BarRow",
    "BarTrack",
    "ButtonTone",
    "Chip",
    "DecimalField",
    "ElidedLabel",
    "EmptyState",
    "FlowRow",
    "FollowingArea",
    "IconMark",
    "KeyButton",
    "KeyCap",
    "Notice",
    "NumberField",
    "RailButton",
    "RowTable",
    "Section",
    "ThinProgress",
    "Told",
    "ToneMark",
    "ToolButton",
    "captioned",
    "describe",
    "fitting_label",
    "make_search_field",
    "row_of",
    "rule",
    "section_heading",
    "set_selectable",
    "set_surface",
    "set_tip",
    "set_tone",
    "text_label",
]
