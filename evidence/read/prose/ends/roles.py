"""Who does what to whom, through a whole sentence: each stretch of words before a coefficient is read by its roles.

A stretch names both ends (`crust raised joy`), or what does without the verb, which then comes behind (`crust (b = .3)
and smell (b = .2) raised joy`), or one end only, taking the other from the words before (`and fear`, `but not by
smell`, `whereas salt did not`). Whatever is left over that is neither an end nor such words makes the stretch unread.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from evidence.read.late import late
from evidence.read.nouns import joined, parted
from evidence.read.prose.ends.carried import PREPOSED, Told, carried, without_verb
from evidence.read.prose.ends.named import a_name, between_ends, prepared, turned_ends
from evidence.read.prose.ends.shapes import MEDIATING, shaped
from evidence.read.prose.ends.tying import ARROW, JUDGED, NOMINAL, RANKING
from evidence.read.prose.relations.predication import Predicate, acting
from evidence.read.prose.relations.relation import Relation

__all__ = ["roles"]


_CUT = re.compile(
    r"\s*[;:]\s*|\s*,\s*(?:(?:and|but|yet|or|while|whilst|whereas|although|though|as|because|since|given\s+that|in\s+that)\b[\s,]*)*|\s+(?:while|whilst|whereas|although|though|but|yet|because|since)\b[\s,]*",
    re.IGNORECASE,
)
_COLON = re.compile(r"[:;]\s")
_AND = re.compile(r"\s+and\s+")
_ONLY = re.compile(
    r"^(?:(?:and|but|yet|though|although)\s+(?:also\s+)?not|and|but\s+also|but|or|nor|along\s+with|together\s+with|in\s+addition\s+to|besides|not\s+only|as\s+well\s+as|while|whereas|yet)\b[\s,]*",
    re.IGNORECASE,
)
_OTHER_SORT = re.compile(
    r"\b(?:mediat(?!ion\s+(?:analys|model))\w*|moderat(?:ed|es|ors?|ion(?!\s+(?:analys|model))|ing)|moderate\s+(?:the|this)|interact(?:s|ed|ing)?|(?:the|an?|this|way|latent)\s+(?:\w+\s+)?interactions?|interactions?\s+(?:of|between|terms?|effects?|was|were|is)|conditional)\b|[×*]",
    re.IGNORECASE,
)
_WHO = late(
    r"(?:(?:the\s+latter\s+of\s+|all\s+of\s+|a\s+variable\s+)?(?:which|who|that))(?:\s+in\s+(?:its\s+)?turn)?|the\s+latter|this",
    re.IGNORECASE,
)
_THING_AGAIN = re.compile(r"(?:it|them|this|the\s+(?:latter|same))", re.IGNORECASE)
_WHICH = re.compile(r"^\s*,\s*(?:which|who)\b(?:\s+in\s+(?:its\s+)?turn,?)?(?=\s)", re.IGNORECASE)
_FROM_TO = re.compile(
    r"^(?:(?:and|but|with)\s+)*(?:an?|the|another|no)\s+(?:(?!of\b|from\b|between\b)\w+\s+){0,3}?one\s+(?=(?:from|of|between)\s)|^(?:(?:that|the|and|one|weakest|strongest|smallest|largest|second|third|next|other|latter|last|path|link|a|weaker|stronger)\s+)*(?=(?:from|of|between)\s)",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?P<b>.+?)\s+by\s+(?P<a>.+)$", re.IGNORECASE)
_THROUGH = re.compile(
    r"\s(?:through|via|by\s+way\s+of)\s+(?:the\s+(?:mediat\w+\s+\w+|mediator)\s+(?:of\s+)?)?(?P<m>[^,;]+)$",
    re.IGNORECASE,
)
_MODEL_OF = re.compile(
    r"^(?:in|for|within)\s+(?:the\s+)?(?:structural\s+)?(?:equation|regression|model|prediction|explanation)\s+(?:for|of|on|predicting|explaining)\s+(?P<b>[^,;]+),|^(?:(?:in|when)\s+(?:predicting|explaining)|with\s+re(?:gard|spect)\s+to|as\s+regards|regarding|concerning|as\s+(?:for|to))\s+(?P<c>[^,;]+),|^(?:turning\s+to|looking\s+at)\s+(?P<e>[^,;]+),|^when\s+(?P<d>[^,;]+?)\s+(?:was|is|served\s+as)\s+the\s+(?:outcome|dependent\s+variable|criterion)(?:\s+variable)?,"
    r"|^[^,;]{3,60}?\swith\s+([^,;]+?)\s+as\s+(?:the\s+|an?\s+)?(?:dependent|outcome|criterion)(?:\s+variable)?(?:,|\s+(?:showed|shows|revealed|indicated|found|yielded)\s+that\b)",
    re.IGNORECASE,
)


# `For joy, salt (β = .3) and smell (β = .2) were significant predictors`
_FOR_IT = late(r"^for\s+([^,;]+?),", re.IGNORECASE)
_PREDICTORS = re.compile(r"\b(?:predictors?|determinants?|drivers?|antecedents?)\b(?!\s+(?:of|for)\b)", re.IGNORECASE)


_EVIDENCED = re.compile(  # `As the path coefficient shows (β = .3), crust raised joy`
    r"^\s*(?:as|judging|given|because|based|according|with)\b[^,;]*\b(?:coefficients?|betas?|estimates?|weights?|values?|paths?|effects?)(?:\s+(?:shows?|indicates?|suggests?|reveals?))?\s*$",
    re.IGNORECASE,
)


@dataclass
class _Reading:
    last: Told | None = None
    waiting: list[tuple[int, str, str]] = field(default_factory=list)  # group, name, `noun` where `the effects of` led
    found: dict[int, Told] = field(default_factory=dict)
    lost: bool = False  # a stretch went unread, so that nothing can be taken from it
    topic: str = ""


def roles(stretches: Sequence[str], tail: str, outcome: str = "") -> dict[int, tuple[Relation, str]]:
    """For each coefficient that is understood the ends of its path, and which end varies behind it.

    The outcome, where a heading names one, is what they affect who are only said to be significant.

    >>> {i: (r.from_, r.to) for i, (r, _) in roles(["Crust ", " and smell "], " both raised joy").items()}
    {0: ('Crust', 'joy'), 1: ('smell', 'joy')}
    """
    if behind := _all_behind(stretches, tail):
        return behind
    reading = _Reading(topic=outcome)
    texts = [joined(" ".join(text.split())) for text in (*stretches, tail)]
    if topic := _MODEL_OF.match(texts[0]) or (_FOR_IT.match(texts[0]) if _PREDICTORS.search(texts[-1]) else None):
        reading.topic, texts[0] = a_name(next(name for name in topic.groups() if name)), texts[0][topic.end() :]
    prepared_ones = [prepared(text) for text in texts]
    ahead_of_all: Told | None = None
    if not _EVIDENCED.sub("", prepared_ones[0]).strip(" ,"):  # `With a coefficient of .3, crust raised joy`
        first, rest = _first(prepared_ones[1])
        ahead_of_all = _both(_plain(first), None, False)
        prepared_ones[1] = rest if ahead_of_all else prepared_ones[1]
    for i, text in enumerate(prepared_ones):
        if i == 0 and ahead_of_all:
            reading.found[0] = reading.last = ahead_of_all
            continue
        own = _behind(reading, text)
        if i < len(stretches):
            ahead = prepared_ones[i + 1 :]
            _before(reading, i, own, ahead)
    return {
        i: (
            Relation(parted(told.start), parted(told.end), told.via and parted(told.via)),
            "ranked" if told.ranked else told.near,
        )
        for i, told in reading.found.items()
        if told.start.lower() != told.end.lower()
    }


_FOR = re.compile(r"^\s*(?:for|between|in|from)\s+(?=\S)", re.IGNORECASE)


def _all_behind(stretches: Sequence[str], tail: str) -> dict[int, tuple[Relation, str]]:
    """`We obtained β = .4 for the path from crust to joy and β = .2 for that from smell to joy`."""
    texts = [re.sub(r"^\s*\([^()]*\)", "", text) for text in (*stretches[1:], tail)]
    if a_name(stretches[0]) or not all(_FOR.match(text) for text in texts) or acting(stretches[0]):
        return {}
    ends = []
    for text in texts:
        plain = _first(
            _FOR.sub("" if text.lstrip().lower().startswith(("for", "in")) else "the link from ", text, count=1)
        )[0]
        plain = re.sub(
            r"^that\s+(?=(?:from|of|between)\s)",
            "the link ",
            re.sub(r"[\s,.]*\b(?:and|while|whereas)?\s*(?:a|an)?\s*$", "", plain),
        )
        ends.append(between_ends(plain))
    if not all(ends):
        return {}
    return {i: (Relation(*pair), "to") for i, pair in enumerate(ends) if pair}


def _behind(reading: _Reading, text: str) -> str:
    """What those that wait for their verb are said to do; hands back the rest."""
    if not reading.waiting:
        return text
    if not _EFFECT_ON.match(text) and (_open_list(text) or _open_list(_UNFINISHED.sub(r"\g<x>", text.strip(" ,")))):
        return text
    first, rest = _first(text)
    first = first.strip(" .")
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
            Told(name, target, "from", "from", kind) if kind != "passive" else Told(target, name, "to", "to", kind)
        )
    reading.last = reading.found[reading.waiting[-1][0]]
    reading.waiting = []
    return _WHICH.sub(f", {target}", rest)  # `crust (b = .3) and smell (b = .2) raise joy, which raises sales`


def _done(reading: _Reading, words: str) -> tuple[str, str] | None:
    """What stands behind the verb of those that wait."""
    if reading.last and _FAILED.match(words):
        return reading.last.end, "active"
    if reading.topic and (not words or JUDGED.match(words) or _IN_MODEL.match(words)):
        return reading.topic, "active"
    if unfinished := _EFFECT_ON.match(words):
        target = a_name(unfinished["b"]) if unfinished["b"] else reading.topic
        return (target, "active") if target else None
    if all(led == "noun" for _, _, led in reading.waiting):
        match = re.match(r"^(?:up)?(?:on|to|with|towards?|over|for|and)\s+(?P<b>.+)$", words, re.IGNORECASE)
        name = a_name(JUDGED.sub("", match["b"])) if match else ""
        return (name, "noun") if name else None
    for verb in acting(words):
        if not _ALL_OF_THEM.sub("", words[: verb.start]).strip(" ,"):
            thing = words[verb.end :].strip(" .,")
            again = reading.last and _THING_AGAIN.fullmatch(thing)
            name = reading.last.end if again and reading.last else a_name(thing)
            return (name, "passive" if verb.back else "active") if name else None
    return None


def _first(text: str) -> tuple[str, str]:
    """The words up to the first comma that is followed by another clause, and the rest with its comma."""
    plain = text.lstrip(" ,")
    cut = _CUT.search(plain)
    return (plain[: cut.start()], plain[cut.start() :]) if cut else (plain, "")


def _open_list(text: str) -> bool:
    """`, smell`, `and smell`: one more before the verb."""
    plain = _ONLY.sub("", text.strip(" ,"))
    return bool(a_name(plain)) and not acting(plain) and not PREPOSED.match(plain)


# `Crust had a strong (b = .5), smell a weak (b = .1) effect on joy`
_UNFINISHED = re.compile(
    r"^(?P<x>.+?)\s+(?:(?:ha[sd]|have|exert(?:s|ed)|show(?:s|ed))\s+)?(?:an?|no|the)\s+(?:\w+ly\s+|more\s+|most\s+)?[\w-]+$"
)
_IN_MODEL = re.compile(  # `crust (b = .3) and smell (b = .2) contributed to the model`, `were added`
    r"^(?:contribut\w+|add(?:s|ed))\s+(?:\w+ly\s+)?(?:to\s+the\s+(?:\w+\s+)?(?:model|prediction|equation|explanation|regression)|\w+ly)\b"
    r"|^(?:were|was)\s+(?:then\s+|also\s+)?(?:added|entered|included)\b",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(
    r"^\s*(?:,\s*)?(?:(?:nonetheless|nevertheless|however)\s*,\s*)?(?:each|both|all|jointly|together)\b", re.I
)
_FAILED = re.compile(  # `smell (b = .02) and salt (b = .03) failed to reach significance`
    r"^(?:failed\s+to\s+(?:reach|attain)|(?:did|were|was|are|is)\s+not|did\s+so|proved\s+(?:in|non-?)?significant|(?:were|was|are|is)\s+(?:(?:in|non-?)significant|irrelevant|unimportant|negligible|weaker|stronger)|had\s+no\s+(?:\w+\s+)?(?:effect|influence|impact|role)|fell\s+short)\b(?:\s+(?:significan\w+|predictors?|so|reach|attain|a|the|level|of|statistical(?:ly)?|conventional))*\s*$",
    re.IGNORECASE,
)
# `(b = .5) effect on joy`, and `(b = .5) regression weight`, where the outcome is known
_EFFECT_ON = re.compile(
    r"^\s*(?:(?:effects?|influence|impact)\s+(?:up)?on\s+(?P<b>.+)|(?:regression|beta|path)\s+(?:weights?|coefficients?)[\s.]*)$",
    re.IGNORECASE,
)


def _before(reading: _Reading, i: int, text: str, ahead: Sequence[str]) -> None:
    """The stretch right before a coefficient."""
    last, told = reading.last, None
    leading = bool(re.match(r"\s*(?:,\s*)?(?:and|but)\b", text))
    told = without_verb(text, last) if last else None
    for clause in () if told else _clauses(text):
        if _OTHER_SORT.search(clause) and not MEDIATING.search(clause) and not ARROW.search(clause):
            break
        if told := _both(clause, last, leading, reading.topic):
            break
    if told:
        reading.found[i], reading.last, reading.waiting = told, told, []
        return
    words = _plain(text)
    if i == 0 and (both := _CONTRASTED.match(text)) and (first := _both(_plain(both["first"]), None, False)):
        reading.last = last = (
            first  # `crust raises joy, whereas salt (b = .1) ...`: the first clause has no coefficient
        )
        words = both["x"]
    if ahead and _EFFECT_ON.match(ahead[-1]):
        words = _UNFINISHED.sub(r"\g<x>", words)
    if _OTHER_SORT.search(words):
        reading.last, reading.waiting, reading.lost = None, [], True
        return
    if (opened := _opened(words)) and (i == 0 or _closes(ahead, "noun")):
        reading.waiting.append((i, opened, "noun"))
        return
    name = a_name(words) or (a_name(_COLON.split(words)[-1]) if i == 0 else "")  # `In step 1: crust`
    if name and (last is None or reading.waiting or _closes(ahead, "")) and not reading.lost:
        led = reading.waiting[-1][2] if reading.waiting else ""
        reading.waiting.append((i, name, led))
        return
    said = frozenset(end.lower() for one in reading.found.values() for end in (one.start, one.end))
    told = carried(words, last, said) if last else None
    if told:
        reading.found[i], reading.last = told, told
    else:
        reading.last, reading.waiting, reading.lost = None, [], True


_CONTRASTED = re.compile(
    r"^(?P<first>.+?)\s*,?\s+(?:while|whilst|whereas|but|although|though)\s+(?P<x>[^,;:]+)$", re.IGNORECASE
)
_MOST_CUTS = 40  # where a stretch has more parts it is a list of data, and trying each against all takes seconds


def _clauses(text: str) -> list[str]:
    """The stretch as a whole, and the last clause of it, where what stands before that is no name of a list."""
    whole = text.strip(" ,")
    found = [_plain(whole)]
    cuts = (*_CUT.finditer(whole), *_AND.finditer(whole))
    if len(cuts) > _MOST_CUTS:
        return []
    for cut in cuts:
        left = _CUT.split(whole[: cut.start()])[-1]
        alone = a_name(left) and not acting(left) and not re.fullmatch(r"\w+ly", left.strip())
        if not alone and (cut[0].strip() != "and" or acting(left) or JUDGED.match(left.strip())):
            found.append(_plain(whole[cut.end() :]))
    return list(dict.fromkeys(clause for clause in found if clause))


def _plain(text: str) -> str:
    return _ONLY.sub("", text.strip(" ,;:")).strip(" ,")


def _both(clause: str, last: Told | None, coordinated: bool, topic: str = "") -> Told | None:
    """Both ends of a clause that has a verb, or that names an effect of one upon another."""
    if told := shaped(clause, last, topic):
        return told
    if last and last.kind == "noun" and (pair := _FROM_TO.match(clause)):
        clause = f"the link {clause[pair.end() :]}"
    if through := _THROUGH.search(clause):
        told = _both(clause[: through.start()], last, coordinated)
        names = [a_name(name) for name in _AND.split(JUDGED.sub("", through["m"]))]
        middle = " and ".join(names) if all(names) else ""
        return replace(told, via=middle, near="via", ranked=False) if told and middle else None
    if ends := between_ends(clause):
        return Told(*ends, "to", "from", "noun")
    if ends := turned_ends(clause):
        return Told(*ends, "from", "from", "passive", by="from")
    if last and last.kind == "passive" and (by := _BY.match(clause)) and a_name(by["a"]) and a_name(by["b"]):
        return replace(last, start=a_name(by["a"]), end=a_name(by["b"]), near="from")
    if (nominal := NOMINAL.match(clause)) and nominal["first"]:
        return None
    found = [(verb.sure, told) for verb in acting(clause) if (told := _by_predicate(clause, verb, last, coordinated))]
    sure = [told for is_sure, told in found if is_sure]
    told_ones = sure if len(found) > 1 else [told for _, told in found]
    return told_ones[0] if len(told_ones) == 1 else None


def _by_predicate(clause: str, verb: Predicate, last: Told | None, coordinated: bool) -> Told | None:
    """What stands before a predicate and behind it, if both are names."""
    subject, said = clause[: verb.start].strip(" ,"), clause[verb.start : verb.end]
    thing = a_name(clause[verb.end :])
    if not thing and last and last.kind == "active" and _THING_AGAIN.fullmatch(clause[verb.end :].strip(" .,")):
        thing = last.end  # `while smell decreases it`
    name = _subject(subject, last, coordinated) if thing else ""
    if not name:
        return None
    by = said.split()[-1].lower()
    if verb.back:
        return Told(thing, name, "from", "to", "passive", by=by)
    ranked = bool(RANKING.search(said))
    return Told(name, thing, "from" if ranked else "to", "from", "active", ranked, by=by)


def _subject(words: str, last: Told | None, coordinated: bool) -> str:
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
        if _EFFECT_ON.match(text) or (led == "" and _FAILED.match(first.strip(" .,"))):
            return True
        if _open_list(_UNFINISHED.sub(r"\g<x>", text.strip())) and _EFFECT_ON.match(ahead[-1]):
            continue
        if _open_list(text):
            continue
        return any(not first[: p.start].strip(" ,") for p in acting(first))
    return False
