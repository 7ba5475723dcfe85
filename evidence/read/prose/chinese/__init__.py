"""What Chinese sentences say: front matter, samples, hypotheses, effects, reliability, verdicts."""
