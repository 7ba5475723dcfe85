"""What happens to a pooled conclusion when some of its evidence falls.

Every pair of constructs is pooled twice, with and without the fallen effects, and four things are held against each
other: the side of zero, p against .05, whether each average lies in the other's interval, and heterogeneity (tau2
becoming or ceasing to be zero, or I2 moving by 25 points, the distance from low to moderate to high: Higgins et al.
2003, BMJ 327, 557).
"""

from typing import Any

import numpy as np
import pandas as pd

from evidence.pooling.every_pair import every_pair

__all__ = ["CHANGES", "impact"]

CHANGES = ("no pool left", "direction", "significance", "interval", "heterogeneity")
_SIGNIFICANT = 0.05
_I2_STEP = 25.0
_PAIR = ["source", "target", "estimand"]
_SHOWN = ["samples", "effects", "estimate", "ci_low", "ci_high", "p", "tau2", "i2"]


def impact(effects: pd.DataFrame, fallen: pd.Series, *, method: str = "REML", test: str = "knha") -> pd.DataFrame:
    """One row per pooled pair that has a fallen effect, those whose conclusion changes first.

    Columns: source, target, estimand, changes (of CHANGES, joined by ", "; empty where only numbers move), and for
    each of samples, effects, estimate, ci_low, ci_high, p, tau2, i2 one with and one `_without` the fallen effects.
    """
    touched = effects[_keys(effects).isin(set(_keys(effects[fallen])))]
    how: dict[str, Any] = {"method": method, "test": test}
    both = every_pair(touched, **how)
    if both.empty:
        return pd.DataFrame(columns=[*_PAIR, "changes", *_SHOWN, *(f"{name}_without" for name in _SHOWN)])
    standing = touched[~fallen.loc[touched.index]]
    without = every_pair(standing, **how).reindex(columns=[*_PAIR, *_SHOWN]).drop(columns=["samples", "effects"])
    left = every_pair(standing, method=method, test=test, fewest=1)[[*_PAIR, "samples", "effects"]]
    table = both[[*_PAIR, *_SHOWN]]
    for other in (left, without):
        table = table.merge(other, on=_PAIR, how="left", suffixes=("", "_without"), validate="one_to_one")
    for name in ("samples_without", "effects_without"):
        table[name] = pd.to_numeric(table[name]).fillna(0).astype(int)
    moved = table[(table["effects"] != table["effects_without"])].copy()
    moved.insert(3, "changes", [", ".join(_changes(row)) for row in moved.to_dict("records")])
    moved["calm"] = moved["changes"].eq("")
    moved = moved.sort_values(["calm", "samples", *_PAIR], ascending=[True, False, True, True, True])
    return moved.drop(columns="calm").reset_index(drop=True)


def _keys(effects: pd.DataFrame) -> pd.Series:
    """The pair an effect belongs to, in either order, and its estimand."""
    a, b = effects["source"].astype(str), effects["target"].astype(str)
    low, high = a.where(a <= b, b), b.where(a <= b, a)
    return low + "\0" + high + "\0" + effects["estimand"].astype(str)


def _changes(row: dict[Any, Any]) -> list[str]:
    """Which of the four conclusions differ with and without."""
    if np.isnan(row["estimate_without"]):
        return ["no pool left"]
    found = []
    if np.sign(row["estimate"]) != np.sign(row["estimate_without"]):
        found.append("direction")
    if (row["p"] < _SIGNIFICANT) != (row["p_without"] < _SIGNIFICANT):
        found.append("significance")
    if not (_inside(row, "", "_without") and _inside(row, "_without", "")):
        found.append("interval")
    zero = (row["tau2"] > 0) != (row["tau2_without"] > 0)
    if zero or abs(row["i2"] - row["i2_without"]) >= _I2_STEP:
        found.append("heterogeneity")
    return found


def _inside(row: dict[Any, Any], one: str, other: str) -> bool:
    """Whether the average of one answer lies in the interval of the other."""
    return bool(row[f"ci_low{other}"] <= row[f"estimate{one}"] <= row[f"ci_high{other}"])
