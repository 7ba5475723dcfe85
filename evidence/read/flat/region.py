"""Where a flattened table begins and ends: its caption, the lines that can be cells, the first that cannot."""

import re
from collections.abc import Callable, Sequence

from evidence.read.captioned import CAPTION, NOTE, SPEAKS_OF, ends_sentence
from evidence.read.flat.headings import known
from evidence.read.flat.packed import packed
from evidence.read.late import late
from evidence.read.tables.header import sequence
from evidence.settled import settled

__all__ = ["Region", "region_at"]

Place = tuple[str, int]

_LONGEST_TITLE = 4
_MOST_LINES = 600
_FARTHEST = 60  # lines in which a paragraph that holds a table shows values
_LONGEST_LEGEND = 10  # lines, the caption with it
_LAID_OUT = re.compile(r"[\t|]|  |---|[│║┃]|[─═━]{3}")
_APART = re.compile(r" {2,}")
_LONGEST_HEADING = 8  # words
_LONGEST_CELL = 12
_SECTION = re.compile(r"^\s*(?:#{1,6}\s|\d{1,2}(?:\.\d{1,2})+\.?\s+[A-Z][a-z])")
_SENTENCE_END = re.compile(r"[^\W\d_][)\]”\"']?[.:;]$|\][.]$|\)\.$")
_LETTERS = late(r"[^\W\d_]{2,}|[\u4e00-\u9fff]")


@settled
class Region:
    """The caption and the lines that may hold the table, in blocks that blank lines set apart."""

    caption: tuple[int, int]  # characters
    blocks: tuple[tuple[int, ...], ...]  # numbers of lines
    stop: int
    start: int = 0  # the line after the caption


def region_at(
    lines: Sequence[Place], start: int, pages: frozenset[int], aligned: Callable[[int], bool]
) -> Region | None:
    """The lines under the caption at `start`; nothing where no caption begins, or another kind of table follows."""
    first = lines[start][0].strip()
    match = CAPTION.match(first)
    if not match or SPEAKS_OF.match(match["rest"]) or re.match(r"\s*[a-z),;]", match["rest"]):
        return None
    if start and ends_sentence(lines[start - 1][0], first):
        return None
    at = _titled(lines, start, pages)
    caption = (lines[start][1] + lines[start][0].index(first[0]), lines[at - 1][1] + len(lines[at - 1][0].rstrip()))
    below = at
    blocks: list[list[int]] = [[]]
    while at < len(lines) and at - start < _MOST_LINES:
        text = lines[at][0].strip()
        if at in pages or not text:
            if blocks[-1]:
                blocks.append([])
            at += 1
            continue
        if _ends(lines, at, text, aligned):
            after = _past_legend(lines, start, at) if len(blocks) == 1 and not _holds_values(lines, below, at) else 0
            if not after:
                break
            caption = (caption[0], lines[after - 1][1] + len(lines[after - 1][0].rstrip()))
            at = below = after
            blocks = [[]]
            continue
        blocks[-1].append(at)
        at += 1
    found = tuple(tuple(b) for b in blocks if b)
    return Region(caption, found, at, below) if found else None


def _past_legend(lines: Sequence[Place], start: int, at: int) -> int:
    """The line after a legend that goes on in the caption's paragraph (`CR = composite ...`); 0 for none."""
    stop = at
    while stop < len(lines) and lines[stop][0].strip() and stop - at < _FARTHEST:
        stop += 1
    legend = [text.strip() for text, _ in lines[at:stop]]
    if not all(text.strip() for text, _ in lines[start:at]):
        return 0
    if any(CAPTION.match(t) or _SECTION.match(t) for t in legend[:_LONGEST_LEGEND]):
        return 0
    if not _holds_values(lines, at, stop):
        return stop if stop - start <= _LONGEST_LEGEND else 0
    after = at  # cells one a line follow at once: the legend is what stands in lines too long for cells
    while after < stop and (
        NOTE.match(lines[after][0].strip())
        or _words(lines[after][0]) >= _LONGEST_CELL
        or re.fullmatch(r"\(.*\.?\)", lines[after][0].strip())
    ):
        after += 1
    if at < after < stop and (_words(lines[after][0]) <= _LONGEST_HEADING or _parted(lines[after][0].strip())):
        return after
    first = next(i for i in range(at, stop) if packed(lines[i]).values)  # broken over lines: `CR = composite`
    explained = sum("=" in text for text, _ in lines[at : first - 1])
    return first - 1 if explained > 1 and 2 * explained >= first - 1 - at else 0


def _holds_values(lines: Sequence[Place], start: int, stop: int) -> bool:
    return any(packed(line).values for line in lines[start:stop])


def _titled(lines: Sequence[Place], start: int, pages: frozenset[int]) -> int:
    """The line after the caption, which may be a label with its title below it, or go on over lines."""
    at = start + 1
    match = CAPTION.match(lines[start][0].strip())
    rest = match["rest"].strip(" .:|—–-") if match else ""
    if not rest:
        while at < len(lines) and (not lines[at][0].strip() or at in pages):
            at += 1
        if (
            at < len(lines)
            and _words(lines[at][0]) >= 2
            and not (packed(lines[at]).values or _parted(lines[at][0].strip()))
        ):
            at += 1
    while at < len(lines) and at - start < _LONGEST_TITLE:
        above, text = lines[at - 1][0].strip(), lines[at][0].strip()
        if not text or above.endswith((".", ")")) or len(above) < 45 or packed(lines[at]).values or _parted(text):
            break
        if (
            known(text)
            or len(sequence(text)) > 1
            or _words(text) < 2
            or not (text[0].islower() or len(text) > 40 or above[-1] in ",(-–")
        ):
            break
        at += 1
    return at


def _parted(text: str) -> bool:
    """Whether short pieces stand far apart, as headings do: `Hypothesis     Path       Result`."""
    pieces = _APART.split(text)
    return len(pieces) > 2 and all(len(piece.split()) <= _LONGEST_HEADING for piece in pieces)


def _words(text: str) -> int:
    return len(_LETTERS.findall(text))


def _ends(lines: Sequence[Place], at: int, text: str, aligned: Callable[[int], bool]) -> bool:
    """Whether a line cannot belong to the table: a note, another caption, a heading, a sentence, another layout."""
    if CAPTION.match(text) or (NOTE.match(text) and not known(text)) or _SECTION.match(text):
        return True
    if _LAID_OUT.search(text) and aligned(at):
        return True
    words = _words(text)
    if words < 4 or _parted(text):
        return False
    values = packed(lines[at]).values
    if not values:
        return words >= 12 or len(text) > 110 or bool(_SENTENCE_END.search(text)) or _running(lines, at)
    return ". " in re.sub(r"\b(?:vs|e\.g|i\.e|etc|org|std|no|est|dev)\. ", "", text, flags=re.I)[:-8] and words >= 9


def _running(lines: Sequence[Place], at: int) -> bool:
    """The first of several lines of prose: long ones, most of them begun in the middle of a sentence."""
    block = []
    for text, _ in lines[at : at + 6]:
        if not text.strip():
            break
        block.append(text.strip())
    if len(block) < 2 or sum(_words(t) >= 5 for t in block) < len(block) - 1:
        return False
    low = sum(t[0].islower() for t in block[1:])
    return (
        low * 2 >= len(block) - 1
        and any(len(t) > 55 for t in block)
        and not any(packed(line).values for line in lines[at : at + len(block)])
    )
