"""What all tables share: names of constraints, keys, and the words a column may hold.

Everything a study reports is addressed by the study and a number within it (`study_id`, `no`). The key is computed
from the document's hash, never counted, so two runs, two machines and both databases give a row the same address,
a reference can only point inside its own study, and a bulk copy needs no round trip for ids.
"""

from typing import Any, get_args

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Integer
from sqlmodel import Field, SQLModel

__all__ = ["Evidence", "Id", "Row", "count", "number_of", "one_of", "row_of", "within"]

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite makes only INTEGER, not BIGINT, an alias of its row number.
Id = BigInteger().with_variant(Integer, "sqlite")


class Row(SQLModel):
    """A table row."""


class Evidence(Row):
    """A row of one study's evidence: its address, and the place its main number was printed."""

    study_id: int = Field(primary_key=True, sa_type=Id)
    no: int = Field(primary_key=True)
    span_no: int


def row_of(*constraints: Any) -> tuple[Any, ...]:
    """Constraints of a table keyed by (study_id, no); SQLite stores it in the order of that key."""
    return (*constraints, {"sqlite_with_rowid": False})


def within(table: str, *columns: str) -> list[ForeignKeyConstraint]:
    """References that cannot leave the study: each column names a row of `table` in the same study."""
    return [
        ForeignKeyConstraint(["study_id", column], [f"{table}.study_id", f"{table}.no"], ondelete="CASCADE")
        for column in columns
    ]


def number_of(column: str, table: str, key: str = "id") -> ForeignKeyConstraint:
    """An ordinary reference to another table's key."""
    return ForeignKeyConstraint([column], [f"{table}.{key}"], ondelete="CASCADE")


def one_of(column: str, words: Any) -> CheckConstraint:
    """The column holds one of the words (a Literal of the record layout, or a tuple), or nothing."""
    known = [w for w in (words if isinstance(words, tuple) else get_args(words)) if isinstance(w, str)]
    listed = ", ".join(f"'{w}'" for w in known)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def count(column: str, at_least: int = 0) -> CheckConstraint:
    """The column holds a whole number that is not smaller than `at_least`."""
    return CheckConstraint(f"{column} >= {at_least}", name=column)
