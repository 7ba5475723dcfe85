"""Documents to records: `read(path)` gives what a document says, with the place of every number."""
