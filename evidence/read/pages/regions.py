"""Tables on a page: found beside their captions, bounded by boxes, rules or where running text begins."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from evidence.read.captioned import NOTE
from evidence.read.late import late
from evidence.read.pages.beside import REACH, column_words
from evidence.read.pages.captions import caption_lines, captions_in, is_caption, overlap
from evidence.read.pages.heads import Rule, ruled_over
from evidence.read.pages.laid import Region, of_lines, region_of
from evidence.read.pages.lines import Line, Word, lines_of
from evidence.read.pages.notes import notes_under
from evidence.read.pages.over import holds_numbers, rows_up, rules_over, table_over
from evidence.read.pages.page import Page
from evidence.read.pages.running import is_running
from evidence.read.pages.strips import chunks_of, is_body, is_data, is_value
from evidence.settled import settled

__all__ = [
    "Choice",
    "Page",
    "Region",
    "Rule",
    "choices_of",
    "ends_in_table",
    "is_over_caption",
    "regions_of",
    "rows_at_end",
    "stand_over",
]

_GOES_ON = late(
    r"\W*(?:table\s+)?(?:to\s+be\s+)?cont(?:inued|inues|'d|\.)(?:\s+(?:on|over)\b[\w\s]{0,30})?\W*|\W*\d{1,4}\W*", re.I
)
_BESIDE = 18.0  # points between a table's last rule and a caption in the margin
_NEAR = 60.0  # points between a caption and its table at most
_FAR = 10_000.0
_TELL = 2  # times as many captions on one side of their tables as on the other, where the side tells
_AMISS = 60.0  # points that a table on the other side is farther away


@settled
class Choice:
    """A table that a caption may belong to: how far away it is, the caption's line, and the side it stands on."""

    distance: float
    caption: int
    region: Region
    over: bool = False  # the table stands over its caption


def choices_of(page: Page) -> list[Choice]:
    """The tables that the captions of a page may belong to."""
    drawn = _drawn(page)
    page = _free(page)
    return list(_choices(page, captions_in(page.lines), drawn))


def stand_over(choices: Iterable[Sequence[Choice]]) -> bool | None:
    """Whether a paper's tables stand over their captions, as those tell that have a table on one side alone."""
    over = under = 0
    for of_page in choices:
        for caption in {c.caption for c in of_page}:
            sides = {c.over for c in of_page if c.caption == caption}
            over += sides == {True}
            under += sides == {False}
    return None if max(over, under) < _TELL * max(1, min(over, under)) else over > under


def _drawn(page: Page) -> list[Region]:
    return [
        Region(b.top, b.bottom, b.x0, b.x1, b.rows, (), tuple(notes_under(b.bottom, b.x0, b.x1, page.words)), b.edges)
        for b in page.boxes
    ]


def _free(page: Page) -> Page:
    return replace(page, words=[w for w in page.words if not any(b.holds(w) for b in page.boxes)])


def regions_of(
    page: Page, before: Region | None = None, choices: Sequence[Choice] | None = None, over: bool | None = None
) -> list[Region]:
    """The tables of a page, in order.

    `before` is the table in which the page before ended, `over` the side of its captions on which a paper's tables
    stand, where that is known.
    """
    choices = choices_of(page) if choices is None else choices
    drawn = _drawn(page)
    page = _free(page)
    captions = captions_in(page.lines)
    rest = _rest_of_table(page, captions, before) if before else None
    found = [rest] if rest else []
    for block in page.margin:
        ceiling = max(
            (max(r.bottom, *(x.bottom for x in r.notes)) if r.notes else r.bottom for r in found), default=0.0
        )
        beside = _beside_block(block, ceiling, page) if is_caption(block[0].text) else None
        found += [beside] if beside and not any(beside.meets(r) for r in found) else []
    captioned: set[int] = set()
    for choice in sorted(choices, key=lambda c: c.distance + (_AMISS if over not in (None, c.over) else 0)):
        if choice.caption not in captioned and not any(choice.region.meets(r) for r in found):
            captioned.add(choice.caption)
            found.append(choice.region)
    found += [r for r in drawn if not any(r.meets(other) for other in found)]
    found += [r for r in _uncaptioned(page) if not any(r.meets(other) for other in found)]
    return sorted(found, key=lambda r: (r.top, r.x0))


def ends_in_table(lines: Sequence[Line], regions: list[Region]) -> Region | None:
    """The last table of a page when nothing follows it."""
    last = max(regions, key=lambda r: r.bottom, default=None)
    if last is None or last.notes:
        return None
    below = [line for line in lines if line.top >= last.bottom + 2 and line.x0 < last.x1 and last.x0 < line.x1]
    return last if all(_GOES_ON.fullmatch(line.text) for line in below) else None


def is_over_caption(region: Region) -> bool:
    """Whether a table stands over its caption."""
    return bool(region.caption) and region.caption[0].top >= region.bottom - 2


def rows_at_end(page: Page, regions: Sequence[Region]) -> Region | None:
    """The rows that a page ends with, whose caption stands under the rest of their table on the next."""
    bottom = max((line.bottom for line in page.lines), default=0.0)
    ceiling = max(
        (
            max(r.bottom, *(x.bottom for x in (*r.caption, *r.notes))) if r.caption or r.notes else r.bottom
            for r in regions
        ),
        default=0.0,
    )
    taken = rows_up(lines_of(w for w in page.words if ceiling < w.middle), bottom, page)
    return of_lines([], taken, page.words, page.rules) if taken else None


def _choices(page: Page, captions: list[int], drawn: list[Region]) -> Iterator[Choice]:
    """Tables that a caption may belong to, with how far away they are; below is likelier than above."""
    for n, i in enumerate(captions):
        first = page.lines[i]
        later = [page.lines[j].top for j in captions[n + 1 :] if overlap(page.lines[j], first)]
        limit = min((top for top in later if top > first.bottom), default=_FAR)
        if limit < _FAR and ruled_over(first.top, page.rules):
            limit = ruled_over(limit, page.rules) or limit
        earlier = [page.lines[j].bottom for j in captions[:n] if overlap(page.lines[j], first)]
        ceiling = max((bottom for bottom in earlier if bottom < first.top), default=0.0)
        head, below = caption_lines(page.lines, i, page.rules)
        boxed = False
        for box in drawn:
            if box.x0 < head[0].x1 and head[0].x0 < box.x1:
                for gap, bonus, over in ((box.top - below, 0.0, False), (first.top - box.bottom, 2.0, True)):
                    if -6 <= gap < _NEAR and not _crowded(page, head, box):
                        boxed = True
                        notes = tuple(line for line in box.notes if line not in head)
                        yield Choice(gap + bonus, i, replace(box, caption=tuple(head), notes=notes), over)
        limit = min([limit, *(b.top for b in drawn if b.top > below - 6 and _beside(b, first))])
        ceiling = max([ceiling, *(b.bottom for b in drawn if b.bottom < first.top + 6 and _beside(b, first))])
        under = _below(head, below, limit, page)
        if under and (not boxed or under.top - below < 20):
            yield Choice(max(under.top - below, 0.0), i, under)
        above = None if boxed else table_over(head, first.top, ceiling, page)
        if above:
            yield Choice(first.top - above.bottom + 2.0, i, above, over=True)


def _uncaptioned(page: Page) -> Iterator[Region]:
    """Tables without a caption, as appendices have them: rows between rules of one width, a header under the first."""
    left = sorted((r for r in page.rules if r.x1 - r.x0 > 100), key=lambda r: r.y)
    while left:
        first = left.pop(0)
        last, under = first.y, 0
        for rule in [r for r in left if abs(r.x0 - first.x0) < 6 and abs(r.x1 - first.x1) < 6]:
            between = lines_of(
                [w for w in page.words if last < w.middle < rule.y and first.x0 - 4 < w.x0 < first.x1 + 4]
            )
            running = sum(is_running(x, first.x0, first.x1, page.gutter) for x in between)
            if running > 2 or any(is_caption(x.text) for x in between):
                break  # a line or two of long headings may look like running text
            last, under = rule.y, under + 1
        rows = lines_of([w for w in page.words if first.y < w.middle < last and first.x0 - 4 < w.x0 < first.x1 + 4])
        if under < 2 or sum(is_body(row) for row in rows) < max(3, 0.6 * len(rows)):
            continue
        left = [r for r in left if r.y > last]
        inner = [
            r for r in page.rules if first.y - 1 <= r.y <= last + 1 and first.x0 - 6 <= r.x0 and r.x1 <= first.x1 + 6
        ]
        region = region_of([], first.y, last, first.x0, first.x1, page.words, inner)
        if region:
            yield region


def _beside(box: Region, line: Line) -> bool:
    return box.x0 < line.x1 and line.x0 < box.x1


def _crowded(page: Page, head: list[Line], box: Region) -> bool:
    """More than two lines of type between a caption and a table."""
    low, high = (head[-1].bottom, box.top) if box.top > head[0].top else (box.bottom, head[0].top)
    return sum(low <= line.top and line.bottom <= high and _beside(box, line) for line in page.lines) > 2


def _rest_of_table(page: Page, captions: list[int], before: Region) -> Region | None:
    """The rows of a table that began on the page before: cells within its edges, from the first line on."""
    own = [line for line in page.lines if before.x0 - 12 < line.x0 and line.x1 < before.x1 + 12]
    top = min((line.top for line in page.lines), default=0.0)
    own = [line for line in own if line.top < top + 60]
    if not own or page.lines[0] not in own or 0 in captions or is_running(own[0], before.x0, before.x1, page.gutter):
        return None
    if not any(len(chunks_of(line)) >= 2 for line in own[:3]):
        return None
    limit = min((page.lines[i].top for i in captions), default=_FAR)
    return _by_white_space([], top - 1, limit, [w for w in page.words if before.x0 - 12 < w.x0 < before.x1 + 12], page)


def _below(head: list[Line], start: float, limit: float, page: Page) -> Region | None:
    """The table under a caption."""
    under = [
        r
        for r in page.rules
        if start - 3 <= r.y <= min(start + 45, limit) and r.x1 - r.x0 > 60 and r.x0 < head[0].x1 and r.x1 > head[0].x0
    ]
    words = column_words(head, start, start + REACH, page)
    if under:
        first = min(under, key=lambda r: (round(r.y), r.x0 - r.x1))
        same = [r for r in page.rules if first.y - 1 <= r.y < limit and r.x0 >= first.x0 - 6 and r.x1 <= first.x1 + 6]
        last = _last_rule(first, same, page)
        if last > first.y + 12:
            kept = [r for r in same if r.y <= last + 1]
            end = _past_rule(last, limit, first, page)
            region = region_of(head, first.y, end, first.x0, first.x1, page.words, kept)
            if region and holds_numbers(region):
                return region
            longer = _by_white_space(head, start, limit, words, page)  # the rules were those of its header alone
            return longer if longer and (region is None or holds_numbers(longer)) else region
    return _by_white_space(head, start, limit, words, page)


def _last_rule(first: Rule, same: list[Rule], page: Page) -> float:
    """The rule under the table: the last with its width before running text sets in."""
    last, closed = first.y, 1  # wide rules; the third may be the last
    for rule in sorted(same, key=lambda r: r.y):
        inside = [w for w in page.words if last < w.middle < rule.y and first.x0 - 4 <= w.x0 and w.x1 <= first.x1 + 4]
        between = lines_of(inside)
        wide = rule.x1 - rule.x0 > 0.9 * (first.x1 - first.x0)
        running = sum(is_running(line, first.x0, first.x1, page.gutter) for line in between)
        most = (1 if closed > 2 else 2) if wide else 0
        if rule.y > last + 2 and last > first.y and running > most:
            break
        closed += wide and rule.y > last + 2
        if wide or (rule.y - last < 60 and not any(NOTE.match(line.text) for line in between)):
            last = max(last, rule.y)
    return last


def _beside_block(block: Sequence[Line], ceiling: float, page: Page) -> Region | None:
    """The table beside its caption in the margin, which stands at the last of its rules."""
    top, bottom = block[0].top - _BESIDE, block[-1].bottom + _BESIDE
    near = [r for r in page.rules if top < r.y < bottom and r.x1 - r.x0 > 60]
    for last in sorted(near, key=lambda r: -r.y):
        shift = last.x0 - block[0].x0
        head = [
            Line(tuple(replace(w, x0=w.x0 + shift, x1=w.x1 + shift) for w in line.words)) for line in block
        ]  # as if it stood under the table
        bounded = rules_over(head, last.y + 1, ceiling, page)
        if bounded:
            low, high, inner = bounded
            region = region_of([], low, high, last.x0, last.x1, page.words, inner)
            if region:
                return replace(region, caption=tuple(block))
    return None if page.rules else _beside_rows(block, ceiling, page)


def _beside_rows(block: Sequence[Line], ceiling: float, page: Page) -> Region | None:
    """The rows that a caption in the margin stands beside, on a page without rules: as far as they stand close."""
    lines = [line for line in lines_of(page.words) if line.top > ceiling]
    beside = [i for i, line in enumerate(lines) if line.bottom > block[0].top + 1 and line.top < block[-1].bottom - 1]
    own = [i for i in beside if len(chunks_of(lines[i])) > 1]
    if not own:
        return None
    first, last = own[0], own[-1]
    while first and _is_next(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and _is_next(lines[last], lines[last + 1]):
        last += 1
    region = of_lines([], lines[first : last + 1], page.words, ())
    return replace(region, caption=tuple(block)) if region else None


def _is_next(above: Line, below: Line) -> bool:
    """Whether two lines of cells stand right under one another."""
    return below.top - above.bottom < 0.9 * above.height and min(len(chunks_of(x)) for x in (above, below)) > 1


def _past_rule(last: float, limit: float, first: Rule, page: Page) -> float:
    """Where a table ends that goes on after its last rule, which parted groups of rows or closed its header."""
    under = [w for w in page.words if last < w.middle < limit and first.x0 - 6 <= w.x0 and w.x1 <= first.x1 + 6]
    end = reached = last
    for line in lines_of(under):
        running = is_running(line, first.x0, first.x1, page.gutter)
        if line.top - reached > 1.2 * line.height or running or NOTE.match(line.text) or is_caption(line.text):
            break
        reached = line.bottom
        end = reached if is_body(line) or end > last else end
    return end


def _by_white_space(head: list[Line], start: float, limit: float, words: Sequence[Word], page: Page) -> Region | None:
    """Without rules that bound it: the lines below the caption for as long as they have columns."""
    reach = [w for w in words if start < w.middle < limit]
    lines = lines_of(reach)
    taken: list[Line] = []
    for i, line in enumerate(lines):
        if taken and line.top - taken[-1].bottom > 2.5 * line.height:
            break
        if NOTE.match(line.text) or is_caption(line.text):
            break
        running = is_running(line, min(w.x0 for w in reach), max(w.x1 for w in reach), page.gutter)
        if running and not _cell_text(i, lines) and (taken or line.top - start > 3 * line.height):
            break
        taken.append(line)
    trailing: list[Line] = []
    while taken and len(chunks_of(taken[-1])) < 2:
        trailing.insert(0, taken.pop())
    if taken and len(trailing) == 1 and trailing[0] is lines[-1] and limit == _FAR:
        short = trailing[0].x1 - trailing[0].x0 < 0.4 * (max(x.x1 for x in taken) - min(x.x0 for x in taken))
        taken += trailing if short and not trailing[0].text.endswith(".") else []  # heads rows on the next page
    if sum(len(chunks_of(line)) >= 2 for line in taken) < 2:
        return None
    return of_lines(head, taken, words, page.rules)


def _cell_text(i: int, lines: list[Line]) -> bool:
    """A long line that is the wording of an item: rows of numbers stand close above and below, at its left edge."""
    line = lines[i]
    after = [x for x in lines[i + 1 : i + 4] if x.top - line.bottom < 3.5 * line.height]
    ahead = [x for x in after if is_data(x) and any("." in w.text and is_value(w.text) for w in x.words)]
    return bool(ahead) and any(x.x1 > line.x1 + line.height for x in ahead)
