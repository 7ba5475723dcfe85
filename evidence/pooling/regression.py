"""Do effects differ by what is known about the studies? Meta-regression and subgroups."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import special

from evidence.errors import InputError
from evidence.pooling.estimators import Estimator, estimator
from evidence.pooling.inference import TESTS, error_scale, p_and_limit
from evidence.pooling.inputs import Floats, chosen, confidence, effects, positive
from evidence.pooling.moderators import design_matrix
from evidence.pooling.moments import Design, DesignMoments, Single
from evidence.pooling.random_effects import pool_many

__all__ = ["MetaRegression", "Subgroups", "fit_design", "meta_regression", "subgroups"]


@dataclass(frozen=True, slots=True, eq=False)
class MetaRegression:
    """Coefficients with their tests, the joint test qm, and what heterogeneity is left; r2 and i2 in percent.

    `left_out` are the rows (from 0) whose moderators are missing.
    """

    coefficients: pd.DataFrame
    k: int
    qm: float
    qm_df: int
    qm_df2: float
    qm_p: float
    r2: float
    tau2: float
    se_tau2: float
    i2: float
    h2: float
    q: float
    q_df: int
    q_p: float
    level: float
    method: str
    test: str
    left_out: tuple[int, ...]

    def to_frame(self) -> pd.DataFrame:
        """One row per coefficient."""
        return self.coefficients.copy()

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the coefficients as a list of rows."""
        plain = {f.name: getattr(self, f.name) for f in fields(self)}
        return plain | {"coefficients": self.coefficients.to_dict("records"), "left_out": list(self.left_out)}


@dataclass(frozen=True, slots=True, eq=False)
class Subgroups:
    """Each level pooled alone with its own tau-squared, and whether their means differ (q_between)."""

    levels: pd.DataFrame
    q_between: float
    df: int
    p: float


def meta_regression(
    y: npt.ArrayLike,
    v: npt.ArrayLike,
    x: pd.DataFrame,
    method: str = "REML",
    test: str = "knha",
    intercept: bool = True,
    level: float = 0.95,
) -> MetaRegression:
    """Regress effects on moderators: numbers as they are, texts and categories by level (the first is the baseline).

    b = (X'WX)^-1 X'Wy, W = diag(1 / (v + tau2)), var(b) = (X'WX)^-1, times Knapp and Hartung's factor for knha. qm
    tests all coefficients but the intercept (chi squared, or F for knha); r2 = the share of tau2 explained, compared
    on the same rows. Berkey et al. (1995), Stat. Med. 14, 395; Knapp & Hartung (2003); r2: Raudenbush (2009), for a
    common effect adjusted R2.
    """
    y, v = effects(y, v)
    how = estimator(method)
    chosen("test", test, TESTS)
    level = confidence(level)
    if len(x) != y.size:
        raise InputError(f"{y.size} effects but {len(x)} rows of moderators", todo="give one row per effect")
    known = x.notna().all(axis=1).to_numpy()
    y, v = y[known], v[known]
    X, terms = design_matrix(x[known], intercept)
    left_out = tuple(np.flatnonzero(~known).tolist())
    if how.divides_by_v:
        positive(v, f"method {how.id}")
    return fit_design(y, v, X, terms, how, test, level, left_out)


def fit_design(
    y: Floats,
    v: Floats,
    X: Floats,
    terms: Sequence[str],
    how: Estimator,
    test: str,
    level: float,
    left_out: tuple[int, ...] = (),
) -> MetaRegression:
    """Meta-regression on a ready matrix of full rank; a term named `intercept` stays out of the joint test."""
    k, p = X.shape
    if k < p + (not how.common_effect):
        raise InputError(
            f"{k} effects are too few for {p} coefficients" + ("" if how.common_effect else " and tau-squared"),
            todo="take fewer moderators",
        )
    if k == p and test != "z":
        raise InputError("as many coefficients as effects leave no degrees of freedom for t", todo="ask for the test z")
    model = Design(y, v, X)
    tau2, se_tau2 = how.tau2(model)
    m = model.at(tau2)
    df = model.df
    covariance = m.covariance * error_scale(test, m, y, df)
    qm, qm_df, qm_p = _joint(m.coefficients, covariance, terms, test, df)
    q, i2, h2 = _residual_heterogeneity(model, how, float(tau2))
    return MetaRegression(
        coefficients=_table(terms, m, covariance, test, df, level),
        k=k,
        qm=qm,
        qm_df=qm_df,
        qm_df2=float(df) if test != "z" else np.nan,
        qm_p=qm_p,
        r2=_explained(model, m, how, float(tau2)) if terms[0] == "intercept" else np.nan,
        tau2=float(tau2),
        se_tau2=float(se_tau2),
        i2=i2,
        h2=h2,
        q=q,
        q_df=df,
        q_p=float(special.chdtrc(df, q)) if df else 1.0,
        level=level,
        method=how.id,
        test=test,
        left_out=left_out,
    )


def _table(
    terms: Sequence[str], m: DesignMoments, covariance: Floats, test: str, df: int, level: float
) -> pd.DataFrame:
    b, se = m.coefficients, np.sqrt(np.diag(covariance))
    with np.errstate(divide="ignore", invalid="ignore"):
        stat = b / se
    p, limit = p_and_limit(test, stat, df, level)
    ends = {"ci_low": b - limit * se, "ci_high": b + limit * se}
    return pd.DataFrame(
        {"term": list(terms), "estimate": b, "se": se, "stat": stat, "df": df if test != "z" else np.nan, "p": p} | ends
    )


def _joint(b: Floats, covariance: Floats, terms: Sequence[str], test: str, df: int) -> tuple[float, int, float]:
    """Wald test of all coefficients but the intercept (of all, if it is the only one)."""
    tested = [i for i, term in enumerate(terms) if term != "intercept"] or [0]
    wald = float(b[tested] @ np.linalg.pinv(covariance[np.ix_(tested, tested)], hermitian=True) @ b[tested])
    count = len(tested)
    if test == "z":
        return wald, count, float(special.chdtrc(count, wald))
    return wald / count, count, float(special.fdtrc(count, df, wald / count))


def _residual_heterogeneity(model: Design, how: Estimator, tau2: float) -> tuple[float, float, float]:
    if model.v.min() <= 0:
        return np.nan, np.nan, np.nan
    plain = model.at(0.0)
    q = float(plain.q) if model.df else 0.0
    if not model.df:
        return 0.0, 0.0, 1.0
    if how.common_effect:
        return q, 100 * max(0.0, (q - model.df) / q) if q > 0 else 0.0, q / model.df
    typical = float(model.df / plain.trace())
    return q, 100 * tau2 / (typical + tau2), tau2 / typical + 1


def _explained(model: Design, m: DesignMoments, how: Estimator, tau2: float) -> float:
    alone = Single(model.y, model.v)
    if how.common_effect:
        total = float(alone.at(0.0).q)
        if total <= 0 or model.df == 0:
            return 0.0
        return max(0.0, 100 * (1 - float(m.q) / float(model.df) * float(alone.df) / total))
    without = float(how.tau2(alone)[0])
    return max(0.0, 100 * (without - tau2) / without) if without > 0 else 0.0


def subgroups(
    y: npt.ArrayLike, v: npt.ArrayLike, group: Any, method: str = "REML", test: str = "z", level: float = 0.95
) -> Subgroups:
    """Pool each subgroup with its own tau-squared and test whether the means differ.

    q_between = sum w_j (m_j - m)^2, w_j = 1 / se_j^2, chi squared with levels - 1 df (Borenstein et al., 2009, ch.
    19). With one common tau-squared use `meta_regression` on the group.
    """
    levels = pool_many(group, y, v, method=method, test=test, level=level)
    if len(levels) < 2:
        raise InputError("there is one subgroup, and nothing to compare it with", todo="give two levels or more")
    w = 1 / levels["se"].to_numpy() ** 2
    means = levels["estimate"].to_numpy()
    q = float((w * (means - (w * means).sum() / w.sum()) ** 2).sum())
    return Subgroups(levels=levels, q_between=q, df=len(levels) - 1, p=float(special.chdtrc(len(levels) - 1, q)))
