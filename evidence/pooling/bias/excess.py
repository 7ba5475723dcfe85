"""Are more results significant than the power of the studies allows?"""

from dataclasses import dataclass
from math import comb

import numpy as np
import numpy.typing as npt
from scipy import special

from evidence.pooling.inputs import Floats, effects, positive

__all__ = ["ExcessSignificance", "excess_significance"]

MOST_TERMS = 10**6  # as long as the exact tail has no more terms than this it is reported, else the chi squared test


@dataclass(frozen=True, slots=True)
class ExcessSignificance:
    """Significant results observed and expected, and the one-sided p of an excess; `kind` is exact or chi2."""

    observed: int
    expected: float
    p: float
    kind: str
    power: tuple[float, ...]


def excess_significance(
    y: npt.ArrayLike, v: npt.ArrayLike, alpha: float = 0.05, theta: float | None = None
) -> ExcessSignificance:
    """Test of excess significance: observed O against the sum E of the studies' powers at the common-effect mean.

    Each study is tested two-sided at alpha. exact: P(at least O) when results are independent with these powers (for
    few studies); chi2: (O - E)^2 / E + (O - E)^2 / (k - E), one-sided. Ioannidis & Trikalinos (2007), Clin. Trials 4,
    245.
    """
    y, v = effects(y, v)
    positive(v, "the power of a study")
    se = np.sqrt(v)
    w = 1 / v
    mean = float((w * y).sum() / w.sum()) if theta is None else theta
    critical = special.ndtri(1 - alpha / 2)
    power = special.ndtr(-(critical - mean / se)) + special.ndtr(-critical - mean / se)
    observed, expected, k = int((np.abs(y / se) >= critical).sum()), float(power.sum()), y.size
    if sum(comb(k, j) for j in range(observed, k + 1)) <= MOST_TERMS:
        return ExcessSignificance(observed, expected, _at_least(observed, power), "exact", tuple(power.tolist()))
    chi2 = (observed - expected) ** 2 * (1 / expected + 1 / (k - expected))
    p = float(special.ndtr(-np.sign(observed - expected) * np.sqrt(chi2)))
    return ExcessSignificance(observed, expected, p, "chi2", tuple(power.tolist()))


def _at_least(count: int, chances: Floats) -> float:
    """P(at least so many successes) in independent trials with unequal chances, by adding one trial at a time."""
    distribution = np.zeros(chances.size + 1)
    distribution[0] = 1.0
    for chance in chances:
        distribution[1:] = distribution[1:] * (1 - chance) + distribution[:-1] * chance
        distribution[0] *= 1 - chance
    return float(min(1.0, distribution[count:].sum()))
