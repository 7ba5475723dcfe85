"""Standardised coefficients that are too large, and coefficients on a percent scale."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet, number
from evidence.checks.structure import quadratic
from evidence.checks.tables import correlation_of, equations

__all__ = ["CHECKS"]

PERCENT = 5.0  # no standardised coefficient comes near: 5 is already 25 times all there is to explain
ORDINARY = 1.2


def _alone(beta: Interval) -> Conflict | None:
    if abs(beta).lo <= 1:
        return None
    message = f"standardised coefficient {beta} of the only predictor: it is the correlation, which cannot exceed 1"
    return Conflict("critical", message, str(beta), "[-1, 1]")


def _several(beta: Interval, explained: bool) -> Conflict | None:
    if abs(beta).lo <= 1:
        return None
    if explained:
        return Conflict(
            "note",
            f"standardised coefficient {beta} above 1; the printed collinearity explains it",
            str(beta),
            "[-1, 1]",
        )
    message = f"standardised coefficient {beta} above 1: possible only with highly correlated predictors"
    return Conflict("warn", message, str(beta), "[-1, 1]")


def _explained(sheet: Sheet, row: Row, betas: dict[str, Cell]) -> bool:
    """The printed correlations of the predictors keep the explained variance within 1."""
    names = list(betas)
    cells = [correlation_of(sheet, row, a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    known = [c.reading for c in cells if c]
    return len(known) == len(cells) > 0 and quadratic([b.reading for b in betas.values()], known).lo <= 1


def _betas(sheet: Sheet) -> Iterator[Relation | Missing]:
    seen = set()
    for eq in equations(sheet):
        alone = eq.complete and len(eq.betas) == 1
        explained = (
            not alone and any(abs(b.reading).lo > 1 for b in eq.betas.values()) and _explained(sheet, eq.row, eq.betas)
        )
        for beta in eq.betas.values():
            seen.add(beta.at)
            test = _alone if alone else partial(_several, explained=explained)
            yield Relation(beta.at.rpartition("/")[0], (beta,), test, witness=False)
    for row in sheet.rows("paths"):
        own = row("beta")
        if own and own.at not in seen and row.says("effect") != "covariance":
            yield Relation(row.at, (own,), partial(_several, explained=False), witness=False)


def _percent(value: Interval, column: str) -> Conflict | None:
    if abs(value).lo < PERCENT:
        return None
    message = f"{value} among {column}, which are about 1 or less: percent scale, or a lost decimal point"
    return Conflict("critical", message, str(value), f"about {value.mid / 100:.3g}")


def _rescaled(value: Interval, text: str) -> Conflict | None:
    """A value the reader brought from percent to its scale."""
    digits = number("", text)
    if digits is None or abs(digits.reading).lo < PERCENT or abs(value).hi > ORDINARY:
        return None
    message = (
        f"printed as {text}, on a percent scale: impossible as a standardised coefficient, read as {value.mid:.4g}"
    )
    return Conflict("error", message, text, f"{value.mid:.4g}")


def _like_percent(cell: Cell) -> bool:
    return abs(cell.reading).hi <= 101 and len(cell.text.rstrip("% ").partition(".")[2]) <= 1


def _columns(sheet: Sheet) -> Iterator[tuple[str, list[tuple[str, Cell]]]]:
    tables: dict[str, list[tuple[str, Cell]]] = {}
    for row in sheet.rows("paths"):
        if beta := row("beta"):
            tables.setdefault(row.says("table"), []).append((row.at, beta))
    for cells in tables.values():
        yield "standardised coefficients", cells
    yield "loadings", [(row.at, c) for row in sheet.loadings() if (c := row("loading"))]


def _scales(sheet: Sheet) -> Iterator[Relation | Missing]:
    for column, cells in _columns(sheet):
        large = {id(c) for _, c in cells if abs(c.reading).lo >= PERCENT}
        in_percent = 1 < len(cells) == len(large) and all(_like_percent(c) for _, c in cells)  # the whole column
        between = {id(c) for _, c in cells if id(c) not in large and abs(c.reading).lo > ORDINARY}
        for at, cell in cells:
            others = len(cells) - len(large) - (id(cell) not in large)
            if in_percent or (others and between <= {id(cell)}) or len(cells) == 1:
                yield Relation(at, (cell,), partial(_percent, column=column), witness=False)
    for row in sheet.rows("paths"):
        if (beta := row("beta")) and (text := row.says("printed")):
            yield Relation(row.at, (beta,), partial(_rescaled, text=text), witness=False)
    for row in sheet.rows("effects"):
        for name, text in row.sub("printed").raw.items():
            if (whole := row(name)) and isinstance(text, str):
                yield Relation(row.at, (whole,), partial(_rescaled, text=text), witness=False)


def _paths(*betas: str) -> dict[str, object]:
    rows = [{"from": f"x{i}", "to": "y", "beta": b, "complete_equation": True} for i, b in enumerate(betas)]
    return {"paths": rows}


_JORESKOG = "Joreskog 1999, How large can a standardized coefficient be?"
_R = {"kind": "observed-same-variables", "names": ["x0", "x1", "y"], "lower": [["1"], [".95", "1"], [".3", ".1", "1"]]}
CHECKS = (
    Check(
        id="std-beta-above-one",
        title="standardised coefficient above 1",
        section=3,
        formula="one predictor: |beta| = |r| <= 1; several: above 1 only with collinearity",
        reference=_JORESKOG,
        needs="a standardised coefficient; all predictors of the outcome for a proof",
        relations=_betas,
        passes=(_paths(".46"), _paths(".46", "-.31")),
        fails=(_paths("4.6"), _paths("1.06", ".03"), {**_paths("1.10", "-1.00"), "correlations": _R}),
        silent=({"paths": [{"b": "4.6"}]},),
        avoids="suppression; unstandardised coefficients in a column called beta",
    ),
    Check(
        id="percent-scale-coefficient",
        title="a coefficient on a percent scale",
        section=3,
        formula="|coefficient| >= 5 in a column of standardised values",
        reference="own rule; a sanity bound",
        needs="a column of standardised coefficients or loadings",
        relations=_scales,
        passes=(_paths(".46", "-.31"), {"constructs": [{"loadings": [{"loading": ".7"}, {"loading": ".8"}]}]}),
        fails=(
            _paths("46", "-.31"),
            _paths("46", "31", "27"),
            _paths("46"),
            {"paths": [{"beta": ".31", "printed": "31"}]},
            {"effects": [{"indirect": ".26", "printed": {"indirect": "26"}}]},
            {"constructs": [{"loadings": [{"loading": "5.7"}, {"loading": ".8"}]}]},
        ),
        silent=(_paths("46", "12.3", "3.1"), {"paths": [{"b": "46"}]}),
        avoids="columns that hold values between 1.2 and 5: they may not be standardised",
        sanity=True,
    ),
)
