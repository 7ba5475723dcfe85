"""Antecedents, consequents, moderators and cycles."""

import networkx as nx
import pytest
from hypothesis import given, settings

from evidence.constructs.graph import build
from evidence.constructs.roles import antecedents, consequents, cycles, moderators
from evidence.errors import UsageError
from tests.constructs.literatures import example, frames, mean_pooler

GRAPH = build(example())


def test_antecedents_and_consequents_are_ranked_by_samples():
    before = antecedents(GRAPH, "purchase")
    assert before["construct"].tolist() == ["trust", "value"]
    assert before["support"].tolist() == [0.5, 0.5]
    assert consequents(GRAPH, "interactivity")["construct"].tolist() == ["trust", "value"]
    assert "estimate_usable" in consequents(GRAPH.pool(mean_pooler), "trust")
    assert len(antecedents(GRAPH, "interactivity")) == 0


@settings(deadline=None, max_examples=15)
@given(frames())
def test_what_leads_to_is_led_to(frame):
    graph = build(frame)
    plain = graph.networkx(parallel=False)
    for name in graph.nodes:
        assert set(antecedents(graph, name)["construct"]) == set(plain.predecessors(name))
        assert set(consequents(graph, name)["construct"]) == set(plain.successors(name))


def test_moderators_with_their_tests():
    found = moderators(GRAPH)
    assert found[["source", "target", "moderator", "studies", "supported", "against"]].values.tolist() == [
        ["trust", "purchase", "experience", 2, 1, 1],
        ["value", "purchase", "age", 1, 1, 0],
    ]
    assert moderators(GRAPH, source="value", target="purchase")["moderator"].tolist() == ["age"]
    assert len(moderators(GRAPH, source="purchase")) == 0
    with pytest.raises(UsageError, match="'wealth' is not in the graph"):
        moderators(GRAPH, target="wealth")


@settings(deadline=None, max_examples=15)
@given(frames())
def test_cycles_are_those_of_networkx(frame):
    graph = build(frame)
    plain = graph.networkx(parallel=False)
    expected = {
        frozenset(zip(c, [*c[1:], c[0]], strict=True)) for c in nx.simple_cycles(plain, length_bound=4) if len(c) > 1
    }
    found = cycles(graph, 4)
    assert {frozenset(zip(c, [*c[1:], c[0]], strict=True)) for c in found} == expected
    assert all(cycle[0] == min(cycle) for cycle in found)


def test_cycles_are_limited_and_named_from_their_first():
    assert cycles(GRAPH) == [("purchase", "trust")]
    assert cycles(GRAPH, limit=1) == [("purchase", "trust")]
    with pytest.raises(UsageError, match="a cycle has at least two edges"):
        cycles(GRAPH, 1)
