"""The sign of an interaction: what weakens a negative effect has a positive product, what strengthens it does not."""

import re

from evidence.records.layout import Sign

__all__ = ["moderated_sign"]

_TIE = (
    r"(?:\w+\s+){0,2}?(?:relation(?:ship)?s?|effects?|associations?|links?|impacts?|influences?|correlations?|paths?)\b"
)
_NEGATIVE = re.compile(rf"\b(?:negative|inverse|adverse|harmful|detrimental|damaging)\s+{_TIE}", re.IGNORECASE)
_POSITIVE = re.compile(rf"\b(?:positive|beneficial|favou?rable)\s+{_TIE}", re.IGNORECASE)
_SHIFT = re.compile(
    r"\b(?:(?P<up>strengthen|stronger|amplif|enhanc|intensif|reinforc|increas|exacerbat|aggravat|magnif)"
    r"|(?:weaken|weaker|buffer|attenuat|dampen|mitigat|reduc|lessen|alleviat|diminish|cushion|soften|smaller))\w*",
    re.IGNORECASE,
)


def moderated_sign(text: str, otherwise: Sign | None) -> Sign | None:
    """The sign of the product, where the statement says which way it turns an effect; `otherwise` where it names none.

    >>> moderated_sign("Salt buffers the negative effect of frost on joy", "-")
    '+'
    >>> moderated_sign("Salt moderates the negative effect of frost on joy", "-")
    """
    negative, positive = _NEGATIVE.search(text), _POSITIVE.search(text)
    if not negative and not positive:
        return otherwise
    if (negative and positive) or not (shift := _SHIFT.search(text)):
        return otherwise if positive and not negative else None
    return "+" if bool(shift["up"]) == bool(positive) else "-"
