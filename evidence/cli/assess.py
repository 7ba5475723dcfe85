"""evidence assess."""

import click

from evidence.cli.plumbing import database, on_database


@click.command(epilog="Example: evidence assess --as-of 2025-01-01")
@click.option("--as-of", metavar="YYYY-MM-DD", help="Editorial status as of this date (default today).")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that run the checks.")
@on_database
def command(as_of: str | None, jobs: int) -> None:
    """Check numbers, resolve editorial status, map constructs.

    This runs over the whole database. What was thought before is replaced as a whole; what documents say and what
    persons decided is not touched.
    """
    from datetime import date

    from evidence.errors import UsageError
    from evidence.verbs import assess

    try:
        day = None if as_of is None else date.fromisoformat(as_of).isoformat()
    except ValueError:
        raise UsageError(f"'{as_of}' is not a date", todo="write it as 2025-01-31") from None
    done = assess(database(write=True), as_of=day, jobs=jobs)
    click.echo(f"assessed {done} documents; see 'evidence flags' and 'evidence report summary'")
