"""Meta-analytic SEM: pool correlation matrices, then fit a path model to what was pooled."""

from .matrices import cells
from .stage1 import Stage1, stage1

__all__ = ["Stage1", "cells", "stage1"]
