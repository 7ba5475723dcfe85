"""Under which headings a passage stands: `2 Theory` and `2.1 Trust` above it, by number or by level of the heading.

Converters set every heading at one level, or a title and a running head among them. So a level counts only where the
same level also heads what every paper has, its method or its results.
"""

import re
from collections import Counter

from evidence.read.model import Source

__all__ = ["outline"]

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


def _under(number: str | None, level: int, over: str | None, outer: int, top: int | None) -> bool:
    """Whether a heading stands under one that came before it."""
    if number is not None and over is not None:
        return number.startswith(f"{over}.")
    if number is not None and "." not in number:
        return False
    return top is not None and top <= outer < level
