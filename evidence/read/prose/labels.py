"""Names of hypotheses in text: H1a, Hypothesis 2, H1-H4, hypotheses 2a, 2b and 3, 假设H1; propositions P1, P2."""

# ruff: noqa: E501 - a pattern is read whole

import re
from functools import lru_cache

from evidence.read.prose.mentions import mentions
from evidence.settled import settled

__all__ = ["Label", "labels", "may_name", "normal"]

_NUMBER = r"(?P<n>\d{1,2})(?:(?:\s?\((?!(?-i:[a-z])\s*[=<>])|\s(?=[a-d]\b)(?!a\s+(?:\w+ly\s+)?(?:signif|posit|negat|strong|great|good|la\b))|)(?P<letter>(?-i:[a-zA-H]))\)?(?:(?=H\d)|(?![A-Za-z])))?(?P<sub>[-–.]\d(?!\d))?"
_ONE = re.compile(
    rf"(?:(?<![A-Za-z0-9.])|(?<=\d[a-z])(?=H\d))(?:(?:research\s+)?(?P<word>hypothes[ie]s|hip[oó]tes[ie]s?|hypothesen?|hypothèses?|propositions?|(?<!零)假设)\s*(?:(?:no|nr|number)\b\.?\s*|\#\s*)?(?:\(?\s*[HНP]\s?)?|(?P<h>[HНℋP])(?P<kind>(?-i:[oOaA₀]))?[\s_:.\#-]?(?:\()?){_NUMBER}(?:(?=H\d)|(?![\d%A-Za-z]|\.\d))",
    re.IGNORECASE,
)
_SIGNS = ("Н", "ypothes", "ipótes", "ipotes", "roposition", "假设")
_BEGINS = re.compile(  # where one can begin
    r"[HhНнℋPpRr假](?=[oOaA₀]?[\s_:.#-]?\(?\d|设|(?i:ypoth[eè]s|ip[oó]tes|roposition|esearch\s+(?:hyp|hip|prop|假设)))"
)
_BEGINS_SHORT = re.compile(r"[HНℋP](?=[oOaA₀]?[\s_:.#-]?\(?\d)")  # the same where none is named by a word
_IN_WORDS = ("ypothes", "ypothès", "ipótes", "ipotes", "roposition", "假设")
_HEADS = ("H", "P", "Н", "ℋ")
_LETTER_AND_NUMBER = re.compile(r"[HНℋP][oOaA₀]?[\s_:.#-]?\(?\d")  # what every label without the word has
_MORE = re.compile(
    rf"\s*(?P<join>,\s*and|,|and|or|&|through|to|until|[-–—~]|和|至|与|、)\s*(?:hypothes[ie]s\s*|propositions?\s*)?(?P<h>[HНP])?(?-i:[oOaA₀](?=\d))?\s?{_NUMBER}(?![\d%A-Za-z]|\.\d)",
    re.IGNORECASE,
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SPELLED = re.compile(  # `Hypothesis one`, `Hypothesis II`
    rf"(?<![A-Za-z0-9.])(?:research\s+)?(?P<word>hypothesis|proposition)\s+(?P<n>{'|'.join(sorted(_WORDS, key=len, reverse=True))}|(?-i:{'|'.join(sorted(_ROMANS[1:], key=len, reverse=True))})|(?-i:I(?=\s*[:.,)]|\s+(?:was|is|stated|and)\b)))(?P<letter>(?-i:[a-h]))?(?![\w-])",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\s*(?P<join>,\s*and|,|and|or|&|[-–—]|to|through|/)\s*\(?(?P<letter>[a-z])\)?(?![A-Za-z0-9])")
_COUNTS = re.compile(r"\s*[个项名年月次条份人题期卷]")
_MOST = 200  # named in one paragraph; more are not a paper's
_RANGE = frozenset(("through", "to", "until", "-", "–", "—", "~", "至"))


@settled
class Label:
    """A hypothesis named at a place; `printed` is what stands there."""

    label: str
    start: int
    end: int
    printed: str


def normal(number: str, letter: str | None = None, sub: str | None = None, head: str = "H") -> str:
    """`H3b`, `H1b-2`, `H1.2`; the zero of a null hypothesis belongs to its head.

    >>> normal("03", "B"), normal("03", None, None, "H0"), normal("1", None, ".2")
    ('H3b', 'H03', 'H1.2')
    """
    return f"{head}{int(number)}{(letter or '').lower()}{(sub or '').replace('–', '-')}"


def may_name(text: str) -> bool:
    """Whether anything like a label stands in a text: a quick look."""
    return (mentions(text, _HEADS) and _LETTER_AND_NUMBER.search(text) is not None) or _in_words(text)


def _in_words(text: str) -> bool:
    return mentions(text.lower(), _IN_WORDS)


def labels(text: str, heads: str = "H") -> list[Label]:
    """Every hypothesis named, with lists and ranges spelled out.

    `heads` are the letters that name hypotheses in this paper: a lone P names one only where the paper announces
    propositions so (`P1. Trust increases loyalty`).

    >>> [x.label for x in labels("Hypotheses H3 through H5, and H7a-c")]
    ['H3', 'H4', 'H5', 'H7a', 'H7b', 'H7c']
    >>> [x.label for x in labels("P1 and P2 hold, unlike proposition 3", "HP")], labels("person P1")
    (['P1', 'P2', 'P3'], [])
    """
    return list(_labels(text, heads))


@lru_cache(maxsize=4096)
def _labels(text: str, heads: str) -> tuple[Label, ...]:
    """Sentences are asked for their labels by several readers."""
    if not may_name(text) or not (mentions(text, _SIGNS) or any(head in text for head in heads)):
        return ()
    found: list[Label] = []
    begins = _BEGINS if _in_words(text) else _BEGINS_SHORT
    position = 0
    while len(found) < _MOST and (first := _next(text, position, begins)):
        if not _named(first, heads):
            position = first.end()
            continue
        position = _run(text, first, found, heads)
    return tuple(found)


def _next(text: str, position: int, begins: re.Pattern[str] = _BEGINS) -> re.Match[str] | None:
    """The next name of a hypothesis."""
    for begin in begins.finditer(text, position):
        if match := _ONE.match(text, begin.start()) or _SPELLED.match(text, begin.start()):
            return match
    return None


def _named(first: re.Match[str], heads: str) -> bool:
    """Whether this paper names hypotheses so: `Ho1` and `Ha1` only where it sets both kinds, or nulls, apart."""
    groups = first.groupdict()
    if groups.get("kind"):
        return first["h"] == "H" and ("a" if first["kind"] in "aA" else "0") in heads
    return bool(first["word"]) or first["h"] in (*heads.strip("0a"), "Н", "ℋ")


def _head(first: re.Match[str], heads: str) -> str:
    """`H`, `P`, `H0` of a null hypothesis, `Ha` of its alternative."""
    groups = first.groupdict()
    if (first["word"] and first["word"].lower().startswith("prop")) or groups.get("h") == "P":
        return "P"
    if groups.get("kind"):
        return "Ha" if groups["kind"] in "aA" else "H0"
    return "H0" if "0" in heads and len(first["n"]) > 1 and first["n"].startswith("0") else "H"


def _digits(number: str) -> str:
    """`2` of `two` and of `II`."""
    if number.isdigit():
        return number
    return str((_ROMANS.index(number) if number in _ROMANS else _WORDS.index(number.lower())) + 1)


def _run(text: str, first: re.Match[str], found: list[Label], heads: str = "H") -> int:
    """One label and the list or range that follows it."""
    number, letter = _digits(first["n"]), first["letter"]
    end = first.end()
    word = (first["word"] or "").lower()
    plural = (word.endswith("s") and not word.endswith("sis")) or word == "假设"
    head = _head(first, heads)
    sub = first.groupdict().get("sub")
    if plural and sub and not letter and int(sub[1:]) > int(number) and sub[0] in _RANGE:
        sub, end = None, first.start("sub")  # `Hypotheses 1–3`
    shown = text[first.start() : end].strip()
    found.append(Label(normal(number, letter, sub, head), first.start(), end, shown))
    while True:
        letters = _LETTERS.match(text, end) if letter else None
        if letters and letters["letter"] > letter and ord(letters["letter"]) - ord(letter) < 8:
            wanted = [letters["letter"]]
            if letters["join"] in _RANGE:
                wanted = [chr(c) for c in range(ord(letter) + 1, ord(letters["letter"]) + 1)]
            shown = text[letters.start() : letters.end()]
            found.extend(
                Label(normal(number, one, None, head), letters.start(), letters.end(), shown) for one in wanted
            )
            letter, end = letters["letter"], letters.end()
            continue
        more = _MORE.match(text, end)
        if more and word == "假设" and not more["h"] and _COUNTS.match(text, more.end()):
            return end  # `假设1、3个题项`
        if not more or not (more["h"] or plural) or (more["h"] and more["h"] not in (head[0], "Н")):
            return end
        _extend(text, more, number, letter, found, head)
        number, letter, end = more["n"], more["letter"], more.end()


def _extend(text: str, more: re.Match[str], number: str, letter: str | None, found: list[Label], head: str) -> None:
    last = Label(
        normal(more["n"], more["letter"], more["sub"], head), more.start(), more.end(), text[more.start() : more.end()]
    )
    if more["join"].lower() in _RANGE:
        if more["n"] == number and letter and more["letter"]:
            inner = [normal(number, chr(c), None, head) for c in range(ord(letter) + 1, ord(more["letter"]))]
        else:
            inner = [normal(str(n), head=head) for n in range(int(number) + 1, int(more["n"]))][:30]
        found.extend(Label(x, more.start(), more.end(), x) for x in inner)
    found.append(last)
