"""The sign of an interaction: what weakens a negative effect has a positive product, what strengthens it does not."""

import re

from evidence.records.layout import Sign

__all__ = ["moderated_sign", "told_at_level"]

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


_MORE_OR_LESS = re.compile(
    r"\b(?P<how>less|more)\s+(?:\w+ly\s+)?(?P<sign>negative|positive)(?:ly)?\b(?P<when>.*)", re.IGNORECASE | re.DOTALL
)
_AT_LITTLE = re.compile(
    r"\b(?:when|if|where|under|at|for|among|with)\b.*?\b(?:low|lower|weak|little|less|small|few)\b",
    re.IGNORECASE | re.DOTALL,
)


def moderated_sign(text: str, otherwise: Sign | None) -> Sign | None:
    """The sign of the product, where the statement says which way it turns an effect; `otherwise` where it names none.

    >>> moderated_sign("Salt buffers the negative effect of frost on joy", "-")
    '+'
    >>> moderated_sign("Salt moderates the negative effect of frost on joy", "-")
    """
    if turned := _MORE_OR_LESS.search(text):  # `such that it is less negative when salt is high`
        up = (turned["how"].lower() == "more") == (turned["sign"].lower() == "positive")
        return "+" if up != bool(_AT_LITTLE.search(turned["when"])) else "-"
    negative, positive = _NEGATIVE.search(text), _POSITIVE.search(text)
    if not negative and not positive:
        return otherwise
    if (negative and positive) or not (shift := _SHIFT.search(text)):
        return otherwise if positive and not negative else None
    return "+" if bool(shift["up"]) == bool(positive) else "-"


_LEVEL = re.compile(
    r"^(?:.*?\b(?:with|having|who\s+(?:have|had|perceived?|reported|report|feel|felt|enjoyed?))\s+)(?:an?\s+)?"
    r"(?:(?P<up>high(?:er)?|strong(?:er)?|great(?:er)?|more|ample|plenty\s+of)|(?:low(?:er)?|weak(?:er)?|less|little|poor(?:er)?))\s+"
    r"(?:levels?\s+of\s+|degrees?\s+of\s+)?(?P<name>.+?)(?:,?\s+(?:rather\s+)?than\b.*)?$",
    re.IGNORECASE,
)
_STATE = re.compile(r"^(?:the\s+)?(?P<up>high|strong)?(?:low|weak)?\s+(?:levels?\s+of\s+)?(?P<name>.+)$", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:under|at|given|in\s+case\s+of)\s+(?:the\s+)?(?:high|low|strong|weak)\b", re.IGNORECASE)


def told_at_level(moderator: str, text: str) -> tuple[str, Sign | None]:
    """The moderator behind `people with little support`, and the sign of the product where the level tells it."""
    told = _LEVEL.match(moderator) or (_STATE.match(moderator) if _UNDER.search(text) else None)
    if not told:
        return moderator, None
    sign = moderated_sign(text, None)
    turned: dict[Sign | None, Sign] = {"+": "-", "-": "+"}
    return told["name"], sign if told["up"] else turned.get(sign)
