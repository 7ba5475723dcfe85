"""How many were asked, answered and were analysed, and who they were."""
