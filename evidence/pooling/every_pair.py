"""Every pair of constructs at once, without a loop over pairs."""

import numpy as np
import pandas as pd

from evidence.errors import UsageError
from evidence.pooling.contract import FAMILIES, prepared
from evidence.pooling.random_effects import pool_many
from evidence.pooling.same_people import WHOLE

__all__ = ["COLUMNS", "every_pair"]

COLUMNS = (
    "source", "target", "estimand", "samples", "effects", "estimate", "ci_low", "ci_high", "p", "pi_low", "pi_high",
    "tau2", "i2",
)  # fmt: skip
_PAIR = ["source", "target", "estimand"]
_BACK = ["estimate", "ci_low", "ci_high", "pi_low", "pi_high"]
FEWEST_FOR_PREDICTION = 3


def every_pair(
    effects: pd.DataFrame, *, method: str = "REML", test: str = "knha", level: float = 0.95, fewest: int = 2
) -> pd.DataFrame:
    """One row per pair of constructs and estimand with at least `fewest` samples, most samples first.

    `effects`: study_id, sample, n, source, target, estimand (text or categories), value, and what gives a variance.
    Correlations know no direction, so a pair of constructs is put in alphabetical order. Effects of one sample are
    averaged first; the mean keeps the average sampling variance, which is what it has if they correlate fully.
    """
    if fewest < 1:
        raise UsageError(f"pairs of {fewest} samples are none", todo="give --min-k 1 or more")
    parts = [
        _by_sample(prepared(group, FAMILIES[str(estimand)].measure), FAMILIES[str(estimand)].measure)
        for estimand, group in effects.groupby("estimand", sort=True, observed=True)
        if estimand in FAMILIES
    ]
    parts = [part for part in parts if len(part)]
    if not parts:
        return pd.DataFrame(columns=list(COLUMNS))
    samples = pd.concat(parts, ignore_index=True)
    samples["pair"] = samples.groupby(_PAIR, sort=True, observed=True).ngroup()
    samples = samples[samples.groupby("pair")["yi"].transform("size") >= fewest].sort_values("pair", kind="stable")
    if samples.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    pooled = pool_many(samples["pair"], samples["yi"], samples["vi"], method=method, test=test, level=level)
    return _table(samples, pooled)


def _by_sample(effects: pd.DataFrame, measure: str) -> pd.DataFrame:
    """One row per pair of constructs and sample: the mean effect and variance of those the sample gives."""
    usable = (effects["yi"].notna() & effects["vi"].notna()).to_numpy()
    kept = effects.loc[usable, [*_PAIR, "study_id", "sample", "yi", "vi"]]
    if measure == "z":
        backwards = kept["source"].astype(object) > kept["target"].astype(object)
        source, target = kept["source"].astype(object), kept["target"].astype(object)
        kept = kept.assign(source=source.where(~backwards, target), target=target.where(~backwards, source))
    undivided = kept["study_id"].isin(kept.loc[kept["sample"].eq(WHOLE), "study_id"].unique())
    kept = kept.assign(sample=kept["sample"].astype(object).where(~undivided, WHOLE))
    key = [*_PAIR, "study_id", "sample"]
    codes = kept.groupby(key, sort=False, observed=True, dropna=False).ngroup().to_numpy()
    count = np.bincount(codes)
    first = np.zeros(len(count), dtype=np.intp)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    rows = kept.iloc[first][_PAIR].astype(object).reset_index(drop=True)
    yi, vi = (np.bincount(codes, kept[name].to_numpy()) / count for name in ("yi", "vi"))
    return rows.assign(yi=yi, vi=vi, effects=count, measure=measure)


def _table(samples: pd.DataFrame, pooled: pd.DataFrame) -> pd.DataFrame:
    pairs = samples.groupby("pair", sort=True)
    named = samples.drop_duplicates("pair").set_index("pair")[[*_PAIR, "measure"]]
    table = named.assign(samples=pairs.size(), effects=pairs["effects"].sum())
    table = table.join(pooled[[name for name in COLUMNS if name in pooled]])
    table.loc[table["samples"] < FEWEST_FOR_PREDICTION, ["pi_low", "pi_high"]] = np.nan
    table.loc[table["samples"] < 2, ["tau2", "i2"]] = np.nan
    is_z = table["measure"].eq("z")
    table.loc[is_z, _BACK] = np.tanh(table.loc[is_z, _BACK])
    order = table.sort_values(["samples", *_PAIR], ascending=[False, True, True, True])
    return order[list(COLUMNS)].reset_index(drop=True)
