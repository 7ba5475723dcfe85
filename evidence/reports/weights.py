"""The weight table of information-systems reviews, with the note on what counting votes hides."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from evidence.reports.claims import table
from evidence.reports.report import Report, Section

_COLUMNS = (
    "source", "target", "studies", "tests", "sig", "not_sig", "weight", "pooled", "category", "lowest", "highest",
    "range", "k", "unknown", "against",
)  # fmt: skip


def make(engine: Engine, _wanted: Mapping[str, Any]) -> list[Section]:
    """The sections: every test, and the same without what is held out where that differs."""
    from evidence.constructs.graph import build
    from evidence.constructs.weights import NOTE, weight_table
    from evidence.pooling import pool_many
    from evidence.store.claims import claims

    graph = build(claims(engine))
    values = graph.evidence.loc[graph.evidence["value"].notna(), "estimand"].astype(str)
    if (values == "direct, standardized").any():
        graph = graph.pool(lambda group, y, v: pool_many(group, y, v, test="z"), "direct, standardized")
    sections: list[Section] = []
    for usable, title in ((True, "Weights, without tests that are held out"), (False, "Weights, all tests")):
        if not usable and not (graph.edges["flagged"] > 0).any():
            continue
        found = weight_table(graph, usable_only=usable).rename(
            columns={"significant": "sig", "non_significant": "not_sig", "pooled_estimate": "pooled", "pooled_k": "k"}
        )
        sections.append(Section(title, table(found, [c for c in _COLUMNS if c in found]), NOTE if not sections else ""))
    return sections


REPORT = Report("weights", "Per path: studies, significant, weight, range, pooled effect", make)
