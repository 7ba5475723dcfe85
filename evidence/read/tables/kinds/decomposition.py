"""Effects of each predictor in its row, with direct, indirect and total effects under every outcome along the top."""

from evidence.read.partial import Findings, Found
from evidence.read.tables.columns import Column
from evidence.read.tables.header import is_qualifier
from evidence.read.tables.outcomes import label_of
from evidence.read.tables.sets import bare_outcome
from evidence.read.tables.stated import ends
from evidence.read.tables.view import Draft, Kind, View, named, weigh
from evidence.records import Effect

_PARTS = ("direct", "indirect", "total")


def _outcomes(view: View) -> dict[str, dict[str, Column]]:
    """The columns of each outcome by their part; empty where a part stands under no outcome."""
    found: dict[str, dict[str, Column]] = {}
    for column in view.panel.of(*_PARTS):
        part = column.statistic
        if column.kind != "number" or part not in _PARTS:
            continue
        if len(column.words) < 2 or is_qualifier(column.words[0]):
            return {}
        found.setdefault(bare_outcome(column.words[0]), {}).setdefault(part, column)
    return found


def score(view: View) -> float:
    """Two parts at least under every outcome, and predictors alone in the rows."""
    outcomes = _outcomes(view)
    whole = bool(outcomes) and all(len(parts) >= 2 for parts in outcomes.values())
    stated = whole and any(ends(view, row) is not None for row in view.panel.rows)
    return weigh((0.9, whole and not stated), (0.1, view.captioned(r"effect")))


def read(view: View) -> Findings:
    """What each predictor does to each outcome."""
    found: list[Found[Effect]] = []
    for row in view.panel.rows:
        source = named(label_of(view, row))[0]
        for outcome, parts in _outcomes(view).items():
            draft = Draft(view)
            for part, column in parts.items():
                content = row.content(column.index)
                if content.numbers and content.numeric and not content.numbers[0].bound:
                    draft.put(part, row.cells[column.index], content.numbers[0])
            if source and draft.values:
                found.append(draft.found(Effect, 0.93, from_=source, to=named(outcome)[0]))
    return Findings(effects=tuple(found), abbreviations=dict(view.legend.meanings))


KIND = Kind("decomposition", "relations", score, read)
