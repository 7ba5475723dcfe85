"""Constructs with a sign each: `crust (H1) to be positively, and salt (H2) to be negatively related to joy`."""

import re
from dataclasses import replace
from typing import Literal

from evidence.read.prose.relations.relation import Relation, construct_phrase, relation

__all__ = ["each_its_sign"]

_BE = r"(?:(?:to|will|would|should|is|are)(?:\s+be)?\s+)?"
_FORE = re.compile(  # the end of what is said of the constructs before: `to be positively, and salt`
    rf"^{_BE}(?P<sign>positively|negatively)\s*,?\s*(?:and|but|while|whereas)\s+", re.IGNORECASE
)
_OWN = re.compile(rf"\s+{_BE}(?P<sign>positively|negatively)$", re.IGNORECASE)
_ALSO = re.compile(r"^(?:and|or|as\s+well\s+as)\s+", re.IGNORECASE)
_SHARED = re.compile(  # what stands behind the last of them, with its sign if that is still to be said
    rf"^{_BE}(?:(?P<sign>positively|negatively)\s+)?(?P<tie>(?:related|associated|linked|correlated|connected|tied)\s+(?:to|with)\s+.+)$",
    re.IGNORECASE,
)


def each_its_sign(pieces: list[str], tail: str) -> list[Relation]:
    """The relation of each construct with what stands behind the last of them, where two signs at least are told.

    >>> told = each_its_sign(["crust to be positively", "and salt to be negatively"], "related to joy")
    >>> [(tie.from_, tie.sign) for tie in told]
    [('crust', '+'), ('salt', '-')]
    """
    shared = _SHARED.match(tail)
    if len(pieces) < 2 or shared is None:
        return []
    names: list[str] = []
    signs: list[Literal["+", "-"] | None] = []
    for piece in pieces:
        if names and (fore := _FORE.match(piece)):
            signs = [sign or _sign(fore["sign"]) for sign in signs]
            piece = piece[fore.end() :]
        own = _OWN.search(piece)
        names.append(construct_phrase(_ALSO.sub("", piece[: own.start()] if own else piece)))
        signs.append(_sign(own["sign"]) if own else None)
    if shared["sign"]:
        signs = [sign or _sign(shared["sign"]) for sign in signs]
    if set(signs) != {"+", "-"} or not all(names):
        return []
    whole = relation(f"{names[0]} is {shared['tie']}")
    if whole is None or whole.from_ != names[0]:
        return []
    return [replace(whole, from_=name, sign=sign) for name, sign in zip(names, signs, strict=True)]


def _sign(word: str) -> Literal["+", "-"]:
    return "+" if word.lower() == "positively" else "-"
