"""Coefficients with their statistics as they stand in a sentence: in brackets, behind a comma, or told in words."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import field, replace
from typing import Literal

from evidence.read.late import late
from evidence.read.prose.effects.several import Piece, pieces
from evidence.read.prose.figures import MINUS, NUMBER, printed
from evidence.read.prose.lowered import for_lower, in_lower
from evidence.records import Printed
from evidence.settled import settled

__all__ = ["COEFFICIENT", "HEAD", "OTHER", "Group", "beside_statistics", "groups_in", "place_in", "statistics_in"]

Span = tuple[int, int]

COEFFICIENT = (
    r"(?:(?:standardi[sz]ed\s+|unstandardi[sz]ed\s+|std\.?\s+)?(?:path\s+coefficients?(?:\s+values?)?|(?:path|regression|beta)\s+weights?|regression\s+coefficients?(?:\s+values?)?|coefficients?(?:\s+values?)?|estimates?|beta(?:\s+(?:value|coefficient|weight))?|posterior\s+(?:means?|medians?)|path|loading\s+path|\bPC(?=\s*=)|(?<![A-Za-z])O(?=\s*=)|original\s+sample(?:\s+\(O\)|\s+values?)*|\b[Cc]oeff?\.?(?=\s*=)|\b[Ee]st\.?(?=\s*=))"
    r"|(?<![Δ∆])[βΒɣγ𝛽ß](?:̂)?(?:_?\d{1,2}(?=\s*=)|[₀-₉]{1,2}|_?(?:std|standardi[sz]ed|simple|low|high|mean|direct|indirect|total)\b\.?)?(?:\s*(?:value|coefficient))?|(?<![A-Za-z])(?<!SE\s)(?<!S\.E\.\s)(?:[bB](?:\*|_(?:simple|std|high|low|mean))?|ab|a\s?[×*]\s?b|c\s?[′'’]|[ac]\d?(?=\s*=)|b\d(?=\s*=))(?![A-Za-z])|(?:(?:indirect|total|direct)\s+)?effect(?=\s*[=:])|(?<![A-Za-z,;]\s)(?:indirect|total|direct)\s+effect(?=\s[-−–]?0?\.\d+\s*(?:[,;)]|$))|(?:simple\s+)?slope(?=\s*[=:]))"
)
_PIECES = (
    ("stat_t", rf"(?<![A-Za-z])(?:[tTzZ]|C\.R\.|CR(?=\s*=\s*[-−–]?\s?[1-9]\d*\.\d)|critical\s+ratio)(?:\s*[-\s]?(?:values?|statistics?|ratio|counts?|calculated|computed))?\s*(?:\(\s*(?P<df>\d+)\s*\))?\s*(?:[=:]|\bis\b|\bwas\b|\bof\b|\bat\b|(?<=value\s)|(?<=ratio\s)|(?<=statistic\s)|(?<=statistics\s)|(?<=count\s))\s*(?P<v>{NUMBER})"),
    ("se", rf"(?:(?:S\.?\s?E\.?|\bs\.\s?e\.)(?:\s?\(?[bB]\)?)?|standard\s+error)\s*(?:[=:]|\bof\b|\bwas\b|(?=\.\d|0\.\d))\s*(?P<v>{NUMBER})"),
    ("p", r"(?<![A-Za-z])(?:[pPρ](?:\s*[-\s]?values?)?\s*(?P<op>[=<>≤≥])|(?:[pP]\s*[-\s]?values?|significance\s+(?:value|level)s?)(?:\s*:|\s+(?:of|is|was|(?P<below>below|under|less\s+than|smaller\s+than)|(?=0?\.\d)))|[sS]ig\.?\s*(?P<op2>[=<>≤≥]))\s*(?P<v>\d?\.\s?\d+|0|1\.0+)"),
    ("ci", rf"(?:(?P<level>\d\d(?:\.\d)?)\s*%\s*)?(?:(?:(?:bias[- ]corrected|bootstrap\w*|percentile|BC|BCa)\s+){{0,3}}C\.?\s?(?:r\.?)?I\.?|HDI|HPDI?|(?:confidence|credible|credibility)\s+intervals?)\s*(?:[=:]|\b(?:of|from|between|was|is|ranging\s+from|ranged\s+from|ran\s+from|extending\s+from)\b)?\s*[\[(]?\s*(?P<v>{NUMBER})\s*(?:,|;|\bto\b|\band\b|{MINUS}(?=\s?\.?\d))\s*(?P<hi>{NUMBER})(?:\s*\((?P<level2>\d\d)\s*%\))?"),
    ("ci", rf"(?:[Bb]oot(?:strap)?[\s-]*)?LL\s?CI\s*[=:]\s*(?P<level>(?!))?(?P<v>{NUMBER})\s*[,;]?\s*(?:and\s+)?(?:[Bb]oot(?:strap)?[\s-]*)?UL\s?CI\s*[=:]\s*(?P<hi>{NUMBER})(?P<level2>(?!))?"),
    ("ci", rf"(?:^|[,;])\s*(?P<level>(?!))?(?P<v>{MINUS}?\s?\d?\.\d+)\s+to\s+(?P<hi>{MINUS}?\s?\d?\.\d+)(?P<level2>(?!))?\s*(?=[),;\]]|$)"),  # `(SE = .03, .02 to .15)`
    ("r2", r"R\s?2\s*=\s*\.?\d[\d.]*"),
)  # fmt: skip
_STATS = tuple((name, re.compile(pattern)) for name, pattern in _PIECES)
# `beta .42`, `standardised coefficient 0.42`: no sign between
_NAMED = r"(?:(?<=[βγ]\s)|(?<=beta\s)|(?<=weight\s)|(?<=estimate\s)|(?<=coefficient\s)|(?<=coefficient\svalue\s)|(?<=direct\seffect\s)|(?<=total\seffect\s))"
HEAD = re.compile(
    rf"(?P<name>{COEFFICIENT})\s*(?:\([^()]{{1,12}}\)\s*)?(?P<op>=|:|\bis\b|\bwas\b|\bof\b|\bare\b|\bequals\b|{_NAMED}(?={MINUS}?\s?[01]?\.\d))\s*(?P<v>{NUMBER})(?!\s*%|\d)",
    re.IGNORECASE,
)
_GIVEN = re.compile(rf"[=:sfetaSFETAβγΒΓ]\s*{MINUS}?\s?[.\d]")  # a number behind a sign or a word; quick to look for
_PARENTHESIS = re.compile(r"[(\[](?P<in>[^()\[\]]*(?:[\[(][^()\[\]]*[)\]][^()\[\]]*)*)[)\]]")
OTHER = for_lower(
    r"correlation|cronbach|alpha\b|reliabilit|loading|pearson|determination|variation|intra-?class|kappa|concordance"
)
_BARE = re.compile(
    r"(?:[,:;–—]|\b(?:of|at|by|where|(?:and|with)(?=\s+[βγ])|(?:obtain|yield|estimat|show|found|gave|gives|report)(?:ed|s)?))\s*(?P<head>[βγ𝛽ß](?:_?\d{1,2}|[₀-₉]{1,2})?|\b(?:[abcB]|c\s?[′'’]|a\s?[×*]\s?b|ab|(?:point\s+)?estimate|coefficient|(?:indirect\s+|total\s+)?effect)\b|\bc\s?[′'’])(?=\s*(?:\(S\.?E\.?\)\s*)?=)"
)
# The letters that papers on mediation give the paths, told from others where a second of them stands beside.
_LETTERS = (
    ("a1", re.compile(r"\ba2\s*=|\bb1?\s*=")),
    ("a2", re.compile(r"\ba1\s*=|\bb2?\s*=")),
    ("a", re.compile(r"\bb\s*=|\bab\s*=")),
    ("c", re.compile(r"\bc\s?[′'’]|\btotal\s+effect|\bab\s*=")),
    ("O", re.compile(r"\bT(?:[-\s]\w+)?\s*=|\bSTDEV\b")),  # the original sample, as a program for PLS prints it
    ("o", re.compile(r"(?!)")),
)
# `affected by trust with a path coefficient of 0.34 and a t-value of 5.21`
_WITH = re.compile(
    rf"\bwith\s+(?:an?\s+|the\s+)?(?:values?\s+of\s+(?:the\s+)?)?(?P<name>{COEFFICIENT})\s*(?:values?\s+)?(?:\([^()]{{1,12}}\)\s*)?(?:of|=|(?<=coefficient)|(?<=value))\s*(?P<v>{NUMBER})(?!\s*%|\d)"
    rf"(?:\s*(?:,|and|,\s*and)\s+(?:an?\s+)?(?:t|T|p|P)[\s-]*(?:values?|statistics?|counts?)\s+(?:of\s+|=\s*)?{NUMBER})*(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_ITEM = rf"{NUMBER}(?:\s*\([^()]*\))?"
_AND_NEXT = r"\s*(?:,\s*and|,|and)\s*"
_IN_A_ROW = late(rf"(?:of|=)\s*{_ITEM}{_AND_NEXT}{MINUS}?\s?\.?\d", re.IGNORECASE)
# `crust and smell raised joy, with coefficients of .4 and .2, respectively`
_WITH_SEVERAL = late(
    rf"\bwith\s+(?:an?\s+|the\s+)?(?:{COEFFICIENT})s?\s*(?:values?\s+)?(?:of|=)\s*(?P<all>{_ITEM}(?:{_AND_NEXT}{_ITEM})+)(?!\s*%|\d)(?:\s*,?\s*respectively\b)?",
    re.IGNORECASE,
    needs=_IN_A_ROW,
)
# `through joy, -.107, SE = .019`: a conversion lost the letter
_UNNAMED = re.compile(rf",\s(?P<v>{MINUS}?\s?0?\.\d{{2,4}})(?=,\s+SE\s*=\s*0?\.\d)")
_ERROR = re.compile(
    r"\*{0,3}\s*\(\s*(?P<v>0?\.\d+)\s*\)"
)  # `β = .42 (.05)`: a number alone behind it is its standard error
_INTERVAL = re.compile(
    rf"\*{{0,3}}\s*[,;]?\s*\[\s*(?P<lo>{NUMBER})\s*(?:,|;|to|–)\s*(?P<hi>{NUMBER})\s*\]"
)  # `.34 [.21, .47]`
_MORE_BEHIND = late(
    rf"\s*(?:,\s*and|,|and)\s*(?:[βγb]\s*=\s*)?{NUMBER}|\s*\([^()]*\)\s*(?:,\s*and|,|and)\s*{MINUS}?\s?[01]?\.\d"
)
_NOT_ITS = re.compile(r"[;,]\s*(?:[Δ∆χ]|difference)")  # a test of two groups behind a coefficient of one
_NAMELESS = re.compile(
    rf"[(\[]\s*(?P<v>{NUMBER})\s*(?=[,;]\s*(?:\d\d\s*%|S\.?E\.?\s*=|C\.?I\.?\b|[pt]\s*[=<]|boot))", re.IGNORECASE
)
# `(0.41, z = 6.83)`, `(.53***)`, `(0.49)`: a number alone, a coefficient only where the words around it say so
_LONE = re.compile(
    rf"[(\[]\s*(?P<v>{MINUS}?\s?[01]?\.\d+)(?P<stars>\s?(?:\*{{1,3}}|[†‡+]|n\.?\s?s\.?))?\s*(?=[)\],;])(?P<in>[^()\[\]]*(?:\[[^()\[\]]*\][^()\[\]]*)*)[)\]]"
)
_LONE_HEAD = re.compile(rf"[(\[]\s*(?P<v>{MINUS}?\s?[01]?\.\d+)")
_BESIDE_LONE = re.compile(
    r"\s*[,;]\s*(?:[tTzZpP](?:[-\s]values?)?\s*[=<>]|S\.?\s?E\.?\s*=|\d\d\s*%|C\.?I\.?\b|n\.\s?s\.)"
)
_EFFECTS = re.compile(r"\b(?:indirect|total|mediat\w+)\b", re.IGNORECASE)
_TRAIN = late(  # the statistics that follow a coefficient, one after another
    rf"(?:\s*\(0?\.\d+\)(?=\s*[,;.]))?(?:(?:\s*[,;]|\s*,?\s+and)\s*(?:[tTzZ]\s*(?:\(\s*\d+\s*\))?\s*=\s*{NUMBER}|S\.?\s?E\.?\s*=\s*{NUMBER}|[pPρ]\s*[=<>≤≥]\s*\d?\.\d+|\d\d\s*%\s*C\.?I\.?\s*[:=]?\s*[\[(][^\])]{{3,30}}[\])]|(?:[βB]|(?<![\w])b)\s*=\s*{NUMBER}))*(?:\s*\((?=[^()]*[tzp]\s*[=<>])(?![^()]*[βγ])[^()]*\))?"
)


@settled
class Group:
    """The statistics of one coefficient and where they stand in the sentence."""

    start: int
    end: int
    values: dict[str, Printed]
    places: dict[str, Span] = field(default_factory=dict)
    unstandardized: bool = False
    inside: str = ""
    parts: tuple["Group", ...] = ()  # where several coefficients share the bracket
    names: tuple[str, ...] = ()  # that their letters carry
    lone: Literal["", "beside", "bare"] = ""  # a number without a letter, with stars or statistics beside it or without


def head_in(text: str) -> re.Match[str] | None:
    """The first coefficient of a stretch of text, with the number it is given."""
    return HEAD.search(text) if _GIVEN.search(text) else None


def groups_in(text: str) -> list[Group]:
    """The groups of statistics that hold a coefficient: in brackets, or set off by commas as `, β = .35, p < .001`."""
    found = []
    brackets = list(_PARENTHESIS.finditer(text))
    for match in brackets:
        head = head_in(match["in"])
        nameless = None if head else _NAMELESS.match(match[0])
        if nameless and "." in nameless["v"] and _EFFECTS.search(text[: match.start()]):
            found.append(_group(text, match.start(), match.end(), match.start(), nameless))
        if (
            head
            and "." in head["v"]
            and not OTHER.search(in_lower(match["in"][: head.end()]))
            and _is_meant(head["name"], text)
        ):
            found.append(_group(text, match.start(), match.end(), match.start("in"), head))
        if shared := pieces(match["in"]):
            found = [*(found[:-1] if head else found), _shared(text, match, shared)]
    for run in _BARE.finditer(text) if "=" in text else ():
        head = HEAD.match(text, run.start("head"))
        inside = any(b.start() <= run.start("head") < b.end() for b in brackets)
        if head and not inside and _is_meant(head["name"], text) and "." in head["v"]:
            end = head.end() + len(_TRAIN.match(text[head.end() :])[0])  # type: ignore[index]
            whole = text[run.start("head") : end]
            again = head_in(whole)
            if again:
                found.append(_group(text, run.start(), end, run.start("head"), again))
    for run in _WITH.finditer(text) if "with" in text or "With" in text else ():
        head = HEAD.match(run[0], run.start("name") - run.start())
        several = _MORE_BEHIND.match(text, run.end("v"))  # `with coefficients of .4 and .2`
        if head and "." in head["v"] and not several and not any(g.start <= run.start("v") < g.end for g in found):
            found.append(_group(text, run.start(), run.end(), run.start(), head))
    for run in _UNNAMED.finditer(text) if not found and "SE" in text else ():
        end = run.end() + len(_TRAIN.match(text[run.end() :])[0])  # type: ignore[index]
        if head := _UNNAMED.match(text[run.start() :]):
            found.append(_group(text, run.start(), end, run.start(), head))
    if not found and "with " in text:
        found = [group for run in _WITH_SEVERAL.finditer(text) if (group := _in_a_list(text, run))]
    if not found:
        found = [
            _lone(text, m) for m in _LONE.finditer(text) if m["stars"] or not m["in"] or _BESIDE_LONE.match(m["in"])
        ]
    return sorted(found, key=lambda group: group.start)


def _lone(text: str, bracket: re.Match[str]) -> Group:
    head = _LONE_HEAD.match(bracket[0])
    group = _group(text, bracket.start(), bracket.end(), bracket.start(), head or bracket)
    return replace(group, lone="beside" if bracket["stars"] or len(group.values) > 1 else "bare")


def _in_a_list(text: str, run: re.Match[str]) -> Group | None:
    """Coefficients in a list, each a part of its own."""
    parts = []
    for item in re.finditer(rf"(?P<v>{NUMBER})(?P<in>\s*\([^()]*\))?", run["all"]):
        value, place = printed(item["v"]), place_in(text, *(run.start("all") + at for at in item.span("v")))
        if value is None or "." not in value:
            return None
        values, places = {"beta": value}, {"beta": place}
        statistics_in(item["in"] or "", run.start("all") + item.start("in"), text, values, places)
        parts.append(Group(run.start(), run.end(), values, places))
    return replace(parts[0], parts=tuple(parts), names=("",) * len(parts))


def _is_meant(letter: str, text: str) -> bool:
    """Whether a bare `a` or `c` is a path of a mediation."""
    return all(beside.search(text) for name, beside in _LETTERS if letter.strip() == name)


def _shared(text: str, bracket: re.Match[str], shared: list[Piece]) -> Group:
    """A bracket of several coefficients: the first stands for it, each with its own statistics is a part of it."""
    offset = bracket.start("in")
    parts: list[Group] = []
    for piece in shared:
        inner = text[offset + piece.start : offset + piece.end]
        head = head_in(inner.replace(piece.name, " " * len(piece.name), 1) if piece.name else inner)
        if head:
            parts.append(_group(text, bracket.start(), bracket.end(), offset + piece.start, head, offset + piece.end))
    parts = _without_difference(_with_shared_p(parts, bracket["in"]), text)
    first = parts[0] if parts else Group(bracket.start(), bracket.end(), {})
    return replace(first, inside=bracket["in"], parts=tuple(parts), names=tuple(piece.name for piece in shared))


def _without_difference(parts: list[Group], text: str) -> list[Group]:
    """`(boys: b = .2; girls: b = .4; C.R. = 3.1)`: what is set apart behind the last is of the difference of the two."""
    if len(parts) < 2 or any(part.values.keys() != {"beta"} for part in parts[:-1]):
        return parts
    *others, last = parts
    behind = last.places["beta"][1] if "beta" in last.places else len(text)
    apart = {name for name, (start, _) in last.places.items() if ";" in text[behind:start]}
    values = {name: value for name, value in last.values.items() if name not in apart}
    places = {name: place for name, place in last.places.items() if name not in apart}
    return [*others, replace(last, values=values, places=places)]


def _with_shared_p(parts: list[Group], inside: str) -> list[Group]:
    """`(β1 = .46, β2 = .45, p < .001)`: a p behind bare coefficients is that of each."""
    alone = all(part.values.keys() == {"beta"} for part in parts[:-1])
    if len(parts) < 2 or not alone or ";" in inside or parts[-1].values.keys() != {"beta", "p"}:
        return parts
    p, place = parts[-1].values["p"], parts[-1].places["p"]
    return [replace(one, values={**one.values, "p": p}, places={**one.places, "p": place}) for one in parts]


def _group(text: str, start: int, end: int, offset: int, head: re.Match[str], until: int = 0) -> Group:
    value = printed(head["v"])
    values: dict[str, Printed] = {}
    places: dict[str, Span] = {}
    if value is not None:
        values["beta"], places["beta"] = value, place_in(text, offset + head.start("v"), offset + head.end("v"))
    inner = _NOT_ITS.split(text[offset + head.end() : until or end])[0]
    statistics_in(inner, offset + head.end(), text, values, places)
    before = text[offset : offset + head.start()]
    if "ci_lo" not in values and (interval := _INTERVAL.match(inner)):
        for name, of in (("ci_lo", "lo"), ("ci_hi", "hi")):
            if number := printed(interval[of]):
                at = offset + head.end()
                values[name], places[name] = number, place_in(text, at + interval.start(of), at + interval.end(of))
    if "se" not in values and (error := _ERROR.match(inner)) and (number := printed(error["v"])):
        at = offset + head.end()
        values["se"], places["se"] = number, place_in(text, at + error.start("v"), at + error.end("v"))
    if "stat" not in values and "p" not in values:
        statistics_in(before, offset, text, values, places)
    if "name" not in head.re.groupindex:
        return Group(start, end, values, places, False, text[offset:end])
    plain = head["name"].lower()
    again = head_in(inner)
    if again and value is not None and {head["name"].strip().lower(), again["name"].strip().lower()} == {"b", "β"}:
        at = offset + head.end()
        second = Printed(printed(again["v"]) or ""), place_in(text, at + again.start("v"), at + again.end("v"))
        if plain.strip() == "b":
            values["b"], places["b"] = values.pop("beta"), places.pop("beta")
            values["beta"], places["beta"] = second
        else:
            values["b"], places["b"] = second
        behind = {k: v for k, v in beside_statistics(inner[again.end() :]).items() if k not in values}
        values |= {k: v for k, (v, _) in behind.items()}
        places |= {k: (a + at + again.end(), b + at + again.end()) for k, (_, (a, b)) in behind.items()}
        return Group(start, end, values, places, False, text[offset:end])
    unstandardized = plain.startswith("unstandard") or head["name"].strip() == "B"
    return Group(start, end, values, places, unstandardized, text[offset:end])


def place_in(text: str, start: int, end: int) -> Span:
    """A stretch of a text without the white space about it."""
    raw = text[start:end]
    return start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))


def beside_statistics(text: str) -> dict[str, tuple[Printed, Span]]:
    """The first t, SE, p and interval of a stretch of text, with their places."""
    values: dict[str, Printed] = {}
    places: dict[str, Span] = {}
    statistics_in(text, 0, text, values, places)
    return {name: (value, places[name]) for name, value in values.items()}


def statistics_in(inner: str, offset: int, text: str, values: dict[str, Printed], places: dict[str, Span]) -> None:
    """t, z, SE, p and interval beside a coefficient."""
    again = head_in(inner)
    inner = inner[: again.start()] if again else inner
    for name, pattern in _STATS:
        match = pattern.search(inner)
        if not match or name == "r2":
            continue
        value = printed(match["v"])
        if value is None:
            continue
        place = place_in(text, offset + match.start("v"), offset + match.end("v"))
        if name == "stat_t":
            values["stat"], places["stat"] = value, place
        elif name == "se":
            values["se"], places["se"] = value, place
        elif name == "p":
            sign = match["op"] or match["op2"] or ("<" if match["below"] else "=")
            operator = {"≤": "<=", "≥": ">=", "=": ""}.get(sign, sign)
            values["p"], places["p"] = Printed(operator + value), place
        elif name == "ci" and (high := printed(match["hi"])):
            values["ci_lo"], places["ci_lo"] = value, place
            values["ci_hi"], places["ci_hi"] = (
                high,
                place_in(text, offset + match.start("hi"), offset + match.end("hi")),
            )
            level = "level" if match["level"] else "level2"
            if match[level]:
                values["ci_level"], places["ci_level"] = (
                    Printed(match[level]),
                    place_in(text, offset + match.start(level), offset + match.end(level)),
                )
