"""One typing error in a report: a kind of slip, a random cell, the changed copy."""

import copy
from itertools import pairwise

from numpy.random import Generator

from evidence.checks.sheet import escape
from evidence.records import Printed

_WORDS = """
    conventions label decimals name names variable from to via outcome predictors id terms item ref refs
    kind se_of ci_of ci_kind stat_kind sign tails table diagonal metric estimator baseline_model model_kind
    mean_structure alpha_kind
"""
_SKIP = set(_WORDS.split())
_COUNTS = {"n", "collected", "valid", "count", "items", "df", "df1", "df2", "f_df1", "f_df2", "baseline_df", "n1", "n2",
           "indicators", "free_parameters", "factors"}  # fmt: skip


def cells(node: object, at: str = "", key: str = "") -> list[tuple[str, str, str]]:
    """(pointer, key, text) of every printed thing that could be mistyped."""
    found = []
    if isinstance(node, dict):
        for k, v in node.items():
            if k not in _SKIP:
                found += cells(v, f"{at}/{escape(k)}", k)
    elif isinstance(node, list):
        for i, v in enumerate(node):
            found += cells(v, f"{at}/{i}", key)
    elif isinstance(node, str):
        found.append((at, key, node))
    return found


def put(report: dict, at: str, text: str) -> dict:
    """A copy of the report with another text in one cell."""
    changed = copy.deepcopy(report)
    node: object = changed
    steps = [s.replace("~1", "/").replace("~0", "~") for s in at.split("/")[1:]]
    for step in steps[:-1]:
        node = node[int(step)] if isinstance(node, list) else node[step]
    if isinstance(node, list):
        node[int(steps[-1])] = text
    else:
        node[steps[-1]] = text
    return changed


def _digits(text: str) -> list[int]:
    return [i for i, c in enumerate(text) if c.isdigit()]


def _replace(text: str, i: int, rng: Generator) -> str:
    others = [d for d in "0123456789" if d != text[i]]
    return text[:i] + str(rng.choice(others)) + text[i + 1 :]


def _last_digit(text: str, rng: Generator) -> str:
    return _replace(text, _digits(text)[-1], rng)


def _digit_change(text: str, rng: Generator) -> str:
    return _replace(text, int(rng.choice(_digits(text))), rng)


def _digit_swap(text: str, rng: Generator) -> str:
    places = _digits(text)
    pairs = [(i, j) for i, j in pairwise(places) if text[i] != text[j]]
    if not pairs:
        return text
    i, j = pairs[int(rng.integers(len(pairs)))]
    letters = list(text)
    letters[i], letters[j] = letters[j], letters[i]
    return "".join(letters)


def _digit_drop(text: str, rng: Generator) -> str:
    places = _digits(text)
    i = int(rng.choice(places))
    return text[:i] + text[i + 1 :] if len(places) > 1 else text


def _decimal_shift(text: str, _: Generator) -> str:
    head, point, tail = text.partition(".")
    if not point or not tail[:1].isdigit():
        return text
    return f"{head}{tail[0]}.{tail[1:]}" if len(tail.rstrip("%")) > 1 else f"{head}{tail}"


def _percent_scale(text: str, _: Generator) -> str:
    value = Printed(text).value
    return text if value is None or "." not in text or abs(value) >= 1 or text[0] in "<>" else f"{100 * value:.1f}"


def _sign_flip(text: str, _: Generator) -> str:
    return text[1:] if text.startswith("-") else text if text[0] in "<>" else f"-{text}"


def _count_off(text: str, rng: Generator) -> str:
    return str(max(0, int(text) + int(rng.choice([-3, -2, -1, 1, 2, 3])))) if text.isdigit() else text


def _wrong_stars(text: str, rng: Generator) -> str:
    return str(rng.choice([s for s in ("", "*", "**", "***") if s != text]))


def _verdict(text: str, _: Generator) -> str:
    return {"supported": "not supported", "not supported": "supported"}.get(text, text)


KINDS = {
    "last-digit": _last_digit,
    "digit-change": _digit_change,
    "digit-swap": _digit_swap,
    "digit-drop": _digit_drop,
    "decimal-shift": _decimal_shift,
    "percent-scale": _percent_scale,
    "sign-flip": _sign_flip,
    "count-off": _count_off,
    "wrong-stars": _wrong_stars,
    "verdict-flipped": _verdict,
}
_ONLY = {"count-off": _COUNTS, "wrong-stars": {"stars"}, "verdict-flipped": {"verdict"}}


def typo(report: dict, kind: str, rng: Generator) -> tuple[str, str, str, dict] | None:
    """(pointer, before, after, changed report); None where the report has no cell for this kind of slip."""
    only = _ONLY.get(kind)
    numeric = [c for c in cells(report) if (c[1] in only if only else _numeric(c[1], c[2]))]
    for _ in range(8):
        if not numeric:
            return None
        at, _, text = numeric[int(rng.integers(len(numeric)))]
        after = KINDS[kind](text, rng)
        if after != text and (only or Printed(after).value != Printed(text).value):
            return at, text, after, put(report, at, after)
    return None


def _numeric(key: str, text: str) -> bool:
    return key not in _COUNTS and key not in ("stars", "verdict", "mediation") and Printed(text).value is not None
