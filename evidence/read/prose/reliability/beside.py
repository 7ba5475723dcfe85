"""Reliability told beside an alpha: CR and AVE in its bracket, and the alpha of this sample beside that of others."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.figures import printed
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct

__all__ = ["completed", "of_this_sample", "of_whole_scale"]

Span = tuple[int, int]
_FIGURE = r"(?P<v>0?\.\d{2,3}|1\.00)(?!\d)"
_BESIDE = (
    ("cr", late(rf"(?:composite\s+reliability|(?<![A-Za-z])(?:CR|ρc|rho_?c))(?:\s*\(CR\))?\s*[=:]\s*{_FIGURE}")),
    (
        "ave",
        re.compile(
            rf"(?:average\s+variance\s+extracted|(?<![A-Za-z])(?:AVE|ρ_?vc?))(?:\s*\(AVE\))?\s*[=:]\s*{_FIGURE}"
        ),
    ),
)
_ALPHA = re.compile(r"(?<![A-Za-z])(?:α|[Aa]lphas?)(?![A-Za-z])|Cronbach|[Rr]eliabilit")
_HERE = (
    r"(?:here|in\s+ours|in\s+(?:the\s+(?:present|current|main|final)|this|our(?:\s+own)?)"
    r"\s+(?:sample|study|data(?:set)?|survey|research|analysis))"
)
_IT = r"(?:it|(?:the\s+)?(?:alpha|α|value|coefficient|reliability))"
_WAS = r"(?:was|is|reached|came\s+to|amounted\s+to|equalled|=)(?:\s+(?:α|alpha)\s*=)?"
_OWN = (
    re.compile(rf"\b{_HERE}\b,?\s+{_IT}\s+{_WAS}\s*{_FIGURE}", re.IGNORECASE),
    re.compile(rf"\b{_IT}\s+{_WAS}\s+{_FIGURE}\s+{_HERE}\b", re.IGNORECASE),
    # `.89 in the original study, .93 in the Korean version, and .92 in this study`
    re.compile(
        rf"\d\.?\d*\s+(?:in|by|from|among|with|at)\b[^.;=]*?(?:,|\band|\bbut)\s+(?:(?:(?:an?\s+)?(?:Cronbach\S*\s+)?(?:α|alpha)\s*)?(?:of|was|=)\s*)?{_FIGURE}\s+{_HERE}\b",
        re.IGNORECASE,
    ),
)


def of_this_sample(sentence: Sentence, measure: str) -> Found[Construct] | None:
    """`alpha was .81 in the validation study; in the present sample it was .87`: the second is this paper's."""
    told = next((m for p in _OWN if (m := p.search(sentence.text))), None)
    if not measure or told is None or not _ALPHA.search(sentence.text[: told.start("v")]):
        return None
    value = printed(told["v"])
    if value is None:
        return None
    spans = {"alpha": sentence.span(*told.span("v"))}
    made = Found(Construct(measure, alpha=value), spans, confidence=0.85, page=sentence.page)
    return _with(made, sentence, told.end("v"))


def completed(sentence: Sentence, found: Iterable[Found[Construct]]) -> Iterator[Found[Construct]]:
    """Each alpha in a bracket with the CR and AVE that stand behind it there."""
    ends = {}
    for match in re.finditer(_FIGURE, sentence.text):
        ends[sentence.span(*match.span("v"))] = match.end("v")
    for piece in found:
        at = ends.get(piece.spans.get("alpha", (-1, -1)))
        yield piece if at is None or piece.value.cr or piece.value.ave else _with(piece, sentence, at)


_WHOLE = re.compile(
    r"(?:the\s+)?(?P<word>total|whole|overall|full|entire|composite)"
    r"(?:\s+(?:scale|score|measure|instrument|questionnaire|survey)s?)?",
    re.IGNORECASE,
)
_SCORED = r"\s+(?:scales?|scores?|measures?)\b"


def of_whole_scale(found: list[Found[Construct]], sentence: Sentence, measure: str) -> Iterator[Found[Construct]]:
    """`Alpha of the total score was .90`: that of the measure described, where there is one; no construct `total`."""
    for piece in found:
        whole = _WHOLE.fullmatch(piece.value.name)
        if whole is None:
            yield piece
        elif measure and re.search(whole["word"] + _SCORED, sentence.text, re.IGNORECASE):
            yield replace(piece, value=replace(piece.value, name=measure))


def _with(piece: Found[Construct], sentence: Sentence, at: int) -> Found[Construct]:
    """What the rest of the bracket, or the bracket that begins here, gives beside the alpha that ends at a place."""
    text = sentence.text
    opened = re.match(r"\s*\(", text[at:])
    start = at + opened.end() if opened else at
    close = re.search(r"[()]", text[start:])
    inside = close is not None and text[start + close.start()] == ")"
    if close is None or not inside or (not opened and text.rfind("(", 0, at) <= text.rfind(")", 0, at)):
        return piece
    values, spans = {}, dict(piece.spans)
    for name, pattern in _BESIDE:
        match = pattern.search(text, start, start + close.start())
        value = printed(match["v"]) if match else None
        if match and value is not None:
            values[name], spans[name] = value, sentence.span(*match.span("v"))
    return replace(piece, value=replace(piece.value, **values), spans=spans)  # type: ignore[arg-type]
