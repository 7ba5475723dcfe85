"""evidence status."""

import click

from evidence.cli.plumbing import database, formatted, on_database, printed


@click.command(epilog="Example: evidence status 10.1000/182 --as-of 2023-06-30")
@click.argument("works", nargs=-1, required=True, metavar="DOI|PMID|STUDY...")
@click.option("--as-of", metavar="YYYY-MM-DD", help="As it was known to stand at this date (default today).")
@formatted
@on_database
def command(works: tuple[str, ...], as_of: str | None, form: str) -> None:
    """Tell what is known of a work, from which source, as of when.

    Whether it was retracted, corrected, doubted or reinstated, and why. DOIs in any spelling, PubMed numbers or the
    labels of stored studies; a work need not be in the database. Where no source was asked the answer is unknown;
    where none has a notice it says which were asked, and no more.
    """
    from evidence.verbs import notices

    printed(notices.status(database(), works, as_of=as_of), form)
