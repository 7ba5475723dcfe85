"""Squares of path coefficients: on which side the sources stand; squares of the p, t or errors of paths."""

import re
from dataclasses import replace
from typing import Literal

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.tables.outcomes import label_of
from evidence.read.tables.view import Draft, View
from evidence.records import Path

__all__ = ["beside_paths", "is_square", "sources_along", "turned", "without_zeros"]

Beside = Literal["p", "stat", "se"]
_ZEROS = ("0", ".00", ".000", "0.00", "0.000", "0.0000")
_NEAR = 500  # characters before a table in which a sentence says how it is to be read

_SOURCES = r"(?:predictors?|causes?|antecedents?|sources?|exogenous|independent|explanatory|influencing)"
_TARGETS = (
    r"(?:outcomes?|criteri\w+|consequen\w+|targets?|endogenous|dependent|predicted|effects?|influenced|point(?:ed)?)"
)
# `columns are predictors, rows are the variables which they point at`
_ALONG = late(
    rf"columns?\s+(?:\w+\s+){{0,4}}?{_SOURCES}|{_SOURCES}\s+(?:\w+\s+){{0,3}}?(?:in|along|as)\s+(?:the\s+)?(?:columns?|top)"
    rf"|rows?\s+(?:\w+\s+){{0,4}}?{_TARGETS}|{_TARGETS}\s+(?:\w+\s+){{0,3}}?(?:in|along|as|down)\s+(?:the\s+)?(?:rows?|side)"
    r"|\bcolumns?\s+(?:→|->|to|on|affects?|influences?|predicts?)\s+(?:the\s+)?rows?"
    r"|\brows?\s+(?:is|are)\s+(?:affected|influenced|predicted|explained|caused)\s+by\s+(?:the\s+)?columns?",
    re.IGNORECASE,
)
_DOWN = late(
    rf"rows?\s+(?:\w+\s+){{0,4}}?{_SOURCES}|{_SOURCES}\s+(?:\w+\s+){{0,3}}?(?:in|along|as|down)\s+(?:the\s+)?(?:rows?|side)"
    r"|\brows?\s+(?:→|->|to|on|affects?|influences?|predicts?)\s+(?:the\s+)?columns?"
    r"|\bcolumns?\s+(?:is|are)\s+(?:affected|influenced|predicted|explained|caused)\s+by\s+(?:the\s+)?rows?",
    re.IGNORECASE,
)
_PRINTED_ALONG = late(r"\bWarpPLS\b")  # its squares have the sources along the top
_HEAD = r"(?:tab(?:le|\.)\s*[\w.-]+?[.:]?\s+)?(?:(?:the|matrix|of)\s+)*"
_OTHERS: tuple[tuple[Beside, "re.Pattern[str]"], ...] = (
    ("p", re.compile(rf"{_HEAD}(?:p ?-? ?values?|significance)\b")),
    ("stat", re.compile(rf"{_HEAD}t ?-? ?(?:values?|statistics?|ratios?)\b")),
    ("se", re.compile(rf"{_HEAD}standard errors?\b")),
)


def is_square(view: View) -> bool:
    """Names down the side and along the top, some of them on both sides."""
    top = {c.words[-1].lower() for c in view.panel.numbers() if not c.statistics and c.words}
    return len(top) >= 2 and any(label_of(view, r).lower() in top for r in view.panel.rows)


def sources_along(view: View, paths: list[Found[Path]]) -> bool:
    """Whether the sources stand along the top: as Amos prints it, as it is told, as the hypotheses run."""
    if _filled_with_zeros(view):
        return True
    near = f"{view.panel.about} {_before(view)}"
    along, down = bool(_ALONG.search(near)), bool(_DOWN.search(near))
    if along != down:
        return along
    claimed = {(h.from_.lower(), h.to.lower()) for h in view.hypotheses if h.from_ and h.to}
    ends = [(view.names.full(p.value.from_).lower(), view.names.full(p.value.to).lower()) for p in paths]
    as_read, exchanged = (sum(pair[::way] in claimed for pair in ends) for way in (1, -1))
    return exchanged > as_read if as_read != exchanged else bool(_PRINTED_ALONG.search(view.text))


def _before(view: View) -> str:
    """The words right above the table."""
    start = view.panel.span[0] if view.panel.span else 0
    return view.text[max(start - _NEAR, 0) : start]


def _filled_with_zeros(view: View) -> bool:
    """A square of effects as Amos prints it: outcomes down the side, and a zero where there is no path."""
    names = [c.words[-1].lower() if c.words else "" for c in view.panel.columns]
    own = [
        row.content(names.index(label)).numbers
        for row in view.panel.rows
        if (label := label_of(view, row).lower()) in names
    ]
    return bool(own) and all(n and n[0].text in _ZEROS for n in own)


def without_zeros(view: View, paths: list[Found[Path]]) -> list[Found[Path]]:
    """The paths without those whose zero says that there is none."""
    if not _filled_with_zeros(view):
        return paths
    return [p for p in paths if (p.value.beta or p.value.b) not in _ZEROS]


def turned(found: Found[Path]) -> Found[Path]:
    """The same path with its ends exchanged."""
    return replace(found, value=replace(found.value, from_=found.value.to, to=found.value.from_))


def beside_paths(view: View) -> list[Found[Path]] | None:
    """The p, t or standard errors of paths, where the caption says that the square holds these, not coefficients."""
    field = next((name for name, words in _OTHERS if words.match(view.panel.caption.lower())), None)
    if field is None:
        return None
    found = []
    for row in view.panel.rows:
        for column in view.panel.numbers():
            draft = Draft(view)
            numbers = row.content(column.index).numbers
            label = label_of(view, row)
            if len(numbers) == 1 and column.words and draft.put(field, row.cells[column.index], numbers[0]):
                kind = {"stat_kind": "t"} if field == "stat" else {}
                found.append(
                    draft.found(Path, 0.9, from_=label, to=column.words[-1], effect="direct", table=view.where, **kind)
                )
    return found
