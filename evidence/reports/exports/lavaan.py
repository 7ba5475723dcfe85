"""The printed models, study by study: lavaan syntax, with the correlation matrix where the study prints it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from evidence.reports.exports.export import Export, r_names, r_text
from evidence.store.every_effect import every_effect

_HEAD = """# {study}, sample {sample}, model {model}: the paths as printed, as lavaan syntax (Rosseel 2012).
#
# Assumptions
# - A path model of construct scores: the indicators of the constructs are not in it.
# - Coefficients stand behind each path as printed; they are not imposed. Interactions and moderators are comments.
{remarks}
"""
_FIT = """
suppressPackageStartupMessages(library(lavaan))
fitted <- sem(model, sample.cov = R, sample.nobs = n, fixed.x = FALSE)
summary(fitted, standardized = TRUE, fit.measures = TRUE)
"""


def make(engine: Engine) -> Mapping[str, bytes]:
    """One script per study, sample and model that prints direct paths."""
    effects = every_effect(engine)
    direct = effects["estimand"].str.startswith(("direct", "interaction", "covariance"))
    paths = effects[effects["kind"].eq("path") & direct & effects["is_primary"]]
    cells = effects[effects["kind"].eq("correlation") & effects["estimand"].ne("HTMT ratio")]
    printed = {(str(study), str(sample)): group for (study, sample), group in cells.groupby(["study", "sample"])}
    files: dict[str, bytes] = {}
    for (study, sample, model), group in paths.groupby(["study", "sample", "model"], sort=True):
        if not group["estimand"].str.startswith("direct").any():
            continue
        own = printed.get((str(study), str(sample)), cells.iloc[:0])
        parts = [_file_name(str(part)) for part in (study, sample, model) if part not in ("all", "main")]
        name = taken = "--".join(parts)
        number = 2
        while f"{taken}.R" in files:
            taken, number = f"{name}-{number}", number + 1
        files[f"{taken}.R"] = _script(str(study), str(sample), str(model), group, own).encode()
    return files


def _file_name(text: str) -> str:
    return re.sub(r"[^\w.-]+", "-", text).strip("-.") or "x"


def _script(study: str, sample: str, model: str, paths: pd.DataFrame, cells: pd.DataFrame) -> str:
    names = r_names([*paths["reported_source"], *paths["reported_target"]])
    direct = paths[paths["estimand"].str.startswith("direct")]
    lines = [_line(names, row) for row in direct.to_dict("records")]
    other = paths[~paths["estimand"].str.startswith("direct")]
    lines += [f"# {row['estimand']}: {_line(names, row)}" for row in other.to_dict("records")]
    remarks = [f"# - {short} is {_plain(name)}" for name, short in sorted(names.items()) if short != name]
    excluded = sorted({str(why) for why in paths["exclusion"].dropna()})
    remarks += [f"# - Held out of pooling: {why}" for why in excluded]
    body, fit = _matrix(
        names, cells, sorted({names[n] for n in (*direct["reported_source"], *direct["reported_target"])})
    )
    told = {"study": study, "sample": _plain(sample), "model": _plain(model)}
    text = _HEAD.format(**told, remarks="\n".join(remarks))
    syntax = "\n".join(f"  {line}" for line in lines)
    n = pd.to_numeric(paths["n"]).max()
    size = f"n <- {n:.15g}\n" if n == n else "# no sample size is printed\n"
    return f"{text}model <- '\n{syntax}\n'\n{size}{body}{_FIT if fit and n == n else ''}"


def _line(names: Mapping[str, str], row: Mapping[Any, Any]) -> str:
    """One path, with what is printed of it as a comment."""
    operator = "~~" if row["estimand"].startswith("covariance") else "~"
    told = [str(row["printed"]) if row["printed"] else "no coefficient printed", row["hypothesis"], row["flags"]]
    told += [row["correction"], row["exclusion"]]
    said = _plain("; ".join(str(part) for part in told if part and part == part))
    return f"{names[row['reported_target']]} {operator} {names[row['reported_source']]}  # {said}"


def _plain(text: str) -> str:
    """A text that can stand in a comment inside a quoted text of R."""
    return " ".join(text.split()).replace("'", "`").replace("\\", "/")


def _matrix(names: Mapping[str, str], cells: pd.DataFrame, wanted: Sequence[str]) -> tuple[str, bool]:
    """The printed matrix of the model's constructs as R, and whether it is whole."""
    values: dict[frozenset[str], float] = {}
    kinds: set[str] = set()
    for row in cells.to_dict("records"):
        pair = frozenset(names.get(row[end], "") for end in ("reported_source", "reported_target"))
        if len(pair) == 2 and pair <= set(wanted) and row["value"] == row["value"]:
            values.setdefault(pair, float(row["value"]))
            kinds.add(row["estimand"])
    if not values:
        return "# the study prints no correlation matrix of these constructs\n", False
    missing = [
        f"{a} with {b}" for i, a in enumerate(wanted) for b in wanted[i + 1 :] if frozenset((a, b)) not in values
    ]
    printed = {pair: f"{value:.15g}" for pair, value in values.items()} | {frozenset((a,)): "1" for a in wanted}
    rows = [", ".join(printed.get(frozenset((a, b)), "NA") for b in wanted) for a in wanted]
    quoted = ", ".join(r_text(name) for name in wanted)
    text = f"# {', '.join(sorted(kinds))}, as printed\nconstructs <- c({quoted})\n"
    text += f"R <- matrix(c(\n  {(',' + chr(10) + '  ').join(rows)}),\n"
    text += f"  {len(wanted)}, byrow = TRUE, dimnames = list(constructs, constructs))\n"
    if missing:
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        return f"{text}# not printed, so the model cannot be fitted: {'; '.join(missing[:5])}{more}\n", False
    return text, True


EXPORT = Export("lavaan", "each study's printed model as syntax, with its matrix where it is printed", make)
