"""Hypotheses that a sentence judges the other way than the rest: `all but H3`, `H2 was supported, unlike H1`."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.prose.labels import Label
from evidence.read.prose.lowered import for_lower
from evidence.read.prose.mentions import mentions
from evidence.read.prose.sentences import Sentence

__all__ = ["excepted"]

_EXCEPT = for_lower(
    r"\b(?:except(?:\s+for|ing)?|with\s+the\s+(?:sole\s+|single\s+|only\s+)?exceptions?\s+of|apart\s+from|other\s+than|but\s+not|and\s+not(?=\s+(?:hypothes[ie]s\s+)?[HP]?\s?\d)|excluding|save(?:\s+for)?|bar(?=\s+H)|(?:(?<=hypotheses )|(?<=hypothesis )|(?<=all )|(?<=one )|(?<=them ))but(?=\s+(?:for\s+)?(?:hypothes[ie]s\s+)?[HP]?\d))\b|除"
)
_JOINS = re.compile(r"(?i)\b(?:and|or|hypothes[ie]s)\b|[,\s]")

_CONCLUDES = re.compile(
    r"[;:]|\b(?:so|thus|hence|therefore|thereby|which)\b"
)  # `in the north but not here, so that H2 ...`


def excepted(sentence: Sentence, named: list[Label]) -> list[str]:
    """The labels behind `except`."""
    text = sentence.text
    cut = _EXCEPT.search(sentence.lower)
    if not cut:
        return _contrasted(text, named)
    close: list[str] = []
    end = cut.end()
    for label in named:
        if label.start < cut.end() - 1:
            continue
        between = text[end : label.start]
        if close and len(_JOINS.sub("", between)) > 0:
            break
        if not close and (len(between.split()) > 12 or (cut[0].startswith("but") and _concludes(text, between, label))):
            break
        close.append(label.label)
        end = label.end
    return close


def _concludes(text: str, between: str, label: Label) -> bool:
    """Whether a judgement of its own follows: `in the north but not in the south, so that H2 was supported`."""
    return _CONCLUDES.search(between) is not None and bool(
        _SAID.search(text, label.end) or re.search(r"support|confirm|reject|contradict|refut", between)
    )


_CONTRASTS = ("unlike", "contrast", "opposed", "contrary", "rather")
_UNLIKE = re.compile(
    r"\b(?:unlike|in\s+contrast\s+to|as\s+opposed\s+to|contrary\s+to|rather\s+than)\s+(?:hypothes[ie]s\s+)?$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:was|were|is|are|did|does|has|have|had|could|found|received|held|holds|gained)\b", re.IGNORECASE
)


def _contrasted(text: str, named: list[Label]) -> list[str]:
    """`Unlike H1, H2 was supported`, `H2 was supported, unlike H1`: those named behind the contrast, if others are too."""
    if not mentions(text.lower(), _CONTRASTS):
        return []
    first = next((x for x in named if _UNLIKE.search(text[: x.start])), None)
    if first is None:
        return []
    verb = _SAID.search(text, first.end)
    comma = text.rfind(",", first.end, verb.start()) if verb else len(text)
    close = [x.label for x in named if first.start <= x.start < (comma if comma > 0 else len(text))]
    return close if {x.label for x in named} - set(close) else []
