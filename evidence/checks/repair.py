"""One cause, one finding: which printed cell, changed by one slip, would clear all findings that share it."""

from typing import NamedTuple

from evidence.checks.model import Candidate, Conflict, Relation

__all__ = ["Blame", "blame"]


class Blame(NamedTuple):
    """The cells of a group of findings, likeliest wrong one first."""

    cells: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    group: int


def blame(broken: list[tuple[Relation, Conflict]], tried: list[Relation]) -> list[Blame]:
    """For each broken relation, the cells to look at."""
    return [Blame(tuple(dict.fromkeys(c.at for c in r.cells)), (), 0) for r, _ in broken]
