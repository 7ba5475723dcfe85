"""evidence template."""

from pathlib import Path

import click


@click.command(epilog="Example: evidence template coding.csv")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--columns", is_flag=True, help="Explain the columns instead.")
def command(path: Path | None, columns: bool) -> None:
    """Write a coding sheet to fill in with a spreadsheet.

    One row per effect. Without PATH the sheet goes to standard output.
    """
    from evidence.errors import InputError, UsageError
    from evidence.read.coded_csv import columns as guide
    from evidence.read.coded_csv import template
    from evidence.reports.render import render
    from evidence.reports.report import Section
    from evidence.store.query import Answer

    if columns:
        rows = tuple((name, holds, required, example) for name, holds, required, example in guide())
        render([Section("", Answer(("column", "holds", "required", "example"), rows))])
        return
    if path is None:
        click.echo(template(), nl=False)
        return
    if path.exists():
        raise UsageError("the file exists", where=path, todo="give another name; nothing was overwritten")
    try:
        path.write_text(template(), encoding="utf-8")
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise InputError(
            "the file cannot be written", where=path, why=why, todo="give another name or folder"
        ) from None
    click.echo(f"wrote {path}; 'evidence template --columns' explains it, 'evidence ingest {path}' reads it")
