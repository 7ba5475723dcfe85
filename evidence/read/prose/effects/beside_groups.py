"""What a bracket names inside it, and the statistics that are told behind a coefficient."""

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.effects.estimates import HEAD, Group, statistics_in
from evidence.read.prose.ends.tying import ARROW
from evidence.read.prose.relations.relation import Relation, construct_phrase
from evidence.read.prose.sentences import Sentence
from evidence.records import Path, Printed

__all__ = ["further_sources", "named_inside", "proven", "whom_behind"]

Span = tuple[int, int]

_ARROWED = re.compile(r"^\W*(?P<a>[^=()\[\]:;]{2,60}?)\s*(?:→|⇒|-{1,2}>)\s*(?P<b>[^=()\[\]:;]{2,60}?)\s*[:,;]?\s*$")
_PRODUCT = re.compile(r"^\W*(?P<x>[^=()\[\]:;]{2,60}?\s*[×*]\s*[^=()\[\]:;]{2,60}?)\s*[:,;]\s*$")
_CHAIN_BEFORE = re.compile(  # `The indirect effect (crust → joy → sales) was significant (effect = .03)`
    r"\beffect\s*[(\[](?P<chain>[^()\[\]=;:]{2,60}(?:(?:→|⇒|-{1,2}>)[^()\[\]=;:→]{2,60})+)[)\]][^()\[\]]{0,80}$",
    re.IGNORECASE,
)
_ON_WHAT = late(
    r"\b(?:in\s+(?:the\s+)?(?:prediction\s+of|predicting|explaining|their\s+effects?\s+on)|in\s+(?:its|their)\s+\w+\s+on|(?:up)?on|to\s+(?:predict|affect|influence|explain)|predict(?:ed|s)|affect(?:ed|s)|influenc(?:ed|es)|for)\s+(?P<b>[^,;:()]+?)\s*$",
    re.IGNORECASE,
)


def named_inside(group: Group, tie: Relation | None, clause: str) -> Relation | None:
    """`(crust → joy: β = .3)`, `(crust × salt: b = .1)`: the bracket says what its number is of."""
    head = HEAD.search(group.inside)
    before = group.inside[: head.start()] if head else ""
    if arrow := _ARROWED.match(before):
        ends = construct_phrase(arrow["a"]), construct_phrase(arrow["b"])
        return Relation(*ends) if all(ends) else None
    if drawn := _CHAIN_BEFORE.search(clause):
        names = [construct_phrase(name) for name in ARROW.split(drawn["chain"])]
        if all(names):
            return Relation(names[0], names[-1], " and ".join(names[1:-1]) or None)
    product = _PRODUCT.match(before)
    target = _ON_WHAT.search(clause) if product else None
    end = construct_phrase(target["b"]) if target else tie.to if tie and product else None
    return Relation(" ".join(product["x"].split()), end) if product and end else None


_EFFECT = late(
    r"\b(?:effects?|influences?|impacts?|relation(?:ship)?s?|associations?|links?|linkages?|paths?|contributions?)\s*$",
    re.IGNORECASE,
)
_WHOM = late(
    r"\s+(?:on|upon|of|between|from|with|to)\s+[^,;:.()\d=]{3,120}?(?=\s*(?:[,;:]|\(\s*H\s?\d|\.?\s*$)"
    r"|\s+(?:and|or)\s+(?:of\s+|on\s+|that\s+of\s+)?(?:[^,;:.()\d=]{3,60})?\("
    r"|\s+(?:and|or)\s+(?:an?|no|the|its)\s+(?:[\w-]+\s+){0,3}?(?:effect|influence|impact|relation|association|link|path)"
    r"|\s+(?:was|were|is|are|has|had|did|does|while|whereas|but|although|as|at|than|in)\b)",
    re.IGNORECASE,
)


def whom_behind(text: str, start: int, end: int) -> int:
    """Where the words end that say of whom a bracket behind its noun is: `had no effect (β = .03) on loyalty`.

    >>> text = "Ease had no effect (b = .03) on loyalty, but"
    >>> text[: whom_behind(text, 19, 28)]
    'Ease had no effect (b = .03) on loyalty'
    """
    whom = _WHOM.match(text, end) if text[start : start + 1] in "([" and _EFFECT.search(text[:start]) else None
    return whom.end() if whom else end


_ONE_MORE = re.compile(
    r"\s*(?:,\s*)?(?:and|or|,)?\s*(?:(?:that\s+)?of\s+)?(?P<x>[^,;:.()\d=]{2,60}?)\s*", re.IGNORECASE
)
_HAS_VERB = re.compile(
    r"\b(?:had|has|was|were|is|are|did|does|effects?|influences?|impacts?|on|upon|to|\w{3,}(?:ed|es))\b", re.IGNORECASE
)
_ON_IT = re.compile(r"\s*(?:on|upon)\s+(?P<b>[^,;:.()\d=]{2,60}?)(?=\s*(?:[,;:(]|\.?\s*$)|\s+(?:and|but)\b)")
_DID_SO = re.compile(r"\s*(?:did|does|too\b|as\s+well)", re.IGNORECASE)


def further_sources(text: str, groups: list[Group], ends: list[int], first: Relation | None) -> dict[int, Relation]:
    """`Salt had an effect (b = .4) on joy, rye (b = .2) and crust (b = .1) on calm`, `and rye (b = .2) did so too`.

    What stands before the further brackets acts as well: on what is named behind the last, or on the first outcome.
    """
    found: dict[int, Relation] = {}
    if first is None or ends[0] == groups[0].end:
        return found
    waiting: list[tuple[int, str]] = []
    for i in range(1, len(groups)):
        before = text[ends[i - 1] if ends[i - 1] <= groups[i].start else groups[i - 1].end : groups[i].start]
        more = _ONE_MORE.fullmatch(before)
        if more is None or _HAS_VERB.search(more["x"]):
            return found
        waiting.append((i, construct_phrase(more["x"])))
        on = _ON_IT.match(text, groups[i].end)
        if on or _DID_SO.match(text, groups[i].end):
            target = construct_phrase(on["b"]) if on else first.to
            found.update({at: Relation(name, target) for at, name in waiting})
            waiting = []
    return found


_PROVEN = re.compile(
    r"^\s*,?\s*(?:(?:which|and|this|it)\s+)?(?:was|is|were|had|has|proved|proves|reached|reaches|turned\s+out|differed|differs)(?:\s+[^\W\d_][\w'’-]*,?){1,10}?[\s,(]+"
    r"(?=[tzpP](?:\s*\(\d+\)|[-\s]values?)?\s*[=<>]|(?:\d\d\s*%\s*)?(?:bootstrap\w*\s+)?(?:C\.?I\.?|confidence\s+interval)|S\.?E\.?\s*=)",
)
_ITS_OWN = re.compile(r"signific|sobel|zero|reliabl|interval|\btest\b|bootstrap|reject|level", re.IGNORECASE)


def proven(found: Found[Path], sentence: Sentence, start: int, end: int) -> Found[Path]:
    """`(β = .13) was significant according to a Sobel test, z = 4.1`: the statistics come after the words."""
    behind = sentence.text[start:end]
    match = _PROVEN.match(behind)
    if (
        found.value.stat
        or found.value.p
        or found.value.ci_lo
        or not match
        or not _ITS_OWN.search(behind[: match.end() + 40])
    ):
        return found
    values: dict[str, Printed] = {}
    places: dict[str, Span] = {}
    statistics_in(behind[match.end() :], start + match.end(), sentence.text, values, places)
    if "stat" in values:
        found = replace(found, value=replace(found.value, stat_kind="z" if behind[match.end()] == "z" else "t"))
    new = {k: v for k, v in values.items() if getattr(found.value, k, None) is None}
    spans = {k: sentence.span(*places[k]) for k in new}
    return replace(found, value=replace(found.value, **new), spans={**found.spans, **spans})  # type: ignore[arg-type]
