"""What characters were meant: every minus, every star, letters that stand for digits and digits for letters.

Reading keeps each character's place, so that a cleaned text still knows where its characters were printed.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Clean", "clean", "digits_meant", "is_product", "label_meant", "latin", "plain", "times_meant"]

_MINUS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2796\u2e3a\ufe58\ufe63\uff0d"
_STAR = "\u2217\u204e\ufe61\uff0a\u22c6\u2731"
_SAME = dict.fromkeys(_MINUS, "-") | dict.fromkeys(_STAR, "*") | {"‚": ",", "·": "·", "‒": "-", "’": "'", "‘": "'"}
_SUPERSCRIPT_DIGITS = set("⁰¹²³⁴⁵⁶⁷⁸⁹")
# Letters of other alphabets (and digits) that print like Latin ones; OCR of "H3b" gives "НЗЬ".
_LATIN = dict(zip("АВЕКМНОРСТХаеорсухЬбІіЈјЅѕΑΒΕΗΙΚΜΝΟΡΤΧ", "ABEKMHOPCTXaeopcyxbbIiJjSsABEHIKMNOPTX", strict=True)) | {
    "З": "3",
    "з": "3",
    "Ӏ": "1",
}
_DIGIT = str.maketrans({"O": "0", "o": "0", "О": "0", "о": "0", "l": "1", "I": "1", "|": "1", "З": "3"})
_TAG = re.compile(r"</?(br|p|sup|sub|b|i|u|em|strong|span|small)\b[^<>]{0,60}>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"<sup>\s*[a-z*†‡]{1,2}\s*</sup>", re.IGNORECASE)
_LATEX = re.compile(r"\$([^$]*)\$")
_SETS_TYPE = re.compile(r"[$<\\*_\t-\r\x1c-\x1f]")  # what ASCII has of markup, and its white space but the space


class Clean(NamedTuple):
    """A text with look-alike signs made equal, and for each of its characters the place in the original."""

    text: str
    places: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters [start, end) stood in the original text."""
        return self.places[start], self.places[end - 1] + 1


def clean(text: str) -> Clean:
    """Minus signs, stars, full-width digits and spaced LaTeX in one form.

    >>> clean("−0.05∗∗").text
    '-0.05**'
    >>> clean("$0 . 6 5 ^ { * * }$").text
    '0.65**'
    """
    if text.isascii() and not _SETS_TYPE.search(text):
        return Clean(text, range(len(text)))
    drop = _markup(text)
    chars: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        if at in drop:
            continue
        one = " " if char == "<" and _TAG.match(text, at) else _SAME.get(char)
        if one is None and char not in _SUPERSCRIPT_DIGITS and ord(char) > 127:
            wide = unicodedata.normalize("NFKC", char)
            one = wide if len(wide) == 1 else char
        one = one or char
        chars.append(" " if one.isspace() else one)
        places.append(at)
    return Clean("".join(chars), tuple(places))


_BACKSLASH = re.compile(r"\\(?=[*%_<>&])")
_BOLD = re.compile(r"\s*(\*\*|__|\*|_)(\(?[^\w*]?[\w.].*[^*_\s])(\1)\s*")


def _markup(text: str) -> set[int]:
    """Places of characters that only set type: dollars, braces, carets, backslashes before a star, emphasis."""
    drop: set[int] = set()
    for match in _LATEX.finditer(text):
        inside = match.group(1)
        drop.update((match.start(), match.end() - 1))
        base = match.start(1)
        drop.update(base + m.start() for m in re.finditer(r"[\^{}]", inside))
        drop.update(base + m.start() for m in re.finditer(r"(?<=[\d.*^{%\-])\s+(?=[\d.*^{%}\\])|^\s+|\s+$", inside))
    for tag in _TAG.finditer(text):
        drop.update(range(tag.start() + tag.group(1).lower().startswith(("br", "p")), tag.end()))
    drop.update(m.start() for m in _BACKSLASH.finditer(text))
    bold = _BOLD.fullmatch(text)
    if bold:
        for group in (1, 3):
            drop.update(range(*bold.span(group)))
    return drop


def digits_meant(token: str) -> str:
    """A number token with letters O, l, I read as digits: `O.8l3` is `0.813`."""
    return token.translate(_DIGIT)


def latin(word: str) -> str:
    """A word with each letter that prints like a Latin one as that letter.

    >>> latin("РU2")
    'PU2'
    """
    return "".join(_LATIN.get(c, c) for c in word)


_H_LABEL = re.compile(r"([Hh])\s?([\dlIOo|]+)([a-z]?)(.*)")


@lru_cache(maxsize=4096)
def label_meant(label: str) -> str:
    """A short label in Latin letters: `НЗЬ` is `H3b`, `Hla` is `H1a`, `L0` stays.

    >>> label_meant("НЗЬ"), label_meant("Hla"), label_meant("H1O"), label_meant("H[2]"), label_meant("HIA")
    ('H3b', 'H1a', 'H10', 'H2', 'HIA')
    """
    latin = "".join(_LATIN.get(c, c) for c in unicodedata.normalize("NFKC", label))
    latin = re.sub(r"^([Hh])\[(\d\w{0,2})\]", r"\1\2", latin)  # a subscript, as browsers of text show it
    match = _H_LABEL.fullmatch(latin)
    if match and not any(c.isdigit() for c in match[2]) and match[4][:1].isupper():
        return latin  # a name in capitals: `HIA`
    if match and (not re.fullmatch(r"[a-zO]+", match[2] + match[3]) or match[2] in "lI|"):
        return match[1].upper() + digits_meant(match[2]) + match[3] + match[4]
    return latin


_EMPHASIS = re.compile(
    r"(?<![\w*_])(_\*{1,2}|\*{1,2}_|\*{1,3}|_{1,3})(?=[^\s*_])(.*?[^\s*_])(?:\*{1,2}_|_\*{1,2}|\1)(?![\w*_])"
)
_LETTER = re.compile(
    r"(?<![A-Za-z0-9_])([*_]{1,2})([A-Za-zΔβ]{1,2})\1(?=[\d²(])"
)  # `_R_2`: a letter set apart from its figure
_SHARP_S = re.compile(r"(?<![^\W\d_])ß(?![^\W\d_])")  # on its own it is a typist's beta
_UNMARKED = re.compile(r"[A-Za-z0-9\s.,:;()%/→=>'\-]*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TEX_WORDS = {
    r"\\(?:long)?(?:right|to)arrow|\\to\b": "→",
    r"\\(?:long)?leftarrow": "←",
    r"\\(?:Right|Longright)arrow": "⇒",
    r"\\times": "×",
    r"\\alpha": "α",
    r"\\beta": "β",
    r"\\chi": "χ",
    r"\\rho": "ρ",
    r"\\Delta": "Δ",
    r"\\lambda": "λ",
    r"\\(?:mathrm|text|mathbf|mathit|textit|textbf|boldsymbol)\b": "",
    r"\\%": "%",
    r"\\(?:leq?|leqslant)\b": "≤",
    r"\\(?:geq?|geqslant)\b": "≥",
}


def _tight(math: str) -> str:
    """Mathematics whose letters were set apart: `S R M R` is SRMR, `\\mathrm { H } _ { 1 a }` is H_1a."""
    math = re.sub(r"[{}]", "", math)
    parts = math.split()
    return "".join(parts) if parts and all(len(p) == 1 for p in parts) else math


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """A name or heading without markup: emphasis, links, LaTeX words, runs of white space.

    >>> plain("_**Sex**_"), plain("A $\\\\rightarrow$ B"), plain("χ^2 / df")
    ('Sex', 'A → B', 'χ2 / df')
    """
    if _UNMARKED.fullmatch(text):
        return " ".join(text.split()).replace("( ", "(").replace(" )", ")")
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "<" in text:
        text = _FOOTNOTE.sub("", text)
        text = _TAG.sub(lambda tag: " " if tag[1].lower() in ("br", "p") else "", text)
    if "\\" in text:
        for word, sign in _TEX_WORDS.items():
            text = re.sub(word, sign, text)
    if "$" in text:
        text = _LATEX.sub(lambda math: _tight(math[1]), text)
    if "$" in text or "{" in text:
        text = re.sub(r"[${}]", "", text)
    text = text.replace("^", "").replace("\\", "")
    if "ß" in text:
        text = _SHARP_S.sub("β", text)
    if len(text) < 2000 and ("*" in text or "_" in text):
        text = _EMPHASIS.sub(r"\2", _LETTER.sub(r"\2", text))
    text = text.replace("( ", "(").replace(" )", ")")
    text = "".join("-" if c in _MINUS and c not in "\u2013\u2014\u2015" else c for c in text)
    return " ".join(text.replace("\u00ad", "").split())


_TIMES = re.compile(r"(?<=[\u4e00-\u9fff])\s?[xX]\s?(?=[\u4e00-\u9fff])")  # an x between Chinese names
_PRODUCT = re.compile(r"\s[×*xX✕]\s|[×✕∗]|(?<=\w)\*(?=\w)")


def is_product(name: str) -> bool:
    """Whether a name is that of two variables multiplied.

    >>> is_product("Trust × age"), is_product("trust*age"), is_product("Texting")
    (True, True, False)
    """
    return _PRODUCT.search(times_meant(name)) is not None


def times_meant(name: str) -> str:
    """A product in Chinese with its sign: `脆度x 香气` is `脆度 × 香气`."""
    return _TIMES.sub(" × ", name)
