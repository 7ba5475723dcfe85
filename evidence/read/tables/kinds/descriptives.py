"""Means and standard deviations of scales: as columns, or as rows under a matrix."""

from collections.abc import Collection

from evidence.read.partial import Findings, Found
from evidence.read.tables.blocks import is_code, item_column
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.header import statistic
from evidence.read.tables.sets import column_sets, labelled
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Descriptive

_FIELDS = {"mean": "mean", "sd": "sd", "n": "n", "min": "scale_min", "max": "scale_max", "items": "items"}
_LEAD = frozenset({"mean", "sd"})
_SHAPE = {"skew": "skew", "kurt": "kurtosis"}
_FIELDS |= _SHAPE


def _label(view: View, row: Row) -> str:
    return view.panel.stub(row)


def _under(view: View, wanted: Collection[str] = _LEAD) -> dict[str, Row]:
    return {s: r for r in view.panel.rows if (s := statistic(_label(view, r)) or "") in wanted}


def score(view: View) -> float:
    """A column of means beside one of standard deviations."""
    announced = view.panel.announced
    return weigh(
        (0.7, announced["mean"] > 0 and announced["sd"] > 0),
        (0.3, announced["mean"] > 0),
        (0.2, view.captioned(r"descriptive|mean|correlat")),
        (0.7, lambda: len(_under(view)) == 2),
        (-0.7, lambda: _of_items(view)),
        (-0.5, bool({"beta", "b", "coef"} & set(announced))),
    )


def _of_items(view: View) -> bool:
    labels = [_label(view, r) for r in view.panel.rows]
    return sum(map(is_code, labels)) > 0.6 * len(labels) or item_column(view) is not None


def read(view: View) -> Findings:
    """The mean and standard deviation of each variable."""
    found: list[Found[Descriptive]] = []
    sets = column_sets(view, frozenset(_FIELDS), _LEAD)
    texts = view.panel.texts()
    by_group = len(texts) > 1 and texts[1].statistic == "category"
    above = ""
    for row in view.panel.rows:
        label = above = (row.text(texts[0].index) or above) if by_group else _label(view, row)
        if not label or is_code(label) or statistic(label):
            continue
        for columns in sets:
            draft = Draft(view)
            for name, column in columns.columns.items():
                _put(draft, row, column, name)
            if set(draft.values) & _LEAD:
                group = columns.labels[0] if len(sets) > 1 and columns.labels else None
                group = row.text(texts[1].index) or group if by_group else group
                found.append(draft.found(Descriptive, 0.95, name=named(label)[0], group=group))
    return Findings(descriptives=(*found, *_from_rows(view)))


def _put(draft: Draft, row: Row, column: Column, name: str) -> None:
    content = row.content(column.index)
    if not content.numeric:
        return
    if len(content.numbers) == len(column.statistics) > 1:
        for each, number in zip(column.statistics, content.numbers, strict=True):
            if each in _FIELDS:
                draft.put(_FIELDS[each], row.cells[column.index], number)
    elif len(content.numbers) == 1:
        draft.put(_FIELDS[name], row.cells[column.index], content.numbers[0])


def _from_rows(view: View) -> list[Found[Descriptive]]:
    """`M` and `SD` as the last rows of a matrix; the variables are its columns, in the order of its rows."""
    under = _under(view)
    if len(under) < 2:
        return []
    labels = [_label(view, r) for r in view.panel.rows if not statistic(_label(view, r))]
    columns = [
        c for c in view.panel.numbers() if not c.statistics and all(r.content(c.index).numbers for r in under.values())
    ]
    if len(labels) != len(columns) or any(labelled(c) for c in columns):
        return []
    found = []
    for label, column in zip(labels, columns, strict=True):
        draft = Draft(view)
        for name, row in (under | _under(view, _SHAPE)).items():
            _put(draft, row, column, name)
        if draft.values:
            found.append(draft.found(Descriptive, 0.93, name=named(label)[0]))
    return found


KIND = Kind("descriptives", "descriptives", score, read)
