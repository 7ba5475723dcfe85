"""Relations that the words leave open, `joy was related to salt`, lead as all else in the paper does."""

from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.reconcile.vocabulary import Vocabulary
from evidence.records import Hypothesis, Path

__all__ = ["turned"]


def turned(
    text: tuple[Found[Path], ...],
    tables: list[Found[Path]],
    hypotheses: list[Found[Hypothesis]],
    words: Vocabulary,
) -> tuple[Found[Path], ...]:
    """Effects that only the text tells, with their ends exchanged, where all else in the paper leads the other way."""
    drawn = {_ends(x.value.from_, x.value.to, words) for x in tables}
    known = drawn | {_ends(h.value.from_, h.value.to, words) for h in hypotheses if h.value.from_ and h.value.to}

    def led(found: Found[Path]) -> Found[Path]:
        path = found.value
        there = _ends(path.from_, path.to, words)
        if not found.either_way or path.via or path.hypothesis:
            return found
        if there in known or there[::-1] not in known:
            return found
        if any(_ends(x.value.from_, x.value.to, words) == there[::-1] and _elsewhere(x, found) for x in text):
            return found
        return replace(found, value=replace(path, from_=path.to, to=path.from_))

    return tuple(map(led, text))


def _elsewhere(one: Found[Path], other: Found[Path]) -> bool:
    """Whether two effects are no two readings of the same figures."""
    return not set(one.spans.values()) & set(other.spans.values())


def _ends(start: str | None, end: str | None, words: Vocabulary) -> tuple[str, str]:
    return words.find(start) or start or "", words.find(end) or end or ""
