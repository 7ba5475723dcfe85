"""What a hypothesis said, told only where it is judged: `H1, according to which salt raises joy, is upheld`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.labels import Label, labels
from evidence.read.prose.others import of_others
from evidence.read.prose.relations.relation import Relation, relation
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.verdicts.judgements import cue_of
from evidence.records import Hypothesis

__all__ = ["recalled"]

_CUES = SENTENCES.bit(
    *(
        "which",
        "that",
        "namely",
        "concern",
        "regard",
        "about",
        "support",
        "confirm",
        "line with",
        "predict",
        "expected",
        "consistent",
        "reject",
    ),
    *(
        "accord",
        "accept",
        "effect",
        "influence",
        "impact",
        "relation",
        "link",
        "agree",
        "contra",
        "suppos",
        "hypothesi",
        "(",
        "→",
    ),
)
_SAYS = r"(?:stat|propos|predict|posit|postulat|assum|suggest|hypothesi[sz]|expect|claim|argu|anticipat|maintain|held|hold|say|said|conjectur|suppos|contend|assert|formulat|read)\w*"
_TELLS = re.compile(  # what may stand between the label and what it said
    rf"\s*[)\]]?\s*,?\s*(?:according\s+to\s+which|(?:(?:which|that|and)\s+)?(?:had\s+|has\s+)?{_SAYS}(?:\s+that)?|(?:is|was|reads?)\s+(?:as\s+follows:?|that)|(?:namely|i\.e\.,?|viz\.,?)(?:\s+that)?|whereby|that|"
    r"(?:which|that)\s+(?:concern|regard|relat|refer|test|address|examin|look)\w*(?:\s+(?:to|at))?|(?:concern|regard|relating\s+to|about|on)(?:ing|s|ed)?|(?=the\s+(?:\w+\s+)?(?:effect|influence|impact|relation\w*|link|association)\s))\s+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\((?P<said>[^()=<>]{8,200})\)")
_JUDGED = late(
    r",\s+(?:is|was|were|are|has|have|had|must|could|can|cannot|received|finds?|found|did|does|holds?|gained|thus|therefore|hence|so|and|but|which)\b",
    re.IGNORECASE,
)
_AUXILIARY = late(
    r"[\s,]*\b(?:(?:is|was|were|are|be|been|has|have|had|to|must|could|can|cannot|may|also|not|thus|therefore|hence|fully|likewise|partially|partly|only|empirically|found|received|did)\b[\s,]*)+$",
    re.IGNORECASE,
)
# What leads from a result to the hypothesis behind it: `..., thus supporting H1`, `..., in line with H1`, `..., so H1 is accepted`.
_LEADS = re.compile(
    r"[,;:(]?\s*(?:(?:and|thus|thereby|hence|therefore|thereafter|so|so\s+that|which|this|that|a\s+finding|a\s+result|the\s+results?|as|just\s+as)[\s,]+)*"
    r"(?:(?:support|confirm|corroborat|verif|validat|substantiat|reject|refut|contradict|disconfirm|fail|lend|provid|giv|offer|bear|back|lead|predict|expect|hypothesi[sz]|propos|suppos|assum|posit|stat)\w*\b|(?:in|not\s+in)\s+(?:support|line|accordance|accord|agreement|keeping|favou?r)\b|(?:not\s+|in)?consistent\b|contrary\b|does\s+not\b|did\s+not\b|we\b|hypothesis\b|the\s+hypothesis\b)"
    r"[^.;,()]{0,50}$|[,;]\s*(?:and\s+)?(?:thus|hence|therefore|so|so\s+that|consequently)[\s,]*(?:hypothesis\s*)?$|\s*\((?:hypothesis\s*)?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(  # `In line with H1, ...`
    r"^\W*(?:(?:and|but|thus|hence)\s+)?(?:in\s+(?:line|accordance|accord|agreement|keeping|support|contrast|contradiction)|consistent|contrary|as|supporting|confirming|according|just\s+as|corroborating)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_STATISTICS = re.compile(r"\s*\([^()]*[=<>][^()]*\)")
_MOST_WORDS = 8


def recalled(sentences: tuple[Sentence, ...], known: frozenset[str]) -> tuple[Found[Hypothesis], ...]:
    """For each label not among the known ones, the ends that a sentence about it tells; the first stands."""
    found: dict[str, Found[Hypothesis]] = {}
    for sentence in sentences:
        if not (sentence.passage.labelled and sentence.cues & _CUES):
            continue
        named = labels(sentence.text, sentence.heads)
        if not named or all(x.label in known or x.label in found for x in named) or of_others(sentence):
            continue
        for i, label in enumerate(named):
            told = None if label.label in known or label.label in found else _told(sentence.text, named, i)
            if told:
                found[label.label] = _found(sentence, label, told)
    return tuple(found.values())


def _told(text: str, named: list[Label], i: int) -> Relation | None:
    label = named[i]
    limit = named[i + 1].start if i + 1 < len(named) else len(text)
    behind = text[label.end : limit]
    bracket = _BRACKET.match(behind)
    tells = _TELLS.match(behind)
    said = bracket["said"] if bracket else _until_judged(behind[tells.end() :]) if tells else ""
    if said and (tie := _sound(said)):
        return tie
    if len({x.label for x in named}) > 1:
        return None  # which of them a result belongs to is not sure
    before = text[: label.start]
    if _AHEAD.match(before) and (comma := text.find(",", label.end)) > 0:
        said = text[comma + 1 :]
    elif lead := _LEADS.search(before):
        said = before[: lead.start()]
    else:
        return None
    return _sound(_STATISTICS.sub("", said).strip(" ,;:("))


def _until_judged(text: str) -> str:
    """`salt raises joy, is upheld` up to the judgement."""
    if stop := _JUDGED.search(text):
        return text[: stop.start()].strip(" ,)")
    cue = cue_of(text)
    return _AUXILIARY.sub("", text[: cue.start] if cue else text).strip(" .,)")


_NO_NAME = re.compile(r"\d|\b[HP]\d|^(?:it|they|them|this|these|those|that|both)$", re.IGNORECASE)


def _sound(said: str) -> Relation | None:
    """A relation whose ends are short enough to be names."""
    tie = relation(said)
    if tie is None or not tie.from_ or not tie.to:
        return None
    ends = (tie.from_, tie.to)
    return None if any(len(x.split()) > _MOST_WORDS or _NO_NAME.search(x) for x in ends) else tie


def _found(sentence: Sentence, label: Label, tie: Relation) -> Found[Hypothesis]:
    value = Hypothesis(
        label=label.label,
        printed=label.printed or None,
        from_=tie.from_,
        to=tie.to,
        via=tie.via,
        moderator=tie.moderator,
        sign=tie.sign,
    )  # without a statement: the paper does not state it, it only says what became of it
    return Found(value, {"label": sentence.span(label.start, label.end)}, confidence=0.7, page=sentence.page)
