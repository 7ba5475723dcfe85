"""Mediation by causal steps: the total effect, the path to the mediator, the direct effect beside the mediator."""

import re
from collections.abc import Sequence

from evidence.read.partial import Found
from evidence.records import Effect, Hypothesis, Path

__all__ = ["causal_steps"]

_CONTROL = re.compile(  # whom nobody would say to be mediated, where nothing else tells
    r"(?:age|gender|sex|female|male|tenure|education|income|marital status|year of study|grade|experience)\b.*"
    r"|(?:性别|年龄|年级|学历|教龄|工龄|婚姻状况|收入).*",
    re.IGNORECASE,
)
Equation = dict[str, Found[Path]]


def causal_steps(paths: list[Found[Path]], stated: Sequence[Hypothesis] = ()) -> list[Found[Effect]]:
    """Effects of a table whose models are the steps; only where each step has the same predictors.

    With X the predictors of the total model: M on X, and Y on X with M. Then total = direct + a·b in one sample.
    Where hypotheses are stated of what is mediated, nothing is said of other predictors.
    """
    equations: dict[tuple[str | None, str], Equation] = {}
    for found in paths:
        if found.value.effect == "direct":
            equations.setdefault((found.value.model, found.value.to), {})[found.value.from_] = found
    effects: list[Found[Effect]] = []
    for (first, outcome), total in equations.items():
        for (_, mediator), step in equations.items():
            if mediator == outcome or set(step) != set(total):
                continue
            whole = [
                e for (m, y), e in equations.items() if y == outcome and m != first and set(e) == {*total, mediator}
            ]
            if len(whole) == 1:
                added = [x for x in total if not all(x in e for e in equations.values())]  # controls stand in all
                added = added or _mediated([x for x in total if not _CONTROL.fullmatch(x.strip())], stated)
                effects += [_effect(total[x], step[x], whole[0][x], whole[0][mediator]) for x in added or total]
    return effects if len({(e.value.from_, e.value.to, e.value.via) for e in effects}) == len(effects) else []


def _mediated(sources: list[str], stated: Sequence[Hypothesis]) -> list[str]:
    """Those that a hypothesis says to be mediated; all where none does."""
    named = {(h.from_ or "").casefold() for h in stated if h.via}
    return [x for x in sources if x.casefold() in named] or sources


def _effect(total: Found[Path], a: Found[Path], direct: Found[Path], b: Found[Path]) -> Found[Effect]:
    kind = "beta" if all(p.value.beta is not None for p in (total, a, direct, b)) else "b"
    steps = {"total": total, "a": a, "direct": direct, "b": b}
    values = {name: getattr(p.value, kind) for name, p in steps.items()}
    spans = {name: p.spans[kind] for name, p in steps.items() if kind in p.spans}
    effect = Effect(
        total.value.from_, total.value.to, via=b.value.from_, metric=kind, method="causal steps", **values
    )  # fmt: skip
    return Found(effect, spans, total.where, 0.9, total.page)
