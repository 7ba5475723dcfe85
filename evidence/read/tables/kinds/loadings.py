"""Loadings: items in rows; a column of loadings, or one column per construct with cross-loadings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from evidence.read.located import escape
from evidence.read.model import Cell
from evidence.read.partial import Findings, Found
from evidence.read.tables.apart import alone
from evidence.read.tables.blocks import Block, blocks, code_prefix, headed, is_code, item_column, item_name
from evidence.read.tables.cells import Number
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.factored import (
    by_largest,
    is_explored,
    loading_of,
    named_factor,
    of_factors,
    size,
    with_reliability,
)
from evidence.read.tables.header import is_qualifier
from evidence.read.tables.listed import by_sample
from evidence.read.tables.one_construct import of_caption, under_its_name
from evidence.read.tables.sets import ColumnSet, column_sets, section_labels
from evidence.read.tables.stated import ends, of_item
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Construct, Loading, Printed

_BESIDE = {
    "r2": "r2",
    "indicator_r2": "r2",
    "se": "se",
    "t": "z",
    "z": "z",
    "cr": "z",
    "p": "p",
    "mean": "mean",
    "sd": "sd",
    "skew": "skew",
    "kurt": "kurtosis",
    "b": "b",
}
_FACTORS = (
    r"loading|factor(?:ial)? (?:analys[ie]s|structure|solution|matrix)|\befa\b|component|(?:pattern|structure) matrix"
    r"|因[子素]|载荷|matriz de (?:configuraci|componentes|estructura|patr|factores)|cargas factor"
    r"|an[áa]lis[ei]s? fat?c?torial|faktorladung|matrice (?:des|factorielle)"
)
_ANNOUNCED = r"exploratory|\befa\b|rotated|varimax|promax|oblimin|principal components?|探索性"
_WANTED = frozenset({"loading", "beta", "coef", *_BESIDE})


def _crossing(view: View) -> list[Column]:
    """Columns of numbers headed by constructs and not by statistics."""
    if "crossing" not in view.worked_out:
        view.worked_out["crossing"] = _headed_by_constructs(view)
    found: list[Column] = view.worked_out["crossing"]
    return found


def _headed_by_constructs(view: View) -> list[Column]:
    announced = view.captioned(r"loading|factor|component|因子|matriz|ladung")
    columns = [
        c
        for c in view.panel.numbers()
        if (not c.statistics and (c.words or announced)) or (c.statistic == "loading" and c.name)
    ]
    spanning = [c for c in view.panel.numbers() if c.statistic == "loading"]
    nameless = [c for c in view.panel.numbers() if spanning and c.index > spanning[0].index and not c.words]
    if (
        len(spanning) == 1
        and nameless
        and [c.index for c in nameless] == list(range(spanning[0].index + 1, nameless[-1].index + 1))
    ):
        return spanning + nameless  # the same, and its span lost
    if len(spanning) > 1 and len({c.words for c in spanning}) == 1:
        return spanning  # one heading over all, the names lost
    return columns if len(columns) > 1 else []


def _lead(view: View) -> frozenset[str]:
    """A column of estimates beside items holds loadings when none is called so."""
    if view.panel.of("loading"):
        return frozenset({"loading"})
    if view.says(r"loading|measurement model|confirmatory|\bcfa\b|因子载荷"):
        return frozenset({"beta"}) if view.panel.of("beta") else frozenset({"coef"})
    return frozenset()


def score(view: View) -> float:
    """Codes of items in the rows; loadings announced, or constructs along the top."""
    view = by_sample(view)
    item = item_column(view)
    coded = item is not None and any(is_code(r.text(item.index)) for r in view.panel.rows)
    lead = view.panel.of(*_lead(view)) if _lead(view) else []
    several = len(_crossing(view)) > 1
    crossing = coded and several
    factors = not coded and several and (view.captioned(_FACTORS) or _one_each(view))
    related = bool(_related(view))
    coded = coded and not related
    return weigh(
        (0.4, coded),
        (0.3, (item is not None or headed(view)) and not coded),
        (0.4, bool(lead)),
        (0.3, crossing and not lead),
        (0.4, not coded and of_caption(view) is not None),
        (0.2, view.says(r"loading|因子载荷|factor|measurement|discriminant")),
        (0.7, related and not coded),
        (0.7, factors and not view.captioned(r"correlat|discriminant|coefficient")),
        (-0.6, not coded and not view.panel.of("loading") and not related and not factors),
        (-1.0, bool(view.panel.of("consistency", "raw_coverage", "unique_coverage"))),
    )


def _one_each(view: View) -> bool:
    """Items down and names along, one number to each item, the items of each name together: loadings."""
    columns = _crossing(view)
    if not any(c.kind == "text" for c in view.panel.of("item")) or any(c.statistics for c in columns):
        return False
    filled = [[c.index for c in columns if r.content(c.index).numbers] for r in view.panel.rows]
    if not all(len(own) == 1 for own in filled):
        return False
    order = [own[0] for own in filled]
    runs = [len(list(run)) for _, run in groupby(order)]
    values = [loading_of(r.content(at).numbers) for r, at in zip(view.panel.rows, order, strict=True)]
    return (
        len(runs) == len(set(order)) == len(columns) and min(runs) > 1 and all(v and abs(v.value) > 0.3 for v in values)
    )


def read(view: View) -> Findings:
    """The items of each construct with their loadings, and whether those are of an exploratory analysis."""
    view = by_sample(view)
    found = _read(view)
    if not _exploratory(view):
        return found
    constructs = (replace(c, value=replace(c.value, loading_kind="exploratory")) for c in found.constructs)
    return replace(found, constructs=tuple(constructs))


def _exploratory(view: View) -> bool:
    """Eigenvalues below the factors, or a caption that says so; not where AVE or CR is printed beside the loadings."""
    explored = any(map(is_explored, view.labels)) or view.captioned(_ANNOUNCED)
    return explored and not view.panel.of("ave", "cr")


def _read(view: View) -> Findings:
    related = _related(view) or under_its_name(view)
    if related:
        return Findings(constructs=tuple(related))
    crossing = _crossing(view)
    item = item_column(view)
    coded = item is not None and any(is_code(r.text(item.index)) for r in view.panel.rows)
    if (
        coded
        and len(crossing) > 1
        and not any(c.statistic == "loading" and not c.name for c in view.panel.numbers() if c not in crossing)
    ):
        return Findings(constructs=tuple(_crossed(view, crossing)) or tuple(by_largest(view, crossing)))
    if not coded and len(crossing) > 1 and not headed(view):
        return Findings(constructs=tuple(by_largest(view, crossing)))
    lead = _lead(view)
    sets = column_sets(view, _WANTED - (frozenset({"beta", "coef"}) - lead), lead)
    found: list[Found[Construct]] = []
    for block in blocks(view):
        for columns in sets:
            made = _listed(view, block, columns, lead, len(sets))
            if made:
                found.append(made)
    return Findings(constructs=tuple(found))


def _listed(view: View, block: Block, columns: ColumnSet, lead: frozenset[str], sets: int) -> Found[Construct] | None:
    draft = Draft(view)
    loadings: list[Loading] = []
    for row, item in _apart(block.rows, block.items, columns.columns[next(iter(lead))]):
        number = loading_of(row.content(columns.columns[next(iter(lead))].index).numbers)
        if not item or number is None:
            continue
        one = Draft(view)
        one.put("loading", row.cells[columns.columns[next(iter(lead))].index], number)
        for name, column in columns.columns.items():
            field = _BESIDE.get(name)
            beside = row.content(column.index)
            if name == "cr" and beside.numbers and abs(beside.numbers[0].value) <= 1:
                continue  # a composite reliability, no critical ratio
            if field and name not in lead and len(beside.numbers) == 1 and beside.numeric:
                one.put(field, row.cells[column.index], beside.numbers[0])
        draft.repaired = draft.repaired or one.repaired
        draft.spans.update({f"loadings/{len(loadings)}/{key}": span for key, span in one.spans.items()})
        stars = row.content(columns.columns[next(iter(lead))].index).stars or None
        loadings.append(Loading(item_name(item), stars=stars, **one.values))
    if not loadings:
        return None
    context = section_labels(block.rows[0])
    model = next((t for t in columns.labels if is_qualifier(t) == "model"), context.get("model"))
    group = next((t for t in columns.labels if sets > 1 and is_qualifier(t) != "model"), None)
    name, short = named(block.name)
    return draft.found(
        Construct, 0.97, name=name, abbreviation=short, loadings=tuple(loadings), model=model, group=group
    )


def _apart(rows: Sequence[Row], items: Sequence[str], column: Column) -> Iterator[tuple[Row, str]]:
    """Rows and their items; `TR1, TR2, TR3 | .81, .85, .79` is a row for each, and nothing where the counts differ."""
    for row, item in zip(rows, items, strict=False):
        found = row.content(column.index)
        numbers = [n for n in found.numbers if not n.bracket and n.decimals and abs(n.value) <= 1.1]
        codes = _codes(item)
        if len(numbers) < 2 or len(numbers) != len(found.numbers) or len(codes) < 2:
            yield row, item
        elif len(codes) == len(numbers):
            for code, piece in zip(codes, alone(row.cells[column.index], numbers), strict=True):
                yield replace(row, cells=(*row.cells[: column.index], piece, *row.cells[column.index + 1 :])), code


_CODES_FROM_TO = re.compile(r"([A-Za-z]{1,8}[_. ]?)(\d{1,2})\s*(?:[-–—~]|to)\s*(?:\1)?(\d{1,2})")
_BETWEEN_CODES = re.compile(r"\s*[,;/]\s*|\s+(?=[A-Z])")


def _codes(text: str) -> list[str]:
    """The codes a cell lists or spans: `TR1, TR2`, `TR1-TR3`, `TR1–3`."""
    span = _CODES_FROM_TO.fullmatch(text.strip())
    if span and int(span[2]) < int(span[3]) <= int(span[2]) + 15:
        return [f"{span[1]}{n}" for n in range(int(span[2]), int(span[3]) + 1)]
    return [part for part in _BETWEEN_CODES.split(text.strip()) if is_code(part)]


def _crossed(view: View, columns: list[Column]) -> Iterator[Found[Construct]]:
    below = of_factors(view, columns)
    owned: set[int] = set()
    for block in blocks(view):
        coded = [i for i in block.items if is_code(i)]
        if not coded:
            continue
        own = _own(view, block, columns)
        if own is None:
            continue
        draft = Draft(view)
        loadings: list[Loading] = []
        for row, item in zip(block.rows, block.items, strict=True):
            number = loading_of(row.content(own.index).numbers)
            if number:
                draft.note(f"loadings/{len(loadings)}/loading", row.cells[own.index], number)
                one = Draft(view)
                one.put("loading", row.cells[own.index], number)
                others = _others(row, own, columns)
                for name, (cell, other) in others.items():
                    draft.note(f"loadings/{len(loadings)}/cross/{escape(name)}", cell, other)
                cross = {name: Printed(other.text) for name, (_, other) in others.items()}
                stars = row.content(own.index).stars or None
                loadings.append(Loading(item, stars=stars, cross=cross, **one.values))
        name, short = named(named_factor(view, own.name) or block.name)
        if own.index not in owned:
            with_reliability(draft, own, below)
            owned.add(own.index)
        if loadings:
            yield draft.found(Construct, 0.96, name=name, abbreviation=short, loadings=tuple(loadings))


def _others(row: Row, own: Column, columns: list[Column]) -> dict[str, tuple[Cell, Number]]:
    """The loadings of an item on the other constructs, by the names along the top."""
    found: dict[str, tuple[Cell, Number]] = {}
    for column in columns:
        number = loading_of(row.content(column.index).numbers)
        if column.index != own.index and column.name and number:
            found.setdefault(named(column.name)[0], (row.cells[column.index], number))
    return found


def _own(view: View, block: Block, columns: list[Column]) -> Column | None:
    """The construct an item belongs to: by name where one fits, and the column its block loads on most."""
    prefix = code_prefix(block.items[0])
    sums = {c.index: [abs(n.value) for r in block.rows for n in r.content(c.index).numbers[:1]] for c in columns}
    filled = {i: sum(v) / len(block.rows) for i, v in sums.items() if v}
    if not filled:
        return None
    largest = max(filled, key=lambda i: filled[i])
    fits = [c for c in columns if c.name and _same(view, c.name, block.name, prefix)]
    if len(fits) == 1:
        values = sums[fits[0].index]
        return fits[0] if len(values) >= 0.6 * len(block.rows) else None
    top = [max(columns, key=lambda c: size(r.content(c.index).numbers)).index for r in block.rows]
    agreed = sum(t == largest for t in top) >= 0.8 * len(top)
    return next(c for c in columns if c.index == largest) if agreed else None


_NO_WORD = re.compile(r"\W")


def _same(view: View, heading: str, block: str, prefix: str) -> bool:
    long, short = named(heading)
    mine, mine_short = named(block)
    fold = [_NO_WORD.sub("", view.names.full(x)).lower() for x in (long, mine)]
    codes = [_NO_WORD.sub("", x or "").upper() for x in (short, long)]
    return fold[0] == fold[1] or prefix in codes or bool(mine_short and mine_short == short)


def _related(view: View) -> list[Found[Construct]]:
    """Loadings printed as relations: `PU1 <--- PU`."""
    if "loadings related" not in view.worked_out:
        view.worked_out["loadings related"] = _worked_relations(view)
    found: list[Found[Construct]] = view.worked_out["loadings related"]
    return found


def _worked_relations(view: View) -> list[Found[Construct]]:
    asked = (view.panel.of(name) for name in ("loading", "beta", "coef"))
    chosen = next((own for columns in asked if (own := [c for c in columns if c.kind == "number"])), [])
    if not chosen:
        return []
    stated = [ends(view, row) for row in view.panel.rows]
    if sum(e is not None and of_item(e) for e in stated) < 0.6 * max(len(stated), 1):
        return []
    gathered: dict[str, tuple[Draft, list[Loading]]] = {}
    for row, end in zip(view.panel.rows, stated, strict=True):
        number = loading_of(row.content(chosen[0].index).numbers)
        if end is None or number is None or not of_item(end):
            continue
        item, construct = (end.target, end.source) if is_code(end.target) else (end.source, end.target)
        draft, loadings = gathered.setdefault(construct, (Draft(view), []))
        draft.note(f"loadings/{len(loadings)}/loading", row.cells[chosen[0].index], number)
        one = Draft(view)
        one.put("loading", row.cells[chosen[0].index], number)
        loadings.append(Loading(item, **one.values))
    return [
        d.found(Construct, 0.96, name=named(n)[0], abbreviation=named(n)[1], loadings=tuple(ls))
        for n, (d, ls) in gathered.items()
    ]


KIND = Kind("loadings", "loadings", score, read)
