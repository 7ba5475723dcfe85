"""Printed pages as a document: running heads out, text in reading order, tables where they are met."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from evidence.read.captioned import CAPTION, speaks_of_table
from evidence.read.clear import clear
from evidence.read.compose import Composer, RawCell
from evidence.read.headings import heads_references
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
    choices_of,
    ending_caption,
    ends_in_table,
    gutter_of,
    is_cut,
    is_over_caption,
    joined,
    lines_of,
    margins_of,
    mended,
    panel_of,
    reading_order,
    regions_of,
    rows_at_end,
    stand_over,
    without_line_numbers,
    words_of,
)
from evidence.read.pages.paragraphs import HEADING, NUMBERED, Part, carried_on, is_set_heading, joined_lines, parts_of
from evidence.read.typed.by_place import completed

__all__ = ["composed"]

_CHARACTERS = 6  # Chinese is set without spaces: of a title, as many as make one more word
_AGREE = 0.6  # of the pages that are divided: how many are at one place, so that the others are too
_ELSEWHERE = 9.0  # points: how far from the other pages' gutter one is the white space of a table


def composed(pages: list[Sheet], title: str = "", *, typed: bool = False) -> Source:
    """The pages as text in reading order with tables; `title` is what the file says it is called.

    Where pages are typed nothing but its lines parts a title from the names below it: they stay apart.
    """
    pages = without_line_numbers(pages)
    running = _running_heads(pages)
    composer = Composer()
    title_height = _title_height(pages)
    parted = [margins_of(page) for page in pages]
    if parted and not parted[0][1]:
        parted[0] = panel_of(pages[0])
    margins = [margin for _, margin in parted]
    laid = _laid(
        [replace(body, margin=m) for body, m in zip(_bodies([s for s, _ in parted], running), margins, strict=True)]
    )
    laid = _with_whole_words(laid)
    if typed:
        laid = completed(laid)
    parts: list[Part] = []
    for number, (lines, regions) in enumerate(laid, 1):
        parts += parts_of(lines, regions, number, title_height if number == 1 else None, typed)
        parts += _beside(margins[number - 1], regions, number)
    _write(composer, parts if typed else carried_on(parts), len(pages))
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
    if sum(abs(gutter - middle) <= _ELSEWHERE for gutter, _ in found) < _AGREE * len(found):
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
    pages = _with_captions(pages)
    choices = [choices_of(page) for page in pages]
    over = stand_over(choices)
    for page, own in zip(pages, choices, strict=True):
        lines, regions = list(page.lines), regions_of(page, before, own, over)
        if over and not before and made and regions and is_over_caption(regions[0]) and _leads(lines, regions[0]):
            before = rows_at_end(pages[len(made) - 1], made[-1][1])
            if before and joined(before, regions[0]):
                made[-1][1].append(before)
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
        if sum(1 + len(w.text) // _CHARACTERS for w in words if w.height >= height - 0.3) >= 4:
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


def _write(composer: Composer, parts: Sequence[Part], pages: int) -> None:
    """Paragraphs and tables in the order they are met."""
    references = begun = False  # whether the text has begun, behind title, names and what stands beside them
    starts: list[int] = []
    numbered = _numbered(parts)
    for part in parts:
        starts += [composer.length] * (part.page - len(starts))
        if part.table is not None:
            _write_table(composer, part.table, part.page)
            continue
        if part.apart:
            text = "\n".join(clear(_side_by_side(line)).text.strip() for line in part.lines)
        else:
            text = clear(joined_lines(part.lines)).text
        text = text.strip()
        if not text:
            continue
        kind, level = ("title", 1) if part.title and len(text.split()) >= 3 else _kind(text, references)
        if kind == "paragraph" and part in numbered:
            kind, level = "heading", 1
        if kind == "paragraph" and begun and not part.beside and is_set_heading(part.lines):
            kind, level = "heading", 2
        begun = begun or kind == "heading"
        if kind == "heading":
            references = heads_references(text)
        start = composer.length
        composer.block(kind, text, level, page=part.page)
        for page, before in part.over:
            at = start + len(clear(joined_lines(part.lines[:before])).text)
            starts += [at] * (page - len(starts))
    starts += [composer.length] * (pages - len(starts))
    composer.pages += pairwise([*starts, composer.length])


_FEWEST = 3  # headings whose numbers follow one another: two may be items of a list


def _numbered(parts: Sequence[Part]) -> list[Part]:
    """Headings whose numbers, without a point behind them, follow one another, each alone on its line."""
    found: list[Part] = []
    following = {1, 2}  # a journal may leave the introduction without a number
    last = -2
    for at, part in enumerate(parts):
        alone = len(part.lines) == 1 and not part.beside
        match = NUMBERED.fullmatch(clear(part.lines[0].text).text.strip()) if alone else None
        if match and int(match["n"]) in following:
            if at == last + 1:
                return []  # a list
            last = at
            found.append(part)
            following = {int(match["n"]) + 1}
    return found if len(found) >= _FEWEST else []


_ASIDE = 2.0  # heights of type between names that stand side by side


def _side_by_side(line: Line) -> str:
    """The words of a line of the title page, with a tab between names, or addresses, in columns of their own."""
    text = ""
    for last, word in zip((None, *line.words), line.words, strict=False):
        gap = word.x0 - last.x1 if last else 0.0
        text += (("\t" if gap > _ASIDE * line.height else " ") if last else "") + word.text
    return text


def _write_table(composer: Composer, region: Region, page: int) -> None:
    caption, notes = (clear(joined_lines(part)).text for part in (region.caption, region.notes))
    rows = [[_cleared(cell) for cell in row] for row in region.rows]
    composer.table(rows, caption, notes, page=page)


def _beside(margin: Margin, regions: list[Region], page: int) -> list[Part]:
    """What the margin says behind the page's text, without the captions that are those of its tables."""
    used = [line for region in regions for line in region.caption]
    return [Part(page, block, beside=True) for block in margin if not any(line in used for line in block)]


def _cleared(cell: RawCell) -> RawCell:
    return replace(cell, text=" ".join(clear(cell.text).text.split()))


def _kind(text: str, references: bool) -> tuple[str, int]:
    if CAPTION.match(text) and len(text) < 300 and not speaks_of_table(text):
        return "caption", 0
    if (HEADING.match(text) or heads_references(text)) and len(text) < 100:
        return "heading", 1
    return ("reference", 0) if references else ("paragraph", 0)
