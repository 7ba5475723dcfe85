"""Tables understood: what kind a table is, what its cells say, and where each number was printed."""

from evidence.read.tables.reading import understand

__all__ = ["understand"]
