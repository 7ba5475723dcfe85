"""Printed pages: words with positions become lines in reading order, and tables by boxes, rules and white space."""

from evidence.read.pages.breaks import joined
from evidence.read.pages.captions import captions_in
from evidence.read.pages.cut import is_cut, mended, words_of
from evidence.read.pages.foot import begins_table, ending_caption
from evidence.read.pages.lattice import Box, Stroke, boxes_of
from evidence.read.pages.lines import Line, Word, body_words, gutter_of, lines_of, reading_order
from evidence.read.pages.margins import Margin, margins_of
from evidence.read.pages.numbered import without_line_numbers
from evidence.read.pages.panels import panel_of
from evidence.read.pages.regions import (
    Page,
    Region,
    Rule,
    choices_of,
    ends_in_table,
    is_over_caption,
    regions_of,
    rows_at_end,
    stand_over,
)
from evidence.read.pages.sheet import Sheet, sheet_of
from evidence.read.pages.typed import is_typed, sheets_of

__all__ = [
    "Box",
    "Line",
    "Margin",
    "Page",
    "Region",
    "Rule",
    "Sheet",
    "Stroke",
    "Word",
    "begins_table",
    "body_words",
    "boxes_of",
    "captions_in",
    "choices_of",
    "ending_caption",
    "ends_in_table",
    "gutter_of",
    "is_cut",
    "is_over_caption",
    "is_typed",
    "joined",
    "lines_of",
    "margins_of",
    "mended",
    "panel_of",
    "reading_order",
    "regions_of",
    "rows_at_end",
    "sheet_of",
    "sheets_of",
    "stand_over",
    "without_line_numbers",
    "words_of",
]
