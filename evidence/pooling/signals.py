"""What is shown beside an average: small-study signals, and the correlation of true scores."""

from typing import Any

import numpy as np
import pandas as pd

from evidence.pooling import bias
from evidence.pooling.artifacts import hunter_schmidt
from evidence.pooling.contract import Family

__all__ = ["FEWEST", "corrected", "small_study_signals"]

FEWEST = 10  # below ten effects tests of small-study effects say nothing (Sterne et al. 2011, BMJ 343, d4002)


def small_study_signals(chosen: pd.DataFrame, family: Family) -> dict[str, Any]:
    """Egger, trim and fill, PET, fail-safe N; empty with fewer than ten effects or effects of shared respondents."""
    if len(chosen) < FEWEST or chosen["respondents"].duplicated().any():
        return {}
    y, v = chosen["yi"].to_numpy(), chosen["vi"].to_numpy()
    if np.ptp(v) <= 1e-12 * v.max():
        return {}  # studies of one size: there are no small ones
    egger, filled, pet = bias.egger(y, v), bias.trim_fill(y, v), bias.pet(y, v)

    def back(value: float | None) -> float:
        plain = float("nan") if value is None else float(value)
        return float(np.tanh(plain)) if family.measure == "z" else plain

    return {
        "Egger's regression, p": float(egger.p),
        "effects filled in (trim and fill, L0)": int(filled.k0),
        f"{family.symbol} with them": back(filled.estimate),
        f"{family.symbol} at SE = 0 (PET)": back(pet.intercept),
        "fail-safe N (Rosenthal)": int(bias.fail_safe_n(y, v)),
    }


def corrected(chosen: pd.DataFrame) -> dict[str, Any]:
    """Hunter and Schmidt's mean correlation of true scores, over the effects whose reliabilities are both printed."""
    if not {"rxx", "ryy"} <= set(chosen.columns):
        return {}
    known = chosen[chosen[["rxx", "ryy"]].gt(0).all(axis=1) & chosen[["rxx", "ryy"]].le(1).all(axis=1)]
    if len(known) < 2:
        return {}
    r, n = known["value"].to_numpy(float), known["n"].to_numpy(float)
    found = hunter_schmidt(r, n, rxx=known["rxx"].to_numpy(float), ryy=known["ryy"].to_numpy(float))
    return {
        "effects with both reliabilities": len(known),
        "mean r, uncorrected": found.mean_r,
        "mean rho, corrected for unreliability": found.mean_rho,
        "SD of rho": found.sd_rho,
    }
