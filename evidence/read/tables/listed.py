"""Items listed under their construct: a column for each sample, and the construct's reliability in rows of its own."""

import re
from dataclasses import replace

from evidence.read.tables.columns import Column, Row
from evidence.read.tables.header import is_qualifier, statistic
from evidence.read.tables.view import View, named

__all__ = ["by_sample", "whole_of"]

_WHOLE = frozenset({"alpha", "cr", "ave", "rho_a", "omega"})
_FACTOR = re.compile(r"(?:factors?|components?|dimensions?|f|c|pc)?\s?[ivx\d]*")
_LARGE = 0.4  # on a construct that is not its own hardly an item loads so
_LOADINGS = r"loading|载荷|负荷"


def whole_of(view: View, row: Row) -> tuple[str, str] | None:
    """The construct and the statistic of a row that holds a construct's reliability among the rows of its items."""
    known = view.worked_out.get(("whole", id(row)))
    if known is None or known[0] is not row:  # the row is kept, so its id stays its own
        known = view.worked_out["whole", id(row)] = row, _whole_of(view, row)
    found: tuple[str, str] | None = known[1]
    return found


def _whole_of(view: View, row: Row) -> tuple[str, str] | None:
    texts = [t for c in view.panel.texts() if (t := row.text(c.index))]
    what = next((s for t in reversed(texts) if (s := statistic(t)) in _WHOLE), None)
    if what is None or len(texts) > 2:
        return None
    beside = [t for t in texts if statistic(t) is None]
    name = beside[0] if beside else row.sections[-1] if row.sections and len(texts) == 1 else ""
    return (name, what) if name and re.search(r"[^\W\d_]{2}", name) else None


def by_sample(view: View) -> View:
    """The view with its columns announced as loadings, where the caption says so and the top names only samples."""
    if "by sample" not in view.worked_out:
        view.worked_out["by sample"] = _by_sample(view)
    found: View = view.worked_out["by sample"]
    return found


def _by_sample(view: View) -> View:
    panel = view.panel
    wholes = [r for r in panel.rows if whole_of(view, r) is not None]
    if len({r.sections for r in wholes}) < len({r.sections for r in panel.rows}) and _end(panel.rows, wholes):
        wholes = []  # rows below all items say something of each column
    rows = tuple(r for r in panel.rows if not any(r is whole for whole in wholes))
    columns = [c for c in panel.numbers() if not c.threshold]
    shown = replace(panel, rows=rows) if len(rows) < len(panel.rows) else panel
    if _of_samples(view, columns, rows):
        made = {c.index: replace(c, statistics=("loading",), name="", qualifiers=c.words) for c in columns}
        shown = replace(shown, columns=tuple(made.get(c.index, c) for c in panel.columns))
    return replace(view, panel=shown) if shown is not panel else view


def _end(rows: tuple[Row, ...], wholes: list[Row]) -> bool:
    """Whether such rows stand under the last heading alone."""
    return len({r.sections for r in wholes}) == 1 and wholes[-1].sections == rows[-1].sections


def _of_samples(view: View, columns: list[Column], rows: tuple[Row, ...]) -> bool:
    """Whether the columns of loadings are headed by samples and not by the constructs that the items load on."""
    if len(columns) < 2 or not view.captioned(_LOADINGS) or any(c.statistics or not c.words for c in columns):
        return False
    heads = _heads(view, rows)
    full = all(r.content(c.index).numeric for r in rows for c in columns)
    if not full or len(heads) < 2:
        return False
    if all(_sample(c) for c in columns):
        return True
    known = {part.lower() for head in heads for part in named(head) if part}
    tops = [part.lower() for c in columns for part in named(c.words[-1]) if part]
    large = all(abs(r.content(c.index).numbers[0].value) > _LARGE for r in rows for c in columns)
    return large and not any(top in known or _FACTOR.fullmatch(top) for top in tops)


def _heads(view: View, rows: tuple[Row, ...]) -> set[str]:
    """The constructs the items are listed under: headings between the rows, or a column before that of the items."""
    if all(r.sections for r in rows):
        return {r.sections[-1] for r in rows}
    texts = view.panel.texts()
    beside = texts[0] if len(texts) > 1 and texts[-1].statistic == "item" else None
    return {t for r in rows if beside and (t := r.text(beside.index))}


def _sample(column: Column) -> bool:
    return bool(column.words) and is_qualifier(column.words[-1]) is not None
