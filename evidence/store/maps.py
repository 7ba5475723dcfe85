"""What each reported construct is called under a map of names: the default one, another laid over it, or none."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import Engine

from evidence.errors import UsageError, nearest
from evidence.store.frames import frame
from evidence.store.query import ask

__all__ = ["AS_REPORTED", "DEFAULT_MAP", "Names", "maps", "named_by", "names_under", "require_map"]

Ints = npt.NDArray[np.int64]

DEFAULT_MAP = "default"
AS_REPORTED = "reported"  # no map at all: each name stands for itself

_REPORTED = """(
    SELECT c.study_id, c.no, c.name AS reported, CAST(NULL AS INTEGER) AS polarity, LOWER(c.name) AS construct
    FROM construct_report AS c
)"""
_OVERLAID = """(
    SELECT d.study_id, d.no, d.reported, COALESCE(m.polarity, d.polarity) AS polarity,
        COALESCE(k.label, d.construct) AS construct
    FROM mapped_construct AS d
    LEFT JOIN construct_mapping AS m
        ON m.study_id = d.study_id AND m.construct_no = d.no AND m.map = :map AND m.superseded_by IS NULL
    LEFT JOIN construct AS k ON k.id = m.construct_id
)"""


def named_by(map: str) -> tuple[str, dict[str, str]]:
    """The SQL that names constructs by a map, with its parameters; where a map says nothing the default one holds."""
    if map == DEFAULT_MAP:
        return "mapped_construct", {}
    return (_REPORTED, {}) if map == AS_REPORTED else (_OVERLAID, {"map": map})


def maps(engine: Engine) -> list[str]:
    """The maps there are: the default one, names as reported, and those that persons have made."""
    rows = ask(engine, "SELECT DISTINCT map FROM construct_mapping ORDER BY map").rows
    return sorted({DEFAULT_MAP, AS_REPORTED, *(str(row[0]) for row in rows)})


def require_map(engine: Engine, map: str) -> None:
    """Refuse a map nobody has made, with the nearest."""
    if map in (DEFAULT_MAP, AS_REPORTED):
        return
    known = maps(engine)
    if map not in known:
        raise UsageError(
            f"there is no map '{map}'", todo=f"{nearest(map, known)}; 'evidence constructs broaden' makes one"
        )


@dataclass(frozen=True, eq=False)
class Names:
    """What every reported construct is called under a map, to be looked up by a million rows at once."""

    studies: Ints
    width: int
    keys: Ints
    names: Any  # a pandas Categorical, in the order of the keys
    polarity: npt.NDArray[np.float64]

    def place(self, study_id: Ints, no: Ints) -> Ints:
        """Where the names of some reported constructs stand, by their study and number."""
        return np.searchsorted(self.keys, np.searchsorted(self.studies, study_id) * self.width + no)


def names_under(engine: Engine, map: str = DEFAULT_MAP) -> Names:
    """The names of all reported constructs under a map; a name without a place keeps its own, in lower case."""
    require_map(engine, map)
    named, parameters = named_by(map)
    sql = f"SELECT study_id, no, construct, polarity FROM {named} AS c"
    rows = frame(engine, sql, ("construct",), parameters)
    studies, code = np.unique(rows["study_id"].to_numpy(np.int64), return_inverse=True)
    no = rows["no"].to_numpy(np.int64)
    width = int(no.max(initial=0)) + 1
    key = code * width + no
    order = np.argsort(key, kind="stable")
    polarity = np.nan_to_num(rows["polarity"].to_numpy(np.float64), nan=1.0)[order]
    return Names(studies, width, key[order], pd.Categorical(rows["construct"])[order], polarity)
