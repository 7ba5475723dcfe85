"""evidence hypotheses."""

import click

from evidence.cli.plumbing import database, formatted, on_database, printed


@click.command(epilog="Example: evidence hypotheses --construct trust --verdict 'not supported'")
@click.option("--study", help="Only this study (its label, or the beginning of it).")
@click.option("--construct", help="Only hypotheses from or to a construct whose name contains this.")
@click.option("--verdict", type=click.Choice(["supported", "not supported", "partially supported"]))
@formatted
@on_database
def command(study: str | None, construct: str | None, verdict: str | None, form: str) -> None:
    """List hypotheses with their verdicts and the coefficients they rest on."""
    from evidence.reports.lists import hypotheses

    printed([hypotheses(database(), study=study, construct=construct, verdict=verdict)], form)
