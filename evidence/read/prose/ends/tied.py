"""Who affects whom in the words before a coefficient, and what a clause without a verb takes over from the one before."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.ends.tying import ARROW
from evidence.read.prose.relations.relation import Relation, construct_phrase, relation

__all__ = ["LEANS", "tied"]

_CONTRAST = re.compile(r"[;:]|,?\s+\b(?:while|whereas|however|but|although)\b,?", re.IGNORECASE)
_FILLER = re.compile(
    r"^[\s,]*(?:and|or|as well as|but not|followed by|then|also|on)?\s*(?:(?:(?:much|far|even)\s+)?(?:more|less)\s+so\s+)?(?:than\s+)?(?:to|on|with|of|for)?\s*",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"^\s*(?:(?:much|far|even)\s+)?(?:(?:more|less)\s+\w+ly\s+)?than\s+", re.IGNORECASE)
_JUDGED = re.compile(
    r"\b(?:is|are|was|were|has|have|also|to\s+be|found|be|statistically|highly|strongly|positive(?:ly)?|negative(?:ly)?|significant(?:ly)?|supported|confirmed|insignificant|nil|negligible|not|too)\b[\s,]*$",
    re.IGNORECASE,
)
_GAPPED = re.compile(r"^(?:the\s+)?(?P<a>.{2,60}?)\s+(?P<on>to|with|on|upon)\s+(?P<b>.{2,60})$", re.IGNORECASE)
LEANS = re.compile(
    r"\b(?:depend\w*|relian\w*|focus\w*|emphas\w+|information|knowledge|opinions?|views?|attack\w*|spending|time)$",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:strongest|largest|greatest|highest|biggest|best|main|most\s+\w+)\s+(?:\w+\s+){0,2}?(?:effects?|influences?|impacts?|associations?|relationships?|predictors?|determinants?|drivers?|antecedents?|factors?)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"it|them|this|these|the\s+latter|the\s+former", re.IGNORECASE)
_NEXT = re.compile(r"^[\s,]*(?:(?:and\s+)?(?:was|is)\s+)?(?:closely\s+)?followed\s+by\b", re.IGNORECASE)
# `bread had the strongest effect on joy (b = .4), and salt came second (b = .3)`
_PLACED = re.compile(
    r"^[\s,;]*(?:and|while|whereas|with)?\s*(?:the\s+)?(?P<x>[^,;:()]{2,60}?)\s+(?:(?:came|comes?|coming|rank(?:ed|s|ing)?|was|is|being|stood|takes|took|taking)\s+(?:in\s+|a\s+|only\s+|clos\w+\s+)*(?:the\s+)?"
    r"(?:second|third|fourth|next|last|behind|after(?:wards)?)(?:\s+(?:place|rank|position))?|follow(?:ed|s|ing)?(?:\s+(?:closely|behind|next|with))?)\s*$",
    re.IGNORECASE,
)
# `..., although the effect of price was weak`: the target is that of the clause before.
_SOURCE_ALONE = re.compile(
    r"(?:^|[,;:]|\b(?:and|but|although|though|while|whereas|because|since|with))\s*(?:the\s+|that\s+)?(?:[\w-]+\s+)?(?:effect|influence|impact|contribution|role|coefficient|weight)"
    r"\s+(?:of|for|from)\s+(?P<x>[^,;:()]{2,60}?)\s+(?:was|is|were|being|remained|turned\s+out)\b[^,;()]*$",
    re.IGNORECASE,
)
_TOWARDS = re.compile(r"\s(?:on|upon|to|towards?|with|in)\s", re.IGNORECASE)


_ALSO = re.compile(r"^(?:\w+ly\s+)*(?:also|then)?\s*$", re.IGNORECASE)
_INTERACTS = re.compile(
    r"\binteractions?(?:\s+(?:effects?|terms?))?\s+(?:of|between)\s+(?P<a>[^,;()]{2,60}?)\s+(?:and|with)\s+(?P<m>[^,;()]{2,60}?)"
    r"(?:(?:\s+(?:was|were|is|had|has)\b[^,;()]*?)?\s+(?:on|for|in\s+predicting|predict\w+|affect\w+|influenc\w+)\s+(?P<b>[^,;()]{2,60})|\s+(?:was|were|is|had|has)\b.*)?$",
    re.IGNORECASE,
)


def tied(
    before: str, last: Relation | None, last_varies: str, said: frozenset[str] = frozenset()
) -> tuple[Relation | None, str]:
    """Who affects whom in the words before a group; a bare noun continues the sentence before it.

    What follows the strongest of several (`followed by`) is another one of them: `last_varies` is `ranked` behind these.
    `said` are the ends of the relations before, in lower case.
    """
    if _NEXT.match(before) and last_varies == "to":
        return None, last_varies  # of several sources, or of several targets
    if placed := _PLACED.match(before):
        phrase = construct_phrase(placed["x"]) if last and last.to and last_varies == "ranked" else ""
        return (Relation(phrase, last.to), "ranked") if phrase and last else (None, last_varies)
    last_varies = {"ranked": "from" if _NEXT.match(before) else "to"}.get(last_varies, last_varies)
    alone = _SOURCE_ALONE.search(before)
    if alone and not _TOWARDS.search(alone["x"]):
        above = relation(before[: alone.start()]) or last
        phrase = construct_phrase(alone["x"])
        return (Relation(phrase, above.to), "from") if above and above.to and phrase else (None, last_varies)
    cuts = [m.end() for m in _CONTRAST.finditer(before)]
    clause = before[cuts[-1] :] if cuts and relation(before[cuts[-1] :]) else before
    if cuts and last is None and clause is before and a_name(before[cuts[-1] :]):
        return None, last_varies  # `crust raises joy, whereas salt (b = .1) lowers it`: whose verb is still to come
    previous = None
    plain = clause
    while previous != plain:
        previous, plain = plain, _JUDGED.sub("", plain).rstrip(" ,")
    bare = _FILLER.sub("", plain).strip()
    if gapped := _gapped(bare, last, said):
        return gapped, "to"
    if last is not None and bare and len(bare.split()) <= 8 and not relation(bare):
        phrase = construct_phrase(bare)
        if phrase and last.via:
            return replace(last, via=phrase), last_varies  # `through mood (β = .05) and sleep (β = .03)`
        if phrase:
            made = Relation(last.from_, phrase) if last_varies == "to" else Relation(phrase, last.to)
            return made, last_varies
    subject = _COMPARED.sub("", re.sub(r"^[\s,]*(?:and|but|or)\s+", "", plain, flags=re.IGNORECASE))
    crossed = _product_of(subject) if "interact" in subject or "oderating" in subject else None
    found = crossed or relation(subject) or _related(subject)
    if found and _INTERACTS.search(subject) and not re.search(r"[×*]", found.from_ or ""):
        found = _product_of(subject)  # of two that interact, neither affects the other
    if found and last is not None and _ALSO.match(found.from_ or ""):
        found = Relation(last.from_, found.to)
    if found and _PRONOUN.fullmatch(found.to or ""):
        found = replace(found, to=last.to) if last and last.to else None
    if found:
        ends_with_from = bool(found.from_) and plain.rstrip(" .,").lower().endswith((found.from_ or "").lower()[-12:])
        if ends_with_from and not plain.lower().endswith((found.to or "").lower()[-12:]):
            return found, "from"
        return found, "ranked" if _RANKED.search(plain) else "to"
    return None, last_varies


_MODERATING = late(
    r"\bmoderat\w+\s+(?:effects?|roles?|influence|impact)\s+of\s+(?P<m>[^,;()]{2,60}?)\s+(?:on|in|for)\s+(?:the\s+)?(?:(?:\w+\s+)?(?:relation(?:ship)?|link|path|association|effect|influence|impact)\s+)(?:between|from|of)\s+(?P<a>[^,;()]{2,60}?)\s+(?:and|to|on|upon)\s+(?P<b>[^,;()]{2,60}?)(?:\s+(?:was|were|is|are|proved)\b.*)?$",
    re.IGNORECASE,
    needs=("moderat",),
)
_INTERACTED = late(  # `Trust and price interacted to predict joy`
    r"^(?:.*,\s)?(?P<a>[^,;()]{2,60}?)\s+(?:and\s+(?P<m>[^,;()]{2,60}?)\s+(?:\w+ly\s+)?interact(?:ed|s)?|(?:\w+ly\s+)?interact(?:ed|s)\s+(?:\w+ly\s+)?with\s+(?P<m2>[^,;()]{2,60}?))"
    r"(?:\s+\w+ly)?\s+(?:to\s+(?:predict|affect|influence|explain|shape|determine)|in\s+(?:the\s+prediction\s+of|predicting|affecting|influencing|explaining|(?:their|its)\s+\w+\s+on)|on|when\s+predicting)\s+(?P<b>[^,;()]{2,60}?)\s*$",
    re.IGNORECASE,
    needs=("interact",),
)


def _product_of(clause: str) -> Relation | None:
    """`the interaction between trust and price was significant for joy`."""
    match = _MODERATING.search(clause) or _INTERACTED.match(clause) or _INTERACTS.search(clause)
    middle = match and (match["m"] or match.groupdict().get("m2"))
    ends = [construct_phrase(words or "") for words in (match["a"], middle, match["b"])] if match else []
    return Relation(f"{ends[0]} × {ends[1]}", ends[2]) if ends and all(ends) else None


def _gapped(bare: str, last: Relation | None, said: frozenset[str]) -> Relation | None:
    """`trust was related to joy (β = .3) and joy to loyalty`: the verb is left out, one of the ends is said again."""
    match = _GAPPED.match(bare)
    if last is None or last.via or match is None:
        return None
    start, end = construct_phrase(match["a"]), construct_phrase(match["b"])
    again = start.lower() in {(last.from_ or "").lower(), (last.to or "").lower(), *said}
    again = again or (match["on"].lower() == "on" and not LEANS.search(start))
    return Relation(start, end) if start and end and again else None


_BETWEEN = re.compile(r"\bbetween\s+(?P<a>.+?)\s+and\s+(?P<b>.+)$", re.IGNORECASE)
_FROM_TO = re.compile(r"(?:\bfrom\s+)(?P<a>.+?)\s+to\s+(?P<b>.+)$", re.IGNORECASE)
_BY_ARROW = re.compile(r"(?P<a>[\w\s-]+?)\s*(?:→|-+>)\s*(?P<b>[\w\s-]+)$")
_PRODUCT = late(
    r"(?P<a>\S.*[×*].*?)\s+(?:was|were|is|had|has)\s+(?:\w+\s+){0,3}?(?:(?:significant|effects?)\w*\s+(?:for|on|in\s+predicting|predicting)|predictors?\s+of)\s+(?P<b>.+)$"
)


def _related(clause: str) -> Relation | None:
    """`a significant path coefficient between X and Y`, `X → Y`."""
    between = _BETWEEN.search(clause) or _FROM_TO.search(clause)
    arrow = _BY_ARROW.search(clause) if "→" in clause or ">" in clause else None
    if arrow and len(ARROW.findall(clause)) > 1:
        return None  # a chain, whose last link is not what is told of
    product = _PRODUCT.search(clause) if "×" in clause or "*" in clause else None
    match = product or between or arrow
    if not match:
        return None
    start, end = construct_phrase(match["a"]), construct_phrase(match["b"])
    return Relation(start, end) if start and end else None
