"""How much true effects differ: one file per estimator of tau-squared, found by its `METHOD`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from evidence.pooling.inputs import chosen
from evidence.pooling.moments import Model, Moments, Scalar
from evidence.pooling.score import Score
from evidence.registry import members

__all__ = ["Estimator", "estimator", "estimators"]


@dataclass(frozen=True, slots=True)
class Estimator:
    """One way to estimate tau-squared, with its standard error.

    `divides_by_v`: sampling variances of zero are refused. `score`: the equation an iterated estimator solves.
    """

    id: str
    title: str
    formula: str
    reference: str
    tau2: Callable[[Model], tuple[Scalar, Scalar]]
    divides_by_v: bool = False
    common_effect: bool = False
    score: Callable[[Model, Moments], Score] | None = None


@cache
def estimators() -> dict[str, Estimator]:
    """All estimators by their id."""
    return {method.id: method for _, method in members(__name__, "METHOD")}


def estimator(name: str) -> Estimator:
    """The estimator of this id, or a refusal that lists them."""
    known = estimators()
    return known[chosen("method", name, tuple(known))]
