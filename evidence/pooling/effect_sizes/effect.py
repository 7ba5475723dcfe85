"""An effect size with its sampling variance and where that variance came from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evidence.errors import InputError

__all__ = ["Effect", "Values", "checked", "effect", "plain"]

Array = NDArray[np.float64]
Values = float | Array


@dataclass(frozen=True, eq=False)
class Effect:
    """One effect, or a column of them; the variance is None where nothing reported determines it.

    `variance_source` says what the variance was computed from: se, ci, t, p, n, or cells (of a table); `notes` says
    what is approximate about the effect or why it has no variance.
    """

    measure: str
    estimate: Values
    variance: Values | None = None
    variance_source: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def se(self) -> Values | None:
        """The square root of the variance."""
        return None if self.variance is None else plain(np.sqrt(self.variance))


def effect(
    measure: str, estimate: Array, variance: Array | None = None, source: str | None = None, *notes: str
) -> Effect:
    """An effect of plain numbers, with its source only where there is a variance."""
    if variance is None:
        return Effect(measure, plain(estimate), None, None, notes)
    return Effect(measure, plain(estimate), plain(variance), source, notes)


def plain(values: ArrayLike) -> Values:
    """A float for a single number, an array for a column."""
    array = np.asarray(values, dtype=np.float64)
    return float(array) if array.ndim == 0 else array


def checked(
    name: str,
    values: ArrayLike,
    low: float = -np.inf,
    high: float = np.inf,
    *,
    strict: bool = False,
    todo: str | None = None,
) -> Array:
    """Numbers inside [low, high], or (low, high) when strict; a refusal names the quantity, the value and the range."""
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise InputError(f"{name} must be a number", why=f"{values!r} was given") from error
    inside = (array > low) & (array < high) if strict else (array >= low) & (array <= high)
    bad = array[~(inside & np.isfinite(array))].ravel()
    if bad.size:
        left, right = ("(", ")") if strict else ("[", "]")
        raise InputError(
            f"{name} = {bad[0]:g} is outside its range {left}{low:g}, {high:g}{right}", todo=todo or "check the value"
        )
    return array
