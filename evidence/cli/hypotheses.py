"""evidence hypotheses."""

import click

from evidence.cli.plumbing import database, formatted, on_database, printed

VERDICTS = ("supported", "not supported", "partially supported")


@click.command(epilog="Example: evidence hypotheses --construct trust --verdict 'not supported'")
@click.option("--study", help="Only this study (its label, or the beginning of it).")
@click.option("--construct", help="Only hypotheses from or to a construct whose name contains this.")
@click.option("--verdict", type=click.Choice(VERDICTS), help="Only hypotheses with this verdict.")
@formatted
@on_database
def command(study: str | None, construct: str | None, verdict: str | None, form: str) -> None:
    """List hypotheses with their verdicts and coefficients.

    The coefficient is the one the paper rests the hypothesis on, as printed; a hypothesis without one is listed too.
    """
    from evidence.reports.lists import hypotheses

    printed([hypotheses(database(), study=study, construct=construct, verdict=verdict)], form)
