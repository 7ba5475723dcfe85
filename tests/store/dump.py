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
            truths = [i for i, c in enumerate(table.columns) if str(c.type) == "BOOLEAN"]  # SQLite gives 0 and 1
            plain = []
            for row in map(list, rows):
                for i in truths:
                    row[i] = None if row[i] is None else bool(row[i])
                plain.append(repr(row))
            lines += [f"{table.name}: {row}" for row in sorted(plain)]
    engine.dispose()
    return "\n".join(lines)
