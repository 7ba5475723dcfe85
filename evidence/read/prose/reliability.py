"""Reliability in running text: `Cronbach's α was .85`, `trust (α = .88)`, lists with "respectively"."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterator
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.aligned import Names, aligned_values, known_names, paired
from evidence.read.prose.cues import DIGITS, SENTENCES
from evidence.read.prose.figures import printed
from evidence.read.prose.mentions import mentions
from evidence.read.prose.others import of_others
from evidence.read.prose.parallel import name_list, number_list
from evidence.read.prose.relation import construct_phrase
from evidence.read.prose.reliability_beside import completed, of_this_sample, of_whole_scale
from evidence.read.prose.reliability_lists import listed
from evidence.read.prose.reliability_owners import owned, owner
from evidence.read.prose.reliability_told import told_of_it
from evidence.read.prose.sentences import Sentence
from evidence.read.trials import of_trial
from evidence.records import Construct

__all__ = ["reliabilities"]

_ALPHA = r"(?:Cronbach\s*['’′`]?\s*s?\s*(?:alphas?|α)?(?:\s+(?:coefficients?|values?|reliabilit\w+))?|(?<![A-Za-z])(?:α|alphas?|Alphas?)(?![A-Za-z])(?:\s+(?:coefficients?|values?))?|克朗巴哈系数)"
_CR = r"(?:composite\s+reliabilit\w+(?:\s*\(CR\))?|(?<![A-Za-z])CR(?![A-Za-z]))"
_AVE = r"(?:average\s+variance\s+extracted(?:\s*\(AVE\))?|(?<![A-Za-z])AVE(?![A-Za-z]))"
# What joins a statistic to its value: `was`, `reached`, `turned out to be`, `here came to`.
_JOINS = r"(?:=|:|was|is|of|were|are|equal(?:s|led)?|reached|attained|(?:stood|lay)\s+at|came(?:\s+out)?\s+(?:to|at)|amount(?:s|ed)\s+to|turned\s+out(?:\s+to\s+be|\s+at)?|proved\s+to\s+be)"
_WHERE = (
    r"(?:\s+(?:here|in\s+(?:the|this|our)(?:\s+own)?(?:\s+\w+){1,3}?|for\s+(?:the|this|our|each)\s+[\w' -]{2,50}?))"
)
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
    rf"{_ALPHA}\s+(?:for|of)\s+(?:the\s+)?(?P<name>[A-Za-z][\w '’/-]{{2,60}}?)\s+(?:scale\s+|construct\s+|measure\s+)?(?:was|is|=)\s*(?P<v>0?\.\d{{2,3}})",
    re.IGNORECASE,
)
_LIST = re.compile(
    rf"{_ALPHA}[^.;]{{0,30}}?\b(?:for|of)\s+(?P<names>[A-Za-z][^.;:()]{{5,200}}?)\s+(?:were|was|are|is)\s+(?P<values>0?\.\d{{2,3}}(?:\s*(?:,\s*and|,|and)\s*0?\.\d{{2,3}})+)\s*,?\s*respectively",
    re.IGNORECASE,
)
_TURNED = late(
    rf"(?P<what>{_ALPHA}|composite\s+reliabilit\w+(?:\s*\(CR\))?|average\s+variances?\s+extracted(?:\s*\(AVE\))?|(?<![A-Za-z])(?:CR|AVE)s?(?![A-Za-z]))(?:\s+values?)?\s+(?:were|was|are|is|of|amount(?:ed)?\s+to|came\s+to)(?:\s*,?\s*in\s+(?:the|this)\s+same\s+order\b)?\s*,?\s*"
    r"(?P<values>0?\.\d{2,3}(?:\s*(?:,\s*and|,|and)\s*0?\.\d{2,3})+)(?:\s*,?\s*(?:for|in\s+the\s+case\s+of)\s+(?P<names>[A-Za-z][^.;:()]{5,200}?)\s*,?\s*respectively)?",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\s*,?\s*respectively\b")
_NAMES_FIRST = late(  # `composite reliabilities of trust and joy amount to .93 and .89, respectively`
    r"(?P<what>composite\s+reliabilit\w+(?:\s*\(CR\))?|average\s+variances?\s+extracted(?:\s*\(AVE\))?|(?<![A-Za-z])(?:CR|AVE)s?(?![A-Za-z]))"
    r"(?:\s+values?)?\s+(?:for|of)\s+(?P<names>[A-Za-z][^.;:()\d]{5,200}?)\s+(?:were|was|are|is|amount(?:ed)?\s+to|came\s+to|reached)\s+"
    r"(?P<values>0?\.\d{2,3}(?:\s*(?:,\s*and|,|and)\s*0?\.\d{2,3})+)\s*,?\s*respectively",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"^(?:The\s+)?(?P<name>[A-Z][\w '’/-]{2,60}?)\s+(?:was|were|is)\s+(?:\w+ly\s+)?(?:measured|assessed|operationali[sz]ed|evaluated|captured|gauged)\b"
)
# `We assessed calm with ...`, `To measure calm, six items ...`, `Participants completed the Calm Scale`.
_MEASURING = re.compile(
    r"^(?:(?:We|The\s+authors?|Participants|Respondents|Employees|Students|Nurses|Teachers)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:measured|assessed|operationali[sz]ed|evaluated|captured|gauged|completed|filled\s+in|answered)"
    r"|To\s+(?:measure|assess|operationali[sz]e|evaluate|capture|gauge))\s+(?:the\s+|their\s+|students['’]\s+)?(?P<name>[A-Za-z][\w '’/-]{2,60}?)(?:\s+\([^()]{1,30}\))?"
    r"(?=\s+(?:with|by|using|through|on|via|from|developed|consisting|which)\b|\s*[,.;])"
)
_GENERIC = re.compile(
    r"\b(?:it|they|this|these|scales?|items?|reliabilit\w+|validit\w+|consistency|questionnaires?|surveys?|instruments?|responses?|answers?|data|models?|measures?|bias|variables?|constructs?|samples?|participants?|respondents?|dimensions?|version|each|all|both)\b",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"^(?=[A-Z'’/() -]{3,61}[.:]$)(?P<name>(?!.*\b(?:is|are|was|were|has|have|had|we|it|they|did|do|does|there|items?|questions?|answered|rated|responded|completed|indicated|reported|asked)\b)[A-Z][A-Za-z'’/() -]{2,60})[.:]$",
    re.I,
)
_GENERAL = late(
    r"\b(?:threshold|recommend|should|at\s+least|above|exceed|greater|acceptable|criteri|cut-?off|overall|entire|whole|total\s+scale|range|between|all\s+(?:constructs|scales|variables))\b|et\s+al",
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
_ALPHAS = SENTENCES.bit("alpha", "α", "cronbach", "克朗巴哈系数")
_CUES = SENTENCES.bit("α", "lpha", "ronbach", "eliabilit", "variance extracted")
_CAPITALS = ("CR", "AVE")  # their letters stand in many words
_DECIMAL = re.compile(r"\.\d")
_HINT = re.compile(
    r"\.\d.*(?:α|[Aa]lpha|Cronbach|eliabilit|CR\b|AVE\b)|(?:α|[Aa]lpha|Cronbach|eliabilit|CR\b|AVE\b|variance extracted).*\.\d"
)
_WAYS = SENTENCES.bit(
    *("measured", "assessed", "operationali", "evaluated", "captured", "gauged", "completed", "filled", "answered"),
    *("measure", "assess", "evaluate", "capture", "gauge"),
)
# What stands before a bracket and names nothing: `the scale showed good reliability (α = .92)`.
_UNNAMED = re.compile(
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


_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def reliabilities(sentences: tuple[Sentence, ...], names: tuple[str | None, ...] = ()) -> tuple[Found[Construct], ...]:
    """Alpha, CR and AVE that sentences give for a construct, by name or for the measure being described."""
    found: list[Found[Construct]] = []
    known = known_names(names)
    measure = ""
    section = ""
    for sentence in sentences:
        if sentence.section != section:
            section, measure = sentence.section, _heading(sentence.section)
        head = _RUN_IN.match(sentence.text) if sentence.start < 3 else None
        described = _MEASURED.match(sentence.text) if sentence.cues & _WAYS else None
        if head and not described and len(head["name"].split()) <= 6:
            measure = head["name"]
        elif (
            described
            and len(described["name"].split()) <= 6
            and (not measure or sentence.start < 3 or not _GENERIC.search(described["name"]))
        ):
            measure = described["name"]
        elif (
            (told := _MEASURING.match(sentence.text) if sentence.cues & _WAYS else None)
            and len(told["name"].split()) <= 6
            and not _UNNAMED.search(told["name"])
        ):
            measure = told["name"]
        if not sentence.cues & DIGITS or not (sentence.cues & _CUES or mentions(sentence.text, _CAPITALS)):
            continue
        if not _DECIMAL.search(sentence.text):
            continue
        if not sentence.text.isascii() and _HAN.search(sentence.text):
            continue  # read by `chinese_lists` and `chinese_alphas`
        if own := of_this_sample(sentence, measure):
            found.append(own)
            continue
        if of_others(sentence) or of_trial(sentence.text) or _ELSEWHERE.search(sentence.text):
            continue
        in_turn = list(aligned_values(sentence, known)) if known else []
        if known and not in_turn:
            in_turn = list(paired(sentence, known))
        in_turn = in_turn or list(listed(sentence, known)) or list(told_of_it(sentence, known))
        read_here = in_turn or list(
            completed(sentence, _in_sentence(sentence, measure, described["name"] if described else "", known))
        )
        found += of_whole_scale(read_here, sentence, measure)
        if sentence.cues & _ALPHAS:
            found += completed(sentence, owned(sentence, read_here, measure, known))
        if in_turn:  # what else the sentence gives in that order
            found += [f for f in _turned(sentence) if f.value.alpha is None]
    return tuple(_of_whom_left_out(one) for one in found if not _too_low(one))


_OF_WHOM = late(
    r"\s+in\s+(?:this|our|the\s+(?:present|current|total|whole|full))\s+(?:sample|study|data|survey|research)$",
    re.IGNORECASE,
)
_LEAST = 0.2  # an alpha below is a level of significance


def _of_whom_left_out(found: Found[Construct]) -> Found[Construct]:
    """`hope in the present sample` is hope."""
    return replace(found, value=replace(found.value, name=_OF_WHOM.sub("", found.value.name)))


def _too_low(found: Found[Construct]) -> bool:
    alpha = found.value.alpha.parsed if found.value.alpha else None
    return alpha is not None and alpha.value < _LEAST


_ELSEWHERE = re.compile(
    r"\b[Ii]n\s+the\s+(?:\w+\s+)?(?:validation|standardi[sz]ation|norming)\b|\bpublished\s+(?:α|alpha|Cronbach)"
    r"|\b(?:[Ii]ts|[Tt]heir)\s+(?:original\s+)?(?:authors?|developers?)\s+(?:have\s+)?(?:report|found|gave|give|obtain|stat)"
)
_NUMBERING = re.compile(r"^[\W\d.]+")


def _heading(section: str) -> str:
    """A section about one measure carries its name: `3.2.1 Perceived stress`."""
    plain = _NUMBERING.sub("", section).strip()
    return (
        plain
        if 0 < len(plain.split()) <= 5
        and not re.search(
            r"method|result|measur|analys|discuss|reliab|valid|procedure|data|sample|participant|instrument|model|introduction|study|conclusion|purif|refinement",
            plain,
            re.IGNORECASE,
        )
        else ""
    )


_ITEM_OF_LIST = re.compile(r"\s*[A-Za-z-]+(?:\s+[a-z-]+)?\s+of\s+[a-z-]+(?:\s+[a-z-]+)?\s*")
_SAID_BEFORE = re.compile(
    r"\b(?:for|of|and|with|include[sd]?|are|were|that|(?:then|also)?\s*(?:reported|rated|completed|answered|assessed|measured|comprised))\b"
)


def _in_sentence(
    sentence: Sentence, measure: str, described: str, known: Names | None = None
) -> Iterator[Found[Construct]]:
    text = sentence.text
    if not _HINT.search(text):
        return
    listed = _LIST.search(text)
    if listed:
        names, values = name_list(listed["names"]), number_list(listed["values"])
        if len(names) == len(values):
            for name, (alpha, (a, b)) in zip(names, values, strict=True):
                place = sentence.span(listed.start("values") + a, listed.start("values") + b)
                yield Found(Construct(name, alpha=alpha), {"alpha": place}, confidence=0.9, page=sentence.page)
            return
    if turned := list(_turned(sentence)):
        yield from turned
        return
    alone = list(_BRACKETED.finditer(text))
    if described and len(alone) == 1 and len(described.split()) <= 6 and (value := printed(alone[0]["v"])) is not None:
        # `trust was measured by means of five statements on ... (α = .83)`
        piece = Construct(construct_phrase(described) or described, alpha=value)
        yield Found(piece, {"alpha": sentence.span(*alone[0].span("v"))}, confidence=0.85, page=sentence.page)
        return
    opening = _OPENING.match(text) if len(alone) == 1 else None
    if opening and not _GENERIC.search(opening["name"]) and not _UNNAMED.search(opening["name"]):
        value = printed(opening["v"])
        if value is not None and (name := construct_phrase(opening["name"])):
            place = sentence.span(*opening.span("v"))
            yield Found(Construct(name, alpha=value), {"alpha": place}, confidence=0.85, page=sentence.page)
        return
    before = text[: alone[0].start()] if len(alone) == 1 else ""
    if measure and before and not described and sentence.start > 2:
        # `Trust. Four items asked ... (α = .83).`: said below the name of the measure, of no other construct
        value = printed(alone[0]["v"])
        other = known.pattern.search(before) if known else None
        own = owner(before, known)
        if own and not own.isupper() and own.lower() != measure.lower():
            return
        if (
            _ASKED.search(before)
            and (other is None or other[0].lower() in measure.lower())
            and not _GENERAL.search(before)
            and value is not None
        ):
            yield Found(
                Construct(measure, alpha=value),
                {"alpha": sentence.span(*alone[0].span("v"))},
                confidence=0.85,
                page=sentence.page,
            )
            return
    spoken = sentence.cues & _ALPHAS
    named = [*_NAMED.finditer(text), *_FOR.finditer(text)] if spoken else []
    named = [m for m in named if not all(_THIS.match(w) for w in m["name"].split())]
    by = [m for m in (_BY.finditer(text) if spoken else ()) if not _THIS.match(m["name"].split()[-1])]
    by = [m for m in by if not re.search(r"\beach:", m[0])]  # `three items each: calm (α = .77), ...`
    if by or any(_ITEMS.search(m["name"].strip()) for m in named):
        # `trust was measured with four items (α = .82), and loyalty with five items (α = .85)`
        pairs = [(re.split(r"(?i)[,;]\s*(?:and\s+)?|\band\b", m["name"])[-1], m) for m in by]
        if not by and measure and len(named) == 1:
            pairs = [(measure, named[0])]
        for name, match in pairs:
            value = printed(match["v"])
            if (
                (plain := construct_phrase(name))
                and value is not None
                and not re.match(r"(?:all|both|each)\b", plain, re.I)
            ):
                piece = Construct(plain, alpha=value)
                yield Found(piece, {"alpha": sentence.span(*match.span("v"))}, confidence=0.85, page=sentence.page)
        return
    if measure and len(named) == 1 and _UNNAMED.search(named[0]["name"].strip()):
        behind = text[named[0].end("v") : named[0].end("v") + 40]
        value = printed(named[0]["v"])
        if value is not None and not _CITED.search(behind.partition(")")[0]) and not _GENERAL.search(text):
            place = sentence.span(*named[0].span("v"))
            yield Found(Construct(measure, alpha=value), {"alpha": place}, confidence=0.85, page=sentence.page)
        return
    for match in named:
        if _UNNAMED.search(match["name"].strip()):
            continue
        in_list = text[: match.start("name")].rstrip().endswith(",")  # `..., fear of crowds (α = .90)`
        pieces = (
            [match["name"]] if in_list and _ITEM_OF_LIST.fullmatch(match["name"]) else _SAID_BEFORE.split(match["name"])
        )
        name = construct_phrase(pieces[-1])
        value = printed(match["v"])
        if name and value is not None:
            yield Found(
                Construct(name, alpha=value),
                {"alpha": sentence.span(*match.span("v"))},
                confidence=0.8,
                page=sentence.page,
            )
    if named or not measure:
        return
    for what, pattern in _SINGLE:
        for match in pattern.finditer(text):
            value = printed(match["v"])
            if _ANOTHER.match(text[match.end("v") :]):
                continue  # a list, of which nobody can say whose is the first
            if value is None or _GENERAL.search(text[max(0, match.start() - 40) : match.end()]):
                continue
            piece = Construct(measure, **{what: value})  # type: ignore[arg-type]
            yield Found(piece, {what: sentence.span(*match.span("v"))}, confidence=0.85, page=sentence.page)
            break


# `Reliability was .94 for trust and .92 for joy; the average variance extracted was .61 and .58, respectively`
_ONE_FOR_EACH = re.compile(
    r"(?<![\d.])0?\.\d{2,3}\s+for\s+(?:the\s+)?(?P<name>[^,.;:()\d]{3,60}?)(?=\s*(?:[,;]|\band\s+0?\.\d))"
)
_ANOTHER = re.compile(r"\s*(?:\s(?:for|in|among)\s[^.;()]{2,60}?)?(?:,\s*and|,|\s*\band)\s*0?\.\d")


def _turned(sentence: Sentence) -> Iterator[Found[Construct]]:
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
