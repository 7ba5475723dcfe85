"""The weight table against counts by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from evidence.constructs.graph import build
from evidence.constructs.weights import NOTE, weight_table
from tests.constructs.literatures import example, frames, mean_pooler


def test_the_example_by_hand():
    table = weight_table(build(example()).pool(mean_pooler))
    first = table.iloc[0]
    assert (first["source"], first["target"], first["studies"], first["tests"]) == ("trust", "purchase", 6, 6)
    assert (first["significant"], first["non_significant"], first["weight"]) == (3, 3, 0.5)
    assert (first["lowest"], first["highest"]) == (0.02, 0.6)
    assert first["range"] == pytest.approx(0.58)
    assert first["category"] == "well-utilised, not consistent"
    assert 0 < first["pooled_estimate"] < 0.6
    assert "publication bias" in NOTE


def test_categories_of_the_method():
    def category(significant, tests):
        p = [0.01] * significant + [0.5] * (tests - significant)
        frame = pd.DataFrame(
            {"source": "a", "target": "b", "study": [f"s{i}" for i in range(tests)], "p": p, "value": 0.2}
        )
        return weight_table(build(frame))["category"].iat[0]

    assert category(5, 5) == category(4, 5) == "best predictor"
    assert category(3, 5) == "well-utilised, not consistent"
    assert category(4, 4) == "promising predictor"
    assert category(3, 4) == "experimental"
    silent = weight_table(build(pd.DataFrame({"source": ["a"], "target": ["b"]})))
    assert (silent["category"].iat[0], silent["unknown"].iat[0]) == ("not tested", 1)
    assert np.isnan(silent["weight"].iat[0])


def test_p_comes_before_the_standard_error_and_that_before_the_verdict():
    frame = pd.DataFrame(
        {
            "source": "a",
            "target": "b",
            "study": list("wxyz"),
            "p": [0.2, np.nan, np.nan, np.nan],
            "value": [0.5, 0.5, 0.5, 0.5],
            "se": [0.1, 0.1, np.nan, np.nan],
            "verdict": ["supported", "not supported", "not supported", "partially supported"],
        }
    )
    row = weight_table(build(frame)).iloc[0]
    assert (row["significant"], row["non_significant"], row["unknown"]) == (1, 2, 1)


def test_without_flagged_evidence():
    table = weight_table(build(example()).pool(mean_pooler), usable_only=True).set_index(["source", "target"])
    assert table.loc[("value", "purchase"), "tests"] == 1
    assert table.loc[("value", "purchase"), "pooled_k"] == 1


@settings(deadline=None, max_examples=15)
@given(frames())
def test_votes_add_up(frame):
    graph = build(frame)
    table = weight_table(graph)
    studies = graph.edges.set_index(["source", "target"])["studies"]
    assert table.set_index(["source", "target"])["studies"].to_dict() == studies.to_dict()
    assert (table["significant"] + table["non_significant"] + table["unknown"] == table["tests"]).all()
    assert table["tests"].sum() == len(frame)
    assert table["weight"].dropna().between(0, 1).all()
