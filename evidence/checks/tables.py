"""Correlation tables and equations as the structural checks need them."""

from collections.abc import Iterator
from typing import NamedTuple

from evidence.checks.sheet import Cell, Row, Sheet, number

__all__ = ["Equation", "Table", "correlation_of", "equations", "matrices", "off_diagonal", "same_model"]


class Table(NamedTuple):
    """A printed lower triangle of correlations."""

    row: Row
    names: list[str]
    lower: list[list[Cell | None]]
    kind: str
    diagonal: str

    def name(self, i: int) -> str:
        return self.names[i] if i < len(self.names) else f"row {i + 1}"

    def cell(self, a: str, b: str) -> Cell | None:
        """The correlation of two names."""
        if a == b or a not in self.names or b not in self.names:
            return None
        i, j = sorted((self.names.index(a), self.names.index(b)), reverse=True)
        return self.lower[i][j] if i < len(self.lower) and j < len(self.lower[i]) else None


def matrices(sheet: Sheet) -> list[Table]:
    """Every printed correlation matrix."""

    def find() -> list[Table]:
        found = []
        for row in sheet.rows("correlations"):
            lines = row.raw.get("lower")
            lower = [
                [number(f"{row.at}/lower/{i}/{j}", v) for j, v in enumerate(line)]
                if isinstance(line, list | tuple)
                else []
                for i, line in enumerate(lines if isinstance(lines, list | tuple) else ())
            ]
            found.append(Table(row, row.names("names"), lower, row.says("kind"), row.says("diagonal")))
        return found

    found: list[Table] = sheet.remember("matrices", find)
    return found


def off_diagonal(table: Table) -> Iterator[tuple[int, int, Cell]]:
    """The correlations below the diagonal."""
    for i, line in enumerate(table.lower):
        for j, cell in enumerate(line[:i]):
            if cell is not None:
                yield i, j, cell


SAME_MODEL = ("latent-same-model", "pls-scores", "observed-same-variables")


def same_model(sheet: Sheet, row: Row) -> Table | None:
    """The correlations of the very variables that this equation's paths connect, in the same model and group."""
    for table in matrices(sheet):
        if table.kind in SAME_MODEL and all(
            not (table.row.says(k) and row.says(k)) or table.row.says(k) == row.says(k) for k in ("model", "group")
        ):
            return table
    return None


def correlation_of(sheet: Sheet, row: Row, a: str, b: str) -> Cell | None:
    """The same-model correlation of two variables of an equation."""
    table = same_model(sheet, row)
    return table.cell(a, b) if table else None


class Equation(NamedTuple):
    """One outcome, all its predictors with their standardised paths, and what the paper says it explains."""

    row: Row
    outcome: str
    betas: dict[str, Cell]
    complete: bool  # every predictor of the outcome is listed
    open: bool  # nothing says whether they are
    table: str  # where the paths stand
    r2: Cell | None


def equations(sheet: Sheet) -> list[Equation]:
    """The equations of the structural model: from `structural`, else from the paths that reach an outcome."""

    def find() -> list[Equation]:
        found, stated = [], set()
        for row in sheet.rows("structural"):
            paths = _into(sheet, row.says("outcome"), row)
            predictors = row.names("predictors") or [p.says("from") for p in paths]
            betas = {p.says("from"): b for p in paths if (b := p("beta"))}
            complete = bool(betas) and set(predictors) == set(betas) and _complete(paths, row)
            stated.add((row.says("outcome"), row.says("model"), row.says("group")))
            found.append(Equation(row, row.says("outcome"), betas, complete, _open(paths), _table(paths), row("r2")))
        keys = dict.fromkeys((p.says("to"), p.says("model"), p.says("group")) for p in sheet.rows("paths"))
        for outcome, model, group in keys:
            if any(o == outcome and m in ("", model) and g in ("", group) for o, m, g in stated):
                continue
            paths = [p for p in _into(sheet, outcome) if (p.says("model"), p.says("group")) == (model, group)]
            if paths:
                betas = {p.says("from"): b for p in paths if (b := p("beta"))}
                complete = bool(betas) and len(betas) == len(paths) and _complete(paths)
                found.append(Equation(paths[0], outcome, betas, complete, _open(paths), _table(paths), None))
        return found

    found: list[Equation] = sheet.remember("equations", find)
    return found


def _complete(paths: list[Row], row: Row | None = None) -> bool:
    return all(p.raw.get("complete_equation") is True for p in paths) and (row is None or bool(paths))


def _open(paths: list[Row]) -> bool:
    """Nothing says whether these are all predictors; paths of different tables may be of different models."""
    unsaid = bool(paths) and all(p.raw.get("complete_equation") is None and p("beta") for p in paths)
    return unsaid and len({p.says("table") for p in paths}) == 1


def _table(paths: list[Row]) -> str:
    return paths[0].says("table") if paths else ""


def _into(sheet: Sheet, outcome: str, row: Row | None = None) -> list[Row]:
    """The direct paths that end in the outcome, of the same model and group, each pair once."""
    found: dict[str, Row] = {}
    for path in sheet.rows("paths"):
        if path.says("to") != outcome or path.says("effect") not in ("", "direct", "interaction"):
            continue
        if path.raw.get("primary") is False:
            continue
        if row is not None and any(
            row.says(k) and path.says(k) and row.says(k) != path.says(k) for k in ("model", "group")
        ):
            continue
        key = f"{path.says('from')}|{path.says('model')}|{path.says('group')}"
        found.setdefault(key, path)
    return list(found.values())
