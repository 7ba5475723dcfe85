"""What may enter a synthesis: finite effects with sampling variances that are not negative."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from evidence.errors import InputError, UsageError, nearest

__all__ = ["Floats", "chosen", "confidence", "effects", "positive"]

Floats = npt.NDArray[np.float64]


def _column(name: str, values: npt.ArrayLike) -> Floats:
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise InputError(f"the {name} are not numbers", why=str(error), todo="give one number per effect") from error
    if array.ndim != 1:
        raise InputError(f"the {name} have {array.ndim} dimensions, not one", todo="give one number per effect")
    return array


def effects(y: npt.ArrayLike, v: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Effects and their sampling variances as arrays, or a refusal that names the first bad row (counted from 0)."""
    y, v = _column("effects y", y), _column("sampling variances v", v)
    if y.size != v.size:
        raise InputError(f"{y.size} effects but {v.size} sampling variances", todo="give one variance per effect")
    if y.size == 0:
        raise InputError("there is no effect to pool", todo="give at least one effect with its variance")
    if not np.isfinite(y + v).all():
        where = int(np.flatnonzero(~np.isfinite(y) | ~np.isfinite(v))[0])
        raise InputError(
            "an effect and its variance must both be finite numbers",
            where=f"row {where}",
            why=f"y is {y[where]}, v is {v[where]}",
            todo="leave the row out and say why, or supply the number",
        )
    if v.min() < 0:
        where = int(np.flatnonzero(v < 0)[0])
        raise InputError("a sampling variance cannot be negative", where=f"row {where}", why=f"v is {v[where]}")
    return y, v


def positive(v: Floats, because: str) -> None:
    """Refuse a sampling variance of zero where a formula divides by it."""
    if v.min() <= 0:
        where = int(np.flatnonzero(v <= 0)[0])
        raise InputError(
            "the sampling variance is zero",
            where=f"row {where}",
            why=f"{because} gives such an effect an infinite weight",
            todo="check the standard error; HE, SJ, ML, REML or EB can answer if the effects differ",
        )


def confidence(level: float) -> float:
    """A confidence level is a value between 0 and 1."""
    if not 0 < level < 1:
        hint = f"did you mean {level / 100:g}?" if 1 < level < 100 else "the usual value is 0.95"
        raise UsageError(f"a confidence level of {level:g} is not between 0 and 1", todo=hint)
    return float(level)


def chosen(what: str, name: str, known: Sequence[str]) -> str:
    """A name out of a list of known ones, or a refusal that says which was probably meant."""
    if name not in known:
        raise UsageError(f"there is no {what} '{name}'", todo=nearest(str(name), list(known)))
    return name
