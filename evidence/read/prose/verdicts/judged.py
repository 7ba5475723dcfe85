"""What became of each hypothesis, in words: supported, not supported, partially supported."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.chinese.verdicts import chinese_judgements
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.labels import Label, labels
from evidence.read.prose.lowered import at_words, for_lower, in_lower
from evidence.read.prose.others import of_others
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.verdicts.affirmed import affirmed
from evidence.read.prose.verdicts.clauses import clauses_of
from evidence.read.prose.verdicts.excepted import excepted
from evidence.read.prose.verdicts.halves import halved
from evidence.read.prose.verdicts.judgements import (
    Cue,
    cue_of,
    judges,
    left_out,
    only_asks,
)
from evidence.read.prose.verdicts.predicted import as_predicted, foretold, of_one_group
from evidence.read.prose.verdicts.ranked import by_rank, without_asides
from evidence.read.prose.verdicts.unweighed import without_figures, without_zeros
from evidence.records import Hypothesis
from evidence.records.layout import Verdict
from evidence.settled import settled

__all__ = ["verdicts"]

Span = tuple[int, int]

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_COUNT = {word: n for n, word in enumerate(_WORDS.split(), 1)}
_NUMBER = rf"(?:{'|'.join(_COUNT)}|\d{{1,2}})"
_HYPOTHESES = r"(?:hypothes[ie]s|propositions?|hip[oó]tesis)\b(?!\s*\(?[HP]?\s?\d)(?!\s+(?:that|about|concerning|on|regarding|relating|(?:had|have|has|was|were)\s+(?:been\s+)?(?:formulated|stated|proposed|made|specified|set|advanced|developed|derived|offered)\b(?!.*(?<!to\sbe\s)\b(?:supported|rejected|confirmed|accepted|corroborated)\b)|of\s+(?!this|the\s+(?:study|model))))"
# Phrases that stand for many hypotheses at once.
_MANY = for_lower(
    rf"\b(?P<part>{_NUMBER}|most|many|some|several)\s+(?:out\s+)?of\s+(?:the\s+|our\s+|these\s+)?(?P<whole>{_NUMBER}\s+)?(?:[\w-]+\s+){{0,2}}?{_HYPOTHESES}"
    rf"|(?<!with )(?<!in )(?<!among )(?<!by )(?<!to )(?<!from )(?<!than )(?<!on )\b(?P<rest>(?:the|all|all\s+the)\s+(?:(?P<left>{_NUMBER})\s+)?(?:rest|remaining|others?|remainder)\b(?:\s+(?P<left2>{_NUMBER}|one)\b)?(?:\s+(?:of\s+the\s+)?(?:[\w-]+\s+){{0,2}}?{_HYPOTHESES})?)"
    rf"|\b(?:all|both|each(?:\s+one)?|every(?:\s+(?:single\s+)?one)?|none|no|the|our|(?:these|those)(?=\s+\w+\s+hyp)|(?:the|our)\s+(?:entire|whole|full|complete)\s+set)\b(?:\s+of)?(?:\s+(?:the|our|these|its))?(?:\s+(?P<count>{_NUMBER}))?(?:\s+(?:of\s+)?(?:research|proposed|above|stated|direct|formulated|study|study's|model's|other|structural|main|postulated|tested|underlying))*(?:\s+(?P<sort>mediat|moderat|indirect)\w*)?\s+{_HYPOTHESES}"
    r"|\b(?:all|every\s+(?:one|hypothesis)|each)\b(?:\s+of\s+(?:them|these|those))?(?=\s*,?\s+(?:but|except(?:ing)?|save)\s+(?:for\s+)?(?:hypothes[ie]s\s+)?[HP]\s?\d)"
    r"|(?<=,\s)all(?:\s+of\s+(?:them|these))?(?=\s+(?:were|are|was|is|held|hold|received|found|could)\b)"
    r"|所有假设|(?P<zh>其余假设)"
)
_UNSTATED = late(r"\bno\s+hypothes[ie]s\s+(?:had|have|has|was|were)\s+(?:been\s+)?(?:formulated|stated|proposed|made|specified|set|advanced|developed)\b(?!.*\bother\s+hypotheses\b)", re.I, needs=("formulated", "stated", "proposed", "made", "specified", "set", "advanced", "developed"))  # fmt: skip
_CUES = SENTENCES.bit(
    "hypothes",
    "proposition",
    "hipótes",
    "hipotes",
    "假设",
    "so is the",
    "so was the",
    "so are the",
    "so were the",
    "the others",
    "the rest",
    "the remain",
    "all but",
    "exception",
    "except",
)
_PRONOUN = re.compile(r"\b(?:all|both|it|they|these|each|which)\b", re.IGNORECASE)
_THIS = re.compile(
    r"^(?:This|These|They|It|Both|The\s+(?:hypothes[ie]s|latter))(?:\s+(?:two\s+)?(?:hypothes[ie]s|predictions?|propositions?|expectations?))?\s+"
    r"(?:was|were|is|are|has\s+been|have\s+been|could|found|receive[sd]?)\b",
)
_ALONE = late(  # `H1: Trust affects loyalty. (Not supported)`
    r"^\W*(?:(?:results?|decision|verdict|finding|status)\s*:\s*)?(?:(?:not|partially|partly|fully)\s+)?(?:supported|rejected|accepted|confirmed)\W*$",
    re.IGNORECASE,
)
_OF_THIS = re.compile(  # `The results supported this hypothesis (b = .4)`
    r"^(?:(?:thus|hence|therefore|indeed|overall),?\s+)?(?:our|the|these|this|all)\s+(?:\w+\s+)?(?:results?|data|findings?|analys[ie]s|evidence|estimates?|regressions?|tests?)\s+"
    r"(?:(?:do|does|did|could|can)\s*(?:not|n't)?\s+)?(?:\w+ly\s+)?(?:support|confirm|corroborat|reject|contradict|refut|back|bear|bore|verif|substantiat|fail)\w*\s+(?:out\s+|up\s+|to\s+support\s+|to\s+confirm\s+)?"
    r"(?:this|these|both|that)\s+(?:hypothes[ie]s|predictions?|expectations?|assumptions?|propositions?)\b",
    re.IGNORECASE,
)
_CASE = re.compile(  # `Model 2 shows that this was the case (b = .4)`, of what the sentence before said of a hypothesis
    r"^(?:[^.;]{0,60}\b(?:show|indicate|reveal|suggest|confirm|demonstrate)(?:s|ed|d)?\s+(?:that\s+)?)?(?:this|such)\s+(?:was|is)\s+(?:indeed\s+|also\s+|clearly\s+)?(?P<no>not\s+)?the\s+case\b",
    re.IGNORECASE,
)
_ALL_BUT = for_lower(
    at_words(  # `All but two of the eight hypotheses were supported: the paths from salt (H7) and rye (H8) were not`
        rf"\ball\s+but\s+(?P<n>{_NUMBER})\s+(?:of\s+(?:the|our|these)\s+)?(?:{_NUMBER}\s+)?(?:[\w-]+\s+){{0,2}}?hypotheses\b[^.;:]*"
        rf"|\ball\s+(?:[\w-]+\s+){{0,3}}?hypotheses\s+(?:but|except(?:\s+for)?)\s+(?P<n2>{_NUMBER})\b[^.;:]*"
    )
)


@settled
class _Told:
    """A judgement on one label, or (label empty) on those that `scope` picks."""

    label: str
    cue: Cue
    where: Span
    scope: str = ""  # "all" | "rest" | "part"
    count: int = 0
    of: int = 0
    sort: str = ""  # of which only: "mediat" | "moderat"


@dataclass
class _Heard:
    """What the sentences so far have said."""

    known: tuple[str, ...]
    sorts: Mapping[str, str]
    alone: dict[str, tuple[Cue, Sentence, Span]] = field(default_factory=dict)
    together: dict[str, tuple[Cue, Sentence, Span]] = field(default_factory=dict)
    stated: dict[str, tuple[Cue, Sentence, Span]] = field(default_factory=dict)  # as found, without being judged
    parts: list[_Told] = field(default_factory=list)
    part_of: list[Sentence] = field(default_factory=list)

    def hear(self, told: _Told, sentence: Sentence, named: set[str]) -> None:
        """A hypothesis judged by name stands before one judged among others; the first judgement stands."""
        entry = (told.cue, sentence, told.where)
        if told.label:
            self.alone.setdefault(told.label, entry)
            return
        if told.scope == "part":
            if told.cue.verdict == "supported" and told.count and told.of in (0, len(self.known)):
                self.parts.append(told)
                self.part_of.append(sentence)
            return
        left = [x for x in self.known if x not in named and told.sort in ("", self.sorts.get(x))]
        if told.scope == "rest":
            left = [x for x in left if x not in self.alone]
        if told.count and told.count != (len(left) if told.scope == "rest" or told.sort else len(self.known)):
            return
        for label in left:
            self.together.setdefault(label, entry)

    def count_out(self) -> None:
        """`six of the eight hypotheses were supported`, and two are known not to be: so the others are; or the reverse."""
        for told, sentence in zip(self.parts[:1], self.part_of[:1], strict=True):
            judged = {x: self.alone[x][0].verdict for x in self.known if x in self.alone}
            yes = sum(v == "supported" for v in judged.values())
            left: Verdict | None = None
            if len(judged) - yes == len(self.known) - told.count:
                left = "supported"
            elif yes == told.count:
                left = "not supported"
            for label in self.known if left else ():
                self.together.setdefault(label, (Cue(left, *told.where), sentence, told.where))  # type: ignore[arg-type]


def verdicts(
    sentences: tuple[Sentence, ...], known: tuple[str, ...], sorts: Mapping[str, str] = MappingProxyType({})
) -> tuple[Found[Hypothesis], ...]:
    """A verdict for each hypothesis that a sentence names, alone or among others (`the remaining hypotheses`).

    `sorts` tells which of them are on mediation and which on moderation.
    """
    heard = _Heard(known, sorts)
    before: tuple[Sentence | None, list[str]] = (None, [])
    prior: tuple[Sentence | None, Cue | None] = (None, None)
    for sentence in sentences:
        named = labels(sentence.text, sentence.heads) if sentence.passage.labelled else []
        if sentence.cues & _CUES and (ranked := by_rank(sentence.text, known)):
            spans = {(x.start, x.end) for x in named}
            again = {x.label for x in named}  # `the first hypothesis (H1)`
            named = sorted(
                [*named, *(x for x in ranked if x.label not in again and (x.start, x.end) not in spans)],
                key=lambda x: x.start,
            )
        above = before[1] if before[0] and before[0].passage is sentence.passage else []
        if named:
            before = (sentence, [x.label for x in named])
        ways = (_THIS, _ALONE, _OF_THIS) if not named and above else ()
        if not named and above and (case := _CASE.match(sentence.text)):
            told_so = Cue("not supported" if case["no"] else "supported", *case.span())
            for label in above:
                heard.hear(_Told(label, told_so, case.span()), sentence, set())
            continue
        taken = next((m for way in ways if (m := way.match(sentence.text))), None)
        if taken and (cue := cue_of(sentence.text)):
            told_behind = cue.start >= taken.end() - 1 or taken.end() == len(sentence.text)
            if (told_behind or taken.re is _OF_THIS) and not only_asks(sentence.text, cue):
                for label in above:
                    heard.hear(_Told(label, cue, (cue.start, cue.end)), sentence, set())
            continue
        if not named and not sentence.cues & _CUES:
            continue
        earlier = prior[1] if prior[0] and prior[0].passage is sentence.passage else None
        if not (named or earlier or judges(sentence.lower)):
            continue
        if of_others(sentence) or _states(sentence.text, named):
            continue
        if "ero" in sentence.text:
            sentence = without_zeros(sentence)
        if named and sentence.text != (whole := without_asides(sentence.text)):
            sentence = replace(sentence, text=whole, lower=in_lower(whole))
        for told in _in_their_brackets(sentence, named):
            heard.hear(told, sentence, {x.label for x in named})
        for one in affirmed(sentence, named) if named else ():
            where = (one.start, one.end)
            heard.stated.setdefault(one.label, (Cue("supported", *where), sentence, where))
        for told in _judged(sentence, named, above, earlier):
            prior = (sentence, told.cue)
            heard.hear(told, sentence, {x.label for x in named})
    heard.count_out()
    found = {**heard.stated, **_of_parts(heard.alone, known), **heard.together, **heard.alone}
    return tuple(
        Found(Hypothesis(label=x, verdict=cue.verdict), {"verdict": s.span(*at)}, confidence=0.9, page=s.page)
        for x, (cue, s, at) in found.items()
    )


def _of_parts(
    told: dict[str, tuple[Cue, Sentence, Span]], known: tuple[str, ...]
) -> dict[str, tuple[Cue, Sentence, Span]]:
    """H1a and H1b as H1 is judged, where only these two are stated; which part holds of a partial one is not told."""
    wholes = {x: entry for x, entry in told.items() if x not in known and entry[0].verdict != "partially supported"}
    return {part: wholes[part[:-1]] for part in known if part[-1:].isalpha() and part[:-1] in wholes}


_OWN_BRACKET = re.compile(
    r"\s*[:,]?\s*(?:(?:is|was)\s+)?(?P<no>not\s+(?:supported|confirmed|accepted)|unsupported|rejected)?(?P<yes>(?:fully\s+)?(?:supported|confirmed|accepted))?\s*[)\]]",
    re.IGNORECASE,
)
_OPENED = re.compile(r"[(\[]\s*(?:hypothesis\s*)?$", re.IGNORECASE)


def _in_their_brackets(sentence: Sentence, named: list[Label]) -> list[_Told]:
    """`salt has no effect among the old (Hypothesis 7a supported)`: the bracket judges, whatever stands before it."""
    found = []
    for label in named:
        behind = _OWN_BRACKET.match(sentence.text, label.end)
        if behind and (behind["no"] or behind["yes"]) and _OPENED.search(sentence.text[: label.start]):
            cue = Cue("not supported" if behind["no"] else "supported", *behind.span("no" if behind["no"] else "yes"))
            found.append(_Told(label.label, cue, (label.start, behind.end())))
    return found


_NO_MORE = re.compile(r"\bno\s+(?:statistically\s+)?significant\b|\bsignificant\s+effect\b", re.IGNORECASE)
_ANNOUNCES = re.compile(r"\s*[:：.)\]–—]")


def _states(text: str, named: list[Label]) -> bool:
    """`H2: There is no significant effect of ...` states a hypothesis, and judges none."""
    if not named or text[: named[0].start].strip(" (") or not _ANNOUNCES.match(text, named[0].end):
        return False
    said = text[named[0].end :]
    return _NO_MORE.search(said) is not None and not judges(in_lower(_NO_MORE.sub("", said)))


# `H1 but not H2 was confirmed`: that `not` is said of H2, which is left out of those that were.
_NOT_THIS_ONE = re.compile(r"\b(?:but|and),?\s+not\s+(?=(?:hypothes[ie]s\s+)?[HP]?\s?\d)")


def _judged(sentence: Sentence, named: list[Label], above: list[str], earlier: Cue | None = None) -> list[_Told]:
    """Who is judged how in a sentence; `above` are the labels of the sentence before, `earlier` is its judgement."""
    text = sentence.text
    if not text.isascii() and _HAN.search(text):
        return _in_chinese(text, named, above)
    if (but := _ALL_BUT.search(sentence.lower)) and (cue := cue_of(text[but.start() : but.end()])):
        return _all_but(but, cue, named)
    if cue := halved(sentence, named):
        return [_Told(named[0].label, cue, (cue.start, cue.end))]
    excluded = excepted(sentence, named)
    many = list(_MANY.finditer(sentence.lower)) if sentence.cues & _CUES and not _UNSTATED.search(text) else []
    judged: list[_Told] = []
    waiting: list[str] = []
    last_cue = earlier
    plain = without_figures(sentence)
    for start, end in clauses_of(plain, named, many):
        clause = _NOT_THIS_ONE.sub(lambda m: m[0].replace("not", "   "), text[start:end])
        inside = [x for x in named if start <= x.start < end]
        last = inside[-1].end - start if inside else 0
        said_of = bool(inside) or any(start <= m.start() < end for m in many)
        inherited = (
            left_out(plain.text[start:end], last_cue, inside[0].start - start if inside else 0)
            if last_cue and said_of
            else None
        )
        cue = (inherited if inherited and not _own(clause) else None) or cue_of(clause, last) or inherited
        cue = cue or next((c for x in inside if (c := as_predicted(clause, x.start - start, x.end - start))), None)
        for x in inside:
            cue = of_one_group(cue, plain.text, x.start, x.end)
        last_cue = cue or last_cue
        if cue is None or (inside and only_asks(clause, cue)):
            waiting += [x.label for x in inside if x.label not in excluded]
            continue
        where = (start + cue.start, start + cue.end)
        judged += [_Told(x.label, cue, where) for x in inside if x.label not in excluded]
        if (not inside and _PRONOUN.search(clause[: cue.start])) or all(x.label in excluded for x in inside):
            judged += [_Told(x, cue, where) for x in waiting]
            waiting = []
        if (
            inside
            and cue.verdict != "partially supported"
            and re.search(r"\bonly\s+(?:hypothes[ie]s\s*)?\(?$", text[start : inside[0].start], re.I)
        ):
            judged.append(_Told("", Cue(_OPPOSITE[cue.verdict], cue.start, cue.end), where, "all"))
        judged += [t for m in many if start <= m.start() < end for t in _together(m, cue, where, named, above)]
    if not judged and named and (cue := foretold(text)):
        judged = [_Told(x.label, cue, (cue.start, cue.end)) for x in named]
    if excluded and not judged and above:  # H3 to H7 concern ... With the exception of H4, none ...
        last_clause = clauses_of(sentence, named, many)[-1]
        cue = cue_of(text[last_clause[0] : last_clause[1]].rpartition(",")[2]) or cue_of(
            text[last_clause[0] : last_clause[1]]
        )
        if cue:
            judged = [_Told(x, cue, last_clause) for x in above if x not in excluded]
    if excluded and judged:
        first = judged[0].cue
        against = _OPPOSITE[first.verdict]
        judged += [_Told(x, Cue(against, 0, 0), judged[0].where) for x in excluded]
    return judged


def _all_but(match: re.Match[str], cue: Cue, named: list[Label]) -> list[_Told]:
    """Those that are named are the exceptions, where as many are named as are excepted."""
    where = match.span()
    against = Cue(_OPPOSITE[cue.verdict], cue.start, cue.end)
    apart = [_Told(x.label, against, where) for x in named]
    if len({x.label for x in named}) != _counted(match["n"] or match["n2"]):
        return []
    return [*apart, _Told("", cue, where, "all")]


_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def _in_chinese(text: str, named: list[Label], above: list[str]) -> list[_Told]:
    """What a Chinese sentence judges; `该假设` is what the sentence before named."""
    told: list[_Told] = []
    for label, cue, scope, many, of in chinese_judgements(text, named):
        where = (cue.start, cue.end)
        one = [_Told(label, cue, where, scope, many, of)]
        told += [_Told(x, cue, where) for x in above] if scope == "these" else one
    return told


def _own(clause: str) -> bool:
    """A clause with a judgement in its own words, not `the same holds for H2`."""
    return not re.search(r"\bthe\s+(?:same|opposite|reverse|contrary)\b|\bnot\s+the\s+case\b", clause, re.IGNORECASE)


def _together(match: re.Match[str], cue: Cue, where: Span, named: list[Label], above: list[str]) -> list[_Told]:
    """What a phrase for many hypotheses says: all of them, those left over, or so many of so many."""
    groups = match.groupdict()
    if groups["part"]:
        return [_Told("", cue, where, "part", _counted(groups["part"]), _counted((groups["whole"] or "").strip()))]
    if groups["rest"] or groups["zh"]:
        return [_Told("", cue, where, "rest", _counted(groups["left"] or groups["left2"]))]
    if _ONE.fullmatch(match[0]):
        meant = {x.label for x in named if x.start < match.start()} or set(above)
        return [_Told(meant.pop(), cue, where)] if len(meant) == 1 else [_Told("", cue, where, "all", 1)]
    if groups["sort"]:
        sort = {"indirect": "mediat"}.get(groups["sort"], groups["sort"])
        count = 2 if match[0].startswith("both") else _counted(groups["count"])
        return [_Told("", cue, where, "all", count, sort=sort)]
    if (many := _counted(groups["count"])) and many == len(set(above)) > 1 and not named:
        return [_Told(x, cue, where) for x in dict.fromkeys(above)]
    if match[0].startswith("both"):
        return (
            [_Told(x, cue, where) for x in above]
            if len(above) == 2 and not named
            else [_Told("", cue, where, "all", 2)]
        )
    return [_Told("", cue, where, "all", _counted(groups["count"]))]


_ONE = re.compile(r"(?:the|our)\s+(?:\w+\s+){0,2}?(?:hypothesis|proposition)")  # of several, the one named before


def _counted(word: str | None) -> int:
    """`three`, `3`, or nothing said."""
    return 0 if not word else int(word) if word.isdigit() else _COUNT.get(word.lower(), 0)


_OPPOSITE: dict[Verdict, Verdict] = {
    "supported": "not supported",
    "not supported": "supported",
    "partially supported": "supported",
}
