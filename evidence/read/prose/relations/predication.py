"""Which word of a statement is its predicate, and so what stands before and behind it as the two constructs.

A verb need not be known: behind `will`, or behind an adverb that says how (`positively`), any word is one.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from evidence.read.prose.relations.predicates import (
    ACTING,
    BE,
    COMPLEMENTS,
    HAVES,
    HELD,
    PARTICIPLES,
    VERBS,
    Frame,
    Verb,
    worded,
)
from evidence.records.layout import Sign
from evidence.settled import settled

__all__ = ["Predicate", "acting", "predicates"]

_WORD = re.compile(r"[^\W\d_][\w'’ˍ-]*|\d[\d.,]*\d|\d|[^\w\s]")
_MODAL = worded("will would can could may might should must shall ought do does did cannot")
_SUPPOSED = worded(
    "expected hypothesized hypothesised assumed believed supposed held likely predicted found shown said thought proposed posited presumed tend tends "
    "seem seems appear appears proved turned anticipated fail fails failed tended continue continues continued need needs needed manage manages managed"
)
_HELPERS = worded("help helps helped serve serves served work works worked")
_AUXILIARY = _MODAL | _SUPPOSED | BE | worded("has have had having to")
_HOW = worded(
    "not also both more most less well together jointly alike thus still only even just very never always often partly in-turn either in turn "
    "back hence then far much rather therefore thereby too all each indeed itself themselves again once likewise best hardly neither"
)
_SAID_IN_TWO = frozenset(
    (("turned", "out"), ("turns", "out"), ("no", "longer"), ("above", "all"), ("once", "more"), ("in", "part"))
)
_SAID_HOW = worded(
    "positively negatively significantly directly indirectly strongly weakly inversely adversely favourably favorably substantially considerably "
    "markedly jointly independently linearly uniquely"
)
_NO_ADVERB = worded("family anomaly supply reply ally rally assembly monopoly anomaly elderly daily early only")
_JOINS = frozenset(("and", "or", ",", "but", "-", "–", "—"))
_LEADS = _AUXILIARY | _HELPERS | _JOINS | {second for _, second in _SAID_IN_TWO}
_BARS = worded(  # what no name of a construct begins with
    "of on upon in into for from with by as at than when if to is are was were will would has have had be been and or but because since so that "
    "which who whose whether while whereas through via among between during under over toward towards not they this"
)  # fmt: skip
_PLURAL = worded("people children men women media data criteria phenomena parents they we")
_LINKS = BE | worded(
    "serve serves served act acts acted function functions functioned represent represents represented constitute constitutes constituted form forms formed "
    "stand stands stood emerge emerges emerged turn turns operate operates operated count counts"
)  # fmt: skip
_BETWEEN_LINK = worded("a an the as one of among out to be in")
_MADE = re.compile(  # endings that a verb has and hardly a noun
    r"(?!moderat|mediat|(?:enterpr|exerc|franch|surpr|prem|prom|merchand|dem|tort|expert)ises)[a-z]{3,}(?:ifies|ify|[a-z]i[sz]es?|(?:[iu]|lu|or|ul|er|it|iv)ates?)(?<!climates)(?<!candidates)$"
)


@settled
class Predicate:
    """Where the predicate stands in a text, which way it points, and how sure it is to be one."""

    start: int
    end: int
    back: bool
    sign: Sign | None
    sure: bool
    form: str = ""  # of a verb that stands alone: `base`, `s`, `ed`


@settled
class _Word:
    text: str
    start: int
    end: int


@lru_cache(maxsize=1024)  # a clause is tried in many ways
def predicates(text: str) -> tuple[Predicate, ...]:
    """The possible predicates of a statement: those that are sure, in their order, then the doubtful ones.

    >>> [(text[: p.start].strip(), text[p.end :].strip(), p.back) for text in ["Yield rises with care"] for p in predicates(text)]
    [('Yield', 'care', True)]
    >>> text = "Salt will galvanise joy"
    >>> [(text[: p.start].strip(), text[p.end :].strip()) for p in predicates(text)]
    [('Salt', 'joy')]
    """
    words = [_Word(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
    found: list[Predicate] = []
    until = -1
    for i in range(len(words)):
        if i <= until:
            continue
        for predicate in _at(words, i):
            if predicate.start > 0:
                found.append(predicate)
                if predicate.sure:
                    until = next((k for k in range(i, len(words)) if words[k].end >= predicate.end), i)
                break
    return tuple(sorted(found, key=lambda p: not p.sure))


def acting(text: str) -> list[Predicate]:
    """The predicates of a clause, also one that it begins with: its subject then stands elsewhere.

    >>> [p.start for p in acting("both raised joy")], acting("bread prices")
    ([0], [])
    """
    found = predicates(f"{_SUBJECT}{text}")
    shift = len(_SUBJECT)
    return [replace(p, start=p.start - shift, end=p.end - shift) for p in found if p.sure or p.form != "base"]


_SUBJECT = "it "


def _at(words: list[_Word], i: int) -> Iterator[Predicate]:
    word = words[i].text
    yield from _held(words, i) if word in HAVES else ()
    yield from _complement(words, i) if word in COMPLEMENTS else ()
    for frame in PARTICIPLES.get(word, ()):
        before = _before(words, i)
        behind = _behind(words, i + 1, frame)
        if behind and before < i and _is(words, before, i):
            yield _made(words, before, behind, frame, True)
    for verb in VERBS.get(word, ()):
        yield from _verb(words, i, verb)
    if word not in VERBS and word not in PARTICIPLES:
        yield from _unknown(words, i)


def _made(words: list[_Word], first: int, behind: int, frame: Frame, sure: bool, form: str = "") -> Predicate:
    return Predicate(words[first].start, words[behind - 1].end, frame.back, frame.sign, sure, form)


def _adverb(word: str) -> bool:
    return word in _HOW or (word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERB)


def _before(words: list[_Word], i: int) -> int:
    """Where the words begin that belong to a predicate before its verb: `will not only`, `is expected to`."""
    first = i
    while first > 0:
        word = words[first - 1].text
        if (
            word in _AUXILIARY
            or (word in _HELPERS and words[first].text in ("to", words[i].text))
            or (_adverb(word) and (first > 1 or word in _HOW | _SAID_HOW))  # `homophily` comes first as a subject only
            or (word in _JOINS and first > 1 and _adverb(words[first - 2].text) and (first < i or word == ","))
        ):
            first -= 1
        elif first > 1 and (words[first - 2].text, word) in _SAID_IN_TWO:
            first -= 2
        else:
            break
    # `a wish to improve sleep`: an infinitive that is part of a name
    to = next((k for k in range(first, i) if words[k].text == "to"), None)
    if (
        to is not None
        and not any(
            w.text in _SUPPOSED or w.text in _HELPERS or w.text in BE or w.text in HAVES for w in words[first:to]
        )
        and words[to + 1].text != "be"
    ):
        return i
    while first < i and words[first].text in _JOINS:
        first += 1
    return first


def _may_lead(word: str) -> bool:
    """Whether `_before` may step over a word: of those before any other none belongs to the predicate."""
    return word in _LEADS or _adverb(word)


def _is(words: list[_Word], first: int, i: int) -> bool:
    return any(w.text in BE for w in words[first:i])


def _skip(words: list[_Word], at: int) -> int:
    if [word.text for word in words[at : at + 2]] == ["as", "well"]:
        at += 2
    while at < len(words) and (
        _adverb(words[at].text)
        or (
            words[at].text in _JOINS
            and at + 1 < len(words)
            and _adverb(words[at + 1].text)
            and at > 0
            and _adverb(words[at - 1].text)
        )
    ):
        at += 1
    return at


def _behind(words: list[_Word], at: int, frame: Frame) -> int | None:
    """Where what follows a word ends, if that is what its frame asks for, and something else follows it."""
    for step in frame.then:
        if at < len(words) and words[at].text not in step:
            at = _skip(words, at)
        if at >= len(words) or words[at].text not in step:
            return None
        at += 1
    if frame.then and at + 1 < len(words) and words[at].text in ACTING and _begins(words[at + 1].text):
        at += words[at].text in _CHANGING or not words[at + 1].text.startswith(
            _DONE
        )  # `contributes to increasing trust`, not `to helping behaviour`
    after = _skip(words, at)
    return at if after < len(words) and _begins(words[after].text) else None


# What somebody does has its name from the verb.
_DONE = ("behavi", "intention", "skill", "abilit", "capabilit", "style", "condition", "climate", "process", "practice")


_CHANGING = worded("increasing reducing improving raising lowering enhancing strengthening decreasing promoting")


def _begins(word: str) -> bool:
    return word not in _BARS and (word[0].isalnum() or word[0] in "'’“\"‘")


def _verb(words: list[_Word], i: int, verb: Verb) -> Iterator[Predicate]:
    before = _before(words, i)
    front = words[before:i]
    passive = verb.form == "ed" and _is(words, before, i)
    if passive:
        if not verb.frame.then:
            by = _behind(words, i + 1, Frame((("by",),)))
            if by:
                yield _made(words, before, by, Frame((), not verb.frame.back, verb.frame.sign), True)
        return
    behind = _behind(words, i + 1, verb.frame)
    if behind is None or before == 0:
        return
    if _helps(words, i):
        return
    last = words[before - 1].text
    if not (last[0].isalnum() or last[0] in ")'’”\",–—-"):
        return
    helped = any(w.text in _MODAL or w.text in _SUPPOSED or w.text in _HELPERS or w.text in _SAID_HOW for w in front)
    if front and any(w.text in BE for w in front) and not helped:
        return
    sure = (
        helped
        or (verb.form == "s" and not (verb.noun and _verbal(words, behind)))
        or bool(verb.frame.then and verb.form == "s")
    )
    if verb.form == "base" and not sure:
        sure = _plural(words, before) or bool(front and any(_adverb(w.text) for w in front))
    if verb.form == "ed" and not sure:
        sure = bool(verb.frame.then)
    yield _made(
        words,
        before,
        behind,
        verb.frame,
        sure,
        "ing" if verb.form == "ing" else "" if helped or front or verb.frame.then else verb.form,
    )


def _helps(words: list[_Word], i: int) -> bool:
    """`helps raise`: the verb comes behind."""
    return words[i].text in _HELPERS and words[_skip(words, i + 1)].text in VERBS


def _verbal(words: list[_Word], at: int) -> bool:
    """Whether a verb follows, so that what stands before it is the subject's noun: `price changes affect demand`."""
    at = _skip(words, at)
    return at < len(words) and (words[at].text in VERBS and any(v.form == "base" for v in VERBS[words[at].text]))


def _plural(words: list[_Word], at: int) -> bool:
    last = words[at - 1].text if at else ""
    ends = last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "’s"))
    return ends or last in _PLURAL or any(w.text == "and" for w in words[:at])


_BARS_HELD = _BARS - {"in", "and", "or", "not", "but", "a"}
_INSTEAD = frozenset((("instead", "of"), ("rather", "than")))  # `a positive instead of a negative effect`
_UPON = Frame((("on", "upon", "over", "to", "towards", "toward", "with", "in", "for"),))
_IN_THE_EQUATION = Frame(
    (("in",), ("the",), ("equation", "model", "regression", "prediction", "explanation"), ("for", "of"))
)


def _held(words: list[_Word], i: int) -> Iterator[Predicate]:
    """`has a strong and direct bearing on`."""
    before = _before(words, i)
    if before == 0:
        return
    for at in range(i + 1, min(i + 10, len(words) - 1)):
        word = words[at].text
        if word in _BARS_HELD and (words[at - 1].text, word) not in _INSTEAD:
            return
        if word in HELD:
            behind = _behind(words, at + 1, _IN_THE_EQUATION) or _behind(words, at + 1, _UPON)
            if (behind and words[behind].text in VERBS) or (
                behind and words[behind].text.endswith("ing") and words[behind - 1].text == "in"
            ):
                behind += words[behind].text.endswith("ing")  # `a role in shaping`
            if behind and behind < len(words):
                yield _made(words, before, behind, Frame(), True)
                return


_FACTORS = worded("factor factors force forces element elements reason reasons")


def _complement(words: list[_Word], i: int) -> Iterator[Predicate]:
    """`is one of the main drivers of`, `acts as a barrier to`."""
    frame = COMPLEMENTS[words[i].text]
    behind = _behind(words, i + 1, frame)
    if behind is None and words[i].text in _FACTORS and words[min(i + 1, len(words) - 1)].text in ACTING:
        behind = _behind(words, i + 2, Frame())  # `is a factor affecting`
    if behind is None or words[i - 1].text == "to":  # `is likely to result in`
        return
    for at in range(i - 1, max(i - 10, -1), -1):
        word = words[at].text
        if word in _LINKS:
            before = _before(words, at)
            if before > 0:
                yield _made(words, before, behind, frame, True)
            return
        if word in _BARS - {"as", "of", "and", "not", "to", "be", "or", "among", "in", "out"}:
            return


def _unknown(words: list[_Word], i: int) -> Iterator[Predicate]:
    """A verb that no table has: behind `will` or an adverb, or by its ending (`-ises`, `-ifies`)."""
    word = words[i].text
    if (
        i + 1 >= len(words)
        or not word[0].isalpha()
        or word in _BARS
        or word in _AUXILIARY
        or _adverb(word)
        or word in HAVES
        or word in _LINKS
    ):
        return
    made = _MADE.match(word) is not None
    if not made and not (i and _may_lead(words[i - 1].text)):
        return  # no word before it says that it is a verb
    before = _before(words, i)
    if before == 0:
        return
    front = {w.text for w in words[before:i]}
    behind = _behind(words, i + 1, Frame())
    if behind is None:
        behind = _behind(words, i + 1, Frame((("to", "into", "towards", "toward"),)))
    if behind is None or (front & BE):
        return
    if (front & _MODAL and not word.endswith(("ed", "ing"))) or (front & _SAID_HOW and word.endswith("s")):
        yield _made(words, before, behind, Frame(), True)
    elif made and (word.endswith("s") or _plural(words, before)):
        yield _made(words, before, behind, Frame(), False)
