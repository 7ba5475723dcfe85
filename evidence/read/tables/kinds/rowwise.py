"""Statistics named in the rows themselves: `Alpha coefficient of trust`, `RMSEA`, in a table of mixed contents."""

import re

from evidence.read.model import Cell
from evidence.read.partial import Findings, Found
from evidence.read.tables.cells import Number, content
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.header import FIT, statistic
from evidence.read.tables.view import Draft, Kind, View, closed, named, weigh
from evidence.records import Construct, Fit

_WORD = (
    r"(?:cronbach'?s?\s*)?(?:alpha|α)(?: coefficients?| values?)?"
    r"|composite reliability|\bcr\b|\bave\b|average variance extracted"
)
_BEHIND = re.compile(rf"^(?P<name>.{{3,60}}?)(?:'s)?[\s:,\-–]+(?P<what>{_WORD})$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?P<what>{_WORD})\s+(?:of|for)\s+(?:the\s+)?(?P<name>.{{3,60}})$", re.IGNORECASE)
_STRONG = frozenset(FIT) - {"df", "chi2", "gof"}


def _value_column(view: View) -> Column | None:
    columns = [c for c in view.panel.numbers() if not c.threshold]
    return columns[0] if len(columns) == 1 else None


def _construct(row: Row, view: View) -> tuple[str, str] | None:
    """The construct and the statistic that a row's label names together."""
    for column in view.panel.texts():
        label = row.text(column.index)
        match = _BEHIND.match(label) or _BEFORE.match(label)
        what = statistic(match["what"]) if match else None
        if match and what in _RELIABILITIES and not statistic(label) and not _OF_ALL.match(match["name"]):
            return match["name"].strip(), what
    what = _over(view).get(id(row))
    label = next((t for c in reversed(view.panel.texts()) if (t := row.text(c.index))), "")
    return (label, what) if what and label and not statistic(label) and not _OF_ALL.match(label) else None


_RELIABILITIES = ("alpha", "cr", "ave")
_OF_ALL = re.compile(r"(?:total|composite|all|overall)\b", re.IGNORECASE)


def _over(view: View) -> dict[int, str]:
    """The reliability that is named once for several rows, before the first of them or in a heading above it."""
    if "over" in view.worked_out:
        known: dict[int, str] = view.worked_out["over"]
        return known
    found: dict[int, str] = view.worked_out.setdefault("over", {})
    texts = view.panel.texts()
    last: str | None = None
    for row in view.panel.rows:
        block = row.text(texts[0].index) if len(texts) > 1 else ""
        last = (statistic(block) if block else last) if len(texts) > 1 else None
        above = next((s for text in reversed(row.sections) if (s := statistic(text))), None)
        if (what := last or above) in _RELIABILITIES:
            found[id(row)] = what
    return found


def _index(row: Row, view: View) -> str | None:
    found = (statistic(row.text(c.index)) for c in view.panel.texts())
    return next((s for s in found if s in _STRONG), None)


_TOLD = re.compile(  # `Joy (JO) AVE 0.61 CR 0.85 α 0.81`, without a sign between
    r"(?<![\w.])(?P<what>Cronbach\S*\s(?:α|[Aa]lpha)|α|[Aa]lpha|CR|AVE)\s(?P<v>0?\.\d{2,3})(?!\d)"
)


_FIGURES = re.compile(r"[:,;]?\s*[(\[]?(?<![^\W\d_])(?=(?:cronbach|alpha|α|ca|cr|ave|composite)\b)", re.IGNORECASE)


def _in_headings(view: View) -> list[Found[Construct]]:
    """Headings and names that carry the construct's reliability: `Trust (α = .88; CR = .90; AVE = .69)`."""
    found = []
    for cell in _naming(view):
        draft = Draft(view)
        for number in content(cell.text).numbers:
            what = statistic(number.name) if number.name else None
            if what in ("alpha", "cr", "ave") and 0 < number.value <= 1 and not number.bound:
                draft.put(what, cell, number)
        for match in _TOLD.finditer(cell.text) if not draft.values else ():
            draft.put(str(statistic(match["what"])), cell, Number(match["v"], match.span("v")))
        name, short = named(closed(_FIGURES.split(plain(cell.text))[0]))
        if draft.values and re.search(r"[^\W\d_]{2}", name):
            found.append(draft.found(Construct, 0.95, name=name, abbreviation=short))
    return found


def _naming(view: View) -> list[Cell]:
    """The headings between rows, and the names in a column of constructs that say a number of themselves."""
    texts = [row.cells[c.index] for c in view.panel.texts() for row in view.panel.rows]
    beside = [cell for cell in texts if "=" in cell.text or len(_TOLD.findall(cell.text)) > 1]
    return [*view.panel.heads, *(cell for cell in beside if cell.origin)]


def _named_fit(view: View) -> Draft:
    """Indices that name themselves in the cells: `CFI = 0.95`."""
    draft = Draft(view)
    for row in view.panel.rows:
        for cell in row.cells:
            for number in content(cell.text).numbers if cell.origin else ():
                what = statistic(number.name) if number.name else None
                if what in FIT and not number.bound:
                    draft.put(str(what), cell, number)
    return draft


def score(view: View) -> float:
    """Several rows that name a statistic, beside one column of numbers, or headings that hold them."""
    if len(_in_headings(view)) >= 2:
        return 0.8
    if len(_named_fit(view).values) >= 2 and not view.panel.of(*_STRONG):
        return 0.8
    if _value_column(view) is None:
        return 0.0
    told = [_construct(r, view) for r in view.panel.rows]
    indices = [_index(r, view) for r in view.panel.rows]
    return weigh(
        (0.7, sum(t is not None for t in told) >= 2),
        (0.7, sum(i is not None for i in indices) >= 2),
    )


def read(view: View) -> Findings:
    """The reliability of each construct and the fit, row by row."""
    column = _value_column(view)
    constructs = _in_headings(view)
    said = _named_fit(view)
    if len(said.values) >= 2:
        return Findings(constructs=tuple(constructs), fit=(said.found(Fit, 0.93),))
    if column is None or constructs:
        return Findings(constructs=tuple(constructs))
    fit = Draft(view)
    for row in view.panel.rows:
        numbers = row.content(column.index).numbers
        if len(numbers) != 1 or numbers[0].bound:
            continue
        told, index = _construct(row, view), _index(row, view)
        if told and 0 < numbers[0].value <= 1:
            draft = Draft(view)
            draft.put(told[1], row.cells[column.index], numbers[0])
            name, short = named(told[0])
            constructs.append(draft.found(Construct, 0.93, name=name, abbreviation=short))
        elif index:
            fit.put(index, row.cells[column.index], numbers[0])
    fits = (fit.found(Fit, 0.93),) if fit.values else ()
    return Findings(constructs=tuple(constructs), fit=fits)


KIND = Kind("statistics in rows", "rowwise", score, read)
