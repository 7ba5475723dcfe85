"""evidence init."""

import click

from evidence.cli.plumbing import database, on_database


@click.command(epilog="Example: evidence init --db team.db")
@on_database
def command() -> None:
    """Create the database, or upgrade an older one.

    Nothing that is stored is lost by an upgrade.
    """
    from evidence.store.engine import where
    from evidence.verbs import initialise

    engine = database(create=True)
    before, after = initialise(engine)
    if before is None:
        click.echo(f"created {where(engine)} (schema {after})")
    elif before == after:
        click.echo(f"{where(engine)} is current (schema {after})")
    else:
        click.echo(f"upgraded {where(engine)} from schema {before} to {after}")
