"""evidence check."""

import sys

import click

from evidence.cli.plumbing import formatted, printed

LEVELS = ("critical", "error", "warn", "note")


@click.command(epilog="Example: evidence check paper.pdf --fail-on error")
@click.argument("path", required=False)
@click.option("--level", type=click.Choice(LEVELS), default="warn", show_default=True, help="Show from this level up.")
@click.option("--fail-on", type=click.Choice(LEVELS), help="Exit with 1 if there is a finding from this level up.")
@click.option("--list", "listed", is_flag=True, help="List every check.")
@click.option("--explain", metavar="ID", help="Explain one check: formula, source, what it needs and avoids.")
@formatted
@click.pass_context
def command(
    ctx: click.Context, path: str | None, level: str, fail_on: str | None, listed: bool, explain: str | None, form: str
) -> None:
    """Hold a document or coded record against arithmetic.

    No database is touched. `-` in place of PATH reads JSON records from standard input. Each finding shows what is
    printed, what it would have to be, and the likeliest wrong cell. It says inconsistent or impossible as printed, no
    more. The numbers behind a finding are read again by another parser first: what that clears is our reading error,
    repaired and listed as such. Wording that paraphrasing machines leave behind is shown beside the findings. Then a
    judgement in the domains of INSPECT-SR, with what stands behind it; never a score.

    For a journal's CI: `evidence check paper.pdf --fail-on error` exits with 1 if a finding of that level or above
    is there, else 0; 1 too if the input cannot be read, 2 if the command is not understood. --level only chooses what
    is shown.
    """
    from evidence.reports import findings

    if listed or explain:
        printed([findings.catalogue() if listed else findings.explained(explain or "")], form)
        return
    if path is None:
        raise click.UsageError("give a document or record, or --list, or --explain ID")
    from evidence.checks import check

    loud = False
    sections = []
    reports, text = _reports(path)
    for report in reports:
        assessment = check(report)
        loud |= fail_on is not None and bool(findings.at_or_above(assessment, fail_on))
        sections += findings.findings(report, assessment, level)
        sections += findings.reread(report)
    sections += findings.wording(text)
    printed(sections, form)
    ctx.exit(1 if loud else 0)


def _reports(path: str):  # type: ignore[no-untyped-def]
    """The records of a document with its text, or the records that another program writes to our standard input."""
    if path != "-":
        from evidence.verbs import read_twice

        records = read_twice(path)
        return [record.to_dict() for record in records], records[0].text if records else ""
    import json

    from evidence.errors import InputError

    try:
        content = json.load(sys.stdin)
    except ValueError as error:
        raise InputError("this is not JSON", where="standard input", why=str(error), todo="pipe a record in") from None
    reports = content if isinstance(content, list) else content.get("records", [content])
    if not all(isinstance(report, dict) for report in reports):
        raise InputError("this holds no record", where="standard input", todo="pipe in what 'evidence extract' writes")
    return reports, ""
