"""Pooled answers: with and without doubtful evidence, dependence, refusals, caveats."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import UsageError
from evidence.pooling import hunter_schmidt, multilevel, pool
from evidence.pooling.answer import answers, let_in
from evidence.pooling.every_pair import every_pair
from evidence.pooling.same_people import candidates, counted_once
from tests.pooling.effects import PATH, effects, rows

THREE = [{"value": 0.2, "n": 103.0}, {"value": 0.35, "n": 203.0}, {"value": 0.5, "n": 153.0}]


def only(frame, **how):
    (answer,) = answers(frame, **how)
    return answer


def test_correlations_are_pooled_as_z_and_read_as_r():
    (estimate,) = only(effects(*THREE)).estimates
    z = pool(np.arctanh([0.2, 0.35, 0.5]), 1 / np.array([100, 200, 150]))
    assert estimate.estimate == pytest.approx(math.tanh(z.estimate))
    assert (estimate.ci_low, estimate.pi_high) == pytest.approx((math.tanh(z.ci_low), math.tanh(z.pi_high)))
    assert (estimate.effects, estimate.samples, estimate.n) == (3, 3, 459)
    assert estimate.tau == pytest.approx(math.sqrt(z.tau2))
    assert estimate.model == "REML, knha"


@pytest.mark.parametrize("how", [{"method": "DL", "test": "z"}, {"method": "ML", "test": "adhoc", "level": 0.9}])
def test_method_test_and_level_are_those_asked_for(how):
    (estimate,) = only(effects(*THREE), **how).estimates
    assert estimate.pooled == pool(np.arctanh([0.2, 0.35, 0.5]), 1 / np.array([100, 200, 150]), **how)


def test_families_are_answered_apart_with_most_samples_first():
    frame = effects(PATH, *THREE, {"estimand": "HTMT ratio", "value": 0.7}, {"estimand": "correlation, latent"})
    found = answers(frame)
    assert [a.family for a in found] == [
        "correlation, observed", "correlation, latent", "direct, standardized", "HTMT ratio",
    ]  # fmt: skip
    assert "correlation matrix" in found[-1].refused
    assert found[-1].members["reason"].item() == found[-1].refused
    assert not found[-1].estimates
    assert answers(frame.head(0)) == []


def test_a_level_that_is_none_is_refused():
    with pytest.raises(UsageError, match="between 0 and 1"):
        answers(effects({}), level=1.0)


# -- with and without ------------------------------------------------------------------------------------------


def test_every_variant_that_rests_on_other_effects_is_shown():
    gone = {"retracted": True, "value": 0.7, "exclusion": "editorial status: retracted"}
    wrong = {"impossible": True, "value": -0.6, "exclusion": "impossible or inconsistent as printed"}
    frame = effects(*THREE, gone, wrong)
    answer = only(frame)
    assert [(e.variant, e.effects) for e in answer.estimates] == [
        ("without retracted and impossible", 3), ("with retracted", 4), ("with impossible as printed", 4),
        ("with both", 5),
    ]  # fmt: skip
    assert answer.same == ()
    assert list(answer.members["reason"][3:]) == list(frame["exclusion"][3:])
    assert answer.members["weight"].sum() == pytest.approx(100)
    assert answer.members["weight"][3:].isna().all()


def test_a_variant_that_changes_nothing_is_named_not_repeated():
    answer = only(effects(*THREE, {"retracted": True}))
    assert [e.variant for e in answer.estimates] == ["without retracted and impossible", "with retracted"]
    assert answer.same == ("with impossible as printed", "with both")


def test_what_is_held_for_another_reason_never_comes_back():
    again = "another report of the same coefficient counts"
    answer = only(effects(*THREE, {"retracted": True, "held": again}))
    assert len(answer.estimates) == 1
    assert answer.members["reason"].iloc[3] == again


def test_where_all_is_retracted_only_the_answer_with_it_exists():
    answer = only(effects({"retracted": True}, {"retracted": True, "value": 0.4}))
    assert [e.variant for e in answer.estimates] == ["with retracted"]
    assert answer.members["weight"].isna().all()
    assert set(answer.members["reason"]) == {"retracted"}


def test_effects_of_a_file_know_no_variants():
    frame = effects(*THREE).drop(columns=["retracted", "impossible", "held", "exclusion", "flags"])
    answer = only(frame)
    assert [e.variant for e in answer.estimates] == ["all effects"]
    assert answer.same == ()


def test_retracted_evidence_of_another_relation_is_not_mixed_in():
    frame = effects(*THREE, {"retracted": True, "target": "Satisfaction"})
    answer = only(frame)
    assert [e.variant for e in answer.estimates] == ["without retracted and impossible"]
    assert "no average with retracted" in answer.refused
    assert [e.variant for e in only(frame, broad=True).estimates] == [
        "without retracted and impossible", "with retracted",
    ]  # fmt: skip


# -- unlike relations ------------------------------------------------------------------------------------------


def test_unlike_relations_are_refused_with_the_route_and_drawn_only_on_request():
    frame = effects({}, {"target": "Satisfaction", "value": 0.5})
    answer = only(frame)
    assert answer.estimates == ()
    for words in ("2 different relations", "Trust -> Satisfaction", "evidence pool 'Trust' 'Loyalty'", "--broad"):
        assert words in answer.refused
    broad = only(frame, broad=True)
    assert (len(broad.estimates), broad.refused) == (1, "")
    assert any(c.startswith("an illustration: --broad averages 2 different relations") for c in broad.caveats)


def test_a_correlation_is_of_a_pair_in_either_order_and_a_path_is_not():
    turned = {"source": "Loyalty", "target": "Trust"}
    assert len(only(effects({}, turned)).estimates) == 1
    assert "2 different relations" in only(effects(PATH, PATH | turned)).refused


def test_nothing_usable_is_said():
    answer = only(effects({"n": 3.0}))
    assert answer.refused == "no average: no effect with a sampling variance is left"


# -- dependence ------------------------------------------------------------------------------------------------

DEPENDENT = [
    {"study": f"a-{i // 2}", "value": round(0.1 + 0.07 * i - 0.003 * i * i, 3), "n": 100.0 + 10 * i} for i in range(12)
]


def test_effects_of_one_sample_get_three_levels_and_cr2():
    answer = only(effects(*DEPENDENT))
    (estimate,) = answer.estimates
    y, v = answer.members["yi"], answer.members["vi"]
    robust = multilevel(y, v, answer.members["study"]).robust("CR2")
    assert estimate.model == "three-level REML, CR2"
    assert (estimate.estimate, estimate.ci_low, estimate.p) == pytest.approx(
        (math.tanh(robust.estimate), math.tanh(robust.ci_low), robust.p)
    )
    assert (estimate.effects, estimate.samples) == (12, 6)
    assert estimate.n == 110 + 130 + 150 + 170 + 190 + 210  # a sample's persons count once
    assert answer.members["weight"].sum() == pytest.approx(100)
    assert np.average(y, weights=answer.members["weight"]) == pytest.approx(robust.estimate)
    assert any("no small-study tests" in caveat for caveat in answer.caveats)


def test_the_model_can_be_chosen_and_says_what_it_is():
    frame = effects(*DEPENDENT)
    che = only(frame, model="che")
    assert che.estimates[0].model == "correlated effects (rho .6) REML, CR2"
    alone = only(frame, model="independent")
    assert alone.estimates[0].model.endswith("dependence ignored")
    assert any("independent on request" in caveat for caveat in alone.caveats)
    assert alone.estimates[0].pooled.se < che.estimates[0].pooled.se
    assert any("REML, not DL" in caveat for caveat in only(frame, method="DL").caveats)
    assert only(frame, method="ML").estimates[0].model == "three-level ML, CR2"


def test_one_sample_gives_a_mean_and_no_interval():
    answer = only(effects({"study": "a"}, {"study": "a", "value": 0.5}))
    (estimate,) = answer.estimates
    assert estimate.model == "mean of one sample, no interval"
    assert math.tanh((math.atanh(0.3) + math.atanh(0.5)) / 2) == pytest.approx(estimate.estimate)
    assert all(math.isnan(x) for x in (estimate.ci_low, estimate.p, estimate.pi_low, estimate.tau, estimate.i2))


def test_few_samples_are_cautioned():
    two = only(effects({"study": "a"}, {"study": "a", "value": 0.5}, {"study": "b", "value": 0.1}))
    assert math.isnan(two.estimates[0].pi_low)
    assert any("degrees of freedom" in caveat for caveat in two.caveats)
    assert any("2 samples only" in caveat for caveat in two.caveats)
    one = only(effects({}))
    assert any("one effect" in caveat for caveat in one.caveats)
    assert math.isnan(one.estimates[0].tau)


# -- who answered counts once ----------------------------------------------------------------------------------


def test_the_same_study_twice_counts_once():
    frame = counted_once(effects(*THREE, {"value": 0.2, "n": 103.0}), [("a-4", "a-1", "same-results")])
    answer = only(frame)
    assert answer.estimates[0].effects == 3
    assert answer.members["reason"].iloc[3] == "the same results as a-1, which counts"


def test_of_two_prints_the_one_that_stands_counts():
    frame = effects({"retracted": True}, {}, {"value": 0.5})
    held = counted_once(frame, [("a-1", "a-2", "same-results")])["held"]
    assert held.iloc[0] == "the same results as a-2, which counts"
    assert held.iloc[1] is None


def test_reports_of_the_same_persons_are_one_sample():
    frame = counted_once(
        effects(*THREE, {"value": 0.6}), [("a-1", "a-2", "same-sample"), ("a-2", "a-3", "same-sample")]
    )
    (estimate,) = only(frame).estimates
    assert (estimate.effects, estimate.samples) == (4, 2)
    assert estimate.model.endswith("CR2")


def test_many_studies_are_compared_only_where_n_agrees():
    few = effects(*({"n": float(i)} for i in range(5)))
    assert len(candidates(few)) == 10
    many = effects(*({"n": float(100 + i % 30)} for i in range(60)))
    assert len(candidates(many)) == 30


# -- beside the average ----------------------------------------------------------------------------------------


def test_small_study_signals_need_ten_samples_of_unlike_size():
    ten = [{"value": 0.1 + 0.05 * (i % 5), "n": 50.0 + 37 * i} for i in range(10)]
    found = only(effects(*ten)).bias
    assert set(found) == {
        "Egger's regression, p", "effects filled in (trim and fill, L0)", "r with them", "r at SE = 0 (PET)",
        "fail-safe N (Rosenthal)",
    }  # fmt: skip
    assert not only(effects(*ten[:9])).bias
    assert not only(effects(*(row | {"n": 100.0} for row in ten))).bias
    paths = only(effects(*(PATH | row | {"stat": 2.0 + i} for i, row in enumerate(ten)))).bias
    assert "beta with them" in paths


def test_unreliability_is_corrected_beside_the_answer():
    rho = [{"rxx": 0.8, "ryy": 0.9}, {"rxx": 0.7, "ryy": 0.8}, {"rxx": float("nan"), "ryy": 0.8}]
    answer = only(effects(*(row | more for row, more in zip(THREE, rho, strict=True))))
    wanted = hunter_schmidt([0.2, 0.35], [103, 203], rxx=[0.8, 0.7], ryy=[0.9, 0.8])
    assert answer.corrected["effects with both reliabilities"] == 2
    assert answer.corrected["mean rho, corrected for unreliability"] == pytest.approx(wanted.mean_rho)
    assert not only(effects(*(row | rho[2] for row in THREE))).corrected


def test_what_a_reader_must_know_is_said():
    answer = only(effects(
        PATH | {"flags": "ranges, p-from-stat", "adjusted_for": "Risk", "reversed": True, "stat": float("nan")},
        PATH | {"flags": None, "adjusted_for": "none printed", "reversed": False, "value": 0.4},
    ))  # fmt: skip
    said = " / ".join(answer.caveats)
    for words in (
        "partial",
        "from n alone",
        "different predictors",
        "1 effects of reversed",
        "a-1: p-from-stat, ranges",
    ):
        assert words in said


def test_imputed_correlations_are_labelled_in_the_answer_and_stay_out_of_the_others():
    frame = effects(*THREE, PATH | {"value": 0.4})
    found = {a.family: a for a in answers(frame, impute_r=True)}
    mixed = found["correlation, imputed"]
    assert mixed.estimates[0].effects == 4
    assert mixed.estimates[0].model == "REML, knha; 1 of 4 r imputed from beta"
    assert "1 of 4 effects are imputed" in mixed.caveats
    assert found["correlation, observed"].estimates[0].effects == 3
    assert found["direct, standardized"].estimates[0].effects == 1


# -- laws ------------------------------------------------------------------------------------------------------


def numbers(answer):
    return [
        (e.variant, e.effects, e.samples, *(round(float(x), 6) for x in (e.estimate, e.ci_low, e.ci_high, e.tau, e.i2)))
        for e in answer.estimates
    ]


@settings(max_examples=25, deadline=None)
@given(found=st.lists(rows, min_size=1, max_size=8), seed=st.integers(0, 99))
def test_the_order_of_effects_does_not_matter(found, seed):
    frame = effects(*found)
    again = frame.sample(frac=1, random_state=seed)
    assert repr(numbers(only(frame))) == repr(numbers(only(again)))


@settings(max_examples=25, deadline=None)
@given(found=st.lists(rows, min_size=1, max_size=8))
def test_a_duplicate_under_another_sample_is_another_effect(found):
    frame = effects(*found).assign(sample="men")
    copy = frame.head(1).assign(sample="women", retracted=False, impossible=False, held=None)
    before, after = only(frame), only(pd.concat([frame, copy], ignore_index=True))
    used = before.members[let_in(before.members)]
    assert after.estimates[0].effects == len(used) + 1
    assert after.estimates[0].samples == used["respondents"].nunique() + 1


def test_the_whole_sample_and_its_groups_are_the_same_persons():
    groups = [{"study": "a", "sample": s, "value": r} for s, r in (("all", 0.3), ("men", 0.2), ("women", 0.4))]
    (estimate,) = only(effects(*groups, {"value": 0.1})).estimates
    assert (estimate.effects, estimate.samples) == (4, 2)
    (divided,) = only(effects(*groups[1:], {"value": 0.1})).estimates
    assert (divided.effects, divided.samples) == (3, 3)
    table = every_pair(effects(*(row | {"study_id": 9} for row in groups), {"value": 0.1}))
    assert table[["samples", "effects"]].to_numpy().tolist() == [[2, 4]]


@settings(max_examples=25, deadline=None)
@given(found=st.lists(rows, min_size=1, max_size=8), value=st.floats(-0.9, 0.9))
def test_what_is_excluded_never_changes_the_first_answer(found, value):
    frame = effects({"value": 0.2}, *found)
    first = numbers(only(frame))[0]
    out = frame["retracted"] | frame["impossible"] | frame["held"].notna()
    moved = frame.assign(value=frame["value"].where(~out, value))
    assert repr(numbers(only(moved))[0]) == repr(first)
    assert repr(numbers(only(frame[~out]))[0]) == repr(first)


@settings(max_examples=25, deadline=None)
@given(found=st.lists(rows, min_size=1, max_size=8))
def test_every_effect_is_in_use_or_has_its_reason(found):
    members = only(effects(*found)).members
    assert (let_in(members) == members["reason"].eq("")).all()
