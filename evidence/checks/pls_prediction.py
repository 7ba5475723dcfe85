"""What PLS reports beside the model: the importance-performance map and the predictive test against a benchmark."""

from collections.abc import Iterator
from functools import partial

from evidence.checks.interval import UNIT, Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Sheet

__all__ = ["CHECKS"]


def _inside(value: Interval, name: str, lo: float, hi: float) -> Conflict | None:
    if value.within(lo, hi):
        return None
    bounds = f"[{lo:g}, {hi:g}]"
    return Conflict("note", f"{name} {value} lies outside {bounds}", str(value), bounds)


def _map(sheet: Sheet) -> Iterator[Relation]:
    for row in sheet.rows("ipma"):
        if performance := row("performance"):
            test = partial(_inside, name="the performance", lo=0.0, hi=100.0)
            yield Relation(row.at, (performance,), test, witness=False)


def _less(printed: Interval, loss: Interval, benchmark: Interval) -> Conflict | None:
    implied = loss - benchmark
    if implied.meets(printed) or implied.meets(-printed):
        return None
    message = f"the difference in loss {printed} is not {loss} - {benchmark} = {implied}"
    return Conflict("note", message, str(printed), str(implied))


def _losses(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("cvpat"):
        loss, benchmark, printed, p = row("loss"), row("loss_benchmark"), row("difference"), row("p")
        for cell in (loss, benchmark):
            if cell:
                test = partial(_inside, name="a mean squared loss of", lo=0.0, hi=float("inf"))
                yield Relation(row.at, (cell,), test, witness=False)
        if p:
            yield Relation(row.at, (p,), partial(_inside, name="p", lo=UNIT.lo, hi=UNIT.hi), witness=False)
        if printed and loss and benchmark:
            yield Relation(row.at, (printed, loss, benchmark), _less)
        elif printed:
            yield Missing(row.at, "the loss of the model and of the benchmark")


def _cvpat(**changes: object) -> dict[str, object]:
    row = {"construct": "y", "loss": ".612", "loss_benchmark": ".745", "difference": "-.133", "p": ".002"}
    return {"cvpat": [{**row, **changes}]}


CHECKS = (
    Check(
        id="ipma",
        title="a performance outside its scale",
        section=6,
        formula="0 <= performance <= 100",
        reference="Ringle & Sarstedt 2016, doi:10.1108/IMDS-10-2015-0449",
        needs="the performance of a construct",
        relations=_map,
        passes=({"ipma": [{"construct": "a", "importance": ".41", "performance": "68.2"}]},),
        fails=({"ipma": [{"construct": "a", "performance": "682"}]},),
        silent=({"ipma": [{"construct": "a", "importance": ".41"}]},),
        avoids="ranges only: never more than a note",
    ),
    Check(
        id="cvpat",
        title="losses of a predictive test that cannot be, or do not give their difference",
        section=6,
        formula="loss >= 0; p in [0, 1]; difference = loss of the model - loss of the benchmark",
        reference="Liengaard et al. 2021, doi:10.1111/deci.12445",
        needs="the average loss of the model or of the benchmark",
        relations=_losses,
        passes=(_cvpat(), _cvpat(difference=".133")),
        fails=(_cvpat(loss="-.612"), _cvpat(difference="-.331"), _cvpat(p="2.0")),
        silent=({"cvpat": [{"construct": "y", "difference": "-.133"}]},),
        avoids="ranges and a difference only: never more than a note",
    ),
)
