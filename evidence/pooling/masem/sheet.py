"""A file of correlations as matrices: one row per correlation with study, n, x, y and r.

`from` and `to` are taken for x and y. Other columns of numbers describe the study, the same in all its rows.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from evidence.errors import InputError

__all__ = ["matrices_of"]

_COLUMNS = ("study", "n", "x", "y", "r")
_ALSO = {"from": "x", "to": "y"}


def matrices_of(path: Path, variables: list[str]) -> tuple[dict[str, pd.DataFrame], list[float], pd.DataFrame]:
    """The matrices of a CSV file for some variables, their sample sizes, and the numbers that describe each study."""
    rows = _read(path)
    known = sorted({*rows["x"], *rows["y"]})
    for variable in variables:
        if variable not in known:
            raise InputError(
                f"the model names '{variable}', which the file does not", where=path, why=f"it has {', '.join(known)}"
            )
    described = _described(rows, path)
    matrices: dict[str, pd.DataFrame] = {}
    rows = rows[rows["x"].isin(variables) & rows["y"].isin(variables)]
    for study, group in rows.groupby("study", sort=False):
        own = [each for each in variables if each in {*group["x"], *group["y"]}]
        values = np.full((len(own), len(own)), np.nan)
        np.fill_diagonal(values, 1.0)
        for line, x, y, r in zip(group.index + 2, group["x"], group["y"], group["r"], strict=True):
            i, j = own.index(x), own.index(y)
            if i == j or not np.isnan(values[i, j]):
                told = f"'{x}' is correlated with itself" if i == j else f"'{study}' correlates {x} with {y} twice"
                raise InputError(told, where=f"{path} row {line}", todo="leave one out, or name the samples apart")
            values[i, j] = values[j, i] = r
        matrices[str(study)] = pd.DataFrame(values, index=own, columns=own)
    described = described.loc[list(matrices)]
    return matrices, described.pop("n").tolist(), described


def _read(path: Path) -> pd.DataFrame:
    try:
        frame = pd.read_csv(path, dtype=str, skipinitialspace=True, encoding="utf-8-sig")
    except (ValueError, OSError) as error:
        raise InputError("the file cannot be read as CSV", where=path, why=str(error).partition("\n")[0]) from None
    names = [str(column).strip().lower() for column in frame.columns]
    frame.columns = pd.Index([_ALSO.get(name, name) for name in names])
    missing = [name for name in _COLUMNS if name not in frame]
    if missing:
        raise InputError(
            f"no column {missing[0]!r}", where=path, why=f"found {', '.join(names)}",
            todo="give study, n, x, y and r, one row per correlation",
        )  # fmt: skip
    for name in ("study", "x", "y"):
        frame[name] = frame[name].str.strip()
        if frame[name].isna().any():
            raise InputError("an empty cell", where=f"{path} row {int(frame[name].isna().argmax()) + 2} column {name}")
    for name in ("x", "y"):
        frame[name] = frame[name].str.replace(" ", "_")
    frame["r"] = _numbers(frame["r"], "r", path)
    wrong = ~frame["r"].between(-1, 1)
    if wrong.any():
        row = int(wrong.argmax())
        raise InputError(f"{frame['r'].iloc[row]:g} is not a correlation", where=f"{path} row {row + 2} column r")
    return frame


def _described(rows: pd.DataFrame, path: Path) -> pd.DataFrame:
    """One row per study: n, and every other column that holds numbers."""
    table: dict[str, pd.Series] = {}
    for name in [c for c in rows.columns if c not in ("study", "x", "y", "r")]:
        numbers = pd.to_numeric(rows[name], errors="coerce").groupby(rows["study"], sort=False)
        if name != "n" and pd.to_numeric(rows[name].dropna(), errors="coerce").isna().any():
            continue  # words, notes: nothing to compute with
        if (numbers.nunique() > 1).any():
            study = numbers.nunique().idxmax()
            raise InputError(f"'{study}' has several values of {name}", where=path, todo="name its samples apart")
        table[name] = numbers.first()
    if table["n"].isna().any() or (table["n"] <= 3).any():
        study = (table["n"].isna() | (table["n"] <= 3)).idxmax()
        raise InputError(f"'{study}' has no sample size above 3", where=f"{path} column n")
    return pd.DataFrame(table)


def _numbers(column: "pd.Series[str]", name: str, path: Path) -> "pd.Series[float]":
    numbers = pd.to_numeric(column.str.strip(), errors="coerce").astype(float)
    if numbers.isna().any():
        row = int(numbers.isna().to_numpy().argmax())
        shown = "an empty cell" if pd.isna(column.iloc[row]) else f"'{column.iloc[row]}'"
        raise InputError(f"{shown} is not a number", where=f"{path} row {row + 2} column {name}")
    return numbers
