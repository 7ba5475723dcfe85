"""Paths, products and mediators, against networkx and plain arithmetic."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.constructs import paths as module
from evidence.constructs.graph import build
from evidence.constructs.paths import mediators, paths
from evidence.errors import UsageError
from tests.constructs.literatures import NAMES, example, frames, mean_pooler

GRAPH = build(example()).pool(mean_pooler)


@settings(deadline=None, max_examples=15)
@given(frames(), st.integers(1, 5))
def test_paths_are_those_of_networkx(frame, length):
    graph = build(frame, nodes=list(NAMES))
    found = paths(graph, "a", "b", length)
    expected = nx.all_simple_paths(graph.networkx(parallel=False), "a", "b", cutoff=length)
    assert sorted(found.frame["path"]) == sorted(map(tuple, expected))
    assert found.complete
    assert found.frame["length"].is_monotonic_increasing


@settings(deadline=None, max_examples=15)
@given(frames(), st.integers(1, 4))
def test_a_limit_is_kept_and_admitted(frame, limit):
    graph = build(frame, nodes=list(NAMES))
    every, some = paths(graph, "a", "b", 4), paths(graph, "a", "b", 4, limit=limit)
    assert len(some.frame) == min(limit, len(every.frame))
    if len(every.frame) > limit:
        assert not some.complete
    assert some.frame["length"].tolist() == every.frame["length"].tolist()[: len(some.frame)]


def through(mediator):
    found = paths(GRAPH, "interactivity", "purchase").frame
    return next(row for _, row in found.iterrows() if row["path"] == ("interactivity", mediator, "purchase"))


def test_the_limit_keeps_the_shortest_and_then_the_best_supported():
    rows = [("a", m, study) for m in "cde" for study in "12"] + [(m, "b", study) for m in "cde" for study in "12"]
    rows += [("a", "d", "3"), ("d", "b", "3"), ("c", "d", "1"), ("a", "b", "1")]
    graph = build(pd.DataFrame(rows, columns=["source", "target", "study"]))
    found = paths(graph, "a", "b", length=3, limit=2)
    assert found.frame["path"].tolist() == [("a", "b"), ("a", "d", "b")]
    assert not found.complete
    assert not paths(graph, "a", "b", length=2, limit=1).complete
    assert paths(graph, "a", "b", length=3, limit=5).complete


def test_products_and_their_delta_method_interval():
    row = through("trust")
    edges = GRAPH.edges.set_index(["source", "target"])
    (b1, s1), (b2, s2) = (
        edges.loc[pair, ["estimate", "se"]] for pair in (("interactivity", "trust"), ("trust", "purchase"))
    )
    assert row["product"] == pytest.approx(b1 * b2)
    assert row["se"] == pytest.approx(np.sqrt(b1**2 * s2**2 + b2**2 * s1**2))
    assert row["ci_high"] - row["ci_low"] == pytest.approx(2 * 1.959964 * row["se"], rel=1e-6)
    assert (row["weakest"], row["n"], row["tests"], row["against"]) == (2, 500, 8, 3)


def test_products_with_and_without_the_retracted():
    row = through("value")
    assert row["retracted"] == row["flagged"] == 1
    assert row["product_usable"] == pytest.approx(0.2 * 0.1)
    assert row["product"] > row["product_usable"]
    assert "full mediation" in paths(GRAPH, "trust", "purchase").note


def test_the_product_of_an_unpooled_edge_is_unknown():
    frame = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "value": [0.2, np.nan], "se": 0.1})
    assert np.isnan(paths(build(frame).pool(mean_pooler), "a", "c").frame["product"].iat[0])
    assert "product" not in paths(build(frame), "a", "c").frame


def test_no_path_is_an_empty_frame_and_bad_questions_are_refused():
    assert len(paths(GRAPH, "purchase", "interactivity").frame) == 0
    with pytest.raises(UsageError, match="a path needs two constructs"):
        paths(GRAPH, "trust", "trust")
    with pytest.raises(UsageError, match="length and limit are at least 1"):
        paths(GRAPH, "trust", "value", length=0)


def test_a_search_too_wide_is_cut_and_admitted(monkeypatch):
    monkeypatch.setattr(module, "FRONTIER", 3)
    wide = pd.DataFrame([(a, b) for a in NAMES for b in NAMES if a != b], columns=["source", "target"])
    found = paths(build(wide), "a", "b", 4)
    assert not found.complete
    assert set(found.frame["path"]) <= set(map(tuple, nx.all_simple_paths(build(wide).networkx(False), "a", "b", 4)))


def test_mediators_the_best_supported_first():
    found = mediators(GRAPH, "interactivity", "purchase")
    assert found["mediator"].tolist() == ["trust", "value"]
    assert found["weakest"].tolist() == [2, 1]
    assert len(mediators(GRAPH, "purchase", "interactivity")) == 0
