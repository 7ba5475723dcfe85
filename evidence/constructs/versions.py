"""A mapping is a row that is never changed: a better one supersedes it, and several maps stand side by side.

A narrow map keeps performance expectancy apart from perceived usefulness, a broad map joins them; which one a pooled
effect used is part of its name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from evidence.constructs.mapping import Proposals
from evidence.constructs.vocabulary import Vocabulary
from evidence.errors import UsageError

__all__ = ["Mapping", "broad", "current", "from_proposals", "record", "unmapped"]


@dataclass(frozen=True, slots=True)
class Mapping:
    """(name as reported in a study) -> construct, in one map: by which method, how sure, by whom, when."""

    study: str
    reported: str
    construct: str
    polarity: int = 1
    map: str = "narrow"
    method: str = "person"
    score: float | None = None
    coder: str = ""
    date: str = ""
    version: int = 1
    superseded_by: int | None = None


def record(rows: Sequence[Mapping], new: Mapping) -> list[Mapping]:
    """The rows with a new one added; the row it replaces stays and names its successor. Recording twice is once.

    >>> first = Mapping("s1", "PU", "perceived_usefulness")
    >>> [r.superseded_by for r in record([first], Mapping("s1", "PU", "utilitarian_value"))]
    [2, None]
    """
    key = (new.map, new.study, new.reported)
    mine = [row for row in rows if (row.map, row.study, row.reported) == key]
    standing = next((row for row in mine if row.superseded_by is None), None)
    if standing is not None and (standing.construct, standing.polarity) == (new.construct, new.polarity):
        return list(rows)
    version = 1 + max((row.version for row in mine), default=0)
    kept = [replace(row, superseded_by=version) if row is standing else row for row in rows]
    return [*kept, replace(new, version=version, superseded_by=None)]


def current(rows: Iterable[Mapping], map: str = "narrow") -> dict[tuple[str, str], Mapping]:
    """The standing mapping of each (study, reported name) in one map."""
    rows = list(rows)
    known = {row.map for row in rows}
    if rows and map not in known:
        raise UsageError(f"no map {map!r}", todo="maps: " + ", ".join(sorted(known)))
    return {(row.study, row.reported): row for row in rows if row.map == map and row.superseded_by is None}


def broad(rows: Iterable[Mapping], vocabulary: Vocabulary, stops: Iterable[str], map: str = "broad") -> list[Mapping]:
    """A broader map made from the narrow one: each construct is lifted to the nearest ancestor among `stops`."""
    stops = [vocabulary[each].id for each in stops]
    return [
        replace(
            row, construct=vocabulary.broaden(row.construct, stops), map=map, method=f"lifted from {row.map}", version=1
        )
        for _, row in sorted(current(rows).items())
    ]


def unmapped(
    reported: Iterable[tuple[str, str]], rows: Iterable[Mapping], map: str = "narrow"
) -> list[tuple[str, str]]:
    """The (study, name) pairs that no standing row of the map places, each once, in order."""
    placed = {(row.study, row.reported) for row in rows if row.map == map and row.superseded_by is None}
    return [pair for pair in dict.fromkeys(reported) if pair not in placed]


def from_proposals(study: str, through: Iterable[Proposals], *, coder: str, date: str) -> list[Mapping]:
    """Rows for the proposals a threshold let through (`accept`), with the score and the method kept."""
    return [
        Mapping(
            study, each.name, each.best.construct, each.best.polarity, "narrow", "rules", each.best.score, coder, date
        )
        for each in through
        if each.best is not None
    ]
