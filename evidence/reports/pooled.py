"""Pooled answers as sections: which effects, from which samples, why some are left out, the averages, the caveats."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from evidence.errors import UsageError
from evidence.reports.report import Section
from evidence.store.query import Answer as Table

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from evidence.pooling.answer import Answer

__all__ = ["all_pairs", "forest_plot", "from_plain", "pooled_sections", "to_plain"]

_MEMBERS = ("study", "sample", "n", "source", "target", "printed", "value", "variance_source", "weight", "flags")
_ESTIMATES = (
    "evidence", "effects", "samples", "estimate", "ci_low", "ci_high", "p", "pi_low", "pi_high", "tau2", "i2", "model",
)  # fmt: skip


def pooled_sections(question: str, answers: "Sequence[Answer]") -> list[Section]:
    """The sections of a pooled answer, one family of comparable effects after the other."""
    used = sum(int(a.members["weight"].notna().sum()) for a in answers)
    whole = sum(len(a.members) for a in answers)
    opening = f"{whole} effects found, {used} of them usable. Unlike effects are never averaged together."
    sections = [Section(question, remark=opening)]
    for answer in answers:
        sections += _family(answer)
    return sections


def _family(answer: "Answer") -> list[Section]:
    members = answer.members
    reasons = [_reason(row) for _, row in members.iterrows()]
    rows = tuple(
        (*(_plain(row.get(name)) for name in _MEMBERS), reason)
        for (_, row), reason in zip(members.iterrows(), reasons, strict=True)
    )
    said = "; ".join([*answer.caveats, answer.refused] if answer.refused else answer.caveats)
    sections = [Section(f"Effects: {answer.label}", Table((*_MEMBERS, "held out"), rows), said)]
    if answer.estimates:
        table = tuple(
            (
                e.variant, e.effects, e.samples, _plain(e.estimate), _plain(e.ci_low), _plain(e.ci_high), _plain(e.p),
                _plain(e.pi_low), _plain(e.pi_high), _plain(e.tau2), _plain(e.i2), e.model,
            )
            for e in answer.estimates
        )  # fmt: skip
        remark = "95 % confidence and prediction intervals; rows appear where they rest on other effects."
        sections.append(Section(f"Pooled: {answer.label}", Table(_ESTIMATES, table), remark))
    if answer.corrected:
        sections.append(_pairs("Corrected for unreliability (Hunter and Schmidt)", answer.corrected))
    if answer.bias:
        sections.append(_pairs("Small-study signals", answer.bias))
    return sections


def _pairs(title: str, values: dict[str, Any]) -> Section:
    return Section(title, Table(("what", "value"), tuple((name, _plain(value)) for name, value in values.items())))


def _reason(row: Any) -> str | None:
    """Why an effect is not in the average; None where it is."""
    if isinstance(row["exclusion"], str):
        return str(row["exclusion"])
    variance = row.get("vi")
    unknown = variance is not None and math.isnan(variance)
    return "no sampling variance can be had from what is printed" if unknown else None


def _plain(value: Any) -> Any:
    """A cell as JSON knows it; a number that is not defined is nothing."""
    if value is None or isinstance(value, str | bool | int):
        return value
    number = float(value)
    return None if math.isnan(number) else number


def forest_plot(answer: "Answer") -> "Figure":
    """A family of effects as a forest plot; those held out are grey, with their reason."""
    import pandas as pd

    from evidence.reports.plots import forest

    m = answer.members
    if "yi" not in m or not m["vi"].notna().any():
        raise UsageError("there is nothing to draw", why=answer.refused or "no effect has a sampling variance")
    m = m[m["vi"].notna() & ~m["exclusion"].astype(str).str.startswith("another report")]
    several = m.duplicated("study", keep=False)
    label = m["study"].astype(str) + [f": {t}" if s else "" for t, s in zip(m["target"], several, strict=True)]
    excluded = [str(r) if isinstance(r, str) else "" for r in m["exclusion"]]
    frame = pd.DataFrame({"label": label, "y": m["yi"], "v": m["vi"], "weight": m["weight"], "excluded": excluded})
    pooled = answer.estimates[0].pooled if answer.estimates else None
    scale = "correlation" if answer.measure == "z" else None
    figure: Figure = forest(frame, pooled, measure=answer.label, scale=scale)
    return figure


def all_pairs(frame: "pd.DataFrame") -> Section:
    """Every pair of constructs as one row."""
    columns = tuple(str(c) for c in frame.columns)
    rows = tuple(tuple(_plain(v) for v in row) for row in frame.itertuples(index=False))
    remark = "Pairs whose samples give several effects are averaged within the sample first; see 'evidence pool A B'."
    return Section("Every pair of constructs with two samples or more", Table(columns, rows), remark)


def to_plain(sections: Sequence[Section]) -> list[dict[str, Any]]:
    """Sections as plain values, to be kept."""
    return [
        {
            "title": s.title,
            "remark": s.remark,
            "columns": list(s.answer.columns) if s.answer else None,
            "rows": [list(row) for row in s.answer.rows] if s.answer else None,
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
        )
        for s in kept
    ]
