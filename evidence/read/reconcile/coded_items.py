"""Items under the heading of another construct, whose own was lost where a page ended: `CS1` is no item of STS."""

import re
from collections import Counter
from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.reconcile.vocabulary import Vocabulary, key_of
from evidence.records import Construct

__all__ = ["by_code"]

_CODE = re.compile(r"(?P<short>[A-Z][A-Za-z]+?)[ _-]?\d{1,2}")
_FEWEST = 2  # items that a construct has of its own, and that another has among them


def by_code(tables: tuple[Found[Construct], ...], words: Vocabulary) -> list[Found[Construct]]:
    """The constructs with the items of their short names; items named by another short name are that one's."""
    kept: list[Found[Construct]] = []
    coded: set[str] = set()  # constructs that have items of their own code
    for found in tables:
        shorts = _shorts(found)
        whose = {short: words.short.get(short) for short in shorts}
        own = {short for short, name in whose.items() if name and key_of(name) == key_of(found.value.name)}
        if len(own) != 1 and not (shorts and not own and key_of(found.value.name) in coded):
            kept.append(found)
            continue
        coded.add(key_of(found.value.name))
        counts = Counter(shorts)
        if not all(whose.values()) or min(counts.values()) < _FEWEST or set(counts) == own:
            kept.append(found)
            continue
        kept += [_of(found, short, whose[short] or "", shorts, short in own) for short in counts]
    return kept


def _shorts(found: Found[Construct]) -> list[str]:
    """The letters of the items' codes; none where an item has another name."""
    codes = [_CODE.fullmatch(loading.item or "") for loading in found.value.loadings]
    return [code["short"] for code in codes if code] if all(codes) else []


def _of(found: Found[Construct], short: str, name: str, shorts: list[str], own: bool) -> Found[Construct]:
    kept = [i for i, other in enumerate(shorts) if other == short]
    spans = {key: span for key, span in found.spans.items() if own and not key.startswith("loadings/")}
    for new, old in enumerate(kept):
        lead = f"loadings/{old}/"
        spans |= {f"loadings/{new}/{k[len(lead) :]}": span for k, span in found.spans.items() if k.startswith(lead)}
    value = found.value if own else Construct(name, short, group=found.value.group, model=found.value.model)
    return replace(found, value=replace(value, loadings=tuple(found.value.loadings[i] for i in kept)), spans=spans)
