"""What the text says against what the tables print."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from evidence.checks.interval import Interval
from evidence.checks.model import Check, Conflict, Missing, Relation
from evidence.checks.sheet import Cell, Row, Sheet

__all__ = ["CHECKS"]


def _same(said: Interval, printed: Interval, ref: str) -> Conflict | None:
    if said.meets(printed):
        return None
    return Conflict("error", f"the text says {said}, the table {printed} ({ref})", str(said), str(printed))


def _pct(said: Interval, printed: Interval, ref: str) -> Conflict | None:
    """One of the two may be in percent: 17 % in the text is .17 in the table."""
    if (said / 100.0).meets(printed) or said.meets(printed / 100.0):
        return None
    return _same(said, printed, ref)


_EFFECT = re.compile(r"/(?:paths/\d+/(?:beta|b)|effects/\d+/(?:indirect|total|direct))")


def _announces(sheet: Sheet, claim: Row, printed: Cell) -> bool:
    """The abstract states the effect itself, of the whole sample and the model the paper rests on."""
    if claim.says("section") != "abstract" or not _EFFECT.fullmatch(printed.at):
        return False
    _, section, number, _ = printed.at.split("/")
    row = sheet.rows(section)[int(number)]
    return row.raw.get("primary") is not False and not row.says("group") and not row.says("model")


def _headline(*values: Interval, test: Callable[..., Conflict | None]) -> Conflict | None:
    found = test(*values)
    return found and found._replace(level="critical", message=found.message.replace("the text", "the abstract", 1))


def _percent(a: Cell, b: Cell) -> bool:
    return ("%" in a.text) != ("%" in b.text)


def _values(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("claims"):
        if row.says("kind") != "value":
            continue
        said, printed = row("value"), sheet.at(row.says("ref"))
        if said is None or printed is None:
            yield Missing(row.at, "the value in the text and in the table")
            continue
        said = Cell(said.at, said.text, printed.kind, said.reread(said.text)) if printed.kind != "value" else said
        reading = said.reread(said.text)
        if reading is None:
            continue
        said = Cell(said.at, said.text, printed.kind, reading)
        test = partial(_pct if _percent(said, printed) else _same, ref=printed.at)
        if _announces(sheet, row, printed):
            test = partial(_headline, test=test)
        yield Relation(row.at, (said, printed), test)


def _met(value: Interval, op: str, limit: float) -> bool:
    """Some unrounded value satisfies the claim; closed ends, since the rounding is not known."""
    if op in (">", ">="):
        return value.hi >= limit
    if op in ("<", "<="):
        return value.lo <= limit
    return limit in value


def _claimed(limit: Interval, value: Interval, op: str, text: str, ref: str) -> Conflict | None:
    if _met(value, op, limit.mid):
        return None
    return Conflict("error", f"claimed {op} {text}, but {ref} is {value}", str(value), f"{op} {text}")


def _thresholds(sheet: Sheet) -> Iterator[Relation | Missing]:
    for row in sheet.rows("claims"):
        if row.says("kind") != "threshold":
            continue
        limit, op, refs = row("value"), row.says("op"), row.names("refs") or [r for r in [row.says("ref")] if r]
        cells = [c for c in map(sheet.at, refs) if c]
        if limit is None or op not in ("<", "<=", ">", ">=", "=") or not cells:
            yield Missing(row.at, "the threshold, its direction and the cells it is about")
            continue
        for cell in cells:
            value = (limit, cell)
            test = partial(_in_percent if _mixed(limit, cell) else _claimed, op=op, text=limit.text, ref=cell.at)
            yield Relation(row.at, value, test, witness=False)


def _mixed(limit: Cell, cell: Cell) -> bool:
    return abs(limit.reading).lo > 1 and "%" not in limit.text and "%" in cell.text


def _in_percent(limit: Interval, value: Interval, op: str, text: str, ref: str) -> Conflict | None:
    return _claimed(limit, value * 100.0, op, text, ref)


def _own_limits(sheet: Sheet) -> Iterator[Relation | Missing]:
    """The paper's own thresholds of fit: missed ones are a note, unless a sentence claims that they are met."""
    for row in sheet.rows("fit"):
        limits = row.sub("thresholds")
        for name, text in limits.raw.items():
            cell = row(name)
            if cell is None or not isinstance(text, str):
                continue
            op = next((o for o in ("<=", ">=", "<", ">") if text.strip().startswith(o)), "")
            limit = Row(limits.at, {name: text.strip().lstrip("<>= ≤≥")})(name)
            if op and limit:
                limit = Cell(limit.at, text, "value", limit.reading)
                yield Relation(
                    row.at, (limit, cell), partial(_missed, op=op, text=limit.text, ref=cell.at), witness=False
                )


def _missed(limit: Interval, value: Interval, op: str, text: str, ref: str) -> Conflict | None:
    found = _claimed(limit, value, op, text, ref)
    return found and found._replace(level="note", message=f"the paper's own limit {text} is not met: {ref} is {value}")


def _all_thresholds(sheet: Sheet) -> Iterator[Relation | Missing]:
    yield from _thresholds(sheet)
    yield from _own_limits(sheet)


def _announced(sheet: Sheet) -> Iterator[Relation | Missing]:
    """Every hypothesis announced has a result, and every result a hypothesis."""
    labels = {r.says("label") for r in sheet.rows("hypotheses")} - {""}
    tested = {r.says("hypothesis") for s in ("paths", "effects") for r in sheet.rows(s)} - {""}
    if not labels or not tested:
        return
    decided = {r.says("label") for r in sheet.rows("hypotheses") if r.says("verdict")}
    alone, extra = sorted(labels - tested - decided), sorted(tested - labels)
    if alone:
        yield Relation(
            "/hypotheses", (), partial(_orphans, words=", ".join(alone), what="announced without a result"), False
        )
    if extra:
        yield Relation(
            "/paths", (), partial(_orphans, words=", ".join(extra), what="tested without being announced"), False
        )
    if not alone and not extra:
        yield Relation("/hypotheses", (), lambda: None, False)


def _orphans(words: str, what: str) -> Conflict:
    return Conflict("note", f"hypotheses {what}: {words}", words, "every hypothesis has one result")


def _direction(sheet: Sheet) -> Iterator[Relation | Missing]:
    """A hypothesis reported as supported in words that name a direction, against the sign of its path."""
    signs = {"+": 1, "-": -1}
    tested: dict[str, list[Row]] = {}
    for path in sheet.rows("paths"):
        if not path.says("verdict"):
            tested.setdefault(path.says("hypothesis"), []).append(path)
    tested.pop("", None)
    for h in sheet.rows("hypotheses"):
        sign = signs.get(h.says("sign"), 0)
        if h.says("verdict") != "supported" or not sign:
            continue
        rows = tested.get(h.says("label"), [])
        whole = [path for path in rows if not path.says("group")]
        against = [path for path in rows if (est := path("beta") or path("b")) and est.reading.sign == -sign]
        for path in whole or (rows if len(against) == len(rows) else []):  # one group is not all that was claimed of
            if est := path("beta") or path("b"):
                yield Relation(h.at, (est,), partial(_against, sign=sign, label=h.says("label")))


def _against(est: Interval, sign: int, label: str) -> Conflict | None:
    if est.sign != -sign:
        return None
    word = "positive" if sign > 0 else "negative"
    return Conflict(
        "critical", f"{label} claims a {word} effect, the coefficient is {est}", str(est), f"a {word} coefficient"
    )


_TABLE = {"paths": [{"beta": "-.26"}], "constructs": [{"ave": ".40"}, {"ave": ".53"}], "structural": [{"r2": ".17"}]}


def _claim(**fields: object) -> dict[str, object]:
    return {**_TABLE, "claims": [fields]}


_REFS = ["/constructs/0/ave", "/constructs/1/ave"]
_NUIJTEN = "Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2"
CHECKS = (
    Check(
        id="text-table-mismatch",
        title="the text gives another value than the table",
        section=10,
        formula="value in the text = value in the table, within the rounding of both",
        reference=_NUIJTEN,
        needs="a value in the text and the table cell it repeats",
        relations=_values,
        passes=(
            _claim(kind="value", ref="/paths/0/beta", value="-.3"),
            _claim(kind="value", ref="/structural/0/r2", value="17%"),
        ),
        fails=(
            _claim(kind="value", ref="/paths/0/beta", value="-.62"),
            _claim(kind="value", ref="/structural/0/r2", value="71%"),
            _claim(kind="value", ref="/paths/0/beta", value="-.62", section="abstract"),
        ),
        silent=(
            _claim(kind="value", ref="/paths/9/beta", value="-.62"),
            _claim(kind="other", ref="/paths/0/beta", value="-.62"),
        ),
        avoids="another model or sub-sample; fewer decimals in the text",
    ),
    Check(
        id="threshold-claim",
        title="a claimed threshold is not met",
        section=10,
        formula="each cell has an unrounded value on the claimed side of the threshold",
        reference=_NUIJTEN,
        needs="a claimed threshold and the cells it is about",
        relations=_all_thresholds,
        passes=(
            _claim(kind="threshold", op=">", value="0.40", refs=_REFS),
            {"fit": [{"cfi": ".95", "thresholds": {"cfi": ">.90"}}]},
        ),
        fails=(
            _claim(kind="threshold", op=">", value="0.50", refs=_REFS),
            _claim(kind="threshold", op="<", value="0.50", refs=_REFS),
            {"fit": [{"cfi": ".85", "thresholds": {"cfi": ">.90"}}]},  # a note
        ),
        silent=(
            _claim(kind="threshold", op=">", refs=_REFS),
            _claim(kind="threshold", op="about", value="1", refs=_REFS),
        ),
        avoids="a threshold that is not met and not claimed is a note",
    ),
    Check(
        id="hypothesis-table",
        title="hypotheses and results do not match",
        section=10,
        formula="every hypothesis has a result, every result a hypothesis",
        reference="JARS-Quant, Appelbaum et al. 2018, doi:10.1037/amp0000191",
        needs="hypotheses with labels, results with labels",
        relations=_announced,
        passes=({"hypotheses": [{"label": "H1"}], "paths": [{"hypothesis": "H1"}]},),
        fails=(
            {"hypotheses": [{"label": "H1"}, {"label": "H2"}], "paths": [{"hypothesis": "H1"}, {"hypothesis": "H3"}]},
        ),
        silent=({"paths": [{"hypothesis": "H1"}]},),
        sanity=True,
    ),
    Check(
        id="direction-claim",
        title="a supported hypothesis has the opposite sign",
        section=10,
        formula="sign(coefficient) = sign claimed",
        reference=_NUIJTEN,
        needs="a hypothesis with sign and verdict, and its coefficient",
        relations=_direction,
        passes=(
            {
                "hypotheses": [{"label": "H1", "sign": "+", "verdict": "supported"}],
                "paths": [{"hypothesis": "H1", "beta": ".2"}],
            },
        ),
        fails=(
            {
                "hypotheses": [{"label": "H1", "sign": "+", "verdict": "supported"}],
                "paths": [{"hypothesis": "H1", "beta": "-.2"}],
            },
        ),
        silent=(
            {"hypotheses": [{"label": "H1", "verdict": "supported"}], "paths": [{"hypothesis": "H1", "beta": "-.2"}]},
        ),
    ),
)
