"""evidence extract."""

import json
from pathlib import Path

import click


@click.command(epilog="Example: evidence extract paper.pdf --text paper.txt | evidence check -")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(("json",)), default="json", help="Records as JSON.")
@click.option("--text", type=click.Path(path_type=Path, dir_okay=False), help="Write the text that spans point into.")
def command(path: Path, form: str, text: Path | None) -> None:  # noqa: ARG001  one format so far
    """Print what a document says, as records in JSON.

    No database is touched. The layout is evidence-record/1, which `evidence check -` reads.
    """
    from evidence.verbs import read_twice

    records = read_twice(path)
    if text is not None:
        text.write_text(records[0].text if records else "", encoding="utf-8")
    click.echo(json.dumps([record.to_dict() for record in records], ensure_ascii=False, indent=1))
