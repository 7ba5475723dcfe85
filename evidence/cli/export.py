"""evidence export."""

from pathlib import Path

import click

from evidence.cli.plumbing import database, formatted, on_database, printed


@click.command(epilog="Example: evidence export for-r --only metafor --only lavaan")
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.option("--only", multiple=True, metavar="NAME", help="Only this target (several times for several).")
@click.option("--list", "listed", is_flag=True, help="List the targets.")
@click.option("--force", is_flag=True, help="Replace files of an earlier export; other files in DIR stay.")
@formatted
@on_database
def command(folder: Path | None, only: tuple[str, ...], listed: bool, force: bool, form: str) -> None:
    """Write the evidence for other programs into the folder DIR.

    R (metafor, metaSEM, psychmeta, lavaan), reference managers (RIS), graph programs (GraphML), and the tables as a
    Data Package with an RO-Crate description. Held-out evidence goes along, marked with the reason. The same evidence
    gives the same bytes; a folder that holds something is refused.
    """
    from evidence.reports.exports.export import catalogue
    from evidence.verbs.exporting import export

    if listed:
        printed([catalogue()], form)
        return
    if folder is None:
        raise click.UsageError("give a folder DIR, or --list")
    printed([export(database(), folder, only, force=force)], form)
    click.echo(f"wrote {folder}", err=True)
