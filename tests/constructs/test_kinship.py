"""Similarity of nomological networks."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from evidence.constructs import kinship as module
from evidence.constructs.graph import build
from evidence.constructs.kinship import alike
from tests.constructs.literatures import frames, mean_pooler


def literature(rows):
    frame = pd.DataFrame(rows, columns=["source", "target", "value"]).assign(se=0.1, verdict="supported")
    return build(frame).pool(mean_pooler)


def test_two_names_with_one_network_are_kin():
    one = [("ease", "usefulness", 0.5), ("usefulness", "use", 0.4)]
    graph = literature([*one, ("ease", "advantage", 0.5), ("advantage", "use", 0.4), ("risk", "use", -0.3)])
    first = alike(graph).iloc[0]
    assert {first["first"], first["second"]} == {"usefulness", "advantage"}
    assert first["similarity"] == pytest.approx(1)
    assert (first["shared"], first["tested"]) == (2, False)


def test_opposite_effects_are_not_kin():
    graph = literature([("a", "x", 0.5), ("a", "y", 0.4), ("b", "x", -0.5), ("b", "y", -0.4)])
    assert len(alike(graph)) == 0 or "b" not in alike(graph, "a")["second"].tolist()


def test_few_shared_neighbours_prove_nothing():
    graph = literature([("a", "x", 0.5), ("b", "x", 0.5)])
    assert len(alike(graph)) == 0
    assert alike(graph, fewest=1)[["first", "second"]].values.tolist() == [["a", "b"]]


@settings(deadline=None, max_examples=15)
@given(frames())
def test_cosine_of_plain_vectors(frame):
    graph = build(frame)
    size, place = len(graph.nodes), graph.place
    plain = np.zeros((size, 2 * size))
    for edge in graph.edges.itertuples():
        net = (edge.supported - edge.reversed) / edge.tests or 0.5 / edge.tests
        plain[place[edge.source], place[edge.target]] = net
        plain[place[edge.target], size + place[edge.source]] = net
    for row in alike(graph, fewest=1).itertuples():
        a, b = plain[place[row.first]], plain[place[row.second]]
        assert row.similarity == pytest.approx(a @ b / np.sqrt((a @ a) * (b @ b)), abs=1e-5)
        assert row.shared == ((a != 0) & (b != 0)).sum()
        assert row.first < row.second


def test_kin_of_one_are_its_rows_of_all_and_blocks_do_not_matter(monkeypatch):
    graph = literature(
        [
            (a, b, 0.1 + 0.1 * i)
            for i, (a, b) in enumerate([("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"), ("c", "x"), ("c", "y")])
        ]
    )
    whole = alike(graph)
    mine = alike(graph, "b")
    assert sorted(mine["similarity"]) == sorted(whole[(whole["first"] == "b") | (whole["second"] == "b")]["similarity"])
    monkeypatch.setattr(module, "BLOCK", 2)
    pd.testing.assert_frame_equal(alike(graph), whole)
    assert len(alike(graph, limit=1)) == 1
