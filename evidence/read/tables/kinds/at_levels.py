"""Effects drawn along the top, at levels of a moderator down the side: `Salt → Joy | Salt → Joy → Calm` over `Low`."""

import re

from evidence.read.partial import Findings, Found
from evidence.read.tables.caption_ends import named_by
from evidence.read.tables.columns import Column
from evidence.read.tables.estimates import LEADING, WANTED, drafted
from evidence.read.tables.relations import Relation
from evidence.read.tables.sets import ColumnSet, column_sets
from evidence.read.tables.stated import is_difference, is_level
from evidence.read.tables.unnamed import drawn
from evidence.read.tables.view import Kind, View
from evidence.records import Path

# `Salt → Joy indirect effect`, `盐→喜悦的间接效应`
_SORT = re.compile(
    r"的?(?:条件)?(?:间接|直接|中介)?效应.*$|\s*\(?(?:(?:conditional\s+)?(?:(?:in)?direct|total)\s+|conditional\s+)effects?\)?$|\s*\(?effect\)?$",
    re.IGNORECASE,
)


def score(view: View) -> float:
    """A relation over each coefficient, and nothing but levels in the rows."""
    labels = [t for row in view.panel.rows if (t := view.panel.stub(row)) and not is_difference(t)]
    levels = len(labels) > 1 and all(map(is_level, labels))
    return 1.0 if levels and _drawn_sets(view) else 0.0


def read(view: View) -> Findings:
    """Each relation at each level."""
    paths: list[Found[Path]] = []
    for row in view.panel.rows:
        level = view.panel.stub(row)
        for columns, tie in _drawn_sets(view) if level and not is_difference(level) else ():
            if estimate := drafted(view, row, columns):
                paths.append(
                    estimate.draft.found(
                        Path, 0.93, from_=tie.source, to=tie.target, via="; ".join(tie.via) or None,
                        effect="indirect" if tie.via else "direct", table=view.where, group=level,
                    )
                )  # fmt: skip
    return Findings(paths=tuple(paths))


def _drawn_sets(view: View) -> list[tuple[ColumnSet, Relation]]:
    """The columns of each coefficient with the relation over them; none where one of them has none."""
    sets = _under_headings(view) or column_sets(view, WANTED, LEADING)
    ties = [
        next(
            (tie for label in reversed(columns.labels) if (tie := drawn(_SORT.sub("", label)) or named_by(label))), None
        )
        for columns in sets
    ]
    known = {(tie.source, tie.target) for tie in ties if tie and not tie.via}
    if len(known) == 1:
        ties = [tie or _further(columns, *known.copy().pop()) for tie, columns in zip(ties, sets, strict=True)]
    return [] if None in ties else [(columns, tie) for columns, tie in zip(sets, ties, strict=True) if tie]


def _under_headings(view: View) -> list[ColumnSet]:
    """The columns under each heading that tells a relation, if all do: `β` under one, `Effect` under another."""
    under: dict[str | None, dict[str, Column]] = {}
    for column in view.panel.numbers():
        telling = (w for w in column.words if drawn(w) or named_by(w) or _INDIRECT_ON.fullmatch(w.strip()))
        columns = under.setdefault(next(telling, None), {})
        for statistic in column.statistics:
            if statistic in WANTED:
                columns.setdefault(statistic, column)
    return [ColumnSet(columns, (w,)) for w, columns in under.items() if w] if None not in under else []


_INDIRECT_ON = re.compile(
    r"(?:conditional\s+)?(?:indirect|mediated)\s+effects?\s+"
    r"(?:(?:on|upon)\s+(?:the\s+)?(?P<b>[^()]{2,60})|of\s+(?:the\s+)?(?P<a>[^()]{2,60}?)\s+(?:via|through)\s+(?P<m>[^()]{2,60}))",
    re.IGNORECASE,
)


def _further(columns: ColumnSet, source: str, target: str) -> Relation | None:
    """Beside `Effect of salt on joy`: `Indirect effect on calm` goes through joy, `... of rye via salt` ends in it."""
    told = next((m for label in columns.labels if (m := _INDIRECT_ON.fullmatch(label.strip()))), None)
    if told is None:
        return None
    if told["b"]:
        if told["b"].strip().casefold() == target.casefold():
            return None
        return Relation(source, told["b"].strip(), (target,), "indirect")
    return Relation(told["a"], target, (told["m"].strip(),), "indirect") if told["m"].strip() == source else None


KIND = Kind("at levels", "relations", score, read)
