"""What became of each hypothesis, in words: supported, not supported, partially supported."""

# ruff: noqa: E501 - a pattern is read whole

import itertools
import re
from dataclasses import dataclass, field

from evidence.read.partial import Found
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.judgements import AGAINST, FOR, Cue, as_predicted, cue_of, judges, left_out, only_asks
from evidence.read.prose.labels import Label, labels
from evidence.read.prose.lowered import for_lower
from evidence.read.prose.others import of_others
from evidence.read.prose.sentences import Sentence
from evidence.records import Hypothesis
from evidence.records.layout import Verdict

__all__ = ["verdicts"]

Span = tuple[int, int]

_COUNT = {
    w: n
    for n, w in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ],
        2,
    )
}
_NUMBER = rf"(?:{'|'.join(_COUNT)}|\d{{1,2}})"
_HYPOTHESES = r"(?:hypothes[ie]s|propositions?|hip[oó]tesis)\b(?!\s*\(?[HP]?\s?\d)(?!\s+(?:that|about|concerning|on|regarding|relating|of\s+(?!this|the\s+(?:study|model))))"
# Phrases that stand for many hypotheses at once.
_MANY = re.compile(
    rf"\b(?P<part>{_NUMBER}|most|many|some|several|one)\s+(?:out\s+)?of\s+(?:the\s+|our\s+|these\s+)?(?P<whole>{_NUMBER}\s+)?(?:[\w-]+\s+){{0,2}}?{_HYPOTHESES}"
    rf"|\b(?P<rest>(?:the|all|all\s+the)\s+(?:(?P<left>{_NUMBER})\s+)?(?:rest|remaining|others?|remainder)\b(?:\s+(?P<left2>{_NUMBER})\b)?(?:\s+(?:of\s+the\s+)?(?:[\w-]+\s+){{0,2}}?{_HYPOTHESES})?)"
    rf"|\b(?:all|both|each|every|none|the|our)\b(?:\s+of)?(?:\s+(?:the|our|these|its))?(?:\s+(?P<count>{_NUMBER}))?(?:\s+(?:of\s+)?(?:research|proposed|above|stated|direct|formulated|study|study's|model's|other|structural|main|postulated|tested|underlying))*\s+{_HYPOTHESES}"
    r"|所有假设|(?P<zh>其余假设)",
    re.IGNORECASE,
)
_CUES = SENTENCES.bit("hypothes", "proposition", "hipótes", "hipotes", "假设", "the others", "the rest", "the remain")
_EXCEPT = for_lower(
    r"\b(?:except(?:\s+for|ing)?|with\s+the\s+(?:sole\s+|single\s+|only\s+)?exceptions?\s+of|apart\s+from|other\s+than|but\s+not|excluding|save(?:\s+for)?|bar(?=\s+H)|(?<=hypotheses )but(?=\s+(?:for\s+)?(?:hypothes[ie]s\s+)?[HP]?\d))\b|除"
)
_PRONOUN = re.compile(r"\b(?:all|both|it|they|these|each|which)\b", re.IGNORECASE)
_THIS = re.compile(
    r"^(?:This|These|They|It|Both|The\s+(?:hypothes[ie]s|latter))(?:\s+(?:two\s+)?(?:hypothes[ie]s|predictions?|propositions?|expectations?))?\s+"
    r"(?:was|were|is|are|has\s+been|have\s+been|could|found|receive[sd]?)\b",
)
_RANK = {
    w: n
    for n, w in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
_RANKED = re.compile(rf"\b(?:the|our)\s+({'|'.join(_RANK)})\s+hypothesis\b", re.IGNORECASE)
_CLAUSE = for_lower(
    r";|,?\s+\b(?:while|whereas|(?<!hypotheses )but|however|although|though)\b,?|,\s+(?:and\s+)?(?=nor\b)|\s+and\s+(?=(?:hypothes[ie]s\s+)?[HP]?\d{1,2}[a-z]?\s+(?:(?:was|were|is|are|did|does)(?:\s+not|n't)|was|is|did|does)\W*$)|[。;]|,\s*(?=(?:and\s+)?(?:thus|therefore|hence|so|hypothes[ie]s)\b)"
)


@dataclass(frozen=True)
class _Told:
    """A judgement on one label, or (label empty) on those that `scope` picks."""

    label: str
    cue: Cue
    where: Span
    scope: str = ""  # "all" | "rest" | "part"
    count: int = 0
    of: int = 0


@dataclass
class _Heard:
    """What the sentences so far have said."""

    known: tuple[str, ...]
    alone: dict[str, tuple[Cue, Sentence, Span]] = field(default_factory=dict)
    together: dict[str, tuple[Cue, Sentence, Span]] = field(default_factory=dict)
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
        left = [x for x in self.known if x not in named]
        if told.scope == "rest":
            left = [x for x in left if x not in self.alone]
        if told.count and told.count != (len(left) if told.scope == "rest" else len(self.known)):
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


def verdicts(sentences: tuple[Sentence, ...], known: tuple[str, ...]) -> tuple[Found[Hypothesis], ...]:
    """A verdict for each hypothesis that a sentence names, alone or among others (`the remaining hypotheses`)."""
    heard = _Heard(known)
    before: tuple[Sentence | None, list[str]] = (None, [])
    for sentence in sentences:
        named = labels(sentence.text, sentence.heads, sentence.lower) if sentence.passage.labelled else []
        if not named and sentence.cues & _CUES:
            named = _by_rank(sentence.text, known)
        above = before[1] if before[0] and before[0].passage is sentence.passage else []
        if named:
            before = (sentence, [x.label for x in named])
        if not named and above and (taken := _THIS.match(sentence.text)) and (cue := cue_of(sentence.text)):
            if cue.start >= taken.end() - 1 and not only_asks(sentence.text, cue):
                for label in above:
                    heard.hear(_Told(label, cue, (cue.start, cue.end)), sentence, set())
            continue
        if not named and not sentence.cues & _CUES:
            continue
        if not (named or judges(sentence.lower)):
            continue
        if of_others(sentence):
            continue
        for told in _judged(sentence, named, above):
            heard.hear(told, sentence, {x.label for x in named})
    heard.count_out()
    found = {**heard.together, **heard.alone}
    return tuple(
        Found(Hypothesis(label=x, verdict=cue.verdict), {"verdict": s.span(*at)}, confidence=0.9, page=s.page)
        for x, (cue, s, at) in found.items()
    )


def _by_rank(text: str, known: tuple[str, ...]) -> list[Label]:
    """`the first hypothesis`, in a paper that numbers its hypotheses."""
    ranked = [(m, f"H{_RANK[m[1].lower()]}") for m in _RANKED.finditer(text)]
    return [Label(label, m.start(), m.end(), m[0]) for m, label in ranked if label in known]


def _judged(sentence: Sentence, named: list[Label], above: list[str]) -> list[_Told]:
    """Who is judged how in a sentence; `above` are the labels of the sentence before."""
    text, lower = sentence.text, sentence.lower
    excluded = _excluded(lower, named)
    many = list(_MANY.finditer(text)) if sentence.cues & _CUES else []
    judged: list[_Told] = []
    waiting: list[str] = []
    for start, end in _clauses(text, lower, named, many):
        clause = text[start:end]
        inside = [x for x in named if start <= x.start < end]
        last = inside[-1].end - start if inside else 0
        inherited = left_out(clause, judged[-1].cue) if judged and inside else None
        cue = (inherited if inherited and not _own(clause) else None) or cue_of(clause, last) or inherited
        cue = cue or next((c for x in inside if (c := as_predicted(clause, x.start - start, x.end - start))), None)
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
            and cue.verdict == "supported"
            and re.search(r"\bonly\s+(?:hypothes[ie]s\s*)?\(?$", text[start : inside[0].start], re.I)
        ):
            judged.append(_Told("", Cue("not supported", cue.start, cue.end), where, "all"))
        judged += [t for m in many if start <= m.start() < end for t in _together(m, cue, where, named, above)]
    if excluded and not judged and above:  # H3 to H7 concern ... With the exception of H4, none ...
        last_clause = _clauses(text, lower, named, many)[-1]
        cue = cue_of(text[last_clause[0] : last_clause[1]].rpartition(",")[2]) or cue_of(
            text[last_clause[0] : last_clause[1]]
        )
        if cue:
            judged = [_Told(x, cue, last_clause) for x in above if x not in excluded]
    if excluded and judged:
        first = judged[0].cue
        against: Verdict = "not supported" if first.verdict == "supported" else "supported"
        judged += [_Told(x, Cue(against, 0, 0), judged[0].where) for x in excluded]
    return judged


def _own(clause: str) -> bool:
    """A clause with a judgement in its own words, not `the same holds for H2`."""
    return not re.search(r"\bthe\s+same\b", clause, re.IGNORECASE)


def _together(match: re.Match[str], cue: Cue, where: Span, named: list[Label], above: list[str]) -> list[_Told]:
    """What a phrase for many hypotheses says: all of them, those left over, or so many of so many."""
    groups = match.groupdict()
    if groups["part"]:
        return [_Told("", cue, where, "part", _counted(groups["part"]), _counted((groups["whole"] or "").strip()))]
    if groups["rest"] or groups["zh"]:
        return [_Told("", cue, where, "rest", _counted(groups["left"] or groups["left2"]))]
    if match[0].lower().startswith("both"):
        return (
            [_Told(x, cue, where) for x in above]
            if len(above) == 2 and not named
            else [_Told("", cue, where, "all", 2)]
        )
    return [_Told("", cue, where, "all", _counted(groups["count"]))]


def _counted(word: str | None) -> int:
    """`three`, `3`, or nothing said."""
    return 0 if not word else int(word) if word.isdigit() else _COUNT.get(word.lower(), 0)


_JOINS = re.compile(r"(?i)\b(?:and|or|hypothes[ie]s)\b|[,\s]")


def _excluded(lower: str, named: list[Label]) -> list[str]:
    """The labels behind `except`."""
    cut = _EXCEPT.search(lower)
    if not cut:
        return []
    close: list[str] = []
    end = cut.end()
    for label in named:
        if label.start < cut.end() - 1:
            continue
        between = lower[end : label.start]
        if close and len(_JOINS.sub("", between)) > 0:
            break
        if not close and len(between.split()) > 12:
            break
        close.append(label.label)
        end = label.end
    return close


def _clauses(text: str, lower: str, named: list[Label], many: list[re.Match[str]]) -> list[Span]:
    """Stretches that carry one judgement: cut at contrasts, and where a new subject follows a finished judgement."""
    cuts = [0]
    for m in _CLAUSE.finditer(lower):
        inside = text.count("(", 0, m.start()) > text.count(")", 0, m.start())
        joins = text[m.start() : m.end()].strip() == "and"
        if not inside and (not joins or _VERB.search(lower, cuts[-1], m.start())):
            cuts.append(m.start())
    cuts.append(len(text))
    subjects = sorted([(x.start, x.end) for x in named] + [m.span() for m in many])
    pieces = [(a, b) for a, b in itertools.pairwise(cuts) if b > a]
    return [part for piece in pieces for part in _by_subject(text, lower, piece, subjects)]


_VERB = for_lower(  # without one `and` joins two subjects: `H2 and H9 were not`
    r"\b(?:was|were|is|are|did|does|do|has|have|had|hold|holds|held|receiv\w+|found|gain\w+|support(?:s|ing)|confirm(?:s|ing)|reject(?:s|ing)|reject|support)\b"
)
_LEFT_OUT = for_lower(r"\b(?:was|were|is|are|did|does|do)(?:\s+not|n't)(?=\W*$|\s+(?:either|so)\b)")


def _by_subject(text: str, lower: str, piece: Span, subjects: list[Span]) -> list[Span]:
    """`H1 was supported, H2 was rejected`: cut before the subject that follows a judgement of an earlier one."""
    start, end = piece
    inside = [s for s in subjects if start <= s[0] < end]
    if len(inside) < 2:
        return [piece]
    against = [m.span() for m in AGAINST.finditer(lower, start, end)]
    other = [m.span() for m in (*FOR.finditer(lower, start, end), *_LEFT_OUT.finditer(lower, start, end))]
    # the `in line with` of `not in line with` is no judgement of its own
    cues = sorted(against + [c for c in other if not any(a[0] < c[0] and c[1] <= a[1] for a in against)])
    parts, begin = [], start
    for left, right in itertools.pairwise(inside):
        ahead = [c for c in cues if begin <= c[0] and c[1] <= left[0]]
        between = [c for c in cues if left[1] <= c[0] and c[1] <= right[0]]
        later = [c for c in cues if c[0] >= right[1]]
        if between and later and re.search(r"[,;]|\band\b", text[between[-1][1] : right[0]]):
            parts.append((begin, right[0]))
            begin = right[0]
        elif (
            between
            and ahead
            and not later
            and re.search(r"(?:,|\band|\bbut)\s+(?:\w+\s+)?$", text[left[1] : between[-1][0]])
        ):
            parts.append((begin, between[-1][0]))  # `we accept H1 and reject H2`
            begin = between[-1][0]
    parts.append((begin, end))
    return parts
