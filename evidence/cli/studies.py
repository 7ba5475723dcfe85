"""evidence studies."""

import click

from evidence.cli.plumbing import database, formatted, on_database, printed


@click.command(epilog="Example: evidence studies --format csv")
@formatted
@on_database
def command(form: str) -> None:
    """List the studies, their editorial status and flags.

    One row per study: respondents, hypotheses and paths tested, and findings by level (evidence flags shows them).
    """
    from evidence.reports.lists import studies

    printed([studies(database())], form)
