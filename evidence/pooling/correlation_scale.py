"""Turns a pooled Fisher z back into a correlation."""

import math
from dataclasses import dataclass
from typing import Any, Protocol

__all__ = ["OnCorrelationScale", "to_correlation"]


class _HasInterval(Protocol):
    @property
    def estimate(self) -> float: ...
    @property
    def ci_low(self) -> float: ...
    @property
    def ci_high(self) -> float: ...


@dataclass(frozen=True, slots=True)
class OnCorrelationScale:
    """Estimate, confidence and prediction interval as correlations (NaN where the result has no prediction)."""

    estimate: float
    ci_low: float
    ci_high: float
    pi_low: float
    pi_high: float
    level: float


def to_correlation(pooled: _HasInterval) -> OnCorrelationScale:
    """Read a result for Fisher z on the scale of correlations.

    r = tanh(z), for the estimate and each limit (Fisher, 1921). The error of z has no counterpart on this scale:
    intervals are turned back, standard errors are not.
    """

    def turned(name: str) -> float:
        value: Any = getattr(pooled, name, math.nan)
        return math.tanh(value)

    level = float(getattr(pooled, "level", math.nan))
    return OnCorrelationScale(
        estimate=turned("estimate"),
        ci_low=turned("ci_low"),
        ci_high=turned("ci_high"),
        pi_low=turned("pi_low"),
        pi_high=turned("pi_high"),
        level=level,
    )
