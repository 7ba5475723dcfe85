"""The number on which all claims agree: what was left of those who answered, or the share that was returned."""

from collections import defaultdict
from dataclasses import replace
from itertools import combinations

from evidence.read.prose.samples.claims import FEWEST, Claim
from evidence.records import Printed

__all__ = ["weighed"]

_LEFT_OVER = 3.0  # added when the number is what is left of an earlier one after those who were dropped
_AGAIN, _MOST_TIMES = 0.8, 3  # added for each further time that a number is said
_SENT = 6.0  # taken from a number that was asked
_LATER = 1.0  # added to the last of several stages
_MOST_LOST = 2  # of those called valid, a later stage keeps the larger part
_CLEAR = 0.75  # by how much the likeliest must be ahead
_OF_A_STUDY = 4.0  # the weight from which a number may be the size of a study of several
_LEAST = 2.4


def weighed(claims: list[Claim], rate: Printed | None) -> tuple[Claim | None, list[Claim]]:
    """The claim of the number analysed, where one is likelier than all others, and the claims as understood."""
    left, before = _left_over(claims)
    last = _last(claims)
    wholes = _of_parts(claims)
    scores: dict[int, float] = {}
    for value in {c.value for c in claims if c.weight > 0 and c.value >= FEWEST}:
        own = [c for c in claims if c.value == value]
        said = [c for c in own if c.weight > 0]
        scores[value] = (
            max(c.weight for c in said)
            + _AGAIN * min(len(said) - 1, _MOST_TIMES)
            + (_LEFT_OVER if value in left else 0)
            + (_LATER if value in last else 0)
            - (_LEFT_OVER if value in before and value not in left else 0)
            - (_SENT if any(c.role in ("asked", "dropped", "refused") for c in own) else 0)
        )
    for whole, two in wholes.items():
        if whole in scores:
            scores[whole] = max(scores[whole], *(scores[part] + _LATER for part in two))
    order = sorted(scores, key=lambda value: (-scores[value], value))
    if not order or scores[order[0]] < _LEAST:
        return None, claims
    first = order[0]
    if rate:
        first, claims = _rated(first, order, rate, claims)
    elif _is_open(first, order[1:], scores):
        return None, claims
    if _loses_some(first, claims, left):
        return None, claims
    if not _of_one_study(first, claims):
        return None, claims
    own = [c for c in claims if c.value == first and c.weight > 0]
    return max(own, key=lambda c: c.weight), claims


def _left_over(claims: list[Claim]) -> tuple[set[int], set[int]]:
    """The numbers that an earlier one of their paragraph less those dropped comes to, and those earlier ones."""
    left: set[int] = set()
    before: set[int] = set()
    paragraphs: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        paragraphs[claim.passage].append(claim)
    for passage, told in paragraphs.items():
        dropped = [c.value for c in told if c.role in ("dropped", "refused")]
        if passage < 0 or not dropped:
            continue
        losses = {sum(dropped[a:b]) for a in range(len(dropped)) for b in range(a + 1, len(dropped) + 1)}
        kept = {c.value for c in told if c.role not in ("dropped", "refused") and c.value >= FEWEST}
        for whole in kept:
            for rest in kept:
                if whole - rest in losses:
                    left.add(rest)
                    before.add(whole)
    return left, before


def _of_parts(claims: list[Claim]) -> dict[int, tuple[int, int]]:
    """The totals of two samples that were each analysed, `312 in Brazil` and `274 in Portugal`, with those two."""
    analysed = sorted({c.value for c in claims if c.role in _KEPT and c.weight > 0 and c.value >= FEWEST})
    told = {c.value for c in claims if c.weight > 0}
    return {a + b: (a, b) for a, b in combinations(analysed, 2) if a + b in told and a * _PART >= b}


_KEPT = frozenset({"analysed", "answered"})
_PART = 4  # a sample that is smaller than the other by more is rather one of those who were dropped


def _last(claims: list[Claim]) -> set[int]:
    """The last of each paragraph's ever smaller numbers that are called analysed."""
    found: set[int] = set()
    for passage in {c.passage for c in claims if c.passage >= 0}:
        told = [c.value for c in claims if c.passage == passage and c.role == "analysed" and c.weight > 0]
        if len(set(told)) > 1 and told == sorted(told, reverse=True) and told[-1] * _MOST_LOST > told[0]:
            found.add(told[-1])
    return found


def _rated(first: int, order: list[int], rate: Printed, claims: list[Claim]) -> tuple[int, list[Claim]]:
    """A size that is the printed rate of return of another was analysed, and the other asked."""
    parts = [v for v in order if is_share(v, first, rate)]
    if parts and not any(c.value == first and c.role == "analysed" for c in claims):
        return parts[0], [replace(c, role="asked") if c.value == first else c for c in claims]
    named = {c.value for c in claims if c.role in ("asked", "collected", "dropped")}
    whole = next((c.value for c in claims if c.value not in named and is_share(first, c.value, rate)), None)
    return first, [replace(c, role="asked", weight=max(c.weight, 1)) if c.value == whole else c for c in claims]


def is_share(part: int, whole: int, rate: Printed) -> bool:
    """Whether one size is the printed share of another, as rounded: 143 is 11.8 % of 1,210.

    >>> is_share(143, 1210, Printed("11.8")), is_share(150, 1210, Printed("11.8"))
    (True, False)
    """
    share = rate.parsed
    if share is None:
        return False
    return part < whole and whole * share.low / 100 - 0.5 <= part <= whole * share.high / 100 + 0.5


def _is_open(first: int, rest: list[int], scores: dict[int, float]) -> bool:
    """Whether another number is as likely: two samples, or two stages that the words do not tell apart."""
    for value in rest:
        if scores[first] - scores[value] >= _CLEAR:
            return False
        if not _sums(first, value, scores):
            return True
    return False


_COMPLETED = 8.5  # the weight of those who completed it, of whom some may be dropped all the same


def _loses_some(first: int, claims: list[Claim], left: set[int]) -> bool:
    """Whether some of the likeliest were dropped, and no word says that it is what was left."""
    own = [c for c in claims if c.value == first and c.weight > 0]
    if first in left or any(c.role not in ("collected", "answered", "said") and c.weight > _COMPLETED for c in own):
        return False
    after: dict[int, int] = {}
    for claim in own:
        after[claim.passage] = min(claim.span[0], after.get(claim.passage, claim.span[0]))
    return any(
        c.role == "dropped" and c.passage in after and c.value < first and c.span[0] > after[c.passage] for c in claims
    )


def _sums(first: int, value: int, scores: dict[int, float]) -> bool:
    return value < first and (first - value) in scores


def _of_one_study(first: int, claims: list[Claim]) -> bool:
    """A paper of several studies, or waves, has one size only where their total, or what was analysed, is printed."""
    for wave in (False, True):
        best: dict[str, int] = {}
        told = [c for c in claims if c.study and "+" not in c.study and c.study.startswith("wave") == wave]
        for claim in sorted(told, key=lambda c: -c.weight):
            if claim.weight >= _OF_A_STUDY:
                best.setdefault(claim.study, claim.value)
        sizes = set(best.values())
        if len(sizes) < 2 or first == sum(best.values()) or first not in sizes:
            continue
        if not wave or not any(
            c.value == first and c.role in ("analysed", "sample", "total") and not c.study for c in claims
        ):
            return wave and any(c.value == first and c.role == "analysed" for c in claims)
    return True
