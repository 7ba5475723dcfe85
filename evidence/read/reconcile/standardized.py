"""Unstandardized weights in one table and standardized ones in the next, as Amos prints them: one path has both."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.reconcile.vocabulary import Vocabulary, key_of
from evidence.records import Path

__all__ = ["with_standardized"]

_FEWEST = 3  # paths that two tables share
_BESIDE = ("b", "se", "stat", "ci_lo", "ci_hi")
_Key = tuple[str, str, str, str, str]


def with_standardized(paths: Sequence[Found[Path]], words: Vocabulary) -> list[Found[Path]]:
    """The paths of a table of B with the β that another table gives for just these."""
    tables: dict[str, list[int]] = defaultdict(list)
    for i, found in enumerate(paths):
        tables[found.where].append(i)
    made, gone = list(paths), set[int]()
    for bare in tables.values():
        if not all(_is_bare(paths[i]) for i in bare) or len(bare) < _FEWEST:
            continue
        keys = {_key(paths[i], words): i for i in bare}
        for full in tables.values():
            twins = {keys[k]: j for j in full if (k := _key(paths[j], words)) in keys and j not in bare}
            fits = len(twins) == len(bare) == len(keys) and all(_agree(paths[i], paths[j]) for i, j in twins.items())
            if fits and not gone & {*twins, *twins.values()}:
                for i, j in twins.items():
                    made[j] = _both(made[j], paths[i])
                gone |= set(twins)
                break
    return [found for i, found in enumerate(made) if i not in gone]


def _is_bare(found: Found[Path]) -> bool:
    """A coefficient and nothing else."""
    return found.value.beta is not None and not any(getattr(found.value, name) for name in _BESIDE)


def _key(found: Found[Path], words: Vocabulary) -> _Key:
    one = found.value
    start, end = (key_of(words.find(name) or name) for name in (one.from_, one.to))
    return start, end, one.via or "", one.group or "", str(one.effect)


def _agree(bare: Found[Path], full: Found[Path]) -> bool:
    """Whether a weight has no standardized twin yet, and the sign of this one."""
    one, other = (x.parsed if x else None for x in (bare.value.beta, full.value.b))
    return full.value.beta is None and one is not None and other is not None and one.value * other.value >= 0


def _both(full: Found[Path], bare: Found[Path]) -> Found[Path]:
    spans = {"beta": bare.spans["beta"]} if "beta" in bare.spans else {}
    return replace(full, value=replace(full.value, beta=bare.value.beta), spans={**full.spans, **spans})
