"""The shared vocabulary in the database: `seeds/constructs.csv`, and what coders and aliases map onto it."""

import csv
import io

from sqlalchemy import Engine, select

from evidence import assets
from evidence.store.tables import metadata

__all__ = ["load_vocabulary"]

_construct = metadata.tables["construct"]
_mapping = metadata.tables["construct_mapping"]


def load_vocabulary(engine: Engine) -> int:
    """Bring the table of constructs to what the seeds say; what a person added stays."""
    seeds = [
        {
            "id": row["id"],
            "label": row["label"],
            "definition": row.get("definition") or None,
            "parent_id": row.get("parent") or None,
            "theory": row.get("theory") or None,
            "reference": row.get("reference") or None,
        }
        for row in _rows("constructs.csv")
    ]
    with engine.begin() as connection:
        known = {row.id: dict(row._mapping) for row in connection.execute(select(_construct))}
        for row in seeds:
            if row["id"] not in known:
                connection.execute(_construct.insert().values(**row))
            elif known[row["id"]] != row:
                connection.execute(_construct.update().where(_construct.c.id == row["id"]).values(**row))
    return len(seeds)


def _rows(name: str) -> list[dict[str, str]]:
    path = assets.seeds(name)
    return list(csv.DictReader(io.StringIO(assets.read_text(path)))) if path.is_file() else []
