"""Reads a path model written in lavaan syntax.

`y ~ a*x + z` regression, `f =~ x1 + x2` factor, `x ~~ z` covariance, `ind := a*b` defined quantity; `#` and `!` open a
comment, `;` or the end of a line closes a statement, an open line (ending in an operator or comma) goes on. A label
names a parameter; the same label twice makes two parameters equal; a number fixes one. Rosseel 2012, Journal of
Statistical Software 48(2).
"""

import ast
import math
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

from evidence.errors import InputError

__all__ = ["Defined", "PathModel", "Term", "evaluate", "names_in", "parse_model"]

OPERATOR = re.compile(r"=~|~~|:=|==|~|<-|\||<|>")
NAME = re.compile(r"[A-Za-z._][\w.]*$")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$")
START = re.compile(r"start\(\s*([^()]+?)\s*\)$")
SENTENCES = {
    "==": "constraints between parameters are not supported",
    "<": "bounds of parameters are not supported",
    ">": "bounds of parameters are not supported",
    "|": "thresholds are not supported",
    "<-": "this is not an operator of lavaan",
}


@dataclass(frozen=True)
class Term:
    """One parameter: `lhs op rhs`, its label, and the number it is fixed to or starts from."""

    lhs: str
    op: str
    rhs: str
    label: str | None = None
    fixed: float | None = None
    start: float | None = None

    @property
    def name(self) -> str:
        """The label, or `lhs op rhs` as lavaan prints it."""
        return self.label or f"{self.lhs}{self.op}{self.rhs}"


@dataclass(frozen=True)
class Defined:
    """A quantity computed from labelled parameters."""

    name: str
    expression: str


@dataclass(frozen=True)
class PathModel:
    """The terms and defined quantities of a model text, in the order in which they were written."""

    terms: tuple[Term, ...]
    defined: tuple[Defined, ...]

    @property
    def latents(self) -> tuple[str, ...]:
        """Variables measured by others (`=~`)."""
        return tuple(dict.fromkeys(t.lhs for t in self.terms if t.op == "=~"))

    @property
    def variables(self) -> tuple[str, ...]:
        """Every variable, latent ones last."""
        latents = self.latents
        named = dict.fromkeys(v for t in self.terms for v in (t.lhs, t.rhs))
        return (*(v for v in named if v not in latents), *latents)


def parse_model(text: str) -> PathModel:
    """Read a model, or refuse with the statement that could not be understood."""
    terms: dict[tuple[str, str, str], Term] = {}
    defined: list[Defined] = []
    for statement in _statements(text):
        found = OPERATOR.search(statement)
        if found is None:
            raise InputError("a statement without an operator", where=f"'{statement}'", todo="use =~, ~, ~~ or :=")
        sign = found.group()
        if sign in SENTENCES:
            raise InputError(SENTENCES[sign], where=f"'{statement}'", todo="use =~, ~, ~~ or :=")
        left, right = statement[: found.start()].strip(), statement[found.end() :].strip()
        if sign == ":=":
            defined.append(Defined(_name(left, statement), right))
            continue
        for lhs in left.split("+"):
            for piece in _split(right, "+", statement):
                _add(terms, _term(_name(lhs.strip(), statement), sign, piece, statement), statement)
    if not terms:
        raise InputError("the model is empty", todo="write at least one line such as y ~ x")
    _check_defined(terms, defined)
    return PathModel(tuple(terms.values()), tuple(defined))


def _statements(text: str) -> list[str]:
    """Comments taken out, open lines joined, statements apart."""
    pieces = [p for line in text.splitlines() for p in re.split(r"[#!]", line, maxsplit=1)[0].split(";")]
    joined: list[str] = []
    for piece in (p.strip() for p in pieces):
        if not piece:
            continue
        if joined and (re.search(r"[~+*=,:-]$", joined[-1]) or re.match(r"[+*)]", piece)):
            joined[-1] = f"{joined[-1]} {piece}"
        else:
            joined.append(piece)
    return joined


def _split(text: str, mark: str, statement: str) -> list[str]:
    """The parts between marks that stand outside parentheses."""
    parts, depth = [""], 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if character == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    parts = [p.strip() for p in parts]
    if depth or not all(parts):
        raise InputError("a statement that is not complete", where=f"'{statement}'", todo="look for a missing term")
    return parts


def _name(text: str, statement: str) -> str:
    if not NAME.match(text):
        raise InputError(f"'{text}' is not the name of a variable", where=f"'{statement}'")
    return text


def _term(lhs: str, sign: str, piece: str, statement: str) -> Term:
    """`a*x`, `0.5*x`, `NA*x`, `start(0.5)*x`, `a*start(0.5)*x` or plain `x`."""
    *modifiers, rhs = _split(piece, "*", statement)
    if NUMBER.match(rhs):
        raise InputError("intercepts are not supported", where=f"'{statement}'", why="correlations have no means")
    label: str | None = None
    fixed: float | None = None
    start: float | None = None
    for modifier in modifiers:
        inner = START.match(modifier)
        if NUMBER.match(modifier):
            fixed = float(modifier)
        elif inner and NUMBER.match(inner.group(1)):
            start = float(inner.group(1))
        elif modifier == "NA":
            continue
        elif NAME.match(modifier):
            label = modifier
        else:
            raise InputError(f"'{modifier}' is not understood", where=f"'{statement}'", todo="use a label or a number")
    rhs = _name(rhs, statement)
    if lhs == rhs and sign != "~~":
        raise InputError(f"{lhs} explains itself", where=f"'{statement}'")
    return Term(lhs, sign, rhs, label, fixed, start)


def _add(terms: dict[tuple[str, str, str], Term], term: Term, statement: str) -> None:
    """Keep the term; naming it twice is refused, `x ~~ y` and `y ~~ x` are one."""
    keys = {(term.lhs, term.op, term.rhs), (term.rhs, term.op, term.lhs) if term.op == "~~" else ()}
    if keys & terms.keys():
        raise InputError(f"{term.lhs} {term.op} {term.rhs} is written twice", where=f"'{statement}'")
    terms[term.lhs, term.op, term.rhs] = term


def _check_defined(terms: dict[tuple[str, str, str], Term], defined: list[Defined]) -> None:
    """Defined quantities may use labels and what was defined above them."""
    known = {t.label for t in terms.values() if t.label}
    for quantity in defined:
        for name in names_in(quantity):
            if name not in known:
                raise InputError(
                    f"'{name}' is neither a label nor defined before",
                    where=f"'{quantity.name} := {quantity.expression}'",
                    todo="label the parameters it uses, as in y ~ a*x",
                )
        known.add(quantity.name)


def names_in(quantity: Defined) -> list[str]:
    """The labels an expression uses; only arithmetic and exp, log, sqrt, abs, tanh, atanh are allowed."""
    where = f"'{quantity.name} := {quantity.expression}'"
    try:
        tree = _tree(quantity)
    except SyntaxError as error:
        raise InputError("an expression that cannot be read", where=where) from error
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    if any(not isinstance(c.func, ast.Name) or c.func.id not in FUNCTIONS or len(c.args) != 1 for c in calls):
        raise InputError("an unknown function in an expression", where=where, todo=f"use {', '.join(FUNCTIONS)}")
    for node in ast.walk(tree):
        if not isinstance(node, ALLOWED) or (
            isinstance(node, ast.Constant) and not isinstance(node.value, int | float)
        ):
            raise InputError("an expression that is not plain arithmetic", where=where)
    functions = {id(c.func) for c in calls}
    return [n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and id(n) not in functions]


def evaluate(quantity: Defined, values: dict[str, float]) -> float:
    """The value of a defined quantity at these parameter values."""

    def value(node: ast.AST) -> float:
        if isinstance(node, ast.BinOp):
            return float(ARITHMETIC[type(node.op)](value(node.left), value(node.right)))
        if isinstance(node, ast.UnaryOp):
            return -value(node.operand) if isinstance(node.op, ast.USub) else value(node.operand)
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            return float(FUNCTIONS[name](value(node.args[0])))
        if isinstance(node, ast.Name):
            return values[node.id]
        return float(node.value)  # type: ignore[attr-defined]

    try:
        return value(_tree(quantity).body)
    except (ArithmeticError, ValueError, TypeError):
        return math.nan


def _tree(quantity: Defined) -> ast.Expression:
    return ast.parse(quantity.expression.replace("^", "**"), mode="eval")


FUNCTIONS: dict[str, Callable[[float], float]] = {
    "exp": math.exp,
    "log": math.log,
    "sqrt": math.sqrt,
    "abs": abs,
    "tanh": math.tanh,
    "atanh": math.atanh,
}
ARITHMETIC = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
ALLOWED = (
    ast.Expression, ast.BinOp, ast.UnaryOp, *ARITHMETIC, ast.USub, ast.UAdd, ast.Name, ast.Load, ast.Call, ast.Constant,
)  # fmt: skip
