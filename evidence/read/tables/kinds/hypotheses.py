"""Hypotheses that a table lists before anything is estimated: `H1 | Trust → Loyalty | +`, `H2: Joy raises calm`."""

import re

from evidence.read.partial import Findings, Found
from evidence.read.prose.relations.relation import Relation, relation
from evidence.read.tables.columns import Row
from evidence.read.tables.relations import hypothesis_label
from evidence.read.tables.stated import ends, label_in
from evidence.read.tables.view import Kind, View, weigh
from evidence.records import Hypothesis

_SIGNS = {"+": "+", "positive": "+", "-": "-", "−": "-", "–": "-", "negative": "-"}
_THROUGH = re.compile(r"(?P<to>[^,(]+?),?\s*\(?(?:through|via|by\s+way\s+of)\s+(?P<m>[^()]+)\)?", re.IGNORECASE)
_FEWEST_WORDS = 3  # of a statement


def _told(view: View, row: Row) -> tuple[str, str, Relation | None] | None:
    """The label of a row, the words that state the hypothesis and the relation that these assert."""
    texts = [(c, row.text(c.index)) for c in view.panel.texts()]
    label = next((x for c, text in texts if (x := label_in(c, text)) and x != "H"), None)
    named = view.panel.of("from") + view.panel.of("to") if view.panel.of("from") and view.panel.of("to") else []
    said = [text for c, text in texts if c not in named]
    words = [hypothesis_label(text)[1] if hypothesis_label(text)[0] else text for text in said]
    statement = max(words, key=len, default="")
    if label is None or (len(statement.split()) < _FEWEST_WORDS and not named):
        return None
    told = relation(statement) if len(statement.split()) >= _FEWEST_WORDS else None
    at_ends = {row.text(c.index).casefold() for c in named}
    reason = told and named and not at_ends & {(told.from_ or "").casefold(), (told.to or "").casefold()}
    tie = None if reason and told and not (told.moderator or told.via) else told
    beside = None if tie else ends(view, row)
    if beside:
        through = _THROUGH.fullmatch(beside.target)
        target, via = (through["to"], (through["m"],)) if through else (beside.target, beside.via)
        tie = Relation(beside.source, target, "; ".join(via) or None)
    return label, statement, tie


def score(view: View) -> float:
    """Labels and statements in most rows, relations in some, and neither a number nor a verdict beside them."""
    if view.panel.numbers() or view.panel.of("verdict"):
        return 0.0
    rows = view.panel.rows
    told = [t for row in rows if (t := _told(view, row))]
    return weigh((0.7, len(told) > 1 and len(told) >= 0.6 * len(rows) and any(tie for _, _, tie in told)))


def read(view: View) -> Findings:
    """Each hypothesis as its row states it, with the sign that was expected."""
    found: list[Found[Hypothesis]] = []
    for row in view.panel.rows:
        if (told := _told(view, row)) is None:
            continue
        label, statement, tie = told
        tie = tie or Relation()
        signs = {s for c in view.panel.texts() if (s := _SIGNS.get(row.text(c.index).strip("() ").lower()))}
        value = Hypothesis(
            label,
            printed=label,
            from_=tie.from_,
            to=tie.to,
            via=tie.via,
            moderator=tie.moderator,
            sign=signs.pop() if len(signs) == 1 else tie.sign,  # type: ignore[arg-type]
            statement=statement,
        )
        found.append(Found(value, {}, view.where, 0.9, view.panel.page))
    return Findings(hypotheses=tuple(found))


KIND = Kind("hypotheses", "relations", score, read)
