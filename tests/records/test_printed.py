"""Printed numbers: the digits are kept, and their interval holds exactly what rounds to them."""

import doctest
import math
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evidence.records import printed as module
from evidence.records.printed import Printed, parse
from tests.records.strategies import printed

plain = st.tuples(st.integers(-99_999, 99_999), st.integers(0, 4)).map(lambda t: f"{Decimal(t[0]).scaleb(-t[1]):f}")


@given(printed())
def test_the_interval_holds_the_value_and_the_text_stays(number: Printed) -> None:
    assert number.parsed is not None
    low, high = number.interval or (1, 0)
    assert low <= number.value <= high  # type: ignore[operator]
    assert str(number) == "".join(number)
    assert number == Printed(str(number))


@given(plain, st.floats(0, 1))
def test_every_value_of_the_interval_rounds_to_the_text(text: str, share: float) -> None:
    parsed = parse(text)
    assert parsed is not None
    value = Decimal(parsed.low) + Decimal(share) * (Decimal(parsed.high) - Decimal(parsed.low))
    step = Decimal(1).scaleb(-parsed.decimals)
    slack = step / 10**6  # the ends are floats next to the decimal ones
    assume(Decimal(parsed.low) + slack < value < Decimal(parsed.high) - slack)
    assert value.quantize(step, ROUND_HALF_UP) == value.quantize(step, ROUND_HALF_EVEN) == Decimal(text)


@given(plain)
def test_nothing_outside_the_interval_rounds_to_the_text(text: str) -> None:
    parsed = parse(text)
    assert parsed is not None
    step = Decimal(1).scaleb(-parsed.decimals)
    for outside in (Decimal(parsed.low) - step / 1000, Decimal(parsed.high) + step / 1000):
        assert outside.quantize(step, ROUND_HALF_UP) != Decimal(text)


@given(plain)
def test_both_ways_of_rounding_a_half_are_admitted(text: str) -> None:
    parsed = parse(text)
    assert parsed is not None
    half = Decimal(5).scaleb(-parsed.decimals - 1)
    assert (parsed.low, parsed.high) == (float(Decimal(text) - half), float(Decimal(text) + half))


@given(plain, st.sampled_from(["<", "<=", "≤"]))
def test_an_upper_bound_stands_for_everything_below(text: str, operator: str) -> None:
    number = Printed(operator + text)
    assert number.interval == (-math.inf, float(Decimal(text)))
    assert number.operator == ("<" if operator == "<" else "<=")
    assert number.value == Printed(text).value


@given(plain, st.sampled_from([">", ">=", "≥"]))
def test_a_lower_bound_stands_for_everything_above(text: str, operator: str) -> None:
    number = Printed(operator + text)
    assert number.interval == (float(Decimal(text)), math.inf)
    assert number.operator == (">" if operator == ">" else ">=")


@given(plain)
def test_percent_divides_by_a_hundred(text: str) -> None:
    whole, hundredth = parse(text), parse(text + "%")
    assert whole is not None
    assert hundredth is not None
    assert hundredth.value == float(Decimal(text) / 100)
    assert (hundredth.low, hundredth.high) == pytest.approx((whole.low / 100, whole.high / 100))
    assert hundredth.decimals == whole.decimals + 2


@given(st.integers(0, 9999).map(lambda n: f"{n / 1000:.3f}"), st.sampled_from("‐‑‒–—−﹣－"))
def test_every_minus_sign_is_a_minus(text: str, minus: str) -> None:
    assert parse(minus + text) == parse("-" + text)


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "decimals"),
    [
        (".93", 0.93, 0.925, 0.935, 2),
        ("0.90", 0.90, 0.895, 0.905, 2),
        ("2.0", 2.0, 1.95, 2.05, 1),
        ("12.", 12.0, 11.5, 12.5, 0),
        ("1,234", 1234.0, 1233.5, 1234.5, 0),
        ("1,234.5", 1234.5, 1234.45, 1234.55, 1),
        ("1 234", 1234.0, 1233.5, 1234.5, 0),
        ("0,93", 0.93, 0.925, 0.935, 2),
        ("0,931", 0.931, 0.9305, 0.9315, 3),
        ("3,45", 3.45, 3.445, 3.455, 2),
        ("1.2e-3", 0.0012, 0.00115, 0.00125, 4),
        ("５.５", 5.5, 5.45, 5.55, 1),
        ("39.5 %", 0.395, 0.3945, 0.3955, 3),
    ],
)
def test_printed_forms(text: str, value: float, low: float, high: float, decimals: int) -> None:
    parsed = parse(text)
    assert parsed is not None
    assert (parsed.value, parsed.low, parsed.high) == pytest.approx((value, low, high), abs=1e-12)
    assert (parsed.operator, parsed.decimals) == ("=", decimals)


@pytest.mark.parametrize("text", ["", "n.s.", "2-5", "1.2.3", ".", "-", "<", "***", "0.5*", "1e999", "9" * 400])
def test_what_is_not_one_number_has_no_value(text: str) -> None:
    number = Printed(text)
    assert (number.parsed, number.value, number.interval, number.operator) == (None, None, None, "=")


@given(st.text(max_size=12))
def test_any_text_is_read_or_not_but_never_fails(text: str) -> None:
    parsed = parse(text)
    assert parsed is None or parsed.low <= parsed.value <= parsed.high


def test_the_examples_of_the_module_hold() -> None:
    assert doctest.testmod(module).failed == 0
