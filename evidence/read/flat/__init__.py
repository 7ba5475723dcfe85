"""Tables that plain text has flattened: cells on lines of their own, columns one after the other, rows without gaps."""

from evidence.read.flat.anchored import anchored
from evidence.read.flat.furniture import furniture
from evidence.read.flat.left_over import left_over
from evidence.read.flat.tables import Flat, captioned, flattened, respaced, spaced, unlaid
from evidence.read.flat.wide_heading import widened

__all__ = [
    "Flat",
    "anchored",
    "captioned",
    "flattened",
    "furniture",
    "left_over",
    "respaced",
    "spaced",
    "unlaid",
    "widened",
]
