"""Who answered, in words: shares of a sample that add to 100 %, `40% cycled daily, 35% weekly, 25% hardly`."""

import re
from itertools import accumulate

from evidence.read.partial import Found
from evidence.read.prose.sentences import Sentence
from evidence.records import Printed, Sample, SampleCell, SampleGroup

__all__ = ["shares"]

_SHARE = re.compile(r"(?<![\d.–-])(?P<v>\d{1,2}(?:\.\d{1,2})?)\s?%(?!\s*(?:CI|confidence|of\s+(?:the\s+)?variance))")
_PEOPLE = re.compile(
    r"\b(?:respondents?|participants?|users?|customers?|consumers?|students?|employees?|males?|females?|men|women"
    r"|sample|people|visitors?|tourists?|managers?|aged?|years\s+old|degrees?|education|gender)\b",
    re.IGNORECASE,
)
_OTHER_BASE = re.compile(
    r"\bof\s+(?:these|those|them|which|whom|the\s+(?:remaining|rest|others))\b|\bvariance\b|\bmediat\w+|\bcoverage\b"
    r"|\bet al\b|\(\d{4}\)|\bpopulation\b|\bcensus\b|\bmarket\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"\b(?:questionnaires|respondents|participants|valid|usable)\b", re.IGNORECASE)
_METHOD = re.compile(r"method|sample|data|participant|procedure|respondent|demograph|descripti|survey", re.IGNORECASE)


def shares(sentences: tuple[Sentence, ...]) -> Found[Sample] | None:
    """One group for each run of shares that adds to the whole."""
    groups: list[SampleGroup] = []
    spans: dict[str, tuple[int, int]] = {}
    for sentence in sentences:
        text = sentence.text
        if text.count("%") < 2 or _OTHER_BASE.search(text) or not _PEOPLE.search(text):
            continue
        if not (_METHOD.search(sentence.section) or _ANSWERED.search(sentence.passage.text)):
            continue
        for run in _wholes(list(_SHARE.finditer(text))):
            cells = tuple(SampleCell(_label(text, m), percent=Printed(f"{m['v']}%")) for m in run)
            for i, m in enumerate(run):
                spans[f"groups/{len(groups)}/cells/{i}/percent"] = sentence.span(m.start("v"), m.end())
            groups.append(SampleGroup(_variable(cells), cells))
    return Found(Sample(groups=tuple(groups)), spans, confidence=0.8) if groups else None


def _wholes(found: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Consecutive shares that add to 100 % within the rounding of each."""
    runs: list[list[re.Match[str]]] = []
    at = 0
    while at < len(found):
        for stop, total in enumerate(accumulate(float(m["v"]) for m in found[at:]), start=at + 1):
            slack = sum(0.5 * 10 ** -len(m["v"].partition(".")[2]) for m in found[at:stop])
            if stop - at > 1 and abs(total - 100) <= min(slack, 0.6) + 1e-9:
                runs.append(found[at:stop])
                at = stop - 1
                break
        at += 1
    return runs


def _label(text: str, share: re.Match[str]) -> str:
    """The words behind a share, up to the next comma."""
    if re.search(r"\brespectively\b", text[share.end() :]):
        return "listed before"
    words = re.split(r"[,;.()]|\band\b|\bwhile\b|\d+(?:\.\d+)?\s?%", text[share.end() :])[0]
    return " ".join(re.sub(r"^\s*(?:were|was|are|is|had|for|of)\b", "", words).split())[:60] or "unnamed"


def _variable(cells: tuple[SampleCell, ...]) -> str:
    said = " ".join(c.label for c in cells).lower()
    if re.search(r"\b(?:fe)?male|\bmen\b|women", said):
        return "gender"
    return "as the text says"
