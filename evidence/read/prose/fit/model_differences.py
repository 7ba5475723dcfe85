"""Tests of one model against another in sentences: `Δχ²(1) = 22.83, p < .001`, `Δχ² = 11.70, Δdf = 8, p = .165`."""

import re

from evidence.read.partial import Found
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.figures import NUMBER, printed
from evidence.read.prose.sentences import Sentence
from evidence.records import Printed, Test

__all__ = ["model_differences"]

_CUES = SENTENCES.bit("δ", "∆", "delta", "difference")
_SAID = re.compile(r"[Δδ∆]|\bdelta\b|\bdifference")
_DIFFERENCE = (
    r"(?:(?:[Δδ∆]\s?|\bdelta[\s-]?)(?:[χΧxX]\s?\^?\s?2|χ|chi[\s-]?squared?)"
    r"|\bchi[\s-]?squared?\s+difference(?:\s+tests?)?\s*[:,]?(?:\s*[χΧ]\s?2)?)"
)
_DF = r"(?:[Δδ∆]?\s?d\.?\s?f\.?\s*=\s*)?"
_P = r"[,;]?\s*\(?\s*[pP]\s*(?P<op>[=<>])\s*(?P<p>[01]?\.\d+)"
_PATTERNS = (
    re.compile(rf"{_DIFFERENCE}\s*[(\[]\s*{_DF}(?P<df>\d{{1,4}})\s*(?:,\s*[Nn]\s*=\s*[\d,]+\s*)?[)\]]\s*=\s*(?P<v>{NUMBER})\s*{_P}"),
    re.compile(rf"{_DIFFERENCE}\s*=\s*(?P<v>{NUMBER})\s*[,;]?\s*\(?\s*(?:with\s+)?[Δδ∆]?\s?d\.?\s?f\.?\s*=\s*(?P<df>\d{{1,4}})\s*\)?\s*{_P}"),
)  # fmt: skip


def model_differences(sentences: tuple[Sentence, ...]) -> tuple[Found[Test], ...]:
    """Each difference of chi-squares that is printed with its df and p."""
    found: list[Found[Test]] = []
    for sentence in sentences:
        if not sentence.cues & _CUES or not _SAID.search(sentence.text):
            continue
        for pattern in _PATTERNS:
            for match in pattern.finditer(sentence.text):
                stat, p = printed(match["v"]), Printed(("" if match["op"] == "=" else match["op"]) + match["p"])
                if stat is None or p.parsed is None:
                    continue
                places = {"stat": match.span("v"), "df1": match.span("df"), "p": match.span("p")}
                test = Test(kind="chi2", stat=stat, df1=Printed(match["df"]), p=p)
                spans = {name: sentence.span(*place) for name, place in places.items()}
                found.append(Found(test, spans, confidence=0.85, page=sentence.page))
    return tuple(found)
