"""A person's word on numbers and findings: the sentences behind `evidence review`. Wiring only."""

from typing import TYPE_CHECKING

from sqlalchemy import Engine

from evidence.verbs import clock

if TYPE_CHECKING:
    from evidence.store.decisions import Decided

__all__ = ["decide", "decide_finding"]


def decide(
    engine: Engine, study: str, pointer: str, kind: str, *, reason: str, coder: str, value: str | None = None
) -> "list[Decided]":
    """Keep a person's word on the numbers at a place of a study; gives one answer per number."""
    from evidence.reports.lists import study_id
    from evidence.store.decisions import decide_value

    key = study_id(engine, study)
    return decide_value(engine, key, pointer, kind, reason=reason, coder=coder, now=clock.now(), value=value)


def decide_finding(engine: Engine, finding: str, kind: str, *, reason: str, coder: str) -> "Decided":
    """Keep a person's word on a finding, named by its id or the beginning of it."""
    from evidence.store import decisions

    return decisions.decide_finding(engine, finding, kind, reason=reason, coder=coder, now=clock.now())
