"""Fit indices: one model to a row (a table of one index to a row has been turned); limits are not values."""

import re

from evidence.read.model import Cell
from evidence.read.partial import Findings, Found
from evidence.read.tables.cells import TO, Number
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.header import FIT, is_qualifier, is_threshold, words_of
from evidence.read.tables.view import Draft, Kind, View, weigh
from evidence.records import Fit, Printed

_GENERIC = re.compile(
    r"(?:(?:numerical|obtained|actual|model|test|index|fit|observed|calculated|estimated|measured"
    r"|our)? ?(?:values?|results?|index|statistics?|scores?|indices)"
    r"(?: of (?:the )?(?:test|model|study))?|(?:this|present|our|research) (?:study|research|model)|obtained"
    r"|observed|calculated|actual|estimates?|检验值|拟合值|实际值|模型值|结果|valor(?:es)?|nilai)",
    re.IGNORECASE,
)
_DELTAS = {
    "delta/chi2": re.compile(
        r"(?:[δΔ∆] ?|delta )(?:χ2?|x2|chi-?(?:2|squared?)|cmin)(?: ?\(?[δΔ∆]? ?df\)?)?", re.IGNORECASE
    ),
    "delta/df": re.compile(r"(?:[δΔ∆] ?|delta )d\.?f\.?", re.IGNORECASE),
    "delta/cfi": re.compile(r"(?:[δΔ∆] ?|delta )cfi", re.IGNORECASE),
}
_STRONG = frozenset(FIT) - {"df", "chi2", "gof"}


def _columns(view: View) -> list[Column]:
    return [c for c in view.panel.of(*FIT) if c.kind == "number"]


def score(view: View) -> float:
    """Several indices along one edge."""
    named = {s for c in _columns(view) for s in c.statistics}
    return weigh(
        (0.6, len(named & _STRONG) >= 2),
        (0.5, len(named & _STRONG) == 1),
        (0.3, "chi2" in named and "df" in named),
        (0.2, view.captioned(r"\bfit\w*|goodness|index|indices|拟合")),
        (-0.5, not named & _STRONG and "chi2" not in named),
    )


def _limit(view: View, row: Row, columns: list[Column]) -> bool:
    """A row of recommended values: said so, or bounds and ranges in most of its cells."""
    label = next((t for c in view.panel.texts() if c.statistic != "verdict" and (t := row.text(c.index))), "")
    if is_threshold(label) or any(is_threshold(s) for s in row.sections):
        return True
    filled = [row.content(c.index) for c in columns if c.statistic != "p" and row.content(c.index).numbers]
    return bool(filled) and sum(f.range for f in filled) > len(filled) / 2


def read(view: View) -> Findings:
    """The fit of each model."""
    columns = _columns(view)
    extra = [c for c in view.panel.of("p", "ci", "ci_lo", "ci_hi") if c.kind == "number"]
    limits: dict[str, tuple[Cell, Number]] = {}
    for row in view.panel.rows:
        if _limit(view, row, columns):
            for column in columns:
                first = row.content(column.index).numbers[:1]
                if first and len(row.content(column.index).numbers) == 1:
                    limits.setdefault(str(column.statistic), (row.cells[column.index], first[0]))
    fits: list[Found[Fit]] = []
    for row in view.panel.rows:
        if _limit(view, row, columns):
            continue
        draft = Draft(view)
        for column in columns:
            _put(row, column, draft)
        tested = ""  # the chi-square that a p to its right belongs to
        for column in view.panel.columns:
            tested = "chi2" if "chi2" in column.statistics else tested
            content = row.content(column.index)
            if (delta := _delta(column)) and content.numeric and len(content.numbers) == 1:
                tested = delta if delta == "delta/chi2" else tested
                draft.put(delta, row.cells[column.index], content.numbers[0])
            elif _of_difference(column):
                tested = "delta/chi2"
                for name, number in zip(("delta/chi2", "delta/df"), content.numbers, strict=False):
                    draft.put(name, row.cells[column.index], number)
            elif column in extra and column.statistic == "p" and len(content.numbers) == 1 and tested in draft.values:
                draft.put("p" if tested == "chi2" else "delta/p", row.cells[column.index], content.numbers[0])
            elif column in extra and column.statistic == "ci" and len(content.numbers) == 2 and "rmsea" in draft.values:
                draft.put("rmsea_lo", row.cells[column.index], content.numbers[0])
                draft.put("rmsea_hi", row.cells[column.index], content.numbers[1])
        if not set(draft.values) & (_STRONG | {"chi2", "gof"}):
            continue
        label = _label(view, row)
        model = label if label and (is_qualifier(label) or len(view.panel.rows) - bool(limits) > 1) else None
        for name, limit in limits.items():
            draft.note(f"thresholds/{name}", *limit)
        thresholds = {name: Printed(number.text) for name, (_, number) in limits.items()}
        deltas = [name for name in draft.values if name.startswith("delta/")]
        changes = {name.removeprefix("delta/"): draft.values.pop(name) for name in deltas}
        fits.append(draft.found(Fit, 0.97, label=label, model=model, thresholds=thresholds, delta=changes))
    return Findings(fit=tuple(fits))


def _of_difference(column: Column) -> bool:
    """Whether a column holds a difference of chi-squares and its degrees of freedom: `Δχ² (Δdf)`."""
    words = words_of(column.words[-1]) if column.words else ""
    return _DIFFERENCE.fullmatch(words) is not None


_DIFFERENCE = re.compile(
    r"(?:[δΔ∆]\s?chi2|(?:chi-?\s?squared?|chi2) difference|(?:difference|change) in (?:chi-?\s?squared?|chi2))"
    r"\s*(?:[(\[/,]\s*[δΔ∆]?\s?d\.?f\.?\s*[)\]]?)?",
    re.IGNORECASE,
)


def _delta(column: Column) -> str | None:
    """The difference to another model that a column holds."""
    words = words_of(column.words[-1]) if column.words else ""
    return next((name for name, pattern in _DELTAS.items() if pattern.fullmatch(words)), None)


def _put(row: Row, column: Column, draft: Draft) -> None:
    content = row.content(column.index)
    numbers = [n for n in content.numbers if not n.name or n.name.lower() not in ("p", "n")]
    if not numbers or not _numbers_only(TO.sub("", content.words)):
        return
    if TO.search(content.words) and len(numbers) < 3 and not any(n.bracket for n in numbers):
        return  # `.04 to .06`: what counts as a good fit
    cell = row.cells[column.index]
    for name, number in zip(column.statistics, numbers, strict=False):
        if name in FIT and _possible(name, number.value):
            draft.put(name, cell, number)
    rest = numbers[len(column.statistics) :]
    lead = column.statistics[0]
    if "ci" in column.statistics and lead == "rmsea":
        rest = numbers[1:]
    if lead == "rmsea" and len(rest) == 2 and rest[0].value <= rest[1].value:
        draft.put("rmsea_lo", cell, rest[0])
        draft.put("rmsea_hi", cell, rest[1])
    elif lead == "chi2":
        for number in rest:
            if number.name.lower().strip(".") in ("df", "d.f") or (number.bracket and number.decimals == 0):
                draft.put("df", cell, number)
    for number in content.numbers:
        if lead == "chi2" and number.name.lower() == "p":
            draft.put("p", cell, number)


def _numbers_only(words: str) -> bool:
    return re.fullmatch(r"(?:[\W_]|\b(?:df|d\.f|p|ci|n|chi2?)\b|χ²?2?|95|90)*", words, re.IGNORECASE) is not None


def _possible(name: str, value: float) -> bool:
    if name in ("rmsea", "srmr", "rmsea_lo", "rmsea_hi", "pclose"):
        return 0 <= value <= 1
    if name in ("cfi", "tli", "nfi", "ifi", "rfi", "gfi", "agfi", "pnfi", "pgfi", "pcfi", "gof"):
        return -1 <= value <= 1.3
    return value >= 0 or name in ("aic", "bic")


def _label(view: View, row: Row) -> str | None:
    texts = [row.text(c.index) for c in view.panel.texts()]
    label = next((t for t in texts if t), next(iter(row.sections[::-1]), None))
    return None if label and _GENERIC.fullmatch(label.strip(" .:")) else label


KIND = Kind("fit indices", "fit", score, read)
