"""What a cell says: its numbers with sign, stars, brackets and names, each with the place of its digits.

`0.203 (6.572)**` holds two numbers; `-0.422, -0.212` two; `β = .45, p < .001` two with names; `0.37D/0.27A` two
with marks. Offsets are into the cell's own text.
"""

import re
from functools import lru_cache

from evidence.kept import kept
from evidence.read.tables.glyphs import clean, digits_meant
from evidence.records.printed import parse
from evidence.settled import settled

__all__ = ["TO", "Content", "Number", "content"]

_NUMBER = re.compile(
    r"""
    (?:(?P<name>[A-Za-zα-ωΑ-Ω][A-Za-zα-ωΔ²2'’_.\-/ ]{0,29}?)\s*(?=[=<>≤≥]))?  # a name before an operator: p <
    (?P<operator><=|>=|[<>≤≥=≈~])?\s*
    (?P<sign>(?<![\w)\].%])(?:[-+](?=[\d.,OolI])|(?:(?<=^)|(?<=[(\[,;/=<>]\s)|(?<=[(\[,;/=<>]))[-+]\s(?=[\d.,])))?
    (?P<digits>
        (?:(?<![\w.,])|(?:(?<=\.\d,)|(?<=\.\d\d,)|(?<=\.\d{3},)|(?<=\.\d{4},))(?=\d*\.\d))(?:  # .05,.13 are two
            [\dOolI]*[.,][\dOolI]+(?=[\s*†‡)\]%,;/]|[A-Z](?![A-Za-z])|$)    # 0.45  .45  O.45  l.2O
          | \d{1,3}(?:,\d{3})+(?:\.\d+)?            # 1,234.5
          | \d+[.,]\s?\d+(?:[eE][-+]?\d+)?          # 0.45  0,45  1.2e-05
          | [.,]\d+                                 # .45
          | \d+\.(?!\d)                             # 12.
          | \d+
        )
    )
    (?P<percent>\s?%)?
    (?P<mark>(?!n\.\s?s)[A-Za-z](?![\w])|[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈ]+)?
    (?P<closing>\s*[)\]])?
    (?P<stars>(?:\s?[*†‡])+|\+(?=\s*(?:[/(]|$))|\s*\(?(?:n\.?\s?s\.?|NS)(?!\w)\)?)?
    (?P<after>\s*[)\]])?
    """,
    re.VERBOSE,
)
_ONE_NUMBER = re.compile(r"-?[0-9]{0,9}\.[0-9]{1,9}|-?[0-9]{1,9}")  # what most cells hold, told at a glance
_DIGIT = re.compile(r"\d")
_OPERATORS = frozenset("<>≤≥=≈~")
LONGEST = 400  # characters; a longer cell is prose, and prose is read elsewhere
_BLANK = re.compile(r"[\s\-\\/·.…一二—]*|n/?a|\(?-\)?|none|nil|null", re.IGNORECASE)
_NO_FIGURE = re.compile(r"[^\d.]")
_LETTERS = re.compile(r"[^\W\d_]")
TO = re.compile(r"(?<!\w)(?:to|bis|至)(?!\w)")  # between the limits of an interval


@settled
class Number:
    """One printed number of a cell."""

    text: str  # in the record's notation: ASCII minus, decimal point, no inner spaces
    at: tuple[int, int]  # its characters in the cell's text
    stars: str = ""
    bracket: str = ""  # "(" or "[" where it stands in brackets
    mark: str = ""  # a letter behind it: 0.37D
    name: str = ""  # the name in front of it: p < .001
    repaired: bool = False  # letters were read as digits

    @kept
    def value(self) -> float:
        """The value the digits name (a percentage as a fraction)."""
        parsed = parse(self.text)
        return parsed.value if parsed else float("nan")

    @kept
    def operator(self) -> str:
        """`=`, or the bound that was printed."""
        parsed = parse(self.text) if self.text[:1] in _OPERATORS else None
        return parsed.operator if parsed else "="

    @kept
    def decimals(self) -> int:
        """Digits behind the point, as printed."""
        return len(_NO_FIGURE.sub("", self.text).partition(".")[2])

    @kept
    def bound(self) -> bool:
        """Whether it is printed with an operator: `< .08`."""
        return self.operator != "="


_STARS = re.compile(r"[*†‡]{1,4}")
_ONLY_STARS = re.compile(r"\s*[*†‡]{1,4}\s*")


@settled
class Content:
    """The numbers of a cell and the words between them."""

    text: str
    numbers: tuple[Number, ...] = ()
    words: str = ""

    @kept
    def blank(self) -> bool:
        """Nothing, or a sign for nothing: `-`, `n/a`, `\\`."""
        return not self.numbers and _BLANK.fullmatch(self.words) is not None

    @kept
    def numeric(self) -> bool:
        """Numbers, and no words beside them but the `to` of an interval."""
        words = TO.sub("", self.words) if len(self.numbers) > 1 else self.words
        return bool(self.numbers) and not _LETTERS.search(words)

    @kept
    def stars(self) -> str:
        """The stars of the cell, wherever they stand in it."""
        found = [n.stars for n in self.numbers if "*" in n.stars or "†" in n.stars]
        if found:
            return found[-1]
        alone = _STARS.search(self.words)
        return alone.group() if alone else ""

    @kept
    def only_stars(self) -> bool:
        """`***` in place of a p-value."""
        return not self.numbers and _ONLY_STARS.fullmatch(self.words) is not None

    @kept
    def range(self) -> bool:
        """A bound or a range, the shape of a threshold: `< .08`, `2-5`."""
        if any(n.bound for n in self.numbers):
            return True
        two = len(self.numbers) == 2 and not any(n.bracket for n in self.numbers)
        return two and bool(re.fullmatch(r"\s*(?:[-~～]|to|至)\s*", self.words))


@lru_cache(maxsize=16384)
def content(text: str) -> Content:
    """The numbers and words of a cell.

    >>> [n.text for n in content("0.203 (6.572)**").numbers], content("0.203 (6.572)**").stars
    (['0.203', '6.572'], '**')
    >>> [n.text for n in content("−0.422, −0.212").numbers]
    ['-0.422', '-0.212']
    >>> [(n.name, n.text) for n in content("t = 3.57, p < .01").numbers]
    [('t', '3.57'), ('p', '<.01')]
    """
    if _ONE_NUMBER.fullmatch(text):
        return Content(text, (Number(text, (0, len(text))),))
    if len(text) > LONGEST:
        return Content(text, (), " ".join(text[:LONGEST].split()))
    flat = clean(text)
    if not _DIGIT.search(flat.text):
        return Content(text, (), " ".join(flat.text.split()))
    numbers: list[Number] = []
    words: list[str] = []
    end = 0
    for match in _NUMBER.finditer(flat.text):
        if not _DIGIT.search(match["digits"]):
            continue
        if _part_of_word(flat.text, match):
            continue
        words.append(flat.text[end : match.start()])
        numbers.append(_number(flat.text, match, flat))
        end = match.end()
        if match["closing"] is None and match["after"] is None:
            continue
        words.append(match["after"] or "")
    words.append(flat.text[end:])
    return Content(text, tuple(numbers), " ".join("".join(words).split()))


def _part_of_word(text: str, match: "re.Match[str]") -> bool:
    """`H1`, `PU 3b2`, `10a`: digits that belong to a label."""
    if (match["mark"] or "") in ("l", "I", "O", "o"):
        return True  # a digit or a letter: nobody can say
    after = text[match.end() : match.end() + 1]
    return bool(after and (after.isalpha() and after.isascii()) and not match["stars"] and not match["closing"])


_FIGURES = re.compile(r"^[\d.,eE+\-]+$")
_NAMED_ITSELF = re.compile(r"^.*[a-z]\s+(?=(?:[αω]|CR|AVE)$)")  # `Joy of baking α = .86`
_DECIMAL_COMMA = re.compile(r"\d*,\d+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
_OPENED = re.compile(r"([(\[])[^()\[\]]*$")
_AROUND_STARS = re.compile(r"[\s()]")


def _number(text: str, match: "re.Match[str]", flat: "object") -> Number:
    digits = match["digits"].replace(" ", "")
    as_printed = _FIGURES.match(digits) is not None
    meant = digits if as_printed else digits_meant(digits)
    if "," in meant and _DECIMAL_COMMA.fullmatch(meant) and not _THOUSANDS.fullmatch(meant):
        meant = meant.replace(",", ".")  # a decimal comma
    meant = meant.rstrip(".") if meant.endswith(".") else meant
    sign = "-" if (match["sign"] or "").strip() == "-" else ""
    operator = match["operator"] or ""
    operator = "" if operator in ("=", "≈", "~") else operator
    start = match.start("operator") if operator else match.start("sign") if match["sign"] else match.start("digits")
    stop = match.end("percent") if match["percent"] else match.end("digits")
    opened = _OPENED.search(text[: match.start("digits")])
    stars = _AROUND_STARS.sub("", match["stars"] or "")
    return Number(
        text=operator + sign + meant + ("%" if match["percent"] else ""),
        at=flat.original(start, stop),  # type: ignore[attr-defined]
        stars="ns" if stars.lower().replace(".", "") == "ns" else stars,
        bracket=opened.group(1) if opened else "",
        mark=match["mark"] or "",
        name=_NAMED_ITSELF.sub("", (match["name"] or "").strip()),
        repaired=meant != digits and not as_printed,
    )
