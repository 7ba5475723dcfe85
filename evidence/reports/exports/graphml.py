"""The graph of claims for graph programs."""

from collections.abc import Mapping

from sqlalchemy import Engine

from evidence.constructs.exports import export
from evidence.reports.exports.export import Export
from evidence.store.claim_graph import claim_graph


def make(engine: Engine) -> Mapping[str, bytes]:
    """claims.graphml with one pooled edge per claim, tests.graphml with every test as an edge of its own."""
    graph = claim_graph(engine)
    if not len(graph.nodes):
        return {}
    return {"claims.graphml": export(graph, "graphml"), "tests.graphml": export(graph, "graphml", parallel=True)}


EXPORT = Export("graphml", "the graph of claims, pooled, and test by test", make)
