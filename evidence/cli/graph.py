"""evidence graph."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from evidence.cli.plumbing import database, formatted, on_database, printed

if TYPE_CHECKING:
    from evidence.constructs.graph import ClaimGraph

Function = TypeVar("Function", bound=Callable[..., Any])
SUFFIXES = {".graphml": "graphml", ".gexf": "gexf", ".json": "json", ".dot": "dot", ".gv": "dot", ".mmd": "mermaid"}


@click.group(epilog='Example: evidence graph paths trust "repurchase intention"')
def command() -> None:
    """Show how the literature connects constructs.

    Every edge carries the pooled effect, k, n, verdicts, flags and retractions. Constructs are those of the
    vocabulary, with everything below them, or names as reported.
    """


def _claims(function: Function) -> Function:
    """The options that say which graph is meant."""
    map_ = click.option("--map", "map_", default="default", show_default=True, help="Which map of names.")
    estimand = click.option("--estimand", help="Pool effects of this kind (default: direct, standardized).")
    return on_database(map_(estimand(function)))


def _graph(map_: str, estimand: str | None) -> "ClaimGraph":
    from evidence.verbs import graph

    return graph(database(), map=map_, estimand=estimand)


def _named(graph: "ClaimGraph", name: str) -> list[str]:
    from evidence.store.vocabulary import constructs_named

    return constructs_named(database(), name, [str(node) for node in graph.nodes])


def _one(graph: "ClaimGraph", name: str) -> str:
    """The one construct meant where a question cannot be about several."""
    from evidence.errors import UsageError

    found = _named(graph, name)
    if len(found) > 1 and found[0].casefold() != name.replace("_", " ").casefold():
        raise UsageError(f"'{name}' stands for several constructs", why=", ".join(found), todo="name one of them")
    return found[0]


@command.command(epilog="Example: evidence graph edges --format csv")
@formatted
@_claims
def edges(map_: str, estimand: str | None, form: str) -> None:
    """Every claim with its evidence, the best supported first."""
    from evidence.reports.claims import overview
    from evidence.store.claims import endless_hypotheses

    printed(overview(_graph(map_, estimand), endless_hypotheses(database())), form)


@command.command(epilog="Example: evidence graph paths trust outcomes --length 3")
@click.argument("source")
@click.argument("target")
@click.option("--length", type=click.IntRange(1), default=4, show_default=True, help="At most so many steps.")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="At most so many paths.")
@formatted
@_claims
def paths(
    source: str, target: str, length: int, limit: int, map_: str, estimand: str | None, form: str
) -> None:  # fmt: skip
    """Every way claims lead from SOURCE to TARGET, with the product of the pooled effects.

    The products come with their caveats: they assume independent effects, one population, linear effects.
    """
    from evidence.reports.claims import between

    graph = _graph(map_, estimand)
    ends = _named(graph, source), _named(graph, target)
    printed(between(graph, f"{source} -> {target}", *ends, length, limit), form)


@command.command(epilog="Example: evidence graph gaps --kind thin")
@click.option("--kind", type=click.Choice(("unmeasured", "thin", "disputed")), help="Only gaps of this kind.")
@click.option("--focus", metavar="CONSTRUCT", help="Only pairs of this construct.")
@click.option("--limit", type=click.IntRange(1), default=25, show_default=True, help="At most so many gaps.")
@formatted
@_claims
def gaps(
    kind: str | None, focus: str | None, limit: int, map_: str, estimand: str | None, form: str
) -> None:  # fmt: skip
    """Which study to run next: where one more sample would teach most."""
    from evidence.reports.claims import gaps as section

    graph = _graph(map_, estimand)
    printed(section(graph, limit, kind, focus and _one(graph, focus)), form)


@command.command(epilog="Example: evidence graph contested")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many claims.")
@formatted
@_claims
def contested(limit: int, map_: str, estimand: str | None, form: str) -> None:
    """Claims whose tests disagree and what separates them; claims that stand on little."""
    from evidence.reports.claims import contested as sections

    printed(sections(_graph(map_, estimand), limit), form)


@command.command(epilog="Example: evidence graph antecedents satisfaction")
@click.argument("construct")
@formatted
@_claims
def antecedents(construct: str, map_: str, estimand: str | None, form: str) -> None:
    """What is claimed to lead to CONSTRUCT, the most studied first."""
    from evidence.reports.claims import leading

    graph = _graph(map_, estimand)
    printed(leading(graph, _named(graph, construct), "antecedents"), form)


@command.command(epilog="Example: evidence graph consequents trust")
@click.argument("construct")
@formatted
@_claims
def consequents(construct: str, map_: str, estimand: str | None, form: str) -> None:
    """What CONSTRUCT is claimed to lead to, the most studied first."""
    from evidence.reports.claims import leading

    graph = _graph(map_, estimand)
    printed(leading(graph, _named(graph, construct), "consequents"), form)


@command.command(epilog='Example: evidence graph mediators trust "relationship building"')
@click.argument("construct")
@click.argument("other", required=False)
@formatted
@_claims
def mediators(construct: str, other: str | None, map_: str, estimand: str | None, form: str) -> None:
    """What stands between CONSTRUCT and OTHER; of one construct, what it is reported to mediate."""
    from evidence.reports.claims import mediating

    graph = _graph(map_, estimand)
    ends = _one(graph, construct), other and _one(graph, other)
    printed(mediating(graph, *ends), form)


@command.command(epilog="Example: evidence graph moderators")
@formatted
@_claims
def moderators(map_: str, estimand: str | None, form: str) -> None:
    """What is reported to moderate which claim."""
    from evidence.reports.claims import moderating

    printed(moderating(_graph(map_, estimand)), form)


@command.command(epilog="Example: evidence graph cycles --length 3")
@click.option("--length", type=click.IntRange(2), default=4, show_default=True, help="At most so many steps.")
@formatted
@_claims
def cycles(length: int, map_: str, estimand: str | None, form: str) -> None:
    """Claims that lead back to where they began."""
    from evidence.reports.claims import cycles as sections

    printed(sections(_graph(map_, estimand), length), form)


@command.command(epilog="Example: evidence graph similar trust")
@click.argument("construct", required=False)
@click.option("--limit", type=click.IntRange(1), default=25, show_default=True, help="At most so many pairs.")
@formatted
@_claims
def similar(construct: str | None, limit: int, map_: str, estimand: str | None, form: str) -> None:
    """Constructs that live in similar networks: perhaps one construct under two names."""
    from evidence.reports.claims import alike

    graph = _graph(map_, estimand)
    printed(alike(graph, construct and _one(graph, construct), limit), form)


@command.command(epilog="Example: evidence graph export claims.graphml")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--tests", is_flag=True, help="Every test as an edge of its own, not one edge per claim.")
@_claims
def export(file: Path, tests: bool, map_: str, estimand: str | None) -> None:
    """Write the graph for Gephi, networkx, Graphviz or Mermaid: .graphml .gexf .json .dot .mmd."""
    from evidence.constructs.exports import export as made
    from evidence.errors import UsageError

    if file.suffix not in SUFFIXES:
        raise UsageError(f"no format for '{file.suffix}'", where=file, todo=f"end it in one of {' '.join(SUFFIXES)}")
    graph = _graph(map_, estimand)
    _write(file, made(graph, SUFFIXES[file.suffix], parallel=tests))
    click.echo(f"wrote {file}: {len(graph.nodes)} constructs, {len(graph.edges)} claims")


@command.command(epilog="Example: evidence graph draw claims.svg --around trust")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--around", multiple=True, metavar="CONSTRUCT", help="Only what is near this construct.")
@click.option("--steps", type=click.IntRange(1), default=1, show_default=True, help="How near, with --around.")
@_claims
def draw(file: Path, around: tuple[str, ...], steps: int, map_: str, estimand: str | None) -> None:
    """Draw the graph, causes left and effects right: .svg, .png or .pdf."""
    from evidence.constructs.picture import draw as drawn
    from evidence.errors import UsageError

    if file.suffix not in (".svg", ".png", ".pdf"):
        raise UsageError(f"no picture in '{file.suffix}'", where=file, todo="end it in .svg, .png or .pdf")
    graph = _graph(map_, estimand)
    if around:
        graph = graph.around([name for each in around for name in _named(graph, each)], steps)
    _write(file, drawn(graph, format=file.suffix[1:]))
    click.echo(f"wrote {file}: {len(graph.nodes)} constructs, {len(graph.edges)} claims")


def _write(file: Path, content: bytes) -> None:
    from evidence.errors import InputError

    try:
        file.write_bytes(content)
    except OSError as error:
        raise InputError("the file cannot be written", where=file, why=error.strerror) from error
