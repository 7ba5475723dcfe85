"""Items under the heading of another construct, whose own was lost where a page ended: `CS1` is no item of STS."""

import re
from dataclasses import replace

from evidence.read.partial import Found
from evidence.read.reconcile.vocabulary import Vocabulary, key_of
from evidence.records import Construct

__all__ = ["by_code"]

_CODE = re.compile(r"(?P<short>[A-Z][A-Za-z]+?)[ _-]?\d{1,2}")
_FEWEST = 2  # items of the construct without a heading


def by_code(tables: tuple[Found[Construct], ...], words: Vocabulary) -> list[Found[Construct]]:
    """The constructs; a second list of items under one name, all coded as another construct's, is that one's."""
    kept: list[Found[Construct]] = []
    coded: set[tuple[str, str]] = set()  # tables and constructs that have items of their own code above
    for found in tables:
        shorts = _shorts(found)
        name, whose = key_of(found.value.name), words.short.get(shorts[0]) if len(set(shorts)) == 1 else None
        if whose and key_of(whose) == name:
            coded.add((found.where, name))
        elif whose and len(shorts) >= _FEWEST and (found.where, name) in coded:
            value = Construct(whose, shorts[0], group=found.value.group, model=found.value.model)
            spans = {key: span for key, span in found.spans.items() if key.startswith("loadings/")}
            found = replace(found, value=replace(value, loadings=found.value.loadings), spans=spans)
        kept.append(found)
    return kept


def _shorts(found: Found[Construct]) -> list[str]:
    """The letters of the items' codes; none where an item has another name."""
    codes = [_CODE.fullmatch(loading.item or "") for loading in found.value.loadings]
    return [code["short"] for code in codes if code] if all(codes) else []
