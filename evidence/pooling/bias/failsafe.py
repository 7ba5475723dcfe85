"""How many unseen null results would overturn the answer?"""

import math

import numpy as np
import numpy.typing as npt
from scipy import special

from evidence.pooling.inputs import chosen, effects, positive

__all__ = ["fail_safe_n"]

KINDS = ("rosenthal", "orwin", "rosenberg")
WHOLE = 1e-9  # a count this close to a whole number is that number: 13.000000000000002 studies are 13


def fail_safe_n(
    y: npt.ArrayLike, v: npt.ArrayLike, kind: str = "rosenthal", alpha: float = 0.05, target: float | None = None
) -> int:
    """The number of null results that would make the combined test not significant, or the mean as small as a target.

    rosenthal: (sum z / z_alpha)^2 - k, one-sided (1979, Psychol. Bull. 86, 638). orwin: k (mean - target) / target
    for the unweighted mean; the default target is half of it (1983, J. Educ. Stat. 8, 157). rosenberg: k ((sum w y /
    z_alpha/2)^2 - sum w) / sum w, w = 1/v (2005, Evolution 59, 464).
    """
    chosen("fail-safe number", kind, KINDS)
    y, v = effects(y, v)
    positive(v, "a fail-safe number")
    return (
        {"rosenthal": _rosenthal, "rosenberg": _rosenberg}[kind](y, v, alpha) if kind != "orwin" else _orwin(y, target)
    )


def _rosenthal(y: npt.NDArray[np.float64], v: npt.NDArray[np.float64], alpha: float) -> int:
    return _whole((float((y / np.sqrt(v)).sum()) / float(special.ndtri(1 - alpha))) ** 2 - y.size)


def _orwin(y: npt.NDArray[np.float64], target: float | None) -> int:
    mean = float(y.mean())
    target = mean / 2 if target is None else target
    if mean == 0 or target * mean < 0:
        return 0  # the mean is already at or beyond the target
    if target == 0:
        raise _no_end()
    return _whole(y.size * (mean - target) / target)


def _rosenberg(y: npt.NDArray[np.float64], v: npt.NDArray[np.float64], alpha: float) -> int:
    w = 1 / v
    total = float(w.sum())
    needed = (float((w * y).sum()) / float(special.ndtri(1 - alpha / 2))) ** 2 - total
    return _whole(y.size * needed / total)


def _whole(n: float) -> int:
    return max(0, math.ceil(n - WHOLE * max(1.0, abs(n)))) if abs(n) < 1e9 else max(0, math.ceil(n))


def _no_end() -> Exception:
    from evidence.errors import UsageError

    return UsageError("no number of null results brings a mean to zero", todo="give a target other than 0")
