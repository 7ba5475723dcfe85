"""What a check is, and what it answers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from evidence.checks.sheet import Cell, Row, Sheet

__all__ = [
    "LOUD",
    "Answer",
    "Assessment",
    "Candidate",
    "Check",
    "Conflict",
    "Finding",
    "Level",
    "Missing",
    "NotEvaluated",
    "Relation",
    "need",
    "over",
]

Level = Literal["critical", "error", "warn", "note"]
Answer = Literal["ok", "inconsistent", "not applicable", "not evaluated"]
LOUD: frozenset[str] = frozenset({"critical", "error", "warn"})


class Conflict(NamedTuple):
    """Why a relation cannot hold: what is printed, what would have to be, and how grave that is."""

    level: Level
    message: str
    observed: str
    expected: str


class Relation(NamedTuple):
    """Some cells of a report and the test that their readings must pass.

    `test` gets one reading per cell, in order, and answers None if some choice of unrounded values satisfies the
    identity. It must be inclusion monotone: wider readings never turn None into a conflict.
    """

    at: str
    cells: tuple[Cell, ...]
    test: Callable[..., Conflict | None]
    witness: bool = True  # holding says something about the cells: an identity does, a wide range does not


class Missing(NamedTuple):
    """A relation that could not be evaluated: where, and what is missing."""

    at: str
    what: str


Relations = Callable[[Sheet], Iterable["Relation | Missing"]]


@dataclass(frozen=True)
class Check:
    """One check of the catalogue: its words, its relations, and the invented reports that prove it."""

    id: str
    title: str
    section: int
    formula: str
    reference: str
    needs: str
    relations: Relations
    passes: tuple[dict[str, Any], ...]
    fails: tuple[dict[str, Any], ...]
    silent: tuple[dict[str, Any], ...]  # does not apply, or cannot be evaluated
    avoids: str = ""
    sanity: bool = False  # a sanity bound or an unlikely pattern, not an identity (rule R10)


@dataclass(frozen=True)
class Candidate:
    """What a blamed cell may have been meant to say, and the slip that explains what is printed."""

    at: str
    printed: str
    text: str
    slip: str


@dataclass(frozen=True)
class Finding:
    """One inconsistency: the printed values, the proof, and the cell that most likely is wrong."""

    check: str
    level: Level
    at: tuple[str, ...]
    blames: tuple[str, ...]
    message: str
    observed: str
    expected: str
    formula: str
    reference: str
    candidates: tuple[Candidate, ...] = ()
    group: int = 0  # findings of one group share a cause (rule R6)


@dataclass(frozen=True)
class NotEvaluated:
    """A check that could not be evaluated somewhere, and what is missing."""

    check: str
    at: str
    missing: str


@dataclass(frozen=True)
class Assessment:
    """All that the catalogue says of one report."""

    findings: tuple[Finding, ...] = ()
    evaluated: tuple[str, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    answers: dict[str, Answer] = field(default_factory=dict)


def need(row: Row, names: str) -> tuple[Cell, ...] | Missing | None:
    """The named cells of a row; None where none of them is printed, Missing where only some are."""
    cells = [row(name) for name in names.split()]
    found = tuple(c for c in cells if c is not None)
    if len(found) == len(cells):
        return found
    if not found:
        return None
    return Missing(row.at, ", ".join(n for n, c in zip(names.split(), cells, strict=True) if c is None))


def over(
    rows: str | Callable[[Sheet], Iterable[Row]],
    names: str,
    test: Callable[..., Conflict | None],
    when: Callable[[Row], bool] | None = None,
    witness: bool = True,
) -> Relations:
    """One relation per row of a section between the named cells; `when` says to which rows it applies."""

    def relations(sheet: Sheet) -> Iterator[Relation | Missing]:
        for row in sheet.rows(rows) if isinstance(rows, str) else rows(sheet):
            if when is not None and not when(row):
                continue
            cells = need(row, names)
            if isinstance(cells, Missing):
                yield cells
            elif cells:
                yield Relation(row.at, cells, test, witness)

    return relations
