"""Columns of a mediation by the letters of its paths: a (to the mediator), b (from it), c, c′ and a × b."""

# ruff: noqa: E501 - a pattern is read whole

from evidence.read.late import late
from evidence.read.tables.columns import Column
from evidence.read.tables.header import words_of
from evidence.read.tables.view import View

__all__ = ["lettered"]

_X = r"(?:x|ivs?|independent(?: variables?)?|predictors?)"
_M = r"(?:m|mv|med|mediators?)"
_Y = r"(?:y|dvs?|dependent(?: variables?)?|outcomes?|criterion)"


def _named(letter: str, source: str, target: str, more: str = "") -> str:
    """`Path a`, `a-path`, `a (X → M)`, `X → M (a)`, `Effect of IV on M (a)`."""
    arrow = rf"{source} ?(?:→|[-–—]*>|[-–—]| to | on ) ?{target}"
    effect = rf"(?:effects? of )?(?:the )?{source} on (?:the )?{target}"
    path = rf"(?:(?:path|effect)s?[ -]?)?\(?{letter}\)?(?:[ -](?:path|effect|coefficient)s?)?"
    return rf"(?:{path}(?:[ :]*[(\[]? ?(?:{arrow}|{effect}) ?[)\]]?)?|(?:{arrow}|{effect})(?: ?[(\[]? ?{path} ?[)\]]?)?{more})"


_LETTERS = {
    name: late(expression)
    for name, expression in {
        "a": _named("a", _X, _M),
        "b": _named("b", _M, _Y),
        "direct": _named("c ?['’′´`]", _X, _Y, r"|(?:standardi[sz]ed )?direct effects?(?: ?[(\[].*[)\]])?"),
        "total": _named("c", _X, _Y, r"|(?:standardi[sz]ed )?total effects?(?: ?[(\[].*[)\]])?"),
        "indirect": r"(?:(?:indirect|mediat\w+) effects?(?: ?[(\[].*[)\]])?|\(?a ?[×x*·∙]? ?b\)?(?:[ -](?:path|effect)s?)?)",
    }.items()
}


def lettered(view: View) -> dict[str, Column]:
    """The columns of a mediation's paths by their letters; empty where it does not print a, b and a third.

    Columns called A, B and C may be anything: then one of them has to say more, or the third to be c′ or a × b.
    """
    if "lettered" not in view.worked_out:
        view.worked_out["lettered"] = _lettered(view)
    found: dict[str, Column] = view.worked_out["lettered"]
    return found


def _lettered(view: View) -> dict[str, Column]:
    found: dict[str, Column] = {}
    for column in view.panel.columns:
        words = words_of(column.words[-1]) if column.words and column.kind == "number" else ""
        name = next((n for n, pattern in _LETTERS.items() if words and pattern.fullmatch(words)), None)
        if name:
            found.setdefault(name, column)
    bare = all(len(c.words[-1].strip()) == 1 for c in found.values())
    return found if {"a", "b"} < set(found) and not bare else {}
