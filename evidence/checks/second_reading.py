"""The reader checks first (rule R7): what looks like an author's error is read again before it is the author's."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from evidence.checks.assess import check
from evidence.checks.model import LOUD, Assessment, Finding
from evidence.records import Reread

__all__ = ["SecondReading", "read_again"]

_CELLS = 12  # of a group, likeliest wrong first; what lies beyond explains nothing


@dataclass(frozen=True)
class SecondReading:
    """The report with its reading errors repaired, what the checks say of it now, and the log of repairs."""

    report: dict[str, Any]
    assessment: Assessment
    repaired: tuple[Reread, ...]


def read_again(report: dict[str, Any], second: Callable[[str], Mapping[str, str]]) -> SecondReading:
    """Read the cells of every finding above `note` by another route, and keep what clears the finding.

    `second` answers a JSON pointer with what other routes read there, by the name of the route, where that differs. A
    reading is taken only if findings vanish and none appears: our reading error, repaired and logged, not charged to
    the paper. Pointers that share the printed place are repaired together.
    """
    assessment = check(report)
    repaired: list[Reread] = []
    asked: set[str] = set()
    while True:
        suspects = dict.fromkeys(at for f in _loud(assessment) for at in f.blames[:_CELLS] if at not in asked)
        for at in suspects:
            asked.add(at)
            tried = (_better(report, assessment, at, route, text) for route, text in second(at).items())
            better = next((b for b in tried if b is not None), None)
            if better is not None:
                report, assessment, log = better
                repaired.append(log)
                asked = {r.at for r in repaired}  # what did not help before may help now
                break
        else:
            return SecondReading(report, assessment, tuple(repaired))


def _loud(assessment: Assessment) -> list[Finding]:
    return [f for f in assessment.findings if f.level in LOUD]


def _better(
    report: dict[str, Any], before: Assessment, at: str, route: str, text: str
) -> tuple[dict[str, Any], Assessment, Reread] | None:
    changed = deepcopy(report)
    first = _replace(changed, at, text)
    if first is None or first == text:
        return None
    for twin in _sharing(report, at):
        if (other := _replace(changed, twin, text)) != first:
            _replace(changed, twin, other)  # a value of its own at the same place: a rescaled one, a word
    after = check(changed)
    old, new = ({(f.check, f.at) for f in _loud(a)} for a in (before, after))
    if not new < old:
        return None
    return changed, after, Reread(at, first, text, route, tuple(sorted({c for c, _ in old - new})))


def _sharing(report: dict[str, Any], at: str) -> list[str]:
    """Other pointers whose number was printed at the same place."""
    spans = report.get("spans") or {}
    return [other for other, span in spans.items() if other != at and at in spans and span == spans[at]]


def _replace(report: dict[str, Any], at: str, text: str | None) -> str | None:
    """Put a text where the pointer shows; the text that stood there, None where no text did."""
    node: Any = report
    *parents, last = [s.replace("~1", "/").replace("~0", "~") for s in at.split("/")[1:]]
    for step in parents:
        node = node[int(step)] if isinstance(node, list) else node[step]
    key: Any = int(last) if isinstance(node, list) else last
    first = node[key]
    node[key] = text
    return first if isinstance(first, str) else None
