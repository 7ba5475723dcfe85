"""The graph of claims as sections: what leads to what, how sure it is, what speaks against it, what is missing."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

from evidence.errors import UsageError
from evidence.reports.report import Section
from evidence.store.query import Answer

if TYPE_CHECKING:
    import pandas as pd

    from evidence.constructs.graph import ClaimGraph

__all__ = [
    "alike", "between", "contested", "cycles", "gaps", "leading", "mediating", "moderating", "overview", "table",
]  # fmt: skip

HELD = "held-out"  # one word, that a narrow column does not break
PAIRS = 200  # pairs of constructs one question may stand for: a grouping name against another
_EDGE = (
    "source", "target", "estimate", "k", "n", "yes", "null", "rev", "marks", "with_all", "tests", "flags", "held_out",
    "retracted",
)  # fmt: skip
_LEGEND = (
    "estimate: pooled over k usable samples; n: respondents of all tests; yes, null, rev: tests supported, not "
    "significant, reversed; with_all: the estimate with what is held out."
)


def table(frame: "pd.DataFrame", columns: Sequence[str] | None = None) -> Answer:
    """A frame as the rows of a section: nothing for NaN, whole counts as whole numbers."""
    names = tuple(columns or map(str, frame.columns))
    held = [[_cell(value) for value in frame[name]] for name in names]
    return Answer(names, tuple(zip(*held, strict=True)))


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return None if math.isnan(value) else value
    return value


def overview(graph: "ClaimGraph", endless: int) -> list[Section]:
    """Every edge, the best supported first."""
    edges = graph.edges
    order = edges.sort_values(["samples", "tests", "source", "target"], ascending=[False, False, True, True]).index
    said = (
        f"{len(graph.nodes)} constructs, {len(edges)} claims, {len(graph.evidence)} direct tests,"
        f" {len(graph.mediation)} mediated and {len(graph.moderation)} moderated ones. {_pooled_words(graph)}"
    )
    if endless:
        said += f" {endless} hypotheses name no two constructs and make no edge."
    return [Section("Graph of claims", _edges(graph, order), f"{said} {_LEGEND}")]


def _pooled_words(graph: "ClaimGraph") -> str:
    if "estimand" not in graph.edges:
        return "No effect has a number that could be pooled."
    kind = graph.edges["estimand"].iloc[0] if len(graph.edges) else ""
    others = {str(each) for each in graph.evidence.loc[graph.evidence["value"].notna(), "estimand"].unique()} - {kind}
    told = f" Tests of another estimand are counted, not pooled: {', '.join(sorted(others))}." if others else ""
    return f"Pooled: {kind} (REML over samples).{told}"


def _edges(graph: "ClaimGraph", rows: "Iterable[int]") -> Answer:
    edges = graph.edges.loc[list(rows)]
    pooled = "estimate_usable" in edges
    nothing = [None] * len(edges)
    columns = {
        "source": edges["source"], "target": edges["target"],
        "estimate": edges["estimate_usable"] if pooled else nothing,
        "k": edges["k_usable"] if pooled else nothing,
        "n": edges["n"], "yes": edges["supported"], "null": edges["null"], "rev": edges["reversed"],
        "marks": [_marks(edge) for _, edge in edges.iterrows()],
        "with_all": edges["estimate"] if pooled else nothing, "tests": edges["tests"],
        "flags": edges["flags"], "held_out": edges["flagged"], "retracted": edges["retracted"],
    }  # fmt: skip
    held = [[_cell(value) for value in columns[name]] for name in _EDGE]
    return Answer(_EDGE, tuple(zip(*held, strict=True)))


def _marks(edge: Any) -> str:
    """What speaks against an edge, in words: retracted reports, tests held out, tests with a flag."""
    tests = int(edge["tests"])
    told = []
    for count, word in (
        (int(edge["retracted"]), "retracted"),
        (int(edge["flagged"]) - int(edge["retracted"]), HELD),
        (int(edge["flags"]), "flagged"),
    ):
        if count > 0:
            told.append(word if count == tests else f"{count} of {tests} {word}")
    return ", ".join(told)


def _path_marks(path: Any) -> str:
    """What speaks against a path: tests of retracted reports, and others that are held out."""
    counts = (int(path["retracted"]), "retracted"), (int(path["flagged"]) - int(path["retracted"]), HELD)
    return ", ".join(f"{count} {word}" for count, word in counts if count > 0)


def between(
    graph: "ClaimGraph", asked: str, sources: Sequence[str], targets: Sequence[str], length: int, limit: int
) -> list[Section]:
    """All paths from one construct (or what it stands for) to another, their products, and the edges they use."""
    import pandas as pd

    from evidence.constructs.paths import ASSUMPTIONS, paths

    pairs = [(s, t) for s, t in product(sources, targets) if s != t]
    if not pairs:
        raise UsageError("a path needs two constructs", where=asked, todo="'evidence graph cycles' shows ways back")
    if len(pairs) > PAIRS:
        raise UsageError(
            f"{asked} stands for {len(pairs)} pairs of constructs", todo="name narrower constructs, or one of them"
        )
    found = [paths(graph, s, t, length, limit) for s, t in pairs]
    parts = [each.frame for each in found if len(each.frame)]
    complete = all(each.complete for each in found)
    if not parts:
        said = f"No claims lead from one to the other in {length} steps or fewer; --length looks farther."
        return [Section(asked, remark=said)]
    frame = pd.concat(parts, ignore_index=True)
    frame = frame.sort_values(["length", "weakest", "path"], ascending=[True, False, True], kind="stable")
    complete, frame = complete and len(frame) <= limit, frame.head(limit)
    number = len(frame)
    said = f"{number} path{'s' * (number != 1)} of at most {length} steps" + (
        "." if complete else "; there are more: raise --limit."
    )
    answer = _products(frame.assign(path=[" -> ".join(each) for each in frame["path"]]), "path")
    legend = (
        "product: of the pooled effects from usable evidence, with a 95 % interval; samples, n: of the weakest edge; "
        "against: tests that were null or reversed; with_all: the product with what is held out."
    )
    used = sorted({graph.edge(a, b) for path in frame["path"] for a, b in pairwise(path)})
    return [
        Section(asked, answer, f"{said} {_pooled_words(graph)} {legend}"),
        Section("Edges on these paths", _edges(graph, used), _LEGEND),
        Section("Caveats", remark=" ".join([ASSUMPTIONS, *_caveats(graph, used)])),
    ]


def _products(frame: "pd.DataFrame", first: str) -> Answer:
    """Paths with the product of usable evidence, what speaks against them, and the product with what is held out."""
    shown = frame.assign(marks=[_path_marks(row) for _, row in frame.iterrows()])
    if "product_usable" in shown:
        shown = shown.rename(columns={"product": "with_all"}).drop(columns=["ci_low", "ci_high"])
        usable = {"product_usable": "product", "ci_low_usable": "ci_low", "ci_high_usable": "ci_high"}
        shown = shown.rename(columns=usable)
    shown = shown.rename(columns={"weakest": "samples"})
    columns = (first, "product", "ci_low", "ci_high", "samples", "n", "against", "marks", "with_all")
    return table(shown, [c for c in columns if c in shown])


def _caveats(graph: "ClaimGraph", used: Sequence[int]) -> list[str]:
    """What these edges in particular should make a reader careful of."""
    edges = graph.edges.loc[list(used)]
    told = []
    for mask, words in (
        (edges["samples"] == 1, "rest on one sample"),
        (edges["flagged"] == edges["tests"], "have nothing but evidence that is held out"),
        (edges["retracted"] > 0, "rest on retracted reports, in part or whole"),
        ((edges["supported"] > 0) & (edges["null"] + edges["reversed"] > 0), "are disputed"),
    ):
        if mask.any():
            told.append(f"{int(mask.sum())} of {len(edges)} edges {words}.")
    one = graph.evidence[graph.evidence["edge"].isin(list(used))]
    if one["study"].nunique() == 1 and len(edges) > 1:
        told.append("All edges come from one study, so they are not independent.")
    return told


def leading(graph: "ClaimGraph", names: Sequence[str], way: str) -> list[Section]:
    """What is claimed to lead to a construct (antecedents) or to follow from it (consequents), ranked."""
    from evidence.constructs.roles import antecedents, consequents

    find = antecedents if way == "antecedents" else consequents
    sections = []
    columns = ["construct", "support", "tests", "samples", "n", "estimate", "k", "marks", "yes", "null", "rev"]
    words = {
        "supported": "yes", "reversed": "rev",
        "estimate_usable": "estimate", "k_usable": "k",
    }  # fmt: skip
    for name in names:
        found = find(graph, name)
        if found.empty and len(names) > 1:
            continue
        found = found.drop(columns=[c for c in ("estimate", "k") if c in found])
        found = found.assign(marks=[_marks(row) for _, row in found.iterrows()]).rename(columns=words)
        said = f"support: supported tests of all tests. {_pooled_words(graph)}"
        if found.empty:
            said = f"No claim makes {name} {'an outcome' if way == 'antecedents' else 'a cause'}."
            sections.append(Section(f"{way.capitalize()} of {name}", remark=said))
        else:
            sections.append(
                Section(f"{way.capitalize()} of {name}", table(found, [c for c in columns if c in found]), said)
            )
    if not sections:
        sections.append(Section(f"{way.capitalize()}", remark="No claim of the graph concerns these constructs."))
    return sections


def mediating(graph: "ClaimGraph", name: str, other: str | None) -> list[Section]:
    """What stands between two constructs; or what a construct is reported to carry, from where to where."""
    from evidence.constructs.paths import ASSUMPTIONS, mediators

    if other is not None:
        found = mediators(graph, name, other).drop(columns=["path", "length"])
        if found.empty:
            return [Section(f"Between {name} and {other}", remark="No construct links the two in two steps.")]
        return [Section(f"Between {name} and {other}", _products(found, "mediator"), ASSUMPTIONS)]
    graph.node(name)
    rows = graph.mediation[graph.mediation["via"] == name]
    found = _counted(rows, ["source", "target"])
    said = "Mediated effects and hypotheses as reported."
    if found.empty:
        return [Section(f"Mediated by {name}", remark="No report names it as a mediator.")]
    return [Section(f"Mediated by {name}", table(found), said)]


def _counted(rows: "pd.DataFrame", keys: list[str]) -> "pd.DataFrame":
    marked = rows.assign(
        yes=rows["outcome"] == "supported",
        against=rows["outcome"].isin(["null", "reversed"]),
        out=~rows["usable"],
        retr=rows["status"].astype(str) == "retracted",
    )
    found = marked.groupby(keys, observed=True).agg(
        tests=("outcome", "size"),
        studies=("study", "nunique"),
        yes=("yes", "sum"),
        against=("against", "sum"),
        out=("out", "sum"),
        retr=("retr", "sum"),
        lowest=("value", "min"),
        highest=("value", "max"),
    )
    return found.reset_index().sort_values(["studies", *keys], ascending=[False, *[True] * len(keys)])


def moderating(graph: "ClaimGraph") -> list[Section]:
    """What is reported to moderate which claim."""
    from evidence.constructs.roles import moderators

    found = moderators(graph)
    if found.empty:
        return [Section("Moderators", remark="No report tests a moderator.")]
    remark = "Tests of interactions, and direct tests whose hypothesis names a moderator."
    return [Section("Moderators", table(found), remark)]


def gaps(graph: "ClaimGraph", limit: int, kind: str | None, focus: str | None) -> list[Section]:
    """Which study to run next."""
    from evidence.constructs.gaps import gaps as find

    found = find(graph, limit, kind, focus)
    remark = (
        "score: bits one more sample of usual size would teach, times the ties that wait for it (routes: third "
        "constructs tied to both). thin: two usable samples at most; disputed: tests disagree; unmeasured: no test."
    )
    if found.empty:
        return [Section("Which study to run next", remark="No gap of that kind.")]
    columns = ["source", "target", "kind", "score", "bits", "routes", "samples", "variance", "tau2"]
    return [Section("Which study to run next", table(found, columns), remark)]


def contested(graph: "ClaimGraph", limit: int) -> list[Section]:
    """Claims whose tests disagree and what separates them; claims that stand on little."""
    from evidence.constructs.disputes import contested as find
    from evidence.constructs.disputes import fragile

    found, weak = find(graph, limit), fragile(graph)
    columns = ["source", "target", "yes", "null", "rev", "studies", "out", "dispute", "differs_by", "p", "how"]
    words = {"supported": "yes", "reversed": "rev", "flagged": "out", "retracted": "retr", "separation_p": "p"}
    said = (
        "dispute: entropy of the outcomes times the root of their number; differs_by: the feature of the studies that "
        "separates the outcomes best, with a permutation p. With few studies any feature seems to."
    )
    sections = [
        Section("Claims that disagree", table(found.rename(columns=words), columns), said)
        if len(found)
        else Section("Claims that disagree", remark="No claim has tests that disagree.")
    ]
    weak = weak.rename(columns=words)
    number = len(weak)
    weak = weak.head(limit)
    cut = f" The first {limit} of {number}." if number > limit else ""
    remark = f"{number} claims rest on one sample, or lose their support without evidence that is held out.{cut}"
    sections.append(
        Section(
            "Claims that stand on little",
            table(weak, ["source", "target", "why", "tests", "yes", "out", "retr"]),
            remark,
        )
        if number
        else Section("Claims that stand on little", remark="None.")
    )
    return sections


def cycles(graph: "ClaimGraph", length: int) -> list[Section]:
    """Claims that lead back to where they began."""
    from evidence.constructs.roles import cycles as find

    rows = tuple((" -> ".join([*each, each[0]]), len(each)) for each in find(graph, length))
    remark = "The literature claims both directions, in one study or in several; it is not an error."
    if not rows:
        return [Section("Cycles", remark=f"No claims lead back to where they began in {length} steps or fewer.")]
    return [Section("Cycles", Answer(("cycle", "length"), rows), remark)]


def alike(graph: "ClaimGraph", name: str | None, limit: int) -> list[Section]:
    """Constructs with similar networks: candidates for one construct under two names."""
    from evidence.constructs.kinship import alike as find

    found = find(graph, name, limit=limit)
    remark = "similarity: cosine of what they lead to and what leads to them; shared: neighbours in the same role."
    if found.empty:
        return [Section("Constructs with similar networks", remark="No two constructs share two neighbours in a role.")]
    return [Section("Constructs with similar networks", table(found), remark)]
