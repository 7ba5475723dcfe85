"""Letters of addresses that ran into the names which they are raised behind: `Ada Colea, Bob Lindb and Mira Oaka`."""

import re

__all__ = ["without_letters"]

_ADDRESS = re.compile(
    r"(?:^|[;\n]\s*)(?P<letter>[a-h])\s?(?=(?:(?:the|graduate|business)\s+)?(?:Department|School|Faculty|Institute?o?|Universi|College|Cent(?:er|re)|Division|Academy|Chair|Hospital|Laborator)"
    r"|[A-ZÀ-Þ][\w.-]+(?:\s+[A-ZÀ-Þ&][\w.-]*){0,3}\s+(?:University|College|School|Institute|Academy|Hospital)\b)",
    re.MULTILINE,
)


def without_letters(names: tuple[str, ...], lines: list[str]) -> tuple[str, ...]:
    """The names without the letters of the addresses below them, where each ends in one of several."""
    letters = {m["letter"] for line in lines for m in _ADDRESS.finditer(line)}
    ends = {name[-1] for name in names if len(name) > 1 and name[-2].islower()}
    if "a" not in letters or len(ends) < 2 or not ends <= letters or any(not n[-2:-1].islower() for n in names):
        return names
    text = "\n".join(lines)
    glued = all(re.search(rf"{re.escape(n)}\s*(?:[,;&*]|\band\b|$)", text, re.MULTILINE) for n in names)
    return tuple(name[:-1] for name in names) if glued else names
