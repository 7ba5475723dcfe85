"""Path coefficients in sentences: `(β = .37, t = 9.4, p < .001)` behind the claim they support, in any order of statistics."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.beside_groups import named_inside, proven
from evidence.read.prose.coefficient_cues import hints, may_be_between
from evidence.read.prose.condition import (
    ANOTHER_EFFECT,
    BARE_LEVEL,
    LEVEL_OF,
    conditioned,
    continues,
    elliptic,
    sort_of_effect,
)
from evidence.read.prose.cues import DIGITS
from evidence.read.prose.ends import a_name, no_name
from evidence.read.prose.estimates import COEFFICIENT, HEAD, OTHER, Group, groups_in, place_in, statistics_in
from evidence.read.prose.figures import NUMBER, printed
from evidence.read.prose.in_turn import in_turn
from evidence.read.prose.labels import labels
from evidence.read.prose.led import led
from evidence.read.prose.lowered import for_lower
from evidence.read.prose.others import of_others
from evidence.read.prose.parallel import THROUGH, name_list
from evidence.read.prose.relation import Relation, construct_phrase
from evidence.read.prose.resumed import outcome_of, points_back, regressed_in, resumed
from evidence.read.prose.roles import roles
from evidence.read.prose.sentences import Sentence
from evidence.read.prose.several import groups_of, pieces, shared_out
from evidence.read.prose.tied import tied
from evidence.read.prose.tying import ARROW
from evidence.records import Path, Printed

__all__ = ["coefficients", "path_of"]

Span = tuple[int, int]

_BETWEEN = for_lower(
    rf"{COEFFICIENT}\s+(?:of|between|from|for|linking|relating)\s+(?P<a>.+?)\s+(?:and|to|on|with|→)\s+(?P<b>.+?)\s+(?:is|was|were|are|=|equals|equal\s+to|reached)\s+(?:\w+\s+){{0,2}}?(?P<v>{NUMBER})(?!\s*%|\d)"
)
_LISTS = re.compile(
    rf"(?:(?P<head>{COEFFICIENT}|[tTzZ](?:-?values?)?|S\.?E\.?s?)\s*(?:=|:|were|are|of)\s*)?(?P<all>{NUMBER}(?:\s*(?:,\s*and|,|and)\s*{NUMBER})+)(?!\s*%)"
)
_BESIDE = re.compile(r"[tTzZ](?:-?values?)?|S\.?E\.?s?")
_NUMBER = late(NUMBER)
_VERBS = late(
    r"\s+(?:had|have|has|were|was|are|is|did|exert\w*|show\w*|affect\w*|influenc\w*|predict\w*|increas\w*|reduc\w*|enhanc\w*|contribut\w*)\b"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


# A number alone in a bracket may be anything; what the paragraph is about tells.
_LONE = re.compile(r"[(\[]\s*[-−–]?\s?[01]?\.\d+\s?(?:[*†‡)\],;]|n\.?\s?s)")
_OF_COEFFICIENTS = re.compile(
    r"\bcoefficients?\b|\bestimates?\b|\bbetas?\b|[βγ]|\bstandardi[sz]ed\b|\bpaths?\b|\bregress", re.IGNORECASE
)
_OF_OTHERS = re.compile(
    r"\bmeans?\b|\bSDs?\b|\bodds\b|\bhazard|\bloadings?\b|\balphas?\b|\breliab|\bvariance\s+(?:extracted|inflation)|\bAVE\b|\bVIFs?\b|\bHTMT\b|\beffect\s+sizes?\b|"
    r"\bf\s?2|f²|R²|\bR\s?2\b|\bcorrelat|\bkappa\b|\bscored\b|\bcohen|\bRMSEA\b|\bCFI\b|\bconsistency\b|\bcoverage\b|\bt-?tests?\b|\bANOVA\b",
    re.IGNORECASE,
)


def _coefficients_meant(sentence: Sentence, groups: list[Group]) -> bool:
    """Whether numbers without a letter are coefficients."""
    if OTHER.search(sentence.lower) or _OF_OTHERS.search(sentence.text):
        return False
    return all(g.lone == "beside" for g in groups) or bool(_OF_COEFFICIENTS.search(sentence.passage.text))


def coefficients(sentences: tuple[Sentence, ...]) -> tuple[Found[Path], ...]:
    """Each coefficient with the two constructs its sentence ties together."""
    found: list[Found[Path]] = []
    before: Sentence | None = None
    previous: Sentence | None = None
    for sentence in sentences:
        text = sentence.text
        lead = previous.text if previous and previous.passage is sentence.passage else None
        previous = sentence
        if not sentence.cues & DIGITS or not (hints(sentence) or _LONE.search(text)):
            continue
        if of_others(sentence):
            continue
        if not text.isascii() and _HAN.search(text):  # read by `chinese_effects`
            continue
        count = len(found)
        found += _between(sentence)
        same = count and before is not None and before.passage is sentence.passage
        found += _in_sentence(
            sentence, Relation(found[count - 1].value.from_, found[count - 1].value.to) if same else None, lead
        )
        before = sentence if len(found) > count else before
    return tuple(found)


def _between(sentence: Sentence) -> list[Found[Path]]:
    """`the path coefficient of X and Y is 0.507 (T = 7.99, P < .001)`."""
    found = []
    text = sentence.text
    for match in _BETWEEN.finditer(sentence.lower) if may_be_between(sentence) else ():
        if OTHER.search(sentence.lower, max(0, match.start() - 30), match.start("a")):
            continue
        a, b, v = (text[slice(*match.span(name))] for name in "abv")
        start, end = construct_phrase(a), construct_phrase(b)
        value = printed(v)
        if (
            not start
            or not end
            or value is None
            or "." not in value
            or "(" in a + b
            or "," in b
            or HEAD.search(a + b)
            or THROUGH.search(b)  # of a mediated effect; `plainly_told` reads it
            or no_name(start)
            or no_name(end)
        ):
            continue
        values, places = {"beta": value}, {"beta": place_in(text, match.start("v"), match.end("v"))}
        behind = re.match(r"\s*\(([^()]*)\)", text[match.end("v") :])
        if behind:
            statistics_in(behind[1], match.end("v") + behind.start(1), text, values, places)
        named = labels(text[match.end("v") : match.end("v") + 120])
        tail = text[match.end("v") + (behind.end() if behind else 0) :]
        label = (
            named[0].label
            if named
            and not re.search(
                rf"\(\s*\d\s*\)|{COEFFICIENT}", tail[: max(0, named[0].start - (behind.end() if behind else 0))]
            )
            else None
        )
        made = _path(sentence, Group(match.start(), match.end(), values, places), Relation(start, end), label)
        found.append(replace(made, confidence=0.85))  # called a coefficient, both ends named
    return found


def _in_sentence(sentence: Sentence, above: Relation | None, lead: str | None) -> list[Found[Path]]:
    """The paths of a sentence; `The indirect effect through calm` is one of what the sentence above spoke of."""
    text = sentence.text
    groups = [g for g in groups_in(text) if "beta" in g.values]
    if groups and groups[0].lone and not _coefficients_meant(sentence, groups):
        return []
    in_order = _labels_in_order(text, groups)
    found: list[Found[Path]] = []
    several = led(text, [(g.start, g.end) for g in groups]) if len(groups) > 1 else {}
    starts = [0, *(g.end for g in groups)][: len(groups)]
    clauses = [conditioned(text[a : g.start])[0] for a, g in zip(starts, groups, strict=True)]
    if clauses and points_back(clauses[0]):
        clauses[0] = resumed(clauses[0], lead if lead and not groups_in(lead) else None, above)
    outcome = (lead and regressed_in(lead)) or outcome_of(sentence.section)
    understood = roles(clauses, text[groups[-1].end :], outcome) if groups else {}
    last = above if groups and above and ANOTHER_EFFECT.match(text[: groups[0].start]) else None
    last_varies = "to"
    position = 0
    clause_before = before = ""
    between = bool(groups) and may_be_between(sentence)
    for i, group in enumerate(groups):
        clause_before, before = before, text[position : group.start]
        ends = frozenset(end.lower() for f in found for end in (f.value.from_, f.value.to))
        if between and _BETWEEN.search(sentence.lower[position : group.end]) and not HEAD.search(group.inside):
            position = group.end
            continue
        label = None if group.lone else _label(text, position, group) or (in_order[i] if in_order else None)
        clause, whom = conditioned(before)
        tie, varies = (several[i], "from") if i in several else tied(clause, last, last_varies, ends)
        if i in understood:
            tie, varies = understood[i]
        elif group.lone:
            tie = None
        elif last and last.to and i not in several and (other := elliptic(clause, clause_before)):
            tie, varies = Relation(construct_phrase(other) or None, last.to), "from"
        if last and (through := ANOTHER_EFFECT.match(clause)):
            tie, varies = (
                Relation(last.from_, last.to, construct_phrase(through["m"] or through["m2"] or "") or None),
                last_varies,
            )
        if whom and last and (tie is None or continues(clause)):
            tie = last if continues(clause) else None
        tie = named_inside(group, tie, clause) or tie
        if tie and i not in understood and any(no_name(end) for end in (tie.from_, tie.to) if end):
            tie = None
        position = group.end
        if tie is None and label is None:
            continue
        named = re.search(r"\bpath\b", before, re.IGNORECASE)
        made = (
            _of_each(sentence, group, clause) or _shared_out(sentence, group, tie, clause)
            if group.parts
            else _listed(sentence, group, tie, clause) or [_path(sentence, group, tie or Relation(), label)]
        )
        end = groups[i + 1].start if i + 1 < len(groups) else len(text)
        made = [proven(one, sentence, group.end, end) for one in made] if len(made) == 1 else made
        made = [_qualified(one, whom, sort_of_effect(f"{before} {group.inside}")) for one in made]
        found += [replace(one, confidence=0.85) for one in made] if named or i in understood else made
        if tie:
            last, last_varies = tie, varies
    return _levels_named(found)


def _levels_named(found: list[Found[Path]]) -> list[Found[Path]]:
    """`at high but not at low levels of salt`: what is high is named once."""
    of = next((m["what"] for f in found if f.value.group and (m := LEVEL_OF.fullmatch(f.value.group))), None)
    bare = [of and f.value.group and BARE_LEVEL.fullmatch(f.value.group) for f in found]
    return [
        replace(f, value=replace(f.value, group=f"{f.value.group} {of}")) if is_bare else f
        for f, is_bare in zip(found, bare, strict=True)
    ]


def _of_each(sentence: Sentence, group: Group, clause: str) -> list[Found[Path]]:
    """`Both attributes raised joy (crust: β = .4; smell: β = .2)`, `crust and smell raised joy (β = .4 and β = .2)`."""
    if len(group.parts) != len(group.names):
        return []
    names = groups_of(group.inside, pieces(group.inside))
    told = [roles([f"{clause.rstrip(' ,:')}: {name}"], "").get(0) for name in names]
    ties = [one[0] for one in told if one and not one[0].via]
    if not names and not any(group.names):
        ties = in_turn(clause, len(group.parts))
    if len(ties) != len(group.parts):
        return []
    return [_path(sentence, part, tie, None) for part, tie in zip(group.parts, ties, strict=True)]


def _shared_out(sentence: Sentence, group: Group, tie: Relation | None, clause: str) -> list[Found[Path]]:
    """A path for each coefficient of a bracket; nothing where it is not told which is whose."""
    if tie is None or len(group.parts) != len(group.names):
        return []
    samples = groups_of(group.inside, pieces(group.inside))
    if samples:
        made = [_path(sentence, part, tie, None) for part in group.parts]
        sorts = [_SORTED.fullmatch(whom) for whom in samples]
        if all(sorts):
            return [_as_sort(one, sort[1].lower()) for one, sort in zip(made, sorts, strict=True) if sort]
        return [_qualified(one, whom, None) for one, whom in zip(made, samples, strict=True)]
    ties = shared_out(group.names, tie, clause)
    return [_path(sentence, part, one, None) for part, one in zip(group.parts, ties, strict=True)] if ties else []


_SORTED = re.compile(r"(?:the\s+)?(indirect|direct|total)(?:\s+effect)?", re.IGNORECASE)


def _as_sort(found: Found[Path], sort: str) -> Found[Path]:
    """A path as the indirect, direct or total effect; the direct one goes through nothing."""
    via = found.value.via if sort == "indirect" else None
    return replace(found, value=replace(found.value, effect=sort, via=via))  # type: ignore[arg-type]


def path_of(sentence: Sentence, group: Group, tie: Relation, whom: str | None) -> Found[Path]:
    """The path that a group of statistics gives for somebody."""
    return _qualified(_path(sentence, group, tie, None), whom, None)


def _qualified(found: Found[Path], whom: str | None, sort: str | None) -> Found[Path]:
    """A path with the group or level it holds for, and as the sort of effect that is spoken of."""
    effect = sort if sort and found.value.effect == "direct" else found.value.effect
    return replace(found, value=replace(found.value, group=found.value.group or whom, effect=effect))  # type: ignore[arg-type]


def _labels_in_order(text: str, groups: list[Group]) -> list[str]:
    """As many hypotheses named outside the groups as there are groups: they belong together in order."""
    named = [x for x in labels(text) if not any(g.start <= x.start < g.end for g in groups)]
    return [x.label for x in named] if groups and len(named) == len(groups) else []


_CI_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def _listed(sentence: Sentence, group: Group, tie: Relation | None, clause: str) -> list[Found[Path]]:
    """`A and B were related to Y (β = .14, .12, respectively)`, `on X, Y and Z (β = .4, .3 and .2; t = 5, 4 and 3)`."""
    inside = _CI_BRACKETS.sub(lambda found: " " * len(found[0]), group.inside)
    listed = list(_LISTS.finditer(inside)) if tie else []
    lead = next((m for m in listed if not m["head"] or not _BESIDE.fullmatch(m["head"])), None)
    if lead is None or tie is None or not (len(listed) > 1 or "respectively" in group.inside):
        return []
    count = len(_NUMBER.findall(lead["all"]))
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
        found = [(v, (at + m.start(), at + m.end())) for m in _NUMBER.finditer(one["all"]) if (v := printed(m[0]))]
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
            {k: place_in(sentence.text, *at) for k, (_, at) in row.items()},
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
    head = HEAD.search(group.inside)
    if inner and head and inner[-1].end <= head.start() and len(inner) == 1:
        return inner[0].label
    before = labels(text[position : group.start])
    if before and not text[position + before[-1].end : group.start].strip(" ,:"):
        return before[-1].label
    return None


_AT = re.compile(
    r"^(?:in|for|within)\s+(?:the|this|our)\s+(?:[\w-]+\s+){0,2}(?:model|sample|study|analysis|equation|group),?\s+(?=\S)",
    re.I,
)


_SMALLER = re.compile(r"\s+(?:the|an?)\s+(?:\w+\s+)?(?:effect|influence|impact)$")  # `crust the smaller influence`


def _trimmed(name: str | None) -> str | None:
    """An end without what only leads up to it or trails behind it: `joy itself`, `In the model, joy`."""
    name = _SMALLER.sub("", name) if name else name
    cleaned = a_name(_AT.sub("", name)) if name else ""
    return cleaned or name


def _path(sentence: Sentence, group: Group, tie: Relation, label: str | None) -> Found[Path]:
    if tie.to and len(chain := ARROW.split(tie.to)) > 1:  # `crust → joy → sales`
        tie = replace(tie, to=chain[-1], via=tie.via or " and ".join(chain[:-1]))
    tie = replace(tie, from_=_trimmed(tie.from_), to=_trimmed(tie.to))
    if tie.from_ and tie.to and tie.from_.lower().endswith(f" on {tie.to.lower()}"):  # `as was that of crust on joy`
        tie = replace(tie, from_=tie.from_[: -len(f" on {tie.to}")])
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
