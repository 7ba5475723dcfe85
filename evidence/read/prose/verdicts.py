"""What became of each hypothesis, in words: supported, not supported, partially supported."""

# ruff: noqa: E501 - a pattern is read whole

import itertools
import re
from dataclasses import dataclass

from evidence.read.partial import Found
from evidence.read.prose.labels import Label, labels
from evidence.read.prose.mentions import mentions
from evidence.read.prose.sentences import Sentence
from evidence.records import Hypothesis
from evidence.records.layout import Verdict

__all__ = ["verdicts"]

_WORDS = r"(?:support\w*|confirm\w*|accept\w*|verif\w*|validat\w*|valid|corroborat\w*|substantiat\w*|proved|proven|passe[sd]|pass|established|test(?=ed\b)|tested|hold(?:s)?|held|upheld|true|tenable|sustained|significant effect)"
_NOT = re.compile(
    r"\b(?:reject\w*|refut\w*|disconfirm\w*|unsupported|invalid|fail(?:s|ed)?\b|falsif\w*|not\s+(?:\w+\s+){0,4}?" + _WORDS
    + r"|(?:no|lack\w*\s+of|little|without|neither)\s+(?:\w+\s+){0,2}?(?:support|evidence)|un(?:able|successful)\s+to\s+(?:confirm|support)|"
    r"cannot\s+(?:be\s+)?(?:confirm|support|accept)\w*|inconsistent\s+with|contra(?:ry\s+to|dict\w*)|none\s+of|did(?:\s+not|n't)\s+(?:\w+\s+){0,3}?(?:support|confirm|find)\w*|"
    r"(?:was|were|is|are)(?:n't)\s+" + _WORDS + r"|does\s+not\s+hold)|(?:不成立|不支持|拒绝|未得到|没有得到|未通过|不显著)",
    re.IGNORECASE,
)  # fmt: skip
_PARTLY = re.compile(
    r"\b(?:partial(?:ly)?|partly|in\s+part)\b\s*(?:\w+\s+){0,2}?"
    + _WORDS
    + r"|"
    + _WORDS
    + r"\s+(?:only\s+)?(?:partial(?:ly)?|partly|in\s+part)\b|部分(?:支持|成立)",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(?:"
    + _WORDS
    + r")\b(?!\s+(?:the\s+)?(?:\w+\s+)?(?:findings?|results?|past|previous|prior|earlier|works?|stud(?:y|ies)|claims?|views?|arguments?|literature|notion|idea)\b)|\b(?:consistent|in\s+line|in\s+accordance|agree\w*)\s+with\b|(?:成立|得到支持|得到验证|得到证实|通过检验|支持)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:except(?:\s+for)?|with\s+the\s+exception\s+of|apart\s+from|other\s+than|but\s+not|excluding)\b|除",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|most\s+of|every|each|the\s+(?:rest|remaining|other|research|proposed|above|two|three|four|five|six))\b[^.;]{0,40}\bhypothes[ie]s\b|所有假设|其余假设",
    re.IGNORECASE,
)
_HYPOTHESES = ("hypothes", "所有假设", "其余假设")
_ASKS = re.compile(
    r"\b(?:will\s+be|to\s+be|if|whether|would|should|could|can\s+be|in\s+order\s+to|to\s+(?:test|verify|examine|support)|hypothesi[sz]ed?|propose[ds]?|we\s+(?:posit|predict|expect)|previous\s+(?:stud|research)\w*\s+\w*\s*support)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:all|both|it|they|these|each|which)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r";|,?\s+\b(?:while|whereas|but|however|although|though)\b,?|[。;]|,\s*(?=(?:and\s+)?(?:thus|therefore|hence|so|hypothes[ie]s)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Cue:
    verdict: Verdict
    start: int
    end: int


def verdicts(sentences: tuple[Sentence, ...], known: tuple[str, ...]) -> tuple[Found[Hypothesis], ...]:
    """A verdict for each hypothesis that a sentence names; later sentences do not overrule earlier ones."""
    found: dict[str, Found[Hypothesis]] = {}
    before: tuple[Sentence | None, list[str]] = (None, [])
    for sentence in sentences:
        named = labels(sentence.text)
        above = before[1] if before[0] and before[0].passage is sentence.passage else []
        if named:
            before = (sentence, [x.label for x in named])
        if not named and not (mentions(sentence.lower, _HYPOTHESES) and _ALL.search(sentence.text)):
            continue
        for label, cue, where in _judged(sentence.text, named, known, above):
            span = sentence.span(*where)
            value = Hypothesis(label=label, verdict=cue.verdict)
            found.setdefault(label, Found(value, {"verdict": span}, confidence=0.9, page=sentence.page))
    return tuple(found.values())


def _judged(
    text: str, named: list[Label], known: tuple[str, ...], above: list[str]
) -> list[tuple[str, _Cue, tuple[int, int]]]:
    """(label, judgement, where its words stand); `above` are the labels of the sentence before."""
    excluded = _excluded(text, named)
    judged: list[tuple[str, _Cue, tuple[int, int]]] = []
    waiting: list[str] = []
    for start, end in _clauses(text):
        clause = text[start:end]
        inside = [x for x in named if start <= x.start < end]
        cue = _cue(clause) or (_left_out(clause, judged[-1][1]) if judged and inside else None)
        if cue is None or (inside and _only_asks(clause, cue)):
            waiting += [x.label for x in inside if x.label not in excluded]
            continue
        where = (start + cue.start, start + cue.end)
        judged += [(x.label, cue, where) for x in inside if x.label not in excluded]
        if not inside and _PRONOUN.search(clause[: cue.start]):
            judged += [(x, cue, where) for x in waiting]
            waiting = []
        if _ALL.search(clause) and known:
            judged += [(x, cue, where) for x in known if x not in excluded and x not in {n.label for n in named}]
    if excluded and not judged and above:  # H3 to H7 concern ... With the exception of H4, none ...
        last = _clauses(text)[-1]
        cue = _cue(text[last[0] : last[1]].rpartition(",")[2]) or _cue(text[last[0] : last[1]])
        if cue:
            judged = [(x, cue, (last[0], last[1])) for x in above if x not in excluded]
    if excluded and judged:
        first = judged[0][1]
        against: Verdict = "not supported" if first.verdict == "supported" else "supported"
        judged += [(x, _Cue(against, 0, 0), judged[0][2]) for x in excluded]
    return judged


def _excluded(text: str, named: list[Label]) -> list[str]:
    """The labels behind `except`."""
    cut = _EXCEPT.search(text)
    if not cut:
        return []
    close: list[str] = []
    end = cut.end()
    for label in named:
        if label.start < cut.end() - 1:
            continue
        between = text[end : label.start]
        if close and len(re.sub(r"(?i)\b(?:and|or|hypothes[ie]s)\b|[,\s]", "", between)) > 0:
            break
        close.append(label.label)
        end = label.end
    return close


def _clauses(text: str) -> list[tuple[int, int]]:
    """Stretches that carry one judgement: cut at contrasts, and where a new label follows a finished judgement."""
    cuts = [
        0,
        *(m.start() for m in _CLAUSE.finditer(text) if text.count("(", 0, m.start()) <= text.count(")", 0, m.start())),
        len(text),
    ]
    pieces = [(a, b) for a, b in itertools.pairwise(cuts) if b > a]
    return [part for piece in pieces for part in _by_label(text, piece)]


def _by_label(text: str, piece: tuple[int, int]) -> list[tuple[int, int]]:
    """`H1 was supported, H2 was rejected`: cut before the label that follows a judgement of an earlier label."""
    start, end = piece
    named = labels(text[start:end])
    cues = sorted(
        (
            *((m.start(), m.end()) for m in _NOT.finditer(text, start, end)),
            *((m.start(), m.end()) for m in _YES.finditer(text, start, end)),
        )
    )
    parts, begin = [], start
    for left, right in itertools.pairwise(named):
        between = [c for c in cues if start + left.end <= c[0] and c[1] <= start + right.start]
        later = [c for c in cues if c[0] >= start + right.end]
        if between and later and re.search(r"[,;]|\band\b", text[between[-1][1] : start + right.start]):
            cut = start + right.start
            parts.append((begin, cut))
            begin = cut
    parts.append((begin, end))
    return parts


def _cue(clause: str) -> _Cue | None:
    """The judgement of one clause."""
    partly, against, yes = _PARTLY.search(clause), _NOT.search(clause), _YES.search(clause)
    if partly:
        return _Cue("partially supported", partly.start(), partly.end())
    if against:
        return _Cue("not supported", against.start(), against.end())
    if yes:
        return _Cue("supported", yes.start(), yes.end())
    return None


def _left_out(clause: str, before: _Cue) -> _Cue | None:
    """`H1 was supported, whereas H2 was not`: the judgement of the clause before, turned."""
    turned = re.search(r"\b(?:was|were|is|are|did|does|do|has|have)(?P<no>\s+not|n't)?\W*$", clause)
    if turned is None or (before.verdict == "supported") != bool(turned["no"]):
        return None
    against: Verdict = "not supported" if turned["no"] else "supported"
    return _Cue(against, *turned.span()) if before.verdict in ("supported", "not supported") else None


def _only_asks(clause: str, cue: _Cue) -> bool:
    """`to test whether H1 holds` judges nothing."""
    ask = _ASKS.search(clause)
    return (
        ask is not None
        and ask.start() < cue.start
        and not re.search(r"\b(?:found|shown?|results?|was|were|is|are)\b", clause[ask.end() :], re.I)
    )
