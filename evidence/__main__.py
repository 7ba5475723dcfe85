"""`python -m evidence` is `evidence`."""

from evidence.cli import main

main()
