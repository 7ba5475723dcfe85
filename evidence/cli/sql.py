"""evidence sql."""

import sys

import click

from evidence.cli.plumbing import database, formatted, on_database, printed


@click.command(epilog="Example: evidence sql --named one-study-claims --format csv")
@click.argument("query", required=False)
@click.option("--named", metavar="NAME", help="A worked question instead of a query.")
@click.option("--list", "listed", is_flag=True, help="List the worked questions, views and tables.")
@click.option(
    "--param",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A value for :NAME in the query; may be repeated.",
)
@click.option("--rows", type=click.IntRange(1), default=1000, show_default=True, help="At most this many rows.")
@click.option(
    "--time-limit",
    type=click.FloatRange(0.1),
    default=60.0,
    show_default=True,
    help="Stop a query that takes more seconds.",
)
@formatted
@on_database
def command(
    query: str | None,
    named: str | None,
    listed: bool,
    parameters: tuple[str, ...],
    rows: int,
    time_limit: float,
    form: str,
) -> None:
    """Ask the database in SQL, or with a worked question.

    The database is open for reading only. `-` in place of QUERY reads it from standard input.
    """
    from evidence.reports.lists import asked, questions_and_views
    from evidence.store.questions import value_of

    if listed:
        printed(questions_and_views(), form)
        return
    if (query is None) == (named is None):
        raise click.UsageError("give a query, or --named NAME, or --list")
    given = {}
    for pair in parameters:
        name, equals, value = pair.partition("=")
        if not equals or not name.isidentifier():
            raise click.UsageError(f"--param wants NAME=VALUE, got '{pair}'")
        given[name] = value_of(value)
    statement = sys.stdin.read() if query == "-" else query
    printed([asked(database(), statement, named, given, rows=rows, seconds=time_limit)], form)
