"""evidence report."""

import click

from evidence.cli.plumbing import database, formatted, on_database, printed


@click.command(epilog="Example: evidence report study cao-2022 --format markdown")
@click.argument("name", required=False)
@click.argument("argument", required=False)
@click.option("--list", "listed", is_flag=True, help="List the reports.")
@formatted
@on_database
def command(name: str | None, argument: str | None, listed: bool, form: str) -> None:
    """Print a report on the database or on one study.

    NAME is `summary` for the whole database or `study` for the study that ARGUMENT names (its label, the beginning of
    it, or its DOI); --list lists all reports, as does the command without a name.
    """
    from evidence.errors import UsageError
    from evidence.reports.lists import catalogue
    from evidence.reports.report import find

    if listed or name is None:
        printed([catalogue()], form)
        return
    report = find(name)
    if report.argument and argument is None:
        raise UsageError(f"report {name} wants a {report.argument}", todo="evidence studies lists them")
    if argument is not None and not report.argument:
        raise UsageError(f"report {name} takes no argument", todo=f"leave '{argument}' out")
    printed(report.make(database(), {report.argument: argument} if report.argument else {}), form)
