"""Meta-analysis: effect sizes, pooling, sensitivity, bias, dependent effects, models on pooled correlations.

Names are loaded when first used. The module that defines a function has another name than the function, since an
imported submodule becomes an attribute of its package and would hide it.
"""

from importlib import import_module
from typing import Any

_HOME = {
    "Pooled": "pooled",
    "hunter_schmidt": "artifacts",
    "meta_regression": "regression",
    "multilevel": "three_level",
    "pool": "random_effects",
    "pool_many": "random_effects",
    "subgroups": "regression",
    "to_correlation": "correlation_scale",
}
_MODULES = ("bias", "effect_sizes", "masem", "sensitivity")

__all__ = [
    "Pooled",
    "bias",
    "effect_sizes",
    "hunter_schmidt",
    "masem",
    "meta_regression",
    "multilevel",
    "pool",
    "pool_many",
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
