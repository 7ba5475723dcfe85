"""Reliability in words: alphas, composite reliabilities and extracted variance, and whose they are."""
