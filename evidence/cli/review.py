"""evidence review."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from evidence.cli.plumbing import database, formatted, on_database, printed

Function = TypeVar("Function", bound=Callable[..., Any])


@click.group(epilog="Example: evidence review list")
def command() -> None:
    """Decide about doubtful numbers and findings; see who decided.

    A decision is a row of its own: what a document says is never changed. Decisions survive a new reading and a new
    assessment. Of one person the last word counts; where two persons differ, both are shown and the caution stays.
    """


def _reasoned(function: Function) -> Function:
    """The options of every decision: why, and by whom."""
    function = click.option("--coder", required=True, help="Who decides.")(function)
    return click.option("--reason", required=True, help="Why, in a sentence.")(function)


@command.command("list", epilog="Example: evidence review list --study cao-2022")
@click.option("--study", help="Only this study (its label, or the beginning of it).")
@formatted
@on_database
def list_(study: str | None, form: str) -> None:
    """List what waits: numbers read with low confidence, things not read, findings without a decision."""
    from evidence.reports.review import waiting

    printed(waiting(database(), study), form)


@command.command("history", epilog="Example: evidence review history")
@click.argument("study", required=False)
@formatted
@on_database
def history(study: str | None, form: str) -> None:
    """List every decision: who, when, what, why, and whether it stands."""
    from evidence.reports.review import history as decisions

    printed([decisions(database(), study)], form)


def _value(study: str, pointer: str, kind: str, reason: str, coder: str, form: str, value: str | None = None) -> None:
    from evidence.reports.review import decided
    from evidence.verbs import deciding

    engine = database(write=True)
    printed([decided(deciding.decide(engine, study, pointer, kind, reason=reason, coder=coder, value=value))], form)


def _finding(finding: str, kind: str, reason: str, coder: str, form: str) -> None:
    from evidence.reports.review import decided
    from evidence.verbs import deciding

    engine = database(write=True)
    printed([decided([deciding.decide_finding(engine, finding, kind, reason=reason, coder=coder)])], form)


@command.command("accept", epilog='Example: evidence review accept cao-2022 /paths/0 --reason "as printed" --coder AB')
@click.argument("study")
@click.argument("pointer")
@_reasoned
@formatted
@on_database
def accept(study: str, pointer: str, reason: str, coder: str, form: str) -> None:
    """Say that a number (or all of a row, such as /paths/3) is read rightly, so that pooling may use it.

    POINTER is the place in the record, as 'evidence review list' and the view provenance show it.
    """
    _value(study, pointer, "accepted", reason, coder, form)


@command.command(
    "reject", epilog='Example: evidence review reject cao-2022 /paths/0/beta --reason "of a pilot" --coder AB'
)
@click.argument("study")
@click.argument("pointer")
@_reasoned
@formatted
@on_database
def reject(study: str, pointer: str, reason: str, coder: str, form: str) -> None:
    """Hold a number, or all of a row, out of pooling; it stays in the database with the reason."""
    _value(study, pointer, "rejected", reason, coder, form)


@command.command(
    "correct",
    context_settings={"ignore_unknown_options": True},
    epilog='Example: evidence review correct cao-2022 /paths/0/beta .225 --reason "misread" --coder AB',
)
@click.argument("study")
@click.argument("pointer")
@click.argument("value")
@_reasoned
@formatted
@on_database
def correct(study: str, pointer: str, value: str, reason: str, coder: str, form: str) -> None:
    """Give the number that a place should hold; what was read stays beside it.

    Pooling uses the corrected coefficient, standard error, statistic, p, interval or sample size, labelled "corrected
    by CODER". A finding about the number as read stays until it is dismissed. Two persons who correct differently hold
    the effect out.
    """
    _value(study, pointer, "corrected", reason, coder, form, value)


@command.command("confirm", epilog='Example: evidence review confirm FINDING --reason "checked by hand" --coder AB')
@click.argument("finding")
@_reasoned
@formatted
@on_database
def confirm(finding: str, reason: str, coder: str, form: str) -> None:
    """Confirm a finding, named by its id or the beginning of it ('evidence flags' shows eight signs)."""
    _finding(finding, "confirmed", reason, coder, form)


@command.command("dismiss", epilog='Example: evidence review dismiss FINDING --reason "read wrongly" --coder AB')
@click.argument("finding")
@_reasoned
@formatted
@on_database
def dismiss(finding: str, reason: str, coder: str, form: str) -> None:
    """Dismiss a finding: it stays listed with your reason, and no longer holds an effect out of pooling."""
    _finding(finding, "dismissed", reason, coder, form)


@command.command("explain", epilog='Example: evidence review explain FINDING --reason "robust errors" --coder AB')
@click.argument("finding")
@_reasoned
@formatted
@on_database
def explain(finding: str, reason: str, coder: str, form: str) -> None:
    """Say why a finding is as it is; a critical one still holds its effect out."""
    _finding(finding, "explained", reason, coder, form)
