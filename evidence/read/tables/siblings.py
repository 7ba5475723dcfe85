"""What columns are by the columns beside them: names along the top, totals beside parts, verdicts beside hypotheses."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from evidence.read.tables.columns import Column, Row
from evidence.read.tables.header import heading, is_qualifier, words_of
from evidence.read.tables.relations import verdict
from evidence.read.waves import WAVE

__all__ = [
    "as_names",
    "counted_beside",
    "enumerated",
    "unshifted",
    "with_limits",
    "with_originals",
    "with_siblings",
    "with_totals",
    "with_verdicts",
]

_NUMBERING = re.compile(r"^\W*\d+[.)]?\s*")
_SHORT_NAME = re.compile(r"\(([^()]+)\)$")
_F1 = re.compile(r"[Ff]\s?1")


_PREFIX = re.compile(r"^([A-Z]{2,8})[_.-]?\d{1,2}$")  # of the code of an item


def as_names(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """A heading that also names a row is a name, whatever it abbreviates: `CR` and `SE` in a matrix."""
    columns = _after_iii(columns)
    if stepping := _stepping(columns, rows):
        return [replace(c, statistics=(), name=c.words[-1]) if c.index in stepping else c for c in columns]
    tops = {c.words[-1] for c in columns if c.words}
    labels: set[str] = set()
    for row in rows:
        for label in (row.text(at) for at in range(min(2, len(row.cells)))):
            if not any(top in label for top in tops):
                continue  # nor in a part of it
            labels |= {label, _NUMBERING.sub("", label), *_SHORT_NAME.findall(label), *_PREFIX.findall(label)}
    labels.discard("")
    if any(_F1.fullmatch(c.words[-1]) for c in columns if c.words):  # factors F1, F2; no effect size
        columns = [
            replace(c, statistics=(), name=c.words[-1]) if c.words and re.fullmatch(r"[Ff]\s?2", c.words[-1]) else c
            for c in columns
        ]
    named = [c for c in columns if c.words and c.words[-1] in labels]
    if len({c.words[-1] for c in named}) < 2:
        return columns  # `p` of each model, beside a row `F (p)`
    rest = [c for c in columns if c not in named and c.kind == "number"]
    if all(c.statistics in ((), ("se",)) for c in rest) and sum(c.statistics == ("se",) for c in rest) == 1:
        named += [
            c for c in rest if c.words and c.words[-1] == "SE"
        ]  # without a coefficient beside it no standard error
    return [replace(c, statistics=(), name=c.words[-1]) if c in named else c for c in columns]


def _stepping(columns: list[Column], rows: Sequence[Row]) -> frozenset[int]:
    """The columns of a triangle, each row of which has one number more than the row above: they are constructs."""
    own = [c for c in columns if c.words and c.kind != "text"]
    if len(own) < 3 or len(rows) != len(own) or {"alpha", "cr", "ave", "mean", "sd"} & set(own[0].statistics):
        return frozenset()  # a column of alphas may stand before a triangle without diagonal
    filled = [[bool(row.text(c.index)) for c in own] for row in rows]
    return (
        frozenset(c.index for c in own)
        if all(f == [j <= i for j in range(len(own))] for i, f in enumerate(filled))
        else frozenset()
    )


def _after_iii(columns: list[Column]) -> list[Column]:
    """`I | II | III | IV`: the fourth factor, no independent variable."""
    third = next((c.index for c in columns if c.words and c.words[-1] == "III"), None)
    return [
        replace(c, statistics=(), name="IV", kind="number" if c.kind == "text" else c.kind)
        if third is not None and c.index == third + 1 and c.words and c.words[-1] == "IV"
        else c
        for c in columns
    ]


_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})[.)]?")


def unshifted(columns: list[Column]) -> list[Column]:
    """A numbering `1 2 3` that begins over the stub stands one column too far left."""
    marks = [_COLUMN_NUMBER.fullmatch(c.words[-1]) if c.words else None for c in columns]
    if len(columns) < 3 or not marks[0] or marks[0][1] != "1" or columns[0].kind != "text" or marks[-1]:
        return columns
    return [
        columns[0],
        *(replace(c, words=columns[c.index - 1].words, name=columns[c.index - 1].name) for c in columns[1:]),
    ]


_ORIGINAL, _MEAN = re.compile(r"\(?O\)?"), re.compile(r"\(?M\)?")


def with_originals(columns: list[Column]) -> list[Column]:
    """`O | M | STDEV | T | P`, as SmartPLS heads them: the original coefficient, and the mean of its draws."""
    held = {s for c in columns for s in c.statistics}
    if "sd" not in held or not held & {"t", "p"}:
        return columns
    lone = next((c for c in columns if c.kind == "number" and c.words and _ORIGINAL.fullmatch(c.words[-1])), None)
    if lone is None:
        return columns
    named = {
        lone.index: "beta",
        **{c.index: "sample_mean" for c in columns if c.words and _MEAN.fullmatch(c.words[-1])},
    }
    return [replace(c, statistics=(named[c.index],), name="") if c.index in named else c for c in columns]


def enumerated(columns: list[Column]) -> list[Column]:
    """`Campus A | Campus B | Campus C`: letters that count, not a B behind a name."""
    matches = {c.index: m for c in columns if c.words and (m := _COUNTED.fullmatch(c.words[-1]))}
    for stem in {m[1] for m in matches.values()}:
        letters = [m[2] for m in matches.values() if m[1] == stem]
        if len(letters) > 1 and letters == [chr(ord("A") + i) for i in range(len(letters))]:
            own = {i for i, m in matches.items() if m[1] == stem}
            columns = [replace(c, statistics=(), name=c.words[-1]) if c.index in own else c for c in columns]
    return columns


_COUNTED = re.compile(r"(\S.*\S)\s([A-H])")


_ORDINAL = re.compile(r"\(?(\d{1,2})[.)]?")


def counted_beside(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """One heading over the numbers of the rows and their names, `Variable` over `1 | Trust`: it heads the names."""
    if len(columns) < 3:
        return columns
    numbers, names = columns[:2]
    found = [_ORDINAL.fullmatch(row.text(numbers.index)) for row in rows]
    counted = [int(m[1]) for m in found if m] == list(range(1, len(rows) + 1)) and len(rows) > 2
    same = numbers.words and names.words in ((), numbers.words)
    if not (counted and same and names.kind == "text"):
        return columns
    headed = replace(numbers, index=names.index, kind="text")
    return [replace(numbers, words=(), statistics=(), name="", kind="number"), headed, *columns[2:]]


def with_totals(columns: list[Column]) -> list[Column]:
    """`Total` beside `Direct` or `Indirect` is the total effect, also with its interval or error: `Total [95% CI]`."""
    if not any({"direct", "indirect"} & set(c.statistics) for c in columns):
        return list(columns)
    return [
        replace(c, statistics=found, name="") if c.words and (found := _total(words_of(c.words[-1]))) else c
        for c in columns
    ]


def with_verdicts(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """Columns headed by samples that answer `Yes` or `No` for each hypothesis, beside the hypotheses, hold verdicts."""
    texts = [c for c in columns if c.kind == "text"]
    open_ = [c for c in texts if not c.statistics and c.words and _all_answers([r.text(c.index) for r in rows])]
    labelled = any(sum(bool(_HYPOTHESIS.match(r.text(c.index))) for r in rows) * 2 > len(rows) for c in texts)
    if not open_ or not labelled or any("verdict" in c.statistics for c in columns):
        return columns
    return [replace(c, statistics=("verdict",), name="", qualifiers=c.words) if c in open_ else c for c in columns]


def with_limits(columns: list[Column], rows: Sequence[Row]) -> list[Column]:
    """One heading `95% CI` over two columns with a number each: the lower limit and the upper one."""
    out = list(columns)
    for low, high in pairwise(range(len(columns))):
        one, two = columns[low], columns[high]
        if one.statistics == two.statistics == ("ci",) and one.words == two.words:
            counts = {len(r.content(c.index).numbers) for r in rows for c in (one, two)}
            if counts <= {0, 1} and out[low].statistics == ("ci",):  # not the upper limit of another
                out[low], out[high] = replace(one, statistics=("ci_lo",)), replace(two, statistics=("ci_hi",))
    return out


_HYPOTHESIS = re.compile(r"^\W*(?:hypothesis\s*)?[HН]\s?\d", re.IGNORECASE)


def _all_answers(texts: Sequence[str]) -> bool:
    """A column of judgements in any words: `Yes`, `No`, `✓`."""
    filled = [t for t in texts if t]
    return len(filled) >= 2 and len(filled) * 3 >= len(texts) * 2 and all(verdict(t) for t in filled)


def _total(words: str) -> tuple[str, ...]:
    if not words.startswith("total") or "effect" in words:
        return ()
    found = heading(words.replace("total", "total effect", 1)).statistics
    return found if found[:1] == ("total",) else ()


def _beside_coefficient(column: Column, columns: list[Column]) -> Column:
    """`Effect size` is a coefficient where there is no other, else f²."""
    coef = column.statistics == ("coef",) and column.words
    sized = coef and re.fullmatch(r"effect sizes?", words_of(column.words[-1]))
    others = any(c.index < column.index and {"beta", "b", "coef"} & set(c.statistics) for c in columns)
    return replace(column, statistics=("f2",)) if sized and others else column


def with_siblings(columns: list[Column]) -> list[Column]:
    """A column of numbers under a group but without a statistic holds what the group beside it holds."""
    out = columns = _at_times([_beside_coefficient(column, columns) for column in columns])
    for at, column in enumerate(columns):
        if column.kind != "number" or column.statistics or not column.words:
            continue
        beside = [
            c for c in columns if abs(c.index - column.index) == 1 and c.statistics and c.qualifiers != column.words
        ]
        for other in beside:
            grouped = len(other.words) > 1 and is_qualifier(column.words[-1]) and is_qualifier(other.words[-1])
            if grouped and other.statistics[0] in ("coef", "beta", "b"):
                out[at] = replace(column, statistics=other.statistics, name=column.words[-1])
                out[other.index] = replace(other, name=other.words[-1])
    return out


_TIME = re.compile(rf"{WAVE}\d")


def _at_times(columns: list[Column]) -> list[Column]:
    """The loadings of several times are told apart by these: they head no constructs."""
    times = [c for c in columns if c.statistics == ("loading",) and _TIME.fullmatch(c.name)]
    if len({c.name for c in times}) < 2:
        return list(columns)
    return [replace(c, name="", qualifiers=(*c.qualifiers, c.name)) if c in times else c for c in columns]
