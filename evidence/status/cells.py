"""The printed numbers of a report as cells that can be found again in another report, by what they measure.

Cells that follow from the respondents alone (counts, means, raw reliabilities, observed correlations) are `sample`
cells; those that also need a model, an estimator or random draws are `model` cells.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from evidence.records.printed import parse

__all__ = ["Cell", "cells", "items", "size"]

# How widely a quantity spreads over the studies of a field; None where it spreads in proportion to itself.
_SPREADS: dict[str, float | None] = {
    "percent": 40.0,
    "count": None,
    "chi2": None,
    "df": None,
    "mean": 2.0,
    "sd": 0.8,
    "alpha": 0.3,
    "mean_r": 0.4,
    "rho_a": 0.3,
    "cr": 0.3,
    "ave": 0.4,
    "loading": 0.5,
    "r2": 0.6,
    "correlation": 0.8,
    "htmt": 0.7,
    "fit": 0.3,
    "coefficient": 0.8,
    "coverage": 0.6,
    "p": 0.5,
}
_SAMPLE = frozenset({"percent", "count", "mean", "sd", "alpha", "mean_r"})
_FIT = ("cfi", "tli", "nfi", "ifi", "rfi", "gfi", "agfi", "rmsea", "rmsea_lo", "rmsea_hi", "srmr")
_CHI2 = ("chi2", "baseline_chi2", "aic", "bic")
_DF = ("df", "baseline_df")
_PATH = ("b", "se", "stat", "ci_lo", "ci_hi", "df")
_ANSWER_KINDS = ("observed", "observed-same-variables")


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed number: what it measures, at which position, and the interval its digits stand for."""

    key: tuple[str, ...]
    place: tuple[str, ...]  # the same without the names the paper gave
    low: float
    high: float
    kind: Literal["sample", "model"]
    spread: float | None

    @property
    def informative(self) -> bool:
        """Whether agreement says anything: a bound such as `<.001`, and the 0 and 1 that many papers print, do not."""
        return self.high - self.low < 0.2 * max(1.0, abs(self.low)) and not (
            self.low <= 0 <= self.high or self.low <= 1 <= self.high
        )


def _label(value: object) -> str:
    return " ".join(str(value or "").casefold().split())


def _cell(key: Sequence[object], place: Sequence[object], text: object, measure: str) -> Iterator[Cell]:
    read = parse(str(text)) if text is not None else None
    if read is None or read.low == float("-inf") or read.high == float("inf"):
        return
    exact = measure in ("count", "df")
    yield Cell(
        tuple(_label(part) for part in key),
        tuple(_label(part) for part in place),
        read.value if exact else read.low,
        read.value if exact else read.high,
        "sample" if measure in _SAMPLE or measure == "observed" else "model",
        _SPREADS.get(measure, 0.8),
    )


def cells(report: Mapping[str, Any]) -> Iterator[Cell]:
    """Every number of a report that a second print of the same results would repeat."""
    yield from _respondents(report)
    yield from _constructs(report)
    yield from _matrices(report)
    yield from _fit(report)
    yield from _relations(report)
    yield from _tests(report)
    yield from _configurations(report)


def _respondents(report: Mapping[str, Any]) -> Iterator[Cell]:
    sample = report.get("sample") or {}
    for g, group in enumerate(sample.get("groups") or []):
        for c, cell in enumerate(group.get("cells") or []):
            key = ("group", group.get("variable"), cell.get("label"))
            yield from _cell((*key, "count"), ("group", g, c, "count"), cell.get("count"), "count")
            percent = str(cell.get("percent") or "").replace("%", "") or None
            yield from _cell((*key, "percent"), ("group", g, c, "percent"), percent, "percent")
    for part in ("descriptives", "binary"):
        for i, row in enumerate(report.get(part) or []):
            for name in ("mean", "sd"):
                own = (part, row.get("name"), row.get("group"), name)
                yield from _cell(own, (part, i, name), row.get(name), name)


def _constructs(report: Mapping[str, Any]) -> Iterator[Cell]:
    for c, construct in enumerate(report.get("constructs") or []):
        own = _named("construct", construct, "name")
        for name in ("alpha", "mean_r", "rho_a", "cr", "ave"):
            kind = (
                construct.get("alpha_kind") if name == "alpha" else None
            )  # raw and standardised alpha differ by right
            yield from _cell((*own, name, kind), ("construct", c, name, kind), construct.get(name), name)
        for i, item in enumerate(construct.get("loadings") or []):
            place = ("construct", c, "item", i)
            yield from _cell((*own, item.get("item"), "loading"), (*place, "loading"), item.get("loading"), "loading")
            for name in ("mean", "sd"):
                yield from _cell(("item", item.get("item"), name), (*place, name), item.get(name), name)
            for name in ("r2", "b", "se", "z"):
                yield from _cell((*own, item.get("item"), name), (*place, name), item.get(name), "coefficient")


def _matrices(report: Mapping[str, Any]) -> Iterator[Cell]:
    given = report.get("correlations") or []
    matrices = [(m, "correlation") for m in ([given] if isinstance(given, Mapping) else given)]
    matrices += [(report["htmt"], "htmt")] if report.get("htmt") else []
    for m, (matrix, measure) in enumerate(matrices):
        names = matrix.get("names") or []
        kind = "observed" if matrix.get("kind") in _ANSWER_KINDS else measure
        for i, row in enumerate(matrix.get("lower") or []):
            for j, text in enumerate(row):
                if i == j or i >= len(names):  # the diagonal is 1 or repeats the AVE
                    continue
                pair = sorted((_label(names[i]), _label(names[j])))
                key = (measure, matrix.get("kind"), matrix.get("group"), matrix.get("model"), *pair)
                yield from _cell(key, (measure, m, i, j), text, kind)


def _fit(report: Mapping[str, Any]) -> Iterator[Cell]:
    for i, row in enumerate(report.get("fit") or []):
        own = ("fit", row.get("label"), row.get("kind"), row.get("group"))
        for names, measure in ((_FIT, "fit"), (_CHI2, "chi2"), (_DF, "df")):
            for name in names:
                yield from _cell((*own, name), ("fit", i, name), row.get(name), measure)


def _named(kind: str, row: Mapping[str, Any], *fields: str) -> tuple[object, ...]:
    return (kind, *(row.get(field) for field in (*fields, "group", "model")))


def _relations(report: Mapping[str, Any]) -> Iterator[Cell]:
    for i, path in enumerate(report.get("paths") or []):
        own = _named("path", path, "table", "from", "to", "via")
        for name in ("beta", *_PATH):
            yield from _cell((*own, name), ("path", i, name), path.get(name), "coefficient")
        yield from _cell((*own, "p"), ("path", i, "p"), path.get("p"), "p")
    for i, row in enumerate(report.get("structural") or []):
        own = _named("structural", row, "outcome")
        for name in ("r2", "r2_adj", "q2", "f"):
            yield from _cell((*own, name), ("structural", i, name), row.get(name), "r2")
        for part in ("vif", "f2"):
            for j, (predictor, text) in enumerate((row.get(part) or {}).items()):
                yield from _cell((*own, part, predictor), ("structural", i, part, j), text, "coefficient")
    for i, row in enumerate(report.get("effects") or []):
        own = _named("effect", row, "from", "via", "to")
        for name in ("a", "b", "indirect", "direct", "total", "ci_lo", "ci_hi"):
            yield from _cell((*own, name), ("effect", i, name), row.get(name), "coefficient")


def _tests(report: Mapping[str, Any]) -> Iterator[Cell]:
    for i, row in enumerate(report.get("tests") or []):
        own = ("test", row.get("kind"), i)
        for name in ("stat", "df1", "df2"):
            yield from _cell((*own, name), (*own, name), row.get(name), "coefficient")
        for name, text in (row.get("summary") or {}).items():
            measure = "count" if name in ("n1", "n2") else "mean" if name in ("m1", "m2") else "sd"
            yield from _cell((*own, name), (*own, name), text, measure)


def _configurations(report: Mapping[str, Any]) -> Iterator[Cell]:
    given = report.get("fsqca") or []
    for i, solution in enumerate([given] if isinstance(given, Mapping) else given):
        own = ("fsqca", solution.get("outcome"))
        for name in ("solution_consistency", "solution_coverage"):
            yield from _cell((*own, name), ("fsqca", i, name), solution.get(name), "coverage")
        for j, row in enumerate(solution.get("configs") or []):
            key = (*own, row.get("terms") or row.get("id"))
            for name in ("consistency", "pri", "raw_coverage", "unique_coverage"):
                yield from _cell((*key, name), ("fsqca", i, j, name), row.get(name), "coverage")


def size(report: Mapping[str, Any]) -> float | None:
    """How many respondents were analysed."""
    sample = report.get("sample") or {}
    rows = report.get("fit") or []
    for text in (sample.get("n"), sample.get("valid"), *(row.get("n") for row in rows)):
        if text is not None and (read := parse(str(text))):
            return read.value
    return None


def items(report: Mapping[str, Any]) -> frozenset[str]:
    """The names of what was asked: the items of the constructs, else the measured variables."""
    asked = {_label(item.get("item")) for c in report.get("constructs") or [] for item in c.get("loadings") or []}
    if not asked:
        asked = {_label(row.get("name")) for part in ("descriptives", "binary") for row in report.get(part) or []}
        asked |= {_label(end) for path in report.get("paths") or [] for end in (path.get("from"), path.get("to"))}
    return frozenset(asked - {""})
