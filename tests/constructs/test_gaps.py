"""Gaps: the bits one more study would add, and the routes that make a pair worth asking about."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from evidence.constructs import gaps as module
from evidence.constructs.gaps import USUAL_SPREAD, gaps
from evidence.constructs.graph import build
from evidence.errors import UsageError
from tests.constructs.literatures import example, frames, mean_pooler

GRAPH = build(example())


@settings(deadline=None, max_examples=15)
@given(frames())
def test_unmeasured_pairs_are_those_with_routes_and_no_test(frame):
    graph = build(frame)
    plain = nx.DiGraph(graph.networkx(parallel=False))
    expected = {
        (a, b): len([m for m in plain.successors(a) if m not in (a, b) and plain.has_edge(m, b)])
        for a in plain
        for b in plain
        if a != b and not plain.has_edge(a, b) and not plain.has_edge(b, a)
    }
    found = gaps(graph, kind="unmeasured")
    routes = {(row.source, row.target): row.routes for row in found.itertuples()}
    assert routes == {pair: count for pair, count in expected.items() if count}


def test_bits_are_half_the_log_of_the_variance_won():
    row = gaps(GRAPH, kind="thin", focus="value").set_index("target").loc["purchase"]
    n = 250 + 150 - 3 * 2
    variance = 1 / (1 / USUAL_SPREAD + n)
    one_more = 1 / np.median(GRAPH.evidence["n"])
    assert row["variance"] == pytest.approx(variance)
    assert row["bits"] == pytest.approx(0.5 * np.log2((1 / variance + 1 / one_more) / (1 / variance)))
    assert row["score"] == pytest.approx(row["bits"] * np.log2(2 + row["routes"]))


def test_a_measured_pair_is_worth_less_than_the_same_pair_unmeasured_and_more_studies_make_it_less():
    chain = [("a", "b"), ("b", "c")]

    def one(more):
        rows = [*chain, *[("a", "c")] * more]
        frame = pd.DataFrame(rows, columns=["source", "target"]).assign(n=200, value=0.3, verdict="supported")
        frame["study"] = [f"s{i}" for i in range(len(frame))]
        found = gaps(build(frame))
        return found[(found["source"] == "a") & (found["target"] == "c")]["score"].iat[0]

    assert one(0) > one(1) > one(2)


def test_pooled_effects_bring_their_own_uncertainty():
    elsewhere = pd.DataFrame(
        {
            "source": ["interactivity", "trust", "value", "interactivity", "purchase"],
            "target": ["trust", "purchase", "purchase", "value", "trust"],
            "estimate": [0.45, 0.3, 0.2, 0.2, 0.1],
            "se": [0.05, 0.1, 0.08, 0.09, 0.05],
            "k": [2, 6, 2, 1, 1],
            "tau2": [0.01, 0.05, 0.02, 0.0, 0.0],
        }
    )
    graph = GRAPH.with_pooled(elsewhere)
    spread = np.var(elsewhere["estimate"], ddof=1)
    found = gaps(graph).set_index(["source", "target"])
    single = found.loc[("interactivity", "value")]
    assert single["tau2"] == pytest.approx(0.02)  # the median of those with several samples
    assert single["variance"] == pytest.approx(1 / (1 / spread + 1 / (0.09**2 + 0.02)))
    assert found.loc[("trust", "purchase"), "kind"] == "disputed"
    assert found.loc[("interactivity", "purchase"), "variance"] == pytest.approx(spread)
    assert "tau2" in gaps(GRAPH.with_pooled(elsewhere[["source", "target", "estimate", "se"]]))


def test_evidence_that_cannot_be_used_leaves_a_claim_as_unknown_as_before():
    frame = pd.DataFrame({"source": ["a"], "target": ["b"], "n": [500], "value": [0.3], "level": ["critical"]})
    assert gaps(build(frame))["variance"].tolist() == [USUAL_SPREAD]
    assert gaps(build(frame.drop(columns="n")))["variance"].tolist() == [USUAL_SPREAD]


def test_limit_and_blocks_do_not_change_the_answer(monkeypatch):
    whole = gaps(GRAPH.pool(mean_pooler))
    monkeypatch.setattr(module, "BLOCK", 2)
    pd.testing.assert_frame_equal(gaps(GRAPH.pool(mean_pooler)), whole)
    pd.testing.assert_frame_equal(gaps(GRAPH.pool(mean_pooler), limit=2), whole.head(2))


def test_ties_are_cut_at_the_limit_in_order_of_names():
    rows = [("hub", f"x{i}") for i in range(5)] + [("a", "hub")]
    graph = build(pd.DataFrame(rows, columns=["source", "target"]))
    found = gaps(graph, kind="unmeasured", limit=3)
    assert found["target"].tolist() == ["x0", "x1", "x2"]


def test_focus_and_kinds():
    assert set(gaps(GRAPH, focus="interactivity")["target"]) >= {"purchase"}
    assert all("value" in pair for pair in gaps(GRAPH, focus="value")[["source", "target"]].values.tolist())
    with pytest.raises(UsageError, match="no kind of gap 'wide'; kinds: unmeasured, thin, disputed"):
        gaps(GRAPH, kind="wide")
