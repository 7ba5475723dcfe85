"""The frame the graph is made from: one row per test of a claim, as a view or a spreadsheet gives it.

| column | meaning |
| --- | --- |
| `source`, `target` | the constructs, by id or name; the only two that must be there |
| `study`, `sample` | who found it, on whom; a sample belongs to its study |
| `hypothesis`, `sign` | the label, and the direction claimed: `+` or `-` |
| `verdict` | supported, not supported, partially supported, or nothing |
| `kind` | direct (also path, hypothesis), interaction, indirect (also mediated, total), correlation, covariance |
| `moderator`, `via` | the third construct of an interaction or an indirect effect |
| `estimand`, `value`, `se`, `stat`, `p`, `n` | what was estimated, and the numbers; `stat` is t or z |
| `level`, `status`, `exclusion` | worst flag, editorial status, and why a row is held out; nothing means usable |

Any other column is a feature of the study (country, year, design), for `contested`.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from evidence.errors import InputError, nearest

__all__ = ["COLUMNS", "OUTCOMES", "categorical", "features", "prepare", "significance", "unusable"]

TEXT = ("study", "sample", "hypothesis", "sign", "verdict", "kind", "moderator", "via", "estimand")
JUDGED = ("level", "status", "exclusion")
NUMBERS = ("value", "se", "stat", "p", "n")
COLUMNS = ("source", "target", *TEXT, *NUMBERS, *JUDGED)
VERDICTS = ("supported", "not supported", "partially supported")
OUTCOMES = ("supported", "null", "reversed", "partial", "unclear")
DIRECT = ("direct", "path", "hypothesis", "")
KINDS = (*DIRECT, "interaction", "indirect", "mediated", "total", "correlation", "covariance")
BAD_LEVELS = ("critical",)  # as for pooling: an error is a flag to look at, a critical finding holds the effect out
BAD_STATUS = ("retracted", "withdrawn", "removed", "expression of concern", "concern")
ALPHA = 0.05
Z95 = 1.959963984540054


def prepare(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with every column in its type, `usable` and `outcome` added, and nothing but rows with both ends."""
    for name in ("source", "target"):
        if name not in frame.columns:
            raise InputError(
                f"no column {name!r}", where="frame of claims", todo=nearest(name, [str(c) for c in frame.columns])
            )
    out = pd.DataFrame(index=pd.RangeIndex(len(frame)))
    for name in ("source", "target"):
        column = frame[name].reset_index(drop=True)
        if column.isna().any() or column.eq("").any():
            row = int(np.argmax((column.isna() | column.eq("")).to_numpy()))
            raise InputError(
                f"a claim without a {name}",
                where=f"frame of claims, row {row}",
                todo="leave the row out or name its end",
            )
        out[name] = column.astype("category")
    for name in (*TEXT, *JUDGED):
        out[name] = _text(frame, name)
    for name in NUMBERS:
        out[name] = _number(frame, name)
    for name in features(frame):
        out[name] = frame[name].reset_index(drop=True)
    _known("kind", out["kind"], KINDS)
    _known("verdict", out["verdict"], ("", *VERDICTS))
    _known("sign", out["sign"], ("", "+", "-"))
    out["usable"] = ~unusable(out)
    out["outcome"] = categorical(_outcome(out), OUTCOMES)
    return out


def features(frame: pd.DataFrame) -> list[str]:
    """The columns that describe the study rather than the test."""
    return [str(name) for name in frame.columns if name not in COLUMNS and name not in ("usable", "outcome", "edge")]


def unusable(claims: pd.DataFrame) -> "pd.Series[bool]":
    """Rows that are held out, that a critical finding is about, or whose report was retracted."""
    held = claims["exclusion"] != ""
    return held | claims["level"].isin(BAD_LEVELS) | claims["status"].str.lower().isin(BAD_STATUS)


def categorical(codes: npt.NDArray[Any], names: Sequence[str]) -> "pd.Series[Any]":
    """A column of few texts kept as numbers, in the order of the texts; names that occur twice become one category."""
    unique = {name: i for i, name in enumerate(sorted(set(names)))}
    codes = np.array([unique[name] for name in names], dtype=np.int64)[codes]
    values: Any = pd.Categorical.from_codes(codes, categories=list(unique))  # type: ignore[call-overload]
    return pd.Series(values)


def _text(frame: pd.DataFrame, name: str) -> "pd.Series[Any]":
    if name not in frame.columns:
        return categorical(np.zeros(len(frame), np.int8), [""])
    codes, values = pd.factorize(frame[name], use_na_sentinel=True)
    return categorical(codes + 1, ["", *(str(value) for value in values)])


def _number(frame: pd.DataFrame, name: str) -> npt.NDArray[np.float64]:
    if name not in frame.columns:
        return np.full(len(frame), np.nan)
    values = pd.to_numeric(frame[name], errors="coerce")
    lost = frame[name].notna() & values.isna() & frame[name].ne("")
    if lost.any() and name == "p":
        # "<.05" is a bound: a little less than it decides significance as the print does.
        said = frame[name].astype(str)
        values = pd.to_numeric(said.str.replace(r"^\s*[<≤=]\s*", "", regex=True), errors="coerce")
        values = values.where(~said.str.match(r"\s*<"), np.nextafter(values.astype(float), 0))
        lost = frame[name].notna() & values.isna() & frame[name].ne("")
    if lost.any():
        row = int(np.argmax(lost.to_numpy()))
        raise InputError(
            f"{name} {frame[name].iloc[row]!r} is not a number",
            where=f"frame of claims, row {row}",
            todo="give the parsed value or leave it empty",
        )
    return values.to_numpy(dtype=np.float64, na_value=np.nan)


def _known(name: str, column: "pd.Series[Any]", allowed: Sequence[str]) -> None:
    strange = [each for each in column.cat.categories if each not in allowed]
    if strange:
        raise InputError(
            f"unknown {name} {strange[0]!r}", where="frame of claims", todo=nearest(strange[0], list(allowed))
        )


def _outcome(claims: pd.DataFrame) -> npt.NDArray[np.int8]:
    """What each test found, as a code of OUTCOMES: the paper's verdict first, its numbers where there is none.

    reversed: significant against the direction of the claim; without a claimed sign, against the pair's usual sign.
    """
    value = claims["value"].to_numpy()
    significant, tested = significance(claims)
    found = np.sign(np.nan_to_num(value))
    claimed = claims["sign"].map({"+": 1, "-": -1, "": 0}).astype(np.int8).to_numpy()
    usual = _usual_sign(claims, np.where(significant, found, 0))
    against = significant & (found * np.where(claimed == 0, usual, claimed) < 0)

    verdict = claims["verdict"].astype(str).to_numpy()
    code = np.full(len(claims), OUTCOMES.index("unclear"), np.int8)
    code[tested & ~significant] = OUTCOMES.index("null")
    code[tested & significant] = OUTCOMES.index("supported")
    code[verdict == "not supported"] = OUTCOMES.index("null")
    code[against & (verdict != "supported")] = OUTCOMES.index("reversed")
    code[verdict == "partially supported"] = OUTCOMES.index("partial")
    code[verdict == "supported"] = OUTCOMES.index("supported")
    return code


def significance(claims: pd.DataFrame) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which tests are significant at .05, and of which it is known: by p, else t or z, else value and its error."""
    p, stat = claims["p"].to_numpy(), claims["stat"].to_numpy()
    value, se = claims["value"].to_numpy(), claims["se"].to_numpy()
    z = np.abs(np.where(np.isnan(stat), value / np.where(se > 0, se, np.nan), stat))
    return np.where(np.isnan(p), z >= Z95, p < ALPHA), ~np.isnan(p) | ~np.isnan(z)


def _usual_sign(claims: pd.DataFrame, found: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    pair = claims["source"].cat.codes.to_numpy(np.int64) * len(claims["target"].cat.categories)
    group, _ = pd.factorize(pair + claims["target"].cat.codes.to_numpy(np.int64))
    total = np.bincount(group, weights=found) if len(group) else np.zeros(0)
    return np.sign(total)[group]
