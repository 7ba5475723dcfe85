"""What a report is: sections, each a title, a few words, and one table that every format renders from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine

from evidence.errors import UsageError, nearest
from evidence.registry import members
from evidence.store.query import Answer

__all__ = ["Report", "Section", "find", "reports"]


@dataclass(frozen=True)
class Section:
    """A title, a remark, and a table; a section without a table is only said.

    `blocks` is what a terminal shows in place of a table whose rows are too long to stand side by side.
    """

    title: str
    answer: Answer | None = None
    remark: str = ""
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A report under its name; `argument` is what it wants to be told (a study), or empty."""

    name: str
    title: str
    make: Callable[[Engine, Mapping[str, Any]], list[Section]]
    argument: str = ""
    defaults: Mapping[str, Any] = field(default_factory=dict)


def reports() -> dict[str, Report]:
    """Every report by name."""
    return {report.name: report for _, report in members("evidence.reports", "REPORT")}


def find(name: str) -> Report:
    """The report of that name, or a refusal that names the nearest."""
    known = reports()
    if name not in known:
        raise UsageError(f"there is no report '{name}'", todo=nearest(name, sorted(known)))
    return known[name]
