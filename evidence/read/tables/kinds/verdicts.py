"""What became of hypotheses that a table knows only by their labels: `H1 | 0.45 | Supported`."""

import re

from evidence.read.partial import Findings, Found
from evidence.read.prose.relations.relation import Relation, relation
from evidence.read.tables.columns import Column, Row
from evidence.read.tables.relations import verdict_beside
from evidence.read.tables.stated import ends, label_in
from evidence.read.tables.view import Kind, View, weigh
from evidence.records import Hypothesis, Unread


def _told(view: View, row: Row) -> tuple[str, str | None] | None:
    """The label and the verdict of a row; none where its samples disagree."""
    labels = [x for c in view.panel.texts() if (x := label_in(c, row.text(c.index))) and x != "H"]
    said = [v for c in view.panel.of("verdict") if (v := verdict_beside(row.text(c.index)))]
    return (labels[0], said[0] if len(set(said)) == 1 else None) if labels and said else None


_PART = re.compile(r"\(?(?P<letter>[a-h])[).:]\s+(?P<name>.+)|(?P<named>.+?)\s*\((?P<last>[a-h])\)")


_NO_END = re.compile(
    r"(?:decisions?|verdicts?|results?|conclusions?|support|men|women|males?|females?|stud(?:y|ies)|samples?|groups?|waves?|models?)\b",
    re.IGNORECASE,
)


def _parts(view: View) -> dict[str, tuple[str, Column]]:
    """The columns of verdicts by the letter of the part of each hypothesis that they judge, with what it is on.

    `(a) Joy | (b) Calm`, or `Joy (a) | Calm (b)`.
    """
    columns = view.panel.of("verdict")
    read = [(m, c) for c in columns for word in c.words if (m := _PART.fullmatch(word))]
    found = {m["letter"] or m["last"]: (m["name"] or m["named"], c) for m, c in read}
    if any(_NO_END.match(name) for name, _ in found.values()):
        return {}
    return found if len(found) == len(columns) > 1 else {}


def _of_parts(view: View, row: Row, parts: dict[str, tuple[str, Column]]) -> list[Hypothesis]:
    """H1a and H1b, where the row is of H1: its statement says of what, the column on what."""
    labels = [x for c in view.panel.texts() if (x := label_in(c, row.text(c.index))) and x != "H"]
    if not labels or not labels[0][-1:].isdigit():
        return []
    statement = max((row.text(c.index) for c in view.panel.texts() if c.statistic != "verdict"), key=len, default="")
    tie = relation(statement) or Relation()
    judged = [(letter, name, verdict_beside(row.text(c.index))) for letter, (name, c) in parts.items()]
    return [
        Hypothesis(
            labels[0] + letter,
            printed=labels[0] + letter,
            from_=tie.from_,
            to=name if tie.from_ else None,
            sign=tie.sign,
            verdict=said,
        )
        for letter, name, said in judged
        if said
    ]


def score(view: View) -> float:
    """Labels and verdicts in most rows, and relations in few."""
    rows = view.panel.rows if view.panel.of("verdict") else ()
    told = sum(_told(view, r) is not None for r in rows)
    enough = told >= max(2, 0.6 * len(rows))
    return weigh((0.7, enough), (-0.7, enough and 2 * sum(ends(view, r) is not None for r in rows) >= len(rows)))


def read(view: View) -> Findings:
    """Each hypothesis with its verdict; coefficients without a relation cannot be placed and are listed as unread."""
    found: list[Found[Hypothesis]] = []
    parts = _parts(view)
    for row in view.panel.rows:
        judged = _of_parts(view, row, parts)
        if not parts and (one := _told(view, row)):
            judged = [Hypothesis(one[0], printed=one[0], verdict=one[1])]  # type: ignore[arg-type]
        found += [Found(value, {}, view.where, 0.95, view.panel.page) for value in judged]
    lost: tuple[Unread, ...] = ()
    if view.panel.of("beta", "b", "coef"):
        why = "the coefficients stand beside hypothesis labels and the table does not say what runs where"
        lost = (Unread(view.where, why, view.panel.span, view.panel.page),)
    return Findings(hypotheses=tuple(found), unread=lost)


KIND = Kind("verdicts", "relations", score, read)
