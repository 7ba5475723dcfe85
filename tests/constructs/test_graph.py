"""The graph: what is counted on edges, what lies behind them, and how effects are pooled."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from evidence.constructs.claims import prepare
from evidence.constructs.graph import build
from evidence.errors import InputError, UsageError
from tests.constructs.literatures import example, frames, mean_pooler

GRAPH = build(example(), nodes=["loyalty"])


@settings(deadline=None, max_examples=15)
@given(frames())
def test_edges_count_what_a_plain_loop_counts(frame):
    graph = build(frame)
    claims = prepare(frame).assign(source=frame["source"], target=frame["target"])
    assert len(graph.edges) == len(frame.drop_duplicates(["source", "target"]))
    for edge in graph.edges.itertuples():
        rows = claims[(claims["source"] == edge.source) & (claims["target"] == edge.target)]
        named = rows[rows["study"] != ""]
        nameless = len(rows) - len(named)
        assert edge.tests == len(rows)
        assert edge.studies == named["study"].astype(str).nunique() + nameless
        samples = named[["study", "sample"]].astype(str).drop_duplicates()
        assert edge.samples == len(samples) + nameless
        sizes = (
            named.assign(key=named["study"].astype(str) + "|" + named["sample"].astype(str)).groupby("key")["n"].max()
        )
        assert edge.n == pytest.approx(sizes.sum() + rows.loc[rows["study"] == "", "n"].sum())
        assert edge.supported + edge.null + edge.reversed + edge.partial + edge.unclear == edge.tests
        assert edge.flagged == (frame.loc[rows.index, "level"] == "critical").sum()
        values = rows["value"].dropna()
        assert (edge.lowest, edge.highest) == pytest.approx((values.min(), values.max()), nan_ok=True)


@settings(deadline=None, max_examples=15)
@given(frames())
def test_no_evidence_is_lost_or_moved(frame):
    graph = build(frame)
    assert len(graph.evidence) == len(frame)
    for edge in graph.edges.itertuples():
        behind = graph.behind(edge.source, edge.target)
        assert set(behind["source"].astype(str)) == {edge.source}
        assert set(behind["target"].astype(str)) == {edge.target}
        assert len(behind) == edge.tests
    parallel = graph.networkx()
    assert isinstance(parallel, nx.MultiDiGraph)
    assert parallel.number_of_edges() == len(frame)
    assert graph.networkx(parallel=False).number_of_edges() == len(graph.edges)


@settings(deadline=None, max_examples=15)
@given(frames())
def test_the_order_of_rows_does_not_matter(frame):
    turned = frame.iloc[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(build(frame).edges, build(turned).edges)


def test_kinds_have_their_places():
    assert GRAPH.nodes.tolist() == ["interactivity", "loyalty", "purchase", "trust", "value"]
    assert len(GRAPH.edges) == 5
    assert (len(GRAPH.moderation), len(GRAPH.mediation), len(GRAPH.undirected)) == (3, 1, 1)
    assert [GRAPH.nodes[i] for i in GRAPH.successors("trust")] == ["purchase"]


def test_unknown_names_and_claims_are_refused():
    with pytest.raises(UsageError, match=r"'trst' is not in the graph; did you mean 'trust'"):
        GRAPH.behind("trst", "purchase")
    with pytest.raises(UsageError, match="nobody tested purchase -> value"):
        GRAPH.behind("purchase", "value")
    with pytest.raises(UsageError, match="nobody tested value -> trust"):
        GRAPH.behind("value", "trust")


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ({"source": ["a"]}, "no column 'target'"),
        ({"source": ["a", None], "target": ["b", "c"]}, "row 1: a claim without a source"),
        ({"source": ["a"], "target": [""]}, "row 0: a claim without a target"),
        ({"source": ["a"], "target": ["b"], "verdict": ["proved"]}, "unknown verdict 'proved'"),
        ({"source": ["a"], "target": ["b"], "kind": ["causal"]}, "unknown kind 'causal'"),
        ({"source": ["a"], "target": ["b"], "value": ["high"]}, "row 0: value 'high' is not a number"),
        ({"source": ["a"], "target": ["b"], "p": ["small"]}, "row 0: p 'small' is not a number"),
    ],
)
def test_bad_frames_are_refused(frame, said):
    with pytest.raises(InputError) as refusal:
        build(pd.DataFrame(frame))
    assert said in str(refusal.value)


def outcome(**columns):
    base = {"source": "a", "target": "b"}
    return prepare(pd.DataFrame({**{k: [v] for k, v in base.items()}, **{k: [v] for k, v in columns.items()}}))[
        "outcome"
    ].iat[0]


def test_outcomes_follow_the_verdict_then_the_numbers():
    assert outcome(verdict="supported", value=-0.5, p=0.001, sign="+") == "supported"
    assert outcome(verdict="not supported", p=0.4) == "null"
    assert outcome(verdict="not supported", value=-0.5, p=0.001, sign="+") == "reversed"
    assert outcome(verdict="partially supported", p=0.2) == "partial"
    assert outcome(p="<.001", value=0.3) == "supported"
    assert outcome(p="<.001", value=-0.3, sign="-") == "supported"
    assert outcome(p="= .20", value=0.3) == "null"
    assert outcome(value=0.3, se=0.1) == "supported"
    assert outcome(value=0.1, se=0.1) == "null"
    assert outcome(value=0.3, stat=1.2) == "null"
    assert outcome(value=-0.3, stat=-8.2) == "supported"
    assert outcome(value=0.3) == "unclear"
    assert outcome() == "unclear"


def test_without_a_claimed_sign_the_usual_one_decides():
    frame = pd.DataFrame({"source": "a", "target": "b", "value": [0.4, 0.3, -0.3], "p": 0.01})
    assert prepare(frame)["outcome"].tolist() == ["supported", "supported", "reversed"]


def test_texts_that_print_alike_are_one_category():
    frame = pd.DataFrame({"source": ["a"] * 3, "target": ["b"] * 3, "study": [1, "1", ""]})
    assert prepare(frame)["study"].tolist() == ["1", "1", ""]
    assert build(frame).edges["studies"].tolist() == [2]


def test_pooling_hands_over_all_and_usable_rows():
    pooled = GRAPH.pool(mean_pooler)
    edge = pooled.edges.iloc[pooled.edge("value", "purchase")]
    v = (1 - np.array([0.3, 0.1]) ** 2) ** 2 / (np.array([250, 150]) - 1)
    assert edge["estimate"] == pytest.approx((0.3 / v[0] + 0.1 / v[1]) / (1 / v).sum())
    assert (edge["k"], edge["k_usable"], edge["from_n"]) == (2, 1, 2)
    assert edge["estimate_usable"] == pytest.approx(0.1)
    assert edge["se_usable"] == pytest.approx(v[1] ** 0.5)
    assert edge["estimand"] == "standardized"


def test_a_printed_standard_error_is_used_and_an_unknown_one_is_not_made_up():
    frame = pd.DataFrame(
        {
            "source": "a",
            "target": "b",
            "value": [0.2, 1.5, 0.3],
            "se": [0.1, np.nan, np.nan],
            "n": [np.nan, 50, np.nan],
            "estimand": "standardized",
        }
    )
    edge = build(frame).pool(mean_pooler).edges.iloc[0]
    assert (edge["k"], edge["from_n"]) == (1, 0)
    assert (edge["estimate"], edge["se"]) == pytest.approx((0.2, 0.1))
    by_t = build(pd.DataFrame({"source": ["a"], "target": ["b"], "value": [-0.3], "stat": [6.0], "n": [90]})).pool(
        mean_pooler
    )
    assert by_t.edges["se"].tolist() == pytest.approx([0.05])
    raw = build(frame.assign(estimand="unstandardized", n=100)).pool(mean_pooler).edges.iloc[0]
    assert (raw["k"], raw["from_n"]) == (1, 0)


def test_estimands_are_not_mixed():
    mixed = build(pd.concat([example(), example().assign(estimand="r")], ignore_index=True))
    with pytest.raises(UsageError, match="several estimands, which are not mixed: r, standardized; name the estimand"):
        mixed.pool(mean_pooler)
    one, other = mixed.pool(mean_pooler, "r"), GRAPH.pool(mean_pooler)
    assert one.edges["estimate"].tolist() == other.edges["estimate"].tolist()
    with pytest.raises(UsageError, match="no effect with estimand 'beta'"):
        mixed.pool(mean_pooler, "beta")


def test_pooling_a_graph_without_numbers_gives_no_numbers():
    edges = build(pd.DataFrame({"source": ["a"], "target": ["b"]})).pool(mean_pooler).edges
    assert edges["estimate"].isna().all()
    assert edges["k"].tolist() == [0]


def test_effects_pooled_elsewhere_are_joined_by_name():
    elsewhere = pd.DataFrame({"source": ["trust"], "target": ["purchase"], "estimate": [0.4], "se": [0.1], "k": [6]})
    graph = GRAPH.with_pooled(elsewhere)
    assert graph.edges.iloc[graph.edge("trust", "purchase")]["estimate"] == 0.4
    assert graph.edges["estimate"].notna().sum() == 1
    with pytest.raises(InputError, match="no column 'se'"):
        GRAPH.with_pooled(elsewhere.drop(columns="se"))
    with pytest.raises(InputError, match="an edge is pooled twice"):
        GRAPH.with_pooled(pd.concat([elsewhere, elsewhere]))


def test_a_part_of_the_graph_keeps_all_that_is_known_about_it():
    part = GRAPH.around(["trust"])
    assert part.nodes.tolist() == ["interactivity", "purchase", "trust"]
    whole = build(example()[~example()[["source", "target"]].isin(["value"]).any(axis=1)])
    pd.testing.assert_frame_equal(part.edges, whole.edges)
    assert part.behind("trust", "purchase")["study"].tolist() == GRAPH.behind("trust", "purchase")["study"].tolist()
    assert len(part.moderation) == 2
    assert GRAPH.around(["loyalty"], steps=3).nodes.tolist() == ["loyalty"]


def test_an_empty_frame_is_an_empty_graph():
    graph = build(pd.DataFrame({"source": [], "target": []}))
    assert len(graph.nodes) == len(graph.edges) == len(graph.evidence) == 0
