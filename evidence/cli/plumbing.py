"""What commands share: the database they were given, the format they print in."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from evidence.reports.report import Section

__all__ = ["DATABASE", "database", "formatted", "on_database", "printed"]

Function = TypeVar("Function", bound=Callable[..., Any])
DEFAULT = "evidence.db"
DATABASE = "The database: a file, or postgresql+psycopg://…  [default: $EVIDENCE_DB, else evidence.db]"


def on_database(function: Function) -> Function:
    """The --db option, for those who write it after the command; `database()` opens what was meant."""

    def remember(ctx: click.Context, _option: click.Parameter, value: str | None) -> None:
        if value is not None:
            ctx.ensure_object(dict)["db"] = value

    option = click.option("--db", metavar="PATH|URL", callback=remember, expose_value=False, help=DATABASE)
    return option(function)


def formatted(function: Function) -> Function:
    """The --format option."""
    formats = ("table", "csv", "json", "markdown")
    option = click.option(
        "--format", "form", type=click.Choice(formats), default="table", show_default=True, help="How rows come out."
    )
    return option(function)


def database(*, write: bool = False, create: bool = False) -> "Engine":
    """The database that was asked for, current and ready; reading commands cannot write to it."""
    from evidence.store.engine import connect
    from evidence.store.migrate import check_current

    context = click.get_current_context()
    name = (context.find_object(dict) or {}).get("db") or DEFAULT
    if write:
        connect(name, read_only=True)  # a database that is not there is named before one is created
    engine = connect(name, read_only=not (write or create))
    context.call_on_close(engine.dispose)
    if not create:
        check_current(engine)
    return engine


def printed(sections: "Sequence[Section]", form: str) -> None:
    """Print sections in the format that was asked for."""
    from evidence.reports.render import render

    render(sections, form)
