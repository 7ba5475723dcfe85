"""Captions of tables on a printed page: where they begin, and over how many lines they run."""

import re
from collections.abc import Sequence
from itertools import pairwise

from evidence.read.captioned import CAPTION, NOTE, ends_sentence
from evidence.read.late import late
from evidence.read.pages.heads import Rule
from evidence.read.pages.lines import Line
from evidence.read.pages.strips import chunks_of, is_value

__all__ = ["caption_lines", "captions_in", "is_caption", "overlap"]

_CLOSE = 0.6  # of the type's height: the space between lines of a caption
_DOUBLE = 4.0  # of the type's height: how far below a caption its table begins where lines are far apart
_NOTED = 7  # lines of notes under a caption at most
_SPEAKS = late(
    r"^\s*(?:shows?|presents?|lists?|reports?|summari[sz]es|gives|provides?|displays?|and\b|indicates?|contains|describes|(?-i:confirms?|reveals?|suggests?|supports?|compares?|details|documents|makes?\s+clear)\b|[),;]|\((?!\s*cont)|in\s|we\s|also\s|below|above)",
    re.IGNORECASE,
)


def captions_in(lines: Sequence[Line]) -> list[int]:
    """The lines that begin captions."""
    return [i for i, line in enumerate(lines) if is_caption(line.text) and not _in_sentence(lines, i)]


def is_caption(text: str) -> bool:
    """Whether a line begins the caption of a table, not a sentence about one."""
    match = CAPTION.match(text)
    return bool(match) and not _SPEAKS.match(match["rest"]) and (text[:1].isupper() or not text.isascii())  # type: ignore[index]


def _in_sentence(lines: Sequence[Line], i: int) -> bool:
    """Whether the name of a table goes on with the sentence of the line above, in its type."""
    above = lines[i - 1] if i else None
    return above is not None and ends_sentence(above.text, lines[i].text) and abs(above.height - lines[i].height) < 1


def caption_lines(lines: Sequence[Line], i: int, rules: Sequence[Rule]) -> tuple[list[Line], float]:
    """A caption may run over lines, as far as the next rule or a gap; a bare label takes the title under it."""
    head = _head(lines, i, rules, _CLOSE)
    if (usual := _usual_gap(lines, lines[i])) > _CLOSE:
        longer = _head(lines, i, rules, usual + 0.1)
        below = _past_notes(lines, i + len(longer), longer[-1].bottom, rules)
        if any(0 < r.y - below < _DOUBLE * longer[-1].height and r.x1 - r.x0 > 60 for r in rules):
            return longer, below  # set with as much space between its lines as the text has
    return head, _past_notes(lines, i + len(head), head[-1].bottom, rules)


def _past_notes(lines: Sequence[Line], after: int, bottom: float, rules: Sequence[Rule]) -> float:
    """Where a caption ends with notes that stand between it and the first rule of its table."""
    under = lines[after : after + _NOTED]
    if not under or not NOTE.match(under[0].text):
        return bottom
    first = min((r.y for r in rules if r.y > under[0].top and r.x1 - r.x0 > 60), default=None)
    notes = [line for line in under if first is not None and bottom < line.bottom < first + 2]
    if first is None or not notes or len(notes) == _NOTED or first - notes[-1].bottom > _DOUBLE * notes[-1].height:
        return bottom
    return notes[-1].bottom


def _usual_gap(lines: Sequence[Line], caption: Line) -> float:
    """The space between lines of a caption's type on its page, in heights of that type."""
    gaps = [
        (b.top - a.bottom) / caption.height
        for a, b in pairwise(lines)
        if abs(a.height - caption.height) < 0.5 and abs(b.height - caption.height) < 0.5 and overlap(a, b)
    ]
    return min((gap for gap in gaps if gap > 0), default=0.0) if len(gaps) > 1 else 0.0


def _head(lines: Sequence[Line], i: int, rules: Sequence[Rule], close: float) -> list[Line]:
    head = [lines[i]]
    match = CAPTION.match(lines[i].text)
    bare = bool(match) and not match["rest"].strip(" .:")  # type: ignore[index]
    for line in lines[i + 1 : i + 8]:
        gap = line.top - head[-1].bottom
        ruled = any(head[-1].bottom - 2 <= r.y <= line.top + 2 for r in rules)
        most = max(close, 1.8) if bare and len(head) == 1 else close
        cells = len(chunks_of(line)) > 1 or any(is_value(w.text) for w in line.words[1:])
        if gap > most * head[-1].height or gap < -2 or ruled or cells or not overlap(line, head[-1]):
            break
        head.append(line)
    return head


def overlap(a: Line, b: Line) -> bool:
    """Whether two lines stand over one another at all."""
    return a.x0 < b.x1 and b.x0 < a.x1
