"""A file of effects as `answers` wants them: r and n, or yi and vi, with optional study and sample."""

from pathlib import Path

import pandas as pd

from evidence.errors import InputError

__all__ = ["effects_of"]


def effects_of(path: Path) -> pd.DataFrame:
    """The effects of a CSV file: r and n (correlations), or yi and vi; study and sample say what belongs together."""
    try:
        frame = pd.read_csv(path)
    except (ValueError, OSError) as error:
        raise InputError("the file cannot be read as CSV", where=path, why=str(error).partition("\n")[0]) from None
    names = {str(c).strip().lower(): c for c in frame.columns}
    wanted = ("r", "n") if {"r", "n"} <= names.keys() else ("yi", "vi")
    missing = [name for name in wanted if name not in names]
    if missing:
        raise InputError(
            "the columns are not there", where=path, why=f"found {', '.join(map(str, frame.columns))}",
            todo="give r and n, or yi and vi; study and sample are optional",
        )  # fmt: skip
    columns = {name: pd.to_numeric(frame[names[name]], errors="coerce") for name in wanted}
    for name, column in columns.items():
        if column.isna().any():
            row = int(column.isna().to_numpy().argmax())
            raise InputError(
                f"'{frame[names[name]].iloc[row]}' is not a number", where=f"{path} row {row + 2} column {name}"
            )
    study = frame[names["study"]].astype(str) if "study" in names else [f"row {i + 2}" for i in range(len(frame))]
    sample = frame[names["sample"]].astype(str) if "sample" in names else "all"
    correlations = wanted == ("r", "n")
    return pd.DataFrame({
        "study": study, "sample": sample, "n": columns["n"] if correlations else float("nan"),
        "source": "the file", "target": "the file", "printed": frame[names[wanted[0]]].astype(str),
        "estimand": "correlation, observed" if correlations else "as given", "value": columns[wanted[0]],
        "se": float("nan") if correlations else columns["vi"] ** 0.5, "stat": float("nan"),
        "retracted": False, "impossible": False, "exclusion": None,
    })  # fmt: skip
