"""A pooled answer: the average of like effects, with and without the evidence in doubt, and its caveats."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from evidence.pooling.contract import Family, family_of, imputed, prepared, refusal
from evidence.pooling.pooled import Pooled

__all__ = ["Answer", "Estimate", "answers"]

Floats = npt.NDArray[np.float64]

# what is let in, in the order it is shown: the first is the answer, the others say what hangs on doubtful evidence
_VARIANTS = (
    ("without retracted and impossible", ()),
    ("with retracted", ("retracted",)),
    ("with impossible as printed", ("impossible",)),
    ("with both", ("retracted", "impossible")),
)


@dataclass(frozen=True)
class Estimate:
    """One average: what was let in, from how much, and how it was made."""

    variant: str
    effects: int
    samples: int
    estimate: float
    ci_low: float
    ci_high: float
    p: float
    pi_low: float
    pi_high: float
    tau2: float
    i2: float
    model: str
    pooled: Pooled  # on the scale of the model (Fisher z for correlations)


@dataclass(frozen=True)
class Answer:
    """One family of effects: its members with weights, its averages or why there are none, its caveats."""

    family: str
    label: str
    measure: str
    members: pd.DataFrame
    estimates: tuple[Estimate, ...] = ()
    refused: str = ""
    caveats: tuple[str, ...] = ()
    bias: dict[str, Any] = field(default_factory=dict)
    corrected: dict[str, Any] = field(default_factory=dict)


def answers(
    effects: pd.DataFrame,
    *,
    method: str = "REML",
    test: str = "knha",
    model: str = "auto",
    broad: bool = False,
    impute_r: bool = False,
) -> list[Answer]:
    """One answer per family of comparable effects, those with most samples first.

    `effects` has one row per effect: study, sample, n, source, target (constructs), estimand, value, se, stat,
    retracted, impossible, exclusion (the reason for holding it out, or None).
    """
    if impute_r:
        effects = imputed(effects)
    found = [
        _answer(str(estimand), group, method=method, test=test, model=model, broad=broad)
        for estimand, group in effects.groupby("estimand", sort=True)
    ]
    return sorted(found, key=lambda a: (bool(a.refused), -a.members["sample"].nunique(), a.family))


def _answer(estimand: str, effects: pd.DataFrame, *, method: str, test: str, model: str, broad: bool) -> Answer:
    family = family_of(estimand)
    if family is None:
        return Answer(
            estimand, estimand, "", effects.assign(variance_source="", weight=np.nan), refused=refusal(estimand)
        )
    members = prepared(effects, family.measure)
    unlike = members.loc[_let_in(members, ()), ["source", "target"]].drop_duplicates()
    caveats = [family.caveat] if family.caveat else []
    if members["variance_source"].str.startswith("n, as").any():
        caveats.append("some variances come from n alone, as if the path were a correlation")
    refused = ""
    if len(unlike) > 1 and not broad:
        pairs = "; ".join(f"{a} -> {b}" for a, b in unlike.itertuples(index=False))
        refused = f"no average: these are {len(unlike)} different relations ({pairs}); --broad draws one anyway"
    elif len(unlike) > 1:
        caveats.append(f"an illustration: {len(unlike)} different relations are averaged because --broad asked for it")
    estimates: tuple[Estimate, ...] = ()
    if not refused:
        estimates = tuple(_estimates(members, family, method=method, test=test, model=model))
        refused = "" if estimates else "no average: no effect with a sampling variance is left"
    weights = _weights(members)
    bias = _bias(members, family) if estimates else {}
    corrected = _corrected(members) if estimates and estimand == "correlation, observed" else {}
    if "flags" in members and members.loc[_let_in(members, ()), "flags"].notna().any():
        caveats.append("some effects in use carry flags; see the column")
    if estimates and estimates[0].samples < 5:
        few = estimates[0].samples
        caveats.append(f"{few} sample{'s' if few > 1 else ''} only: heterogeneity between studies is hardly estimable")
    return Answer(
        estimand,
        family.label,
        family.measure,
        members.assign(weight=weights),
        estimates,
        refused,
        tuple(caveats),
        bias,
        corrected,
    )


def _let_in(members: pd.DataFrame, doubtful: tuple[str, ...]) -> pd.Series:
    """Which effects a variant uses; a reason other than retraction and impossibility always keeps one out."""
    known = members["vi"].notna() & members["yi"].notna()
    held = members["exclusion"].notna()
    excused = pd.Series(False, index=members.index)
    for name in ("retracted", "impossible"):
        excused |= members[name]
        if name not in doubtful:
            known &= ~members[name]
    return known & (~held | excused)


def _estimates(members: pd.DataFrame, family: Family, **how: str) -> Iterator[Estimate]:
    seen: set[tuple[int, ...]] = set()
    for variant, doubtful in _VARIANTS:
        chosen = members[_let_in(members, doubtful)]
        key = tuple(chosen.index)
        if key and key not in seen:
            seen.add(key)
            yield _estimate(variant, chosen, family, **how)


def _estimate(variant: str, chosen: pd.DataFrame, family: Family, *, method: str, test: str, model: str) -> Estimate:
    """Independent effects by `pool`; as soon as a sample gives more than one, three levels with CR2 errors."""
    from evidence.pooling import pool

    y, v = chosen["yi"].to_numpy(), chosen["vi"].to_numpy()
    cluster = (chosen["study"].astype(str) + " / " + chosen["sample"].astype(str)).to_numpy()
    samples = len(set(cluster))
    dependent = samples < len(chosen)
    if model == "independent" or not dependent:
        pooled = pool(y, v, method=method, test=test)
        made = f"{pooled.method}, {pooled.test}" + (", dependence ignored on request" if dependent else "")
    elif samples == 1:
        pooled = _point_only(pool(y, v, method="FE", test="z"))
        made = "one sample gives them all: their mean, no interval"
    else:
        pooled = _dependent(y, v, cluster, rho=0.6 if model == "che" else None)
        made = ("correlated effects, rho .6" if model == "che" else "three-level REML") + ", CR2"
    numbers = np.array([pooled.estimate, pooled.ci_low, pooled.ci_high, pooled.pi_low, pooled.pi_high])
    estimate, low, high, pi_low, pi_high = (np.tanh(numbers) if family.measure == "z" else numbers).tolist()
    return Estimate(
        variant,
        len(chosen),
        samples,
        estimate,
        low,
        high,
        pooled.p,
        pi_low,
        pi_high,
        pooled.tau2,
        pooled.i2,
        made,
        pooled,
    )


def _point_only(pooled: Pooled) -> Pooled:
    """The mean of dependent effects of one sample: nothing is known about other samples."""
    nothing = float("nan")
    return replace(
        pooled, se=nothing, stat=nothing, p=nothing, ci_low=nothing, ci_high=nothing, pi_low=nothing, pi_high=nothing,
        tau2=nothing, i2=nothing, h2=nothing,
    )  # fmt: skip


def _dependent(y: Floats, v: Floats, cluster: Any, rho: float | None) -> Pooled:
    """Three levels (effects within samples) with CR2 errors; prediction for a new sample's effect."""
    from scipy.stats import t

    from evidence.pooling import multilevel, pool

    fit = multilevel(y, v, cluster, rho=rho)
    robust = fit.robust("CR2")
    tau2 = fit.sigma2_between + fit.sigma2_within
    reach = float(t.ppf(0.975, robust.df)) * float(np.sqrt(tau2 + robust.se**2))
    fixed: Pooled = pool(y, v, method="FE", test="z")  # Q and its p know no clusters; the weights are for the eye
    return replace(
        fixed, estimate=robust.estimate, se=robust.se, stat=robust.stat, df=robust.df, p=robust.p,
        ci_low=robust.ci_low, ci_high=robust.ci_high, tau2=tau2, se_tau2=float("nan"), i2=float("nan"),
        h2=float("nan"), pi_low=robust.estimate - reach, pi_high=robust.estimate + reach,
        method="three-level REML", test="CR2",
    )  # fmt: skip


def _weights(members: pd.DataFrame) -> pd.Series:
    """Inverse-variance shares of the effects in use, in percent; for the eye, the models use their own."""
    used = _let_in(members, ())
    weight = (1 / members["vi"]).where(used)
    return 100 * weight / weight.sum()


def _corrected(members: pd.DataFrame) -> dict[str, Any]:
    """Hunter and Schmidt's mean correlation of true scores, over the effects whose reliabilities are both printed."""
    from evidence.pooling import hunter_schmidt

    if not {"rxx", "ryy"} <= set(members.columns):
        return {}
    known = members[_let_in(members, ()) & members[["rxx", "ryy"]].notna().all(axis=1)]
    if len(known) < 2:
        return {}
    r, n = known["value"].to_numpy(), known["n"].to_numpy()
    found = hunter_schmidt(r, n, rxx=known["rxx"].to_numpy(), ryy=known["ryy"].to_numpy())
    return {
        "effects with both reliabilities": len(known),
        "mean r, uncorrected": float(found.mean_r),
        "mean rho, corrected for unreliability": float(found.mean_rho),
        "SD of rho": float(found.sd_rho),
    }


def _bias(members: pd.DataFrame, family: Family) -> dict[str, Any]:
    """Small-study signals, only where there are ten independent effects or more: below that they say nothing."""
    from evidence.pooling import bias

    chosen = members[_let_in(members, ())]
    if len(chosen) < 10 or (chosen["study"] + chosen["sample"]).duplicated().any():
        return {}
    y, v = chosen["yi"].to_numpy(), chosen["vi"].to_numpy()
    egger, filled, pet = bias.egger(y, v), bias.trim_fill(y, v), bias.pet(y, v)
    back = np.tanh if family.measure == "z" else float
    return {
        "Egger's regression, p": float(egger.p),
        "effects filled in (trim and fill, L0)": int(filled.k0),
        "estimate with them": float(back(filled.estimate)),
        "estimate at SE = 0 (PET)": float(back(pet.intercept)),
    }
