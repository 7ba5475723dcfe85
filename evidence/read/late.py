"""Patterns that are compiled when something is first looked for with them.

To compile the patterns of all languages and layouts takes longer than to read a paper, and most papers ask for half of
them. What nearly every paper asks for is compiled at once: such a pattern is a little quicker to call.
"""

import re
from typing import Any, cast

__all__ = ["late"]

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groups", "groupindex")


class _Late:
    """Stands for a pattern; what is asked of it is the pattern's own from the first time on."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        return getattr(compiled, name)


def late(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that few papers need, as `re.compile` makes it but later.

    >>> [found[0] for found in late(r"\\d+").finditer("12 loaves, 7 rolls")]
    ['12', '7']
    """
    return cast("re.Pattern[str]", _Late(expression, flags))
