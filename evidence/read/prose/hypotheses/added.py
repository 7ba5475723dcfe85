"""What a sentence adds behind the bracket of another hypothesis: `joy is lower at dusk (H1) and higher in May (H2)`."""

import re
from dataclasses import replace

from evidence.read.prose.relations.relation import Relation, construct_phrase, relation

__all__ = ["further"]

_AND_THAT = re.compile(r"(?i)^[\s,;]*(?:(?:and|but|while|whereas|or)\b[,\s]*)?(?:that\s+)?(?:\w+ly,\s+)?")
_IT = re.compile(r"\s(?:it|them)$")
_COMPARATIVE = re.compile(r"(?:higher|lower|greater|stronger|weaker|larger|smaller)\s+(?:in|among|for|with|at)\s")
_PREPOSED = re.compile(r"(?:via|through|by way of|with|on)\s", re.IGNORECASE)
_WITH = re.compile(r"(?:with|on)\s", re.IGNORECASE)


def further(text: str, last: Relation, said: str) -> tuple[Relation, str, bool]:
    """What a sentence adds behind the bracket of another hypothesis, and whether its own words say so."""
    printed = _AND_THAT.sub("", text.rpartition(")")[2]).strip()
    piece = _IT.sub(f" {last.to}", printed) if last.to else printed
    if _COMPARATIVE.match(piece) and (own := relation(f"{last.to} is {piece}")):
        return own, printed, True  # `joy is lower at dusk (H1) and higher in those who are rested (H2)`
    own = None if _PREPOSED.match(piece) else relation(piece) or relation(f"{last.from_ or ''} {piece}")
    if own:
        return own, printed, piece != printed
    return _next_item(last, f") {printed}"), said, _WITH.match(printed) is not None


def _next_item(before: Relation, text: str) -> Relation:
    """The same relation with the last construct exchanged for the one before this bracket."""
    lead = _GOES_ON.match(text.rpartition(")")[2])
    item = construct_phrase(lead["rest"]) if lead else ""
    if not item or not lead:
        return before
    return replace(before, via=item) if before.via or lead["via"] else replace(before, to=item)


_GOES_ON = re.compile(
    r"[\s,]*(?:and|or|as well as|then)?\s*(?:(?P<via>via|through|by way of)\s+|(?:between|on|to|with)\s+)?(?P<rest>.*)",
    re.I | re.S,
)
