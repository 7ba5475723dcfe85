"""Exports: each format is read back, and the same graph gives the same bytes."""

import io
import json
import re

import networkx as nx
import pandas as pd
import pytest

from evidence.constructs.exports import FORMATS, export, label_of
from evidence.constructs.graph import build
from evidence.errors import UsageError
from tests.constructs.literatures import example, mean_pooler

GRAPH = build(example()).pool(mean_pooler)


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_the_same_graph_gives_the_same_bytes(format):
    turned = build(example().iloc[::-1]).pool(mean_pooler)
    assert export(GRAPH, format) == export(turned, format)
    assert b"20" not in re.findall(rb'lastmodifieddate="(..)', export(GRAPH, format))


def test_graphml_gexf_and_json_are_read_back_with_every_test():
    marks = {"trust": "Trust & faith"}
    read = {
        "graphml": nx.read_graphml(
            io.BytesIO(export(GRAPH, "graphml", parallel=True, labels=marks)), force_multigraph=True
        ),
        "gexf": nx.read_gexf(io.BytesIO(export(GRAPH, "gexf", parallel=True, labels=marks))),
        "json": nx.node_link_graph(json.loads(export(GRAPH, "json", parallel=True, labels=marks)), edges="edges"),
    }
    for graph in read.values():
        assert graph.number_of_edges() == 12
        assert graph.nodes["trust"]["label"] == "Trust & faith"
    values = sorted(data["value"] for *_, data in read["graphml"].edges(data=True))
    assert values == sorted(GRAPH.evidence["value"])
    claims = nx.read_graphml(io.BytesIO(export(GRAPH, "graphml")))
    assert claims.number_of_edges() == 5
    assert claims.edges["trust", "purchase"]["supported"] == 3


def test_dot_and_mermaid_say_effect_and_doubt():
    frame = pd.DataFrame(
        {"source": ['say "hi"', "end"], "target": ["end", "a<b"], "verdict": "supported", "level": ["critical", ""]}
    )
    graph = build(frame)
    dot, mermaid = (export(graph, each).decode() for each in ("dot", "mermaid"))
    assert '"say \\"hi\\"" -> "end" [label="1/1", style="dashed"];' in dot
    assert '"end" -> "a<b" [label="1/1"];' in dot
    assert mermaid.splitlines()[0] == "flowchart LR"
    assert 'n2["say #quot;hi#quot;"]' in mermaid
    assert 'n0["a&lt;b"]' in mermaid
    assert 'n2 -.->|"1/1"| n1' in mermaid
    assert 'n1 -->|"1/1"| n0' in mermaid


def test_edge_labels():
    assert label_of(GRAPH, GRAPH.edge("interactivity", "value")) == ".20 (k=1)"
    assert label_of(build(example()), GRAPH.edge("trust", "purchase")) == "3/6"
    elsewhere = pd.DataFrame({"source": ["trust"], "target": ["purchase"], "estimate": [-0.4], "se": [0.1]})
    bare = build(example()).with_pooled(elsewhere)
    assert label_of(bare, bare.edge("trust", "purchase")) == "-.40 (k=6)"


def test_unknown_format():
    with pytest.raises(UsageError, match="no format 'graphm'; did you mean 'graphml'"):
        export(GRAPH, "graphm")
