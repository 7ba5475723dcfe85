"""Hypotheses as a paper announces them: labels, lists, constructs, and what `it` stands for."""
