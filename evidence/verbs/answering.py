"""Pooled answers, the graph of claims, path models."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from evidence import __version__

if TYPE_CHECKING:
    from pandas import DataFrame

    from evidence.constructs.graph import ClaimGraph
    from evidence.errors import UsageError
    from evidence.pooling.answer import Answer
    from evidence.reports.report import Section

__all__ = [
    "PoolAnswer", "graph", "keep_answer", "kept_sections", "masem", "masem_file", "plot", "pool", "pool_all",
    "pool_by_map", "pool_file",
]  # fmt: skip


@dataclass(frozen=True)
class PoolAnswer:
    """What `pool` answers: the sections to print, the answers behind them, and what its content id is made of."""

    sections: "list[Section]"
    answers: "list[Answer]"
    query: dict[str, Any]
    effects: "DataFrame"


def pool(engine: Engine, source: str, target: str, *, map: str = "default", **how: Any) -> PoolAnswer:
    """Pool the effects from one construct to another under a map of names.

    `how`: method, test, model ("auto", "independent", "che"), level, broad, impute_r.
    """
    from evidence.pooling.answer import answers
    from evidence.pooling.same_people import counted_once
    from evidence.reports.pooled import flag_section, pooled_sections
    from evidence.store.pooling import effects_between, flags_on, members_of

    ends = members_of(engine, source, map), members_of(engine, target, map)
    effects = effects_between(engine, *ends, map)
    if effects.empty:
        raise _nothing_known(engine, (source, target), ends, map)
    effects = counted_once(effects, _same_people(engine, effects))
    found = answers(effects, **how)
    usual = map == "default"
    title = f"{source} -> {target}" if usual else f"{source} -> {target}, map '{map}'"
    sections = [*pooled_sections(title, found), *flag_section(flags_on(engine, effects))]
    query = {"source": ends[0], "target": ends[1], **how}
    return PoolAnswer(sections, found, query if usual else {**query, "map": map}, effects)


def pool_by_map(engine: Engine, source: str, target: str, maps: Sequence[str], **how: Any) -> "dict[str, PoolAnswer]":
    """The same question under several maps; a map under which nothing is known is left out, unless all are."""
    from evidence.errors import UsageError
    from evidence.store.maps import require_map

    found: dict[str, PoolAnswer] = {}
    refused: UsageError | None = None
    for map in dict.fromkeys(maps):
        require_map(engine, map)
        try:
            found[map] = pool(engine, source, target, map=map, **how)
        except UsageError as refusal:
            refused = refusal
    if not found and refused is not None:
        raise refused
    return found


def _nothing_known(
    engine: Engine, asked: tuple[str, str], ends: "tuple[list[str], list[str]]", map: str
) -> "UsageError":
    """The refusal of a pair without effects, with what else is known of both."""
    from evidence.errors import UsageError
    from evidence.store.pooling import known_with

    told = [
        f"'{name}' has effects with {', '.join(others)}" if others else f"'{name}' has no effect at all"
        for name, members in zip(asked, ends, strict=True)
        for others in [known_with(engine, members, map)]
    ]
    return UsageError(
        f"nothing is known between '{asked[0]}' and '{asked[1]}'",
        why="; ".join(told),
        todo="'evidence pool --all --min-k 1' names every pair that has an effect",
    )


def keep_answer(engine: Engine, answer: PoolAnswer) -> str:
    """Keep a pooled answer with all its members, in use or held out; gives its content id."""
    from sqlalchemy.exc import DBAPIError

    from evidence.reports.pooled import to_plain
    from evidence.store.engine import database_error
    from evidence.store.estimates import keep

    try:
        return keep(engine, answer.query, answer.effects, to_plain(answer.sections), f"evidence {__version__}")
    except DBAPIError as error:
        raise database_error(error, engine.url.render_as_string()) from None


def kept_sections(engine: Engine, key: str) -> "list[Section]":
    """A kept answer, as it was printed."""
    from evidence.reports.pooled import from_plain
    from evidence.store.estimates import kept

    return from_plain(kept(engine, key)["result"])


def _same_people(engine: Engine, effects: "DataFrame") -> list[tuple[str, str, str]]:
    """Which of the studies print the same results, or results of the same respondents."""
    from evidence.pooling.same_people import candidates
    from evidence.status import overlap
    from evidence.store.pooling import records_of

    pairs, label = candidates(effects), dict(zip(effects["study_id"], effects["study"], strict=True))
    records = records_of(engine, {study for pair in pairs for study in pair})
    related = ((a, b, overlap(records[a], records[b]).relation) for a, b in pairs)
    return [(label[a], label[b], relation) for a, b, relation in related if relation != "none"]


def pool_all(
    engine: Engine,
    *,
    maps: Sequence[str] = ("default",),
    method: str = "REML",
    test: str = "knha",
    level: float = 0.95,
    fewest: int = 2,
    everything: bool = True,
) -> "Section":
    """Pool every pair of constructs at once; a sample that gives a pair several effects gives their mean.

    Under several maps each pair has a row per map.
    """
    from evidence.pooling.every_pair import every_pair
    from evidence.reports.pooled import all_pairs
    from evidence.store.pooling import all_effects

    how: dict[str, Any] = {"method": method, "test": test, "level": level, "fewest": fewest}
    frames = {map: every_pair(all_effects(engine, map=map), **how) for map in dict.fromkeys(maps)}
    return all_pairs(frames, everything=everything)


def pool_file(path: Path, **how: Any) -> "tuple[list[Section], list[Answer]]":
    """Pool the effects of a CSV file; needs no database."""
    from evidence.pooling.answer import answers
    from evidence.pooling.sheet import effects_of
    from evidence.reports.pooled import pooled_sections

    found = answers(effects_of(path), **how)
    return pooled_sections(path.name, found), found


def plot(answers: "Sequence[Answer]", path: Path, kind: str = "forest", **how: Any) -> None:
    """Draw the first family of an answer; held-out effects are greyed with their reason."""
    from evidence.reports.plots import save
    from evidence.reports.pooled_plots import draw

    save(draw(answers[0], kind, **how), path)


def graph(engine: Engine, *, map: str = "default", estimand: str | None = None) -> "ClaimGraph":
    """The graph of every claim under a map of names onto constructs, each edge pooled over its samples."""
    from evidence.store.claim_graph import claim_graph

    return claim_graph(engine, map=map, estimand=estimand)


def masem(engine: Engine, model: str, **how: Any) -> "tuple[list[Section], dict[str, str], bool]":
    """Fit a path model to the pooled correlations of the database: sections, R scripts of the input, and if it could.

    `how`: pooling ("REM", "FEM"), moderators, kind of correlation, implied, held_out, map.
    """
    from evidence.reports.masem import answer

    return answer(engine, model, **how)


def masem_file(path: Path, model: str, **how: Any) -> "tuple[list[Section], dict[str, str], bool]":
    """Fit a path model to the correlations of a CSV file; needs no database. `how`: pooling, moderators."""
    from evidence.reports.masem import answer_of_file

    return answer_of_file(path, model, **how)
