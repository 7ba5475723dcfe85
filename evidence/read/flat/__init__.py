"""Tables that plain text has flattened: cells on lines of their own, columns one after the other, rows without gaps."""

from evidence.read.flat.furniture import furniture
from evidence.read.flat.tables import Flat, flattened, unlaid

__all__ = ["Flat", "flattened", "furniture", "unlaid"]
