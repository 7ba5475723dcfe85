"""fsQCA solutions: configurations as columns with their conditions, or as rows; consistency and coverage."""

import re

from evidence.read.late import late
from evidence.read.model import Cell
from evidence.read.partial import Findings, Found
from evidence.read.tables.cells import content
from evidence.read.tables.columns import Row
from evidence.read.tables.header import statistic, words_of
from evidence.read.tables.view import Draft, Kind, View, weigh
from evidence.records import Configuration, FsQca

_PRESENT = late(r"^[●•⬤◉⚫∙·✓√■]+$|^(?:core|present|peripheral)\b", re.IGNORECASE)
_ABSENT = re.compile(r"^[⊗⨂⊖○◯ⓧ⮿~✗]+$|^(?:absen)", re.IGNORECASE)
_FIELD = {
    "consistency": "consistency",
    "pri": "pri",
    "raw_coverage": "raw_coverage",
    "unique_coverage": "unique_coverage",
}
_SOLUTION = re.compile(
    r"^(?:overall )?(?:solution |total )(?P<what>consistency|coverage)$|^overall (?P<other>consistency|coverage)$"
)


def _measure(label: str) -> str | None:
    solution = _SOLUTION.match(words_of(label))
    if solution:
        return f"solution_{solution['what'] or solution['other']}"
    found = statistic(label)
    return found if found in _FIELD or found == "coverage" else None


def _label(view: View, row: Row) -> str:
    return next((row.text(c.index) for c in view.panel.columns[:2] if row.text(c.index)), "")


def _upright(view: View) -> bool:
    """Whether configurations are columns."""
    return sum(_measure(_label(view, r)) in _FIELD for r in view.panel.rows) >= 2


def score(view: View) -> float:
    """Consistency and coverage together."""
    announced = {_measure(w) for c in view.panel.columns for w in c.words[-1:]} - {None}
    return weigh(
        (0.7, lambda: len(announced) >= 2 or _upright(view)),
        (-1.0, lambda: view.says(r"necess(?:ary|ity)")),  # conditions one by one are no configurations
        (0.3, lambda: view.says(r"fsqca|configuration|solution|truth table|sufficient")),
    )


def read(view: View) -> Findings:
    """Each configuration, and the solution as a whole."""
    return Findings(fsqca=_columns(view) if _upright(view) else _rows(view))


def _columns(view: View) -> tuple[Found[FsQca], ...]:
    solution = Draft(view)
    configurations: list[Configuration] = []
    measures = [(m, r) for r in view.panel.rows if (m := _measure(_label(view, r)))]
    conditions = [r for r in view.panel.rows if not _measure(_label(view, r)) and _label(view, r)]
    for column in view.panel.columns[1:]:
        one = Draft(view)
        for measure, row in measures:
            numbers = row.content(column.index).numbers
            if len(numbers) != 1:
                continue
            _store(measure, row.cells[column.index], one, solution, row, column.index, len(configurations))
        if set(one.values) & set(_FIELD.values()):
            terms = "*".join(t for r in conditions if (t := _term(_label(view, r), r.text(column.index))))
            configurations.append(
                Configuration(id=(column.words or ("",))[-1] or None, terms=terms or None, **one.values)
            )
    return _made(solution, configurations)


def _store(measure: str, cell: Cell, one: Draft, solution: Draft, row: Row, index: int, at: int) -> None:
    number = row.content(index).numbers[0]
    if measure.startswith("solution_"):
        solution.put(measure, cell, number)
    elif measure in _FIELD and one.put(_FIELD[measure], cell, number):
        solution.note(f"configs/{at}/{_FIELD[measure]}", cell, number)


def _term(condition: str, sign: str) -> str | None:
    if _ABSENT.match(sign.strip()):
        return f"~{condition}"
    return condition if _PRESENT.match(sign.strip()) else None


def _rows(view: View) -> tuple[Found[FsQca], ...]:
    solution = Draft(view)
    configurations: list[Configuration] = []
    named = {c.index: m for c in view.panel.columns if c.words and (m := _measure(c.words[-1]))}
    signs = [c for c in view.panel.columns if any(_term("x", r.text(c.index)) for r in view.panel.rows)]
    for cell in view.panel.heads:
        said = re.match(r"^(?P<what>[A-Za-z ]+?)\s*[:=]", cell.text)
        measure = _measure(said["what"]) if said else None
        numbers = content(cell.text).numbers
        if measure and measure.startswith("solution_") and len(numbers) == 1:
            solution.put(measure, cell, numbers[0])
    for row in view.panel.rows:
        label = _label(view, row)
        measure = _measure(label)
        one = Draft(view)
        for index, column in named.items():
            if len(row.content(index).numbers) == 1 and not measure:
                what = "raw_coverage" if column == "coverage" else column
                _store(what, row.cells[index], one, solution, row, index, len(configurations))
        if measure and measure.startswith("solution_"):
            placed = [(row.cells[c.index], n) for c in view.panel.columns for n in row.content(c.index).numbers]
            if len(placed) == 1:
                solution.put(measure, *placed[0])
        elif one.values:
            printed = "*".join(t for c in signs if (t := _term(c.name, row.text(c.index))))
            terms = printed or re.sub(r"\s*[×*·]\s*", "*", label)
            configurations.append(Configuration(id=label if signs else None, terms=terms or None, **one.values))
    return _made(solution, configurations)


def _made(solution: Draft, configurations: list[Configuration]) -> tuple[Found[FsQca], ...]:
    if not configurations and not solution.values:
        return ()
    return (solution.found(FsQca, 0.92, configs=tuple(configurations)),)


KIND = Kind("fsQCA", "fsqca", score, read)
