"""How a sentence words what is reliable and how: each wording takes the sentence, or leaves it to the next."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Callable, Iterator
from typing import Any

from evidence.kept import kept
from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.aligned import Names
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.effects.parallel import name_list, number_list
from evidence.read.prose.figures import printed
from evidence.read.prose.relations.relation import construct_phrase
from evidence.read.prose.reliability.entries import entry
from evidence.read.prose.reliability.owners import owner
from evidence.read.prose.sentences import Sentence
from evidence.records import Construct
from evidence.settled import settled

__all__ = ["ALPHAS", "GENERIC", "UNNAMED", "turned", "worded"]

_ALPHA = r"(?:Cronbach\s*['’′`]?\s*s?\s*(?:alphas?|α)?(?:\s+(?:coefficients?|values?|reliabilit\w+))?|(?<![A-Za-z])(?:α|alphas?|Alphas?)(?![A-Za-z])(?:\s+(?:coefficients?|values?))?|克朗巴哈系数)"
_CR = r"(?:composite\s+reliabilit\w+(?:\s*\(CR\))?|(?<![A-Za-z])CR(?![A-Za-z]))"
_AVE = r"(?:average\s+variance\s+extracted(?:\s*\(AVE\))?|(?<![A-Za-z])AVE(?![A-Za-z]))"
_CR_OR_AVE = (  # of several
    r"composite\s+reliabilit\w+(?:\s*\(CR\))?|average\s+variances?\s+extracted(?:\s*\(AVE\))?|(?<![A-Za-z])(?:CR|AVE)s?(?![A-Za-z])"
)
# What joins a statistic to its value: `was`, `reached`, `turned out to be`, `here came to`.
_JOINS = r"(?:=|:|was|is|of|were|are|equal(?:s|led)?|reached|attained|(?:stood|lay)\s+at|came(?:\s+out)?\s+(?:to|at)|amount(?:s|ed)\s+to|turned\s+out(?:\s+to\s+be|\s+at)?|proved\s+to\s+be)"
_WHERE = r"(?:\s+(?:here|of\s+(?:this|the)\s+(?:scale|measure|instrument|index|subscale)|in\s+(?:the|this|our)(?:\s+own)?(?:\s+\w+){1,3}?|for\s+(?:the|this|our|each)\s+[\w' -]{2,50}?))"
_VALUE = rf"{_WHERE}?\s*{_JOINS}\s*(?:found\s+to\s+be\s+|estimated\s+(?:at|to\s+be)\s+|at\s+)?(?P<v>0?\.\d{{2,3}}|1\.00)(?!\d)"
_SINGLE = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("alpha", _ALPHA + _VALUE),
        ("alpha", rf"(?:[Rr]eliabilit\w+|consistency){_VALUE}\s*[(\[]\s*{_ALPHA}\s*[)\]]"),
        ("alpha", rf"(?:[Rr]eliabilit\w+|consistency)\s*[(\[]\s*{_ALPHA}\s*[)\]]{_VALUE}"),
        ("cr", _CR + _VALUE),
        ("ave", _AVE + _VALUE),
    )
)
_NAMED = re.compile(
    rf"(?P<name>(?:[A-Za-z][\w'’/-]*\s+){{1,6}})\(\s*(?:\w+\s+items?\s*[,;]\s*)?{_ALPHA}\s*=\s*(?P<v>0?\.\d{{2,3}})"
)
_FOR = re.compile(
    rf"{_ALPHA}\s+(?:for|of)\s+(?:the\s+)?(?P<name>[A-Za-z][\w '’/-]{{2,60}}?)\s+(?:scale\s+|construct\s+|measure\s+)?(?:was|is|=)\s*(?:(?:found|calculated|determined|reported|estimated)\s+(?:to\s+be|as|at)\s+)?(?P<v>0?\.\d{{2,3}})",
    re.IGNORECASE,
)
_LIST = re.compile(
    rf"{_ALPHA}[^.;]{{0,30}}?\b(?:for|of)\s+(?P<names>[A-Za-z][^.;:()]{{5,200}}?)\s+(?:were|was|are|is)\s+(?P<values>0?\.\d{{2,3}}(?:\s*(?:,\s*and|,|and)\s*0?\.\d{{2,3}})+)\s*,?\s*respectively",
    re.IGNORECASE,
)
_FIGURES = r"0?\.\d{2,3}(?:\s*(?:,\s*and|,|and)\s*0?\.\d{2,3})+"
_IN_A_ROW = late(_FIGURES, re.IGNORECASE)
_TURNED = late(
    rf"(?P<what>{_ALPHA}|{_CR_OR_AVE})(?:\s+values?)?\s+(?:were|was|are|is|of|amount(?:ed)?\s+to|came\s+to)(?:\s*,?\s*in\s+(?:the|this)\s+same\s+order\b)?\s*,?\s*"
    rf"(?P<values>{_FIGURES})(?:\s*,?\s*(?:for|in\s+the\s+case\s+of)\s+(?P<names>[A-Za-z][^.;:()]{{5,200}}?)\s*,?\s*respectively)?",
    re.IGNORECASE,
    needs=_IN_A_ROW,
)
_RESPECTIVELY = re.compile(r"\s*,?\s*respectively\b")
_NAMES_FIRST = late(  # `composite reliabilities of trust and joy amount to .93 and .89, respectively`
    rf"(?P<what>{_CR_OR_AVE})"
    r"(?:\s+values?)?\s+(?:for|of)\s+(?P<names>[A-Za-z][^.;:()\d]{5,200}?)\s+(?:were|was|are|is|amount(?:ed)?\s+to|came\s+to|reached)\s+"
    rf"(?P<values>{_FIGURES})\s*,?\s*respectively",
    re.IGNORECASE,
    needs=_IN_A_ROW,
)
_GENERAL = late(
    r"\b(?:threshold|recommend|should|at\s+least|above|exceed|greater|acceptable|criteri|cut-?off|overall|entire|whole|total\s+scale|range|between|all\s+(?:constructs|scales|variables))\b|et\s+al(?!\.?,?\s*\(?(?:19|20)\d\d[a-z]?\)?,?\s+(?:and|with|its)\b)",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?P<name>[A-Za-z][\w '’/-]{{2,60}}?)\s+(?:(?:was|were|is)\s+(?:\w+ly\s+)?(?:measured|assessed|captured|gauged|operationali[sz]ed|evaluated)\s+)?"
    rf"(?:with|by|using|through|on)\s+[^().;]{{0,90}}\(\s*(?:[^()]{{0,40}}[,;]\s*)?{_ALPHA}\s*=\s*(?P<v>0?\.\d{{2,3}})"
)
_BRACKETED = re.compile(rf"[(\[,;]\s*{_ALPHA}{_WHERE}?\s*[=:]\s*(?P<v>0?\.\d{{2,3}})")
# `Calm (four items, e.g. 'I am calm', α = .82) was taken from ...`: a name that opens the sentence, its alpha behind it.
_OPENING = late(
    rf"^(?:The\s+)?(?P<name>[A-Z][\w '’/-]{{2,60}}?)\s*\((?P<in>[^()]*[,;]\s*)?{_ALPHA}\s*[=:]\s*(?P<v>0?\.\d{{2,3}})\s*[;,)]"
)
ALPHAS = SENTENCES.bit("alpha", "α", "cronbach", "克朗巴哈系数")
_HINT = re.compile(
    r"\.\d.*(?:α|[Aa]lpha|Cronbach|eliabilit|CR\b|AVE\b)|(?:α|[Aa]lpha|Cronbach|eliabilit|CR\b|AVE\b|variance extracted).*\.\d"
)
GENERIC = re.compile(
    r"\b(?:it|they|this|these|scales?|items?|reliabilit\w+|validit\w+|consistency|questionnaires?|surveys?|instruments?|responses?|answers?|data|models?|measures?|bias|variables?|constructs?|samples?|participants?|respondents?|dimensions?|version|each|all|both)\b",
    re.IGNORECASE,
)
# What stands before a bracket and names nothing: `the scale showed good reliability (α = .92)`.
UNNAMED = re.compile(
    r"\b(?:it|they|this|these|which|items?|reliab\w+|valid\w*|consisten\w+|questionnaires?|surveys?|good|excellent|high|adequate|satisfactory|acceptable|internal|alphas?|used|employed|applied|adopted)$|\b(?:show\w*|has|have|had|been|proved|demonstrat\w*|exhibit\w*|display\w*|possess\w*|yield\w*|reach\w*)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:items?|questions?|statements?|consistency|reliabilit\w+)\b", re.IGNORECASE)
_ITEMS = re.compile(r"\b(?:items?|questions?|statements?|scales?|subscales?)$", re.IGNORECASE)
_CITED = re.compile(r"[A-Z]\w+.*\b(?:19|20)\d\d")
_THIS = re.compile(
    r"^(?:the|this|these|that|our|current|present|each|construct|scale|measure|study|sample|it|questionnaire|instrument|items?|whole|entire|overall|total|subscales?|scales|all|for|of|and|with)$",
    re.IGNORECASE,
)


_ITEM_OF_LIST = re.compile(r"\s*[A-Za-z-]+(?:\s+[a-z-]+)?\s+of\s+[a-z-]+(?:\s+[a-z-]+)?\s*")
_SAID_BEFORE = re.compile(
    r"\b(?:for|of|and|with|include[sd]?|are|were|that|(?:then|also)?\s*(?:reported|rated|completed|answered|assessed|measured|captured|tapped|gauged|covered|operationali[sz]ed|comprised))\b"
)


@settled
class _Said:
    """A sentence, and what was being measured when it was said."""

    sentence: Sentence
    measure: str
    described: str
    known: Names | None

    @property
    def text(self) -> str:
        """The words."""
        return self.sentence.text

    @kept
    def alone(self) -> list[re.Match[str]]:
        """The alphas in brackets."""
        return list(_BRACKETED.finditer(self.text))

    @kept
    def named(self) -> list[re.Match[str]]:
        """The alphas behind, or of, some words."""
        if not self.sentence.cues & ALPHAS:
            return []
        found = [*_NAMED.finditer(self.text), *_FOR.finditer(self.text)]
        return [m for m in found if not all(_THIS.match(w) for w in m["name"].split())]

    def construct(
        self, name: str, match: re.Match[str], confidence: float, what: str = "alpha"
    ) -> list[Found[Construct]]:
        """A construct with the figure that a match found."""
        value = printed(match["v"])
        if not name or value is None:
            return []
        figures: dict[str, Any] = {what: value}
        place = self.sentence.span(*match.span("v"))
        return [Found(Construct(name, **figures), {what: place}, confidence=confidence, page=self.sentence.page)]


def worded(sentence: Sentence, measure: str, described: str, known: Names | None = None) -> list[Found[Construct]]:
    """What a sentence gives, by the first wording that it has; `measure` is what the sentences before describe."""
    if not _HINT.search(sentence.text):
        return []
    said = _Said(sentence, measure, described, known)
    return next((found for wording in _WORDINGS if (found := wording(said)) is not None), [])


def _in_list(said: _Said) -> list[Found[Construct]] | None:
    """`Cronbach's alphas for trust and joy were .81 and .84, respectively`."""
    listed = _LIST.search(said.text)
    names, values = (name_list(listed["names"]), number_list(listed["values"])) if listed else ([], [])
    if listed is None or len(names) != len(values):
        return None
    at, page = listed.start("values"), said.sentence.page
    return [
        Found(Construct(name, alpha=alpha), {"alpha": said.sentence.span(at + a, at + b)}, confidence=0.9, page=page)
        for name, (alpha, (a, b)) in zip(names, values, strict=True)
    ]


def _of_described(said: _Said) -> list[Found[Construct]] | None:
    """`trust was measured by means of five statements on ... (α = .83)`."""
    if not said.described or len(said.alone) != 1 or len(said.described.split()) > 6 or not printed(said.alone[0]["v"]):
        return None
    return said.construct(construct_phrase(said.described) or said.described, said.alone[0], 0.85)


def _opening(said: _Said) -> list[Found[Construct]] | None:
    """`Calm (four items, α = .82) was taken from ...`."""
    match = _OPENING.match(said.text) if len(said.alone) == 1 else None
    if match is None or GENERIC.search(name := _RATED.sub("", match["name"])) or UNNAMED.search(name):
        return None
    return said.construct(construct_phrase(name), match, 0.85)


_RATED = late(  # `Nurses rated their joy`
    r"^(?:\w+\s+){1,3}?(?:rated|reported|indicated|evaluated|described|expressed|assessed)\s+(?:on\s+)?(?:their|his|her|the|its)\s+",
    re.IGNORECASE,
)


# `Three items captured the perceived quality of the service on a scale from 1 to 7 (α = .91)`
_ITEMS_MEASURE = late(
    r"^(?:(?:in\s+addition|moreover|furthermore|finally|another|a\s+further|further|also),?\s+)?(?:the\s+(?:same\s+)?)?(?:\w+\s+)(?:[\w-]+\s+){0,2}?(?:items?|questions?|statements?|indicators?)\s+"
    r"(?:(?:\w+ly|together|also|each)\s+)?(?:measured?|assess(?:ed)?|captur(?:ed|e)|tap(?:ped)?|gaug(?:ed|e)|cover(?:ed)?|reflect(?:ed)?|represent(?:ed)?|were\s+(?:\w+\s+)?to\s+(?:measure|assess|capture|tap))\s+"
    rf"(?:the\s+)?(?P<name>[A-Za-z][\w '’/-]{{2,60}}?)(?:\s+(?:on|with|using|by\s+means\s+of|from)\s+(?:an?|the|scales?|five|seven|\d)\b[^().;]{{0,60}})?\s*\(\s*(?:[^()]{{0,60}}[,;]\s*)?{_ALPHA}\s*[=:]\s*(?P<v>0?\.\d{{2,3}})",
    re.IGNORECASE,
)


def _items_measure(said: _Said) -> list[Found[Construct]] | None:
    """`Three items measured joy (α = .81)`: what they measure, told as their object."""
    match = _ITEMS_MEASURE.match(said.text) if len(said.alone) == 1 else None
    name = construct_phrase(match["name"]) if match else ""
    if match is None or not name or GENERIC.search(name) or UNNAMED.search(name):
        return None
    return said.construct(name, match, 0.87)


# `... the 10-item Perceived Stress Scale (PSS; Cohen, 1983), which showed a Cronbach's alpha of .86 in this study`
_WHICH_SHOWED = late(
    rf"\b(?:the|a)\s+(?:\w+-item\s+|short\s+|brief\s+)?(?P<name>(?:[A-Z][\w'’/-]*\s+(?:(?:of|for|in|to|and|the)\s+)?){{1,6}})(?:Scale|Inventory|Questionnaire|Index|Survey|Measure|Test)(?:\s*[-–]?\s*[\dIVR]{{1,2}})?\s*(?:\([^()]{{2,80}}\)\s*)?"
    rf",?\s*(?:which|that|and\s+it|and)\s+(?:showed|had|has|yielded|demonstrated|reached|displayed|exhibited|obtained)\s+(?:an?\s+)?(?:\w+\s+){{0,3}}?{_ALPHA}\s*(?:of|=|was)\s*(?P<v>0?\.\d{{2,3}})(?!\d)",
    needs=("Scale", "Inventory", "Questionnaire", "Index", "Survey", "Measure", "Test"),
)


def _which_showed(said: _Said) -> list[Found[Construct]] | None:
    """What the scale measures that is named, with its alpha in a clause behind it."""
    match = None if said.measure else _WHICH_SHOWED.search(said.text)
    return said.construct(construct_phrase(match["name"]), match, 0.82) if match else None


def _below_its_name(said: _Said) -> list[Found[Construct]] | None:
    """`Trust. Four items asked ... (α = .83).`: said below the name of the measure, of no other construct."""
    before = said.text[: said.alone[0].start()] if len(said.alone) == 1 else ""
    if not (said.measure and before and not said.described and said.sentence.start > 2):
        return None
    other = said.known.pattern.search(before) if said.known else None
    own = owner(before, said.known)
    if own and not own.isupper() and own.lower() != said.measure.lower():
        return []
    of_it = other is None or other[0].lower() in said.measure.lower()
    if not (_ASKED.search(before) and of_it and not _GENERAL.search(before) and printed(said.alone[0]["v"])):
        return None
    return said.construct(said.measure, said.alone[0], 0.85)


def _with_items(said: _Said) -> list[Found[Construct]] | None:
    """`trust was measured with four items (α = .82), and loyalty with five items (α = .85)`."""
    by = [
        m
        for m in (_BY.finditer(said.text) if said.sentence.cues & ALPHAS else ())
        if not _THIS.match(m["name"].split()[-1])
    ]
    by = [m for m in by if not re.search(r"\beach:", m[0])]  # `three items each: calm (α = .77), ...`
    if not by and not any(_ITEMS.search(m["name"].strip()) for m in said.named):
        return None
    pairs = [(re.split(r"(?i)[,;]\s*(?:and\s+)?|\band\b", m["name"])[-1], m) for m in by]
    if not by and said.measure and len(said.named) == 1:
        pairs = [(said.measure, said.named[0])]
    plain = [(construct_phrase(_RATED.sub("", name.strip())), match) for name, match in pairs]
    return [
        found
        for name, match in plain
        if not re.match(r"(?:all|both|each)\b", name, re.I)
        for found in said.construct(name, match, 0.85)
    ]


def _of_measure(said: _Said) -> list[Found[Construct]] | None:
    """`The scale showed good reliability (α = .92)`."""
    if not (said.measure and len(said.named) == 1 and UNNAMED.search(said.named[0]["name"].strip())):
        return None
    behind = said.text[said.named[0].end("v") : said.named[0].end("v") + 40]
    if _CITED.search(behind.partition(")")[0]) or _GENERAL.search(said.text):
        return []
    return said.construct(said.measure, said.named[0], 0.85)


_QUOTES = ("'", "‘", "“", '"')


def _by_name(said: _Said) -> list[Found[Construct]] | None:
    """`trust (α = .88)`, `the alpha of trust was .88`."""
    found: list[Found[Construct]] = []
    for match in said.named:
        if UNNAMED.search(match["name"].strip()):
            continue
        if said.text[max(0, match.start("name") - 1) : match.start("name")] in _QUOTES:
            found += said.construct(said.measure, match, 0.8) if said.measure else []  # the wording of an item
            continue
        in_list = said.text[: match.start("name")].rstrip().endswith(",")  # `..., fear of crowds (α = .90)`
        whole = in_list and _ITEM_OF_LIST.fullmatch(match["name"])
        pieces = [match["name"]] if whole else _SAID_BEFORE.split(match["name"])
        found += said.construct(construct_phrase(pieces[-1]), match, 0.8)
    return found if said.named else None


def _single(said: _Said) -> list[Found[Construct]] | None:
    """`Cronbach's alpha was .85`, of the measure that is being described."""
    found: list[Found[Construct]] = []
    for what, pattern in _SINGLE if said.measure else ():
        for match in pattern.finditer(said.text):
            if _ANOTHER.match(said.text[match.end("v") :]):
                continue  # a list, of which nobody can say whose is the first
            if _GENERAL.search(said.text[max(0, match.start() - 40) : match.end()]) or printed(match["v"]) is None:
                continue
            found += said.construct(said.measure, match, 0.85, what)
            break
    return found


# `Reliability was .94 for trust and .92 for joy; the average variance extracted was .61 and .58, respectively`
_ONE_FOR_EACH = re.compile(
    r"(?<![\d.])0?\.\d{2,3}\s+for\s+(?:the\s+)?(?P<name>[^,.;:()\d]{3,60}?)(?=\s*(?:[,;]|\band\s+0?\.\d))"
)
_ANOTHER = re.compile(r"\s*(?:\s(?:for|in|among)\s[^.;()]{2,60}?)?(?:,\s*and|,|\s*\band)\s*0?\.\d")


_OF_EACH = late(  # `composite reliabilities of .88 for crust, .85 for smell and .91 for price`
    rf"(?P<what>{_CR_OR_AVE})(?:\s+(?:values?|scores?))?\s+(?:of|were|are|was|is|amount(?:ed)?\s+to)\s+(?P<list>0?\.\d{{2,3}}\s+for\s[^;()]*)",
    re.IGNORECASE,
    needs=late(r"\.\d{2,3}\s+for\s", re.IGNORECASE),
)
_FOR_ONE = re.compile(
    r"(?<![\d.])(?P<v>0?\.\d{2,3})\s+for\s+(?:the\s+)?(?P<name>[^,.;:()\d]{3,60}?)(?=\s*(?:[,;.]|\band\b|\bwith\b|$))"
)


def _of_each(said: _Said) -> list[Found[Construct]] | None:
    """A composite reliability, or variance extracted, for each name behind it."""
    match = _OF_EACH.search(said.text)
    pairs = list(_FOR_ONE.finditer(said.text, match.start("list"), match.end("list"))) if match else []
    if match is None or len(pairs) < 2:
        return None
    what = "ave" if match["what"].lower().startswith(("ave", "average")) else "cr"
    further = list(turned(said.sentence))
    return [*(f for m in pairs for f in said.construct(construct_phrase(m["name"]), m, 0.9, what)), *further]


def turned(sentence: Sentence) -> Iterator[Found[Construct]]:
    """`alphas were .81, .84 and .79 for crust, smell and price, respectively; CRs were, in the same order, ...`."""
    if "respectively" not in sentence.lower and "same order" not in sentence.lower:
        return
    names: list[str] = []
    found = [*_NAMES_FIRST.finditer(sentence.text), *_TURNED.finditer(sentence.text)]
    for match in sorted(found, key=lambda m: m.start()):
        if match["names"]:
            names = name_list(match["names"])
        values = number_list(match["values"])
        behind = _RESPECTIVELY.match(sentence.text, match.end())
        names = names or [construct_phrase(m["name"]) for m in _ONE_FOR_EACH.finditer(sentence.text, 0, match.start())]
        if len(names) != len(values) or not (match["names"] or behind or "order" in match[0]):
            continue
        said = match["what"].lower()
        what = (
            "ave"
            if said.startswith(("ave", "average"))
            else "cr"
            if said.startswith(("cr", "comp")) and "cron" not in said
            else "alpha"
        )
        for name, (value, (a, b)) in zip(names, values, strict=True):
            place = sentence.span(match.start("values") + a, match.start("values") + b)
            yield Found(Construct(name, **{what: value}), {what: place}, confidence=0.9, page=sentence.page)  # type: ignore[arg-type]


_WORDINGS: tuple[Callable[[_Said], list[Found[Construct]] | None], ...] = (
    lambda said: list(entry(said.sentence)) or None,
    _in_list,
    _of_each,
    lambda said: list(turned(said.sentence)) or None,
    _of_described,
    _items_measure,
    _which_showed,
    _opening,
    _below_its_name,
    _with_items,
    _of_measure,
    _by_name,
    _single,
)
