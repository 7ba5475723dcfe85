"""Hypotheses that a results section simply states as found: `Salt reduces joy (H4), and joy raises sales (H6)`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.late import late
from evidence.read.prose.ends.named import a_name
from evidence.read.prose.labels import Label
from evidence.read.prose.relations.predication import acting
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.verdicts.judgements import judges

__all__ = ["affirmed"]

_RESULTS = late(
    r"\b(?:results?|findings?|hypothes[ie]s\s+test\w*|tests?\s+of|structural\s+model|path\s+(?:model|analys))|结果",
    re.I,
)
_NEGATED = late(
    r"\b(?:not|no|never|neither|nor|none|without|fail\w*|insignificant\w*|non-?significant\w*|hardly|barely|scarcely|little|lack\w*|contrary|unlike|except|despite)\b|n[’']t\b",
    re.IGNORECASE,
)
# What is tested, proposed or compared is not what was found.
_SUPPOSED = late(
    r"\b(?:hypothes(?!is\s\d|es\s\d)\w+|expect(?!ed\s+(?:relation|effect|influence|association|sign|link))\w*|predict(?:ion|ed\s+that|ions)\w*|propos\w+|assum\w+|posit(?:s|ed)?\b|test(?:s|ed|ing)?|examin\w+|investigat\w+|analy[sz]\w+|whether|if|should|would|will|might|may|could|can|must|concern\w*|question\w*|according\s+to\s+(?:H\d|hypothesis)|(?:is|are)\s+to\s+be|stronger|weaker|moderat\w+)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"[;:]\s|,?\s+\b(?:but|whereas|while|although|though|yet|however)\b")
_GOES_ON = late(
    r"^[\s,]*(?:and|then|as\s+well\s+as|followed\s+by|also|finally)\b|^,\s+(?:[\w-]+\s+){1,4}$", re.IGNORECASE
)
_BRACKET = re.compile(r"[(\[][^()\[\]]*$")
_ONLY_LABELS = re.compile(r"[(\[]\s*(?:hypothes[ei]s\s*)?H?\s?\d+\w?(?:\s*(?:,|and|&|;)\s*H?\s?\d+\w?)*\s*[)\]]", re.I)
_PROVED = late(
    r"\b(?:was|were|is|are|proved|turned\s+out(?:\s+to\s+be)?|reached)\s+(?:\w+ly\s+)?significan|\bcarr(?:y|ies|ied)\s+(?:a\s+)?part\s+of\s+the\s+effect",
    re.I,
)
_DEPENDS = late(
    r"\bmediate[sd]?\s+the\s|\b(?:depend(?:s|ed)|rest(?:s|ed)|rel(?:ies|ied))\s+(?:\w+\s+){0,3}?(?:up)?on\b",
    re.IGNORECASE,
)


def affirmed(sentence: Sentence, named: list[Label]) -> list[Label]:
    """The labels in brackets behind words that state an effect, in a part on results; none that are judged or denied."""
    heads = sentence.passage.chain or (sentence.section,)
    if not any(_RESULTS.search(head) for head in heads) or _SUPPOSED.search(sentence.text):
        return []
    found: list[Label] = []
    end, before = 0, ""
    for label in named:
        opened = _BRACKET.search(sentence.text[: label.start])
        words = sentence.text[end : opened.start() if opened else label.start]
        end = sentence.text.find(")", label.end) + 1 or label.end
        inside = sentence.text[opened.start() : end] if opened else ""
        pieces = _CUT.split(words)
        before = before if len(pieces) == 1 and _GOES_ON.match(words) else ""
        if not _ONLY_LABELS.fullmatch(inside) or judges(words.lower()) or _NEGATED.search(pieces[-1]):
            before = ""
        elif before or _states(pieces[-1]):
            before = pieces[-1]
            found.append(label)
    return found or _listed_ahead(sentence.text, named)


_NEXT_NAME = late(r"^[\s,]*(?:(?:and|as\s+well\s+as)\s+)?(?:[\w'’-]+\s+){1,5}$", re.IGNORECASE)


def _listed_ahead(text: str, named: list[Label]) -> list[Label]:
    """`Crust (H2), salt (H3) and rye (H4) all contribute to joy`: the verb stands behind the last of them."""
    end = 0
    for i, label in enumerate(named):
        opened = _BRACKET.search(text[: label.start])
        close = text.find(")", label.end) + 1
        words = text[end : opened.start()] if opened else ""
        if not close or not opened or not _ONLY_LABELS.fullmatch(text[opened.start() : close]):
            return []
        if (i and not _NEXT_NAME.match(words)) or (not i and not a_name(words)):
            return []
        end = close
    tail = _CUT.split(text[end:])[0].split(",")[0]
    stated = len(named) > 1 and not _NEGATED.search(tail) and not judges(tail.lower()) and _states(f"salt {tail}")
    return list(named) if stated else []


def _states(clause: str) -> bool:
    """Whether a clause says of somebody that it has an effect."""
    if _DEPENDS.search(clause) or _PROVED.search(clause):
        return True
    plain = clause.strip()
    return any(verb.sure and a_name(plain[: verb.start]) for verb in acting(f"{plain} it"[:300]))
