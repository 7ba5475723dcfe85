"""Do small studies find larger effects? Egger's regression test, PET and PEESE."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import special

from evidence.errors import InputError
from evidence.pooling.estimators import estimator, estimators
from evidence.pooling.inference import p_and_limit
from evidence.pooling.inputs import Floats, chosen, confidence, effects, positive
from evidence.pooling.moments import Design
from evidence.pooling.regression import fit_design

__all__ = ["EggerTest", "PrecisionEffect", "egger", "peese", "pet"]

PREDICTORS = ("sei", "vi")


@dataclass(frozen=True, slots=True)
class EggerTest:
    """The slope of effects on standard error (or variance); `limit_*`: the effect where the predictor is zero."""

    stat: float
    df: float
    p: float
    limit_estimate: float
    limit_low: float
    limit_high: float
    level: float
    model: str
    predictor: str


@dataclass(frozen=True, slots=True)
class PrecisionEffect:
    """Regression of effects on standard error (PET) or variance (PEESE): the intercept is the corrected effect."""

    intercept: float
    intercept_se: float
    intercept_p: float
    intercept_low: float
    intercept_high: float
    slope: float
    slope_se: float
    slope_p: float
    df: int
    residual_variance: float
    level: float


def _predictor(v: Floats, name: str) -> Floats:
    values = np.sqrt(v) if name == "sei" else v
    if np.ptp(values) <= 1e-12 * values.max():
        raise InputError(
            "all effects have the same standard error",
            why="small and large studies cannot be told apart",
            todo="report that the small-study test does not apply",
        )
    return np.column_stack([np.ones_like(v), values])


def _prepared(y: npt.ArrayLike, v: npt.ArrayLike, predictor: str) -> tuple[Floats, Floats, Floats]:
    y, v = effects(y, v)
    positive(v, "a regression with weights 1/v")
    if y.size < 2:
        raise InputError("a slope needs two effects or more", why="k is 1")
    return y, v, _predictor(v, predictor)


def _weighted(y: Floats, v: Floats, X: Floats, level: float) -> PrecisionEffect:
    """Weighted least squares, weights 1/v, estimated residual variance; with two effects the line is exact."""
    model = Design(y, v, X)
    m, df = model.at(0.0), model.df
    b, dispersion = m.coefficients, m.q / df if df else np.nan
    se = np.sqrt(np.diag(m.covariance) * dispersion)
    with np.errstate(divide="ignore", invalid="ignore"):
        p, limit = p_and_limit("t", b / se, df, level) if df else (np.full(2, np.nan), np.nan)
    return PrecisionEffect(
        intercept=float(b[0]),
        intercept_se=float(se[0]),
        intercept_p=float(p[0]),
        intercept_low=float(b[0] - limit * se[0]),
        intercept_high=float(b[0] + limit * se[0]),
        slope=float(b[1]),
        slope_se=float(se[1]),
        slope_p=float(p[1]),
        df=df,
        residual_variance=float(dispersion),
        level=level,
    )


def pet(y: npt.ArrayLike, v: npt.ArrayLike, level: float = 0.95) -> PrecisionEffect:
    """Precision-effect test: the effect of a study with a standard error of zero.

    y = a + b sqrt(v), weights 1/v, t with k - 2 df. Stanley & Doucouliagos (2014), Res. Synth. Methods 5, 60.
    """
    return _weighted(*_prepared(y, v, "sei"), confidence(level))


def peese(y: npt.ArrayLike, v: npt.ArrayLike, level: float = 0.95) -> PrecisionEffect:
    """Precision-effect estimate with standard error: the same with the variance as predictor.

    y = a + b v, weights 1/v, t with k - 2 df. Stanley & Doucouliagos (2014).
    """
    return _weighted(*_prepared(y, v, "vi"), confidence(level))


def egger(
    y: npt.ArrayLike, v: npt.ArrayLike, model: str = "lm", predictor: str = "sei", level: float = 0.95
) -> EggerTest:
    """Egger's test for funnel asymmetry.

    model lm: weighted regression with estimated dispersion, t with k - 2 df (Egger et al., 1997, BMJ 315, 629); a
    method of `pool`: meta-regression with that tau-squared, z (Sterne & Egger, 2005).
    """
    chosen("predictor", predictor, PREDICTORS)
    chosen("model", model, ("lm", *estimators()))
    level = confidence(level)
    y, v, X = _prepared(y, v, predictor)
    if model == "lm":
        line = _weighted(y, v, X, level)
        stat = line.slope / line.slope_se if line.slope_se else np.copysign(np.inf, line.slope)
        limits = (line.intercept, line.intercept_low, line.intercept_high)
        return EggerTest(stat, line.df, line.slope_p, *limits, level=level, model=model, predictor=predictor)
    table = fit_design(y, v, X, ("intercept", predictor), estimator(model), "z", level).coefficients
    at_zero, slope = table.iloc[0], table.iloc[1]
    p = float(2 * special.ndtr(-abs(slope["stat"])))
    limits = (float(at_zero["estimate"]), float(at_zero["ci_low"]), float(at_zero["ci_high"]))
    return EggerTest(float(slope["stat"]), np.nan, p, *limits, level=level, model=model, predictor=predictor)
