"""Everything a database says, without run logs: the same inputs must give the same bytes."""

from sqlalchemy import text

from evidence.store.engine import connect
from evidence.store.tables import metadata

_LOGS = {"ingest_run", "ingest_failure"}


def dump(database) -> str:
    """Every row of every table, in the order of its key, as text."""
    engine = connect(database)
    lines = []
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            if table.name in _LOGS:
                continue
            columns = ", ".join(column.name for column in table.columns)
            rows = connection.execute(text(f"SELECT {columns} FROM {table.name}")).all()
            plain = [[bool(v) if str(c.type) == "BOOLEAN" and v is not None else v
                      for c, v in zip(table.columns, row, strict=True)] for row in rows]  # fmt: skip
            lines += [f"{table.name}: {row!r}" for row in sorted(plain, key=repr)]
    engine.dispose()
    return "\n".join(lines)
