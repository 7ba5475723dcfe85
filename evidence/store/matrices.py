"""The correlation matrices of the database for a set of variables: one per sample, as printed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from evidence.errors import UsageError, nearest
from evidence.store.maps import DEFAULT_MAP, named_by, require_map
from evidence.store.query import ask
from evidence.store.study_rows import WHOLE, folded
from evidence.store.vocabulary import vocabulary

__all__ = ["KINDS", "Gathered", "gather"]

KINDS = ("observed", "latent", "composite")
_IMPLIED, _SAMPLE = " (model-implied)", " / "
_CELLS = """
SELECT e.study_id, e.study, e.sample, e.n, e.source_no, e.target_no, f.construct AS source, t.construct AS target,
    f.polarity AS source_polarity, t.polarity AS target_polarity, e.estimand, e.value, e.exclusion
FROM correlation_effect AS e
JOIN {named} AS f ON f.study_id = e.study_id AND f.no = e.source_no
JOIN {named} AS t ON t.study_id = e.study_id AND t.no = e.target_no
WHERE e.estimand <> 'HTMT ratio'
ORDER BY e.study, e.study_id, e.sample, e.no
"""
_PATHS = """
SELECT c.study_id, c.study, c.sample, c.n, c.source_no, c.target_no, f.construct AS source, t.construct AS target,
    f.polarity AS source_polarity, t.polarity AS target_polarity, c.kind, c.estimand, c.value, c.exclusion
FROM claim_row AS c
JOIN {named} AS f ON f.study_id = c.study_id AND f.no = c.source_no
JOIN {named} AS t ON t.study_id = c.study_id AND t.no = c.target_no
WHERE c.source_kind = 'path' AND c.kind = 'direct'
ORDER BY c.study, c.study_id, c.sample, c.no
"""


@dataclass(frozen=True)
class Gathered:
    """Matrices by sample with their sizes, the kind of correlation they hold, and what was left out and why.

    `described`: numbers that describe the study of each matrix (its year), as moderators may use them.
    """

    matrices: dict[str, pd.DataFrame]
    n: list[float]
    kind: str
    notes: tuple[str, ...]
    described: pd.DataFrame = field(default_factory=pd.DataFrame)


def gather(
    engine: Engine,
    variables: Sequence[str],
    *,
    map: str = DEFAULT_MAP,
    kind: str | None = None,
    held_out: bool = False,
    implied: bool = False,
) -> Gathered:
    """The correlations between variables, sample by sample.

    A variable is an id, label or reported name, blanks as underscores; it takes in constructs below it that are not
    another variable's. Observed, latent and composite correlations are not mixed: `kind`, else what most samples print.
    With `implied`, samples that print no matrix give the one their standardized model implies, and say so.
    """
    frame = _frame(engine, _CELLS, map)
    paths = _frame(engine, _PATHS, map) if implied else frame.iloc[:0]
    meant = _meanings(engine, variables, {*frame["source"], *frame["target"], *paths["source"], *paths["target"]})
    frame = _between(frame, meant)
    notes = []
    if not held_out:
        out = frame[frame["exclusion"].notna()]
        for (study, why), group in out.groupby(["study", "exclusion"], sort=True):
            notes.append(f"{study}: {len(group)} correlations held out ({why})")
        frame = frame[frame["exclusion"].isna()]
    frame, chosen = _of_a_kind(frame, kind, notes)
    matrices, sizes = _by_sample(frame, list(variables), notes)
    if implied:
        from evidence.pooling.masem import implied_correlations

        kept = paths[paths["exclusion"].isna() | held_out]
        for (study, sample), group in kept.groupby(["study", "sample"], sort=True):
            name = _called(str(study), sample)
            size = pd.to_numeric(group["n"]).max()
            if name in matrices or not (_between(group, meant)["value"].notna().any() and size > 3):
                continue
            found = implied_correlations(list(zip(group["source"], group["target"], group["value"], strict=True)))
            if isinstance(found, str):
                notes.append(f"{name}: no model-implied matrix: {found}")
                continue
            own = [each for each in found.columns if each in meant]
            if len(own) > 1:
                named = [meant[each] for each in own]
                matrix = pd.DataFrame(found.loc[own, own].to_numpy(), index=named, columns=named)
                matrices[name + _IMPLIED] = matrix.loc[~matrix.index.duplicated(), ~matrix.columns.duplicated()]
                sizes.append(float(size))
                notes.append(f"{name}: correlations implied by its printed model, not printed themselves")
    return Gathered(matrices, sizes, chosen, tuple(notes), _described(engine, list(matrices)))


def _described(engine: Engine, names: Sequence[str]) -> pd.DataFrame:
    """The year of the study each matrix is of."""
    asked = "SELECT s.label, d.year FROM study AS s JOIN document AS d ON d.id = s.id"
    years = dict(ask(engine, asked, rows=10_000_000).rows)
    own = [years.get(name.removesuffix(_IMPLIED).partition(_SAMPLE)[0]) for name in names]
    return pd.DataFrame({"year": pd.Series(own, index=list(names), dtype=float)})


def _frame(engine: Engine, sql: str, map: str) -> pd.DataFrame:
    require_map(engine, map)
    named, parameters = named_by(map)
    found = ask(engine, sql.format(named=named), parameters, rows=10_000_000, seconds=600)
    frame = pd.DataFrame(found.rows, columns=list(found.columns))
    turn = np.ones(len(frame))
    for end in ("source_polarity", "target_polarity"):
        turn = turn * pd.to_numeric(frame[end]).fillna(1).to_numpy(dtype=np.float64)
    frame["value"] = pd.to_numeric(frame["value"]) * turn
    return frame


def _meanings(engine: Engine, variables: Sequence[str], known: set[Any]) -> dict[str, str]:
    """Construct (by name) to the variable of the model it belongs to: its own, else the nearest above it."""
    words = vocabulary(engine)
    ids: dict[str, str] = {}
    reported: dict[str, str] = {}
    for variable in variables:
        spoken = variable.replace("_", " ")
        if variable in words:
            ids[variable] = variable
            continue
        try:
            ids[words.find(spoken)] = variable
        except UsageError:
            same = [name for name in known if folded(name) == folded(spoken)]
            if not same:
                labels = sorted({str(each) for each in known} | {c.label for c in words})
                raise UsageError(
                    f"the model names '{variable}', which no construct is called",
                    todo=nearest(spoken, labels[:3000]),
                ) from None
            reported[same[0]] = variable
    by_label = {folded(each.label): each.id for each in words}
    meant = {}
    for name in known:
        construct = by_label.get(folded(str(name)))
        if name in reported:
            meant[str(name)] = reported[name]
        elif construct is not None:
            over = next((each for each in (construct, *words.ancestors(construct)) if each in ids), None)
            if over is not None:
                meant[str(name)] = ids[over]
    return meant


def _between(frame: pd.DataFrame, meant: dict[str, str]) -> pd.DataFrame:
    x, y = frame["source"].map(meant), frame["target"].map(meant)
    kept: pd.DataFrame = frame.assign(x=x, y=y)[x.notna() & y.notna() & (x != y)]
    return kept


def _of_a_kind(frame: pd.DataFrame, kind: str | None, notes: list[str]) -> tuple[pd.DataFrame, str]:
    kinds = frame["estimand"].astype(str).str.removeprefix("correlation, ")
    counts = frame.assign(kind=kinds).groupby("kind")["study_id"].nunique()
    if kind is None:
        kind = max(counts.index, key=lambda each: (counts[each], -KINDS.index(each)), default="observed")
    notes += [
        f"{int(counts[other])} studies print {other} correlations, which are not mixed in (--kind {other})"
        for other in KINDS
        if other != kind and counts.get(other, 0)
    ]
    kept: pd.DataFrame = frame[kinds == kind]
    return kept, kind


def _by_sample(
    frame: pd.DataFrame, variables: list[str], notes: list[str]
) -> tuple[dict[str, pd.DataFrame], list[float]]:
    matrices: dict[str, pd.DataFrame] = {}
    sizes: list[float] = []
    for (study, sample), group in frame.groupby(["study", "sample"], sort=True):
        name = _called(str(study), sample)
        size = pd.to_numeric(group["n"]).max()
        if sample != WHOLE and ((frame["study"] == study) & (frame["sample"] == WHOLE)).any():
            notes.append(f"{name}: left out, the matrix of its whole sample counts")
            continue
        if not size > 3:
            notes.append(f"{name}: left out, its sample size is not known")
            continue
        cells: dict[frozenset[str], list[float]] = defaultdict(list)
        for x, y, value in zip(group["x"], group["y"], group["value"], strict=True):
            cells[frozenset((x, y))].append(float(value))
        own = [each for each in variables if any(each in pair for pair in cells)]
        matrix = pd.DataFrame(np.eye(len(own)), index=own, columns=own)
        matrix = matrix.where(np.eye(len(own), dtype=bool))
        for pair, values in cells.items():
            a, b = sorted(pair)
            matrix.loc[a, b] = matrix.loc[b, a] = sum(values) / len(values)
            if len(values) > 1:
                notes.append(f"{name}: {len(values)} correlations of {a} with {b} averaged")
        matrices[name] = matrix
        sizes.append(float(size))
    return matrices, sizes


def _called(study: str, sample: Any) -> str:
    return study if sample in (None, WHOLE) else f"{study}{_SAMPLE}{sample}"
