"""Outer bounds: whatever unrounded values are behind the digits, the interval of a formula holds its value."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.checks.interval import Interval, exact, hull, increasing, reading, total, truncated

values = st.floats(-1e6, 1e6, allow_nan=False)
widths = st.floats(0, 10)
shares = st.floats(0, 1)


@st.composite
def boxed(draw):
    """An interval and a value inside it."""
    low = draw(values)
    high = low + draw(widths)
    value = low + draw(shares) * (high - low)
    return Interval(low, high), min(max(value, low), high)


@given(boxed(), boxed())
def test_arithmetic_never_leaves_a_value_out(a, b):
    (x, u), (y, v) = a, b
    assert u + v in x + y
    assert u - v in x - y
    assert u * v in x * y
    assert -u in -x
    assert abs(u) in abs(x)
    assert u * u in x.squared()
    assert math.sqrt(max(u, 0.0)) in x.root()
    assert u + v in total([x, y])
    if v:
        assert u / v in x / y


@given(boxed(), st.integers(1, 20))
def test_the_pieces_of_an_interval_hold_all_of_it(a, parts):
    x, u = a
    pieces = x.split(parts)
    assert any(u in p for p in pieces)
    assert hull(pieces) == x


@given(boxed(), st.booleans())
def test_a_monotone_function_is_bounded_by_its_ends(a, falling):
    x, u = a
    x, u = x / 1e5, u / 1e5
    image = increasing((lambda v: math.exp(-v)) if falling else math.exp, x, falling=falling)
    assert math.exp(-u if falling else u) in image


@given(values, st.integers(0, 4))
def test_a_rounded_value_stands_for_itself(value, decimals):
    """Half-up and half-even both: the printed digits admit the value they were rounded from."""
    assert value in reading(f"{value:.{decimals}f}")


@given(values, st.integers(0, 4))
def test_a_value_cut_off_stands_for_itself(value, decimals):
    scale = 10**decimals
    cut = math.trunc(value * scale) / scale
    assert truncated(f"{cut:.{decimals}f}").meets(exact(value)) or abs(value) * scale > 1e9


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("0.90", "value", 0.895, 0.905),
        (".9", "value", 0.85, 0.95),
        ("301", "count", 301, 301),
        ("45.3", "count", 45.25, 45.35),
        (".000", "p", 0, 0.001),
        ("<.001", "p", 0, 0.001),
        (">.05", "p", 0.05, 1),
        (".02", "p", 0.015, 0.025),
        ("-.02", "p", -0.025, -0.015),
        ("1.26", "p", 1.255, 1.265),
        ("87.5%", "percent", 0.8745, 0.8755),
        ("87.5", "percent", 0.8745, 0.8755),
    ],
)
def test_readings(text, kind, low, high):
    found = reading(text, kind)
    assert found.lo == pytest.approx(low, abs=1e-12)
    assert found.hi == pytest.approx(high, abs=1e-12)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("0.57", 0.57, 0.58), ("-0.57", -0.58, -0.57), ("0.00", -0.01, 0.01), ("<.05", -math.inf, 0.05)],
)
def test_truncated_readings(text, low, high):
    found = truncated(text)
    assert found.lo == pytest.approx(low, abs=1e-12)
    assert found.hi == pytest.approx(high, abs=1e-12)


def test_what_is_no_number_has_no_reading():
    assert reading("n.a.") is None


def test_division_by_an_interval_that_touches_zero():
    assert (exact(1.0) / Interval(0.0, 2.0)).hi == math.inf
    assert (exact(1.0) / Interval(0.0, 2.0)).lo == pytest.approx(0.5)
    assert 5.0 in exact(1.0) / Interval(-1.0, 2.0)
    assert (1.0 / Interval(-2.0, 0.0)).lo == -math.inf


def test_unbounded_readings_stay_unbounded():
    line = Interval(-math.inf, math.inf)
    assert (line - line).meets(exact(1e300))
    assert 0.0 in line * exact(0.0)
    assert line.split(3) == [line]
    assert increasing(lambda v: v - v + math.nan, exact(1.0)).meets(exact(-1e9))


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval(0.705, 0.715), "[0.705, 0.715]"),
        (Interval(87.6123, 92.44), "[87.6, 92.4]"),
        (Interval(100.0, 250.0), "[100, 250]"),
        (exact(663.0), "663"),
        (Interval(0.5, math.inf), "[0.5, inf]"),
    ],
)
def test_intervals_are_shown_with_the_digits_that_tell_their_ends_apart(interval, shown):
    assert str(interval) == shown
    assert eval(repr(interval), {"Interval": Interval, "inf": math.inf}) == interval
    assert hash(interval) == hash(Interval(interval.lo, interval.hi))


def test_parts_of_an_interval():
    x = Interval(-1.0, 2.0)
    assert x.cut(0.0) == Interval(0.0, 2.0)
    assert x.meet(Interval(1.0, 5.0)) == Interval(1.0, 2.0)
    assert x.meet(exact(9.0)) is None
    assert (x.sign, exact(1.0).sign, exact(-1.0).sign) == (0, 1, -1)
    assert x.within(2.0, 3.0)
    assert x.mid == 0.5
