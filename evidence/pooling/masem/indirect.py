"""The indirect effects of a path model, written as lavaan would want them: every way of two steps or more.

The effect along a way is the product of its paths; ways between the same two variables are also summed.
"""

from dataclasses import replace
from itertools import pairwise

from .syntax import PathModel, Term, parse_model

__all__ = ["ways_of", "with_indirect_effects"]

MOST = 60  # ways; a model with more is asked about by naming the effects of interest


def with_indirect_effects(text: str) -> str:
    """The model with labels on its paths and a definition for each indirect effect; unchanged where it defines some.

    >>> print(with_indirect_effects("m ~ x; y ~ m"))
    m ~ p1*x
    y ~ p2*m
    x_m_y := p1*p2
    """
    model = parse_model(text)
    paths = [term for term in model.terms if term.op == "~"]
    if model.defined or not paths:
        return text
    labelled, names = _labelled(model, paths)
    ways = _ways(names)
    if not ways or len(ways) > MOST:
        return text
    lines = [_line(term) for term in labelled]
    totals: dict[tuple[str, str], list[str]] = {}
    for way in ways:
        product = "*".join(names[pair] for pair in pairwise(way))
        lines.append(f"{'_'.join(way)} := {product}")
        totals.setdefault((way[0], way[-1]), []).append(product)
    lines += [f"{_sum_name(*ends)} := {' + '.join(each)}" for ends, each in totals.items() if len(each) > 1]
    return "\n".join(lines)


def ways_of(text: str) -> dict[str, tuple[str, ...]]:
    """The variables that each effect named by `with_indirect_effects` passes; of a sum of effects, its two ends.

    >>> ways_of("m ~ x; y ~ m")
    {'x_m_y': ('x', 'm', 'y'), 'x_to_y_indirect': ('x', 'y')}
    """
    model = parse_model(text)
    if model.defined:
        return {}
    ways = _ways(_labelled(model, [term for term in model.terms if term.op == "~"])[1])
    return {"_".join(way): way for way in ways} | {_sum_name(w[0], w[-1]): (w[0], w[-1]) for w in ways}


def _sum_name(first: str, last: str) -> str:
    return f"{first}_to_{last}_indirect"


def _labelled(model: PathModel, paths: list[Term]) -> tuple[list[Term], dict[tuple[str, str], str]]:
    taken = {term.label for term in model.terms}
    fresh = (f"p{i}" for i in range(1, 10_000) if f"p{i}" not in taken)
    terms, names = [], {}
    for term in model.terms:
        if term in paths:
            if term.fixed is None and term.label is None:
                term = replace(term, label=next(fresh))
            names[(term.rhs, term.lhs)] = term.label or f"{term.fixed:.15g}"
        terms.append(term)
    return terms, names


def _ways(names: dict[tuple[str, str], str]) -> list[tuple[str, ...]]:
    """Every way of two steps or more that passes no variable twice."""
    found: list[tuple[str, ...]] = []
    open_: list[tuple[str, ...]] = list(names)
    while open_ and len(found) <= MOST:
        way = open_.pop(0)
        if len(way) > 2:
            found.append(way)
        open_ += [(*way, b) for a, b in names if a == way[-1] and b not in way]
    return found


def _line(term: Term) -> str:
    modifiers = [term.label] if term.label else []
    if term.fixed is not None:
        modifiers = [f"{term.fixed:.15g}"]
    elif term.start is not None:
        modifiers.append(f"start({term.start:.15g})")
    return f"{term.lhs} {term.op} {'*'.join([*modifiers, term.rhs])}"
