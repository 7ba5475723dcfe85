"""Text without its markup, every character knowing where it stood: formulas, emphasis, links, odd characters.

Converted and OCR'd papers write `$T=7.991$`, `\\rightarrow`, `χ^{2}`, `ﬁt`. What is understood is the cleared
text; what is stored as a place is the span of the original characters.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Clear", "clear", "cleared"]

Span = tuple[int, int]

_COMMANDS = {
    "rightarrow": "→", "longrightarrow": "→", "to": "→", "Rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "lambda": "λ", "mu": "μ", "rho": "ρ",
    "sigma": "σ", "chi": "χ", "eta": "η", "xi": "ξ", "zeta": "ζ", "omega": "ω", "phi": "φ", "varepsilon": "ε",
    "times": "×", "cdot": "·", "pm": "±", "leq": "≤", "le": "≤", "leqslant": "≤", "geq": "≥", "ge": "≥",
    "geqslant": "≥", "neq": "≠", "approx": "≈", "sim": "~", "ldots": "…", "dots": "…", "prime": "'", "lt": "<",
    "gt": ">", "quad": " ", "qquad": " ", "setminus": "、", "colon": ":", "ast": "*", "star": "*", "ln": "ln",
}  # fmt: skip
_TOKEN = re.compile(
    r"""
    (?P<math>\$\$?)                                   # formula delimiters
  | (?P<command>\\[A-Za-z]+\*?)[ ]?(?:(?<=rm)\{~|(?<=text)\{~)?  # \rightarrow, \mathrm{~b}
  | (?P<escaped>\\[%$&#_{}*.()\[\]<>|!+\-~])           # \% \_
  | (?P<spacing>\\[,;:! ])                             # thin spaces
  | (?P<link>\[(?P<shown>[^\[\]\n]{1,200})\]\([^()\s]{1,300}\))
  | (?P<raised>(?:(?<=\^\d)|(?<=\^\d\d)|(?<=\^\d,\d)|(?<=\^\d,\*))\^)
  | (?P<power>\^[ ]?\{?[ ]?(?=[\w*]))
  | (?P<strong>\*\*(?=[^\s*\d])(?!\(?[pP]\W)|(?<=[^\s*\d.)])\*\*(?!\*))
  | (?P<emphasis>(?<![\w*])[_*](?=[^\s_*<>=.\d][^_*\n]{0,400}[_*](?![\w*]))|(?<=[^\s_*<\d])[_*](?![\w*<]))
    """,
    re.VERBOSE,
)
# Radicals that conversions of PDF put for the characters they look like, where Unicode itself does not say so.
_RADICALS = dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰",
        "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟黄齐齿龙",
        strict=True,
    )
)
_LOOKS_LIKE = {**_RADICALS, "△": "Δ"}
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\ufeff\u2060")
_TOKEN_BEGINS = re.compile(r"[$\\\[^*_]")
# Anything but what stays as it is, in one set: ASCII without $ * [ \ ^ _, Latin without the raised digits, and so on.
_NEEDS_WORK = re.compile(
    r"[^\x00-\x23\x25-\x29\x2b-\x5a\x5d\x60-\x9f\xa1-\xac\xae-\xb1\xb4-\xb8\xba-\u024f"
    r"\u0370-\u04ff\u2010-\u2027\u2190-\u22ff\u4e00-\u9fff]"
)
# Characters that are copied as they are, and the rest one by one.
_RUN = re.compile(
    r"[\x00-\x5d\x60-\x7a\x7c\x7e-\x9f\xa1-\xac\xae-\xb1\xb4-\xb8\xba-\u024f\u0391-\u03c9\u2013\u2014\u2018\u2019\u201c\u201d"
    r"\u2190-\u2194\u2212\u2264\u2265\u3002\u4e00-\u9fff]+|.",
    re.DOTALL,
)
_RAISED_POINT = re.compile(
    r"((?<![\d.·])\d{1,3}|(?<![\w.·]))·(?=\d+(?![\d.·]))(?!(?<!0·)10\s?[-−–^⁻])"
)  # `0·21`, as British journals print it


class Clear(NamedTuple):
    """Cleared text; `at[i]` is where its i-th character stood in the original."""

    text: str
    at: tuple[int, ...] | range

    def span(self, start: int, end: int) -> Span:
        """The original characters behind a stretch of the cleared text."""
        if not self.text or start >= len(self.text):
            last = self.at[-1] + 1 if self.text else 0
            return last, last
        return self.at[start], self.at[max(start, end - 1)] + 1


def clear(text: str, offset: int = 0, emphasis: bool = False) -> Clear:
    """The text as a reader sees it; `emphasis` also drops the marks of typed *emphasis*.

    >>> clear("was 0.612 ($T=5.204$) for PU \\\\rightarrow PV").text
    'was 0.612 (T=5.204) for PU →PV'
    """
    text = _RAISED_POINT.sub(r"\1.", text) if "·" in text else text
    if _stays(text):
        return Clear(text, range(offset, offset + len(text)))
    out: list[str] = []
    at: list[int] = []
    if not _TOKEN_BEGINS.search(text):  # odd characters, and no markup
        for run in _RUN.finditer(text):
            piece, i = run[0], offset + run.start()
            if len(piece) == 1:
                piece = "".join(c for c in _plain(piece) if c not in _DROPPED)
                at.extend([i] * len(piece))
            else:
                at.extend(range(i, i + len(piece)))
            out.append(piece)
        return Clear("".join(out), tuple(at))

    def put(piece: str, where: int) -> None:
        for character in piece:
            if character not in _DROPPED:
                out.append(character)
                at.append(where)

    in_math = False
    braced = "_{" in text or "^{" in text or "^ {" in text
    position = 0
    formula_start = 0

    def copy_run(start: int, end: int) -> None:
        for run in _RUN.finditer(text, start, end):
            piece, i = run[0], run.start()
            if len(piece) > 1:
                out.extend(piece)
                at.extend(range(offset + i, offset + run.end()))
            elif not ((piece in "{}" and (in_math or braced)) or (in_math and piece in "_^")):
                put(_plain(piece), offset + i)

    for token in _tokens(text):
        copy_run(position, token.start())
        position = token.end()
        if token["math"]:
            if in_math:
                _close_up(out, at, formula_start)
            in_math = not in_math
            formula_start = len(out)
        elif token["command"]:
            put(_COMMANDS.get(token["command"][1:].rstrip("*"), ""), offset + token.start())
        elif token["escaped"]:
            put(token["escaped"][1:], offset + token.start() + 1)
        elif token["spacing"]:
            put(" ", offset + token.start())
        elif token["shown"]:
            copy_run(token.start("shown"), token.end("shown"))
        elif (token["emphasis"] or token["strong"]) and (not emphasis or (in_math and "*" in token[0])):
            put(token[0], offset + token.start())
    copy_run(position, len(text))
    return Clear("".join(out), tuple(at))


def cleared(text: str, emphasis: bool = False) -> str:
    """What `clear` gives, where nobody asks for the places of its characters."""
    return text if _stays(text) else clear(text, emphasis=emphasis).text


def _stays(text: str) -> bool:
    return _plain_ascii(text) if text.isascii() else _NEEDS_WORK.search(text) is None


def _plain_ascii(text: str) -> bool:
    """What the set of `_NEEDS_WORK` says, for ASCII: thrice as quick sign by sign."""
    return not ("$" in text or "*" in text or "[" in text or "\\" in text or "^" in text or "_" in text)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The pieces of markup, tried only where one can begin."""
    position = 0
    while begin := _TOKEN_BEGINS.search(text, position):
        token = _TOKEN.match(text, begin.start())
        position = token.end() if token else begin.end()
        if token:
            yield token


def _close_up(out: list[str], at: list[int], start: int) -> None:
    """`G F I = 0 . 9 0 0` in a formula is GFI = 0.900: a converter set every character apart."""
    formula = "".join(out[start:])
    words = formula.split()
    if len(words) < 2 or sum(len(w) == 1 for w in words) * 2 < len(words):
        return
    kept: list[tuple[str, int]] = []
    for i, (character, where) in enumerate(zip(out[start:], at[start:], strict=True)):
        after_comma = bool(kept) and kept[-1][0] in ",;"
        if not character.isspace() or (after_comma and formula[i + 1 : i + 2].isalnum()):
            kept.append((character, where))
    out[start:] = [c for c, _ in kept]
    at[start:] = [a for _, a in kept]


def _plain(character: str) -> str:
    """One character in its compatibility form; ligatures become their letters."""
    if character < "\u0250":
        return (
            "2"
            if character == "²"
            else "3"
            if character == "³"
            else "1"
            if character == "¹"
            else character.replace("\xa0", " ")
        )
    return unicodedata.normalize("NFKC", _LOOKS_LIKE.get(character, character)) if character != "´" else character
