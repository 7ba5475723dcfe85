"""Correlations in sentences: `crust correlated with joy (r = .52) and with calm (r = .31)`, `the correlation of A and B was .4`."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.effects.condition import conditioned
from evidence.read.prose.effects.estimates import place_in
from evidence.read.prose.effects.in_turn import in_turn
from evidence.read.prose.effects.parallel import name_list
from evidence.read.prose.ends.named import a_name, between_ends, prepared
from evidence.read.prose.ends.roles import roles
from evidence.read.prose.figures import printed
from evidence.read.prose.lowered import for_lower
from evidence.read.prose.mentions import mentions
from evidence.read.prose.others import of_others
from evidence.read.prose.relations.relation import Relation
from evidence.read.prose.sentences import Sentence
from evidence.records import Matrix, Printed
from evidence.settled import settled

__all__ = ["correlated"]

Span = tuple[int, int]

_CUES = SENTENCES.bit("correlat", "r =", "r=", "rs =", "ρ", ") =")
_VALUE = r"(?P<v>[-−–]?\s?[01]?\.\d+)(?P<stars>\*{1,3})?"
_LETTER = r"(?<![A-Za-z])(?:Pearson[’']?s?\s+|Spearman[’']?s?\s+|zero-order\s+)?(?:r|rs|r_s|rho|ρ)\s*(?:\(\s*\d+\s*\))?\s*=\s*"
_GROUP = re.compile(
    rf"[(\[]\s*{_LETTER}{_VALUE}(?P<rest>[^()\[\]]*(?:\[[^\[\]]*\][^()\[\]]*)*)[)\]]|,\s*{_LETTER}(?P<v2>[-−–]?\s?[01]?\.\d+)(?:\*{{1,3}})?(?P<rest2>(?:,\s*p\s*[=<>]\s*\.?\d[\d.]*)?)"
)

_MORE = late(r"^\s*(?:,|and|;)\s*(?:and\s+)?(?:r\s*=\s*)?[-−–]?\.?\d")
# `correlated with joy (.52) and calm (.31)`
_BARE = re.compile(
    r"[(\[]\s*(?P<v>[-−–]?\s?[01]?\.\d+)(?:\*{1,3})?(?P<rest>(?:\s*[,;]\s*p\s*[<=>]\s*\.?\d[\d.]*|\s*[,;]\s*n\.?\s?s\.?)?)\s*(?P<v2>(?!))?[)\]]"
)
_LETTERED = re.compile(r"[βγαB]\s*=|\bb\s*=|\bSD\b|\bM\s*=")
_DIRECTED = re.compile(
    r"\beffects?\b|\bestimates?\b|\bcoefficients?\b|\bpaths?\b|\bregress|\bpredict|\binfluenc|\bcoupling", re.IGNORECASE
)
_LISTED = late(
    rf"{_LETTER}(?P<all>[-−–]?[01]?\.\d+\*{{0,3}}(?:\s*(?:,\s*and|,|and|;)\s*(?:r\s*=\s*)?[-−–]?[01]?\.\d+\*{{0,3}})+)(?!\d)"
)
_NUMBER = re.compile(r"[-−–]?[01]?\.\d+")
# `The correlation between crust and joy was .52`, `crust correlated .52 with joy`
_PLAIN = re.compile(
    r"\bcorrelations?\s+(?:coefficients?\s+)?(?:of|between|for)\s+(?P<what>[^;:()=]+?)\s+(?:is|was|were|are|amounted\s+to|reached|equal(?:l)?ed|came\s+to)\s+(?:r\s*=\s*)?(?P<all>[-−–]?[01]?\.\d+(?:\s*\([^()]*\))?(?:\s*(?:,\s*and|,|and)\s*[-−–]?[01]?\.\d+)*)(?!\d|\s*(?:to|–)\s*\.)",
    re.IGNORECASE,
)
_INSIDE = late(
    rf"(?P<a>[^,;:()]+?)\s+(?:was\s+|were\s+)?(?:\w+ly\s+)?correlat(?:ed|es)\s+(?:\w+ly\s+)?(?:at\s+)?(?:r\s*=\s*)?{_VALUE}\s*(?:\([^()]*\)\s*)?(?:with\s+(?P<b>[^,;:()]+?))(?=[,;.]?\s*(?:$|[,;.]|and\s+[-−–]?\.\d))",
    re.IGNORECASE,
)
_AT = re.compile(
    rf"correlat(?:ed|es)\s+(?:\w+ly\s+)?(?:at\s+)?(?:r\s*=\s*)?{_VALUE}", re.IGNORECASE
)  # of those inside, what they all have
_PAIR = late(
    r"(?:^|[,;:]\s*|\bthat\s+|\b(?:while|whereas|and)\s+)(?P<a>[^,;:]+?)\s+and\s+(?P<b>[^,;:]+?)\s+(?:(?:were|are)\s+)?(?:(?:\w+ly|not|also|both|and)\s+)*(?:inter)?(?:correlated|correlate|(?:un)?(?:related|associated|linked))(?:\s+(?:with|to)\s+(?:each\s+other|one\s+another))?\s*$",
    re.IGNORECASE,
)
_OTHERS = for_lower(
    r"re-?test|reliab|inter-?rater|\bcoders?\b|item-total|split-half|\bloading|\bAVE\b|square\s+root|intra-?class|\bICC|\bcutoff|\bthreshold|\bCohen\b|\bmarker\b|\bresidual|\bHTMT|canonical|\bsemi-?partial|\bpartial\b|\berror\s+terms?",
)
# Parts of words of which one stands in each.
_OTHERS_HINTS = (
    *("test", "reliab", "rater", "coder", "total", "split", "loading", "ave", "root", "intra", "icc", "off"),
    *("threshold", "cohen", "marker", "residual", "htmt", "canonical", "partial", "error"),
)


@settled
class _Said:
    a: str
    b: str
    value: Printed
    place: Span
    whom: str | None = None


def correlated(sentences: tuple[Sentence, ...]) -> tuple[Found[Matrix], ...]:
    """What sentences say of correlations, as a triangle with what they leave out left open; one for each group."""
    said = [one for sentence in sentences for one in _pairs(sentence)]
    return tuple(_matrix([s for s in said if s.whom == whom], whom) for whom in dict.fromkeys(s.whom for s in said))


def _matrix(said: Sequence[_Said], whom: str | None) -> Found[Matrix]:
    names: dict[str, str] = {}
    for one in said:
        for name in (one.a, one.b):
            names.setdefault(name.lower(), name)
    order = list(names)
    cells: dict[tuple[int, int], _Said] = {}
    for one in said:
        i, j = order.index(one.a.lower()), order.index(one.b.lower())
        cells.setdefault((max(i, j), min(i, j)), one)
    lower = tuple(tuple(cells[(i, j)].value if (i, j) in cells else None for j in range(i)) for i in range(len(order)))
    spans = {f"lower/{i}/{j}": one.place for (i, j), one in cells.items()}
    return Found(Matrix(tuple(names.values()), lower, diagonal="none", table="text", group=whom), spans, confidence=0.8)


def _of_other_numbers(sentence: Sentence) -> bool:
    return mentions(sentence.lower, _OTHERS_HINTS) and _OTHERS.search(sentence.lower) is not None


def _pairs(sentence: Sentence) -> list[_Said]:
    text = sentence.text
    if not (sentence.cues & _CUES and sentence.cues & DIGITS) or _of_other_numbers(sentence):
        return []
    if "orrelat" not in text and _DIRECTED.search(text):
        return []  # an effect with its size as an r
    if of_others(sentence):
        return []
    return _in_brackets(sentence) or _plainly(sentence)


def _in_brackets(sentence: Sentence) -> list[_Said]:
    text = sentence.text
    groups = list(_GROUP.finditer(text))
    if not groups and "orrelat" in text and not _LETTERED.search(text):
        groups = list(_BARE.finditer(text))
    starts = [0, *(m.end() for m in groups)][: len(groups)]
    told = [conditioned(text[a : m.start()]) for a, m in zip(starts, groups, strict=True)]
    clauses = [clause for clause, _ in told]
    ties = roles(clauses, text[groups[-1].end() :]) if groups else {}
    found: list[_Said] = []
    for i, (match, (clause, whom)) in enumerate(zip(groups, told, strict=True)):
        if listed := _LISTED.search(match[0]):
            found += _listed(sentence, listed["all"], match.start() + listed.start("all"), clause, whom)
            continue
        pair = _PAIR.search(prepared(clause))
        ends = (a_name(pair["a"]), a_name(pair["b"])) if pair else None
        if ends is None and i in ties and not ties[i][0].via:
            ends = ties[i][0].from_ or "", ties[i][0].to or ""
        group = "v" if match["v"] else "v2"
        value = printed(match[group])
        if ends and all(ends) and value:
            found.append(_Said(*ends, value, sentence.span(*place_in(text, *match.span(group))), whom))
    return found


def _listed(sentence: Sentence, numbers: str, offset: int, clause: str, whom: str | None) -> list[_Said]:
    """`Crust was correlated with joy, calm and grief (r = .5, .3 and .2, respectively)`."""
    values = list(_NUMBER.finditer(numbers))
    ties = in_turn(clause, len(values))
    return _each(sentence, ties, values, offset, whom) if ties else []


def _each(
    sentence: Sentence, ties: Sequence[Relation], values: Sequence[re.Match[str]], offset: int, whom: str | None
) -> list[_Said]:
    return [
        _Said(
            a_name(tie.from_ or ""),
            a_name(tie.to or ""),
            value,
            sentence.span(offset + m.start(), offset + m.end()),
            whom,
        )
        for tie, m in zip(ties, values, strict=True)
        if (value := printed(m[0]))
    ]


def _plainly(sentence: Sentence) -> list[_Said]:
    text = sentence.text
    found: list[_Said] = []
    for match in _PLAIN.finditer(text):
        values = list(_NUMBER.finditer(re.sub(r"\([^()]*\)", lambda b: " " * len(b[0]), match["all"])))
        ends = between_ends(
            f"the correlation {'between' if ' and ' in match['what'] and ' with ' not in match['what'] else 'of'} {match['what']}"
        )
        if ends and len(values) == 1:
            found += _each(sentence, [Relation(*ends)], values, match.start("all"), None)
            continue
        first, _, rest = match["what"].partition(" with ")
        targets = name_list(rest)
        if a_name(first) and len(targets) == len(values) > 1 and all(map(a_name, targets)):
            found += _each(sentence, [Relation(first, name) for name in targets], values, match.start("all"), None)
    for match in () if found or not _AT.search(text) else _INSIDE.finditer(text):
        start, end, value = a_name(prepared(match["a"])), a_name(match["b"]), printed(match["v"])
        if start and end and value:
            found.append(_Said(start, end, value, sentence.span(*place_in(text, *match.span("v")))))
    return found
