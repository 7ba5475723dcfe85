"""One look at a sentence for all that is asked of it: which of the words that some pattern needs stand in it.

Some forty families of patterns ask every sentence, and most sentences say nothing to any. So each family names, beside
its patterns, words of which one stands in whatever they match, and asks a sentence for the family's bit first:

    _CUES = SENTENCES.bit("indirect", "total")
    ...
    if sentence.cues & _CUES and _HINT.search(sentence.text):

The words of all families are looked for at once, by a single pattern that stops only at a few rare letters, of which
each word has one. They are letters in lower case, parts of words as well as whole ones, with one space for white
space. A bit more than needed costs time; a bit less would hide a match.
"""

import re
from collections.abc import Iterable

__all__ = ["DIGITS", "SENTENCES", "Cues"]


DIGITS = 1  # the bit of any digit, in every book of cues
_DIGIT = re.compile(r"\d")
_ASCII_DIGIT = re.compile(r"[0-9]")  # a set of ASCII alone is looked for faster
# Letters by how often they stand in papers; whatever is not among them is rarer.
_FREQUENT = " etinaosrcldhumfpgvywbk0123456789xqjz"


_Told = tuple[int, tuple[tuple[str, int, int], ...]]  # bits; words that may be there too, how far before, their bits


class Cues:
    """The words that were asked for, each with the bits of those who asked.

    >>> cues = Cues()
    >>> usage, weather = cues.bit("uses", "usage"), cues.bit("rain")
    >>> cues.within("the usage of trains") == usage | weather, cues.within("sun") & weather
    (True, 0)
    """

    def __init__(self, busy: bool = False) -> None:
        """A busy book has a pattern of its own for texts in ASCII: a second to compile, and faster to look with."""
        self._busy = busy
        self._bits: dict[str, int] = {}
        self._asked = 1
        self._always = 0
        self._branches: list[str] = []  # of the pattern, one for each rarest letter
        self._patterns: dict[bool, re.Pattern[str]] = {}  # for texts in ASCII, and for others
        self._tells: list[_Told] = []  # by the group that matched
        self._placed: dict[str, list[tuple[str, int]]] = {}  # the words by the letter to stop at, and where it stands

    def bit(self, *words: str) -> int:
        """A bit for these words, in lower case, or for what needs none; to be asked for where a module is imported."""
        bit = 1 << self._asked
        self._asked += 1
        self._always |= 0 if words else bit
        for word in words:
            self._bits[word] = self._bits.get(word, 0) | bit
        self._branches, self._patterns = [], {}
        return bit

    def within(self, lower: str) -> int:
        """The bits of all words that stand in a text in lower case."""
        plain = self._busy and lower.isascii()
        pattern, told = self._patterns.get(plain) or self._compiled(plain), self._tells
        digits = (_ASCII_DIGIT if plain else _DIGIT).search(lower)
        found = self._always | DIGITS if digits else self._always
        for match in pattern.finditer(lower):
            bits, across = told[match.lastindex or 0]
            found |= bits
            for word, before, further in across:
                if match.start() >= before and lower.startswith(word, match.start() - before):
                    found |= further
        return found

    def _compiled(self, plain: bool) -> re.Pattern[str]:
        """The pattern of all words, or of those that ASCII can hold; the group that matched says what its match tells.

        Both number their groups alike, since the letters beyond ASCII come last.
        """
        if not self._branches:
            self._tells, self._placed = [(0, ())], {}
            stops = _stops(self._bits)
            for word in self._bits:
                at = min((i for i, letter in enumerate(word) if letter in stops), key=lambda i: stops[word[i]])
                self._placed.setdefault(word[at], []).append((word, at))
            for letter, words in sorted(self._placed.items(), key=lambda placed: -stops[placed[0]]):  # frequent first
                around = self._around(words, 1)
                self._branches.append(re.escape(letter) + (around if around == "()" else f"(?={around})"))
        branches = [branch for branch in self._branches if branch[:1].isascii() or not plain]
        self._patterns[plain] = re.compile("|".join(branches) or r"(?!)")
        return self._patterns[plain]

    def _around(self, words: list[tuple[str, int]], depth: int) -> str:
        """What stands around one letter of the words, that letter by letter which follows it first.

        Of the words that end here the longer is tried before the shorter; the shorter stands wherever the longer does.
        """
        ending = sorted(((w, at) for w, at in words if at + depth == len(w)), key=lambda placed: -len(placed[0]))
        further: dict[str, list[tuple[str, int]]] = {}
        for word, at in words:
            if at + depth < len(word):
                further.setdefault(word[at + depth], []).append((word, at))
        branches = [re.escape(letter) + self._around(rest, depth + 1) for letter, rest in sorted(further.items())]
        for word, at in ending:
            self._tells.append(self._tells_of(word, at))
            branches.append(f"(?<={re.escape(word)})()" if at else "()")
        return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"

    def _tells_of(self, word: str, at: int) -> "_Told":
        """The bits of a word and of those inside it; and those that may stand across it about the same letter."""
        found = 0
        for other, bits in self._bits.items():
            if other in word:
                found |= bits
        across = []
        for other, to in self._placed[word[at]]:
            later = (len(word) - at, len(word)) > (len(other) - to, len(other))  # tried only where this one fails
            left, right = min(at, to), min(len(word) - at, len(other) - to)
            if later and self._bits[other] & ~found and word[at - left : at + right] == other[to - left : to + right]:
                across.append((other, to, self._bits[other]))
        return found, tuple(across)


def _stops(words: Iterable[str]) -> dict[str, int]:
    """Letters of which each word has one, as rare as can be, in order of rarity.

    The most frequent letters are left out first, as long as every word keeps another.

    >>> sorted(_stops(["fit", "fat", "path"]))
    ['f', 'p']
    """
    stops = sorted(set("".join(words)), key=lambda letter: (_FREQUENT.find(letter) % (len(_FREQUENT) + 1), letter))
    for letter in tuple(stops):
        others = set(stops) - {letter}
        if not any(others.isdisjoint(word) for word in words):
            stops.remove(letter)
    return {letter: rank for rank, letter in enumerate(reversed(stops))}


SENTENCES = Cues(busy=True)
