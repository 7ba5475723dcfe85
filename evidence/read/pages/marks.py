"""Small characters raised behind a word or number: notes' marks are left out, the square of `R²` stands on its line."""

import re
from collections.abc import Iterable
from typing import Any

__all__ = ["without_marks"]

_SMALLER = 0.88  # of the type it stands behind
_HIGHER = 0.12  # of the type's size: how far its line is above at least
_LEVEL = 0.3  # points
_TOUCHES = 0.12  # of the type's size
_CLOSE = 0.35  # of the type's size
_LETTERS = re.compile(r"[a-z](?:[,;][a-z*∗†‡§¶#])*[*∗†‡§¶#]*")
_FIGURES = re.compile(r"\d(?:,\d)*")
_WORD = re.compile(r"(?:[^\W\d_]{2}|[^\W\d_]{2}\.|\))$")  # no symbol: the n of `2ⁿ` is no mark
_DECIMAL = re.compile(r"\.\d+[*∗]*$")

Char = dict[str, Any]


def without_marks(chars: Iterable[Char]) -> list[Char]:
    """The characters of a page in their order, raised ones on the line of what they stand behind, or left out.

    Small capitals are as tall as the capital before them, or their word would fall apart.
    """
    made: list[Char] = []
    before = ""  # the end of the word
    base: Char | None = None  # its last character in full size
    last: Char | None = None
    parted: tuple[Char, str] | None = None  # the last character before a space, and its word: `Sex ᵃ`
    run: list[Char] = []
    for char in chars:
        if base is None and parted and last is not None and _is_mark_apart(char, *parted, last):
            last, parted = char, None
            continue
        if base is not None and last is not None and _is_raised(char, base, last):
            run.append(char)
            last = char
            continue
        if run:
            made += _kept(run, before, base)
            before += "".join(c["text"] for c in run)
            run = []
        text = char["text"]
        if base is not None and last is not None and _is_small_capital(char, base, last):
            char = {**char, **{key: base[key] for key in ("top", "bottom", "doctop")}}
            before, last = before + text, char
            made.append(char)
            continue
        joined = last is not None and abs(char["x0"] - last["x1"]) < _CLOSE * char["size"] and text != " "
        word, before = before, (before + text)[-12:] if joined else text
        parted = (base, word) if text == " " and base else None
        base = char if text != " " else None
        last = char
        made.append(char)
    return [*made, *_kept(run, before, base)] if run else made


def _is_raised(char: Char, base: Char, last: Char) -> bool:
    size = base["size"]
    return bool(
        char["size"] < _SMALLER * size
        and char["upright"]
        and char["text"] != " "
        and _HIGHER * size < char["matrix"][5] - base["matrix"][5] < size
        and -0.2 * size < char["x0"] - last["x1"] < _CLOSE * size
    )


def _is_mark_apart(char: Char, base: Char, word: str, last: Char) -> bool:
    """A letter raised behind a word and a space."""
    raised = _is_raised(char, base, last)
    return raised and _LETTERS.fullmatch(char["text"]) is not None and _WORD.search(word) is not None


def _is_small_capital(char: Char, base: Char, last: Char) -> bool:
    """A smaller capital on the same line in the same word."""
    return bool(
        char["size"] < _SMALLER * base["size"]
        and char["text"].isupper()
        and base["text"].isupper()
        and char["upright"]
        and abs(char["matrix"][5] - base["matrix"][5]) < _LEVEL
        and abs(char["x0"] - last["x1"]) < _TOUCHES * base["size"]
    )


def _kept(run: list[Char], before: str, base: Char | None) -> list[Char]:
    text = "".join(c["text"] for c in run)
    if _LETTERS.fullmatch(text) and _WORD.search(before):
        return []
    if _FIGURES.fullmatch(text) and _DECIMAL.search(before):
        return []  # else it would be one more digit
    if base is None or before[-1:].isdigit():
        return run
    low = {key: base[key] for key in ("top", "bottom", "doctop")}
    return [{**c, **low} for c in run]
