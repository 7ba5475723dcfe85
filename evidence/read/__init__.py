"""Documents to records: `read(path)` gives what a document says, with the place of every number."""

from evidence.read.opening import formats, load, read

__all__ = ["formats", "load", "read"]
