"""A pooled result: one row of numbers from which every print of it is made."""

from dataclasses import dataclass, fields
from typing import Any

import pandas as pd

__all__ = ["SUMMARY", "Pooled"]


@dataclass(frozen=True, slots=True)
class Pooled:
    """The average effect, its uncertainty, and how much true effects differ.

    `method` and `test` say what was done: with a single effect nothing can be estimated but the effect itself, so
    they are FE and z. `i2` is in percent, `weights` are in percent in the order of the effects. NaN: not defined.
    """

    k: int
    estimate: float
    se: float
    stat: float
    df: float
    p: float
    ci_low: float
    ci_high: float
    level: float
    tau2: float
    se_tau2: float
    i2: float
    h2: float
    q: float
    q_df: int
    q_p: float
    pi_low: float
    pi_high: float
    weights: tuple[float, ...]
    method: str
    test: str

    def to_dict(self) -> dict[str, Any]:
        """The fields as plain values, in their order."""
        return {f.name: list(self.weights) if f.name == "weights" else getattr(self, f.name) for f in fields(self)}

    def to_frame(self) -> pd.DataFrame:
        """One row, the columns of `pool_many`; the weights stay behind."""
        return pd.DataFrame({name: [getattr(self, name)] for name in SUMMARY})


SUMMARY = tuple(f.name for f in fields(Pooled) if f.name != "weights")
