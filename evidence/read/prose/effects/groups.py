"""One effect with a number for each group: `The effect of humour on joy was .43 in Denmark (p < .001) and .31 in Norway`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace
from itertools import pairwise

from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.effects.condition import ANYBODY, PEOPLE, sort_of_effect
from evidence.read.prose.effects.direction import leads_either_way
from evidence.read.prose.effects.estimates import OTHER, beside_statistics
from evidence.read.prose.effects.parallel import name_list
from evidence.read.prose.ends.named import a_name, between_ends
from evidence.read.prose.figures import NUMBER, printed
from evidence.read.prose.mentions import mentions
from evidence.read.prose.no_results import no_result
from evidence.read.prose.relations.relation import construct_phrase, relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Path

__all__ = ["each_of", "path_for", "paths_by_group"]

_EACH = re.compile(
    rf"(?:(?<![A-Za-z])[bBβγ]\s*=\s*)?(?P<v>{NUMBER})\s*(?P<in>\((?:[^()]|\([^()]*\))*\)|(?:,\s*(?:t|z|p|SE)\s*[=<>]\s*{NUMBER})+)?\s*(?:in|for|among|at)\s+(?:(?:the\s+(?:sub-?)?(?:sample|group)|that|those)\s+of\s+)?(?:the\s+)?(?P<who>[^\W\d_][\w'’ -]{{1,40}}?|(?:[\w'’-]+\s+){{0,3}}(?:one|1)\s+(?:SD|standard\s+deviation)[\w\s'’-]{{1,60}}?|[-−–+]?\s?1\s?SD[\w\s]{{0,30}}?)\s*(?P<after>\((?:[^()]|\([^()]*\))*\))?(?=\s*(?:[,;.]|\band\b|\bbut\b|\bwhile\b|\bwhereas\b|\bversus\b|\bcompared\b|$))"
)
_FOLLOWED = re.compile(r"[\d)]\s*(?:in|for|among|at)\s")  # quick to look for; stands in each
# `In the Danes (n = 90) the effect of humour on joy was .43, in the Finns .31`
_AHEAD = re.compile(
    rf"(?:^|[,;]\s*|\b)(?:(?:and|but|while|whereas)\s+)?\b(?:in|for|among|at|under|with)\s+(?:the\s+)?(?P<who>[^\W\d_][\w'’ -]{{1,60}}?)\s*(?:\([^()]*\))?,?\s+"
    rf"(?:(?P<what>it|(?:the|this|its)\s+[^,;()]{{3,90}}?)\s+(?:was|is|were|amounted\s+to|reached)\s+)?(?:only\s+)?(?P<v>{NUMBER})(?!\s*%|\d)\s*(?P<in>\((?:[^()]|\([^()]*\))*\))?(?P<after>)",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"^(?:sub-?)?(?:groups?|samples?)\s+(?:with|of|having)\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"[\s,;]*(?:and|but|while|whereas|versus|compared\s+(?:to|with)|only|it\s+was)*[\s,;]*(?:only|it\s+was|with|to)?\s*"
)
_CUES = SENTENCES.bit(
    "effect", "influence", "impact", "path", "coefficient", "relation", "association", "slope", "link"
)
_DECIMAL = re.compile(r"\.\s?\d")
_SUBJECT = re.compile(
    r"(?:effects?|influence|impact|paths?|coefficients?|relations?|relationship|association|slope|link)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"\s+(?:was|were|is|are|equal(?:l?ed|s)|amount(?:s|ed)\s+to|of)\s*(?:about\s+)?$", re.IGNORECASE)
_OWN = re.compile(
    r"^(?:the\s+)?(?P<a>[\w -]{3,50}?)(?:'s|’s|s['’])\s+(?:\w+\s+){0,2}?(?:effect|influence|impact)\s+on\s+(?P<b>.+)$",
    re.IGNORECASE,
)
_VIA = re.compile(r"\s+(?:through|via|by\s+way\s+of)\s+(?P<m>[\w\s()-]{2,60})$", re.IGNORECASE)


def paths_by_group(sentences: tuple[Sentence, ...]) -> tuple[Found[Path], ...]:
    """A path for each group that a sentence gives a number of one effect for."""
    above = (None, *sentences)
    pairs = zip(above, sentences, strict=False)
    return tuple(path for before, one in pairs if one.cues & DIGITS for path in _paths(one, before))


def _paths(sentence: Sentence, above: Sentence | None) -> list[Found[Path]]:
    text = sentence.text
    again = above is not None and above.passage is sentence.passage and sentence.lower.startswith(("it ", "this "))
    cues = sentence.cues | (above.cues if above and again else 0)
    if not (cues & _CUES and len(_DECIMAL.findall(text)) > 1):
        return []
    if not mentions(text, (" in ", " for ", " among ", " at ")) or OTHER.search(sentence.lower):
        return []
    if ahead := _told_first(sentence):
        return ahead
    run = each_of(text)
    if len(run) < 2:
        return []
    before = text[: run[0].start()]
    subject = _IS.sub("", before)
    if subject == before:
        return []
    subject = subject.rpartition(": ")[2]
    if (onto := _ONTO.fullmatch(subject)) and not no_result(sentence):
        return _from_each(sentence, run, a_name(onto["b"]))
    told_above = _AGAIN.fullmatch(subject) and above and above.passage is sentence.passage
    if told_above and above:
        subject = above.text.rstrip(" .")  # `Humour has an effect on joy. It is .43 in Denmark and ...`
    tie = _tie(subject) if told_above or _SUBJECT.search(subject) else None
    if tie is None or no_result(sentence):
        return []
    found = [path for match in run if (path := path_for(sentence, match, tie, sort_of_effect(subject)))]
    return _through(found, above.text) if told_above and above else found


_ONTO = re.compile(
    r"\s*(?:the\s+)?(?:\w+\s+)?(?:path|coefficient|effect|influence)s?\s+(?:to|on|upon)\s+(?P<b>[^,;:()=]{2,60}?)\s*",
    re.I,
)
_OF_PEOPLE = re.compile(rf"(?:.*\b)?(?:{PEOPLE}|both|all)|[A-Z].*", re.DOTALL)


def _from_each(sentence: Sentence, run: list[re.Match[str]], target: str) -> list[Found[Path]]:
    """`The path to joy was .06 for size and .10 for age`: what they are for acts, where it is no people."""
    names = [a_name(match["who"]) for match in run]
    if not target or not all(names) or any(_OF_PEOPLE.fullmatch(match["who"]) for match in run):
        return []
    made = [path_for(sentence, match, (name, target, None), None) for match, name in zip(run, names, strict=True)]
    return [replace(one, value=replace(one.value, group=None)) for one in made if one]


def _through(found: list[Found[Path]], told: str) -> list[Found[Path]]:
    """`Joy and calm mediated ... The indirect effect was .05 for joy and .03 for calm`: what they are for are no groups."""
    said = relation(told)
    mediators = {name.lower() for name in name_list((said and said.via) or "")}
    if not mediators or not all(f.value.group and f.value.group.lower() in mediators for f in found):
        return found
    return [replace(f, value=replace(f.value, group=None, via=f.value.group, effect="indirect")) for f in found]


def each_of(text: str) -> list[re.Match[str]]:
    """The numbers of a sentence that follow one another, each with whom it is of."""
    run: list[re.Match[str]] = []
    if not _FOLLOWED.search(text):
        return run
    for match in _EACH.finditer(text):
        if "." in match["v"] and (not run or _BETWEEN.fullmatch(text[run[-1].end() : match.start()])):
            run.append(match)
    return run


def _told_first(sentence: Sentence) -> list[Found[Path]]:
    """Each group before its number; the effect is named once, and `it` is the same effect."""
    told = [m for m in _AHEAD.finditer(sentence.text) if "." in m["v"]]
    first = told[0]["what"] if len(told) > 1 else None
    tie = _tie(first) if first else None
    apart = any(not (b["what"] or _BETWEEN.fullmatch(sentence.text[a.end() : b.start()])) for a, b in pairwise(told))
    rest = [(m["what"] or "it").lower() for m in told[1:]]
    if (
        tie is None
        or first is None
        or apart
        or any(w != "it" and not re.fullmatch(r"(?:the|this)\s+(?:same\s+)?\w+", w) for w in rest)
    ):
        return []
    sort = sort_of_effect(first)
    return [found for match in told if (found := path_for(sentence, match, tie, sort))]


_AGAIN = re.compile(
    r"\W*(?:it|this(?:\s+effect)?|the\s+(?:(?:in)?direct\s+|total\s+)?(?:effect|influence|relationship|path|coefficient))",
    re.IGNORECASE,
)


def _tie(subject: str) -> tuple[str, str, str | None] | None:
    via = _VIA.search(subject)
    plain = subject[: via.start()] if via else subject
    if ends := between_ends(plain):
        return *ends, construct_phrase(via["m"]) if via else None
    own = _OWN.match(plain)
    said = None if own else relation(plain)
    start, end = (own["a"], own["b"]) if own else (said.from_, said.to) if said else (None, None)
    start, end = construct_phrase(start or ""), construct_phrase(end or "")
    return (start, end, construct_phrase(via["m"]) if via else None) if start and end else None


_Z = re.compile(r"\b[zZ]\s*=")


def path_for(
    sentence: Sentence, match: re.Match[str], tie: tuple[str, str, str | None], sort: str | None
) -> Found[Path] | None:
    """The path that one of these numbers gives."""
    value = printed(match["v"])
    if value is None:
        return None
    end = match.start("v") + len(match["v"].rstrip())
    values, places = {"beta": value}, {"beta": sentence.span(end - len(match["v"].strip()), end)}
    for part in ("in", "after"):
        for name, (number, (a, b)) in beside_statistics(match[part] or "").items():
            if name not in values:
                values[name] = number
                places[name] = sentence.span(match.start(part) + a, match.start(part) + b)
    who, effect = ANYBODY.sub("", _MEMBERS.sub("", match["who"].strip())), sort or "direct"
    kind = ("z" if _Z.search(f"{match['in']} {match['after']}") else "t") if "stat" in values else None
    path = Path(tie[0], tie[1], table="text", via=tie[2], group=who, effect=effect, stat_kind=kind, **values)  # type: ignore[arg-type]
    return Found(path, places, confidence=0.85, page=sentence.page, either_way=leads_either_way(sentence.text))
