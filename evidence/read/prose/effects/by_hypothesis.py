"""Coefficients of sentences that no grammar understood, told by the hypothesis whose constructs stand around them.

A coefficient stands beside one construct; where just one of the paper's hypotheses ties this to another construct of
the sentence, the coefficient is that hypothesis's. Where several could be meant nothing is said.
"""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Literal

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS
from evidence.read.prose.effects.coefficient_cues import hints
from evidence.read.prose.effects.condition import OF_SLOPES, conditioned
from evidence.read.prose.effects.estimates import OTHER, Group, groups_in, place_in, statistics_in
from evidence.read.prose.effects.path_made import made_path, qualified
from evidence.read.prose.figures import NUMBER, printed
from evidence.read.prose.labels import labels
from evidence.read.prose.no_results import no_result
from evidence.read.prose.relations.relation import Relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Hypothesis, Path
from evidence.settled import settled

__all__ = ["GUESSED", "plainly_indirect", "told_by_hypotheses"]

GUESSED = 0.75  # below what is understood word by word
_SHORTEST = 3  # letters of a name that is looked for in sentences
_Sort = Literal["direct", "interaction", "indirect"]
Span = tuple[int, int]
_Said = list[tuple[int, int, str]]

# Which sort of effect the words before a coefficient speak of; of the last, and of other statistics, nothing is guessed.
_INDIRECT = late(r"\bindirect(?:ly)?\b|\bmediat(?:ed|ing|ion)\s+(?:effect|path|role)", re.IGNORECASE)
_MEDIATION = late(r"\bmediat", re.IGNORECASE)
_PRODUCT = late(r"\binteract|\bproduct\s+term|\bmoderat|[×*]", re.IGNORECASE)
_OTHER_SORT = late(
    r"\btotal\s+effect|\bdifferen(?:ce|t)|\bdiffer|\bconditional|\bsimple\s+slope|\bcorrelat|\bloading|[Δ∆]|\bsquared\b|\bquadratic|\bcontrol(?:s|led|ling)?\b|\bthree-way\b|\bserial|\bsequential|\bindex\b",
    re.IGNORECASE,
)
# `showed that the indirect effect was .17 (95% CI [.10, .25])`
_AMOUNTS = r"(?:was|is|of|amounted\s+to|equall?ed|equals|reached|=)"
_INDIRECT_OF = late(
    rf"\bindirect\s+effects?\s+(?:[^.;:=()\d]{{0,80}}?\s)?{_AMOUNTS}\s+(?P<v>{NUMBER})(?!\s*%|\d)(?P<in>\s*\((?:[^()]|\([^()]*\))*\)(?:,?\s*\d\d\s*%\s*CI\s*[\[(][^\])]*[\])])?|[^;]{{0,120}})",
    re.IGNORECASE,
    needs=late(rf"\s{_AMOUNTS}\s+{NUMBER}", re.IGNORECASE),
)
_OF_THESE = late(
    r"(?:effects?|interactions?|terms?|products?|mediation|moderation|role)\s+(?:was\s+)?(?:of|between|on|via|through|from|by|for|as\s+to|with|in|regarding)\s+(?=[^\W\d])|[×*]|\w\s+x\s+\w",
    re.I,
)
_IN_BRACKETS = re.compile(r"\((?![^()]*\b(?:total|conditional|difference))[^()]*\)")
_OF_ANOTHER = late(
    r"\b[ptz][\s-]?(?:values?|statistics?)\b|\bS\.?E\b|\berror\b|\binterval|\bVAF\b|\bshare\b|\bprobability\b", re.I
)
# `salt predicted crust`, for a hypothesis that crust affects salt: what is named first acts, unless it says `by`.
_ACTS = late(
    r"\b(?:predict|affect|influenc|increas|decreas|reduc|enhanc|improv|rais|lower|promot|foster|lead|led\b|contribut|explain|determin|impact|driv|shap|caus|strengthen|weaken)\w*",
    re.I,
)
_UNDERGOES = late(r"\b(?:by|from|due\s+to|depend\w*|related|associated|linked)\b", re.I)
_TIMES = late(r"\b(?:T\s?\d|time\s+\d|waves?\b|lagged)", re.I)


@settled
class _Stated:
    label: str
    source: str
    target: str
    sort: _Sort = "direct"
    third: str | None = None  # what it goes through, or depends on

    @property
    def names(self) -> set[str]:
        return {_plain(name) for name in (self.source, self.target, self.third) if name}

    @property
    def relation(self) -> Relation:
        if self.sort == "interaction":
            return Relation(self.source, self.target, moderator=self.third)
        return Relation(self.source, self.target, self.third)


def told_by_hypotheses(
    sentences: tuple[Sentence, ...],
    stated: Iterable[Found[Hypothesis]],
    short: Mapping[str, str],
    read: Iterable[Found[Path]],
) -> tuple[Found[Path], ...]:
    """A path for each coefficient that only one hypothesis can be meant with, and that was not read as just that."""
    known = [one for h in stated if (one := _of(h.value))]
    if not known:
        return ()
    names = _Names(known, short)
    found: list[Found[Path]] = []
    for sentence, behind in zip_longest(sentences, sentences[1:]):
        if sentence.cues & DIGITS and hints(sentence):
            judged = labels(behind.text) if behind and behind.passage is sentence.passage else []
            found += _in_sentence(sentence, known, names, {x.label for x in judged})
    before = {_key(path) for path in read} if found else set()
    return tuple(path for path in found if _key(path) not in before)


def _key(found: Found[Path]) -> tuple[Span | None, str, str]:
    """Where a coefficient stands, and between what."""
    return found.spans.get("beta") or found.spans.get("b"), _plain(found.value.from_), _plain(found.value.to)


def _of(hypothesis: Hypothesis) -> _Stated | None:
    """A hypothesis that ties two constructs, through or beside at most one other."""
    source, target, via, moderator = hypothesis.from_, hypothesis.to, hypothesis.via, hypothesis.moderator
    if not source or not target or (via and moderator):
        return None
    sort: _Sort = "indirect" if via else "interaction" if moderator else "direct"
    return _Stated(hypothesis.label, source, target, sort, via or moderator)


def _in_sentence(sentence: Sentence, known: list[_Stated], names: "_Names", judged: set[str]) -> Iterator[Found[Path]]:
    text = sentence.text
    groups = [g for g in groups_in(text) if "beta" in g.values and not g.lone and not g.parts]
    groups = groups or list(plainly_indirect(text))
    said = names.in_text(text) if groups else []
    plain = _without(text, said)
    if (
        not groups
        or _OTHER_SORT.search(_IN_BRACKETS.sub("", plain))
        or OTHER.search(plain.lower())
        or OF_SLOPES.search(text)
    ):
        return
    if _TIMES.search(plain) or no_result(sentence):
        return
    spoken_of = {x.label for x in labels(text)}
    known = [one for one in known if one.label in spoken_of] or known if spoken_of else known
    told = [(g, one, _whom(text, groups, g)) for g in groups if (one := _meant(plain, groups, g, said, known, judged))]
    count = Counter((one, whom) for _, one, whom in told)
    for group, one, whom in told:
        if count[one, whom] == 1:
            made = made_path(sentence, group, one.relation, one.label)
            yield replace(qualified(made, whom, None), confidence=GUESSED)


def plainly_indirect(text: str) -> Iterator[Group]:
    """An indirect effect whose number stands in no bracket."""
    for match in _INDIRECT_OF.finditer(text) if "ndirect" in text else ():
        value = printed(match["v"])
        if value is None or "." not in value or _OF_ANOTHER.search(text, match.start(), match.start("v")):
            continue
        values, places = {"beta": value}, {"beta": place_in(text, *match.span("v"))}
        statistics_in(match["in"], match.start("in"), text, values, places)
        yield Group(match.start("v"), match.end("v"), values, places)


def _without(text: str, said: _Said) -> str:
    """The text without the names of constructs, which may have any words: `learner interaction`."""
    for start, end, _ in said:
        text = text[:start] + "_" * (end - start) + text[end:]
    return text


def _before(groups: list[Group], group: Group) -> int:
    """Where the words begin that lead up to a coefficient."""
    return max((g.end for g in groups if g.end <= group.start), default=0)


def _whom(text: str, groups: list[Group], group: Group) -> str | None:
    return conditioned(text[_before(groups, group) : group.start])[1]


def _meant(
    plain: str, groups: list[Group], group: Group, said: _Said, known: list[_Stated], judged: set[str]
) -> _Stated | None:
    """The one hypothesis that the words before a coefficient, and the constructs they name, can be about."""
    start = _before(groups, group)
    words = plain[start : group.start]
    lead = [name for a, b, name in said if start <= a and b <= group.start]
    named = {x.label for x in labels(plain[start : group.end])} or (judged if len(groups) == 1 else set())
    if not lead and _OF_THESE.search(words):
        return None  # of constructs that no hypothesis names
    if _INDIRECT.search(plain, start, group.places["beta"][0]):  # `(z = 3.2; indirect effect = .06)`
        fits = _of_three([one for one in known if one.sort == "indirect"], set(lead), named)
    elif _PRODUCT.search(words):
        fits = _of_three([one for one in known if one.sort == "interaction"], set(lead), named)
    elif lead and not _MEDIATION.search(words):
        everything = {name for _, _, name in said}
        ties = [one for one in known if one.sort == "direct" and lead[-1] in one.names and one.names <= everything]
        fits = [one for one in ties if one.names <= set(lead)] or ties
        fits = [one for one in fits if not _turned(plain, said, one)]
        fits = [one for one in fits if one.label in named] if len(named) == 1 and start < group.start else fits
    else:
        return None
    return fits[0] if len({(one.sort, *sorted(one.names)) for one in fits}) == 1 else None


def _turned(plain: str, said: _Said, one: _Stated) -> bool:
    """Whether the sentence says of the target that it acts on the source."""
    start, end = (next(at for at in said if at[2] == _plain(name)) for name in (one.source, one.target))
    between = plain[end[1] : start[0]]
    return end < start and bool(_ACTS.search(between)) and not _UNDERGOES.search(between)


def _of_three(known: list[_Stated], lead: set[str], named: set[str]) -> list[_Stated]:
    """Of the hypotheses with three constructs those that all names before a coefficient belong to, or that are judged."""
    fits = [one for one in known if lead <= one.names]
    by_label = [one for one in fits if one.label in named]
    return by_label or ([one for one in fits if _plain(one.third or "") in lead] if lead else fits)


class _Names:
    """The constructs of the hypotheses as they stand in a sentence: in full, abbreviated, in the plural."""

    def __init__(self, known: list[_Stated], short: Mapping[str, str]) -> None:
        self.form = {name: name for one in known for name in one.names}
        for letters, meant in short.items():
            if (known_as := self.form.get(_plain(meant))) and len(letters) > 1:
                self.form.setdefault(letters.lower(), known_as)
        forms = sorted((form for form in self.form if len(form) >= _SHORTEST), key=len, reverse=True)
        self.pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?=s?(?![\w-]))") if forms else None

    def in_text(self, text: str) -> _Said:
        """Where which construct is named, in the order of the text."""
        if self.pattern is None:
            return []
        return [(m.start(), m.end(), self.form[m[0]]) for m in self.pattern.finditer(text.lower())]


def _plain(name: str) -> str:
    plain = " ".join(name.lower().split())
    return re.sub(r"\s*\([^()]*\)", "", plain) if "(" in plain else plain
