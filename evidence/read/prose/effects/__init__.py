"""Coefficients with their statistics, in every manner a sentence tells them."""
