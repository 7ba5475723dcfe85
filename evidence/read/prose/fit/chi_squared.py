"""The chi-squared test of a model: its degrees of freedom, p and ratio, and where it alone tells of the fit."""

import re
from collections.abc import Iterator

from evidence.read.late import late
from evidence.read.prose.fit.names import INDEX
from evidence.read.prose.fit.whose import MODEL
from evidence.read.prose.sentences import Sentence
from evidence.records import Printed
from evidence.settled import settled

__all__ = ["TEST", "Value", "beside_chi2", "tested"]

Span = tuple[int, int]

TEST = frozenset(("chi2", "df", "p"))
_DF = re.compile(
    r"(?:(?:\bd\.?\s?f\.?|\bdegrees?\s+of\s+freedom|自由度)\s*(?:=|:|is|was|of|为|是)?\s*(?P<a>\d{1,5})(?!\.\d))|(?P<b>\d{1,5})\s*(?:d\.\s?f\.?|df\b|degrees?\s+of\s+freedom)",
    re.IGNORECASE,
)
_P = re.compile(r"(?<![A-Za-z])[pPρ]\s*(?:-?\s*values?)?\s*(?P<op>[=<>≤≥])\s*(?P<value>\d?\.\d+|0|1)")
# `with 120 degrees of freedom, so that the ratio is 2.01 to one`
_RATIO = re.compile(r"\bratio\s+(?:\((?:χ2|CMIN)/df\)\s*)?(?:is|was|of|=|being)\s+(?P<value>\d{1,2}\.\d{1,3})(?![\d%])")
_FITTED = late(
    r"^\W*(?:For|In)\s+the\s+(?:structural|measurement|hypothesi[sz]ed|research|proposed|final|full|\w+-factor)\s+model,?\s+(?:the\s+)?(?:χ|chi|CMIN|X2)"
    r"|\bmodel\s+(?:had|has|yielded|gave|produced|resulted\s+in|showed)\s+(?:an?\s+)?(?:\w+\s+)?(?:χ|chi|CMIN|X2)"
    r"|\bfit\s+of\s+the\s+(?:[\w-]+\s+){0,2}model\b|\b(?:structural|measurement|hypothesi[sz]ed|research|proposed|final|full|\w+-factor)\s+model\b[^.]{0,40}\bfit(?:s|ted)?\b|\bfit\b[^.]{0,20}\bmodel\b"
    r"|\b(?:confirmatory\s+factor\s+analysis|CFA)\b[^.;]{0,60}\b(?:had|gave|yield|produc|result|show|return)\w*\s+(?:in\s+)?an?\s+(?:[\w-]+\s+){0,3}(?:χ|chi|CMIN|X2)"
    r"|模型[^。]{0,60}拟合|拟合[^。]{0,20}模型",
    re.IGNORECASE,
)


@settled
class Value:
    """One index as a sentence gives it, and of which model."""

    name: str
    value: Printed
    span: Span
    start: int
    operator: str
    model: str | None = None


_NESTED = late(
    r"\b(?:(?:un)?constrain\w*|nested|invarian\w+|configural|metric|scalar|freely\s+estimated|held\s+equal|set\s+equal|to\s+be\s+equal|equality)\b",
    re.IGNORECASE,
)


def tested(rows: list[list[tuple[Value, Sentence]]]) -> bool:
    """Chi-squared tests with their degrees of freedom: one of how the model fits, or those of models held together."""
    if not rows or any(not {"chi2", "df"} <= {v.name for v, _ in row} for row in rows):
        return False
    if len(rows) == 1:
        return all(_FITTED.search(sentence.text) for _, sentence in rows[0])
    said = [sentence for row in rows for _, sentence in row]
    if _FITTED.search(said[0].text) and all(MODEL.search(s.text) for s in said):
        return True  # `The measurement model fit well (χ² ..., df ...). The structural model followed (χ² ..., df ...)`
    return all(
        _NESTED.search(sentence.text) and re.search(r"\bmodels?\b", sentence.text, re.IGNORECASE)
        for row in rows
        for _, sentence in row
    )


def beside_chi2(sentence: Sentence, index: re.Match[str], match: re.Match[str]) -> Iterator[Value]:
    """The degrees of freedom, the ratio and p that stand behind a chi-squared."""
    text = sentence.text
    group = "df" if match["df"] else "df2" if match["df2"] else None
    if group:
        yield Value("df", Printed(match[group]), sentence.span(*match.span(group)), index.start(), "=")
    stop = INDEX.search(text, match.end())
    limit = min(stop.start() if stop else len(text), match.end() + 60)
    near = text[match.end() : limit]
    df = None if group else _DF.search(near)
    if df:
        which = "a" if df["a"] else "b"
        start = match.end() + df.start(which)
        yield Value("df", Printed(df[which]), sentence.span(start, match.end() + df.end(which)), index.start() + 1, "=")
    ratio = _RATIO.search(near) if group or df else None
    if ratio:
        start, end = match.end() + ratio.start("value"), match.end() + ratio.end("value")
        yield Value("chi2_df", Printed(ratio["value"]), sentence.span(start, end), index.start() + 2, "=")
    p = _P.search(near)
    if p:
        start, end = match.end() + p.start("value"), match.end() + p.end("value")
        operator = p["op"] if p["op"] in "<>" else ""
        yield Value("p", Printed(operator + p["value"]), sentence.span(start, end), index.start() + 2, "=")
