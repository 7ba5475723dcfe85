"""Meta-analysis: effect sizes, pooling, sensitivity, bias, dependent effects, models on pooled correlations.

Names are loaded when first used. The module that defines a function has another name than the function, since an
imported submodule becomes an attribute of its package and would hide it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from evidence.pooling.correlation_scale import to_correlation
    from evidence.pooling.pooled import Pooled
    from evidence.pooling.random_effects import pool, pool_many
    from evidence.pooling.regression import meta_regression, subgroups

_HOME = {
    "Pooled": "pooled",
    "artifact_distributions": "artifacts",
    "hunter_schmidt": "artifacts",
    "meta_regression": "regression",
    "multilevel": "three_level",
    "pool": "random_effects",
    "pool_many": "random_effects",
    "pool_robust": "cluster_robust",
    "subgroups": "regression",
    "to_correlation": "correlation_scale",
}
_MODULES = ("bias", "effect_sizes", "masem", "sensitivity")

__all__ = [
    "Pooled",
    "artifact_distributions",
    "bias",
    "effect_sizes",
    "hunter_schmidt",
    "masem",
    "meta_regression",
    "multilevel",
    "pool",
    "pool_many",
    "pool_robust",
    "sensitivity",
    "subgroups",
    "to_correlation",
]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    if name in _HOME:
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(__all__)
