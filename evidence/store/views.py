"""The views of `schema/views/`: one SELECT per file, with its grain, key and what it leaves out in the header."""

import re
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter

from sqlalchemy import Connection, inspect

from evidence import assets
from evidence.store.dialect import execute, names_in

__all__ = ["View", "create_views", "drop_views", "view_files"]

_HEADER = re.compile(r"^-- (title|grain|key|excludes): (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class View:
    """One view file: what a row is, what identifies it, what is left out, and the SELECT."""

    name: str
    title: str
    grain: str
    key: tuple[str, ...]
    excludes: str
    select: str


@cache
def view_files() -> tuple[View, ...]:
    """Every view, each after the views it reads."""
    views = {
        path.stem: _view(path.stem, assets.read_text(path)) for path in sorted(assets.schema("views").glob("*.sql"))
    }
    order = TopologicalSorter({name: sorted(names_in(view.select) & views.keys()) for name, view in views.items()})
    return tuple(views[name] for name in order.static_order())


def _view(name: str, text: str) -> View:
    header = dict(_HEADER.findall(text))
    select = re.sub(r"^--.*\n", "", text, flags=re.MULTILINE).strip().rstrip(";")
    return View(
        name=name,
        title=header["title"],
        grain=header["grain"],
        key=tuple(column.strip() for column in header["key"].split(",")),
        excludes=header.get("excludes", "nothing"),
        select=select,
    )


def create_views(connection: Connection) -> None:
    """Put up every view."""
    for view in view_files():
        execute(connection, f"CREATE VIEW {view.name} AS\n{view.select}")


def drop_views(connection: Connection) -> None:
    """Take down every view, those of an older version too; SQLite refuses to rebuild a table that a view mentions."""
    cascade = " CASCADE" if connection.dialect.name == "postgresql" else ""
    for name in inspect(connection).get_view_names():
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"{cascade}')
