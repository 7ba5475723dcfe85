"""Pools one set of effects, or hundreds of thousands of groups at once."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from evidence.errors import InputError
from evidence.pooling.estimators import Estimator, estimator
from evidence.pooling.inference import PREDICTIONS, TESTS, p_and_limit, summarise
from evidence.pooling.inputs import Floats, chosen, confidence, effects, positive
from evidence.pooling.moments import Groups, Single
from evidence.pooling.pooled import SUMMARY, Pooled

__all__ = ["pool", "pool_groups", "pool_many", "pool_with"]

ONE_EFFECT = {"tau2": 0.0, "i2": 0.0, "h2": 1.0, "q": 0.0, "q_df": 0.0, "q_p": 1.0}


def pool(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    method: str = "REML",
    test: str = "knha",
    level: float = 0.95,
    prediction: str = "default",
) -> Pooled:
    """Average effects y with sampling variances v.

    mean = sum(w y) / sum(w), w = 1 / (v + tau2), var(mean) = 1 / sum(w), times Knapp and Hartung's factor for knha.
    Methods FE DL PM REML ML HE SJ HS EB; tests z, knha, adhoc; the prediction interval has variance tau2 + se squared
    and the quantile of the test (`default`) or of t with k - 2 degrees of freedom (`riley`: Riley, Higgins & Deeks
    2011).
    """
    y, v = effects(y, v)
    level = confidence(level)
    chosen("test", test, TESTS)
    chosen("prediction interval", prediction, PREDICTIONS)
    return pool_with(estimator(method), y, v, test, level, prediction)


def pool_with(how: Estimator, y: Floats, v: Floats, test: str, level: float, prediction: str) -> Pooled:
    """`pool` for checked effects and a given estimator."""
    if how.divides_by_v or y.size == 1:
        positive(v, f"method {how.id}" if how.divides_by_v else "pooling a single effect")
    none_between = f"method {how.id} found no variance between studies, which"
    if v.min() <= 0 and (y == y[0]).all():
        positive(v, none_between)
    if y.size == 1:
        one = _single_effects(y, v, level)
        return _pooled({name: values[0] for name, values in one.items()}, (100.0,), level, "FE", "z")
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        values, m = summarise(Single(y, v), how, test, level, prediction)
    if not np.isfinite(m.s):
        positive(v, none_between)
    weights = (m.w * (100 / m.s)).tolist()
    return _pooled(values, tuple(weights), level, how.id, test)


def _pooled(values: dict[str, Any], weights: tuple[float, ...], level: float, method: str, test: str) -> Pooled:
    numbers = {name: float(value) for name, value in values.items()}
    k, q_df = int(values["k"]), int(values["q_df"])
    return Pooled(**(numbers | {"k": k, "q_df": q_df}), level=level, weights=weights, method=method, test=test)  # type: ignore[arg-type]


def _single_effects(y: Floats, v: Floats, level: float) -> dict[str, Floats]:
    """Groups of one effect: that effect, its own error, no heterogeneity to estimate."""
    se = np.sqrt(v)
    stat = y / se
    p, limit = p_and_limit("z", stat, np.nan, level)
    values = {
        "k": np.ones_like(y),
        "estimate": y,
        "se": se,
        "stat": stat,
        "p": p,
        "ci_low": y - limit * se,
        "ci_high": y + limit * se,
    }
    values |= {name: np.full_like(y, value) for name, value in ONE_EFFECT.items()}
    return values | {name: np.full_like(y, np.nan) for name in ("df", "se_tau2", "pi_low", "pi_high")}


def pool_groups(
    y: Floats, v: Floats, sizes: npt.NDArray[np.intp], method: Estimator, test: str, level: float, prediction: str
) -> dict[str, Floats]:
    """The numbers of each group of consecutive effects; groups of one effect are answered as `pool` does."""
    single = sizes == 1
    if not single.any():
        return _many_effects(Groups(y, v, sizes), method, test, level, prediction)
    rows = np.repeat(single, sizes)
    ones = _single_effects(y[rows], v[rows], level)
    if single.all():
        return ones
    more = _many_effects(Groups(y[~rows], v[~rows], sizes[~single]), method, test, level, prediction)
    out = {}
    for name, values in more.items():
        column = np.empty(sizes.size)
        column[single], column[~single] = ones[name], values
        out[name] = column
    return out


def _many_effects(model: Groups, method: Estimator, test: str, level: float, prediction: str) -> dict[str, Floats]:
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        values, _ = summarise(model, method, test, level, prediction)
    return {name: np.broadcast_to(value, model.sizes.shape) for name, value in values.items()}


def pool_many(
    group: Any,
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    method: str = "REML",
    test: str = "knha",
    level: float = 0.95,
    prediction: str = "default",
) -> pd.DataFrame:
    """Pool each group of effects as `pool` does: one row per group, sorted by group, the columns of `Pooled`.

    All groups are computed together; there is no loop over them. Sampling variances must be positive.
    """
    y, v = effects(y, v)
    how = estimator(method)
    level = confidence(level)
    chosen("test", test, TESTS)
    chosen("prediction interval", prediction, PREDICTIONS)
    positive(v, "pooling many groups at once")
    codes, names = pd.factorize(pd.Series(group), sort=True)
    if codes.size != y.size:
        raise InputError(f"{y.size} effects but {codes.size} group names", todo="name the group of every effect")
    if codes.min() < 0:
        raise InputError(
            "the group is not named", where=f"row {int(np.argmin(codes))}", todo="name it or leave the row out"
        )
    if (codes[1:] < codes[:-1]).any():
        order = np.argsort(codes, kind="stable")
        y, v = y[order], v[order]
    sizes = np.bincount(codes)
    values = pool_groups(y, v, sizes, how, test, level, prediction)
    one = sizes == 1
    columns: dict[str, Any] = dict(values, level=np.full(sizes.size, level))
    columns["k"] = sizes
    columns["q_df"] = sizes - 1
    columns["method"] = np.where(one, "FE", method)
    columns["test"] = np.where(one, "z", test)
    return pd.DataFrame({name: columns[name] for name in SUMMARY}, index=pd.Index(names, name="group"))
