"""An item's loading on its own construct against those on the others."""

import re
from collections.abc import Iterator
from functools import partial

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Level, Missing, Relation
from evidence.checks.sheet import Sheet

__all__ = ["CHECKS"]

_CLAIM = re.compile(
    r"cross-?\s?load.*(high|great|larg|strong|exceed|above|more|own)|(high|great|larg|strong|exceed|above|more).*cross-?\s?load",
    re.IGNORECASE | re.DOTALL,
)


def _largest(own: Interval, other: Interval, name: str, level: Level) -> Conflict | None:
    here, there = abs(own), abs(other)
    if here.hi >= there.lo:
        return None
    tail = ", though the opposite is claimed" if level == "error" else ""
    message = f"the item loads {own} on its own construct and {other} on {name}{tail}"
    return Conflict(level, message, str(own), f">= {there.lo:.4g}")


def _relations(sheet: Sheet) -> Iterator[Relation | Missing]:
    claimed = any(_CLAIM.search(c.says("quote")) for c in sheet.rows("claims"))
    level: Level = "error" if claimed else "note"
    for row in sheet.loadings():
        own, cross = row("loading"), row.sub("cross")
        if not cross.raw:
            continue
        if own is None:
            yield Missing(row.at, "the loading on its own construct")
            continue
        for name in cross.raw:
            if other := cross(name):
                yield Relation(row.at, (own, other), partial(_largest, name=name, level=level), witness=False)


def _item(loading: str | None, **cross: str) -> dict[str, object]:
    return {"constructs": [{"name": "a", "loadings": [{"item": "a1", "loading": loading, "cross": cross}]}]}


CHECKS = (
    Check(
        id="loading-vs-crossloading",
        title="an item loads higher on another construct",
        section=4,
        formula="|own loading| >= |loading on any other construct|",
        reference="Chin 1998, ISBN 978-0-8058-2677-7, pp. 295-336",
        needs="the loading of an item on its own construct and on another",
        relations=_relations,
        passes=(_item(".81", b=".40", c="-.62"), _item(".62", b=".62")),
        fails=(
            _item(".55", b=".64"),  # a note: not claimed
            {**_item(".55", b=".64"), "claims": [{"quote": "each loading is larger than its cross-loadings"}]},
        ),
        silent=(_item(".55"), _item(None, b=".64")),
        avoids="signs; an order that is not claimed is a note",
    ),
)
