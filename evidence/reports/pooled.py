"""Pooled answers as sections: which effects, from which samples, why some are left out, the averages, the caveats."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from evidence.reports.render import shown
from evidence.reports.report import Section
from evidence.store.query import Answer as Table

if TYPE_CHECKING:
    import pandas as pd

    from evidence.pooling.answer import Answer, Estimate

__all__ = ["all_pairs", "by_map", "flag_section", "from_plain", "pooled_sections", "to_plain"]

# head of the column -> column of the members; what a narrow terminal has no room for stands on the right
_COLUMNS = {
    "study": "study", "n": "n", "source": "source", "target": "target", "value": "value", "converted": "converted",
    "weight": "weight", "not used": "reason", "corrected": "correction", "flags": "flags",
    "variance from": "variance_source", "printed": "printed", "sample": "sample", "adjusted for": "adjusted_for",
    "reversed": "reversed", "reported source": "reported_source", "reported target": "reported_target", "yi": "yi",
    "vi": "vi", "kind": "kind", "study id": "study_id", "no": "no",
}  # fmt: skip
_ASIDE = ("source", "target")  # to the right too, where all effects are of one relation
_ESTIMATES = (
    "evidence", "effects", "samples", "n", "estimate", "ci_low", "ci_high", "p", "pi_low", "pi_high", "tau", "i2",
    "q", "q_df", "q_p", "level", "model",
)  # fmt: skip
_PRINTED_PAIRS = 50


def pooled_sections(question: str, answers: "Sequence[Answer]") -> list[Section]:
    """The sections of a pooled answer, one family of comparable effects after the other."""
    own = [answer for answer in answers if answer.family != "correlation, imputed"]
    used = sum(int(answer.members["reason"].eq("").sum()) for answer in own)
    whole = sum(len(answer.members) for answer in own)
    families = f" of {len(own)} kinds, which are never averaged together" if len(own) > 1 else ""
    sections = [Section(question, remark=f"{whole} effects found{families}; {used} can be used.")]
    for answer in answers:
        sections += _family(answer)
    return sections


def _family(answer: "Answer") -> list[Section]:
    sections = [_effects(answer)]
    if answer.estimates:
        sections.append(_averages(answer))
    if answer.corrected:
        sections.append(_pairs("Corrected for unreliability (Hunter and Schmidt)", answer.corrected))
    if answer.bias:
        sections.append(_pairs("Small-study signals", answer.bias))
    if answer.caveats:
        rows = tuple((caveat,) for caveat in answer.caveats)
        lines = tuple(f"- {caveat}" for caveat in answer.caveats)
        sections.append(Section(f"Read with care: {answer.label}", Table(("caveat",), rows), blocks=lines))
    return sections


def _effects(answer: "Answer") -> Section:
    """The table of effects, those in use and those held out; a column in which nothing stands is left out."""
    members = answer.members
    kept = {head: name for head, name in _COLUMNS.items() if name in members and not _empty(members[name])}
    for name in _ASIDE:
        if members[name].nunique() == 1:
            kept[name] = kept.pop(name)
    rows = tuple(tuple(_plain(value) for value in row) for row in members[list(kept.values())].itertuples(index=False))
    return Section(f"Effects: {answer.label}", Table(tuple(kept), rows), answer.refused)


def _empty(column: "pd.Series") -> bool:
    return bool((column.isna() | column.eq("") | column.eq(False)).all())


# what it means that a variant rests on the same effects as the answer
_NOTHING = {"with retracted": "no retracted evidence", "with impossible as printed": "none impossible as printed"}


def _averages(answer: "Answer") -> Section:
    rows = tuple(_estimate_row(estimate) for estimate in answer.estimates)
    lines = tuple(line for estimate in answer.estimates for line in _sentence(answer, estimate))
    without = " and ".join(_NOTHING[variant] for variant in answer.same if variant in _NOTHING)
    remark = f"There is {without} among these effects." if without else ""
    return Section(f"Pooled: {answer.label}", Table(_ESTIMATES, rows), remark, lines)


def _estimate_row(e: "Estimate") -> tuple[Any, ...]:
    q = (e.pooled.q, int(e.pooled.q_df), e.pooled.q_p) if e.effects > 1 else (None, None, None)
    numbers = (e.n, e.estimate, e.ci_low, e.ci_high, e.p, e.pi_low, e.pi_high, e.tau, e.i2, *q, e.pooled.level)
    return (e.variant, e.effects, e.samples, *(_plain(number) for number in numbers), e.model)


def _sentence(answer: "Answer", e: "Estimate") -> list[str]:
    """An average as a paper prints it."""
    level = f"{100 * e.pooled.level:g} %"
    first = f"  {answer.symbol} = {_number(e.estimate)}"
    if not math.isnan(e.ci_low):
        first += f", {level} CI [{_number(e.ci_low)}, {_number(e.ci_high)}], {_p(e.p)}"
    if not math.isnan(e.pi_low):
        first += f", {level} prediction [{_number(e.pi_low)}, {_number(e.pi_high)}]"
    second = f"  {e.effects} effect{'s' * (e.effects != 1)} of {e.samples} sample{'s' * (e.samples != 1)}"
    if not math.isnan(e.n):
        second += f", N = {e.n:,.0f}"
    lines = [e.variant, first, f"{second}; {e.model}"]
    if not math.isnan(e.tau):
        scale = " (z)" if answer.measure == "z" else ""
        q = f"Q({e.pooled.q_df}) = {e.pooled.q:.1f}, {_p(e.pooled.q_p)}"
        lines.append(f"  tau = {_number(e.tau)}{scale}, I2 = {e.i2:.0f} %, {q}")
    return lines


def _number(value: float) -> str:
    return f"{value:.3f}"


def _p(value: float) -> str:
    return "p < .001" if value < 0.001 else f"p = {value:.3f}".replace("0.", ".", 1)


def _pairs(title: str, values: dict[str, Any]) -> Section:
    rows = tuple((name, _plain(value)) for name, value in values.items())
    lines = tuple(f"  {name}: {shown(round(value, 4) if isinstance(value, float) else value)}" for name, value in rows)
    return Section(title, Table(("what", "value"), rows), blocks=lines)


def flag_section(flags: Iterable[tuple[str, str, str, str]]) -> list[Section]:
    """What the checks say of the effects of an answer, in their own words."""
    rows = tuple(flags)
    if not rows:
        return []
    lines = tuple(f"- {study}: {message} ({check}, {level})" for check, level, study, message in rows)
    return [Section("Flags on these effects", Table(("check", "level", "study", "message"), rows), blocks=lines)]


def _plain(value: Any) -> Any:
    """A cell as JSON knows it; a number that is not defined is nothing."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if hasattr(value, "item"):
        return _plain(value.item())
    number = float(value)
    if math.isnan(number):
        return None
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def by_map(answers: "Mapping[str, Sequence[Answer]]") -> Section:
    """The averages of one question under several maps, side by side: what the choice of a map changes."""
    columns = (
        "map",
        "effects of",
        "effects",
        "samples",
        "n",
        "estimate",
        "ci_low",
        "ci_high",
        "p",
        "tau",
        "i2",
        "model",
    )
    rows: list[tuple[Any, ...]] = []
    lines: list[str] = []
    for name, found in answers.items():
        if not found:
            rows.append((name, None, 0, *(None,) * 8, "nothing is known under this map"))
            lines += [f"map '{name}'", "  nothing is known under this map"]
        for answer in found:
            lines.append(f"map '{name}': {answer.label}")
            if answer.estimates:
                e = answer.estimates[0]
                numbers = (e.n, e.estimate, e.ci_low, e.ci_high, e.p, e.tau, e.i2)
                rows.append((name, answer.label, e.effects, e.samples, *map(_plain, numbers), e.model))
                lines += _sentence(answer, e)[1:]
            else:
                used = int(answer.members["reason"].eq("").sum())
                rows.append((name, answer.label, used, None, *(None,) * 7, answer.refused))
                lines.append(f"  {answer.refused}")
    remark = "A broader map pools what a narrower one keeps apart; evidence in doubt is left out of all of them."
    return Section("By map", Table(columns, tuple(rows)), remark, tuple(lines))


def all_pairs(frames: "Mapping[str, pd.DataFrame]", *, everything: bool = True) -> Section:
    """Every pair of constructs as one row, under several maps one per map; a terminal gets the first fifty of each."""
    parts = {name: frame if everything else frame.head(_PRINTED_PAIRS) for name, frame in frames.items()}
    named = list(frames) != ["default"]
    columns = tuple(map(str, next(iter(frames.values())).columns))
    rows = tuple(
        (name, *row) if named else row
        for name, part in parts.items()
        for row in zip(*(_listed(part[column]) for column in part.columns), strict=True)
    )
    remark = "A sample that gives a pair several effects gives their mean; 'evidence pool A B' models them."
    if (whole := sum(map(len, frames.values()))) > len(rows):
        remark += f" The {len(rows)} pairs with most samples of {whole:,}; --format csv gives all."
    return Section("Every pair of constructs", Table(("map", *columns) if named else columns, rows), remark)


def _listed(column: "pd.Series") -> list[Any]:
    if column.dtype.kind == "f":
        return [None if value != value else value for value in column.tolist()]
    values: list[Any] = column.tolist()
    return values


def to_plain(sections: Sequence[Section]) -> list[dict[str, Any]]:
    """Sections as plain values, to be kept."""
    return [
        {
            "title": s.title,
            "remark": s.remark,
            "columns": list(s.answer.columns) if s.answer else None,
            "rows": [list(row) for row in s.answer.rows] if s.answer else None,
            "blocks": list(s.blocks),
        }
        for s in sections
    ]


def from_plain(kept: Sequence[dict[str, Any]]) -> list[Section]:
    """Kept sections, to be printed again."""
    return [
        Section(
            s["title"],
            None if s["columns"] is None else Table(tuple(s["columns"]), tuple(tuple(row) for row in s["rows"])),
            s["remark"],
            tuple(s["blocks"]),
        )
        for s in kept
    ]
