"""Plots for a paper: functions from a table of effects (or of results) to a matplotlib Figure, loaded when first used.

Every function takes `width` in inches: `COLUMN` (one column of a journal) or `PAGE` (two). `save` writes SVG, PDF, PNG.
"""

from importlib import import_module
from typing import Any

# a module never has the name of its function: once imported it would hide it
_HOME = {
    "COLUMN": "style",
    "PAGE": "style",
    "baujat": "baujat_plot",
    "cumulative": "interval_plots",
    "drapery": "drapery_plot",
    "forest": "forest_plot",
    "funnel": "funnel_plot",
    "leave_one_out": "interval_plots",
    "save": "style",
}

__all__ = ["COLUMN", "PAGE", "baujat", "cumulative", "drapery", "forest", "funnel", "leave_one_out", "save"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
