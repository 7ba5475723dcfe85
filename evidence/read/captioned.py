"""Captions and notes find their tables, wherever they stand, and tables that a page break cut are whole again."""

import re
from dataclasses import replace

from evidence.read.model import Block, Cell, Grid, Source

__all__ = [
    "CAPTION",
    "MOST_TABLES",
    "NOTE",
    "SPEAKS_OF",
    "attach",
    "ends_sentence",
    "label_of",
    "speaks_of_table",
]

Span = tuple[int, int]

CAPTION = re.compile(
    r"^\W{0,3}(?:CAPTION: )?(?P<label>(?:appendix\s+)?(?:tables?|tabelle|tabla|tabella|tab\.)\s*"
    r"(?:[A-Z]?[-.]?\d+(?:[.-]\d+)?(?:[a-z]?\b|(?-i:(?=[A-Z][a-z])))|[IVXL]{1,6}\b)"
    r"|(?:附?表)\s*[A-Z]?\d+(?:[-.]\d+)?)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
NOTE = re.compile(
    r"^\W{0,3}(?:notes?\b|sources?(?:\(s\))?(?:\s*[:.,(–—]|\s+-\s)|source\s+(?:own|(?:the\s+)?authors?|compiled|computed|calculated|data(?!\s+quality)|survey\s+data|adapted|(?:primary|field|own)\b|created|prepared|developed|based|processed|elaborat|output|smart|spss|amos)|legend\b|注\b|注[:：]|†|\*+\s*\(?p(?:s?\b|<|-?values?)|\*+\s*significant|n\.?s\.?\s*[:=]|N\s?=\s?\d[\d,]*\s?[.;]"
    # `F1 = trust; F2 = joy`, `Factor I = trust; Factor II = joy`
    r"|[A-Z][\w-]{0,9}(?:\s(?:\d|[IVX]{1,4}))?\s?=\s?[^=;.\n]{3,60}[;,]\s*[A-Z][\w-]{0,9}(?:\s(?:\d|[IVX]{1,4}))?\s?=\s?[^\W\d]"
    r"|(?-i:(?:[Bbβ]|[A-Z](?=\w*[A-Z\d])[\w-]{1,9}),\s[a-z][^;.\n]{3,60};"  # `PC, peer copying; JOY, joy`
    r"\s*(?:[Bbβ]|[A-Z](?=\w*[A-Z\d])\w{1,9}),\s[a-z])"
    r"|(?:values\s+|figures\s+|correlations\s+)?(?:below|above|on|under|over)\s+the\s+(?:main\s+)?diagonal\b[^.]{0,40}[:=,;]"
    r"|[a-e][.,]?\s(?:dependent\s+variable|predictors?(?:\s+in\s+the\s+model)?)\s*:"  # as SPSS has it
    r"|(?:un)?standardi[sz]ed\s+(?:regression\s+|path\s+)?coefficients?(?:\s+\(\w+\))?\s*[;.,]"
    r"|[tz][- ](?:statistics?|values?|ratios?)\s+(?:are\s+)?(?:shown\s+|given\s+)?in\s+(?:parenthes|bracket))",
    re.IGNORECASE,
)
SPEAKS_OF = re.compile(
    r"^\s*(?:shows?|presents?|lists?|reports?|summari[sz]es?|gives|provides?|displays?|illustrates?|and\b|indicates?|contains?|describes?|demonstrates?"
    r"|(?-i:confirms?|reveals?|suggests?|supports?|compares?|details|documents|makes?\s+clear"
    r"|[a-z]+s\s+(?:the|an?|how|that|whether|which|what|out|up|together|us|both|our|these|this)))\b"
    r"|^\s*(?:为(?!何|什么)|是(?!否)|(?:显示|呈现)(?!效应|方式|屏)|列出|列示|给出|报告(?!质量|书)|展示(?!效果|方式)|汇总了|反映(?!型|性)|说明(?!书)"
    r"|可见(?!性)|可知|中[,，的可所]|所示[,，。]|汇报了|提供了|描述了|(?:则|结果|的结果)(?:显示|表明)|和表\s?\d+显示)",
    re.I,
)
MOST_TABLES = 500  # a dissertation has a hundred
_TITLE_WORDS = 8  # of a line that may be the title of the table below it
_BELOW = 300  # characters between a table and its caption
_RUNNING_WORDS = 12  # of the head of a page


def label_of(caption: str) -> str:
    """The number of a table as its caption prints it: `Table 2`."""
    match = CAPTION.match(caption)
    return " ".join(match["label"].split()) if match else ""


def attach(source: Source) -> Source:
    """Captions and notes that stand beside a table, or inside it as a spanning row, become part of it."""
    if len(source.grids) > MOST_TABLES:
        return source  # it will be refused
    grids = _with_note_boxes([_lift_rows(grid) for grid in source.grids])
    captions = [b for b in source.blocks if _is_caption(source.of(b))]
    used: set[Span] = {g.caption_span for g in grids if g.caption_span}
    order = sorted(range(len(grids)), key=lambda i: (grids[i].span or (0, 0))[0])
    before: Grid | None = None
    first = -1
    gone: set[int] = set()
    for i in order:
        grid = grids[i]
        untitled = None if grid.caption else _line_above(source, grid)
        told = (
            untitled is not None and _STATISTICS.search(source.of(untitled)) is not None
        )  # a page's head tells nothing
        if not grid.caption and before and not told and _goes_on(source, before, grid, captions):
            after = _block_after(source, grid)
            notes = source.of(after).strip() if after and NOTE.match(source.of(after)) else ""
            span = ((before.span or (0, 0))[0], (grid.span or (0, 0))[1])
            more = grid.rows if _headless(grid) else grid.rows[1:]
            grids[first] = before = replace(
                before, rows=before.rows + more, span=span, notes=before.notes or notes[:1500]
            )
            gone.add(i)
            if not before.caption and (
                found := _beside(replace(source, grids=_others(grids, {*gone, first})), before, captions, used)
            ):
                used.add(found.span)
                text = _with_title(source, found, before)
                grids[first] = before = replace(before, caption=text, caption_span=found.span, label=label_of(text))
            continue
        if not grid.caption and not _is_caption(grid.rows[0][0].text):
            found = _beside(source, grid, captions, used)
            if found:
                used.add(found.span)
                found = _in_words(source, grid, found, captions)
                used.add(found.span)
                text = _with_title(source, found, grid)
                grid = replace(grid, caption=text, caption_span=found.span, label=label_of(text))
            elif untitled:
                grid = replace(grid, caption=" ".join(source.of(untitled).split()), caption_span=untitled.span)
        if not grid.notes:
            after = _block_after(source, grid)
            if after and NOTE.match(source.of(after)) and len(source.of(after)) < 1500:
                grid = replace(grid, notes=source.of(after).strip(), notes_span=after.span)
        if grid.caption and not grid.label:
            grid = replace(grid, label=label_of(grid.caption))
        grids[i] = before = grid
        first = i
    return replace(source, grids=tuple(grids[i] for i in order if i not in gone))


def _with_note_boxes(grids: list[Grid]) -> list[Grid]:
    """A table of one cell that holds a note is the note of the table before it."""
    found: list[Grid] = []
    for grid in grids:
        box = _lone(grid.rows[0]) if len(grid.rows) == 1 and found and not grid.caption else None
        if box and NOTE.match(box.text) and not found[-1].notes:
            found[-1] = replace(found[-1], notes=box.text, notes_span=box.span)
        else:
            found.append(grid)
    return found


def _others(grids: list[Grid], but: set[int]) -> tuple[Grid, ...]:
    return tuple(g for i, g in enumerate(grids) if i not in but)


def _goes_on(source: Source, before: Grid, grid: Grid, captions: list[Block]) -> bool:
    """Whether a table is the one before it behind a page break: under the same headings, with no caption between."""
    if _headless(grid):
        return _goes_on_bare(source, before, grid)
    heads = [[c.text.strip().lower() for c in g.rows[0]] for g in (before, grid)]
    low, high = (before.span or (0, 0))[1], (grid.span or (0, 0))[0]
    told = sum(bool(t) for t in heads[0]) > 2 and not any(any(c.isdigit() for c in t) for t in heads[0])
    between = any(low <= b.span[0] and b.span[1] <= high for b in captions)
    above = before.caption_span is None or before.caption_span[1] <= (before.span or (0, 0))[0]
    return above and told and heads[0] == heads[1] and high - low < 400 and not between


_FIGURE = re.compile(r"[-−–<(\[]?\d*\.\d+[)\]*]*")


def _headless(grid: Grid) -> bool:
    """A table whose first row has values."""
    return sum(_FIGURE.fullmatch(c.text.strip()) is not None for c in grid.rows[0]) > 1


def _goes_on_bare(source: Source, before: Grid, grid: Grid) -> bool:
    """Rows as wide as those of the table above, from which only the running head of a page parts them."""
    low, high = (before.span or (0, 0))[1], (grid.span or (0, 0))[0]
    between = [source.of(b) for b in source.blocks if low <= b.span[0] and b.span[1] <= high]
    running = all(
        len(t.split()) <= _RUNNING_WORDS and not _is_caption(t) and t.strip()[-1] not in ".:" for t in between
    )
    if len(grid.rows[0]) != len(before.rows[0]) or not 0 < len(between) <= 2 or not running or _headless(before):
        return False
    labels = [{t.lower() for row in g.rows for c in row[:1] if (t := c.text.strip())} for g in (before, grid)]
    if labels[0] & labels[1]:
        return False  # the same of another group, which the line between them names
    kinds = [
        [bool(_FIGURE.fullmatch(t)) if (t := c.text.strip()) else None for c in g] for g in _at_the_cut(before, grid)
    ]
    return all(a is None or b is None or a == b for a, b in zip(*kinds, strict=True))


def _at_the_cut(before: Grid, grid: Grid) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """The fullest of the rows above, and the first row below."""
    return max(before.rows[1:] or before.rows, key=lambda row: sum(bool(c.text.strip()) for c in row)), grid.rows[0]


def speaks_of_table(text: str) -> bool:
    """Whether a sentence begins with the name of a table, as captions do: `Table 2 shows the paths.`"""
    match = CAPTION.match(text)
    return match is not None and SPEAKS_OF.match(match["rest"]) is not None


_BROKEN_OFF = re.compile(r"(?:\b(?:in|of|see|and|from|to|by|with|is|are|the|cf\.|under)|[(,])\s*$", re.IGNORECASE)


def ends_sentence(above: str, line: str) -> bool:
    """Whether a line that begins with the name of a table goes on with the sentence of the line above: `... are in`.

    >>> ends_sentence("The loadings of all items are shown in", "Table 4."), ends_sentence("", "Table 4.")
    (True, False)
    """
    return bool(_BROKEN_OFF.search(above)) and CAPTION.match(line.strip()) is not None


def _is_caption(text: str) -> bool:
    match = CAPTION.match(text.lstrip("# *_")) if len(text) < 400 else None
    return match is not None and not SPEAKS_OF.match(match["rest"])


def _beside(source: Source, grid: Grid, captions: list[Block], used: set[Span]) -> Block | None:
    """The unclaimed caption right before the table, else right after it (one short block may stand between)."""
    start, end = grid.span or (0, 0)
    free = [b for b in captions if b.span not in used]
    others = [g.span for g in source.grids if g.span and g.span != grid.span]

    def apart(low: int, high: int) -> bool:
        between = [b for b in source.blocks if b.span[0] >= low and b.span[1] <= high]
        crowd = sum(b.span[1] - b.span[0] for b in between)
        return len(between) > 2 or crowd > 300 or any(low <= s and e <= high for s, e in others)

    inside = [b for b in free if start <= b.span[0] and b.span[1] <= end]
    if inside:  # it stood where a page break cut the table
        return inside[0]
    before = [b for b in free if b.span[1] <= start and not apart(b.span[1], start)]
    if before:
        return before[-1]
    after = [b for b in free if b.span[0] >= end and not apart(end, b.span[0])]
    return after[0] if after else None


def _in_words(source: Source, grid: Grid, label: Block, captions: list[Block]) -> Block:
    """The caption below a table over which stands its number alone: `TABLE 3`, and `Table 3. Regression of joy`."""
    bare = CAPTION.match(source.of(label).strip("# *_"))
    end = (grid.span or (0, 0))[1]
    if bare is None or bare["rest"].strip(" .:*_") or label.span[0] >= end:
        return label
    name = "".join(bare["label"].lower().split())
    for block in captions:
        told = CAPTION.match(source.of(block).strip("# *_")) if end <= block.span[0] < end + _BELOW else None
        if told and told["rest"].strip(" .:*_") and "".join(told["label"].lower().split()) == name:
            return block
    return label


_STATISTICS = re.compile(
    r"\b(?:values?|errors?|coefficients?|effects?|statistics|correlations?|loadings?)\b", re.IGNORECASE
)


def _line_above(source: Source, grid: Grid) -> Block | None:
    """A few words alone right above a table without a caption: `P values`."""
    start = (grid.span or (0, 0))[0]
    above = max((b for b in source.blocks if b.span[1] <= start), key=lambda b: b.span[1], default=None)
    if above is None or above.kind != "paragraph" or source.text[above.span[1] : start].strip():
        return None
    words = source.of(above).split()
    return above if len(words) <= _TITLE_WORDS and words[0][0].isupper() and words[-1][-1] not in ".:;,?!" else None


def _with_title(source: Source, caption: Block, grid: Grid) -> str:
    """The words of a caption; a number alone (`Table 2`) has its title in the short block between it and the table."""
    text = " ".join(source.of(caption).split())
    match = CAPTION.match(text)
    if match and (twin := _in_other_language(source, caption, match)):
        return f"{twin} {text}"
    start = (grid.span or (0, 0))[0]
    between = [b for b in source.blocks if caption.span[1] <= b.span[0] and b.span[1] <= start]
    if match is None or match["rest"].strip(" .:*_") or len(between) != 1:
        return text
    title = " ".join(source.of(between[0]).split())
    return f"{text} {title}" if len(title) < _TITLE and not NOTE.match(title) and not title.endswith(":") else text


def _in_other_language(source: Source, caption: Block, match: re.Match[str]) -> str:
    """The caption of the same number right above another: `表2 ...` over `Table 2 ...`."""
    above = max((b for b in source.blocks if b.span[1] <= caption.span[0]), key=lambda b: b.span[1], default=None)
    text = " ".join(source.of(above).strip("# *_").split()) if above else ""
    told = CAPTION.match(text) if len(text) < _TITLE else None
    if told is None or SPEAKS_OF.match(told["rest"]) or told["label"].casefold() == match["label"].casefold():
        return ""
    return text if _DIGITS.findall(told["label"]) == _DIGITS.findall(match["label"]) else ""


_DIGITS = re.compile(r"\d+")
_TITLE = 200  # characters


def _block_after(source: Source, grid: Grid) -> Block | None:
    end = (grid.span or (0, 0))[1]
    later = [b for b in source.blocks if b.span[0] >= end and b.span != grid.caption_span]
    return later[0] if later and later[0].span[0] - end < 600 else None


def _lift_rows(grid: Grid) -> Grid:
    """A first or last row that is one spanning caption, and last rows that are one spanning note, leave the body."""
    rows = list(grid.rows)
    while len(rows) > 1 and (lone := _lone(rows[0])) and not grid.caption and CAPTION.match(lone.text):
        grid = replace(grid, caption=lone.text, caption_span=lone.span, label=label_of(lone.text))
        rows.pop(0)
    if (
        len(rows) > 2
        and (lone := _lone(rows[0]))
        and not any(_lone(row) for row in rows[1:])
        and rows[0][0].text == rows[0][-1].text == lone.text
        and grid.caption
    ):
        grid = replace(grid, caption=f"{grid.caption} {lone.text}")  # a title over all columns heads none of them
        rows.pop(0)
    notes: list[Cell] = []
    while len(rows) > 2 and (lone := _lone(rows[-1])):
        if not grid.caption and _is_caption(lone.text):  # set below the table, as figures have it
            grid = replace(grid, caption=lone.text, caption_span=lone.span, label=label_of(lone.text))
        elif NOTE.match(lone.text) or len(lone.text) > 120:
            notes.insert(0, lone)
        else:
            break
        rows.pop()
    if notes and not grid.notes:
        spans = [c.span for c in notes if c.span]
        at = (spans[0][0], spans[-1][1]) if spans else None
        grid = replace(grid, notes=" ".join(c.text for c in notes), notes_span=at)
    return replace(grid, rows=tuple(rows))


def _lone(row: tuple[Cell, ...]) -> Cell | None:
    """The only printed cell of a row."""
    printed = [c for c in row if c.origin and c.text.strip()]
    return printed[0] if len(printed) == 1 else None
