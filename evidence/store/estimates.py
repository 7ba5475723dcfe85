"""Pooled answers that are kept, under the id of their content, with every effect that was in or held out."""

import hashlib
import json
from typing import Any

import pandas as pd
from sqlalchemy import Engine, select

from evidence.errors import UsageError
from evidence.store.maps import DEFAULT_MAP
from evidence.store.tables import metadata

__all__ = ["content_id", "keep", "kept"]

_estimate = metadata.tables["estimate"]


def content_id(query: dict[str, Any], effects: pd.DataFrame, software: str) -> tuple[str, str]:
    """The id of an answer and the version of its data: the same question of the same data by the same program.

    What a construct map says shows in the data: the constructs of each effect, and whether it was turned.
    """
    data = hashlib.sha256(effects.to_csv(index=False).encode()).hexdigest()[:20]
    content = json.dumps([_text(query), data, _map(query), query.get("model"), software])
    return hashlib.sha256(content.encode()).hexdigest()[:16], data


def _map(query: dict[str, Any]) -> str:
    return str(query.get("map", DEFAULT_MAP))


def keep(engine: Engine, query: dict[str, Any], effects: pd.DataFrame, result: Any, software: str) -> str:
    """Keep an answer under its content id; what is kept already stays as it is."""
    key, data = content_id(query, effects, software)
    row = {
        "id": key, "query": _text(query), "data_version": data, "map": _map(query), "model": str(query.get("model")),
        "software": software, "result": json.dumps(result, ensure_ascii=False, sort_keys=True),
    }  # fmt: skip
    with engine.begin() as connection:
        if connection.execute(select(_estimate.c.id).where(_estimate.c.id == key)).scalar() is None:
            connection.execute(_estimate.insert().values(**row))
    return key


def kept(engine: Engine, key: str) -> dict[str, Any]:
    """A kept answer by its id or the beginning of it."""
    wanted = _estimate.c.id.startswith(key, autoescape=True)
    with engine.connect() as connection:
        rows = connection.execute(select(_estimate).where(wanted).order_by(_estimate.c.id).limit(2)).all()
    if len(rows) != 1:
        why = "several begin so" if rows else "none has this id"
        todo = "evidence sql 'SELECT id, query FROM estimate' lists them"
        raise UsageError(f"there is no single estimate '{key}'", why=why, todo=todo)
    row = rows[0]._asdict()
    return row | {"query": json.loads(row["query"]), "result": json.loads(row["result"])}


def _text(query: dict[str, Any]) -> str:
    return json.dumps(query, sort_keys=True, ensure_ascii=False)
