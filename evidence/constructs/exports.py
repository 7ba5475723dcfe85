"""The graph in the formats of other programs: GraphML, GEXF, node-link JSON, DOT, Mermaid.

The same graph gives the same bytes: nodes and edges are sorted, numbers are written once and no date is stamped.
"""

import json
import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import networkx as nx

from evidence.constructs.graph import ClaimGraph
from evidence.errors import UsageError, nearest

__all__ = ["FORMATS", "export", "label_of"]

# networkx stamps today's date and its own version on GEXF; both would change the bytes of an unchanged graph.
_GEXF_DATE = re.compile(rb' lastmodifieddate="[^"]*"')
_GEXF_CREATOR = re.compile(rb"<creator>[^<]*</creator>")


def export(graph: ClaimGraph, format: str, parallel: bool = False, labels: Mapping[str, str] | None = None) -> bytes:
    """The graph as a file's bytes; `parallel` writes every test as an edge of its own, else one edge per claim.

    `labels` gives the constructs the names to be shown; their ids stay. DOT and Mermaid are drawings and hold one edge
    per claim, `parallel` or not.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}", todo=nearest(format, list(FORMATS)))
    if format in ("dot", "mermaid"):
        return FORMATS[format](graph, labels or {})
    plain = graph.networkx(parallel)
    for name in plain.nodes:
        plain.nodes[name]["label"] = (labels or {}).get(name, name)
    return FORMATS[format](plain, labels or {})


def label_of(graph: ClaimGraph, at: int) -> str:
    """What is written on an edge: the pooled effect of usable evidence with its k, else how many tests supported it.

    Where all evidence is held out, its effect says so: retracted, or held out.
    """
    edge = graph.edges.iloc[at]
    usable = (
        "_usable" if "estimate_usable" in graph.edges and edge["estimate_usable"] == edge["estimate_usable"] else ""
    )
    if "estimate" in graph.edges and edge[f"estimate{usable}"] == edge[f"estimate{usable}"]:
        k = int(edge[f"k{usable}"]) if "k" in graph.edges and edge["k"] == edge["k"] else int(edge["samples"])
        value = re.sub(r"^(-?)0\.", r"\1.", f"{edge[f'estimate{usable}']:.2f}")
        return f"{value} ({_doubt(edge) if graph.doubtful[at] else f'k={k}'})"
    return f"{int(edge['supported'])}/{int(edge['tests'])}"


def _doubt(edge: Any) -> str:
    return "retracted" if edge["retracted"] == edge["tests"] else "held out"


def _graphml(graph: Any, _: Mapping[str, str]) -> bytes:
    return ("\n".join(nx.generate_graphml(graph, prettyprint=True)) + "\n").encode()


def _gexf(graph: Any, _: Mapping[str, str]) -> bytes:
    buffer = BytesIO()
    nx.write_gexf(graph, buffer, prettyprint=True)
    text = _GEXF_DATE.sub(b"", buffer.getvalue())
    return _GEXF_CREATOR.sub(b"<creator>evidence</creator>", text).rstrip() + b"\n"


def _json(graph: Any, _: Mapping[str, str]) -> bytes:
    data = nx.node_link_data(graph, edges="edges")
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _dot(graph: ClaimGraph, labels: Mapping[str, str]) -> bytes:
    lines = ["digraph claims {", "  rankdir=LR;", "  node [shape=box, style=rounded];"]
    lines += [f"  {_quoted(name)} [label={_quoted(labels.get(name, name))}];" for name in graph.nodes]
    for at, (source, target) in enumerate(zip(graph.edges["source"], graph.edges["target"], strict=True)):
        style = ', style="dashed"' if graph.doubtful[at] else ""
        lines.append(f"  {_quoted(source)} -> {_quoted(target)} [label={_quoted(label_of(graph, at))}{style}];")
    return ("\n".join([*lines, "}"]) + "\n").encode()


def _mermaid(graph: ClaimGraph, labels: Mapping[str, str]) -> bytes:
    """Ids are n0, n1, ...: Mermaid reserves words such as `end`, and names may hold anything."""
    lines = ["flowchart LR"]
    lines += [f'  n{i}["{_escaped(labels.get(name, name))}"]' for i, name in enumerate(graph.nodes)]
    sources, targets = graph.ends
    for at in range(len(graph.edges)):
        arrow = "-.->" if graph.doubtful[at] else "-->"
        lines.append(f'  n{sources[at]} {arrow}|"{_escaped(label_of(graph, at))}"| n{targets[at]}')
    return ("\n".join(lines) + "\n").encode()


def _quoted(text: object) -> str:
    return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _escaped(text: object) -> str:
    return (
        str(text)
        .replace("&", "&amp;")
        .replace('"', "#quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", " ")
    )


FORMATS: Mapping[str, Callable[[Any, Mapping[str, str]], bytes]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "json": _json,
    "dot": _dot,
    "mermaid": _mermaid,
}
