"""A meta-analytic path model as sections: which cells were measured, the pooled matrix, the paths, what they carry."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from evidence.errors import EvidenceError, InputError, UsageError
from evidence.reports.claims import table
from evidence.reports.report import Section
from evidence.store.query import Answer

if TYPE_CHECKING:
    import pandas as pd

    from evidence.pooling.masem import Stage1, Stage2
    from evidence.store.matrices import Gathered

ROUNDING = 1e-12  # a fit index smaller than this is zero but for the arithmetic
Fitted = tuple[list[Section], dict[str, str], bool]

__all__ = ["Fitted", "answer", "answer_of_file", "audit", "fitted", "of_matrices", "pooled", "unfitted"]


def answer(engine: Engine, model: str, *, pooling: str = "REM", moderators: Sequence[str] = (), **which: Any) -> Fitted:
    """Fit a path model to the pooled correlations of the database: sections, R scripts of the input, and if it could.

    `which`: kind of correlation, implied, held_out, map. The cells are shown even where the model cannot be fitted.
    """
    from evidence.store.matrices import gather

    found = gather(engine, _observed(model), **which)
    if not found.matrices:
        raise UsageError(
            "no correlation between the variables of the model can be used",
            why="; ".join(found.notes) or "no stored study prints one",
            todo="ingest studies with correlation matrices, give a file with --data, or see --implied and --held-out",
        )
    return of_matrices(found, model, pooling, moderators)


def answer_of_file(path: Path, model: str, *, pooling: str = "REM", moderators: Sequence[str] = ()) -> Fitted:
    """The same of a file of correlations; needs no database."""
    from evidence.pooling.masem import matrices_of
    from evidence.store.matrices import Gathered

    matrices, n, described = matrices_of(path, _observed(model))
    if not matrices:
        raise UsageError("no correlation between the variables of the model", where=path)
    return of_matrices(Gathered(matrices, n, "given", (), described), model, pooling, moderators)


def _observed(model: str) -> list[str]:
    from evidence.pooling.masem import parse_model

    parsed = parse_model(model)
    return [name for name in parsed.variables if name not in parsed.latents]


def of_matrices(found: "Gathered", model: str, pooling: str, moderators: Sequence[str]) -> Fitted:
    """Which cells were measured, the pooled matrix, the model on it, and what moderates its paths."""
    from evidence.pooling import masem as science
    from evidence.pooling.masem.indirect import ways_of, with_indirect_effects
    from evidence.reports.moderated import moderated

    cells = _all_cells(science.cells(found.matrices, found.n), _observed(model))
    sections = audit(cells, len(found.matrices), sum(found.n), found.kind, found.notes)
    full = with_indirect_effects(model)
    scripts = {"model.txt": full.rstrip() + "\n", "cells.csv": cells.to_csv(index=False)}
    try:
        if (cells["k"] == 0).any():
            raise InputError(f"{int((cells['k'] == 0).sum())} of {len(cells)} correlations were measured by no study")
        first = science.stage1(found.matrices, found.n, pooling)
        scripts["metasem.R"] = science.metasem_script(found.matrices, found.n, full, pooling)
        scripts["lavaan.R"] = science.lavaan_script(first, full, found.matrices, found.n)
        sections += pooled(first, cells)
        sections += fitted(science.stage2(first, full), ways_of(model))
        if moderators:
            sections += moderated(found, full, moderators)
    except EvidenceError as refusal:
        sections += unfitted(f"{refusal}.", science.estimable(found.matrices, found.n))
        return sections, scripts, False
    return sections, scripts, True


def _all_cells(cells: "pd.DataFrame", variables: Sequence[str]) -> "pd.DataFrame":
    """The cells with those of variables that no matrix holds at all."""
    import pandas as pd

    seen = {frozenset(pair) for pair in zip(cells["x"], cells["y"], strict=True)}
    pairs = [(a, b) for i, a in enumerate(variables) for b in variables[i + 1 :] if frozenset((a, b)) not in seen]
    missing = pd.DataFrame(pairs, columns=["x", "y"]).assign(k=0, n=0.0, studies="")
    return pd.concat([cells, missing], ignore_index=True) if pairs else cells


def audit(cells: "pd.DataFrame", samples: int, respondents: float, kind: str, notes: tuple[str, ...]) -> list[Section]:
    """Every pair of variables: who measured it, how large it is, how much studies differ; the empty ones first."""
    empty = int((cells["k"] == 0).sum())
    said = (
        f"{samples} samples, {respondents:.0f} respondents, {kind} correlations{' as printed' * (kind != 'given')}."
        f" {len(cells) - empty} of {len(cells)} cells are measured" + (f", {empty} by nobody." if empty else ".")
    )
    order = cells.assign(empty=cells["k"] > 0).sort_values("empty", kind="stable")
    sections = [
        Section(
            "Cells",
            table(order, ["x", "y", "k", "n", "mean_r", "i2", "q_p", "studies"]),
            f"{said} mean r: weighted by n; i2 (percent), q p: how much studies differ.",
        )
    ]
    if notes:
        sections.append(Section("What was left out or joined", Answer(("note",), tuple((note,) for note in notes))))
    return sections


def pooled(stage1: "Stage1", cells: "pd.DataFrame") -> list[Section]:
    """The pooled matrix with its between-study spread."""
    names = list(stage1.variables)
    values = stage1.pooled.to_numpy()
    rows = tuple(
        (name, *(float(values[i, j]) if j < i else None for j in range(len(names) - 1))) for i, name in enumerate(names)
    )[1:]
    title = "Pooled matrix, random effects" if stage1.model == "REM" else "Pooled matrix, one for all studies (fixed)"
    differ = f"Q = {stage1.q:.2f}, df = {stage1.q_df}" + ("" if math.isnan(stage1.q_p) else f", p = {stage1.q_p:.3g}")
    remark = f"Stage 1 over {stage1.k} samples, N = {stage1.n:.0f}; {differ}."
    if stage1.fit is not None:
        remark += f" One common matrix: RMSEA {stage1.fit.rmsea:.3f}, CFI {stage1.fit.cfi:.3f}."
    sections = [Section(title, Answer(("", *names[:-1]), rows), remark)]
    if stage1.tau2 is not None and stage1.i2 is not None:
        tau2, i2 = stage1.tau2.to_numpy(), stage1.i2.to_numpy()
        seen = {frozenset((x, y)): k for x, y, k in zip(cells["x"], cells["y"], cells["k"], strict=True)}
        alone = [(i, j) for i, j in stage1.pairs if seen[frozenset((names[i], names[j]))] == 1]
        rows = tuple(
            (names[j], names[i], None, None) if (i, j) in alone
            else (names[j], names[i], math.sqrt(tau2[i, j]), float(i2[i, j]))
            for i, j in stage1.pairs
        )  # fmt: skip
        remark = "tau: standard deviation of true correlations."
        if alone:
            remark += f" {len(alone)} of {len(rows)} were measured by one study: what others would find is not known."
        sections.append(Section("Between studies", Answer(("x", "y", "tau", "i2"), rows), remark))
    return sections


def fitted(stage2: "Stage2", ways: Mapping[str, tuple[str, ...]] | None = None) -> list[Section]:
    """Paths, fit, and indirect effects with their intervals; `ways` are the variables each of these passes."""
    ways = ways or {}
    paths = stage2.estimates.assign(path=[f"{a} {op} {b}" for a, op, b in _terms(stage2.estimates)])
    fit = stage2.fit.to_dict()
    shown = ("chi2", "df", "p", "cfi", "tli", "rmsea", "rmsea_low", "rmsea_high", "srmr", "aic", "bic", "n")
    rows = tuple((name, _number(fit[name])) for name in shown)
    exact = " The model has as many parameters as correlations: it fits by construction." if fit["df"] == 0 else ""
    sections = [
        Section("Paths", table(paths, ["path", "est", "se", "z", "p", "ci_low", "ci_high"]), "; ".join(stage2.notes)),
        Section("Fit", Answer(("index", "value"), rows), f"Weighted least squares on the pooled matrix.{exact}"),
    ]
    if len(stage2.defined):
        columns = ["effect", "est", "likelihood_low", "likelihood_high", "p", "se", "expression", "ci_low", "ci_high"]
        remark = "Intervals: likelihood-based, then by the delta method."
        told = stage2.defined.assign(effect=[_said(each, ways) for each in stage2.defined["name"]])
        sections.append(Section("Indirect and defined effects", table(told, columns), remark))
    residuals = stage2.residuals.to_numpy()
    names = list(stage2.residuals.columns)
    worst = sorted(
        ((abs(residuals[i, j]), names[j], names[i], residuals[i, j]) for i in range(len(names)) for j in range(i)),
        reverse=True,
    )[:5]
    if fit["df"]:
        left = tuple((x, y, float(value)) for _, x, y, value in worst)
        sections.append(Section("Largest residual correlations", Answer(("x", "y", "residual"), left)))
    return sections


def unfitted(why: str, kept: tuple[str, ...]) -> list[Section]:
    """Why there is no model, and what could be fitted instead."""
    said = f"{why} Every pair was measured by some study for: {', '.join(kept)}." if len(kept) > 1 else why
    return [Section("Not fitted", remark=said)]


def _said(name: str, ways: Mapping[str, tuple[str, ...]]) -> str:
    """An indirect effect by the variables it passes; one a person defined, by its name."""
    if name not in ways:
        return name
    way = ways[name]
    return " -> ".join(way) if len(way) > 2 else f"{way[0]} -> … -> {way[1]}"


def _terms(estimates: "pd.DataFrame") -> list[tuple[str, str, str]]:
    return list(zip(estimates["lhs"], estimates["op"], estimates["rhs"], strict=True))


def _number(value: Any) -> Any:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return 0.0 if abs(value) < ROUNDING else value
