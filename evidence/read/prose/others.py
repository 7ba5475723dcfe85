"""What a paper says of the work of others: the samples, coefficients and verdicts in it are not its own."""

# ruff: noqa: E501 - a pattern is read whole

import re
from functools import lru_cache

from evidence.read.prose.mentions import mentions
from evidence.read.prose.outline import COMES_BEFORE, OWN_WORK
from evidence.read.prose.sentences import Sentence

__all__ = ["of_others"]

_CITATION = r"(?:1(?<!\w.)9\d\d[a-z]?\s?[)\]]|2(?<!\w.)0\d\d[a-z]?\s?[)\]]|e(?<!\w.)t\s+al\b|\[\d{1,3}(?:\s?[-–,，]\s?\d{1,3})*\]|等(?<=[\u4e00-\u9fff].)[\u4e00-\u9fff（(\[])"
_CITED = re.compile(_CITATION)
_OURS = re.compile(
    r"\b(?:we|our|ours|us)\b|\b(?:this|the\s+present|the\s+current|present)\s+(?:study|paper|article|research|survey|work|thesis|sample|analysis)\b|本文|本研究|我们",
    re.IGNORECASE,
)
_REPORT = r"(?:reports?|reported|show(?:s|ed)|demonstrat(?:es?|ed)|reveal(?:s|ed)|found|finds?|obtain(?:s|ed)?|observed?|gives?|gave|estimated?|documented)"
_STUDIED = r"(?:examined|studied|tested|surveyed|investigated|analy[sz]ed|interviewed|observed|compared|followed|asked|applied)"
# `Doe and Roe (2012) report a path of .40`, `a path of .40 was reported for Norway (Doe, 2012)`, `a review of 38 studies`.
_REPORTED = re.compile(
    rf"(?P<who>\b[A-Z][\w'’-]+(?:\s+et\s+al\.?)?,?\s*[(\[](?:19|20)\d\d[a-z]?[)\]],?\s+(?:who\s+)?(?:also\s+|have\s+|had\s+)?(?:{_REPORT}|{_STUDIED})\b"
    rf"|\b[A-Z][\w'’-]*[^\Ws]\s+and\s+(?:(?:his|her|their)\s+)?(?:co-?workers|colleagues|associates|collaborators),?\s+(?:who\s+)?(?:also\s+|have\s+|had\s+)?{_REPORT}\b)"
    r"|\b(?i:effects?|coefficients?|paths?|weights?)\b[^;()]{0,80}?\d?\.\d+\s*\[\d{1,3}\]"  # `an effect of 0.39 [5]`
    r"|\b(?i:alphas?|reliabilit\w+|coefficients?|values?)\b[^;]{0,40}\b(?:was|were|has\s+been|have\s+been)\s+reported\s*\[\d{1,3}\]|\bfor\s+a\s+similar\s+scale\b|\b[Tt]he\s+original\s+(?:scale|version|instrument|measure)\b[^.;]{0,40}\b(?:has|had|showed|reached)\s"
    rf"|{_CITATION}\s*,?\s+whose\s+(?:own\s+)?(?:[Cc]ronbach\S*\s+)?(?:alphas?|α|reliabilit\w+|scale\s+had)\b"
    rf"|^In\s+(?:their|his|her)\s+(?:own\s+)?(?:stud(?:y|ies)|survey|sample|paper|article|work|experiments?|data|analys[ie]s)\b"
    rf"|{_CITATION}[^.;]{{0,60}}?\b(?:who|(?i:the\s+(?:original\s+|two\s+|three\s+)?authors?))\s+(?:also\s+|have\s+|had\s+|themselves\s+)?{_REPORT}\b"
    rf"|[)\]]\s+(?:(?:that|which)\s+(?:was|were)\s+)?(?:reported|found|obtained|observed)\s+by\s+[A-Z](?=.*{_CITATION})"
    rf"|\b(?:is|are|was|were|been)\s+reported\s+(?:for|by|from|among|in)\s+(?!(?i:table|figure|section|appendix)|the\s+(?:table|text|next|following|last))(?=.*{_CITATION})"
    rf"|{_CITATION}[^;]{{0,30}}?\b(?:for|of|in)\s+which\b[^;]{{0,80}}?\b(?:is|was|were|has\s+been|have\s+been)\s+(?:reported|found|obtained)\b"
    rf"|\b(?i:meta-analys[ei]s|(?:systematic\s+)?review)\s+(?:of|by|across|with)\b(?=.*{_CITATION})"
    r"|\b(?i:in|of)\s+(?:the|that|their|its|his|her|an?)\s+(?:original|earlier|previous|validation|seminal|first|initial)\s+(?:stud(?:y|ies)|paper|article|publication|validation|survey|development|source|version)\b(?!\s+(?:of|in)\s+(?:this|our|the\s+present))"
    r"|\b(?i:original(?:ly)?)\s+(?:reported\s+)?(?:[Cc]ronbach['’]?s?\s+)?(?:alphas?|α|reliabilit(?:y|ies))\b"
    r"|\b(?:original|scale's|scale’s)\s+(?:authors?|developers?)\b|\b(?i:the)\s+authors?\s+of\s+the\s+(?:scale|instrument|questionnaire|measure|inventory)\b"
)
_WORDS = ("whose", "report", "show", "demonstrat", "reveal", "found", "find", "obtain", "observe", "give", "gave", "estimate", "document", "meta-analys", "review",
          "examin", "studied", "tested", "survey", "investigated", "analy", "interviewed", "compared", "followed", "asked",
          "applied", "sample", "work", "experiment", "data",
          "study", "studies", "paper", "article", "publication", "validation", "author", "developer", "original", "source", "version")  # fmt: skip

# All else cites a work.
_UNCITED = (
    "worker",
    "colleagues",
    "associates",
    "collaborators",
    "original",
    "earlier",
    "previous",
    "validation",
    "seminal",
    "author",
    "developer",
    "their",
    "his ",
    "her ",
)


# Of all ways to report, words of which one stands in each; `who` and what is done in a year are looked for apart.
_REPORTING = ("whose ", "worker", "colleagues", "associates", "collaborators", ") found", ") obtained", ") observed", "] found", "] obtained", "] observed", "who ", "who\n", "author", "developer", "reported ", "which", "meta-analys", "review", "original", "earlier", "previous",
              "validation", "seminal", "first", "initial")  # fmt: skip
_BY_NAME = re.compile(  # `Roe found an alpha of .90`, whom the sentence before cited
    r"^(?!We\b|It\b|They\b|She\b|He\b|This\b|The\b|Table\b|Figure\b|Results?\b|Analys|Cronbach|Both\b|All\b|Our\b)[A-Z][a-z]+\s+(?:found|reported|obtained|observed)\s+(?:an?\s+)?(?:\w+\s+)?(?:alphas?|reliabilit\w+|Cronbach|coefficient\s+alpha)\b"
)
_DONE = re.compile(rf"[)\]],?\s+(?:who\s+)?(?:also\s+|have\s+|had\s+)?(?:{_REPORT}|{_STUDIED})\b")


def of_others(sentence: Sentence) -> bool:
    """A sentence that tells of someone's work, or one of a paragraph on it in a part that comes before the paper's own."""
    if mentions(sentence.lower, _WORDS) and _reports(sentence.text):
        return True
    if not _comes_before(sentence):
        return False
    if _CITED.search(sentence.text):
        return True
    if _OURS.search(sentence.text):
        return False
    above = sentence.passage.text[: sentence.start]
    return _CITED.search(above) is not None or (sentence.passage.early and not _OURS.search(above))


_COMPARES = re.compile(
    r"\b(?:[Aa]s|[Ll]ike|[Uu]nlike|with|to|than|what|that|from)\s+(?:[A-Z][\w'’-]+(?:\s+et\s+al\.?)?(?:,?\s+(?:and|&)\s+|,\s+))*$"
)
_TAKEN = re.compile(
    r"\b(?:taken|adapted|adopted|borrowed|drawn|derived|modified|selected)\s+(?:\w+\s+)?(?:from|by)\s+$"
)
_CLOSE_TO = re.compile(
    r"\b(?:close|similar|comparable|equal|identical|near|higher|lower)\s+(?:to|than)\s+(?:(?:that|those|the\s+\w+)\s*)?$"
)
_SAID = re.compile(r"\d?\.\d|\b[HP]\d")  # a result, or a hypothesis of the paper


def _reports(text: str) -> bool:
    """Whether what the sentence gives is reported of others, and not a result that is then compared with theirs."""
    lower = text.lower()
    if _BY_NAME.match(text):
        return True
    if not (mentions(lower, _REPORTING) or text.startswith("In ") or _DONE.search(text)):
        return False
    if not (mentions(lower, _UNCITED) or _CITED.search(text)):
        return False
    for match in _REPORTED.finditer(text):
        before = text[: match.start()]
        if _SAID.search(before) and _CLOSE_TO.search(before):
            continue  # `was .90, which is close to that of the original study (.91)`
        if not match["who"] or _TAKEN.search(before) or not (_COMPARES.search(before) or _SAID.search(before)):
            return True
    return False


def _comes_before(sentence: Sentence) -> bool:
    """Whether the passage, or what it is a part of, comes before the paper's own work; what heads its results is its own."""
    return sentence.passage.early or _heads_others(sentence.passage.chain or (sentence.section,))


@lru_cache(maxsize=512)
def _heads_others(chain: tuple[str, ...]) -> bool:
    return not any(OWN_WORK.search(head) for head in chain) and any(COMES_BEFORE.search(head) for head in chain)
