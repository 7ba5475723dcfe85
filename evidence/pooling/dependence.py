"""One average of like effects that knows which of them come from the same respondents."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from evidence.pooling.pooled import Pooled
from evidence.pooling.random_effects import pool
from evidence.pooling.three_level import Multilevel, multilevel

__all__ = ["RHO", "Averaged", "averaged"]

Floats = npt.NDArray[np.float64]
RHO = 0.6  # correlation of sampling errors within a sample, between the .5 and .8 of the literature; --model che
FEWEST_DF = 4  # below, CR2 tests are not to be relied upon (Tipton 2015, Psychol. Methods 20, 375)


@dataclass(frozen=True)
class Averaged:
    """An average, the words for how it was made, and what to mind."""

    pooled: Pooled
    model: str
    caveats: tuple[str, ...] = ()


def averaged(
    y: Floats, v: Floats, respondents: Any, *, method: str, test: str, model: str = "auto", level: float = 0.95
) -> Averaged:
    """Independent effects by `pool`; as soon as a sample gives more than one, three levels (or CHE) with CR2 errors."""
    samples = len(set(respondents))
    if samples == len(y):
        pooled = pool(y, v, method=method, test=test, level=level)
        few = () if len(y) > 1 else ("one effect: nothing is averaged, and nothing is known of other samples",)
        return Averaged(pooled, f"{pooled.method}, {pooled.test}", few)
    if model == "independent":
        pooled = pool(y, v, method=method, test=test, level=level)
        ignored = f"{len(y)} effects of {samples} samples are taken as independent on request: errors are too small"
        return Averaged(pooled, f"{pooled.method}, {pooled.test}, dependence ignored", (ignored,))
    if samples == 1:
        return Averaged(_point_only(y, v, level), "mean of one sample, no interval", ("one sample gives all effects",))
    return _dependent(y, v, respondents, method, model, level)


def _point_only(y: Floats, v: Floats, level: float) -> Pooled:
    """The inverse-variance mean of dependent effects of one sample: nothing is known about other samples."""
    nothing = dict.fromkeys(
        ("se", "stat", "df", "p", "ci_low", "ci_high", "pi_low", "pi_high", "tau2", "se_tau2", "i2", "h2", "q", "q_p"),
        float("nan"),
    )
    mean: Pooled = pool(y, v, method="FE", test="z", level=level)
    return replace(mean, method="mean", test="none", **nothing)  # type: ignore[arg-type]


def _dependent(y: Floats, v: Floats, respondents: Any, method: str, model: str, level: float) -> Averaged:
    """Three levels (effects within samples), CR2 errors; the prediction is for one effect of a new sample.

    Prediction: m +- t(df of CR2) sqrt(sigma2_between + sigma2_within + se^2).
    """
    from scipy.special import stdtrit

    likelihood = method if method in ("REML", "ML") else "REML"
    fit = multilevel(y, v, respondents, method=likelihood, rho=RHO if model == "che" else None, level=level)
    robust = fit.robust("CR2")
    tau2 = fit.sigma2_between + fit.sigma2_within
    reach = float(stdtrit(robust.df, 0.5 + level / 2)) * float(np.sqrt(tau2 + robust.se**2))
    name = ("correlated effects (rho .6)" if model == "che" else "three-level") + f" {likelihood}"
    nothing = float("nan")
    pooled = Pooled(
        k=len(y), estimate=robust.estimate, se=robust.se, stat=robust.stat, df=robust.df, p=robust.p,
        ci_low=robust.ci_low, ci_high=robust.ci_high, level=level, tau2=tau2, se_tau2=nothing,
        i2=fit.i2_between + fit.i2_within, h2=nothing, q=fit.q, q_df=fit.q_df, q_p=fit.q_p,
        pi_low=robust.estimate - reach, pi_high=robust.estimate + reach, weights=_weights(fit),
        method=name, test="CR2",
    )  # fmt: skip
    caveats = [] if method == likelihood else [f"dependent effects are fitted by REML, not {method}"]
    if robust.df < FEWEST_DF:
        caveats.append(
            f"CR2 has {robust.df:.1f} degrees of freedom: below {FEWEST_DF} its interval is not to be relied on"
        )
    return Averaged(pooled, f"{name}, CR2", tuple(caveats))


def _weights(fit: Multilevel) -> tuple[float, ...]:
    """The share of each effect in the mean, in percent: row sums of the inverse covariance, in the order given."""
    inner = fit._fit
    sums = inner.covariance.solve(np.ones((fit.k, 1)))[:, 0]
    back = np.empty(fit.k)
    back[inner.effects.order] = 100 * sums / sums.sum()
    return tuple(back.tolist())
