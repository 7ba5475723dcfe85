"""Who does what to whom, through a whole sentence: each stretch of words before a coefficient is read by its roles.

A stretch names both ends (`crust raised joy`), or what does without the verb, which then comes behind (`crust (b = .3) and
smell (b = .2) raised joy`), or one end only, taking the other from the words before (`and fear`, `but not by smell`,
`whereas salt did not`). Whatever is left over that is neither an end nor such words makes the stretch unread.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from evidence.read.nouns import joined, parted
from evidence.read.prose.ends import a_name, between_ends, prepared
from evidence.read.prose.predicates import HEADED, JUDGED, NOMINAL, PREDICATE, RANKING
from evidence.read.prose.relation import Relation
from evidence.read.prose.tied import LEANS

__all__ = ["roles"]

Slot = Literal["from", "to", "via"]

_CUT = re.compile(
    r"\s*[;:]\s*|\s*,\s*(?:(?:and|but|yet|or|while|whilst|whereas|although|though|as)\b[\s,]*)*|\s+(?:while|whilst|whereas|although|though|but|yet)\b[\s,]*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+")
_ONLY = re.compile(r"^(?:and|but|or|nor|as\s+well\s+as|while|whereas|yet)\b[\s,]*", re.IGNORECASE)
_OTHER_SORT = re.compile(
    r"\b(?:mediat\w*|moderat\w*|interact\w*|conditional)\b|[×*]", re.IGNORECASE
)
_WHO = re.compile(r"(?:which|who|that)(?:\s+in\s+(?:its\s+)?turn)?|the\s+latter|this", re.IGNORECASE)
_PREPOSED = re.compile(
    r"^(?:(?:not|also|then|less\s+so|more\s+so|even\s+more\s+so|only|finally|than|to\s+a\s+(?:lesser|smaller|greater)\s+(?:extent|degree)|lastly|next|in\s+turn|neither|nor|again)\b[\s,]*)*"
    r"(?P<by>by|on|upon|to|towards?|with|from|for|in)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
# `, ahead of smell`, `, followed by salt`, `then price`: another of several.
_RANKED = re.compile(
    r"^(?:(?:was|is|being|were|and)\s+)*(?:(?:closely|only|then|next|not\s+far|at\s+some\s+distance|in\s+turn)\s+)*(?:followed\s+by|ahead\s+of|before|then(?:\s+by|\s+came)?|next(?:\s+came)?|behind\s+it(?:\s+came)?|after\s+it(?:\s+came)?|lastly(?:\s+by)?|finally(?:\s+by)?|trailed\s+by|with)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"^(?P<x>.+?)\s+(?:(?:again|also|too|either|likewise|however|in\s+contrast|on\s+the\s+other\s+hand)[\s,]+)*(?:does|do|did|is|was|were|are|has|had|have|would|could)(?:\s+not|n[’']t)?(?:\s+(?:so|too|either|as\s+well|again|likewise))*$"
    r"|^(?:(?:and|nor|neither|so|as|than)\s+)*(?:did|does|do|was|were|is|are|had|has)\s+(?P<y>.+)$",
    re.IGNORECASE,
)
_REGRESSED = re.compile(
    r"^(?:.*\s)?(?:regression\s+of|regress(?:ed|ing))\s+(?P<b>.+?)\s+(?:up)?on\s+(?P<a>.+)$", re.IGNORECASE
)
_OVER_AGAIN = re.compile(  # `its effect on fear`, `no influence on joy`
    r"^(?:(?:its|an?|no|the|any|had|has|have|exerted|without)\s+)*(?:(?!of\b)[\w-]+\s+){0,3}?(?:effects?|influences?|impacts?|links?|bearing|relation(?:ship)?s?|associations?)\s+(?:up)?(?:on|to|with|for)\s+(?P<x>.+)$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"^(?:(?:that|the|and|one|weakest|strongest|smallest|largest|second|third|next|other|latter|last|path|link|a|weaker|stronger)\s+)*(?=(?:from|of|between)\s)", re.IGNORECASE
)
_BY = re.compile(r"^(?P<b>.+?)\s+by\s+(?P<a>.+)$", re.IGNORECASE)
_THROUGH = re.compile(
    r"\s(?:through|via|by\s+way\s+of)\s+(?:the\s+(?:mediat\w+\s+\w+|mediator)\s+(?:of\s+)?)?(?P<m>[^,;]+)$", re.IGNORECASE
)
_ALSO_THROUGH = re.compile(r"^(?:(?:not|also|but|only|than|or)\s+)*(?:through|via|by\s+way\s+of)\s+(?P<m>.+)$", re.IGNORECASE)
_WITH = re.compile(r"\b(?:satisfaction|identification|experience|familiarity|contact|compliance|engagement|involvement|attachment|connection)$", re.IGNORECASE)
_SO = re.compile(r"^(?:(?:much|far|even)\s+)?(?:more|less)\s+so\s+", re.IGNORECASE)
_HOW_ONLY = re.compile(r"\s(?:(?!family\b)\w+ly|(?:extent|degree)|weaker|stronger|weak|strong)$", re.IGNORECASE)
_THAN = re.compile(r"^than\s+(?:(?:that|those)\s+(?:of|for)\s+|(?:did|does|do|was|is|had|has)\s+)?(?P<x>.+)$", re.IGNORECASE)
_CAME = re.compile(r"\s+(?:came|comes|ranks?|ranked|stood|stands|took|takes|was|is)\s+(?:in\s+|the\s+|out\s+)*(?:first|strongest|top|ahead)\b.*$")
_PLACED = re.compile(
    r"^(?P<x>.+?)\s+(?:(?:came|comes|coming|rank(?:ed|s|ing)?|was|is|being|stood|takes|took|taking)\s+(?:in\s+|a\s+|only\s+|clos\w+\s+)*(?:the\s+)?"
    r"(?:second|third|fourth|fifth|next|last|behind|after(?:wards)?)(?:\s+(?:place|rank|position|strongest))?|follow(?:ed|s|ing)?(?:\s+(?:closely|behind|next|suit))?)$",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"^(?:as\s+(?:expected|predicted|hypothesi[sz]ed|anticipated|assumed)|in\s+turn|however|too|also|by\s+contrast|in\s+contrast|in\s+addition|respectively|moreover|likewise|"
    r"of\s+(?:these|those|them|the\s+\w+(?:\s+\w+)?)|among\s+(?:these|them|the\s+\w+(?:\s+\w+)?)|(?:all|both)?(?:\s*(?:were|was|are|is)\s+(?:\w+ly\s+)?(?:significant|confirmed|supported|positive|negative|not\s+significant|non-?significant|insignificant))?.*support.*|in\s+(?:line|accordance)\s+with\s+.*|consistent\s+with\s+.*|contrary\s+to\s+.*|namely|only)?$",
    re.IGNORECASE,
)
_MODEL_OF = re.compile(
    r"^(?:in|for|within)\s+(?:the\s+)?(?:structural\s+)?(?:equation|regression|model|prediction|explanation)\s+(?:for|of|predicting|explaining)\s+(?P<b>[^,;]+),|^(?:(?:in|when)\s+(?:predicting|explaining)|with\s+re(?:gard|spect)\s+to|as\s+regards|regarding|concerning|as\s+(?:for|to))\s+(?P<c>[^,;]+),",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Told:
    """Both ends as a stretch names them, and which of them stood next to the coefficient."""

    start: str
    end: str
    near: Slot
    subject: Slot  # which of them is the subject of the verb
    kind: str = "active"
    ranked: bool = False  # the strongest of several, whom others follow
    via: str | None = None
    by: str = ""  # the preposition of the verb


@dataclass
class _Reading:
    last: _Told | None = None
    waiting: list[tuple[int, str, str]] = field(default_factory=list)  # group, name, `noun` where `the effects of` led
    found: dict[int, _Told] = field(default_factory=dict)
    lost: bool = False  # a stretch went unread, so that nothing can be taken from it
    topic: str = ""


def roles(stretches: Sequence[str], tail: str) -> dict[int, tuple[Relation, str]]:
    """For each coefficient that is understood the ends of its path, and which end varies behind it.

    >>> {i: (r.from_, r.to) for i, (r, _) in roles(["Crust ", " and smell "], " both raised joy").items()}
    {0: ('Crust', 'joy'), 1: ('smell', 'joy')}
    """
    reading = _Reading()
    texts = [joined(" ".join(text.split())) for text in (*stretches, tail)]
    if topic := _MODEL_OF.match(texts[0]):
        reading.topic, texts[0] = a_name(topic["b"] or topic["c"]), texts[0][topic.end() :]
    prepared_ones = [prepared(text) for text in texts]
    for i, text in enumerate(prepared_ones):
        own = _behind(reading, text)
        if i < len(stretches):
            ahead = prepared_ones[i + 1 :]
            _before(reading, i, own, ahead)
    return {
        i: (Relation(parted(told.start), parted(told.end), told.via and parted(told.via)), "ranked" if told.ranked else told.near)
        for i, told in reading.found.items()
        if told.start.lower() != told.end.lower()
    }


def _behind(reading: _Reading, text: str) -> str:
    """What those that wait for their verb are said to do; hands back the rest."""
    if not reading.waiting:
        return text
    if _open_list(text):
        return text
    first, rest = _first(text)
    ends = _done(reading, first)
    if ends is None:
        if len(_AND.split(first)) > 1:
            head, more = _AND.split(first, maxsplit=1)
            ends, rest = _done(reading, head), f"and {more}{rest}"
        if ends is None:
            reading.waiting, reading.last, reading.lost = [], None, True
            return text
    target, kind = ends
    for i, name, _ in reading.waiting:
        reading.found[i] = (
            _Told(name, target, "from", "from", kind) if kind != "passive" else _Told(target, name, "to", "to", kind)
        )
    reading.last = reading.found[reading.waiting[-1][0]]
    reading.waiting = []
    return rest


def _done(reading: _Reading, words: str) -> tuple[str, str] | None:
    """What stands behind the verb of those that wait."""
    if reading.topic and (not words or JUDGED.match(words)):
        return reading.topic, "active"
    if all(led == "noun" for _, _, led in reading.waiting):
        match = re.match(r"^(?:up)?(?:on|to|with|towards?|over|for|and)\s+(?P<b>.+)$", words, re.IGNORECASE)
        name = a_name(JUDGED.sub("", match["b"])) if match else ""
        return (name, "noun") if name else None
    for match in _predicates(words):
        if not words[: match.start()].strip(" ,"):
            name = a_name(words[match.end() :])
            return (name, match.lastgroup or "") if name else None
    return None


def _first(text: str) -> tuple[str, str]:
    """The words up to the first comma that is followed by another clause, and the rest with its comma."""
    plain = text.lstrip(" ,")
    cut = _CUT.search(plain)
    return (plain[: cut.start()], plain[cut.start() :]) if cut else (plain, "")


def _open_list(text: str) -> bool:
    """`, smell`, `and smell`: one more before the verb."""
    plain = _ONLY.sub("", text.strip(" ,"))
    return bool(a_name(plain)) and not any(True for _ in _predicates(plain)) and not _PREPOSED.match(plain)


def _before(reading: _Reading, i: int, text: str, ahead: Sequence[str]) -> None:
    """The stretch right before a coefficient."""
    last, told = reading.last, None
    leading = bool(re.match(r"\s*(?:,\s*)?(?:and|but)\b", text))
    for clause in _clauses(text):
        if _OTHER_SORT.search(clause):
            break
        if told := _both(clause, last, leading):
            break
    if told:
        reading.found[i], reading.last, reading.waiting = told, told, []
        return
    words = _plain(text)
    if _OTHER_SORT.search(words):
        reading.last, reading.waiting, reading.lost = None, [], True
        return
    if (opened := _opened(words)) and (i == 0 or _closes(ahead, "noun")):
        reading.waiting.append((i, opened, "noun"))
        return
    name = a_name(words)
    if name and (last is None or reading.waiting or _closes(ahead, "")) and not reading.lost:
        led = reading.waiting[-1][2] if reading.waiting else ""
        reading.waiting.append((i, name, led))
        return
    said = frozenset(end.lower() for one in reading.found.values() for end in (one.start, one.end))
    told = _carried(words, last, said) if last else None
    if told:
        reading.found[i], reading.last = told, told
    else:
        reading.last, reading.waiting, reading.lost = None, [], True


def _clauses(text: str) -> list[str]:
    """The stretch as a whole, and the last clause of it, where what stands before that is no name of a list."""
    whole = text.strip(" ,")
    found = [_plain(whole)]
    for cut in (*_CUT.finditer(whole), *_AND.finditer(whole)):
        left = _CUT.split(whole[: cut.start()])[-1]
        alone = a_name(left) and not _predicates(left) and not re.fullmatch(r"\w+ly", left.strip())
        if not alone and (cut[0].strip() != "and" or _predicates(left) or JUDGED.match(left.strip())):
            found.append(_plain(whole[cut.end() :]))
    return list(dict.fromkeys(clause for clause in found if clause))


def _plain(text: str) -> str:
    return _ONLY.sub("", text.strip(" ,;:")).strip(" ,")


def _predicates(text: str) -> list[re.Match[str]]:
    """The verbs of a clause; a word that is a noun as well counts where an auxiliary or a plural shows that it is a verb."""
    found = []
    for match in PREDICATE.finditer(text):
        if match["base"] and not match["how"].strip() and not _agrees(text[: match.start()], match["base"]):
            continue
        found.append(match)
    return found


def _agrees(subject: str, verb: str) -> bool:
    if re.fullmatch(r"(?:drove|predict|explain|hinder|foster|diminish|promote|enhance|reduce|improve)", verb, re.IGNORECASE):
        return verb.lower() == "drove" or " and " in subject or bool(re.search(r"[^s]s\s*$", subject))
    return " and " in subject


def _both(clause: str, last: _Told | None, coordinated: bool) -> _Told | None:
    """Both ends of a clause that has a verb, or that names an effect of one upon another."""
    if headed := HEADED.match(clause):
        start, end = a_name(_CAME.sub("", headed["a"])), a_name(headed["b"])
        return _Told(start, end, "from", "from", "passive", True) if start and end else None
    if last and last.kind == "noun" and (pair := _FROM_TO.match(clause)):
        clause = f"the link {clause[pair.end() :]}"
    if through := _THROUGH.search(clause):
        told, middle = _both(clause[: through.start()], last, coordinated), a_name(JUDGED.sub("", through["m"]))
        return replace(told, via=middle, near="via", ranked=False) if told and middle else None
    if regressed := _REGRESSED.match(clause):
        start, end = a_name(JUDGED.sub("", regressed["a"])), a_name(regressed["b"])
        return _Told(start, end, "from", "from", "regressed") if start and end else None
    if ends := between_ends(clause):
        return _Told(*ends, "to", "from", "noun")
    if last and last.kind == "passive" and (by := _BY.match(clause)) and a_name(by["a"]) and a_name(by["b"]):
        return replace(last, start=a_name(by["a"]), end=a_name(by["b"]), near="from")
    if (nominal := NOMINAL.match(clause)) and nominal["first"]:
        return None
    found = []
    for match in _predicates(clause):
        subject, thing = clause[: match.start()].strip(" ,"), a_name(clause[match.end() :])
        if not thing:
            continue
        passive = match.lastgroup == "passive"
        name = _subject(subject, last, coordinated)
        if not name:
            continue
        ranked = bool(RANKING.search(match[0]))
        near: Slot = "from" if passive or ranked else "to"
        kind = "passive" if passive else "active"
        found.append(
            _Told(thing, name, near, "to", kind) if passive else _Told(name, thing, near, "from", kind, ranked, by=match[0].split()[-1].lower())
        )
    return found[0] if len(found) == 1 else None


def _subject(words: str, last: _Told | None, coordinated: bool) -> str:
    """The subject by its name; of `which` what was named last, of `and raised` the one before."""
    if last and _WHO.fullmatch(words):
        return last.start if last.near == "from" else last.end
    if not words and last and coordinated:
        return last.start if last.subject == "from" else last.end
    if words.lower() in ("it", "they") and last and last.near == "to":
        return ""
    return a_name(words)


def _opened(words: str) -> str:
    """`The effects of crust`, with the rest behind the coefficient."""
    match = NOMINAL.match(words)
    if match is None or match["first"].lower() not in ("of", "from", "between", "for"):
        return ""
    return "" if between_ends(words) else a_name(match["rest"])


def _closes(ahead: Sequence[str], led: str) -> bool:
    """Whether the verb that a bare name waits for comes in the words behind it."""
    for text in ahead:
        if led and re.match(r"^\s*,?\s*(?:on|to|with|upon)\s", text):
            return True
        first, _ = _first(text)
        if _open_list(text):
            continue
        return any(not first[: m.start()].strip(" ,") for m in _predicates(first))
    return False


def _carried(words: str, last: _Told, said: frozenset[str]) -> _Told | None:
    """What takes one end over from the words before it."""
    words = _SO.sub("", words)
    if _HOW_ONLY.search(words):
        return None  # `salt negatively`: of whom that is said, the one who acts or who is acted upon, is for others to tell
    if also := _ALSO.match(words):
        name = a_name(also["x"] or also["y"])
        return _put(last, last.subject, name)
    if through := _ALSO_THROUGH.match(words):
        middle = a_name(through["m"])
        return replace(last, via=middle, near="via") if middle else None
    if last.via and last.near == "via":
        middle = a_name(re.sub(r"^(?:not|also|than)\s+", "", words, flags=re.IGNORECASE))
        return replace(last, via=middle) if middle else None
    if last.kind != "passive" and (over := _OVER_AGAIN.match(words)):
        return _put(last, "to", a_name(JUDGED.sub("", over["x"])))
    if than := _THAN.match(words):
        return _put(last, "from", a_name(than["x"])) if last.kind != "passive" else None
    if placed := _PLACED.match(words):
        return _put(last, "from", a_name(placed["x"])) if last.near == "from" else None
    if ranked := _RANKED.match(words):
        return _put(last, "from", a_name(ranked["x"])) if last.near == "from" else None
    if more := _PREPOSED.match(words):
        if more["by"].lower() == "by" and last.kind != "passive":
            return None
        return _put(last, "from" if last.kind == "passive" else "to", a_name(more["x"]))
    if of := re.match(r"^(?:that|those|the\s+(?:effects?|influence|impact|coefficient|weight|contribution|role))\s+(?:of|for|from)\s+(?P<x>.+)$", words):
        return _put(last, "from", a_name(JUDGED.sub("", of["x"]))) if last.kind != "passive" else None
    for gap in re.finditer(r"\s(to|with|on)\s", words):
        start, end = a_name(words[: gap.start()]), a_name(words[gap.end() :])
        again = start.lower() in said or (gap[1] == "on" and not LEANS.search(start))
        again = again or (gap[1] == last.by == "with" and not _WITH.search(start))
        if start and end and again and last.kind == "active":
            return replace(last, start=start, end=end, near="to", ranked=False)
    return _put(last, last.near, a_name(re.sub(r"^(?:not|also|then|finally|neither|nor|lastly)\s+", "", words, flags=re.IGNORECASE)))


def _put(last: _Told, slot: Slot, name: str) -> _Told | None:
    if not name:
        return None
    return replace(last, start=name, near="from") if slot == "from" else replace(last, end=name, near="to")
