"""Path coefficients in sentences: `(β = .37, t = 9.4, p < .001)` behind the claim they support, in any order of statistics."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import dataclass, field, replace

from evidence.read.partial import Found
from evidence.read.prose.condition import ANOTHER_EFFECT, conditioned, continues, elliptic, sort_of_effect
from evidence.read.prose.cues import SENTENCES
from evidence.read.prose.figures import MINUS, NUMBER, printed
from evidence.read.prose.labels import labels
from evidence.read.prose.led import led
from evidence.read.prose.others import of_others
from evidence.read.prose.parallel import name_list
from evidence.read.prose.relation import Relation, construct_phrase
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.several import Piece, groups_of, pieces, shared_out
from evidence.read.prose.tied import tied
from evidence.records import Path, Printed

__all__ = ["Group", "beside_statistics", "coefficients", "groups_in", "path_of"]

Span = tuple[int, int]

_COEFFICIENT = (
    r"(?:(?:standardi[sz]ed\s+|unstandardi[sz]ed\s+|std\.?\s+)?(?:path\s+coefficients?|regression\s+coefficients?|coefficients?|estimates?|beta(?:\s+(?:value|coefficient|weight))?|path|loading\s+path)"
    r"|[βΒɣγ𝛽ß](?:\s*(?:value|coefficient))?|(?<![A-Za-z])(?:[bB]|ab|a\s?[×*]\s?b)(?![A-Za-z])|(?:(?:indirect|total|direct)\s+)?effect(?=\s*[=:]))"
)
_PIECES = (
    ("stat_t", rf"(?<![A-Za-z])(?:[tTzZ]|C\.R\.)(?:\s*[-\s]?(?:values?|statistics?))?\s*(?:\(\s*(?P<df>\d+)\s*\))?\s*(?:[=:]|\bis\b|\bwas\b|\bof\b)\s*(?P<v>{NUMBER})"),
    ("se", rf"(?:S\.?\s?E\.?|standard\s+error)\s*(?:[=:]|\bof\b)\s*(?P<v>{NUMBER})"),
    ("p", r"(?<![A-Za-z])[pPρ](?:\s*[-\s]?values?)?\s*(?P<op>[=<>≤≥])\s*(?P<v>\d?\.\s?\d+|0|1\.0+)"),
    ("ci", rf"(?:(?P<level>\d\d(?:\.\d)?)\s*%\s*)?(?:(?:bias[- ]corrected\s+|bootstrap\w*\s+)?C\.?\s?I\.?|confidence\s+intervals?)\s*(?:[=:]|\bof\b)?\s*[\[(]?\s*(?P<v>{NUMBER})\s*(?:,|;|\bto\b|{MINUS}(?=\s?\.?\d))\s*(?P<hi>{NUMBER})"),
    ("r2", r"R\s?2\s*=\s*\.?\d[\d.]*"),
)  # fmt: skip
_STATS = tuple((name, re.compile(pattern)) for name, pattern in _PIECES)
_HEAD = re.compile(
    rf"(?P<name>{_COEFFICIENT})\s*(?:\([^()]{{1,12}}\)\s*)?(?P<op>=|:|\bis\b|\bwas\b|\bof\b|\bare\b|\bequals\b)\s*(?P<v>{NUMBER})(?!\s*%|\d)",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"[(\[](?P<in>[^()\[\]]*(?:[\[(][^()\[\]]*[)\]][^()\[\]]*)*)[)\]]")
_BETWEEN = re.compile(
    rf"{_COEFFICIENT}\s+(?:of|between|from|for|linking|relating)\s+(?P<a>.+?)\s+(?:and|to|on|with|→)\s+(?P<b>.+?)\s+(?:is|was|were|are|=|equals|equal\s+to|reached)\s+(?:\w+\s+){{0,2}}?(?P<v>{NUMBER})(?!\s*%|\d)",
    re.IGNORECASE,
)
_LISTS = re.compile(
    rf"(?:(?P<head>{_COEFFICIENT}|[tTzZ](?:-?values?)?|S\.?E\.?s?)\s*(?:=|:|were|are|of)\s*)?(?P<all>{NUMBER}(?:\s*(?:,\s*and|,|and)\s*{NUMBER})+)(?!\s*%)"
)
_BESIDE = re.compile(r"[tTzZ](?:-?values?)?|S\.?E\.?s?")
_VERBS = re.compile(
    r"\s+(?:had|have|has|were|was|are|is|did|exert\w*|show\w*|affect\w*|influenc\w*|predict\w*|increas\w*|reduc\w*|enhanc\w*|contribut\w*)\b"
)
_OTHER = re.compile(
    r"correlation|Cronbach|alpha\b|reliabilit|loading|Pearson|determination|variation|intra-?class|kappa|concordance",
    re.IGNORECASE,
)
_BARE = re.compile(
    r",\s*(?P<head>[βγ𝛽ß]|\b(?:[bB]|ab|(?:point\s+)?estimate|coefficient|(?:indirect\s+|total\s+)?effect)\b)(?=\s*=)"
)
_NOT_ITS = re.compile(r"[;,]\s*(?:[Δ∆χ]|difference)")  # a test of two groups behind a coefficient of one
_NAMELESS = re.compile(
    rf"[(\[]\s*(?P<v>{NUMBER})\s*(?=[,;]\s*(?:\d\d\s*%|S\.?E\.?\s*=|C\.?I\.?\b|[pt]\s*[=<]|boot))", re.IGNORECASE
)
_EFFECTS = re.compile(r"\b(?:indirect|total|mediat\w+)\b", re.IGNORECASE)
_TRAIN = re.compile(  # the statistics that follow a coefficient, one after another
    rf"(?:\s*[,;]\s*(?:[tTzZ]\s*(?:\(\s*\d+\s*\))?\s*=\s*{NUMBER}|S\.?\s?E\.?\s*=\s*{NUMBER}|[pPρ]\s*[=<>≤≥]\s*\d?\.\d+|\d\d\s*%\s*C\.?I\.?\s*[:=]?\s*[\[(][^\])]{{3,30}}[\])]))*"
)
_CHINESE = re.compile(
    rf"(?P<a>[\u4e00-\u9fff]{{2,15}}?)对(?P<b>[\u4e00-\u9fff]{{2,15}}?)的(?:标准化)?(?:路径|影响|回归)系数(?:分别)?(?:为|是|=)\s*(?P<v>{NUMBER})"
)


@dataclass(frozen=True)
class Group:
    """The statistics of one coefficient and where they stand in the sentence."""

    start: int
    end: int
    values: dict[str, Printed]
    places: dict[str, Span] = field(default_factory=dict)
    unstandardized: bool = False
    inside: str = ""
    parts: tuple["Group", ...] = ()  # where several coefficients share the bracket
    names: tuple[str, ...] = ()  # that their letters carry


_HINT = re.compile(
    r"[βΒγß𝛽]|\b[bB]\s*=|coefficient|系数|\bpath\b|\bestimate|\bbeta\b|\bindirect|\btotal effect|\bab\s*="
)
_CUES = SENTENCES.bit(
    *("β", "γ", "ß", "𝛽", "=", "coefficient", "系数", "path", "estimate", "beta", "indirect", "total effect")
)  # of each of the hints


def coefficients(sentences: tuple[Sentence, ...]) -> tuple[Found[Path], ...]:
    """Each coefficient with the two constructs its sentence ties together."""
    found: list[Found[Path]] = []
    before: Sentence | None = None
    for sentence in sentences:
        text = sentence.text
        if not sentence.cues & _CUES or not _HINT.search(text) or of_others(sentence):
            continue
        count = len(found)
        found += _between(sentence)
        same = count and before is not None and before.passage is sentence.passage
        found += _in_sentence(
            sentence, Relation(found[count - 1].value.from_, found[count - 1].value.to) if same else None
        )
        before = sentence if len(found) > count else before
    return tuple(found)


def groups_in(text: str) -> list[Group]:
    """The groups of statistics that hold a coefficient: in brackets, or set off by commas as `, β = .35, p < .001`."""
    found = []
    brackets = list(_PARENTHESIS.finditer(text))
    for match in brackets:
        head = _HEAD.search(match["in"])
        nameless = None if head else _NAMELESS.match(match[0])
        if nameless and "." in nameless["v"] and _EFFECTS.search(text[: match.start()]):
            found.append(_group(text, match.start(), match.end(), match.start(), nameless))
        if head and "." in head["v"] and not _OTHER.search(match["in"][: head.end()]):
            found.append(_group(text, match.start(), match.end(), match.start("in"), head))
        if shared := pieces(match["in"]):
            found = [*(found[:-1] if head else found), _shared(text, match, shared)]
    for run in _BARE.finditer(text):
        head = _HEAD.match(text, run.start("head"))
        inside = any(b.start() <= run.start("head") < b.end() for b in brackets)
        if head and not inside and "." in head["v"]:
            end = head.end() + len(_TRAIN.match(text[head.end() :])[0])  # type: ignore[index]
            whole = text[run.start("head") : end]
            again = _HEAD.search(whole)
            if again:
                found.append(_group(text, run.start(), end, run.start("head"), again))
    return sorted(found, key=lambda group: group.start)


def _shared(text: str, bracket: re.Match[str], shared: list[Piece]) -> Group:
    """A bracket of several coefficients: the first stands for it, each with its own statistics is a part of it."""
    offset = bracket.start("in")
    parts: list[Group] = []
    for piece in shared:
        inner = text[offset + piece.start : offset + piece.end]
        head = _HEAD.search(inner.replace(piece.name, " " * len(piece.name), 1) if piece.name else inner)
        if head:
            parts.append(_group(text, bracket.start(), bracket.end(), offset + piece.start, head, offset + piece.end))
    first = parts[0] if parts else Group(bracket.start(), bracket.end(), {})
    return replace(first, inside=bracket["in"], parts=tuple(parts), names=tuple(piece.name for piece in shared))


def _group(text: str, start: int, end: int, offset: int, head: re.Match[str], until: int = 0) -> Group:
    value = printed(head["v"])
    values: dict[str, Printed] = {}
    places: dict[str, Span] = {}
    if value is not None:
        values["beta"], places["beta"] = value, _place(text, offset + head.start("v"), offset + head.end("v"))
    inner = _NOT_ITS.split(text[offset + head.end() : until or end])[0]
    _statistics(inner, offset + head.end(), text, values, places)
    before = text[offset : offset + head.start()]
    if "stat" not in values and "p" not in values:
        _statistics(before, offset, text, values, places)
    if "name" not in head.re.groupindex:
        return Group(start, end, values, places, False, text[offset:end])
    plain = head["name"].lower()
    again = _HEAD.search(inner)
    if again and value is not None and {head["name"].strip().lower(), again["name"].strip()} == {"b", "β"}:
        values["b"], places["b"] = values.pop("beta"), places.pop("beta")
        at = offset + head.end()
        values["beta"], places["beta"] = (
            Printed(printed(again["v"]) or ""),
            _place(text, at + again.start("v"), at + again.end("v")),
        )
        behind = {k: v for k, v in beside_statistics(inner[again.end() :]).items() if k not in values}
        values |= {k: v for k, (v, _) in behind.items()}
        places |= {k: (a + at + again.end(), b + at + again.end()) for k, (_, (a, b)) in behind.items()}
        return Group(start, end, values, places, False, text[offset:end])
    unstandardized = plain.startswith("unstandard") or head["name"].strip() == "B"
    return Group(start, end, values, places, unstandardized, text[offset:end])


def _place(text: str, start: int, end: int) -> Span:
    raw = text[start:end]
    return start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))


def beside_statistics(text: str) -> dict[str, tuple[Printed, Span]]:
    """The first t, SE, p and interval of a stretch of text, with their places."""
    values: dict[str, Printed] = {}
    places: dict[str, Span] = {}
    _statistics(text, 0, text, values, places)
    return {name: (value, places[name]) for name, value in values.items()}


def _statistics(inner: str, offset: int, text: str, values: dict[str, Printed], places: dict[str, Span]) -> None:
    """t, z, SE, p and interval beside a coefficient."""
    again = _HEAD.search(inner)
    inner = inner[: again.start()] if again else inner
    for name, pattern in _STATS:
        match = pattern.search(inner)
        if not match or name == "r2":
            continue
        value = printed(match["v"])
        if value is None:
            continue
        place = _place(text, offset + match.start("v"), offset + match.end("v"))
        if name == "stat_t":
            values["stat"], places["stat"] = value, place
        elif name == "se":
            values["se"], places["se"] = value, place
        elif name == "p":
            operator = {"≤": "<=", "≥": ">=", "=": ""}.get(match["op"], match["op"])
            values["p"], places["p"] = Printed(operator + value), place
        elif name == "ci" and (high := printed(match["hi"])):
            values["ci_lo"], places["ci_lo"] = value, place
            values["ci_hi"], places["ci_hi"] = high, _place(text, offset + match.start("hi"), offset + match.end("hi"))
            if match["level"]:
                values["ci_level"], places["ci_level"] = (
                    Printed(match["level"]),
                    _place(text, offset + match.start("level"), offset + match.end("level")),
                )


def _between(sentence: Sentence) -> list[Found[Path]]:
    """`the path coefficient of X and Y is 0.507 (T = 7.99, P < .001)`."""
    found = []
    text = sentence.text
    for match in (*_BETWEEN.finditer(text), *_CHINESE.finditer(text)):
        if _OTHER.search(text[max(0, match.start() - 30) : match.start("a")]):
            continue
        start, end = construct_phrase(match["a"]), construct_phrase(match["b"])
        value = printed(match["v"])
        if (
            not start
            or not end
            or value is None
            or "." not in value
            or "(" in match["a"] + match["b"]
            or _HEAD.search(match["a"] + match["b"])
        ):
            continue
        values, places = {"beta": value}, {"beta": _place(text, match.start("v"), match.end("v"))}
        behind = re.match(r"\s*\(([^()]*)\)", text[match.end("v") :])
        if behind:
            _statistics(behind[1], match.end("v") + behind.start(1), text, values, places)
        named = labels(text[match.end("v") : match.end("v") + 120])
        tail = text[match.end("v") + (behind.end() if behind else 0) :]
        label = (
            named[0].label
            if named
            and not re.search(
                rf"\(\s*\d\s*\)|{_COEFFICIENT}", tail[: max(0, named[0].start - (behind.end() if behind else 0))]
            )
            else None
        )
        made = _path(sentence, Group(match.start(), match.end(), values, places), Relation(start, end), label)
        found.append(replace(made, confidence=0.85))  # called a coefficient, both ends named
    return found


def _in_sentence(sentence: Sentence, above: Relation | None) -> list[Found[Path]]:
    """The paths of a sentence; `The indirect effect through calm` is one of what the sentence above spoke of."""
    text = sentence.text
    groups = [g for g in groups_in(text) if "beta" in g.values]
    in_order = _labels_in_order(text, groups)
    found: list[Found[Path]] = []
    several = led(text, [(g.start, g.end) for g in groups]) if len(groups) > 1 else {}
    last = above if groups and above and ANOTHER_EFFECT.match(text[: groups[0].start]) else None
    last_varies = "to"
    position = 0
    clause_before = before = ""
    for i, group in enumerate(groups):
        clause_before, before = before, text[position : group.start]
        ends = frozenset(end.lower() for f in found for end in (f.value.from_, f.value.to))
        if _BETWEEN.search(text[position : group.end]) and not _HEAD.search(group.inside):
            position = group.end
            continue
        label = _label(text, position, group) or (in_order[i] if in_order else None)
        clause, whom = conditioned(before)
        tie, varies = (several[i], "from") if i in several else tied(clause, last, last_varies, ends)
        if last and last.to and i not in several and (other := elliptic(clause, clause_before)):
            tie, varies = Relation(construct_phrase(other) or None, last.to), "from"
        if last and (through := ANOTHER_EFFECT.match(clause)):
            tie, varies = (
                Relation(last.from_, last.to, construct_phrase(through["m"] or through["m2"] or "") or None),
                last_varies,
            )
        if whom and last and (tie is None or continues(clause)):
            tie = last if continues(clause) else None
        position = group.end
        if tie is None and label is None:
            continue
        named = re.search(r"\bpath\b", before, re.IGNORECASE)
        made = (
            _shared_out(sentence, group, tie, clause)
            if group.parts
            else _listed(sentence, group, tie, clause) or [_path(sentence, group, tie or Relation(), label)]
        )
        made = [_qualified(one, whom, sort_of_effect(f"{before} {group.inside}")) for one in made]
        found += [replace(one, confidence=0.85) for one in made] if named else made
        if tie:
            last, last_varies = tie, varies
    return found


def _shared_out(sentence: Sentence, group: Group, tie: Relation | None, clause: str) -> list[Found[Path]]:
    """A path for each coefficient of a bracket; nothing where it is not told which is whose."""
    if tie is None or len(group.parts) != len(group.names):
        return []
    samples = groups_of(group.inside, pieces(group.inside))
    if samples:
        made = [_path(sentence, part, tie, None) for part in group.parts]
        return [_qualified(one, whom, None) for one, whom in zip(made, samples, strict=True)]
    ties = shared_out(group.names, tie, clause)
    return [_path(sentence, part, one, None) for part, one in zip(group.parts, ties, strict=True)] if ties else []


def path_of(sentence: Sentence, group: Group, tie: Relation, whom: str | None) -> Found[Path]:
    """The path that a group of statistics gives for somebody."""
    return _qualified(_path(sentence, group, tie, None), whom, None)


def _qualified(found: Found[Path], whom: str | None, sort: str | None) -> Found[Path]:
    """A path with the group or level it holds for, and as the sort of effect that is spoken of."""
    effect = sort if sort and found.value.effect == "direct" else found.value.effect
    return replace(found, value=replace(found.value, group=whom or found.value.group, effect=effect))  # type: ignore[arg-type]


def _labels_in_order(text: str, groups: list[Group]) -> list[str]:
    """As many hypotheses named outside the groups as there are groups: they belong together in order."""
    named = [x for x in labels(text) if not any(g.start <= x.start < g.end for g in groups)]
    return [x.label for x in named] if groups and len(named) == len(groups) else []


def _listed(sentence: Sentence, group: Group, tie: Relation | None, clause: str) -> list[Found[Path]]:
    """`A and B were related to Y (β = .14, .12, respectively)`, `on X, Y and Z (β = .4, .3 and .2; t = 5, 4 and 3)`."""
    listed = list(_LISTS.finditer(group.inside)) if tie else []
    lead = next((m for m in listed if not m["head"] or not _BESIDE.fullmatch(m["head"])), None)
    if lead is None or tie is None or not (len(listed) > 1 or "respectively" in group.inside):
        return []
    count = len(re.findall(NUMBER, lead["all"]))
    sources, targets = name_list(tie.from_ or ""), name_list(tie.to or "")
    if count not in (len(sources), len(targets)):
        sources, targets = _enumerated(clause, tie)
    if len(sources) == count:
        pairs = [(a, tie.to or "") for a in sources]
    elif len(targets) == count:
        pairs = [(tie.from_ or "", b) for b in targets]
    else:
        return []
    shift = sentence.text.find(group.inside, group.start)
    columns: dict[str, list[tuple[Printed, Span]]] = {}
    for one in listed:
        name = "beta" if one is lead else {"t": "stat", "z": "stat", "s": "se"}.get((one["head"] or "").lower()[:1], "")
        at = shift + one.start("all")
        found = [(v, (at + m.start(), at + m.end())) for m in re.finditer(NUMBER, one["all"]) if (v := printed(m[0]))]
        if name and len(found) == count:
            columns.setdefault(name, found)
    if "beta" not in columns:
        return []
    shared = {"p": (group.values["p"], group.places["p"])} if "p" in group.values else {}
    made = []
    for i, (start, end) in enumerate(pairs):
        row = {**shared, **{name: column[i] for name, column in columns.items()}}
        values, places = (
            {k: v for k, (v, _) in row.items()},
            {k: _place(sentence.text, *at) for k, (_, at) in row.items()},
        )
        made.append(_path(sentence, Group(group.start, group.end, values, places), Relation(start, end), None))
    return made


def _enumerated(clause: str, tie: Relation) -> tuple[list[str], list[str]]:
    """The lists that the two ends of a relation begin, as far as the verb and as far as the clause."""
    low = clause.lower()
    start, end = low.find((tie.from_ or "\0").lower()), low.rfind((tie.to or "\0").lower())
    if not 0 <= start < end:
        return [], []
    return name_list(_VERBS.split(clause[start:end])[0]), name_list(clause[end:])


def _label(text: str, position: int, group: Group) -> str | None:
    """The hypothesis right before the group, or named first inside it."""
    inner = labels(group.inside)
    head = _HEAD.search(group.inside)
    if inner and head and inner[-1].end <= head.start() and len(inner) == 1:
        return inner[0].label
    before = labels(text[position : group.start])
    if before and not text[position + before[-1].end : group.start].strip(" ,:"):
        return before[-1].label
    return None


def _path(sentence: Sentence, group: Group, tie: Relation, label: str | None) -> Found[Path]:
    values = dict(group.values)
    places = {k: sentence.span(*v) for k, v in group.places.items()}
    if group.unstandardized:
        values["b"], places["b"] = values.pop("beta"), places.pop("beta")
    stat_kind = "t" if "stat" in values else None
    direct = (
        "interaction"
        if re.search(r"\binteraction\b|[×*]| x ", tie.from_ or "")
        else "indirect"
        if tie.via
        else "direct"
    )
    if tie.moderator:
        direct = "interaction"
    path = Path(
        from_=f"{tie.from_} × {tie.moderator}" if tie.from_ and tie.moderator else tie.from_ or "",
        to=tie.to or "",
        table="text",
        hypothesis=label,
        stat_kind=stat_kind,  # type: ignore[arg-type]
        via=tie.via,
        effect=direct,  # type: ignore[arg-type]
        **values,  # type: ignore[arg-type]
    )
    return Found(path, places, confidence=0.8, page=sentence.page)
