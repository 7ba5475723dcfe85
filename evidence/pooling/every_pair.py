"""Every pair of constructs at once, without a loop over pairs."""

import numpy as np
import pandas as pd

from evidence.pooling.contract import FAMILIES, prepared
from evidence.pooling.random_effects import pool_many

__all__ = ["every_pair", "pair_samples"]

_PAIR = ["source", "target", "estimand"]


def pair_samples(effects: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of constructs, estimand and sample that gives it an effect: its mean `yi` and `vi`.

    Correlations know no direction, so a pair of constructs is put in alphabetical order. Effects of one sample are
    averaged; the mean keeps the average sampling variance, which is what they have if they correlate fully.
    """
    parts = [
        prepared(group, FAMILIES[str(estimand)].measure).assign(measure=FAMILIES[str(estimand)].measure)
        for estimand, group in effects.groupby("estimand", sort=True)
        if estimand in FAMILIES
    ]
    if not parts:
        return pd.DataFrame(columns=[*_PAIR, "measure", "study_id", "sample", "yi", "vi", "effects"])
    frame = pd.concat(parts, ignore_index=True)
    frame = frame[frame["yi"].notna() & frame["vi"].notna() & (frame["vi"] > 0)]
    backwards = frame["measure"].eq("z") & (frame["source"] > frame["target"])
    frame.loc[backwards, ["source", "target"]] = frame.loc[backwards, ["target", "source"]].to_numpy()
    within = frame.groupby([*_PAIR, "measure", "study_id", "sample"], sort=True)
    return within.agg(yi=("yi", "mean"), vi=("vi", "mean"), effects=("yi", "size")).reset_index()


def every_pair(effects: pd.DataFrame, *, method: str = "REML", test: str = "knha") -> pd.DataFrame:
    """One row per pair of constructs and estimand with at least two samples, most samples first.

    A sample that gives a pair several effects counts once, with their mean (`pair_samples`).
    """
    samples = pair_samples(effects)
    samples["pair"] = samples.groupby([*_PAIR, "measure"], sort=True).ngroup()
    samples = samples[samples.groupby("pair")["yi"].transform("size") >= 2]
    if samples.empty:
        return pd.DataFrame(columns=[*_PAIR, "samples", "effects"])
    pooled = pool_many(samples["pair"], samples["yi"], samples["vi"], method=method, test=test)
    named = samples.groupby("pair").agg(
        source=("source", "first"), target=("target", "first"), estimand=("estimand", "first"),
        measure=("measure", "first"), samples=("yi", "size"), effects=("effects", "sum"),
    )  # fmt: skip
    table = named.join(pooled[["estimate", "ci_low", "ci_high", "p", "pi_low", "pi_high", "tau2", "i2"]])
    turned = ["estimate", "ci_low", "ci_high", "pi_low", "pi_high"]
    is_z = table["measure"].eq("z")
    table.loc[is_z, turned] = np.tanh(table.loc[is_z, turned])
    return table.drop(columns="measure").sort_values(["samples", *_PAIR], ascending=[False, True, True, True])
