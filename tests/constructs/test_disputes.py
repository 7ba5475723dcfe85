"""Contested and fragile claims, and what separates the studies that disagree."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from scipy.stats import entropy

from evidence.constructs.disputes import contested, fragile, separating
from evidence.constructs.graph import build
from tests.constructs.literatures import example, frames

GRAPH = build(example())


def test_a_dispute_is_found_with_the_feature_that_separates_it():
    found = contested(GRAPH)
    first = found.iloc[0]
    assert (first["source"], first["target"], first["supported"], first["null"], first["reversed"]) == (
        "trust",
        "purchase",
        3,
        3,
        0,
    )
    assert (first["differs_by"], first["separation"]) == ("country", 1.0)
    assert first["how"] == "CN: 3 supported; US: 3 null"
    assert first["dispute"] == pytest.approx(6**0.5)
    # The share of the 20 ways to deal three of each that separate as well is .1; 999 shuffles come near it.
    assert first["separation_p"] == pytest.approx(0.1, abs=0.04)


def test_disputes_without_flagged_evidence():
    assert ["value", "purchase"] in contested(GRAPH)[["source", "target"]].values.tolist()
    assert contested(GRAPH, usable_only=True)[["source", "target"]].values.tolist() == [["trust", "purchase"]]
    assert contested(GRAPH, limit=1)["target"].tolist() == ["purchase"]
    assert len(contested(build(pd.DataFrame({"source": ["a"], "target": ["b"], "verdict": ["supported"]})))) == 0


def test_a_number_is_cut_where_it_separates_best():
    frame = pd.DataFrame(
        {
            "source": "a",
            "target": "b",
            "verdict": ["supported"] * 4 + ["not supported"] * 4,
            "year": [*range(2010, 2014), *range(2020, 2024)],
        }
    )
    (row,) = separating(build(frame), "a", "b").itertuples()
    assert (row.feature, row.separation) == ("year", 1.0)
    assert row.how == "above 2013: 4 null; up to 2013: 4 supported"


def test_a_value_of_its_own_for_each_study_explains_nothing():
    frame = pd.DataFrame(
        {"source": "a", "target": "b", "verdict": ["supported", "not supported"] * 2, "author": list("wxyz")}
    )
    assert len(separating(build(frame), "a", "b")) == 0
    same = frame.assign(author="w", verdict="supported", land=list("xxyy"))
    assert len(separating(build(same), "a", "b")) == 0


def test_the_same_question_has_the_same_answer():
    pd.testing.assert_frame_equal(contested(GRAPH), contested(build(example())))


@settings(deadline=None, max_examples=15)
@given(frames())
def test_contested_edges_are_those_with_two_outcomes(frame):
    graph = build(frame)
    edges = graph.edges
    counts = edges[["supported", "null", "reversed"]].to_numpy()
    expected = {(s, t) for s, t, c in zip(edges["source"], edges["target"], counts, strict=True) if (c > 0).sum() > 1}
    found = contested(graph)
    assert set(zip(found["source"], found["target"], strict=True)) == expected
    for row in found.itertuples():
        tests = np.array([row.supported, row.null, row.reversed])
        assert row.dispute == pytest.approx(entropy(tests, base=2) * tests.sum() ** 0.5)
        assert 0 <= row.separation <= 1 or np.isnan(row.separation)


def test_fragile_claims_and_why():
    found = fragile(GRAPH).set_index(["source", "target"])["why"].to_dict()
    assert found == {
        ("value", "purchase"): "support only from flagged evidence",
        ("interactivity", "value"): "one sample",
        ("purchase", "trust"): "one sample",
    }
    frame = pd.DataFrame(
        {
            "source": ["a", "a", "a", "b"],
            "target": ["b", "b", "c", "c"],
            "study": ["s1", "s2", "s3", "s4"],
            "verdict": "supported",
            "level": ["critical", "", "critical", "warn"],
        }
    )
    assert fragile(build(frame))[["source", "target", "why"]].values.tolist() == [
        ["a", "c", "only flagged evidence"],
        ["a", "b", "one usable sample"],
        ["b", "c", "one sample"],
    ]
