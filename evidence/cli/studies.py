"""evidence studies."""

import click

from evidence.cli.plumbing import database, formatted, on_database, printed


@click.command(epilog="Example: evidence studies --format csv")
@formatted
@on_database
def command(form: str) -> None:
    """List the studies: who, how many, what was tested, what is flagged."""
    from evidence.reports.lists import studies

    printed([studies(database())], form)
