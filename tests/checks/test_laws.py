"""Laws of the whole catalogue: no false alarm on consistent reports, no crash on odd ones, twice equals once."""

import copy
import json
from typing import get_args

import consistent
import pytest
import typos
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.checks import check, checks
from evidence.checks.model import LOUD, Answer
from evidence.records import json_schema

quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def loud(report):
    return [(f.check, f.at, f.message) for f in check(report).findings if f.level in LOUD]


@quick
@given(st.integers(0, 2**31))
def test_rounding_never_makes_a_finding(seed):
    """Values of studies that never were, rounded: every identity check must hold."""
    assert loud(consistent.report(seed)) == []


@pytest.mark.parametrize("seed", range(40))
def test_consistent_reports_have_no_finding(seed):
    assert loud(consistent.report(seed)) == []


def _without(node, draw):
    """The same report with parts left out or replaced by what no report should hold."""
    odd = [None, "", "n.a.", "∞", "1e999", "<", True, 3, 2.5, [], {}, [[]], {"a": 1}, "-", "99999999999999999999", "0"]
    if isinstance(node, dict):
        return {k: _without(v, draw) for k, v in node.items() if draw(st.integers(0, 11))}
    if isinstance(node, list):
        return [_without(v, draw) for v in node if draw(st.integers(0, 19))]
    return node if draw(st.integers(0, 9)) else draw(st.sampled_from(odd))


@quick
@given(st.integers(0, 200), st.data())
def test_odd_and_partial_records_never_crash(seed, data):
    report = _without(consistent.report(seed), data.draw)
    answer = check(report)
    assert set(answer.answers) == {c.id for c in checks()}
    assert set(answer.answers.values()) <= set(get_args(Answer))
    assert {n.check for n in answer.not_evaluated} <= set(answer.answers)


def _fields() -> list[str]:
    names = set()
    for definition in json_schema()["$defs"].values():
        names |= set(definition.get("properties", {}))
    return sorted(names)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["0.5", "<.01", "-3", "1e400"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_fields()), inner, max_size=5),
    max_leaves=30,
)


@quick
@given(junk)
def test_anything_at_all_is_answered(report):
    assert set(check(report).answers) == {c.id for c in checks()}


@quick
@given(st.integers(0, 500))
def test_checking_changes_nothing_and_twice_equals_once(seed):
    report = consistent.report(seed)
    before = copy.deepcopy(report)
    first = check(report)
    assert report == before
    assert check(json.loads(json.dumps(report))) == first


@pytest.mark.parametrize("kind", ["one", "list"])
def test_correlations_are_one_object_or_a_list(kind):
    table = {"names": ["a", "b"], "lower": [["1"], ["4.5", "1"]]}
    report = {"correlations": table if kind == "one" else [table]}
    where = "/correlations/lower/1/0" if kind == "one" else "/correlations/0/lower/1/0"
    (finding,) = [f for f in check(report).findings if f.check == "correlation-out-of-range"]
    assert finding.blames[0] == where


def test_a_typo_that_arithmetic_can_see_is_blamed_first():
    report = consistent.report(0)  # a regression
    spoilt = typos.put(report, "/structural/0/r2", "9" + report["structural"][0]["r2"].lstrip("0"))
    found = [f for f in check(spoilt).findings if f.level in LOUD]
    assert {"r2-range", "r2-adjusted", "f-from-r2", "text-table-mismatch"} <= {f.check for f in found}
    assert {f.blames[0] for f in found} == {"/structural/0/r2"}
    assert len({f.group for f in found}) == 1


def test_not_evaluated_says_what_is_missing():
    answer = check({"paths": [{"from": "x", "to": "y", "b": ".5", "se": ".1", "se_of": "b"}]})
    missing = {n.check: n.missing for n in answer.not_evaluated}
    assert missing["t-from-b-se"] == "the statistic"
    assert answer.answers["t-from-b-se"] == "not evaluated"
    assert answer.answers["rmsea-ci"] == "not applicable"


def test_cut_off_digits_are_a_note_unless_the_report_rules_them_out():
    """Rule R5: 2/3 cut off to 66.6 % may be a habit; not where another figure was rounded up."""
    cells = [{"label": "a", "count": "2", "percent": "66.6%"}, {"label": "b", "count": "1", "percent": "33.3%"}]
    report = {"sample": {"n": "3", "groups": [{"variable": "v", "cells": cells}]}}
    (finding,) = [f for f in check(report).findings if f.check == "count-percent"]
    assert finding.level == "note"
    assert "cut off" in finding.message
    report["sample"] |= {"collected": "7", "valid": "3", "valid_rate_pct": "42.9%"}  # 42.857, rounded up
    (finding,) = [f for f in check(report).findings if f.check == "count-percent"]
    assert finding.level == "warn"
    assert "are rounded" in finding.message


def test_numbers_beyond_the_formula_are_not_evaluated():
    scale = {"scale_min": "1", "scale_max": "7", "n": "30", "items": "1", "integer_items": True}
    answer = check({"descriptives": [{"name": "s", **scale, "mean": "4.0", "sd": "1e200"}]})
    assert answer.answers["grimmer-sd"] == "not evaluated"
    assert answer.answers["sd-range"] == "inconsistent"


def test_a_group_has_the_sample_size_of_its_subsample():
    """R2 = .40, k = 2: adjusted .34 needs n = 23, which is the size of the group and not of the sample."""
    equation = {"outcome": "y", "predictors": ["a", "b"], "r2": ".400", "r2_adj": ".340", "group": "Women"}
    sample = {"n": "230", "subsamples": [{"label": "women", "n": "23"}, {"label": "men", "n": "207"}]}
    assert loud({"sample": sample, "structural": [equation]}) == []
    assert [c for c, _, _ in loud({"sample": sample, "structural": [{**equation, "group": "Men"}]})] == ["r2-adjusted"]
    unknown = check({"sample": sample, "structural": [{**equation, "group": "Other"}]})
    assert unknown.answers["r2-adjusted"] == "not evaluated"
