"""Statements of items in rows, factors along the top: an item belongs to the factor it loads on most."""

import re
from collections.abc import Iterator
from itertools import groupby

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.tables.blocks import item_name
from evidence.read.tables.cells import Number
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.header import is_qualifier, statistic
from evidence.read.tables.view import Draft, View, named
from evidence.records import Construct, Loading

__all__ = [
    "by_largest", "factor_name", "is_explored", "loading_of", "named_factor", "of_factors", "size",
    "with_reliability",
]  # fmt: skip

_EIGEN = re.compile(
    r"eigen ?values?|(?:%|per ?cent\w*|share) of (?:the )?(?:total )?variance|特征[值根]", re.IGNORECASE
)
# What rows below the items hold of each factor, where no statistic has this name alone.
_OF_FACTOR = late(
    r"\b(?:variances?|eigen ?values?|cumulative|kmo|kaiser|bartlett|sums? of squared?|ss loadings?|reliabilit\w+"
    r"|cronbach\w*|alpha|(?:number|no\.?) of items|inter-?factor|correlations?)\b|α|特征|方差|贡献|累[积计]|信度",
    re.IGNORECASE,
)
_FACTOR = r"(?:factors?|components?|dimensions?|f|c|pc|因[子素]|成分|公因子|主成分)"
_NUMBER = r"(?:\d{1,2}|[ivx]{1,4})"
_NUMBERED = re.compile(rf"(?:{_FACTOR}?\s?{_NUMBER}?|{_FACTOR})", re.IGNORECASE)
_BEFORE = re.compile(rf"{_FACTOR}\s?{_NUMBER}\s*(?:[:.\-–—：]\s*|\s)(?=[^\W\d_]{{2}})", re.IGNORECASE)
_BEHIND = re.compile(rf"(?<=\w)\s*[(（\[]{_FACTOR}\s?{_NUMBER}[)）\]]$", re.IGNORECASE)
_LITTLE = 0.75  # of its own loading, what an item has on the next factor; of all items together
_RELIABILITY = {"alpha": "alpha", "cr": "cr", "ave": "ave", "rho_a": "rho_a"}
_WHOLE = frozenset({*_RELIABILITY, "omega", "eigenvalue", "variance", "percent", "r2", "mean", "sd", "n", "items"})


def is_explored(label: str) -> bool:
    """Whether a row below the items gives what only an exploratory analysis has: `Eigenvalue`, `% of variance`."""
    return _EIGEN.search(label) is not None


def factor_name(heading: str) -> str:
    """What a factor is called, without its number; nothing where the number is all.

    >>> factor_name("F1 Oven trust"), factor_name("Factor 2: Crust"), factor_name("Joy (F3)"), factor_name("Factor 4")
    ('Oven trust', 'Crust', 'Joy', '')
    """
    text = _BEHIND.sub("", _BEFORE.sub("", heading.strip(), count=1)).strip()
    return "" if _NUMBERED.fullmatch(text) or is_qualifier(text) else text


_LAST_NUMBER = re.compile(rf"(?:^|[\s_-]|(?<=[A-Za-z]))(?P<number>{_NUMBER})$", re.IGNORECASE)


def named_factor(view: View, heading: str) -> str:
    """What a factor is called by its heading, or by the notes that explain its number: `F1 = oven trust`."""
    found = factor_name(heading)
    number = _LAST_NUMBER.search(heading.strip())
    if found or number is None:
        return found
    sort = rf"(?:{_FACTOR}\s?)" + ("?" if number.start() == 0 else "")
    name = r"(?P<name>[^\W\d][^;.,=:()\d]{2,60}?)"
    ways = (
        rf"\b{sort}{number['number']}\b\s*(?:=|:|：|–|—|\(|,?\s+(?:is|was|are)\s+(?:named|labell?ed|called)?)\s*[\"“'‘]?{name}[\"”'’]?\s*(?:[;.,)]|\band\b|$)",
        rf"(?:^|[;.,:]|\band\b|\bnamed\b)\s*[\"“'‘]?{name}[\"”'’]?\s*\({_FACTOR}\s?{number['number']}\)",
    )
    caption = view.panel.caption.removeprefix(view.panel.label)  # its number is that of no factor
    about = " ; ".join((caption, view.panel.notes, *view.naming))
    told = {
        m["name"].strip().lower(): m["name"].strip() for way in ways for m in re.finditer(way, about, re.IGNORECASE)
    }
    return next(iter(told.values())) if len(told) == 1 else ""


def loading_of(numbers: tuple[Number, ...]) -> Number | None:
    """The first number of a cell, if it can be a loading."""
    if not numbers or numbers[0].bound or not numbers[0].decimals:
        return None
    return numbers[0] if abs(numbers[0].value) <= 1.1 else None


def size(numbers: tuple[Number, ...]) -> float:
    """How large the first number of a cell is, whatever its sign."""
    return abs(numbers[0].value) if numbers else 0.0


def by_largest(view: View, columns: list[Column]) -> Iterator[Found[Construct]]:
    """The factors with their items, where each factor has a name and its items stand together."""
    below = of_factors(view, columns)
    rows = [r for r in view.panel.rows if r not in below and any(r.content(c.index).numbers for c in columns)]
    if any(loading_of(r.content(c.index).numbers) is None for r in rows for c in columns if r.content(c.index).numbers):
        return
    tops = [max(columns, key=lambda c: size(r.content(c.index).numbers)) for r in rows]
    own = {c.index: [r for top, r in zip(tops, rows, strict=True) if top is c] for c in columns if c in tops}
    together = len([1 for _ in groupby(t.index for t in tops)]) == len(own)
    if not own or not together:
        return
    if not _simple(rows, columns):
        return
    names = _names(view, columns, own)
    for column in columns:
        made = _factor(view, column, own[column.index], below) if column.index in own and names else None
        if made:
            name, short = named(names[column.index])
            yield made.found(Construct, 0.9, name=name, abbreviation=short)


def _of_factor(view: View, row: Row, columns: list[Column]) -> bool:
    """A row that says something of whole factors: `Eigenvalue`, `Cronbach's α`."""
    label = _label(view, row)
    if statistic(label) in _WHOLE or any(size(row.content(c.index).numbers) > 1.1 for c in columns):
        return True
    return len(label.split()) <= 6 and _OF_FACTOR.search(label) is not None and not _is_item(label)


def _is_item(label: str) -> bool:
    return item_name(label) != label or bool(re.match(r"\(?\d{1,2}[.)]", label))


def _beside(view: View) -> Column | None:
    """A column of constructs before that of the items."""
    texts = view.panel.texts()
    if len(texts) < 2:
        return None
    told = {r.text(texts[0].index) for r in view.panel.rows}
    return texts[0] if len(told) < len(view.panel.rows) else None


def _label(view: View, row: Row) -> str:
    """The item of a row, or what is said of the factors in it."""
    beside = _beside(view)
    texts = [c for c in view.panel.texts() if c is not beside]
    return next((t for c in (*texts, *([beside] if beside else ())) if (t := row.text(c.index))), "")


def _simple(rows: list[Row], columns: list[Column]) -> bool:
    """Whether items load on one factor and little on the others; samples side by side have them large in each."""
    sizes = [sorted((size(r.content(c.index).numbers) for c in columns), reverse=True) for r in rows]
    return sum(s[1] for s in sizes) <= _LITTLE * sum(s[0] for s in sizes)


def _names(view: View, columns: list[Column], own: dict[int, list[Row]]) -> dict[int, str]:
    """The names of the factors along the top, or else of the sections (or labels) that hold the items of one each."""
    along = {c.index: named_factor(view, c.name) for c in columns if c.index in own}
    if all(along.values()):
        return along
    beside = _beside(view)
    over = {
        i: {t for r in rows if (t := r.text(beside.index))}
        if beside
        else {r.sections[-1] if r.sections else "" for r in rows}
        for i, rows in own.items()
    }
    if any(along.values()) or any(len(s) != 1 for s in over.values()):
        return {}
    heads = {i: factor_name(next(iter(s))) for i, s in over.items()}
    return heads if all(heads.values()) and len(set(heads.values())) == len(heads) else {}


def _factor(view: View, column: Column, rows: list[Row], below: list[Row]) -> Draft | None:
    """The items of one factor with their loadings, and its reliability where a row below them gives it."""
    draft = Draft(view)
    loadings: list[Loading] = []
    for row in rows:
        number, label = loading_of(row.content(column.index).numbers), _label(view, row)
        if number and label:
            draft.note(f"loadings/{len(loadings)}/loading", row.cells[column.index], number)
            one = Draft(view)
            one.put("loading", row.cells[column.index], number)
            loadings.append(Loading(item_name(label), **one.values))
    with_reliability(draft, column, below)
    draft.values["loadings"] = tuple(loadings)
    return draft if loadings else None


def with_reliability(draft: Draft, column: Column, below: list[Row]) -> None:
    """The reliability of a factor from the rows below the items; one number alone is of all items together."""
    for row in below:
        if sum(bool(row.content(c.index).numbers) for c in draft.view.panel.numbers()) < 2:
            continue
        field, numbers = _RELIABILITY.get(statistic(_label(draft.view, row)) or ""), row.content(column.index).numbers
        if field and len(numbers) == 1 and 0 < numbers[0].value <= 1:
            draft.put(field, row.cells[column.index], numbers[0])


def of_factors(view: View, columns: list[Column]) -> list[Row]:
    """The rows that say something of whole factors."""
    return [r for r in view.panel.rows if _of_factor(view, r, columns)]
