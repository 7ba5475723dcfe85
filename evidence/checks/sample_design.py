"""The sample that was needed, and the days it was gathered in."""

import calendar
from collections.abc import Iterator
from datetime import date
from functools import lru_cache, partial
from math import ceil

from scipy.special import fdtri, ncfdtr

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Row, Sheet

__all__ = ["CHECKS"]

_MOST = 100_000  # a larger sample is not asked for
_ROOT = {0.01: 3.168, 0.05: 2.486, 0.10: 2.123}  # z of alpha + z of a power of .80
_PER_DAY = 1000.0  # answers a day that an online panel gives; own rule


def _ten(n: Interval, arrows: Interval) -> Conflict | None:
    if n.meets(arrows * 10.0):
        return None
    return Conflict("note", f"ten times {arrows} is {arrows * 10.0}, not {n}", str(n), str(arrows * 10.0))


def _root(n: Interval, beta: Interval, factors: list[float]) -> Conflict | None:
    size = abs(beta)
    if size.lo <= 0:
        return None
    low, high = ((min(factors) / size.hi) ** 2, (max(factors) / size.lo) ** 2)
    if n.within(low - 1, ceil(high) + 1):
        return None
    expected = f"from {ceil(low)} to {ceil(high)}"
    message = f"a path of {beta} asks for {expected} answers by the inverse square root, not {n}"
    return Conflict("note", message, str(n), expected)


@lru_cache(maxsize=256)
def _needed(f2: float, k: float, tested: float, alpha: float, power: float) -> float:
    """The least n at which an F test of `tested` of k predictors has the power."""

    def enough(n: int) -> bool:
        df2 = n - k - 1
        critical = float(fdtri(tested, df2, 1 - alpha))
        return 1 - float(ncfdtr(tested, df2, f2 * n, critical)) >= power

    low, high = int(k) + 2, _MOST
    if not enough(high):
        return float("inf")
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle + 1, high)
    return float(low)


def _power(n: Interval, f2: Interval, k: Interval, tested: list[float], alpha: float, power: float) -> Conflict | None:
    """All predictors at once, or one coefficient with two tails or one, where the test is not said."""
    if f2.lo <= 0 or k.lo < 1:
        return None
    expected = []
    for count, level in [
        *((t or k.lo, alpha) for t in tested),
        *([(1.0, alpha), (1.0, 2 * alpha)] if 0 in tested else []),
    ]:
        low, high = (_needed(v, k.lo, count, level, power) for v in (f2.hi, f2.lo))
        if n.within(low - 1, high + 1):
            return None
        expected.append(f"{low:g} to {high:g}")
    shown = " or ".join(dict.fromkeys(expected))
    message = f"an effect f2 = {f2} with {k} predictors asks for {shown} answers at a power of {power:g}, not {n}"
    return Conflict("note", message, str(n), shown)


def _short(n: Interval, needed: Interval) -> Conflict | None:
    if n.hi >= needed.lo:
        return None
    return Conflict("note", f"the sample of {n} is below the {needed} that the paper asks for", str(n), f">= {needed}")


def _minimum(sheet: Sheet) -> Iterator[Relation | Missing]:
    sample = sheet.sample("n")
    for row in sheet.sample.rows("required"):
        if (n := row("n")) is None:
            continue
        yield _by_rule(sheet, row)
        if sample:
            yield Relation(row.at, (sample, n), _short, witness=False)


def _by_rule(sheet: Sheet, row: Row) -> Relation | Missing:
    """The relation of the rule that the row names with what was put into it."""
    n, method, level = row("n"), row.says("method"), row("alpha") or sheet.conventions("alpha")
    power = row("power")
    if n and method == "ten-times" and (arrows := row("arrows", "count")):
        return Relation(row.at, (n, arrows), _ten)
    if n and method == "inverse-square-root" and (beta := row("beta")):
        if power is None or 0.8 in power.reading or 80 in power.reading:
            known = [v for a, v in _ROOT.items() if level is None or a in level.reading]
            if known:
                return Relation(row.at, (n, beta), partial(_root, factors=known))
        return Missing(row.at, "a level of .01, .05 or .10 and a power of .80")
    if n and method == "g-power" and (f2 := row("f2")) and (k := row("predictors", "count")) and power:
        tested, share = row("tested", "count"), power.reading.mid
        share = share / 100 if share > 1 else share
        alpha = level.reading.mid if level else 0.05
        if 0 < share < 1 and 0 < alpha < 0.5:
            counts = [tested.reading.lo] if tested and tested.reading.lo >= 1 else [0]
            return Relation(row.at, (n, f2, k), partial(_power, tested=counts, alpha=alpha, power=share))
    return Missing(row.at, "the rule, and what was put into it")


# -- days ------------------------------------------------------------------------------------------------------


def _day(text: str, last: bool) -> date | None:
    """A day; of a month its first or last."""
    try:
        if len(text) == len("2021-03"):
            year, month = int(text[:4]), int(text[5:])
            return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _order(first: str, second: str, what: tuple[str, str]) -> Conflict | None:
    early, late = _day(first, last=False), _day(second, last=True)
    if early is None or late is None or early <= late:
        return None
    return Conflict("note", f"{what[0]} on {first}, after {what[1]} on {second}", first, f"<= {second}")


def _rate(n: Interval, start: str, end: str) -> Conflict | None:
    first, last = _day(start, last=False), _day(end, last=True)
    days = (last - first).days + 1 if first and last else 0
    if days < 1 or n.lo / days <= _PER_DAY:
        return None
    message = f"{n} answers in {days} days are {n.lo / days:.0f} a day"
    return Conflict("note", message, f"{n.lo / days:.0f} a day", f"<= {_PER_DAY:.0f} a day")


def _days(sheet: Sheet) -> Iterator[Relation | Missing]:
    row = sheet.sample
    start, end, n = row.word("field_start"), row.word("field_end"), row("collected") or row("n")
    if start is None and end is None:
        return
    received = Row("/document", sheet.raw.get("document") or {}).sub("dates").word("received") if _has(sheet) else None
    if end and received and _day(end.text, last=False) and _day(received.text, last=True):
        test = partial(_order, what=("the field work ended", "the paper was received"))
        yield Relation(row.at, (end, received), test, witness=False)
    if start is None or end is None or not _day(start.text, last=False) or not _day(end.text, last=True):
        yield Missing(row.at, "the first and the last day of the field work")
        return
    test = partial(_order, what=("the field work began", "its end"))
    yield Relation(row.at, (start, end), test, witness=False)
    if n:
        yield Relation(row.at, (n, start, end), _rate, witness=False)


def _has(sheet: Sheet) -> bool:
    return isinstance(sheet.raw.get("document"), dict)


def _required(**fields: object) -> dict[str, object]:
    return {"sample": {"n": "230", "required": [fields]}}


_G = {"method": "g-power", "f2": "0.15", "predictors": "5", "tested": "5", "alpha": "0.05", "power": "0.80"}


def _field(start: str | None, end: str | None, **more: object) -> dict[str, object]:
    return {"sample": {"n": "412", "field_start": start, "field_end": end}, **more}


CHECKS = (
    Check(
        id="power-n",
        title="the least sample that is stated does not follow from its rule, or was not reached",
        section=8,
        formula="10 * arrows; (2.486 / |b|)^2 at 5 %, power .80; F test: least n with power(f2 * n) >= 1 - beta",
        reference="Hair, Ringle & Sarstedt 2011, doi:10.2753/MTP1069-6679190202; Kock & Hadaya 2018, "
        "doi:10.1111/isj.12131; Faul et al. 2009, doi:10.3758/BRM.41.4.1149",
        needs="the least sample, the rule, and what was put into it",
        relations=_minimum,
        passes=(
            _required(method="ten-times", n="60", arrows="6"),
            _required(method="inverse-square-root", n="155", beta="0.20", alpha="0.05"),
            _required(**_G, n="92"),
            _required(**{**_G, "tested": None}, n="92"),
        ),
        fails=(
            _required(method="ten-times", n="90", arrows="6"),
            _required(method="inverse-square-root", n="515", beta="0.20", alpha="0.05"),
            _required(**_G, n="292"),
            _required(method="ten-times", n="290", arrows="29"),
        ),
        silent=(
            {"sample": {"required": [{"n": "60"}]}},
            {"sample": {"required": [{"method": "inverse-square-root", "n": "60", "beta": ".2", "power": ".95"}]}},
            {"sample": {"required": [{"method": "g-power", "n": "92", "f2": ".15"}]}},
            _required(method="ten-times", arrows="6"),
        ),
        avoids="rounding to the next whole number; a test that is not named: never more than a note",
    ),
    Check(
        id="duration",
        title="the days of the field work do not go with the number of answers or with the dates of the paper",
        section=8,
        formula="first day <= last day <= day received; answers / days <= 1000",
        reference="own rule; a signal, alone never more than a note",
        needs="the first and the last day of the field work",
        relations=_days,
        passes=(
            _field("2021-03-01", "2021-03-20"),
            _field("2021-03", "2021-03", document={"dates": {"received": "2021-04-02"}}),
        ),
        fails=(
            _field("2021-03-20", "2021-03-01"),
            _field("2021-03-01", "2021-05", document={"dates": {"received": "2021-04-02"}}),
            {"sample": {"n": "4120", "field_start": "2021-03-01", "field_end": "2021-03-02"}},
        ),
        silent=(_field("2021-03-01", None), _field(None, None), _field("spring", "2021")),
        sanity=True,
    ),
)
