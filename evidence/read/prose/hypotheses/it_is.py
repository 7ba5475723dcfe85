"""What `it` stands for in a statement: the construct that a sentence above it speaks of."""

import re

from evidence.read.late import late
from evidence.read.prose.ends.named import a_name

__all__ = ["without_it"]

_IT = re.compile(
    r"(?:it|they|them)\s+(?P<rest>(?:to\s+be|to|will|would|should|is|are|has|have|may|can)\s.+)",
    re.IGNORECASE | re.DOTALL,
)
# `Salt is the taste of the sea.`, `Our third construct is salt.`: how a sentence begins that tells what is spoken of.
_SUBJECT = late(
    r"(?:^|[.!?]\s+(?:\[\s?\d[^\]]*\]\s*)?)(?P<x>(?!(?:We|I|It|They|This|These|That|Those|He|She|There|One|People|Some|Many|Most|Others|All|Earlier|Previous|Prior|Recent|Few|Several|Research\w*|Stud(?:y|ies)|Authors?|Scholars|In|On|For|At|As|If|When|While|Since|Because)\b)[A-Z][^.,;:()\d]{2,60}?)"
    r"\s+(?:is|are|was|refers?|means?|denotes?|describes?|captures?|reflects?|concerns?|matters?|plays?|has|may|can|consists?|denotes?|stands|helps?|gives?)\b"
)
_NEAR = 900  # characters of a paragraph


def without_it(said: str, above: str) -> str:
    """The statement with the name in the place of its pronoun, where the sentences above it speak of one thing.

    >>> without_it("it to be related to joy", "Salt is the taste of the sea. We expected ")
    'Salt to be related to joy'
    """
    pronoun = _IT.fullmatch(said.strip())
    if pronoun is None:
        return said
    told = list(_SUBJECT.finditer(above[-_NEAR:]))
    name = a_name(told[-1]["x"]) if told else ""
    return f"{name} {pronoun['rest']}" if name else said
