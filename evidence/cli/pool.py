"""evidence pool."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from evidence.cli.plumbing import database, formatted, on_database, printed

if TYPE_CHECKING:
    from evidence.reports.report import Section
    from evidence.verbs import PoolAnswer

METHODS = ("FE", "DL", "PM", "REML", "ML", "HE", "SJ", "HS", "EB")
PLOTS = ("forest", "funnel", "leave-one-out", "cumulative", "baujat", "drapery")
SUFFIXES = (".svg", ".pdf", ".png")


def _picture(_ctx: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    """A file a plot can be written to, refused before anything is computed."""
    if path is not None and path.suffix.lower() not in SUFFIXES:
        raise click.BadParameter(f"'{path}' is no picture: use {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}")
    if path is not None and not path.absolute().parent.is_dir():
        raise click.BadParameter(f"the folder '{path.parent}' does not exist")
    return path


@click.command(epilog='Example: evidence pool trust "repurchase intention" --plot forest.pdf')
@click.argument("source", required=False)
@click.argument("target", required=False)
@click.option("--all", "every", is_flag=True, help="Every pair of constructs.")
@click.option(
    "--data", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A CSV with yi and vi, or r and n."
)
@click.option("--show", metavar="ID", help="Print a kept answer again.")
@click.option("--method", type=click.Choice(METHODS), default="REML", show_default=True, help="How tau2 is estimated.")
@click.option(
    "--test", type=click.Choice(("knha", "adhoc", "z")), default="knha", show_default=True,
    help="How the average is tested.",
)  # fmt: skip
@click.option(
    "--model", type=click.Choice(("auto", "independent", "che")), default="auto", show_default=True,
    help="auto: three levels with CR2 errors as soon as a sample gives several effects.",
)  # fmt: skip
@click.option(
    "--level", type=click.FloatRange(0, 1, min_open=True, max_open=True), default=0.95, show_default=True,
    help="Of confidence and prediction intervals.",
)  # fmt: skip
@click.option(
    "--min-k", type=click.IntRange(1), default=2, show_default=True, help="Fewest samples of a pair of --all."
)
@click.option(
    "--map", "maps", multiple=True, metavar="NAME", default=("default",), show_default=True,
    help="Which map of names; several give an answer under each, then side by side. reported: no map.",
)  # fmt: skip
@click.option("--broad", is_flag=True, help="Average unlike relations too, as an illustration with its caveats.")
@click.option("--impute-r", is_flag=True, help="Read standardized paths as correlations (labelled as imputed).")
@click.option(
    "--plot", type=click.Path(dir_okay=False, path_type=Path), callback=_picture, help="A plot (.svg, .pdf or .png)."
)
@click.option("--plot-kind", type=click.Choice(PLOTS), default="forest", show_default=True, help="Which plot.")
@formatted
@on_database
def command(
    source: str | None, target: str | None, every: bool, data: Path | None, show: str | None, method: str, test: str,
    model: str, level: float, min_k: int, maps: tuple[str, ...],
    broad: bool, impute_r: bool, plot: Path | None, plot_kind: str, form: str,
) -> None:  # fmt: skip
    """Pool the effects of one construct on another.

    Shows which effects, from which samples, why some are left out, and the average with and without them. Constructs
    are those of the vocabulary, with everything below them, or names as reported. Correlations are pooled as Fisher z,
    standardized paths only as paths; other numbers are refused with the legal route.
    """
    from evidence import verbs

    asked = [every, data is not None, show is not None, source is not None]
    if sum(asked) != 1 or (source is not None and target is None):
        raise click.UsageError("give SOURCE TARGET, or --all, or --data FILE, or --show ID")
    if len(set(maps)) > 1 and plot is not None:
        raise click.UsageError("a plot is drawn under one map; give one --map")
    if maps != ("default",) and (data is not None or show is not None):
        raise click.UsageError("--map goes with SOURCE TARGET or --all")
    if plot is not None and (every or show is not None):
        raise click.UsageError("a plot is drawn of SOURCE TARGET or --data FILE")
    how: dict[str, Any] = {"method": method, "test": test, "level": level}
    if show is not None:
        printed(verbs.kept_sections(database(), show), form)
        return
    if every:
        printed([verbs.pool_all(database(), maps=maps, **how, fewest=min_k, everything=form != "table")], form)
        return
    more = how | {"model": model, "broad": broad, "impute_r": impute_r}
    if data is not None:
        sections, answers = verbs.pool_file(data, **more)
        printed(sections, form)
    else:
        found = verbs.pool_by_map(database(), str(source), str(target), maps, **more)
        answers = next(iter(found.values())).answers
        printed(_sections(found, maps), form)
        for each in found.values():
            _keep(each)
    if plot is not None:
        verbs.plot(answers, plot, plot_kind, method=method, test=test)
        click.echo(f"wrote {plot}", err=True)


def _sections(found: "dict[str, PoolAnswer]", maps: tuple[str, ...]) -> "list[Section]":
    """The answer under each map; of several maps also their averages side by side."""
    from evidence.reports.pooled import by_map

    sections = [section for answer in found.values() for section in answer.sections]
    if len(set(maps)) > 1:
        sections.append(by_map({name: found[name].answers if name in found else [] for name in dict.fromkeys(maps)}))
    return sections


def _keep(found: "PoolAnswer") -> None:
    """Keep an answer and say under which id; a database that is only read keeps none, which is said as well."""
    from evidence import verbs
    from evidence.errors import DatabaseError

    try:
        key = verbs.keep_answer(database(write=True), found)
    except DatabaseError as refusal:
        click.echo(f"not kept: {refusal}", err=True)
    else:
        click.echo(f"kept as {key}; 'evidence pool --show {key}' prints it again", err=True)
