"""Cells on lines of their own above their caption: some journals set captions under tables or beside them."""

import re
from collections.abc import Sequence

from evidence.read.captioned import CAPTION, NOTE, SPEAKS_OF, ends_sentence
from evidence.read.flat.packed import is_value, packed
from evidence.read.flat.region import Region

__all__ = ["captions_under", "region_above", "repeated"]

Place = tuple[str, int]
Repeated = dict[str, list[int]]
_DECIMAL = re.compile(r"[.,]\d")
_WORDS = 14  # to a line of a table at most
_VALUES = 0.3  # of a table's lines: how many hold nothing but a value
_FEWEST = 6
_MOST_TITLE = 5  # lines of a caption
_MOST_NOTES = 6  # lines
_MOST_HEAD = 4  # lines of a running head
_MOST_PAGES = 100
_MOST_CAPTIONS = 60
_MOST = 600


def repeated(lines: Sequence[Place]) -> Repeated:
    """Where each line stands that comes again a few times, as running heads do."""
    found: Repeated = {}
    for i, (text, _) in enumerate(lines):
        found.setdefault(text.strip(), []).append(i)
    return {text: at for text, at in found.items() if text and 1 < len(at) <= _MOST_PAGES}


def captions_under(lines: Sequence[Place], pages: frozenset[int], heads: Repeated) -> list[int]:
    """The captions of a document that prints them under its tables, as most of them show; else none."""
    captions = [at for at, (text, _) in enumerate(lines) if _is_caption(lines, at, text.strip())]
    if not 0 < len(captions) <= _MOST_CAPTIONS:
        return []
    groups = _together(lines, captions)
    first, last = {g[-1]: g[0] for g in groups}, [g[-1] for g in groups]
    over = [at for at in last if (region := region_above(lines, first[at], pages, heads)) and _celled(lines, region)]
    below = [at for at in last if _celled_below(lines, at, pages)]
    return over if len(set(over) - set(below)) > len(set(below) - set(over)) else []


def _together(lines: Sequence[Place], captions: list[int]) -> list[list[int]]:
    """Captions with nothing between them, as one in two languages is: each group is of one table."""
    groups: list[list[int]] = []
    for at in captions:
        if groups and not any(text.strip() for text, _ in lines[groups[-1][-1] + 1 : at]):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _is_caption(lines: Sequence[Place], at: int, text: str) -> bool:
    match = CAPTION.match(text)
    if not match or SPEAKS_OF.match(match["rest"]) or match["rest"].lstrip(" .:")[:1].islower():
        return False
    return not (at and ends_sentence(lines[at - 1][0], text))


def region_above(lines: Sequence[Place], caption: int, pages: frozenset[int], heads: Repeated) -> Region | None:
    """The lines above a caption that can be cells of its table, in blocks; notes between them are left out."""
    at = caption - 1
    while at >= 0 and (not lines[at][0].strip() or at in pages):
        at -= 1
    at = _above_notes(lines, at)
    blocks: list[list[int]] = []
    while at >= 0 and caption - at < _MOST:
        block: list[int] = []
        while at >= 0 and lines[at][0].strip():
            if at not in pages:
                block.insert(0, at)
            at -= 1
        while at >= 0 and not lines[at][0].strip():
            at -= 1
        if block and not _can_be_cells(lines, block):
            break
        if block and not _of_the_page(lines, block, heads):
            blocks.insert(0, block)
    while blocks and not any(is_value(lines[i][0].strip()) for i in blocks[0]) and len(blocks) > 1:
        if any(is_value(lines[i][0].strip()) for i in blocks[1]):
            break
        blocks.pop(0)
    if not blocks:
        return None
    span = lines[caption][1], _end(lines, caption)
    return Region(span, tuple(map(tuple, blocks)), blocks[-1][-1] + 1, blocks[0][0])


def _above_notes(lines: Sequence[Place], at: int) -> int:
    """The last line above the notes that end at a line; that line where none do."""
    first = at
    for i in range(at, max(-1, at - _MOST_NOTES), -1):
        text = lines[i][0].strip()
        if not text or is_value(text):
            break
        if NOTE.match(text):
            first = i - 1
    return first


def _of_the_page(lines: Sequence[Place], block: Sequence[int], heads: Repeated) -> bool:
    """The number of a page, or a running head in the margin: the same few lines stand elsewhere too."""
    texts = [lines[i][0].strip() for i in block]
    if len(texts) > _MOST_HEAD or any("." in t for t in texts):
        return False
    if len(texts) == 1 and texts[0].isdigit():
        return True
    return sum(_at(lines, i, texts) for i in heads.get(texts[0], ())) > 1


def _at(lines: Sequence[Place], start: int, texts: list[str]) -> bool:
    """Whether a block of these lines and no other begins at a line."""
    own = [text.strip() for text, _ in lines[start : start + len(texts) + 1]]
    return own == [*texts, ""] and (start == 0 or not lines[start - 1][0].strip())


def _end(lines: Sequence[Place], caption: int) -> int:
    """Where the caption ends: its label and the lines right below it."""
    at = caption
    while at + 1 < len(lines) and at + 1 - caption < _MOST_TITLE and lines[at + 1][0].strip():
        at += 1
    return lines[at][1] + len(lines[at][0].rstrip())


def _can_be_cells(lines: Sequence[Place], block: Sequence[int]) -> bool:
    """Short lines, no captions, no sentences; what is no value begins no line in the middle of a sentence."""
    texts = [lines[i][0].strip() for i in block]
    if any(CAPTION.match(t) for t in texts) or any(len(t.split()) > _WORDS for t in texts):
        return False
    words = [t for t in texts if not is_value(t)]
    long = sum(len(t.split()) >= 8 for t in words)
    sentences = any(t.endswith((".", ":", ";")) and len(t.split()) > 3 for t in words)
    low = sum(t[0].islower() for t in words[1:])
    return not sentences and not (len(words) > 1 and low * 2 >= len(words) - 1 and long) and 2 * long <= len(texts)


def _celled(lines: Sequence[Place], region: Region) -> bool:
    numbers = [i for block in region.blocks for i in block]
    values = sum(is_value(lines[i][0].strip()) for i in numbers)
    return values >= _FEWEST and values >= _VALUES * len(numbers)


def _celled_below(lines: Sequence[Place], caption: int, pages: frozenset[int]) -> bool:
    """Whether cells follow the caption before any prose does."""
    at = caption + 1
    seen = values = 0
    while at < len(lines) and seen < 40:
        text = lines[at][0].strip()
        if text and at not in pages:
            if CAPTION.match(text) or len(text.split()) > _WORDS or (text.endswith(".") and len(text.split()) > 6):
                break
            seen += 1
            values += is_value(text) or (_DECIMAL.search(text) is not None and len(packed(lines[at]).values) > 1)
        at += 1
    return values >= _FEWEST and values >= _VALUES * seen
