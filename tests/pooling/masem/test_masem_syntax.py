"""Reading path models in lavaan syntax."""

import math

import pytest

from evidence.errors import InputError
from evidence.pooling.masem import parse_model
from evidence.pooling.masem.syntax import Defined, Term, evaluate, names_in


def test_every_kind_of_statement():
    model = parse_model(
        """
        # measurement
        f =~ x1 + b*x2 + 0.5*x3 ! trailing comment
        y ~ a*f +
            NA*z + start(.2)*w   # an open line goes on
        y2 + y3 ~ a*f; x1 ~~ x2
        ind := a * b^2
        """
    )
    assert model.terms == (
        Term("f", "=~", "x1"),
        Term("f", "=~", "x2", "b"),
        Term("f", "=~", "x3", None, 0.5),
        Term("y", "~", "f", "a"),
        Term("y", "~", "z"),
        Term("y", "~", "w", None, None, 0.2),
        Term("y2", "~", "f", "a"),
        Term("y3", "~", "f", "a"),
        Term("x1", "~~", "x2"),
    )
    assert model.defined == (Defined("ind", "a * b^2"),)
    assert model.latents == ("f",)
    assert model.variables == ("x1", "x2", "x3", "y", "z", "w", "y2", "y3", "f")
    assert [t.name for t in model.terms[:2]] == ["f=~x1", "b"]


def test_lines_that_begin_with_an_operator_go_on():
    assert len(parse_model("y ~ x\n + z\n + w").terms) == 3


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("a*b", 6.0),
        ("-(a + b)^2 / 5", -5.0),
        ("exp(log(a)) + sqrt(4) - abs(-1)", 3.0),
        ("tanh(atanh(0.5)) + +1", 1.5),
        ("1/(a - 2)", math.nan),
        ("(0 - a)^0.5", math.nan),
    ],
)
def test_expressions(expression, value):
    assert evaluate(Defined("q", expression), {"a": 2.0, "b": 3.0}) == pytest.approx(value, nan_ok=True)


def test_defined_quantities_may_rest_on_one_another():
    assert parse_model("y ~ a*x\nq := a^2\nr := q + a").defined[1].name == "r"
    assert set(names_in(Defined("q", "exp(a) + b"))) == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the model is empty"),
        ("y x", "'y x': a statement without an operator"),
        ("y ~ 1", "intercepts are not supported"),
        ("a == b", "constraints between parameters are not supported"),
        ("a > 0", "bounds of parameters are not supported"),
        ("a < 1", "bounds of parameters are not supported"),
        ("y | t1", "thresholds are not supported"),
        ("y <- x", "this is not an operator of lavaan"),
        ("y ~ x + + z", "a statement that is not complete"),
        ("y ~ (x", "a statement that is not complete"),
        ("y ~ 2x", "'2x' is not the name of a variable"),
        ("y ~ c(a,b)*x", "'c(a,b)' is not understood"),
        ("y ~ y", "y explains itself"),
        ("y ~ x\ny ~ x", "y ~ x is written twice"),
        ("x ~~ y\ny ~~ x", "y ~~ x is written twice"),
        ("y ~ a*x\nq := a*b", "'b' is neither a label nor defined before"),
        ("y ~ a*x\nq := a*", "an expression that cannot be read"),
        ("y ~ a*x\nq := open(a)", "an unknown function in an expression"),
        ("y ~ a*x\nq := a.real", "an expression that is not plain arithmetic"),
        ("y ~ a*x\nq := 'a'", "an expression that is not plain arithmetic"),
    ],
)
def test_refusals(text, message):
    with pytest.raises(InputError) as caught:
        parse_model(text)
    assert message in str(caught.value)
