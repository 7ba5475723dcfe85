"""How the analysis was done: software, estimator, bootstrap, tails, confidence level."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator

from evidence.read.partial import Found
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.mentions import mentions
from evidence.read.prose.others import of_others
from evidence.read.prose.sentences import Sentence
from evidence.records import Conventions, Printed

__all__ = ["conventions"]

_SOFTWARE = re.compile(
    r"\b(?P<s>(?:IBM\s+)?(?:SPSS\s+)?AMOS|Smart[\s-]?PLS|LISREL|Mplus|M-?plus|EQS|lavaan|WarpPLS|ADANCO|PLS[\s-]?Graph|VisualPLS|semPLS|cSEM|seminr|STATA|JASP|jamovi|PROCESS(?=\s+(?:macro|procedure|v))|SPSS|fs\s?QCA)"
    r"(?:\s+(?:software|version|release|ver\.?|v\.?|macro|program)){0,2}\s*[,(]?\s*(?:version\s+|v\.?\s?)?(?P<v>\d+(?:\.\d+){0,3})?",
    re.IGNORECASE,
)
_RANK = (
    "AMOS",
    "SMARTPLS",
    "LISREL",
    "MPLUS",
    "EQS",
    "LAVAAN",
    "WARPPLS",
    "ADANCO",
    "PLSGRAPH",
    "VISUALPLS",
    "SEMPLS",
    "CSEM",
    "SEMINR",
    "PROCESS",
    "STATA",
    "JASP",
    "JAMOVI",
    "SPSS",
    "FSQCA",
)
_ESTIMATOR = (
    ("MLR", ("robust", "mlr", "satorra", "yuan"), re.compile(r"\brobust\s+maximum[\s-]likelihood|\bMLR\b|\b(?:Satorra|Yuan)[\s–-]+Bentler|\bmaximum[\s-]likelihood\b[^.;]{0,60}\brobust\s+standard\s+errors?", re.IGNORECASE)),
    ("WLSMV", ("wlsmv", "weighted"), re.compile(r"\bWLSMV\b|weighted\s+least\s+squares\s+mean", re.IGNORECASE)),
    ("PLS", ("partial", "pls"), re.compile(r"\bpartial\s+least\s+squares\b|\bPLS(?:-SEM)?\b|Smart\s?PLS")),
    ("ML", ("maximum", "ml"), re.compile(r"\bmaximum[\s-]likelihood\b|\bMLE?\b\s+(?:estimat|method)", re.IGNORECASE)),
    ("GLS", ("generali",), re.compile(r"\bgenerali[sz]ed\s+least\s+squares\b", re.IGNORECASE)),
    ("OLS", ("ordinary", "multiple", "hierarchical", "process"), re.compile(r"\bordinary\s+least\s+squares\b|\bmultiple\s+(?:linear\s+)?regressions?\b|\bhierarchical\s+regressions?\b|\bPROCESS\s+macro", re.IGNORECASE)),
)  # fmt: skip
_BOOTSTRAP = re.compile(
    r"(?P<n>\d{1,2}[,\s]?\d{3}|\d{3,5})\s+(?:\w+\s+){0,2}(?:bootstrap\w*|re-?sampl\w*|subsamples|iterations)|(?:bootstrap\w*|re-?sampl\w*)\D{0,60}?(?P<n2>\d{1,2}[,\s]?\d{3}|\d{3,5})\b(?!\s*(?:respondents|participants))",
    re.IGNORECASE,
)
_TESTED = re.compile(  # an inventory may be one-sided too
    r"tailed|\b(?:tests?|tested|p|significan\w+|hypothes\w+|intervals?|levels?|alternatives?|alpha)\b", re.IGNORECASE
)
_WOULD = re.compile(r"\bwould\s+have\b")
_TAILS = re.compile(r"\b(?P<t>one|two)[\s-]?(?:tailed|sided)\b", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?P<n>9[059](?:\.\d)?)\s*%\s+(?:\w+[\s-]+){0,2}?(?:confidence\s+(?:interval|level)s?|CIs?\b)", re.IGNORECASE
)
_SCALE = re.compile(
    r"\b(?P<n>five|seven|six|ten|nine|eleven|four|[4-9]|1[01])[\s-]*(?:points?|级)?[\s-]*(?:point|level|级)?\s*(?:Likert|李克特)|Likert[\s-]*(?:type\s+)?(?:scale\s+)?(?:of\s+|with\s+)?(?P<n2>five|seven|six|[4-9])[\s-]*(?:points?|级)",
    re.IGNORECASE,
)
_CUES = SENTENCES.bit(
    *("spss", "amos", "pls", "lisrel", "mplus", "m-plus", "eqs", "lavaan", "adanco", "stata", "jasp", "jamovi", "qca"),
    *(
        "seminr",
        "csem",
        "ootstrap",
        "sampl",
        "tailed",
        "sided",
        "onfidence",
        "likert",
        "李克特",
        "ikelihood",
        "egression",
    ),
    *("satorra", "yuan", "terations", "east squares"),
)
_SHORT = ("SEM", "PROCESS", "CI", "ML")  # in capitals: their letters stand in many words
_PROGRAMS = SENTENCES.bit(
    *("spss", "amos", "pls", "lisrel", "mplus", "m-plus", "eqs", "lavaan", "adanco", "stata", "jasp", "jamovi", "qca"),
    *("seminr", "csem", "process"),
)
_HINTS = (
    *("sampl", "egression", "onfidence", "SEM", "ootstrap"),  # the most frequent first
    *("SPSS", "AMOS", "Amos", "PLS", "LISREL", "Lisrel", "Mplus", "mplus", "MPlus", "mPlus", "M-plus", "m-plus"),
    *("M-Plus", "m-Plus", "EQS", "lavaan", "ADANCO", "STATA", "Stata", "JASP", "jamovi", "PROCESS", "QCA"),
    *("QCa", "QcA", "Qca", "qCA", "qCa", "qcA", "qca", "seminr", "Tailed", "tailed"),
    *("Sided", "sided", "CI", "Likert", "李克特", "ikelihood", "ML", "Satorra", "Yuan"),
    "terations",
)
_SQUARES = re.compile(r"east\s+squares")
_WORDS = {"four": "4", "five": "5", "six": "6", "seven": "7", "nine": "9", "ten": "10", "eleven": "11"}
_PLACES = re.compile(
    r"\b(?:used|using|ran|run|in|employ\w*|conduct\w*|perform\w*|analy[sz]\w*|estimat\w*|software|adopt\w*|test\w*|with|via|by)\b|软件|采用|利用|运用",
    re.IGNORECASE,
)


def conventions(sentences: tuple[Sentence, ...]) -> Found[Conventions] | None:
    """What the paper says of its method; nothing when it says nothing."""
    values: dict[str, object] = {}
    spans: dict[str, tuple[int, int]] = {}
    programs: list[tuple[int, str, tuple[int, int]]] = []
    told: dict[str, tuple[int, int]] = {}  # one-tailed, two-tailed
    sentences = tuple(_on_method(sentences))
    for sentence in sentences:
        text = sentence.text
        if sentence.cues & _PROGRAMS and _PLACES.search(text):
            for match in _SOFTWARE.finditer(text):
                plain = re.sub(r"[\s-]|IBM|SPSS(?=\s*AMOS)", "", match["s"].upper())
                rank = next((i for i, name in enumerate(_RANK) if name in plain), len(_RANK))
                programs.append(
                    (rank, " ".join(filter(None, (match["s"].strip(), match["v"]))), sentence.span(*match.span()))
                )
        if mentions(sentence.lower, ("bootstrap", "sampl", "iterations")):
            _once(sentence, "bootstrap", _BOOTSTRAP.search(text), values, spans)
        if "%" in text and "RMSEA" not in text:  # whose interval is of 90 % by custom
            _once(sentence, "ci_level", _LEVEL.search(text), values, spans)
        if mentions(sentence.lower, ("likert", "李克特")):
            _once(sentence, "scale_points", _SCALE.search(text), values, spans)
        if mentions(sentence.lower, ("tailed", "sided")) and _TESTED.search(text) and not _WOULD.search(text):
            for tails in _TAILS.finditer(text):
                told.setdefault(tails["t"].lower(), sentence.span(*tails.span()))
    if len(told) == 1:  # a paper that tests some in one way and some in the other does not say which
        values["tails"], spans["tails"] = next(iter(told.items()))
    for name, words, pattern in _ESTIMATOR:
        hit = next(
            (
                s.span(*m.span())
                for s in sentences
                if mentions(s.lower, words) and (m := pattern.search(s.text)) and not of_others(s)
            ),
            None,
        )
        if hit:
            values["estimator"], spans["estimator"] = name, hit
            break
    if programs:
        _, values["software"], spans["software"] = min(programs, key=lambda p: (p[0], p[2]))
    return Found(Conventions(**values), spans) if values else None  # type: ignore[arg-type]


def _on_method(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """The sentences with a word that one of the patterns needs."""
    passage, short = None, False
    for sentence in sentences:
        if sentence.passage is not passage:
            passage = sentence.passage
            short = mentions(passage.text, _SHORT)
        text = sentence.text
        if (sentence.cues & _CUES or (short and mentions(text, _SHORT))) and (
            mentions(text, _HINTS) or _SQUARES.search(text)
        ):
            yield sentence


def _once(
    sentence: Sentence,
    name: str,
    match: re.Match[str] | None,
    values: dict[str, object],
    spans: dict[str, tuple[int, int]],
) -> None:
    if match is None or name in values:
        return
    group = "n" if match["n"] else "n2"  # two ways to say it, one number
    digits = match[group].replace(" ", "").replace(",", "")
    values[name] = Printed(_WORDS.get(digits.lower(), digits))
    spans[name] = sentence.span(*match.span(group))
