"""Coefficients without letter or bracket, as a sentence says them: `the path from crust to joy was .35 (p < .001)`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace
from itertools import pairwise

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.effects.condition import conditioned, sort_of_effect
from evidence.read.prose.effects.estimates import OTHER, Group, place_in, statistics_in
from evidence.read.prose.effects.parallel import name_list
from evidence.read.prose.effects.path_made import path_of
from evidence.read.prose.ends.named import a_name, between_ends, prepared
from evidence.read.prose.ends.resumed import outcome_above
from evidence.read.prose.ends.roles import roles
from evidence.read.prose.ends.tying import NOMINAL
from evidence.read.prose.figures import NUMBER, printed
from evidence.read.prose.lowered import for_lower
from evidence.read.prose.no_results import no_result, of_another_statistic
from evidence.read.prose.relations.relation import Relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Path

__all__ = ["plainly_told"]

_CUES = SENTENCES.bit(
    "coefficient",
    "path",
    "effect",
    "slope",
    "beta",
    "estimate",
    "weight",
    "influence",
    "impact",
    "sample value",
    "link",
    "→",
)
_SUBJECT = re.compile(
    r"\b(?:coefficients?|paths?|(?:indirect|direct|total|conditional|standardi[sz]ed|unstandardi[sz]ed|causal|main)\s+effects?|effects?|slopes?|betas?|beta\s+weights?|regression\s+weights?|estimates?|influence|impact|sample\s+(?:values?|estimates?)|links?)\s+(?:\w+\s+){0,2}?(?:of|from|between|for|linking|relating|through|via)\b|[’']s\s+(?:\w+\s+){0,2}?(?:effects?|influence|impact)\s+on\b|\bcoefficients\s+were\b|\b(?:effect|influence|impact)\s+of\s+[-−–]?[01]?\.\d|\b(?:coefficient|path|effect|link)\s+[^.;:()=]{2,60}?(?:→|⇒|->)|\w\s*→\s*\w",
    re.IGNORECASE,
)
_OTHERS = for_lower(
    r"\b(?:effect\s+sizes?\b|odds\b|hazard|means?\b|correlat|varian|VIF|HTMT\b|percent|d\s*=|f\s?2\b|R\s?2\b|meta-anal|difference|moderated\s+mediation\b|index\s+of\b|proportion\b|ratio\b)|%\s+of|f²|R²",
)
# The number with the statistics that go with it, in a bracket or behind commas.
_STATISTIC = (
    rf"(?:(?:a\s+|an\s+|the\s+)?(?:[tTzZ]|T\s+Statistics?|C\.R\.|critical\s+ratio|S\.?\s?E\.?|standard\s+error|[pPρ])(?:[\s-]?(?:values?|statistics?))?\s*(?:[=<>≤≥:]|of\b|is\b|was\b)\s*{NUMBER}(?:\s*[<>≤≥]\s*{NUMBER})?"
    rf"|(?:\d\d(?:\.\d)?\s*%\s*)?(?:bootstrap\w*\s+|bias-corrected\s+)?(?:C\.?I\.?|confidence\s+interval)\s*[:=]?\s*(?:of\s+|from\s+)?[\[(]?\s*{NUMBER}\s*(?:,|;|to|and)\s*{NUMBER}\s*[\])]?)"
)
_TOLD = re.compile(
    rf"(?:\b(?:is|are|was|were|reach(?:es|ed)|equals?|equal(?:l)?ed|amount(?:s|ed)\s+to|came\s+to|comes\s+to|stood\s+at|stands\s+at|being|namely|at|of|estimated\s+at|became|to\s+be)|=|:)\s*(?:only\s+|just\s+|about\s+|a\s+|an?\s+\w+\s+|not\s+significant\s+at\s+|significant\s+at\s+)?(?P<v>(?<![\d.])[-−–]?\s?[01]?\.\d+)(?P<stars>\*{{1,3}})?(?!\s*%|\d|\s*(?:to|-|–)\s*\.?\d)"
    rf"(?P<in>\s*\((?:[^()\[\]]|\[[^\[\]]*\]|\([^()]*\))*\)(?:\s*[,;]\s+{_STATISTIC})*|(?:\s*(?:,|;|,?\s*and|,?\s*with)?\s+{_STATISTIC})+)?",
)
_SORTED = re.compile(r"\b(?:total|(?:in)?direct)\s", re.IGNORECASE)
_GAPPED = re.compile(  # `and that of smell .21 (p = .02)`
    r"\b(?:(?:that|the\s+one)\s+(?:of|for|from)|(?<=and\s)from|(?<=,\s)from)\s+[^,;:()=\d]{2,60}?\s+(?P<v>(?<![\d.])[-−–]?[01]?\.\d+)(?P<stars>\*{1,3})?(?!\s*%|\d)(?P<in>\s*\((?:[^()\[\]]|\[[^\[\]]*\])*\))?"
)


def _of_another(clause: str) -> bool:
    subject = _SUBJECT.search(clause)
    return subject is not None and of_another_statistic(clause[: subject.start()])


_FOR_WHOM = re.compile(
    r"^\s*,?\s*(?:in|for|among|at|when|under|with(?!\s+an?\s+(?:indirect|direct|total)\s)|where|if)\s", re.IGNORECASE
)
_LIKE = re.compile(r"\s*(?:,\s*)?(?:respectively|and\s+[-−–]?\.?\d|,\s*[-−–]?[01]?\.\d)")


_LETTERED = late(r"(?:estimates?|coefficients?|effects?|paths?|betas?|\bab|×\s?b|[βγb])\s*$", re.IGNORECASE)
_DECIMAL = re.compile(r"\.\d")
_OPEN_BRACKET = re.compile(r"[(\[][^()\[\]]*$")
_STATISTIC_OF = re.compile(
    r"(?:\b(?:p|t|z|d|r|n|df|SE|CI|[βγbB]|level|values?|interval|statistics?|error)|[χ²]2?(?:\s*\([^()]*\))?)[\s(]*$",
    re.IGNORECASE,
)
# `.35 for the path from crust to joy`, `an effect of .34 on joy`
_NUMBER_FIRST = re.compile(
    r"(?P<v>(?<![\d.=<>])(?<![=<>]\s)[-−–]?[01]?\.\d+)(?P<stars>\*{1,3})?(?P<in>\s*\((?:[^()\[\]]|\[[^\[\]]*\])*\))?\s+(?:for|from|between)\s+(?P<what>[^,;:()]+?)(?=\s*(?:[,;.]\s|[,;.]?$|\band\s+[-−–]?[01]?\.\d))"
)
_IN_THE_MIDDLE = re.compile(
    r"^(?P<a>.+?)\s+(?:ha[sd]|have|exert(?:s|ed)|show(?:s|ed))\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}?(?:effects?|influence|impact)\s+of\s+(?:[βbB]\s*=\s*)?(?P<v>[-−–]?\s?[01]?\.\d+)(?P<in>\s*\((?:[^()\[\]]|\[[^\[\]]*\])*\))?\s+(?:up)?on\s+(?P<b>[^,;:()=]+?)(?P<after>\s*\([^()]*[<>=][^()]*\))?\s*(?:[.,;]?$|,\s+(?:and|which|but)\s+(?!.*(?<![<=>])(?<![<=>]\s)(?<!\d)[01]?\.\d).*$|,\s+(?:of\s+which|with)\s+(?P<v2>[01]?\.\d+)\s+(?:was\s+|being\s+)?(?P<sort>indirect|direct)(?:\s+(?:through|via)\s+(?P<m>[^,;:()=]+?))?\s*[.,;]?$)"
)
_ITEM = r"[-−–]?[01]?\.\d+(?:\s*\((?:[^()\[\]]|\[[^\[\]]*\])*\))?"
_LIST = re.compile(
    rf"\b(?:are|were|was|is|reached|of)\s+(?P<all>{_ITEM}(?:\s*(?:,\s*and|,|and)\s*{_ITEM})+)\s*,?\s*(?:respectively\b|in\s+(?:that|this)\s+order\b|[.;]?$)"
)
_ONE = re.compile(r"(?P<v>[-−–]?[01]?\.\d+)(?P<in>\s*\((?:[^()\[\]]|\[[^\[\]]*\])*\))?")


def plainly_told(sentences: tuple[Sentence, ...]) -> tuple[Found[Path], ...]:
    """A path for each effect that a sentence names by both ends and then gives the number of."""
    pairs = zip((None, *sentences), sentences, strict=False)
    return tuple(path for before, sentence in pairs for path in _paths(sentence, before))


def _paths(sentence: Sentence, before: Sentence | None) -> list[Found[Path]]:
    text = sentence.text
    if (
        not (sentence.cues & _CUES and sentence.cues & DIGITS and _DECIMAL.search(text))
        or OTHER.search(sentence.lower)
        or _OTHERS.search(sentence.lower)
    ):
        return []
    if no_result(sentence):
        return []
    if first := _numbers_first(sentence) or _listed(sentence):
        return first
    if not _SUBJECT.search(text):
        return []
    told = [
        match
        for match in _TOLD.finditer(text)
        if not _STATISTIC_OF.search(text[: match.start()])
        and not _OPEN_BRACKET.search(text[: match.start()])
        and not (match[0][0] == "=" and _LETTERED.search(text[: match.start()]))
    ]
    gapped = list(_GAPPED.finditer(text, told[-1].end())) if told else []
    if not told or any(_FOR_WHOM.match(text[m.end() :]) or _LIKE.match(text[m.end() :]) for m in told):
        return []
    told += gapped
    starts = [0, *(m.end() for m in told)][: len(told)]
    clauses = [text[a : m.start("v") if m in gapped else m.start()] for a, m in zip(starts, told, strict=True)]
    if any("(" in clause and "=" in clause for clause in clauses):
        return []
    plain = [conditioned(clause) for clause in clauses]
    lead = before.text if before and before.passage is sentence.passage else None
    understood = roles([clause for clause, _ in plain], "", outcome_above([lead] if lead else [], sentence.section))
    found, spoken, sort = [], False, None
    for i, (match, clause, (_, whom)) in enumerate(zip(told, clauses, plain, strict=True)):
        spoken = spoken or bool(_SUBJECT.search(clause))
        sort = sort_of_effect(clause) if _SORTED.search(clause) else sort if not _SUBJECT.search(clause) else None
        if not spoken or i not in understood or _of_another(clause):
            continue
        path = path_of(sentence, _group(text, match), understood[i][0], whom)
        found.append(_sorted(path, sort))
    return found


def _share_of(sentence: Sentence, match: re.Match[str], tie: Relation) -> list[Found[Path]]:
    """`, of which .15 was indirect through calm`."""
    value = printed(match["v2"]) if match["v2"] else None
    if value is None:
        return []
    through = a_name(match["m"]) if match["m"] else None
    group = Group(*match.span("v2"), {"beta": value}, {"beta": match.span("v2")})
    sort = "indirect" if match["sort"] == "indirect" else None
    return [_sorted(path_of(sentence, group, replace(tie, via=through), None), sort)]


# `0.42 (crust to joy)`, `(crust → joy: .42)`
_NUMBER_THEN_BRACKET = re.compile(
    r"(?P<v>(?<![\d.=<>])(?<![=<>]\s)[-−–]?[01]?\.\d+)(?P<stars>\*{1,3})?(?P<in>)\s*\((?:for\s+)?(?:the\s+)?(?:path\s+)?(?:from\s+)?(?P<what>[^()=<>\d]+?)\)"
)
_TO = re.compile(r"\s+(?:to|on|→|⇒|->|–>)\s+")


def _numbers_first(sentence: Sentence) -> list[Found[Path]]:
    """`Coefficients were .35 for crust → joy and .21 for smell → joy`, `crust has an effect of .34 on joy`."""
    text = sentence.text
    if match := _IN_THE_MIDDLE.match(text):
        start, end = a_name(prepared(match["a"])), a_name(match["b"])
        if start and end:
            found = path_of(sentence, _group(text, match), Relation(start, end), None)
            whole = [_sorted(found, sort_of_effect(text[: match.start("v")]))]
            return [*whole, *_share_of(sentence, match, Relation(start, end))]
    told = list(_NUMBER_THEN_BRACKET.finditer(text))
    ways = [[a_name(part) for part in _TO.split(m["what"])] for m in told]
    if (
        told
        and all(len(way) == 2 and all(way) for way in ways)
        and re.search(r"coefficients?|paths?\b|weights?\b", text[: told[0].start()])
    ):
        return [
            _sorted(path_of(sentence, _group(text, m), Relation(way[0], way[1]), None), None)
            for m, way in zip(told, ways, strict=True)
        ]
    if shared := _for_each(sentence):
        return shared
    told = list(_NUMBER_FIRST.finditer(text))
    ends = [between_ends(_NAMED_AS.sub("the link ", m["what"])) for m in told]
    if (
        not told
        or not all(ends)
        or not re.search(r"coefficient|paths?\b|effects?\b|weights?\b|estimates?\b", text[: told[0].start()])
    ):
        return []
    sort = sort_of_effect(text[: told[0].start()] + " effect")
    return [
        _sorted(path_of(sentence, _group(text, m), Relation(*pair), None), sort)
        for m, pair in zip(told, ends, strict=True)
        if pair
    ]


# `The beta weights for predicting joy were .37 for crust and .21 for smell`, `the effects of crust were .4 on joy and .2 on sales`
_ONE_END = re.compile(
    r"\b(?:coefficients|weights|betas|paths|effects|influences|estimates|links)\s+(?:(?P<to>for\s+predicting|predicting|explaining|(?:up)?on|into|to|towards?|in\s+the\s+(?:model|equation|regression|prediction)\s+(?:of|for))|(?P<from>of|from))\s+(?P<x>[^,;:()=\d]+?)\s*(?:,\s*(?:we\s+(?:see|find|found|observe|obtain(?:ed)?)|with|namely)|:|\s(?:was|were|is|are|amounted\s+to|equal(?:l?ed)?|came\s+to|reached))\s*(?:estimated\s+(?:at|to\s+be)\s+)?$",
    re.IGNORECASE,
)
_EACH_END = re.compile(
    r"(?P<v>(?<![\d.=<>])(?<![=<>]\s)[-−–]?[01]?\.\d+)(?P<stars>\*{1,3})?(?P<in>\s*\((?:[^()\[\]]|\[[^\[\]]*\])*\))?\s+(?P<by>for|from|of|on|to)\s+(?:that\s+of\s+)?(?P<what>[^,;:()=\d]+?)(?=\s*(?:[,;.(]|$|\band\s+[-−–]?[01]?\.\d))"
)


def _for_each(sentence: Sentence) -> list[Found[Path]]:
    """Numbers of effects whose one end is said once, each followed by its other end."""
    text = sentence.text
    told = list(_EACH_END.finditer(text))
    one = _ONE_END.search(text[: told[0].start()]) if len(told) > 1 else None
    shared = a_name(one["x"]) if one else ""
    names = [a_name(m["what"]) for m in told]
    inward = bool(one and one["to"])
    if any(conditioned(f"joy {m['by']} {m['what']}")[1] for m in told):
        return []  # for whom each holds, not of what
    if not one or not shared or not all(names) or any((m["by"] in ("on", "to")) == inward for m in told):
        return []
    if any(
        text[a.end() : b.start()].strip(" ,;") not in ("", "and", "but", "while", "and only") for a, b in pairwise(told)
    ):
        return []
    sort = sort_of_effect(text[: told[0].start()] + " effect")
    ties = [Relation(name, shared) if inward else Relation(shared, name) for name in names]
    return [_sorted(path_of(sentence, _group(text, m), tie, None), sort) for m, tie in zip(told, ties, strict=True)]


_NAMED_AS = re.compile(r"^(?=(?:from|between)\s)")


def _listed(sentence: Sentence) -> list[Found[Path]]:
    """As many numbers, each with its statistics, as there are names in a list: `through smell and salt were .08 and .05`."""
    text = sentence.text
    listed = _LIST.search(text)
    if listed is None:
        return []
    clause = prepared(text[: listed.start()])
    numbers = list(_ONE.finditer(text, listed.start("all"), listed.end("all")))
    through = re.search(r"\s(?:through|via)\s+(?P<m>.+)$", clause)
    plain, via = (clause[: through.start()], name_list(through["m"])) if through else (clause, [])
    ties: list[Relation] = []
    if len(via) == len(numbers) and (ends := between_ends(plain)):
        ties = [Relation(*ends, name) for name in via]
    elif (match := NOMINAL.match(plain)) and not via:
        parts = [
            (name_list(match["rest"][: m.start()]), name_list(match["rest"][m.end() :]))
            for m in re.finditer(r"\s(?:on|upon|to|with)\s", match["rest"])
        ]
        ways = [p for p in parts if sorted(map(len, p)) == sorted((1, len(numbers)))]
        if len(ways) == 1 and match["first"].lower() in ("of", "from"):
            a, b = ways[0]
            ties = [Relation(start, end) for start in a for end in b]
    if len(ties) != len(numbers) or any(
        not a_name(x) for t in ties for x in (t.from_ or "", t.to or "", t.via or "joy")
    ):
        return []
    sort = sort_of_effect(clause)
    return [
        _sorted(path_of(sentence, _group(text, number), tie, None), sort)
        for number, tie in zip(numbers, ties, strict=True)
    ]


def _sorted(found: Found[Path], sort: str | None) -> Found[Path]:
    effect = sort if sort and found.value.effect == "direct" else found.value.effect
    return replace(found, value=replace(found.value, effect=effect), confidence=0.85)  # type: ignore[arg-type]


def _group(text: str, match: re.Match[str]) -> Group:
    value = printed(match["v"])
    values, places = ({"beta": value}, {"beta": place_in(text, *match.span("v"))}) if value else ({}, {})
    if match["in"]:
        statistics_in(match["in"], match.start("in"), text, values, places)
    if (after := match.groupdict().get("after")) and len(values) == 1:
        statistics_in(after, match.start("after"), text, values, places)
    return Group(match.start(), match.end(), values, places, "unstandardi" in text[: match.start()].lower())
