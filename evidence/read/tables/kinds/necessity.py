"""Necessary conditions of an fsQCA study: consistency and coverage of each condition, and of its absence."""

import re

from evidence.read.partial import Findings, Found
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.header import words_of
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import FsQca, Necessity

_MEASURES = {
    "consistency": re.compile(r"(?:necessity )?consistency(?: of necessity)?|一致性|一致率"),
    "coverage": re.compile(r"(?:necessity )?coverage(?: of necessity)?|覆盖[度率]"),
    "ron": re.compile(r"ron|relevance(?: of necessity)?"),
}
_NECESSARY = r"necess(?:ary|ity)|必要(?:条件|性)"


def _measure(column: Column) -> str | None:
    words = words_of(column.words[-1]) if column.words else ""
    return next((name for name, pattern in _MEASURES.items() if pattern.fullmatch(words)), None)


def _sets(view: View) -> list[tuple[str | None, dict[str, Column]]]:
    """The columns of each outcome along the top."""
    found: list[tuple[str | None, dict[str, Column]]] = []
    for column in view.panel.columns:
        measure = _measure(column)
        if measure is None:
            continue
        outcome = column.words[-2] if len(column.words) > 1 else None
        if not found or measure in found[-1][1] or found[-1][0] != outcome:
            found.append((outcome, {}))
        found[-1][1][measure] = column
    return [(outcome, columns) for outcome, columns in found if {"consistency", "coverage"} <= columns.keys()]


def score(view: View) -> float:
    """Consistency beside coverage, under words that speak of necessity."""
    return weigh(
        (0.6, bool(_sets(view))),
        (0.4, lambda: view.says(_NECESSARY)),
        (-1.0, lambda: view.captioned(r"sufficien|truth table")),
    )


def _condition(text: str) -> str:
    """`not trust`, `absence of trust` and `~ trust` are `~trust`."""
    text = re.sub(
        r"^(?:[~～¬∼˜]\s*|not[ -]|(?:absence|negation) of\s+|非|~\s*)", "~", text.strip(), flags=re.IGNORECASE
    )
    return ("~" if text.startswith("~") else "") + named(text.lstrip("~"))[0]


def _label(view: View, row: Row) -> str:
    return next((row.text(c.index) for c in view.panel.columns[:2] if c.kind == "text" and row.text(c.index)), "")


def read(view: View) -> Findings:
    """The conditions of each outcome."""
    found: list[Found[FsQca]] = []
    for outcome, columns in _sets(view):
        whole = Draft(view)
        rows: list[Necessity] = []
        for row in view.panel.rows:
            one = Draft(view)
            for measure, column in columns.items():
                numbers = row.content(column.index).numbers
                if (
                    len(numbers) == 1
                    and 0 <= numbers[0].value <= 1
                    and one.put(measure, row.cells[column.index], numbers[0])
                ):
                    whole.note(f"necessity/{len(rows)}/{measure}", row.cells[column.index], numbers[0])
            if one.values and (label := _label(view, row)):
                rows.append(Necessity(_condition(label), **one.values))
            else:
                whole.spans = {k: v for k, v in whole.spans.items() if not k.startswith(f"necessity/{len(rows)}/")}
        if len(rows) > 1:
            name = re.sub(r"^outcome(?: variable)?s?\s*[:=]?\s*", "", outcome or "", flags=re.IGNORECASE)
            found.append(whole.found(FsQca, 0.92, outcome=named(name)[0] if name else None, necessity=tuple(rows)))
    return Findings(fsqca=tuple(found))


KIND = Kind("necessary conditions", "necessity", score, read)
