"""evidence diff."""

import click

from evidence.cli.plumbing import formatted, printed


@click.command(epilog="Example: evidence diff before.snapshot evidence.db")
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@formatted
def command(old: str, new: str, form: str) -> None:
    """Say what changed from A to B, and why.

    Each is a database or a file of 'evidence snapshot'. Studies, values, editorial statuses, findings and names that
    changed; then every pooled average that moved, changes of significance first, with what moved it.
    """
    from evidence.verbs.comparing import diff

    printed(diff(old, new), form)
