"""A printed page as its tables are looked for."""

from collections.abc import Sequence

from evidence.read.pages.heads import Rule
from evidence.read.pages.lattice import Box
from evidence.read.pages.lines import Line, Word
from evidence.read.pages.margins import Margin
from evidence.settled import settled

__all__ = ["Page"]


@settled
class Page:
    """What is on a page: its lines as read, its words and rules, the tables that are drawn as boxes."""

    lines: Sequence[Line]
    words: Sequence[Word]
    rules: Sequence[Rule] = ()
    boxes: Sequence[Box] = ()
    gutter: float | None = None
    margin: Margin = ()  # blocks of type beside the text
