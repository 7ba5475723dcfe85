"""A pooled answer: the average of like effects, with and without the evidence in doubt, and its caveats."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from evidence.errors import UsageError
from evidence.pooling.contract import IMPUTED, Family, family_of, prepared, refusal, with_imputed
from evidence.pooling.dependence import averaged
from evidence.pooling.pooled import Pooled
from evidence.pooling.same_people import respondents
from evidence.pooling.signals import FEWEST, corrected, small_study_signals

__all__ = ["Answer", "Estimate", "answers", "let_in"]

# what is let in, in the order it is shown: the first is the answer, the others say what hangs on doubtful evidence
_VARIANTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("without retracted and impossible", ()),
    ("with retracted", ("retracted",)),
    ("with impossible as printed", ("impossible",)),
    ("with both", ("retracted", "impossible")),
)
_UNJUDGED: tuple[tuple[str, tuple[str, ...]], ...] = (("all effects", ()),)  # a file says nothing of retractions
FEW_SAMPLES, FEWEST_FOR_PREDICTION = 5, 3
_DEFAULTS: Mapping[str, Any] = {"held": None, "exclusion": None, "retracted": False, "impossible": False}


@dataclass(frozen=True)
class Estimate:
    """One average on the reader's scale: what was let in, from how much, and how it was made."""

    variant: str
    effects: int
    samples: int
    n: float
    estimate: float
    ci_low: float
    ci_high: float
    p: float
    pi_low: float
    pi_high: float
    tau: float
    i2: float
    model: str
    pooled: Pooled  # on the scale of the model (Fisher z for correlations)


@dataclass(frozen=True)
class Answer:
    """One family of effects: its members with weights, its averages or why there are none, its caveats.

    `same` names what was asked for and changes nothing: variants that rest on the same effects.
    """

    family: str
    label: str
    symbol: str
    measure: str
    members: pd.DataFrame
    estimates: tuple[Estimate, ...] = ()
    refused: str = ""
    same: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    bias: dict[str, Any] = field(default_factory=dict)
    corrected: dict[str, Any] = field(default_factory=dict)


def answers(
    effects: pd.DataFrame,
    *,
    method: str = "REML",
    test: str = "knha",
    model: str = "auto",
    level: float = 0.95,
    broad: bool = False,
    impute_r: bool = False,
) -> list[Answer]:
    """One answer per family of comparable effects, those with most samples first.

    `effects` has one row per effect: study, sample, n, source, target (constructs), estimand, value, and where known
    se, stat, ci_low, ci_high (95 %), p, retracted, impossible, held (a reason of another kind for holding it out),
    exclusion (the reason to show), respondents (the same for effects of the same persons), flags, rxx, ryy.
    """
    if not 0 < level < 1:
        raise UsageError(f"a level of {level:g} is none", why="it lies between 0 and 1", todo="give .95 for 95 %")
    if effects.empty:
        return []
    effects, judged = effects.reset_index(drop=True), "retracted" in effects
    effects = effects.assign(**{name: value for name, value in _DEFAULTS.items() if name not in effects})
    effects["held"], effects["exclusion"] = effects["held"].astype(object), effects["exclusion"].astype(object)
    if "respondents" not in effects:
        effects["respondents"] = respondents(effects)
    if impute_r:
        effects = with_imputed(effects)
    how = {"method": method, "test": test, "model": model, "level": level}
    found = [
        _answer(str(estimand), group, broad=broad, how=how, judged=judged)
        for estimand, group in effects.groupby("estimand", sort=True)
    ]
    return sorted(found, key=lambda a: (not a.symbol, bool(a.refused), -a.members["respondents"].nunique(), a.family))


def _answer(estimand: str, effects: pd.DataFrame, *, broad: bool, how: Mapping[str, Any], judged: bool) -> Answer:
    family = family_of(estimand)
    if family is None:
        why = refusal(estimand)
        rows = effects.assign(
            variance_source="", weight=np.nan, reason=_reasons(effects).where(lambda r: r.ne(""), why)
        )
        return Answer(estimand, estimand, "", "", rows, refused=why)
    members = prepared(effects, family.measure)
    members = members.assign(reason=_reasons(members), weight=np.nan)
    chosen = members[let_in(members)]
    estimates, same, refused, caveats = _averages(members, family, broad, how, judged)
    if estimates and estimates[0].variant in (_VARIANTS[0][0], _UNJUDGED[0][0]):
        members.loc[chosen.index, "weight"] = estimates[0].pooled.weights
        bias = small_study_signals(chosen, family)
        rho = corrected(chosen) if estimand == "correlation, observed" else {}
    else:
        bias, rho = {}, {}
    said = (*_about(chosen, family, estimand, bool(estimates)), *caveats)
    return Answer(
        estimand, family.label, family.symbol, family.measure, members, estimates, refused, same, said, bias, rho
    )


def let_in(members: pd.DataFrame, doubtful: tuple[str, ...] = ()) -> pd.Series:
    """Which effects a variant uses; a reason other than retraction and impossibility always keeps one out."""
    use = members["vi"].notna() & members["yi"].notna() & members["held"].isna()
    for name in ("retracted", "impossible"):
        if name not in doubtful:
            use &= ~members[name].astype(bool)
    return use


def _reasons(members: pd.DataFrame) -> pd.Series:
    """Why each effect is not in the first answer, or nothing: its own reason, then doubt, then no variance."""
    doubt = np.select(
        [members["retracted"].astype(bool), members["impossible"].astype(bool)],
        [members["exclusion"].fillna("retracted"), members["exclusion"].fillna("impossible as printed")],
        "",
    )
    unusable = members["unusable"] if "unusable" in members else pd.Series("", index=members.index)
    why = pd.Series(doubt, index=members.index, dtype=object).where(lambda d: d.ne(""), unusable)
    return members["held"].where(members["held"].notna(), why)


def _averages(
    members: pd.DataFrame, family: Family, broad: bool, how: Mapping[str, Any], judged: bool
) -> tuple[tuple[Estimate, ...], tuple[str, ...], str, list[str]]:
    """The variants that rest on different effects, those that do not, why there is no average, and what to mind."""
    seen: dict[tuple[int, ...], str] = {}
    made: list[Estimate] = []
    same, caveats, refused = [], [], ""
    for variant, doubtful in _VARIANTS if judged else _UNJUDGED:
        chosen = members[let_in(members, doubtful)]
        key = tuple(chosen.index)
        if key in seen or not key:
            same += [variant] if doubtful and key else []
            continue
        seen[key] = variant
        unlike = _relations(chosen, family)
        if len(unlike) > 1 and not broad:
            refused = refused or _unlike(unlike, variant)
            continue
        if len(unlike) > 1 and not made:
            caveats.append(f"an illustration: --broad averages {len(unlike)} different relations, {_pairs(unlike)}")
        estimate, notes = _estimate(variant, chosen, family, how)
        caveats += [note for note in notes if note not in caveats] if not made else []
        made.append(estimate)
    if not made and not refused:
        refused = "no average: no effect with a sampling variance is left"
    return tuple(made), tuple(same), refused, caveats


def _relations(chosen: pd.DataFrame, family: Family) -> pd.DataFrame:
    """The pairs of constructs among the effects, once each; a correlation is of a pair in either order."""
    found = chosen[["source", "target"]].drop_duplicates().sort_values(["source", "target"])
    if family.measure == "z":
        either = [frozenset(pair) for pair in found.itertuples(index=False)]
        found = found[~pd.Series(either, index=found.index, dtype=object).duplicated()]
    return found


def _pairs(unlike: pd.DataFrame) -> str:
    return "; ".join(f"{a} -> {b}" for a, b in unlike.itertuples(index=False))


def _unlike(unlike: pd.DataFrame, variant: str) -> str:
    first = f" {variant}" if variant.startswith("with ") else ""
    a, b = unlike.iloc[0]
    return (
        f"no average{first}: these are {len(unlike)} different relations ({_pairs(unlike)}). "
        f"Ask for one of them (evidence pool '{a}' '{b}'), or let --broad draw one as an illustration"
    )


def _estimate(
    variant: str, chosen: pd.DataFrame, family: Family, how: Mapping[str, Any]
) -> tuple[Estimate, tuple[str, ...]]:
    y, v = chosen["yi"].to_numpy(float), chosen["vi"].to_numpy(float)
    persons = chosen["respondents"].to_numpy()
    result = averaged(y, v, persons, **how)
    pooled, samples = result.pooled, len(set(persons))
    if samples < FEWEST_FOR_PREDICTION:
        pooled = replace(pooled, pi_low=float("nan"), pi_high=float("nan"))
    numbers = np.array([pooled.estimate, pooled.ci_low, pooled.ci_high, pooled.pi_low, pooled.pi_high])
    estimate, low, high, pi_low, pi_high = (np.tanh(numbers) if family.measure == "z" else numbers).tolist()
    tau, i2 = (float(np.sqrt(pooled.tau2)), pooled.i2) if len(y) > 1 else (float("nan"), float("nan"))
    asked = chosen["n"].astype(float).groupby(persons).max().sum(min_count=1)
    imputed = int(chosen["converted"].ne("").sum()) if "converted" in chosen else 0
    made = result.model + (f"; {imputed} of {len(y)} r imputed from beta" if imputed else "")
    row = Estimate(
        variant, len(y), samples, float(asked), estimate, low, high, pooled.p, pi_low, pi_high, tau, i2, made, pooled
    )
    return row, result.caveats


def _about(chosen: pd.DataFrame, family: Family, estimand: str, averaged_: bool) -> list[str]:
    """What a reader must know of the effects in use, averaged or not."""
    said = [family.caveat] if family.caveat else []
    if estimand == IMPUTED:
        imputed = chosen["converted"].ne("").sum()
        said.append(f"{imputed} of {len(chosen)} effects are imputed")
    elif chosen["variance_source"].eq("n, as for an r").any():
        said.append("some variances come from n alone, as if the path were a correlation")
    if "adjusted_for" in chosen and chosen["adjusted_for"].nunique(dropna=False) > 1:
        said.append("the paths are adjusted for different predictors (column adjusted_for)")
    if "reversed" in chosen and chosen["reversed"].any():
        said.append(f"{int(chosen['reversed'].sum())} effects of reversed-worded scales are turned by their mapping")
    if "flags" in chosen and chosen["flags"].notna().any():
        flagged = chosen[chosen["flags"].notna()].groupby("study")["flags"].agg(lambda f: ", ".join(_each(f)))
        said.append("effects in use carry flags: " + "; ".join(f"{study}: {flags}" for study, flags in flagged.items()))
    samples = chosen["respondents"].nunique()
    if averaged_ and 1 < samples < FEW_SAMPLES:
        said.append(f"{samples} samples only: heterogeneity between them is hardly estimable")
    if averaged_ and len(chosen) >= FEWEST and samples < len(chosen):
        said.append("no small-study tests: they ask for effects of different samples")
    return said


def _each(flags: pd.Series) -> list[str]:
    return sorted({name for row in flags for name in str(row).split(", ")})
