"""Who affects whom in the words before a coefficient, and what a clause takes over from others."""
