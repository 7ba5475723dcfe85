"""Fit of models in words: indices with values and bounds, whose they are, and what a model explains."""
