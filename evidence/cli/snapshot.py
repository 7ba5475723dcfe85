"""evidence snapshot."""

from pathlib import Path

import click

from evidence.cli.plumbing import database, formatted, on_database, printed


@click.command(epilog="Example: evidence snapshot before.snapshot")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@formatted
@on_database
def command(file: Path | None, form: str) -> None:
    """Keep the state of the database as one file.

    Holds studies, every number with its place, decisions, editorial statuses, findings, mappings and pooled pairs. Its
    id is the hash of that: the same evidence has the same id anywhere. Without FILE only the id and the counts are
    printed.
    """
    from evidence.verbs.comparing import snapshot

    printed([snapshot(database(), file)], form)
    if file is not None:
        click.echo(f"wrote {file}", err=True)
