"""Printed pages: words with positions become lines in reading order, and tables by rules and white space."""

from evidence.read.pages.lines import Line, Word, body_words, lines_of, reading_order
from evidence.read.pages.regions import Region, ends_in_table, regions_of

__all__ = ["Line", "Region", "Word", "body_words", "ends_in_table", "lines_of", "reading_order", "regions_of"]
