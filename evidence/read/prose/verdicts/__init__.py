"""What became of hypotheses, in words: supported, refuted, in part; named by label, by rank or by what they said."""
