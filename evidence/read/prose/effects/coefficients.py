"""Path coefficients in sentences: `(β = .37, t = 9.4, p < .001)` behind the claim they support, in any order of statistics."""

# ruff: noqa: E501 - a pattern is read whole

import re
from dataclasses import replace
from itertools import pairwise, zip_longest

from evidence.read.late import late
from evidence.read.partial import Found
from evidence.read.prose.cues import DIGITS
from evidence.read.prose.effects.beside_groups import further_sources, named_inside, proven, whom_behind
from evidence.read.prose.effects.called import BETWEEN, called
from evidence.read.prose.effects.coefficient_cues import hints, may_be_between
from evidence.read.prose.effects.condition import (
    ANOTHER_EFFECT,
    OF_SLOPES,
    conditioned,
    continues,
    elliptic,
    further_group,
    further_level,
    half_named,
    placed,
    so_did_through,
    sort_of_effect,
)
from evidence.read.prose.effects.estimates import COEFFICIENT, HEAD, OTHER, Group, groups_in, place_in
from evidence.read.prose.effects.in_turn import in_turn
from evidence.read.prose.effects.judged_next import judged_next
from evidence.read.prose.effects.parallel import name_list
from evidence.read.prose.effects.path_made import SORT, as_sort, levels_named, made_path, qualified
from evidence.read.prose.effects.reworded import reworded
from evidence.read.prose.effects.several import groups_of, of_some, pieces, shared_out
from evidence.read.prose.ends.followed import followed
from evidence.read.prose.ends.led import led
from evidence.read.prose.ends.named import no_name, prepared
from evidence.read.prose.ends.resumed import outcome_above, points_back, regressed_in, resumed
from evidence.read.prose.ends.roles import roles
from evidence.read.prose.ends.same_source import leaning_on
from evidence.read.prose.ends.tied import tied
from evidence.read.prose.figures import NUMBER, printed
from evidence.read.prose.labels import labels
from evidence.read.prose.no_results import no_result
from evidence.read.prose.relations.relation import Relation, bound, construct_phrase, unframed
from evidence.read.prose.sentences import Sentence
from evidence.records import Path, Printed

__all__ = ["coefficients"]

Span = tuple[int, int]

_LOOKED_BACK = 5  # sentences, for the outcome of a regression
_LISTS = re.compile(
    rf"(?:(?P<head>{COEFFICIENT}|[tTzZ](?:-?values?)?|S\.?E\.?s?)\s*(?:=|:|were|are|of)\s*)?(?P<all>{NUMBER}(?:\s*(?:,\s*and|,|and)\s*{NUMBER})+)(?!\s*%)"
)
_BESIDE = re.compile(r"[tTzZ](?:-?values?)?|S\.?E\.?s?")
_TWO_OF_THEM = re.compile(rf"[βγbB]\s*=\s*{NUMBER}\s+and\s+[-−–]?0?\.\d+(?!\d*\s*%)")
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
    previous: list[Sentence] = []  # the sentences of the same passage, up to this one
    for sentence, behind in zip_longest(sentences, sentences[1:]):
        text = sentence.text
        previous = previous if previous and previous[-1].passage is sentence.passage else []
        leads = [one.text for one in previous[-_LOOKED_BACK:]]
        previous.append(sentence)
        if not sentence.cues & DIGITS or not (hints(sentence) or _LONE.search(text)):
            continue
        if no_result(sentence):
            continue
        if not text.isascii() and _HAN.search(text):  # read by `chinese_effects`
            continue
        count = len(found)
        found += called(sentence)
        same = count and before is not None and before.passage is sentence.passage
        found += _in_sentence(
            sentence, Relation(found[count - 1].value.from_, found[count - 1].value.to) if same else None, leads
        )
        if len(found) == count:
            found += judged_next(sentence, behind)
        before = sentence if len(found) > count else before
    return tuple(found)


def _in_sentence(sentence: Sentence, above: Relation | None, leads: list[str]) -> list[Found[Path]]:
    """The paths of a sentence; `The indirect effect through calm` is one of what the sentence above spoke of."""
    text, lead = sentence.text, leads[-1] if leads else None
    groups = [g for g in groups_in(text) if "beta" in g.values and not _OF_AN_INDEX.search(text, 0, g.start)]
    if groups and groups[0].lone and not _coefficients_meant(sentence, groups):
        return []
    in_order = _labels_in_order(text, groups)
    found: list[Found[Path]] = []
    several = led(text, [(g.start, g.end) for g in groups]) if len(groups) > 1 else {}
    ends = [whom_behind(text, g.start, g.end) for g in groups]
    spoken = reworded([text[a : g.start] + text[g.end : b] for a, g, b in zip([0, *ends], groups, ends, strict=False)])
    halves = {i: half for i, pair in enumerate(pairwise(spoken)) if (half := half_named(*pair))} | placed(spoken)
    clauses = [halves[i][0] if i in halves else conditioned(words)[0] for i, words in enumerate(spoken)]
    if any(_DIFFERS.search(clause) for clause in clauses):
        return []  # `differed between men (β = .3) and women (β = .1)`: whom each is of is read elsewhere or not at all
    if clauses and points_back(clauses[0]):
        clauses[0] = resumed(clauses[0], lead if lead and not groups_in(lead) else None, above)
    outcome = outcome_above(leads, sentence.section) if groups else ""
    if not outcome and above and above.to and _NEXT_STEP.match(text):
        outcome = above.to
    opening, semicolon, rest = clauses[0].partition(";") if clauses else ("", "", "")
    if semicolon and (
        regressed := regressed_in(opening)
    ):  # `Joy was regressed on salt and rye; both salt (b = .2) ...`
        outcome, clauses[0] = regressed, rest
    if outcome and clauses:
        clauses[0] = _STRONGEST.sub(r"\1 predictor", clauses[0])
    understood = roles(clauses, text[ends[-1] :], outcome) if groups else {}
    understood = {i: (_whole(tie, clauses[i]), varies) for i, (tie, varies) in understood.items()}
    if groups and above and lead and 0 not in understood and not groups[0].lone and groups_in(lead):
        after = followed(clauses[0], above, lead, bool(conditioned(text[: groups[0].start])[1]))
        understood = {0: (after, "from"), **understood} if after else understood
    last = above if groups and above and _another(text[: groups[0].start]) else None
    last_varies = "to"
    further: dict[int, Relation] = {}
    position = 0
    clause_before = before = ""
    whom: str | None = None
    whom_of_all: str | None = None
    between = bool(groups) and may_be_between(sentence)
    for i, group in enumerate(groups):
        clause_before, before = before, spoken[i]
        named_ends = frozenset(end.lower() for f in found for end in (f.value.from_, f.value.to))
        told = (
            BETWEEN.search(sentence.lower[position : group.end]) if between and not HEAD.search(group.inside) else None
        )
        if told and "(" not in told["a"] + told["b"]:  # read by `called`
            position = ends[i]
            continue
        own = None if group.lone else _label(text, position, group)
        label = own or (in_order[i] if in_order and not group.lone and not _of_no_label(text, before) else None)
        clause, whom_now = halves.get(i) or conditioned(before)
        if whom_now is None and last and (level := further_level(clause, whom)):
            clause, whom_now = "", level
        if whom_now is None and last and (whom or whom_of_all) and (other := further_group(clause)):
            clause, whom_now = "", other
        if whom_now and spoken[i].rstrip().endswith(clause.strip() or "\0"):
            whom_of_all = whom_now  # `For men, crust (b = .3) and salt (b = .2) ...`
        whom = whom_now or whom_of_all
        tie, varies = (several[i], "from") if i in several else tied(clause, last, last_varies, named_ends)
        if i and found and not further:
            further = further_sources(text, groups, ends, Relation(found[0].value.from_, found[0].value.to))
        leaning = leaning_on(last, clause, clause_before)
        if i in further:
            tie, varies = further[i], "from"
        elif leaning:
            tie, varies = leaning
        elif i in understood:
            tie, varies = understood[i]
        elif group.lone:
            tie = None
        elif last and last.to and i not in several and (other := elliptic(clause, clause_before)):
            tie, varies = Relation(construct_phrase(other) or None, last.to), "from"
        if last and (through := _another(clause)):
            tie, varies = (
                Relation(last.from_, last.to, construct_phrase(through["m"] or through["m2"] or "") or None),
                last_varies,
            )
        if last and last.to and (so := so_did_through(clause, last.to)):
            tie, varies = so, "from"
        again = bool(whom and last and continues(clause))
        if whom and last and (tie is None or again):
            tie = replace(last, moderator=None) if again else None
        tie = named_inside(group, tie, clause) or tie
        if tie and i not in understood and any(no_name(end) for end in (tie.from_, tie.to) if end):
            tie = None
        position = ends[i]
        if tie is None and whom and i == 0 and (more := _bound(before)):
            tie, whom = more, None  # `When salt is high, joy is low`: no condition, but what is told
        if tie is None and "nteract" in clause and (upon := _ON_WHAT.match(text[group.end :])):
            tie = tied(f"{clause.rstrip()} {upon[0]}", None, "to")[0]
        if tie is None and label is None and not group.parts:
            continue
        named = re.search(r"\bpath\b", before, re.IGNORECASE)
        made = (
            _of_each(sentence, group, clause) or _shared_out(sentence, group, tie, clause)
            if group.parts
            else _listed(sentence, group, tie, clause)
            or ([] if _in_turn_of(group) else [made_path(sentence, group, tie or Relation(), label)])
        )
        end = groups[i + 1].start if i + 1 < len(groups) else len(text)
        made = [proven(one, sentence, group.end, end) for one in made] if len(made) == 1 else made
        if tie and (middle := _MEDIATED_BY.match(text, ends[-1])) and "ndirect" in text:
            made = [
                one
                if one.value.via
                else replace(one, value=replace(one.value, via=construct_phrase(middle["m"]) or None))
                for one in made
            ]
        sort = "interaction" if tie is None and "nteraction" in clause else sort_of_effect(f"{before} {group.inside}")
        made = [qualified(one, whom, sort) for one in made]
        found += (
            [replace(one, confidence=0.85) for one in made] if named or leaning or again or i in understood else made
        )
        if tie:
            last, last_varies = tie, varies
    if OF_SLOPES.search(text):  # a slope of whom nobody could tell is not the coefficient of all
        found = [one for one in found if one.value.group or one.value.via or "×" in (one.value.from_ or "")]
    return levels_named(found)


_STRONGEST = re.compile(  # `Crust was the strongest of them (b = .4)`, behind `All predictors of joy were significant.`
    r"\b(the\s+(?:strongest|weakest|largest|smallest|most\s+important|best|main))(?:\s+one)?(?:\s+of\s+(?:them|these|all|the\s+\w+))?\s*$",
    re.IGNORECASE,
)


def _another(words: str) -> re.Match[str] | None:
    """`the indirect effect via calm was significant`, also behind `The analysis showed that`."""
    return ANOTHER_EFFECT.match(words) or (ANOTHER_EFFECT.match(unframed(words)) if " that " in words else None)


def _whole(tie: Relation, clause: str) -> Relation:
    """The relation with what it goes through or depends on, where its clause says so: `is transmitted by calm`."""
    more = None if tie.moderator else _bound(clause)
    if tie.via and more and (more.via or "").lower() != tie.via.lower():
        return tie
    return more or tie


def _bound(clause: str) -> Relation | None:
    more = bound(unframed(prepared(clause)).strip(" ,"))
    names = [name for name in (more.from_, more.to, more.via, more.moderator) if name] if more else []
    return None if any(map(no_name, names)) else more


def _of_each(sentence: Sentence, group: Group, clause: str) -> list[Found[Path]]:
    """`Both attributes raised joy (crust: β = .4; smell: β = .2)`, `crust and smell raised joy (β = .4 and β = .2)`."""
    if len(group.parts) != len(group.names):
        return []
    names = groups_of(group.inside, pieces(group.inside))
    told = [roles([f"{clause.rstrip(' ,:')}: {name}"], "").get(0) for name in names]
    ties = [one[0] for one in told if one and not one[0].via]
    if len(ties) != len(names) and (listed := in_turn(clause, len(names))):  # `Crust and smell raised joy (crust: ...)`
        ties = [t for name in names for t in listed if name.lower() in ((t.from_ or "").lower(), (t.to or "").lower())]
    if len(ties) != len(names):
        ties = of_some(clause, names)
    if not names and not any(group.names):
        ties = in_turn(clause, len(group.parts))
    if len(ties) != len(group.parts):
        return []
    made = [made_path(sentence, part, tie, None) for part, tie in zip(group.parts, ties, strict=True)]
    return [replace(one, confidence=0.85) for one in made]  # both ends are told


def _shared_out(sentence: Sentence, group: Group, tie: Relation | None, clause: str) -> list[Found[Path]]:
    """A path for each coefficient of a bracket; nothing where it is not told which is whose."""
    if tie is None or len(group.parts) != len(group.names):
        return []
    samples = groups_of(group.inside, pieces(group.inside))
    if samples:
        made = [made_path(sentence, part, tie, None) for part in group.parts]
        sorts = [SORT.fullmatch(whom) for whom in samples]
        if all(sorts):
            return [as_sort(one, sort[1].lower()) for one, sort in zip(made, sorts, strict=True) if sort]
        return [qualified(one, whom, None) for one, whom in zip(made, samples, strict=True)]
    ties = shared_out(group.names, tie, clause)
    return [made_path(sentence, part, one, None) for part, one in zip(group.parts, ties, strict=True)] if ties else []


def _labels_in_order(text: str, groups: list[Group]) -> list[str]:
    """As many hypotheses named outside the groups as there are groups: they belong together in order."""
    named = [x for x in labels(text) if not any(g.start <= x.start < g.end for g in groups)]
    return [x.label for x in named] if groups and len(named) == len(groups) else []


_CI_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def _in_turn_of(group: Group) -> bool:
    """Whether a list stands in the bracket, of which it is not told which number is whose: `(β = .33 and .02)`."""
    inside = _CI_BRACKETS.sub(" ", group.inside)
    return bool(_TWO_OF_THEM.search(inside) or ("respectively" in inside and _LISTS.search(inside)))


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
        told = in_turn(clause, count) if count not in (len(sources), len(targets)) else []
    else:
        told = []
    if told:
        pairs = [(t.from_ or "", t.to or "") for t in told]
    elif len(sources) == count:
        pairs = [(a, tie.to or "") for a in sources]
    elif len(targets) == count:
        pairs = [(tie.from_ or "", b) for b in targets]
    else:
        return []
    if any(no_name(end) for pair in pairs for end in pair):
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
        made.append(made_path(sentence, Group(group.start, group.end, values, places), Relation(start, end), None))
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


_OF_AN_INDEX = late(  # no path: `the index of moderated mediation differed from zero (-.09, 95% CI ...`
    r"\b(?:index|indices)\s+of\s+(?:\w+\s+){0,2}?(?:moderated\s+)+mediation\b[^.;()]{0,80}$", re.IGNORECASE
)
_MEDIATED_BY = late(  # `an indirect effect on joy (b = .2) and on sales (b = .1), both mediated by calm`
    r"\s*,\s*(?:both\s+|each\s+|all\s+|fully\s+|partially\s+)*(?:mediated|transmitted|carried)\s+by\s+(?P<m>[^,;:()=]{2,60}?)\s*[.,;]?$",
    re.I,
)
_DIFFERS = re.compile(
    r"\b(?:differ|varie|vary|var)\w*\s+(?:\w+ly\s+)?(?:between|across|among)\s+[^,;()]{2,50}$", re.IGNORECASE
)
_DIRECT = re.compile(r"\bdirect\s+(?:paths?|effects?|links?|relation)", re.I)


def _of_no_label(text: str, before: str) -> bool:
    """A direct effect, which no hypothesis on mediation is about; `H1: the direct effect ...` says whose it is."""
    return _DIRECT.search(before) is not None and not _LED_BY_LABEL.match(text)


_LED_BY_LABEL = re.compile(r"\W*(?:H|hypothesis\s)\s?\d+\w?\s*[:.–-]", re.IGNORECASE)
_NEXT_STEP = late(r"\s*(?:in|at|on)\s+(?:the\s+)?(?:step|model|block|stage|(?:second|third|next|final|last)\s+(?:step|model|block|stage))\b", re.I)  # fmt: skip
_ON_WHAT = late(  # `the interaction was significant (β = .1) in predicting joy`
    r"\s*(?:in\s+predicting|on|for|in\s+the\s+prediction\s+of|when\s+predicting)\s+[^,;:()=]{2,60}?(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
