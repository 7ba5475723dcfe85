"""A file of effects as `answers` wants them: r and n, or yi and vi, with optional study and sample."""

from pathlib import Path

import pandas as pd

from evidence.errors import InputError

__all__ = ["effects_of"]

_KINDS = (("r", "n"), ("yi", "vi"))
# column -> least, most, what to call a number beyond; what is merely of no use (|r| = 1, n = 3) is held out by name
_LIMITS = {
    "r": (-1.0, 1.0, "is not a correlation"),
    "n": (1.0, float("inf"), "is no sample size"),
    "yi": (float("-inf"), float("inf"), "is not a number"),
    "vi": (5e-324, float("inf"), "is not a sampling variance"),
}


def effects_of(path: Path) -> pd.DataFrame:
    """The effects of a CSV file: r and n (correlations), or yi and vi; study and sample say what belongs together."""
    try:
        frame = pd.read_csv(path, dtype=str, skipinitialspace=True, encoding="utf-8-sig")
    except (ValueError, OSError) as error:
        raise InputError("the file cannot be read as CSV", where=path, why=str(error).partition("\n")[0]) from None
    names = {str(column).strip().lower(): column for column in frame.columns}
    wanted = next((kind for kind in _KINDS if set(kind) <= names.keys()), None)
    if wanted is None:
        raise InputError(
            "the columns are not there", where=path, why=f"found {', '.join(map(str, frame.columns))}",
            todo="give r and n, or yi and vi; study and sample are optional",
        )  # fmt: skip
    if frame.empty:
        raise InputError("the file has a heading and no effects", where=path, todo="give one row per effect")
    value, other = (_numbers(frame[names[name]], name, path) for name in wanted)
    row = pd.Series([f"row {i + 2}" for i in range(len(frame))])
    correlations = wanted == ("r", "n")
    return pd.DataFrame({
        "study": _words(frame, names, "study", row), "sample": _words(frame, names, "sample", "all"),
        "n": other if correlations else float("nan"), "source": "the file", "target": "the file",
        "printed": frame[names[wanted[0]]].str.strip(),
        "estimand": "correlation, observed" if correlations else "as given", "value": value,
        "se": float("nan") if correlations else other**0.5,
    })  # fmt: skip


def _words(frame: pd.DataFrame, names: dict[str, str], name: str, default: "pd.Series | str") -> "pd.Series | str":
    """A column of names; a cell left empty is taken for what stands where there is no such column."""
    if name not in names:
        return default
    given = frame[names[name]].str.strip()
    return given.where(given.notna() & given.ne(""), default)


def _numbers(column: pd.Series, name: str, path: Path) -> pd.Series:
    numbers = pd.to_numeric(column.str.strip(), errors="coerce").astype(float)
    least, most, words = _LIMITS[name]
    bad = numbers.isna() | numbers.abs().eq(float("inf"))
    for wrong, why in ((bad, "is not a number"), (~numbers.between(least, most), words)):
        if wrong.any():
            row = int(wrong.to_numpy().argmax())
            cell = column.iloc[row]
            shown = "an empty cell" if pd.isna(cell) else f"'{cell}'"
            raise InputError(f"{shown} {why}", where=f"{path} row {row + 2} column {name}")
    return numbers
