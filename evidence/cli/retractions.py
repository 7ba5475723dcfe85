"""evidence retractions."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from evidence.cli.plumbing import database, formatted, on_database, printed

if TYPE_CHECKING:
    from evidence.reports.retractions import Update

NATURES = (
    "retraction", "partial retraction", "withdrawal", "removal", "expression of concern", "correction",
    "reinstatement", "none",
)  # fmt: skip


@click.group(epilog="Example: evidence retractions list")
def command() -> None:
    """Import what was retracted, and see what falls with it."""


def _told(update: "Update", form: str) -> None:
    """What came in on stderr unless it is read by a person; then what changed."""
    from evidence.reports.retractions import changes, updated

    for line in updated(update):
        click.echo(line, err=form != "table")
    printed([changes(update)], form)
    if form == "table" and changes(update).answer is not None:
        click.echo("\nevidence retractions impact tells what this does to pooled conclusions")


@command.command("import", epilog="Example: evidence retractions import retraction_watch.csv --fetched 2025-11-01")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--fetched", "--as-of", "fetched", metavar="YYYY-MM-DD",
    help="When the file was published or fetched (default: the date of the file).",
)  # fmt: skip
@click.option("--coder", help="FILE is this person's own list: added to what persons entered.")
@formatted
@on_database
def import_(file: Path, fetched: str | None, coder: str | None, form: str) -> None:
    """Import a file of notices and say what changed.

    The Retraction Watch CSV as it is published, or Crossref's JSON.

    The Retraction Watch file replaces the one imported before as a whole. Crossref's JSON (works, notices, or a list)
    replaces what it said of the same works. Importing a file twice is importing it once.
    """
    from evidence.verbs import make_ready
    from evidence.verbs.notices import import_file

    engine = database(create=True)
    make_ready(engine)
    _told(import_file(engine, file, fetched=fetched, coder=coder), form)


@command.command("add", epilog='Example: evidence retractions add 10.1000/182 --nature retraction --date 2024-05-01 '
                 '--reason "data unavailable" --coder AB')  # fmt: skip
@click.argument("work", metavar="DOI|PMID")
@click.option("--nature", type=click.Choice(NATURES), required=True, help="What happened; none: seen, no notice.")
@click.option("--date", metavar="YYYY-MM-DD", help="The date of the notice.")
@click.option("--reason", required=True, help="Why, in the words of the notice.")
@click.option("--coder", required=True, help="Who enters this.")
@click.option("--notice-doi", metavar="DOI", help="The DOI of the notice itself.")
@formatted
@on_database
def add(work: str, nature: str, date: str | None, reason: str, coder: str, notice_doi: str | None, form: str) -> None:
    """Enter a notice that you saw; kept as your word."""
    from evidence.verbs import notices

    engine = database(write=True)
    _told(notices.add(engine, work, nature=nature, date=date, reason=reason, coder=coder, notice_doi=notice_doi), form)


@command.command("fetch", epilog="Example: evidence retractions fetch 10.1000/182 --mailto you@example.org")
@click.argument("dois", nargs=-1, metavar="[DOI]...")
@click.option("--mailto", required=True, help="Your address, which Crossref asks of polite clients.")
@click.option("--studies", is_flag=True, help="Ask about every stored study that has a DOI.")
@click.option("--server", metavar="URL", help="Another server that answers as Crossref does.")
@click.option("--timeout", type=click.FloatRange(0.1), default=20.0, show_default=True, help="Seconds for one answer.")
@formatted
@on_database
@click.pass_context
def fetch(
    ctx: click.Context,
    dois: tuple[str, ...],
    mailto: str,
    studies: bool,
    server: str | None,
    timeout: float,
    form: str,
) -> None:
    """Ask Crossref about DOIs; the only use of the network.

    Says what it did for each DOI. A failure is kept as a failure (exit code 1) and never reads as "no notice".
    """
    from evidence.verbs import notices

    if not dois and not studies:
        raise click.UsageError("give DOIs, or --studies")
    engine = database(write=True)
    update = notices.fetch(engine, dois, mailto=mailto, studies=studies, server=server, timeout=timeout)
    for line in update.log:
        click.echo(line, err=True)
    _told(update, form)
    ctx.exit(1 if update.failed else 0)


@command.command("impact", epilog="Example: evidence retractions impact --format csv")
@click.option("--method", default="REML", show_default=True, help="How tau2 is estimated, as in 'evidence pool'.")
@click.option("--test", type=click.Choice(("knha", "adhoc", "z")), default="knha", show_default=True)
@formatted
@on_database
def impact(method: str, test: str, form: str) -> None:
    """List what falls without retracted work.

    Every pooled conclusion that changes, and every study that builds on such work through its references.
    """
    from evidence.verbs import notices

    printed(notices.impact(database(), method=method, test=test), form)


@command.command("list", epilog="Example: evidence retractions list")
@formatted
@on_database
def list_(form: str) -> None:
    """List sources, studies with a notice, persons' entries."""
    from evidence.verbs import notices

    printed(notices.listed(database()), form)
