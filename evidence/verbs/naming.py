"""Placing reported names in the vocabulary."""

from collections.abc import Sequence

from sqlalchemy import Engine

from evidence.verbs import clock

__all__ = ["accept_name", "accept_proposals", "broaden_map"]


def accept_name(
    engine: Engine, name: str, construct: str, study: str | None, polarity: int, *, coder: str, map: str
) -> tuple[int, int]:
    """Place a reported name, in one study or in all; answers with how many rows are new, and how many stood so."""
    from evidence.store.mappings import Decision, current, decide
    from evidence.store.vocabulary import vocabulary

    chosen = vocabulary(engine).find(construct)
    decisions = [Decision(each, chosen, polarity) for each in current(engine, name, study)]
    return decide(engine, decisions, coder=coder, when=clock.today(), map=map)


def accept_proposals(engine: Engine, at_least: float, *, coder: str, map: str) -> tuple[int, int, int]:
    """Place every name whose best proposal reaches a person's threshold: new rows, rows that stood, names left."""
    from evidence.constructs import accept
    from evidence.store.mappings import Decision, decide, proposals

    found = proposals(engine)
    accept((each for _, each in found), at_least)  # refuses a threshold that is none
    through = [
        Decision(name, each.best.construct, each.best.polarity, each.best.score)
        for name, each in found
        if each.best is not None and each.best.score >= at_least
    ]
    new, same = decide(engine, through, coder=coder, when=clock.today(), map=map)
    return new, same, len(found) - len(through)


def broaden_map(engine: Engine, stops: "Sequence[str]", *, coder: str, map: str) -> tuple[int, int]:
    """Make a map in which everything below some constructs counts as them."""
    from evidence.store.mappings import broaden

    return broaden(engine, stops, coder=coder, when=clock.today(), map=map)
