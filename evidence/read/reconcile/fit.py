"""Fit of models from tables and text: the same model's rows are one, its values once."""

from dataclasses import fields

from evidence.read.partial import Found
from evidence.read.reconcile.joining import conflicts, fill, same_number
from evidence.records import Fit

__all__ = ["join_fit"]

_WORDS = frozenset(
    (
        "label",
        "kind",
        "model",
        "group",
        "primary",
        "model_kind",
        "mean_structure",
        "rmsea_n",
        "thresholds",
        "delta",
        "group_n",
        "baseline_model",
    )
)
_FIGURES = tuple(f.name for f in fields(Fit) if f.name not in _WORDS)


def join_fit(tables: tuple[Found[Fit], ...], text: tuple[Found[Fit], ...]) -> list[Found[Fit]]:
    """A text row that shares a value with a row and contradicts none of it belongs to it."""
    joined: list[Found[Fit]] = list(tables)
    for found in text:
        best, shared = _around(joined, found), 0
        for i, other in enumerate(joined):
            if conflicts(other.value, found.value, _FIGURES):
                continue
            common = sum(same_number(getattr(other.value, n), getattr(found.value, n)) for n in _FIGURES)
            if common > shared:
                best, shared = i, common
        if best is not None:
            joined[best] = fill(joined[best], found)
        else:
            joined.append(found)
    return joined


def _around(rows: list[Found[Fit]], found: Found[Fit]) -> int | None:
    """The one row whose RMSEA lies in an interval that the text gives without it: `90% CI of RMSEA from .04 to .06`."""
    if {n for n in _FIGURES if getattr(found.value, n)} != {"rmsea_lo", "rmsea_hi"}:
        return None
    low, high = (getattr(found.value, n).parsed for n in ("rmsea_lo", "rmsea_hi"))
    inside = [
        i
        for i, row in enumerate(rows)
        if (own := row.value.rmsea and row.value.rmsea.parsed) and low and high and not row.value.rmsea_lo
        if low.low <= own.value <= high.high
    ]
    return inside[0] if len(inside) == 1 else None
