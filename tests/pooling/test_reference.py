"""The shared reference results (metafor 3.8-1) number by number; skipped where the folder is absent."""

import numpy as np
import pandas as pd
import pytest

from evidence.pooling import bias, meta_regression, pool, pool_many, sensitivity, subgroups
from evidence.pooling.estimators import estimators
from tests.pooling.reference import answered, load, names

# tolerances of the reference's README: closed forms, iterated, profile, optimised, the package's default convergence
EXACT, ITERATED, PROFILE, OPTIMISED, DEFAULT_CONVERGENCE = 1e-9, 1e-7, 1e-6, 3e-3, 1e-5
FIELDS = {
    "estimate": "estimate", "se": "se", "stat": "stat", "df": "df", "pval": "p", "ci_lb": "ci_low", "ci_ub": "ci_high",
    "tau2": "tau2", "se_tau2": "se_tau2", "I2": "i2", "H2": "h2", "QE": "q", "QE_df": "q_df", "QEp": "q_p",
    "pi_lb": "pi_low", "pi_ub": "pi_high",
}  # fmt: skip


def agree(got, reference, fields, tolerance, floor=1e-9):
    for theirs, ours in fields.items():
        if reference.get(theirs) is not None and reference[theirs] != "Inf":
            value = got[ours] if isinstance(got, (dict, pd.DataFrame, pd.Series)) else getattr(got, ours)
            np.testing.assert_allclose(value, reference[theirs], rtol=tolerance, atol=floor, err_msg=theirs)


@pytest.mark.parametrize("name", names())
def test_pooled(name):
    y, v, results, _, _ = load(name)
    agree(pool(y, v, "FE", "z"), results["FE"], FIELDS, EXACT)
    assert pool(y, v, "FE", "z").weights == pytest.approx(results["FE"]["ref_weights_pct"], rel=EXACT)
    for method in ("DL", "HE", "SJ", "HS", "PM", "REML", "ML", "EB"):
        tolerance = ITERATED if estimators()[method].score else EXACT
        for test in ("z", "knha", "adhoc"):
            reference = results[method][test]
            agree(pool(y, v, method, test), reference, FIELDS, tolerance)
            riley = pool(y, v, method, test, prediction="riley")
            agree(riley, reference, {"pi_riley_lb": "pi_low", "pi_riley_ub": "pi_high"}, tolerance)
            twice = pool_many(np.tile([0, 1], y.size), np.repeat(y, 2), np.repeat(v, 2), method, test)
            agree(twice.loc[1], reference, FIELDS, tolerance)


@pytest.mark.parametrize("name", names())
def test_tau2_intervals(name):
    y, v, results, _, _ = load(name)
    for key, kind in (("confint_tau2_Qprofile", "q-profile"), ("confint_tau2_profile_likelihood_REML", "profile")):
        reference = results[key]["tau2"]
        got = sensitivity.tau2_interval(y, v, kind=kind)
        assert got == pytest.approx((reference["lb"], reference["ub"]), rel=PROFILE, abs=1e-8)


@pytest.mark.parametrize("name", names())
def test_leave_one_out(name):
    y, v, results, _, _ = load(name)
    fields = {"estimate": "estimate", "se": "se", "pval": "p", "ci_lb": "ci_low", "ci_ub": "ci_high", "tau2": "tau2"}
    fields |= {"Q": "q", "Qp": "q_p", "I2": "i2", "H2": "h2"}
    for key, method, test in (
        ("FE", "FE", "z"),
        ("DL_z", "DL", "z"),
        ("REML_z", "REML", "z"),
        ("REML_knha", "REML", "knha"),
    ):
        agree(sensitivity.leave_one_out(y, v, method, test), results["leave1out"][key], fields, 1e-6, 1e-8)


@pytest.mark.parametrize("name", names())
def test_influence(name):
    y, v, results, _, _ = load(name)
    fields = {
        n: n
        for n in ("rstudent", "dffits", "cooks_distance", "cov_ratio", "tau2_deleted", "hat", "weight_pct", "dfbetas")
    }
    for key, method in (("FE", "FE"), ("DL_z", "DL"), ("REML_z", "REML")):
        reference = results["influence"][key]
        if answered(reference):
            agree(sensitivity.influence(y, v, method), reference, fields | {"QE_deleted": "q_deleted"}, 1e-6)


@pytest.mark.parametrize("name", names())
def test_predicted_effects(name):
    y, v, results, _, _ = load(name)
    got = sensitivity.predicted_effects(y, v)
    fields = {"rstandard_z": "standardized", "blup": "prediction", "blup_se": "se"}
    agree(got, results["residuals_REML"], fields, PROFILE, 1e-7)


@pytest.mark.parametrize("name", names())
def test_small_study_tests(name):
    y, v, results, _, _ = load(name)
    fields = {"stat": "stat", "df": "df", "pval": "p", "limit_estimate": "limit_estimate"}
    fields |= {"limit_ci_lb": "limit_low", "limit_ci_ub": "limit_high"}
    models = {"lm": "lm", "rma_REML": "REML", "rma_DL": "DL", "rma_FE": "FE"}
    for key, reference in results["egger"].items():
        model, _, predictor = key.rpartition("_")
        if answered(reference) and model in models and predictor in ("sei", "vi"):
            agree(bias.egger(y, v, models[model], predictor), reference, fields, PROFILE)
    agree(bias.begg(y, v), results["begg"]["default_exact"], {"tau": "tau", "pval": "p"}, EXACT)
    excess = results["excess_significance"]
    agree(bias.excess_significance(y, v), excess, {"O": "observed", "E": "expected", "pval": "p"}, EXACT)
    assert bias.excess_significance(y, v).kind == excess["test"]
    for key, function in (("PET", bias.pet), ("PEESE", bias.peese)):
        if key in results:
            own = {n: n for n in ("intercept", "intercept_se", "intercept_p", "slope", "slope_se", "slope_p", "df")}
            own |= {"intercept_ci_lb": "intercept_low", "intercept_ci_ub": "intercept_high"}
            agree(function(y, v), results[key], own | {"residual_variance": "residual_variance"}, EXACT)
    for key, kind in (("Rosenthal", "rosenthal"), ("Orwin_half", "orwin"), ("Rosenberg", "rosenberg")):
        assert bias.fail_safe_n(y, v, kind=kind) == results["fsn"][key]["fsnum"]


@pytest.mark.parametrize("name", names())
def test_trim_and_fill(name):
    y, v, results, _, _ = load(name)
    for key, reference in results["trimfill"].items():
        method, _, count = key.partition("_")
        if answered(reference):
            got = bias.trim_fill(y, v, method, count)
            agree(got, reference, FIELDS, DEFAULT_CONVERGENCE)
            filled = reference["filled_yi"] if isinstance(reference["filled_yi"], list) else [reference["filled_yi"]]
            assert (got.k0, got.side) == (reference["k0"], reference["side"])
            assert sorted(got.filled) == pytest.approx(sorted(filled), rel=1e-3, abs=1e-4)
            # to the last digit the answer differs from the program's default convergence by less than this
            exact = bias.trim_fill(y, v, method, count, convergence=0)
            assert exact.estimate == pytest.approx(got.estimate, rel=1e-3, abs=1e-5)


@pytest.mark.parametrize("name", names())
def test_selection_models(name):
    y, v, results, _, _ = load(name)
    fields = {
        "estimate": "estimate",
        "se": "se",
        "tau2": "tau2",
        "LRT": "lrt",
        "LRTp": "lrt_p",
        "logLik": "log_likelihood",
    }
    for key, steps, method in (
        ("ML_3PSM_polished", (0.025,), "ML"),
        ("ML_4PSM_steps_0.025_0.5_1", (0.025, 0.5, 1), "ML"),
        ("FE_2PSM_step_0.025", (0.025,), "FE"),
    ):
        reference = results["selmodel"][key]
        if answered(reference):
            got = bias.selection_model(y, v, steps=steps, method=method)
            agree(got, reference, fields, OPTIMISED, 1e-3)
            assert got.alternative == reference["alternative"]
            assert got.log_likelihood >= reference["logLik"] - 1e-6


@pytest.mark.parametrize("name", names())
def test_meta_regression(name):
    y, v, results, rows, data = load(name)
    numeric, factor = data.get("moderator_numeric"), data.get("moderator_factor")
    fields = {"QM": "qm", "QM_df": "qm_df", "QM_df2": "qm_df2", "QMp": "qm_p", "R2": "r2", "tau2": "tau2", "k": "k"}
    fields |= {n: FIELDS[n] for n in ("se_tau2", "I2", "H2", "QE", "QE_df", "QEp")}
    terms = {"estimate": "estimate", "se": "se", "stat": "stat", "pval": "p", "ci_lb": "ci_low", "ci_ub": "ci_high"}
    table = pd.DataFrame([row.get("moderators") or {} for row in rows])
    for key, reference in results.get("meta_regression", {}).items():
        *kind, method, test = key.split("_")
        if not answered(reference) or "subgroups" in kind:
            continue
        used = {"numeric": [numeric], "factor": [factor], "factor_noint": [factor]}.get(
            "_".join(kind), [numeric, factor]
        )
        got = meta_regression(y, v, table[used], method, test, intercept="noint" not in kind)
        agree(got, reference, fields, PROFILE, 1e-7)
        assert list(got.coefficients["term"]) == [c["term"] for c in reference["coefficients"]]
        for ours, theirs in zip(got.coefficients.to_dict("records"), reference["coefficients"], strict=True):
            agree(ours, theirs, terms, PROFILE, 1e-8)


def subgroups_of(name):
    return load(name)[2].get("meta_regression", {}).get("subgroups_separate_tau2_REML")


@pytest.mark.parametrize("name", [name for name in names() if answered(subgroups_of(name))])
def test_subgroups(name):
    y, v, _, rows, data = load(name)
    reference = subgroups_of(name)
    group = np.array([str((row["moderators"] or {}).get(data["moderator_factor"])) for row in rows])
    wanted = {level["level"]: level for level in reference["levels"] if answered(level)}
    keep = np.isin(group, list(wanted))
    got = subgroups(y[keep], v[keep], group[keep])
    for level, numbers in wanted.items():
        agree(got.levels.loc[level], numbers, FIELDS, ITERATED, 1e-8)
    if keep.all():
        agree(got, reference["Q_between"], {"Q": "q_between", "df": "df", "p": "p"}, PROFILE)
