"""Who answered: the categories of each demographic variable with counts and percentages."""

import re

from evidence.read.partial import Findings
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.glyphs import plain
from evidence.read.tables.view import Draft, Kind, View, weigh
from evidence.records import Printed, Sample, SampleCell, SampleGroup, Unread

_WORDS = r"demograph|respondent|sample|profile|characteristic|participants|background|基本|人口"
_VARIABLES = re.compile(
    r"\b(?:gender|sex|age|education\w*|income|occupation|marital|job|employment|experience|position|industry"
    r"|tenure|ethnicity|nationality|religion)\b|性别|年龄|学历|教育|收入|职业",
    re.IGNORECASE,
)


def _columns(view: View) -> tuple[Column | None, Column | None]:
    """The pair of counts and percentages, of several that of all together; none where each is of some only."""
    counts = [c for c in view.panel.of("n") if c.kind == "number"]
    percents = [c for c in view.panel.of("percent") if c.kind == "number"]
    of_all = [[c for c in columns if any(_TOTAL.search(w) for w in c.words)] for columns in (counts, percents)]
    if not any(of_all) and any(_of_some(columns) for columns in (counts, percents)):
        return None, None
    counts, percents = of_all[0] or counts, of_all[1] or percents
    return (counts[-1] if counts else None), (percents[-1] if percents else None)


_TOTAL = re.compile(r"\b(?:total|all|overall|full|whole|entire|pooled|combined)\b|合计|总", re.IGNORECASE)


_COUNTED = re.compile(r"^(?:n|frequenc\w*|counts?|numbers?|percent\w*|%|.*%.*)$|\s+\(?(?:n|f|%)\)?$", re.IGNORECASE)


def _of_some(columns: list[Column]) -> bool:
    """Whether several columns of one kind stand each under the name of another sample."""
    over = [tuple(filter(None, (*c.words[:-1], _COUNTED.sub("", c.words[-1])))) for c in columns if c.words]
    return len(over) > 1 and all(over) and len(set(over)) == len(over)


def score(view: View) -> float:
    """Counts and percentages beside words for people."""
    counts, percents = _columns(view)
    told = view.captioned(_WORDS)
    if counts is None and percents is None and not told:
        return 0.0  # what the words say would not be enough
    words = " ".join(r.text(c.index) for r in view.panel.rows for c in view.panel.texts())
    words += " ".join(s for r in view.panel.rows for s in r.sections)
    return weigh(
        (0.4, counts is not None and percents is not None),
        (0.2, counts is not None or percents is not None),
        (0.3, len({m.lower() for m in _VARIABLES.findall(words)}) >= 2),
        (0.3, told),
        (-0.8, bool({"beta", "b", "coef", "alpha", "ave", "loading", "se"} & set(view.panel.announced))),
    )


def read(view: View) -> Findings:
    """The cells of each variable."""
    counts, percents = _columns(view)
    texts = view.panel.texts()
    texts = [texts[0], max(texts[1:], key=lambda c: _filled(view, c))] if len(texts) > 1 else texts
    if not texts or (counts is None and percents is None):
        return Findings()
    draft = Draft(view)
    groups: list[tuple[str, list[SampleCell], Printed | None]] = []
    named: list[tuple[str, str]] = []
    above: tuple[str, ...] = ()
    for row in view.panel.rows:
        variable, label = _named(row, texts, counts or percents)
        if not variable and row.sections != above and row.sections:
            variable = row.sections[-1]
        above = row.sections
        named.append((variable or (named[-1][0] if named else ""), label))
    for row, (variable, label) in zip(view.panel.rows, _to_the_full(view, named, percents), strict=True):
        if variable and (not groups or groups[-1][0] != variable):
            groups.append((variable, [], None))
        if not label or not groups:
            continue
        at = f"groups/{len(groups) - 1}/cells/{len(groups[-1][1])}"
        if _SUM.match(label):
            total = _number(draft, row, counts, "n", f"groups/{len(groups) - 1}/total")
            groups[-1] = (*groups[-1][:2], total)
            continue
        count, percent = (
            _number(draft, row, counts, "n", f"{at}/count"),
            _number(draft, row, percents, "percent", f"{at}/percent"),
        )
        if count or percent:
            groups[-1][1].append(SampleCell(label, count, percent))
    made = tuple(SampleGroup(variable, tuple(cells), total) for variable, cells, total in groups if cells)
    if made and _fell_apart(made):
        why = "its categories do not come to all respondents in most of its variables: the rows fell apart"
        return Findings(unread=(Unread(view.where, why, view.panel.span, view.panel.page),))
    return Findings(samples=(draft.found(Sample, 0.93, groups=made),) if made else ())


_NEAR = 3.0  # per cent off, at which a paper may have slipped


def _fell_apart(groups: tuple[SampleGroup, ...]) -> bool:
    """Whether the shares (else the counts) of most variables do not add up.

    A paper may have slipped in one variable or two; in most of several it is the reading that did.
    """
    shares = [[x for cell in g.cells if (x := _percent(cell)) is not None] for g in groups]
    sums = [sum(xs) for xs in shares if xs]
    if sums:
        return len(sums) > 2 and 2 * sum(abs(total - _FULL) > _NEAR for total in sums) > len(sums)
    counts = [sum(float(c.count) for c in g.cells if c.count and c.count.parsed) for g in groups]
    return len(counts) > 2 and 2 * max(map(counts.count, counts)) < len(counts)


def _percent(cell: SampleCell) -> float | None:
    parsed = cell.percent.parsed if cell.percent else None
    if parsed is None or cell.percent is None:
        return None
    return parsed.value * _FULL if cell.percent.endswith("%") else parsed.value


_FULL, _OFF = 100.0, 0.6  # per cent, and what rounding may add


def _to_the_full(view: View, named: list[tuple[str, str]], percents: Column | None) -> list[tuple[str, str]]:
    """The names of rows whose variables stand in the middle of theirs: each begins where that before is at 100 %.

    As they are where the variables already come to 100 %, or the rows do not.
    """
    if percents is None or not all(label for _, label in named):
        return named
    values = [_share(row, percents) for row in view.panel.rows]
    variables = [variable for i, (variable, _) in enumerate(named) if i == 0 or named[i - 1][0] != variable]
    sums = {v: sum(x for x, (name, _) in zip(values, named, strict=True) if name == v) for v in variables}
    if len(sums) < len(variables) or all(abs(total - _FULL) < 2 * _OFF for total in sums.values()):
        return named
    runs: list[int] = []
    at = total = 0.0
    for value in values:
        runs.append(int(at))
        total += value
        if abs(total - _FULL) < _OFF:
            at, total = at + 1, 0.0
    if total or int(at) != len(variables):
        return named
    return [(variables[run], label) for run, (_, label) in zip(runs, named, strict=True)]


def _share(row: Row, percents: Column) -> float:
    first = next(iter(row.content(percents.index).numbers), None)
    return 0.0 if first is None else first.value * _FULL if first.text.endswith("%") else first.value


def _filled(view: View, column: Column) -> int:
    return sum(bool(row.text(column.index)) for row in view.panel.rows)


_PARTED = re.compile(r"^(?P<variable>[^:：]{2,40})[:：]\s*(?P<label>.+)$")


_SUM = re.compile(r"(?:total|aggregate|sum|overall|合计|总计)\b", re.IGNORECASE)


def _named(row: Row, texts: list[Column], numbers: Column | None) -> tuple[str, str]:
    """The variable and the category of a row: in two columns, in one as `Sex: male`, or under a heading."""
    first, last = plain(row.text(texts[0].index)), plain(row.text(texts[-1].index))
    if len(texts) == 2:
        ran = not last and " " in first and not _SUM.match(first)
        if ran and numbers and row.content(numbers.index).numbers:  # `Farm training None  31`: one blank between them
            first, last = first.rsplit(" ", 1)
        return first, last
    split = _PARTED.match(first)
    if split:
        return split["variable"], split["label"]
    return (row.sections[-1] if row.sections else ""), first


def _number(draft: Draft, row: Row, column: Column | None, what: str, pointer: str) -> Printed | None:
    if column is None:
        return None
    numbers = row.content(column.index).numbers
    both = len(column.statistics) == 2 and len(numbers) == 2
    if not numbers or (len(numbers) > 1 and not both) or numbers[0].bound:
        return None
    number = numbers[column.statistics.index(what)] if both else numbers[0]
    draft.note(pointer, row.cells[column.index], number)
    return Printed(number.text) if Printed(number.text).parsed else None


KIND = Kind("demographics", "sample", score, read)
