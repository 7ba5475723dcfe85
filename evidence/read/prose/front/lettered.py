"""Letters of addresses that ran into the names which they are raised behind: `Ada Colea, Bob Lindb and Mira Oaka`."""

import re

__all__ = ["without_letters"]

_ADDRESS = re.compile(
    r"(?:^|[;,.\n]\s*|\s)(?P<letter>[a-h])\s?(?=(?:(?:the|graduate|business)\s+)?(?:Department|School|Faculty|Institute?o?|Universi|College|Cent(?:er|re)|Division|Academy|Chair|Hospital|Laborator)"
    r"|[A-ZÀ-Þ][\w.-]+(?:\s+[A-ZÀ-Þ&][\w.-]*){0,3}\s+(?:University|College|School|Institute|Academy|Hospital)\b)",
    re.MULTILINE,
)
_MANY = 3  # names that end in one and the same letter by no chance


def without_letters(names: tuple[str, ...], lines: list[str]) -> tuple[str, ...]:
    """The names without the letters of the addresses below them, where all of them end in one."""
    letters = {m["letter"] for line in lines for m in _ADDRESS.finditer(line)}
    ends = {name[-1] for name in names if len(name) > 1 and name[-2].islower()}
    if "a" not in letters or len(names) < 2 or any(len(n) < 2 or not n[-2].islower() for n in names):
        return names
    chance = len(ends) < 2 and len(names) < _MANY
    return names if chance or not ends <= letters else tuple(name[:-1] for name in names)
