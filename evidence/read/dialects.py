"""What dialects of Markdown add to it: attributes, fenced divisions, drawn tables, rows without outer bars.

A heading `# Results {#results .unnumbered}` says Results; `[n = 212]{.smallcaps}` says n = 212.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from evidence.read.compose import RawCell
from evidence.read.late import late
from evidence.read.typed.ruled import Drawn, drawn_at

__all__ = ["bordered", "drawn_tables", "without_marks"]

Place = tuple[str, int]

_ATTRIBUTES = r"\{(?:[#.:][^{}\n]*|[\w-]+=[^{}\n]*)\}"
_NAMED = re.compile(rf"\[([^\[\]]*)\]{_ATTRIBUTES}")
_BEHIND = late(rf"(?<=[)\]`])[ ]?{_ATTRIBUTES}|(?m:[ \t]+{_ATTRIBUTES}[ \t]*$)")
_FENCE = re.compile(r"^[ \t>]*:{3,}[^\n]*$", re.MULTILINE)
_CAPTION = re.compile(r"\n\n {0,3}(?:Table)?:[ ]+(?:\\\n\s*)?(?=\S)")
_ESCAPED = re.compile(r"\\(['\"@])")
_OPEN_DIVIDER = re.compile(r"^[ ]{0,3}(?::-+:?|-+:|-{3,})[ ]*(?:\|[ ]*(?::-+:?|-+:|-{3,})[ ]*)+$", re.MULTILINE)
_RULES = ("--", "+", "┌", "╔", "├", "╒")  # what a line begins with that rules a table


def without_marks(text: str) -> str:
    """The text without attributes and fences; escaped quotation marks are quotation marks.

    >>> without_marks('# Results {#results}\\n::: {.section}\\nThe [mean]{.smallcaps} of Cronbach\\\\'s alpha')
    "# Results\\n\\nThe mean of Cronbach's alpha"
    """
    if "{" in text:
        text = _BEHIND.sub("", _NAMED.sub(r"\1", text))
    if ":::" in text:
        text = _FENCE.sub("", text)
    return _ESCAPED.sub(r"\1", _CAPTION.sub("\n\n", text))


def bordered(text: str) -> str:
    """Rows of tables without bars at their ends, with them; a line without any between two rows is a row of one cell.

    >>> bordered("Path | Beta\\n---|---\\nBoys\\nA -> B | .21")
    '| Path | Beta |\\n|---|---|\\n| Boys |\\n| A -> B | .21 |'
    """
    if "|" not in text or not _OPEN_DIVIDER.search(text):
        return text
    lines = text.split("\n")
    dividers = [i for i, line in enumerate(lines) if i and _OPEN_DIVIDER.fullmatch(line)]
    done = 0
    for at, following in pairwise([*dividers, len(lines) + 1]):
        first = at
        while first > done and "|" in lines[first - 1]:
            first -= 1
        stop = next((i for i in range(at, following - 1) if not lines[i].strip()), min(following - 1, len(lines)))
        stop = max(stop, at + 1)
        done = max(i for i in range(at, stop) if "|" in lines[i]) + 1
        for i in range(first, done):
            lines[i] = "|" + lines[i].rstrip() + "|" if i == at else f"| {lines[i].strip()} |"
        lines[first] = "\n" + lines[first] if first and "|" in lines[first - 1] else lines[first]  # a table of its own
    return "\n".join(lines)


def drawn_tables(lines: Sequence[Place]) -> dict[int, Drawn]:
    """The tables drawn with dashes, by the number of their first line."""
    if not any(line.lstrip().startswith(_RULES) for line, _ in lines):
        return {}
    found: dict[int, Drawn] = {}
    at = 0
    while at < len(lines):
        drawn = drawn_at(lines, at) if lines[at][0].strip() else None
        if drawn and _columns(drawn.rows) > 1:
            found[at] = drawn
        at = drawn.stop if drawn else at + 1
    return found


def _columns(rows: Sequence[Sequence[RawCell]]) -> int:
    return max((sum(bool(c.text) for c in row) for row in rows), default=0)
