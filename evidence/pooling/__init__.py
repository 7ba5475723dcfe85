"""The pooling engine: effect sizes, estimators, multilevel models, robust errors, meta-analytic SEM."""

from . import effect_sizes, masem
from .aggregate import aggregate
from .artifacts import artifact_distributions, hunter_schmidt
from .cluster_robust import pool_robust
from .three_level import multilevel

__all__ = [
    "aggregate",
    "artifact_distributions",
    "effect_sizes",
    "hunter_schmidt",
    "masem",
    "multilevel",
    "pool_robust",
]
