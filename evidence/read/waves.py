"""The wave of a panel that a name is of: `Joy T1`, `joy at Time 1`, `Time 1 joy`, `joy (wave 1)`."""

import re

__all__ = ["WAVE", "of_wave"]

WAVE = r"(?:(?:[Tt]ime(?:\s+[Pp]oint)?|[Ww]ave|[Oo]ccasion|[Ss]ession)s?[ \xa0-]?|[TW][ \xa0-]?)"
_BEFORE = re.compile(rf"(?P<wave>{WAVE})(?P<number>\d)\s+(?P<name>\S.*)")
_BEHIND = re.compile(
    rf"(?P<name>\S.*?)(?:,?\s*[(\[]\s*|,?\s+)(?:(?:at|in|of)\s+)?(?P<wave>{WAVE})(?P<number>\d)\s*[)\]]?"
)


def of_wave(name: str) -> tuple[str, str, str] | None:
    """The name without its wave, the word for the wave, and its number.

    >>> of_wave("Joy at Time 1")
    ('Joy', 'Time ', '1')
    >>> of_wave("T2 joy")
    ('joy', 'T', '2')
    >>> of_wave("Joy")
    """
    if not any(c.isdigit() for c in name):
        return None
    match = _BEFORE.fullmatch(name.strip()) or _BEHIND.fullmatch(name.strip())
    if match is None or not (core := match["name"].strip(" ,")):
        return None
    return core, match["wave"], match["number"]
