"""Names of hypotheses in text: H1a, Hypothesis 2, H1-H4, hypotheses 2a, 2b and 3, 假设H1."""

import re
from dataclasses import dataclass

__all__ = ["Label", "labels", "normal"]

_NUMBER = r"(?P<n>\d{1,2})(?:\s?\(?(?P<letter>(?-i:[a-zA-H]))\)?(?:(?=H\d)|(?![A-Za-z])))?(?:[-–.](?P<sub>\d)(?!\d))?"
_ONE = re.compile(
    rf"(?:(?<![A-Za-z0-9.])|(?<=\d[a-z])(?=H\d))(?:(?:research\s+)?(?P<word>hypothes[ie]s)\s*(?:\(?\s*[HН]\s?)?|(?P<h>[HНℋ])[\s_:]?(?:\()?){_NUMBER}(?:(?=H\d)|(?![\d%A-Za-z]|\.\d))",
    re.IGNORECASE,
)
_LETTER_AND_NUMBER = re.compile(r"[HНℋ][\s_:]?\(?\d")  # what every label without the word has
_MORE = re.compile(
    rf"\s*(?P<join>,\s*and|,|and|or|&|through|to|until|[-–—~]|和|至|与|、)\s*(?:hypothes[ie]s\s*)?(?P<h>[HН])?\s?{_NUMBER}(?![\d%A-Za-z]|\.\d)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\s*(?P<join>,\s*and|,|and|or|&|[-–—]|to|through|/)\s*\(?(?P<letter>[a-z])\)?(?![A-Za-z0-9])")
_MOST = 200  # named in one paragraph; more are not a paper's
_RANGE = frozenset(("through", "to", "until", "-", "–", "—", "~", "至"))


@dataclass(frozen=True)
class Label:
    """A hypothesis named at a place; `printed` is what stands there."""

    label: str
    start: int
    end: int
    printed: str


def normal(number: str, letter: str | None = None, sub: str | None = None) -> str:
    """`H3b`, `H1b-2`.

    >>> normal("03", "B")
    'H3b'
    """
    return f"H{int(number)}{(letter or '').lower()}" + (f"-{sub}" if sub else "")


def labels(text: str) -> list[Label]:
    """Every hypothesis named, with lists and ranges spelled out.

    >>> [x.label for x in labels("Hypotheses H3 through H5, and H7a-c")]
    ['H3', 'H4', 'H5', 'H7a', 'H7b', 'H7c']
    """
    found: list[Label] = []
    if not ("H" in text or "Н" in text or "ypothes" in text):
        return found
    if not _LETTER_AND_NUMBER.search(text) and "ypothes" not in text.lower():
        return found
    position = 0
    while len(found) < _MOST and (first := _ONE.search(text, position)):
        if not first["word"] and first["h"] not in "HНℋ":
            position = first.end()
            continue
        position = _run(text, first, found)
    return found


def _run(text: str, first: re.Match[str], found: list[Label]) -> int:
    """One label and the list or range that follows it."""
    number, letter = first["n"], first["letter"]
    end = first.end()
    plural = (first["word"] or "").lower() == "hypotheses"
    found.append(Label(normal(number, letter, first["sub"]), first.start(), end, text[first.start() : end].strip()))
    while True:
        letters = _LETTERS.match(text, end) if letter else None
        if letters and letters["letter"] > letter and ord(letters["letter"]) - ord(letter) < 8:
            wanted = [letters["letter"]]
            if letters["join"] in _RANGE:
                wanted = [chr(c) for c in range(ord(letter) + 1, ord(letters["letter"]) + 1)]
            shown = text[letters.start() : letters.end()]
            found.extend(Label(normal(number, one), letters.start(), letters.end(), shown) for one in wanted)
            letter, end = letters["letter"], letters.end()
            continue
        more = _MORE.match(text, end)
        if not more or not (more["h"] or plural) or (more["h"] and more["h"] not in "HН"):
            return end
        _extend(text, more, number, letter, found)
        number, letter, end = more["n"], more["letter"], more.end()


def _extend(text: str, more: re.Match[str], number: str, letter: str | None, found: list[Label]) -> None:
    last = Label(
        normal(more["n"], more["letter"], more["sub"]), more.start(), more.end(), text[more.start() : more.end()]
    )
    if more["join"].lower() in _RANGE:
        if more["n"] == number and letter and more["letter"]:
            inner = [normal(number, chr(c)) for c in range(ord(letter) + 1, ord(more["letter"]))]
        else:
            inner = [normal(str(n)) for n in range(int(number) + 1, int(more["n"]))][:30]
        found.extend(Label(x, more.start(), more.end(), x) for x in inner)
    found.append(last)
