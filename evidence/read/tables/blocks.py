"""Which rows belong to one construct: by the construct printed beside them, or by the codes of their items.

A label may stand in the first row of its items, in the middle of them, over two lines, or have been lost.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from evidence.read.tables.columns import Column, Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import is_qualifier, statistic
from evidence.read.tables.view import CODE, View
from evidence.settled import settled

__all__ = ["Block", "blocks", "code_prefix", "headed", "is_code", "item_column", "item_name"]


@settled
class Block:
    """A construct's rows; `items` holds the item of each row, empty where rows are not items."""

    name: str
    rows: tuple[Row, ...]
    items: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


_LETTER_O = re.compile(r"[Oo](?=[\dOo]*\d)")
_BEHIND_CODE = re.compile(r"[\s._\-]*\d+[a-zA-Z]?\W*$")


def code_prefix(code: str) -> str:
    """The letters that items of one construct share; O is 0 before digits (`LO3`, `L04`).

    >>> code_prefix("PU1"), code_prefix("LO3") == code_prefix("L01"), code_prefix("PE_2")
    ('PU', True, 'PE')
    """
    folded = _LETTER_O.sub("0", code.strip())
    return _BEHIND_CODE.sub("", folded).upper()


def _prefix_printed(code: str) -> str:
    return _BEHIND_CODE.sub("", code.strip())


_NUMBERED_WORD = re.compile(r"(?:[Hh]|[Mm]odel|[Ss]tep|[Tt]ime|[Ff]actor)\s?\d+[a-z]?")


@lru_cache(maxsize=8192)
def is_code(text: str) -> bool:
    """Whether a text is the code of an item: `PU1`, `SE_3`."""
    return bool(CODE.fullmatch(text)) and not _NUMBERED_WORD.fullmatch(text)


_CODE_FIRST = re.compile(r"^[(\[]?(?P<code>[A-Za-z]{1,8}[_.\-]?\d{1,2}[a-z]?)[)\]]?\s*[:.\-–—]?\s+\S")


def item_name(text: str) -> str:
    """The code a statement begins with, or the statement.

    >>> item_name("TR1: The seller is honest"), item_name("The seller is honest")
    ('TR1', 'The seller is honest')
    """
    begins = _CODE_FIRST.match(text)
    return begins["code"] if begins and is_code(begins["code"]) else text


def headed(view: View) -> bool:
    """Statements of items under the names of their constructs."""
    heads = {r.sections[-1] for r in view.panel.rows if r.sections and not is_qualifier(r.sections[-1])}
    if len(heads) >= 2 and all(r.sections for r in view.panel.rows) and bool(view.panel.of("loading")):
        return True
    return bool(_heading_rows(view))


_FROM_BEFORE = 3  # items of the page before, above the first name of a continued table


def _heading_rows(view: View) -> list[bool]:
    """Rows that name a construct and hold its reliability, each above the rows of its items, which hold loadings.

    One answer for each row; empty where the table is not laid out so.
    """
    loading, whole = view.panel.of("loading"), view.panel.of("alpha", "cr", "ave", "rho_a", "omega")
    if not loading or not whole:
        return []
    holds = [
        tuple(any(r.content(c.index).numbers for c in columns) for columns in (loading, whole)) for r in view.panel.rows
    ]
    heads = [about and not loads for loads, about in holds]
    apart = not any(loads and about for loads, about in holds)
    followed = all(not b for a, b in pairwise([*heads, True]) if a)
    begins = any(heads[: _FROM_BEFORE + 1])
    return heads if apart and followed and begins and sum(heads) >= 2 else []


def item_column(view: View) -> Column | None:
    """The column of item codes, or the one announced as items."""
    if "item column" not in view.worked_out:
        view.worked_out["item column"] = _item_column(view)
    found: Column | None = view.worked_out["item column"]
    return found


def _item_column(view: View) -> Column | None:
    best: tuple[float, Column] | None = None
    for column in view.panel.columns[:5]:
        if column.kind != "text":
            continue
        texts = [t for t in (r.text(column.index) for r in view.panel.rows) if t]
        share = sum(map(is_code, texts)) / len(texts) if texts else 0.0
        if share >= 0.6 and len(set(texts)) >= 0.7 * len(texts) and (best is None or share > best[0]):
            best = (share, column)
    if best:
        return best[1]
    named = [c for c in view.panel.of("item") if c.kind == "text"]
    several = [c for c in named if len({r.text(c.index) for r in view.panel.rows}) > 1]
    return several[0] if several and len(view.panel.texts()) > 1 else None


def _label_column(view: View, item: Column | None) -> Column | None:
    texts = [
        c
        for c in view.panel.columns
        if c.kind == "text" and c is not item and c.statistic not in ("verdict", "source", "relation", "hypothesis")
    ]
    named = [c for c in texts if c.statistic in ("construct", "category")]
    before = [c for c in texts if item is None or c.index < item.index]
    if item is not None and not before and not named and _heads_its_items(view, item, texts):
        return None
    if item is not None and not before and not named and _each_its_own(view, texts[:1]):
        return None  # the wording of the items
    facets = [c for c in before if item and named and c.index > named[0].index and not c.statistics]
    if len(facets) == 1 and _parts_of(view, named[0]) < _parts_of(view, facets[0]) < len(view.panel.rows):
        return facets[0]  # `Second-order construct | Facet | Item`
    return next(iter(named or before or texts[:1]), None)


def _each_its_own(view: View, columns: list[Column]) -> bool:
    """Whether a column has other words in every row, in several words each."""
    told = [t for c in columns for r in view.panel.rows if (t := r.text(c.index))]
    return len(told) > 3 and len(set(told)) == len(told) and sum(" " in t for t in told) >= 0.9 * len(told)


def _parts_of(view: View, column: Column) -> int:
    return len({t for r in view.panel.rows if (t := r.text(column.index))})


def _heads_its_items(view: View, item: Column, texts: list[Column]) -> bool:
    """A column of codes among which the constructs stand, in rows of their own without wording."""
    heads = [r for r in view.panel.rows if (t := r.text(item.index)) and not is_code(t)]
    return len(heads) >= 2 and not any(r.text(c.index) for r in heads for c in texts)


def blocks(view: View) -> list[Block]:
    """The constructs of a measurement table with their rows."""
    item = item_column(view)
    label = _label_column(view, item)
    heads = _heading_rows(view)
    if heads and view.panel.texts():
        return _by_heading_row(view.panel.rows, heads, view.panel.texts())
    rows = [r for r in view.panel.rows if not _totals(r)]
    if item is None and label is not None and headed(view):
        return _by_heading(rows, [r.text(label.index) for r in rows])
    if item is None:
        return _one_row_each(rows, label)
    texts = [r.text(item.index) for r in rows]
    if label is None:
        return _under_headings(rows, texts)
    labels = [_fragment(r.text(label.index)) for r in rows]
    codes = [item_name(t) for t in texts]
    coded = [is_code(code) for code in codes]
    if all(labels):
        starts = [i for i, r in enumerate(rows) if i == 0 or _changes(rows[i - 1], r, label)]
    elif sum(coded) >= 0.8 * len(rows):
        starts = _beside_reliability(view, rows, labels) or _starts_by_code(codes, labels)
    else:
        starts = [i for i, text in enumerate(labels) if text]
        if not starts or starts[0] != 0:
            return []  # labels stand in the middle of their items and nothing tells where they end
    return [
        Block(_joined(labels[a:b]), tuple(rows[a:b]), tuple(texts[a:b]), rows[a].sections)
        for a, b in pairwise([*starts, len(rows)])
    ]


def _changes(above: Row, row: Row, label: Column) -> bool:
    if above.sections != row.sections:
        return True
    return row.text(label.index) != above.text(label.index)


def _beside_reliability(view: View, rows: list[Row], labels: list[str]) -> list[int]:
    """The rows with a label, where these and no others hold a reliability: `X1` to `X8` tell no constructs apart."""
    whole = view.panel.of("alpha", "cr", "ave", "rho_a", "omega")
    marked = [i for i, text in enumerate(labels) if text]
    holding = [i for i, r in enumerate(rows) if any(r.content(c.index).numbers for c in whole)]
    return marked if len(marked) > 1 and marked[0] == 0 and marked == holding else []


def _starts_by_code(texts: list[str], labels: list[str]) -> list[int]:
    """Where a new construct begins: at a new prefix, if every run of one prefix has a label, else at labels."""
    runs = [0, *(i for i in range(1, len(texts)) if _another(texts[i - 1], texts[i]))]
    spans = list(pairwise([*runs, len(texts)]))
    if all(any(labels[a:b]) for a, b in spans) and len(runs) > 1:
        return runs
    marked = [i for i, text in enumerate(labels) if text]
    return marked if marked and marked[0] == 0 else runs


def _another(above: str, text: str) -> bool:
    return bool(text and above) and code_prefix(text) != code_prefix(above)


def _one_row_each(rows: list[Row], label: Column | None) -> list[Block]:
    """Rows that are constructs themselves, or constructs followed by the codes of their items."""
    if label is None:
        return []
    texts = [r.text(label.index) for r in rows]
    if sum(is_code(t) for t in texts) >= 0.6 * len(texts):
        return _under_headings(rows, texts)
    out: list[Block] = []
    for row, text in zip(rows, texts, strict=True):
        if (not text and out and not row.cells[label.index].origin) or (not row.cells[label.index].origin and out):
            out[-1] = Block(out[-1].name, (*out[-1].rows, row), (), out[-1].sections)
        elif text:
            out.append(Block(text, (row,), (), row.sections))
    return out


def _under_headings(rows: list[Row], texts: list[str]) -> list[Block]:
    """Items under spanning headings, or told apart by their codes alone."""
    out: list[Block] = []
    for row, text in zip(rows, texts, strict=True):
        if not is_code(text):
            if text:
                out.append(Block(text, (row,), ("",), row.sections))
            continue
        heading = next((s for s in reversed(row.sections) if not statistic(s)), "")
        same = out and out[-1].items and (not out[-1].items[-1] or code_prefix(out[-1].items[-1]) == code_prefix(text))
        if same and out[-1].sections == row.sections:
            last = out[-1]
            out[-1] = Block(last.name, (*last.rows, row), (*last.items, text), last.sections)
        else:
            out.append(Block(heading or _prefix_printed(text), (row,), (text,), row.sections))
    return out


def _by_heading(rows: list[Row], texts: list[str]) -> list[Block]:
    """The rows under each heading."""
    out: list[Block] = []
    for row, text in zip(rows, texts, strict=True):
        if out and out[-1].sections == row.sections:
            out[-1] = Block(out[-1].name, (*out[-1].rows, row), (*out[-1].items, text), row.sections)
        else:
            out.append(Block(row.sections[-1], (row,), (text,), row.sections))
    return out


def _by_heading_row(rows: Sequence[Row], heads: Sequence[bool], texts: Sequence[Column]) -> list[Block]:
    """Each construct's own row and the rows of its items; a name may run over the columns of codes and of wording."""
    coded = [is_code(r.text(texts[0].index)) for r, head in zip(rows, heads, strict=True) if not head]
    wording = [c for c in texts[1:2] if c.statistic in (None, "item", "construct", "category")]
    columns = [*texts[:1], *(wording if sum(coded) * 5 >= 4 * len(coded) else [])]
    starts = [i for i, head in enumerate(heads) if head]
    return [
        Block(
            " ".join(dict.fromkeys(filter(None, (rows[a].text(c.index) for c in columns)))),
            tuple(rows[a:b]),
            ("", *(_item_text(r) for r in rows[a + 1 : b])),
            rows[a].sections,
        )
        for a, b in pairwise([*starts, len(rows)])
    ]


def _item_text(row: Row) -> str:
    """The item of a row: its first words."""
    return next((plain(c.text) for c in row.cells if plain(c.text)), "")


# `Total`, `Overall scale`; `Overall trust` is a construct as any other.
_TOTAL = re.compile(
    r"^(?:total|aggregate|sum)\b"
    r"|^overall\W*(?:$|\(|(?:[\w-]+\s+)?(?:scales?|scores?|questionnaire|instrument|survey|sample|model|mean|average|reliability|consistency"
    r"|cronbach\S*|alpha|α|measures?|items?|value|total|result|data|fit)\b)",
    re.IGNORECASE,
)


def _totals(row: Row) -> bool:
    first = next((plain(c.text) for c in row.cells if plain(c.text)), "")
    return bool(_TOTAL.match(first))


_LETTERS = re.compile(r"[^\W\d_]+")


def _fragment(text: str) -> str:
    """A label, or nothing where a scan left single letters and digits."""
    words = _LETTERS.findall(text)
    if not words or (max(map(len, words)) < 2 and len(text) > 1 and not re.fullmatch(r"[\u4e00-\u9fff]", text)):
        return ""
    return text


_HAN_ONLY = re.compile(r"[\u4e00-\u9fff ]+")


def _joined(labels: list[str]) -> str:
    """One name from the pieces printed over several rows."""
    parts: list[str] = []
    for text in labels:
        if text and (not parts or text != parts[-1]):
            parts.append(text)
    if all(_HAN_ONLY.fullmatch(p) for p in parts):
        return "".join(p.replace(" ", "") for p in parts)
    return re.sub(r"(?<=[a-z]-) (?=[a-z])", "", " ".join(parts))  # `well-` over `being`
