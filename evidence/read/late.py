"""Patterns that are compiled when something is first looked for with them.

To compile the patterns of all languages and layouts takes longer than to read a paper, and most papers ask for half of
them. What nearly every paper asks for is compiled at once: such a pattern is a little quicker to call.
"""

import re
from collections.abc import Iterator
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


class _Needing(_Late):
    """Stands for a pattern of which it is known what a text must hold for it to find anything there."""

    def __init__(self, expression: str, flags: int, needs: "tuple[str, ...] | re.Pattern[str]") -> None:
        super().__init__(expression, flags)
        self.needs = needs
        self._pattern = _Late(expression, flags)

    def may_find(self, text: str) -> bool:
        """Whether the text holds what is needed."""
        if not isinstance(self.needs, tuple):
            return self.needs.search(text) is not None
        words = text.lower() if self.flags & re.IGNORECASE else text
        return any(word in words for word in self.needs)

    def search(self, text: str, *bounds: int) -> Any:
        return self._pattern.search(text, *bounds) if self.may_find(text) else None

    def match(self, text: str, *bounds: int) -> Any:
        return self._pattern.match(text, *bounds) if self.may_find(text) else None

    def fullmatch(self, text: str, *bounds: int) -> Any:
        return self._pattern.fullmatch(text, *bounds) if self.may_find(text) else None

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text, *bounds) if self.may_find(text) else iter(())


def late(expression: str, flags: int = 0, needs: "tuple[str, ...] | re.Pattern[str]" = ()) -> re.Pattern[str]:
    """A pattern that few papers need, as `re.compile` makes it but later.

    What it `needs` is looked for first, and told where it is quicker to find than the pattern is to compile: letters of
    which some stand in all that it matches (in lower case where it ignores case), or a pattern of a part of all that.

    >>> [found[0] for found in late(r"\\d+").finditer("12 loaves, 7 rolls")]
    ['12', '7']
    >>> late(r"(?:salt|rye) bread", needs=("salt", "rye")).search("some white bread")
    """
    made = _Needing(expression, flags, needs) if needs else _Late(expression, flags)
    return cast("re.Pattern[str]", made)
