"""Under which headings a passage stands: `2 Theory` and `2.1 Trust` above it, by number or by level of the heading.

Converters set every heading at one level, or a title and a running head among them. So a level counts only where the
same level also heads what every paper has, its method or its results. What stands between the introduction and the
first part on the paper's own work belongs to the introduction, whatever its own heading says.
"""

import re
from collections import Counter

from evidence.read.model import Source

__all__ = ["COMES_BEFORE", "OWN_WORK", "introducing", "outline"]

COMES_BEFORE = re.compile(
    r"introduction|literature|theor|background|hypothes[ei]s|related\s+work|previous|prior|earlier|existing|review|conceptual"
    r"|引言|文献|理论|假设|假说|综述",
    re.IGNORECASE,
)
OWN_WORK = re.compile(
    r"result|finding|test|analys|discussion|method|data|sample|estimat|conclusion|implication"
    r"|^\W*[\d.]*\s*(?:measures?|instruments?|participants?|procedures?|respondents|materials|questionnaire|measurement|operationali[sz]ation)\b|\b(?:measures|procedures?|instruments)\W*$|research\s+design"
    r"|结果|检验|分析|方法|数据|样本|实证|讨论|结论",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*(?P<n>\d{1,2}(?:\.\d{1,2})*)(?=[.:)|\s]|[A-Z\u4e00-\u9fff])")
_MAIN = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:(?:research\s+|materials?\s+and\s+)?method(?:s|ology)?|(?:empirical\s+)?results|findings|"
    r"results\s+and\s+discussion|(?:general\s+)?discussion|conclusions?|introduction|研究方法|研究结果|结果|讨论|引言)\W*",
    re.IGNORECASE,
)


def outline(source: Source) -> dict[int, tuple[str, ...]]:
    """The headings above each heading and itself, outermost first, by the number of its block."""
    heads = [(i, source.of(b).strip(), b.level) for i, b in enumerate(source.blocks) if b.kind == "heading"]
    main = Counter(level for _, text, level in heads if _MAIN.fullmatch(text))
    top = max(main, key=lambda level: (main[level], -level), default=None)
    found: dict[int, tuple[str, ...]] = {}
    above: list[tuple[str | None, int, str]] = []
    for i, text, level in heads:
        match = _NUMBER.match(text)
        number = match["n"] if match else None
        above = [one for one in above if _under(number, level, *one[:2], top)]
        above.append((number, level, text))
        found[i] = tuple(text for _, _, text in above)
    return found


_INTRODUCTION = re.compile(r"\W*(?:\d{1,2}\W+)?(?:introduction|background|引言)\W*", re.IGNORECASE)
_FRONT = re.compile(r"^\W*(?:abstract|summary|highlights|key\s?words|摘\s*要|关键词)", re.IGNORECASE)
_LONGEST = 7  # words of a heading; a title has more, or stands over an abstract
_CLOSING = re.compile(r"discussion|conclusion|limitation|implication|讨论|结论", re.IGNORECASE)


def introducing(chains: dict[int, tuple[str, ...]]) -> tuple[int, ...]:
    """The headings from the first that comes before the paper's own work up to that which opens it, if one does.

    A structured abstract has such headings too, with nothing between `Background` and `Methods`.
    """
    first = max((i for i, (*_, text) in chains.items() if _INTRODUCTION.fullmatch(text)), default=-1)
    opened: list[int] = []
    for i, (*_, text) in chains.items():
        if i < first:
            continue
        if _CLOSING.search(text):
            return ()
        if OWN_WORK.search(text):
            if len(opened) > 1:
                return tuple(opened)
            opened = []
        elif _FRONT.search(text):
            opened = []  # what came was the title
        elif opened or _opens(text, i == next(iter(chains))):
            opened.append(i)
    return ()


def _opens(heading: str, first: bool) -> bool:
    """Whether a part of the paper begins that comes before its own work; the first heading may be its title."""
    if first and not (_INTRODUCTION.fullmatch(heading) or _NUMBER.match(heading)):
        return False
    return COMES_BEFORE.search(heading) is not None and len(heading.split()) <= _LONGEST


def _under(number: str | None, level: int, over: str | None, outer: int, top: int | None) -> bool:
    """Whether a heading stands under one that came before it."""
    if number is not None and over is not None:
        return number.startswith(f"{over}.")
    if number is not None and "." not in number:
        return False
    return top is not None and top <= outer < level
