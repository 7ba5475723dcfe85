"""Fit of models in running text: `χ²(51) = 59.15, CFI = .99`, `an RMSEA of .04`, with bounds kept apart."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.figures import MINUS, NUMBER, printed, scaled
from evidence.read.prose.fit.chi_squared import TEST, Value, beside_chi2, tested
from evidence.read.prose.fit.lists import Listed, listed
from evidence.read.prose.fit.names import INDEX
from evidence.read.prose.fit.whose import model_of, of_no_model
from evidence.read.prose.mentions import mentions
from evidence.read.prose.others import of_others
from evidence.read.prose.sentences import Sentence
from evidence.records import Claim, Fit, Printed

__all__ = ["fits"]

Span = tuple[int, int]

_EQUALS = (
    r"(?:\s*[\])])?\s*(?:[\[(]\s*90\s*%\s*C\.?I\.?\s*[\])]\s*)?(?:\(\s*(?:RMSEA|SRMR|RMR|GFI|AGFI|CFI|TLI|NFI|NNFI|IFI|RFI|GoF|χ2\s*/\s*df)\s*\))?\s*(?:values?|值|统计量|ind(?:ex|ices)|statistics?|coefficient|ratio|score|measure|of\s+(?:the|this|our)\s+(?:[\w-]+\s+){0,2}model)?\s*"
    r"(?:₍?[₀-₉]+₎?)?(?:\[\s*(?P<df>\d+)\s*(?:,\s*[Nn]\s*=\s*\d+\s*)?\]|\(\s*(?:d\.?\s?f\.?\s*=\s*)?(?P<df2>\d{1,5})\s*(?:,\s*[Nn]\s*=\s*[\d,]+\s*)?\))?\s*"
    r"(?:=\s*(?:√|sqrt)[^=]{3,40}(?==))?(?P<op><=|>=|[=<>≤≥≈:为是]|\b(?:is|was|are|were|of|equals?|equall?ed|equal(?:ed)?\s+to|at|reached|attained|to\s+be|amount(?:s|ed)\s+to|com(?:es|ing)\s+to|came\s+(?:out\s+)?(?:to|at)"
    r"|(?:stands?|stood|lies|lay)\s+at|turned\s+out\s+(?:to\s+be|at)|proved\s+to\s+be|t(?:akes|ook)\s+(?:on\s+)?(?:the|a)\s+value\s+of|=)(?:\s+(?:equal\s+to|found\s+to\s+be|at|about|approximately|only|=))?)\s*[:=]?\s*"
)
_VALUE = re.compile(rf"{_EQUALS}(?P<value>{NUMBER}(?:\s?%)?)(?![\d])", re.IGNORECASE)
_BARE = re.compile(
    r"(?:\s*\([A-Z]{2,5}\))?\s+(?P<value>0?\.\d{2,4}|1\.0{2,3})(?![\d%]|\s*(?:or|and)\s+(?:above|higher|more|below|less|lower|over))"
)
_BRACKETED = re.compile(
    r"(?:\s*\([A-Za-z]{3,6}\))?\s*[(\[]\s*(?P<value>0?\.\d{2,4}|1\.0{2,3})\s*(?=[)\],;])"
)  # `the CFI (.96)`
_SIZED = frozenset({"chi2", "chi2_df", "aic", "bic", "d_uls", "d_g"})  # indices that are no shares of one
_CI = re.compile(
    rf"(?:(?P<level>\d\d)\s*%\s*)?(?:C\.?\s?I\.?|(?:confidence\s+|(?<=%\s))intervals?(?:\s*\(CI\))?|LO\s*90)\s*(?:=|:|of|was|is|for\s+RMSEA|(?:running\s+|ranging\s+|extending\s+|reaching\s+)?from)?\s*[\[(]?\s*(?P<lo>{NUMBER})\s*(?:,|;|to|{MINUS}|and)\s*(?:HI\s*90\s*[=:]?\s*)?(?P<hi>{NUMBER})",
    re.IGNORECASE,
)
_CI_OF = re.compile(r"(?:C\.?I\.?|confidence\s+interval|interval)\s+(?:of|for|around)\s+(?:the\s+)?$", re.IGNORECASE)
_FROM_TO = re.compile(
    rf"\s*(?:was|is|=|:|ran(?:ged)?|goes|reached)?\s*(?:from\s+)?[\[(]?\s*(?P<lo>{NUMBER})\s*(?:,|;|to|{MINUS}|and)\s*(?P<hi>{NUMBER})"
)
_CUES = SENTENCES.bit(  # a part of each name
    *(
        "cfi",
        "gfi",
        "nfi",
        "ifi",
        "rfi",
        "tli",
        "rmsea",
        "rmsr",
        "rmr",
        "cmin",
        "gof",
        "aic",
        "bic",
        "χ",
        "卡方",
        "tucker",
        "uls",
        "d_g",
        "geodesic",
    ),
    *("x2", "x 2", "x^2", "x ^2", "x^ 2", "x ^ 2", "х2", "х 2", "х^2", "х ^2", "х^ 2", "х ^ 2"),
    *("chisq", "chi sq", "chi-sq", "root mean", "root-mean", "goodness", "fit index"),
)
_HINTS = (
    *(
        "CFI",
        "GFI",
        "NFI",
        "IFI",
        "RFI",
        "TLI",
        "RMS",
        "RMR",
        "CMIN",
        "GoF",
        "GOF",
        "AIC",
        "BIC",
        "ULS",
        "d_G",
        "eodesic",
        "Chi",
        "chi",
        "χ",
        "Χ",
    ),
    *("Х", "Tucker", "Residual", "residual", "Root", "root", "Goodness", "goodness", "卡方"),
)
_SPACED_HINTS = re.compile(r"[xX]\s?\^?\s?2|[Ff]it\s+ind")
_IN_BRACKETS = re.compile(rf"\s*[\[(]\s*(?P<lo>{NUMBER})\s*(?:,|;|to|{MINUS})\s*(?P<hi>{NUMBER})\s*[\])]")
_BOUND = re.compile(
    r"\b(?:recommend\w*|threshold\w*|cut-?offs?|should\s+be|criteri\w+|acceptable\s+(?:if|when|value|level)|suggest\w*|guideline\w*|standard\s+value|must\s+be|desir\w+|ideal\w*|benchmark\w*|"
    r"at\s+least|no\s+more\s+than|rule\s+of\s+thumb|upper\s+limit)\b|参考|标准",
    re.IGNORECASE,
)
_FORMULA = re.compile(rf"[^=]{{0,20}}=\s*{NUMBER}\s*(?:ln|log|LL|×|\*|·|\+)(?![a-z])")  # `BIC = -2 ln L + k ln n`
_BOUNDS: dict[str, Literal["<", "<=", ">", ">="]] = {"<": "<", "≤": "<=", ">": ">", "≥": ">="}


def fits(sentences: tuple[Sentence, ...]) -> tuple[tuple[Found[Fit], ...], tuple[Found[Claim], ...]]:
    """Each run of fit indices as one model's fit, and what the text says as a bound only."""
    found: list[Found[Fit]] = []
    claims: list[Found[Claim]] = []
    for together in _by_passage(sentences):
        values = [
            (v, sentence)
            for sentence in together
            for v in _by_model(_values(sentence))
            if not _FORMULA.match(sentence.text, v.start)
        ]
        claims += [_claim(v, sentence) for v, sentence in values if v.operator != "="]
        rows = list(_rows([(v, sentence) for v, sentence in values if v.operator == "="]))
        if not any(v.name not in TEST for row in rows for v, _ in row) and not tested(rows):
            continue  # chi-squared tests of something else
        rows = _ratios_home(rows)
        scaled_too = len(rows) > 1 and any(_kind(row) for row in rows)
        for row in rows:
            if all(v.name in ("p", "df") for v, _ in row):
                continue
            spans = {v.name: v.span for v, _ in row}
            first, sentence = row[0]
            kind = _kind(row) or ("standard" if scaled_too and any(v.name == "chi2" for v, _ in row) else None)
            model = first.model or model_of(sentence, first.start)
            numbers: dict[str, Any] = {v.name: v.value for v, _ in row}
            fit = Fit(label="text", kind=kind, model=model, **numbers)  # type: ignore[arg-type]
            found.append(Found(fit, spans, confidence=0.9, page=sentence.page))
    return tuple(found), tuple(claims)


def _by_model(values: Iterable[Value]) -> list[Value]:
    """In the order they are told; model after model, without what is said of none of several."""
    told = sorted(values, key=lambda v: v.start)
    models = list(dict.fromkeys(v.model for v in told))
    if None in models and len(models) < _TWO_AND_NONE:
        return told
    return sorted((v for v in told if v.model or len(models) == 1), key=lambda v: models.index(v.model))


_TWO_AND_NONE = 3


def _kind(row: list[tuple[Value, Sentence]]) -> str | None:
    """Scaled or robust, where the words beside the statistic say so."""
    for value, sentence in row:
        if value.name in ("chi2", "chi2_df"):
            near = sentence.text[max(0, value.start - 25) : value.start + 40].split(";")[0]
            before = sentence.text[max(0, value.start - 40) : value.start + 1]
            if re.search(r"Satorra|Yuan|\bscaled|S-B\b", f"{before} {near}", re.IGNORECASE):
                return "scaled"
            if re.search(r"\brobust\b", f"{before} {near}", re.IGNORECASE):
                return "robust"
    return None


def _ratios_home(rows: list[list[tuple[Value, Sentence]]]) -> list[list[tuple[Value, Sentence]]]:
    """A ratio that is that of another chi-squared beside it goes to that one."""
    homes = [list(row) for row in rows]
    for i, row in enumerate(rows):
        ratio = next((pair for pair in row if pair[0].name == "chi2_df"), None)
        if ratio is None or _ratio_of(row, ratio[0]) is not False:
            continue
        fits = [j for j, other in enumerate(rows) if j != i and _ratio_of(other, ratio[0])]
        if len(fits) == 1 and not any(v.name == "chi2_df" for v, _ in rows[fits[0]]):
            homes[i].remove(ratio)
            homes[fits[0]].append(ratio)
    return homes


def _ratio_of(row: list[tuple[Value, Sentence]], ratio: Value) -> bool | None:
    """Whether a ratio is this row's chi-squared by its degrees of freedom; None where it has none."""
    found = {v.name: v.value.parsed for v, _ in row if v.name in ("chi2", "df")}
    chi2, df, wanted = found.get("chi2"), found.get("df"), ratio.value.parsed
    if chi2 is None or df is None or wanted is None or df.value <= 0:
        return None
    return bool(chi2.low / df.value <= wanted.high and wanted.low <= chi2.high / df.value)


def _names_an_index(sentence: Sentence) -> bool:
    """A quick look for a part of a name as it is printed."""
    return mentions(sentence.text, _HINTS) or _SPACED_HINTS.search(sentence.text) is not None


def _by_passage(sentences: tuple[Sentence, ...]) -> Iterator[list[Sentence]]:
    """The sentences that name an index, paragraph by paragraph: one model's fit may run over several."""
    together: list[Sentence] = []
    for sentence in sentences:
        if not (sentence.cues & _CUES and sentence.cues & DIGITS):
            continue
        if not _names_an_index(sentence) or of_others(sentence):
            continue
        if together and together[-1].passage is not sentence.passage:
            yield together
            together = []
        together.append(sentence)
    if together:
        yield together


def _claim(value: Value, sentence: Sentence) -> Found[Claim]:
    quote = sentence.text[max(0, value.start - 10) : value.start + 60]
    claim = Claim("threshold", value.value, ref=value.name, op=_BOUNDS.get(value.operator), quote=quote)
    return Found(claim, {"value": value.span}, page=sentence.page)


_OR_LESS = re.compile(
    r"\s*(?:or\s+(?:less|lower|below|smaller|more|higher|above|better|greater|larger|under|over)\b|at\s+(?:most|least)\b)",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[:;]\s")
_DIFFERENCE = re.compile(r"(?:[ΔδD∆]|difference\s+(?:in|of)|change\s+in|delta)\s*$")


def _values(sentence: Sentence) -> Iterator[Value]:
    """Index by index: its value, the df in brackets or beside it, p, and the interval of RMSEA."""
    text = sentence.text
    taken: set[int] = set()
    named = list(INDEX.finditer(text))
    lists = listed(text, named)
    yield from (_turn(sentence, one) for part in lists for one in part.values)
    for index in named:
        name = index.lastgroup or ""
        if any(part.start <= index.start() < part.end for part in lists):
            continue
        if _DIFFERENCE.search(text[max(0, index.start() - 16) : index.start()]):
            continue  # of two models, not of one
        match = _VALUE.match(text, index.end()) or _next_in_turn(text, index, bool(taken))
        match = match or (None if name in _SIZED else _BRACKETED.match(text, index.end()))
        if name == "rmsea" and (
            ci := _CI.match(text, index.end() + len(text[index.end() :]) - len(text[index.end() :].lstrip(" ,;(")))
        ):
            yield from _limits(sentence, ci, index.start())
            continue
        around = (
            _FROM_TO.match(text, index.end()) if name == "rmsea" and _CI_OF.search(text, 0, index.start()) else None
        )
        if around:
            yield from _limits(sentence, around, index.start())
            continue
        if not match or match.start("value") in taken or _part_of_ratio(text, name, match):
            continue
        value = _number(name, match["value"])
        if value is None or (name == "chi2" and of_no_model(text, index, match.end())):
            continue
        taken.add(match.start("value"))
        operator = _operator(match.groupdict().get("op", "="))
        behind = text[match.end() : match.end() + 1]
        if behind in ("-", "–", "~") and re.match(r".\s*\d", text[match.end() : match.end() + 3]):
            continue  # a range: 2-5 is what is acceptable
        if _OR_LESS.match(text, match.end()):
            continue  # a limit: `an RMSEA of .05 or less`
        if _BOUND.search(_CLAUSES.split(text[max(0, index.start() - 60) : index.start()])[-1]) and not re.search(
            r"(?:[,;(]|\band)\s*(?:the\s+)?(?:value\s+of\s+)?$", text[max(0, index.start() - 20) : index.start()]
        ):
            operator = operator if operator in "<>≤≥" else "?"
        yield Value(name, value, sentence.span(match.start("value"), match.end("value")), index.start(), operator)
        if name == "chi2":
            yield from beside_chi2(sentence, index, match)
        if name == "rmsea":
            yield from _interval(sentence, match)


def _turn(sentence: Sentence, one: Listed) -> Value:
    value = _number(one.name, sentence.text[one.start : one.end]) or Printed(sentence.text[one.start : one.end])
    return Value(one.name, value, sentence.span(one.start, one.end), one.start, "=", one.model)


_GOES_ON = re.compile(r"(?:[,;]|\band)\s*(?:the\s+|an?\s+)?$")


def _next_in_turn(text: str, index: re.Match[str], begun: bool) -> re.Match[str] | None:
    """`CFI was .95, TLI .94 and RMSEA .05`: the verb is said once."""
    if not begun or index.lastgroup in _SIZED or not _GOES_ON.search(text[max(0, index.start() - 9) : index.start()]):
        return None
    return _BARE.match(text, index.end())


def _part_of_ratio(text: str, name: str, match: re.Match[str]) -> bool:
    return name == "chi2" and bool(re.match(r"\s*/\s*d", text[match.start() : match.start() + 4]))


def _number(name: str, text: str) -> Printed | None:
    digits = text.strip()
    if digits.endswith("%") and name not in ("chi2", "chi2_df"):
        return scaled(digits)
    return printed(digits.rstrip("% "))


def _operator(text: str) -> str:
    word = text.strip().lower()
    if word.startswith(("<=", "≤")):
        return "≤"
    if word.startswith((">=", "≥")):
        return "≥"
    return word[0] if word[:1] in "<>≈" else "="


def _interval(sentence: Sentence, match: re.Match[str]) -> Iterator[Value]:
    text = sentence.text
    ci = _CI.search(text, match.end(), min(len(text), match.end() + 90))
    stop = INDEX.search(text, match.end())
    if ci is None:
        ci = _IN_BRACKETS.match(text, match.end())
    if ci and not (stop and stop.start() < ci.start() and stop.lastgroup != "rmsea"):
        yield from _limits(sentence, ci, match.start())


def _limits(sentence: Sentence, ci: re.Match[str], at: int) -> Iterator[Value]:
    low, high = printed(ci["lo"]), printed(ci["hi"])
    if low and high:
        yield Value("rmsea_lo", low, sentence.span(*ci.span("lo")), at, "=")
        yield Value("rmsea_hi", high, sentence.span(*ci.span("hi")), at, "=")


def _rows(values: list[tuple[Value, Sentence]]) -> Iterator[list[tuple[Value, Sentence]]]:
    """A second value of the same index begins the fit of another model; a repeated value says nothing new."""
    row: list[tuple[Value, Sentence]] = []
    for value, sentence in values:
        if row and value.model and row[-1][0].model and row[-1][0].model != value.model:
            yield row
            row = []
        same = [v for v, _ in row if v.name == value.name]
        if same and same[0].value.value == value.value.value:
            continue
        if same:
            begun = _begun(row)
            yield row[:begun]
            row = row[begun:]
        row.append((value, sentence))
    if row:
        yield row


def _begun(row: list[tuple[Value, Sentence]]) -> int:
    """Where the fit of the next model begins in a row: at a chi-squared behind other indices, else at its end."""
    at = next((i for i, (v, _) in enumerate(row) if v.name == "chi2"), 0)
    return at if any(v.name not in TEST for v, _ in row[:at]) else len(row)
