"""The pooling engine: effect sizes, estimators, multilevel models, robust errors, meta-analytic SEM."""

from .three_level import multilevel

__all__ = ["multilevel"]
