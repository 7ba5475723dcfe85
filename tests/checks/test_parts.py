"""The newer statistics one by one: rounding what is true is never a finding, and what was left out is asked for."""

import consistent
import consistent_parts as parts
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.checks import check

quick = settings(max_examples=40, deadline=None)
seeds = st.integers(0, 2**31)


def drawn(seed):
    rng = np.random.default_rng(seed)
    return rng, consistent.Printer(rng)


def found(report, *ids):
    return [(f.check, f.level, f.message) for f in check(report).findings if f.check in ids]


@quick
@given(seeds)
def test_slopes_and_conditional_effects(seed):
    report = {"moderation": parts.moderation(*drawn(seed))}
    assert found(report, "interaction-range", "moderated-mediation-index") == []


@quick
@given(seeds)
def test_differences_of_groups(seed):
    assert found({"differences": parts.differences(*drawn(seed))}, "mga-difference") == []


@quick
@given(seeds)
def test_chains_of_nested_models(seed):
    assert found({"fit": parts.nested(*drawn(seed))}, "chi2-difference") == []


@quick
@given(seeds)
def test_steps_of_a_regression(seed):
    rng, show = drawn(seed)
    x = rng.normal(size=(60, 4))
    y = x @ rng.normal(size=4) + rng.normal(size=60)
    assert found({"structural": parts.steps(rng, show, x, y, list("abcd"))}, "r2-change") == []


@quick
@given(seeds)
def test_stars_and_p_of_correlations(seed):
    rng, show = drawn(seed)
    n = int(rng.integers(20, 800))
    r = np.corrcoef((rng.normal(size=(n, 5)) @ rng.normal(size=(5, 5))).T)
    lower = [[show(r[i, j]) for j in range(i)] for i in range(5)]
    table = {"kind": "observed", "names": list("abcde"), "lower": lower, **parts.marks(rng, show, r, n)}
    assert found({"sample": {"n": str(n)}, "correlations": table}, "r-significance") == []


@quick
@given(seeds)
def test_shapes_of_any_sample(seed):
    """Few answers on a short scale, bunched or split: the corners of what skewness and kurtosis can be."""
    rng, show = drawn(seed)
    n = int(rng.integers(4, 60))
    values = rng.choice([1.0, 2.0, 5.0, 40.0], size=n, p=rng.dirichlet([0.3] * 4))
    report = {
        "descriptives": [{"name": "s", "n": str(n), "sd": show(values.std(ddof=1)), **parts.shape(rng, show, values)}]
    }
    assert found(report, "se-vs-sd", "skew-kurtosis-bounds") == []


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_least_samples(seed):
    rng, _ = drawn(seed)
    assert found({"sample": {"required": parts.required(rng)}}, "power-n") == []


@quick
@given(seeds)
def test_sets_and_their_anchors(seed):
    rng, show = drawn(seed)
    n = int(rng.integers(8, 200))
    y, sets = rng.beta(0.6, 0.6, size=n), [rng.beta(0.6, 0.6, size=n) for _ in range(3)]
    solution = {"necessity": parts.necessity(show, sets, y), "calibration": parts.calibration(rng, show)}
    assert found({"fsqca": [solution]}, "fsqca-necessity", "fsqca-calibration") == []


@quick
@given(seeds)
def test_what_pls_prints_beside_the_model(seed):
    rng, show = drawn(seed)
    rows = [{"name": v, "items": "4", "loadings": [{"item": v, "loading": show(0.8)}]} for v in "abc"]
    report = {**parts.pls(rng, show, rows), "constructs": rows}
    assert found(report, "pls-srmr-fit", "ipma", "cvpat", "loading-vs-crossloading") == []


@quick
@given(seeds)
def test_tolerance_is_the_inverse(seed):
    rng, show = drawn(seed)
    vif = 1 + float(rng.exponential(4))
    row = {"outcome": "y", "vif": {"x": show(vif)}, "tolerance": {"x": show(1 / vif)}}
    assert found({"structural": [row]}, "tolerance") == []


CODES = [("0", "1", True), ("0.0", "1.0", False)]


@pytest.mark.parametrize(("low", "high", "fires"), CODES)
def test_codes_of_two_groups_are_exact(low, high, fires):
    """0 and 1 are two groups; 0.0 and 1.0 may be rounded values of a scale."""
    levels = [{"w": low, "effect": ".100"}, {"w": high, "effect": ".164"}]
    row = {"from": "a", "to": "y", "via": "m", "index": ".060", "levels": levels}
    assert bool(found({"moderation": [row]}, "moderated-mediation-index")) is fires


def test_an_order_that_is_claimed_is_an_error_and_one_that_is_not_a_note():
    rows = {"constructs": [{"name": "a", "loadings": [{"item": "a1", "loading": ".5", "cross": {"b": ".64"}}]}]}
    claim = {"claims": [{"quote": "All loadings were higher than the cross loadings."}]}
    said = {"claims": [{"quote": "Two items were dropped for their cross-loadings."}]}
    levels = [found({**rows, **more}, "loading-vs-crossloading")[0][1] for more in ({}, claim, said)]
    assert levels == ["note", "error", "note"]


def test_a_difference_without_a_named_test_is_a_warning():
    row = {"from": "a", "to": "y", "n1": "90", "n2": "90", "beta1": ".5", "beta2": ".2", "se1": ".05", "se2": ".06"}
    for method, level in (({}, "warn"), ({"method": "welch"}, "error")):
        assert found({"differences": [{**row, **method, "stat": "7.9"}]}, "mga-difference")[0][1] == level


def test_exchanged_columns_of_sd_and_se_are_named():
    row = {"name": "a", "n": "225", "sd": "0.062", "se": "0.930"}
    (one,) = found({"descriptives": [row]}, "se-vs-sd")
    assert "columns exchanged" in one[2]


def test_a_table_with_a_legend_of_its_own_is_not_judged_by_another():
    lower = [[], [".60"], [".62", ".66"], [".64", ".61", ".63"]]
    table = {"kind": "observed", "names": list("abcd"), "lower": lower, "n": "300"}
    marked = {**table, "stars": [[], ["*"], ["**", "*"], ["*", "*", "*"]]}
    answer = check({"correlations": marked, "conventions": {"star_legend": {"*": ".05", "**": ".01"}}})
    assert answer.answers["r-significance"] == "not evaluated"


def test_a_table_may_use_fewer_marks_than_the_paper_knows():
    lower = [[], [".60"], [".62", ".66"], [".14", ".61", ".63"]]
    table = {"kind": "observed", "names": list("abcd"), "lower": lower, "n": "300"}
    legend = {"conventions": {"star_legend": {"*": ".05", "**": ".01"}}}
    one_mark = {**table, "stars": [[], ["*"], ["*", "*"], ["*", "*", "*"]]}
    assert check({"correlations": one_mark, **legend}).answers["r-significance"] == "ok"
    unmarked = {**table, "stars": [[], ["*"], ["", "*"], ["*", "*", "*"]]}
    assert [level for _, level, _ in found({"correlations": unmarked, **legend}, "r-significance")] == ["warn"]


def test_no_sample_is_large_enough_for_no_effect():
    row = {"method": "g-power", "n": "100", "f2": "0.000001", "predictors": "2", "power": "0.8"}
    assert found({"sample": {"required": [row]}}, "power-n")
