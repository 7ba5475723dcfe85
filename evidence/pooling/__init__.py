"""The pooling engine: effect sizes, estimators, multilevel models, robust errors, meta-analytic SEM."""

from .aggregate import aggregate
from .artifacts import artifact_distributions, hunter_schmidt
from .cluster_robust import cluster_robust
from .three_level import multilevel

__all__ = ["aggregate", "artifact_distributions", "cluster_robust", "hunter_schmidt", "multilevel"]
