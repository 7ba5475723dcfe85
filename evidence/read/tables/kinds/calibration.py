"""Anchors of fsQCA sets: where membership is full, half and none."""

import re

from evidence.read.partial import Findings
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.header import words_of
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Calibration, FsQca

_POINT = r"(?: (?:point|threshold|anchor))?(?: ?\(.*\))?"
_ANCHORS = {
    name: re.compile(rf"(?:{words}){_POINT}")
    for name, words in {
        "full_in": r"full(?:y)?[ -]?(?:in(?: the set)?|members?(?:hip)?)|完全隶属(?:点)?",
        "crossover": r"cross-?over|(?:point of )?maximum ambiguity|交叉点",
        "full_out": r"full(?:y)?[ -]?out(?: of the set)?|(?:full(?:y)?[ -]?)?non-?members?(?:hip)?|完全不隶属(?:点)?",
    }.items()
}


def _columns(view: View) -> dict[str, Column]:
    """The column of each anchor; none where one of them is missing or there twice."""
    found: dict[str, Column] = {}
    for column in view.panel.columns:
        words = words_of(column.words[-1]) if column.words else ""
        name = next((n for n, pattern in _ANCHORS.items() if pattern.fullmatch(words)), None)
        if name in found:
            return {}
        if name:
            found[name] = column
    return found if len(found) == len(_ANCHORS) else {}


def score(view: View) -> float:
    """Three anchors along the top."""
    return weigh((0.8, bool(_columns(view))), (0.2, lambda: view.says(r"calibrat|anchor|fuzzy|membership|校准")))


def _label(view: View, row: Row) -> str:
    return view.panel.stub(row)


def read(view: View) -> Findings:
    """One set to a row."""
    whole = Draft(view)
    rows: list[Calibration] = []
    for row in view.panel.rows:
        one, label = Draft(view), _label(view, row)
        for name, column in _columns(view).items():
            numbers = row.content(column.index).numbers
            if label and len(numbers) == 1 and one.put(name, row.cells[column.index], numbers[0]):
                whole.note(f"calibration/{len(rows)}/{name}", row.cells[column.index], numbers[0])
        if one.values:
            rows.append(Calibration(named(label)[0], **one.values))
    return Findings(fsqca=(whole.found(FsQca, 0.92, calibration=tuple(rows)),) if rows else ())


KIND = Kind("calibration", "calibration", score, read)
