"""How much does the answer hang on one effect, and how sure is tau-squared?"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from evidence.errors import InputError
from evidence.pooling.estimators import Estimator, estimator
from evidence.pooling.inference import TESTS, error_scale
from evidence.pooling.inputs import Floats, chosen, confidence, effects, positive
from evidence.pooling.moments import Single
from evidence.pooling.random_effects import pool_groups
from evidence.pooling.tau2_bounds import tau2_interval

__all__ = ["baujat", "cumulative", "influence", "leave_one_out", "predicted_effects", "tau2_interval"]

BLOCK = 2_000_000  # numbers held at once: deletions make a table of k by k, worked through in slices


def leave_one_out(
    y: npt.ArrayLike, v: npt.ArrayLike, method: str = "REML", test: str = "knha", level: float = 0.95
) -> pd.DataFrame:
    """Pool again without each effect in turn: one row per effect left out, in their order, the columns of `Pooled`."""
    y, v, how = _checked(y, v, method, test)
    return pd.DataFrame(_without_each(y, v, how, test, confidence(level)), index=pd.RangeIndex(y.size, name="left_out"))


def cumulative(
    y: npt.ArrayLike, v: npt.ArrayLike, method: str = "REML", test: str = "knha", level: float = 0.95
) -> pd.DataFrame:
    """Pool the first effect, the first two, and so on: one row per step; sort by year before to see how an answer grew.

    Lau et al. (1992), N. Engl. J. Med. 327, 248.
    """
    y, v = effects(y, v)
    how = estimator(method)
    chosen("test", test, TESTS)
    positive(v, "the first effect alone")
    parts = []
    for rows in _slices(y.size):
        sizes = rows + 1
        take = np.concatenate([np.arange(size) for size in sizes])
        parts.append(pool_groups(y[take], v[take], sizes, how, test, confidence(level), "default"))
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    return pd.DataFrame(columns, index=pd.RangeIndex(1, y.size + 1, name="effects"))


def influence(y: npt.ArrayLike, v: npt.ArrayLike, method: str = "REML", test: str = "z") -> pd.DataFrame:
    """Outliers and influential effects: one row per effect, in their order.

    With (i) for results without effect i, m the mean, h the leverage (share of the weight): rstudent = (y - m(i)) /
    sqrt(v + tau2(i) + se(i)^2); dffits = (m - m(i)) / sqrt(s(i) h (v + tau2(i))); cooks_distance = (m - m(i))^2 /
    se^2; cov_ratio = se(i)^2 / se^2; dfbetas = (m - m(i)) / sqrt(s(i) / sum 1/(v + tau2(i))), s(i) the Knapp-Hartung
    factor, 1 for z. Viechtbauer & Cheung (2010), Res. Synth. Methods 1, 112.
    """
    y, v, how = _checked(y, v, method, test)
    model = Single(y, v)
    m = model.at(how.tau2(model)[0])
    se2 = error_scale(test, m, y, model.df) / m.s
    hat = m.w / m.s
    without = _without_each(y, v, how, test, 0.95)
    moved, tau2, se2_del = m.mean - without["estimate"], without["tau2"], without["se"] ** 2
    total = _total_weights(v, tau2)
    own = v + tau2
    # the factor of Knapp and Hartung without effect i, from the error it produced; one effect left has none
    scale = se2_del * (total - 1 / own) if test != "z" and y.size > 2 else np.ones_like(y)
    return pd.DataFrame(
        {
            "rstudent": (y - without["estimate"]) / np.sqrt(own + se2_del),
            "dffits": moved / np.sqrt(scale * hat * own),
            "cooks_distance": moved**2 / se2,
            "cov_ratio": se2_del / se2,
            "tau2_deleted": tau2,
            "q_deleted": without["q"],
            "hat": hat,
            "weight_pct": 100 * hat,
            "dfbetas": moved / np.sqrt(scale / total),
        },
        index=pd.RangeIndex(y.size, name="effect"),
    )


def baujat(y: npt.ArrayLike, v: npt.ArrayLike, method: str = "REML") -> pd.DataFrame:
    """What each effect adds to the heterogeneity, and how far it moves the mean: one row per effect.

    contribution = (y - m)^2 / (v + tau2), for FE the parts of Q; influence = (m - m(i))^2 / se(i)^2. Baujat et al.
    (2002), Stat. Med. 21, 2641.
    """
    y, v, how = _checked(y, v, method, "z")
    model = Single(y, v)
    m = model.at(how.tau2(model)[0])
    without = _without_each(y, v, how, "z", 0.95)
    moved = (m.mean - without["estimate"]) ** 2 / without["se"] ** 2
    index = pd.RangeIndex(y.size, name="effect")
    return pd.DataFrame({"contribution": m.w * m.residuals**2, "influence": moved}, index=index)


def predicted_effects(y: npt.ArrayLike, v: npt.ArrayLike, method: str = "REML") -> pd.DataFrame:
    """The effect each study would show without sampling error (empirical Bayes), and its standardized residual.

    prediction = l y + (1 - l) m, l = tau2 / (tau2 + v), its variance l v + (1 - l)^2 / sum(w); residual = (y - m) /
    sqrt(v + tau2 - 1 / sum(w)). Raudenbush & Bryk (1985), J. Educ. Stat. 10, 75.
    """
    y, v, how = _checked(y, v, method, "z")
    model = Single(y, v)
    tau2 = how.tau2(model)[0]
    m = model.at(tau2)
    share = tau2 / (tau2 + v)
    return pd.DataFrame(
        {
            "prediction": share * y + (1 - share) * m.mean,
            "se": np.sqrt(share * v + (1 - share) ** 2 / m.s),
            "residual": m.residuals,
            "standardized": m.residuals / np.sqrt(v + tau2 - 1 / m.s),
        },
        index=pd.RangeIndex(y.size, name="effect"),
    )


def _checked(y: npt.ArrayLike, v: npt.ArrayLike, method: str, test: str) -> tuple[Floats, Floats, Estimator]:
    y, v = effects(y, v)
    how = estimator(method)
    chosen("test", test, TESTS)
    positive(v, "leaving effects out")
    if y.size < 2:
        raise InputError("there is one effect, and nothing is left without it", todo="give two effects or more")
    return y, v, how


def _slices(k: int) -> Iterator[npt.NDArray[np.intp]]:
    for start in range(0, k, max(1, BLOCK // k)):
        yield np.arange(start, min(k, start + max(1, BLOCK // k)))


def _without_each(y: Floats, v: Floats, how: Estimator, test: str, level: float) -> dict[str, Floats]:
    k = y.size
    parts = []
    for rows in _slices(k):
        others = np.broadcast_to(np.arange(k), (rows.size, k))[rows[:, None] != np.arange(k)]
        parts.append(pool_groups(y[others], v[others], np.full(rows.size, k - 1), how, test, level, "default"))
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _total_weights(v: Floats, tau2: Floats) -> Floats:
    """Sum of 1/(v + tau2(i)) over all effects, for each tau2(i)."""
    return np.concatenate([(1 / (v + tau2[rows, None])).sum(axis=1) for rows in _slices(v.size)])
