"""evidence flags."""

import click

from evidence.cli.plumbing import database, formatted, on_database, printed

LEVELS = ("critical", "error", "warn", "note")


@click.command(epilog="Example: evidence flags --level error --study cao-2022")
@click.option("--study", help="Only this study (its label, or the beginning of it).")
@click.option("--level", type=click.Choice(LEVELS), default="note", show_default=True, help="This level and above.")
@click.option("--check", "check_id", help="Only findings of this check, by its id.")
@click.option(
    "--by", type=click.Choice(("study", "effect", "severity")), help="Count instead: by study, effect, or level."
)
@formatted
@on_database
def command(study: str | None, level: str, check_id: str | None, by: str | None, form: str) -> None:
    """List what is inconsistent, impossible as printed or doubtful.

    \b
    critical  cannot be so; an effect at fault is held out of pooling
    error     inconsistent, but no effect that is pooled
    warn      inconsistent under an assumption the paper does not state
    note      worth knowing

    A flag is about printed numbers, not about persons. Decide about one with evidence review confirm, dismiss or
    explain and the finding's first signs.
    """
    from evidence.reports.flags import flags

    levels = LEVELS[: LEVELS.index(level) + 1]
    printed([flags(database(), study=study, levels=levels, check_id=check_id, by=by)], form)
