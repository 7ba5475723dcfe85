"""How many came back of those that were sent, where a rate beside the two numbers is the share of one in the other."""

import re
from itertools import product

from evidence.read.prose.samples.claims import FEWEST
from evidence.read.prose.samples.sums import is_share
from evidence.read.prose.sentences import Sentence
from evidence.records import Printed

__all__ = ["returned"]

_Counted = tuple[int, tuple[int, int]]
_COUNT = re.compile(r"(?<![\w.,/–-])(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?![\w/%–-]|[.,]\d|\s*(?:%|per\s?cent))")
_WENT = re.compile(
    r"\b(?:sent|mailed|distribut\w+|issued|handed|given|gave|invit\w+|contacted|approached|delivered|posted|asked|cards?|forms?|letters?|e-?mails?)\b",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:return\w*|came\s+back|back|led\s+to|complet\w+|respon\w+|answer\w*|collected|received|filled|replie[sd]|obtained|used)\b",
    re.IGNORECASE,
)
_NEAR = 250  # characters before the sentence: `400 nurses were given one. 311 came back (return rate 77.8%)`


def returned(sentence: Sentence, rate: re.Match[str], analysed: int) -> tuple[_Counted, _Counted] | None:
    """Those who answered and those who were asked; nothing where the rate is that of the answers analysed."""
    text, here = sentence.passage.text, sentence.start + rate.start()
    counts = [
        (
            (int(m[0].replace(",", "")), sentence.passage.clear.span(*m.span())),
            text[max(0, m.start() - 60) : m.end() + 45],
        )
        for m in _COUNT.finditer(text, max(0, sentence.start - _NEAR), sentence.start + len(sentence.text))
        if m.start() < here or m.start() > sentence.start + rate.end()
    ]
    share = Printed(rate["n"])
    if any(is_share(analysed, whole, share) for (whole, _), _ in counts):
        return None
    came = [one for one, beside in counts if one[0] >= max(FEWEST, analysed) and _CAME.search(beside)]
    went = [one for one, beside in counts if _WENT.search(beside)]
    found = {(a[0], b[0]): (a, b) for a, b in product(came, went) if is_share(a[0], b[0], share)}
    (pair,) = found.values() if len(found) == 1 else (None,)
    return pair if pair and pair[0][0] != analysed else None
