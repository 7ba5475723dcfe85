"""Do small studies, or results without a star, tell another story? Tests and corrections for selective publication."""

from evidence.pooling.bias.excess import ExcessSignificance, excess_significance
from evidence.pooling.bias.failsafe import fail_safe_n
from evidence.pooling.bias.filling import TrimFill, trim_fill
from evidence.pooling.bias.rank import RankTest, begg
from evidence.pooling.bias.selection import SelectionModel, selection_model
from evidence.pooling.bias.small_studies import EggerTest, PrecisionEffect, egger, peese, pet

__all__ = [
    "EggerTest",
    "ExcessSignificance",
    "PrecisionEffect",
    "RankTest",
    "SelectionModel",
    "TrimFill",
    "begg",
    "egger",
    "excess_significance",
    "fail_safe_n",
    "peese",
    "pet",
    "selection_model",
    "trim_fill",
]
