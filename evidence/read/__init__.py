"""Documents to records: `read(path)` gives what a document says, with the place of every number."""

from evidence.read.opening import bytes_of, formats, load, read, read_again

__all__ = ["bytes_of", "formats", "load", "read", "read_again"]
