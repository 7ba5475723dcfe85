"""Fit told in lists: `CFI, TLI and RMSEA were .95, .94 and .05`, `CFI/TLI = .95/.94`, `the SRMR of both models is .05 and .06`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator, Sequence

from evidence.read.late import late
from evidence.read.prose.figures import NUMBER
from evidence.read.prose.fit.names import INDEX
from evidence.settled import settled

__all__ = ["SCORES", "Listed", "Part", "listed"]

_BETWEEN = re.compile(r"\s*(?:[\[(]\s*)?(?:,\s*and|,|/|\band\b|&|、|和)?\s*(?:the\s+)?")
_ASIDE = re.compile(r"\s*[\])]")
_ASIDE_OWN = re.compile(r"\s*(?:\([A-Za-z]{2,6}\)|[\])])")  # the abbreviation behind the name
_ARE = re.compile(
    r"\s*(?:values?|scores?|ind(?:ex|ic)es|statistics)?\s*(?:of\s+(?:the|this|our)\s+(?:[\w-]+\s+){0,2}model\s*)?(?:=|:|\b(?:is|was|are|were|of|equal(?:l?ed)?|reached|at|(?:amount(?:s|ed)|came|comes)\s+to|(?:stands?|stood|lies|lay)\s+at)\b)\s*(?:found\s+to\s+be\s+|respectively,?\s+)?",
    re.IGNORECASE,
)
_NUMBERS = late(rf"{NUMBER}(?:\s*(?:,\s*and|,|/|and|&|、|和)\s*{NUMBER})+(?!\s?%|[\d.]*\d)")
_MODELS = re.compile(
    r"\s*(?:values?|scores?|ind(?:ex|ic)es|statistics)?\s*(?:for|of|in)\s+(?:the\s+|our\s+)?(?P<models>[^.;:=\d]{3,60}?(?:\d\s*)?(?:\([^()]{1,30}\)\s*)?\s+and\s+(?:the\s+)?[^.;:=\d]{3,60}?(?:\d\s*)?(?:\([^()]{1,30}\))?)\s+(?:is|are|was|were)\s+(?P<all>0?\.\d+\s*(?:and|,)\s*0?\.\d+)(?![\d%])",
    re.IGNORECASE,
)
# `was .05 for the saturated and .07 for the estimated model`, `= .05 (saturated model) and .07 (estimated model)`.
_WHOSE = r"(?:\s+(?:for|in|of)\s+(?:the\s+|our\s+|a\s+)?|\s*[(\[]\s*(?:the\s+)?)(?P<~>model\s\w{1,3}\b|(?:[\w'’-]+\s+){0,2}?[\w'’-]+?)(?:\s+models?)?\s*[)\]]?"
_EACH_MODEL = re.compile(
    rf"(?P<a>0?\.\d+){_WHOSE.replace('~', 'one')}(?:\s*,\s*(?:which|that|where|with)\s[^.,;\d]{{2,60}})?\s*(?:,\s*and|,\s*but|,|;|and|but|versus|vs\.?)\s*(?:to\s+|at\s+)?(?P<b>0?\.\d+){_WHOSE.replace('~', 'two')}(?=[\s.,;:)]|$)",
    re.IGNORECASE,
)
# `SRMR of the saturated model was .05 and that of the estimated model .06`
_ONE_AND_THAT = late(
    r"\s*(?:values?\s+)?(?:of|for|in)\s+(?:the\s+|our\s+)?(?P<one>[\w'’ -]{3,40}?)\s+model\s+(?:is|was)\s+(?P<a>0?\.\d+)\s*,?\s*(?:and|but|while|whereas)\s+(?:that|the\s+value)\s+(?:of|for|in)\s+(?:the\s+|our\s+)?(?P<two>[\w'’ -]{3,40}?)\s+model\s+(?:(?:is|was)\s+)?(?P<b>0?\.\d+)",
    re.IGNORECASE,
)
_OF_MODELS = re.compile(r"\bmodels?\b|\b(?:saturated|estimated)\b.*\b(?:saturated|estimated)\b", re.IGNORECASE)
SCORES = re.compile(r"\bgoodness[\s-]of[\s-]fit(?=\s+(?:scores?|values?)\b)", re.IGNORECASE)  # the GoF of PLS


@settled
class Listed:
    """One value of a list, for an index."""

    name: str
    start: int
    end: int
    model: str | None = None


@settled
class Part:
    """A stretch of a sentence that is a list; without values where names and numbers are not equally many."""

    start: int
    end: int
    values: tuple[Listed, ...]


def listed(text: str, named: Sequence[re.Match[str]]) -> list[Part]:
    """The lists of a sentence in which some indices are named.

    >>> text = "CFI, TLI and RMSEA were .95, .94 and .05, respectively"
    >>> named = list(INDEX.finditer(text))
    >>> [(v.name, text[v.start : v.end]) for part in listed(text, named) for v in part.values]
    [('cfi', '.95'), ('tli', '.94'), ('rmsea', '.05')]
    """
    found = [*_of_indices(text, named), *_of_models(text, named), *_of_each_model(text, named)]
    return [*found, *_of_both(text, named, found)]


def _of_indices(text: str, named: Sequence[re.Match[str]]) -> Iterator[Part]:
    """Names, then as many numbers."""
    for names in _runs(text, named):
        verb = _ARE.match(text, names[-1].end())
        numbers = _NUMBERS.match(text, verb.end()) if verb else None
        if numbers is None:
            continue
        different = list({n.lastgroup or "": n for n in names})  # a name and its abbreviation in brackets are one
        found = list(re.finditer(rf"(?=\S){NUMBER}(?<=\S)", numbers[0]))
        shift = numbers.start()
        values = (
            tuple(Listed(n, shift + f.start(), shift + f.end()) for n, f in zip(different, found, strict=True))
            if len(different) == len(found)
            else ()
        )
        yield Part(names[0].start(), numbers.end(), values)


def _runs(text: str, named: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Indices named one after another with nothing but commas between them."""
    run: list[re.Match[str]] = []
    for index in named:
        if run and not _joined(text, run[-1].end(), index.start()):
            if len(run) > 1:
                yield run
            run = []
        run.append(index)
    if len(run) > 1:
        yield run


def _joined(text: str, end: int, start: int) -> bool:
    aside = _ASIDE.match(text, end)
    between = _BETWEEN.fullmatch(text, aside.end() if aside else end, start)
    return between is not None and (bool(aside) or between[0].strip() != "")


def _of_models(text: str, named: Sequence[re.Match[str]]) -> Iterator[Part]:
    """One name, two models, and a number for each."""
    for name, index in [(m.lastgroup or "", m) for m in named] + [("gof", m) for m in SCORES.finditer(text)]:
        match = _MODELS.match(text, index.end())
        if match and not INDEX.search(match["models"]):
            found = list(re.finditer(r"0?\.\d+", match["all"]))
            models = re.split(r"\s+and\s+(?:the\s+)?", match["models"])
            at = match.start("all")
            if len(models) == len(found):
                values = (
                    Listed(name, at + f.start(), at + f.end(), _model(m, models))
                    for f, m in zip(found, models, strict=True)
                )
                yield Part(index.start(), match.end(), tuple(values))


def _of_each_model(text: str, named: Sequence[re.Match[str]]) -> Iterator[Part]:
    """One name, and two numbers each with its model behind it."""
    for index in named if _OF_MODELS.search(text) else ():
        aside = _ASIDE_OWN.match(text, index.end())
        verb = _ARE.match(text, aside.end() if aside else index.end())
        both = (_EACH_MODEL.match(text, verb.end()) if verb else None) or _ONE_AND_THAT.match(text, index.end())
        if both and _OF_MODELS.search(both[0]) and not INDEX.search(both[0]):
            values = tuple(
                Listed(index.lastgroup or "", *both.span(number), _labelled(both[whose].strip()))
                for number, whose in (("a", "one"), ("b", "two"))
            )
            yield Part(index.start(), both.end(), values)


_BOTH = re.compile(r"\s*(?P<a>0?\.\d+)\s*(?:and|,)\s*(?P<b>0?\.\d+)(?![\d%])")
_TWO_BEHIND = re.compile(
    r"\b(?:for|of|in)\s+(?:the\s+|our\s+)?(?P<one>[a-z][\w'’ -]{2,40}?)\s+and\s+(?:the\s+|our\s+)?(?P<two>[a-z][\w'’ -]{2,40}?)\s*,?\s*respectively",
    re.IGNORECASE,
)


_TWO_AHEAD = re.compile(
    r"^\W*(?:for\s+)?(?:the\s+|our\s+)?(?P<one>[a-z][\w'’ -]{2,40}?)\s+and\s+(?:the\s+|our\s+)?(?P<two>[a-z][\w'’ -]{2,40}?models?)\s*(?:,|\b(?:had|have|showed|yielded|gave|reached|obtained)\b).*\brespectively\W*$",
    re.IGNORECASE | re.DOTALL,
)


def _of_both(text: str, named: Sequence[re.Match[str]], found: Sequence[Part]) -> Iterator[Part]:
    """Two numbers for each index, of the two models that the sentence names once.

    `CFI was .95 and .93 and RMSEA .04 and .06 for the measurement and the structural model, respectively`
    """
    if len(named) < 2 or "and" not in text:
        return
    behind = _TWO_BEHIND.search(text) or _TWO_AHEAD.match(text)
    said = [v.model for part in found for v in part.values if v.model]
    models = [behind["one"], behind["two"]] if behind else list(dict.fromkeys(said))
    if len(models) != 2 or not _OF_MODELS.search(" ".join(models)):
        return
    taken = [(part.start, part.end) for part in found if part.values]
    for index in named:
        verb = _ARE.match(text, index.end()) or re.compile(r"\s*(?:values?\s*)?").match(text, index.end())
        both = _BOTH.match(text, verb.end()) if verb else None
        if both and not any(a <= index.start() < b for a, b in taken):
            values = (
                Listed(index.lastgroup or "", *both.span(number), _model(model, models))
                for number, model in zip("ab", models, strict=True)
            )
            yield Part(index.start(), both.end(), tuple(values))


def _labelled(said: str) -> str:
    """`saturated` as what it is; `model 2` names itself."""
    return said if said.lower().startswith("model ") else f"{said} model"


def _model(said: str, models: list[str]) -> str:
    """`measurement` and `structural models` share their noun."""
    plain = re.sub(r"\s*\([^()]*\)|\s*\bmodels?\b$", "", said).strip()
    return f"{plain} model" if re.search(r"\bmodels?\b\W*$", models[-1]) and "model" not in plain.lower() else plain
