"""An effect at values of its moderator: simple slopes, and conditional indirect effects with their index."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from typing import NamedTuple

from evidence.checks.interval import Interval, exact
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]

_SD = re.compile(r"^(?:m(?:ean)?\s*)?([+\-−–]?)\s*(\d+(?:\.\d+)?)\s*(?:sd|standard deviations?)\b", re.IGNORECASE)
_CODES = ("0", "1", "+1", "-1", "−1")
_MEAN = re.compile(r"^(?:at the )?(?:mean|average|m|0 sd)$", re.IGNORECASE)


class Slope(NamedTuple):
    """An effect at one value of the moderator; `w` is a cell, or known from the label where units are SDs."""

    row: Row
    effect: Cell
    w: Cell | None
    known: Interval | None


def _in_sds(label: str) -> Interval | None:
    """How many SDs from the mean a label says."""
    if _MEAN.match(label.strip()):
        return exact(0.0)
    found = _SD.match(label.strip())
    return exact(float(found[2]) * (-1 if found[1] in ("-", "−", "–") else 1)) if found else None


def _value(level: Row) -> Cell | None:
    """The value of the moderator; codes of groups and whole SDs are exact."""
    return level("w", "count" if level.says("w").strip() in _CODES else "value")


def _slopes(row: Row) -> list[Slope]:
    """The printed effects; SDs are the unit of the coefficients where these are standardised."""
    found = []
    for level in row.rows("levels"):
        if effect := level("effect"):
            known = _in_sds(level.says("at")) if row.says("metric") == "beta" else None
            found.append(Slope(level, effect, _value(level), known))
    return found


def _with_w(slope: Slope, test: Callable[..., Conflict | None], *cells: Cell) -> Relation | Missing:
    """The relation of an effect with the value of the moderator as its last reading."""
    if slope.w:
        return Relation(slope.row.at, (slope.effect, *cells, slope.w), test)
    if slope.known:
        return Relation(slope.row.at, (slope.effect, *cells), partial(_known_last, test=test, w=slope.known))
    return Missing(slope.row.at, "the value of the moderator, in the unit of the coefficients")


def _known_last(*readings: Interval, test: Callable[..., Conflict | None], w: Interval) -> Conflict | None:
    return test(*readings, w)


def _slope(effect: Interval, main: Interval, interaction: Interval, w: Interval) -> Conflict | None:
    implied = main + interaction * w
    if implied.meets(effect):
        return None
    message = f"the effect {effect} at w = {w} is not {main} + {interaction} * w = {implied}"
    return Conflict("error", message, str(effect), str(implied))


def _conditional(
    effect: Interval, main: Interval, interaction: Interval, other: Interval, w: Interval
) -> Conflict | None:
    implied = (main + interaction * w) * other
    if implied.meets(effect):
        return None
    message = f"the indirect effect {effect} at w = {w} is not ({main} + {interaction} * w) * {other} = {implied}"
    return Conflict("error", message, str(effect), str(implied))


def _index(index: Interval, interaction: Interval, other: Interval) -> Conflict | None:
    implied = interaction * other
    if implied.meets(index):
        return None
    message = f"the index {index} is not {interaction} * {other} = {implied}"
    return Conflict("error", message, str(index), str(implied))


def _rise(per_unit: Interval, first: Interval, second: Interval, *ws: Interval, what: str) -> Conflict | None:
    """An effect that is linear in w changes by the same amount per unit of w."""
    implied = per_unit * (ws[1] - ws[0])
    if implied.meets(second - first):
        return None
    message = (
        f"from w = {ws[0]} to {ws[1]} the effect goes from {first} to {second}: by {second - first}, not by {what}"
        f" {per_unit} times the step, {implied}"
    )
    return Conflict("error", message, str(second - first), str(implied))


def _rises(per_unit: Cell, slopes: list[Slope], what: str) -> Iterator[Relation]:
    for a, b in combinations(slopes, 2):
        test = partial(_rise, what=what)
        if a.w and b.w:
            yield Relation(b.row.at, (per_unit, a.effect, b.effect, a.w, b.w), test)
        elif a.known and b.known:
            known = partial(_known_steps, test=test, ws=(a.known, b.known))
            yield Relation(b.row.at, (per_unit, a.effect, b.effect), known)


def _known_steps(
    *readings: Interval, test: Callable[..., Conflict | None], ws: tuple[Interval, Interval]
) -> Conflict | None:
    return test(*readings, *ws)


def _simple(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("moderation"):
        slopes, main, interaction = _slopes(row), row("main"), row("interaction")
        if row.says("via") or not slopes:
            continue
        if interaction is None:
            yield Missing(row.at, "the coefficient of the product term")
            continue
        for slope in slopes if main else ():
            if main:
                yield _with_w(slope, _slope, main, interaction)
        rises = list(_rises(interaction, slopes, "the interaction"))
        yield from rises
        if not main and not rises:
            yield Missing(row.at, "the coefficient of the predictor, or two slopes with their values of w")


def _mediated(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("moderation"):
        slopes, index = _slopes(row), row("index")
        if not row.says("via") or not (slopes or index):
            continue
        main, interaction, other = row("main"), row("interaction"), row("other")
        found: list[Relation | Missing] = []
        if index and interaction and other:
            found.append(Relation(row.at, (index, interaction, other), _index))
        if main and interaction and other:
            found += [_with_w(slope, _conditional, main, interaction, other) for slope in slopes]
        if index:
            found += _rises(index, slopes, "the index")
        yield from found
        if not found:
            yield Missing(row.at, "the index with its two coefficients, or with effects at two values of w")


def _row(**changes: object) -> dict[str, object]:
    plain = {"from": "a", "moderator": "w", "to": "y", "metric": "beta", "main": ".300", "interaction": ".120"}
    low, high = {"at": "-1 SD", "effect": ".180"}, {"at": "+1 SD", "effect": ".420"}
    return {"moderation": [{**plain, "levels": [low, high], **changes}]}


def _via(**changes: object) -> dict[str, object]:
    low, high = {"w": "-0.80", "effect": ".102"}, {"w": "0.80", "effect": ".198"}
    rest = {"via": "m", "other": ".500", "index": ".060", "metric": "b", "levels": [low, high]}
    return _row(**{**rest, **changes})


_AIKEN = "Aiken & West 1991, ISBN 978-0-8039-3605-8"
CHECKS = (
    Check(
        id="interaction-range",
        title="simple slopes do not follow from the coefficient and its product term",
        section=6,
        formula="slope(w) = b1 + b3 * w; slope(w2) - slope(w1) = b3 * (w2 - w1)",
        reference=_AIKEN,
        needs="the coefficients of the predictor and of the product term, slopes and their values of w",
        relations=_simple,
        passes=(
            _row(),
            _row(metric="b", levels=[{"w": "2.5", "effect": ".600"}]),
            _row(main=None),
            _row(main=None, levels=[{"w": "0", "effect": ".3"}, {"w": "1", "effect": ".42"}]),
        ),
        fails=(
            _row(interaction=".210"),
            _row(levels=[{"at": "M + 1SD", "effect": ".240"}]),
            _row(main=None, levels=[{"w": "0", "effect": ".3"}, {"w": "1", "effect": ".24"}]),
        ),
        silent=(
            _row(metric="b"),
            _row(interaction=None),
            _row(levels=[]),
            _row(main=None, levels=[{"at": "low", "effect": ".18"}]),
            _via(),
        ),
        avoids="labels in SDs beside unstandardised coefficients",
    ),
    Check(
        id="moderated-mediation-index",
        title="the index of moderated mediation or a conditional indirect effect does not follow",
        section=7,
        formula="index = a3 * b; effect(w) = (a1 + a3 * w) * b; effect(w2) - effect(w1) = index * (w2 - w1)",
        reference="Hayes 2015, doi:10.1080/00273171.2014.962683",
        needs="the index, the product term and the path it goes on with; or indirect effects at values of w",
        relations=_mediated,
        passes=(_via(), _via(main=None, interaction=None), _via(levels=[]), _via(index=None)),
        fails=(
            _via(index=".090"),
            _via(other=".700"),
            _via(main=None, interaction=None, levels=[{"w": "0", "effect": ".1"}, {"w": "1", "effect": ".3"}]),
        ),
        silent=(
            _row(),
            _via(index=None, levels=[]),
            _via(index=None, other=None),
            _via(main=None, other=None, levels=[{"at": "low", "effect": ".1"}]),
        ),
        avoids="two moderated paths of one indirect effect: such an effect has no index",
    ),
)
