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
        best, shared = None, 0
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
