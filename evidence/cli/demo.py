"""evidence demo."""

from pathlib import Path

import click

from evidence.cli.plumbing import formatted


@click.command(epilog="Example: evidence demo evidence-demo/")
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path), default=Path())
@formatted
def command(folder: Path, form: str) -> None:
    """Build a database of four coded papers, and report on it.

    The folder must not hold a database yet. The papers are real: two survey models, a retracted one with its notice,
    and one without numbers. Afterwards try evidence studies, evidence flags, evidence sql --list.
    """
    from evidence import assets
    from evidence.cli.plumbing import printed
    from evidence.errors import UsageError
    from evidence.reports.report import find
    from evidence.store.engine import connect
    from evidence.verbs import assess, ingest, initialise
    from evidence.verbs.notices import import_file

    path = folder / "evidence.db"
    if path.exists():
        raise UsageError(
            "there is a database here already", where=path, todo="give an empty folder: evidence demo NEWFOLDER"
        )
    folder.mkdir(parents=True, exist_ok=True)
    engine = connect(path)
    initialise(engine)
    ingest(engine, [assets.seeds("studies")])
    import_file(engine, assets.seeds("retractions.csv"), coder="the coders of this demo")
    assess(engine)
    printed(find("summary").make(connect(path, read_only=True), {}), form)
    if form == "table":
        there = "" if folder == Path() else f"cd {folder}, then "
        click.echo(f"\nThe database is {path}.\nNext: {there}evidence flags, evidence hypotheses, evidence sql --list")
