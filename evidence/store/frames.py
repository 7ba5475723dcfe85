"""A long answer as a frame, column by column: texts as categories, numbers as numbers, a chunk in memory at a time."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine, text

from evidence.store.dialect import for_dialect

__all__ = ["bundle", "frame", "unbundled"]

CHUNK = 2_000  # rows that stay in the processor's cache while they are turned into columns
_BETWEEN = "\x1f"  # the unit separator: no document prints it


def frame(
    engine: Engine, sql: str, texts: Sequence[str] = (), parameters: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """The rows of a query of ours; `texts` names the columns that hold few words many times over.

    Texts become categories as they arrive: a million rows of names weigh a few bytes each, not a string each. The other
    columns are numbers; nothing is NaN.
    """
    statement = for_dialect(sql, engine.dialect.name)
    with engine.connect() as connection:
        result = connection.execution_options(stream_results=True).execute(text(statement), parameters or {})
        names = tuple(result.keys())
        # SQLite's own rows: a million of SQLAlchemy's cost a second; a server's cursor has rows in a buffer already
        cursor: Any = result.cursor if engine.dialect.name == "sqlite" else result
        columns: dict[str, _Texts | list[Any]] = {name: _Texts() if name in texts else [] for name in names}
        while rows := cursor.fetchmany(CHUNK):
            for name, values in zip(names, zip(*rows, strict=True), strict=True):
                column = columns[name]
                if isinstance(column, _Texts):
                    column.take(values)
                else:
                    column.append(_numbers(values))
    return pd.DataFrame({name: _whole(column) for name, column in columns.items()})


def bundle(names: Sequence[str]) -> str:
    """SQL for several columns of few words as one text: a row is then fetched and looked up once, not once a column."""
    return f" || '{_BETWEEN}' || ".join(f"COALESCE({name}, '')" for name in names)


def unbundled(column: "pd.Series[Any]", names: Sequence[str]) -> dict[str, Any]:
    """The columns of a bundle as categories; an empty text is nothing."""
    parts = [str(each).split(_BETWEEN) for each in column.cat.categories]
    codes = column.cat.codes.to_numpy()
    columns: dict[str, Any] = {}
    for i, name in enumerate(names):
        own, seen = pd.factorize(np.array([part[i] or None for part in parts], dtype=object))
        columns[name] = pd.Categorical.from_codes(
            own[codes].astype(np.intp) if len(own) else codes, categories=pd.Index(seen)
        )
    return columns


class _Texts:
    """A column of texts as codes into the list of those that have come so far; nothing is -1."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.codes: list[Any] = []

    def take(self, values: Sequence[str | None]) -> None:
        """Code one chunk; each distinct text is looked up once."""
        codes, seen = pd.factorize(np.array(values, dtype=object))
        place = np.array([self.known.setdefault(each, len(self.known)) for each in seen] or [0], dtype=np.int32)
        self.codes.append(np.where(codes < 0, np.int32(-1), place[codes]))


def _numbers(values: Sequence[Any]) -> Any:
    array = np.array(values)  # keys of 62 bits stay whole: they do not fit a float
    return array if array.dtype.kind == "i" else array.astype(np.float64)


def _whole(column: "_Texts | list[Any]") -> Any:
    if isinstance(column, list):
        return np.concatenate(column) if column else np.zeros(0)
    codes = np.concatenate(column.codes) if column.codes else np.zeros(0, np.int32)
    return pd.Categorical.from_codes(codes.astype(np.intp), categories=pd.Index(list(column.known), dtype=object))
