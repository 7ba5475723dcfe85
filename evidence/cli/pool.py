"""evidence pool."""

from pathlib import Path

import click

from evidence.cli.plumbing import database, formatted, on_database, printed

METHODS = ("FE", "DL", "PM", "REML", "ML", "HE", "SJ", "HS", "EB")


@click.command(epilog='Example: evidence pool trust "behavioural intention" --plot forest.pdf')
@click.argument("source", required=False)
@click.argument("target", required=False)
@click.option("--all", "every", is_flag=True, help="Every pair of constructs with two samples or more.")
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
@click.option("--broad", is_flag=True, help="Average unlike relations too, as an illustration with its caveats.")
@click.option("--impute-r", is_flag=True, help="Read standardized paths as correlations (labelled as imputed).")
@click.option("--plot", type=click.Path(dir_okay=False, path_type=Path), help="A forest plot (.svg, .png or .pdf).")
@formatted
@on_database
def command(
    source: str | None, target: str | None, every: bool, data: Path | None, show: str | None, method: str, test: str,
    model: str, broad: bool, impute_r: bool, plot: Path | None, form: str,
) -> None:  # fmt: skip
    """Pool the effects of one construct on another.

    Shows which effects, from which samples, why some are left out, and the average with and without them. Constructs
    are those of the vocabulary, with everything below them, or names as reported. Correlations are pooled as Fisher z,
    standardized paths only as paths; other numbers are refused with the legal route.
    """
    from evidence import verbs
    from evidence.reports import pooled
    from evidence.store.pooling import kept

    asked = [every, data is not None, show is not None, source is not None]
    if sum(asked) != 1 or (source is not None and target is None):
        raise click.UsageError("give SOURCE TARGET, or --all, or --data FILE, or --show ID")
    if show is not None:
        printed(pooled.from_plain(kept(database(), show)["sections"]), form)
    elif every:
        printed([verbs.pool_all(database(), method=method, test=test)], form)
    else:
        how = {"method": method, "test": test, "model": model, "broad": broad, "impute_r": impute_r}
        if data is not None:
            sections, answers = verbs.pool_file(data, **how)
        else:
            sections, answers, key = verbs.pool(database(write=True), str(source), str(target), **how)
        printed(sections, form)
        if form == "table" and data is None:
            click.echo(f"\nKept as {key}; 'evidence pool --show {key}' prints it again")
        if plot is not None:
            verbs.plot_forest(answers, plot)
            click.echo(f"wrote {plot}", err=True)
