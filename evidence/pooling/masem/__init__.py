"""Meta-analytic SEM: pool correlation matrices, then fit a path model to what was pooled."""

from .becker import generalised_least_squares
from .export import lavaan_script, metasem_script
from .implied import implied_correlations
from .matrices import cells, estimable
from .one_stage import OneStage, one_stage
from .sheet import matrices_of
from .stage1 import Stage1, stage1
from .stage2 import Stage2, stage2
from .syntax import parse_model

__all__ = [
    "OneStage",
    "Stage1",
    "Stage2",
    "cells",
    "estimable",
    "generalised_least_squares",
    "implied_correlations",
    "lavaan_script",
    "matrices_of",
    "metasem_script",
    "one_stage",
    "parse_model",
    "stage1",
    "stage2",
]
