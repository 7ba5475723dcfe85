"""Random records: every field of the layout, from the dataclasses themselves, so a new field is tested at once."""

import types
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from evidence.records import Printed, Record
from evidence.records.places import numbers

__all__ = ["labels", "placed_records", "printed", "records"]

labels = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@st.composite
def printed(draw: st.DrawFn) -> Printed:
    """A number as papers print them: .93  −0.5  <.001  62%  1,234  0,93."""
    decimals = draw(st.integers(0, 4))
    digits = str(draw(st.integers(0, 99_999))).rjust(decimals + 1, "0")
    whole, fraction = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    if whole == "0" and fraction and draw(st.booleans()):
        whole = ""
    text = whole + ("." + fraction if fraction else "")
    sign = draw(st.sampled_from(["", "", "-", "−", "–"]))
    operator = draw(st.sampled_from(["", "", "", "<", ">", "≤", ">=", "= "]))
    return Printed(operator + sign + text + draw(st.sampled_from(["", "", "", "%"])))


@cache
def of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of an annotated type of the layout."""
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        kept = [f for f in fields(hint) if f.metadata.get("json", True)]
        required = {f.name: of(hints[f.name]) for f in kept if f.default is MISSING and f.default_factory is MISSING}
        optional = {f.name: of(hints[f.name]) for f in kept if f.name not in required}
        return st.fixed_dictionaries(required, optional=optional).map(lambda given: hint(**given))
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(*(of(a) for a in args))
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple and Ellipsis in args:
        return st.lists(of(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(of(a) for a in args))
    if origin is dict:
        return st.dictionaries(labels, of(args[1]), max_size=2)
    return {
        Printed: printed(),
        str: labels,
        int: st.integers(0, 10_000),
        bool: st.booleans(),
        float: st.floats(0, 1),
        type(None): st.none(),
    }[hint]


records: st.SearchStrategy[Record] = of(Record)


@st.composite
def placed_records(draw: st.DrawFn) -> Record:
    """Records as a coder writes them: every number has a place, and no place points at nothing."""
    record = replace(draw(records), cells={}, pages={}, confidence={})
    return replace(record, spans={pointer: (i, i + 4) for i, (pointer, _) in enumerate(numbers(record))})
