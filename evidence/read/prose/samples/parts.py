"""Numbers of one sentence that belong together: what some came of, groups, and the whole that they add up to."""

# ruff: noqa: E501 - a pattern is read whole

import re

from evidence.read.prose.lowered import at_words
from evidence.read.prose.samples.counts import Count
from evidence.read.prose.samples.fates import ASKED, BASE, COLLECTED, PART, SAMPLE, Role

__all__ = ["FEWEST", "JOINED", "OUT_OF", "PLACED", "named_apart", "of_which", "wholes"]

FEWEST = 20  # fewer are no sample of a survey
_MOST = 12  # numbers in a sentence; where more stand it is a list of data
OUT_OF = re.compile(
    r"\s*(?P<comma>,)?\s*(?:\w+\s+)?(?:out\s+)?of\s+(?:the|all|these|those|our|a|total|of|originally|initially|some|about|\s)*"
)
_OF_WHICH = re.compile(r"\s*\b(?:out\s+)?of\s+(?:which|whom|these|them|those)\b")
JOINED = re.compile(r"\s*(?:,\s*)?(?:and|as\s+well\s+as|&|plus|,|versus|vs\.?)\s+(?:another\s+|the\s+|their\s+)?$")
_SHARING = re.compile(r"(?:\s+[\w-]+){0,3}\s+(?:and|versus|vs\.?|or)\s+")
_IN_ALL = re.compile(
    at_words(r"\b(?:altogether|in\s+(?:all|total|sum)|total(?:l?ing)?|together|overall|combined|pooled)\b")
)
_BOTH = re.compile(
    at_words(
        r"\b(?:across|over|in|from|of)\s+(?:(?:the\s+|all\s+)?(?:two|three|four|five)|both|all)\s+(?:studies|samples|experiments)\b"
    )
)
_OF_SAMPLE = re.compile(r"\b(?:[Ss]ample|[Pp]articipants|[Ss]urvey)\s*[\[(]\s*[Nn]\s*=\s*$")
PLACED = re.compile(r"\s*(?:in|on|by|from|at|with|for|via|online|as|to|during|through)\b")
_GAPPED = re.compile(r"[^\d;:]{0,45}\b(?:and|but|versus)\s+")


def of_which(
    plain: str, one: Count, other: Count, first: Role | None, second: Role | None
) -> tuple[Role | None, Role | None]:
    """`431 replies, 384 of which were complete`: the first is what the second came of."""
    between = plain[one.after if one.kind != "alone" else one.end : other.start]
    if OUT_OF.fullmatch(between):
        if second is not None and second.name == "analysed" and "valid" in other.words:
            return PART, second
        return first, second if second == ASKED else Role("collected", 0)
    if first is None or not first.weight:
        return first, second
    linked = _OF_WHICH.search(between) or _OF_WHICH.match(plain, other.after)
    if linked and second is not None and second.name in ("analysed", "answered") and other.value < one.value:
        return (first if second.name == "answered" and first.name == "analysed" else COLLECTED), second
    return first, second


def named_apart(text: str, found: list[Count], roles: list[Role | None]) -> None:
    """Of several `n =` in a sentence the capital one is the whole; else all are groups."""
    named = [i for i, c in enumerate(found) if c.equals == "n" and roles[i] is not None and roles[i].name == "sample"]  # type: ignore[union-attr]
    capital = [i for i in named if re.search(r"N\s*=\s*$", text[: found[i].start])]
    whole = capital if len({found[i].value for i in capital}) == 1 else []
    if not whole and named:
        largest = max(named, key=lambda i: found[i].value)
        whole = [largest] if _OF_SAMPLE.search(text[: found[largest].start]) else []
    several = len({found[i].value for i in named}) > 1
    larger = max((c.value for c in found if c.kind in ("people", "forms", "others") and not c.equals), default=0)
    for i in named:
        if (several and i not in whole) or (i not in capital and found[i].value < larger):
            roles[i] = PART


def wholes(lower: str, found: list[Count], roles: list[Role | None]) -> None:
    """`288 students and 178 teachers, 466 persons altogether`: the sum is the sample; equals without a sum are its parts."""
    if len(found) > _MOST or _summed(lower, found, roles):
        return
    if _BOTH.search(lower) and _IN_ALL.search(lower):
        i = max(range(len(found)), key=lambda i: found[i].value)
        role = roles[i]
        if role is not None and role.weight > BASE.weight:
            roles[i] = Role("total", 12)
        return
    for i in range(1, len(found)):
        if _led(lower, found, roles, i):
            continue
        if _peers(lower, found[i - 1], found[i], roles[i - 1], roles[i]):
            roles[i - 1] = roles[i] = PART


def _summed(lower: str, found: list[Count], roles: list[Role | None]) -> bool:
    """Makes the sum of some numbers the whole, and these its parts."""
    open_ones = [
        i for i, role in enumerate(roles) if found[i].value >= FEWEST and (role is None or role.name in _WHOLE)
    ]
    values = [found[i].value for i in open_ones]
    for at, i in enumerate(open_ones):
        for a in range(len(values)):
            for b in range(a + 2, len(values) + 1):
                if a <= at < b or sum(values[a:b]) != values[at]:
                    continue
                whole, parts = roles[i], [roles[j] for j in open_ones[a:b]]
                best = max((r.weight for r in (*parts, whole) if r is not None), default=0.0)
                if best or _IN_ALL.search(lower):
                    name = "analysed" if whole is not None and whole.name == "analysed" else "total"
                    roles[i] = Role(name, max(best, SAMPLE.weight) + 1)
                    for j in open_ones[a:b]:
                        roles[j] = PART
                    return True
    return False


_WHOLE = ("analysed", "sample", "answered", "said", "part", "total")


def _led(lower: str, found: list[Count], roles: list[Role | None], i: int) -> bool:
    """`356 clerks and their 61 leaders`: the leaders of the sample are no part of it."""
    between = lower[found[i - 1].after : found[i].start]
    if not JOINED.fullmatch(between):
        return False
    for leaders, led in ((i, i - 1), (i - 1, i)):
        many = found[led].value > _EACH * found[leaders].value
        if many and (_LEADERS.match(found[leaders].noun) or (leaders == i and "their" in between)):
            roles[leaders] = PART
            return True
    return False


_EACH = 2  # those who are led, by each leader at least
_LEADERS = re.compile(r"(?:leaders|supervisors|managers|principals|heads|bosses|superiors)$")


def _peers(lower: str, one: Count, other: Count, first: Role | None, second: Role | None) -> bool:
    """Whether two numbers are groups of a whole that is not printed: `164 urban and 148 rural nurses`."""
    between = lower[one.after if one.kind != "alone" else one.end : other.start]
    if second is None or one.value == other.value:
        return False
    if one.kind == "alone" and _SHARING.fullmatch(between):
        return second.name != "analysed"
    if first is None or first.name not in ("sample", "answered", "said", "analysed"):
        return False
    if between.strip() != "," and JOINED.fullmatch(between):
        return first.name == second.name
    gapped = other.kind == "alone" and _GAPPED.fullmatch(between) is not None and PLACED.match(lower, other.after)
    return bool(gapped) and "of " not in between and second.name in ("answered", "said", first.name)
