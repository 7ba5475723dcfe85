"""Printed pages as a document: running heads out, text in reading order, tables where they are met."""

import re
from collections import Counter
from dataclasses import replace

from evidence.read.clear import clear
from evidence.read.compose import CAPTION, Composer, RawCell, ends_sentence, speaks_of_table
from evidence.read.headings import heads_references
from evidence.read.late import late
from evidence.read.model import Source
from evidence.read.pages import (
    Line,
    Margin,
    Page,
    Region,
    Sheet,
    Word,
    begins_table,
    boxes_of,
    ending_caption,
    ends_in_table,
    gutter_of,
    is_cut,
    joined,
    lines_of,
    margins_of,
    mended,
    reading_order,
    regions_of,
    without_line_numbers,
    words_of,
)
from evidence.read.typed_tables import completed

__all__ = ["composed"]

# The parts of a paper by the names they go by, without a number.
_PART = (
    r"abstract|introduction|(?:research\s+|materials?\s+and\s+)?(?:methods?|methodology)|results|(?:results|findings)\s+and\s+\w+|discussion(?:\s+and\s+\w+)?"
    r"|(?:general\s+|practical\s+|theoretical\s+)?(?:discussion|implications|conclusions?)|(?:literature|theoretical)\s+(?:review|background|framework)"
    r"|(?:theory\s+and\s+)?hypothes[ei]s(?:\s+development)?|(?:data\s+|statistical\s+|preliminary\s+)?analys[ei]s|measur(?:es|ement\s+model)|structural\s+model"
    r"|participants(?:\s+and\s+procedures?)?|sample(?:\s+and\s+(?:procedures?|data\s+collection))?|limitations(?:\s+and\s+[\w\s]{4,20})?|appendix"
)
_HEADING = late(
    rf"^(?:\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?|\d{{1,2}}\.|[IVX]{{1,4}}\.)\s+[A-Z][^.,;]{{2,90}}$|^(?-i:(?=[A-Z]))(?:{_PART})$|^(?:abstract|introduction|methods?|results|discussion|conclusions?)$",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:^|[\s(\[=<>−–-])\.$")  # a decimal behind its point
_BEGINS = re.compile(r"^\W*(?:1\.?\s*)?(?:abstract|summary|key\s?words|introduction|摘要|关键词|引言)\b", re.IGNORECASE)
_ELSEWHERE = 9.0  # points: how far from the other pages' gutter one is the white space of a table
_ENTRY = re.compile(r"^(?:\[\d{1,3}\]|\d{1,3}\.\s)")


def composed(pages: list[Sheet], title: str = "", *, typed: bool = False) -> Source:
    """The pages as text in reading order with tables; `title` is what the file says it is called.

    Where pages are typed nothing but its lines parts a title from the names below it: they stay apart.
    """
    pages = without_line_numbers(pages)
    running = _running_heads(pages)
    composer = Composer()
    references = False
    title_height = _title_height(pages)
    parted = [margins_of(page) for page in pages]
    margins = [margin for _, margin in parted]
    laid = _laid(
        [replace(body, margin=m) for body, m in zip(_bodies([s for s, _ in parted], running), margins, strict=True)]
    )
    laid = _with_whole_words(laid)
    if typed:
        laid = completed(laid)
    for number, (lines, regions) in enumerate(laid, 1):
        start = composer.length
        height, front = (title_height, typed) if number == 1 else (None, False)
        references = _write(composer, lines, regions, number, references, height, front)
        _beside(composer, margins[number - 1], regions, number)
        composer.pages.append((start, composer.length))
    first = [line.text for block in (margins[0] if margins else ()) for line in block]
    meta: dict[str, str | list[str]] = {"running": "\n".join(filter(None, [_first_head(pages, running), *first]))}
    title = title.strip()
    if len(title.split()) >= 4 and not re.search(r"\.(?:docx?|pdf|tex|indd)\b|^Microsoft", title):
        meta["page_title"] = title
    return composer.source(meta)


def _bodies(sheets: list[Sheet], running: set[str]) -> list[Page]:
    """The pages; where most of them have two columns, those with little text beside their tables have the same."""
    pages = [_body(sheet, running) for sheet in sheets]
    found = [(page.gutter, sheet.width) for page, sheet in zip(pages, sheets, strict=True) if page.gutter is not None]
    if len(found) < max(2, 0.3 * len(pages)):
        return pages
    middle, width = sorted(found)[len(found) // 2]
    if sum(abs(gutter - middle) <= _ELSEWHERE for gutter, _ in found) < 0.7 * len(found):
        return pages
    return [
        _body(sheet, running, middle)
        if abs(sheet.width - width) < 2 and (page.gutter is None or abs(page.gutter - middle) > _ELSEWHERE)
        else page
        for page, sheet in zip(pages, sheets, strict=True)
    ]


def _body(sheet: Sheet, running: set[str], known: float | None = None) -> Page:
    """A page without its running head and foot: lines in reading order, tables that are drawn as boxes."""
    edge = [w for w in sheet.words if _at_the_edge(w, sheet)]
    heads = {id(w) for w in edge if _is_running(w, edge, running)}
    words = [w for w in sheet.words if id(w) not in heads]
    boxes = boxes_of(sheet.across, sheet.down, words)
    inside = [[w for w in words if b.holds(w)] for b in boxes]
    held = {id(w) for box in inside for w in box}
    free = [w for w in words if id(w) not in held]
    gutter = gutter_of(free, sheet.width, known)
    lines = reading_order(free, gutter)
    for box in inside:
        lines = _with_box(lines, lines_of(box))
    return Page(lines, words, sheet.rules, boxes, gutter)


def _with_box(lines: list[Line], box: list[Line]) -> list[Line]:
    """The lines of a drawn table among those around it: before what stands under it."""
    x0, x1 = min(line.x0 for line in box), max(line.x1 for line in box)
    top, bottom = box[0].top, box[-1].bottom
    near = [(i, line) for i, line in enumerate(lines) if line.x0 < x1 and x0 < line.x1]
    below = next((i for i, line in near if line.top >= bottom - 2), None)
    if below is None:
        below = max((i + 1 for i, line in near if line.bottom <= top + 2), default=len(lines))
    return [*lines[:below], *box, *lines[below:]]


def _laid(pages: list[Page]) -> list[tuple[list[Line], list[Region]]]:
    """The lines and tables of each page; a table that goes on over the page is whole on its first."""
    made: list[tuple[list[Line], list[Region]]] = []
    before: Region | None = None
    for page in _with_captions(pages):
        lines, regions = list(page.lines), regions_of(page, before)
        whole = joined(before, regions[0]) if before and regions and _leads(lines, regions[0]) else None
        if before and whole:
            at, where = _place(made, before)
            made[at][1][where] = whole
            ended = ends_in_table(lines, regions)
            regions[0] = replace(regions[0], rows=())
            before = (whole if len(regions) == 1 else ended) if ended else None
        else:
            before = ends_in_table(lines, regions)
        made.append((lines, regions))
    return made


def _with_whole_words(laid: list[tuple[list[Line], list[Region]]]) -> list[tuple[list[Line], list[Region]]]:
    """The tables, with words that their narrow cells cut whole again: the running text tells which are words."""
    if not any(is_cut(cell.text) for _, regions in laid for region in regions for row in region.rows for cell in row):
        return laid
    words: set[str] = set()
    for lines, regions in laid:
        words |= words_of(lines, lambda w, own=regions: any(r.holds(w) for r in own))  # type: ignore[misc]
    return [
        (
            lines,
            [
                replace(r, rows=tuple(tuple(replace(c, text=mended(c.text, words)) for c in row) for row in r.rows))
                for r in regions
            ],
        )
        for lines, regions in laid
    ]


def _with_captions(pages: list[Page]) -> list[Page]:
    """The pages, with a caption that a page ends with over the table that begins the next."""
    made = list(pages)
    for i, after in enumerate(pages[1:]):
        head = ending_caption(made[i])
        if head and after.lines and begins_table(after):
            at = min([after.lines[0].top, *(r.y for r in after.rules if r.y < after.lines[0].top)])
            moved = _moved(head, at - 4 - head[-1].bottom)
            gone = {id(w) for line in head for w in line.words}
            made[i] = replace(
                made[i],
                lines=[line for line in made[i].lines if line not in head],
                words=[w for w in made[i].words if id(w) not in gone],
            )
            made[i + 1] = replace(
                after, lines=[*moved, *after.lines], words=[*(w for line in moved for w in line.words), *after.words]
            )
    return made


def _moved(lines: list[Line], down: float) -> list[Line]:
    return [Line(tuple(replace(w, top=w.top + down, bottom=w.bottom + down) for w in x.words)) for x in lines]


def _place(made: list[tuple[list[Line], list[Region]]], region: Region) -> tuple[int, int]:
    return next((p, r) for p in range(len(made) - 1, -1, -1) for r, x in enumerate(made[p][1]) if x is region)


def _leads(lines: list[Line], region: Region) -> bool:
    """Whether a page begins with this table."""
    return bool(lines) and all(line.top >= region.top - 40 for line in lines)


def _title_height(pages: list[Sheet]) -> float | None:
    """The largest type of the first page, where a few words are set in it."""
    words = [w for w in pages[0].words if w.top < 0.6 * pages[0].height and len(w.text) > 1]
    if not words:
        return None
    usual = sorted(w.height for w in words)[len(words) // 2]
    for height in sorted({round(w.height, 1) for w in words}, reverse=True):
        if height < 1.15 * usual:
            return None
        if sum(w.height >= height - 0.3 for w in words) >= 4:
            return height - 0.3
    return None


def _first_head(pages: list[Sheet], running: set[str]) -> str:
    """The running head and foot of the first page: journal, volume and year often stand only there."""
    page = pages[0]
    edge = [w for w in page.words if _at_the_edge(w, page)]
    return "\n".join(line.text for line in lines_of(edge) if _plain(line.text) in running)


def _running_heads(pages: list[Sheet]) -> set[str]:
    """Lines at the top or foot that come back on page after page, whatever their page number."""
    counts: Counter[str] = Counter()
    for page in pages:
        edge = [w for w in page.words if _at_the_edge(w, page)]
        counts.update({_plain(line.text) for line in lines_of(edge) if not _of_table(line.text)})
    enough = max(3, len(pages) // 3)
    return {text for text, n in counts.items() if n >= enough or (n >= 2 and len(pages) <= 4 and len(text) > 3)}


_LETTER = re.compile(r"[^\W\d_]")


def _of_table(text: str) -> bool:
    """A caption, or a row of figures: pages that begin with tables are alike but for the digits."""
    return CAPTION.match(text) is not None or ("." in text and not _LETTER.search(text))


def _plain(text: str) -> str:
    return re.sub(r"\d+|\s+", "#", text)


def _at_the_edge(word: Word, page: Sheet) -> bool:
    return word.bottom < page.height * 0.1 or word.top > page.height * 0.92


def _is_running(word: Word, edge: list[Word], running: set[str]) -> bool:
    beside = [w for w in edge if abs(w.middle - word.middle) < 0.6 * word.height]
    text = " ".join(w.text for w in sorted(beside, key=lambda w: w.x0))
    return _plain(text) in running or text.strip().isdigit()


def _write(
    composer: Composer,
    lines: list[Line],
    regions: list[Region],
    number: int,
    references: bool,
    title_height: float | None,
    front: bool,
) -> bool:
    """Paragraphs and tables of a page, in the order they are met."""
    pending: list[Line] = []
    done: set[int] = set()

    def flush() -> None:
        nonlocal references, front
        front = front and not (pending and _BEGINS.match(pending[0].text))
        lines = [clear(line.text).text.strip() for line in pending] if front else [clear(_joined(pending)).text]
        text = "\n".join(lines).strip()
        largest = bool(pending) and title_height is not None and pending[0].height >= title_height
        pending.clear()
        if not text:
            return
        kind, level = ("title", 1) if largest and len(text.split()) >= 3 else _kind(text, references)
        if kind == "heading":
            references = heads_references(text)
        composer.block(kind, text, level, page=number)

    for line in lines:
        at = next((i for i, r in enumerate(regions) if any(r.holds(w) for w in line.words)), None)
        if at is not None:
            flush()
            if at not in done:
                done.add(at)
                region = regions[at]
                if not region.rows:
                    continue
                caption, notes = (clear(_joined(list(part))).text for part in (region.caption, region.notes))
                rows = [[_cleared(cell) for cell in row] for row in region.rows]
                composer.table(rows, caption, notes, page=number)
            rest = [w for w in line.words if not regions[at].holds(w)]
            if not rest:
                continue
            line = Line(tuple(rest))
        left_title = title_height is not None and bool(pending) and pending[-1].height >= title_height > line.height
        if pending and (left_title or _breaks(pending, line)):
            flush()
        pending.append(line)
    flush()
    return references


def _beside(composer: Composer, margin: Margin, regions: list[Region], number: int) -> None:
    """What the margin says behind the page's text, without the captions that are those of its tables."""
    used = [line for region in regions for line in region.caption]
    for block in margin:
        if not any(line in used for line in block):
            composer.block("paragraph", clear(_joined(list(block))).text, page=number)


def _cleared(cell: RawCell) -> RawCell:
    return replace(cell, text=" ".join(clear(cell.text).text.split()))


def _breaks(pending: list[Line], line: Line) -> bool:
    """A new paragraph: a gap, an indent, other type, a caption, a heading, an entry of the reference list."""
    last = pending[-1]
    gap = line.top - last.bottom
    if gap > 0.7 * last.height or gap < -2 * last.height or abs(line.height - last.height) > 0.25 * last.height:
        return True
    if _CUT.search(last.text) and line.text[:1].isdigit():
        return False
    if (
        (CAPTION.match(line.text) and not ends_sentence(last.text, line.text))
        or _HEADING.match(line.text)
        or _ENTRY.match(line.text)
        or (len(pending) == 1 and _HEADING.match(last.text))
    ):
        return True
    if len(pending) == 1 and _titled(last, line):
        return True
    left = min(x.x0 for x in pending)
    stated = re.match(r"^(?:Hypothesis|H)\s?\d{1,2}[a-z]?\s*[.:()–—]", line.text)
    ended = last.text.rstrip().endswith((".", ":", ";")) or stated is not None
    return (
        ended and (line.x0 - left > 0.8 * line.height or re.match(r"^(?:Hypothesis\s|H)\d", line.text) is not None)
    ) or (len(pending) > 1 and left - line.x0 > 0.8 * line.height and ended)


def _titled(line: Line, below: Line) -> bool:
    """A heading without a number in the type of its paragraph: Words in Capitals that end before the margin."""
    words = [w for w in line.text.split() if len(w) > 3]
    return (
        len(words) > 1
        and all(w[0].isupper() for w in words)
        and len(line.text) < 80
        and re.search(r"[\d.,;:!?()@*†=&]", line.text) is None
        and below.text[:1].isupper()
        and line.x1 < below.x1 - 3 * line.height
    )


def _joined(lines: list[Line]) -> str:
    """Lines as running text; a word cut at the end of a line is whole again."""
    text = ""
    for line in lines:
        shown = line.text
        if re.search(r"[a-z][-\u2010\u00ad]$", text) and shown[:1].islower():
            text = text[:-1] + shown
        elif _CUT.search(text) and shown[:1].isdigit():
            text = text + shown
        else:
            text = f"{text} {shown}" if text else shown
    return text


def _kind(text: str, references: bool) -> tuple[str, int]:
    if CAPTION.match(text) and len(text) < 300 and not speaks_of_table(text):
        return "caption", 0
    if (_HEADING.match(text) or heads_references(text)) and len(text) < 100:
        return "heading", 1
    return ("reference", 0) if references else ("paragraph", 0)
