"""One look at a sentence for all that is asked of it: which of the words that some pattern needs stand in it.

Some forty families of patterns ask every sentence, and most sentences say nothing to any. So each family names, beside
its patterns, words of which one stands in whatever they match, and asks a sentence for the family's bit first:

    _CUES = SENTENCES.bit("indirect", "total")
    ...
    if sentence.cues & _CUES and _HINT.search(sentence.text):

The words of all families are looked for at once, by a single pattern that shares their beginnings. They are letters in
lower case, parts of words as well as whole ones. A bit more than needed costs time; a bit less would hide a match.
"""

import re

__all__ = ["SENTENCES", "Cues"]


class Cues:
    """The words that were asked for, each with the bits of those who asked.

    >>> cues = Cues()
    >>> usage, weather = cues.bit("uses", "usage"), cues.bit("rain")
    >>> cues.within("the usage of trains") == usage | weather, cues.within("sun") & weather
    (True, 0)
    """

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._asked = 0
        self._pattern: re.Pattern[str] | None = None
        self._tells: dict[str, int] = {}

    def bit(self, *words: str) -> int:
        """A bit for these words, in lower case; to be asked for where a module is imported."""
        bit = 1 << self._asked
        self._asked += 1
        for word in words:
            self._bits[word] = self._bits.get(word, 0) | bit
        self._pattern = None
        return bit

    def within(self, lower: str) -> int:
        """The bits of all words that stand in a text in lower case."""
        pattern, tells, found = self._pattern or self._compiled(), self._tells, 0
        for match in pattern.findall(lower):
            found |= tells[match]
        return found

    def _compiled(self) -> re.Pattern[str]:
        """The pattern of all words, and what each of its matches tells.

        A match uses up no letter that another word may begin with: what the end of a word shares with the beginning of
        another is only looked at. The words inside a word stand wherever it does.
        """
        beginnings = {word[:i] for word in self._bits for i in range(1, len(word) + 1)}
        used: dict[str, set[str]] = {}
        self._tells = {}
        for word in self._bits:
            cut = next((i for i in range(1, len(word)) if word[i:] in beginnings), len(word))
            used.setdefault(word[:cut], set()).add(word[cut:])
            for bits in (bits for inner, bits in self._bits.items() if inner in word):
                self._tells[word[:cut]] = self._tells.get(word[:cut], 0) | bits
        self._pattern = re.compile(_any_of(used) or r"(?!)")
        return self._pattern


def _any_of(used: dict[str, set[str]]) -> str:
    """A pattern of what is used up of each word, the longer before the shorter, with what is only looked at behind."""
    by_letter: dict[str, dict[str, set[str]]] = {}
    for word, behind in used.items():
        if word:
            by_letter.setdefault(word[0], {})[word[1:]] = behind
    branches = [re.escape(letter) + _any_of(rest) for letter, rest in sorted(by_letter.items())]
    if "" in used:
        behind = used[""]
        branches.append("" if "" in behind else f"(?={'|'.join(map(re.escape, sorted(behind)))})")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""


SENTENCES = Cues()
