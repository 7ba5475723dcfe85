"""What stands beside a coefficient in its cell, `.31*** (.04)` or `.31*** / .04`, where no note says it: by the stars.

A standard error, a t-value and a p-value each go with other stars. The reading that every cell of the table allows is
believed if it is the only one.
"""

from collections.abc import Iterator

from evidence.read.tables.cells import Number
from evidence.read.tables.view import View
from evidence.records.printed import parse

__all__ = ["beside_coefficients"]

_LEVELS = {1: 0.05, 2: 0.01, 3: 0.001, 4: 0.0001}  # what papers mean by so many stars, if their notes do not say
_SURE, _UNSURE = 1.6, 2.7  # t-values that can have a star; those that can have none
_LARGEST = 1.5  # of a standardized coefficient, beside which a number over two can only be its t
_Cell = tuple[float, float, float | None]  # the coefficient, what stands beside it, the level of its stars


def beside_coefficients(view: View) -> str | None:
    """`se`, `t` or `p`, as the table's own legend says or as its stars and sizes leave no other choice."""
    if view.legend.in_brackets:
        return view.legend.in_brackets
    if "beside coefficients" not in view.worked_out:
        view.worked_out["beside coefficients"] = _worked_out(view)
    found: str | None = view.worked_out["beside coefficients"]
    return found


def _worked_out(view: View) -> str | None:
    cells = list(_cells(view))
    starred = sum(level is not None for *_, level in cells)
    if starred >= 2:
        fitting = [name for name, fits in _READINGS.items() if all(fits(cell) for cell in cells)]
        return fitting[0] if len(fitting) == 1 else None
    large = [abs(other) > 2 for _, other, _ in cells]
    small = all(abs(estimate) <= _LARGEST for estimate, *_ in cells)
    return "t" if len(cells) >= 2 and small and sum(large) * 2 >= len(large) else None


def _cells(view: View) -> Iterator[_Cell]:
    """The cells of two numbers, and the numbers alone in brackets under one."""
    above: dict[int, Number] = {}
    for row in view.panel.rows:
        for column in view.panel.numbers():
            content = row.content(column.index)
            numbers = content.numbers
            if len(numbers) == 2 and not numbers[0].bracket and (numbers[1].bracket or content.words.strip() == "/"):
                yield numbers[0].value, numbers[1].value, _level(view, content.stars)
            elif len(numbers) == 1 and numbers[0].bracket and column.index in above:
                over = above.pop(column.index)
                yield over.value, numbers[0].value, _level(view, over.stars or numbers[0].stars)
            elif len(numbers) == 1 and not numbers[0].bracket:
                above[column.index] = numbers[0]


def _level(view: View, stars: str) -> float | None:
    """The significance that stars stand for."""
    count = stars.count("*")
    told = parse(view.legend.stars.get("*" * count, ""))
    return (told.value if told else _LEVELS.get(count, 0.0001)) if count else None


def _as_error(cell: _Cell) -> bool:
    estimate, error, level = cell
    if error <= 0:
        return abs(estimate) <= 0.01 and level is None and error == 0
    ratio = abs(estimate) / error
    return ratio <= _UNSURE if level is None else ratio >= _SURE


def _as_t(cell: _Cell) -> bool:
    estimate, t, level = cell
    same_side = t >= 0 or estimate <= 0
    return same_side and (abs(t) <= _UNSURE if level is None else abs(t) >= _SURE)


def _as_p(cell: _Cell) -> bool:
    _, p, level = cell
    return 0 <= p <= 1 and (p >= 0.04 if level is None else p <= level)


_READINGS = {"se": _as_error, "t": _as_t, "p": _as_p}
