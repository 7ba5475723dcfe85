"""Hypotheses whose labels stand in brackets behind their constructs: `trust (H1a) and price (H1b) affect loyalty`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.prose.hypotheses.each_its_sign import each_its_sign
from evidence.read.prose.labels import normal
from evidence.read.prose.relations.relation import Relation, construct_phrase, relation, sign_of

__all__ = ["behind_constructs"]

_MARK = late(r"\s*[(（\[]\s*(?:[\w-]{1,12}\s*[;,]\s*)?H\s?(?P<n>\d{1,2})(?P<letter>[a-zA-Z])?\s*[)）\]]")
_CLAUSE = re.compile(r",?\s+\b(?:and|but|while|whereas)\s+that\b|(?<=[)\]])\s*,\s*that\b|;", re.IGNORECASE)
_LEAD = late(
    r"^[\s,:]*(?:(?:and|or|but|while|whereas|although|though|as well as|then|finally|further(?:more)?|moreover|also|similarly|likewise|in addition|lastly|both|either)\b[\s,]*)*",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    r"\b(?:should|must|may|might|could|shall|would|will)\s+(?:(?:each|all|both|also)\s+)?be\b|\bare\s+(?:each|all|both)\b"
)
_TIED = re.compile(
    r"(?:\w+ly\s+)*(?:related|associated|linked|correlated|connected|tied)\s+(?:to|with)\b", re.IGNORECASE
)
_TOWARDS = re.compile(  # `and to joy`, `but negatively to fear`, `and a negative one with fear`
    r"^(?:(?:an?\s+)?\w+\s+one\s+|\w+ly\s+)?(?:on|to|with|of|for|between|via|through)\s+", re.IGNORECASE
)
_EACH = re.compile(r"\b(?:should|must|may|might|could|shall|would|will)\s+(?:each|all|both)\s+(?=\w)")
_ASSUMING = (
    *("hypothes", "propos", "expect", "assum", "predict", "posit", "postulat", "suggest", "anticipat", "suppos"),
    *("surmis", "presum", "conjectur", "contend", "believ", "argu"),
)
_ASSUMED = late(
    r"^[^()]{0,160}?\b(?:hypothesi[sz]ed?|propos(?:e|ed)|expect(?:ed)?|assum(?:e|ed)|predict(?:ed)?|posit(?:ed)?|postulat(?:e|ed)|suggest(?:ed)?|anticipat(?:e|ed)|suppos(?:e|ed)|surmis(?:e|ed)|presum(?:e|ed)|conjectur(?:e|ed)|contend(?:ed)?|believ(?:e|ed)|argu(?:e|ed)|(?:hypothes[ie]s|predictions?|expectations?|propositions?|assumptions?)\s+(?:[^(),;:]{1,60}?\s)?(?:is|are|was|were)(?=\s+that\b))\s+(?P<that>that\s+)?",
    re.IGNORECASE,
    needs=_ASSUMING,
)
_INFINITIVE = re.compile(r"^to\s+(?P<be>be\b)?(?=\s*\w)")
# `we expected crust to raise joy (H1)`, `smell was expected to lower fear (H2)`: the subject stands before the verb.
_TO_DO = re.compile(r"(?P<x>[^,;:()]{2,80}?)\s+(?P<does>to\s+(?=\w).+)$")
_AWAITED = late(
    r"(?P<x>[^,;:()]{2,80}?)\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:hypothesi[sz]ed|expected|assumed|predicted|posited|supposed|presumed|held|believed|thought)\s+(?P<does>to\s+(?=\w).+)$",
    re.IGNORECASE,
    needs=(*_ASSUMING, "held", "thought"),
)
_HELD_TO = re.compile(
    r"(?:is|are|was|were)\s+(?:\w+\s+)?(?:held|thought|believed|supposed|presumed|posited)\s+(?=to\s)", re.IGNORECASE
)
_OF_ALL = re.compile(r"\s+(?:of|in|on|with|for|towards?|at|among|from)\s", re.IGNORECASE)
_OF_ALL_TO = re.compile(r"(?:of|in|at|among|from)\s+(?:[\w'’-]+\s+){1,4}?(?=to\s)", re.IGNORECASE)
_THIS = late(
    r"\b(?:this|the|that|their)\s+(?:(?:latter|former|same)\s+)?(?:relation(?:ship)?|association|effect|link|influence|impact)\s+"
    r"(?:will\s+be|would\s+be|is|was)\s+(?:\w+ly\s+)?mediated\s+by\s+(?P<m>.+)$",
    re.IGNORECASE,
    needs=("mediated",),
)

_SAME = r"(?:(?:this|the|that|their)\s+(?:(?:latter|former|same)\s+)?(?:relation(?:ship)?|association|effect|link|influence|impact)|it)"
_MEDIATE_IT = late(  # `calm (H2a) and warmth (H2b) mediate this relation`, `calm and warmth mediate it in sequence (H3)`
    rf"^(?P<m>.*?)\s*\b(?:(?:will|would|should)\s+)?(?:\w+ly\s+)?mediate[sd]?\s+{_SAME}(?:\s+(?:in\s+(?:sequence|series|turn)|serially|sequentially|partially|fully))?$",
    re.IGNORECASE,
    needs=("mediate",),
)


def behind_constructs(sentence: str) -> dict[str, Relation]:
    """The relation of each label that stands in brackets behind the construct that varies.

    >>> {k: (v.from_, v.to) for k, v in behind_constructs("Crust (H1a) and smell (H1b) should be related to joy").items()}
    {'H1a': ('Crust', 'joy'), 'H1b': ('smell', 'joy')}
    """
    intro, _, announced = sentence.partition(": ")  # `we expect two effects: humour is related to joy (H1) ...`
    if announced and not _MARK.search(intro):
        sentence = announced
    found: dict[str, Relation] = {}
    last: Relation | None = None
    for clause in _CLAUSE.split(sentence):
        for label, tie in _clause(clause, last):
            found.setdefault(label, tie)
            last = tie
    return found


_MEDIATES = late(  # `calm mediates the relations of salt (H1a) and rye (H1b) with joy`
    r"^(?P<m>[^,;:]+?)\s+(?:(?:will|would|should|may|can)\s+)?(?:\w+ly\s+)?mediates?\s+the\s+(?:\w+\s+)?(?:effects?|relation(?:ship)?s?|associations?|links?|influences?|impacts?)\s+(?:of|between|from)\s+(?P<a>.+)$",
    re.IGNORECASE,
    needs=("mediate",),
)
_WITH_WHAT = re.compile(r"^(?:(?:up)?on|to|with|and)\s+(?P<b>[^,;]+)$", re.IGNORECASE)


def _mediates_each(pieces: list[str], tail: str) -> list[Relation]:
    """The mediated relation of each construct with what stands behind the last of them."""
    told, end = _MEDIATES.match(pieces[0]), _WITH_WHAT.match(tail.strip(" ,."))
    if len(pieces) < 2 or told is None or end is None:
        return []
    middle, target = construct_phrase(told["m"]), construct_phrase(end["b"])
    items = [construct_phrase(re.sub(r"^(?:and|or|of|between)\s+", "", item)) for item in (told["a"], *pieces[1:])]
    return [Relation(item, target, middle) for item in items] if middle and target and all(items) else []


_ACTS = re.compile(
    r".+\s(?:increas|decreas|rais|lower|reduc|enhanc|strengthen|weaken|promot|hinder|predict|affect|influenc|improv|foster|diminish)(?:e?s|e)?$",
    re.IGNORECASE,
)
_ACTED_ON = re.compile(r"(?:the|an?|their|his|her|its)\s+[^,;:]+$", re.IGNORECASE)


def _acts_each(pieces: list[str], tail: str) -> list[Relation]:
    """`Crust increases (H1), and frost decreases (H2), the joy of bakers`: each does so to what stands behind the last."""
    if len(pieces) < 2 or not all(map(_ACTS.match, pieces)) or not _ACTED_ON.match(tail):
        return []
    ties = [relation(f"{piece} {tail}") for piece in pieces]
    return [tie for tie in ties if tie] if all(ties) else []


def _clause(clause: str, last: Relation | None) -> list[tuple[str, Relation]]:
    marks = list(_MARK.finditer(clause))
    if not marks:
        return []
    named = [normal(m["n"], m["letter"]) for m in marks]
    starts = [0, *(m.end() for m in marks[:-1])]
    pieces = [_plain(clause[a : m.start()]) for a, m in zip(starts, marks, strict=True)]
    through = _THIS.search(pieces[0])
    if through and last and len(marks) == 1 and (middle := construct_phrase(through["m"])):
        return [(named[0], Relation(last.from_, last.to, middle))]
    tail = _plain(clause[marks[-1].end() :])
    if last and (ties := _mediating_it(pieces, tail, last)):
        return list(zip(named, ties, strict=True))
    if held := _HELD_TO.match(tail):  # `crust (H1) and smell (H2) are held to raise joy`
        tail = tail[held.end() :]
    if of_all := _OF_ALL_TO.match(tail):
        tail = tail[of_all.end() :]
    begins = _INFINITIVE.match(tail)
    assumed = _ASSUMED.match(pieces[0])
    if signed := each_its_sign([pieces[0][assumed.end() if assumed else 0 :], *pieces[1:]], tail):
        return list(zip(named, signed, strict=True))
    if assumed and (
        assumed["that"] or begins
    ):  # `we expected that crust (H1) ...`, `we expect crust (H1) ... to raise`
        pieces[0] = pieces[0][assumed.end() :]
        tail = ("is" if begins["be"] else "will ") + tail[begins.end() :] if begins else tail
    elif (awaited := _AWAITED.match(pieces[0])) or (assumed and (awaited := _TO_DO.match(pieces[0][assumed.end() :]))):
        pieces = [
            _infinitive(awaited["does"], awaited["x"]),
            *(_infinitive(p, "") if _does(p) else p for p in pieces[1:]),
        ]
    if acting := _acts_each(pieces, tail):
        return list(zip(named, acting, strict=True))
    if mediated := _mediates_each(pieces, tail):
        return list(zip(named, mediated, strict=True))
    first = relation(pieces[0])
    if first is None and (reason := _REASON.match(pieces[0])):
        pieces[0] = pieces[0][reason.end() :]
        first = relation(pieces[0])
    if len(pieces) > 1 and (first is None or not first.to) and (shared := _before_their_end(pieces, tail)):
        return list(zip(named, shared, strict=True))
    if first is None:  # the verb stands behind the last of the constructs
        items = [construct_phrase(p) for p in pieces]
        whole = relation(f"{items[0]} {tail}") if items[0] and tail else None
        if (
            whole
            and items[0]
            and whole.from_
            and _OF_ALL.match(whole.from_[len(items[0]) :])
            and whole.from_.startswith(items[0])
        ):
            whole = replace(whole, from_=items[0])  # `crust (H1a) and smell (H1b) of the loaf affect joy`
        if whole is None or not all(items):
            return []
        if whole.via == items[0]:  # `crust (H1a) and smell (H1b) mediate the effect of salt on joy`
            return [(label, replace(whole, via=item)) for label, item in zip(named, items, strict=True)]
        if whole.moderator == items[0]:
            return [(label, replace(whole, moderator=item)) for label, item in zip(named, items, strict=True)]
        if whole.from_ != items[0]:
            return []
        return [(label, replace(whole, from_=item)) for label, item in zip(named, items, strict=True)]
    first = _completed(first, pieces[0], tail)
    ties = [first]
    acted_on = _BY_SOURCE.search(pieces[0]) is not None and _ends_with(pieces[0], first.from_)
    for piece in pieces[1:]:
        if acted_on and (by := _BY.match(piece)) and (item := construct_phrase(piece[by.end() :])):
            ties.append(replace(first, from_=item))  # `joy is raised by crust (H1) and by smell (H2)`
            continue
        if (same := _SAME_WAY.match(piece)) and first.via and (item := construct_phrase(same["x"])):
            ties.append(replace(first, from_=item, via=construct_phrase(same["m"]) or None))
            continue
        item = construct_phrase(_TOWARDS.sub("", piece))
        if item and re.match(r"(?:via|through)\b", piece, re.IGNORECASE):
            ties.append(replace(first, via=item))
            continue
        verb = "is " if _TIED.match(piece) else ""  # said once, with the first
        piece = _THAT.sub("the relationship ", piece)
        own = relation(piece) or (relation(f"{first.from_} {verb}{piece}") if first.from_ else None)
        if own is None and not item:
            return []
        if own and _ANOTHER.match(piece):  # the verb is said once
            own = replace(own, via=own.via or first.via, moderator=own.moderator or first.moderator)
        sign = sign_of(piece) or first.sign
        between = bool(first.via) and not _ON.match(piece) and not _ends_with(pieces[0], first.to)
        ties.append(own or (replace(first, via=item) if between else replace(first, to=item, sign=sign)))
    return list(zip(named, ties, strict=True))


def _ends_with(words: str, name: str | None) -> bool:
    """Whether the first label stands right behind a construct, as the others then do."""
    return bool(name) and words.lower().rstrip(" ,").endswith((name or "").lower())


_BY = re.compile(r"(?:also\s+|further\s+)?by\s+", re.IGNORECASE)
_BY_SOURCE = re.compile(r"\sby\s", re.IGNORECASE)
_SAME_WAY = re.compile(  # `crust has an indirect effect on joy through calm (H1), and salt one through warmth (H2)`
    r"^(?P<x>[^,;:()]{2,60}?)\s+(?:an?\s+(?:\w+\s+)?(?:effect|influence|one)|one)\s+(?:through|via|by\s+way\s+of|by\s+means\s+of)\s+(?P<m>.+)$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"^(?:the|that)\s+(?:\w+\s+){0,2}?(?:relation(?:ship)?|association|link|effect|influence|impact|path)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:with|those|who)\b", re.IGNORECASE)  # whom it holds for, and not what it depends on
_ON = re.compile(r"(?:on|upon|to)\s", re.IGNORECASE)
_THAT = re.compile(r"^(?:that|those|the\s+one)\s+(?=between\b|of\b|from\b)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"^(?:via|through|by\s+way\s+of|(?:is|are|will\s+be|would\s+be|should\s+be)\s+(?:\w+\s+)?(?:stronger|weaker|larger|smaller|moderated|mediated))\b",
    re.IGNORECASE,
)


def _completed(first: Relation, opening: str, tail: str) -> Relation:
    """With what is said of all: `the effects of A on B (H1a) and on C (H1b) via M are weaker when W is high`."""
    whole = relation(f"{opening} {tail}") if tail and _GOES_ON.match(tail) else None
    if whole is None or (whole.from_, whole.to) != (first.from_, first.to):
        return first
    through = re.match(
        r"(?:via|through|by\s+way\s+of)\s+(?P<m>.+?)(?=\s+(?:is|are|will|would|should)\b|[,;]|$)", tail, re.I
    )
    via = whole.via or first.via or (construct_phrase(through["m"]) if through else None)
    moderator = None if _WITH.match(whole.moderator or "") else whole.moderator
    return replace(first, via=via or None, moderator=moderator or first.moderator)


def _does(piece: str) -> bool:
    """`to lower later fear` tells what a subject does; `to calm` may name a construct."""
    words = len(piece.split())  # the preposition, a verb and its object
    return words > 3 or (words == 3 and relation(_infinitive(piece, "it")) is not None)


def _infinitive(words: str, subject: str) -> str:
    """`to be related to joy` as what the subject does; other words as they are."""
    begins = _INFINITIVE.match(words)
    said = f"{'is' if begins['be'] else 'will'} {words[begins.end() :].strip()}" if begins else words
    return f"{subject} {said}".strip()


_REASON = re.compile(r"(?:if|since|as|because|given\s+that|where|when)\s[^,()]{5,120},\s+(?=\w)", re.IGNORECASE)
_TO_ALL = re.compile(r"^(?:on|with|to|and|upon)\s", re.IGNORECASE)


def _before_their_end(pieces: list[str], tail: str) -> list[Relation]:
    """`Calm mediates the effects of crust (H1a), smell (H1b) and price (H1c) on joy`: each from its own construct."""
    whole = relation(f"{pieces[0]} {tail}") if _TO_ALL.match(tail) else None
    others = [construct_phrase(piece) for piece in pieces[1:]]
    if whole is None or not (whole.from_ and whole.to) or not pieces[0].endswith(whole.from_) or not all(others):
        return []
    return [whole, *(replace(whole, from_=other) for other in others)]


def _mediating_it(pieces: list[str], tail: str, last: Relation) -> list[Relation]:
    """What goes through each of the constructs that mediate `this relation`, or through all of them in turn."""
    if len(pieces) == 1 and (said := _MEDIATE_IT.search(pieces[0])) and said["m"]:
        ways = ["; ".join(map(construct_phrase, re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", said["m"])))]
    else:
        told = _MEDIATE_IT.search(tail)
        ways = [construct_phrase(piece) for piece in pieces] if told and not told["m"] else []
    return [Relation(last.from_, last.to, way) for way in ways] if ways and all(ways) else []


def _plain(text: str) -> str:
    text = _EACH.sub("will ", _SHOULD.sub("is", text))
    return _LEAD.sub("", text).strip(" ,.")
