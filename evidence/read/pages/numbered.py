"""Numbers that a manuscript sets beside its lines for reviewers: they are no part of the text, nor of its tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from evidence.read.pages.lines import Line, Word, lines_of
from evidence.read.pages.sheet import Sheet

__all__ = ["without_line_numbers"]

_FEWEST = 20  # of a document: lists and rows of tables are numbered too, but not page after page
_FEW = 3  # on a page that are enough to show where they stand
_STEPS = (1, 2, 5, 10)
_ALIGNED = 1.5  # points
_APART = 3.0  # points between a number and its line at least
_PAGES = 0.6  # of the pages between the first and the last with such numbers: how many have them at least
_PROSE = 4  # words that a line of running text has at least


def without_line_numbers(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without the numbers of their lines, on either side; as they are where lines have none."""
    lines = [lines_of(sheet.words) for sheet in sheets]
    gone: dict[int, set[int]] = {}
    for right in (False, True):
        for step in _STEPS:
            found = _numbers(lines, step, right)
            filled = [page for page, own in enumerate(found) if len(own) >= _FEW]
            among = filled[-1] - filled[0] + 1 if filled else 0  # title page, references and tables may have none
            if sum(map(len, found)) >= _FEWEST and len(filled) >= max(1, _PAGES * among):
                for page, own in enumerate(found):
                    gone.setdefault(page, set()).update(id(w) for w in own)
                break
    return [
        replace(sheet, words=[w for w in sheet.words if id(w) not in gone[page]]) if gone.get(page) else sheet
        for page, sheet in enumerate(sheets)
    ]


def _numbers(pages: Sequence[list[Line]], step: int, right: bool) -> list[list[Word]]:
    """The numbers of each page's lines; a page goes on where the one before ended, or begins anew."""
    made: list[list[Word]] = []
    last: Word | None = None
    for lines in pages:
        own = max(_chains(lines, step, right, last), key=len, default=[])
        made.append(own)
        last = own[-1] if own else last
    return made


def _chains(lines: list[Line], step: int, right: bool, last: Word | None) -> Iterator[list[Word]]:
    """Numbers under one another at an edge of the page that rise line by line, most of them beside running text."""
    ends = [(line, line.words[-1 if right else 0]) for line in lines]
    numbers = [(line, w) for line, w in ends if w.text.isdigit() and len(w.text) <= 4 and _apart(line, right)]
    for edge in {round(w.x0 if side else w.x1) for _, w in numbers for side in (False, True)}:
        own = [(line, w) for line, w in numbers if min(abs(w.x0 - edge), abs(w.x1 - edge)) < _ALIGNED]
        chain = [w for _, w in own]
        goes_on = last is not None and bool(own) and int(chain[0].text) == int(last.text) + step
        under = goes_on and last is not None and min(abs(chain[0].x0 - last.x0), abs(chain[0].x1 - last.x1)) < _ALIGNED
        rises = [int(b.text) - int(a.text) for a, b in pairwise(chain)]
        if (len(own) < _FEW and not goes_on) or not all(r in (step, 2 * step) for r in rises):
            continue
        beside = [line for line, _ in own if len(line.words) > 1]
        even = sum(r == step for r in rises) >= 0.8 * len(rises)
        prose = 2 * sum(map(_is_prose, beside)) >= len(beside)
        if even and (under or (prose and _outside(chain, lines, right))):
            yield chain


def _apart(line: Line, right: bool) -> bool:
    """Whether the word at the end stands apart from those beside it."""
    words = line.words
    return len(words) == 1 or (words[-1].x0 - words[-2].x1 if right else words[1].x0 - words[0].x1) >= _APART


def _is_prose(line: Line) -> bool:
    return len(line.words) > _PROSE and 2 * sum(w.text[:1].isalpha() for w in line.words) > len(line.words)


def _outside(own: list[Word], lines: list[Line], right: bool) -> bool:
    """Whether no line reaches as far out as its number, and fewer lines than these do between them: wide tables."""
    numbers = {id(w) for w in own}
    top, bottom = own[0].top - 1, own[-1].bottom + 1
    inner = min(w.x0 for w in own) if right else max(w.x1 for w in own)
    further = 0
    for line in lines:
        if line.bottom < top or line.top > bottom:
            continue
        others = [w for w in line.words if id(w) not in numbers]
        reaches = any(w.x1 > inner - 2 if right else w.x0 < inner + 2 for w in others)
        if reaches and len(others) < len(line.words):
            return False
        further += reaches
    return further <= len(own)
