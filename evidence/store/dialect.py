"""The one mechanism for the differences between the two databases: SQL is written once, as PostgreSQL reads it.

SQLite gets sqlglot's translation (`string_agg` becomes `group_concat`, casts and null-safe comparisons change their
spelling). Nothing else in the project asks which database it talks to in order to write a query.
"""

from functools import cache

from sqlalchemy import Connection

__all__ = ["execute", "for_dialect", "names_in"]


@cache
def for_dialect(sql: str, dialect: str) -> str:
    """A statement as the named dialect ("sqlite" or "postgresql") spells it."""
    if dialect == "postgresql":
        return sql
    import sqlglot

    return ";\n".join(sqlglot.transpile(sql, read="postgres", write=dialect, pretty=True, comments=False))


@cache
def names_in(sql: str) -> frozenset[str]:
    """The tables and views a statement reads, without its own common table expressions."""
    import sqlglot
    from sqlglot import exp

    tree = sqlglot.parse_one(sql, read="postgres")
    own = {cte.alias for cte in tree.find_all(exp.CTE)}
    return frozenset(table.name for table in tree.find_all(exp.Table) if table.name not in own)


def execute(connection: Connection, sql: str) -> None:
    """Run a statement of ours that has no parameters, as this database spells it."""
    statement = for_dialect(sql, connection.dialect.name)
    # psycopg reads % as a placeholder, SQLite does not
    connection.exec_driver_sql(statement.replace("%", "%%") if connection.dialect.name == "postgresql" else statement)
