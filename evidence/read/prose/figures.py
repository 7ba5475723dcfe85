"""How numbers are printed in running text: signs, operators, bounds, percentages."""

import re

from evidence.records import Printed

__all__ = ["NUMBER", "OPERATOR", "printed", "scaled"]

MINUS = r"[-−–‒‑﹣－]"
NUMBER = rf"{MINUS}?\s?(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\s?\d+)?|\.\d+)"
OPERATOR = r"(?:<=|>=|[=<>≤≥≈]|\bequals?\b|\bof\b|\bis\b|\bwas\b|\bare\b|\bwere\b|:)"


_MINUS_FIRST = re.compile(rf"^{MINUS}\s*")
_POINT_APART = re.compile(r"(?<=\d)\.\s+(?=\d)")


def printed(text: str) -> Printed | None:
    """The digits as printed, with a plain minus and without the spaces a converter left inside.

    >>> printed("− 0. 21")
    '-0.21'
    """
    plain = _MINUS_FIRST.sub("-", text.strip())
    plain = _POINT_APART.sub(".", plain).replace(" ", "")
    number = Printed(plain)
    return number if number.parsed is not None else None


def scaled(text: str) -> Printed | None:
    """A coefficient printed on a percent scale (`31`, `88%`) on the scale it is meant in (`.31`, `.88`).

    >>> scaled("88%"), scaled("7"), scaled("2")
    ('.88', '.07', '.02')
    """
    digits = text.strip().rstrip("%").strip()
    match = re.fullmatch(r"(-?)(\d{1,2})", digits)
    return Printed(f"{match[1]}.{int(match[2]):02}") if match else None
