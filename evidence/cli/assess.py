"""evidence assess."""

import click

from evidence.cli.plumbing import database, on_database


@click.command(epilog="Example: evidence assess --as-of 2025-01-01")
@click.option("--as-of", metavar="YYYY-MM-DD", help="Editorial status as of this date (default today).")
@on_database
def command(as_of: str | None) -> None:
    """Check numbers, resolve editorial status, map constructs.

    This runs over the whole database. What was thought before is replaced as a whole; what documents say and what persons decided is not touched.
    """
    import re

    from evidence.errors import UsageError
    from evidence.verbs import assess

    if as_of is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", as_of):
        raise UsageError(f"'{as_of}' is not a date", todo="write it as 2025-01-31")
    done = assess(database(write=True), as_of=as_of)
    click.echo(f"assessed {done} documents; see 'evidence flags' and 'evidence report summary'")
