"""Implied correlations and indirect effects: laws of path tracing, and what is refused in words."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evidence.pooling.masem import implied_correlations, parse_model
from evidence.pooling.masem.indirect import with_indirect_effects

betas = st.floats(-0.6, 0.6)


@given(betas, betas, betas)
def test_path_tracing_by_hand(a, b, c):
    assume(a**2 < 0.99 and b**2 + c**2 + 2 * a * b * c < 0.99)
    r = implied_correlations([("x", "m", a), ("m", "y", b), ("x", "y", c)])
    assert r.loc["x", "m"] == pytest.approx(a)
    assert r.loc["x", "y"] == pytest.approx(c + a * b)
    assert r.loc["m", "y"] == pytest.approx(b + a * c)
    assert np.linalg.eigvalsh(r.to_numpy())[0] > 0


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ([("x", "y", float("nan"))], "without its coefficient"),
        ([("x", "y", 0.1), ("x", "y", 0.2)], "stands twice"),
        ([("x", "y", 0.1), ("y", "x", 0.2)], "not recursive"),
        ([("x", "y", 0.1), ("z", "y", 0.2)], "the correlations of x, z are not known"),
        ([("x", "y", 1.2)], "explain more than all of it"),
    ],
)
def test_what_implies_no_matrix_says_why(paths, said):
    assert said in implied_correlations(paths)


def test_every_way_is_an_effect_and_their_sum():
    text = with_indirect_effects("m1 ~ x; m2 ~ a*x + start(0.3)*m1\ny ~ m1 + 0.5*m2 + x")
    defined = {each.name: each.expression for each in parse_model(text).defined}
    assert defined["x_m1_y"] == "p1*p3"
    assert defined["x_m2_y"] == "a*0.5"
    assert defined["x_m1_m2_y"] == "p1*p2*0.5"
    assert set(defined["x_to_y_indirect"].split(" + ")) == {"p1*p3", "a*0.5", "p1*p2*0.5"}
    assert "p2*start(0.3)*m1" in text


@pytest.mark.parametrize("text", ["y ~ x", "y ~~ x", "m ~ a*x\ny ~ b*m\nab := a*b"])
def test_nothing_is_added_where_there_is_nothing_to_add(text):
    assert with_indirect_effects(text) == text
