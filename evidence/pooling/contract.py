"""What may be averaged with what (law 3), and how sure each number is.

Correlations are pooled as Fisher z, standardized paths only as paths and labelled partial; everything else is refused
with the legal route. A conversion of paths to correlations happens on request and is named wherever it shows.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from evidence.pooling.effect_sizes import beta_to_r

__all__ = ["FAMILIES", "Family", "family_of", "imputed", "prepared", "refusal"]


@dataclass(frozen=True)
class Family:
    """Effects that mean the same: how they are pooled, and what must be said beside the result."""

    name: str
    measure: str  # "z", "beta" or "yi"
    label: str
    caveat: str = ""


_PARTIAL = "a standardized path is partial: it depends on the other predictors of its model"
_IMPUTED = "r imputed from standardized paths as r = .98 beta + .05 (beta >= 0), Peterson and Brown 2005"
FAMILIES = {
    "correlation, observed": Family("correlation, observed", "z", "r of observed scores"),
    "correlation, latent": Family("correlation, latent", "z", "r of latent variables", "corrected for unreliability"),
    "correlation, composite": Family("correlation, composite", "z", "r of composite scores"),
    "direct, standardized": Family("direct, standardized", "beta", "standardized path (partial)", _PARTIAL),
    "as given": Family("as given", "yi", "effects as given (yi, vi)"),
    "correlation, imputed": Family("correlation, imputed", "z", "r imputed from beta", _IMPUTED),
}
_ROUTES = {
    "HTMT ratio": "an HTMT ratio is no effect; use the correlation matrix",
    "direct, unstandardized": "scales differ between studies; standardize with the SDs, or pool within one scale",
    "total, standardized": "a total effect is another quantity than a direct one; pool total effects apart",
    "interaction, standardized": "an interaction depends on the coding of both terms",
    "covariance, standardized": "report it as a correlation if the model is a measurement model",
}


def family_of(estimand: str) -> Family | None:
    """The family an estimand belongs to; None for what is not pooled."""
    return FAMILIES.get(estimand)


def refusal(estimand: str) -> str:
    """Why an estimand is not pooled, and the legal route."""
    if estimand.startswith("indirect"):
        return "an indirect effect is a product; pool its two paths, or use a meta-analytic path model"
    return _ROUTES.get(estimand, "this kind of number is not an effect that can be averaged")


def imputed(effects: pd.DataFrame) -> pd.DataFrame:
    """Standardized paths read as correlations where the conversion is allowed (|beta| <= .5), labelled as imputed."""
    paths = effects["estimand"].eq("direct, standardized") & effects["value"].abs().le(0.5)
    turned = effects.copy()
    turned.loc[paths, "value"] = np.asarray(beta_to_r(effects.loc[paths, "value"].to_numpy()).estimate)
    turned.loc[paths, "estimand"] = "correlation, imputed"
    return turned


def prepared(effects: pd.DataFrame, measure: str) -> pd.DataFrame:
    """The effects with `yi`, `vi` and the source of the variance; `vi` is NaN where nothing printed gives one.

    z = atanh(r), 1 / (n - 3). For paths: the SE of the coefficient; else (beta / t)^2; else, from n alone,
    (1 - beta^2)^2 / (n - 1), which takes the path for a correlation and says so.
    """
    value, n = effects["value"].to_numpy(float), effects["n"].to_numpy(float)
    if measure == "z":
        inside = np.abs(value) < 1
        yi = np.arctanh(np.where(inside, value, np.nan))
        vi = np.where(n > 3, 1 / np.where(n > 3, n - 3, 1), np.nan)
        return effects.assign(yi=yi, vi=np.where(inside, vi, np.nan), variance_source="n")
    se, stat = effects["se"].to_numpy(float), effects["stat"].to_numpy(float)
    from_t = np.divide(value, stat, out=np.full_like(value, np.nan), where=stat != 0) ** 2
    from_n = np.divide((1 - value**2) ** 2, n - 1, out=np.full_like(value, np.nan), where=n > 1)
    sources = [("se", se**2), ("t", from_t), ("n, as for a correlation", from_n)]
    usable = [np.isfinite(v) & (v > 0) for _, v in sources]
    vi = np.select(usable, [v for _, v in sources], np.nan)
    named = np.select(usable, [name for name, _ in sources], "none printed")
    return effects.assign(yi=value, vi=vi, variance_source=named)
