"""Dates as sources write them, as ISO text of the precision that was given: `2023-12-29`, `2023-12`, `2023`.

ISO text of mixed precision compares as text, so a notice known only by its year counts from the first day of that
year: the reader is warned early, never late.
"""

import re
from collections.abc import Mapping
from datetime import date

from evidence.errors import InputError

__all__ = ["day", "parse", "year_of"]

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d.*)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[T ]\d.*)?")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: i + 1 for i, name in enumerate(_NAMES)}
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?,?)?\s+(\d{4})")
_YEAR_WORDS = re.compile(r"(\d{4})[\s-]+([A-Za-z]{3,9})\.?(?:[\s-]+(\d{1,2})?.*)?")
_CENTURY = 50  # two-digit years below it are of this century


def parse(value: object) -> str | None:
    """The date a source gives, or None where it gives none that can be one.

    Reads ISO, month/day/year with or without a time (day/month where the first cannot be a month), `29 December 2023`,
    `2023 Dec 29`, and Crossref's `date-parts`.

    >>> parse("12/29/2023 0:00"), parse({"date-parts": [[2022, 3]]}), parse("0/0/0000")
    ('2023-12-29', '2022-03', None)
    """
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool):
        return _iso(value)
    if isinstance(value, Mapping):
        return _parts(value.get("date-parts")) or parse(value.get("date-time"))
    if not isinstance(value, str):
        return None
    text = value.strip()
    if found := _ISO.fullmatch(text):
        return _iso(*(int(part) for part in found.groups() if part))
    if found := _MONTH_FIRST.fullmatch(text):
        first, second, year = (int(part) for part in found.groups())
        if year < 100:
            year += 2000 if year < _CENTURY else 1900
        return _iso(year, first, second) or _iso(year, second, first)
    if found := _WORDS.fullmatch(text):
        month = _MONTHS.get(found[2][:3].lower())
        return _named(int(found[4]), month, found[1] or found[3])
    if found := _YEAR_WORDS.fullmatch(text):
        return _named(int(found[1]), _MONTHS.get(found[2][:3].lower()), found[3]) or _iso(int(found[1]))
    return None


def _named(year: int, month: int | None, day_of_month: str | None) -> str | None:
    if month is None:
        return None
    return _iso(year, month, int(day_of_month)) if day_of_month else _iso(year, month)


def _parts(parts: object) -> str | None:
    """Crossref's `date-parts`: a list of lists of numbers, shorter where less is known."""
    while isinstance(parts, list | tuple) and parts and isinstance(parts[0], list | tuple):
        parts = parts[0]
    if not isinstance(parts, list | tuple):
        return None
    numbers = []
    for part in parts[:3]:
        if isinstance(part, bool) or not str(part).isdecimal():
            break
        numbers.append(int(part))
    return _iso(*numbers) if numbers else None


def _iso(year: int, month: int | None = None, day_of_month: int | None = None) -> str | None:
    try:
        full = date(year, 1 if month is None else month, 1 if day_of_month is None else day_of_month)
    except ValueError:
        return None
    if year < 1600:  # before the first journal: a counter or a typing error, not a year
        return None
    return full.isoformat()[: 10 if day_of_month else 7 if month else 4]


def day(text: str | None) -> str | None:
    """The `as of` date a person asked for, refused where it is none."""
    if text is None:
        return None
    found = parse(text)
    if found is None:
        raise InputError(f"'{text:.40}' is not a date", where="as of", todo="write it as 2025-12-31")
    return found


def year_of(value: object) -> int | None:
    """The year in a date, a year or a number, or None."""
    found = parse(value) or (
        parse(m[0]) if isinstance(value, str) and (m := re.search(r"\b(1[6-9]|20)\d\d\b", value)) else None
    )
    return int(found[:4]) if found else None
