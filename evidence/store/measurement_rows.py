"""The measurement part of a record as rows: reliability, loadings, fit, equations, descriptives, fsQCA, claims."""

import json
from dataclasses import fields

from evidence.records import Construct, Fit, FsQca, Printed
from evidence.records.places import numbers_of
from evidence.store.study_rows import StudyRows
from evidence.store.tables.measurement import RELIABILITY

__all__ = ["add_measurement"]

# every printed number of a fit row that is an index, not a description of the model
_DESCRIBES = {"n", "groups", "indicators", "free_parameters", "factors"}
_EQUATION = ("r2", "r2_adj", "q2", "f", "f_p", "r2_change", "f_change", "f_change_p")
_DESCRIPTIVE = ("mean", "sd", "n", "items", "se", "skew", "kurtosis")
_LOADING = ("loading", "r2", "b", "se", "z", "mean", "sd", "skew", "kurtosis")
_PLACED = ("measurement", "tests", "moderation", "differences", "ipma", "cvpat")  # numbers without a table of their own
FIT_INDICES = tuple(f.name for f in fields(Fit) if f.type == (Printed | None) and f.name not in _DESCRIBES)


def add_measurement(rows: StudyRows) -> None:
    """Rows for everything that says how well things were measured."""
    record = rows.record
    for i, construct in enumerate(record.constructs):
        _add_construct(rows, f"/constructs/{i}", construct)
    for i, fit in enumerate(record.fit):
        _add_fit(rows, i, fit)
    for i, e in enumerate(record.structural):
        span = rows.main_place(f"/structural/{i}", e, _EQUATION, ("vif", "tolerance", "f2"))
        where = (rows.construct(e.outcome), rows.sample(e.group), rows.model(e.model))
        predictors = json.dumps(e.predictors, ensure_ascii=False)
        rows.add("equation", span, *where, predictors, e.r2, _value(e.r2), e.r2_adj, e.q2, e.f, e.estimator)
    for i, d in enumerate(record.descriptives):
        span = rows.main_place(f"/descriptives/{i}", d, _DESCRIPTIVE)
        scale = (d.name, d.items, d.n, d.scale_min, d.scale_max)
        rows.add("descriptive", span, *scale, d.mean, _value(d.mean), d.sd, _value(d.sd), d.group)
    for i, solution in enumerate(record.fsqca):
        _add_solution(rows, i, solution)
    for i, claim in enumerate(record.claims):
        claim_span = None if claim.value is None else rows.place(f"/claims/{i}/value", claim.value)
        refs = json.dumps(claim.refs or ([claim.ref] if claim.ref else []))
        rows.add("claim", claim_span, claim.kind, claim.op, claim.value, refs)
    for part in _PLACED:
        rows.places(f"/{part}", getattr(record, part))
    rows.places("/sample/required", record.sample.required)


def _value(printed: Printed | None) -> float | None:
    return None if printed is None else printed.value


def _add_construct(rows: StudyRows, at: str, construct: Construct) -> None:
    where = (rows.construct(construct.name), rows.sample(construct.group), rows.model(construct.model))
    for kind in RELIABILITY:
        printed = getattr(construct, kind)
        if printed is not None:
            rows.add("reliability", rows.place(f"{at}/{kind}", printed), *where, kind, printed, printed.value)
    for i, x in enumerate(construct.loadings):
        span = rows.main_place(f"{at}/loadings/{i}", x, _LOADING)
        rows.places(f"{at}/loadings/{i}/cross", x.cross)
        numbers = (x.loading, _value(x.loading), x.r2, _value(x.r2), x.b, x.se, x.z)
        rows.add("loading", span, *where, x.item, *numbers)


def _add_fit(rows: StudyRows, number: int, fit: Fit) -> None:
    where = (rows.sample(fit.group), rows.model(fit.model))
    for name in FIT_INDICES:
        printed = getattr(fit, name)
        if printed is not None:
            span = rows.place(f"/fit/{number}/{name}", printed)
            held_to = fit.thresholds.get(name)
            threshold = (held_to, held_to.operator, held_to.value) if held_to else (None, None, None)
            index = (name, printed, printed.value, printed.operator, *threshold, fit.primary)
            rows.add("fit_index", span, number, fit.label, fit.kind, *where, *index)
    for name, (at, printed) in zip(fit.delta, numbers_of(fit.delta, f"/fit/{number}/delta"), strict=True):
        index = (f"delta_{name}", printed, printed.value, printed.operator, None, None, None, fit.primary)
        rows.add("fit_index", rows.place(at, printed), number, fit.label, fit.kind, *where, *index)


def _add_solution(rows: StudyRows, number: int, solution: FsQca) -> None:
    rows.places(f"/fsqca/{number}/calibration", solution.calibration)
    rows.places(f"/fsqca/{number}/necessity", solution.necessity)
    whole = (solution.solution_consistency, solution.solution_coverage)
    for i, c in enumerate(solution.configs):
        numbers = ("consistency", "raw_coverage", "unique_coverage", "pri")
        span = rows.main_place(f"/fsqca/{number}/configs/{i}", c, numbers)
        consistency = (c.consistency, _value(c.consistency), c.raw_coverage, _value(c.raw_coverage))
        rest = (*consistency, c.unique_coverage, c.pri, *whole)
        rows.add("configuration", span, number, solution.outcome, c.id, c.terms, *rest)
