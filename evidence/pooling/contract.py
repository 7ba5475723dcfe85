"""What may be averaged with what (law 3), and how sure each number is.

Correlations are pooled as Fisher z, standardized paths only as paths and labelled partial; everything else is refused
with the legal route. A conversion of paths to correlations happens on request and is named wherever it shows.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtri

from evidence.pooling.effect_sizes import beta_to_r

__all__ = ["FAMILIES", "IMPUTED", "Family", "family_of", "prepared", "refusal", "with_imputed"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Family:
    """Effects that mean the same: how they are pooled, what the average is called, what must be said beside it."""

    measure: str  # "z" (correlations, pooled as Fisher z), "beta" or "yi"
    label: str
    symbol: str
    caveat: str = ""


IMPUTED = "correlation, imputed"
_LARGEST_IMPUTED = 0.5
_PARTIAL = "a standardized path is partial: it holds for the other predictors of its model (column adjusted_for)"
FAMILIES = {
    "correlation, observed": Family("z", "r of observed scores", "r"),
    "correlation, latent": Family(
        "z", "r of latent variables", "r", "latent correlations are corrected for unreliability by their model"
    ),
    "correlation, composite": Family("z", "r of composite scores", "r"),
    "direct, standardized": Family("beta", "standardized path (partial)", "beta", _PARTIAL),
    "as given": Family("yi", "effects as given (yi, vi)", "yi"),
    IMPUTED: Family(
        "z", "r of observed scores, some imputed from beta", "r",
        "r imputed from paths as .98 beta + .05 (.98 beta where beta < 0), Peterson and Brown 2005: a path is no "
        "correlation, and its error counts as that of an r from n",
    ),
}  # fmt: skip
_ROUTES = {
    "HTMT ratio": "an HTMT ratio is no effect; use the correlation matrix of the same study",
    "direct, unstandardized": "scales differ between studies; standardize with the SDs of both variables",
    "total, standardized": "a total effect is another quantity than a direct one; pool the direct paths",
    "interaction, standardized": "an interaction depends on how both terms are coded",
    "covariance, standardized": "it is a correlation only if nothing in its model points at either end",
}


def family_of(estimand: str) -> Family | None:
    """The family an estimand belongs to; None for what is not pooled."""
    return FAMILIES.get(estimand)


def refusal(estimand: str) -> str:
    """Why an estimand is not pooled, and the legal route."""
    if estimand.startswith("indirect"):
        return "an indirect effect is a product; pool its two paths, or use a meta-analytic path model"
    if estimand.endswith("no coefficient"):
        return "no coefficient is printed; only a verdict or a test"
    return _ROUTES.get(estimand, "this kind of number is not an effect that can be averaged")


def with_imputed(effects: pd.DataFrame) -> pd.DataFrame:
    """The effects and, as a family of its own, observed correlations beside paths read as correlations.

    r = .98 beta + .05 for 0 <= beta <= .5, .98 beta for -.5 <= beta < 0. Peterson & Brown (2005), J. Appl. Psychol.
    90, 175. A sample that prints the correlation itself keeps its own.
    """
    observed = effects[effects["estimand"].eq("correlation, observed")].assign(converted="")
    paths = effects[effects["estimand"].eq("direct, standardized")].assign(converted="r imputed from beta")
    if paths.empty:
        return effects
    inside = paths["value"].abs().le(_LARGEST_IMPUTED)
    turned = np.asarray(beta_to_r(paths.loc[inside, "value"].to_numpy(float)).estimate)
    paths.loc[inside, "value"] = turned
    paths.loc[~inside, "value"] = np.nan  # a path that is not turned is no r; its print stays
    paths.loc[~inside, "converted"] = ""
    paths.loc[~inside & paths["held"].isna(), "held"] = "beta beyond .5 either way: no r can be imputed"
    printed = set(_ends(observed[observed["held"].isna()]))
    again = pd.Series([ends in printed for ends in _ends(paths)], index=paths.index, dtype=bool)
    paths.loc[again & paths["held"].isna(), "held"] = "the sample prints this correlation itself"
    extra = pd.concat([observed, paths]).assign(estimand=IMPUTED)
    return pd.concat([effects.assign(converted=""), extra], ignore_index=True)


def _ends(effects: pd.DataFrame) -> list[tuple[object, ...]]:
    """Sample and pair of constructs of each effect, whichever stands first."""
    sample = zip(effects["study"], effects["sample"], strict=True)
    pairs = zip(effects["source"], effects["target"], strict=True)
    return [(*where, *sorted(pair)) for where, pair in zip(sample, pairs, strict=True)]


def prepared(effects: pd.DataFrame, measure: str) -> pd.DataFrame:
    """The effects with `yi`, `vi`, where the variance is from, and `unusable`: why an effect has none.

    z = atanh(r), v = 1 / (n - 3). For paths the first that is printed of: SE; (beta / t)^2 for t or z; the width of
    the 95 % interval; an exact p as normal; n alone, (1 - beta^2)^2 / (n - 1), which takes the path for a correlation.
    """
    value, n = _column(effects, "value"), _column(effects, "n")
    if measure == "z":
        inside, enough = np.abs(value) < 1, n > 3
        yi = np.arctanh(np.where(inside, value, np.nan))
        vi = np.where(inside & enough, 1 / np.where(enough, n - 3, 1), np.nan)
        reasons = [
            (np.isnan(value), "no number is printed"),
            (~inside, "no Fisher z: the correlation is not between -1 and 1"),
            (np.isnan(n), "no sample size is printed"),
            (~enough, "a correlation of three or fewer persons has no sampling variance"),
        ]
        converted = effects.get("converted", pd.Series("", index=effects.index)).ne("")
        return _with(effects, yi, vi, np.where(converted, "n, as for an r", "n"), reasons)
    ladder = _ladder(effects, value, n)
    usable = [np.isfinite(v) & (v > 0) for _, v in ladder]
    vi = np.select(usable, [v for _, v in ladder], np.nan)
    named = np.select(usable, [name for name, _ in ladder], "")
    reasons = [
        (np.isnan(value), "no number is printed"),
        (np.isnan(vi), "no sampling variance: neither SE, t, interval, p nor n will give one"),
    ]
    return _with(effects, value, vi, named, reasons)


def _ladder(effects: pd.DataFrame, value: Floats, n: Floats) -> list[tuple[str, Floats]]:
    """Sampling variances of paths, the best source first; NaN, infinite or zero where a source says nothing."""
    given = [("SE", _column(effects, "se") ** 2)]
    with np.errstate(divide="ignore", invalid="ignore"):
        given.append(("t", (value / _column(effects, "stat")) ** 2))
        low, high = (_column(effects, name) for name in ("ci_low", "ci_high"))
        inside = (low < value) & (value < high)
        given.append(("CI", np.where(inside, ((high - low) / (2 * ndtri(0.975))) ** 2, np.nan)))
        p = _column(effects, "p")
        given.append(("p", (value / ndtri(np.where((p > 0) & (p < 1), p, np.nan) / 2)) ** 2))
        alone = np.where((n > 1) & (np.abs(value) < 1), (1 - value**2) ** 2 / (n - 1), np.nan)
    return [*given, ("n, as for an r", alone)]


def _column(effects: pd.DataFrame, name: str) -> Floats:
    """A column as numbers; all NaN where the effects do not have it."""
    if name not in effects:
        return np.full(len(effects), np.nan)
    return effects[name].to_numpy(float)


def _with(
    effects: pd.DataFrame, yi: Floats, vi: Floats, source: Any, reasons: list[tuple[npt.NDArray[np.bool_], str]]
) -> pd.DataFrame:
    why = np.select([mask for mask, _ in reasons], [text for _, text in reasons], "")
    return effects.assign(yi=yi, vi=vi, variance_source=source, unusable=why)
