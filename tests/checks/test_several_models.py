"""Fit of several models: which of them a check may compare, and what it must know of them."""

from evidence.checks import check


def found(*fit: dict[str, str], n: str = "612") -> set[str]:
    report = {"sample": {"n": n}, "fit": [{"table": "2", **row} for row in fit]}
    return {finding.check for finding in check(report).findings}


def step(label: str, df: str) -> dict[str, str]:
    return {"label": label, "df": df}


def test_the_steps_of_one_scale_are_not_held_against_those_of_another():
    first = [step("Configural", "82"), step("Metric", "88"), step("Scalar", "94")]
    second = [step("Configural", "170"), step("Metric", "177"), step("Scalar", "189")]
    assert "invariance-order" not in found(*second, *first)
    assert "invariance-order" in found(*first, step("Configural", "177"), step("Metric", "170"))


def test_steps_are_held_against_those_of_their_own_group_in_whatever_order_they_stand():
    men, women = {"group": "men"}, {"group": "women"}
    rows = [
        {**step(label, df), **who} for label, df in (("Configural", "82"), ("Metric", "88")) for who in (men, women)
    ]
    assert "invariance-order" not in found(*rows)
    assert "invariance-order" in found(*rows[:3], {**rows[3], "df": "80"})


def test_a_step_relaxed_in_part_is_held_against_the_steps_before_it():
    rows = [step("Configural", "82"), step("Metric", "88"), step("Scalar", "94"), step("Partial scalar", "92")]
    assert "invariance-order" not in found(*rows)
    assert "invariance-order" in found(*rows[:3], step("Partial scalar", "86"))


def test_rmsea_of_several_groups_is_not_judged_where_their_number_is_untold():
    row = {"chi2": "1392.44", "df": "872", "rmsea": ".044"}
    assert "rmsea-from-chi2" in found({"label": "Structural model", **row})
    assert "rmsea-from-chi2" not in found({"label": "Configural invariance", **row})
    assert "rmsea-from-chi2" not in found({"label": "Configural invariance", "groups": "2", **row})
    assert "rmsea-from-chi2" in found({"label": "Configural invariance", "groups": "9", **row})


def test_incremental_indices_of_several_groups_are_not_judged_where_their_number_is_untold():
    row = {"chi2": "570.40", "df": "250", "cfi": ".937", "tli": ".923"}  # the baseline has the df of two groups
    assert "incremental-fit-system" in found({"label": "Structural model", **row})
    assert "incremental-fit-system" not in found({"label": "Configural", **row})
    assert "incremental-fit-system" not in found({"label": "Configural", "groups": "2", **row})
